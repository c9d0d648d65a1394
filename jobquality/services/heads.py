"""The heads of a chain day by day, and which key signed when: for everybody to keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from zoneinfo import ZoneInfo

from jobquality.ledger.acts import ActKind, MarksRenewed
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.chain import hash_of_link
from jobquality.services.amends import read_act
from jobquality.services.chainkeys import list_chain_keys, list_changes
from jobquality.services.public_ledgers import of_slug
from jobquality.services.whole import find_whole
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.organizations import Organization
from jobquality.store.publications import Entry, list_entries
from jobquality.store.standards import OwnEdition, list_own
from jobquality.store.witnesses import list_witnesses


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHead:
    """The head at the end of a day on which something was added; the last may still move."""

    day: date
    number: int
    hash: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedKey:
    """A key, since when it signs, until when (None: it does now), and why it was changed."""

    key_id: str
    public_key: str
    first: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What everybody may see: heads, the newest first, and keys, the oldest first.

    `standards` are the organization's own, without which its scores cannot be worked out.
    `renewed` are the times when the key of accounts and links was gone.
    """

    organization: Organization
    heads: tuple[DayHead, ...]
    keys: tuple[DatedKey, ...]
    witnesses: int
    standards: tuple[OwnEdition, ...]
    renewed: tuple[MarksRenewed, ...] = ()

    @property
    def name_of_newest(self) -> str:
        """The newest head as `verify --head` takes it; empty where nothing was published."""
        return self.name_of(self.heads[0]) if self.heads else ""

    def name_of(self, head: DayHead) -> str:
        """Return a head as `verify --head` takes it."""
        return f"{self.organization.slug}:{head.number}:{head.hash}"


def read_heads(session: Session, slug: str) -> Heads:
    """Return the heads of an organization; the session belongs to everybody.

    Raises:
        NotFoundError: there is none of that public name.
    """
    organization = of_slug(session, slug)
    entries = list_entries(session, organization.id)
    return Heads(
        organization=organization,
        heads=tuple(reversed(_by_day(entries, ZoneInfo(organization.time_zone)))),
        keys=tuple(_dated(session, organization.id)),
        witnesses=len(list_witnesses(session)),
        standards=list_own(session),
        renewed=tuple(_renewed(session, organization.id)),
    )


def _renewed(session: Session, organization_id: str) -> Iterator[MarksRenewed]:
    found = list_of_kinds(session, [ActKind.MARKS.value], organization_id=organization_id)
    whole = find_whole(session, [entry.hash for entry, _ in found])
    for entry, content in found:
        act = read_act(entry.kind, content)
        if isinstance(act, MarksRenewed) and entry.hash in whole and hash_of(content) == entry.hash:
            yield act


def _by_day(entries: tuple[Entry, ...], zone: ZoneInfo) -> list[DayHead]:
    last = {entry.at.astimezone(zone).date(): entry for entry in entries}
    return [
        DayHead(day=day, number=one.number, hash=hash_of_link(one), at=one.at)
        for day, one in last.items()
    ]


def _dated(session: Session, organization_id: str) -> Iterator[DatedKey]:
    by_old = {act.replaces: act for _, act in list_changes(session, organization_id)}
    keys = list_chain_keys(session, organization_id)
    for key, later in zip_longest(keys, keys[1:]):
        change = by_old.get(key.key_id) if later else None
        yield DatedKey(
            key_id=key.key_id,
            public_key=key.public_key,
            first=key.first,
            until=later.first if later else None,
            reason=change.reason if change else "",
        )
