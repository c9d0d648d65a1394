"""Whether an employer is called as its chain says, before anything more is signed of it.

Whoever publishes under a name that was changed past the program would sign that name, and the
chain would contradict itself for good.
"""

from jobquality.errors import RefusedError
from jobquality.ledger.acts import called_of
from jobquality.services.standing import proof_of, standings_of
from jobquality.store.database import Session
from jobquality.store.employers import Employer, get_employer
from jobquality.store.publications import list_publications


def check_called(session: Session, employer_id: str) -> None:
    """Be quiet where an employer is called as the chain says, or the chain does not say yet.

    Raises:
        RefusedError: its name or its address was changed past the program.
    """
    if not is_called(session, get_employer(session, employer_id)):
        raise RefusedError(
            "The name or the address of this employer was changed past the program, so nothing "
            "more is signed of it. Let an administrator run 'jobquality verify'. Two people can "
            "give it its right name again."
        )


def is_called(session: Session, employer: Employer) -> bool:
    """Say whether an employer is called as its chain says, or the chain does not say yet."""
    said = _said_of(session, employer)
    return not said or said == called_of(employer.id, employer.name, employer.slug)


def _said_of(session: Session, employer: Employer) -> str:
    """Return what the chain says how an employer is called; empty before it says so."""
    owner = employer.organization_id
    standing = standings_of(session, [owner]).get(owner)
    if standing is None:
        return ""
    said = standing.called.get(employer.id, "")
    return said or _first_published(session, employer, standing.since)


def _first_published(session: Session, employer: Employer, after: int) -> str:
    """Return how the first publication after an entry calls an employer; empty without one."""
    published = list_publications(session, employer_id=employer.id)
    first = next((one for one in reversed(published) if one.number > after and one.content), None)
    return proof_of(first) if first else ""
