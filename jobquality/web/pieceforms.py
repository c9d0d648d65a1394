"""Read what a form says of a piece of evidence, and the file with it, through the one gate."""

from dataclasses import dataclass
from typing import Any

from flask import request

from jobquality.errors import FaultsError, check_faults
from jobquality.http import current
from jobquality.schemas.evidence import TypedDetails, TypedEvidence, read_details, read_evidence
from jobquality.schemas.forms import Form
from jobquality.services.evidence import EvidenceCommand
from jobquality.uploads.gate import LARGEST, Clean, let_in

_TYPED = ("title", "grade", "url", "captured_on")
_DETAILS = ("kind", "expires_on", "visibility", "of_worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPiece:
    """A form without a fault; its file was let in and is not kept yet. `seen`: see `Details`."""

    typed: TypedEvidence
    said: TypedDetails
    clean: Clean | None
    seen: str

    def command(
        self,
        assessment_id: str,
        criterion: str,
        id: str,  # noqa: A002 - as the field is called
    ) -> EvidenceCommand:
        """Keep the file, and return what the form asks for."""
        clean = self.clean
        return EvidenceCommand(
            id=id,
            assessment_id=assessment_id,
            criterion=criterion,
            **{name: getattr(self.typed, name) for name in _TYPED},
            **details_of(self.said),
            sha256=current().files.keep(clean.content) if clean and not self.typed.url else "",
            media_type=clean.kind.media_type if clean else "",
            size=len(clean.content) if clean else 0,
        )


def read_piece(kinds: tuple[str, ...]) -> SentPiece:
    """Return what was sent about a piece of one of these kinds.

    Raises:
        FaultsError: a field or the file cannot be taken; names every one.
    """
    form = Form(request.form)
    clean = _file(form)
    typed = read_evidence(form, today=current().clock().date())
    said = read_details(form, kinds=kinds)
    check_faults(form.faults)
    return SentPiece(typed=typed, said=said, clean=clean, seen=form.typed.get("seen", ""))


def details_of(said: TypedDetails) -> dict[str, Any]:
    """Return what is said beside the file or link itself, by field."""
    return {name: getattr(said, name) for name in _DETAILS}


def _file(form: Form) -> Clean | None:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return None
    if form.typed.get("url", "").strip():
        form.note("file", "This is a file and a link at once.", "Add them one after the other.")
    try:
        return let_in(sent.stream.read(LARGEST + 1), sent.filename)
    except FaultsError as refusal:
        form.faults.extend(refusal.faults)
        return None
