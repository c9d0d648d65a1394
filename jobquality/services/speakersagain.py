"""Who was accepted for a notice comes in through the link of the next one by their own code.

The link proves nothing: whoever made it could come in under any name and address. The code is
the person's own, and nobody at the center knows it.

Source: docs/decisions/0043-who-speaks.md
"""

from dataclasses import replace
from datetime import datetime

from jobquality.services.deliveries import makers_of, open_portal
from jobquality.services.events import EventKind, tell_of_employer
from jobquality.store import replyspeakers as store
from jobquality.store.database import Session
from jobquality.store.notices import Notice, list_notices, notice_behind
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.store.speakers import Standing


def list_carried(session: Session, notice: Notice) -> tuple[ReplySpeaker, ...]:
    """Return who was accepted for the notice before this one, and since it was sent.

    Not by somebody who made a link to this one: they accept nobody here. And nobody of whom it
    was said here that they were not the employer.
    """
    earlier = [
        one for one in list_notices(session, notice.assessment_id) if one.sent_at < notice.sent_at
    ]
    former = max(earlier, key=lambda one: one.sent_at, default=None)
    if former is None:
        return ()
    makers = makers_of(session, notice)
    refused = {
        _same(one)
        for one in store.list_speakers(session, notice.id)
        if one.state is Standing.REFUSED
    }
    return tuple(
        one
        for one in store.list_speakers(session, former.id)
        if one.state is Standing.ACCEPTED
        and one.decided_at is not None
        and one.decided_at >= former.sent_at
        and one.decided_by not in makers
        and _same(one) not in refused
    )


def come_again(
    session: Session, token_digest: str, known: ReplySpeaker, new_id: str, *, at: datetime
) -> ReplySpeaker:
    """Let somebody go on as themselves, who gave their own code; the first one starts the clock.

    Who was accepted for the notice before is accepted here too, as it was checked then.

    Raises:
        NotFoundError: no link of that digest is alive.
    """
    notice = notice_behind(session, token_digest)
    came = store.list_speakers(session, notice.id)
    # On another device they give the same code again.
    here = (one for one in came if one.id == known.id or _is_copy(one, known))
    found = next(here, None)
    if found is not None:
        open_portal(session, notice, at=at)
        return found
    carried = replace(
        known, id=new_id, notice_id=notice.id, came_at=at, words="", saved_at=None, kept=""
    )
    store.add_speaker(session, carried)
    tell_of_employer(session, notice, EventKind.REPLY_SPEAKER_CARRIED, at=at)
    open_portal(session, notice, at=at)
    return carried


def _same(one: ReplySpeaker) -> tuple[str, str]:
    """Return who somebody says they are, and how they are reached."""
    return one.name.casefold(), one.contact.casefold()


def _is_copy(one: ReplySpeaker, known: ReplySpeaker) -> bool:
    return _same(one) == _same(known) and one.decided_at == known.decided_at
