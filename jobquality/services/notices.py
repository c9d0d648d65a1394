"""The employer is heard first: notice, link, hand-over and clock."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import (
    SHORTEST_NOTICE,
    USUAL_NOTICE,
    AssessmentState,
    ReplyState,
)
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.ledger.comparing import worse_parts
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.rubrics.catalog import Catalog
from jobquality.services.approvals import check_approved, move
from jobquality.services.corrections import find_unread_reason
from jobquality.services.decisions import Decide, decide
from jobquality.services.deliveries import (
    WAYS,
    Delivery,
    attempts_of,
    get_open_notice,
    look_behind,
    record_attempt,
    record_delivery,
    wait_for_link,
)
from jobquality.services.drafts import draft_snapshot
from jobquality.services.favor import carry_notice, find_baseline
from jobquality.services.grounds import find_publishing_faults
from jobquality.services.outbox import withdraw_about
from jobquality.services.plainwords import papers_of
from jobquality.services.replaced import note_replaced
from jobquality.services.replies import ReplyCommand, Stated, reply
from jobquality.services.timeline import Said, log
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.notices import (
    Notice,
    add_notice,
    change_notice,
    find_last_notice,
)
from jobquality.store.reviews import Step

__all__ = [
    "WAYS",
    "Decide",
    "Delivery",
    "RenewLink",
    "ReplyCommand",
    "ResumeNotice",
    "SendNotice",
    "Stated",
    "attempts_of",
    "decide",
    "find_worse",
    "look_behind",
    "record_attempt",
    "record_delivery",
    "renew_link",
    "reply",
    "resume_notice",
    "send_notice",
]

_LONGEST_NOTICE = 180
#: The part of a draft that is the reason of a correction.
REASON = "Reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendNotice:
    """A notice to send. Only the digest of the employer's link is known here."""

    id: str
    assessment_id: str
    token_digest: str
    days: int = USUAL_NOTICE


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeNotice:
    """A changed draft that goes on under the clock of the notice before it."""

    id: str
    assessment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewLink:
    """A new link to the same draft; the old one dies."""

    id: str
    notice_id: str
    token_digest: str


def send_notice(
    session: Session, actor: Actor, command: SendNotice, *, catalog: Catalog, at: datetime
) -> Notice:
    """Freeze the approved draft and make the employer's link to it.

    The clock does not run yet: it starts when the employer gets the draft.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such assessment.
        RefusedError: it is not approved, or on hold.
        ConflictError: it is no longer what was approved.
        FaultsError: the clock is too short or too long, or an answer has no evidence.
    """
    check_may(actor, Action.NOTIFY)
    assessment = get_assessment(session, command.assessment_id)
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    faults = find_publishing_faults(session, assessment, catalog=catalog)
    check_faults((*_days_faults(command, is_sample=draft.organization.is_sample), *faults))
    noticed = move(session, assessment, AssessmentState.NOTICE, at=at)
    check_approved(session, noticed, draft)
    _retire(session, actor, find_last_notice(session, assessment.id), at=at)
    notice = Notice(
        id=command.id,
        organization_id=assessment.organization_id,
        assessment_id=assessment.id,
        token_digest=command.token_digest,
        state=ReplyState.SENT,
        days=command.days,
        draft=dump_snapshot(draft),
        sent_by=actor.person_id,
        sent_at=at,
    )
    add_notice(session, notice)
    log(session, actor, notice.assessment_id, Said(id=command.id, step=Step.SENT), at=at)
    return notice


def find_worse(
    session: Session, assessment: Assessment, *, catalog: Catalog, at: datetime
) -> tuple[str, ...] | None:
    """Return what is worse for the employer than in the draft they got, part by part.

    Where they got none, but the assessment starts from a published one, it is held against
    what is published. None means that there is neither, so a new notice is due in any case.
    The reason of a correction, in free words, is a part that they have to read as well.

    Raises:
        FaultsError: the answers cannot be scored; names every reason.
    """
    known = _known(session, assessment)
    if known is None:
        return None
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    edition = catalog.edition(assessment.rubric, assessment.edition)
    known = as_shown(known, edition.rubric, catalog.parameters.places)
    worse = worse_parts(known, draft, edition.rubric, things=papers_of(edition))
    return (*worse, REASON) if find_unread_reason(session, assessment) else worse


