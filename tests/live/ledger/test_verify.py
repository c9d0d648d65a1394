"""`verify` finds everything that somebody with all rights could change."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from jobquality.access.states import PublicationState
from jobquality.ledger.canonical import canonical_text, hash_of
from jobquality.ledger.chain import START, Head
from jobquality.ledger.signing import Signer
from jobquality.ledger.snapshot import Roles
from jobquality.rubrics.catalog import shipped
from jobquality.services.ledger import append
from jobquality.services.verifying import KeptHead, Report, verify
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.employers import get_employer
from jobquality.store.publications import list_entries, set_publication_state
from jobquality.store.tenancy import belong
from tests.live.ledger.published import Center, stored_center, tamper
from tests.pure.ledger.snapshots import with_score


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A center with three publications about two employers."""
    made = stored_center(session, tmp_path)
    diner, cafe = made.employer(), made.employer()
    for employer in (diner, cafe, diner):
        made.publish(employer)
    return made


def report(center: Center, *heads: Head) -> Report:
    """Return what verify says of everything."""
    session = center.session
    session.flush()
    session.expire_all()
    belong(session, EVERY_ORGANIZATION)
    kept = [KeptHead(organization=center.organization.slug, head=head) for head in heads]
    return verify(session, shipped(), heads=kept)


def wrong(center: Center, *heads: Head) -> str:
    """Return the first thing that is wrong with the center's chain."""
    (found,) = report(center, *heads).organizations
    return str(found.wrong or "")


def head(center: Center) -> Head:
    """Return the head as it is published now."""
    return report(center).organizations[0].head


def test_what_nobody_touched_is_whole(center: Center) -> None:
    found = report(center)
    assert found.is_whole
    (one,) = found.organizations
    assert (one.organization, one.entries, one.scores) == (center.organization.slug, 3, 3)
    assert one.head.number == 3


def test_a_center_that_has_not_published_is_whole(session: Session, tmp_path: Path) -> None:
    center = stored_center(session, tmp_path)
    assert report(center).organizations[0].head == Head(number=0, hash=START)


def test_a_changed_score_in_a_body_is_named(center: Center) -> None:
    content = center.publications[1].content.replace('"level":"', '"level":"x')
    tamper(
        center.session,
        "UPDATE bodies SET content = :content WHERE hash = :hash",
        content=content,
        hash=center.publications[1].hash,
    )
    assert wrong(center).startswith("entry 2: Its body was changed")


def test_one_space_more_in_a_body_is_named(center: Center) -> None:
    tamper(center.session, "UPDATE bodies SET content = content || ' '")
    assert wrong(center).startswith("entry 1: Its body was changed")


def test_a_body_that_is_gone_is_named(center: Center) -> None:
    tamper(
        center.session,
        "DELETE FROM bodies WHERE hash = :hash",
        hash=center.publications[2].hash,
    )
    assert wrong(center) == "entry 3: Its body is missing."


def test_a_dropped_link_is_named(center: Center) -> None:
    tamper(center.session, "DELETE FROM ledger WHERE number = 2")
    assert wrong(center) == "entry 3: Number 2 is missing; 3 stands in its place."


def test_a_dropped_link_whose_number_was_filled_is_named(center: Center) -> None:
    tamper(
        center.session,
        "DELETE FROM ledger WHERE number = 2",
        "UPDATE ledger SET number = 2 WHERE number = 3",
    )
    assert wrong(center) == "entry 2: It does not name the link before it."


def test_two_swapped_links_are_named(center: Center) -> None:
    tamper(
        center.session,
        "UPDATE ledger SET number = 9 WHERE number = 1",
        "UPDATE ledger SET number = 1 WHERE number = 2",
        "UPDATE ledger SET number = 2 WHERE number = 9",
    )
    assert wrong(center).startswith("entry 1: ")


def test_two_swapped_bodies_are_named(center: Center) -> None:
    tamper(
        center.session,
        "UPDATE bodies SET hash = 'x' WHERE hash = :one",
        "UPDATE bodies SET hash = :one WHERE hash = :other",
        "UPDATE bodies SET hash = :other WHERE hash = 'x'",
        one=center.publications[0].hash,
        other=center.publications[1].hash,
    )
    assert wrong(center).startswith("entry 1: Its body was changed")


def test_a_cut_tail_is_named_by_the_list(center: Center) -> None:
    tamper(
        center.session,
        "DELETE FROM ledger WHERE number = 3",
        "DELETE FROM bodies WHERE hash = :hash",
        hash=center.publications[2].hash,
    )
    assert wrong(center) == "entry 3: A publication is listed that is no entry."


def _cut_everywhere(center: Center) -> None:
    tamper(
        center.session,
        "DELETE FROM ledger WHERE number = 3",
        "DELETE FROM bodies WHERE hash = :hash",
        "DELETE FROM publications WHERE hash = :hash",
        "UPDATE publications SET state = 'current'",
        hash=center.publications[2].hash,
    )


