"""Programs write answers: as they saw them, once, all or nothing."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.store.assessments import Answer, list_answers, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.organizations import get_organization
from jobquality.store.waiting import list_waiting
from tests.live.api.program import V1, Program, pointers, stored_secret
from tests.live.assessments.assessing import EDITION, RUBRIC, Case, stored_case, stored_draft
from tests.live.factories import log_in, stored_person

NOTICE, LEAVE = "sched_notice_days", "ben_family_leave"


@pytest.fixture
def case(database: Database) -> Case:
    """An organization with a draft."""
    with database.transaction() as session:
        return stored_case(session)


@pytest.fixture
def program(client: FlaskClient, database: Database, case: Case) -> Program:
    """A program that may write there."""
    return Program(client, stored_secret(database, case.person), case.assessment.id)


@pytest.fixture
def stranger(client: FlaskClient, database: Database) -> Program:
    """A program of another organization, at its own draft."""
    with database.transaction() as session:
        other = stored_case(session)
    return Program(client, stored_secret(database, other.person), other.assessment.id)


def answers(database: Database, case: Case) -> dict[str, Answer]:
    with database.reading(EVERY_ORGANIZATION) as session:
        return list_answers(session, case.assessment.id)


def test_a_first_answer_is_kept_and_comes_back_with_its_version(
    program: Program, database: Database, case: Case
) -> None:
    put = program.put(NOTICE, 14, 0, grade="E2", note="Asked two cooks")

    assert put.status_code == 200, put.text
    assert put.headers["ETag"] == '"1"'
    assert put.headers["Cache-Control"] == "private, no-store"
    told = put.get_json()
    assert (told["answer"], told["grade"], told["note"]) == ("14", "E2", "Asked two cooks")
    assert (told["by"], told["version"], told["etag"]) == (case.person.name, 1, '"1"')
    assert answers(database, case)[NOTICE].answer == "14"
    assert program.get(f"{program.at}/answers/{NOTICE}").get_json() == told


def test_if_none_match_says_that_there_was_no_answer(program: Program) -> None:
    path = f"{program.at}/answers/{NOTICE}"
    first = program.send(path, {"answer": "14"}, method="PUT", If_None_Match="*")
    second = program.send(path, {"answer": "15"}, method="PUT", If_None_Match="*")

    assert (first.status_code, second.status_code) == (200, 412)


@pytest.mark.parametrize("header", [{}, {"If_Match": "*"}, {"If_None_Match": '"1"'}])
def test_a_change_without_the_version_that_was_seen_is_refused(
    program: Program, header: dict[str, str]
) -> None:
    program.put(NOTICE, 14, 0)

    put = program.send(f"{program.at}/answers/{NOTICE}", {"answer": "1"}, method="PUT", **header)

    assert (put.status_code, put.get_json()["code"]) == (428, "if_match_missing")


@pytest.mark.parametrize("seen", ['"0"', '"2"', 'W/"1"', "1", '"1", "2"', '"x"'])
def test_a_change_of_another_version_shows_both_answers_and_keeps_nothing(
    program: Program, database: Database, case: Case, seen: str
) -> None:
    program.put(NOTICE, 14, 0, source="The board")

    path = f"{program.at}/answers/{NOTICE}"
    put = program.send(path, {"answer": 21, "note": "Mine"}, method="PUT", If_Match=seen)

    assert (put.status_code, put.get_json()["code"]) == (412, "changed")
    assert put.content_type == "application/problem+json"
    (changed,) = put.get_json()["changed"]
    assert changed["criterion"] == NOTICE
    assert (changed["mine"]["answer"], changed["mine"]["note"]) == ("21", "Mine")
    assert (changed["theirs"]["answer"], changed["theirs"]["source"]) == ("14", "The board")
    assert (changed["theirs"]["by"], changed["theirs"]["etag"]) == (case.person.name, '"1"')
    assert answers(database, case)[NOTICE].version == 1
    with database.reading(EVERY_ORGANIZATION) as session:
        assert not list_waiting(session, case.assessment.id), "the program has its own"


def test_a_version_of_an_answer_that_nobody_gave_is_none(program: Program) -> None:
    put = program.put(NOTICE, 14, 3)

    assert put.status_code == 412
    assert put.get_json()["changed"][0]["theirs"] is None


def test_the_same_key_is_done_once_and_answered_the_same(
    program: Program, database: Database, case: Case
) -> None:
    first = program.put(NOTICE, 14, 0, key="one")
    program.put(NOTICE, 15, 1)
    again = program.put(NOTICE, 14, 0, key="one")

    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (again.status_code, again.data) == (first.status_code, first.data)
    assert again.headers["ETag"] == first.headers["ETag"] == '"1"'
    assert answers(database, case)[NOTICE].version == 2


def test_the_same_key_with_another_body_is_refused(program: Program) -> None:
    program.put(NOTICE, 14, 0, key="one")

    put = program.put(NOTICE, 15, 1, key="one")

    assert put.status_code == 422
    assert "another request" in put.get_json()["errors"][0]["detail"]


def test_a_key_of_a_refused_request_may_be_used_again(program: Program) -> None:
    refused = program.put(NOTICE, 14, 5, key="one")
    kept = program.put(NOTICE, 14, 0, key="one")

    assert (refused.status_code, kept.status_code) == (412, 200)


@pytest.mark.parametrize("key", [None, " ", "k" * 65])
def test_every_change_needs_a_key(program: Program, key: str | None) -> None:
    calls: list[Callable[[], object]] = [
        lambda: program.put(NOTICE, 14, 0, key=key),
        lambda: program.send(f"{program.at}/answers", {"answers": []}, method="PUT", key=key),
        lambda: program.send(f"{V1}/assessments", {}, key=key),
        lambda: program.send(f"{program.at}/answers/{NOTICE}/confirm", None, key=key),
        lambda: program.send(f"{program.at}/submit", {}, key=key),
    ]
    for call in calls:
        refused = call()
        assert refused.status_code == 400, refused  # type: ignore[attr-defined]  # an answer
        assert refused.get_json()["code"] == "key_missing"  # type: ignore[attr-defined]


def test_people_and_programs_see_each_others_versions(
    app: Flask, program: Program, case: Case
) -> None:
    browser = log_in(app.test_client(), case.person)
    page = f"/en/work/assessments/{case.assessment.id}/{NOTICE}"
    browser.post(page, data={"key": "k", "seen": "0", "number": "14"})

    late, right = program.put(NOTICE, 21, 0), program.put(NOTICE, 21, 1)

    assert (late.status_code, right.status_code) == (412, 200)
    assert "21" in browser.get(page).text


def one(criterion: str, answer: object, seen: int = 0, **rest: object) -> dict[str, object]:
    return {"criterion": criterion, "answer": answer, "seen": seen, **rest}


def test_a_batch_is_kept_whole(program: Program, database: Database, case: Case) -> None:
    put = program.batch(one(NOTICE, 14), one(LEAVE, "not_offered", grade="E1"))

    assert put.status_code == 200, put.text
    assert {told["criterion"] for told in put.get_json()["items"]} == {NOTICE, LEAVE}
    assert {name: one.answer for name, one in answers(database, case).items()} == {
        NOTICE: "14",
        LEAVE: "not_offered",
    }


def test_all_faults_of_a_batch_are_named_at_once_and_nothing_is_kept(
    program: Program, database: Database, case: Case
) -> None:
    put = program.batch(
        one(NOTICE, 14),
        one(LEAVE, "perhaps"),
        one("sched_rest_hours", -3, grade="E3", on="2999-01-01"),
    )

    assert set(pointers(put)) == {
        "/answers/1/answer",
        "/answers/2/answer",
        "/answers/2/grade",
        "/answers/2/on",
    }
    assert not answers(database, case)


def test_a_batch_names_what_is_not_asked_and_what_stands_twice(program: Program) -> None:
    put = program.batch(one(NOTICE, 1), one(NOTICE, 2), one("nothing", 3), one(LEAVE, [1]))

    assert set(pointers(put)) == {"/answers/3/answer"}
    put = program.batch(one(NOTICE, 1), one(NOTICE, 2), one("nothing", 3), one(LEAVE, ["a"]))
    assert set(pointers(put)) == {
        "/answers/0/criterion",
        "/answers/1/criterion",
        "/answers/2/criterion",
        "/answers/3/answer",
    }


def test_a_batch_that_comes_too_late_shows_every_change_and_keeps_nothing(
    program: Program, database: Database, case: Case
) -> None:
    program.batch(one(NOTICE, 14), one(LEAVE, "not_offered"))

    put = program.batch(one(NOTICE, 15), one(LEAVE, "unknown"), one("sched_rest_hours", 11))

    assert put.status_code == 412
    changed = {one["criterion"]: one for one in put.get_json()["changed"]}
    assert {name: one["theirs"]["version"] for name, one in changed.items()} == {
        NOTICE: 1,
        LEAVE: 1,
    }
    assert set(answers(database, case)) == {NOTICE, LEAVE}


def test_an_assessment_is_started_once_and_read_again(
    program: Program, database: Database, case: Case
) -> None:
    body = {"employer_id": case.employer.id, "rubric": f"{RUBRIC}@{EDITION}", "on": "2026-02-01"}

    first, again = (program.send(f"{V1}/assessments", body, key="one") for _ in range(2))

    assert first.status_code == again.status_code == 201
    assert first.data == again.data
    assert first.headers["Location"] == again.headers["Location"]
    shown = program.get(first.headers["Location"])
    assert shown.get_json() == {**first.get_json(), "answers": {}}
    with database.reading(EVERY_ORGANIZATION) as session:
        assert len(list_assessments(session, case.employer.id)) == 2


@pytest.mark.parametrize(
    ("but", "pointer"),
    [
        ({"rubric": "restaurants_us@1999.1"}, "/rubric"),
        ({"on": "2999-01-01"}, "/on"),
        ({"on": "01/02/2026"}, "/on"),
        ({"sites": ["nothing"]}, "/sites"),
        ({"state": "published"}, "/state"),
        ({"employer_id": 3}, "/employer_id"),
    ],
)
def test_what_cannot_be_started_is_said_at_its_place(
    program: Program, case: Case, but: dict[str, object], pointer: str
) -> None:
    body = {"employer_id": case.employer.id, "rubric": f"{RUBRIC}@{EDITION}", "on": "2026-02-01"}

    assert set(pointers(program.send(f"{V1}/assessments", body | but))) == {pointer}


def test_an_answer_of_last_time_is_confirmed(
    client: FlaskClient, database: Database, case: Case, program: Program
) -> None:
    program.put(NOTICE, 14, 0)
    with database.transaction(EVERY_ORGANIZATION) as session:
        draft = stored_draft(session, case.person, case.employer, id="second")
    second = Program(client, program.secret, draft.id)
    path = f"{second.at}/answers/{NOTICE}"
    carried = second.get(path).get_json()

    late = second.send(f"{path}/confirm", None, If_Match='"7"')
    done = second.send(f"{path}/confirm", None, If_Match=carried["etag"])
    twice = second.send(f"{path}/confirm", None, If_Match=done.headers["ETag"])

    assert carried["carried"] is True
    assert (late.status_code, done.status_code, twice.status_code) == (412, 200, 412)
    assert done.get_json()["carried"] is False
    assert late.get_json()["changed"][0]["theirs"]["answer"] == "14"


def test_a_draft_is_submitted_and_then_its_answers_stand_still(program: Program) -> None:
    done = program.send(f"{program.at}/submit", {"comment": "Please look"})

    assert (done.status_code, done.get_json()["state"]) == (200, "in_review")
    put = program.put(NOTICE, 14, 0)
    assert (put.status_code, put.get_json()["code"]) == (409, "refused")
    again = program.send(f"{program.at}/submit", {})
    assert (again.status_code, again.get_json()["code"]) == (409, "refused")


def test_what_keeps_a_draft_from_review_points_to_its_question(
    client: FlaskClient, database: Database, case: Case, program: Program
) -> None:
    program.put(NOTICE, 14, 0)
    with database.transaction(EVERY_ORGANIZATION) as session:
        draft = stored_draft(session, case.person, case.employer, id="second")
    second = Program(client, program.secret, draft.id)

    assert set(pointers(second.send(f"{second.at}/submit", {}))) == {f"/answers/{NOTICE}"}


def test_every_assessment_comes_once_page_by_page(
    program: Program, database: Database, case: Case, stranger: Program
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        for number in range(4):
            stored_draft(session, case.person, case.employer, id=f"draft{number}")
    seen: list[str] = []
    following: str | None = f"{V1}/assessments?limit=2"
    while following:
        page = program.get(following)
        seen += [one["id"] for one in page.get_json()["items"]]
        following = page.get_json()["next"]
        assert (following is None) == ("Link" not in page.headers)

    assert sorted(seen) == sorted([case.assessment.id, *(f"draft{n}" for n in range(4))])
    assert stranger.assessment_id not in seen
    assert program.get(f"{V1}/assessments?state=published").get_json()["items"] == []
    theirs = program.get(f"{V1}/assessments?after={stranger.assessment_id}")
    assert theirs.get_json() == program.get(f"{V1}/assessments?after=nothing").get_json()


def test_what_did_not_change_is_not_sent_again(program: Program) -> None:
    program.put(NOTICE, 14, 0)
    for path in (program.at, f"{program.at}/answers/{NOTICE}"):
        tag = program.get(path).headers["ETag"]
        assert program.get(path, If_None_Match=tag).status_code == 304


def calls_at(program: Program, assessment_id: str) -> list[tuple[int, bytes]]:
    at = f"{V1}/assessments/{assessment_id}"
    sent = [
        program.get(at),
        program.get(f"{at}/answers/{NOTICE}"),
        program.send(f"{at}/answers/{NOTICE}", {"answer": 1}, method="PUT", If_Match='"0"'),
        program.send(f"{at}/answers", {"answers": [one(NOTICE, 1)]}, method="PUT"),
        program.send(f"{at}/answers/{NOTICE}/confirm", None, If_Match='"1"'),
        program.send(f"{at}/submit", {}),
    ]
    return [(one.status_code, one.data.replace(assessment_id.encode(), b"ID")) for one in sent]


def test_what_is_anothers_is_answered_as_what_does_not_exist(
    program: Program, stranger: Program
) -> None:
    stranger.put(NOTICE, 14, 0)

    theirs = calls_at(program, stranger.assessment_id)

    assert {status for status, _ in theirs} == {404}
    assert theirs == calls_at(program, "0123456789abcdef0123456789abcdef")


def test_anothers_employer_workplace_or_assessment_cannot_be_named(
    program: Program, database: Database, case: Case, stranger: Program
) -> None:
    with database.reading(EVERY_ORGANIZATION) as session:
        (foreign,) = [one for one in list_assessments(session) if one.id == stranger.assessment_id]
    body = {"employer_id": case.employer.id, "rubric": f"{RUBRIC}@{EDITION}", "on": "2026-02-01"}
    for but, random in (
        ({"employer_id": foreign.employer_id}, {"employer_id": "nothing"}),
        ({"previous_id": foreign.id}, {"previous_id": "nothing"}),
    ):
        theirs = program.send(f"{V1}/assessments", body | but)
        nobodys = program.send(f"{V1}/assessments", body | random)
        assert theirs.status_code == nobodys.status_code == 404
        assert theirs.data == nobodys.data


def test_a_key_of_another_person_is_another_key(program: Program, stranger: Program) -> None:
    assert program.put(NOTICE, 14, 0, key="one").status_code == 200
    assert stranger.put(NOTICE, 21, 0, key="one").get_json()["answer"] == "21"


def test_a_token_to_read_writes_nothing_and_none_reads_nothing(
    client: FlaskClient, database: Database, case: Case
) -> None:
    secret = stored_secret(database, case.person, Scope.READ)
    reader = Program(client, secret, case.assessment.id)

    assert reader.get(reader.at).status_code == 200
    assert reader.put(NOTICE, 14, 0).status_code == 403
    assert reader.send(f"{V1}/assessments", {}).status_code == 403
    nobody = Program(client, "jq_nothing", case.assessment.id)
    assert nobody.get(nobody.at).status_code == nobody.put(NOTICE, 14, 0).status_code == 401


def test_a_program_may_no_more_than_its_person(
    client: FlaskClient, database: Database, case: Case
) -> None:
    with database.transaction(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, case.person.organization_id)
        reviewer = stored_person(session, organization, Role.REVIEWER)
    program = Program(client, stored_secret(database, reviewer), case.assessment.id)

    assert program.get(program.at).status_code == 200
    assert program.put(NOTICE, 14, 0).status_code == 403
