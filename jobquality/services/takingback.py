"""A decision on a reply is taken back, with a reason, while nothing of it is printed.

By somebody who did not make it; or, until the employer's clock ends, by whoever made it alone.

Source: docs/decisions/0040-clock-and-decision.md
"""

from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, ReplyState, check_reply_step
from jobquality.errors import RefusedError, check_faults
from jobquality.services.approvals import check_another_person
from jobquality.services.corrections import told_before
from jobquality.services.hands import check_two
from jobquality.services.proposals import reason_faults
from jobquality.services.readfirst import untell_decision
from jobquality.services.standstill import standing
from jobquality.services.timeline import Said, log
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.notices import Notice, change_notice, get_notice
from jobquality.store.panels import drop_panel, list_panelists
from jobquality.store.reviews import Step

_OVER = (AssessmentState.PUBLISHED, AssessmentState.ABANDONED)
_ALONE = (
    "You made this decision, and the employer's clock has ended or others signed it too. "
    "So another person takes it back."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """A decision that should not stand, and why; the employer reads the reason."""

    id: str
    notice_id: str
    reason: str


def take_back_decision(
    session: Session, actor: Actor, command: TakeBack, *, at: datetime
) -> Notice:
    """Let a reply wait for a decision again. What was decided stays in the history, word for word.

    Until somebody decides anew nothing is published, so nothing is lost for the employer.

    Raises:
        ForbiddenError: the actor may not review, wrote a part of the assessment, or decided
            with others or before the employer's clock ended.
        NotFoundError: there is no such notice.
        RefusedError: nothing is decided, or it is published already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.REVIEW)
    check_faults(reason_faults(command.reason))
    notice = get_notice(session, command.notice_id)
    assessment = get_assessment(session, notice.assessment_id)
    check_another_person(session, actor, assessment, at=at)
    _check_open(assessment, notice)
    check_reply_step(notice.state, ReplyState.ANSWERED)
    if not _is_own(session, actor, notice, at=at):
        check_two(session, actor, _deciders(session, notice), _ALONE, at=at)
    open_again = replace(
        notice, state=ReplyState.ANSWERED, decision="", decided_by=None, decided_at=None
    )
    untell_decision(session, actor, notice, at=at)
    kept = f"{command.reason.strip()}\n\n{notice.decision}"
    said = Said(id=command.id, step=Step.TAKEN_BACK, about=notice.id, comment=kept)
    drop_panel(session, notice.id)
    changed = change_notice(session, open_again)
    log(session, actor, assessment.id, said, at=at)
    return changed


def is_open_to_change(session: Session, notice: Notice) -> bool:
    """Say whether a decision is made and could still be taken back by somebody."""
    if notice.state is not ReplyState.DECIDED:
        return False
    assessment = get_assessment(session, notice.assessment_id)
    return assessment.state not in _OVER and told_before(notice) is None


def may_take_back(session: Session, actor: Actor, notice: Notice, *, at: datetime) -> bool:
    """Say whether somebody who reviews is asked whether a decision should stand."""
    if not actor.may(Action.REVIEW) or not is_open_to_change(session, notice):
        return False
    is_decider = actor.person_id in _deciders(session, notice)
    return not is_decider or _is_own(session, actor, notice, at=at)


def _is_own(session: Session, actor: Actor, notice: Notice, *, at: datetime) -> bool:
    """Say whether somebody decided alone, and the employer's clock still runs."""
    ends_at = standing(session, notice, at=at).ends_at
    is_alone = _deciders(session, notice) == {actor.person_id}
    return is_alone and ends_at is not None and at < ends_at


def _check_open(assessment: Assessment, notice: Notice) -> None:
    if assessment.state in _OVER or told_before(notice) is not None:
        raise RefusedError(
            "This decision is published, so it stays as it was printed. Correct the scorecard if "
            "it is wrong."
        )


def _deciders(session: Session, notice: Notice) -> set[str]:
    signed = {one.person_id for one in list_panelists(session, notice.id) if one.signed_at}
    return signed | ({notice.decided_by} if notice.decided_by else set())
