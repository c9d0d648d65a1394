"""What holds for every standard and every employer, tried on random ones."""

from dataclasses import replace
from fractions import Fraction
from functools import reduce
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobquality.rubrics.model import (
    NOT_ENOUGH_KNOWN,
    Combine,
    Criterion,
    Group,
    Missing,
    Reading,
    Rounding,
    State,
)
from jobquality.scoring.answers import FOUND, NONE_FOUND
from jobquality.scoring.facts import Fact, Grade
from jobquality.scoring.scorecard import Checked, NodeScore, Scorecard
from tests.pure.scoring.random_facts import (
    Case,
    Said,
    answers_to,
    cases,
    gates,
    parts_of,
    shipped_cases,
)
from tests.pure.scoring.strategies import ANY, LOWER, Wanted

ZERO = Missing(unknown=Reading.ZERO, declined=Reading.ZERO, missing=Reading.ZERO)
OPEN = (State.UNKNOWN, State.DECLINED, State.MISSING)
UNORDERED = Wanted(combines=(Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX))
# Not ladders either: what is known of one may look better than all of it can be, since an open
# rung above those that are known leaves the value and not the high end.
WITHOUT_MIN = Wanted(combines=(Combine.MEAN, Combine.SUM, Combine.MAX), from_zero=True)

