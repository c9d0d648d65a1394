"""Entries of a chain that are no scores: what an organization later says of what it published.

A snapshot never changes, so whatever happens to it afterwards stands in an entry of its own.
Format 1, as `jobquality.ledger.form` writes it. `number`, `organization` and `at` bind a body
to its entry; people appear by ids that say nothing, and two of them stand behind every act.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jobquality.ledger.form import dump_form, load_form


class ActKind(StrEnum):
    """What an entry that is no score says; the `kind` of its link."""

    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    TOMBSTONE = "tombstone"
    STATEMENT = "statement"
    KEY = "key"
    EDITION = "edition"


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

    `file` is the SHA-256 of the YAML as it is served.
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


Act = Correction | Withdrawal | Tombstone | Statement | NewKey | EditionIssued

_KINDS: Mapping[ActKind, type[Act]] = {
    ActKind.CORRECTION: Correction,
    ActKind.WITHDRAWAL: Withdrawal,
    ActKind.TOMBSTONE: Tombstone,
    ActKind.STATEMENT: Statement,
    ActKind.KEY: NewKey,
    ActKind.EDITION: EditionIssued,
}


def kind_of(act: Act) -> ActKind:
    """Return the `kind` of the link that carries an act."""
    return next(kind for kind, form in _KINDS.items() if type(act) is form)


def dump_act(act: Act) -> str:
    """Return an act as canonical JSON."""
    return dump_form(act)


def load_act(kind: str, content: str) -> Act:
    """Return the act that `dump_act` wrote so; `kind` is one of ActKind.

    Raises:
        FaultsError: it is not canonical, or not of this form; names every place that is wrong.
        ValueError: there is no such kind of act.
    """
    return load_form(_KINDS[ActKind(kind)], content)
