"""T9: an id inside a form or a body opens nothing of another organization, and tells nothing.

Each body that takes an id is sent with one of another's and with one that nothing has: the two
answers are the same to the byte but for the id, and nothing is written.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.store.assessments import answer_in, get_assessment
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import Scope, get_employer
from jobquality.store.evidence import add_evidence, get_evidence
from jobquality.store.keys import Keyring
from jobquality.store.rows import Row
from jobquality.store.rows.assessments import AnswerRow, AssessmentRow
from jobquality.store.tenancy import belong
from jobquality.store.waiting import add_waiting
from tests.live.api.program import V1, stored_secret
from tests.live.assessments.assessing import stored_draft
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_employer
from tests.live.reviews.browsing import without_secrets
from tests.live.standards.bringing import WASHES, bench_of
from tests.live.web.test_route_matrix import address
from tests.live.web.worlds import RANDOM, World, stored_world

_keys = count(1)
#: After what the world has published already.
_AFTER = NOON + timedelta(days=150)
_LAST_YEAR, _PAGE = date(2025, 2, 1), "https://diner.example/schedules"
_START = {"standard": "restaurants_us@2026.1", "on": "2026-02-01"}
_MERGE = {"reason": "One kitchen with two names"}
_BRAND = {
    "name": "Elm Diner", "place": "TX", "sector": "722511", "headcount": "22",
    "scope": "franchisee", "seen": "1", "version": "1",
}  # fmt: skip

#: Each form that takes the id of a thing: its field, what else it needs, and whose id it takes.
FORMS: tuple[tuple[str, str, Mapping[str, str], str], ...] = (
    ("assessments.begin", "site", _START, "workplace_id"),
    ("assessments.choose", "waiting", {"take": "waiting", "seen": "1"}, "waiting_id"),
    ("employers.add", "brand_id", _BRAND, "brand_id"),
    ("employers.save_change", "brand_id", {**_BRAND, "name": "Ash Diner"}, "brand_id"),
    ("evidence.carry", "earlier", {}, "earlier_id"),
    ("initiatives.show", "item", {"what": "partner", "version": "1"}, "partner_id"),
    ("initiatives.show", "item", {"what": "activity", "version": "1"}, "activity_id"),
    ("mergers.different", "other", {}, "employer_id"),
    ("mergers.propose", "other", _MERGE, "twin_id"),
    ("standards.choose", "in_use", {}, "standard_id"),
)
#: These are whole: with an id of one's own they are done.
DONE = {
    "assessments.begin site", "assessments.choose waiting", "initiatives.show item",
    "mergers.different other", "employers.add brand_id", "employers.save_change brand_id",
    "evidence.carry earlier", "mergers.propose other", "standards.choose in_use",
}  # fmt: skip
#: The same for the program's way in: a field of the start of an assessment.
BODIES: tuple[tuple[str, str], ...] = (
    ("employer_id", "employer_id"),
    ("previous_id", "assessment_id"),
    ("sites", "workplace_id"),
    ("rubric", "draft_id"),
)


@pytest.fixture
def worlds(database: Database, tmp_path: Path) -> tuple[World, World]:
    """Two centers, each with an answer that waits."""
    with database.transaction(EVERY_ORGANIZATION) as session:
        first = stored_world(session, tmp_path)
        session.info["organization"] = EVERY_ORGANIZATION
        second = stored_world(session, tmp_path)
        keys = Keyring(tmp_path / "keys")
        return (
            waited(session, more(session, database, keys, first, "washes"), "1"),
            waited(session, more(session, database, keys, second, "laundries"), "2"),
        )


def more(session: Session, database: Database, keys: Keyring, world: World, standard: str) -> World:
    """Add a brand, a record that may be the same, a piece of last time and an own standard."""
    belong(session, world.organization.id)
    me, second = world.everything, world.people[Role.ADMINISTRATOR]
    brand = stored_employer(session, me, scope=Scope.CHAIN)
    draft = get_assessment(session, world.ids["assessment_id"])
    known = get_evidence(session, world.ids["evidence_id"])
    employer = get_employer(session, draft.employer_id)
    before = stored_draft(session, me, employer, id=f"before-{employer.id}", on=_LAST_YEAR)
    earlier = replace(known, id=f"of-{before.id}", assessment_id=before.id, url=_PAGE, sha256="")
    add_evidence(session, earlier)
    session.get_one(AssessmentRow, draft.id).previous_id = before.id
    bench = bench_of(session, database, keys, me.actor, second.actor)
    file = WASHES.replace(b"rubric: washes", b"rubric: " + standard.encode())
    bench.publish(file, at=_AFTER)
    mine = {
        "brand_id": brand.id,
        "earlier_id": earlier.id,
        "kept_id": stored_employer(session, me).id,
        "twin_id": stored_employer(session, me).id,
        "standard_id": standard,
    }
    return replace(world, ids={**world.ids, **mine})


def waited(session: Session, world: World, letter: str) -> World:
    """Let an answer wait beside the one that is there."""
    belong(session, world.organization.id)
    wanted = select(AnswerRow).where(AnswerRow.assessment_id == world.ids["assessment_id"])
    there = session.scalars(wanted).first()
    assert there is not None
    waiting = letter * 32
    add_waiting(session, waiting, answer_in(there))
    return replace(world, ids={**world.ids, "waiting_id": waiting})


#: What each request leaves whatever it was: that it was sent, tried and seen.
_TRACES = {"intents", "sessions", "tries", "limits"}


def rows(session: Session) -> dict[str, int]:
    """Return how many rows each table holds, in all organizations."""
    session.info["organization"] = EVERY_ORGANIZATION
    return {
        mapper.class_.__tablename__: session.scalar(select(func.count()).select_from(mapper.class_))
        or 0
        for mapper in Row.registry.mappers
        if mapper.class_.__tablename__ not in _TRACES
    }


def without(answer: TestResponse, *ids: str) -> str:
    page = without_secrets(answer.text)
    for one in ids:
        page = page.replace(one, "")
    return page


def place_of(app: Flask, endpoint: str, world: World) -> str:
    """Return where a form is sent; a merger starts at a record for which none waits."""
    kept = {"employer_id": world.ids["kept_id"]} if endpoint == "mergers.propose" else {}
    return address(app, endpoint, {**world.ids, **kept})


def test_no_form_takes_the_id_of_a_thing_of_another_organization(
    app: Flask, database: Database, worlds: tuple[World, World]
) -> None:
    mine, other = worlds
    browser = log_in(app.test_client(), mine.everything)
    with database.reading(EVERY_ORGANIZATION) as session:
        before = rows(session)

    told: dict[str, tuple[int, bool]] = {}
    for endpoint, field, needed, whose in FORMS:
        place = place_of(app, endpoint, mine)
        answers = [
            browser.post(place, data={**needed, field: one, "key": f"key{next(_keys)}"})
            for one in (other.ids[whose], RANDOM)
        ]
        same = len({(one.status_code, without(one, other.ids[whose], RANDOM)) for one in answers})
        told[f"{endpoint} {field} {whose}"] = (answers[0].status_code, same == 1)

    assert {name: one for name, one in told.items() if one[0] not in (404, 409, 422)} == {}
    assert [name for name, (_, is_same) in told.items() if not is_same] == []
    with database.reading(EVERY_ORGANIZATION) as session:
        assert rows(session) == before


def test_the_same_forms_are_done_with_an_id_of_ones_own(
    app: Flask, worlds: tuple[World, World]
) -> None:
    """Else the test above would see only that something else is wrong with them."""
    mine, _ = worlds
    browser = log_in(app.test_client(), mine.everything)

    told = {
        f"{endpoint} {field}": browser.post(
            place_of(app, endpoint, mine),
            data={**needed, field: mine.ids[whose], "key": f"key{next(_keys)}"},
        ).status_code
        for endpoint, field, needed, whose in FORMS
        if f"{endpoint} {field}" in DONE
    }

    assert told == dict.fromkeys(DONE, 303)


def test_no_body_of_a_program_takes_the_id_of_a_thing_of_another_organization(
    app: Flask, database: Database, worlds: tuple[World, World]
) -> None:
    mine, other = worlds
    secret = stored_secret(database, mine.everything)
    whole: dict[str, Any] = {
        "employer_id": mine.ids["employer_id"],
        "rubric": "restaurants_us@2026.1",
        "on": "2026-02-01",
    }
    with database.reading(EVERY_ORGANIZATION) as session:
        before = rows(session)

    told: dict[str, tuple[int, bool]] = {}
    for field, whose in BODIES:
        answers = [
            app.test_client().post(
                f"{V1}/assessments",
                json={**whole, field: _as_sent(field, one)},
                headers={"Authorization": f"Bearer {secret}", "Idempotency-Key": f"k{next(_keys)}"},
            )
            for one in (other.ids[whose], RANDOM)
        ]
        same = {(one.status_code, without(one, other.ids[whose], RANDOM)) for one in answers}
        told[field] = (answers[0].status_code, len(same) == 1)

    assert {name: one for name, one in told.items() if one not in ((404, True), (422, True))} == {}
    with database.reading(EVERY_ORGANIZATION) as session:
        assert rows(session) == before


def _as_sent(field: str, one: str) -> object:
    return {"sites": [one], "rubric": f"{one}@2026.1"}.get(field, one)
