"""Facts read by a standard into a scorecard: exact, explained, and always recomputed."""

from dataclasses import replace
from fractions import Fraction

from jobquality.errors import FaultsError, NotFoundError
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Criterion, Group, Rubric, Scoring
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.fold import counting_weight, fold
from jobquality.scoring.levels import judge
from jobquality.scoring.lines import score_criterion
from jobquality.scoring.scorecard import NodeScore, Scorecard

_PLAIN = Scoring(id=MAIN, weights={}, when=None)


def score(
    rubric: Rubric, facts: EmployerFacts, parameters: Parameters, *, scoring: str = MAIN
) -> Scorecard:
    """Return the scorecard of one employer, or of one part of it.

    Totals are folded from the lines, never stored. All arithmetic is in fractions.

    Raises:
        FaultsError: a dated figure is missing for the place and day, or answers contradict
            each other; names every such fault of this employer.
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    figures = Figures(rubric, facts, parameters)
    total = _score_group(rubric.root, facts, figures, reading)
    if figures.faults:
        raise FaultsError(dict.fromkeys(figures.faults))
    total = _with_shares(total, Fraction(1))
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


def _score_group(
    group: Group, facts: EmployerFacts, figures: Figures, reading: Scoring
) -> NodeScore:
    children = []
    for child in group.children:
        weight = reading.weights.get(child.id, child.weight)
        if weight > 0:
            scored = _score_node(child, facts, figures, reading)
            children.append(replace(scored, weight=weight))
    return fold(group, tuple(children))


def _score_node(
    node: Group | Criterion, facts: EmployerFacts, figures: Figures, reading: Scoring
) -> NodeScore:
    if isinstance(node, Group):
        return _score_group(node, facts, figures, reading)
    return score_criterion(node, facts, figures, reading.when or node.when)


def _with_shares(scored: NodeScore, share: Fraction) -> NodeScore:
    """Hand the total's share down: what each line counts, of everything that applies."""
    group = scored.node
    if not isinstance(group, Group) or scored.is_out:
        return replace(scored, share=Fraction(0) if scored.is_out else share)
    counted = [child for child in scored.children if not child.is_out]
    whole = sum(counting_weight(group, child) for child in counted)
    children = tuple(
        _with_shares(
            child, Fraction(0) if child.is_out else share * counting_weight(group, child) / whole
        )
        for child in scored.children
    )
    return replace(scored, share=share, children=children)
