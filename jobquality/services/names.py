"""Further names of an employer: added by one person, shown to everyone once another confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, NotFoundError, RefusedError, check_faults
from jobquality.services.events import EventKind, note
from jobquality.services.factsigning import Decided, change_facts, is_forged_name, with_names
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.likeness import name_key
from jobquality.services.lookalikes import find_name_faults
from jobquality.services.practice import marked
from jobquality.services.stillhere import check_still_here
from jobquality.store import names as store
from jobquality.store.database import Session
from jobquality.store.employers import Employer, get_employer, get_whole
from jobquality.store.keys import Keyring
from jobquality.store.names import EmployerName, NameKind, list_names
from jobquality.store.practice import is_practice


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCommand:
    """A further name: what kind it is, and from when until when it was used."""

    id: str
    employer_id: str
    kind: NameKind
    text: str
    since: date | None = None
    until: date | None = None
    is_another: bool = False


def add_name(session: Session, actor: Actor, command: NameCommand, *, at: datetime) -> EmployerName:
    """Keep a further name of an employer.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such employer.
        FaultsError: the employer has it already, another one is known by it, or its days are
            in the wrong order.
    """
    check_may(actor, Action.ASSESS)
    employer = get_whole(session, command.employer_id)
    check_faults(_faults(session, employer, command))
    name = EmployerName(
        id=command.id,
        organization_id=employer.organization_id,
        employer_id=employer.id,
        kind=command.kind,
        text=marked(command.text) if is_practice(session, actor.organization_id) else command.text,
        since=command.since,
        until=command.until,
        added_by=actor.person_id,
        added_at=at,
    )
    store.add_name(session, name)
    note(session, actor, EventKind.NAME_ADDED, employer.id, at=at)
    return name


def confirm_name(  # noqa: PLR0913  # who confirms which name of whom, with which keys, when
    session: Session,
    actor: Actor,
    employer_id: str,
    name_id: str,
    *,
    keys: Keyring,
    at: datetime,
) -> None:
    """Stand behind a name as the second person; from now on everyone may see it.

    Raises:
        ForbiddenError: the actor may not review, or added the name.
        NotFoundError: there is no such name of this employer.
        RefusedError: the account of whoever added it was closed.
        SetupError: the key that signed so far is not here.
    """
    check_may(actor, Action.REVIEW)
    name = _name_of(session, employer_id, name_id)
    alone = "You added this name, so another person has to confirm it."
    check_two(session, actor, [name.added_by], alone, at=at, ways=ANY_WAY)
    check_still_here(session, name.added_by)
    store.confirm_name(session, name.id, by=actor.person_id)
    decided = Decided(by=(name.added_by, actor.person_id), keys=keys, at=at)
    change_facts(session, employer_id, lambda facts: with_names(facts, name), decided)
    note(session, actor, EventKind.NAME_CONFIRMED, employer_id, at=at)


def remove_name(
    session: Session, actor: Actor, employer_id: str, name_id: str, *, at: datetime
) -> None:
    """Take away a name that nobody confirmed yet.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such name of this employer.
        RefusedError: two people stand behind it: it is a part of the record.
    """
    check_may(actor, Action.ASSESS)
    name = _name_of(session, employer_id, name_id)
    # One that stands there past the program is nobody's word: the chain does not have it.
    if name.is_public and not is_forged_name(session, name):
        raise RefusedError("Two people stand behind this name, so it stays with the employer.")
    store.remove_name(session, name.id)
    note(session, actor, EventKind.NAME_REMOVED, employer_id, at=at)


def _name_of(session: Session, employer_id: str, name_id: str) -> EmployerName:
    get_employer(session, employer_id)
    name = store.get_name(session, name_id)
    if name.employer_id != employer_id:
        raise NotFoundError("There is no such name.")
    return name


def _faults(session: Session, employer: Employer, command: NameCommand) -> Iterator[Fault]:
    key = name_key(command.text)
    if not key:
        yield Fault(message="A name needs at least one letter or digit.", where="text")
        return
    own = (one.text for one in list_names(session, [employer.id]))
    if key in {name_key(one) for one in (employer.name, *own)}:
        yield Fault(message="The employer has this name already.", where="text")
    names = {"text": command.text}
    yield from find_name_faults(session, names, but=employer.id, is_another=command.is_another)
    if command.since and command.until and command.until < command.since:
        message = "The last day lies before the first."
        yield Fault(message=message, where="until", remedy="Change one of the two.")
