"""Evidence of last time that may still be relied on, and evidence that soon may not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, PublicationState
from jobquality.errors import NotFoundError, RefusedError
from jobquality.rubrics.catalog import Catalog
from jobquality.services.ages import ends_on, is_out_of_date, months_of
from jobquality.store.assessments import Assessment, get_assessment, hold_still, list_assessments
from jobquality.store.database import Session
from jobquality.store.evidence import (
    OTHER_KIND,
    Evidence,
    add_evidence,
    list_evidence,
    list_evidence_of,
)
from jobquality.store.publications import list_publications

_RUNNING = frozenset(
    {
        AssessmentState.DRAFT,
        AssessmentState.IN_REVIEW,
        AssessmentState.APPROVED,
        AssessmentState.NOTICE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """Pieces of last time to be used once more; `new_ids` has a fresh id for each."""

    assessment_id: str
    criterion: str
    evidence_ids: tuple[str, ...]
    new_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """A piece that may be relied on until the end of a day, and what it stands behind."""

    evidence: Evidence
    assessment: Assessment
    ends_on: date


def offered(
    session: Session, assessment: Assessment, criterion: str, *, catalog: Catalog
) -> tuple[Evidence, ...]:
    """Return the pieces of last time behind a question that are in date and not used yet."""
    if assessment.previous_id is None:
        return ()
    rubric = catalog.get(assessment.rubric, assessment.edition)
    months = months_of(rubric, criterion)
    used = {(one.criterion, one.sha256, one.url) for one in list_evidence(session, assessment.id)}
    return tuple(
        one
        for one in list_evidence(session, assessment.previous_id)
        if one.criterion == criterion
        and not one.claim_id
        and (criterion, one.sha256, one.url) not in used
        and not is_out_of_date(one, months, on=assessment.on)
    )


def carry_evidence(
    session: Session, actor: Actor, command: Carry, *, catalog: Catalog, at: datetime
) -> tuple[Evidence, ...]:
    """Use pieces of last time once more: the same file, with the day it had; nothing is uploaded.

    Whoever carries it stands behind it now. A copy for the public is drawn anew, because
    another assessment goes to the employer anew.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: a piece is not among those that are offered.
        RefusedError: the assessment is no draft any more.
    """
    check_may(actor, Action.ASSESS)
    hold_still(session, command.assessment_id)
    assessment = get_assessment(session, command.assessment_id)
    if assessment.state is not AssessmentState.DRAFT:
        raise RefusedError("This assessment is no draft any more, so its evidence stays as it is.")
    known = {
        one.id: one for one in offered(session, assessment, command.criterion, catalog=catalog)
    }
    if not set(command.evidence_ids) <= set(known):
        raise NotFoundError("This evidence is not among those of last time that are in date.")
    return tuple(
        _carried(session, known[old], assessment, actor, new_id=new, at=at)
        for old, new in zip(command.evidence_ids, command.new_ids, strict=True)
    )


def expiring(
    session: Session, until: date, *, catalog: Catalog, assessment_ids: Sequence[str] | None = None
) -> tuple[Expiring, ...]:
    """Return what ends on or before a day behind drafts and current publications, soonest first.

    The session belongs to one organization. `assessment_ids` narrows it to some of them; what
    ended already is in it too.
    """
    wanted = {
        one.id: one
        for one in _standing(session)
        if assessment_ids is None or one.id in assessment_ids
    }
    found = (
        Expiring(
            evidence=one,
            assessment=wanted[one.assessment_id],
            ends_on=ends_on(one, _months(wanted[one.assessment_id], one, catalog)),
        )
        for one in list_evidence_of(session, wanted)
    )
    ending = (one for one in found if one.ends_on <= until)
    return tuple(sorted(ending, key=lambda one: (one.ends_on, one.evidence.id)))


def _months(assessment: Assessment, evidence: Evidence, catalog: Catalog) -> int:
    return months_of(catalog.get(assessment.rubric, assessment.edition), evidence.criterion)


def _standing(session: Session) -> Iterable[Assessment]:
    """Yield the assessments that are on their way, and those that a publication stands on."""
    current = list_publications(session, state=PublicationState.CURRENT)
    published = {one.assessment_id for one in current}
    for one in list_assessments(session):
        if one.state in _RUNNING or one.id in published:
            yield one


def _carried(  # noqa: PLR0913  # what is carried where, by whom, under which id, and when
    session: Session,
    old: Evidence,
    assessment: Assessment,
    actor: Actor,
    *,
    new_id: str,
    at: datetime,
) -> Evidence:
    carried = replace(
        old,
        id=new_id,
        assessment_id=assessment.id,
        added_by=actor.person_id,
        added_at=at,
        captured_on=old.captured_on or old.added_at.date(),
        kind=old.kind if old.kind != OTHER_KIND else "",
        revision=1,
        carried_from=old.id,
    )
    add_evidence(session, carried)
    return carried
