"""Who replies for the employer before publication, and whether they may.

Coming in is the delivery and starts the clock, so that nobody at the center can delay the
employer; but nothing is decided or published on the word of somebody who was not accepted by a
person who did not make the link.

Source: docs/decisions/0043-who-speaks.md
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, NotFoundError, RefusedError, check_faults
from jobquality.services.corrections import told_before
from jobquality.services.deliveries import makers_of, open_portal
from jobquality.services.events import EventKind, note, tell_of_employer
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.seconding import find_first, is_seconded, unsay
from jobquality.services.speakers import (
    DecideSpeaker,
    Introduce,
    check_introduction,
    decision_faults,
    judge,
)
from jobquality.services.undoing import undo
from jobquality.store import replyspeakers as store
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.notices import Notice, get_notice, list_replies, notice_behind
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.replypapers import list_papers
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.store.speakers import Standing
from jobquality.store.versions import SENTENCE

LONGEST_NAME = 200
_ALONE = (
    "You made the employer's link, so another person has to say who came through it. "
    "Nobody can stand in for the employer and accept it too."
)
_OVER = frozenset({AssessmentState.PUBLISHED, AssessmentState.ABANDONED})


def come_in(
    session: Session, token_digest: str, command: Introduce, *, at: datetime
) -> ReplySpeaker:
    """Keep who somebody says they are, and let them in; the first one starts the clock.

    Raises:
        NotFoundError: no link of that digest is alive.
        FaultsError: something is missing or too long, or they may not speak; names each.
        RefusedError: too many came through this link.
    """
    notice = notice_behind(session, token_digest)
    check_introduction(command, store.list_speakers(session, notice.id))
    speaker = ReplySpeaker(
        id=command.id,
        organization_id=notice.organization_id,
        assessment_id=notice.assessment_id,
        notice_id=notice.id,
        name=command.name.strip(),
        role=command.role.strip(),
        contact=command.contact.strip(),
        came_at=at,
    )
    store.add_speaker(session, speaker)
    tell_of_employer(session, notice, EventKind.REPLY_SPEAKER_CAME, at=at)
    open_portal(session, notice, at=at)
    return speaker


def decide_speaker(
    session: Session, actor: Actor, command: DecideSpeaker, *, at: datetime
) -> ReplySpeaker:
    """Accept that somebody speaks for the employer, or say that it was not the employer.

    What rests on somebody who was not the employer is undone: see `undo`. Whoever wrote
    something is refused by two people: until another one says the same, they stand as before.
    The second may have made the link, because the first did not.

    Raises:
        ForbiddenError: the actor may not notify, or made the link: they could be who came; or
            they said the same before, and another person has to.
        NotFoundError: there is nobody of that id.
        RefusedError: it is published or given up, or they were refused before.
        ConflictError: somebody else decided since `command.seen`.
        FaultsError: nothing says how it was checked, or why it was not the employer.
    """
    check_may(actor, Action.REVIEW if actor.is_guest else Action.NOTIFY)
    speaker = store.get_speaker(session, command.id)
    notice = get_notice(session, speaker.notice_id)
    _check_not_over(session, speaker)
    is_second = not command.is_accepted and find_doubt(session, speaker) is not None
    if not is_second:
        check_two(session, actor, makers_of(session, notice), _ALONE, at=at, ways=ANY_WAY)
    if command.seen != speaker.seen:
        raise ConflictError(SENTENCE)
    if _waits_for_second(session, actor, speaker, command, at=at):
        kind = EventKind.NOT_THE_EMPLOYER_SAID
        note(session, actor, kind, notice.assessment_id, about="assessment", at=at)
        return speaker
    judged = replace(judge(speaker, actor, command, at=at), version=speaker.version)
    decided = store.change_speaker(session, judged)
    is_accepted = command.is_accepted
    kept = decided if is_accepted else undo(session, actor, notice, decided, at=at)
    kind = EventKind.REPLY_SPEAKER_ACCEPTED if is_accepted else EventKind.NOT_THE_EMPLOYER
    note(session, actor, kind, notice.assessment_id, about="assessment", at=at)
    return kept


def find_doubt(session: Session, speaker: ReplySpeaker) -> Proposal | None:
    """Return that one person said that this is not the employer, while another one has to."""
    return find_first(session, ProposalKind.SPEAKER, speaker.id)


def _waits_for_second(
    session: Session, actor: Actor, speaker: ReplySpeaker, command: DecideSpeaker, *, at: datetime
) -> bool:
    """Say whether somebody who wrote something is to be refused, and nobody else said so yet."""
    kind, subject = ProposalKind.SPEAKER, speaker.id
    if command.is_accepted:
        unsay(session, actor, kind, subject, at=at)
        return False
    check_faults(decision_faults(command))
    papers = any(one.speaker_id == subject for one in list_papers(session, speaker.notice_id))
    if not (speaker.words or papers):
        return False
    return not is_seconded(session, actor, kind, subject, reason=command.reason, at=at)


def check_belongs(session: Session, assessment_id: str, speaker_id: str) -> None:
    """Be quiet where somebody came in for this assessment.

    Raises:
        NotFoundError: they did not, or there is nobody of that id.
    """
    if store.get_speaker(session, speaker_id).assessment_id != assessment_id:
        raise NotFoundError("There is nobody of that id.")


def check_speaks(session: Session, notice: Notice, speaker_id: str) -> ReplySpeaker:
    """Return who writes to a notice.

    Raises:
        RefusedError: nobody said who they are, they were refused, or somebody else began the
            reply and they were not accepted yet.
    """
    came = store.list_speakers(session, notice.id)
    speaker = next((one for one in came if one.id == speaker_id), None)
    if speaker is None or speaker.state is Standing.REFUSED:
        raise RefusedError("Say who you are first. Open the draft through its link.")
    if not sees_words(speaker, came):
        raise RefusedError(
            "Somebody else began the reply. You can read the draft now, and join the reply once "
            "you are accepted. Write to the contact named in the draft if you know nothing of it."
        )
    return speaker


def sees_words(speaker: ReplySpeaker, came: Iterable[ReplySpeaker]) -> bool:
    """Say whether somebody may see and change what is written of a reply.

    Whoever was not accepted yet sees no words of another one: a link can be passed on.
    """
    others = (one for one in came if one.id != speaker.id and one.state is not Standing.REFUSED)
    return speaker.state is Standing.ACCEPTED or not any(one.words for one in others)


def signed_by(speaker: ReplySpeaker) -> str:
    """Return the name and role that are printed beside what somebody wrote."""
    who = speaker.who
    return who if len(who) <= LONGEST_NAME else f"{who[: LONGEST_NAME - 1]}…"


def who_replied(session: Session, notice: Notice) -> str:
    """Return in whose name a reply is printed: who was accepted, and saved last.

    Of a reply from before people had to say who they are, it is the name that was given.
    """
    came = store.list_speakers(session, notice.id)
    saved = [one for one in came if one.saved_at and one.state is Standing.ACCEPTED]
    if not saved:
        return notice.replied_by
    return signed_by(max(saved, key=lambda one: (one.saved_at, one.came_at)))


def check_accepted(session: Session, notice: Notice) -> None:
    """Be quiet where everybody who came through the links of a notice was accepted or refused.

    A notice of before people had to say who they are passes as it is.

    Raises:
        RefusedError: somebody waits.
    """
    if not is_accepted(session, notice):
        raise RefusedError(
            "Somebody came in through the employer's link and waits to be accepted. Make sure who "
            "it is, then accept them, or say that it was not the employer, on the notice page. "
            "Whoever made the link cannot do that."
        )


def is_accepted(session: Session, notice: Notice) -> bool:
    """Say whether nobody who came through the links of a notice waits to be accepted."""
    came = store.list_speakers(session, notice.id)
    return all(one.state is not Standing.PENDING for one in came)


def is_nobodys(session: Session, notice: Notice) -> bool:
    """Say whether a reply was saved before people had to say who they are: nobody is behind it."""
    came = store.list_speakers(session, notice.id)
    is_anybodys = any(one.saved_at and one.state is not Standing.REFUSED for one in came)
    if is_anybodys or not (notice.statement or list_replies(session, notice.id)):
        return False
    return told_before(notice) is None


def _check_not_over(session: Session, speaker: ReplySpeaker) -> None:
    if get_assessment(session, speaker.assessment_id).state in _OVER:
        raise RefusedError("This is published or given up, so who spoke does not change any more.")
    if speaker.state is Standing.REFUSED:
        raise RefusedError(
            "It was said already that this was not the employer, and the link is dead. "
            "Make a new link; then they can come in again."
        )
