"""The key that files are sealed with: made once, kept outside the database and the files."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jobquality.errors import SetupError
from jobquality.store.folders import make_private, sync_folder
from jobquality.store.sealing import KEY_SIZE, Seal

#: The name of the key's file; no organization's, for those end in `.pem`.
NAME = "evidence.key"


@dataclass(frozen=True, slots=True)
class FileKey:
    """The file that holds the key, as 64 hexadecimal digits.

    Whoever has it can read every sealed file; without it nobody can.
    """

    place: Path

    def is_there(self) -> bool:
        """Say whether there is a key."""
        return self.place.exists()

    def seal(self) -> Seal:
        """Return what seals and opens.

        Raises:
            SetupError: there is no key, or the file holds something else.
        """
        try:
            text = self.place.read_text(encoding="ascii")
        except FileNotFoundError:
            raise SetupError(
                f"The key that files are sealed with is missing: {self.place}. "
                "Restore it from a backup; without it nobody can read them."
            ) from None
        except UnicodeDecodeError:
            text = ""
        return Seal(self._key(text.strip()))

    def make(self) -> None:
        """Make a key where there is none; it is on the disk when this returns.

        Where another worker was faster, theirs stays.
        """
        make_private(self.place.parent)
        handle, part = tempfile.mkstemp(suffix=".part", dir=self.place.parent)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(os.urandom(KEY_SIZE).hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(part, self.place)
        except FileExistsError:
            pass
        finally:
            Path(part).unlink()
        sync_folder(self.place.parent)

    def _key(self, text: str) -> bytes:
        try:
            key = bytes.fromhex(text)
        except ValueError:
            key = b""
        if len(key) != KEY_SIZE:
            raise SetupError(
                f"{self.place} is no key of 64 hexadecimal digits. Restore it from a backup."
            )
        return key
