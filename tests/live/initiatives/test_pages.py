import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.http import PAGE_POLICY, WORK_POLICY
from jobquality.store.initiatives import (
    Initiative,
    Kind,
    Way,
    list_activities,
    list_initiatives,
    list_partners,
)
from jobquality.store.people import Person
from tests.live.factories import log_in, stored_organization, stored_person
from tests.live.initiatives.leading import (
    DONE,
    TYPED,
    shown,
    stored_activity,
    stored_initiative,
    stored_partner,
)
from tests.live.ledger.published import stored_center

WORK = "/en/work/initiatives"
HOSTILE = "<img src=x onerror=alert(1)>{{7*7}}"


@pytest.fixture
def person(session: Session) -> Person:
    """An advocate."""
    return stored_person(session, stored_organization(session), Role.ADVOCATE)


@pytest.fixture
def initiative(session: Session, person: Person) -> Initiative:
    """An initiative for restaurants in Texas."""
    return stored_initiative(session, person)


def sent(client: FlaskClient, path: str, form: dict[str, str], key: str = "k1") -> TestResponse:
    return client.post(path, data={**form, "key": key})


def test_an_advocate_adds_an_initiative(
    client: FlaskClient, session: Session, person: Person
) -> None:
    log_in(client, person)

    response = sent(client, f"{WORK}/new", TYPED)

    (initiative,) = list_initiatives(session)
    assert response.status_code == 303
    assert response.location == f"{WORK}/{initiative.id}"
    assert (initiative.sector, initiative.place) == ("722", "48")
    assert "Good Restaurant Jobs" in client.get(response.location).text


def test_a_double_click_adds_one(client: FlaskClient, session: Session, person: Person) -> None:
    log_in(client, person)

    locations = {sent(client, f"{WORK}/new", TYPED).location for _ in range(2)}

    assert len(locations) == len(list_initiatives(session)) == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "The name is missing"),
        ("name", "!!!", "at least one letter"),
        ("name", "a\u202eb", "invisible character"),
        ("name", "x" * 201, "more than 200 characters"),
        ("sector", "", "industry is missing"),
        ("sector", "other", "no NAICS code"),
        ("place", "", "region is missing"),
        ("place", "Atlantis", "do not know the place"),
        ("rubric", "nothing", "not here"),
    ],
)
def test_a_faulty_form_is_shown_again_with_what_was_typed(
    client: FlaskClient, person: Person, field: str, value: str, sentence: str
) -> None:
    log_in(client, person)

    response = sent(client, f"{WORK}/new", {**TYPED, "about": "My own words", field: value})

    assert response.status_code == 422
    assert sentence in response.text
    assert "My own words" in response.text


@pytest.mark.parametrize(
    ("typed", "place"), [("Travis County, TX", "48453"), ("NY", "36"), ("New York", "36")]
)
def test_a_region_is_understood_as_people_write_it(
    client: FlaskClient, session: Session, person: Person, typed: str, place: str
) -> None:
    log_in(client, person)

    sent(client, f"{WORK}/new", {**TYPED, "place": typed})

    assert list_initiatives(session)[0].place == place


def test_an_activity_is_recorded_and_corrected(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    log_in(client, person)
    one = f"{WORK}/{initiative.id}/activities"

    sent(client, f"{one}/new", DONE)
    (activity,) = list_activities(session, initiative.id)
    form = {**DONE, "workers": "", "title": "Cook course", "version": str(activity.version)}
    response = sent(client, f"{one}/{activity.id}", form, "k2")

    session.expire_all()
    (after,) = list_activities(session, initiative.id)
    assert response.location == f"{WORK}/{initiative.id}#activities"
    assert (after.title, after.workers, after.added_by) == ("Cook course", None, person.id)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": "party"}, "choose one"),
        ({"way": ""}, "choose one"),
        ({"title": ""}, "The title is missing"),
        ({"on": ""}, "The day is missing"),
        ({"on": "20/02/2026"}, "not a date"),
        ({"on": "2099-01-01"}, "has not come yet"),
        ({"workers": "-3"}, "not a whole number"),
        ({"workers": "99999999"}, "not a whole number"),
    ],
)
def test_a_faulty_activity_is_shown_again(
    client: FlaskClient,
    person: Person,
    initiative: Initiative,
    wrong: dict[str, str],
    sentence: str,
) -> None:
    log_in(client, person)

    response = sent(client, f"{WORK}/{initiative.id}/activities/new", {**DONE, **wrong})

    assert response.status_code == 422
    assert sentence in response.text
    assert "Twelve weeks" in response.text


