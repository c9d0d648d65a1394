"""What a chain itself says of all that stands beside it: names, mergers, the house, certificates.

The first act of `StoodBeside` carries what stood there at its time; whatever changed afterwards
is an act of its own. What was before that one was never signed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from jobquality.ledger.acts import (
    Called,
    FactsChanged,
    House,
    HouseChanged,
    IdentityChanged,
    Later,
    Merged,
    StatusChanged,
    StoodKnown,
    Worth,
    called_of,
)
from jobquality.ledger.audit import Audit, Published, Wrong
from jobquality.ledger.known import brands_of

_VALID = "valid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What has to stand beside a chain now; each with the number of the entry that says so.

    `others` are the numbers of entries that say another name than the chain said before.
    """

    house: House
    house_by: int
    employers: Mapping[str, tuple[int, Called]]
    worth: Mapping[str, tuple[int, Worth]]
    others: tuple[int, ...]


def beside_of(found: Audit) -> Beside | None:
    """Return what has to stand beside a chain; None before any entry of it says so."""
    first = found.said.beside
    if first is None:
        return None
    walk = _Walk(
        house=(first.number, first.house),
        employers={one.employer: (first.number, one) for one in first.employers},
        worth={one.certificate: (first.number, one) for one in first.certificates},
        published={one.employer_id for one in found.published if one.number < first.number},
        brands=brands_of(found.said),
    )
    for one in _since(found, first.number):
        walk.take(one)
    for name, body in found.certificates.items():
        made = Worth(certificate=name, status=_VALID, reason="")
        walk.worth.setdefault(name, (body.number, made))
    return Beside(
        house=walk.house[1],
        house_by=walk.house[0],
        employers=walk.employers,
        worth=walk.worth,
        others=tuple(walk.others),
    )


def find_other_names(found: Audit) -> Iterator[Wrong]:
    """Yield each entry that calls an employer otherwise than the chain did before it."""
    beside = beside_of(found)
    for number in beside.others if beside else ():
        message = "It calls the employer otherwise than the chain did before; no entry renamed it."
        yield Wrong(number=number, message=message)


def _since(found: Audit, number: int) -> list[Published | Later | StoodKnown]:
    """Return what was published and changed after an entry, in the order of the chain."""
    known = (found.said.known,) if found.said.known else ()
    both = (*found.published, *found.said.later, *known)
    return sorted((one for one in both if one.number > number), key=lambda one: one.number)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """What stands beside a chain on the way through it."""

    house: tuple[int, House]
    employers: dict[str, tuple[int, Called]]
    worth: dict[str, tuple[int, Worth]]
    published: set[str]
    brands: frozenset[str]
    others: list[int] = field(default_factory=list)

    def take(self, one: Published | Later | StoodKnown) -> None:
        number = one.number
        if isinstance(one, Published):
            self._publish(one)
        elif isinstance(one, StoodKnown):
            for brand in one.brands:
                self.employers.setdefault(brand.employer, (number, brand))
        elif isinstance(one, IdentityChanged):
            self._rename(one)
        elif isinstance(one, Merged):
            self._merge(one)
        else:
            self._take_rest(one)

    def _take_rest(self, one: HouseChanged | StatusChanged | FactsChanged) -> None:
        if isinstance(one, HouseChanged):
            self.house = one.number, one.house
        elif isinstance(one, StatusChanged):
            self._value(one)

    def _rename(self, one: IdentityChanged) -> None:
        known = self.employers.get(one.employer, (0, None))[1]
        into = known.merged_into if known else ""
        called = Called(employer=one.employer, called=one.called, merged_into=into)
        self.employers[one.employer] = one.number, called

    def _value(self, one: StatusChanged) -> None:
        worth = Worth(certificate=one.certificate, status=one.status, reason=one.reason)
        self.worth[one.certificate] = one.number, worth

    def _publish(self, one: Published) -> None:
        self.published.add(one.employer_id)
        self._call(one.number, one.employer_id, called_of(one.employer_id, one.name, one.slug))

    def _call(self, number: int, employer: str, called: str) -> None:
        """Take the name of a record that is not to be a new one."""
        known = self.employers.get(employer)
        if known is None:
            one = Called(employer=employer, called=called, merged_into="")
            self.employers[employer] = number, one
        elif known[1].called != called:
            self.others.append(number)

    def _merge(self, one: Merged) -> None:
        self._call(one.number, one.kept, one.called)
        for record in one.records:
            if record in self.employers:
                # Undone, what came along with a record is a part of that one again.
                back = "" if record == one.merged else one.merged
                into = back if one.is_undone else one.kept
                called = replace(self.employers[record][1], merged_into=into)
                self.employers[record] = one.number, called
        if one.is_undone and not self._is_public(one.kept):
            # Nothing is published of it any more, so one person alone may rename it again.
            del self.employers[one.kept]

    def _is_public(self, record: str) -> bool:
        parts = (one.merged_into for _, one in self.employers.values())
        return record in self.published or record in self.brands or record in parts
