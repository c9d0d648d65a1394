"""A score as a sum over steps, exactly, whatever its groups make of their children.

A mean or a sum adds up what its children add: how much a point of a child counts is read from
the fold itself. The lowest or highest of several, and a ladder, are no sums; but each line has
few answers, so they are written with terms that say "this node has at least so much", which
hold only where the answers below bring it. Such a term never says too much, and one that says
too little only hides a choice from itself: what can be reached stays the same.

All of it is written for one end of the score, with `sign` -1 where fewer points are better:
the lowest of several is then the highest of what is turned round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise

from jobquality.rubrics.model import Combine, Group
from jobquality.scoring.paths.evidence import Row, Term
from jobquality.scoring.paths.result import PathStep
from jobquality.scoring.refold import refolded_from
from jobquality.scoring.scorecard import NodeScore

_ONE, _NONE = Fraction(1), Fraction(0)
#: Ways to combine that only add up.
ADDING = (Combine.MEAN, Combine.SUM)
_TURNED = {Combine.MIN: Combine.MAX, Combine.MAX: Combine.MIN}
#: More different scores than this of one group are not written down one by one.
_MOST_SCORES = 60


class NotASumError(Exception):
    """A score that cannot be written as a sum over steps."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A number and what terms add to it; no term takes away."""

    start: Fraction
    terms: Mapping[Term, Fraction]

    def plus(self, other: "Sum", *, times: Fraction = _ONE) -> "Sum":
        """Return the sum of two, the other so many times."""
        terms = dict(self.terms)
        for term, one in other.terms.items():
            terms[term] = terms.get(term, _NONE) + one * times
        return Sum(self.start + other.start * times, terms)


_NOTHING = Sum(_NONE, {})


