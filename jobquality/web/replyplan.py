"""The improvement plan behind a draft, for the employer alone: as PDF and as a table."""

from http import HTTPStatus

from flask import make_response, render_template
from werkzeug.wrappers import Response

from jobquality.documents.plans import plan_pdf
from jobquality.http import current
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.plansheet import plan_sheet
from jobquality.scoring.plan import improvement_plan
from jobquality.tables.plans import plan_workbook
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.replyportal import Portal, inside

_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@inside
def pdf(portal: Portal) -> Response:
    """Give the plan that follows from the draft as it stands now."""
    here, draft = current(), portal.newer or portal.draft
    if portal.is_given_up:
        return _shut()
    drawn = plan_pdf(
        draft,
        here.catalog.edition(draft.rubric, draft.edition),
        here.catalog.parameters.places,
        language=current_language(),
        public_url=here.settings.public_url,
    )
    return _file(drawn, _PDF, "pdf")


@inside
def table(portal: Portal) -> Response:
    """Give the plan as a table in which the employer notes who does what until when."""
    if portal.is_given_up:
        return _shut()
    return _file(sheet_of(portal.newer or portal.draft), _XLSX, "xlsx")


def sheet_of(draft: Snapshot) -> bytes:
    """Return the plan behind a draft as an Excel workbook in this page's language."""
    catalog, say = current().catalog, current_speaker()
    edition = catalog.edition(draft.rubric, draft.edition)
    places = catalog.parameters.places
    draft = as_shown(draft, edition.rubric, places)
    plan = improvement_plan(rebuild(draft, edition.rubric, places))
    return plan_workbook(plan_sheet(plan, draft, edition, places, say))


def _shut() -> Response:
    return make_response(render_template("web/reply/lost.html"), HTTPStatus.FORBIDDEN)


def _file(content: bytes, media_type: str, ending: str) -> Response:
    response = Response(content, mimetype=media_type)
    name = {"en": "improvement-plan", "es": "plan-de-mejora"}[current_language()]
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
