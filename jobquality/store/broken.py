"""The last wall before the database: no row holds what one of the two databases cannot keep.

PostgreSQL refuses a NUL inside a text, SQLite keeps it; half of a broken character fits into
neither. Forms and bodies say so at the field; this is for the field that somebody forgot.
"""

import re

from sqlalchemy import event
from sqlalchemy.orm import Session, UOWTransaction

from jobquality.errors import Fault, FaultsError

_BROKEN = re.compile(r"[\x00\ud800-\udfff]")


@event.listens_for(Session, "before_flush")
def _refuse(session: Session, _context: UOWTransaction, _instances: object) -> None:
    for row in (*session.new, *session.dirty):
        if any(isinstance(one, str) and _BROKEN.search(one) for one in vars(row).values()):
            message = "A text holds a control character or half of a broken one."
            raise FaultsError([Fault(message=message, remedy="Delete it, then send it again.")])
