"""What is known of an employer beside its scores, as a chain says it.

What it is, whose brand it carries, how many sites it has, its further names, and which of its
sites carry whose brand. Ids, numbers and days stand there as they are. What somebody wrote is
a hash, which whoever knows the words can compare: a court can let words go, and never an act.
"""

from dataclasses import dataclass
from datetime import date

from jobquality.ledger.canonical import canonical_text, hash_of

#: What an employer is of whom nothing else was said: one business.
SINGLE = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That a site carries another employer's brand, both by id; `called` is what `place_of` gives.

    It is signed with the first score that covers the site.
    """

    site: str
    brand: str
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an employer: `employer` and `brand` are ids, `scope` is as its record's.

    `sites` were counted on a day after a source, which is what `source_of` gives. `names` are
    those that two people stand behind, each as `further_of` gives it; all lists are in order.
    """

    employer: str
    scope: str
    brand: str
    sites: int | None
    counted_on: date | None
    source: str
    names: tuple[str, ...]
    marks: tuple[Mark, ...]


def nothing_known(employer: str) -> Facts:
    """Return what is known of an employer of whom no entry says anything."""
    return Facts(
        employer=employer,
        scope=SINGLE,
        brand="",
        sites=None,
        counted_on=None,
        source="",
        names=(),
        marks=(),
    )


def further_of(employer: str, kind: str, text: str, since: date | None, until: date | None) -> str:
    """Return the SHA-256, in hex, of a further name of an employer, and when it was used."""
    return hash_of(
        canonical_text(
            {
                "employer": employer,
                "kind": kind,
                "name": text,
                "since": since.isoformat() if since else None,
                "until": until.isoformat() if until else None,
            }
        )
    )


def source_of(employer: str, source: str) -> str:
    """Return the SHA-256, in hex, of where a number of sites comes from; nothing for nothing."""
    return hash_of(canonical_text({"employer": employer, "source": source})) if source else ""


def place_of(site: str, name: str, address: str) -> str:
    """Return the SHA-256, in hex, of how a site is called, and where it is."""
    return hash_of(canonical_text({"address": address, "name": name, "site": site}))
