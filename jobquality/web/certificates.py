"""Certificates: the public page that says what one is worth today, and how one is issued."""

import secrets
from dataclasses import dataclass
from http import HTTPStatus

from flask import (
    Blueprint,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import CertificateStatus
from jobquality.errors import (
    GoneError,
    IntegrityFailedError,
)
from jobquality.http import current
from jobquality.ledger.certificate import CertificateBody
from jobquality.reading.covers import Counted, CoverWords, cover_words
from jobquality.reading.names import Names
from jobquality.rubrics.units import UNITS
from jobquality.scoring.exact import read_exact
from jobquality.services import certificates as services
from jobquality.services.certificates import (
    ALPHABET,
    CODE_LENGTH,
    Standing,
    grouped_code,
    plain_code,
)
from jobquality.services.certifying import (
    issue_certificate,
)
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.web import statuses
from jobquality.web.amended import resting_words
from jobquality.web.documents import keep_certificate
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.limits import check_tries, guesses_at
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.spokenlater import SaidSince, said_since
from jobquality.web.statuses import choose_page, is_https
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import private

blueprint = Blueprint("certificates", __name__)

#: How long a page may be shown without asking again, in seconds: a revocation is seen soon.
_FRESH = 60
_STATUSES = {
    CertificateStatus.REVOKED: HTTPStatus.GONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the paper must say, in the language of the page; `successor` is a code, or empty."""

    status: str
    reason: str
    code: str
    shown_code: str
    number: int
    employer: str
    now_called: str
    covers: CoverWords
    slug: str
    level: str
    standard: str
    edition: str
    sites: tuple[str, ...]
    wage: str
    first: str
    last: str
    issuer: str
    contact: str
    is_sample: bool
    today: str
    successor: str
    has_newer: bool
    resting: str
    has_replied: bool
    has_unsent: bool
    is_contested: bool = False
    said: tuple[SaidSince, ...] = ()


@blueprint.after_request
def _keep_briefly(response: FlaskResponse) -> FlaskResponse:
    if "/work/" in request.path:
        return private(response)
    response.headers.setdefault("Cache-Control", f"public, max-age={_FRESH}")
    return response


@blueprint.get("/verify/<code>")
def door(code: str) -> Response:
    """Lead to the page in the reader's language; this is what a QR code says."""
    response = redirect(url_for("certificates.verify", code=code, language=current_language()))
    response.vary.add("Accept-Language")
    return response


@blueprint.get("/verify/<code>.json")
def data(code: str) -> Response:
    """Say the same to programs."""
    try:
        standing = _look_up(code)
    except IntegrityFailedError as refusal:
        failed = jsonify(status="not_verified", reason=str(refusal))
        return make_response(failed, HTTPStatus.SERVICE_UNAVAILABLE)
    except GoneError as refusal:
        said = {"status": "revoked", "revoked": True, "reason": str(refusal)}
        return make_response(jsonify(said), HTTPStatus.GONE)
    if standing is None:
        return make_response(jsonify(status="not_found"), HTTPStatus.NOT_FOUND)
    said = _as_json(standing)
    return make_response(jsonify(said), _STATUSES.get(standing.status, HTTPStatus.OK))


@blueprint.get("/<any(en,es):language>/verify/<code>")
def verify(code: str) -> Response:
    """Say in the first words what a certificate is worth today."""
    standing = _look_up(code)
    if standing is None:
        typed = grouped_code(plain_code(code))
        shown = render_template("web/certificates/verify.html", paper=None, typed=typed)
        return make_response(shown, HTTPStatus.NOT_FOUND)
    shown = render_template("web/certificates/verify.html", paper=_paper(standing), typed="")
    return make_response(shown, _STATUSES.get(standing.status, HTTPStatus.OK))


@blueprint.get("/<any(en,es):language>/work/publications/<body_hash>")
@needs(Action.LOOK)
def choose(body_hash: str) -> str:
    """Show whether a certificate can be issued from a publication, and why not."""
    return choose_page(body_hash)


_WORK = "/<any(en,es):language>/work/certificates"
blueprint.post(f"{_WORK}/<code>/status")(statuses.change)
blueprint.get(f"{_WORK}/<code>")(statuses.standing)
blueprint.post(f"{_WORK}/proposals/<proposal_id>")(statuses.decide)


@blueprint.post("/<any(en,es):language>/work/publications/<body_hash>/certificate")
@needs(Action.CERTIFY)
@fresh
def issue(body_hash: str) -> Response:
    """Issue a certificate, and make its documents once and for all."""
    here, actor = current(), current_actor()
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))

    def work(session: Session) -> str:
        return issue_certificate(
            session,
            actor,
            body_hash,
            code=code,
            catalog=here.catalog,
            keys=here.keys,
            at=here.clock(),
            is_https=is_https(),
        ).code

    issued = once(actor, work)
    for language in ("en", "es"):
        keep_certificate(issued, language)
    return redirect(url_for("certificates.choose", body_hash=body_hash), HTTPStatus.SEE_OTHER)


