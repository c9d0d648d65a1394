"""What is said of a publication afterwards: it is signed too, and two people stand behind it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jobquality.access.states import PublicationState
from jobquality.ledger.acts import Act, Correction, Statement
from jobquality.services.acts import append_act
from jobquality.store.publications import find_body, set_publication_state
from tests.live.ledger.published import Center
from tests.live.ledger.test_verify import wrong

__all__ = ["center"]

from tests.live.ledger.test_verify import center


def test_what_is_listed_as_withdrawn_without_an_entry_is_named(center: Center) -> None:
    set_publication_state(center.session, center.publications[1].hash, PublicationState.WITHDRAWN)
    assert wrong(center) == "entry 2: It is listed as withdrawn; no entry says so."


def test_what_was_withdrawn_and_is_listed_as_current_is_named(center: Center) -> None:
    center.withdraw(center.publications[1])
    set_publication_state(center.session, center.publications[1].hash, PublicationState.CURRENT)
    assert wrong(center) == "entry 2: It was withdrawn; the list does not say so."


def test_one_person_alone_withdraws_nothing(center: Center) -> None:
    center.withdraw(center.publications[1], decided_by=(center.author.id, center.author.id))
    assert wrong(center).endswith("No second person stands behind it.")


def test_a_withdrawal_without_a_reason_is_named(center: Center) -> None:
    center.withdraw(center.publications[1], reason=" ")
    assert wrong(center).endswith("It gives no reason.")


def test_an_act_that_was_copied_from_another_entry_is_named(center: Center) -> None:
    center.withdraw(center.publications[1], number=1)
    assert wrong(center).endswith("Its body is that of another entry.")


def test_a_body_gives_way_to_a_tombstone_and_its_hash_stays(center: Center) -> None:
    last = center.publications[1]
    center.withdraw(last)
    center.bury(last.hash)

    assert find_body(center.session, last.hash) == ""
    assert wrong(center) == ""


def test_no_body_is_emptied_without_its_tombstone(center: Center) -> None:
    empty = text("UPDATE bodies SET content = '' WHERE hash = :hash")
    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        center.session.begin_nested(),
    ):
        center.session.connection().execute(empty, {"hash": center.publications[0].hash})


def test_no_body_is_written_anew_beside_its_tombstone(center: Center) -> None:
    last = center.publications[1]
    center.bury(last.hash)
    other = text("UPDATE bodies SET content = '{}' WHERE hash = :hash")
    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        center.session.begin_nested(),
    ):
        center.session.connection().execute(other, {"hash": last.hash})


def test_a_correction_names_what_it_replaces(center: Center) -> None:
    first, _second, *_ = center.publications
    at = center.publications[-1].published_at + timedelta(hours=1)

    def made(number: int) -> Act:
        return Correction(
            number=number,
            organization=center.organization.id,
            at=at,
            publication=first.hash,
            corrects="f" * 64,
            reason="The notice was ten days, not seven.",
            differences=(),
            decided_by=(center.author.id, center.reviewer.id),
        )

    append_act(center.session, center.organization.id, made, keys=center.keys, at=at)
    assert "does not replace the one that it corrects" in wrong(center)


def test_what_an_employer_says_later_is_kept_and_a_decision_names_it(center: Center) -> None:
    first = center.publications[0]
    at = center.publications[-1].published_at + timedelta(hours=1)
    said = Statement(
        number=0,
        organization=center.organization.id,
        at=at,
        publication=first.hash,
        topic="fixed",
        criteria=("sched_notice_days",),
        text="Since May it is two weeks.",
        said_by="Lee Park, owner",
        answers="",
        decided_by=(),
    )
    entry = append_act(
        center.session,
        center.organization.id,
        lambda number: replace(said, number=number),
        keys=center.keys,
        at=at,
    )
    decision = replace(said, topic="decision", text="We looked: it is.", answers=entry.hash)
    by = (center.reviewer.id,)
    append_act(
        center.session,
        center.organization.id,
        lambda number: replace(decision, number=number, decided_by=by),
        keys=center.keys,
        at=at,
    )
    # The chain takes both; nobody wrote either into the list.
    assert wrong(center) == (
        "entry 4: What the employer said is hidden: the list of statements does not show it."
    )
