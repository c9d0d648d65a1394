"""What one person writes of an initiative, everyone sees once another has read and shown it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, NotFoundError
from jobquality.services import initiatives as services
from jobquality.services.initiatives import PartnerCommand
from jobquality.services.likeness import name_key
from jobquality.services.showing import Item, Show, What, show, to_read
from jobquality.store.initiatives import Initiative, get_initiative
from jobquality.store.organizations import Organization
from jobquality.store.people import Person
from tests.live.factories import log_in, stored_employer, stored_organization, stored_person
from tests.live.initiatives.leading import (
    AT,
    TYPED,
    command_of,
    show_of,
    shown,
    stored_activity,
    stored_initiative,
    stored_partner,
)

WORK = "/en/work/initiatives"
ROSA = "Rosa's Kitchen & Bar"
#: Ways to write it that a reader takes for the same.
SPELLINGS = (
    "Rosa's Kitchen & Bar steals wages",
    "ROSAS KITCHEN AND BAR",
    "All know: Rosa\u2019s Kitchen & Bar\u2019s owner.",
    "R\u043esa's Kitchen & B\u0430r",
    "Ros\u200ba's kitchen-and-bar",
    f"{'so many words ' * 60} Rosa's Kitchen & Bar",
    f"{'without-a-space-' * 20}Rosa's-Kitchen-&-Bar",
)


@pytest.fixture
def organization(session: Session) -> Organization:
    """A center that knows an employer."""
    return stored_organization(session)


@pytest.fixture
def person(session: Session, organization: Organization) -> Person:
    """An advocate, who writes."""
    return stored_person(session, organization, Role.ADVOCATE)


@pytest.fixture
def reviewer(session: Session, organization: Organization) -> Person:
    """A reviewer, who reads."""
    return stored_person(session, organization, Role.REVIEWER)


@pytest.fixture
def initiative(session: Session, person: Person) -> Initiative:
    """An initiative that nobody has shown."""
    return stored_initiative(session, person)


def rosa(session: Session, person: Person, name: str = ROSA) -> None:
    stored_employer(session, person, name=name, name_key=name_key(name))


def public(client: FlaskClient, initiative: Initiative) -> TestResponse:
    return client.get(f"/en/i/{initiative.slug}")


def sent(client: FlaskClient, initiative: Initiative, key: str = "k1", **but: str) -> TestResponse:
    form = {"what": "initiative", "item": initiative.id, "version": "1", "key": key}
    return client.post(f"{WORK}/{initiative.id}/show", data={**form, **but})


@pytest.mark.parametrize("text", SPELLINGS)
def test_no_text_names_an_employer(
    session: Session, person: Person, initiative: Initiative, text: str
) -> None:
    rosa(session, person)
    about = command_of(id=initiative.id, about=text, version=1)
    part = PartnerCommand(id="p", initiative_id=initiative.id, name="Elm College", part=text)

    with pytest.raises(FaultsError, match=f"about: This names {ROSA}"):
        services.change_initiative(session, person.actor, about, at=AT)
    with pytest.raises(FaultsError, match="published only as a scorecard"):
        services.add_initiative(session, person.actor, command_of(about=text), at=AT)
    with pytest.raises(FaultsError, match="part: This names"):
        services.add_partner(session, person.actor, part, at=AT)
    with pytest.raises(FaultsError, match="text: This names"):
        stored_activity(session, person, initiative, text=text)


def test_every_field_that_names_an_employer_is_told_at_once(
    session: Session, person: Person, initiative: Initiative
) -> None:
    rosa(session, person)

    with pytest.raises(FaultsError) as refusal:
        stored_activity(session, person, initiative, title=ROSA, text=ROSA, source=ROSA)

    assert [one.where for one in refusal.value.faults] == ["title", "text", "source"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Oasis", "An oasis of good jobs."),
        ("Elm Diner", "Elm street has one diner."),
        ("Elm Diner", "At the helm dinersclub."),
        ("!!!", "Hello!!!"),
    ],
)
def test_words_that_only_resemble_a_name_are_taken(
    session: Session, person: Person, name: str, text: str
) -> None:
    rosa(session, person, name)

    assert stored_initiative(session, person, about=text).about == text


def test_a_legal_name_is_a_name_too(session: Session, person: Person) -> None:
    stored_employer(session, person, legal_name="RKB Holdings LLC")

    with pytest.raises(FaultsError, match="This names Diner"):
        stored_initiative(session, person, about="RKB Holdings, LLC is late with its wages.")


def test_employers_of_another_organization_are_not_given_away(session: Session) -> None:
    rosa(session, stored_person(session, stored_organization(session)))

    ours = stored_person(session, stored_organization(session))

    assert stored_initiative(session, ours, about=f"{ROSA} takes part.").about.startswith(ROSA)


def test_an_employer_in_the_form_is_refused_at_its_field(
    client: FlaskClient, session: Session, person: Person
) -> None:
    rosa(session, person)
    log_in(client, person)

    form = {**TYPED, "about": f"{ROSA} steals wages", "key": "k1"}
    response = client.post(f"{WORK}/new", data=form)

    assert response.status_code == 422
    assert 'id="about-fault"' in response.text
    assert "after the employer was heard" in response.text


def test_nobody_outside_sees_what_one_person_wrote(
    client: FlaskClient, session: Session, organization: Organization, initiative: Initiative
) -> None:
    assert public(client, initiative).status_code == 404
    assert initiative.name not in client.get(f"/en/o/{organization.slug}").text

    shown(session, initiative)

    assert public(client, initiative).status_code == 200
    assert initiative.name in client.get(f"/en/o/{organization.slug}").text


def test_only_shown_partners_and_activities_are_public(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    stored_activity(session, person, initiative, title="Read activity")
    stored_partner(session, person, initiative, "Read College")
    shown(session, initiative)
    stored_activity(session, person, initiative, title="Unread activity")
    stored_partner(session, person, initiative, "Unread College")

    page = public(client, initiative).text

    assert ("Read activity" in page, "Unread activity" in page) == (True, False)
    assert ("Read College" in page, "Unread College" in page) == (True, False)
    assert "1 partner" in page or "One partner" in page


def test_a_change_hides_it_until_it_is_shown_again(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    before = shown(session, initiative)
    command = command_of(id=before.id, about="New words", version=before.version)

    after = services.change_initiative(session, person.actor, command, at=AT)

    assert (after.shown_by, after.shown_at, after.written_by) == (None, None, person.id)
    assert public(client, initiative).status_code == 404
    shown(session, initiative)
    assert "New words" in public(client, initiative).text


@pytest.mark.parametrize("what", list(What))
def test_the_writer_cannot_show_it(
    session: Session, person: Person, initiative: Initiative, what: What
) -> None:
    items: dict[What, Item] = {
        What.INITIATIVE: initiative,
        What.PARTNER: stored_partner(session, person, initiative),
        What.ACTIVITY: stored_activity(session, person, initiative),
    }

    with pytest.raises(ForbiddenError, match="Nobody publishes alone"):
        show(session, person.actor, show_of(what, items[what]), at=AT)

    assert what in [one for one, _ in to_read(session, initiative)]


def test_who_changes_it_last_cannot_show_it_either(
    session: Session, organization: Organization, initiative: Initiative
) -> None:
    second = stored_person(session, organization, Role.ADMINISTRATOR)
    command = command_of(id=initiative.id, about="Mine", version=1)
    changed = services.change_initiative(session, second.actor, command, at=AT)

    with pytest.raises(ForbiddenError):
        show(session, second.actor, show_of(What.INITIATIVE, changed), at=AT)


def test_nobody_shows_what_they_have_not_read(
    session: Session, person: Person, reviewer: Person, initiative: Initiative
) -> None:
    read = show_of(What.INITIATIVE, initiative)
    services.change_initiative(
        session, person.actor, command_of(id=initiative.id, about="Worse", version=1), at=AT
    )

    with pytest.raises(ConflictError):
        show(session, reviewer.actor, read, at=AT)

    assert not get_initiative(session, initiative.id).is_shown


def test_an_employer_that_came_since_is_not_shown(
    client: FlaskClient, session: Session, person: Person, reviewer: Person
) -> None:
    initiative = stored_initiative(session, person, about=f"{ROSA} steals wages")
    rosa(session, person)
    log_in(client, reviewer)

    response = sent(client, initiative)

    assert response.status_code == 422
    assert "This names Rosa&#39;s Kitchen &amp; Bar." in response.text
    assert public(client, initiative).status_code == 404


def test_a_reviewer_reads_and_shows_with_one_button(
    client: FlaskClient, session: Session, reviewer: Person, initiative: Initiative
) -> None:
    log_in(client, reviewer)
    page = client.get(f"{WORK}/{initiative.id}").text

    responses = [sent(client, initiative) for _ in range(2)]

    assert "I have read it: show “Good Restaurant Jobs”" in page
    assert {one.status_code for one in responses} == {303}
    session.expire_all()
    after = get_initiative(session, initiative.id)
    assert (after.shown_by, after.version) == (reviewer.id, 2)
    assert "To read" not in client.get(f"{WORK}/{initiative.id}").text
    assert sent(client, initiative, "k2").status_code == 409


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_writer_is_told_to_ask_another_person(
    client: FlaskClient, person: Person, initiative: Initiative, language: str
) -> None:
    log_in(client, person)

    page = client.get(f"/{language}/work/initiatives/{initiative.id}").text

    told = {"en": "Another person has to read", "es": "Otra persona tiene que leerlo"}
    assert told[language] in page
    assert "/show" not in page
    assert sent(client, initiative).status_code == 403


def test_what_cannot_be_shown_is_not_found(
    client: FlaskClient, reviewer: Person, initiative: Initiative
) -> None:
    log_in(client, reviewer)

    assert sent(client, initiative, what="employer").status_code == 404
    assert sent(client, initiative, "k2", what="partner", item="x").status_code == 404


def test_another_organization_shows_nothing_of_ours(
    session: Session, initiative: Initiative
) -> None:
    stranger = stored_person(session, stored_organization(session))
    command = Show(
        initiative_id=initiative.id, what=What.INITIATIVE, item_id=initiative.id, version=1
    )

    with pytest.raises(NotFoundError):
        show(session, stranger.actor, command, at=AT)


def test_the_page_at_work_shows_the_whole_text_to_be_read(
    client: FlaskClient, session: Session, person: Person, reviewer: Person
) -> None:
    initiative = stored_initiative(session, person, about="About words")
    stored_activity(session, person, initiative, text="Text words", source="Source words")
    stored_partner(session, person, initiative)
    log_in(client, reviewer)

    page = client.get(f"{WORK}/{initiative.id}").text

    listed = page[page.index('id="to-read"') : page.index('id="elements-title"')]
    for words in ("About words", "Text words", "Source words", "Elm College", "Teaches."):
        assert words in listed
    assert listed.count('name="version"') == 3
