"""Review: one person submits, another approves what they saw, or returns it with comments."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, Fault, RefusedError, check_faults
from jobquality.ledger.comparing import changed_parts, fingerprint
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.services.approvals import (
    as_submitted,
    check_another_person,
    check_submitted,
    move,
)
from jobquality.services.drafts import draft_snapshot
from jobquality.services.grounds import find_publishing_faults, findings
from jobquality.services.looks import check_nothing_asked, find_questions_of, send_questions
from jobquality.services.scorecards import score_assessment
from jobquality.services.timeline import Said, log
from jobquality.services.waiting import find_undecided
from jobquality.services.wholeness import Looked, how_much
from jobquality.store.assessments import (
    Assessment,
    change_assessment,
    get_assessment,
    list_answers,
)
from jobquality.store.corrections import find_correcting
from jobquality.store.database import Session
from jobquality.store.notices import change_notice, find_last_notice
from jobquality.store.reviews import Step
from jobquality.wording.whys import own_words

_LONGEST_COMMENT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """An assessment to be reviewed; `id` names the step, `comment` is for the reviewer."""

    id: str
    assessment_id: str
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """An approval of exactly what was seen.

    `version` and `seen` (a fingerprint of the draft) are those of the page that the reviewer
    read. `confirmed` are the critical findings whose source they read. `knows_partly` says that
    they know that they have not looked at everything, where that is so.
    `stands_for_reason` says that they read the reason of a correction, in free words, and that
    it says nothing of the employer which the answers do not prove.
    """

    id: str
    assessment_id: str
    version: int
    seen: Mapping[str, str]
    confirmed: frozenset[str] = frozenset()
    knows_partly: bool = False
    stands_for_reason: bool = False
    comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack:
    """An assessment that becomes a draft again.

    `comments` are by question; the one under the empty name is about the whole.
    """

    id: str
    assessment_id: str
    version: int
    comments: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A hold to set or to lift, or an assessment to give up, with the reason."""

    id: str
    assessment_id: str
    reason: str


def submit(
    session: Session, actor: Actor, command: Submit, *, catalog: Catalog, at: datetime
) -> Assessment:
    """Hand a draft to the reviewer.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such assessment.
        RefusedError: it is no draft, or on hold.
        FaultsError: answers of last year are unconfirmed, contradict each other, or have no
            evidence; names each.
    """
    check_may(actor, Action.ASSESS)
    assessment = get_assessment(session, command.assessment_id)
    submitted = move(session, assessment, AssessmentState.IN_REVIEW, at=at)
    check_faults([*find_unconfirmed(session, assessment), *find_undecided(session, assessment.id)])
    check_faults(find_publishing_faults(session, assessment, catalog=catalog))
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    said = _said(command.id, Step.SUBMITTED, {"": command.comment})
    kept = as_submitted(draft, step_id=command.id)
    log(session, actor, assessment.id, kept, *said, at=at)
    return submitted


