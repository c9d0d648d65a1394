"""Whoever comes in by a link: their name, address and password, each fault named at once."""

import secrets
from collections.abc import Iterable, Mapping

from jobquality.errors import FaultsError
from jobquality.http import current
from jobquality.schemas.accounts import PersonSchema, read_form
from jobquality.services.accounts import NewPerson
from jobquality.web.forms import all_faults, check_password
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.security import hashed


def read_newcomer(told: Mapping[str, object], known: Iterable[str]) -> NewPerson:
    """Return who comes in; `known` are words that their password may not be made of.

    Raises:
        FaultsError: the name, the address or the password will not do; names every fault.
    """
    refusals: list[FaultsError] = []
    person, password = {}, ""
    try:
        (person,) = read_form([PersonSchema()], told, current_speaker())
    except FaultsError as refusal:
        refusals.append(refusal)
    try:
        password = check_password(known)
    except FaultsError as refusal:
        refusals.append(refusal)
    if refusals:
        raise FaultsError(all_faults(*refusals))
    return NewPerson(
        id=current().new_id(),
        password_hash=hashed(password),
        session_key=secrets.token_hex(32),
        language=current_language(),
        **person,
    )
