"""The form of a sealed file: encrypted in pieces, so that large ones need little memory.

    8 bytes   b"JQSEALED"
    1 byte    the version of this form: 1
    8 bytes   the beginning of the SHA-256 of the key, so that a wrong key is told as one
    16 bytes  salt; with the file's name it makes the key of this one file (HKDF-SHA256)
    pieces    AES-256-GCM, each of 65,536 bytes of the file and 16 of proof; the last is shorter

The nonce counts the pieces and marks the last one, so that pieces that were swapped, doubled,
left out or cut off are found. Head and name are proved with every piece, so that one file
cannot take the place of another.
Source: Hoang, Reyhanitabar, Rogaway, Vizár 2015, "Online authenticated-encryption", STREAM.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_MAGIC = b"JQSEALED\x01"
_ID_SIZE = 8
_SALT_SIZE = 16
_HEAD_SIZE = len(_MAGIC) + _ID_SIZE + _SALT_SIZE
#: Bytes of a file in one piece, and of the proof behind it.
PIECE = 65536
_PROOF = 16
#: Bytes of a key.
KEY_SIZE = 32


class OtherKeyError(Exception):
    """It was sealed with another key than this one."""


class BrokenSealError(Exception):
    """It is not what was sealed: bytes were changed, swapped, cut off or added."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What seals and opens with one key."""

    key: bytes

    @property
    def id(self) -> bytes:
        """The beginning of the key's hash; tells keys apart and says nothing else of them."""
        return hashlib.sha256(self.key).digest()[:_ID_SIZE]

    def sealed(self, content: bytes, name: str) -> Iterator[bytes]:
        """Yield a file in its sealed form, piece by piece."""
        salt = os.urandom(_SALT_SIZE)
        head = _MAGIC + self.id + salt
        cipher = self._cipher(salt, name)
        yield head
        last = max(0, len(content) - 1) // PIECE
        for number in range(last + 1):
            piece = content[number * PIECE : (number + 1) * PIECE]
            nonce = _nonce(number, is_last=number == last)
            yield cipher.encrypt(nonce, piece, head + name.encode())

    def opened(self, file: BinaryIO, name: str) -> Iterator[bytes]:
        """Yield the content of a sealed file, piece by piece, each proved.

        Raises:
            OtherKeyError: it was sealed with another key.
            BrokenSealError: it is not what was sealed; what came before was.
        """
        head = file.read(_HEAD_SIZE)
        if len(head) < _HEAD_SIZE or not head.startswith(_MAGIC):
            raise BrokenSealError
        if head[len(_MAGIC) : -_SALT_SIZE] != self.id:
            raise OtherKeyError
        cipher = self._cipher(head[-_SALT_SIZE:], name)
        piece, number = file.read(PIECE + _PROOF), 0
        while piece:
            following = file.read(PIECE + _PROOF)
            nonce = _nonce(number, is_last=not following)
            yield _proved(cipher, nonce, piece, head + name.encode())
            piece, number = following, number + 1
        if number == 0:
            raise BrokenSealError

    def _cipher(self, salt: bytes, name: str) -> AESGCM:
        derive = HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=salt, info=name.encode())
        return AESGCM(derive.derive(self.key))


def is_sealed(beginning: bytes) -> bool:
    """Say whether a file that begins like this is sealed."""
    return beginning.startswith(_MAGIC)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


def _proved(cipher: AESGCM, nonce: bytes, piece: bytes, head: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, piece, head)
    except InvalidTag:
        raise BrokenSealError from None
