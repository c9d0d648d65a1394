"""Sums over criteria with one look-up for many of them, and one addition for every figure.

What a code adds to each figure of a group stands in one whole number: the weighted points
for the low end in its lowest bits, those for the high end in the next, and so on. The codes
of neighbouring criteria become one code, so that one look-up adds what several criteria give.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import lcm, prod

import numpy as np
from numpy.typing import NDArray

from jobquality.scoring.table.leaves import Leaf
from jobquality.scoring.table.terms import Array, Block, Number, Run, Term, UnsupportedError

#: A table of so many entries stays in the fastest memory.
_MOST_ENTRIES = 4096
_MOST_BITS = 62
#: What each code of each criterion adds, in whole parts of one.
Adds = tuple[int, tuple[tuple[int, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    """One figure in a word: shifted there by `shift`; `start` is what everybody has."""

    adds: tuple[tuple[int, ...], ...]
    shift: int
    bits: int
    start: int
    scale: int


@dataclass(slots=True)
class Tally:
    """The sums of a group over its criteria; `leaves` are those with codes."""

    leaves: tuple[Leaf, ...]
    _words: list[tuple[list[_Packed], list[int]]] = field(default_factory=list)
    _wanted: dict[Adds, tuple[int, _Packed]] = field(default_factory=dict)
    _terms: dict[int, Term] = field(default_factory=dict)
    _numbers: dict[Adds, Number] = field(default_factory=dict)

    def want(self, adds: Sequence[Sequence[Fraction]]) -> "Wanted":
        """Ask for a sum: for each criterion, what each of its codes adds."""
        scale = lcm(*(number.denominator for one in adds for number in one))
        whole = tuple(tuple(_whole(number, scale) for number in one) for one in adds)
        key = (scale, whole)
        if key not in self._wanted and any(len(set(one)) > 1 for one in whole):
            self._wanted[key] = self._pack(scale, whole)
        return Wanted(tally=self, key=key)

    def _pack(self, scale: int, whole: Sequence[Sequence[int]]) -> tuple[int, _Packed]:
        least = [min(one) for one in whole]
        above = tuple(
            tuple(number - low for number in one) for one, low in zip(whole, least, strict=True)
        )
        bits = sum(max(one) for one in above).bit_length()
        if bits > _MOST_BITS:
            raise UnsupportedError
        at = next(
            (i for i, (_, used) in enumerate(self._words) if used[0] + bits <= _MOST_BITS), -1
        )
        if at < 0:
            at = len(self._words)
            self._words.append(([], [0]))
        fields, used = self._words[at]
        packed = _Packed(adds=above, shift=used[0], bits=bits, start=sum(least), scale=scale)
        fields.append(packed)
        used[0] += bits
        return at, packed

    def number(self, key: Adds) -> Number:
        """Return a sum that was asked for; ask for all of them before."""
        if key not in self._wanted:
            scale, whole = key
            return Fraction(sum(one[0] for one in whole), scale)
        if key not in self._numbers:
            at, packed = self._wanted[key]
            self._numbers[key] = self._unpacked(self._word(at), packed, self._words[at][0])
        return self._numbers[key]

    def _unpacked(self, word: Term, packed: _Packed, beside: list[_Packed]) -> Term:
        most = sum(max(one) for one in packed.adds)
        bound = max(abs(packed.start), abs(packed.start + most))
        return Term(
            run=_unpacking(packed, is_last=packed is beside[-1]),
            inputs=(word,),
            factor=Fraction(1, packed.scale),
            bound=Fraction(bound, packed.scale),
        )

    def _word(self, at: int) -> Term:
        if at not in self._terms:
            fields, _ = self._words[at]
            tables = [_table(fields, place) for place in range(len(self.leaves))]
            self._terms[at] = _looked_up(self.leaves, tables)
        return self._terms[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A sum that was asked for."""

    tally: Tally
    key: Adds

    @property
    def number(self) -> Number:
        """The sum; only once every other one has been asked for."""
        return self.tally.number(self.key)


def _whole(number: Fraction, scale: int) -> int:
    return number.numerator * (scale // number.denominator)


def _table(fields: Sequence[_Packed], place: int) -> NDArray[np.int64]:
    rows = zip(*(one.adds[place] for one in fields), strict=True)
    shifts = [one.shift for one in fields]
    words = [sum(add << shift for add, shift in zip(row, shifts, strict=True)) for row in rows]
    return np.array(words, dtype=np.int64)


def _unpacking(packed: _Packed, *, is_last: bool) -> Run:
    shift, mask, start = packed.shift, (1 << packed.bits) - 1, packed.start

    def run(_: Block, word: Array) -> Array:
        found = np.right_shift(word, shift) if shift else word
        if not is_last:
            found = np.bitwise_and(found, mask)
        return found + start if start else found

    return run


def _looked_up(leaves: Sequence[Leaf], tables: Sequence[NDArray[np.int64]]) -> Term:
    """Return the words of everybody: one look-up for each batch of criteria."""
    batches = _batches(leaves)
    joined = [_joined([tables[place] for place in batch]) for batch in batches]
    sizes = [[len(leaves[place].entries) for place in batch] for batch in batches]
    places = [place for batch in batches for place in batch]
    inputs = tuple(term for place in places if (term := leaves[place].codes) is not None)

    def run(block: Block, *codes: Array) -> Array:
        left = iter(codes)
        total = np.empty(block.size, dtype=np.int64)
        more = np.empty(block.size, dtype=np.int64) if len(joined) > 1 else total
        for batch, (table, radix) in enumerate(zip(joined, sizes, strict=True)):
            code = _joint([next(left) for _ in radix], radix)
            table.take(code, out=more if batch else total, mode="clip")
            if batch:
                total += more
        return total

    return Term(run=run, inputs=inputs)


def _joint(codes: Sequence[Array], sizes: Sequence[int]) -> Array:
    if len(codes) == 1:
        return codes[0]
    joint = codes[0].astype(np.int16)
    for code, size in zip(codes[1:], sizes[1:], strict=True):
        joint *= np.int16(size)
        joint += code
    return joint


def _joined(tables: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return reduce(lambda one, more: (one[:, None] + more).ravel(), tables)


def _batches(leaves: Sequence[Leaf]) -> list[list[int]]:
    """Return which criteria are looked up together: as few batches as fit, small ones first."""
    sizes = [len(leaf.entries) for leaf in leaves]
    batches: list[list[int]] = []
    for place in sorted(range(len(leaves)), key=lambda one: -sizes[one]):
        for batch in batches:
            if sizes[place] * prod(sizes[one] for one in batch) <= _MOST_ENTRIES:
                batch.append(place)
                break
        else:
            batches.append([place])
    return batches
