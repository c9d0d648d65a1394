"""The packet for a lawyer: what it is, and the way to take it, as one PDF or as one ZIP."""

import json

from flask import Response, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.actors import Action
from jobquality.documents.packets import packet_pdf
from jobquality.http import FILE_POLICY, Context, current
from jobquality.ledger.chain import message_of
from jobquality.reading.claims import ClaimWords, claims_of, dump_claims
from jobquality.rubrics.catalog import Edition
from jobquality.services.packets import Packet, read_packet, take_packet
from jobquality.store.database import Session
from jobquality.tables.packets import packed
from jobquality.web.documents import send_pdf
from jobquality.web.files import name_of_file
from jobquality.web.languages import current_language
from jobquality.web.once import KEY, once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("packets", __name__)


@blueprint.get("/assessments/<assessment_id>/packet")
@needs(Action.LOOK)
def page(assessment_id: str) -> str:
    """Say what the packet holds, and how many claims and files."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        packet = read_packet(session, actor, assessment_id)
    return render_template(
        "web/packets/page.html",
        packet=packet,
        assessment_id=assessment_id,
        claims=len(_claims(here, packet)),
        files=sum(one.is_file for one in packet.evidence),
    )


@blueprint.post("/assessments/<assessment_id>/packet")
@needs(Action.LOOK)
@fresh
def take(assessment_id: str) -> AnyResponse:
    """Give the packet out; who took it is kept with each piece of evidence."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        key = request.form.get(KEY, "")
        take_packet(session, actor, assessment_id, key, at=here.clock())
        return assessment_id

    once(actor, work)
    with here.database.reading(actor.organization_id) as session:
        packet = read_packet(session, actor, assessment_id)
    drawn = _drawn(here, packet)
    name = f"packet-{packet.snapshot.employer.slug}-{packet.snapshot.revision}"
    if request.form.get("what") == "pdf":
        return send_pdf(drawn, name=f"{name}.pdf")
    return _zip(here, packet, drawn, name)


def _zip(here: Context, packet: Packet, drawn: bytes, name: str) -> Response:
    texts = {
        "packet.pdf": drawn,
        "claims.json": dump_claims(_claims(here, packet)).encode(),
        "publication.json": packet.publication.content.encode(),
        "entry.json": message_of(packet.entry),
        "signature.json": json.dumps(
            {"signature": packet.entry.signature, "public_key": packet.key.public_key}
        ).encode(),
    }
    texts |= {f"later/{one.entry.number}.json": one.body.encode() for one in packet.later}
    texts["later.json"] = _later(packet)
    content = packed(
        texts,
        packet.evidence,
        name_of=lambda one: name_of_file(one.media_type, of=one.id),
        read=here.files.read,
    )
    response = send_file(
        content, mimetype="application/zip", as_attachment=True, download_name=f"{name}.zip"
    )
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _later(packet: Packet) -> bytes:
    """Return what the chain says since: each entry as it was signed, and the file of its body."""
    earlier = packet.earlier
    entries = [
        {
            "entry": json.loads(message_of(one.entry)),
            "signature": one.entry.signature,
            "body": f"later/{one.entry.number}.json",
        }
        for one in packet.later
    ]
    answered = (
        {"scorecard": earlier.hash or None, "revision": earlier.revision} if earlier else None
    )
    return json.dumps({"entries": entries, "reply_answered": answered}, indent=1).encode()


def _drawn(here: Context, packet: Packet) -> bytes:
    snapshot = packet.snapshot
    address = url_for(
        "scorecards.revision", slug=snapshot.employer.slug, revision=snapshot.revision
    )
    return packet_pdf(
        packet,
        _edition(here, packet),
        here.catalog.parameters.places,
        language=current_language(),
        address=f"{here.settings.public_url}{address}",
    )


def _claims(here: Context, packet: Packet) -> tuple[ClaimWords, ...]:
    places = here.catalog.parameters.places
    return claims_of(packet.snapshot, _edition(here, packet), places, Speaker(current_language()))


def _edition(here: Context, packet: Packet) -> Edition:
    return here.catalog.edition(packet.snapshot.rubric, packet.snapshot.edition)
