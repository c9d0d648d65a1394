"""A program moves a draft to a newer edition: as it saw it, once, and knowing what stays."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.access.scopes import Scope
from jobquality.store.assessments import get_assessment
from jobquality.store.database import EVERY_ORGANIZATION, Database, Session
from tests.live.api.program import V1, Program, pointers, stored_secret
from tests.live.ledger.published import Center, stored_center
from tests.live.standards.bringing import bench_of
from tests.live.standards.test_editionmoves import BRIDGE, NEWER, Draft

AT = f"{V1}/assessments/a%20draft/newer-edition"


@pytest.fixture
def center(session: Session, database: Database, tmp_path: Path) -> Center:
    """Two people with a draft of three answers, and a newer edition of its standard in use."""
    center = stored_center(session, tmp_path)
    people = (center.author.actor, center.reviewer.actor)
    bench = bench_of(session, database, center.keys, *people)
    draft = Draft(bench, center)
    for criterion, answer in (("lowest_pay", "17"), ("stubs", "yes"), ("water", "no")):
        draft.say(criterion, answer)
    bench.publish(NEWER, bridge=BRIDGE)
    session.commit()
    return center


@pytest.fixture
def program(client: FlaskClient, database: Database, center: Center) -> Program:
    return Program(client, stored_secret(database, center.author), "a%20draft")


def edition(database: Database) -> str:
    with database.reading(EVERY_ORGANIZATION) as session:
        return get_assessment(session, "a draft").edition


def test_a_program_sees_first_what_comes_and_what_stays(
    program: Program, database: Database
) -> None:
    shown = program.get(AT)

    assert shown.status_code == 200, shown.text
    told = shown.get_json()
    assert (told["old"], told["new"], told["edition"]) == (
        "washes@2026.1",
        "washes@2026.2",
        "2026.2",
    )
    assert {(one["criterion"], one["came_from"], one["answer"]) for one in told["comes"]} == {
        ("lowest_pay", "lowest_pay", "17"),
        ("pay_stubs_given", "stubs", "yes"),
    }
    assert told["stays"] == [{"criterion": "water", "why": "other", "answer": "no"}]
    assert set(told["asked_now"]) == {"drinking", "shade"}
    assert shown.headers["ETag"] == told["etag"]
    assert edition(database) == "2026.1"


def test_it_moves_once_and_every_answer_that_came_is_to_confirm(
    program: Program, database: Database
) -> None:
    seen = program.get(AT).headers["ETag"]

    moved = program.send(AT, {"edition": "2026.2"}, key="one", If_Match=seen)
    again = program.send(AT, {"edition": "2026.2"}, key="one", If_Match=seen)

    assert moved.status_code == 200, moved.text
    assert moved.get_json()["rubric"] == "washes@2026.2"
    assert moved.headers["ETag"] != seen
    assert (again.data, again.headers["Idempotency-Replayed"]) == (moved.data, "true")
    assert edition(database) == "2026.2"
    answers = program.get(program.at).get_json()["answers"]
    assert {name for name, one in answers.items() if one["carried"]} == {
        "lowest_pay",
        "pay_stubs_given",
    }
    assert program.get(AT).status_code == 409


@pytest.mark.parametrize(
    ("sent", "seen", "told"),
    [
        ("2026.2", '"9"', (412, "changed")),
        ("2026.9", '"1"', (412, "changed")),
        ("2026.2", "", (428, "if_match_missing")),
        ("2026.2", "*", (428, "if_match_missing")),
    ],
)
def test_what_was_not_seen_is_not_moved(
    program: Program, database: Database, sent: str, seen: str, told: tuple[int, str]
) -> None:
    refused = program.send(AT, {"edition": sent}, If_Match=seen)

    assert (refused.status_code, refused.get_json()["code"]) == told
    assert edition(database) == "2026.1"


@pytest.mark.parametrize("edition", ["", "newest", "2026.2\n", 2026.2, None])
def test_what_is_no_edition_is_said_at_its_place(program: Program, edition: object) -> None:
    refused = program.send(AT, {"edition": edition}, If_Match='"1"')

    assert set(pointers(refused)) == {"/edition"}


def test_others_and_those_who_may_only_read_move_nothing(
    client: FlaskClient, database: Database, center: Center, tmp_path: Path
) -> None:
    with database.transaction() as session:
        other = stored_center(session, tmp_path / "other")
    stranger = Program(client, stored_secret(database, other.author), "a%20draft")
    reader = Program(client, stored_secret(database, center.author, Scope.READ), "a%20draft")
    body = {"edition": "2026.2"}

    assert stranger.get(AT).status_code == 404
    assert stranger.send(AT, body, If_Match='"1"').status_code == 404
    assert reader.send(AT, body, If_Match='"1"').status_code == 403
    assert client.get(AT).status_code == 401
    assert edition(database) == "2026.1"
