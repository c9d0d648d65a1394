"""Entries of a chain that are no scores: what an organization later says of what it published.

A snapshot never changes, so whatever happens to it afterwards stands in an entry of its own.
Format 1, as `jobquality.ledger.form` writes it. `number`, `organization` and `at` bind a body
to its entry; people appear by ids that say nothing, and two of them stand behind every act.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from jobquality.ledger.canonical import canonical_text, hash_of
from jobquality.ledger.facts import Facts
from jobquality.ledger.form import dump_form, load_form
from jobquality.ledger.snapshot import LEFT_OUT


class ActKind(StrEnum):
    """What an entry that is no score says; the `kind` of its link."""

    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    TOMBSTONE = "tombstone"
    STATEMENT = "statement"
    KEY = "key"
    EDITION = "edition"
    IDENTITY = "identity"
    MERGER = "merger"
    ORGANIZATION = "organization"
    STATUS = "status"
    LOG = "log"
    BESIDE = "beside"
    FACTS = "facts"
    KNOWN = "known"
    MARKS = "marks"


class Cause(StrEnum):
    """Why something is withdrawn, or its body goes."""

    ERROR = "error"
    AGREEMENT = "agreement"
    COURT_ORDER = "court_order"
    ERASURE = "erasure"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a correction changes: `what` is `answer`, `score`, `level` or `figure`.

    `node` is the criterion or node; a text is empty where there was nothing, or is no more.
    Of what somebody wrote freely it says only that it changed, both texts empty: see
    `jobquality.ledger.differing`.
    """

    node: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That one publication sets another one right; both are named by their hashes."""

    number: int
    organization: str
    at: datetime
    publication: str
    corrects: str
    reason: str
    differences: tuple[Difference, ...]
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That a publication is not said any more; it stays in the chain."""

    number: int
    organization: str
    at: datetime
    publication: str
    cause: Cause
    reason: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """That the body of an earlier entry is gone, and why; its hash stays where it was."""

    number: int
    organization: str
    at: datetime
    body: str
    cause: Cause
    reason: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an employer said of a publication after it stood, or what was decided about that.

    `topic` is `dispute`, `fixed`, `statement` or `decision`; `answers` is the hash of the
    statement that a decision answers, else empty. `criteria` empty means the whole. The text
    of `fixed` starts with its day and that of a decision with what comes of it, each before a
    colon: `2026-08-03: …`, `stays: …`, `corrected: …`, `withdrawn: …`.
    """

    number: int
    organization: str
    at: datetime
    publication: str
    topic: str
    criteria: tuple[str, ...]
    text: str
    said_by: str
    answers: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """The key that signs every later entry; this one is signed by the key before it."""

    number: int
    organization: str
    at: datetime
    key_id: str
    public_key: str
    replaces: str
    reason: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionIssued:
    """A standard of the organization's own, from the day that it was announced for.

    `file` is the SHA-256 of the YAML as it is served. `parts` is the print of all its files, with
    the words of each language (`print_of_parts`); older entries do not say it.
    """

    number: int
    organization: str
    at: datetime
    rubric: str
    edition: str
    scoring_hash: str
    wording_hash: str
    file: str
    in_use_from: date
    decided_by: tuple[str, ...]
    parts: str = field(default="", metadata={LEFT_OUT: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityChanged:
    """How a record of an employer is called from now on, and under which public address.

    `employer` is the id of the record, as the snapshots have it; `called` is what `called_of`
    gives. The name itself stands in no act: a court can let a snapshot go, and never an act.
    """

    number: int
    organization: str
    at: datetime
    employer: str
    called: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """That records of an employer are a part of another one from now on, or no more.

    `kept` is the record that stays, `called` what it is called as in IdentityChanged, `merged`
    the one that two people merged into it, `records` all that went over, that one included.
    """

    number: int
    organization: str
    at: datetime
    kept: str
    merged: str
    records: tuple[str, ...]
    called: str
    is_undone: bool
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What an organization says of itself, as a snapshot has it."""

    name: str
    contact: str
    region: str
    funding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseChanged:
    """What the organization says of itself from now on."""

    number: int
    organization: str
    at: datetime
    house: House
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged:
    """What a certificate is worth from now on: `valid`, `suspended`, `revoked` or `replaced`.

    `certificate` is the hash of its body. The reason is public; of a replaced one it is the code
    of the one that took its place.
    """

    number: int
    organization: str
    at: datetime
    certificate: str
    status: str
    reason: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsChanged:
    """What is known of an employer beside its scores from now on, the whole of it."""

    number: int
    organization: str
    at: datetime
    facts: Facts
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSealed:
    """That the log had these events and no others taken away, by the hash of a list of them.

    The list stays with the organization: how much happens in a house is nobody else's business.
    """

    number: int
    organization: str
    at: datetime
    log: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """How a record is called, as in IdentityChanged, and which one it is a part of, if any."""

    employer: str
    called: str
    merged_into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What a certificate is worth, and why; `certificate` is the hash of its body."""

    certificate: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoodBeside:
    """What stood beside the chain when it began to say so itself; later acts change it.

    `marked` are the hashes of publications whose mark of a dispute was wrong, and set right.
    """

    number: int
    organization: str
    at: datetime
    house: House
    employers: tuple[Called, ...]
    certificates: tuple[Worth, ...]
    marked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoodKnown:
    """What was known of employers when the chain began to say so; later acts change it.

    Of whom nothing stands here, nothing is known. `brands` are those whose sites others run,
    and of whom nothing was published themselves.
    """

    number: int
    organization: str
    at: datetime
    facts: tuple[Facts, ...]
    brands: tuple[Called, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksRenewed:
    """That the key which proves accounts and links was gone, and nobody came in as before.

    `cause` is `lost`, `damaged` or `exposed`. Whoever acts later was let in anew.
    """

    number: int
    organization: str
    at: datetime
    cause: str


#: What follows once the first act of `StoodBeside` is there, and of `StoodKnown` for facts.
Later = IdentityChanged | Merged | HouseChanged | StatusChanged | FactsChanged
#: What the program itself says; nobody decides on it.
Made = LogSealed | StoodBeside | StoodKnown | MarksRenewed
#: What people say of what was published, of the key and of a standard.
Amending = Correction | Withdrawal | Tombstone | Statement | NewKey | EditionIssued
Decided = Amending | Later
Act = Decided | Made

_KINDS: Mapping[ActKind, type[Act]] = {
    ActKind.CORRECTION: Correction,
    ActKind.WITHDRAWAL: Withdrawal,
    ActKind.TOMBSTONE: Tombstone,
    ActKind.STATEMENT: Statement,
    ActKind.KEY: NewKey,
    ActKind.EDITION: EditionIssued,
    ActKind.IDENTITY: IdentityChanged,
    ActKind.MERGER: Merged,
    ActKind.ORGANIZATION: HouseChanged,
    ActKind.STATUS: StatusChanged,
    ActKind.LOG: LogSealed,
    ActKind.BESIDE: StoodBeside,
    ActKind.FACTS: FactsChanged,
    ActKind.KNOWN: StoodKnown,
    ActKind.MARKS: MarksRenewed,
}


def called_of(employer: str, name: str, slug: str) -> str:
    """Return the SHA-256, in hex, of how a record is called, and under which public address."""
    return hash_of(canonical_text({"employer": employer, "name": name, "slug": slug}))


def kind_of(act: Act) -> ActKind:
    """Return the `kind` of the link that carries an act."""
    return next(kind for kind, form in _KINDS.items() if type(act) is form)


def dump_act(act: Act) -> str:
    """Return an act as canonical JSON."""
    return dump_form(act)


def print_of_parts(files: Mapping[str, bytes]) -> str:
    """Return what all files of a standard are, by part, in one SHA-256."""
    return hash_of(
        canonical_text({part: sha256(content).hexdigest() for part, content in files.items()})
    )


def load_act(kind: str, content: str) -> Act:
    """Return the act that `dump_act` wrote so; `kind` is one of ActKind.

    Raises:
        FaultsError: it is not canonical, or not of this form; names every place that is wrong.
        ValueError: there is no such kind of act.
    """
    return load_form(_KINDS[ActKind(kind)], content)
