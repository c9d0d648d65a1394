"""A draft goes to a newer edition of its standard only when somebody wants it, over the bridge."""

from dataclasses import replace
from datetime import date

import pytest

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, FaultsError, ForbiddenError, RefusedError
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import (
    ConfirmAnswer,
    RecordAnswer,
    StartAssessment,
    confirm_answer,
    record_answer,
    start_assessment,
)
from jobquality.services.editionmoves import (
    MoveEdition,
    left_behind,
    look_ahead,
    move_edition,
    newer_edition,
)
from jobquality.services.reviews import Submit, submit
from jobquality.services.scorecards import score_assessment
from jobquality.store.assessments import (
    Answer,
    change_assessment,
    get_assessment,
    list_answers,
)
from jobquality.store.events import list_events
from jobquality.store.evidence import Evidence, add_evidence, list_evidence
from tests.live.conftest import NOON
from tests.live.factories import stored_employer
from tests.live.ledger.published import Center
from tests.live.standards.bringing import WASHES, Bench

#: Water is asked as a choice now, stubs has another id, lowest_pay is as it was, shade is new.
NEWER = (
    WASHES.replace(b"2026.1", b"2026.2")
    .replace(b"criterion: stubs", b"criterion: pay_stubs_given")
    .replace(b"{lowest_pay: 22, stubs: yes, water: yes}", b"{lowest_pay: 22, pay_stubs_given: yes, "
             b"drinking: cool, shade: yes}")
    .replace(
        b"""criterion: water
        ask: Is there drinking water?
        answer: yes_no
        source: Vote of our members
""",
        b"""criterion: drinking
        ask: What is there to drink?
        answer: choice
        points:
          - {answer: none, ask: Nothing, gives: 0}
          - {answer: cool, ask: Cool water, gives: 2}
        source: Vote of our members
      - criterion: shade
        ask: Is there shade?
        answer: yes_no
        source: Vote of our members
""",
    )
)  # fmt: skip
BRIDGE = b"""\
bridge: washes
from: 2026.1
to: 2026.2
links:
  - {old: lowest_pay, new: lowest_pay, relation: same}
  - {old: stubs, new: pay_stubs_given, relation: reworded, why: Another id}
  - {old: water, new: drinking, relation: broader, answers: {yes: cool}, why: More answers}
"""


class Draft:
    """A draft by the first edition of an own standard, and what is done to it."""

    def __init__(self, bench: Bench, center: Center, content: bytes = WASHES) -> None:
        self.bench, self.session = bench, bench.session
        bench.publish(content)
        employer = stored_employer(bench.session, center.author, slug="sudsy")
        command = StartAssessment(
            id="a draft", employer_id=employer.id, rubric="washes", edition="2026.1", on=NOON.date()
        )
        start_assessment(bench.session, bench.first, command, catalog=bench.catalog, at=NOON)

    @property
    def answers(self) -> dict[str, Answer]:
        return list_answers(self.session, "a draft")

    def say(self, criterion: str, answer: str) -> Answer:
        before = self.answers.get(criterion)
        command = RecordAnswer(
            assessment_id="a draft",
            criterion=criterion,
            answer=answer,
            seen=before.version if before else 0,
            grade=Grade.E2,
        )
        actor, catalog = self.bench.first, self.bench.catalog
        return record_answer(self.session, actor, command, catalog=catalog, at=NOON)

    def move(self, edition: str = "2026.2", seen: int = 1) -> None:
        command = MoveEdition(assessment_id="a draft", edition=edition, seen=seen)
        catalog = self.bench.catalog
        move_edition(self.session, self.bench.first, command, catalog=catalog, at=NOON)

    def newer(self) -> str:
        found = newer_edition(
            self.session,
            self.bench.first,
            get_assessment(self.session, "a draft"),
            catalog=self.bench.catalog,
            at=NOON,
        )
        return found.rubric.edition if found else ""


@pytest.fixture
def draft(bench: Bench, center: Center) -> Draft:
    draft = Draft(bench, center)
    draft.say("lowest_pay", "17")
    draft.say("stubs", "yes")
    draft.say("water", "no")
    bench.publish(NEWER, bridge=BRIDGE)
    return draft


def test_looking_ahead_tells_all_and_changes_nothing(draft: Draft) -> None:
    before = draft.answers

    move = look_ahead(
        draft.session, draft.bench.first, "a draft", catalog=draft.bench.catalog, at=NOON
    )

    assert {name: one.answer for name, one in move.bridged.answers.items()} == {
        "lowest_pay": "17",
        "pay_stubs_given": "yes",
    }
    assert move.bridged.came_from["pay_stubs_given"] == "stubs"
    assert dict(move.bridged.left) == {"water": "other"}
    assert set(move.new_questions) == {"drinking", "shade"}
    assert draft.answers == before
    assert get_assessment(draft.session, "a draft").edition == "2026.1"


