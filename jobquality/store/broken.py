"""The last wall before the database: no row holds what one of the two databases cannot keep.

PostgreSQL refuses a NUL inside a text, a text that is longer than its column and a number that
is larger; SQLite keeps all three. Half of a broken character fits into neither. Forms and bodies
say so at the field; this is for the field that somebody forgot.
"""

import re
from collections.abc import Iterator
from functools import cache

from sqlalchemy import BigInteger, Integer, String, event, inspect
from sqlalchemy.orm import Mapper, Session, UOWTransaction
from sqlalchemy.types import TypeEngine

from jobquality.errors import Fault, FaultsError

_BROKEN = re.compile(r"[\x00\ud800-\udfff]")
#: The largest numbers of the columns of PostgreSQL, which SQLite does not know.
_LARGEST, _LARGEST_OF_BIG = 2**31 - 1, 2**63 - 1


@event.listens_for(Session, "before_flush")
def _refuse(session: Session, _context: UOWTransaction, _instances: object) -> None:
    for row in (*session.new, *session.dirty):
        faults = tuple(_find_faults(row))
        if faults:
            raise FaultsError(faults)


def _find_faults(row: object) -> Iterator[Fault]:
    limits = _limits_of(inspect(row).mapper)
    for name, value in vars(row).items():
        if isinstance(value, str):
            yield from _faults_of_text(value, limits.get(name))
        elif isinstance(value, int) and abs(value) > limits.get(name, _LARGEST_OF_BIG):
            yield Fault(message="A number is too large.", remedy="Give a smaller one.")


def _faults_of_text(text: str, longest: int | None) -> Iterator[Fault]:
    if _BROKEN.search(text):
        message = "A text holds a control character or half of a broken one."
        yield Fault(message=message, remedy="Delete it, then send it again.")
    if longest is not None and len(text) > longest:
        message = f"A text has {len(text):,} characters; no more than {longest:,} can be kept."
        yield Fault(message=message, remedy="Shorten it, then send it again.")


@cache
def _limits_of(kind: Mapper[object]) -> dict[str, int]:
    """Return for each field the most characters, or the largest number, that its column keeps."""
    columns = {one.key: one.columns[0].type for one in kind.column_attrs}
    found = {name: _limit_of(type_) for name, type_ in columns.items()}
    return {name: limit for name, limit in found.items() if limit is not None}


def _limit_of(type_: TypeEngine[object]) -> int | None:
    if isinstance(type_, String):
        return type_.length
    if isinstance(type_, BigInteger):
        return _LARGEST_OF_BIG
    return _LARGEST if isinstance(type_, Integer) else None
