"""Whether an employer is called as its chain says, before anything more is signed of it.

Whoever publishes under a name that was changed past the program would sign that name, and the
chain would contradict itself for good.
"""

from collections.abc import Iterator

from jobquality.errors import RefusedError
from jobquality.ledger.acts import (
    Act,
    ActKind,
    IdentityChanged,
    Merged,
    StoodBeside,
    called_of,
)
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.form import load_snapshot
from jobquality.services.amends import read_act
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.employers import Employer, get_employer
from jobquality.store.publications import list_publications

_KINDS = (ActKind.BESIDE.value, ActKind.IDENTITY.value, ActKind.MERGER.value)


def check_called(session: Session, employer_id: str) -> None:
    """Be quiet where an employer is called as the chain says, or the chain does not say yet.

    Raises:
        RefusedError: its name or its address was changed past the program.
    """
    employer = get_employer(session, employer_id)
    said = _said_of(session, employer)
    if said and said != called_of(employer.id, employer.name, employer.slug):
        raise RefusedError(
            "The name or the address of this employer was changed past the program, so nothing "
            "more is signed of it. Let an administrator run 'jobquality verify'. Two people can "
            "give it its right name again."
        )


def _said_of(session: Session, employer: Employer) -> str:
    """Return what the chain says how an employer is called; empty before it says so."""
    acts = tuple(_acts(session, employer.organization_id))
    begun = next((one for one in acts if isinstance(one, StoodBeside)), None)
    if begun is None:
        return ""
    found = [_named(one, employer.id) for one in acts if one.number >= begun.number]
    last = next((one for one in reversed(found) if one), "")
    return last or _first_published(session, employer, begun.number)


def _acts(session: Session, organization_id: str) -> Iterator[Act]:
    for entry, content in list_of_kinds(session, _KINDS, organization_id=organization_id):
        # What is not what was signed says nothing; `verify` names it.
        if hash_of(content) == entry.hash:
            yield read_act(entry.kind, content)


def _named(act: Act, employer_id: str) -> str:
    """Return how an act calls an employer; empty where it does not speak of it."""
    if isinstance(act, StoodBeside):
        return next((one.called for one in act.employers if one.employer == employer_id), "")
    is_kept = isinstance(act, Merged) and act.kept == employer_id and not act.is_undone
    is_own = isinstance(act, IdentityChanged) and act.employer == employer_id
    return act.called if isinstance(act, IdentityChanged | Merged) and (is_kept or is_own) else ""


def _first_published(session: Session, employer: Employer, after: int) -> str:
    """Return how the first publication after an entry calls an employer; empty without one."""
    published = list_publications(session, employer_id=employer.id)
    first = next((one for one in reversed(published) if one.number > after and one.content), None)
    if first is None:
        return ""
    said = load_snapshot(first.content).employer
    return called_of(employer.id, said.name, said.slug)