def approve(
    session: Session, actor: Actor, command: Approve, *, catalog: Catalog, at: datetime
) -> Assessment:
    """Approve what was seen, and nothing else.

    Raises:
        ForbiddenError: the actor may not review, or wrote a part of it.
        NotFoundError: there is no such assessment.
        RefusedError: it is not in review, or on hold.
        ConflictError: it changed since the actor saw it, or since its author submitted it;
            names what changed.
        FaultsError: a critical finding is not confirmed or not well founded, an answer has
            no evidence, the actor still asks about one, has not looked at everything and
            does not say so, or does not stand for the free words in which a correction gives
            its reason; names each.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    check_another_person(session, actor, assessment, at=at)
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    _check_seen(assessment, draft, command)
    check_submitted(session, assessment, draft)
    looked = how_much(session, actor, assessment, draft, catalog=catalog)
    faults = _approval_faults(session, assessment, command, catalog)
    check_faults([*faults, *_partly_faults(command, looked)])
    check_nothing_asked(session, actor, assessment.id)
    approved = move(
        session,
        replace(assessment, reviewer_id=actor.person_id),
        AssessmentState.APPROVED,
        at=at,
    )
    seen = json.dumps(fingerprint(draft), sort_keys=True)
    log(session, actor, assessment.id, Said(id=command.id, step=Step.SEEN, comment=seen), at=at)
    card = score_assessment(session, assessment.id, catalog=catalog)
    found = (finding.critical.id for finding in findings(card))
    read = (Said(id=command.id, step=Step.FINDING, about=name) for name in found)
    said = (*_partly(command, looked), *_said(command.id, Step.APPROVED, command.comments))
    log(session, actor, assessment.id, *read, *said, at=at)
    return approved


def send_back(session: Session, actor: Actor, command: SendBack, *, at: datetime) -> Assessment:
    """Return an assessment to its author, with comments and questions. A link nobody opened dies.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such assessment.
        RefusedError: it is a draft already, published or given up, or on hold.
        ConflictError: it changed since the actor saw it.
        FaultsError: there is no comment, or one is too long.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    asked = find_questions_of(session, assessment.id)
    faults = _length_faults(command.comments) if asked else _comment_faults(command.comments)
    check_faults(faults)
    if assessment.version != command.version:
        raise ConflictError(_MOVED)
    returned = move(session, assessment, AssessmentState.DRAFT, at=at)
    _kill_unread_link(session, assessment)
    said = _said(command.id, Step.RETURNED, command.comments)
    log(session, actor, assessment.id, *said, at=at)
    send_questions(session, actor, returned, command.id)
    return returned


def hold(session: Session, actor: Actor, command: Mark, *, at: datetime) -> Assessment:
    """Block every further step of an assessment, with the reason.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such assessment.
        RefusedError: it is on hold already.
        FaultsError: there is no reason, or it is too long.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    check_faults(_reason_faults(command.reason))
    if assessment.hold_since is not None:
        raise RefusedError("This assessment is on hold already.")
    held = replace(assessment, hold_since=at, hold_reason=command.reason.strip(), changed_at=at)
    return _marked(session, actor, held, command, Step.HELD)


def lift(session: Session, actor: Actor, command: Mark, *, at: datetime) -> Assessment:
    """Let the steps of an assessment go on, with the reason.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such assessment.
        RefusedError: it is not on hold.
        FaultsError: there is no reason, or it is too long.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    check_faults(_reason_faults(command.reason))
    if assessment.hold_since is None:
        raise RefusedError("This assessment is not on hold.")
    lifted = replace(assessment, hold_since=None, hold_reason="", changed_at=at)
    return _marked(session, actor, lifted, command, Step.LIFTED)


def abandon(session: Session, actor: Actor, command: Mark, *, at: datetime) -> Assessment:
    """Give an assessment up for good, with the reason; nothing of it is ever published.

    Raises:
        ForbiddenError: the actor may not review.
        NotFoundError: there is no such assessment.
        RefusedError: it is published or given up already, or on hold.
        FaultsError: there is no reason, or it is too long.
    """
    check_may(actor, Action.REVIEW)
    assessment = get_assessment(session, command.assessment_id)
    check_faults(_reason_faults(command.reason))
    given_up = move(session, assessment, AssessmentState.ABANDONED, at=at)
    _kill_unread_link(session, assessment)
    said = _said(command.id, Step.ABANDONED, {"": command.reason})
    log(session, actor, assessment.id, *said, at=at)
    return given_up


_MOVED = (
    "This was sent back, submitted again or put on hold after you opened the page. "
    "Nothing was decided. Reload the page and read it again."
)


def _marked(
    session: Session, actor: Actor, assessment: Assessment, command: Mark, step: Step
) -> Assessment:
    change_assessment(session, assessment)
    said = _said(command.id, step, {"": command.reason})
    log(session, actor, assessment.id, *said, at=assessment.changed_at)
    return assessment


