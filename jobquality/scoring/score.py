"""Facts read by a standard into a scorecard: exact, explained, and always recomputed."""

from collections.abc import Container, Iterator
from dataclasses import replace
from fractions import Fraction

from jobquality.errors import Fault, NotFoundError, check_faults
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Criterion, Group, Rubric, Scoring, State
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.fitting import find_misfits
from jobquality.scoring.fold import counting_weight, fold
from jobquality.scoring.levels import judge
from jobquality.scoring.lines import score_criterion
from jobquality.scoring.scorecard import NodeScore, Scorecard
from jobquality.scoring.sums import exact_sum

_PLAIN = Scoring(id=MAIN, weights={}, when=None)
_ONE = Fraction(1)


def score(
    rubric: Rubric, facts: EmployerFacts, parameters: Parameters, *, scoring: str = MAIN
) -> Scorecard:
    """Return the scorecard of one employer, or of one part of it.

    Totals are folded from the lines, never stored. All arithmetic is in fractions.

    Raises:
        FaultsError: a dated figure is missing for the place and day, answers contradict
            each other, or they do not fit the standard; names every such fault of this
            employer.
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    misfits = find_misfits(rubric, facts.facts)
    fitting = _without(facts, misfits)
    figures = Figures(rubric, fitting, parameters)
    total = _score_group(rubric.root, fitting, figures, reading, weight=_ONE)
    faults = (*misfits.values(), *figures.faults, *_praise_for_nothing(rubric, total))
    check_faults(dict.fromkeys(faults))
    total = _with_shares(total, _ONE)
    return Scorecard(
        rubric=rubric,
        scoring=reading.id,
        employer=facts.employer,
        part=facts.part,
        on=facts.on,
        total=total,
        outcome=judge(rubric, total, facts),
    )


def find_scoring(rubric: Rubric, name: str) -> Scoring:
    """Return a scoring of the standard; `main` is always there.

    Raises:
        NotFoundError: the standard has no such scoring; names those it has.
    """
    if name == MAIN:
        return _PLAIN
    known = {one.id: one for one in rubric.scorings}
    if name not in known:
        names = ", ".join([MAIN, *known])
        hint = nearest(name, known)
        message = f"{rubric.name} has no scoring '{name}'. {hint or f'It has: {names}.'}"
        raise NotFoundError(message)
    return known[name]


def _without(facts: EmployerFacts, names: Container[str]) -> EmployerFacts:
    kept = {name: fact for name, fact in facts.facts.items() if name not in names}
    return replace(facts, facts=kept)


def _score_group(
    group: Group,
    facts: EmployerFacts,
    figures: Figures,
    reading: Scoring,
    *,
    weight: Fraction,
) -> NodeScore:
    weighed = [(child, reading.weights.get(child.id, child.weight)) for child in group.children]
    children = tuple(
        _score_node(child, facts, figures, reading, weight=counts)
        for child, counts in weighed
        if counts > 0
    )
    return fold(group, children, weight=weight)


def _score_node(
    node: Group | Criterion,
    facts: EmployerFacts,
    figures: Figures,
    reading: Scoring,
    *,
    weight: Fraction,
) -> NodeScore:
    if isinstance(node, Group):
        return _score_group(node, facts, figures, reading, weight=weight)
    return score_criterion(node, facts, figures, when=reading.when or node.when, weight=weight)


def _praise_for_nothing(rubric: Rubric, total: NodeScore) -> Iterator[Fault]:
    """Yield a fault for each thing not offered where the fewest points are the best."""
    for node in total.walk() if rubric.lower_is_better else ():
        if node.state is State.NOT_OFFERED:
            yield Fault(
                message="'not_offered' gives the fewest points, and here fewer are better.",
                where=node.id,
                remedy="Give the answer itself, or unknown.",
            )


def _with_shares(scored: NodeScore, share: Fraction) -> NodeScore:
    """Hand the total's share down: what each line counts, of everything that applies."""
    if scored.is_out:
        return scored
    if not isinstance(scored.node, Group):
        return replace(scored, share=share)
    group = scored.node
    counted = [child for child in scored.children if not child.is_out]
    one = share / exact_sum(counting_weight(group, child) for child in counted)
    children = tuple(
        _with_shares(child, one * counting_weight(group, child)) for child in scored.children
    )
    return replace(scored, share=share, children=children)
