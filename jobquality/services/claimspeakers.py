"""Who fills in a questionnaire, and whether the center believes that they may speak."""

from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.services.events import EventKind, note
from jobquality.services.speakers import DecideSpeaker, Introduce, check_introduction, judge
from jobquality.store.claims import (
    Questionnaire,
    Speaker,
    add_speaker,
    change_speaker,
    get_questionnaire,
    get_speaker,
    list_speakers,
)
from jobquality.store.database import Session
from jobquality.store.versions import check_version


def introduce(
    session: Session, questionnaire: Questionnaire, command: Introduce, *, at: datetime
) -> Speaker:
    """Keep who somebody says they are; nobody at the center has checked it yet.

    Raises:
        FaultsError: something is missing or too long, or they may not speak; names each.
        RefusedError: too many came through this link.
    """
    check_introduction(command, list_speakers(session, [questionnaire.id]))
    speaker = Speaker(
        id=command.id,
        organization_id=questionnaire.organization_id,
        questionnaire_id=questionnaire.id,
        name=command.name,
        role=command.role,
        contact=command.contact,
        came_at=at,
    )
    add_speaker(session, speaker)
    return speaker


def decide_speaker(
    session: Session, actor: Actor, command: DecideSpeaker, *, at: datetime
) -> Speaker:
    """Accept that somebody speaks for the employer, saying how it was checked, or refuse it.

    What they answered stays; of whom was refused, nothing is shown beside the answers.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is nobody of that id.
        ConflictError: somebody else decided since `command.seen`.
        FaultsError: nothing says how it was checked, or why they were refused.
    """
    check_may(actor, Action.NOTIFY)
    speaker = get_speaker(session, command.id)
    check_version(speaker, command.seen)
    decided = judge(speaker, actor, command, at=at)
    kind = EventKind.SPEAKER_ACCEPTED if command.is_accepted else EventKind.SPEAKER_REFUSED
    asked = get_questionnaire(session, speaker.questionnaire_id)
    note(session, actor, kind, asked.assessment_id, about="assessment", at=at)
    return change_speaker(session, decided)
