"""Setting a publication right: a new assessment from the old one, and the act that names both."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, PublicationState
from jobquality.errors import RefusedError, check_faults
from jobquality.ledger.acts import Act, Correction
from jobquality.ledger.differing import find_differences
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.rubrics.catalog import Catalog
from jobquality.services.acts import append_act
from jobquality.services.events import EventKind, note
from jobquality.services.proposals import lasting_faults
from jobquality.services.resting import suspend_fallen
from jobquality.services.telling import CORRECTED, tell_employer
from jobquality.store.assessments import (
    Assessment,
    add_answers,
    add_assessment,
    get_assessment,
    list_answers,
)
from jobquality.store.copies import add_copy, list_copies
from jobquality.store.corrections import (
    Correcting,
    add_correcting,
    find_correcting,
    list_correcting,
)
from jobquality.store.database import Session
from jobquality.store.employers import get_whole
from jobquality.store.evidence import add_evidence, list_evidence
from jobquality.store.keys import Keyring
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.publications import Publication, get_publication
from jobquality.wording.whys import own_words

_OVER = frozenset({AssessmentState.PUBLISHED, AssessmentState.ABANDONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCorrection:
    """A publication to be set right, and why; `id` is that of the new assessment."""

    id: str
    publication: str
    reason: str


def start_correction(
    session: Session,
    actor: Actor,
    command: StartCorrection,
    *,
    new_id: Callable[[], str],
    at: datetime,
) -> Assessment:
    """Begin a new assessment with everything that the published one says, to set it right.

    It is of the same employer, edition, day and sites; answers count as they stand, with who
    gave them. Whatever is changed goes through review by another person. What the employer
    read counts on while nothing is worse: see `jobquality.services.favor`.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such publication of this organization.
        RefusedError: it is not current, its record became a part of another one, or somebody
            sets it right already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.ASSESS)
    check_faults(lasting_faults(command.reason))
    publication = get_publication(session, command.publication)
    _check_open(session, publication)
    before = get_assessment(session, publication.assessment_id)
    assessment = _started_from(before, actor, command.id, at)
    add_assessment(session, assessment)
    correcting = Correcting(
        assessment_id=assessment.id,
        organization_id=assessment.organization_id,
        publication=publication.hash,
        reason=command.reason.strip(),
        started_by=actor.person_id,
        started_at=at,
    )
    add_correcting(session, correcting)
    _copy_all(session, before, assessment, new_id)
    note(session, actor, EventKind.CORRECTION_STARTED, publication.hash, at=at)
    return assessment


def _started_from(before: Assessment, actor: Actor, assessment_id: str, at: datetime) -> Assessment:
    """Return a draft of the actor's own that asks the same of the same, of the same day."""
    return replace(
        before,
        id=assessment_id,
        state=AssessmentState.DRAFT,
        author_id=actor.person_id,
        reviewer_id=None,
        created_at=at,
        changed_at=at,
        previous_id=before.id,
        hold_since=None,
        hold_reason="",
        version=1,
    )


def find_unread_reason(session: Session, assessment: Assessment) -> str:
    """Return words of the reason of a correction that its employer has not read; else nothing.

    They are on the page of the draft, so whoever got a draft of this correction has read them.
    Sentences of our own say nothing about anybody, and need nobody's reading.
    """
    correcting = find_correcting(session, assessment.id)
    if correcting is None:
        return ""
    notice = find_last_notice(session, assessment.id)
    is_read = notice is not None and notice.delivered_at and told_before(notice) is None
    return "" if is_read else own_words("correction", correcting.reason)


def told_before(notice: Notice) -> Snapshot | None:
    """Return what was published with this notice, where a correction goes on under its clock."""
    draft = load_snapshot(notice.draft)
    return draft if draft.published_at is not None else None


