"""Nobody confirms what somebody proposed whose account was closed."""

from jobquality.errors import RefusedError
from jobquality.store.database import Session
from jobquality.store.people import get_person


def check_still_here(session: Session, person_id: str) -> None:
    """Be quiet while whoever proposed something may still come in.

    Raises:
        RefusedError: their account is closed.
    """
    if not get_person(session, person_id).active:
        raise RefusedError(
            "The account of whoever proposed this was closed, so nobody can confirm it any more. "
            "Propose it anew."
        )
