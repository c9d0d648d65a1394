"""A standard to take along: its questions on paper, and as a form for KoBo and ODK."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from flask import Blueprint, send_file, url_for
from werkzeug.wrappers import Response

from jobquality.documents.papers import paper_pdf
from jobquality.http import current
from jobquality.reading.fieldforms import field_form
from jobquality.rubrics.catalog import Edition
from jobquality.tables.fieldforms import xlsform_bytes
from jobquality.web.documents import send_pdf
from jobquality.web.languages import current_language

blueprint = Blueprint("papers", __name__)

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = {"en": "questions", "es": "preguntas"}


@blueprint.get("/<any(en,es):language>/standards/<rubric_id>/<edition>/questions.pdf")
def sheet(rubric_id: str, edition: str) -> Response:
    """Give the question sheet of a standard, blank."""
    found = current().catalog.edition(rubric_id, edition)
    address = url_for("methods.page", rubric_id=rubric_id, edition=edition)
    wanted = _Wanted(
        edition=found,
        language=current_language(),
        address=f"{current().settings.public_url}{address}",
    )
    return send_pdf(_drawn(wanted), name=sheet_name(found, current_language()))


@blueprint.get("/standards/<rubric_id>/<edition>-xlsform.xlsx")
def form(rubric_id: str, edition: str) -> Response:
    """Give a standard as a form for KoBo and ODK, in both languages."""
    found = current().catalog.edition(rubric_id, edition)
    return send_form(xlsform_bytes(field_form(found)), name=form_name(found))


def send_form(content: bytes, *, name: str) -> Response:
    """Answer with an XLSForm to be saved."""
    return send_file(BytesIO(content), mimetype=_EXCEL, as_attachment=True, download_name=name)


def sheet_name(edition: Edition, language: str, of: str = "") -> str:
    """Return what a question sheet is saved as; `of` says whose it is."""
    return f"{_NAMES[language]}-{of or edition.rubric.id}-{edition.rubric.edition}.pdf"


def form_name(edition: Edition, of: str = "") -> str:
    """Return what a form is saved as; `of` says whose it is."""
    return f"{of or edition.rubric.id}-{edition.rubric.edition}-xlsform.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Wanted:
    """A blank sheet. Editions never change while a program runs, so it is drawn once."""

    edition: Edition
    language: str
    address: str

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Wanted)
            and other.edition is self.edition
            and (other.language, other.address) == (self.language, self.address)
        )

    def __hash__(self) -> int:
        return hash((id(self.edition), self.language, self.address))


@lru_cache(maxsize=16)
def _drawn(wanted: _Wanted) -> bytes:
    """Return a blank sheet; drawing takes seconds, and anyone may ask for it."""
    return paper_pdf(wanted.edition, language=wanted.language, address=wanted.address)