def check_correction(
    session: Session, assessment: Assessment, draft: Snapshot, *, catalog: Catalog
) -> None:
    """Be quiet where a draft is no correction, or one that can be published as it stands.

    Raises:
        RefusedError: what it corrects is not current any more, nothing public is different, or
            its reason says in free words what the employer has not read.
    """
    correcting = find_correcting(session, assessment.id)
    if correcting is None:
        return
    if draft.supersedes != correcting.publication:
        raise RefusedError(
            "The scorecard that this corrects is not the current one any more. "
            "Abandon this assessment, and correct the scorecard that is current now."
        )
    before = _before(session, correcting.publication, catalog)
    if not find_differences(before, draft):
        raise RefusedError(
            "Nothing public is different from the scorecard that this corrects. "
            "Return it to the author, or abandon it."
        )
    if find_unread_reason(session, assessment):
        raise RefusedError(
            "The employer has not read the reason of this correction, which is in free words. "
            "Return it to the author, let it be reviewed again, and send a new notice."
        )


def append_correction(  # noqa: PLR0913  # who published what, with which keys, and when
    session: Session,
    actor: Actor,
    published: Publication,
    *,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
    public_url: str = "",
) -> None:
    """Say in the chain what a publication sets right, where it is a correction.

    Certificates whose level does not hold any more are suspended, and the employer is told.
    """
    correcting = find_correcting(session, published.assessment_id)
    if correcting is None:
        return
    before = _before(session, correcting.publication, catalog)
    after = load_snapshot(published.content)
    people = (correcting.started_by, after.roles.reviewed_by, after.roles.published_by)

    def made(number: int) -> Act:
        return Correction(
            number=number,
            organization=published.organization_id,
            at=at,
            publication=published.hash,
            corrects=correcting.publication,
            reason=correcting.reason,
            differences=find_differences(before, after),
            decided_by=tuple(dict.fromkeys(people)),
        )

    append_act(session, published.organization_id, made, keys=keys, at=at)
    reason = correcting.reason
    suspend_fallen(session, actor, published, reason=reason, catalog=catalog, keys=keys, at=at)
    tell_employer(session, actor, published, CORRECTED, reason=reason, public_url=public_url, at=at)
    note(session, actor, EventKind.CORRECTED, published.hash, at=at)


def _check_open(session: Session, publication: Publication) -> None:
    if publication.state is not PublicationState.CURRENT:
        raise RefusedError("Only the scorecard that is current can be corrected.")
    get_whole(session, publication.employer_id)
    if find_open_corrections(session, publication.hash):
        raise RefusedError("Somebody corrects this scorecard already. Look under To do.")


def _copy_all(
    session: Session, before: Assessment, after: Assessment, new_id: Callable[[], str]
) -> None:
    answers = list_answers(session, before.id).values()
    add_answers(session, (replace(one, assessment_id=after.id) for one in answers))
    _copy_evidence(session, before, after, new_id)


def _copy_evidence(
    session: Session, before: Assessment, after: Assessment, new_id: Callable[[], str]
) -> None:
    """Copy the newest revision of each piece, and its copies that were let out."""
    for one in list_evidence(session, before.id):
        copied = replace(one, id=new_id(), assessment_id=after.id, revision=1, carried_from=one.id)
        add_evidence(session, copied)
        for copy in reversed(list_copies(session, [one.id])):
            if copy.is_out:
                add_copy(session, replace(copy, id=new_id(), evidence_id=copied.id))


def find_open_corrections(session: Session, publication: str) -> tuple[Correcting, ...]:
    """Return what was begun to set a publication right, and is not over yet."""
    return tuple(
        one
        for one in list_correcting(session, publication)
        if get_assessment(session, one.assessment_id).state not in _OVER
    )


def _before(session: Session, publication: str, catalog: Catalog) -> Snapshot:
    """Return what is corrected without what would be withheld today: no act says that again."""
    said = load_snapshot(get_publication(session, publication).content)
    return as_shown(said, catalog.get(said.rubric, said.edition), catalog.parameters.places)
