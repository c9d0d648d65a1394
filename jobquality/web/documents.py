"""Documents as PDF: made once, kept by the hash of what they say, and served from there."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from flask import Blueprint, redirect, request, send_file, url_for
from werkzeug.wrappers import Response

from jobquality.access.states import CertificateStatus
from jobquality.documents.certificates import Door, certificate_pdf
from jobquality.documents.plans import plan_pdf
from jobquality.documents.posters import poster_pdf
from jobquality.errors import ConflictError, GoneError, IntegrityFailedError, SetupError
from jobquality.http import FILE_POLICY, current
from jobquality.ledger.certificate import load_certificate
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.names import day_words
from jobquality.reading.scorecard import day_where
from jobquality.services.amends import Corrected, gone, read_amends
from jobquality.services.certificates import (
    BURIED,
    Standing,
    check_issued,
    look_up,
    plain_code,
)
from jobquality.services.drawn import find_drawn, keep_drawn
from jobquality.services.published import Published, current_of, line_of
from jobquality.services.sealed import FAILED
from jobquality.store.certificates import get_certificate
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.documents import Drawn
from jobquality.store.publications import get_publication
from jobquality.tables.packets import closed
from jobquality.web.languages import current_language, current_speaker

blueprint = Blueprint("documents", __name__)

_FRESH = 300
#: An expired certificate says on itself until when it held.
_SAYS_ITSELF = (CertificateStatus.VALID, CertificateStatus.EXPIRED)
_NAMES = {
    ("plan", "en"): "improvement-plan",
    ("plan", "es"): "plan-de-mejora",
    ("poster", "en"): "poster",
    ("poster", "es"): "cartel",
    ("certificate", "en"): "certificate",
    ("certificate", "es"): "certificado",
}


@blueprint.get("/<any(en,es):language>/e/<slug>/plan.pdf")
def plan(slug: str) -> Response:
    """Give the improvement plan that follows from an employer's current score."""
    here, language = current(), current_language()
    published, corrected = _current(slug)
    snapshot = published.snapshot

    def make() -> bytes:
        return plan_pdf(
            snapshot,
            here.catalog.edition(snapshot.rubric, snapshot.edition),
            here.catalog.parameters.places,
            language=language,
            public_url=here.settings.public_url,
            corrected=corrected_words(corrected, snapshot),
        )

    drawn = _kept(_of_score(published, "plan"), make)
    return send_pdf(drawn, name=f"{_NAMES['plan', language]}-{slug}.pdf")


@blueprint.get("/<any(en,es):language>/e/<slug>/poster.pdf")
def poster(slug: str) -> Response:
    """Give a sheet for a wall, whose code leads to an employer's scorecard."""
    here, language = current(), current_language()
    published, _ = _current(slug)
    address = here.settings.public_url + url_for("scorecards.page", slug=slug)

    def make() -> bytes:
        return poster_pdf(published.snapshot, address=address, language=language)

    drawn = _kept(_of_score(published, "poster"), make)
    return send_pdf(drawn, name=f"{_NAMES['poster', language]}-{slug}.pdf")


@blueprint.get("/<any(en,es):language>/certificates/<code>.pdf")
def certificate(code: str) -> Response:
    """Give a certificate as it was issued, while it holds.

    Where it does not, this leads to the page that says so. Whoever asks for it as `superseded`
    gets the file as it was issued, closed in another one whose name and note say the same: the
    bytes never change, and they still print that it is valid.
    """
    language, here = current_language(), current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        standing = look_up(session, plain_code(code), at=here.clock())
    is_over = standing is not None and standing.status not in _SAYS_ITSELF
    is_wanted = request.args.get("superseded") is not None
    if standing is not None and is_over and is_wanted:
        return _closed(standing, keep_certificate(plain_code(code), language))
    if is_over:
        response = redirect(url_for("certificates.verify", code=plain_code(code)))
        response.headers["Cache-Control"] = "public, no-cache"
        return response
    drawn = keep_certificate(plain_code(code), language)
    name = f"{_NAMES['certificate', language]}-{plain_code(code)}.pdf"
    return send_pdf(drawn, name=name)


