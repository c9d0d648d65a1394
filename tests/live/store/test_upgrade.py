"""A database of the release before keeps every word when it is brought up to date."""

from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, MetaData, insert

from jobquality.scoring.facts import Grade
from jobquality.services.employers import search_employers
from jobquality.store.assessments import list_answers
from jobquality.store.database import make_engine, open_database
from jobquality.store.earlier import list_earlier
from jobquality.store.employers import get_employer
from jobquality.store.evidence import list_evidence
from jobquality.store.people import list_people
from jobquality.store.schema import check_ready, migrate, migrate_to

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CENTER = "c" * 32


@pytest.fixture
def older_url(empty_url: str) -> str:
    """The address of a database as the release before left it, with one of everything."""
    migrate_to(empty_url, "0002")
    engine = make_engine(empty_url)
    with engine.begin() as connection:
        _fill(connection)
    engine.dispose()
    return empty_url


def _fill(connection: Connection) -> None:
    tables = MetaData()
    tables.reflect(connection)
    for name, row in _ROWS:
        connection.execute(insert(tables.tables[name]).values(**row))


_ROWS: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "organizations",
        {
            "id": CENTER, "slug": "center", "name": "Center", "contact": "errors@center.example",
            "region": "Texas", "funding": "Members", "languages": "en,es",
            "time_zone": "America/Chicago", "is_sample": False, "created_at": NOON, "version": 1,
        },
    ),
    (
        "people",
        {
            "id": "ana", "organization_id": CENTER, "name": "Ana", "email": "ana@center.example",
            "password_hash": "x", "session_key": "k", "active": True, "language": "es",
            "roles": "advocate,administrator", "created_at": NOON, "version": 1,
        },
    ),
    (
        "employers",
        {
            "id": "rosa", "organization_id": CENTER, "slug": "rosas-kitchen",
            "name": "Rosa's Kitchen", "name_key": "rosaskitchen", "legal_name": "Rosa LLC",
            "sector": "7225", "place": "US-TX", "headcount": 20, "profile": "{}", "website": "",
            "created_by": "ana", "created_at": NOON, "version": 1,
        },
    ),
    (
        "assessments",
        {
            "id": "draft", "organization_id": CENTER, "employer_id": "rosa",
            "rubric": "restaurants_us", "edition": "2026.1", "on": date(2026, 2, 1),
            "sites": "[]", "state": "draft", "author_id": "ana", "hold_reason": "",
            "created_at": NOON, "changed_at": NOON, "version": 1,
        },
    ),
    (
        "answers",
        {
            "assessment_id": "draft", "organization_id": CENTER, "criterion": "sched_notice_days",
            "answer": "14", "grade": "E2", "source": "the schedule", "note": "", "carried": False,
            "workers_asked": 6, "workers_confirming": 5, "workers_month": "2026-02",
            "author_id": "ana", "answered_at": NOON, "version": 3,
        },
    ),
    (
        "evidence",
        {
            "id": "page", "organization_id": CENTER, "assessment_id": "draft",
            "criterion": "sched_notice_days", "title": "The posted schedule", "grade": "E2",
            "url": "", "sha256": "a" * 64, "media_type": "image/png", "size": 7,
            "added_by": "ana", "added_at": NOON,
        },
    ),
)  # fmt: skip


def test_every_answer_is_there_and_is_the_first_that_is_remembered(older_url: str) -> None:
    migrate(older_url)

    with (
        closing(open_database(older_url)) as database,
        database.reading(CENTER) as session,
    ):
        answer = list_answers(session, "draft")["sched_notice_days"]
        assert (answer.answer, answer.grade, answer.version) == ("14", Grade.E2, 3)
        assert list_earlier(session, "draft") == (answer,)


def test_evidence_employers_and_people_are_as_they_were(older_url: str) -> None:
    migrate(older_url)

    with (
        closing(open_database(older_url)) as database,
        database.reading(CENTER) as session,
    ):
        (evidence,) = list_evidence(session, "draft")
        (person,) = list_people(session)
        employer = get_employer(session, "rosa")
        assert (evidence.title, evidence.added_by, evidence.sha256[:3]) == (
            "The posted schedule",
            "ana",
            "aaa",
        )
        assert (person.name, person.language, person.active) == ("Ana", "es", True)
        assert (employer.slug, employer.legal_name) == ("rosas-kitchen", "Rosa LLC")
        assert [one.id for one in search_employers(session, "rosa")] == ["rosa"]


def test_the_program_that_brought_it_up_to_date_is_ready(older_url: str) -> None:
    migrate(older_url)
    migrate(older_url)

    with closing(open_database(older_url)) as database:
        check_ready(database)
