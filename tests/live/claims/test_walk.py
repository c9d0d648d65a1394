"""From the advocate's link to an answer that was taken from the employer, page by page."""

import re
from datetime import timedelta

import pytest

from jobquality.scoring.facts import Grade
from jobquality.services.claims import claims_of
from jobquality.store.assessments import find_answer
from jobquality.store.claims import list_takings
from jobquality.store.database import Database
from tests.live.assessments.assessing import Case, record
from tests.live.claims.claiming import Desk, new_id
from tests.live.reviews.parts import Clock


def test_the_team_sees_how_far_the_employer_is(desk: Desk) -> None:
    link = desk.ask(wanted_by="2026-03-15")
    seen = [desk.page()]
    visit = desk.visit(link)
    seen.append(desk.page())
    visit.save("scheduling", sched_notice_days__number="14", sched_on_call__state="unknown")
    seen.append(desk.page())
    visit.send()
    seen.append(desk.page())

    words = ("Sent, not opened yet", "Opened", "Answering", "Sent in")
    assert all(f">{word}</span>" in page for word, page in zip(words, seen, strict=True))
    assert ["2 of" in page for page in seen] == [False, False, True, True]
    assert "March 15, 2026" in visit.page()


def test_a_section_leads_on_to_the_next(desk: Desk) -> None:
    visit = desk.visit(desk.ask())

    saved = visit.save("scheduling", sched_notice_days__number="14", do="next")
    here = visit.save("scheduling", sched_notice_days__number="10", do="here:sched_notice_days")
    nowhere = visit.save("scheduling", sched_notice_days__number="9", do="here://elsewhere")

    assert saved.location == "/en/questions/sections/benefits?saved=section"
    assert (here.location or "").endswith("?saved=sched_notice_days#sched_notice_days")
    assert nowhere.location == "/en/questions?saved=section"


def test_the_receipt_says_what_was_sent_and_when_and_that_it_is_no_score(
    desk: Desk, clock: Clock
) -> None:
    visit = desk.visit(desk.ask())
    visit.save(
        "scheduling", sched_notice_days__number="14", sched_notice_days__note="Posted on Fridays"
    )
    assert visit.send().location == "/en/questions/receipt"
    clock.now += timedelta(hours=1)
    visit.save("scheduling", sched_notice_days__number="3")

    receipt = visit.page("/receipt")

    assert "14 days" in receipt
    assert ">3 days" not in receipt, "it is the copy of what was sent, not of what came later"
    assert "Posted on Fridays" in receipt
    assert "March 1, 2026 at 6:00 AM" in receipt
    assert "not yet a score" in receipt
    assert "No fee changes a score" in receipt


def test_whoever_comes_by_the_link_later_reads_who_sent_the_answers_in(desk: Desk) -> None:
    link = desk.ask()
    owner = desk.visit(link)
    owner.save("scheduling", sched_notice_days__number="14")
    owner.send()

    second = desk.visit(link, name="Leo Paz", role="HR", contact="leo@diner.example")

    assert "You sent in your answers" in owner.page()
    assert "You sent in" not in second.page()
    assert (
        "sent in its answers: March 1, 2026 at 6:00 AM (CST, Chicago time), by Ana Ruiz, Owner."
        in second.page()
    )
    second.language = "es"
    assert "envió sus respuestas:" in second.page()


def test_an_advocate_takes_an_answer_over_once_somebody_is_confirmed(
    desk: Desk, case: Case, database: Database
) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    with database.reading(case.person.organization_id) as session:
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
    early = desk.post(f"claims/{claim.id}/take", claim_seen="1", seen="0")
    accept_all(desk)

    taken = desk.post(f"claims/{claim.id}/take", claim_seen="1", seen="0")

    assert [early.status_code, taken.status_code] == [409, 303]
    with database.reading(case.person.organization_id) as session:
        answer = find_answer(session, case.assessment.id, "sched_notice_days")
        (taking,) = list_takings(session, case.assessment.id)
    assert answer is not None
    assert (answer.answer, answer.grade, answer.author_id) == ("14", Grade.E0, case.person.id)
    assert answer.source == "The employer, March 1, 2026"
    assert (taking.claim_id, taking.claim_version, taking.answer_version) == (claim.id, 1, 1)
    assert "Our answer was taken from this" in desk.page()