def resume_notice(
    session: Session, actor: Actor, command: ResumeNotice, *, catalog: Catalog, at: datetime
) -> Notice:
    """Go on under the earlier clock: nothing changed against the employer.

    Where the assessment starts from a published one and had no notice of its own, the notice
    of that one goes on counting.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such assessment.
        RefusedError: something is worse than in the draft they got (names it), there was
            none, or the assessment is not approved, or on hold.
        ConflictError: it is no longer what was approved.
    """
    check_may(actor, Action.NOTIFY)
    assessment = get_assessment(session, command.assessment_id)
    noticed = move(session, assessment, AssessmentState.NOTICE, at=at)
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    check_approved(session, noticed, draft)
    worse = find_worse(session, assessment, catalog=catalog, at=at)
    if worse is None:
        raise RefusedError("The employer has not got a draft yet. Send the notice.")
    if worse:
        raise RefusedError(
            f"This is worse than in the draft that the employer got, or new: {', '.join(worse)}. "
            f"Send a new notice; its clock runs for {SHORTEST_NOTICE} days or more."
        )
    notice = find_last_notice(session, assessment.id) or _carried(session, assessment, command)
    log(session, actor, notice.assessment_id, Said(id=command.id, step=Step.RESUMED), at=at)
    return notice


def renew_link(session: Session, actor: Actor, command: RenewLink, *, at: datetime) -> Notice:
    """Make a new link to the same draft. The old link is dead from now on.

    Whoever makes it cannot publish afterwards: they could have opened it in the employer's place.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such notice.
        RefusedError: the assessment is not with the employer any more.
    """
    check_may(actor, Action.NOTIFY)
    notice = get_open_notice(session, command.notice_id)
    withdraw_about(session, actor, notice.id, at=at)
    renewed = change_notice(
        session,
        replace(
            wait_for_link(session, notice, at=at),
            token_digest=command.token_digest,
            sent_by=actor.person_id,
        ),
    )
    note_replaced(session, notice.organization_id, notice.token_digest, at=at)
    log(session, actor, notice.assessment_id, Said(id=command.id, step=Step.LINK), at=at)
    return renewed


def _known(session: Session, assessment: Assessment) -> Snapshot | None:
    """Return what the employer has read: its draft, or what is published of it."""
    notice = find_last_notice(session, assessment.id)
    if notice is not None:
        return load_snapshot(notice.draft) if notice.delivered_at is not None else None
    baseline = find_baseline(session, assessment)
    return baseline.snapshot if baseline else None


def _carried(session: Session, assessment: Assessment, command: ResumeNotice) -> Notice:
    baseline = find_baseline(session, assessment)
    if baseline is None:
        raise RefusedError("The employer has not got a draft yet. Send the notice.")
    return carry_notice(session, baseline, assessment, notice_id=command.id)


def _retire(session: Session, actor: Actor, notice: Notice | None, *, at: datetime) -> None:
    """Let the link of an earlier notice die: there is a newer draft."""
    if notice is not None:
        withdraw_about(session, actor, notice.id, at=at)
        change_notice(session, replace(notice, token_digest=f"dead-{notice.id}"))


def _days_faults(command: SendNotice, *, is_sample: bool) -> Iterator[Fault]:
    shortest = 0 if is_sample else SHORTEST_NOTICE
    if not shortest <= command.days <= _LONGEST_NOTICE:
        message = f"The clock runs for {shortest} to {_LONGEST_NOTICE} days, not {command.days}."
        yield Fault(message=message, where="days", remedy=f"{USUAL_NOTICE} days are usual.")
