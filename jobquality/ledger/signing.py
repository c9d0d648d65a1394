"""Ed25519 signatures; keys as raw bytes in base64url without padding."""

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs for one organization; `key_id` names the public key."""

    private_key: Ed25519PrivateKey

    @property
    def public_key(self) -> str:
        """The public half, raw, in base64url."""
        raw = self.private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return to_text(raw)

    @property
    def key_id(self) -> str:
        """The first 32 hex digits of the SHA-256 of the public key."""
        return key_id_of(self.public_key)

    def sign(self, message: bytes) -> str:
        """Return the signature in base64url."""
        return to_text(self.private_key.sign(message))


def key_id_of(public_key: str) -> str:
    """Return the id of a public key."""
    return hashlib.sha256(to_bytes(public_key)).hexdigest()[:32]


def is_signed(message: bytes, signature: str, public_key: str) -> bool:
    """Say whether the signature is of this message by this key."""
    try:
        Ed25519PublicKey.from_public_bytes(to_bytes(public_key)).verify(
            to_bytes(signature), message
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def to_text(raw: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def to_bytes(text: str) -> bytes:
    """Return what base64url without padding stands for.

    Raises:
        ValueError: it is not base64url.
    """
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
