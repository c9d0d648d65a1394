"""Random standards: nested, of every kind of answer, combined in every way.

They are built as the loader would build them; test_strategies.py holds them to its checks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count

from hypothesis import strategies as st

from jobquality.rubrics.model import (
    AnswerKind,
    Asked,
    Band,
    Box,
    Choice,
    Combine,
    Condition,
    Criterion,
    Critical,
    Floor,
    Grounds,
    Group,
    Level,
    Measure,
    Missing,
    Points,
    Reading,
    Rounding,
    Rubric,
    Scoring,
    Span,
    Term,
    Ties,
    Wording,
)
from jobquality.rubrics.units import UNITS, Unit

FLAGS = ("tipped_workers", "hourly_workers")
GATES = ("openings", "survey_workers")
ANOTHER = "another"
EVERYDAY = (Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX, Combine.LADDER)
_KINDS = (AnswerKind.NUMBER, AnswerKind.CHOICE, AnswerKind.CHECKLIST, AnswerKind.YES_NO)

_EDGES = [Fraction(text) for text in ("0.1", "0.3", "0.7", "1", "1.5", "2", "7")]
_GIVES = [Fraction(text) for text in ("0.5", "1", "2", "3", "4")]
_SCORES = [Fraction(number) for number in (2, 5, 25, 40, 60)]
_POINTS = [Fraction(number) for number in (1, 2)]
_WEIGHTS = [Fraction(text) for text in ("1", "2", "7.5", "25", "60")]
_MISSING = [
    Missing(),
    Missing(missing=Reading.ZERO),
    Missing(unknown=Reading.ZERO, declined=Reading.ZERO, missing=Reading.ZERO),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which random standards are wanted.

    `from_zero` gives no points for the worst answer to any question. `lower` makes standards
    in which less is better: sums with a most for each level. `known` leaves no gap in facts.
    """

    combines: tuple[Combine, ...] = EVERYDAY
    from_zero: bool = False
    lower: bool = False
    known: bool = False
    when: tuple[Missing, ...] = tuple(_MISSING)


ANY = Wanted()
LOWER = Wanted(combines=(Combine.SUM,), lower=True, when=(Missing(),))


@st.composite
def rubrics(draw: st.DrawFn, wanted: Wanted = ANY) -> Rubric:
    """Draw a standard."""
    root = draw(_groups("total", wanted, names=(f"n{place}" for place in count()), depth=0))
    levels = draw(_levels(root, wanted))
    return Rubric(
        id="random",
        edition="2026.1",
        wording=Wording(),
        root=replace(root, figures=(*root.figures, *map(_gate, GATES))),
        critical=draw(_criticals(levels)),
        levels=levels,
        examples=(),
        scorings=(draw(_scorings(root, wanted)),),
        rounding=draw(_roundings()),
        lower_is_better=wanted.lower,
        advanced=(),
        scoring_hash="",
        wording_hash="",
    )


@st.composite
def _groups(
    draw: st.DrawFn, name: str, wanted: Wanted, *, names: Iterator[str], depth: int
) -> Group:
    combine = draw(st.sampled_from(wanted.combines))
    children: list[Group | Criterion] = []
    figures: list[Criterion] = []
    for _ in range(draw(st.integers(1, 3))):
        if depth < 2 and draw(st.integers(0, 2)) == 0:
            children.append(draw(_groups(next(names), wanted, names=names, depth=depth + 1)))
        else:
            criterion, asked = draw(_criteria(next(names), wanted))
            children.append(criterion)
            figures.extend(asked)
    return Group(
        id=name,
        code="",
        line=1,
        weight=draw(st.sampled_from(_WEIGHTS)),
        wording=Wording(),
        combine=combine,
        out_of=draw(st.sampled_from([Fraction(100), Fraction(10)])),
        children=tuple(children),
        figures=tuple(figures),
    )


@st.composite
def _criteria(
    draw: st.DrawFn, name: str, wanted: Wanted
) -> tuple[Criterion, tuple[Criterion, ...]]:
    kind = draw(st.sampled_from(_KINDS))
    measure = None
    if kind is AnswerKind.NUMBER and draw(st.integers(0, 2)) == 0:
        measure = _measure(name, capped=draw(st.booleans()))
    applies, counts_from = draw(_conditions())
    criterion = replace(
        _figure(name, UNITS["ratio"] if kind is AnswerKind.NUMBER else None),
        kind=kind,
        weight=draw(st.sampled_from(_WEIGHTS)),
        points=draw(_points(kind, wanted, measured=measure is not None)),
        boxes=tuple(Box(id=f"box{place}", ask="") for place in range(3)),
        measure=measure,
        applies=applies,
        counts_from=counts_from,
        allows_na=bool(applies) or draw(st.booleans()),
        when=draw(st.sampled_from(wanted.when)),
    )
    return criterion, _parts(measure)


def _figure(name: str, unit: Unit | None) -> Criterion:
    return Criterion(
        id=name,
        code="",
        line=1,
        weight=Fraction(1),
        wording=Wording(),
        kind=AnswerKind.NUMBER,
        unit=unit,
        points=None,
        boxes=(),
        measure=None,
        evidence=(),
        critical=(),
        applies=(),
        counts_from=(),
        allows_na=False,
        read_as={},
        when=Missing(),
    )


def _gate(name: str) -> Criterion:
    return _figure(name, UNITS["people"])


