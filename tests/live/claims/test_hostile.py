"""Whatever somebody types into a questionnaire is text, and changes nothing else."""

from jobquality.services.claims import claims_of
from jobquality.store.assessments import list_answers
from jobquality.store.database import Database
from tests.live.assessments.assessing import Case
from tests.live.claims.claiming import Desk, Visit, new_id
from tests.live.web.test_hostile_names import HOSTILE, strangers_in


def test_hostile_names_and_answers_are_shown_as_text(desk: Desk) -> None:
    """One test over all pages of both sides."""
    visit = desk.visit(desk.ask(), name=HOSTILE[0], role=HOSTILE[2], contact=HOSTILE[1])
    for criterion, text in zip(("sched_notice_days", "sched_on_call"), HOSTILE[3:5], strict=True):
        visit.save(
            "scheduling",
            **{f"{criterion}__state": "unknown", f"{criterion}__note": text},
        )
    visit.save(
        "wages",
        wages_raise_first_year__state="na",
        wages_raise_first_year__na_reason=HOSTILE[4],
    )
    faulty = visit.save("scheduling", sched_notice_days__number=HOSTILE[1])
    visit.send()

    pages = [
        faulty.text,
        desk.page(),
        visit.page(),
        visit.page("/receipt"),
        visit.page("/sections/scheduling"),
        desk.browser.get(f"/en/work/assessments/{desk.case.assessment.id}").text,
    ]

    assert [list(strangers_in(page)) for page in pages] == [[]] * len(pages)
    assert "SAMPLE 49" not in "".join(pages)
    assert "&lt;img src=http://127.0.0.1:9/x onerror=alert(1)&gt;" in desk.page()


def test_nobody_comes_in_without_saying_who_they_are(desk: Desk) -> None:
    visit = Visit(desk.app, desk.ask())
    visit.enter()
    missing: tuple[dict[str, str], ...] = (
        {"name": ""},
        {"name": "x" * 201},
        {"contact": " "},
        {"role": "Owner\u202e"},
        {"may_speak": ""},
        {"may_speak": "no"},
    )

    assert [visit.come(**typed).status_code for typed in missing] == [422] * len(missing)
    assert "Who are you?" in visit.page()
    assert "Nobody has said yet who they are" in desk.page()


def test_fields_of_an_advocates_form_are_not_heard(
    desk: Desk, case: Case, database: Database
) -> None:
    visit = desk.visit(desk.ask())

    visit.save(
        "scheduling",
        sched_notice_days__number="14",
        sched_notice_days__grade="E4",
        sched_notice_days__source="An agency",
        sched_notice_days__workers_asked="9",
        sched_notice_days__workers_confirming="9",
        sched_notice_days__workers_month="2026-02",
        sched_notice_days__law_checked_on="2026-02-02",
        wage_theft_finding__state="none_found",
        committed__day="2026-01-01",
    )

    with database.reading(case.person.organization_id) as session:
        claims = claims_of(session, case.assessment.id)
        assert list_answers(session, case.assessment.id) == {}
    assert set(claims) == {"sched_notice_days"}


IMPOSSIBLE: tuple[dict[str, str], ...] = (
    {"sched_on_call__state": "no_such_choice"},
    {"sched_on_call__state": "na"},
    {"sched_on_call__state": "x" * 3000},
    {"sched_notice_days__number": "1" * 3000},
    {"sched_notice_days__number": "7", "sched_notice_days__state": "unknown"},
    {"sched_notice_days__number": "-1"},
    {"sched_notice_days__number": "nan"},
    {"sched_notice_days__number": "7", "sched_notice_days__note": "x" * 2001},
    {"sched_notice_days__note": "a\u202eb"},
)


def test_what_cannot_be_an_answer_is_told_and_not_kept(
    desk: Desk, case: Case, database: Database
) -> None:
    visit = desk.visit(desk.ask())

    answers = [visit.save("scheduling", **typed) for typed in IMPOSSIBLE]
    boxes = visit.save("voice", voice_no_retaliation__box="no_such_box")

    for answer in (*answers, boxes):
        assert answer.status_code == 422
        assert 'id="faults"' in answer.text
    with database.reading(case.person.organization_id) as session:
        assert claims_of(session, case.assessment.id) == {}


def test_a_seen_version_that_is_no_number_is_none(desk: Desk) -> None:
    visit = desk.visit(desk.ask())
    for seen in ("-1", "1e9", "9" * 40, "²"):
        answer = visit.browser.post(
            visit.at("/sections/scheduling"),
            data={"key": new_id(), "sched_notice_days-seen": seen, "sched_notice_days-number": "7"},
        )
        assert answer.status_code == 303


def test_a_faulty_request_makes_no_link(desk: Desk) -> None:
    faulty: tuple[dict[str, object], ...] = (
        {"wanted_by": "2026-02-28"},
        {"wanted_by": "2027-01-01"},
        {"wanted_by": "soon"},
        {"topics": ["x"]},
    )

    assert [desk.ask(**typed) for typed in faulty] == [""] * len(faulty)
    assert "Make a new link" not in desk.page()


def test_sending_the_request_twice_makes_one_link(desk: Desk) -> None:
    key = new_id()

    links = {desk.ask(key=key), desk.ask(key=key)}

    assert len(links) == 1
    assert desk.page().count("/withdraw") == 1