def _look_up(code: str) -> Standing | None:
    """Return what a code is worth; so many looks from one address, and no more."""
    here = current()
    check_tries(guesses_at("verify"))
    with here.database.reading(EVERY_ORGANIZATION) as session:
        return services.look_up(session, plain_code(code), at=here.clock())


def _paper(standing: Standing) -> Paper:
    body, names = standing.body, _names(standing.body.rubric, standing.body.edition)
    is_replaced = standing.status is CertificateStatus.REPLACED
    return Paper(
        status=standing.status.value,
        reason="" if is_replaced else current_speaker().why(standing.reason),
        code=body.code,
        shown_code=grouped_code(body.code),
        number=body.number,
        employer=body.employer,
        now_called=_now_called(standing),
        covers=_covers(standing),
        slug=standing.known.slug,
        level=names.level(body.level),
        standard=names.words.title or body.rubric,
        edition=body.edition,
        sites=tuple(
            ", ".join(part for part in (site.name, site.address) if part) for site in body.sites
        ),
        wage=_wage(body, names),
        first=names.day(body.valid_from),
        last=names.day(body.valid_until),
        issuer=body.issuer,
        contact=body.contact,
        is_sample=body.is_sample,
        today=names.day(services.day_at(body.time_zone, current().clock())),
        successor=standing.reason if is_replaced else "",
        has_newer=bool(standing.newer),
        resting=resting_words(standing.certificate),
        has_replied=standing.has_replied,
        is_contested=standing.is_contested,
        said=said_since(standing.said, body.time_zone, current_speaker()),
        has_unsent=standing.has_unsent,
    )


def _now_called(standing: Standing) -> str:
    """Return what the employer is called today, where that is another name."""
    now = standing.known.name_of(standing.body.employer)
    return "" if now == standing.body.employer else now


def _covers(standing: Standing) -> CoverWords:
    known = standing.known
    counted = Counted(
        number=known.sites_known, on=known.sites_known_on, source=known.sites_known_source
    )
    return cover_words(len(standing.body.sites), counted, current_speaker())


def _wage(body: CertificateBody, names: Names) -> str:
    wage = body.living_wage
    number = read_exact(wage.value) if wage else None
    if wage is None or number is None:
        return ""
    place = names.place(wage.place, current().catalog.parameters.places)
    amount = names.measured(number, UNITS[wage.unit])
    return f"{amount}. {place}, {wage.as_of.year}. {wage.source}"


def _as_json(standing: Standing) -> dict[str, object]:
    body, certificate = standing.body, standing.certificate
    is_replaced = standing.status is CertificateStatus.REPLACED
    return {
        "status": standing.status.value,
        "revoked": standing.status is CertificateStatus.REVOKED,
        "reason": "" if is_replaced else standing.reason,
        "replaced_by": standing.reason if is_replaced else "",
        "code": body.code,
        "number": body.number,
        "employer": body.employer,
        "now_called": _now_called(standing),
        "sites": len(body.sites) or None,
        "sites_known": standing.known.sites_known,
        "level": body.level,
        "rubric": body.rubric,
        "edition": body.edition,
        "issuer": body.issuer,
        "is_sample": body.is_sample,
        "employer_replied": standing.has_replied,
        "contested": standing.is_contested,
        "employer_said_since": [
            {"text": one.text, "by": one.who, "at": one.at.isoformat()} for one in standing.said
        ],
        "employer_reply_not_sent": standing.has_unsent,
        "valid_from": body.valid_from.isoformat(),
        "valid_until": body.valid_until.isoformat(),
        "hash": certificate.hash,
        "body": certificate.content,
    }


def _names(rubric: str, edition: str) -> Names:
    return Names.of(current().catalog.edition(rubric, edition), current_speaker())