def test_every_answer_that_came_along_has_to_be_confirmed_before_it_counts(draft: Draft) -> None:
    draft.move()

    now = draft.answers
    assert get_assessment(draft.session, "a draft").edition == "2026.2"
    assert {name for name, one in now.items() if one.carried} == {"lowest_pay", "pay_stubs_given"}
    assert (now["stubs"].answer, now["water"].answer) == ("", "")
    card = score_assessment(draft.session, "a draft", catalog=draft.bench.catalog)
    assert card.total.low == 0
    with pytest.raises(FaultsError) as refused, draft.session.begin_nested():
        submit(
            draft.session,
            draft.bench.first,
            Submit(id="step", assessment_id="a draft"),
            catalog=draft.bench.catalog,
            at=NOON,
        )
    assert {fault.where for fault in refused.value.faults} == {"lowest_pay", "pay_stubs_given"}

    confirm = ConfirmAnswer(
        assessment_id="a draft", criterion="lowest_pay", seen=now["lowest_pay"].version
    )
    confirm_answer(draft.session, draft.bench.first, confirm, at=NOON)
    assert score_assessment(draft.session, "a draft", catalog=draft.bench.catalog).total.low


def test_an_answer_that_is_another_one_now_comes_as_the_bridge_says(draft: Draft) -> None:
    draft.say("water", "yes")

    draft.move()

    assert draft.answers["drinking"].answer == "cool"
    assert draft.answers["drinking"].carried


def test_evidence_goes_with_its_question_and_the_rest_stays(draft: Draft) -> None:
    for name in ("stubs", "water"):
        piece = Evidence(
            id=f"piece-{name}",
            organization_id=draft.bench.first.organization_id,
            assessment_id="a draft",
            criterion=name,
            title="A photo",
            grade=Grade.E2,
            added_by=draft.bench.first.person_id,
            added_at=NOON,
            url="https://example.org",
        )
        add_evidence(draft.session, piece)

    draft.move()

    behind = {one.id: one.criterion for one in list_evidence(draft.session, "a draft")}
    assert behind == {"piece-stubs": "pay_stubs_given", "piece-water": "water"}


def test_the_log_tells_it_and_the_draft_names_what_stayed_behind(draft: Draft) -> None:
    draft.move()

    event = list_events(draft.session)[-1]
    assert event.kind == "assessment.edition_moved"
    told = {name: event.details[name] for name in ("from", "to", "left")}
    assert told == {"from": "washes@2026.1", "to": "washes@2026.2", "left": "water"}
    found = left_behind(
        draft.session, get_assessment(draft.session, "a draft"), catalog=draft.bench.catalog
    )
    assert found is not None
    assert found.criteria == ("water",)


def test_a_draft_stays_where_nobody_moves_it(draft: Draft) -> None:
    assert draft.newer() == "2026.2"
    assert get_assessment(draft.session, "a draft").edition == "2026.1"


def test_nobody_moves_what_somebody_else_moved_meanwhile(draft: Draft) -> None:
    with pytest.raises(ConflictError):
        draft.move(seen=9)
    with pytest.raises(ConflictError):
        draft.move(edition="2026.9")
    draft.move()
    with pytest.raises(RefusedError):
        draft.move(seen=2)


@pytest.mark.parametrize(
    "state",
    [
        AssessmentState.IN_REVIEW,
        AssessmentState.APPROVED,
        AssessmentState.NOTICE,
        AssessmentState.PUBLISHED,
        AssessmentState.ABANDONED,
    ],
)
def test_what_is_no_draft_stays_pinned_to_its_edition(draft: Draft, state: AssessmentState) -> None:
    stored = get_assessment(draft.session, "a draft")
    change_assessment(draft.session, replace(stored, state=state))

    with pytest.raises(RefusedError):
        draft.move(seen=2)
    assert get_assessment(draft.session, "a draft").edition == "2026.1"


def test_what_was_submitted_once_stays_with_its_edition(bench: Bench, center: Center) -> None:
    draft = Draft(bench, center)
    submit(
        bench.session,
        bench.first,
        Submit(id="step", assessment_id="a draft"),
        catalog=bench.catalog,
        at=NOON,
    )
    stored = get_assessment(bench.session, "a draft")
    change_assessment(bench.session, replace(stored, state=AssessmentState.DRAFT))
    bench.publish(NEWER, bridge=BRIDGE)

    assert draft.newer() == ""
    with pytest.raises(RefusedError, match="submitted before"):
        draft.move(seen=3)


def test_an_edition_that_is_only_announced_is_not_offered(bench: Bench, center: Center) -> None:
    draft = Draft(bench, center)
    announced = bench.bring(NEWER, bridge=BRIDGE)
    bench.decide(bench.propose(announced, in_use_from=date(2027, 1, 1)))

    assert draft.newer() == ""


def test_who_may_not_assess_moves_nothing(draft: Draft) -> None:
    reviewer = replace(draft.bench.second, roles=frozenset({Role.REVIEWER}))

    with pytest.raises(ForbiddenError):
        look_ahead(draft.session, reviewer, "a draft", catalog=draft.bench.catalog, at=NOON)


def test_a_new_assessment_takes_last_times_answers_over_the_bridge(draft: Draft) -> None:
    employer_id = get_assessment(draft.session, "a draft").employer_id
    command = StartAssessment(
        id="next", employer_id=employer_id, rubric="washes", edition="2026.2", on=NOON.date()
    )

    start_assessment(
        draft.session, draft.bench.first, command, catalog=draft.bench.catalog, at=NOON
    )

    carried = list_answers(draft.session, "next")
    assert {name: one.answer for name, one in carried.items()} == {
        "lowest_pay": "17",
        "pay_stubs_given": "yes",
    }
    assert all(one.carried for one in carried.values())
    told = list_events(draft.session)[-1].details
    assert (told["from"], told["left"]) == ("washes@2026.1", "water")
