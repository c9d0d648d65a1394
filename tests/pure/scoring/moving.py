"""Random pairs of periods: what changes between them is drawn, cause by cause."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.bridging import propose_bridge
from jobquality.rubrics.hashing import scoring_hash
from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Criterion,
    Group,
    Measure,
    Rubric,
    Span,
    Term,
)
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.rubrics.units import UNITS
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.pairing import is_known
from jobquality.scoring.periods import Period
from tests.pure.scoring.cases import the_parameters
from tests.pure.scoring.random_facts import answers_to, employer_facts
from tests.pure.scoring.strategies import ANY, rubrics

EARLY, LATE = date(2026, 3, 1), date(2026, 9, 1)
FLOOR = "pay_floor"
_RATES = ("0.5", "1", "2", "7")
_GRADES = [None, *Grade]


@cache
def rates(first: str, second: str) -> Parameters:
    """Return a pay floor for Texas: one figure in the spring, another one from July on."""
    text = f"""
parameters:
  - parameter: {FLOOR}
    title: Floor
    unit: usd_per_hour
    lookup: nearest
    values:
      - place: TX
        from: 2026-01-01
        until: 2026-06-30
        value: {first}
        source: Our board
        as_of: 2026-01-12
        last_checked: 2026-01-12
      - place: TX
        from: 2026-07-01
        value: {second}
        source: Our board
        as_of: 2026-01-12
        last_checked: 2026-01-12
"""
    places = the_parameters().places
    return Parameters(places=places).joined(load_parameters(text.encode(), places))


@st.composite
def parameters(draw: st.DrawFn) -> Parameters:
    """Draw a pay floor."""
    rate = st.sampled_from(_RATES)
    return rates(draw(rate), draw(rate))


@st.composite
def editions(draw: st.DrawFn) -> Rubric:
    """Draw a standard whose measures are held against the pay floor."""
    rubric = draw(rubrics(ANY))
    return hashed(replace(rubric, root=_with_floor(rubric.root)))


def hashed(rubric: Rubric) -> Rubric:
    """Return a standard with the hash that the loader would give it."""
    return replace(rubric, scoring_hash=scoring_hash(rubric))


def _with_floor(group: Group) -> Group:
    children = tuple(
        _with_floor(child) if isinstance(child, Group) else _held_against_floor(child)
        for child in group.children
    )
    measured = [one for one in children if isinstance(one, Criterion) and one.measure]
    kept = [one for one in group.figures if not one.id.endswith(("_above", "_below"))]
    return replace(group, children=children, figures=(*kept, *map(_paid, measured)))


def _held_against_floor(question: Criterion) -> Criterion:
    if question.kind is not AnswerKind.NUMBER or isinstance(question.points, Span):
        return question
    paid = Term(kind=Asked.FIGURE, name=f"{question.id}_above", unit=UNITS["usd_per_hour"])
    floor = Term(kind=Asked.PARAMETER, name=FLOOR, unit=UNITS["usd_per_hour"])
    cap = question.measure.cap if question.measure else None
    return replace(question, measure=Measure(of=(paid,), to=(floor,), cap=cap))


def _paid(question: Criterion) -> Criterion:
    """Return the question for the pay that is held against the floor."""
    bare = replace(question, kind=AnswerKind.NUMBER, points=None, measure=None, boxes=())
    paid = replace(bare, applies=(), counts_from=(), allows_na=False, weight=Fraction(1))
    return replace(paid, id=f"{question.id}_above", unit=UNITS["usd_per_hour"])


@st.composite
def reweighed(draw: st.DrawFn, rubric: Rubric) -> Rubric:
    """Draw an edition that asks the same and weighs it otherwise."""
    return hashed(replace(rubric, edition="2027.1", root=draw(_reweighed(rubric.root))))


@st.composite
def _reweighed(draw: st.DrawFn, node: Group) -> Group:
    weights = st.sampled_from([Fraction(1), Fraction(3), Fraction(10)])
    children = [
        replace(
            draw(_reweighed(child)) if isinstance(child, Group) else child, weight=draw(weights)
        )
        for child in node.children
    ]
    return replace(node, children=tuple(children))


@st.composite
def facts_on(draw: st.DrawFn, rubric: Rubric, on: date) -> EmployerFacts:
    """Draw facts in Texas on a day; the pay is often given instead of the finished figure."""
    drawn = draw(employer_facts(rubric, known=False))
    facts = dict(drawn.facts)
    for question in rubric.questions():
        finished = facts.get(question.id)
        if question.measure and finished and finished.value is not None and draw(st.booleans()):
            paid = replace(finished, criterion=f"{question.id}_above", value=draw(_pay()))
            facts = {**facts, paid.criterion: paid}
            del facts[question.id]
    return replace(drawn, on=on, facts=facts, profile={**drawn.profile, "place": "TX"})


def _pay() -> st.SearchStrategy[Fraction]:
    return st.sampled_from([Fraction(text) for text in ("0.3", "1", "2", "7", "14")])


@st.composite
def periods(draw: st.DrawFn, rubric: Rubric | None = None) -> Period:
    """Draw a period: of its own edition, or of the one that is given."""
    edition = rubric or draw(editions())
    on = draw(st.sampled_from([EARLY, LATE]))
    facts = draw(facts_on(edition, on))
    return Period(rubric=edition, facts=facts, parameters=draw(parameters()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Two periods and the bridge between them."""

    before: Period
    after: Period
    bridge: Bridge

    def turned(self) -> "Move":
        """Return the way back."""
        return Move(before=self.after, after=self.before, bridge=self.bridge.turned())


@st.composite
def moves(draw: st.DrawFn) -> Move:
    """Draw two periods: of one edition, of one that was reweighed, or of any two."""
    before = draw(periods())
    later = draw(
        st.one_of(st.just(before.rubric), reweighed(before.rubric), editions()),
    )
    after = draw(periods(replace(later, edition="2027.1")))
    bridge = propose_bridge(before.rubric, after.rubric)
    return Move(before=before, after=after, bridge=bridge)


@st.composite
def other_answers(draw: st.DrawFn, period: Period) -> EmployerFacts:
    """Draw other answers to what is known; as well proved, and nothing else known."""
    facts = dict(period.facts.facts)
    for question in period.rubric.questions():
        fact = facts.get(question.id)
        known = [one for one in answers_to(period.rubric, question) if is_known(_said(one, fact))]
        if fact is not None and is_known(fact) and known:
            state, value = draw(st.sampled_from(known))
            facts[question.id] = replace(fact, state=state, value=value, text=str(value))
    return replace(period.facts, facts=facts)


def _said(said: tuple[object, object], fact: Fact | None) -> Fact | None:
    return replace(fact, state=said[0]) if fact else None  # type: ignore[arg-type]  # a state


@st.composite
def other_evidence(draw: st.DrawFn, period: Period) -> EmployerFacts:
    """Draw other grades, and forget some answers; the others stay as they are."""
    kept = {
        name: replace(fact, grade=draw(st.sampled_from(_GRADES)))
        for name, fact in period.facts.facts.items()
        if draw(st.booleans())
    }
    return replace(period.facts, facts=kept)


def asked_in(rubric: Rubric) -> Iterator[str]:
    """Yield the ids of all that is scored."""
    return (one.id for one in rubric.root.criteria())
