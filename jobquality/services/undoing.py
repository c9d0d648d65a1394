"""What rests on somebody who was not the employer is undone, and kept for the team's record."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.access.states import ReplyState
from jobquality.services.deliveries import BY_PORTAL, clock_from, give_a_week
from jobquality.services.outbox import withdraw_about
from jobquality.services.replywritten import load_words, replies_of
from jobquality.store import panels
from jobquality.store.database import Session
from jobquality.store.extensions import find_extension, remove_extension
from jobquality.store.notices import Notice, change_notice, keep_replies
from jobquality.store.replyspeakers import ReplySpeaker, change_speaker, list_speakers
from jobquality.store.speakers import Standing


def undo(
    session: Session, actor: Actor, notice: Notice, refused: ReplySpeaker, *, at: datetime
) -> ReplySpeaker:
    """Take back what somebody did in the employer's place, and let the link die.

    The reply is again what somebody else saved last, or empty. The clock starts when the first
    of the others came; where there is nobody, it has not started. A hand-over or attempts stay.
    Whoever is left has a week or more from now. What was undone stays with `refused`.
    """
    known = change_speaker(session, replace(refused, kept=_kept(session, notice, refused)))
    others = [
        one
        for one in list_speakers(session, notice.id)
        if one.id != refused.id and one.state is not Standing.REFUSED
    ]
    withdraw_about(session, actor, notice.id, at=at)
    left = _without_time(session, notice, refused)
    if _wrote_last(refused, others):
        left = give_a_week(session, _with_words(session, left, others, at=at), at=at)
    if left.delivered_how == BY_PORTAL and _is_since(left, refused):
        came = min((one.came_at for one in others), default=None)
        left = clock_from(session, left, came, at=at)
    change_notice(session, replace(left, token_digest=f"dead-{notice.id}"))
    return known


def _is_since(notice: Notice, refused: ReplySpeaker) -> bool:
    """Say whether the clock runs since somebody came, and not since before."""
    return notice.delivered_at is not None and notice.delivered_at >= refused.came_at


def _wrote_last(refused: ReplySpeaker, others: Sequence[ReplySpeaker]) -> bool:
    saved = [one.saved_at for one in others if one.saved_at is not None]
    return refused.saved_at is not None and all(one <= refused.saved_at for one in saved)


def _with_words(
    session: Session, notice: Notice, others: Sequence[ReplySpeaker], *, at: datetime
) -> Notice:
    """Return a notice with what somebody else saved last, not sent and not decided on."""
    saved = [one for one in others if one.saved_at is not None]
    last = max(saved, key=lambda one: one.saved_at or at, default=None)
    statement, replied_by, stances = load_words(last.words if last else "")
    keep_replies(session, notice.id, replies_of(notice, stances, at))
    panels.keep_items(session, notice.id, ())
    panels.drop_panel(session, notice.id)
    return replace(
        notice,
        state=ReplyState.DELIVERED,
        statement=statement,
        replied_by=replied_by,
        answered_at=None,
        decision="",
        decided_by=None,
        decided_at=None,
    )


def _without_time(session: Session, notice: Notice, refused: ReplySpeaker) -> Notice:
    """Forget that somebody asked for more time; the days that they were given are none."""
    asked = find_extension(session, notice.id)
    if asked is None or asked.speaker_id != refused.id:
        return notice
    remove_extension(session, asked.id)
    return replace(notice, days=notice.days - asked.days)


def _kept(session: Session, notice: Notice, refused: ReplySpeaker) -> str:
    """Return what stood there beside their words, as JSON: moments, decision, more time."""
    asked = find_extension(session, notice.id)
    kept: dict[str, object] = {
        "delivered_at": _moment(notice.delivered_at),
        "ends_at": _moment(notice.ends_at),
        "answered_at": _moment(notice.answered_at),
        "decision": notice.decision,
    }
    if asked is not None and asked.speaker_id == refused.id:
        kept["time"] = {"reason": asked.reason, "asked_by": asked.asked_by, "days": asked.days}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""