def test_of_two_who_change_an_activity_the_later_sees_both(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    log_in(client, person)
    activity = stored_activity(session, person, initiative)
    path = f"{WORK}/{initiative.id}/activities/{activity.id}"
    sent(client, path, {**DONE, "title": "Theirs", "version": "1"})

    response = sent(client, path, {**DONE, "title": "Mine", "version": "1"}, "k2")

    assert response.status_code == 409
    assert 'value="Mine"' in response.text
    assert "<b>Theirs</b>" in response.text
    again = sent(client, path, {**DONE, "title": "Mine", "version": "2"}, "k3")
    assert again.status_code == 303


def test_of_two_who_change_an_initiative_the_later_sees_both(
    client: FlaskClient, person: Person, initiative: Initiative
) -> None:
    log_in(client, person)
    path = f"{WORK}/{initiative.id}/change"
    sent(client, path, {**TYPED, "name": "Theirs", "version": "1"})

    response = sent(client, path, {**TYPED, "name": "Mine", "version": "1"}, "k2")

    assert response.status_code == 409
    assert 'value="Mine"' in response.text
    assert "<b>Theirs</b>" in response.text


def test_partners_come_and_go(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    log_in(client, person)
    path = f"{WORK}/{initiative.id}/partners"

    sent(client, path, {"partner_name": "Elm College", "part": "Teaches"})
    again = sent(client, path, {"partner_name": "elm college", "part": ""}, "k2")
    (partner,) = list_partners(session, initiative.id)
    sent(client, f"{path}/{partner.id}/remove", {}, "k3")

    assert again.status_code == 422
    assert "takes part already" in again.text
    assert list_partners(session, initiative.id) == ()


@pytest.mark.parametrize(
    "path", ["", "/change", "/activities/new", "/activities/{activity}", "/partners", "/nothing"]
)
def test_another_organizations_initiative_is_not_found(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative, path: str
) -> None:
    activity = stored_activity(session, person, initiative)
    log_in(client, stored_person(session, stored_organization(session)))
    address = f"{WORK}/{initiative.id}{path.format(activity=activity.id)}"

    assert client.get(address).status_code in {404, 405}
    assert sent(client, address, {**DONE, **TYPED, "partner_name": "x"}).status_code in {404, 405}


def test_pages_at_work_are_private_and_the_public_one_is_everyones(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    shown(session, initiative)
    public = client.get(f"/en/i/{initiative.slug}")
    log_in(client, person)
    work = client.get(f"{WORK}/{initiative.id}")

    assert public.headers["Content-Security-Policy"] == PAGE_POLICY
    assert "Set-Cookie" not in public.headers
    assert "<script" not in public.text
    assert work.headers["Content-Security-Policy"] == WORK_POLICY
    assert work.headers["Cache-Control"] == "private, no-store"


def test_a_reviewer_sees_and_does_not_lead(client: FlaskClient, session: Session) -> None:
    organization = stored_organization(session)
    initiative = stored_initiative(session, stored_person(session, organization))
    log_in(client, stored_person(session, organization, Role.REVIEWER))

    assert client.get(f"{WORK}/{initiative.id}").status_code == 200
    assert client.get(f"{WORK}/{initiative.id}/change").status_code == 403
    assert sent(client, f"{WORK}/new", TYPED).status_code == 403


def test_groups_under_five_are_shown_to_nobody_outside(
    client: FlaskClient, session: Session, person: Person, initiative: Initiative
) -> None:
    for count, title in ((3, "Small"), (4, "Smaller"), (17, "Large")):
        stored_activity(session, person, initiative, workers=count, title=title, text="")
    shown(session, initiative)

    page = client.get(f"/en/i/{initiative.slug}").text

    # Two rows, the sentence of the element, and how the page is made.
    assert page.count("fewer than five workers") == 4
    assert "February 2026 · at least 15 workers" in page
    assert "took part at least 15 times" in page
    assert not re.search(r"\b(3|4|7|17|20|21|24) (workers|times)", page)
    assert "February 20," not in page


@pytest.mark.parametrize("is_shown", [False, True])
def test_hostile_words_show_as_words(
    client: FlaskClient, session: Session, person: Person, *, is_shown: bool
) -> None:
    initiative = stored_initiative(session, person, name=HOSTILE, about=HOSTILE)
    stored_activity(
        session, person, initiative, title=HOSTILE, text=HOSTILE, source="javascript:alert(1)"
    )
    stored_partner(session, person, initiative, HOSTILE)
    if is_shown:
        shown(session, initiative)
    log_in(client, person)

    public = [f"/en/i/{initiative.slug}"] if is_shown else []
    for path in (*public, f"{WORK}/{initiative.id}", WORK):
        page = client.get(path).text
        assert "<img src=x" not in page
        assert "{{7*7}}" in page
        assert 'href="javascript:' not in page


@pytest.mark.parametrize("slug", ["nothing", "%00", "x" * 3_000, "..%2f"])
def test_an_initiative_that_is_not_there_is_not_found(client: FlaskClient, slug: str) -> None:
    assert client.get(f"/en/i/{slug}").status_code == 404


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_public_page_of_an_empty_initiative_says_what_comes_next(
    client: FlaskClient, session: Session, initiative: Initiative, language: str
) -> None:
    shown(session, initiative)
    page = client.get(f"/{language}/i/{initiative.slug}").text

    missing = {"en": "Missing, and what to record next", "es": "Lo que falta, y qué registrar"}
    assert page.count(missing[language]) == 5


def story(session: Session, folder: Path) -> dict[str, Any]:
    """Two employers with scores of two years, one elsewhere, and what was done."""
    center = stored_center(session, folder)
    diner = center.employer(slug="diner", name="Elm Diner", place="48453")
    grill = center.employer(slug="grill", name="Oak Grill", place="48453")
    shop = center.employer(slug="shop", name="Shop", place="48453", sector="445110")
    far = center.employer(slug="far", name="Far Diner", place="48113")
    for year in (2024, 2025):
        for employer in (diner, grill, shop, far):
            center.publish(employer, published_at=datetime(year, 3, 1, 12, tzinfo=UTC))
    initiative = stored_initiative(session, center.author, place="48453")
    stored_activity(
        session, center.author, initiative, kind=Kind.POLICY_ADVOCACY, way=Way.IMPROVE_JOBS,
        on=date(2024, 9, 1), title="Fair schedules",
    )  # fmt: skip
    shown(session, initiative)
    return {"center": center, "initiative": initiative, "diner": diner}


def test_scores_over_time_come_from_the_snapshots_of_its_employers(
    client: FlaskClient, session: Session, tmp_path: Path
) -> None:
    told = story(session, tmp_path)

    page = client.get(f"/en/i/{told['initiative'].slug}").text

    assert page.count('class="range"') == 4
    assert "Elm Diner. Scores by the day of their answers: June 1, 2026:" in page
    assert ">Shop<" not in page
    assert "Far Diner" not in page
    assert "2 of its employers have a published score" in page
    assert "2 employers have scores from more than one time" in page
    assert 'id="done-1"' in page


def test_a_withdrawn_score_leaves_the_page(
    client: FlaskClient, session: Session, tmp_path: Path
) -> None:
    told = story(session, tmp_path)
    center = told["center"]
    for publication in center.publications:
        if publication.employer_id == told["diner"].id:
            center.withdraw(publication)

    page = client.get(f"/en/i/{told['initiative'].slug}").text

    assert "Elm Diner" not in page
    assert page.count('class="range"') == 2


def test_the_page_at_work_lists_employers_that_are_not_scored_yet(
    client: FlaskClient, session: Session, tmp_path: Path
) -> None:
    told = story(session, tmp_path)
    told["center"].employer(slug="new", name="New Place", place="48453")
    log_in(client, told["center"].author)

    page = client.get(f"{WORK}/{told['initiative'].id}").text

    assert "New Place" in page
    assert page.count("No score published yet") == 1
    assert page.count("Score published on March 1, 2025") == 2


def test_no_form_is_taken_without_its_token(app: Flask, session: Session, person: Person) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = log_in(app.test_client(), person)

    assert sent(client, f"{WORK}/new", TYPED).status_code == 400
    assert list_initiatives(session) == ()
