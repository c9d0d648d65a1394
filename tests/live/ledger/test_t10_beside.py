"""Threat T10: an insider changes no body, only what lists and accounts say beside the chain."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jobquality.access.states import CertificateStatus
from jobquality.services.events import EventKind, note
from jobquality.services.mergers import Propose, decide_merger, propose_merger, undo_merger
from jobquality.store.certificates import set_certificate_status
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from jobquality.store.guards import GUARDS, find_unguarded, read_guards
from jobquality.store.publications import Publication, get_publication
from jobquality.store.schema import migrate
from tests.cli.calling import call
from tests.live.factories import stored_organization, stored_person
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_verify import center, report, wrong
from tests.live.statements.speaking import LATER, Speaking, speaking

__all__ = ["center"]


@pytest.fixture
def disputed(session: Session, tmp_path: Path) -> Speaking:
    """A score with an open dispute beside it."""
    made = speaking(session, tmp_path).accept()
    made.speak()
    made.print_()
    return made


@pytest.fixture
def settled(disputed: Speaking) -> Speaking:
    """A dispute that two people decided."""
    disputed.confirm(disputed.propose())
    return disputed


def do(it: Speaking | Center, statement: str, **values: object) -> str:
    """Send plain SQL as the owner of the database, and return the first thing that is wrong."""
    center = it.center if isinstance(it, Speaking) else it
    assert wrong(center) == ""
    center.session.connection().execute(text(statement), values)
    center.session.expunge_all()
    return wrong(center)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE statements SET state = 'refused'",
        "UPDATE statements SET act_hash = ''",
        "DELETE FROM statements",
    ],
)
def test_t10_a_statement_that_is_hidden_is_named(disputed: Speaking, deed: str) -> None:
    said = do(disputed, deed)
    assert said == (
        "entry 2: What the employer said is hidden: the list of statements does not show it."
    )


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE statements SET text = 'All is right.'",
        "UPDATE statements SET topic = 'statement'",
        "UPDATE statements SET criteria = '[\"lowest_base_rate\"]'",
    ],
)
def test_t10_a_statement_that_says_something_else_is_named(disputed: Speaking, deed: str) -> None:
    said = do(disputed, deed)
    assert said == "entry 2: The list of statements says something else of it."


def test_t10_a_statement_that_nobody_signed_is_named(session: Session, tmp_path: Path) -> None:
    made = speaking(session, tmp_path).accept()
    made.speak(topic="statement")
    said = do(made, "UPDATE statements SET state = 'printed', act_hash = 'invented'")
    assert "A statement of the employer is shown that is no entry of the chain." in said


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE statements SET outcome = 'withdrawn'",
        "UPDATE statements SET outcome = '', decision_hash = ''",
    ],
)
def test_t10_another_decision_than_the_signed_one_is_named(settled: Speaking, deed: str) -> None:
    said = do(settled, deed)
    assert said == "entry 2: What the list says was decided on it is not what an entry says."


def test_t10_a_dispute_that_was_ended_by_hand_is_named(disputed: Speaking) -> None:
    said = do(disputed, "UPDATE publications SET contested = :no", no=False)
    assert said == "entry 1: It is contested by an open dispute in the chain, and not marked so."


def test_t10_a_mark_of_a_dispute_that_nobody_made_is_named(center: Center) -> None:
    said = do(center, "UPDATE publications SET contested = :yes WHERE number = 3", yes=True)
    assert said == "entry 3: It is marked as contested; no open dispute in the chain says so."


def _invented(center: Center) -> None:
    snapshot = center.snapshot(center.employer(), [])
    roles = replace(snapshot.roles, reviewed_by="nobody")
    center.publish(center.employer(), roles=roles)


def _invented_in_act(center: Center) -> None:
    center.withdraw(center.publications[-1], decided_by=(center.author.id, "nobody"))


def _of_another_house(center: Center) -> None:
    stranger = stored_person(center.session, stored_organization(center.session))
    center.session.info["organization"] = center.organization.id
    center.withdraw(center.publications[-1], decided_by=(center.author.id, stranger.id))


@pytest.mark.parametrize("is_kept", [True, False])
def test_records_that_are_merged_and_taken_apart_honestly_are_not_named(
    disputed: Speaking, *, is_kept: bool
) -> None:
    center, at = disputed.center, disputed.at + timedelta(days=1)
    mine = disputed.publication.employer_id
    other = center.publish(center.employer())
    pair = (mine, other.employer_id) if is_kept else (other.employer_id, mine)
    command = Propose(id="merger", kept_id=pair[0], merged_id=pair[1], reason="One kitchen")
    merger = propose_merger(center.session, center.author.actor, command, keys=center.keys, at=at)
    reviewer = center.reviewer.actor
    decide_merger(center.session, reviewer, merger.id, is_confirmed=True, keys=center.keys, at=at)
    assert [_is_contested(center, each) for each in (disputed.publication, other)] == [True, True]
    assert wrong(center) == ""
    center.session.info["organization"] = center.organization.id
    undo_merger(center.session, reviewer, merger.id, keys=center.keys, at=at + timedelta(days=1))
    assert [_is_contested(center, each) for each in (disputed.publication, other)] == [True, False]
    assert wrong(center) == ""


def _is_contested(center: Center, publication: Publication) -> bool:
    return get_publication(center.session, publication.hash).contested


@pytest.mark.parametrize("deed", [_invented, _invented_in_act, _of_another_house])
def test_t10_an_invented_second_person_is_named(
    center: Center, deed: Callable[[Center], None]
) -> None:
    assert wrong(center) == ""
    center.session.info["organization"] = center.organization.id
    deed(center)
    said = wrong_of(center)
    assert said.startswith("entry 4: Nobody of the id '")
    assert said.endswith("', who stands behind it, ever worked here.")


def wrong_of(center: Center) -> str:
    """Return the first thing that is wrong with the center's own chain."""
    slug = center.organization.slug
    (own,) = (one for one in report(center).organizations if one.organization == slug)
    return str(own.wrong or "")


