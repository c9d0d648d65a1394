"""Issued documents are signed by the key of their organization: no other file takes their place."""

from collections.abc import Mapping
from typing import Protocol

from jobquality.ledger.canonical import canonical_text
from jobquality.ledger.signing import Signer, is_signed


class Document(Protocol):
    """Which file a document is, and of what."""

    @property
    def organization_id(self) -> str: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def sha256(self) -> str: ...  # noqa: D102
    @property
    def signature(self) -> str: ...  # noqa: D102


def signature_of(document: Document, signer: Signer) -> str:
    """Return who signed it, and how: `KEY_ID.SIGNATURE`."""
    return f"{signer.key_id}.{signer.sign(_message(document))}"


def is_as_signed(document: Document, keys: Mapping[str, str]) -> bool:
    """Say whether a recorded key signed exactly this; `keys` are the public ones by their ids."""
    name, _, signature = document.signature.partition(".")
    key = keys.get(name)
    return key is not None and is_signed(_message(document), signature, key)


def _message(document: Document) -> bytes:
    said = {
        "document": document.kind,
        "format": 1,
        "language": document.language,
        "organization": document.organization_id,
        "sha256": document.sha256,
        "subject": document.subject,
    }
    return canonical_text(said).encode("utf-8")
