"""Laws of figures: one answer that moves several criteria must move all of them one way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from jobquality.rubrics.lawful import BETTER, ENDS, Found, beyond
from jobquality.rubrics.lawful_nodes import direction
from jobquality.rubrics.model import (
    Asked,
    Condition,
    Criterion,
    How,
    Measure,
    Rubric,
    Term,
)

_MEASURE = frozenset({"of", "to", "cap", "how"})
_BOTH, _MORE, _LESS = 0, 1, -1
_APPLIES = "applies"
#: Where more of each part is more of the whole.
_RISING = (How.SUM, How.LARGEST, How.SMALLEST, How.AVERAGE)
#: Where more of what is in `of` is more, and of what is in `to` less.
_TURNING = (None, How.DIFFERENCE, How.SHARE, How.CHANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """What one answer does to one criterion: 1 for the better the larger it is, -1, or 0."""

    question: Criterion
    way: int
    word: str


class _Parts:
    """Which figures each measured one rests on, and which ways they move it; each once."""

    def __init__(self, questions: dict[str, Criterion]) -> None:
        self._questions = questions
        self._known: dict[str, dict[str, frozenset[int]]] = {}

    def of(self, question: Criterion) -> dict[str, frozenset[int]]:
        """Return every figure that one is worked out from, with the ways in which it moves it."""
        if question.id not in self._known:
            self._known[question.id] = {}  # a circle is a fault elsewhere, and ends here
            self._known[question.id] = self._worked_out(question)
        return self._known[question.id]

    def _worked_out(self, question: Criterion) -> dict[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for term, way in _terms(question.measure) if question.measure else ():
            if term.kind is Asked.FIGURE:
                inner = self._questions.get(term.name)
                below = self.of(inner) if inner is not None else {}
                for name, ways in ({term.name: frozenset({_MORE})} | below).items():
                    turned = frozenset(way * one for one in ways)
                    found[name] = found.get(name, frozenset()) | turned
        return found


def figure_breaks(rubric: Rubric) -> Iterator[Found]:
    """Yield what breaks a law by the way in which answers come to count."""
    questions = {question.id: question for question in rubric.questions()}
    parts = _Parts(questions)
    uses: dict[str, list[_Use]] = {}
    for question in rubric.root.criteria():
        for name, use in _uses(question, parts, rubric):
            uses.setdefault(name, []).append(use)
        yield from _of_nodes(question, [questions[one] for one in parts.of(question)])
    for name, use in _of_groups(rubric):
        uses.setdefault(name, []).append(use)
    for name, found in uses.items():
        yield from _of_uses(name, found)


def _of_uses(name: str, uses: list[_Use]) -> Iterator[Found]:
    """Yield a break where one answer can be better for one criterion and worse for another."""
    moved = {use.question.id for use in uses}
    ways = {use.way for use in uses}
    is_only_asked = all(use.word == _APPLIES for use in uses)
    if is_only_asked or len(moved) == 1 or ways in ({_MORE}, {_LESS}):
        return
    first = uses[0].question.id
    for use in uses:
        if use.question.id == first:
            continue
        says = f"'{name}' moves '{use.question.id}' and '{first}', and not surely the same way."
        yield Found(
            laws=(BETTER,), line=use.question.line, where=use.question.id, word=use.word, says=says
        )


def _uses(question: Criterion, parts: _Parts, rubric: Rubric) -> Iterator[tuple[str, _Use]]:
    """Yield every answer that moves a criterion, with the way in which it does."""
    points = question.points
    number = _BOTH if points is None or question.unit is None else direction(points)
    if rubric.lower_is_better:
        number = -number
    word = "reads" if question.reads else "points"
    yield question.reads or question.id, _Use(question=question, way=number, word=word)
    for name, ways in parts.of(question).items():
        for way in ways:
            yield name, _Use(question=question, way=way * number, word="of, to")
    for condition in (*question.applies, *question.counts_from):
        if condition.figure:
            way = _counts_way(condition) if condition in question.counts_from else _BOTH
            yield condition.name, _Use(question=question, way=way, word=_word(condition, question))


def _of_groups(rubric: Rubric) -> Iterator[tuple[str, _Use]]:
    """Yield every figure that decides whether a whole group is asked."""
    for group in rubric.root.groups():
        for name in [condition.name for condition in group.applies if condition.figure]:
            for question in group.criteria():
                yield name, _Use(question=question, way=_BOTH, word=_APPLIES)


def _counts_way(condition: Condition) -> int:
    """What counts from a number on is unknown below it, which is never better."""
    return _MORE if condition.below is None else _BOTH


def _word(condition: Condition, question: Criterion) -> str:
    return "from" if condition in question.counts_from else _APPLIES


def _terms(measure: Measure) -> Iterator[tuple[Term, int]]:
    over, under = _ways(measure)
    rest = _LESS if measure.how is How.DIFFERENCE else over
    yield from ((term, rest if place else over) for place, term in enumerate(measure.of))
    yield from ((term, under) for term in measure.to)
    yield from ((term, _MORE) for term in (measure.cap,) if term is not None)


def _ways(measure: Measure) -> tuple[int, int]:
    """Return which way a part in `of` moves the figure, and which way one in `to` does."""
    if beyond(measure, _MEASURE):
        return _BOTH, _BOTH
    if measure.how in _RISING:
        return _MORE, _BOTH
    is_plain = measure.how is How.DIFFERENCE or not _may_be_negative(measure)
    return (_MORE, _LESS) if is_plain and measure.how in _TURNING else (_BOTH, _BOTH)


def _may_be_negative(measure: Measure) -> bool:
    return any(
        term.unit.least is None or term.unit.least < 0 for term in (*measure.of, *measure.to)
    )


def _of_nodes(question: Criterion, below: Iterable[Criterion]) -> Iterator[Found]:
    """Yield a break where a figure is made of scores: those of gaps are read, not bounded."""
    measures = [one.measure for one in (question, *below) if one.measure is not None]
    terms = chain.from_iterable(map(_terms, measures))
    if any(term.kind is Asked.NODE for term, _ in terms):
        says = "it is worked out from scores, and a gap in them is read and not bounded."
        yield Found(
            laws=(BETTER, *ENDS), line=question.line, where=question.id, word="of, to", says=says
        )