def _current(slug: str) -> tuple[Published, Corrected | None]:
    """Return the score of an employer that counts now, and what it set right.

    Raises:
        NotFoundError: there is no such employer, or nothing of it was published.
        GoneError: it was withdrawn.
        IntegrityFailedError: it is not what was signed.
    """
    with current().database.reading(EVERY_ORGANIZATION) as session:
        line = line_of(session, slug)
    published = current_of(line.published)
    if published is None:
        raise gone(line.newest, line.amends)
    if published.is_changed:
        raise IntegrityFailedError(FAILED)
    return published, line.amends.correction_by(published.publication)


def _of_score(published: Published, kind: str) -> Drawn:
    """Return what names a document of a score; how it reads is known once it is drawn."""
    return Drawn(
        organization_id=published.publication.organization_id,
        subject=published.publication.hash,
        kind=kind,
        language=current_language(),
        sha256="",
    )


def _closed(standing: Standing, drawn: bytes) -> Response:
    """Give a certificate that does not hold as a file in a file; the outer one says so."""
    say = current_speaker()
    title, code = say("certificates_old_file"), standing.body.code
    note = [say(f"certificates_{standing.status.value}"), say("certificates_old_note")]
    if standing.status is not CertificateStatus.REPLACED:
        note.append(say("certificates_reason", reason=say.why(standing.reason)))
    note.append(current().settings.public_url + url_for("certificates.verify", code=code))
    opened = closed({f"{title}.txt": "\n\n".join(note).encode(), f"{title}-{code}.pdf": drawn})
    response = send_file(
        opened, mimetype="application/zip", as_attachment=True, download_name=f"{title}-{code}.zip"
    )
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def corrected_words(corrected: Corrected | None, snapshot: Snapshot) -> str:
    """Return what a document says whose score set another one right; empty for others."""
    if corrected is None:
        return ""
    say = current_speaker()
    day = day_words(day_where(snapshot, corrected.act.at), say)
    return say("amends_plan", day=day, reason=say.why(corrected.act.reason))


def keep_certificate(code: str, language: str) -> bytes:
    """Return the document of a certificate; it is made the first time, and never again.

    Raises:
        NotFoundError: there is no certificate of that code.
        GoneError: a tombstone took its place, or that of the score behind it.
        IntegrityFailedError: it, or the score behind it, is not what was signed.
    """
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        issued = get_certificate(session, code)
        behind = get_publication(session, issued.publication_hash)
        amends = read_amends(session)
        check_issued(session, issued, behind)
    if not issued.content:
        raise GoneError(BURIED.format(reason=issued.reason, hash=issued.hash))
    if not behind.content:
        raise gone(behind, amends)
    snapshot = load_snapshot(behind.content)
    wanted = Drawn(
        organization_id=issued.organization_id,
        subject=issued.hash,
        kind="certificate",
        language=language,
        sha256="",
    )

    def make() -> bytes:
        return certificate_pdf(
            load_certificate(issued.content),
            snapshot,
            here.catalog.edition(snapshot.rubric, snapshot.edition),
            here.catalog.parameters.places,
            of=Door(language=language, public_url=here.settings.public_url),
        )

    return _kept(wanted, make)


def send_pdf(drawn: bytes, *, name: str) -> Response:
    """Answer with a PDF to be looked at; `name` is what it is saved as."""
    response = send_file(
        BytesIO(drawn),
        mimetype="application/pdf",
        download_name=name,
        etag=hashlib.sha256(drawn).hexdigest(),
    )
    response.cache_control.public = True
    response.cache_control.max_age = _FRESH
    return response


def _kept(wanted: Drawn, make: Callable[[], bytes]) -> bytes:
    """Return a document, made now where it was not made before; `sha256` is not known yet."""
    here = current()
    name = _find(wanted)
    if name is None and here.database.is_closed:
        return make()
    if name is None:
        name = _keep(wanted, here.files.keep_public(make()))
    return here.files.read(name)


def _find(wanted: Drawn) -> str | None:
    with current().database.reading(wanted.organization_id) as session:
        found = find_drawn(session, wanted.subject, kind=wanted.kind, language=wanted.language)
    return found.sha256 if found else None


def _keep(wanted: Drawn, sha256: str) -> str:
    """Remember the file; where somebody else was faster, theirs is the document."""
    here, drawn = current(), replace(wanted, sha256=sha256)
    try:
        with here.database.transaction(wanted.organization_id) as session:
            keep_drawn(session, drawn, keys=here.keys, at=here.clock())
    except ConflictError:
        return _find(wanted) or sha256
    except SetupError:
        # Nobody can sign it now: it is given out once, and made anew for whoever comes next.
        return sha256
    return sha256
