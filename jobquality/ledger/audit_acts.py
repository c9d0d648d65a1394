"""What must hold of the entries that are no scores, held against all that came before them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from jobquality.ledger.acts import (
    Act,
    Amending,
    Correction,
    Decided,
    EditionIssued,
    HouseChanged,
    Later,
    LogSealed,
    Made,
    MarksRenewed,
    Merged,
    NewKey,
    Statement,
    StatusChanged,
    StoodBeside,
    StoodKnown,
    Tombstone,
    Withdrawal,
)
from jobquality.ledger.chain import Linked
from jobquality.ledger.signing import key_id_of

_PEOPLE = 2
_WITH_REASON = (Correction, Withdrawal, Tombstone, NewKey, StatusChanged)
_WORTHS = ("valid", "suspended", "revoked", "replaced")
_FOR_EVER = ("revoked", "replaced")
#: The topic of what was decided about a statement.
DECISION = "decision"
_TOPICS = ("dispute", "fixed", "statement", DECISION)
#: In the place of what a snapshot replaced, where its body is gone and cannot tell.
GONE = "gone"
_UNKNOWN_SCORE = "It speaks of a score that was not published before."


@dataclass(slots=True)
class Said:
    """What the acts of one chain said so far, all by hashes of bodies.

    `people` are the ids of everybody who stands behind an act, with the number of their first
    one. `tombstones` names what each empty body was replaced by; `next_key` is the id of the key
    that has to sign from here on, empty while that is the first one. `beside` is what stood
    beside the chain at its number, `known` what was known of employers, and `later` what changed
    of both, in order, before them too.
    """

    withdrawn: dict[str, Withdrawal] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    tombstones: dict[str, Tombstone] = field(default_factory=dict)
    editions: dict[str, EditionIssued] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)
    people: dict[str, int] = field(default_factory=dict)
    next_key: str = ""
    beside: StoodBeside | None = None
    known: StoodKnown | None = None
    later: list[Later] = field(default_factory=list)
    logs: list[LogSealed] = field(default_factory=list)


def fault_of_act(
    said: Said, entry: Linked, act: Act, *, supersedes: Mapping[str, str], bodies: Collection[str]
) -> str:
    """Return what is wrong with an act, in a sentence, or nothing; then it counts as said.

    `supersedes` are the snapshots so far with what each replaced, `bodies` all bodies so far.
    """
    fault = _fault_of_form(entry, act)
    if not fault:
        fault = (
            _fault_beside(said, act, bodies)
            if isinstance(act, Later | Made)
            else _fault_of_kind(said, act, supersedes, bodies)
        )
    if not fault:
        _take(said, entry, act)
    return fault


def _fault_of_form(entry: Linked, act: Act) -> str:
    if (act.number, act.organization, act.at) != (entry.number, entry.organization_id, entry.at):
        return "Its body is that of another entry."
    return "" if isinstance(act, Made) else _fault_of_people(act)


def _fault_of_people(act: Decided) -> str:
    if len(set(act.decided_by)) < _people_behind(act):
        return "No second person stands behind it."
    if isinstance(act, _WITH_REASON) and not act.reason.strip():
        return "It gives no reason."
    return ""


def _people_behind(act: Decided) -> int:
    """Return how many have to decide on an act; what an employer says is decided by nobody."""
    if isinstance(act, Statement):
        return 0
    is_of_one = isinstance(act, HouseChanged | StatusChanged)
    return 1 if is_of_one or (isinstance(act, Merged) and act.is_undone) else _PEOPLE


def _fault_of_kind(
    said: Said, act: Amending, supersedes: Mapping[str, str], bodies: Collection[str]
) -> str:
    if isinstance(act, NewKey):
        return _fault_of_key(act)
    if isinstance(act, Tombstone):
        return "" if act.body in bodies else "It is the tombstone of a body that was never there."
    if isinstance(act, EditionIssued):
        is_new = f"{act.rubric}@{act.edition}" not in said.editions
        return "" if is_new else "That edition was issued before."
    return _fault_of_publication(said, act, supersedes, bodies)


def _fault_beside(said: Said, act: Later | Made, bodies: Collection[str]) -> str:
    if isinstance(act, StoodBeside) and said.beside is not None:
        return "What stands beside the chain was said in an entry before."
    if isinstance(act, StoodKnown) and said.known is not None:
        return "What is known of employers was said in an entry before."
    return _fault_of_status(said, act, bodies) if isinstance(act, StatusChanged) else ""


def _fault_of_status(said: Said, act: StatusChanged, bodies: Collection[str]) -> str:
    if act.certificate not in bodies:
        return "It speaks of a certificate that was never issued."
    before = next((one for one in reversed(said.later) if _is_same(one, act)), None)
    if before is not None and before.status in _FOR_EVER:
        return f"The certificate was {before.status} before, which is for ever."
    return "" if act.status in _WORTHS else f"No certificate can be '{act.status}'."


def _is_same(earlier: Later, act: StatusChanged) -> TypeGuard[StatusChanged]:
    return isinstance(earlier, StatusChanged) and earlier.certificate == act.certificate


def _fault_of_publication(
    said: Said,
    act: Correction | Withdrawal | Statement,
    supersedes: Mapping[str, str],
    bodies: Collection[str],
) -> str:
    if act.publication not in supersedes:
        return _UNKNOWN_SCORE
    if isinstance(act, Statement):
        return _fault_of_statement(said, act, bodies)
    if isinstance(act, Withdrawal):
        return "That score was withdrawn before." if act.publication in said.withdrawn else ""
    is_named = supersedes[act.publication] in (act.corrects, GONE)
    return "" if is_named else "The score that it names does not replace the one that it corrects."


def _fault_of_statement(said: Said, act: Statement, bodies: Collection[str]) -> str:
    if act.topic not in _TOPICS:
        return f"This program does not know statements of the topic '{act.topic}'."
    if act.topic != DECISION:
        return ""
    # What it answers may have given way to a tombstone since.
    if act.answers not in said.statements and act.answers not in bodies:
        return "It answers a statement that was never made."
    return "" if act.decided_by else "Nobody stands behind the decision."


def _fault_of_key(act: NewKey) -> str:
    try:
        name = key_id_of(act.public_key)
    except ValueError:
        name = ""
    return "" if name == act.key_id else "The new key is another one than its id says."


def _take(said: Said, entry: Linked, act: Act) -> None:
    said.acts.add(entry.hash)
    for person in () if isinstance(act, Made) else act.decided_by:
        said.people.setdefault(person, entry.number)
    if isinstance(act, Later | Made):
        _take_beside(said, act)
    elif isinstance(act, NewKey):
        said.next_key = act.key_id
    elif isinstance(act, EditionIssued):
        said.editions[f"{act.rubric}@{act.edition}"] = act
    elif isinstance(act, Statement):
        said.statements[entry.hash] = act
    else:
        _take_back(said, act)


def _take_beside(said: Said, act: Later | Made) -> None:
    if isinstance(act, StoodBeside):
        said.beside = act
    elif isinstance(act, StoodKnown):
        said.known = act
    elif isinstance(act, LogSealed):
        said.logs.append(act)
    elif not isinstance(act, MarksRenewed):
        said.later.append(act)


def _take_back(said: Said, act: Correction | Withdrawal | Tombstone) -> None:
    if isinstance(act, Correction):
        said.corrections[act.publication] = act
    elif isinstance(act, Withdrawal):
        said.withdrawn[act.publication] = act
    else:
        said.tombstones[act.body] = act
