"""Employers that may be one and the same: by names, addresses, websites and numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from jobquality.access.actors import Action, Actor, check_may
from jobquality.services.addresses import address_key, street_key
from jobquality.services.events import EventKind, note
from jobquality.services.likeness import look_key, name_key
from jobquality.services.lookalikes import Named, list_named
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment, get_employer, list_establishments
from jobquality.store.mergers import add_different, list_different

#: How much of two names is the same, in percent: alone, and where an address is the same too.
_ALIKE, _ALIKE_THERE = 88, 60
#: Where whole companies keep their pages: the host says nothing of who it is.
_SHARED_HOSTS = (
    "facebook.com", "instagram.com", "google.com", "yelp.com", "linktr.ee", "x.com",
    "square.site", "toasttab.com", "doordash.com", "ubereats.com", "grubhub.com",
)  # fmt: skip


class Reason(StrEnum):
    """Why two employers may be one."""

    NUMBER = "number"
    ADDRESS = "address"
    STREET = "street"
    WEBSITE = "website"
    LEGAL = "legal"
    SAME_NAME = "same_name"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two employers that may be one, and why; the strongest reason first."""

    first: Employer
    second: Employer
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traits:
    """What tells an employer, as it is compared."""

    employer: Employer
    keys: tuple[str, ...]
    looks: frozenset[str]
    addresses: frozenset[str]
    streets: frozenset[str]
    host: str
    number: str
    legal: str


def find_pairs(session: Session) -> tuple[Pair, ...]:
    """Return the pairs of the organization that may be one employer, the likeliest first.

    Pairs that somebody called not the same are left out, and so are a brand and its operators.
    """
    sites: dict[str, list[Establishment]] = {}
    for one in list_establishments(session):
        sites.setdefault(one.employer_id, []).append(one)
    traits = [_traits(one, sites.get(one.employer.id, ())) for one in list_named(session)]
    different = list_different(session)
    found = (_pair(*two) for two in combinations(traits, 2) if not _is_known(two, different))
    pairs = [one for one in found if one is not None]
    return tuple(sorted(pairs, key=lambda one: (-len(one.reasons), one.first.name)))


def call_different(session: Session, actor: Actor, pair: tuple[str, str], *, at: datetime) -> None:
    """Remember that two employers are not the same, so that nobody is asked again.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: one of them does not exist.
    """
    check_may(actor, Action.ASSESS)
    for employer_id in pair:
        get_employer(session, employer_id)
    add_different(session, pair, organization_id=actor.organization_id, by=actor.person_id, at=at)
    note(session, actor, EventKind.CALLED_DIFFERENT, pair[0], at=at)


def _pair(first: _Traits, second: _Traits) -> Pair | None:
    reasons = tuple(_reasons(first, second))
    if not reasons or reasons == (Reason.LEGAL,):
        # Two restaurants of one company are two employers to those who work there.
        return None
    return Pair(first=first.employer, second=second.employer, reasons=reasons)


def _reasons(first: _Traits, second: _Traits) -> Iterator[Reason]:
    alike = _alike(first.keys, second.keys)
    is_there = alike >= _ALIKE_THERE and bool(first.addresses & second.addresses)
    is_near = alike >= _ALIKE_THERE and bool(first.streets & second.streets)
    looks_same = bool(first.looks & second.looks)
    found: dict[Reason, bool] = {
        Reason.NUMBER: bool(first.number) and first.number == second.number,
        Reason.ADDRESS: is_there,
        Reason.STREET: is_near and not is_there,
        Reason.WEBSITE: bool(first.host) and first.host == second.host,
        Reason.LEGAL: bool(first.legal) and first.legal == second.legal,
        Reason.SAME_NAME: looks_same,
        Reason.NAME: alike >= _ALIKE and not looks_same,
    }
    yield from (reason for reason, holds in found.items() if holds)


def _alike(first: Iterable[str], second: tuple[str, ...]) -> float:
    return max(
        (max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) for a in first for b in second),
        default=0.0,
    )


def _traits(named: Named, sites: Iterable[Establishment]) -> _Traits:
    employer = named.employer
    written = [one.address for one in sites if one.address]
    return _Traits(
        employer=employer,
        keys=tuple(name_key(one) for one in named.names if one != employer.legal_name),
        looks=frozenset(look_key(one) for one in named.names if one != employer.legal_name),
        addresses=frozenset(filter(None, (address_key(one) for one in written))),
        streets=frozenset(filter(None, (street_key(one) for one in written))),
        host=_host(employer.website),
        number=name_key(employer.registration).replace(" ", ""),
        legal=look_key(employer.legal_name) if employer.legal_name else "",
    )


def _host(website: str) -> str:
    host = (urlsplit(website).hostname or "").removeprefix("www.")
    return "" if host.endswith(_SHARED_HOSTS) else host


def _is_known(two: tuple[_Traits, _Traits], different: frozenset[tuple[str, str]]) -> bool:
    first, second = (one.employer for one in two)
    pair = (min(first.id, second.id), max(first.id, second.id))
    is_brand = first.brand_id == second.id or second.brand_id == first.id
    are_of_one_brand = first.brand_id is not None and first.brand_id == second.brand_id
    return pair in different or is_brand or are_of_one_brand