def test_a_tail_that_was_cut_everywhere_is_named_by_a_head_that_somebody_kept(
    center: Center,
) -> None:
    kept = head(center)
    _cut_everywhere(center)
    assert wrong(center) == ""
    assert wrong(center, kept) == "entry 3: The chain ends at 2: its end was cut off."


def test_a_head_from_earlier_is_still_in_the_chain(center: Center) -> None:
    kept = head(center)
    center.publish(center.employer())
    assert wrong(center, kept, Head(number=0, hash=START)) == ""


def test_a_chain_that_was_signed_anew_is_named_by_a_head_that_somebody_kept(
    center: Center,
) -> None:
    kept = head(center)
    _cut_everywhere(center)
    belong(center.session, center.organization.id)
    center.publications.pop()
    center.publish(center.employer())
    assert wrong(center) == ""
    assert wrong(center, kept) == "entry 3: It is another one than the head that was published."


def test_a_whole_organization_that_is_gone_is_named_by_a_head(center: Center) -> None:
    center.session.flush()
    belong(center.session, EVERY_ORGANIZATION)
    kept = KeptHead(organization="another", head=Head(number=1, hash=START))
    found = verify(center.session, shipped(), heads=[kept])
    assert not found.is_whole
    assert found.lost == ("another",)


def test_a_replaced_key_is_named(center: Center) -> None:
    other = Signer(Ed25519PrivateKey.generate())
    tamper(center.session, "UPDATE public_keys SET public_key = :key", key=other.public_key)
    assert "is another one than its id says" in wrong(center)


def test_a_key_replaced_with_its_id_is_named(center: Center) -> None:
    other = Signer(Ed25519PrivateKey.generate())
    tamper(
        center.session,
        "UPDATE public_keys SET public_key = :key, key_id = :id",
        key=other.public_key,
        id=other.key_id,
    )
    assert "which was never recorded" in wrong(center)


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "certificate"), ("signature", "AAAA"), ("hash", "0" * 64), ("previous", START)],
)
def test_a_changed_column_of_a_link_is_named(center: Center, column: str, value: str) -> None:
    change = f"UPDATE ledger SET {column} = :value WHERE number = 2"  # noqa: S608  # our own names
    tamper(center.session, change, value=value)
    assert wrong(center).startswith("entry 2: ")


def test_a_changed_moment_of_a_link_is_named(center: Center) -> None:
    (entry, *_) = list_entries(center.session, center.organization.id)
    tamper(
        center.session,
        "UPDATE ledger SET at = :at WHERE number = 1",
        at=entry.at + timedelta(seconds=1),
    )
    assert wrong(center) == "entry 1: Its signature is wrong."


def test_a_score_that_does_not_come_out_again_is_named_though_it_is_signed(
    center: Center,
) -> None:
    employer = center.employer()
    honest = center.snapshot(employer, [])
    center.publish(employer, scores=with_score(honest, "wages", value="99").scores)
    assert wrong(center).startswith("entry 4: Its score is another one: wages value: published 99")


def test_a_level_that_does_not_come_out_again_is_named(center: Center) -> None:
    center.publish(center.employer(), level="gold")
    assert "Its score is another one: level: published gold" in wrong(center)


def test_a_standard_that_nobody_has_is_named(center: Center) -> None:
    center.publish(center.employer(), rubric="stars", edition="1999.1")
    assert "cannot be worked out again here" in wrong(center)


def test_a_body_that_is_no_snapshot_is_named(center: Center) -> None:
    append(
        center.session,
        center.organization.id,
        kind="publication",
        content='{"format":2}',
        keys=center.keys,
        at=center.publications[-1].published_at,
    )
    assert wrong(center).startswith("entry 4: Its body cannot be read: format: Its format is 2")


def test_one_person_alone_is_named(center: Center) -> None:
    author = center.author.id
    roles = Roles(assessed_by=(author,), reviewed_by=author, published_by=author)
    center.publish(center.employer(), roles=roles)
    assert wrong(center) == "entry 4: No second person stands behind it."


def test_a_clock_that_had_not_ended_is_named(center: Center) -> None:
    notice = center.snapshot(center.employer(), []).notice
    assert notice is not None
    late = replace(notice, ended_at=notice.ended_at + timedelta(seconds=1))
    center.publish(center.employer(), notice=late)
    assert wrong(center) == "entry 4: It was published before the employer's clock had ended."


def test_a_body_of_another_organization_is_named(center: Center) -> None:
    employer = center.employer()
    other = replace(center.snapshot(employer, []).organization, id="another")
    center.publish(employer, organization=other)
    assert wrong(center) == "entry 4: Its body speaks of another organization."


