"""Dated figures for many employers: looked up once for every situation there is.

A situation is what a look-up depends on: the place, the day, and which limits of the rows an
employer meets. A million employers stand in a few hundred of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from jobquality.rubrics.parameters import Found, NoFigureError, Parameters
from jobquality.rubrics.rows import SECTOR, Limit
from jobquality.rubrics.units import read_number
from jobquality.scoring.table.columns import Columns

_PLACE = "place"
#: Up to so many more codes than employers, a table of all codes is quicker than sorting.
_SMALL = 2**16
Places = NDArray[np.signedinteger]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situations:
    """`codes` tells which situation each employer is in; each has a profile and a day."""

    codes: Places
    profiles: tuple[dict[str, str], ...]
    days: tuple[date, ...]
    parameters: Parameters
    _found: dict[str, tuple[Found | None, ...]] = field(default_factory=dict)

    def values(self, name: str) -> tuple[Fraction | None, ...]:
        """Return a dated figure for every situation; None where no row fits."""
        return tuple(one.row.value if one else None for one in self.found(name))

    def found(self, name: str) -> tuple[Found | None, ...]:
        """Return what was found for every situation; None where no row fits."""
        if name not in self._found:
            pairs = zip(self.profiles, self.days, strict=True)
            self._found[name] = tuple(self._look_up(name, profile, on) for profile, on in pairs)
        return self._found[name]

    def _look_up(self, name: str, profile: dict[str, str], on: date) -> Found | None:
        try:
            return self.parameters.look_up(name, profile=profile, on=on)
        except NoFigureError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aspect:
    """One thing that a look-up depends on: the kind of each employer, and an example of each."""

    kinds: Places
    examples: tuple[object, ...]


def situations_of(columns: Columns, parameters: Parameters, names: Sequence[str]) -> Situations:
    """Return the situations of everybody, for the parameters of these names."""
    rows = [row for name in names for row in parameters.by_id[name].rows]
    limits = {limit for row in rows for limit in row.limits}
    asked = dict.fromkeys([_PLACE, *sorted({limit.name for limit in limits})])
    by_name = {
        name: _aspect(columns, name, [limit for limit in limits if limit.name == name])
        for name in asked
    }
    days = _days(columns)
    codes, found = _parted([days, *by_name.values()], columns.size)
    return Situations(
        codes=codes,
        profiles=tuple(_profile(asked, examples) for _, *examples in found),
        days=tuple(day for day, *_ in found if isinstance(day, date)),
        parameters=parameters,
    )


def _profile(names: Iterable[str], examples: Sequence[object]) -> dict[str, str]:
    pairs = zip(names, examples, strict=True)
    return {name: text for name, text in pairs if isinstance(text, str) and text}


def _days(columns: Columns) -> _Aspect:
    if isinstance(columns.on, date):
        return _Aspect(kinds=np.zeros(1, dtype=np.int8), examples=(columns.on,))
    days, kinds = np.unique(columns.on.astype("datetime64[D]"), return_inverse=True)
    return _Aspect(kinds=kinds.astype(np.int32), examples=tuple(day.item() for day in days))


def _aspect(columns: Columns, name: str, limits: list[Limit]) -> _Aspect:
    """Return what a look-up can tell apart of one profile fact."""
    if name not in columns.profile:
        return _Aspect(kinds=np.zeros(1, dtype=np.int8), examples=("",))
    named = columns.profile[name]
    texts = ("", *named.names)
    kinds: dict[object, int] = {}
    table = [kinds.setdefault(_key(name, text, limits), len(kinds)) for text in texts]
    examples = tuple(texts[table.index(kind)] for kind in range(len(kinds)))
    if table == list(range(len(texts))):
        return _Aspect(kinds=named.codes + 1, examples=examples)
    codes = np.array(table, dtype=np.int32)[named.codes.astype(np.int32) + 1]
    return _Aspect(kinds=codes, examples=examples)


def _key(name: str, text: str, limits: list[Limit]) -> object:
    if name == _PLACE:
        return text
    return tuple(_met(limit)(text) for limit in limits)


def _met(limit: Limit) -> Callable[[str], bool | None]:
    """Return how a look-up holds a profile fact against a limit; None where it cannot."""
    if limit.name == SECTOR:
        return lambda text: text.startswith(limit.equals)
    least = limit.at_least
    if least is None:
        return lambda text: text == limit.equals
    return lambda text: None if (number := read_number(text)) is None else number >= least


def _parted(aspects: Sequence[_Aspect], size: int) -> tuple[Places, list[tuple[object, ...]]]:
    """Return the situation of each employer, and what is found in each situation."""
    differing = [one for one in aspects if len(one.examples) > 1]
    if len(differing) <= 1:
        codes = differing[0].kinds if differing else np.zeros(size, dtype=np.int8)
        return codes, list(product(*(one.examples for one in aspects)))
    both = np.zeros(size, dtype=np.int64)
    for one in aspects:
        both *= len(one.examples)
        both += one.kinds
    present, codes = _compact(both, prod(len(one.examples) for one in aspects))
    return codes, [_found(aspects, code) for code in present]


def _compact(codes: Places, span: int) -> tuple[list[int], Places]:
    """Number the codes that occur from 0 on."""
    if span > codes.size + _SMALL:
        present, numbered = np.unique(codes, return_inverse=True)
        return present.tolist(), numbered.astype(np.int32)
    occurs = np.zeros(span, dtype=np.bool_)
    occurs[codes] = True
    table = np.cumsum(occurs, dtype=np.int32)
    table -= 1
    return np.flatnonzero(occurs).tolist(), table[codes]


def _found(aspects: Sequence[_Aspect], code: int) -> tuple[object, ...]:
    found: list[object] = []
    for one in reversed(aspects):
        code, kind = divmod(code, len(one.examples))
        found.append(one.examples[kind])
    return tuple(reversed(found))
