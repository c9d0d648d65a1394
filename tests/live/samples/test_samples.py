from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from jobquality.access.actors import Role
from jobquality.app import add_samples, prepare
from jobquality.config import Settings
from jobquality.errors import RefusedError
from jobquality.http import Context
from jobquality.ledger.form import load_snapshot
from jobquality.services.samples import story
from jobquality.services.samples.making import make_samples
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.people import list_people
from jobquality.store.publications import list_entries, list_publications
from jobquality.store.rows import Row
from jobquality.store.samples import remove_samples
from jobquality.web.samples import workshop_of
from tests.live.factories import NOON, log_in, stored_organization, stored_person


@pytest.fixture
def here(app: Flask) -> Context:
    context = app.extensions["jobquality"]
    assert isinstance(context, Context)
    return context


@pytest.fixture
def samples(here: Context) -> str:
    with here.database.transaction() as session:
        return make_samples(session, workshop_of(here))


def test_the_samples_went_the_whole_way_in_the_order_of_their_story(
    here: Context, samples: str
) -> None:
    """One test for all that is read of them: they take seconds to make."""
    with here.database.reading(EVERY_ORGANIZATION) as session:
        report = verify(session, here.catalog)
        links = list_entries(session, samples)
    with here.database.reading(samples) as session:
        published = [load_snapshot(one.content) for one in list_publications(session)]
        people = list_people(session)

    assert [one.on for one in reversed(published)] == [one.on for one in story.ASSESSMENTS]
    assert {one.level for one in published} == {
        "no_level", "bronze", "silver", "gold", "not_enough_known", "on_the_way",
    }  # fmt: skip
    notices = [one.notice for one in published]
    assert all(notice and notice.days == 14 and not notice.is_shortened for notice in notices)
    assert any(one.reply and one.reply.answered_at is None for one in published)
    assert report.is_whole, report
    assert len(links) > len(story.ASSESSMENTS), "certificates are links too"
    assert len(people) == 3
    assert all(one.email is None and one.password_hash is None for one in people)
    with (
        pytest.raises(RefusedError, match="there already"),
        here.database.transaction() as session,
    ):
        make_samples(session, workshop_of(here))


@pytest.fixture
def administrator(database: Database, client: FlaskClient) -> FlaskClient:
    with database.transaction() as session:
        organization = stored_organization(session)
        return log_in(client, stored_person(session, organization, Role.ADMINISTRATOR))


def count_rows(database: Database) -> Iterator[tuple[str, int]]:
    with database.reading(EVERY_ORGANIZATION) as session:
        for table in Row.metadata.sorted_tables:
            yield table.name, session.scalar(select(func.count()).select_from(table)) or 0


def test_one_click_makes_the_samples_and_one_removes_them_whole(
    administrator: FlaskClient, database: Database, here: Context
) -> None:
    administrator.get("/en/work/")
    before = dict(count_rows(database))

    administrator.post("/en/work/samples")
    made = dict(count_rows(database))
    administrator.post("/en/work/samples/remove")
    after = dict(count_rows(database))

    assert made["publications"] == len(story.ASSESSMENTS)
    # The organization's own log tells of both.
    assert after == before | {"events": before["events"] + 2}
    assert not list(here.keys.folder.glob("*.pem")), "the key of the samples is gone too"


def test_a_real_organization_is_never_removed_with_the_samples(
    database: Database,
) -> None:
    with database.transaction() as session:
        organization = stored_organization(session)

    with (
        pytest.raises(RefusedError, match="real organization"),
        database.transaction(EVERY_ORGANIZATION) as session,
    ):
        remove_samples(session, organization.id)


def test_all_that_is_invented_says_so() -> None:
    names = [one.name for one in story.EMPLOYERS] + [one.title for one in story.ACTIVITIES]
    names += [name for name, _ in story.PARTNERS]
    sources = [one.source for answers in story.sample_answers().values() for one in answers]

    assert all(name.startswith("SAMPLE ") for name in names)
    assert all("SAMPLE" in source for source in sources if source)


def test_a_new_installation_starts_with_the_samples_once(
    settings: Settings, empty_url: str
) -> None:
    settings = replace(settings, database_url=empty_url)
    prepare(settings, at=NOON)

    assert add_samples(settings)
    assert not add_samples(settings)


def test_an_installation_can_start_without_the_samples(settings: Settings, empty_url: str) -> None:
    settings = replace(settings, database_url=empty_url, has_samples=False)
    prepare(settings, at=NOON)

    assert not add_samples(settings)