@dataclass(slots=True, kw_only=True)
class Writer:
    """Writes nodes as sums; `meaning` gathers what the terms of its own mean.

    `sign` says which end is looked at, `is_along` that a better answer never hurts there.
    """

    steps: Mapping[str, tuple[PathStep, ...]]
    sign: int
    is_along: bool
    meaning: list[Row] = field(default_factory=list)
    _sums: dict[str, Sum] = field(default_factory=dict)
    _named: set[Term] = field(default_factory=set)

    def rows_of(self, node: NodeScore, least: Fraction, *, is_strict: bool) -> Iterator[Row]:
        """Yield that a score comes to `least`: of the lowest of several, that each does.

        `least` is turned round where fewer points are better.

        Raises:
            NotASumError: the score cannot be written as a sum.
        """
        if self._combine(node) is Combine.MIN:
            for child in _counted(node):
                yield from self.rows_of(child, least, is_strict=is_strict)
            return
        written = self.sum_of(node)
        yield Row(terms=written.terms, least=least - written.start, is_strict=is_strict)

    def sum_of(self, node: NodeScore) -> Sum:
        """Return a score as a sum.

        Raises:
            NotASumError: it cannot be written so.
        """
        if node.id not in self._sums:
            self._sums[node.id] = self._written(node)
        return self._sums[node.id]

    def _written(self, node: NodeScore) -> Sum:
        combine = self._combine(node)
        if combine is None:
            return self._line(node)
        if combine in ADDING:
            return self._added(node)
        if not self.is_along:
            raise NotASumError
        return self._climbed(node) if combine is Combine.LADDER else self._in_steps(node)

    def _combine(self, node: NodeScore) -> Combine | None:
        """Return how a node combines, seen from the end that is looked at."""
        if not isinstance(node.node, Group):
            return None
        combine = node.node.combine
        return _TURNED.get(combine, combine) if self.sign < 0 else combine

    def _end(self, node: NodeScore) -> Fraction:
        end = node.low if self.sign > 0 else node.high
        if end is None:
            raise NotASumError
        return self.sign * end

    def _line(self, node: NodeScore) -> Sum:
        now = self._end(node)
        gains: dict[Term, Fraction] = {
            step: self._gives(step) - now for step in self.steps.get(node.id, ())
        }
        return Sum(now, {step: gain for step, gain in gains.items() if gain})

    def _gives(self, step: PathStep) -> Fraction:
        return self.sign * step.step.gives if step.step is not None else _NONE

    def _added(self, node: NodeScore) -> Sum:
        found = Sum(self._end(node), {})
        for child in _counted(node):
            one = self.sum_of(child)
            # The start of the node has that of its children in it already.
            found = found.plus(Sum(_NONE, one.terms), times=self._rate(node, child))
        return found

    def _rate(self, node: NodeScore, child: NodeScore) -> Fraction:
        """Return what one point of a child adds, as the fold says."""
        more = _with_one_more(child, self.sign)
        children = tuple(more if one is child else one for one in node.children)
        after = refolded_from(node, children)
        return abs(self._end(after) - self._end(node))

    def _in_steps(self, node: NodeScore) -> Sum:
        """Return the lowest or highest of several: each score it can have, one by one."""
        scores = self._scores(node)
        found = Sum(scores[0], {})
        for lower, score in pairwise(scores):
            found = found.plus(self._has(node, score), times=score - lower)
        return found

    def _climbed(self, node: NodeScore) -> Sum:
        """Return a ladder: a rung adds what it has where all before it are complete."""
        found, before = _NOTHING, Sum(_ONE, {})
        for rung in _counted(node):
            scores = self._scores(rung)
            if self.sign < 0 or rung.most is None or scores[0] < 0:
                raise NotASumError
            for lower, score in pairwise(dict.fromkeys((_NONE, *scores))):
                found = found.plus(self._both(before, rung, score), times=score - lower)
            before = self._both(before, rung, rung.most)
        return found

    def _both(self, before: Sum, rung: NodeScore, score: Fraction) -> Sum:
        """Return that a rung has so much, and those before it are complete."""
        return self._where(before, self._has(rung, score), what=f"{rung.id} climbs {score}")

    def _scores(self, node: NodeScore) -> list[Fraction]:
        """Return every score that a node can have, from the present one up."""
        if isinstance(node.node, Group):
            if self._combine(node) in (*ADDING, Combine.LADDER):
                raise NotASumError
            found = {score for child in _counted(node) for score in self._scores(child)}
        else:
            found = {self._end(node), *map(self._gives, self.steps.get(node.id, ()))}
        scores = sorted(score for score in found if score >= self._end(node))
        if len(scores) > _MOST_SCORES:
            raise NotASumError
        return scores

    def _has(self, node: NodeScore, score: Fraction) -> Sum:
        """Return 1 where a node has at least so much, else 0 (or less than 1 in all)."""
        if self._end(node) >= score:
            return Sum(_ONE, {})
        if not isinstance(node.node, Group):
            steps = self.steps.get(node.id, ())
            return Sum(_NONE, {step: _ONE for step in steps if self._gives(step) >= score})
        several = [self._has(child, score) for child in _counted(node)]
        what = f"{node.id} has {score}"
        if self._combine(node) is Combine.MIN:
            return self._where(*several, what=what)
        found = _NOTHING
        for one in several:
            found = found.plus(one)
        return self._where(found, what=what)

    def _where(self, *sums: Sum, what: str) -> Sum:
        """Return a term that holds only where each of some sums comes to 1."""
        open_ones = [one for one in sums if one.start < 1]
        if not open_ones:
            return Sum(_ONE, {})
        if any(not one.terms for one in open_ones):
            return _NOTHING
        term: Term = ("so", what)
        if term not in self._named:
            self._named.add(term)
            rows = (Row(terms={**one.terms, term: -_ONE}, least=_NONE) for one in open_ones)
            self.meaning.extend(rows)
        return Sum(_NONE, {term: _ONE})


def _with_one_more(node: NodeScore, sign: int) -> NodeScore:
    """Return a node with one point more at one end."""
    if sign > 0:
        return replace(node, low=None if node.low is None else node.low + 1)
    return replace(node, high=None if node.high is None else node.high + 1)


def _counted(node: NodeScore) -> list[NodeScore]:
    return [child for child in node.children if not child.is_out]