def test_t10_a_second_organization_of_the_same_name_is_named(center: Center) -> None:
    assert wrong(center) == ""
    center.session.info["organization"] = center.organization.id
    twin = stored_organization(center.session, name=center.organization.name.upper())
    found = report(center)
    assert not found.is_whole
    assert wrong_of(center) == (
        f"Another organization here has a name that looks the same: {twin.slug}."
    )


def test_t10_an_emptied_body_without_its_act_is_named(center: Center) -> None:
    tamper(center.session, "UPDATE bodies SET content = '' WHERE hash = :hash", hash=_first(center))
    assert wrong(center) == "entry 1: Its body is missing."


def test_t10_a_tombstone_that_is_only_a_row_is_named(center: Center) -> None:
    said = do(
        center,
        "INSERT INTO tombstones (body_hash, organization_id, act_hash, at) "
        "VALUES (:hash, :organization, 'invented', '2026-07-01 12:00:00')",
        hash=_first(center),
        organization=center.organization.id,
    )
    assert said == "entry 1: A tombstone is listed for a body; no entry of the chain says so."


def _first(center: Center) -> str:
    return center.publications[0].hash


def test_a_statement_that_a_court_took_away_leaves_its_decision_whole(settled: Speaking) -> None:
    settled.center.publications[-1] = replace(
        settled.center.publications[-1], published_at=settled.at
    )
    settled.center.bury(settled.now().act_hash)
    assert wrong(settled.center) == ""


def test_the_guards_are_those_that_the_migrations_make(session: Session) -> None:
    dialect = session.connection().dialect.name
    assert read_guards(session.connection()) == GUARDS[dialect]
    assert find_unguarded(session) == ()


def test_t10_a_missing_trigger_is_named(center: Center) -> None:
    assert report(center).is_whole
    connection = center.session.connection()
    table = "" if connection.dialect.name == "sqlite" else " ON events"
    connection.execute(text(f"DROP TRIGGER events_never_change{table}"))
    found = report(center)
    assert (found.unguarded, found.is_whole) == (("events_never_change",), False)


def test_t10_a_trigger_that_refuses_nothing_any_more_is_named(center: Center) -> None:
    connection = center.session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER events_never_change"))
        connection.execute(
            text("CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT 1; END")
        )
    else:
        connection.execute(text("ALTER TABLE events DISABLE TRIGGER events_never_change"))
    assert report(center).unguarded == ("events_never_change",)


def test_a_second_center_is_no_twin(center: Center, tmp_path: Path) -> None:
    stored_center(center.session, tmp_path / "other")
    assert report(center).is_whole


def test_t10_two_employers_whose_names_were_swapped_are_named(center: Center) -> None:
    said = do(
        center,
        "UPDATE employers SET name = CASE name WHEN :one THEN :other ELSE :one END",
        one=center.publications[0].employer_id,
        other=center.publications[1].employer_id,
    )
    assert said.startswith("entry 3: The employer is called '")
    assert said.endswith("' now; no two people renamed it.")


@pytest.mark.parametrize(
    ("deed", "named"),
    [
        ("UPDATE employers SET slug = 'swapped' WHERE id = :one", "its old one leads nowhere."),
        ("UPDATE employers SET merged_into = :other WHERE id = :one", "was merged by nobody."),
        ("UPDATE organizations SET name = 'Another House'", "the log knows of nobody."),
        ("UPDATE organizations SET slug = 'another-house'", "; it published under 'center-"),
    ],
)
def test_t10_another_address_merger_or_house_is_named(
    center: Center, deed: str, named: str
) -> None:
    one, other = (publication.employer_id for publication in center.publications[:2])
    values = {name: id_ for name, id_ in (("one", one), ("other", other)) if f":{name}" in deed}
    assert wrong(center) == ""
    center.session.connection().execute(text(deed), values)
    center.session.expunge_all()
    (found,) = report(center).organizations
    assert named in str(found.wrong)


def test_t10_a_certificate_that_is_worth_more_by_hand_is_named(center: Center) -> None:
    certificate = center.certify()
    for kind in (EventKind.ISSUED, EventKind.REVOKED):
        note(center.session, center.reviewer.actor, kind, certificate.code, at=LATER)
    set_certificate_status(
        center.session, certificate.code, CertificateStatus.REVOKED, reason="No.", at=LATER
    )
    said = do(center, "UPDATE certificates SET status = 'valid'")
    assert said == "entry 4: The certificate is listed as valid; by the log it is revoked."


def test_t10_a_cut_end_is_named_by_what_verify_printed_before(
    empty_url: str, tmp_path: Path
) -> None:
    migrate(empty_url)
    with (
        closing(open_database(empty_url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        center = stored_center(session, tmp_path)
        center.publish(center.employer())
    kept = tmp_path / "kept.txt"
    kept.write_text(call("verify", "--database", empty_url).out, encoding="utf-8")
    assert call("verify", "--database", empty_url, "--against", kept).code == 0
    with (
        closing(open_database(empty_url)) as database,
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        tamper(session, "DELETE FROM publications", "DELETE FROM ledger", "DELETE FROM bodies")
    found = call("verify", "--database", empty_url, "--against", kept)
    assert found.code == 1
    assert "FAILED: entry 1: The chain ends at 0: its end was cut off." in found.out
