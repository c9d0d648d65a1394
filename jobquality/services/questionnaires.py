"""The questions of a draft, sent to the employer by a private link before anybody writes it up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import Fault, NotFoundError, RefusedError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.services.events import EventKind, record
from jobquality.services.questions import topics_of
from jobquality.services.replaced import note_replaced
from jobquality.store.assessments import Assessment, get_assessment, hold_still
from jobquality.store.claims import (
    Questionnaire,
    add_questionnaire,
    change_questionnaire,
    get_questionnaire,
    questionnaire_behind,
)
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization

#: How long a link opens something, and how much longer than the day that was wished for.
LINK_LIVES = timedelta(days=60)
_AFTER_THE_WISH = timedelta(days=14)
FARTHEST_WISH = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendQuestionnaire:
    """Questions to send. Only the digest of the link is known here; no topics means all."""

    id: str
    assessment_id: str
    token_digest: str
    topics: tuple[str, ...] = ()
    wanted_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewQuestionnaire:
    """A new link to the same questions; the old one dies."""

    id: str
    token_digest: str


def send_questionnaire(
    session: Session, actor: Actor, command: SendQuestionnaire, *, catalog: Catalog, at: datetime
) -> Questionnaire:
    """Make the link by which an employer answers questions of a draft.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: it is no draft, or on hold.
        FaultsError: a topic or the day cannot be used; names each.
    """
    check_may(actor, Action.ASSESS)
    assessment = _open_draft(session, command.assessment_id)
    known = topics_of(catalog.get(assessment.rubric, assessment.edition))
    today = at.astimezone(_zone(session, assessment)).date()
    check_faults(_faults(command, known, today))
    questionnaire = Questionnaire(
        id=command.id,
        organization_id=assessment.organization_id,
        assessment_id=assessment.id,
        token_digest=command.token_digest,
        topics=tuple(one for one in known if one in command.topics),
        wanted_by=command.wanted_by,
        sent_by=actor.person_id,
        sent_at=at,
        expires_at=_end(session, assessment, command.wanted_by, at),
    )
    add_questionnaire(session, questionnaire)
    _tell(session, actor, EventKind.QUESTIONS_SENT, questionnaire, at=at)
    return questionnaire


def renew_questionnaire(
    session: Session, actor: Actor, command: RenewQuestionnaire, *, at: datetime
) -> Questionnaire:
    """Make a new link to the same questions, also after they were withdrawn. The old one is dead.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such questionnaire.
        RefusedError: the assessment is no draft any more, or on hold.
    """
    check_may(actor, Action.ASSESS)
    questionnaire = get_questionnaire(session, command.id)
    assessment = _open_draft(session, questionnaire.assessment_id)
    renewed = replace(
        questionnaire,
        token_digest=command.token_digest,
        sent_by=actor.person_id,
        withdrawn_at=None,
        expires_at=_end(session, assessment, questionnaire.wanted_by, at),
    )
    _tell(session, actor, EventKind.QUESTIONS_RENEWED, renewed, at=at)
    note_replaced(session, renewed.organization_id, questionnaire.token_digest, at=at)
    return change_questionnaire(session, renewed)


def withdraw_questionnaire(
    session: Session, actor: Actor, questionnaire_id: str, *, at: datetime
) -> Questionnaire:
    """Let a link open nothing any more; what was answered stays with the team.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such questionnaire.
    """
    check_may(actor, Action.ASSESS)
    questionnaire = get_questionnaire(session, questionnaire_id)
    if questionnaire.withdrawn_at is not None:
        return questionnaire
    _tell(session, actor, EventKind.QUESTIONS_WITHDRAWN, questionnaire, at=at)
    return change_questionnaire(session, replace(questionnaire, withdrawn_at=at))


def look_behind(session: Session, token_digest: str, *, at: datetime) -> Questionnaire:
    """Return the questionnaire that a living link opens.

    Raises:
        NotFoundError: there is none; whether there ever was one is not told.
    """
    questionnaire = questionnaire_behind(session, token_digest)
    if not questionnaire.is_alive(at):
        raise NotFoundError("There is no such questionnaire.")
    return questionnaire


def open_questionnaire(session: Session, token_digest: str, *, at: datetime) -> Questionnaire:
    """Return the questionnaire behind a link, and note when it was opened first.

    Raises:
        NotFoundError: the link opens nothing.
    """
    questionnaire = look_behind(session, token_digest, at=at)
    if questionnaire.opened_at is not None:
        return questionnaire
    _tell(session, None, EventKind.QUESTIONS_OPENED, questionnaire, at=at)
    return change_questionnaire(session, replace(questionnaire, opened_at=at))


def is_writable(assessment: Assessment) -> bool:
    """Say whether an employer can still answer: it is a draft, and not on hold."""
    return assessment.state is AssessmentState.DRAFT and assessment.hold_since is None


def _tell(
    session: Session,
    actor: Actor | None,
    kind: EventKind,
    questionnaire: Questionnaire,
    *,
    at: datetime,
) -> None:
    """Keep in the log what became of a questionnaire; without an actor, the employer did it."""
    record(
        session,
        actor,
        kind,
        organization_id=questionnaire.organization_id,
        about="assessment",
        about_id=questionnaire.assessment_id,
        at=at,
    )


def _open_draft(session: Session, assessment_id: str) -> Assessment:
    """Return a draft that stays one until the transaction ends."""
    hold_still(session, assessment_id)
    assessment = get_assessment(session, assessment_id)
    if not is_writable(assessment):
        raise RefusedError(
            "This assessment is no draft, or on hold, so the employer cannot be asked now. "
            "A reviewer can return it, or lift the hold."
        )
    return assessment


def _zone(session: Session, assessment: Assessment) -> ZoneInfo:
    return ZoneInfo(get_organization(session, assessment.organization_id).time_zone)


def _end(
    session: Session, assessment: Assessment, wanted_by: date | None, at: datetime
) -> datetime:
    """Return when a link dies: after two months, or two weeks after the day wished for."""
    end = at + LINK_LIVES
    if wanted_by is None:
        return end
    wished = datetime.combine(wanted_by, time(), tzinfo=_zone(session, assessment))
    return max(end, wished.astimezone(UTC) + _AFTER_THE_WISH)


def _faults(command: SendQuestionnaire, known: tuple[str, ...], today: date) -> Iterator[Fault]:
    if not set(command.topics) <= set(known):
        message = "A topic does not belong to this standard."
        yield Fault(message=message, where="topics", remedy="Open the page anew.")
    if command.wanted_by is not None and not today <= command.wanted_by <= today + FARTHEST_WISH:
        message = "The day is over, or more than half a year away."
        yield Fault(message=message, where="wanted_by", remedy="Choose another one, or none.")
