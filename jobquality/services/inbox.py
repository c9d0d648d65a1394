"""The inbox of a reviewer: what waits for a review, the longest wait first."""

from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor
from jobquality.access.states import AssessmentState
from jobquality.store import desk as store
from jobquality.store.assessments import Assessment, list_assessments
from jobquality.store.database import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReview:
    """An assessment that waits for the actor's review since some moment."""

    assessment: Assessment
    employer_name: str
    since: datetime


def inbox_of(session: Session, actor: Actor) -> tuple[ToReview, ...]:
    """Return what the actor can review, in four queries: no answer and no draft is read."""
    if not actor.may(Action.REVIEW):
        return ()
    found = [
        one
        for one in list_assessments(session)
        if one.state is AssessmentState.IN_REVIEW and one.hold_since is None
    ]
    authors = store.authors_of(session, [one.id for one in found])
    since = store.submitted(session)
    names = store.names_of_employers(session)
    waiting = (
        ToReview(
            assessment=one,
            employer_name=names[one.employer_id][0],
            since=since.get(one.id, one.changed_at),
        )
        for one in found
        if actor.person_id not in {one.author_id, *authors.get(one.id, ())}
    )
    return tuple(sorted(waiting, key=lambda one: (one.since, one.assessment.id)))


def find_next(session: Session, actor: Actor, assessment_id: str) -> ToReview | None:
    """Return what to review after this one: the next in the inbox, else its first."""
    inbox = inbox_of(session, actor)
    ids = [one.assessment.id for one in inbox]
    others = [one for one in inbox if one.assessment.id != assessment_id]
    after = inbox[ids.index(assessment_id) + 1 :] if assessment_id in ids else ()
    return next(iter((*after, *others)), None)
