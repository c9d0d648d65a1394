"""T14: an employer who looks into every corner of its questionnaire learns nothing of the team."""

import re

import pytest

from jobquality.access.guests import OnlyAssessment
from jobquality.scoring.facts import Grade
from jobquality.services.claims import Say, claims_of
from jobquality.store.assessments import Workers
from jobquality.store.claims import list_speakers
from jobquality.store.database import Database
from jobquality.store.evidence import Evidence, add_evidence
from tests.live.assessments.assessing import Case, record, stored_draft
from tests.live.claims.claiming import Desk, Visit, asked, came, new_id, said
from tests.live.factories import NOON

PATHS = (
    "",
    "/receipt",
    "/documents/sched_notice_days",
    *(
        f"/sections/{topic}"
        for topic in ("wages", "scheduling", "benefits", "advancement", "safety", "voice")
    ),
)


def everything(visit: Visit) -> list[tuple[int, str]]:
    """Return all that an employer can see, without keys of forms."""
    answers = [visit.browser.get(visit.at(path)) for path in PATHS]
    return [
        (answer.status_code, re.sub(r'name="(csrf_token|key)" value="[^"]*"', "", answer.text))
        for answer in answers
    ]


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """Somebody of the employer who has answered and sent it in."""
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14", sched_on_call__state="unknown")
    visit.send()
    return visit


def test_the_employer_sees_the_same_bytes_whatever_workers_said(
    visit: Visit, case: Case, database: Database
) -> None:
    before = everything(visit)

    for seen, count in enumerate((1, 2, 3, 4, 9)):
        with database.transaction(case.person.organization_id) as session:
            counted = Workers(asked=count, confirming=count // 2, month="2026-02")
            told = {"note": "Three cooks said so on Tuesday", "source": "Talks in the kitchen"}
            for criterion, answer in (("sched_notice_days", "2"), ("lowest_base_rate", "7.25")):
                record(session, case, criterion, answer, workers=counted, seen=seen, **told)

        assert everything(visit) == before, count


def test_the_employer_sees_its_own_documents_and_never_other_evidence(
    visit: Visit, case: Case, database: Database
) -> None:
    before = everything(visit)
    evidence = Evidence(
        id=new_id(),
        organization_id=case.person.organization_id,
        assessment_id=case.assessment.id,
        criterion="sched_notice_days",
        title="Photo from the kitchen wall",
        grade=Grade.E2,
        added_by=case.person.id,
        added_at=NOON,
        sha256="0123456789abcdef" * 4,
        media_type="application/pdf",
        size=20,
    )
    with database.transaction(case.person.organization_id) as session:
        add_evidence(session, evidence)

    assert everything(visit) == before
    for one in (evidence.id, new_id()):
        assert visit.browser.get(visit.at(f"/files/{one}")).status_code == 404
        answer = visit.browser.post(visit.at(f"/files/{one}"), data={"key": new_id()})
        assert answer.status_code == 404


def test_nothing_is_asked_that_only_workers_or_the_team_can_say(visit: Visit) -> None:
    whole = "".join(page for _, page in everything(visit))

    for name in ("workers_asked", "workers_confirming", "grade", "law_checked_on", "source"):
        assert f'-{name}"' not in whole
    for question in ("voice_survey", "survey_response", "survey_asked", "wage_theft"):
        assert f'id="{question}"' not in whole
    assert "E0" not in whole
    assert " points" not in whole


def test_a_guest_reviewer_reads_what_the_employer_says_to_their_assessment_alone(
    visit: Visit, case: Case, database: Database
) -> None:
    del visit
    with database.transaction(case.person.organization_id) as session:
        other = stored_draft(session, case.person, case.employer, id="another-draft")
        questionnaire = asked(session, case.actor, other.id)
        speaker = came(session, questionnaire)
        said(session, questionnaire, speaker, Say(criterion="sched_notice_days", answer="3"))
    place = OnlyAssessment(
        case.person.organization_id,
        assessment_id=case.assessment.id,
        employer_id=case.employer.id,
    )

    with database.reading(place) as session:
        assert claims_of(session, case.assessment.id)["sched_notice_days"].answer == "14"
        assert claims_of(session, other.id) == {}
        assert list_speakers(session, [questionnaire.id]) == ()
