"""Signing keys: made once, kept in files outside the database, for their owner's eyes."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from jobquality.errors import SetupError
from jobquality.ledger.signing import Signer
from jobquality.store.files import sync_folder


@dataclass(frozen=True, slots=True)
class Keyring:
    """A folder with one private key an organization. Whoever has a key can sign as them."""

    folder: Path

    def signer(self, organization_id: str) -> Signer:
        """Return the organization's signer; the key is made at its first use.

        Raises:
            SetupError: the file holds something else.
        """
        place = self.folder / f"{organization_id}.pem"
        if not place.exists():
            self._make(place)
        try:
            key = load_pem_private_key(place.read_bytes(), password=None)
        except ValueError:
            key = None
        if not isinstance(key, Ed25519PrivateKey):
            raise SetupError(f"{place} is no Ed25519 key. Restore it from a backup.")
        return Signer(key)

    def forget(self, organization_id: str) -> None:
        """Remove a key; only the organization of samples ever loses its own."""
        (self.folder / f"{organization_id}.pem").unlink(missing_ok=True)

    def _make(self, place: Path) -> None:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        content = Ed25519PrivateKey.generate().private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        )
        # For its owner's eyes from the first moment; a kill in the middle leaves only a stray.
        handle, part = tempfile.mkstemp(suffix=".part", dir=place.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            # A link fails where another worker was faster; a rename would replace its key.
            os.link(part, place)
        except FileExistsError:
            pass
        finally:
            Path(part).unlink()
        sync_folder(place.parent)