def test_the_form_itself_offers_the_employers_answer(desk: Desk, case: Case) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    question = f"/en/work/assessments/{case.assessment.id}/sched_notice_days"
    pending = desk.browser.get(question).text
    accept_all(desk)

    offered = desk.browser.get(question).text
    (take,) = re.findall(r'action="(/en/work/claims/\w+/take)"', offered)
    seen = re.findall(r'class="take".*?name="seen" value="(\d+)"', offered, re.DOTALL)
    form = {"key": new_id(), "claim_seen": "1", "seen": seen[0]}
    done = desk.browser.post(take, data=form)

    assert "/take" not in pending
    assert "14 days" in pending
    assert (done.location or "").startswith(question)
    assert "/take" not in desk.browser.get(question).text, "it is the answer now"


def test_a_claim_to_speak_is_pending_until_somebody_says_how_it_was_checked(desk: Desk) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    pending = desk.page()
    (speaker_id,) = re.findall(r"/en/work/speakers/(\w+)", pending)

    bare = desk.post(f"speakers/{speaker_id}", do="accept", seen="1")
    accept_all(desk)

    assert pending.count("Not yet confirmed who this is") == 2, "beside the name and the answer"
    assert "Use the employer" not in pending
    assert bare.status_code == 422
    assert "Choose how you made sure who this is" in bare.text
    assert "Confirmed: speaks for the employer" in desk.page()
    assert "I called back a published number" in desk.page()
    assert "confirmed that you speak for" in visit.page()


def test_whoever_is_refused_can_do_nothing_more_and_is_not_shown_beside_answers(
    desk: Desk, case: Case, database: Database
) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="14")
    (speaker_id,) = re.findall(r"/en/work/speakers/(\w+)", desk.page())

    bare = desk.post(f"speakers/{speaker_id}", do="refuse", seen="1")
    desk.post(f"speakers/{speaker_id}", do="refuse", seen="1", reason="The owner knows nobody")

    assert bare.status_code == 422
    assert "The owner knows nobody" in desk.page()
    with database.reading(case.person.organization_id) as session:
        assert claims_of(session, case.assessment.id) == {}
    for answer in (visit.browser.get(visit.at()), visit.send()):
        assert answer.status_code == 403
        assert "closed for you" in answer.text
        assert "The owner knows nobody" not in answer.text


def accept_all(desk: Desk) -> None:
    """Accept everybody who waits."""
    for speaker_id in re.findall(r"/en/work/speakers/(\w+)", desk.page()):
        answer = desk.post(f"speakers/{speaker_id}", do="accept", way="phone", seen="1")
        assert answer.status_code == 303


def test_what_the_employer_says_is_no_answer_and_counts_for_nothing(
    desk: Desk, case: Case, database: Database
) -> None:
    before = desk.browser.get(f"/en/work/assessments/{case.assessment.id}/stand").text
    visit = desk.visit(desk.ask())

    visit.save("scheduling", sched_notice_days__number="28")

    after = desk.browser.get(f"/en/work/assessments/{case.assessment.id}/stand").text
    assert without_secrets(after) == without_secrets(before)
    with database.reading(case.person.organization_id) as session:
        assert find_answer(session, case.assessment.id, "sched_notice_days") is None
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
    assert (claim.answer, claim.who) == ("28", "Ana Ruiz, Owner")
    assert not claim.is_confirmed_speaker
    assert not claim.is_sent_in


def without_secrets(page: str) -> str:
    return re.sub(r'name="(csrf_token|key)" value="[^"]*"', "", page)


