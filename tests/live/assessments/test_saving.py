"""Saving through the form: with a script and without, once, and never over somebody else."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.live.assessments.assessing import record, stored_draft
from tests.live.assessments.saving import NOTICE, Site, Typed
from tests.live.factories import log_in, stored_organization, stored_person

HOSTILE = "<img src=x onerror=alert(1)>{{7*7}}"
WAGE, RATIO = "lowest_base_rate", "wages_lowest_base_ratio"

_FIELD = re.compile(r"<(?:input|textarea|select)[^>]*>")


def _told(answer: TestResponse) -> dict[str, Any]:
    told = answer.json
    assert isinstance(told, dict)
    return told


def test_without_a_script_the_form_comes_back_to_its_question(site: Site) -> None:
    sent = site.send(NOTICE, number="14")
    shown = site.client.get(sent.location)

    assert sent.status_code == 303
    assert sent.location.endswith(f"/{NOTICE}?saved={NOTICE}#{NOTICE}")
    assert "Saved at 06:00" in shown.text  # noon in UTC is six in Chicago


def test_from_the_page_of_a_topic_it_comes_back_to_the_topic(site: Site) -> None:
    sent = site.send(NOTICE, number="14", back="topic")

    assert sent.location.endswith(f"/topics/scheduling?saved={NOTICE}#{NOTICE}")


def test_where_to_go_back_is_never_taken_from_outside(site: Site) -> None:
    sent = site.send(NOTICE, number="14", back="https://evil.example/")

    assert "evil" not in sent.location


def test_a_script_hears_what_was_understood(site: Site) -> None:
    told = _told(site.save(WAGE, number="7,25"))

    assert told["said"] == "Saved at 06:00"
    assert told["answer"] == "$7.25 an hour"
    assert told["version"] == 1
    assert told["time"] == "06:00"


def test_a_save_is_answered_with_less_than_a_kilobyte(site: Site) -> None:
    answer = site.save(WAGE, number="7,25", source="Wage board", grade="E2")

    assert answer.status_code == 200
    assert len(answer.data) < 1024


def test_a_script_hears_how_much_is_answered_and_why_it_does_not_count_yet(site: Site) -> None:
    notice = _told(site.save(NOTICE, number="14"))
    wage = _told(site.save(WAGE, key="k2", number="7,25"))

    assert notice["progress"] == {"scheduling": [1, 7], "": [1, 47]}
    assert "uncounted" not in notice
    assert wage["progress"] == {"wages": [0, 6], "": [1, 47]}
    why, address = wage["uncounted"][RATIO]
    assert why == "Living wage: we have no figure for Texas on this day."
    assert "Add" in site.client.get(address).text


def test_a_figure_that_is_missing_is_named_once_in_what_is_open(site: Site) -> None:
    site.save(WAGE, number="7,25", source="Wage board")
    page = site.client.get(f"/en/work/assessments/{site.case.assessment.id}").text
    listed = page.partition('id="submit-title"')[2].partition("</ul>")[0]

    assert listed.count("Living wage") == 1
    assert "Needed for: Lowest base pay." in listed
    assert "46 without an answer" in listed
    assert "cannot be scored" not in listed
    assert f'["{RATIO}"' not in page


def test_a_script_fetches_the_score_when_it_has_time(site: Site) -> None:
    address = f"/en/work/assessments/{site.case.assessment.id}/stand"

    told = site.client.get(address, headers={"Accept": "application/json"})

    assert 'id="stand"' in _told(told)["stand"]


def test_a_form_that_comes_again_after_somebody_else_has_not_seen_their_answer(site: Site) -> None:
    site.save(NOTICE, number="14")
    site.save(NOTICE, key="k2", number="21", seen="1")

    again = _told(site.save(NOTICE, number="14"))

    assert again["version"] == 1
    assert site.answers()[NOTICE].answer == "21"


def test_a_script_that_is_logged_out_hears_so_and_is_sent_nowhere(site: Site) -> None:
    site.client.delete_cookie("jq")

    assert site.save(NOTICE, number="14").status_code == 401


def test_a_script_hears_where_a_form_leads(site: Site) -> None:
    address = f"/en/work/assessments/{site.case.assessment.id}"
    form = {"key": "k7", "source": "Talk with the manager", "grade": "E1"}

    told = site.client.post(f"{address}/working", data=form, headers={"Accept": "application/json"})

    assert told.status_code == 200
    assert _told(told)["to"].endswith(address)


def test_a_script_hears_why_a_draft_cannot_be_submitted(site: Site) -> None:
    address = f"/en/work/assessments/{site.case.assessment.id}"
    site.client.post(f"{address}/mark", data={"key": "k7", "mark": "abandon", "reason": "Closed"})

    headers = {"Accept": "application/json"}
    told = site.client.post(f"{address}/submit", data={"key": "k8"}, headers=headers)

    assert told.status_code == 409
    assert _told(told)["said"]


@pytest.mark.parametrize(
    ("typed", "language", "kept"),
    [
        ("7,25", "en", "7.25"),
        ("7.25", "es", "7.25"),
        ("$7,25", "es", "7.25"),
        ("$ 7.25", "en", "7.25"),
        ("1,000", "en", "1000"),
        ("1.000,50", "es", "1000.5"),
        ("1,000.50", "es", "1000.5"),
        ("0,125", "es", "0.125"),
    ],
)
def test_numbers_are_understood_as_people_type_them(
    site: Site, typed: str, language: str, kept: str
) -> None:
    site.send(WAGE, number=typed, language=language)

    assert site.answers()[WAGE].answer == kept


def test_a_number_with_two_meanings_is_asked_about(site: Site) -> None:
    sent = site.send(WAGE, number="1,000", language="es")

    assert sent.status_code == 422
    assert "puede ser 1000 o 1" in sent.text
    assert 'value="1,000"' in sent.text
    assert not site.answers()


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"state": "not_offered"}, "not_offered"),
        ({"state": "unknown"}, "unknown"),
        ({"state": "declined"}, "declined"),
    ],
)
def test_the_ways_without_a_value_are_kept(site: Site, fields: dict[str, str], kept: str) -> None:
    site.send(NOTICE, **fields)

    assert site.answers()[NOTICE].answer == kept


def test_what_does_not_apply_keeps_its_reason(site: Site) -> None:
    site.send("adv_equity_ratio", state="na", na_reason="Two workers only")

    assert site.answers()["adv_equity_ratio"].answer == "na: Two workers only"


def test_a_choice_is_kept_by_its_id(site: Site) -> None:
    site.send("sched_on_call", state="never")

    assert site.answers()["sched_on_call"].answer == "never"


@pytest.mark.parametrize(
    ("criterion", "is_offered"),
    [("sched_on_call", False), ("safe_hazards", False), ("ben_sick_hours", True)],
)
def test_not_offered_is_no_way_out_of_a_question_that_has_answers_of_its_own(
    site: Site, criterion: str, *, is_offered: bool
) -> None:
    """Whoever takes it for "no, never" would turn the best answer into the worst."""
    page = site.page(criterion)

    assert (f'id="{criterion}-is-not_offered"' in page) is is_offered
    assert f'id="{criterion}-is-unknown"' in page
    assert ("the fewest points" in page) is is_offered


def test_one_that_was_given_once_stays_in_sight(site: Site) -> None:
    site.send("sched_on_call", state="not_offered")

    assert 'id="sched_on_call-is-not_offered" name="state" value="not_offered" checked' in (
        site.page("sched_on_call")
    )


def test_ticked_boxes_are_kept(site: Site) -> None:
    site.send("safe_hazards", box=["first_aid", "heat_plan"])

    assert site.answers()["safe_hazards"].answer == "first_aid;heat_plan"


def test_no_box_is_an_answer_of_its_own(site: Site) -> None:
    site.send("safe_hazards", state="none")

    assert site.answers()["safe_hazards"].answer == "0"


@pytest.mark.parametrize(
    ("criterion", "fields", "where"),
    [
        (NOTICE, {}, "answer"),
        (NOTICE, {"number": "14", "state": "unknown"}, "answer"),
        (NOTICE, {"number": "soon"}, "answer"),
        (NOTICE, {"number": "-1"}, "answer"),
        (WAGE, {"number": "50%"}, "answer"),
        ("hourly_workers", {"number": "2.5"}, "answer"),
        ("adv_equity_ratio", {"state": "na"}, "na_reason"),
        ("sched_on_call", {"state": "perhaps"}, "answer"),
        ("child_labor", {"state": "yes"}, "answer"),
        ("safe_hazards", {"box": ["a_unicorn"]}, "answer"),
        (NOTICE, {"number": "14", "note": "x" * 2001}, "note"),
        (NOTICE, {"number": "14", "note": "hid\u202eden"}, "note"),
        (NOTICE, {"number": "14", "grade": "E9"}, "grade"),
        (NOTICE, {"number": "14", "grade": "E3"}, "grade"),
        (NOTICE, {"number": "14", "workers_asked": "7"}, "workers_asked"),
        (NOTICE, {"number": "14", "on": "yesterday"}, "on"),
        (NOTICE, {"number": "14", "law_checked_on": "2027-01-01"}, "law_checked_on"),
    ],
)
def test_what_cannot_be_taken_is_told_at_its_field(
    site: Site, criterion: str, fields: dict[str, Typed], where: str
) -> None:
    sent = {"key": "k1", "seen": "0", **fields}
    told = site.post("/en", criterion, sent, {"Accept": "application/json"})

    assert told.status_code == 422
    assert f"{criterion}-{where}" in [fault["where"] for fault in _told(told)["faults"]]
    assert not site.answers()


def test_what_was_typed_is_still_there_after_a_fault(site: Site) -> None:
    shown = site.send(NOTICE, number="soon", note="Seen on the board", grade="E2")

    assert shown.status_code == 422
    assert "Seen on the board" in shown.text
    assert 'value="soon"' in shown.text


@pytest.mark.parametrize("back", ["", "topic"])
@pytest.mark.parametrize(
    ("fields", "where", "field"),
    [
        ({"number": "soon"}, "answer", "number"),
        ({"number": "14", "note": "hid\u202eden"}, "note", "note"),
        ({"number": "14", "on": "yesterday"}, "on", "on"),
        ({"number": "14", "workers_asked": "7"}, "workers_asked", "workers_asked"),
    ],
)
def test_without_a_script_a_fault_stands_at_its_field_which_has_the_focus(
    site: Site, back: str, fields: dict[str, Typed], where: str, field: str
) -> None:
    shown = site.post("/en", NOTICE, {"key": "k1", "seen": "0", "back": back, **fields}, {})
    (tag,) = [one for one in _FIELD.findall(shown.text) if f'id="{NOTICE}-{field}"' in one]

    assert f'id="{NOTICE}-{where}-fault"' in shown.text
    described = tag.partition('aria-describedby="')[2].partition('"')[0].split()
    assert f"{NOTICE}-{where}-fault" in described
    assert all(f'id="{one}"' in shown.text for one in described)
    assert 'aria-invalid="true"' in tag
    assert shown.text.count(" autofocus") == tag.count(" autofocus") == 1


def test_the_same_form_twice_is_kept_once(site: Site) -> None:
    first, second = site.save(NOTICE, number="14"), site.save(NOTICE, number="14")

    assert (first.status_code, second.status_code) == (200, 200)
    assert site.answers()[NOTICE].version == 1


def test_the_same_answer_saved_again_is_no_fault(site: Site) -> None:
    site.send(NOTICE, number="14")

    again = site.save(NOTICE, key="k2", seen="1", number="14")

    assert again.status_code == 200
    assert site.answers()[NOTICE].answer == "14"


def test_a_used_key_with_another_answer_is_refused(site: Site) -> None:
    site.save(NOTICE, number="14")

    assert site.save(NOTICE, number="21").status_code == 422
    assert site.answers()[NOTICE].answer == "14"


def test_a_form_without_a_key_is_refused(site: Site) -> None:
    assert site.save(NOTICE, key="", number="14").status_code == 422


def test_a_conflict_shows_both_answers_and_keeps_the_first(site: Site) -> None:
    site.send(NOTICE, number="14")

    shown = site.send(NOTICE, key="k2", number="21", note="I asked again")

    assert shown.status_code == 409
    assert "<b>14 days</b>" in shown.text
    assert "<b>21 days</b>" in shown.text
    assert site.case.person.name in shown.text
    assert "I asked again" in shown.text
    assert site.answers()[NOTICE].answer == "14"


def test_who_has_seen_the_other_answer_may_replace_it(site: Site) -> None:
    site.send(NOTICE, number="14")
    site.send(NOTICE, key="k2", number="21")

    site.send(NOTICE, key="k3", number="21", seen="1")

    assert site.answers()[NOTICE].answer == "21"
    assert not site.waiting()


def test_a_script_gets_the_form_and_both_answers(site: Site) -> None:
    site.save(NOTICE, number="14")

    told = site.save(NOTICE, key="k2", number="21")

    assert told.status_code == 409
    assert "14 days" in _told(told)["form"]
    assert "21 days" in _told(told)["form"]
    assert 'name="seen" value="1"' in _told(told)["form"]


def test_hostile_text_is_only_text_in_every_answer(site: Site) -> None:
    site.save(NOTICE, number="14", note=HOSTILE, source=HOSTILE)

    told = site.save(NOTICE, key="k2", number="21", note=HOSTILE)
    page = site.client.get(f"/en/work/assessments/{site.case.assessment.id}/{NOTICE}").text

    for shown in (_told(told)["form"], page):
        assert "<img" not in shown.replace('<img src="/static', "")
        assert "{{7*7}}" in shown


def test_people_on_different_questions_never_meet(site: Site) -> None:
    assert site.save(NOTICE, number="14").status_code == 200
    assert site.save("sched_rest_hours", key="k2", number="10").status_code == 200


def test_a_carried_answer_is_confirmed_by_its_button(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "14")
        stored_draft(session, site.case.person, site.case.employer, id="second")
    address = f"/en/work/assessments/second/{NOTICE}"

    before = site.client.get(address).text
    site.client.post(f"{address}/confirm", data={"key": "k9", "seen": "1"})

    assert "Still true" in before
    assert not site.answers("second")[NOTICE].carried
    assert "Still true" not in site.client.get(address).text


def test_a_carried_answer_keeps_the_draft_from_review(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "14")
        stored_draft(session, site.case.person, site.case.employer, id="second")

    page = site.client.get("/en/work/assessments/second").text

    assert "Confirm or change the answers from last time first." in page
    for_later = page.partition("<template id=")[2].partition("</template>")[0]
    assert "Send to review" in for_later, "our script shows it once each is looked at here"
    assert "Send to review" not in page.replace(for_later, "")


def test_answers_that_contradict_each_other_are_named_and_nothing_breaks(site: Site) -> None:
    address = f"/en/work/assessments/{site.case.assessment.id}/stand"

    site.save("shifts_changed", key="k1", number="5")
    site.save("shifts_posted", key="k2", number="100")

    told = site.save("sched_changed_shifts", key="k3", number="50")

    assert told.status_code == 200
    assert "left out of the score" in site.client.get(address).text


@pytest.mark.parametrize("rest", ["", "/topics/wages", "/stand", f"/{NOTICE}", "/topics/nothing"])
def test_another_organization_finds_nothing(site: Site, rest: str) -> None:
    with site.database.transaction() as session:
        stranger = stored_person(session, stored_organization(session))
    log_in(site.client, stranger)

    shown = site.client.get(f"/en/work/assessments/{site.case.assessment.id}{rest}")

    assert shown.status_code == 404
    assert site.save(NOTICE, number="14").status_code == 404


def test_a_question_that_is_not_asked_is_not_found(site: Site) -> None:
    assert site.send("favorite_color", number="1").status_code == 404
