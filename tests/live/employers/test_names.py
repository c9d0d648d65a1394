"""T4: an employer that hides behind another name, or takes the record of a good one."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.actors import Role
from jobquality.errors import (
    ConflictError,
    FaultsError,
    ForbiddenError,
    NotFoundError,
    RefusedError,
)
from jobquality.rubrics.catalog import shipped
from jobquality.services.employers import (
    EmployerCommand,
    change_employer,
    find_lookalikes,
    search_employers,
)
from jobquality.services.names import NameCommand, add_name, confirm_name, remove_name
from jobquality.services.renames import DecideChange, decide_change
from jobquality.store.database import Database
from jobquality.store.employers import Employer, get_employer
from jobquality.store.names import NameKind, list_names
from jobquality.store.people import Person
from jobquality.store.renames import ChangeState, list_changes
from tests.live.employers.test_employers import added
from tests.live.factories import NOON, log_in, stored_organization, stored_person, turn_clock
from tests.live.ledger.published import Center, stored_center

LATER = NOON.replace(year=2027)
PLACES = shipped().parameters.places
TWINS = (
    ("Starbucks", "St\u0430rbucks"),  # the row of T4: a Cyrillic a
    ("Acme Diner", "Acme\u200bDiner"),  # the row of T4: a space that cannot be seen
    ("Acme Diner", "ACME\u00a0D\u00edner, Inc."),
    ("Acme Diner", "The Acme-Diner LLC"),
    ("Acme Diner", "Acme \u202eDiner"),
    ("Caf\u00e9 Luz", "Cafe Luz, S.A. de C.V."),
)


@pytest.fixture
def person(session: Session) -> Person:
    return stored_person(session, stored_organization(session))


@pytest.fixture
def center(session: Session, tmp_path: object) -> Center:
    return stored_center(session, tmp_path)  # type: ignore[arg-type]  # a folder


def renamed(employer: Employer, name: str, **but: object) -> EmployerCommand:
    given: dict[str, object] = {
        "id": employer.id,
        "name": name,
        "sector": employer.sector,
        "place": employer.place,
        "headcount": employer.headcount,
        "profile": employer.profile,
        "version": employer.version,
    }
    return EmployerCommand(**given | but)  # type: ignore[arg-type]  # a test says what it needs


def propose(center: Center, employer: Employer, name: str, **but: object) -> DecideChange:
    command = renamed(get_employer(center.session, employer.id), name, **but)
    actor = center.author.actor
    change_employer(center.session, actor, command, places=PLACES, at=NOON)
    (change,) = list_changes(center.session, employer.id, state=ChangeState.OPEN)
    return DecideChange(employer_id=employer.id, change_id=change.id, is_confirmed=True)


@pytest.mark.parametrize(("real", "twin"), TWINS)
def test_t4_a_name_that_looks_like_another_employers_is_refused_and_names_it(
    session: Session, client: FlaskClient, person: Person, real: str, twin: str
) -> None:
    added(session, person, real, id="real")
    log_in(client, person)
    form = {"name": twin, "sector": "722511", "place": "TX", "is_another": "yes", "key": "k"}

    answer = client.post("/en/work/employers/new", data=form)

    assert answer.status_code == 422
    assert f'<a href="/en/work/employers/real">{real}</a>' in answer.text
    with pytest.raises(FaultsError, match=f"whose name looks the same: {real}"):
        added(session, person, twin, id="twin", is_another=True)


@pytest.mark.parametrize("kind", [NameKind.TRADE, NameKind.FORMER, NameKind.LEGAL, NameKind.BRAND])
def test_t4_a_name_is_held_against_every_name_that_an_employer_has_or_had(
    session: Session, person: Person, kind: NameKind
) -> None:
    first = added(session, person, "Elm Diner")
    name = NameCommand(id="n", employer_id=first, kind=kind, text="Blue Door")
    add_name(session, person.actor, name, at=NOON)

    with pytest.raises(FaultsError, match=r"Elm Diner \(also known as Blue Door\)"):
        added(session, person, "B1ue D\u043eor", id="twin")


def test_two_employers_of_one_company_are_asked_about_and_may_both_be(
    session: Session, person: Person
) -> None:
    added(session, person, "Elm Diner", legal_name="Smith Foods LLC")

    with pytest.raises(FaultsError, match=r"Is it one of these\? Elm Diner"):
        added(session, person, "Oak Grill", legal_name="Smith Foods", id="oak")
    both = added(session, person, "Oak Grill", legal_name="Smith Foods", id="oak", is_another=True)

    assert get_employer(session, both).legal_name == "Smith Foods"


def test_t9_no_name_of_another_organization_is_told(session: Session, person: Person) -> None:
    added(session, person, "Elm Diner")
    stranger = stored_person(session, stored_organization(session))

    assert find_lookalikes(session, "Elm Diner").same is None
    assert search_employers(session, "elm") == ()
    assert added(session, stranger, "Elm Diner", id="theirs")


def test_before_anything_is_published_one_person_renames_and_the_old_address_is_nobody_elses(
    session: Session, person: Person
) -> None:
    employer = get_employer(session, added(session, person, "Elm Diner"))

    change_employer(session, person.actor, renamed(employer, "Oak Diner"), places=PLACES, at=NOON)
    again = get_employer(session, added(session, person, "Elm Street Bar", id="bar"))
    other = added(session, person, "Elm-Diner #2", id="other", is_another=True)

    assert get_employer(session, employer.id).slug == "oak-diner"
    assert again.slug == "elm-street-bar"
    assert get_employer(session, other).slug == "elm-diner-2"
    assert [one.text for one in list_names(session, [employer.id])] == ["Elm Diner"]


def test_an_old_address_is_not_given_back_even_to_the_same_employer(
    session: Session, person: Person
) -> None:
    employer = get_employer(session, added(session, person, "Elm Diner"))
    for name in ("Oak Diner", "Elm Diner"):
        command = renamed(get_employer(session, employer.id), name)
        change_employer(session, person.actor, command, places=PLACES, at=NOON)

    # A browser remembers a 301 for ever: there and back would go round in circles.
    assert get_employer(session, employer.id).slug == "elm-diner-2"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("legal_name", "Another LLC"),
        ("website", "https://another.example"),
        ("registration", "12-3456789"),
    ],
)
def test_t4_who_a_published_employer_is_changes_only_by_two_people(
    center: Center, field: str, value: str
) -> None:
    employer = center.employer(name="Blue Door", name_key="blue door")
    center.publish(employer)

    decision = propose(center, employer, "Blue Door", **{field: value})

    assert getattr(get_employer(center.session, employer.id), field) == ""
    with pytest.raises(ForbiddenError, match="another person"):
        decide_change(center.session, center.author.actor, decision, keys=center.keys, at=LATER)
    decide_change(center.session, center.reviewer.actor, decision, keys=center.keys, at=LATER)
    assert getattr(get_employer(center.session, employer.id), field) == value


def test_the_other_facts_of_a_published_employer_are_kept_at_once(center: Center) -> None:
    employer = center.employer(name="Blue Door", name_key="blue door")
    center.publish(employer)

    propose(center, employer, "Red Door", headcount=31)

    kept = get_employer(center.session, employer.id)
    assert (kept.name, kept.headcount) == ("Blue Door", 31)


def test_a_change_is_decided_once_and_may_be_taken_back_by_whoever_proposed_it(
    center: Center,
) -> None:
    employer = center.employer(name="Blue Door", name_key="blue door")
    center.publish(employer)
    decision = propose(center, employer, "Red Door")
    no = replace(decision, is_confirmed=False)

    decide_change(center.session, center.author.actor, no, keys=center.keys, at=LATER)

    with pytest.raises(ConflictError, match="decided"):
        decide_change(center.session, center.reviewer.actor, decision, keys=center.keys, at=LATER)
    assert get_employer(center.session, employer.id).name == "Blue Door"


def test_a_newer_proposal_takes_the_place_of_an_open_one(center: Center) -> None:
    employer = center.employer(name="Blue Door", name_key="blue door")
    center.publish(employer)
    first = propose(center, employer, "Red Door")

    second = propose(center, employer, "Green Door")

    with pytest.raises(ConflictError):
        decide_change(center.session, center.reviewer.actor, first, keys=center.keys, at=LATER)
    decide_change(center.session, center.reviewer.actor, second, keys=center.keys, at=LATER)
    assert get_employer(center.session, employer.id).name == "Green Door"


def test_a_name_that_somebody_took_meanwhile_is_not_confirmed(center: Center) -> None:
    employer = center.employer(name="Blue Door", name_key="blue door")
    center.publish(employer)
    decision = propose(center, employer, "Red Door")
    added(center.session, center.author, "Red D\u043eor", id="meanwhile")

    with pytest.raises(FaultsError, match="looks the same"):
        decide_change(center.session, center.reviewer.actor, decision, keys=center.keys, at=LATER)


def test_a_further_name_is_for_everyone_only_after_a_second_person(center: Center) -> None:
    session, employer = center.session, center.employer()
    name = NameCommand(id="n", employer_id=employer.id, kind=NameKind.FORMER, text="Blue Door")
    add_name(session, center.author.actor, name, at=NOON)

    with pytest.raises(ForbiddenError, match="another person"):
        confirm_name(session, center.author.actor, employer.id, "n", keys=center.keys, at=NOON)
    confirm_name(session, center.reviewer.actor, employer.id, "n", keys=center.keys, at=NOON)

    with pytest.raises(RefusedError, match="stays with the employer"):
        remove_name(session, center.author.actor, employer.id, "n", at=NOON)
    assert search_employers(session, "blue") == (get_employer(session, employer.id),)


def test_a_name_of_another_employer_is_not_found_under_this_one(center: Center) -> None:
    first, second = center.employer(), center.employer()
    name = NameCommand(id="n", employer_id=first.id, kind=NameKind.TRADE, text="Blue Door")
    add_name(center.session, center.author.actor, name, at=NOON)

    with pytest.raises(NotFoundError):
        remove_name(center.session, center.author.actor, second.id, "n", at=NOON)


@pytest.fixture
def moved(database: Database, tmp_path: object) -> Center:
    """A certified employer that was renamed from Blue Door to Red Door by two people."""
    with database.transaction() as session:
        center = stored_center(session, tmp_path)  # type: ignore[arg-type]  # a folder
        employer = center.employer(name="Blue Door", name_key="blue door", slug="blue-door")
        center.publish(employer)
        center.publish(employer)
        center.certify()
        decision = propose(center, employer, "Red Door")
        decide_change(session, center.reviewer.actor, decision, keys=center.keys, at=LATER)
    return center


OLD_AND_NEW = (
    ("/en/e/blue-door", "/en/e/red-door"),
    ("/es/e/blue-door", "/es/e/red-door"),
    ("/es/e/blue-door/1", "/es/e/red-door/1"),
    ("/en/e/blue-door/plan.pdf", "/en/e/red-door/plan.pdf"),
    ("/e/blue-door.json", "/e/red-door.json"),
    ("/api/v1/employers/blue-door", "/api/v1/employers/red-door"),
    ("/api/v1/employers/blue-door/scorecards", "/api/v1/employers/red-door/scorecards"),
    ("/en/e/blue-door?from=badge", "/en/e/red-door?from=badge"),
)


@pytest.mark.usefixtures("moved")
def test_t4_every_old_address_of_a_renamed_employer_leads_to_the_new_one(
    client: FlaskClient,
) -> None:
    answers = [(old, new, client.get(old)) for old, new in OLD_AND_NEW]

    assert [(one.status_code, one.location) for _, _, one in answers] == [
        (301, new) for _, new in OLD_AND_NEW
    ]
    assert not [old for old, _, one in answers if "Set-Cookie" in one.headers]


def test_t4_the_page_of_a_renamed_employer_says_what_it_was_called(
    client: FlaskClient, moved: Center
) -> None:
    page = client.get("/en/e/red-door").text
    found = client.get("/es/employers?q=blue+door").text
    told = client.get("/api/v1/employers/red-door").get_json()

    assert "Red Door" in page
    assert "Formerly Blue Door" in page
    assert "Antes Blue Door" in found
    assert (told["name"], told["now_called"], told["formerly"]) == (
        "Blue Door",
        "Red Door",
        ["Blue Door"],
    )
    assert client.get("/e/red-door.json").text == moved.publications[-1].content


def test_t4_a_certificate_of_the_old_name_holds_and_says_the_new_one(
    client: FlaskClient, moved: Center
) -> None:
    code = f"CODE3{moved.organization.id}".upper()

    page = client.get(f"/en/verify/{code}")
    data = client.get(f"/verify/{code}.json").get_json()

    assert page.status_code == 200
    assert "The employer is now called Red Door." in page.text
    assert (data["employer"], data["now_called"]) == ("Blue Door", "Red Door")


def test_an_old_address_of_an_employer_without_a_publication_tells_nothing(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        person = stored_person(session, stored_organization(session))
        employer = get_employer(session, added(session, person, "Hidden Diner"))
        command = renamed(employer, "Secret Diner")
        change_employer(session, person.actor, command, places=PLACES, at=NOON)

    old, never = client.get("/en/e/hidden-diner"), client.get("/en/e/never-there")

    assert old.status_code == never.status_code == 404
    assert old.text.replace("hidden-diner", "·") == never.text.replace("never-there", "·")


def test_the_page_shows_what_waits_and_only_another_person_is_offered_to_confirm(
    client: FlaskClient, database: Database, tmp_path: object
) -> None:
    turn_clock(client, LATER)
    with database.transaction() as session:
        center = stored_center(session, tmp_path)  # type: ignore[arg-type]  # a folder
        employer = center.employer(name="Blue Door", name_key="blue door")
        center.publish(employer)
        decision = propose(center, employer, "Red Door")
    address = f"/en/work/employers/{employer.id}"

    mine = log_in(client, center.author).get(address).text
    theirs = log_in(client, center.reviewer).get(address).text

    assert "Take it back" in mine
    assert "Confirm the change" not in mine
    assert "Confirm the change" in theirs
    form = {"decision": "confirm", "key": "k"}
    assert client.post(f"{address}/changes/{decision.change_id}", data=form).status_code == 303
    assert "<h1>Red Door</h1>" in client.get(address).text


def test_a_reviewer_alone_adds_no_name(session: Session, person: Person) -> None:
    employer = added(session, person, "Elm Diner")
    reviewer = stored_person(session, stored_organization(session), Role.REVIEWER)
    name = NameCommand(id="n", employer_id=employer, kind=NameKind.TRADE, text="Blue Door")

    with pytest.raises(ForbiddenError):
        add_name(session, reviewer.actor, name, at=NOON)