def test_an_entry_without_a_publication_is_named(center: Center) -> None:
    tamper(
        center.session,
        "DELETE FROM publications WHERE hash = :hash",
        hash=center.publications[1].hash,
    )
    assert wrong(center) == "entry 2: It is not in the list of publications."


@pytest.mark.parametrize("assignment", ["number = 7", "employer_id = :other", "published_by = :by"])
def test_a_list_that_says_something_else_is_named(center: Center, assignment: str) -> None:
    values = {"other": center.publications[1].employer_id, "by": center.author.id}
    used = {name: value for name, value in values.items() if f":{name}" in assignment}
    change = f"UPDATE publications SET {assignment} WHERE hash = :hash"  # noqa: S608  # our own names
    tamper(center.session, change, hash=center.publications[0].hash, **used)
    assert wrong(center) == "entry 1: The list of publications says something else of it."


@pytest.mark.parametrize(
    ("place", "state"), [(0, PublicationState.CURRENT), (1, PublicationState.SUPERSEDED)]
)
def test_a_state_that_cannot_be_is_named(
    center: Center, place: int, state: PublicationState
) -> None:
    set_publication_state(center.session, center.publications[place].hash, state)
    assert wrong(center) == f"entry {place + 1}: Its state cannot be {state}."


def test_what_was_withdrawn_may_be_followed(center: Center) -> None:
    last = center.publications[1]
    center.withdraw(last)
    center.publish(get_employer(center.session, last.employer_id), supersedes="")
    assert wrong(center) == ""


def test_a_revision_out_of_line_is_named(center: Center) -> None:
    center.publish(center.employer(), revision=2)
    assert wrong(center) == "entry 4: It does not follow the revision before it."


def test_a_body_without_an_entry_is_named(center: Center) -> None:
    tamper(
        center.session,
        "INSERT INTO bodies (hash, organization_id, content) VALUES (:hash, :id, '{}')",
        hash=hash_of("{}"),
        id=center.organization.id,
    )
    assert wrong(center) == "There is a body that belongs to no entry."


def test_a_certificate_of_what_was_published_is_whole(center: Center) -> None:
    center.certify()
    assert wrong(center) == ""


def test_a_certificate_that_is_not_listed_is_named(center: Center) -> None:
    center.certify(is_listed=False)
    assert wrong(center) == "entry 4: It is not in the list of certificates."


def test_a_certificate_that_is_no_entry_is_named(center: Center) -> None:
    center.certify()
    tamper(center.session, "UPDATE certificates SET hash = :hash", hash="0" * 64)
    assert wrong(center) == "entry 4: It is not in the list of certificates."


@pytest.mark.parametrize("column", ["valid_until", "valid_from"])
def test_a_certificate_that_was_made_to_last_longer_is_named(center: Center, column: str) -> None:
    center.certify()
    change = f"UPDATE certificates SET {column} = '2031-01-01'"  # noqa: S608  # our own names
    tamper(center.session, change)
    assert wrong(center) == "entry 4: The list of certificates says something else of it."


@pytest.mark.parametrize("name", ["level", "scoring_hash", "employer_id"])
def test_a_certificate_of_something_else_is_named(center: Center, name: str) -> None:
    center.certify(is_listed=False, **{name: "gold"})
    assert wrong(center) == ("entry 4: It certifies something else than the score that it names.")


def test_a_certificate_of_nothing_is_named(center: Center) -> None:
    center.certify(publication="0" * 64)
    assert wrong(center) == "entry 4: It certifies a score that was not published before."


@pytest.mark.parametrize(("name", "value"), [("number", 9), ("issuer_id", "another")])
def test_a_certificate_of_another_entry_is_named(center: Center, name: str, value: object) -> None:
    center.certify(is_listed=False, **{name: value})
    assert wrong(center) == "entry 4: Its body is that of another entry."


def test_a_kind_that_nobody_knows_is_named(center: Center) -> None:
    append(
        center.session,
        center.organization.id,
        kind="rumor",
        content=canonical_text({"format": 1}),
        keys=center.keys,
        at=center.publications[-1].published_at,
    )
    assert "does not know entries of the kind 'rumor'" in wrong(center)


def test_each_organization_is_named_for_itself(
    center: Center, session: Session, tmp_path: Path
) -> None:
    other = stored_center(session, tmp_path)
    other.publish(other.employer())
    tamper(
        session,
        "UPDATE bodies SET content = '{}' WHERE hash = :hash",
        hash=other.publications[0].hash,
    )
    found = {one.organization: one.wrong for one in report(center).organizations}
    assert found[center.organization.slug] is None
    assert found[other.organization.slug] is not None


def test_a_name_that_was_erased_leaves_every_hash_as_it_was(center: Center) -> None:
    tamper(center.session, "UPDATE people SET name = 'erased', email = id")
    assert wrong(center) == ""
