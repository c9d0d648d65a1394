"""Replies that answered another draft than that of the score beside which they are printed.

A snapshot keeps no word of it, so it is read from what stands: the employer's own
publications, and when the draft went out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.ledger.canonical import hash_of
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.saidbefore import with_standing
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.model import Rubric
from jobquality.store.database import Session
from jobquality.store.listing import Moment, list_moments
from jobquality.store.publications import Publication, find_body


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReply:
    """Which draft a reply answered; all empty where that draft was never published.

    `hash` and `revision` are of the first scorecard that printed it, of `published_at`.
    """

    hash: str = ""
    revision: int | None = None
    published_at: datetime | None = None


def find_earlier_replies(
    session: Session, shown: Iterable[tuple[Publication, Snapshot]]
) -> dict[str, EarlierReply]:
    """Return what the replies beside some publications answered, by the hashes of these.

    A reply to the draft of the very score is not in it, nor one where nobody replied.
    """
    asked = [(one, snapshot) for one, snapshot in shown if _answered_at(snapshot) is not None]
    line = list_moments(session, {one.employer_id for one, _ in asked}) if asked else ()
    found = ((one.hash, _find(session, one, snapshot, line)) for one, snapshot in asked)
    return {body_hash: earlier for body_hash, earlier in found if earlier is not None}


def told_apart(
    snapshot: Snapshot,
    earlier: EarlierReply | None,
    printed: Mapping[str, Snapshot],
    rubric: Rubric,
) -> Snapshot:
    """Return a score with the employer's words beside the answers that it read, and no others.

    What was published before a reply was told apart itself is told apart here, by the scorecard
    of `printed` that printed it first.
    """
    first = printed.get(earlier.hash) if earlier else None
    if first is None or snapshot.reply is None:
        return snapshot
    return replace(snapshot, reply=with_standing(snapshot.reply, first, snapshot, rubric))


def _find(
    session: Session, publication: Publication, snapshot: Snapshot, line: Sequence[Moment]
) -> EarlierReply | None:
    own = [one for one in line if one.employer_id == publication.employer_id]
    answered_at = _answered_at(snapshot)
    for one in _between(own, publication, answered_at):
        if _prints(session, one, answered_at):
            revision = own.index(one) + 1
            return EarlierReply(hash=one.hash, revision=revision, published_at=one.published_at)
    return EarlierReply() if _is_older(snapshot) else None


def _is_older(snapshot: Snapshot) -> bool:
    """Say whether a reply came before the last draft went out."""
    notice, reply = snapshot.notice, snapshot.reply
    if notice is None or reply is None or reply.answered_at is None:
        return False
    return reply.is_older or reply.answered_at < notice.sent_at


def _between(
    own: Iterable[Moment], publication: Publication, answered_at: datetime | None
) -> Iterator[Moment]:
    """Yield what was published of the record since the reply and before this one."""
    for one in own:
        is_since = answered_at is not None and one.published_at >= answered_at
        if is_since and one.number < publication.number:
            yield one


def _prints(session: Session, moment: Moment, answered_at: datetime | None) -> bool:
    """Say whether a publication holds the reply of that moment.

    Of one whose body is gone nobody can tell any more: its time alone speaks for it.
    """
    content = find_body(session, moment.hash) or ""
    if hash_of(content) != moment.hash:
        return True
    return _answered_at(load_snapshot(content)) == answered_at


def _answered_at(snapshot: Snapshot) -> datetime | None:
    return snapshot.reply.answered_at if snapshot.reply else None
