"""An organization's own standard, from a file to an edition that never changes."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jobquality.access.actors import Role
from jobquality.errors import (
    ConflictError,
    FaultsError,
    ForbiddenError,
    IntegrityFailedError,
    RefusedError,
)
from jobquality.ledger.acts import EditionIssued, load_act
from jobquality.rubrics.catalog import shipped
from jobquality.services.standards import live
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from jobquality.store.publications import find_body, last_entry
from jobquality.store.standards import STANDARD, list_own, read_files
from jobquality.store.tenancy import belong
from tests.live.factories import NOON, stored_person
from tests.live.ledger.published import Center, stored_center
from tests.live.standards.bringing import TAILORED, WASHES, WASHES_2, Bench, bench_of, on_day


def test_a_published_edition_is_found_by_name_and_handed_out_byte_for_byte(
    bench: Bench, database: Database
) -> None:
    bench.publish()

    found = live(shipped(), database).edition("washes", "2026.1")

    assert found.content == WASHES
    assert found.owner == bench.first.organization_id
    assert found.rubric.scoring_hash == list_own(bench.session)[0].scoring_hash


def test_its_entry_in_the_ledger_names_the_file_and_two_people(bench: Bench) -> None:
    bench.publish()

    entry = last_entry(bench.session, bench.first.organization_id)

    assert entry is not None
    act = load_act(entry.kind, find_body(bench.session, entry.hash) or "")
    assert isinstance(act, EditionIssued)
    assert act.file == hashlib.sha256(WASHES).hexdigest()
    assert act.decided_by == (bench.first.person_id, bench.second.person_id)
    assert list_own(bench.session)[0].act_hash == entry.hash


def test_a_tailored_edition_keeps_the_words_of_the_one_it_extends(bench: Bench) -> None:
    bench.publish(TAILORED)

    found = bench.catalog.edition("texas_kitchens", "2026.1")

    assert found.rubric.extends == "restaurants_us@2026.1"
    assert found.words["es"].of("sched_notice_days").ask


def test_an_edition_may_rest_on_another_one_of_ones_own(bench: Bench) -> None:
    bench.publish(TAILORED)
    further = TAILORED.replace(b"restaurants_us@", b"texas_kitchens@").replace(
        b"rubric: texas_kitchens", b"rubric: houston_kitchens"
    )

    bench.publish(further)

    assert bench.catalog.edition("houston_kitchens", "2026.1").rubric.tailored


def test_whoever_proposed_it_does_not_publish_it(bench: Bench) -> None:
    proposal = bench.propose(bench.bring())

    with pytest.raises(ForbiddenError, match="another person"):
        bench.decide(proposal, by=bench.first)


def test_whoever_brought_the_file_does_not_publish_it_either(bench: Bench) -> None:
    draft = bench.bring()
    proposal = replace(bench, first=bench.second, second=bench.first).propose(draft)

    with pytest.raises(ForbiddenError, match="You brought this standard"):
        bench.decide(proposal, by=bench.first)


def test_an_advocate_neither_brings_nor_publishes_a_standard(bench: Bench, center: Center) -> None:
    advocate = stored_person(bench.session, center.organization, Role.ADVOCATE).actor
    proposal = bench.propose(bench.bring())

    with pytest.raises(ForbiddenError, match="administrator"):
        replace(bench, first=advocate).bring()
    with pytest.raises(ForbiddenError, match="reviewer"):
        bench.decide(proposal, by=advocate)


def test_a_refused_edition_is_not_there(bench: Bench) -> None:
    bench.decide(bench.propose(bench.bring()), yes=False)

    assert list_own(bench.session) == ()
    assert bench.catalog.find("washes@2026.1") is None


def test_the_id_of_a_shipped_standard_is_refused(bench: Bench) -> None:
    with pytest.raises(RefusedError, match="'retail_us' belongs to a standard that ships"):
        bench.bring(WASHES.replace(b"rubric: washes", b"rubric: retail_us"))


def test_the_id_of_another_organizations_standard_is_refused(
    bench: Bench, database: Database, tmp_path: Path
) -> None:
    bench.publish()
    other = stored_center(bench.session, tmp_path / "other")
    theirs = bench_of(bench.session, database, other.keys, other.author.actor, other.reviewer.actor)

    with pytest.raises(RefusedError, match="another organization"):
        theirs.bring(WASHES_2)


def test_an_edition_that_is_published_never_comes_twice_nor_an_older_one_later(
    bench: Bench,
) -> None:
    bench.publish(WASHES_2)

    with pytest.raises(RefusedError, match="published already"):
        bench.bring(WASHES_2)
    with pytest.raises(RefusedError, match="newer"):
        bench.bring(WASHES)


def test_two_drafts_of_one_edition_are_not_both_published(bench: Bench) -> None:
    first, second = bench.bring(), bench.bring()
    proposals = [bench.propose(first), bench.propose(second)]
    bench.decide(proposals[0])

    with pytest.raises((RefusedError, ConflictError)):
        bench.decide(proposals[1])


def test_a_test_of_the_file_that_does_not_come_out_stops_the_proposal(bench: Bench) -> None:
    draft = bench.bring(WASHES.replace(b"gives: {total: 100}", b"gives: {total: 90}"))

    with pytest.raises(FaultsError) as refusal:
        bench.propose(draft)

    assert refusal.value.faults[0].line == WASHES.count(b"\n") - 2
    assert "total gives 100, not 90" in refusal.value.faults[0].message


def test_a_day_in_the_past_is_refused(bench: Bench) -> None:
    with pytest.raises(FaultsError, match="past"):
        bench.propose(bench.bring(), in_use_from=on_day(-1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE standards SET scoring_hash = 'x'",
        "UPDATE standard_files SET content = NULL",
        "UPDATE standard_owners SET organization_id = 'x'",
        "DELETE FROM standard_files",
        "DELETE FROM standards",
    ],
)
def test_the_database_refuses_to_change_or_remove_an_edition(bench: Bench, statement: str) -> None:
    bench.publish()

    with (
        pytest.raises(DatabaseError, match="Nothing published changes"),
        bench.session.begin_nested(),
    ):
        bench.session.connection().execute(text(statement))


def test_verify_works_out_what_was_scored_by_an_own_standard(
    bench: Bench, database: Database
) -> None:
    bench.publish()
    belong(bench.session, EVERY_ORGANIZATION)

    report = verify(bench.session, live(shipped(), database))

    assert report.is_whole
    assert [one.entries for one in report.organizations] == [1]


def test_t10_an_own_standard_whose_file_was_changed_in_the_database_is_named(bench: Bench) -> None:
    bench.publish()
    connection = bench.session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER standard_files_never_change"))
    else:
        connection.execute(text("ALTER TABLE standard_files DISABLE TRIGGER USER"))
    changed = {"content": WASHES + b"# easier", "part": STANDARD}
    statement = "UPDATE standard_files SET content = :content WHERE part = :part"
    connection.execute(text(statement), changed)
    bench.session.expunge_all()
    belong(bench.session, EVERY_ORGANIZATION)

    (found,) = verify(bench.session, shipped()).organizations

    assert str(found.wrong) == (
        "entry 1: The standard washes@2026.1 is another one than the one that was issued."
    )


def test_the_page_of_heads_prints_how_to_verify_with_each_own_standard(
    bench: Bench, center: Center, client: FlaskClient
) -> None:
    address = f"/en/o/{center.organization.slug}/heads"
    assert "--standard" not in client.get(address).text

    bench.publish()

    assert " --standard 2026.1.yaml</code>" in client.get(address).text


def test_the_kept_files_are_those_that_were_brought(session: Session, bench: Bench) -> None:
    words = b"words: washes\nedition: 2026.1\nlanguage: es\nreviewed: no\ntitle: Autolavados\n"
    bench.publish(es=words)

    assert read_files(session, "washes@2026.1") == {"standard": WASHES, "es": words}
    assert bench.catalog.edition("washes", "2026.1").words["es"].title == "Autolavados"


def test_an_edition_says_from_when_it_is_used(bench: Bench) -> None:
    proposal = bench.propose(bench.bring(), in_use_from=on_day(60))
    bench.decide(proposal, at=NOON)

    assert bench.catalog.edition("washes", "2026.1").in_use_from == on_day(60)


def test_t10_words_of_an_own_standard_that_were_changed_are_named_and_not_shown(
    bench: Bench, database: Database
) -> None:
    bench.publish(TAILORED)
    name = list_own(bench.session)[0].name
    connection = bench.session.connection()
    statement = """
        INSERT INTO standard_files (organization_id, name, part, content, sha256)
        SELECT organization_id, name, 'es', :content, sha256 FROM standard_files
        WHERE part = 'standard'
    """
    connection.execute(text(statement), {"content": b"title: Otra cosa\n"})
    bench.session.expunge_all()

    with pytest.raises(IntegrityFailedError, match="not the one that was issued"):
        live(shipped(), database).find(name)
    belong(bench.session, EVERY_ORGANIZATION)
    (found,) = verify(bench.session, shipped()).organizations

    assert "is another one than the one that was issued" in str(found.wrong)