def test_a_faulty_answer_hinders_no_other_and_stays_as_it_was_typed(desk: Desk) -> None:
    visit = desk.visit(desk.ask())

    answer = visit.save(
        "scheduling",
        sched_notice_days__number="two weeks",
        sched_on_call__state="unknown",
        sched_on_call__note="Ask Luis",
    )

    assert answer.status_code == 422
    assert 'value="two weeks"' in answer.text
    assert "is not a number" in answer.text
    assert "Ask Luis" in visit.page("/sections/scheduling")


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [("en", "$7.25", "7.25"), ("es", "7,25", "7.25"), ("es", "$7,25", "7.25")],
)
def test_numbers_are_taken_as_they_are_typed_in_either_language(  # noqa: PLR0913, PLR0917 - three of them are the case
    desk: Desk, case: Case, database: Database, language: str, typed: str, kept: str
) -> None:
    visit = desk.visit(desk.ask())
    visit.language = language

    visit.save("wages", lowest_base_rate__number=typed)

    with database.reading(case.person.organization_id) as session:
        assert claims_of(session, case.assessment.id)["lowest_base_rate"].answer == kept
    assert "$7.25" in desk.page()


def test_two_windows_of_one_person_lose_nothing(desk: Desk) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="7")

    late = visit.save("scheduling", sched_notice_days__number="14", sched_notice_days__seen="0")

    assert late.status_code == 409
    assert "another window: 7 days" in late.text
    assert 'name="sched_notice_days-number" value="14"' in late.text
    assert 'name="sched_notice_days-seen" value="1"' in late.text, "the next save keeps it"
    assert "7 days" in desk.page()


def test_two_people_of_the_employer_are_shown_as_both(
    desk: Desk, case: Case, database: Database
) -> None:
    link = desk.ask()
    ana = desk.visit(link)
    luis = desk.visit(link, name="Luis Ortega", role="Manager", contact="555 0101")
    ana.save("scheduling", sched_notice_days__number="14")

    luis.save("scheduling", sched_notice_days__number="3")

    for page in (desk.page(), luis.page("/sections/scheduling"), ana.page("/sections/scheduling")):
        assert "Luis Ortega, Manager" in page or "3 days" in page
        assert "14" in page
    with database.reading(case.person.organization_id) as session:
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
    assert {claim.answer, *(one.answer for one in claim.others)} == {"14", "3"}
    assert "Ana Ruiz, Owner said" in luis.page("/sections/scheduling")
    assert 'name="sched_notice_days-number" value="3"' in luis.page("/sections/scheduling")


def test_sending_a_form_twice_does_it_once(desk: Desk, case: Case, database: Database) -> None:
    visit = desk.visit(desk.ask())
    key = new_id()
    for _ in range(2):
        visit.save(
            "scheduling",
            sched_notice_days__number="7",
            key=key,
            sched_notice_days__seen="0",
        )
        visit.send()

    with database.reading(case.person.organization_id) as session:
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
    assert claim.version == 1


def test_an_answer_that_changed_since_is_not_taken(
    desk: Desk, case: Case, database: Database
) -> None:
    visit = desk.visit(desk.ask())
    visit.save("scheduling", sched_notice_days__number="7")
    accept_all(desk)
    with database.transaction(case.person.organization_id) as session:
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
        record(session, case, "sched_notice_days", "3")
    visit.save("scheduling", sched_notice_days__number="10")

    stale_claim = desk.post(f"claims/{claim.id}/take", claim_seen="1", seen="1")
    stale_answer = desk.post(f"claims/{claim.id}/take", claim_seen="2", seen="0")

    assert [stale_claim.status_code, stale_answer.status_code] == [409, 409]
    with database.reading(case.person.organization_id) as session:
        answer = find_answer(session, case.assessment.id, "sched_notice_days")
    assert answer is not None
    assert answer.answer == "3"
