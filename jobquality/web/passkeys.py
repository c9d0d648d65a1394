"""Passkeys: how a device proves who holds it, checked by py_webauthn.

Works only over https, or on localhost: browsers allow it nowhere else. Each question is asked
of one visit and answered once.

Source: docs/decisions/0023-people.md; W3C Web Authentication, level 3
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, generate_challenge
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from jobquality.http import current
from jobquality.services.steps import NewPasskey
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.passkeys import Passkey, find_passkey, list_passkeys, note_passkey_use
from jobquality.store.people import Person, get_person
from jobquality.web.security import drop_from_visit, find_in_visit, keep_in_visit

_CHALLENGE = "challenge"
#: How long a browser waits for its person, in milliseconds.
_PATIENCE = 300_000
_REQUIRED = UserVerificationRequirement.REQUIRED
_LONGEST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """For which site a passkey is: the name of the host, and the address of its pages."""

    host: str
    origin: str


def find_place() -> Place | None:
    """Return for which site passkeys are, or None where browsers allow none."""
    parts = urlsplit(current().settings.public_url)
    host = parts.hostname or ""
    if parts.scheme != "https" and host != "localhost":
        return None
    return Place(host=host, origin=f"{parts.scheme}://{parts.netloc}")


def registration_options(person: Person) -> str:
    """Return what to ask a device for a new passkey of somebody, as JSON; empty where none is."""
    place = find_place()
    if place is None:
        return ""
    options = generate_registration_options(
        rp_id=place.host,
        rp_name="jobquality",
        user_id=person.id.encode(),
        user_name=person.email or person.name,
        user_display_name=person.name,
        challenge=_challenge(),
        timeout=_PATIENCE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_REQUIRED
        ),
        exclude_credentials=_descriptors(passkeys_of(person)),
    )
    return options_to_json(options)


def login_options(person: Person | None = None) -> str:
    """Return what to ask a device to prove who holds it: anybody, or one person with theirs."""
    place = find_place()
    known = passkeys_of(person) if person else ()
    if place is None or (person is not None and not known):
        return ""
    options = generate_authentication_options(
        rp_id=place.host,
        challenge=_challenge(),
        timeout=_PATIENCE,
        allow_credentials=_descriptors(known),
        user_verification=_REQUIRED,
    )
    return options_to_json(options)


def read_registration(answer: str, *, passkey_id: str, name: str) -> NewPasskey | None:
    """Return the passkey that a device made for this visit, or None where it is not right."""
    place, challenge = find_place(), _take_challenge()
    if place is None or challenge is None or len(answer) > _LONGEST:
        return None
    try:
        verified = verify_registration_response(
            credential=json.loads(answer),
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError, AttributeError):
        return None
    return NewPasskey(
        id=passkey_id,
        name=name,
        credential_id=bytes_to_base64url(verified.credential_id),
        public_key=bytes_to_base64url(verified.credential_public_key),
        sign_count=verified.sign_count,
    )


def find_holder(answer: str) -> Person | None:
    """Return whose passkey answered this visit's question; its use is written down.

    None where it is not right: unknown, of a closed account, for another site, another
    question, without the person's own finger, face or PIN, or with a count that went back.
    """
    found = _known(answer)
    if found is None:
        return None
    passkey, credential = found
    count = _check(credential, passkey)
    here = current()
    if count is None:
        return None
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        note_passkey_use(session, passkey.id, sign_count=count, on=here.clock().date())
        person = get_person(session, passkey.person_id)
    return person if person.active else None


def is_passkey_of(person: Person, answer: str) -> bool:
    """Say whether one of this person's passkeys answered this visit's question."""
    holder = find_holder(answer) if answer else None
    return holder is not None and holder.id == person.id


def passkeys_of(person: Person) -> tuple[Passkey, ...]:
    """Return the passkeys of a person."""
    with current().database.reading(person.organization_id) as session:
        return list_passkeys(session, person.id)


def _known(answer: str) -> tuple[Passkey, dict[str, object]] | None:
    try:
        credential = json.loads(answer) if len(answer) <= _LONGEST else None
        wanted = bytes_to_base64url(base64url_to_bytes(credential["id"])) if credential else ""
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    with current().database.reading(EVERY_ORGANIZATION) as session:
        passkey = find_passkey(session, wanted) if wanted else None
    return (passkey, credential) if passkey and credential else None


def _check(credential: dict[str, object], passkey: Passkey) -> int | None:
    place, challenge = find_place(), _take_challenge()
    if place is None or challenge is None:
        return None
    try:
        verified = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=place.host,
            expected_origin=place.origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError, AttributeError):
        return None
    return verified.new_sign_count


def _challenge() -> bytes:
    """Return this visit's question; the same until it is answered, for several open pages."""
    kept = find_in_visit(_CHALLENGE)
    if kept is None:
        kept = bytes_to_base64url(generate_challenge())
        keep_in_visit(_CHALLENGE, kept)
    return base64url_to_bytes(kept)


def _take_challenge() -> bytes | None:
    kept = find_in_visit(_CHALLENGE)
    drop_from_visit(_CHALLENGE)
    return base64url_to_bytes(kept) if kept else None


def _descriptors(passkeys: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.credential_id)) for one in passkeys
    ]
