"""Practice goes the whole way, reaches nothing real, and leaves nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from jobquality.access.actors import Role
from jobquality.app import prepare
from jobquality.config import Settings
from jobquality.errors import ForbiddenError, RefusedError
from jobquality.http import Context
from jobquality.services.accounts import new_setup_code, offer_setup
from jobquality.services.guests import invite_guest, take_leave
from jobquality.services.initiatives import add_initiative
from jobquality.services.organizations import OrganizationCommand, change_organization
from jobquality.services.outbox import put
from jobquality.services.people import Link
from jobquality.services.published import list_compared, list_listed
from jobquality.services.standard_drafts import bring_edition
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.employers import list_employers
from jobquality.store.organizations import get_organization, list_organizations
from jobquality.store.outbox import Message, MessageState, find_due, list_open
from jobquality.store.people import Person, list_people
from jobquality.store.practice import find_practice_of, list_practice
from jobquality.store.rows import Row
from jobquality.store.samples import find_samples
from tests.live.accounts.members import PASSWORD, stored_member
from tests.live.accounts.test_erasing import dump_of
from tests.live.accounts.test_setups import FORM
from tests.live.assessments.assessing import stored_case
from tests.live.conftest import NOON, make_app
from tests.live.factories import log_in
from tests.live.ledger.published import Center
from tests.live.web.worlds import stored_guest

ADDRESS = re.compile(r'name="email" type="email" value="([^"]+)"')


@pytest.fixture
def here(app: Flask) -> Context:
    context = app.extensions["jobquality"]
    assert isinstance(context, Context)
    return context


def count_rows(database: Database) -> Iterator[tuple[str, int]]:
    with database.reading(EVERY_ORGANIZATION) as session:
        for table in Row.metadata.sorted_tables:
            yield table.name, session.scalar(select(func.count()).select_from(table)) or 0


def people_of(database: Database, *, practice: bool) -> list[Person]:
    with database.reading(EVERY_ORGANIZATION) as session:
        return [one for one in list_people(session) if one.is_sample is practice]


def with_code(app: Flask, database: Database) -> FlaskClient:
    """Return a browser in which the code of the set-up was typed."""
    code = new_setup_code()
    with database.transaction(EVERY_ORGANIZATION) as session:
        assert offer_setup(session, code, at=NOON)
    browser = app.test_client()
    browser.post("/es/setup", data={"code": code})
    return browser


def practicing_first(app: Flask, database: Database, **typed: str) -> FlaskClient:
    """Return the browser of somebody who practices before the set-up."""
    browser = with_code(app, database)
    form = {"name": "Lupe Newcomer", "password": PASSWORD, **typed}
    assert browser.post("/es/setup/practice", data=form).location == "/es/work/"
    return browser


def invited(browser: FlaskClient) -> str:
    """Return the link for a second person."""
    form = {"name": "Second Newcomer", "roles": ["advocate", "reviewer"], "key": "k" * 32}
    page = browser.post("/en/people/invite", data=form).text
    return "/en/join/" + page.split("/en/join/")[1].split('"')[0].split("<")[0].strip()


def published(database: Database, here: Context) -> str:
    """Publish in practice, and return the public name of the employer."""
    (author, reviewer, *_) = people_of(database, practice=True)
    with database.transaction(author.organization_id) as session:
        center = Center(
            session=session,
            keys=here.keys,
            organization=get_organization(session, author.organization_id),
            author=author,
            reviewer=reviewer,
        )
        employer = center.employer(name="SAMPLE Corner Kitchen", slug="sample-corner-kitchen")
        center.publish(employer)
    return employer.slug


@pytest.fixture
def administrator(app: Flask, database: Database) -> Person:
    return stored_member(app, database, *Role, second_factor="totp")


def test_who_has_the_code_practices_first_and_the_code_still_opens_the_real_center(
    app: Flask, database: Database
) -> None:
    browser = with_code(app, database)
    assert "/es/setup/practice" in browser.get("/es/setup/organization").text
    (address,) = ADDRESS.findall(browser.get("/es/setup/practice").text)
    form = {"name": "Lupe", "email": address, "password": PASSWORD}
    browser.post("/es/setup/practice", data=form)

    (lupe,) = people_of(database, practice=True)
    assert (lupe.email, lupe.roles) == (address, frozenset(Role))
    assert "Práctica: aquí nada es real." in browser.get("/es/work/").text
    assert "Práctica: aquí nada es real." in browser.get("/es/people").text
    elsewhere = app.test_client()
    assert "/es/login" in elsewhere.get("/es/setup").text, "whoever closed the window finds back"
    login = {"email": address, "password": PASSWORD}
    assert elsewhere.get("/es/login").status_code == 200
    assert elsewhere.post("/es/login", data=login).location == "/es/work/"


def test_who_practiced_first_goes_on_to_the_real_center_which_can_remove_practice(
    app: Flask, database: Database
) -> None:
    browser = practicing_first(app, database)
    (lupe,) = people_of(database, practice=True)

    assert browser.post("/es/work/practice/begin").location == "/es/setup/organization"
    assert browser.post("/es/setup/organization", data=FORM).location == "/es/work/"

    with database.reading(EVERY_ORGANIZATION) as session:
        (real,) = (one for one in list_organizations(session) if not one.is_sample)
        assert find_practice_of(session, real.id) == lupe.organization_id
    practice = log_in(app.test_client(), lupe)
    assert practice.post("/es/work/practice/begin").status_code == 403, "nobody begins twice"


def test_nobody_practices_first_without_the_code_and_only_one_center_is_opened(
    app: Flask, database: Database
) -> None:
    stranger = app.test_client()
    form = {"name": "Stranger", "password": PASSWORD}
    assert stranger.post("/es/setup/practice", data=form).location == "/es/setup"
    practicing_first(app, database)

    second = with_code(app, database)
    assert second.post("/es/setup/practice", data=form).location == "/es/login"
    with database.reading(EVERY_ORGANIZATION) as session:
        assert len(list_practice(session)) == 1


def test_who_is_invited_to_practice_cannot_take_the_installation(
    app: Flask, database: Database
) -> None:
    browser = practicing_first(app, database)
    refused = browser.post(
        "/en/people/invite", data={"name": "N", "roles": "administrator", "key": "k" * 32}
    )
    assert refused.status_code == 409
    guest = app.test_client()
    guest.post(invited(browser), data={"name": "Second", "password": PASSWORD})

    assert guest.get("/en/work/").status_code == 200
    for way in ("begin", "remove", "enter"):
        assert guest.post(f"/en/work/practice/{way}").status_code == 403
    assert guest.get("/en/setup/organization").location == "/en/setup"


def test_removing_practice_before_the_set_up_leaves_nothing_and_leads_on_without_a_shell(
    app: Flask, database: Database, here: Context
) -> None:
    nothing = dict(count_rows(database))
    browser = practicing_first(app, database)
    second = app.test_client()
    second.post(invited(browser), data={"name": "Second", "password": PASSWORD})
    slug = published(database, here)
    assert "SAMPLE" in app.test_client().get(f"/en/e/{slug}").text
    assert app.test_client().get("/en/o/sample-centro-de-practica").status_code == 200
    page = browser.post("/en/work/practice/remove").text
    left = dict(count_rows(database))

    for table in ("sessions", "limits", "setup_codes"):
        left.pop(table)
        nothing.pop(table)
    assert left == nothing
    assert not list(here.keys.folder.glob("*.pem"))
    for address in (f"/en/e/{slug}", f"/e/{slug}.json", "/en/o/sample-centro-de-practica"):
        assert app.test_client().get(address).status_code == 404
    assert second.get("/en/work/").location.startswith("/en/login")
    assert "organization_name" in browser.get("/en/setup/organization").text
    (code,) = re.findall(r'<code class="secret">([^<]+)<', page)
    assert (
        app.test_client()
        .post("/en/setup", data={"code": code})
        .location.endswith("/setup/organization")
    )


def test_the_other_language_on_the_last_page_of_practice_keeps_the_code_that_is_shown_once(
    app: Flask, database: Database
) -> None:
    browser = practicing_first(app, database)

    page = browser.post("/en/work/practice/remove").text

    menu = page.partition('class="languages"')[2].partition("</header>")[0]
    assert re.findall(r'href="([^"]*)"', menu) == ["#in-es"], "nothing there leads away"
    other = page.partition('id="in-es" lang="es"')[2].partition("</section>")[0]
    (code,) = re.findall(r'<code class="secret">([^<]+)<', page)
    assert "El centro de práctica se quitó" in other
    assert "Anote este código" in other
    assert code not in other, "it stands there once, in no language"


def test_removing_practice_leaves_none_of_its_words_in_any_file_of_the_database(
    empty_url: str, settings: Settings
) -> None:
    own = replace(settings, database_url=empty_url)
    prepare(own, at=NOON)
    database = open_database(empty_url)
    app = make_app(own, database)
    browser = practicing_first(app, database, name="Xylophone Newcomer")
    there = dump_of(empty_url)

    assert browser.post("/en/work/practice/remove").status_code == 200
    left = dump_of(empty_url)
    database.close()

    assert b"Xylophone" in there
    assert b"Xylophone" not in left


def test_an_administrator_practices_from_my_work_comes_back_and_removes_it(
    app: Flask, database: Database, administrator: Person
) -> None:
    own = log_in(app.test_client(), administrator)
    own.get("/en/work/")
    before = dict(count_rows(database))
    assert "/en/work/practice" in own.get("/en/work/").text

    assert own.post("/en/work/practice").location == "/en/work/"
    (lupe,) = people_of(database, practice=True)
    assert (lupe.name, lupe.password_hash) == (administrator.name, None)
    assert "nothing here is real" in own.get("/en/work/").text
    own.post("/en/logout")
    log_in(own, administrator)
    assert own.post("/en/work/practice").status_code == 409, "one for each organization"
    own.post("/en/work/practice/enter")
    assert "nothing here is real" in own.get("/en/work/").text
    log_in(own, administrator)
    assert own.post("/en/work/practice/remove").location == "/en/work/practice"

    after = dict(count_rows(database))
    for table in ("sessions", "limits", "devices", "events"):
        before.pop(table, None)
        after.pop(table, None)
    assert after == before


def test_another_organization_neither_enters_nor_removes_the_practice_of_this_one(
    app: Flask, database: Database, administrator: Person
) -> None:
    log_in(app.test_client(), administrator).post("/en/work/practice")
    colleague = stored_member(app, database, *Role, second_factor="totp")
    other = log_in(app.test_client(), colleague)

    assert other.post("/en/work/practice/enter").status_code == 404
    assert other.post("/en/work/practice/remove").status_code == 404
    assert len(people_of(database, practice=True)) == 1


def test_what_is_published_in_practice_is_in_no_list_and_counts_nowhere(
    app: Flask, database: Database, here: Context
) -> None:
    browser = practicing_first(app, database)
    second = app.test_client()
    second.post(invited(browser), data={"name": "Second", "password": PASSWORD})
    slug = published(database, here)
    public = app.test_client()

    assert '<meta name="robots" content="noindex">' in public.get(f"/en/e/{slug}").text
    assert public.get("/api/v1/employers").json == {"items": [], "next": None}
    for page in ("/en/employers", "/en/employers.csv", "/en/promises", "/en/corrections"):
        assert slug not in public.get(page).text, page
    assert "centro-de-practica" not in public.get("/en/promises").text
    with database.reading(EVERY_ORGANIZATION) as session:
        assert (list_listed(session), list_compared(session)) == ((), ())
        report = verify(session, here.catalog)
        assert report.is_whole, "its chain holds like any other"
        assert find_samples(session) is None, "these are no shipped samples"


def test_nothing_leads_from_practice_into_a_real_organization(
    app: Flask, database: Database, administrator: Person
) -> None:
    log_in(app.test_client(), administrator).post("/en/work/practice")
    (lupe,) = people_of(database, practice=True)
    browser = log_in(app.test_client(), lupe)

    assert browser.post("/en/work/samples", data={"key": "1" * 32}).status_code == 409
    assert browser.post("/en/work/samples/remove", data={"key": "2" * 32}).status_code == 409
    assert browser.post("/en/work/practice").status_code == 409, "no practice inside practice"
    with database.reading(EVERY_ORGANIZATION) as session:
        assert find_due(session, at=NOON) is None


def test_no_name_in_practice_passes_for_a_real_employer(app: Flask, database: Database) -> None:
    browser = practicing_first(app, database)
    offered = browser.get("/es/work/employers/new").text
    assert "SAMPLE Cocina de la Esquina" in offered
    form = {
        "name": "Well Known Burger", "sector": "722511", "place": "Texas", "headcount": "22",
        "legal_name": "Well Known Burger LLC", "key": "e" * 32,
    }  # fmt: skip
    browser.post("/en/work/employers/new", data=form)

    with database.reading(EVERY_ORGANIZATION) as session:
        (employer,) = list_employers(session)
    assert (employer.name, employer.slug) == (
        "SAMPLE Well Known Burger",
        "sample-well-known-burger",
    )
    assert employer.legal_name == "SAMPLE Well Known Burger LLC"


def test_practice_founds_nothing_invites_no_guest_and_is_called_what_it_is_called(
    app: Flask, database: Database, here: Context
) -> None:
    practicing_first(app, database)
    (lupe,) = people_of(database, practice=True)
    never: Any = None  # nothing of it is read
    with database.transaction(lupe.organization_id) as session:
        known = get_organization(session, lupe.organization_id)
        renamed = OrganizationCommand(
            name="A Real Union",
            contact=known.contact,
            region=known.region,
            funding=known.funding,
            languages=known.languages,
            time_zone=known.time_zone,
        )
        for refused in (
            lambda: add_initiative(session, lupe.actor, never, at=NOON),
            lambda: bring_edition(session, lupe.actor, never, catalog=here.catalog, at=NOON),
            lambda: invite_guest(session, lupe.actor, never, at=NOON),
            lambda: change_organization(
                session, lupe.actor, renamed, seen=1, keys=here.keys, at=NOON
            ),
        ):
            with pytest.raises(RefusedError, match=r"[Pp]ractice"):
                refused()


def test_no_mail_leaves_practice_and_its_account_is_no_guest_elsewhere(
    app: Flask, database: Database
) -> None:
    practicing_first(app, database)
    (lupe,) = people_of(database, practice=True)
    with database.transaction(lupe.organization_id) as session:
        message = Message(
            id="m" * 32, organization_id=lupe.organization_id, kind="notice", subject="SAMPLE",
            to="real@employer.example", language="en", text="SAMPLE", about="", about_id="",
        )  # fmt: skip
        put(session, message, at=NOON)
    with database.reading(EVERY_ORGANIZATION) as session:
        (kept,) = list_open(session)
        assert (kept.state, kept.next_at) == (MessageState.BY_HAND, None)
    with database.transaction() as session:
        case = stored_case(session)
        boss = replace(case.person, roles=frozenset(Role), second_factor="totp")
        stored_guest(session, boss, case.assessment.id, Link(id="guest", token="token"))
    with (
        pytest.raises(ForbiddenError, match="practice"),
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        take_leave(session, "token", lupe, at=NOON)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_practice_refuses_is_refused_at_its_door_and_not_at_the_end_of_a_form(
    app: Flask, database: Database, language: str
) -> None:
    browser = practicing_first(app, database)

    standards = browser.get(f"/{language}/work/standards").text
    initiatives = browser.get(f"/{language}/work/initiatives").text

    assert 'type="file"' not in standards
    assert "/standards/tailor" not in standards
    assert "/initiatives/new" not in initiatives
    assert {"en": "In practice nobody", "es": "En la práctica nadie"}[language] in standards
    assert {"en": "In practice nobody", "es": "En la práctica nadie"}[language] in initiatives
    assert browser.get(f"/{language}/work/standards/tailor").status_code == 409
    assert browser.get(f"/{language}/work/initiatives/new").status_code == 409


@pytest.mark.parametrize(
    ("language", "own", "others"),
    [
        (
            "es",
            ("SAMPLE Centro de Práctica", "Ninguna parte", "donde nada es real"),
            ("Practice Center", "Nowhere", "Nobody", "living wage"),
        ),
        (
            "en",
            ("SAMPLE Practice Center", "Nowhere", "where nothing is real"),
            ("Centro de Práctica", "Ninguna parte", "donde nada"),
        ),
    ],
)
def test_a_practice_center_speaks_of_itself_in_the_language_of_whoever_opened_it(
    app: Flask, database: Database, language: str, own: tuple[str, ...], others: tuple[str, ...]
) -> None:
    browser = with_code(app, database)
    form = {"name": "Lupe Newcomer", "password": PASSWORD}
    browser.post(f"/{language}/setup/practice", data=form)
    (lupe,) = people_of(database, practice=True)

    with database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, lupe.organization_id)
    public = app.test_client().get(f"/{language}/o/{organization.slug}").text
    rates = browser.get(f"/{language}/work/rates").text

    assert [one for one in own if one not in public] == []
    assert [one for one in others if one in public + rates] == []