every_kind = st.one_of(cases(ANY), cases(ANY), cases(ANY), cases(LOWER), shipped_cases())
# Without a gap, so that levels are reached.
well_known = st.one_of(
    cases(replace(ANY, known=True)), cases(replace(LOWER, known=True)), shipped_cases(known=True)
)
# Like those that ship: means, in which the worst answer gives nothing.
plain = st.one_of(cases(Wanted(combines=(Combine.MEAN,), from_zero=True)), shipped_cases())
# A case takes long to draw: each run tries some of them, the soak has the time for thousands.
some = settings(max_examples=max(1, settings().max_examples // 8))


def rank(card: Scorecard, level: str = "") -> int:
    """Return how high a level is; none at all and not enough known are the lowest."""
    scored = [one.level.id for one in reversed(card.outcome.levels)]
    name = level or card.outcome.level
    return scored.index(name) + 1 if name in scored else 0


def is_below(end: Fraction | None, other: Fraction | None) -> bool:
    """Say whether one end lies below another; None has no end above."""
    return end is not None and (other is None or end < other)


def is_within(node: NodeScore, wider: NodeScore) -> bool:
    return not is_below(node.low, wider.low) and not is_below(wider.high, node.high)


def leaves(card: Scorecard) -> list[NodeScore]:
    return [node for node in card.total.walk() if isinstance(node.node, Criterion)]


def nodes(card: Scorecard) -> dict[str, NodeScore]:
    return {node.id: node for node in card.total.walk()}


def points_for(case: Case, question: Criterion) -> list[Said]:
    """Return the answers to a question that give points."""
    said = answers_to(case.rubric, question)
    return [one for one in said if one[0] in (State.VALUE, State.NOT_OFFERED)]


@some
@given(case=every_kind, choose=st.data())
def test_a_better_answer_never_scores_less(case: Case, choose: st.DataObject) -> None:
    assume(case.askable())
    question = choose.draw(st.sampled_from(case.askable()))
    values = [one for one in points_for(case, question) if one[0] is State.VALUE]
    said = st.sampled_from(values)
    grade = choose.draw(st.sampled_from(Grade))

    two = [case.saying(question.id, choose.draw(said), grade).card() for _ in range(2)]
    worse, better = sorted(two, key=lambda card: nodes(card)[question.id].low or 0)

    others = nodes(worse)
    for name, node in nodes(better).items():
        other = others[name]
        assert not is_below(node.low, other.low)
        assert not is_below(node.high, other.high)
        assert node.value == other.value or is_below(other.value, node.value)
    ranks = rank(worse), rank(better)
    assert ranks == (max(ranks) if case.rubric.lower_is_better else min(ranks), ranks[1])


@some
@given(case=every_kind, choose=st.data())
def test_points_only_rise_or_only_fall_with_the_number(case: Case, choose: st.DataObject) -> None:
    asked = [one for one in case.askable() if one.unit and not one.counts_from]
    assume(asked)
    question = choose.draw(st.sampled_from(asked))
    edges = [one[1] for one in points_for(case, question) if isinstance(one[1], Fraction)]
    numbers = sorted(choose.draw(st.lists(st.sampled_from(edges), min_size=3, max_size=3)))

    scores = [
        case.saying(question.id, (State.VALUE, number)).nodes()[question.id].low or Fraction(0)
        for number in numbers
    ]

    assert scores in (sorted(scores), sorted(scores, reverse=True))


@some
@given(case=every_kind, choose=st.data())
def test_an_open_answer_stays_within_its_range_whatever_it_turns_out_to_be(
    case: Case, choose: st.DataObject
) -> None:
    asked = open_questions(case)
    assume(asked)
    question = choose.draw(st.sampled_from(asked))
    said = choose.draw(st.sampled_from(points_for(case, question)))

    before, after = case.nodes(), case.saying(question.id, said).nodes()

    assert all(is_within(node, before[name]) for name, node in after.items())


@some
@given(case=every_kind, choose=st.data())
def test_the_level_lies_between_what_it_is_and_what_it_could_be(
    case: Case, choose: st.DataObject
) -> None:
    asked = open_questions(case)
    assume(asked)
    question = choose.draw(st.sampled_from(asked))
    said = choose.draw(st.sampled_from(points_for(case, question)))
    grade = choose.draw(st.sampled_from([Grade.E2, Grade.E3]))

    before, after = case.card(), case.saying(question.id, said, grade).card()

    assert rank(before) <= rank(after)
    assert rank(after) <= rank(before, before.outcome.could_reach)


def open_questions(case: Case) -> list[Criterion]:
    """Return the open questions whose answer gives points, or is a part of what does."""
    states, questions = case.nodes(), case.questions()
    asked = [one for one in case.askable() if states[one.id].state in OPEN]
    gaps = [one for one in asked if is_gap(case, one.id)]
    given = [one for one in case.askable() if not is_gap(case, one.id)]
    settled = {part for one in given for part in parts_of(one)}
    parts = [
        questions[part]
        for one in gaps
        for part in parts_of(one)
        if is_gap(case, part) and part not in settled
    ]
    return [one for one in (*gaps, *parts) if one.id not in gates(case.rubric)]


def is_gap(case: Case, name: str) -> bool:
    fact = case.facts.find(name)
    return fact is None or fact.state in OPEN


@some
@given(case=plain, choose=st.data())
def test_a_question_that_turns_out_not_to_apply_stays_within_its_range_too(
    case: Case, choose: st.DataObject
) -> None:
    asked = [one for one in open_questions(case) if one.allows_na]
    assume(asked)
    question = choose.draw(st.sampled_from(asked))

    before, after = case.nodes(), case.saying(question.id, (State.NA, None)).nodes()

    kept = [node for node in after.values() if not node.is_out]
    assert all(is_within(node, before[node.id]) for node in kept)


@some
@given(case=every_kind, gap=st.sampled_from(OPEN), choose=st.data())
def test_not_knowing_an_answer_never_helps(case: Case, gap: State, choose: st.DataObject) -> None:
    forget_and_check(case, known_facts(case), gap, choose)


@some
@given(case=plain, gap=st.sampled_from([State.UNKNOWN, State.DECLINED]), choose=st.data())
def test_hiding_whether_a_question_applies_never_helps(
    case: Case, gap: State, choose: st.DataObject
) -> None:
    facts = case.facts.facts.values()
    deciding = [fact.criterion for fact in facts if fact.criterion in gates(case.rubric)]
    left_out = [fact.criterion for fact in facts if fact.state is State.NA]
    # What is said not to apply, and has parts that are known, is answered by them.
    plain_out = [name for name in left_out if not parts_of(case.questions()[name])]
    forget_and_check(case, [*deciding, *plain_out], gap, choose)


def forget_and_check(case: Case, names: list[str], gap: State, choose: st.DataObject) -> None:
    assume(names)
    name = choose.draw(st.sampled_from(names))
    kept = {one: fact for one, fact in case.facts.facts.items() if one != name}
    hidden = Fact(criterion=name, state=gap, text=gap)
    forgot = case.with_facts(kept if gap is State.MISSING else {**kept, name: hidden})

    before, after = case.nodes(), forgot.nodes()

    assert all(is_within(node, after[name]) for name, node in before.items() if not node.is_out)
    assert rank(forgot.card()) <= rank(case.card())


def known_facts(case: Case) -> list[str]:
    """Return what is known, but for what decides whether other questions apply or count."""
    apart = {*gates(case.rubric), *(level.id for level in case.rubric.levels if level.declared)}
    return [
        fact.criterion
        for fact in case.facts.facts.values()
        if fact.state in (State.VALUE, State.NOT_OFFERED) and fact.criterion not in apart
    ]


@some
@given(case=cases(Wanted(when=(ZERO,))))
def test_the_value_is_the_low_end_where_gaps_are_read_as_zero(case: Case) -> None:
    assert all(node.value == node.low for node in case.nodes().values())


@some
@given(case=st.one_of(cases(WITHOUT_MIN), shipped_cases()))
def test_the_value_lies_between_the_ends_where_the_worst_answer_gives_nothing(
    case: Case,
) -> None:
    for node in case.nodes().values():
        if node.value is not None:
            assert not is_below(node.value, node.low)
            assert not is_below(node.high, node.value)


@some
@given(case=every_kind)
def test_no_range_is_upside_down(case: Case) -> None:
    assert not any(is_below(node.high, node.low) for node in case.nodes().values())


@some
@given(case=every_kind)
def test_what_does_not_apply_never_counts(case: Case) -> None:
    before = case.card()
    out = {node.id for node in leaves(before) if node.is_out}

    after = replace(case, rubric=replace(case.rubric, root=without(case.rubric.root, out))).card()

    assert after.outcome.level == before.outcome.level
    found = {name: figures(node) for name, node in nodes(before).items() if name not in out}
    assert found == {name: figures(node) for name, node in nodes(after).items()}


def without(group: Group, names: set[str]) -> Group:
    kept = [one for one in group.children if one.id not in names]
    children = [without(one, names) if isinstance(one, Group) else one for one in kept]
    return replace(group, children=tuple(children))


def figures(node: NodeScore) -> tuple[object, ...]:
    ends = (node.value, node.low, node.high, node.share)
    return (*ends, node.answered, node.coverage, node.confirmed, node.supposed)


@some
@given(case=st.one_of(cases(ANY), shipped_cases()), choose=st.data())
def test_something_not_offered_gives_the_fewest_points_and_is_an_answer(
    case: Case, choose: st.DataObject
) -> None:
    assume(case.askable())
    question = choose.draw(st.sampled_from(case.askable()))

    deciding = gates(case.rubric)
    facts = {name: fact for name, fact in case.facts.facts.items() if name not in deciding}

    said = case.with_facts(facts).saying(question.id, (State.NOT_OFFERED, None))
    node = said.nodes()[question.id]

    assert node.state is State.NOT_OFFERED
    assert {node.value, node.low, node.high} == {question.fewest}
    assert node.answered == 1
    assert node.coverage == 1


@some
@given(case=st.one_of(cases(UNORDERED), cases(LOWER), shipped_cases()), seed=st.integers())
def test_no_order_changes_a_score(case: Case, seed: int) -> None:
    random = Random(seed)  # noqa: S311  # shuffles, keeps no secret
    rubric = replace(case.rubric, root=shuffled(case.rubric.root, random))
    facts = dict(random.sample(list(case.facts.facts.items()), k=len(case.facts.facts)))

    before, after = case.card(), replace(case, rubric=rubric).with_facts(facts).card()

    found = {node.id: figures(node) for node in after.total.walk()}
    assert found == {node.id: figures(node) for node in before.total.walk()}
    assert after.outcome.level == before.outcome.level


def shuffled(group: Group, random: Random) -> Group:
    children = [
        shuffled(child, random) if isinstance(child, Group) else child for child in group.children
    ]
    figures_asked = random.sample(group.figures, k=len(group.figures))
    random.shuffle(children)
    return replace(group, children=tuple(children), figures=tuple(figures_asked))


@some
@given(case=every_kind)
def test_what_is_confirmed_is_seen_and_what_is_seen_is_answered(case: Case) -> None:
    for node in case.nodes().values():
        assert 1 >= node.answered >= node.supposed >= node.coverage >= node.confirmed >= 0


@some
@given(case=every_kind)
def test_the_shares_of_all_that_applies_add_up(case: Case) -> None:
    card = case.card()
    lines = leaves(card)

    assert sum(line.share for line in lines) == (0 if card.total.is_out else 1)
    assert card.total.answered == sum(line.share * line.answered for line in lines)
    assert card.total.coverage == sum(line.share * line.coverage for line in lines)


@some
@given(case=every_kind)
def test_the_same_facts_always_give_the_same_scorecard(case: Case) -> None:
    assert case.card() == case.card()


@some
@given(case=st.one_of(well_known, every_kind))
def test_a_level_that_stands_is_met_by_the_worst_that_could_be(case: Case) -> None:
    exact = replace(case, rubric=replace(case.rubric, rounding=Rounding()))
    card = unblocked(exact).card()
    found = nodes(card)

    stands = [one.level for one in card.outcome.levels if one.level.id == card.outcome.level]
    for floor in [floor for level in stands for floor in level.floors if floor.name in found]:
        node = found[floor.name]
        if floor.at_most:
            assert not is_below(floor.number, node.high) or node.is_out
        else:
            assert not is_below(node.low, floor.number) or node.is_out


def unblocked(case: Case) -> Case:
    """Return the case with every violation looked for and not found, and nothing declared."""
    violations = [one.id for one in case.rubric.critical]
    clean = reduce(lambda one, name: one.saying(name, (State.VALUE, NONE_FOUND)), violations, case)
    declared = {level.id for level in case.rubric.levels if level.declared}
    facts = clean.facts.facts.items()
    return clean.with_facts({name: fact for name, fact in facts if name not in declared})


@some
@given(case=well_known)
def test_no_level_stands_that_an_unchecked_violation_would_take_away(case: Case) -> None:
    violations = [one.id for one in case.rubric.critical]
    clean = reduce(lambda one, name: one.saying(name, (State.VALUE, NONE_FOUND)), violations, case)

    for name in violations:
        unchecked = clean.saying(name, (State.MISSING, None)).card()
        found = clean.saying(name, (State.VALUE, FOUND)).card()
        assert rank(unchecked) in {0, rank(found)}


@some
@given(case=every_kind)
def test_below_the_coverage_floor_not_enough_is_known_whatever_the_score(case: Case) -> None:
    card = case.card()
    floors = [
        floor.number
        for one in card.outcome.levels
        for floor in one.level.floors
        if floor.name == "coverage"
    ]

    if card.total.coverage * 100 < min(floors, default=Fraction(0)):
        assert card.outcome.level in {NOT_ENOUGH_KNOWN, "committed", "suspended"}


@some
@given(case=well_known)
def test_a_violation_that_was_found_bounds_the_level(case: Case) -> None:
    card = case.card()
    found = [one for one in card.outcome.critical if one.checked is Checked.FOUND]

    for one in found:
        bound = rank(card, one.critical.allows) if one.critical.allows else 0
        assert rank(card) <= bound
        assert rank(card, card.outcome.could_reach) <= bound


@some
@given(case=every_kind)
def test_nothing_known_is_never_a_level(case: Case) -> None:
    card = case.with_facts({}).card()

    silent = card.total.value is None
    assert card.outcome.level in {NOT_ENOUGH_KNOWN, ""} if silent else True
