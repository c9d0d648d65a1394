"""Facts read by a standard into a scorecard: exact, explained, and always recomputed."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from jobquality.errors import Fault, FaultsError, NotFoundError, check_faults
from jobquality.rubrics.effective import effective
from jobquality.rubrics.fields import nearest
from jobquality.rubrics.model import MAIN, Group, Rubric, Scoring, State
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures
from jobquality.scoring.fitting import misfits_of_all
from jobquality.scoring.fold import counted_nodes, counting_weight
from jobquality.scoring.levels import judge
from jobquality.scoring.scorecard import NodeScore, Scorecard
from jobquality.scoring.sums import exact_sum
from jobquality.scoring.tree import Frame, Tree

_PLAIN = Scoring(id=MAIN, weights={}, when=None)
_ONE = Fraction(1)


def score(
    rubric: Rubric,
    facts: EmployerFacts,
    parameters: Parameters,
    *,
    scoring: str = MAIN,
    cohort: Cohort | None = None,
) -> Scorecard:
    """Return the scorecard of one employer, or of one part of it.

    Totals are folded from the lines, never stored. All arithmetic is in fractions. `cohort` is
    what a standard that compares employers holds them against.

    Raises:
        FaultsError: a dated figure is missing for the place and day, answers contradict
            each other, or they do not fit the standard; names every such fault of this
            employer. The cohort was frozen for another standard or scoring, or for none.
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    if cohort is not None:
        check_cohort(cohort, rubric, reading)
    rubric = effective(rubric, reading)
    misfits = misfits_of_all(rubric, facts)
    fitting = _without(facts, misfits)
    frame = Frame(root=rubric.root, reading=reading)
    figures = Figures(rubric, fitting, parameters, cohort)
    total = Tree(frame, fitting, figures).total()
    faults = (*misfits.values(), *figures.faults, *_praise_for_nothing(rubric, total))
    check_faults(dict.fromkeys(faults))
    total = with_shares(total, _ONE)

    def again(points: Mapping[str, Fraction]) -> NodeScore:
        fresh = Figures(rubric, fitting, parameters, cohort)
        return Tree(replace(frame, points=points), fitting, fresh).total()

    return Scorecard(
        rubric=rubric,
        scoring=reading.id,
        employer=facts.employer,
        part=facts.part,
        on=facts.on,
        total=total,
        outcome=judge(rubric, total, facts),
        cohort=cohort.hash if cohort else "",
        again=again,
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


def check_cohort(cohort: Cohort, rubric: Rubric, reading: Scoring) -> None:
    """Be quiet where a cohort was frozen for this scoring of this very standard.

    Raises:
        FaultsError: it was frozen for another one; says for which.
    """
    remedy = "Freeze one for it: jobquality cohort RUBRIC FACTS --out FILE."
    if cohort.scoring_hash != rubric.scoring_hash:
        message = (
            f"The cohort was frozen for {cohort.name} with scoring hash "
            f"{cohort.scoring_hash[:12]}…, but {rubric.name} has {rubric.scoring_hash[:12]}…."
        )
        raise FaultsError([Fault(message=message, remedy=remedy)])
    if cohort.scoring != reading.id:
        message = f"The cohort was frozen for the scoring {cohort.scoring}, not {reading.id}."
        raise FaultsError([Fault(message=message, remedy=remedy)])


def fitting_facts(rubric: Rubric, facts: EmployerFacts) -> EmployerFacts:
    """Return the facts of an employer that fit the questions of a standard."""
    return _without(facts, misfits_of_all(rubric, facts))


def _without(facts: EmployerFacts, misfits: Container[tuple[str, str]]) -> EmployerFacts:
    kept = {name: fact for name, fact in facts.facts.items() if (facts.part, name) not in misfits}
    parts = tuple(_without(part, misfits) for part in facts.parts)
    return replace(facts, facts=kept, parts=parts)


def _praise_for_nothing(rubric: Rubric, total: NodeScore) -> Iterator[Fault]:
    """Yield a fault for each thing not offered where the fewest points are the best."""
    for node in total.walk() if rubric.lower_is_better else ():
        if node.state is State.NOT_OFFERED:
            yield Fault(
                message="'not_offered' gives the fewest points, and here fewer are better.",
                where=node.id,
                remedy="Give the answer itself, or unknown.",
            )


def with_shares(scored: NodeScore, share: Fraction) -> NodeScore:
    """Hand the total's share down: what each line counts, of everything that applies."""
    group = scored.node
    if scored.is_out or not isinstance(group, Group):
        return scored if scored.is_out else replace(scored, share=share)
    counted = counted_nodes(group, scored.children)
    weights = [counting_weight(group, child) for child in counted]
    one = share / exact_sum(weights) if weights else share
    shares = {child.id: one * weight for child, weight in zip(counted, weights, strict=True)}
    children = tuple(_handed_down(child, shares) for child in scored.children)
    return replace(scored, share=share, children=children)


def _handed_down(scored: NodeScore, shares: Mapping[str, Fraction]) -> NodeScore:
    """Give each node its share; one that stands between has that of all below it."""
    if scored.id in shares:
        return with_shares(scored, shares[scored.id])
    if not scored.children:
        return scored
    children = tuple(_handed_down(child, shares) for child in scored.children)
    return replace(scored, share=exact_sum(child.share for child in children), children=children)
