"""Flask-Security over our own people: who they are, their passwords, and their second step.

Rows never leave the store, so Flask-Security works on a small copy of each person and gives
back what it changed.

Source: docs/decisions/0010-accounts.md
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from flask import Flask, current_app, g, request, session  # noqa: TID251 - logging in is what it is for
from flask_security import (
    RoleMixin,
    Security,
    Totp,
    UserDatastore,
    UserMixin,
    hash_password,
    login_user,
    logout_user,
)

from jobquality.http import current
from jobquality.services.passwords import LONGEST, normal
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.devices import note_device
from jobquality.store.limits import forget_old_tries
from jobquality.store.people import Person, change_person, find_person
from jobquality.store.sessions import forget_expired_visits
from jobquality.web.devices import device_of
from jobquality.web.entrances import note_entrance
from jobquality.web.limits import is_first_use
from jobquality.web.sessions import ServerSession, digest_of
from jobquality.web.visitors import LOGGED_IN, find_current_person

#: A code of the phone counts half a minute before and after its own.
_DRIFT = 30
_CODES = "jobquality.codes"
_HASH = "argon2"


class AccountRole(RoleMixin):
    """A role as Flask-Security wants it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.permissions: list[str] = []


class Account(UserMixin):
    """A person as Flask-Security wants them; only `password` and the second step are given back."""

    fs_uniquifier = ""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.id = person.id  # type: ignore[assignment]  # ours are texts
        self.email = person.email or ""
        self.password = person.password_hash
        self.active = person.active
        self.fs_uniquifier = person.session_key
        self.roles = [AccountRole(role) for role in sorted(person.roles)]
        self.tf_primary_method = person.second_factor
        self.tf_totp_secret = person.totp_secret


class People(UserDatastore):
    """Finds accounts in our own store, and writes them back through it."""

    def __init__(self) -> None:
        super().__init__(Account, AccountRole)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Account | None:  # noqa: ANN401, ARG002, FBT001, FBT002 - Flask-Security's own signature
        """Return the account with that session key or e-mail address, or None."""
        if kwargs.get("fs_uniquifier") == session.get(LOGGED_IN):
            person = find_current_person()
        else:
            person = _find(email=kwargs.get("email"), session_key=kwargs.get("fs_uniquifier"))
        return Account(person) if person else None

    def find_role(self, role: str) -> AccountRole:
        """Return the role of that name."""
        return AccountRole(role)

    def put(self, model: Account) -> Account:
        """Write back what Flask-Security changed: a password hashed anew, a second step."""
        changed = replace(
            model.person,
            password_hash=model.password,
            second_factor=model.tf_primary_method,
            totp_secret=model.tf_totp_secret,
        )
        with current().database.transaction(EVERY_ORGANIZATION) as opened:
            change_person(opened, changed)
        return model

    def commit(self) -> None:
        """Do nothing: `put` has its own transaction."""


class Codes(Totp):
    """The codes of people's phones, by our own clock."""

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        super().__init__({"1": secret}, "jobquality")
        self._totp = self._totp.using(now=lambda: clock().timestamp())


def add_security(app: Flask) -> None:
    """Give the application Flask-Security, without its own pages."""
    key = str(app.config["SECRET_KEY"])
    app.config.update(
        SECURITY_PASSWORD_HASH=_HASH,
        SECURITY_PASSWORD_SCHEMES=[_HASH],
        SECURITY_DEPRECATED_PASSWORD_SCHEMES=[],
        # A lost SECRET_KEY must not lock everybody out, so it is no part of the hash.
        SECURITY_PASSWORD_SINGLE_HASH=True,
        # Sixteen threads that hash at once need 16 × 19 MiB. Source: OWASP password storage.
        SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS={
            "argon2__memory_cost": 19456,
            "argon2__time_cost": 2,
            "argon2__parallelism": 1,
        },
        SECURITY_CLI_USERS_NAME=False,
        SECURITY_CLI_ROLES_NAME=False,
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_DEFAULT_REMEMBER_ME=False,
        SESSION_PROTECTION=None,  # phones change their address while people work
    )
    Security(app, People(), register_blueprint=False)
    app.extensions[_CODES] = Codes(_derived(key, "totp"), app.extensions["jobquality"].clock)


def find_account(email: str) -> Person | None:
    """Return whom an e-mail address belongs to, or None."""
    return _find(email=email)


def hashed(password: str) -> str:
    """Return what is kept of a password; slow on purpose."""
    return str(hash_password(normal(password)))


