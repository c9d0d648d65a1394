from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.rubrics.model import Criterion, State
from jobquality.scoring.facts import Grade
from jobquality.scoring.plan import Action, Ends, Kind, Plan, improvement_plan
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import a_standard, node, scored
from tests.pure.scoring.random_facts import Case, cases, shipped_cases
from tests.pure.scoring.strategies import ANY, LOWER

some = settings(max_examples=max(1, settings().max_examples // 8))

NOTICE = """
- criterion: notice
  weight: 75
  ask: How many days?
  answer: days
  basis: editorial
  source: Ours
  points:
    - {under: 7, gives: 0}
    - {from: 7, gives: 1}
    - {from: 14, gives: 2, basis: law, source: Oregon SB 828}
    - {from: 28, gives: 3}
- criterion: turnover
  weight: 25
  ask: How many leave?
  answer: percent
  basis: editorial
  source: Ours
  points:
    - {under: 10, gives: 2}
    - {from: 10, gives: 1}
    - {from: 30, gives: 0}
"""
WAGE = """
- criterion: wage
  weight: 100
  ask: How close to the living wage?
  answer: ratio
  of:
    - criterion: lowest
      ask: What is the lowest pay?
      answer: usd_per_hour
  to:
    - living_wage
  basis: editorial
  source: Ours
  points:
    - {under: 0.6, gives: 0}
    - {from: 0.6, gives: 1}
    - {from: 0.9, gives: 2}
"""
LIST = """
- criterion: ladder
  weight: 100
  ask: Which?
  answer: checklist
  of:
    - {answer: posted, ask: Posted}
    - {answer: explained, ask: Explained}
    - {answer: paid, ask: Paid}
  basis: editorial
  source: Ours
  points:
    - {under: 2, gives: 0}
    - {from: 2, gives: 1}
    - {from: 3, gives: 2}
"""


def action(plan: Plan, name: str) -> Action:
    return next(one for one in plan.actions if one.node.id == name)


def plan_of(standard: str, answers: dict[str, str], *, below: str = "") -> Plan:
    return improvement_plan(scored(a_standard(standard, below=below), answers))


def after(case: Case, actions: list[Action]) -> Scorecard:
    """Return the scorecard of somebody who did these, each to its end."""
    for one in actions:
        answer = one.best.step.answer
        assert answer is not None
        case = case.saying(one.node.id, (State.VALUE, answer))
    return _counting(case, actions).card()


def _counting(case: Case, actions: list[Action]) -> Case:
    """Return the case with enough people behind every answer that needs them."""
    for need in {need.name: need for one in actions for need in one.needs}.values():
        assert need.at_least is not None
        case = case.saying(need.name, (State.VALUE, need.at_least))
    return case


@some
@given(case=st.one_of(shipped_cases(), cases(ANY), cases(LOWER)))
def test_doing_the_plan_gives_exactly_the_promised_score(case: Case) -> None:
    plan = improvement_plan(case.card())

    done = after(case, [one for one in plan.actions if one.kind is Kind.IMPROVE])

    ends = (done.total.low, done.total.high)
    wanted = (plan.promised.worst, plan.promised.best)
    if not done.total.is_out:
        assert (ends[::-1] if case.rubric.lower_is_better else ends) == wanted


@some
@given(case=shipped_cases(), choose=st.data())
def test_each_step_alone_gains_what_it_says(case: Case, choose: st.DataObject) -> None:
    plan = improvement_plan(case.card())
    steps = [
        (one, move)
        for one in plan.actions
        for move in one.moves
        if one.kind is Kind.IMPROVE and move.step.answer is not None
    ]
    if not steps:
        return
    one, move = choose.draw(st.sampled_from(steps))

    done = _counting(case.saying(one.node.id, (State.VALUE, move.step.answer)), [one]).card()

    assert done.total.low == move.total == plan.before.worst + move.gain


@some
@given(case=shipped_cases())
def test_who_does_everything_and_finds_out_the_rest_has_every_point_there_is(case: Case) -> None:
    plan = improvement_plan(case.card())

    if not case.card().total.is_out:
        assert plan.found_out.worst == plan.found_out.best == 100


def test_a_step_tells_where_the_band_starts_and_who_asks_for_it() -> None:
    plan = plan_of(NOTICE, {"notice": "3", "turnover": "5"})

    one = action(plan, "notice")

    assert [move.step.start for move in one.moves] == [7, 14, 28]
    assert [move.gain for move in one.moves] == [25, 50, 75]
    assert one.law is not None
    assert one.law.step.grounds.source == "Oregon SB 828"


def test_where_less_is_better_the_goal_is_to_come_below() -> None:
    plan = plan_of(NOTICE, {"notice": "30", "turnover": "45"})

    best = action(plan, "turnover").best.step

    assert best.falls
    assert best.end == 10


def test_a_figure_is_solved_for_the_part_that_can_be_changed() -> None:
    plan = plan_of(WAGE, {"lowest": "10"})

    part = action(plan, "wage").best.step.part

    assert part is not None
    assert part.name == "lowest"
    assert part.number == 18
    assert not part.at_most


def test_a_finished_figure_has_no_part_to_solve() -> None:
    plan = plan_of(WAGE, {"wage": "0.5"})

    assert action(plan, "wage").best.step.part is None


def test_something_unknown_is_to_be_found_out_and_gains_up_to_all_of_it() -> None:
    plan = plan_of(NOTICE, {"notice": "unknown", "turnover": "5"})

    one = action(plan, "notice")

    assert one.kind is Kind.FIND_OUT
    assert one.gain == 75
    assert plan.promised == Ends(worst=Fraction(25), best=Fraction(100))


def test_something_not_offered_has_steps_too() -> None:
    plan = plan_of(NOTICE, {"notice": "not_offered", "turnover": "5"})

    assert [move.step.start for move in action(plan, "notice").moves] == [7, 14, 28]


def test_a_checklist_tells_how_many_boxes() -> None:
    plan = plan_of(LIST, {"ladder": "posted"})

    assert [move.step.answer for move in action(plan, "ladder").moves] == [2, 3]


def test_what_a_law_asks_comes_before_what_gains_more() -> None:
    plan = plan_of(NOTICE.replace("75", "1").replace("25", "99"), {"notice": "3", "turnover": "45"})

    assert [one.node.id for one in plan.actions] == ["notice", "turnover"]


def test_what_must_stop_comes_before_everything() -> None:
    standard = NOTICE.replace(
        "  ask: How many leave?", "  critical: [stolen]\n  ask: How many leave?"
    )
    below = "critical:\n  - critical: stolen\n    ask: Were wages stolen?\n    source: 29 USC 206\n"
    plan = plan_of(standard, {"notice": "3", "turnover": "45", "stolen": "found"}, below=below)

    assert [one.critical.id for one in plan.must_stop] == ["stolen"]
    assert plan.actions[0].node.id == "turnover"


def test_each_level_above_says_what_is_missing() -> None:
    below = (
        "levels:\n  - {level: gold, from: {total: 80}}\n  - {level: bronze, from: {total: 20}}\n"
    )
    plan = plan_of(NOTICE, {"notice": "14", "turnover": "45"}, below=below)

    assert plan.next_level is not None
    assert [check.name for check in plan.next_level.checks] == ["total"]
    assert len(plan.levels) == 1


def test_an_answer_without_records_is_named() -> None:
    card = scored(
        a_standard(NOTICE), {"notice": "28", "turnover": "5"}, grades={"notice": Grade.E0}
    )

    assert [one.id for one in improvement_plan(card).unproven] == ["notice"]


def test_whoever_has_every_point_has_nothing_to_do() -> None:
    plan = plan_of(NOTICE, {"notice": "28", "turnover": "5"})

    assert plan.actions == ()
    assert plan.before == plan.promised


def test_a_line_that_waits_for_another_gains_nothing_alone() -> None:
    standard = NOTICE.replace(
        "  ask: How many leave?", "  requires: [notice]\n  ask: How many leave?"
    )
    plan = plan_of(standard, {"notice": "3", "turnover": "45"})

    assert action(plan, "turnover").gain == 0
    assert plan.promised.worst == 100


def test_an_action_is_about_a_criterion_that_can_be_named() -> None:
    plan = plan_of(NOTICE, {"notice": "3", "turnover": "5"})

    question = action(plan, "notice").question

    assert isinstance(question, Criterion)
    assert node(plan.card, "notice").low == Fraction(0)
