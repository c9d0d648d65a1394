"""The pages of an assessment."""

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.rubrics.catalog import shipped
from jobquality.store.database import Database
from jobquality.store.organizations import get_organization
from tests.live.assessments.assessing import EDITION, RUBRIC, record, stored_case, stored_draft
from tests.live.factories import log_in, stored_person

SAYS = {"en": "{} of {} answered", "es": "{} de {} respondidas"}
CONFIRMS = {"en": "1 to confirm", "es": "1 por confirmar"}
LOOK_FOR = {"en": "What to look for", "es": "Qué buscar"}
_TOPIC = re.compile(r'/topics/(\w+)">[^<]*</a></h3>\s*<p class="quiet">(.*?)</p>', re.DOTALL)
_QUESTION = re.compile(r'<article class="asked(?! inner)[^"]*" id="(\w+)"')


def questions_in(page: str) -> dict[str, str]:
    """Return each question that a page asks by its id, with everything up to the next."""
    _, *parts = _QUESTION.split(page)
    return {name: unescape(text) for name, text in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "rest",
    ["", "/topics/wages", "/topics/critical", "/topics/declared", "/stand", "/lowest_base_rate"],
)
def test_every_page_opens(
    client: FlaskClient, database: Database, language: str, rest: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)

    answer = client.get(f"/{language}/work/assessments/{case.assessment.id}{rest}")

    assert answer.status_code == 200
    assert case.employer.name in answer.text


def test_who_does_not_assess_reads_the_answers_without_forms(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
        record(session, case, "sched_notice_days", "14")
        organization = get_organization(session, case.person.organization_id)
        reviewer = stored_person(session, organization, Role.REVIEWER)

    page = (
        log_in(client, reviewer)
        .get(f"/en/work/assessments/{case.assessment.id}/topics/scheduling")
        .text
    )

    assert "14 days" in page
    assert 'class="answer"' not in page


@pytest.mark.parametrize("rest", ["", "/topics/wages", "/lowest_base_rate"])
def test_only_our_own_script_runs_and_no_page_is_kept(
    client: FlaskClient, database: Database, rest: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)

    answer = log_in(client, case.person).get(f"/en/work/assessments/{case.assessment.id}{rest}")

    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert " onclick=" not in answer.text
    assert " style=" not in answer.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_topic_says_how_much_of_it_is_answered_and_what_is_to_confirm(
    client: FlaskClient, database: Database, language: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
        record(session, case, "sched_notice_days", "14")
        draft = stored_draft(session, case.person, case.employer, id="the-next")
        for name, answer in (("sched_rest_hours", "9"), ("sched_on_call", "never")):
            record(session, replace(case, assessment=draft), name, answer)
    address = f"/{language}/work/assessments/{draft.id}"
    log_in(client, case.person)

    said = dict(_TOPIC.findall(client.get(address).text))

    assert {"wages", "scheduling", "critical"} <= said.keys()
    for topic, words in said.items():
        asked = questions_in(client.get(f"{address}/topics/{topic}").text)
        is_here = topic == "scheduling"
        if topic != "declared":
            assert SAYS[language].format(2 if is_here else 0, len(asked)) in words, topic
        assert (CONFIRMS[language] in words) == is_here


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_question_says_what_to_look_for(
    client: FlaskClient, database: Database, language: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    edition = shipped().by_name[f"{RUBRIC}@{EDITION}"]
    address = f"/{language}/work/assessments/{case.assessment.id}/topics"
    log_in(client, case.person)

    shown: dict[str, str] = {}
    for topic in (*(one.id for one in edition.rubric.root.children), "critical"):
        shown |= questions_in(client.get(f"{address}/{topic}").text)

    rubric = edition.rubric
    asked = [*(one.id for one in rubric.root.criteria()), *(one.id for one in rubric.critical)]
    assert len(asked) == 45
    for name in asked:
        help_ = edition.words[language].of(name).help
        assert f"<summary>{LOOK_FOR[language]}</summary>" in shown[name]
        assert help_
        assert f"<p>{help_}</p>" in shown[name]


def test_a_browser_without_scripts_is_told_that_each_answer_has_its_own_button(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)
    page = client.get(f"/en/work/assessments/{case.assessment.id}/topics/scheduling").text

    assert "Save one before you write the next" in page.partition("<noscript>")[2]
