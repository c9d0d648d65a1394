"""Setting right what is said of a workplace, as long as nobody but the team has read it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState
from jobquality.errors import NotFoundError, RefusedError, check_faults
from jobquality.rubrics.places import Places
from jobquality.services.employers import EstablishmentCommand, workplace_faults
from jobquality.services.events import EventKind, note
from jobquality.store import employers as store
from jobquality.store.assessments import Assessment, list_assessments
from jobquality.store.database import Session
from jobquality.store.employers import Establishment, get_whole
from jobquality.store.versions import check_version

#: Where nobody outside of the team has read an assessment, and no reviewer looks at it.
_FREE = frozenset({AssessmentState.DRAFT, AssessmentState.ABANDONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A workplace with what may be done: `is_free` to correct it, `is_unused` to remove it."""

    workplace: Establishment
    is_free: bool
    is_unused: bool


def read_workplace(session: Session, employer_id: str, workplace_id: str) -> Standing:
    """Return a workplace of an employer, and whether anything says what it is.

    Raises:
        NotFoundError: the employer has no such workplace.
    """
    known = store.list_establishments(session, employer_id)
    workplace = next((one for one in known if one.id == workplace_id), None)
    if workplace is None:
        raise NotFoundError("There is no such workplace.")
    named = tuple(_that_name(session, workplace_id))
    return Standing(
        workplace=workplace,
        is_free=all(one.state in _FREE for one in named),
        is_unused=not named,
    )


def correct_workplace(  # noqa: PLR0913  # what is said, what was seen, and what it is read with
    session: Session,
    actor: Actor,
    command: EstablishmentCommand,
    *,
    seen: int,
    places: Places,
    at: datetime,
) -> Establishment:
    """Set right what is said of a workplace; `seen` is the version that the form showed.

    What an employer has read, or everybody, names a workplace as it was: there it stays.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: the employer has no such workplace.
        RefusedError: an assessment that names it is with a reviewer, the employer, or public.
        ConflictError: somebody changed it since.
        FaultsError: as where it is added.
    """
    check_may(actor, Action.ASSESS)
    employer = get_whole(session, command.employer_id)
    standing = read_workplace(session, employer.id, command.id)
    _check_free(standing)
    check_version(standing.workplace, seen)
    others = _others(session, standing.workplace)
    check_faults(workplace_faults(session, command, others, places))
    before = standing.workplace
    after = replace(
        before,
        name=command.name,
        address=command.address,
        place=places.find(command.place) or employer.place,
        headcount=command.headcount,
        brand_id=command.brand_id,
    )
    if after == before:
        return before
    kept = store.change_establishment(session, after)
    note(session, actor, EventKind.SITE_CORRECTED, employer.id, at=at, **_changes(before, after))
    return kept


def remove_workplace(
    session: Session, actor: Actor, employer_id: str, workplace_id: str, *, at: datetime
) -> None:
    """Take away a workplace that was listed by mistake.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: the employer has no such workplace.
        RefusedError: an assessment names it.
    """
    check_may(actor, Action.ASSESS)
    employer = get_whole(session, employer_id)
    standing = read_workplace(session, employer.id, workplace_id)
    if not standing.is_unused:
        raise RefusedError("An assessment names this workplace, so it stays.")
    store.remove_establishment(session, workplace_id)
    was = standing.workplace
    note(session, actor, EventKind.SITE_REMOVED, employer.id, at=at, name=was.name)


def _that_name(session: Session, workplace_id: str) -> Iterable[Assessment]:
    """Return the assessments of whatever record that cover a workplace: it may have moved."""
    return (one for one in list_assessments(session) if workplace_id in one.sites)


def _check_free(standing: Standing) -> None:
    if not standing.is_free:
        raise RefusedError("Others have read an assessment that names this workplace, so it stays.")


def _others(session: Session, workplace: Establishment) -> tuple[Establishment, ...]:
    known = store.list_establishments(session, workplace.employer_id)
    return tuple(one for one in known if one.id != workplace.id)


def _changes(before: Establishment, after: Establishment) -> dict[str, str]:
    """Return what changed, in the words of the log: the fields, and the name and address before."""
    names = ("name", "address", "place", "headcount", "brand_id")
    fields = [name for name in names if getattr(before, name) != getattr(after, name)]
    return {"fields": " ".join(fields), "name": before.name}
