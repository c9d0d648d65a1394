"""How often one client may ask for what takes work, counted for all workers together."""

import hashlib
from datetime import timedelta

from flask import request
from werkzeug.exceptions import TooManyRequests

from jobquality.http import current
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.limits import count_try

MOST_EVALUATIONS = 60
_SPAN = timedelta(minutes=1)


def check_not_too_often() -> None:
    """Be quiet while a client asks for less than its share.

    Only a digest of the address is counted, and forgotten when the span is over.

    Raises:
        TooManyRequests: it asked more often; says when to try again.
    """
    here = current()
    secret = f"{here.settings.secret_key} {request.remote_addr or ''}"
    key = f"evaluate {hashlib.sha256(secret.encode()).hexdigest()}"
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        count = count_try(session, key, amount=1, at=here.clock(), within=_SPAN)
    if count > MOST_EVALUATIONS:
        raise TooManyRequests(
            f"At most {MOST_EVALUATIONS} questions a minute. Please wait a little.",
            retry_after=int(_SPAN.total_seconds()),
        )
