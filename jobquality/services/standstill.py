"""While an employer waits for an answer about more time, its clock stands still."""

from dataclasses import replace
from datetime import datetime

from jobquality.access.states import AssessmentState
from jobquality.store import extensions as store
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.extensions import Extension, ExtensionState
from jobquality.store.notices import Notice


def find_waiting(session: Session, notice: Notice) -> Extension | None:
    """Return what an employer waits for; once they replied, or it is given up, for nothing."""
    extension = store.find_extension(session, notice.id)
    if extension is None or extension.state is not ExtensionState.ASKED:
        return None
    state = get_assessment(session, notice.assessment_id).state
    is_given_up = state is AssessmentState.ABANDONED
    return None if is_given_up or notice.answered_at is not None else extension


def standing(session: Session, notice: Notice, *, at: datetime) -> Notice:
    """Return a notice with its end as it is now: later by as long as the employer waits.

    Nothing is written.
    """
    waiting = find_waiting(session, notice)
    if waiting is None or notice.ends_at is None:
        return notice
    return replace(notice, ends_at=notice.ends_at + (at - waiting.asked_at))
