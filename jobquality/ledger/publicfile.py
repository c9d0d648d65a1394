"""The whole ledger of an organization in one file, for strangers: keys, links and bodies.

The file is canonical JSON itself. A body stands in it as a text, byte for byte as it was
signed. See docs/ledger.md, which anyone can follow without this program.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.ledger.chain import Head, SignedLink
from jobquality.ledger.form import dump_form, load_form


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledKey:
    """A public key, raw, in base64url, and since when it signs."""

    key_id: str
    public_key: str
    first: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledEntry:
    """A link with its signature and its body."""

    number: int
    kind: str
    hash: str
    previous: str
    at: datetime
    key_id: str
    signature: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLedger:
    """The file. `organization` is the id that stands in every link."""

    organization: str
    slug: str
    keys: tuple[FiledKey, ...]
    entries: tuple[FiledEntry, ...]
    head: Head

    @property
    def known_keys(self) -> Mapping[str, str]:
        """The public keys by their ids."""
        return {key.key_id: key.public_key for key in self.keys}

    def links(self) -> Iterator[tuple[SignedLink, str]]:
        """Yield each link with its body, oldest first."""
        for entry in self.entries:
            link = SignedLink(
                organization_id=self.organization,
                number=entry.number,
                kind=entry.kind,
                hash=entry.hash,
                previous=entry.previous,
                at=entry.at,
                key_id=entry.key_id,
                signature=entry.signature,
            )
            yield link, entry.body


def dump_ledger(ledger: PublicLedger) -> str:
    """Return the file."""
    return dump_form(ledger)


def load_ledger(content: str) -> PublicLedger:
    """Return what a file holds.

    Raises:
        FaultsError: it is not of this form; names every place that is wrong.
    """
    return load_form(PublicLedger, content)


def filed_entries(links: Iterable[tuple[SignedLink, str]]) -> tuple[FiledEntry, ...]:
    """Return links and their bodies as they stand in the file."""
    return tuple(
        FiledEntry(
            number=link.number,
            kind=link.kind,
            hash=link.hash,
            previous=link.previous,
            at=link.at,
            key_id=link.key_id,
            signature=link.signature,
            body=body,
        )
        for link, body in links
    )