def find_unconfirmed(session: Session, assessment: Assessment) -> Iterator[Fault]:
    """Yield a fault for each answer of last time that nobody has confirmed yet."""
    for name, answer in list_answers(session, assessment.id).items():
        if answer.carried:
            message = f"{name} still holds the answer of last time."
            remedy = "Look again: confirm it, or give a new answer."
            yield Fault(message=message, where=name, remedy=remedy)


def _check_seen(assessment: Assessment, draft: Snapshot, command: Approve) -> None:
    changed = changed_parts(command.seen, fingerprint(draft))
    if changed:
        raise ConflictError(
            f"This changed after you opened the page: {', '.join(changed)}. "
            "Nothing was approved. Reload the page and look at it again."
        )
    if assessment.version != command.version:
        raise ConflictError(_MOVED)


def _approval_faults(
    session: Session, assessment: Assessment, command: Approve, catalog: Catalog
) -> Iterator[Fault]:
    yield from find_publishing_faults(session, assessment, catalog=catalog)
    card = score_assessment(session, assessment.id, catalog=catalog)
    for finding in findings(card):
        name = finding.critical.id
        if name not in command.confirmed:
            yield Fault(
                message=f"You have not confirmed the finding {name}.",
                where=f"finding-{name}",
                remedy="Read its source, then tick that you did. Or return the assessment.",
            )
    yield from _correction_faults(session, command)
    yield from _length_faults(command.comments)


def _correction_faults(session: Session, command: Approve) -> Iterator[Fault]:
    """Yield that nobody else stands for the free words of a reason that everyone will read."""
    correcting = find_correcting(session, command.assessment_id)
    if correcting is None or command.stands_for_reason:
        return
    if own_words("correction", correcting.reason):
        yield Fault(
            message="The reason of this correction is in free words, and needs a second person.",
            where="reason_read-yes",
            remedy="Read it, then tick that you stand for it. Or return the correction.",
        )


def _comment_faults(comments: Mapping[str, str]) -> Iterator[Fault]:
    if not _told(comments):
        yield Fault(
            message="There is no comment yet.",
            where="comment",
            remedy="Say what has to change, so that the author can change it.",
        )
    yield from _length_faults(comments)


def _length_faults(comments: Mapping[str, str]) -> Iterator[Fault]:
    for name, comment in comments.items():
        if len(comment) > _LONGEST_COMMENT:
            where = f"comment-{name}" if name else "comment"
            message = f"The comment has {len(comment)} characters, {_LONGEST_COMMENT} at most."
            yield Fault(message=message, where=where, remedy="Say it shorter.")


def _reason_faults(reason: str) -> Iterator[Fault]:
    if not reason.strip():
        yield Fault(message="There is no reason.", where="reason", remedy="Say why.")
    yield from (replace(fault, where="reason") for fault in _length_faults({"": reason}))


def _told(comments: Mapping[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in comments.items() if text.strip()}


def _kill_unread_link(session: Session, assessment: Assessment) -> None:
    """Let a link die that leads to a draft which will not be published as it stands."""
    notice = find_last_notice(session, assessment.id)
    if notice is not None and notice.delivered_at is None:
        change_notice(session, replace(notice, token_digest=f"dead-{notice.id}"))


def _partly_faults(command: Approve, looked: Looked) -> Iterator[Fault]:
    """Yield that not everything was looked at, unless the reviewer says that they know it."""
    if not (looked.is_whole or command.knows_partly):
        yield Fault(
            message="You have not looked at everything. Nothing was approved.",
            where="partly-yes",
            remedy="Look at the rest, or tick that you approve it so.",
        )


def _partly(command: Approve, looked: Looked) -> Iterator[Said]:
    """Yield how little was looked at, where it was not everything."""
    if not looked.is_whole:
        yield Said(id=command.id, step=Step.PARTLY, about=looked.kept)


def _said(base: str, step: Step, comments: Mapping[str, str]) -> Iterator[Said]:
    """Yield the step itself, and each comment on a question as a step of its own."""
    told = _told(comments)
    yield Said(id=base, step=step, comment=told.get("", ""))
    for name, comment in told.items():
        if name:
            yield Said(id=base, step=Step.COMMENT, about=name, comment=comment)
