"""Take all the evidence of an assessment away, after a fresh proof of who does."""

from flask import Response, request, send_file

from jobquality.access.actors import Action
from jobquality.http import FILE_POLICY, current
from jobquality.services.bundles import Bundle, bundle_evidence
from jobquality.store.database import Session
from jobquality.store.evidence import list_evidence
from jobquality.tables.bundles import bundle
from jobquality.web.files import name_of_file
from jobquality.web.once import KEY, once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("bundles", __name__)

_SHOWN_OF_ID = 8


@blueprint.post("/assessments/<assessment_id>/evidence-files")
@needs(Action.LOOK)
@fresh
def take(assessment_id: str) -> Response:
    """Give out every file as one ZIP, with a list; who took it is kept with each piece."""
    here, actor = current(), current_actor()
    command = Bundle(id=request.form.get(KEY, ""), assessment_id=assessment_id)

    def work(session: Session) -> str:
        bundle_evidence(session, actor, command, at=here.clock())
        return assessment_id

    once(actor, work)
    with here.database.reading(actor.organization_id) as session:
        pieces = list_evidence(session, assessment_id)
    packed = bundle(
        pieces,
        name_of=lambda one: name_of_file(one.media_type, of=one.id),
        read=here.files.read,
    )
    name = f"evidence-{assessment_id[:_SHOWN_OF_ID]}.zip"
    response = send_file(packed, mimetype="application/zip", as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response
