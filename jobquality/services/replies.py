"""The employer's reply: written question by question, changed until it is sent, then final."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jobquality.access.states import ReplyState, Stance, check_reply_step
from jobquality.errors import ConflictError, Fault, RefusedError, check_faults
from jobquality.ledger.form import load_snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.services.events import EventKind, tell_of_employer
from jobquality.services.replyspeakers import check_speaks, signed_by
from jobquality.services.replywritten import dump_words, reply_id_of
from jobquality.services.standstill import standing
from jobquality.store.database import Session
from jobquality.store.notices import (
    Notice,
    Reply,
    change_notice,
    get_notice,
    keep_replies,
    list_replies,
)
from jobquality.store.organizations import get_organization
from jobquality.store.replypapers import list_papers
from jobquality.store.replyspeakers import change_speaker

LONGEST_STATEMENT, LONGEST_TEXT = 5000, 2000

#: A reply that was sent comes before the end of the clock.
_A_MOMENT = timedelta(seconds=1)
#: What an employer who agrees need not explain; a day says enough about what is repaired.
_BARE = frozenset({Stance.ACCEPT, Stance.FIXED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the employer says to one question; `stance` is one of Stance as written.

    `fixed_on` is the day since which it is repaired; it counts with the stance `fixed` alone.
    """

    stance: str
    text: str = ""
    fixed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCommand:
    """A reply as it stands: `is_final` sends it, and nothing of it changes afterwards.

    `speaker_id` is who writes it. `seen` is the version of the notice that they saw; None writes
    over whatever is there. Whose name is printed is who writes: nobody types another one.
    """

    speaker_id: str
    statement: str = ""
    stances: Mapping[str, Stated] = field(default_factory=dict)
    is_final: bool = False
    seen: int | None = None


def reply(
    session: Session,
    notice_id: str,
    command: ReplyCommand,
    *,
    at: datetime,
    catalog: Catalog | None = None,
) -> Notice:
    """Keep an employer's reply, and send it where it is final.

    `catalog` knows the violations of which the draft says that nobody checked them; without it
    only what was answered can be replied to.

    Raises:
        NotFoundError: there is no such notice.
        RefusedError: it was sent already, the time to reply is over, or whoever writes has not
            said who they are, or waits to be accepted while somebody else began.
        ConflictError: somebody else wrote since `command.seen`.
        FaultsError: something is too long, not explained, or not of this draft; names each.
    """
    notice = get_notice(session, notice_id)
    check_open(session, notice, at)
    speaker = check_speaks(session, notice, command.speaker_id)
    check_faults(_faults(session, notice, command, at, catalog))
    if command.seen not in (None, notice.version):
        raise ConflictError(
            "Somebody else of your house wrote here after you opened the page. "
            "Nothing was overwritten. Compare both, then save again."
        )
    replies = tuple(_replies(notice, command, at))
    statement, replied_by = command.statement.strip(), signed_by(speaker)
    keep_replies(session, notice.id, replies)
    words = dump_words(statement, replied_by, replies)
    change_speaker(session, replace(speaker, words=words, saved_at=at))
    written = replace(notice, statement=statement, replied_by=replied_by)
    if command.is_final:
        written = _sent(session, written, at=at)
    kept = change_notice(session, written)
    kind = EventKind.REPLIED if command.is_final else EventKind.REPLY_SAVED
    tell_of_employer(session, notice, kind, at=at)
    return kept


def _sent(session: Session, notice: Notice, *, at: datetime) -> Notice:
    check_reply_step(notice.state, ReplyState.ANSWERED)
    ends_at = standing(session, notice, at=at).ends_at
    if notice.days == 0:  # in practice: over with the reply, so that nobody sits and waits
        ends_at = at + _A_MOMENT
    return replace(notice, state=ReplyState.ANSWERED, answered_at=at, ends_at=ends_at)


