"""How much is seen and confirmed, as sums over steps."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.model import Floor
from jobquality.scoring.facts import Grade
from jobquality.scoring.paths.result import PathStep
from jobquality.scoring.paths.steps import CONFIRMED, SEEN, Case, Offer

_HUNDRED, _ONE, _NONE = Fraction(100), Fraction(1), Fraction(0)

#: What a row speaks of: a step, or that a line is `seen`, `kept` (as confirmed as it stays) or
#: `won` (confirmed after its answer changed).
Term = PathStep | tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sum of terms that must come to `least`, or above it where it is strict."""

    terms: Mapping[Term, Fraction]
    least: Fraction
    is_strict: bool = False


def share_rows(case: Case, offer: Offer, floor: Floor) -> Iterator[Row]:
    """Yield the row of `coverage` or `confirmed`, with those that say what its terms mean."""
    is_coverage = floor.name == "coverage"
    start = case.card.total.coverage if is_coverage else case.card.total.confirmed
    lines = [_line(case, offer, name, is_coverage=is_coverage) for name in case.lines]
    terms: dict[Term, Fraction] = {
        term: sign * case.lines[line.name].share * _HUNDRED
        for line in lines
        for term, sign in line.terms.items()
    }
    yield Row(terms=terms, least=floor.number - start * _HUNDRED)
    for line in lines:
        yield from line.meaning


@dataclass(frozen=True, slots=True)
class _Line:
    """What takes one line into a share (1) or out of it (-1), and what that means."""

    name: str
    terms: Mapping[Term, int]
    meaning: tuple[Row, ...] = ()


def _line(case: Case, offer: Offer, name: str, *, is_coverage: bool) -> _Line:
    evidence = _Evidence(case, offer, name)
    return evidence.seen() if is_coverage else evidence.confirmed()


class _Evidence:
    """The evidence of one line, and the steps that change it."""

    def __init__(self, case: Case, offer: Offer, name: str) -> None:
        self._case = case
        self._offer = offer
        self._name = name
        self._node = case.lines[name]
        self._rests_on = case.rests_on(name) if self._node.answered else {}
        self._answers = offer.answers.get(name, ())
        self._is_alone = self._rests_on.keys() <= {name} and not case.readers[name]

    def seen(self) -> _Line:
        """Return what makes the line count as seen: a new answer, or records of the old one."""
        if self._node.coverage:
            return _Line(self._name, {})
        terms: dict[Term, int] = dict.fromkeys(self._answers, 1)
        if not self._rests_on:
            return _Line(self._name, terms)
        records = self._records(self._name, SEEN)
        if self._is_alone and len(records) <= 1:
            terms |= dict.fromkeys(records, 1)
            return _Line(self._name, terms, (_at_most_one(terms),))
        seen = ("seen", self._name)
        return _Line(self._name, terms | {seen: 1}, tuple(self._stays(seen, SEEN)))

    def confirmed(self) -> _Line:
        """Return what makes the line count as confirmed; a new answer has to be so again."""
        lost: dict[Term, int] = dict.fromkeys(self._answers, -1) if self._node.confirmed else {}
        if self._is_alone:
            return self._alone(lost)
        kept, won = ("kept", self._name), ("won", self._name)
        terms = lost | {won: 1} | ({} if self._node.confirmed else {kept: 1})
        meaning = (
            *self._stays(kept, CONFIRMED),
            _implies(won, self._answers),
            _implies(won, self._records(self._name, CONFIRMED)),
        )
        return _Line(self._name, terms, meaning)

    def _alone(self, lost: Mapping[Term, int]) -> _Line:
        """Return the line whose own answer is all that it rests on: what is asked is said."""
        records = self._records(self._name, CONFIRMED)
        terms: dict[Term, int] = {**lost}
        terms |= dict.fromkeys(records, 1)
        only_after = bool(lost) or not self._rests_on
        meaning = [_implies(record, self._answers) for record in records] if only_after else []
        return _Line(self._name, terms, tuple(meaning))

    def _stays(self, term: Term, grades: Collection[Grade]) -> Iterator[Row]:
        """Yield when the evidence of an answer that stays is good enough."""
        if not self._rests_on:
            yield _implies(term, ())
            return
        yield _at_most_one((term, *self._answers))
        for fact in self._rests_on.values():
            if fact.grade not in grades:
                yield _implies(term, self._records(fact.criterion, grades))

    def _records(self, name: str, grades: Collection[Grade]) -> tuple[PathStep, ...]:
        return tuple(step for step in self._offer.records.get(name, ()) if step.grade in grades)


def _implies(term: Term, others: Iterable[Term]) -> Row:
    """Return that a term is taken only where one of the others is."""
    return Row(terms={term: -_ONE, **dict.fromkeys(others, _ONE)}, least=_NONE)


def _at_most_one(terms: Iterable[Term]) -> Row:
    return Row(terms=dict.fromkeys(terms, -_ONE), least=-_ONE)
