"""The cheapest path: it does what it says, and trying everything finds none that is cheaper."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Combine, Criterion, Group
from jobquality.rubrics.rules import Requirement, Rules
from jobquality.scoring.facts import EmployerFacts, Grade
from jobquality.scoring.paths.cheapest import cheapest_paths
from jobquality.scoring.paths.costs import Costs, Prices, StepCost
from jobquality.scoring.paths.known import unknown_words
from jobquality.scoring.paths.program import Ended
from jobquality.scoring.paths.result import Doing, LevelPath, Paths, PathStep
from jobquality.scoring.paths.steps import Case as Found
from jobquality.scoring.paths.steps import done, find_offer
from jobquality.scoring.paths.trials import Trial
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.random_facts import Case, Said, answers_to, cases, shipped_cases
from tests.pure.scoring.strategies import Wanted

ADDS_UP = Wanted(combines=(Combine.MEAN, Combine.SUM))
MEANS = Wanted(combines=(Combine.MEAN,))
ANY = Wanted()
LOWER = Wanted(combines=(Combine.SUM,), lower=True)
some = settings(max_examples=max(1, settings().max_examples // 4))
#: How many choices trying everything may take.
_MOST = 300 if settings().max_examples <= 100 else 1_500


@st.composite
def some_costs(draw: st.DrawFn, case: Case) -> Costs:
    """Draw costs: for every step of some criteria, for proving and for confirming."""
    cost = st.sampled_from([*map(Fraction, ("0", "0.5", "1", "2", "7.25")), None])
    names = [question.id for question in case.rubric.root.criteria()]
    given_ = [
        StepCost(criterion=name, doing=draw(st.sampled_from(_DOINGS)), cost=draw(cost))
        for name in draw(st.lists(st.sampled_from(names), max_size=3))
    ]
    return Costs(given=tuple(given_))


_DOINGS = (Doing.IMPROVE, Doing.PROVE, Doing.CONFIRM)


def paths_of(case: Case, costs: Costs) -> Paths:
    return cheapest_paths(case.rubric, case.facts, case.parameters, costs=costs)


def reaches(case: Case, card: Scorecard, level: str) -> bool:
    """Say whether a scorecard has the level or a higher one, by its own words."""
    order = [one.id for one in case.rubric.levels if not one.declared]
    high_enough = order[: order.index(level) + 1]
    result = next(one for one in card.outcome.levels if one.level.id == level)
    return result.is_reached and card.outcome.level in high_enough


def card_after(case: Case, facts: EmployerFacts) -> Scorecard | None:
    try:
        return score(case.rubric, facts, case.parameters)
    except FaultsError:
        return None


def everything(case: Case, costs: Costs) -> Sequence[tuple[PathStep, ...]]:
    """Return every choice of steps there is, however foolish; none where there are too many."""
    found = Found(case.rubric, case.facts, case.parameters, scoring="main", cohort=None)
    items = find_offer(found, Prices(costs, case.facts)).items
    if prod(len(steps) + 1 for steps in items) > _MOST:
        return ()
    choices = product(*((None, *steps) for steps in items))
    return [tuple(step for step in choice if step is not None) for choice in choices]


def costs_of(case: Case, choices: Iterable[tuple[PathStep, ...]], level: str) -> list[Fraction]:
    """Return what each choice costs that reaches the level."""
    worked: list[Fraction] = []
    for choice in choices:
        card = card_after(case, done(case.facts, choice))
        if card is not None and reaches(case, card, level):
            worked.append(sum((step.cost for step in choice), Fraction(0)))
    return worked


def check_cheapest(case: Case, costs: Costs) -> None:
    choices = everything(case, costs)
    assume(choices)
    for path in paths_of(case, costs).paths:
        worked = costs_of(case, choices, path.level.id)
        if path.is_found:
            assert path.cost == min(worked)
        else:
            # A word that the search does not know may open ways that it has not tried.
            assert not path.is_impossible or worked == []
            assert path.is_impossible or unknown_words(case.rubric)


@some
@given(data=st.data())
def test_no_cheaper_path_exists_where_a_standard_adds_up(data: st.DataObject) -> None:
    case = data.draw(cases(ADDS_UP))
    check_cheapest(case, data.draw(some_costs(case)))


@some
@given(data=st.data())
def test_no_cheaper_path_exists_where_fewer_points_are_better(data: st.DataObject) -> None:
    case = data.draw(cases(LOWER))
    check_cheapest(case, data.draw(some_costs(case)))


@some
@given(data=st.data())
def test_no_cheaper_path_exists_however_a_standard_combines(data: st.DataObject) -> None:
    case = data.draw(cases(ANY))
    check_cheapest(case, data.draw(some_costs(case)))


def check_promise(case: Case, path: LevelPath) -> None:
    if path.facts is None or path.card is None:
        assert path.steps == ()
        assert path.reasons
        return
    card = score(case.rubric, path.facts, case.parameters)
    assert card == path.card
    assert reaches(case, card, path.level.id)
    assert path.facts == done(case.facts, path.steps)
    for step in path.steps:
        without = [one for one in path.steps if one is not step]
        card = score(case.rubric, done(case.facts, without), case.parameters)
        assert not reaches(case, card, path.level.id)


@given(case=st.one_of(cases(ANY), cases(LOWER), shipped_cases()))
def test_doing_a_path_gives_what_it_says_and_no_step_is_needless(case: Case) -> None:
    for path in paths_of(case, Costs()).paths:
        check_promise(case, path)


@some
@given(case=shipped_cases())
def test_the_same_question_has_the_same_answer(case: Case) -> None:
    facts = replace(case.facts, facts=dict(reversed(list(case.facts.facts.items()))))

    first = paths_of(case, Costs())
    second = cheapest_paths(case.rubric, facts, case.parameters)

    assert [path.steps for path in first.paths] == [path.steps for path in second.paths]


@some
@given(case=shipped_cases())
def test_a_standard_that_ships_has_a_path_or_the_reason_why_not(case: Case) -> None:
    for path in paths_of(case, Costs()).paths:
        assert path.is_found or path.is_impossible


def plain_choices(case: Case) -> Sequence[tuple[int, Case]]:
    """Return everything an employer could say and show, with how many things that takes.

    This knows nothing of steps: any answer to any question, any grade for any fact.
    """
    applying = {node.id for node in case.card().total.walk() if not node.is_out}
    said = [
        [None, *((one.id, answer) for answer in answers_to(case.rubric, one) if answer[1])]
        for one in case.askable()
        if one.id in applying
    ]
    facts = {*case.facts.facts, *(one.id for one in case.askable())} & set(case.questions())
    shown = [[None, (name, Grade.E2), (name, Grade.E3)] for name in sorted(facts)]
    if prod(map(len, said)) * prod(map(len, shown)) > _MOST:
        return ()
    return [_counted(case, *choice) for choice in product(product(*said), product(*shown))]


def _counted(
    case: Case,
    said: Iterable[tuple[str, Said] | None],
    shown: Iterable[tuple[str, Grade] | None],
) -> tuple[int, Case]:
    answers = [one for one in said if one is not None]
    records = [one for one in shown if one is not None]
    for name, answer in answers:
        case = case.saying(name, answer)
    facts = dict(case.facts.facts)
    for name, grade in records:
        if name in facts:
            facts[name] = replace(facts[name], grade=max(facts[name].grade or Grade.E0, grade))
    return len(answers) + len(records), case.with_facts(facts)


@some
@given(case=st.one_of(cases(ANY), cases(ADDS_UP), cases(LOWER)))
def test_nobody_comes_higher_with_fewer_changes_of_any_kind(case: Case) -> None:
    choices = plain_choices(case)
    assume(choices)
    for path in paths_of(case, Costs()).paths:
        worked = [count for count, other in choices if is_reached(other, path.level.id)]
        assert (path.cost if path.is_found else None) == min(worked, default=None)


def is_reached(case: Case, level: str) -> bool:
    card = card_after(case, case.facts)
    return card is not None and reaches(case, card, level)


@some
@given(case=st.one_of(cases(ANY), cases(LOWER)))
def test_trying_choices_one_by_one_finds_what_the_program_finds(case: Case) -> None:
    found = Found(case.rubric, case.facts, case.parameters, scoring="main", cohort=None)
    offer = find_offer(found, Prices(Costs(), case.facts))
    results = {one.level.id: one for one in found.card.outcome.levels}
    for path in paths_of(case, Costs()).paths:
        if path.is_found:
            tried = Trial(found, offer, results[path.level.id]).search()
            cost = sum((step.cost for step in tried.steps), Fraction(0))
            assert (tried.ended, cost) == (Ended.FOUND, path.cost)


def with_requirement(case: Case) -> Case:
    """Return the case with a last criterion that counts only where the first is complete."""
    criteria = list(case.rubric.root.criteria())
    required = Rules(requires=(Requirement(name=criteria[0].id),))
    root = _replaced(case.rubric.root, replace(criteria[-1], rules=required))
    return replace(case, rubric=replace(case.rubric, root=root))


def _replaced(group: Group, criterion: Criterion) -> Group:
    children = tuple(
        _replaced(child, criterion)
        if isinstance(child, Group)
        else (criterion if child.id == criterion.id else child)
        for child in group.children
    )
    return replace(group, children=children)


@some
@given(case=cases(ANY))
def test_no_cheaper_path_exists_where_one_line_needs_another(case: Case) -> None:
    assume(len(list(case.rubric.root.criteria())) > 1)
    case = with_requirement(case)
    choices = everything(case, Costs())
    assume(choices)
    for path in paths_of(case, Costs()).paths:
        worked = costs_of(case, choices, path.level.id)
        assert (path.cost if path.is_found else None) == min(worked, default=None)
        assert path.is_found or not path.is_impossible or worked == []