def _measure(name: str, *, capped: bool) -> Measure:
    above, below = (
        Term(kind=Asked.FIGURE, name=f"{name}_{part}", unit=UNITS["usd_per_hour"])
        for part in ("above", "below")
    )
    cap = Term(kind=Asked.FIGURE, name=f"{name}_cap", unit=UNITS["ratio"])
    return Measure(of=(above,), to=(below,), cap=cap if capped else None)


def _parts(measure: Measure | None) -> tuple[Criterion, ...]:
    if measure is None:
        return ()
    terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
    return tuple(_figure(term.name, term.unit) for term in terms)


@st.composite
def _conditions(draw: st.DrawFn) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    flag = Condition(name=draw(st.sampled_from(FLAGS)), figure=False, equals="yes")
    enough = Condition(name=GATES[0], figure=True, at_least=Fraction(4))
    heard = Condition(name=GATES[1], figure=True, at_least=Fraction(5))
    applies = draw(st.sampled_from([(), (), (), (flag,), (enough,), (flag, enough)]))
    return applies, draw(st.sampled_from([(), (), (), (heard,)]))


@st.composite
def _points(draw: st.DrawFn, kind: AnswerKind, wanted: Wanted, *, measured: bool) -> Points:
    gives = draw(_gives(wanted))
    grounds = Grounds()
    if kind is AnswerKind.CHOICE:
        return tuple(
            Choice(id=f"choice{place}", ask="", gives=one, grounds=grounds)
            for place, one in enumerate(gives)
        )
    if kind is AnswerKind.YES_NO:
        return (
            Choice(id="no", ask="", gives=gives[0], grounds=grounds),
            Choice(id="yes", ask="", gives=gives[-1], grounds=grounds),
        )
    if kind is AnswerKind.NUMBER and not measured and draw(st.integers(0, 3)) == 0:
        return Span(low=min(gives), high=max(gives))
    edges = _EDGES if kind is AnswerKind.NUMBER else [Fraction(place) for place in (1, 2, 3)]
    return _bands(gives, draw(st.permutations(edges)))


def _bands(gives: list[Fraction], edges: list[Fraction]) -> tuple[Band, ...]:
    starts = [None, *sorted(edges[: len(gives) - 1])]
    return tuple(
        Band(start=start, gives=one, grounds=Grounds(), line=1)
        for start, one in zip(starts, gives, strict=True)
    )


@st.composite
def _gives(draw: st.DrawFn, wanted: Wanted) -> list[Fraction]:
    """Draw the points of two to four steps, rising or falling."""
    some = st.lists(st.sampled_from(_GIVES), min_size=1, max_size=3, unique=True)
    worst = [Fraction(0)] if wanted.from_zero else [Fraction(0), Fraction(1, 4)]
    return sorted([draw(st.sampled_from(worst)), *draw(some)], reverse=draw(st.booleans()))


@st.composite
def _levels(draw: st.DrawFn, root: Group, wanted: Wanted) -> tuple[Level, ...]:
    levels = [
        _level(f"level{place}", draw(_floors(root, wanted)))
        for place in range(draw(st.integers(0, 3)))
    ]
    if levels and draw(st.integers(0, 3)) == 0:
        levels.append(_level("everyone", ()))
    declared = [
        replace(_level("suspended", ()), declared=AnswerKind.YES_NO, overrides=True),
        replace(_level("committed", ()), declared=AnswerKind.DATE),
    ]
    return (*levels, *draw(st.permutations(declared)))


@st.composite
def _floors(draw: st.DrawFn, root: Group, wanted: Wanted) -> tuple[Floor, ...]:
    """Draw one or two conditions that some scores meet and some do not."""
    scores = {node.id: _SCORES for node in root.groups()} | {"each_dimension": _SCORES}
    points = {node.id: _POINTS for node in root.criteria()}
    shares = {"coverage": _SCORES, "confirmed": _SCORES}
    numbers = scores | points | shares
    names = draw(
        st.lists(st.sampled_from(["total", *numbers]), min_size=1, max_size=2, unique=True)
    )
    return tuple(
        Floor(
            name=name,
            number=draw(st.sampled_from(numbers[name])),
            at_most=wanted.lower and name not in shares,
        )
        for name in names
    )


def _level(name: str, floors: tuple[Floor, ...]) -> Level:
    return Level(
        id=name,
        code="",
        line=1,
        wording=Wording(),
        floors=floors,
        months=None,
        declared=None,
        overrides=False,
    )


@st.composite
def _criticals(draw: st.DrawFn, levels: tuple[Level, ...]) -> tuple[Critical, ...]:
    bounds = ["", *(level.id for level in levels if not level.declared)]
    return tuple(
        Critical(
            id=f"wrong{place}",
            code="",
            line=1,
            wording=Wording(),
            source="Records",
            evidence=(),
            allows=draw(st.sampled_from(bounds)),
        )
        for place in range(draw(st.integers(1, 2)))
    )


@st.composite
def _scorings(draw: st.DrawFn, root: Group, wanted: Wanted) -> Scoring:
    means = (group for group in root.groups() if group.combine is Combine.MEAN)
    weighed = [child.id for group in means for child in group.children]
    weights = {draw(st.sampled_from(weighed)): Fraction(3)} if weighed else {}
    if len(root.children) > 1 and draw(st.booleans()):
        weights = {root.children[0].id: Fraction(0)}
    return Scoring(id=ANOTHER, weights=weights, when=draw(st.sampled_from([None, *wanted.when])))


def _roundings() -> st.SearchStrategy[Rounding]:
    return st.builds(
        Rounding,
        digits=st.sampled_from([None, 0, 1]),
        ties=st.sampled_from(Ties),
        on_levels=st.booleans(),
    )
