"""Two records of one employer become one, and everything published of either stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, ForbiddenError, NotFoundError, RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import shipped
from jobquality.services.duplicates import Reason, call_different, find_pairs
from jobquality.services.employers import (
    EstablishmentCommand,
    add_establishment,
    change_employer,
)
from jobquality.services.mergers import (
    UNDO,
    Obstacle,
    Propose,
    decide_merger,
    preview_merger,
    propose_merger,
    undo_merger,
)
from jobquality.services.verifying import verify
from jobquality.store.assessments import change_assessment, get_assessment, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import (
    Employer,
    get_employer,
    list_employers,
    list_establishments,
)
from jobquality.store.keys import Keyring
from jobquality.store.people import Person
from tests.live.assessments.assessing import stored_draft
from tests.live.employers.test_employers import added
from tests.live.employers.test_names import renamed
from tests.live.factories import NOON, log_in, stored_organization, stored_person, turn_clock
from tests.live.ledger.published import Center, stored_center

PLACES = shipped().parameters.places
LATER = NOON.replace(year=2027)
#: The very moment in which a center publishes first.
SOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
#: Where nothing is published, nothing is signed.
KEYS = Keyring(Path("no-keys"))


@pytest.fixture
def person(session: Session) -> Person:
    return stored_person(session, stored_organization(session))


def site(session: Session, person: Person, employer_id: str, name: str, address: str = "") -> str:
    command = EstablishmentCommand(
        id=f"site-{employer_id[:10]}-{name}"[:32],
        employer_id=employer_id,
        name=name,
        address=address,
    )
    return add_establishment(session, person.actor, command, places=PLACES, at=NOON).id


def of(kept: str, merged: str) -> Propose:
    return Propose(id="merger", kept_id=kept, merged_id=merged, reason="One kitchen, one owner")


def reasons(session: Session) -> list[tuple[Reason, ...]]:
    return [one.reasons for one in find_pairs(session)]


def test_the_same_address_and_a_similar_name_are_a_strong_hint(
    session: Session, person: Person
) -> None:
    first = added(session, person, "Golden Dragon Kitchen")
    second = added(session, person, "Dragon Kitchen", id="second")
    far = added(session, person, "Elm Diner", id="far")
    site(session, person, first, "Main", "500 North Elm Street, Suite 4, Austin, TX 78701")
    site(session, person, second, "Main", "500 N. Elm St., Austin TX 78701-1234")
    site(session, person, far, "Main", "500 N Elm St, Austin, TX 78701")

    (pair,) = find_pairs(session)

    assert {pair.first.id, pair.second.id} == {first, second}
    assert pair.reasons == (Reason.ADDRESS,)


def test_not_the_same_is_remembered(session: Session, person: Person) -> None:
    first = added(session, person, "Elm Street Diner")
    second = added(session, person, "Elm Street Diners", id="second", is_another=True)
    assert reasons(session) == [(Reason.NAME,)]

    call_different(session, person.actor, (second, first), at=NOON)
    call_different(session, person.actor, (first, second), at=NOON)

    assert reasons(session) == []


def test_two_restaurants_of_one_company_are_no_duplicates(session: Session, person: Person) -> None:
    added(session, person, "Elm Diner", legal_name="Smith Foods LLC")
    added(session, person, "Oak Grill", legal_name="Smith Foods", id="oak", is_another=True)

    assert reasons(session) == []


def test_t9_no_pair_tells_of_another_organization(session: Session, person: Person) -> None:
    first = added(session, person, "Elm Diner")
    stranger = stored_person(session, stored_organization(session))
    theirs = added(session, stranger, "Elm Diner", id="theirs")

    assert reasons(session) == []
    with pytest.raises(NotFoundError):
        call_different(session, stranger.actor, (theirs, first), at=NOON)
    with pytest.raises(NotFoundError):
        preview_merger(session, theirs, first)


def test_without_a_publication_one_person_merges_and_everything_goes_over(
    session: Session, person: Person
) -> None:
    kept, merged = (
        get_employer(session, added(session, person, name)) for name in ("Elm Diner", "Oak Grill")
    )
    draft = stored_draft(session, person, merged)
    site(session, person, kept.id, "Main")
    site(session, person, merged.id, "Main")

    propose_merger(session, person.actor, of(kept.id, merged.id), keys=KEYS, at=NOON)

    assert get_assessment(session, draft.id).employer_id == kept.id
    assert len(list_establishments(session, kept.id)) == 2
    assert [one.id for one in list_employers(session)] == [kept.id]
    with pytest.raises(RefusedError, match="part of Elm Diner"):
        site(session, person, merged.id, "Third")


def test_an_undo_gives_each_record_back_what_it_had(session: Session, person: Person) -> None:
    kept, merged = (
        get_employer(session, added(session, person, name)) for name in ("Elm Diner", "Oak Grill")
    )
    draft = stored_draft(session, person, merged)
    site(session, person, kept.id, "Main")
    moved = site(session, person, merged.id, "Main")
    propose_merger(session, person.actor, of(kept.id, merged.id), keys=KEYS, at=NOON)

    undo_merger(session, person.actor, "merger", keys=KEYS, at=NOON + UNDO)

    assert get_assessment(session, draft.id).employer_id == merged.id
    assert [(one.id, one.slug) for one in list_establishments(session, merged.id)] == [
        (moved, "main")
    ]
    again = get_employer(session, merged.id)
    assert replace(again, version=merged.version) == merged
    with pytest.raises(RefusedError, match="not merged"):
        undo_merger(session, person.actor, "merger", keys=KEYS, at=NOON + UNDO)


def test_after_seven_days_a_merger_stays(session: Session, person: Person) -> None:
    kept, merged = (added(session, person, name) for name in ("Elm Diner", "Oak Grill"))
    propose_merger(session, person.actor, of(kept, merged), keys=KEYS, at=NOON)

    with pytest.raises(RefusedError, match="7 days"):
        undo_merger(
            session, person.actor, "merger", keys=KEYS, at=NOON + UNDO + timedelta(seconds=1)
        )


def test_what_stands_in_the_way_is_named_before_it_happens(
    session: Session, person: Person
) -> None:
    kept, merged = (
        get_employer(session, added(session, person, name)) for name in ("Elm Diner", "Oak Grill")
    )
    mine = stored_draft(session, person, kept)
    theirs = stored_draft(session, person, merged)

    (conflict,) = preview_merger(session, kept.id, merged.id).conflicts

    assert conflict.obstacle is Obstacle.TWO_DRAFTS
    assert {one.id for one in conflict.assessments} == {mine.id, theirs.id}
    with pytest.raises(RefusedError, match="same standard"):
        propose_merger(session, person.actor, of(kept.id, merged.id), keys=KEYS, at=NOON)


@pytest.fixture
def pair(database: Database, tmp_path: Path) -> tuple[Center, Employer, Employer]:
    """Blue Door and Red Door, each published; Red Door, twice and certified, becomes a part."""
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        merged = center.employer(name="Red Door", name_key="red door", slug="red-door")
        kept = center.employer(name="Blue Door", name_key="blue door", slug="blue-door")
        center.publish(merged)
        center.publish(merged)
        center.certify()
        center.publish(kept)
        propose_merger(
            session, center.author.actor, of(kept.id, merged.id), keys=center.keys, at=LATER
        )
    return center, kept, merged


def merge(database: Database, center: Center) -> None:
    with database.transaction(center.organization.id) as session:
        center.session = session
        actor = center.reviewer.actor
        decide_merger(session, actor, "merger", is_confirmed=True, keys=center.keys, at=LATER)


def test_with_a_publication_a_second_person_confirms_and_until_then_nothing_moves(
    database: Database, client: FlaskClient, pair: tuple[Center, Employer, Employer]
) -> None:
    center, kept, merged = pair
    turn_clock(client, LATER)
    page = log_in(client, center.reviewer).get("/en/work/mergers/merger").text
    assert 'href="/en/work/mergers/merger"' in client.get("/en/work/").text, "the desk names it"
    assert "Published scorecards: 2." in page
    assert "Confirm: they are one" in page
    assert client.get("/en/e/red-door").status_code == 200

    with (
        pytest.raises(ForbiddenError, match="another person"),
        database.transaction(center.organization.id) as session,
    ):
        decide_merger(
            session, center.author.actor, "merger", is_confirmed=True, keys=center.keys, at=LATER
        )

    answer = client.post("/en/work/mergers/merger", data={"decision": "confirm", "key": "k"})
    assert answer.status_code == 303
    with database.reading(center.organization.id) as session:
        assert get_employer(session, merged.id).merged_into == kept.id
        assert len(list_assessments(session, kept.id)) == 3
    assert client.get(f"/en/work/employers/{merged.id}").location == f"/en/work/employers/{kept.id}"
    record = client.get(f"/en/work/employers/{kept.id}").text
    assert record.count('<h3 dir="auto">Red Door</h3>') == 1, "a name stands once among the others"
    assert "A second record of this employer, now a part of this one." in record


def test_every_address_of_a_merged_record_still_leads_to_what_was_published(
    client: FlaskClient, database: Database, pair: tuple[Center, Employer, Employer]
) -> None:
    center, _, _ = pair
    merge(database, center)

    old = client.get("/es/e/red-door/1")
    listed = client.get("/en/employers").text
    page = client.get("/en/e/blue-door").text

    assert client.get("/en/e/red-door").location == "/en/e/blue-door"
    assert (old.status_code, old.location) == (301, "/es/e/blue-door/was/red-door/1")
    assert "Publicado como Red Door" in client.get(old.location).text
    assert listed.count('<div class="who">') == 1
    assert "/en/e/blue-door/was/red-door/2" in page
    assert "/en/e/blue-door/1" in page
    hashes = [one.hash for one in center.publications]
    told = client.get("/api/v1/employers/red-door/scorecards", follow_redirects=True).get_json()
    assert {one["hash"] for one in told["items"]} == set(hashes)
    found = client.get("/api/v1/employers").get_json()["items"]
    assert [one["slug"] for one in found] == ["blue-door"]
    assert [one["hash"] for one in found[0]["scorecards"]] == [hashes[-1]]


def test_the_ledger_of_a_merged_record_stays_whole_and_its_certificate_holds(
    client: FlaskClient, database: Database, pair: tuple[Center, Employer, Employer]
) -> None:
    center, _, merged = pair
    merge(database, center)

    with database.reading(EVERY_ORGANIZATION) as session:
        report = verify(session, shipped())
    code = f"CODE3{center.organization.id}".upper()
    answer = client.get(f"/en/verify/{code}")

    assert report.is_whole
    assert load_snapshot(center.publications[0].content).employer.id == merged.id
    assert answer.status_code == 200
    assert "The employer is now called Blue Door." in answer.text


def test_an_undone_merger_leads_back_to_the_record_of_its_own(
    client: FlaskClient, database: Database, pair: tuple[Center, Employer, Employer]
) -> None:
    center, _, _ = pair
    merge(database, center)
    with database.transaction(center.organization.id) as session:
        undo_merger(session, center.author.actor, "merger", keys=center.keys, at=LATER + UNDO)

    part = client.get("/en/e/blue-door/was/red-door/1")

    assert (part.status_code, part.location) == (302, "/en/e/red-door/1")
    assert client.get("/en/e/red-door/1").status_code == 200
    assert client.get("/en/employers").text.count('<div class="who">') == 2


def test_what_is_published_after_a_merger_goes_on_in_the_line_of_the_record_that_stays(
    client: FlaskClient, database: Database, pair: tuple[Center, Employer, Employer]
) -> None:
    center, kept, _ = pair
    merge(database, center)
    with database.transaction(center.organization.id) as session:
        center.session = session
        newest = center.publish(kept)
    with database.reading(EVERY_ORGANIZATION) as session:
        assert verify(session, shipped()).is_whole

    assert client.get("/e/red-door.json", follow_redirects=True).text == newest.content


def test_once_something_new_is_published_a_merger_cannot_be_undone(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        kept, merged = center.employer(), center.employer()
        center.publish(kept)
        propose_merger(
            session, center.author.actor, of(kept.id, merged.id), keys=center.keys, at=SOON
        )
        decide_merger(
            session, center.reviewer.actor, "merger", is_confirmed=True, keys=center.keys, at=SOON
        )
        center.publish(kept)

        with pytest.raises(RefusedError, match="published since"):
            undo_merger(session, center.author.actor, "merger", keys=center.keys, at=SOON + UNDO)
        with pytest.raises(ConflictError):
            decide_merger(
                session,
                center.reviewer.actor,
                "merger",
                is_confirmed=True,
                keys=center.keys,
                at=SOON,
            )


def test_an_assessment_with_the_employer_keeps_its_record_from_going_away(
    session: Session, person: Person
) -> None:
    kept, merged = (
        get_employer(session, added(session, person, name)) for name in ("Elm Diner", "Oak Grill")
    )
    draft = stored_draft(session, person, merged)
    change_assessment(session, replace(draft, state=AssessmentState.NOTICE))

    (conflict,) = preview_merger(session, kept.id, merged.id).conflicts

    assert conflict.obstacle is Obstacle.IN_REVIEW


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_duplicates_shows_pairs_with_their_reasons(
    client: FlaskClient, session: Session, person: Person, language: str
) -> None:
    added(session, person, "Elm Street Diner", website="https://www.elm.example/a")
    added(session, person, "Oak Grill", website="https://elm.example", id="second")
    log_in(client, person)

    page = client.get(f"/{language}/work/employers/duplicates").text

    assert {"en": "Same website", "es": "Mismo sitio web"}[language] in page
    assert "Oak Grill" in page


def test_t9_nobody_changes_a_name_under_a_merger_that_another_person_is_about_to_confirm(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        kept = center.employer(name="Blue Door", name_key="blue door", slug="blue-door")
        merged = center.employer(name="Red Door", name_key="red door", slug="red-door")
        center.publish(merged)
        author, reviewer = center.author.actor, center.reviewer.actor
        propose_merger(session, author, of(kept.id, merged.id), keys=center.keys, at=LATER)

        change_employer(session, author, renamed(kept, "Acme Foods"), places=PLACES, at=LATER)

        assert get_employer(session, kept.id).name == "Blue Door"
        with pytest.raises(RefusedError, match="change of a name waits"):
            decide_merger(
                session, reviewer, "merger", is_confirmed=True, keys=center.keys, at=LATER
            )
