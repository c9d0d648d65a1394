"""One criterion for many employers: a code for each, and what every code adds to a score."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.model import (
    AnswerKind,
    Criterion,
    Missing,
    Reading,
    Rubric,
    Span,
    State,
)
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.points import choices_of
from jobquality.scoring.table.answers import CONFIRMED, Source
from jobquality.scoring.table.columns import Code
from jobquality.scoring.table.conditions import doubtful, figures_unmet, profile_unmet
from jobquality.scoring.table.measures import as_proofs, measured_steps, parts_proof
from jobquality.scoring.table.rows import words_of
from jobquality.scoring.table.steps import (
    Said,
    Steps,
    checklist_gives,
    coded_steps,
    number_steps,
)
from jobquality.scoring.table.terms import (
    Array,
    Block,
    Mask,
    Number,
    Run,
    Term,
    UnsupportedError,
    any_of,
)

_ONE, _NONE = Fraction(1), Fraction(0)
#: A range is held in whole millionths, up to a size at which a float still tells them apart.
_DIGITS, _MOST = 10**6, 10**8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one code means for the score; `high` is None where it is open above."""

    state: State
    low: Fraction = _NONE
    high: Fraction | None = _NONE
    value: Fraction | None = None
    answered: bool = False
    proof: int = 0
    doubt: bool = False

    @property
    def is_out(self) -> bool:
        """Whether the criterion does not apply."""
        return self.state is State.NA


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A criterion as terms. `codes` is None where one entry holds for everybody.

    `ranged` is what an answer adds to the points of its entry, where the answer is the points.
    """

    question: Criterion
    weight: Fraction
    codes: Term | None
    entries: tuple[Entry, ...]
    ranged: Number = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads criteria of one standard from one table. `when` goes before a criterion's own."""

    rubric: Rubric
    parameters: Parameters
    source: Source
    when: Missing | None

    def leaf(self, question: Criterion, weight: Fraction) -> Leaf:
        """Return a criterion.

        Raises:
            UnsupportedError: only the exact evaluator can read it.
        """
        steps = self._conditional(question, self._steps(question))
        ranged = self._ranged(question, steps)
        said, codes = steps.said, steps.codes
        entries = [self._entry(question, one) for one in said]
        if self.source.graded:
            codes = _graded(codes, self._proof(question))
            entries = [
                replace(one, proof=proof if one.answered else 0)
                for one in entries
                for proof in range(CONFIRMED + 1)
            ]
        leaf = Leaf(
            question=question, weight=weight, codes=codes, entries=tuple(entries), ranged=ranged
        )
        return _with_doubts(leaf)

    def _steps(self, question: Criterion) -> Steps:
        if question.kind is AnswerKind.NUMBER:
            if question.measure is not None:
                return measured_steps(question, question.measure, self.source)
            return number_steps(question, self.source)
        if question.kind is AnswerKind.CHECKLIST:
            return coded_steps(question, self.source, checklist_gives(question))
        return coded_steps(question, self.source, _choice_gives(question))

    def _ranged(self, question: Criterion, steps: Steps) -> Number:
        """Return the points of a range, which are the number itself."""
        numbers = self.source.numbers(question.id)
        if not isinstance(question.points, Span) or numbers is None or steps.codes is None:
            return _NONE
        is_answer = np.array([isinstance(one, Fraction) for one in steps.said])
        high = question.points.high
        bound = max(abs(question.points.low), _MOST if high is None else abs(high))
        if bound > _MOST:
            raise UnsupportedError
        return Term(
            run=_in_millionths(is_answer),
            inputs=(numbers, steps.codes),
            factor=Fraction(1, _DIGITS),
            bound=Fraction(bound),
        )

    def _proof(self, question: Criterion) -> Term | int:
        own = self.source.grades(question.id)
        if question.measure is None:
            return own
        parts = parts_proof(question.measure, self.source)
        settled = self._settled(question)
        return parts if settled is None else _either(settled, own, parts)

    def _settled(self, question: Criterion) -> Term | None:
        """Return for whom the figure that was given counts, and not its parts."""
        numbers, codes = self.source.numbers(question.id), self.source.codes(question.id)
        inputs = tuple(one for one in (numbers, codes) if one is not None)
        if not inputs:
            return None

        def run(_: Block, *arrays: Array) -> Array:
            given = ~np.isnan(arrays[0]) if numbers is not None else arrays[0] <= Code.NA
            return given | (arrays[1] <= Code.NA) if len(arrays) > 1 else given

        return Term(run=run, inputs=inputs)

    def _entry(self, question: Criterion, said: Said) -> Entry:
        if said is None:
            return Entry(state=State.MISSING, doubt=True)
        if isinstance(said, Fraction):
            return _answered(State.VALUE, said)
        return self._stated(question, said)

    def _stated(self, question: Criterion, code: Code) -> Entry:
        if code is Code.NA:
            return Entry(state=State.NA)
        if code is Code.NOT_OFFERED:
            if question.fewest is None:
                raise UnsupportedError
            scored = _answered(State.NOT_OFFERED, question.fewest)
            return replace(scored, doubt=self.rubric.lower_is_better)
        return self._open(question, code.state)

    def _open(self, question: Criterion, state: State) -> Entry:
        when = self.when or question.when
        fewest = question.fewest
        values = {
            Reading.OUT: None,
            Reading.ZERO: fewest,
            Reading.FULL: question.most,
            Reading.NOTHING: _NONE,
        }
        if fewest is None or when.of(state) not in values:
            raise UnsupportedError
        return Entry(state=state, low=fewest, high=question.most, value=values[when.of(state)])

    # Conditions.

    def _conditional(self, question: Criterion, steps: Steps) -> Steps:
        if not question.applies and not question.counts_from:
            return steps
        source = self.source
        by_profile = profile_unmet(question.applies, source, self.rubric, self.parameters)
        out = any_of([by_profile, figures_unmet(question.applies, source)])
        few = any_of(
            [
                profile_unmet(question.counts_from, source, self.rubric, self.parameters),
                figures_unmet(question.counts_from, source),
                doubtful(question.counts_from, source),
            ]
        )
        unsure = doubtful(question.applies, source)
        source.outs[question.id] = out
        if by_profile is not False and source.numbers(question.id) is None:
            _check_coded(question)
        return _where(
            steps, out=out, few=few, unsure=unsure, silent=(by_profile, self._own(question))
        )

    def _own(self, question: Criterion) -> Mask:
        """Return who gave a value as the answer itself, not as its parts."""
        numbers, codes = self.source.numbers(question.id), self.source.codes(question.id)
        if numbers is not None:
            return Term(run=lambda _, array: ~np.isnan(array), inputs=(numbers,))
        if codes is None:
            return False
        return Term(run=lambda _, array: array >= 0, inputs=(codes,))


