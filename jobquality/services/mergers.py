"""Two records of one employer become one, by two people where something is published.

Nothing signed changes: publications and certificates keep the record that they were signed
for, which stays as a part of the other one. Assessments, sites and names go over to it, and
the merger remembers each, so that it can be undone.

Source: docs/decisions/0026-employers.md
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, Fault, RefusedError, check_faults
from jobquality.services.called import check_called
from jobquality.services.contesting import mark
from jobquality.services.events import EventKind, note
from jobquality.services.factsigning import Decided, check_facts, sign_facts
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.likeness import name_key
from jobquality.services.renames import is_published
from jobquality.services.signing import sign_merger
from jobquality.services.stillhere import check_still_here
from jobquality.store.assessments import Assessment, list_assessments, move_assessments
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.employers import (
    Employer,
    Establishment,
    change_employer,
    get_employer,
    get_whole,
    list_establishments,
    list_family,
    list_of_brand,
    list_records,
    move_establishment,
)
from jobquality.store.keys import Keyring
from jobquality.store.mergers import (
    Merger,
    MergerState,
    add_merger,
    change_merger,
    get_merger,
    list_mergers,
)
from jobquality.store.names import (
    EmployerName,
    NameKind,
    add_name,
    list_names,
    move_names,
    remove_name,
)
from jobquality.store.publications import Publication, list_publications
from jobquality.store.renames import ChangeState, list_changes

#: How long a merger can be undone.
UNDO = timedelta(days=7)
_A = AssessmentState
_OPEN = (_A.DRAFT, _A.IN_REVIEW, _A.APPROVED, _A.NOTICE)
_FIXED = (_A.IN_REVIEW, _A.APPROVED, _A.NOTICE)
_CLOSED = "Somebody has decided on this already. Reload the page to see what came of it."


class Obstacle(StrEnum):
    """What stands in the way of a merger."""

    TWO_DRAFTS = "two_drafts"
    IN_REVIEW = "in_review"
    CHANGE_WAITS = "change_waits"
    BRAND = "brand"
    MERGER_WAITS = "merger_waits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing in the way; `assessments` are those that it is about."""

    obstacle: Obstacle
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a merger would do before it does: what moves, what stays as it was signed."""

    kept: Employer
    merged: Employer
    assessments: tuple[Assessment, ...]
    publications: tuple[Publication, ...]
    certificates: int
    sites: tuple[Establishment, ...]
    names: tuple[EmployerName, ...]
    conflicts: tuple[Conflict, ...]
    needs_second: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """Which record shall become a part of which, and why."""

    id: str
    kept_id: str
    merged_id: str
    reason: str


def preview_merger(session: Session, kept_id: str, merged_id: str, *, but: str = "") -> Preview:
    """Return what a merger would do; `but` is the merger itself where it is proposed already.

    Raises:
        NotFoundError: there is no such employer.
        RefusedError: it is the same record, or one is a part of another one already.
    """
    kept, merged = get_whole(session, kept_id), get_whole(session, merged_id)
    if kept.id == merged.id:
        raise RefusedError("Choose another employer: this is the same record.")
    records = [one.id for one in list_family(session, merged.id)]
    return Preview(
        kept=kept,
        merged=merged,
        assessments=list_assessments(session, merged.id),
        publications=list_publications(session, employer_ids=records),
        certificates=len(list_certificates(session, employer_ids=records)),
        sites=list_establishments(session, merged.id),
        names=list_names(session, [merged.id]),
        conflicts=tuple(_conflicts(session, kept, merged, but)),
        needs_second=is_published(session, kept.id) or is_published(session, merged.id),
    )


def propose_merger(
    session: Session, actor: Actor, command: Propose, *, keys: Keyring, at: datetime
) -> Merger:
    """Merge two records at once, or propose it where something is published of one of them.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such employer.
        FaultsError: no reason was given.
        RefusedError: something stands in the way.
    """
    check_may(actor, Action.ASSESS)
    if not command.reason.strip():
        check_faults([Fault(where="reason", message="Say how you know that they are one.")])
    preview = preview_merger(session, command.kept_id, command.merged_id)
    _check_clear(session, preview)
    merger = Merger(
        id=command.id,
        organization_id=preview.kept.organization_id,
        kept_id=preview.kept.id,
        merged_id=preview.merged.id,
        reason=command.reason.strip(),
        state=MergerState.OPEN,
        proposed_by=actor.person_id,
        proposed_at=at,
    )
    add_merger(session, merger)
    note(session, actor, EventKind.MERGER_PROPOSED, merger.kept_id, at=at)
    if not preview.needs_second:
        _merge(session, merger, preview, by=actor.person_id, at=at)
        _sign(session, merger, keys=keys, at=at)
        note(session, actor, EventKind.MERGED, merger.kept_id, at=at)
    return get_merger(session, merger.id)


def decide_merger(  # noqa: PLR0913  # who decides what how, with which keys, and when
    session: Session,
    actor: Actor,
    merger_id: str,
    *,
    is_confirmed: bool,
    keys: Keyring,
    at: datetime,
) -> None:
    """Confirm a merger that another person proposed, or refuse it; one's own can be taken back.

    Raises:
        ForbiddenError: the actor may not review, or proposed what is to be confirmed.
        NotFoundError: there is no such merger.
        ConflictError: somebody decided already.
        RefusedError: meanwhile something stands in the way.
    """
    merger = get_merger(session, merger_id)
    is_own = merger.proposed_by == actor.person_id
    if is_confirmed or not is_own:
        check_may(actor, Action.REVIEW)
    if merger.state is not MergerState.OPEN:
        raise ConflictError(_CLOSED)
    if is_confirmed:
        alone = "You proposed this merger, so another person has to confirm it."
        check_two(session, actor, [merger.proposed_by], alone, at=at, ways=ANY_WAY)
        check_still_here(session, merger.proposed_by)
    if not is_confirmed:
        done = replace(merger, state=MergerState.REFUSED, decided_by=actor.person_id, decided_at=at)
        change_merger(session, done)
        note(session, actor, EventKind.MERGER_REFUSED, merger.kept_id, at=at)
        return
    preview = preview_merger(session, merger.kept_id, merger.merged_id, but=merger.id)
    _check_clear(session, preview)
    _merge(session, merger, preview, by=actor.person_id, at=at)
    _sign(session, merger, keys=keys, at=at)
    note(session, actor, EventKind.MERGED, merger.kept_id, at=at)


def undo_merger(
    session: Session, actor: Actor, merger_id: str, *, keys: Keyring, at: datetime
) -> None:
    """Take two records apart again, each with what it had.

    Raises:
        ForbiddenError: the actor may neither assess nor review.
        NotFoundError: there is no such merger.
        RefusedError: it is not merged, seven days are over, something new rests on it, or what
            is known of them was changed past the program.
    """
    if not actor.may(Action.ASSESS):
        check_may(actor, Action.REVIEW)
    merger = get_merger(session, merger_id)
    why = find_why_not_undone(session, merger, at=at)
    if why:
        raise RefusedError(why)
    merged = get_employer(session, merger.merged_id)
    _check_known(session, merger.kept_id, merged.id)
    _take_apart(session, merger, merged)
    done = replace(merger, state=MergerState.UNDONE, decided_by=actor.person_id, decided_at=at)
    change_merger(session, done)
    _sign(session, merger, keys=keys, at=at)
    for one in (merger.kept_id, merger.merged_id):
        mark(session, one)
    note(session, actor, EventKind.UNMERGED, merger.kept_id, at=at)


def find_why_not_undone(session: Session, merger: Merger, *, at: datetime) -> str:
    """Return why a merger cannot be undone any more; empty where it can."""
    if merger.state is not MergerState.MERGED or merger.decided_at is None:
        return "These records are not merged."
    if at > merger.decided_at + UNDO:
        return "A merger can be undone for 7 days, and these are over."
    return _find_newer(session, merger, merger.decided_at)


def _find_newer(session: Session, merger: Merger, since: datetime) -> str:
    """Return what rests on both records since they are one; empty where nothing does."""
    records = [one.id for one in list_family(session, merger.kept_id)]
    published = list_publications(session, employer_ids=records)
    if any(one.published_at > since for one in published):
        return "Something was published since the merger, so it cannot be undone any more."
    later = (
        one
        for one in list_assessments(session, merger.kept_id)
        if one.id not in merger.moved.get("assessments", ())
    )
    sites = set(merger.moved.get("sites", ()))
    if any(sites & set(one.sites) for one in later):
        return "An assessment that was begun since covers sites of both, so it cannot be undone."
    return ""


def list_open(session: Session) -> tuple[tuple[Merger, Employer, Employer], ...]:
    """Return the mergers that wait for a second person, with both records."""
    found = list_mergers(session, state=MergerState.OPEN)
    records = list_records(
        session, {each for one in found for each in (one.kept_id, one.merged_id)}
    )
    return tuple((one, records[one.kept_id], records[one.merged_id]) for one in found)


def _conflicts(session: Session, kept: Employer, merged: Employer, but: str) -> Iterator[Conflict]:
    ours = [one for one in list_assessments(session, kept.id) if one.state in _OPEN]
    theirs = [one for one in list_assessments(session, merged.id) if one.state in _OPEN]
    twice = [one for one in (*ours, *theirs) if one.rubric in _rubrics(ours) & _rubrics(theirs)]
    if twice:
        yield Conflict(obstacle=Obstacle.TWO_DRAFTS, assessments=tuple(twice))
    fixed = tuple(one for one in theirs if one.state in _FIXED)
    if fixed:
        yield Conflict(obstacle=Obstacle.IN_REVIEW, assessments=fixed)
    if any(list_changes(session, one.id, state=ChangeState.OPEN) for one in (kept, merged)):
        yield Conflict(obstacle=Obstacle.CHANGE_WAITS)
    if kept.brand_id == merged.id or merged.brand_id == kept.id:
        yield Conflict(obstacle=Obstacle.BRAND)
    waiting = [*_waiting(session, kept), *_waiting(session, merged)]
    if any(one.id != but for one in waiting):
        yield Conflict(obstacle=Obstacle.MERGER_WAITS)


def _waiting(session: Session, employer: Employer) -> tuple[Merger, ...]:
    return list_mergers(session, employer.id, state=MergerState.OPEN)


def _rubrics(assessments: Iterable[Assessment]) -> set[str]:
    return {one.rubric for one in assessments}


_SENTENCES: Mapping[Obstacle, str] = {
    Obstacle.TWO_DRAFTS: "Both have an open assessment by the same standard. Finish or give up "
    "one of them first.",
    Obstacle.IN_REVIEW: "The record that goes away has an assessment under review or with the "
    "employer. Publish it or return it to its author first.",
    Obstacle.CHANGE_WAITS: "A change of a name waits for a second person. Decide on it first.",
    Obstacle.BRAND: "One is the brand of the other: a brand and who runs its sites are two.",
    Obstacle.MERGER_WAITS: "Another merger of one of them waits for a second person.",
}


def _check_clear(session: Session, preview: Preview) -> None:
    check_called(session, preview.kept.id)
    _check_known(session, preview.kept.id, preview.merged.id)
    if preview.conflicts:
        raise RefusedError("\n".join(_SENTENCES[one.obstacle] for one in preview.conflicts))


def _merge(session: Session, merger: Merger, preview: Preview, *, by: str, at: datetime) -> None:
    kept, merged = preview.kept, preview.merged
    second = by if by != merger.proposed_by else None
    also = _also_known_as(merger, merged, second, at)
    moved = {
        "assessments": tuple(one.id for one in preview.assessments),
        "sites": tuple(one.id for one in preview.sites),
        "slugs": tuple(one.slug for one in preview.sites),
        "names": tuple(one.id for one in preview.names),
        "records": tuple(one.id for one in list_family(session, merged.id)[1:]),
        "operators": tuple(
            one.id for one in list_of_brand(session, merged.id) if one.id != merged.id
        ),
        "added": (also.id,),
    }
    move_assessments(session, moved["assessments"], employer_id=kept.id)
    taken = {one.slug for one in list_establishments(session, kept.id)}
    for site in preview.sites:
        slug = site.slug if site.slug not in taken else f"{site.slug}-{site.id[:8]}"
        move_establishment(session, site.id, employer_id=kept.id, slug=slug)
    move_names(session, moved["names"], employer_id=kept.id)
    add_name(session, also)
    for one in moved["records"]:
        change_employer(session, replace(get_employer(session, one), merged_into=kept.id))
    for one in moved["operators"]:
        change_employer(session, replace(get_employer(session, one), brand_id=kept.id))
    # Nobody else looks for the record by its name any more: it is one of the other's names.
    part = replace(merged, merged_into=kept.id, name_key=f"={merged.id}")
    change_employer(session, part)
    done = replace(merger, state=MergerState.MERGED, moved=moved, decided_by=by, decided_at=at)
    change_merger(session, done)
    # A dispute of either record is now about what is current of both.
    mark(session, kept.id)


def _sign(session: Session, merger: Merger, *, keys: Keyring, at: datetime) -> None:
    done, kept = get_merger(session, merger.id), get_employer(session, merger.kept_id)
    sign_merger(session, done, kept, keys=keys, at=at)
    # What one person undoes is what two had decided before.
    people = (merger.proposed_by, merger.decided_by, done.decided_by)
    decided = Decided(by=tuple(one for one in people if one), keys=keys, at=at)
    sign_facts(session, (kept.id, merger.merged_id, *done.moved.get("operators", ())), decided)


def _check_known(session: Session, *employer_ids: str) -> None:
    """Refuse where what is known of one of them, or of who runs its sites, is not as signed."""
    for one in employer_ids:
        for each in {one, *(other.id for other in list_of_brand(session, one))}:
            check_facts(session, each)


def _also_known_as(
    merger: Merger, merged: Employer, second: str | None, at: datetime
) -> EmployerName:
    return EmployerName(
        id=merger.id,
        organization_id=merged.organization_id,
        employer_id=merger.kept_id,
        kind=NameKind.TRADE,
        text=merged.name,
        added_by=merger.proposed_by,
        added_at=at,
        confirmed_by=second,
    )


def _take_apart(session: Session, merger: Merger, merged: Employer) -> None:
    moved = merger.moved
    move_assessments(session, moved["assessments"], employer_id=merged.id)
    for site_id, slug in zip(moved["sites"], moved["slugs"], strict=True):
        move_establishment(session, site_id, employer_id=merged.id, slug=slug)
    names = {one.id for one in list_names(session, [merger.kept_id])}
    move_names(session, [one for one in moved["names"] if one in names], employer_id=merged.id)
    for one in moved["added"]:
        if one in names:
            remove_name(session, one)
    for one in moved["records"]:
        change_employer(session, replace(get_employer(session, one), merged_into=merged.id))
    for one in moved["operators"]:
        change_employer(session, replace(get_employer(session, one), brand_id=merged.id))
    alone = replace(merged, merged_into=None, name_key=name_key(merged.name))
    change_employer(session, alone)