def is_password_of(person: Person | None, password: str) -> bool:
    """Say whether this person can come in with it. Takes as long where there is no such person."""
    _dummy_hash()  # made once; whoever comes first waits for it, known or not
    may_enter = person is not None and person.active and person.password_hash is not None
    account = Account(person) if person is not None and may_enter else _nobody()
    typed = normal(password)
    looked_at = typed[:LONGEST].replace("\0", "")  # the library stumbles over longer ones and NUL
    is_right = bool(account.verify_and_update_password(looked_at))
    return is_right and may_enter and looked_at == typed


def enter(person: Person) -> None:
    """Log somebody in: under a new key, with nothing kept of what was before."""
    forget_visit()
    login_user(Account(person))
    session["person_id"] = person.id
    note_proof()
    _note_device(person)
    note_entrance(person)
    _tidy()


def note_proof() -> None:
    """Write down that whoever is logged in proved just now that it is them."""
    session["proved_at"] = current().clock().timestamp()


def leave() -> None:
    """Log out, and forget the whole visit."""
    logout_user()
    forget_visit()


def forget_visit() -> None:
    """Empty the visit, and let its key open nothing any more."""
    session.clear()
    renew_visit()
    for name in ("person", "csrf_token"):
        g.pop(name, None)


def renew_visit() -> None:
    """Give the visit another key, so that one that was planted opens nothing."""
    if isinstance(session._get_current_object(), ServerSession):  # type: ignore[attr-defined]  # noqa: SLF001 - a proxy's only door
        session.renew()  # type: ignore[attr-defined]  # as the line above says


def keep_in_visit(name: str, value: object) -> None:
    """Keep a value for the next pages of this visit."""
    session[name] = value


def find_in_visit(name: str) -> Any:  # noqa: ANN401 - JSON
    """Return a value of this visit, or None."""
    return session.get(name)


def drop_from_visit(name: str) -> None:
    """Forget a value of this visit."""
    session.pop(name, None)


def new_totp_secret() -> str:
    """Return a new secret for somebody's phone, encrypted."""
    return _codes().generate_totp_secret()


def totp_key(secret: str) -> str:
    """Return the secret as it is typed into a phone: `ABCD-EFGH-…`."""
    return _codes().get_totp_pretty_key(secret)


def totp_address(secret: str, email: str) -> str:
    """Return the secret as a phone reads it from a picture."""
    return _codes().get_totp_uri(email, secret)


def is_code_right(person: Person, secret: str, code: str) -> bool:
    """Say whether the code is the phone's, now, and was not used before."""
    digits = "".join(code.split())
    right = _codes().verify_totp(digits, secret, Account(person), window=_DRIFT)
    return right and is_first_use(person.id, digits)


def current_visit_digest() -> str:
    """Return what is kept of this visit's key, or nothing while it has none."""
    visit = session._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - a proxy's only door
    return digest_of(visit.key) if isinstance(visit, ServerSession) and visit.key else ""


def _note_device(person: Person) -> None:
    """Tell somebody at their login of new kinds of devices that came in as them."""
    here, device = current(), device_of(request.user_agent.string)
    with here.database.transaction(person.organization_id) as opened:
        news = note_device(opened, person, device, here.clock().date())
    if news:
        session["news"] = [[one.device, one.first_on.isoformat()] for one in news]


def _tidy() -> None:
    """Forget what is over, each time somebody logs in: no clock of its own is needed for it."""
    here = current()
    with here.database.transaction(EVERY_ORGANIZATION) as opened:
        forget_expired_visits(opened, at=here.clock())
        forget_old_tries(opened, at=here.clock())


def _codes() -> Totp:
    return current_app.extensions[_CODES]  # type: ignore[no-any-return]  # put there above


@cache
def _dummy_hash() -> str:
    return hashed(secrets.token_urlsafe(32))


def _nobody() -> Account:
    nobody = Person(
        id="", organization_id="", name="", email=None, roles=frozenset(), language="en",
        session_key="", created_at=current().clock(), password_hash=_dummy_hash(),
    )  # fmt: skip
    return Account(nobody)


def _find(*, email: str | None = None, session_key: str | None = None) -> Person | None:
    with current().database.reading(EVERY_ORGANIZATION) as opened:
        return find_person(opened, email=email, session_key=session_key)


def _derived(key: str, purpose: str) -> str:
    return hmac.new(key.encode(), f"jobquality {purpose}".encode(), hashlib.sha256).hexdigest()