def _check_coded(question: Criterion) -> None:
    if question.kind is AnswerKind.DATE:
        raise UnsupportedError


def _answered(state: State, points: Fraction) -> Entry:
    return Entry(state=state, low=points, high=points, value=points, answered=True)


def _choice_gives(question: Criterion) -> tuple[Fraction, ...]:
    gives = {choice.id: choice.gives for choice in choices_of(question)}
    words = words_of(question)
    if set(words) != set(gives):
        raise UnsupportedError
    return tuple(gives[word] for word in words)


def _in_millionths(is_answer: NDArray[np.bool_]) -> Run:
    def run(block: Block, numbers: Array, codes: Array) -> Array:
        mask = is_answer.take(codes)
        whole = np.rint(np.where(mask, numbers, 0) * _DIGITS)
        block.suspect(mask & ((whole / _DIGITS != numbers) | (np.abs(numbers) > _MOST)))
        return whole.astype(np.int64)

    return run


def _either(mask: Term, one: Term | int, other: Term | int) -> Term:
    inputs = (mask, as_proofs(one), as_proofs(other))

    def run(_: Block, chosen: Array, own: Array, parts: Array) -> Array:
        return own * chosen + parts * ~chosen

    return Term(run=run, inputs=inputs)


def _graded(codes: Term | None, proof: Term | int) -> Term:
    kinds = np.int16(CONFIRMED + 1)
    if codes is None:
        inputs = (proof,) if isinstance(proof, Term) else ()
        return Term(run=lambda block, *one: _filled(block, one, proof), inputs=inputs)
    if isinstance(proof, int):
        return Term(run=lambda _, array: array * kinds + np.int16(proof), inputs=(codes,))
    return Term(run=lambda _, array, other: array * kinds + other, inputs=(codes, proof))


def _filled(block: Block, given: Sequence[Array], proof: Term | int) -> Array:
    return given[0] if given else np.full(block.size, proof, dtype=np.int16)


def _with_doubts(leaf: Leaf) -> Leaf:
    """Let everybody be marked whose code only the exact evaluator can read."""
    doubts = np.array([one.doubt for one in leaf.entries])
    if not doubts.any():
        return leaf
    if leaf.codes is None:
        raise UnsupportedError

    def run(block: Block, codes: Array) -> Array:
        block.suspect(doubts.take(codes))
        return codes

    return replace(leaf, codes=Term(run=run, inputs=(leaf.codes,)))


def _where(steps: Steps, *, out: Mask, few: Mask, unsure: Mask, silent: tuple[Mask, Mask]) -> Steps:
    """Return the steps as they count: out where it does not apply, unknown where in doubt."""
    masks = [out, few, unsure]
    if not any(isinstance(mask, Term) for mask in masks):
        return steps
    said = (*steps.said, Code.UNKNOWN, Code.NA)
    is_value = np.array([isinstance(one, Fraction) for one in said])
    is_points = is_value | np.array([one is Code.NOT_OFFERED for one in said])
    inputs = [_codes(steps), *(_as_mask(one) for one in (*masks, *silent))]
    unknown = len(steps.said)

    def run(block: Block, *arrays: Array) -> Array:
        codes, gone, too_few, not_sure, by_profile, own = arrays
        block.suspect(by_profile & own)
        hidden = (too_few & is_value.take(codes)) | (not_sure & is_points.take(codes))
        found = codes.astype(np.int16)
        np.copyto(found, unknown, where=hidden)
        np.copyto(found, unknown + 1, where=gone)
        return found

    return Steps(codes=Term(run=run, inputs=tuple(inputs)), said=said)


def _codes(steps: Steps) -> Term:
    if steps.codes is not None:
        return steps.codes
    return Term(run=lambda block: np.zeros(block.size, dtype=np.int8))


def _as_mask(mask: Mask) -> Term:
    if isinstance(mask, Term):
        return mask
    return Term(run=lambda block: np.full(block.size, mask, dtype=np.bool_))
