"""Who wrote it, what was approved, and what stands in the way of the next step."""

import json
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.access.states import AssessmentState, check_step
from jobquality.errors import ConflictError, RefusedError
from jobquality.ledger.comparing import changed_parts, fingerprint
from jobquality.ledger.snapshot import Snapshot
from jobquality.services.hands import check_two
from jobquality.services.timeline import Said
from jobquality.store.assessments import Assessment, change_assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.evidence import list_evidence
from jobquality.store.reviews import ReviewStep, Step, list_steps

#: What is said to whoever wrote a part of what is to be approved.
WROTE = (
    "You wrote a part of this assessment, so another person has to review it. "
    "Nobody publishes alone."
)
#: What a kept fingerprint is about; the one of an approval is about the whole, so empty.
_SUBMITTED = "submitted"


def authors_of(session: Session, assessment: Assessment) -> frozenset[str]:
    """Return the ids of all who wrote a part: who began it, each answer, each evidence."""
    answers = (answer.author_id for answer in list_answers(session, assessment.id).values())
    evidence = (one.added_by for one in list_evidence(session, assessment.id))
    return frozenset({assessment.author_id, *answers, *filter(None, evidence)})


def check_another_person(
    session: Session, actor: Actor, assessment: Assessment, *, at: datetime
) -> None:
    """Be quiet when the actor wrote no part of the assessment.

    Raises:
        ForbiddenError: they did, or could have: two people stand behind whatever is published.
    """
    check_two(session, actor, authors_of(session, assessment), WROTE, at=at)


def move(
    session: Session, assessment: Assessment, state: AssessmentState, *, at: datetime
) -> Assessment:
    """Take an assessment to its next state.

    Raises:
        RefusedError: it is on hold, or that step does not exist.
        ConflictError: somebody changed it since it was read.
    """
    check_not_held(assessment)
    check_step(assessment.state, state)
    moved = replace(assessment, state=state, changed_at=at)
    change_assessment(session, moved)
    return moved


def check_not_held(assessment: Assessment) -> None:
    """Be quiet when no hold blocks the assessment.

    Raises:
        RefusedError: one does; says since when and why.
    """
    if assessment.hold_since is not None:
        raise RefusedError(
            f"This assessment is on hold since {assessment.hold_since:%Y-%m-%d}: "
            f"{assessment.hold_reason} A reviewer can lift the hold."
        )


def check_approved(session: Session, assessment: Assessment, draft: Snapshot) -> None:
    """Be quiet when the draft is, part by part, the one that the reviewer approved.

    Raises:
        ConflictError: something changed since; names each part.
    """
    seen = _seen(session, assessment, "")
    if not seen:
        raise RefusedError("Nobody has approved this assessment yet.")
    changed = _changed_since(seen, draft)
    if changed:
        raise ConflictError(
            f"This changed after it was approved: {', '.join(changed)}. "
            "Return it to the author; then let it be reviewed again."
        )


def as_submitted(draft: Snapshot, *, step_id: str) -> Said:
    """Return the step that keeps what an author hands over: that is approved, nothing else."""
    seen = json.dumps(fingerprint(draft), sort_keys=True)
    return Said(id=step_id, step=Step.SEEN, about=_SUBMITTED, comment=seen)


def check_submitted(session: Session, assessment: Assessment, draft: Snapshot) -> None:
    """Be quiet when the draft is, part by part, the one that its author submitted.

    Facts about the employer and dated figures can change meanwhile; whoever changed them must
    not be the only one who looked at what came of it.

    Raises:
        ConflictError: something changed since; names each part.
    """
    seen = _seen(session, assessment, _SUBMITTED)
    changed = _changed_since(seen, draft) if seen else ()
    if changed:
        raise ConflictError(
            f"This changed after its author submitted it: {', '.join(changed)}. Nothing was "
            "approved. Return it, so that the author looks at it and submits it again."
        )


def _seen(session: Session, assessment: Assessment, about: str) -> list[ReviewStep]:
    steps = list_steps(session, assessment.id)
    return [one for one in steps if one.step is Step.SEEN and one.criterion == about]


def _changed_since(seen: list[ReviewStep], draft: Snapshot) -> tuple[str, ...]:
    now = fingerprint(draft)
    # A sample may be approved twice under a clock that stands still.
    last = (one for one in seen if one.at == seen[-1].at)
    return min((changed_parts(json.loads(one.comment), now) for one in last), key=len)