def counted(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Return a notice as it counts: saved last and not sent in time is the employer's reply.

    Before the end of the clock, and where nothing was saved, it is returned as it is. Nothing
    is written.
    """
    notice = standing(session, notice, at=at)
    if notice.state is not ReplyState.DELIVERED or notice.ends_at is None or at < notice.ends_at:
        return notice
    if not notice.statement.strip() and not list_replies(session, notice.id):
        return notice
    check_reply_step(notice.state, ReplyState.ANSWERED)
    return replace(notice, state=ReplyState.ANSWERED, answered_at=notice.ends_at)


def check_open(session: Session, notice: Notice, at: datetime) -> None:
    """Be quiet where an employer can still write to a notice.

    Raises:
        RefusedError: the reply was sent, the time is over, or the draft was not opened yet.
    """
    if notice.answered_at is not None:
        raise RefusedError("The reply was sent already, so it cannot change any more.")
    notice = standing(session, notice, at=at)
    if notice.ends_at is not None and at >= notice.ends_at:
        raise RefusedError(
            f"The time to reply ended on {notice.ends_at:%Y-%m-%d %H:%M} UTC. "
            "Write to the contact named in the draft."
        )
    if not notice.is_open(at):
        raise RefusedError("The draft was not opened yet. Open it through its link first.")


def _replies(notice: Notice, command: ReplyCommand, at: datetime) -> Iterator[Reply]:
    for criterion, stated in command.stances.items():
        yield Reply(
            id=reply_id_of(notice.id, criterion),
            organization_id=notice.organization_id,
            notice_id=notice.id,
            criterion=criterion,
            stance=Stance(stated.stance),
            text=stated.text.strip(),
            at=at,
            fixed_on=stated.fixed_on if stated.stance == Stance.FIXED else None,
        )


def _faults(
    session: Session, notice: Notice, command: ReplyCommand, at: datetime, catalog: Catalog | None
) -> Iterator[Fault]:
    draft = load_snapshot(notice.draft)
    asked = {fact.criterion for fact in draft.facts} | {row.node for row in draft.scores}
    if catalog is not None:
        asked |= {one.id for one in catalog.get(draft.rubric, draft.edition).critical}
    zone = ZoneInfo(get_organization(session, notice.organization_id).time_zone)
    for criterion, stated in command.stances.items():
        yield from _stance_faults(criterion, stated, asked)
        yield from _day_faults(criterion, stated, at.astimezone(zone).date())
    yield from _too_long("statement", command.statement, LONGEST_STATEMENT)
    if command.is_final:
        yield from _final_faults(command)
        shown = {paper.criterion for paper in list_papers(session, notice.id)}
        for criterion, stated in command.stances.items():
            yield from _unshown_faults(criterion, stated, shown)


def _day_faults(criterion: str, stated: Stated, today: date) -> Iterator[Fault]:
    if stated.stance == Stance.FIXED and stated.fixed_on and stated.fixed_on > today:
        message = "The day of the repair lies in the future."
        remedy = "Give the day on which it was done. Say a plan in your statement."
        yield Fault(message=message, where=f"on-{criterion}", remedy=remedy)


def _unshown_faults(criterion: str, stated: Stated, shown: set[str]) -> Iterator[Fault]:
    """Name what a reply needs before it is sent: the day of a repair, a document that corrects."""
    if stated.stance == Stance.FIXED and stated.fixed_on is None:
        message = "The day of the repair is missing."
        remedy = "Give the day since which it is fixed."
        yield Fault(message=message, where=f"on-{criterion}", remedy=remedy)
    if stated.stance == Stance.CORRECT and criterion not in shown:
        message = "Nothing shows yet what is right here."
        remedy = "Add a document, or a photo of one. If you have none, choose that you disagree."
        yield Fault(message=message, where=f"paper-{criterion}", remedy=remedy)


def _stance_faults(criterion: str, stated: Stated, asked: set[str]) -> Iterator[Fault]:
    where = f"text-{criterion}"
    if criterion not in asked or stated.stance not in set(Stance):
        message = "This answer belongs to no question of the draft."
        yield Fault(message=message, remedy="Open the page anew.")
        return
    if not stated.text.strip() and Stance(stated.stance) not in _BARE:
        message = "This needs a few words."
        remedy = "Say what is right and how it can be shown, why not, or since when."
        yield Fault(message=message, where=where, remedy=remedy)
    yield from _too_long(where, stated.text, LONGEST_TEXT)


def _final_faults(command: ReplyCommand) -> Iterator[Fault]:
    if not command.stances and not command.statement.strip():
        message = "The reply is empty."
        remedy = "Answer a question, or write a statement."
        yield Fault(message=message, where="statement", remedy=remedy)


def _too_long(where: str, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        message = f"That has {len(text)} characters, {most} at most."
        yield Fault(message=message, where=where, remedy="Say it shorter.")
