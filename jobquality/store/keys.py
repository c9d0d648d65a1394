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
from jobquality.store.folders import make_private, sync_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One file of a key: whose it is by its name, and its key; empty where it holds none."""

    name: str
    organization_id: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Keyring:
    """A folder with the private keys of organizations. Whoever has one can sign as them.

    The first key of an organization is `ID.pem`; a later one is `ID-KEY.pem` after its own id.
    """

    folder: Path

    def signer(self, organization_id: str, key_id: str = "") -> Signer:
        """Return the organization's signer; without `key_id` the first, made at its first use.

        Raises:
            SetupError: no file holds the key of that id, or a file holds something else.
        """
        if key_id:
            return self._find(organization_id, key_id)
        place = self.folder / f"{organization_id}.pem"
        if not place.exists():
            self._make(place, Ed25519PrivateKey.generate())
        return _read(place)

    def make_next(self, organization_id: str) -> Signer:
        """Make one more key, which signs once an entry of the chain names it."""
        signer = Signer(Ed25519PrivateKey.generate())
        place = self.folder / f"{organization_id}-{signer.key_id}.pem"
        self._make(place, signer.private_key)
        return signer

    def retire(self, organization_id: str, key_id: str) -> None:
        """Remove the private half of a key that signs no more. Its public half stays for ever."""
        for place in self._places(organization_id):
            if _read(place).key_id == key_id:
                place.unlink(missing_ok=True)

    def forget(self, organization_id: str) -> None:
        """Remove every key; only the organization of samples ever loses its own."""
        for place in self._places(organization_id):
            place.unlink(missing_ok=True)

    def list_filed(self) -> tuple[Filed, ...]:
        """Return every file of a key, by name."""
        return tuple(
            Filed(
                name=place.name,
                organization_id=place.stem.partition("-")[0],
                key_id=_key_id_in(place),
            )
            for place in sorted(self.folder.glob("*.pem"))
        )

    def _places(self, organization_id: str) -> list[Path]:
        first = self.folder / f"{organization_id}.pem"
        later = sorted(self.folder.glob(f"{organization_id}-*.pem"))
        return [place for place in (*later, first) if place.exists()]

    def _find(self, organization_id: str, key_id: str) -> Signer:
        for place in self._places(organization_id):
            signer = _read(place)
            if signer.key_id == key_id:
                return signer
        # A new key would pass for the old one, and the loss would come out years later.
        raise SetupError(
            "The key that signed this organization's publications is missing. "
            "Restore the folder 'keys' from a backup."
        )

    def _make(self, place: Path, key: Ed25519PrivateKey) -> None:
        make_private(place.parent)
        content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
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


def _key_id_in(place: Path) -> str:
    try:
        return _read(place).key_id
    except (SetupError, OSError):
        return ""


def _read(place: Path) -> Signer:
    try:
        key = load_pem_private_key(place.read_bytes(), password=None)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise SetupError(f"{place} is no Ed25519 key. Restore it from a backup.")
    return Signer(key)
