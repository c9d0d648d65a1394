"""What stands beside an answer, and what new answers start with."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from jobquality.store.assessments import Workers
from jobquality.store.claims import (
    Claimed,
    Questionnaire,
    add_claim,
    add_questionnaire,
    add_speaker,
    claim_id_of,
)
from jobquality.store.claims import Speaker as Spokesperson
from jobquality.store.speakers import Standing
from tests.live.assessments.assessing import record, stored_draft
from tests.live.assessments.saving import NOTICE, Site
from tests.live.factories import NOON

REST = "sched_rest_hours"
_numbers = count(1)


def _second(site: Site) -> Site:
    """Return the site at a draft that starts from what was answered a year before."""
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "7", source="payroll of 2025")
        draft = stored_draft(session, site.case.person, site.case.employer, id="second")
    return replace(site, case=replace(site.case, assessment=draft))


def test_what_was_answered_last_time_stays_beside_a_new_answer(site: Site) -> None:
    second = _second(site)

    second.send(NOTICE, number="14", seen="1")

    page = second.page(NOTICE)
    assert "Last time" in page
    assert "<b>7 days</b>" in page
    assert "changed" in page


def test_a_carried_answer_tells_its_age(site: Site) -> None:
    assert "Answered March 1, 2026, today." in _second(site).page(NOTICE)


def test_a_new_value_never_takes_last_years_source(site: Site) -> None:
    page = _second(site).page(NOTICE)

    assert 'name="number" value="7"' in page
    assert "payroll of 2025" not in page.partition('id="sched_notice_days-form"')[2]


def test_workers_who_do_not_confirm_it_raise_a_flag(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        workers = Workers(asked=8, confirming=3, month="2026-02")
        record(session, site.case, NOTICE, "14", workers=workers)

    page = site.page(NOTICE)

    assert "3 of 8 confirm it" in page
    assert "No more than half confirm it" in page


def test_workers_who_confirm_it_raise_none(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        workers = Workers(asked=8, confirming=6, month="2026-02")
        record(session, site.case, NOTICE, "14", workers=workers)

    page = site.page(NOTICE)

    assert "6 of 8 confirm it" in page
    assert "No more than half" not in page


def test_the_band_that_an_answer_lands_in_is_marked(site: Site) -> None:
    site.send(NOTICE, number="8")

    page = site.page(NOTICE)

    assert page.count('class="is-here"') == 1
    row = page.partition('class="is-here"')[2].partition("</tr>")[0]
    assert "7" in row


def _works_from(site: Site, **fields: str) -> int:
    sent = {"key": "w1", "source": "Interview with the manager", "grade": "E1", **fields}
    return site.post("/en", "working", dict(sent), {}).status_code


def test_what_somebody_works_from_is_the_start_of_every_new_answer(site: Site) -> None:
    assert _works_from(site, on="2026-02-20") == 303

    page = site.page(REST)

    assert 'value="Interview with the manager"' in page
    assert '<option value="E1" selected>' in page
    assert 'value="2026-02-20"' in page


def test_an_answer_that_is_there_keeps_its_own_source(site: Site) -> None:
    site.send(NOTICE, number="14", source="the posted schedule", grade="E2")

    _works_from(site)

    page = site.page(NOTICE)
    form = page.partition('id="sched_notice_days-form"')[2].partition("</form>")[0]
    assert 'value="the posted schedule"' in form
    assert "Interview with the manager" not in form


def test_nothing_typed_starts_empty_again(site: Site) -> None:
    _works_from(site)
    _works_from(site, key="w2", source="")

    assert "Interview with the manager" not in site.page(REST)


def test_it_holds_for_that_assessment_alone(site: Site) -> None:
    _works_from(site)

    assert "Interview with the manager" not in _second(site).page(REST)


@pytest.mark.parametrize("fields", [{"on": "2027-01-01"}, {"on": "soon"}, {"source": "a\x00b"}])
def test_what_cannot_stand_beside_an_answer_is_told_at_its_field(
    site: Site, fields: dict[str, str]
) -> None:
    sent = {"key": "w1", "source": "Interview with the manager", "grade": "E1", **fields}
    refused = site.post("/en", "working", dict(sent), {})

    assert refused.status_code == 422
    assert f'id="working-{next(iter(fields))}-fault"' in refused.text
    assert "Interview with the manager" not in site.page(REST)


def test_a_day_is_kept_with_the_answer(site: Site) -> None:
    site.send(NOTICE, number="14", on="2026-02-20")

    assert site.answers()[NOTICE].on == date(2026, 2, 20)


def _employer_says(site: Site, answer: str, state: Standing = Standing.PENDING) -> None:
    """Let somebody of the employer answer the question about notice."""
    organization_id, number = site.case.person.organization_id, next(_numbers)
    questionnaire_id = f"questionnaire{number}"
    with site.database.transaction(organization_id) as session:
        add_questionnaire(
            session,
            Questionnaire(
                id=questionnaire_id,
                organization_id=organization_id,
                assessment_id=site.case.assessment.id,
                token_digest=f"digest{number}",
                topics=(),
                sent_by=site.case.person.id,
                sent_at=NOON,
                expires_at=NOON + timedelta(days=30),
            ),
        )
        speaker = Spokesperson(
            id=f"speaker{number}",
            name="Rosa Gómez",
            role="owner",
            contact="rosa@kitchen.example",
            came_at=NOON,
            state=state,
            organization_id=organization_id,
            questionnaire_id=questionnaire_id,
        )
        add_speaker(session, speaker)
        claimed = Claimed(
            id=claim_id_of(speaker.id, NOTICE),
            assessment_id=site.case.assessment.id,
            speaker_id=speaker.id,
            criterion=NOTICE,
            answer=answer,
            note="Since January",
            at=NOON,
            version=1,
            organization_id=organization_id,
            questionnaire_id=questionnaire_id,
        )
        add_claim(session, claimed)


def test_what_the_employer_says_stands_beside_and_is_flagged_where_it_differs(site: Site) -> None:
    site.send(NOTICE, number="7")
    _employer_says(site, "14")

    page = site.page(NOTICE)

    assert "The employer says" in page
    assert "<b>14 days</b>" in page
    assert "Rosa Gómez, owner" in page
    assert "Since January" in page
    assert "Differs from your answer" in page
    assert "Not confirmed yet who this is" in page


def test_what_the_employer_says_too_is_not_flagged(site: Site) -> None:
    site.send(NOTICE, number="14")
    _employer_says(site, "14.0", Standing.ACCEPTED)

    page = site.page(NOTICE)

    assert "The employer says" in page
    assert "Differs" not in page
    assert "Not confirmed yet" not in page


@pytest.mark.parametrize("mine", [{"state": "unknown"}, {"state": "declined"}])
def test_who_knows_nothing_is_not_told_that_it_differs(site: Site, mine: dict[str, str]) -> None:
    site.send(NOTICE, **mine)
    _employer_says(site, "14")

    assert "Differs" not in site.page(NOTICE)


def test_the_employers_word_is_no_answer(site: Site) -> None:
    _employer_says(site, "14", Standing.ACCEPTED)

    assert NOTICE not in site.answers()
    assert "<b>14 days</b>" in site.page(NOTICE)


def test_only_the_word_of_somebody_confirmed_can_be_used_as_the_answer(site: Site) -> None:
    _employer_says(site, "14")
    assert "/take" not in site.page(NOTICE)

    _employer_says(site, "21", Standing.ACCEPTED)
    assert "/take" in site.page(NOTICE)
