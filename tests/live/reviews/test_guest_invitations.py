"""Whoever invites a guest decides who approves: a stolen password or an old visit must not."""

from dataclasses import replace
from http import HTTPStatus

import pytest

from jobquality.store.guests import list_guests
from jobquality.store.people import change_person, get_person
from jobquality.store.tenancy import EVERY_ORGANIZATION
from tests.live.accounts.members import PASSWORD, hash_of
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id


@pytest.fixture
def form() -> dict[str, str]:
    return {"key": new_id(), "guest_name": "Rosa Gil", "affiliation": "North Center"}


def change_author(site: Site, **but: object) -> None:
    with site.database.transaction(EVERY_ORGANIZATION) as session:
        known = get_person(session, site.walk.author.id)
        change_person(session, replace(known, **but))  # type: ignore[arg-type]  # a test says what


def guests(site: Site) -> int:
    with site.database.reading(EVERY_ORGANIZATION) as session:
        return len(list_guests(session, site.walk.assessment_id))


def test_a_password_alone_invites_nobody_who_could_approve(
    site: Site, form: dict[str, str]
) -> None:
    change_author(site, second_factor=None)

    told = site.as_author().post(site.at("guests"), data=form)

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "This needs a second step" in told.text
    assert guests(site) == 0


def test_a_visit_left_open_invites_nobody_before_a_fresh_proof_and_loses_nothing(
    site: Site, form: dict[str, str]
) -> None:
    change_author(site, password_hash=hash_of(site.app))
    browser = site.as_author()
    site.later(minutes=31)

    asked = browser.post(site.at("guests"), data=form)

    assert asked.status_code == HTTPStatus.UNAUTHORIZED
    assert all(f'name="{name}" value="{value}"' in asked.text for name, value in form.items())
    assert guests(site) == 0
    done = browser.post(site.at("guests"), data=form | {"proof_password": PASSWORD})
    assert done.status_code == HTTPStatus.OK
    assert guests(site) == 1
