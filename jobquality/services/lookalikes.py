"""Employers that a name may already mean: held against every name that each has or had.

Source: the threat that an employer hides behind a renamed or doubled record, or takes the
record of a good one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jobquality.errors import Fault
from jobquality.services.likeness import is_close, look_key, name_key
from jobquality.store.database import Session
from jobquality.store.employers import Employer, list_employers
from jobquality.store.names import list_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalikes:
    """The employers that a name may already mean: one it is, and those that are close.

    `known_as` is the name of `same` that looks the same; it may be a former one.
    """

    same: Employer | None = None
    known_as: str = ""
    close: tuple[Employer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An employer with every name that it has or had, its own first."""

    employer: Employer
    names: tuple[str, ...]
    looks: frozenset[str] = field(default_factory=frozenset)


def list_named(session: Session) -> tuple[Named, ...]:
    """Return every employer with all of its names, by name."""
    further: dict[str, list[str]] = {}
    for one in list_names(session):
        further.setdefault(one.employer_id, []).append(one.text)
    return tuple(_named(one, further) for one in list_employers(session))


def find_lookalikes(session: Session, name: str, *, but: str = "") -> Lookalikes:
    """Return the employers that may be meant by `name`; `but` is the id of its own."""
    return _lookalikes(name, [one for one in list_named(session) if one.employer.id != but])


def find_name_faults(
    session: Session, names: Mapping[str, str], *, but: str, is_another: bool
) -> Iterator[Fault]:
    """Yield what stands against the names that somebody gives an employer, by field.

    The first field is the name by which it is known: nobody else's name, legal, trade or
    former, may look the same. A further name that somebody else has is asked about: two
    restaurants may well belong to one company.
    """
    others = [one for one in list_named(session) if one.employer.id != but]
    for number, (where, name) in enumerate(names.items()):
        found = _lookalikes(name, others)
        if found.same is not None and number == 0:
            yield _same_fault(found.same, found.known_as, where)
        elif _meant(found) and not is_another:
            yield _close_fault(_meant(found), where)


def _lookalikes(name: str, others: Iterable[Named]) -> Lookalikes:
    look, key = look_key(name), name_key(name)
    known = tuple(others)
    same = next((one for one in known if look in one.looks), None)
    close = tuple(one.employer for one in known if one is not same and _is_close(key, one))
    if same is None:
        return Lookalikes(close=close)
    known_as = next(one for one in same.names if look_key(one) == look)
    return Lookalikes(same=same.employer, known_as=known_as, close=close)


def _named(employer: Employer, further: Mapping[str, list[str]]) -> Named:
    names = (employer.name, employer.legal_name, *further.get(employer.id, ()))
    told = tuple(dict.fromkeys(one for one in names if name_key(one)))
    looks = frozenset(look_key(one) for one in told)
    return Named(employer=employer, names=told, looks=looks)


def _is_close(key: str, other: Named) -> bool:
    return any(is_close(key, name_key(one)) for one in other.names)


def _meant(found: Lookalikes) -> tuple[Employer, ...]:
    return (*((found.same,) if found.same else ()), *found.close)


def _same_fault(same: Employer, known_as: str, where: str) -> Fault:
    also = "" if known_as == same.name else f" (also known as {known_as})"
    return Fault(
        message=f"There is an employer whose name looks the same: {same.name}{also}.",
        where=where,
        remedy="Open that one; or tell yours apart: add the street or the town to its name.",
    )


def _close_fault(close: Iterable[Employer], where: str) -> Fault:
    names = ", ".join(one.name for one in close)
    return Fault(
        message=f"Is it one of these? {names}.",
        where=where,
        remedy="Open that one; or say below that yours is another employer.",
    )
