from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.access.states import PublicationState
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, NotFoundError
from jobquality.rubrics.catalog import shipped
from jobquality.services.employers import (
    EmployerCommand,
    EstablishmentCommand,
    add_employer,
    add_establishment,
    change_employer,
    find_lookalikes,
    search_employers,
)
from jobquality.store.employers import get_employer, list_employers
from jobquality.store.people import Person
from jobquality.store.publications import Entry, Publication, add_entry, add_publication
from tests.live.assessments.assessing import Case
from tests.live.factories import NOON, stored_organization, stored_person

PLACES = shipped().parameters.places


def added(session: Session, person: Person, name: str, **but: object) -> str:
    given: dict[str, object] = {"id": f"id-{name}"[:32], "sector": "722511", "place": "TX"}
    command = EmployerCommand(name=name, **given | but)  # type: ignore[arg-type]  # as above
    return add_employer(session, person.actor, command, places=PLACES, at=NOON).id


@pytest.fixture
def person(session: Session) -> Person:
    return stored_person(session, stored_organization(session))


def test_an_employer_keeps_the_code_of_its_place_and_a_readable_public_name(
    session: Session, person: Person
) -> None:
    employer = get_employer(session, added(session, person, "Café José & Sons", place="48453"))

    assert employer.place == "48453"
    assert employer.slug == "cafe-jose-and-sons"


@pytest.mark.parametrize(
    "twin",
    [
        "Starbucks",
        "STARBUCKS",
        "St\u0430rbucks",  # Cyrillic
        "\uff33tarbucks",  # full width
        "St\u00e1rbucks",
        "Starbuck's",
    ],
)
def test_a_name_that_looks_the_same_is_refused_and_the_other_is_named(
    session: Session, person: Person, twin: str
) -> None:
    added(session, person, "Starbucks")

    with pytest.raises(FaultsError, match="looks the same: Starbucks"):
        added(session, person, twin, id="twin", is_another=True)


def test_a_close_name_is_asked_about_and_may_be_another_employer(
    session: Session, person: Person
) -> None:
    first = added(session, person, "Golden Dragon Kitchen")

    with pytest.raises(FaultsError, match="one of these"):
        added(session, person, "Golden Dragon Kitchens")

    assert [one.id for one in find_lookalikes(session, "Golden Dragon Kitchens").close] == [first]
    assert added(session, person, "Golden Dragon Kitchens", is_another=True)


def test_two_organizations_may_each_have_the_same_employer_under_its_own_public_name(
    session: Session, person: Person
) -> None:
    added(session, person, "Elm Diner")
    other = stored_person(session, stored_organization(session))

    second = get_employer(session, added(session, other, "Elm Diner", id="second"))

    assert second.slug == "elm-diner-2"
    assert [one.id for one in list_employers(session)] == ["second"]


@pytest.mark.parametrize(("name", "slug"), [("Admin", "admin-2"), ("海底捞", "employer-2")])
def test_a_public_name_is_no_word_of_ours_and_never_empty(
    session: Session, person: Person, name: str, slug: str
) -> None:
    assert get_employer(session, added(session, person, name)).slug == slug


def test_every_fault_is_named_at_once(session: Session, person: Person) -> None:
    added(session, person, "Elm Diner")

    with pytest.raises(FaultsError) as refusal:
        added(session, person, "elm diner", place="Atlantis")

    assert {fault.where for fault in refusal.value.faults} == {"name", "place"}


def test_a_name_of_signs_alone_is_refused(session: Session, person: Person) -> None:
    with pytest.raises(FaultsError, match="at least one letter"):
        added(session, person, "!!! \u2800")


def test_who_saw_an_older_version_overwrites_nothing(session: Session, person: Person) -> None:
    employer_id = added(session, person, "Elm Diner")
    seen = get_employer(session, employer_id)
    mine = EmployerCommand(
        id=employer_id, name="Elm Diner", sector="722513", place="TX", version=seen.version
    )
    change_employer(session, person.actor, replace(mine, headcount=12), places=PLACES, at=NOON)

    with pytest.raises(ConflictError):
        change_employer(session, person.actor, replace(mine, headcount=99), places=PLACES, at=NOON)

    assert get_employer(session, employer_id).headcount == 12


def publish(session: Session, case: Case) -> None:
    entry = Entry(
        organization_id=case.actor.organization_id,
        number=1,
        kind="publication",
        hash="a" * 64,
        previous="0" * 64,
        at=NOON,
        key_id="key",
        signature="signature",
    )
    add_entry(session, entry, "{}")
    publication = Publication(
        hash=entry.hash,
        organization_id=entry.organization_id,
        number=1,
        employer_id=case.employer.id,
        assessment_id=case.assessment.id,
        state=PublicationState.CURRENT,
        contested=False,
        published_at=NOON,
        published_by=case.person.id,
        content="{}",
    )
    add_publication(session, publication)


def test_only_an_advocate_adds_employers(session: Session) -> None:
    reviewer = stored_person(session, stored_organization(session), Role.REVIEWER)

    with pytest.raises(ForbiddenError):
        added(session, reviewer, "Elm Diner")


def test_an_employer_of_another_organization_does_not_exist(
    session: Session, person: Person
) -> None:
    employer_id = added(session, person, "Elm Diner")
    stranger = stored_person(session, stored_organization(session))
    site = EstablishmentCommand(id="site", employer_id=employer_id, name="Main Street")

    with pytest.raises(NotFoundError):
        add_establishment(session, stranger.actor, site, places=PLACES, at=NOON)


def test_a_search_reads_past_case_accents_and_the_order_of_words(
    session: Session, person: Person
) -> None:
    added(session, person, "Café Ñandú", legal_name="Nandu Foods LLC")
    added(session, person, "Elm Diner")

    assert [one.name for one in search_employers(session, "nandu CAFE")] == ["Café Ñandú"]
    assert [one.name for one in search_employers(session, "foods")] == ["Café Ñandú"]
    assert len(search_employers(session, "")) == 2


def test_a_workplace_lies_where_its_employer_does_unless_somebody_says_otherwise(
    session: Session, person: Person
) -> None:
    employer_id = added(session, person, "Elm Diner")
    main = EstablishmentCommand(id="a", employer_id=employer_id, name="Main Street")
    travis = replace(main, id="b", name="Travis", place="48453")

    first = add_establishment(session, person.actor, main, places=PLACES, at=NOON)
    second = add_establishment(session, person.actor, travis, places=PLACES, at=NOON)

    assert (first.place, second.place) == ("48", "48453")
    assert first.slug == "main-street"


def test_two_workplaces_of_an_employer_have_two_names(session: Session, person: Person) -> None:
    employer_id = added(session, person, "Elm Diner")
    site = EstablishmentCommand(id="a", employer_id=employer_id, name="Main Street")
    add_establishment(session, person.actor, site, places=PLACES, at=NOON)

    with pytest.raises(FaultsError, match="workplace of that name"):
        add_establishment(
            session, person.actor, replace(site, id="b", name="MAIN street"), places=PLACES, at=NOON
        )
