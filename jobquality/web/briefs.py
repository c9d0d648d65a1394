"""Advocacy briefs: which can be made, each as a page and as a PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from http import HTTPStatus

from flask import Blueprint, make_response, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.states import CertificateStatus
from jobquality.documents.briefs import Place, brief_pdf, certified_of, read_brief
from jobquality.documents.briefwords import BriefWords, CertifiedWords
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.ledger.certificate import load_certificate
from jobquality.reading.names import day_words, place_words
from jobquality.reading.scorecard import day_where, sector_words
from jobquality.services.amends import Amends, read_amends
from jobquality.services.briefs import Brief, Scope, TooFewError, list_scopes, make_brief
from jobquality.services.certificates import day_at, status_on
from jobquality.services.earlierreplies import find_earlier_replies
from jobquality.services.published import Published, list_compared
from jobquality.services.said import spoken_hashes
from jobquality.services.standing import as_signed
from jobquality.store.certificates import Certificate, list_certificates
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page
from jobquality.web.documents import send_pdf
from jobquality.web.languages import current_language, current_speaker

blueprint = Blueprint("briefs", __name__)

_LONGEST_SECTOR = 6
_NAMES = {"en": "brief", "es": "informe"}
#: A drawn brief is a few dozen KiB; each stays the same until another score goes in.
_REMEMBERED = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a brief is made of: the published scores, and the certificates that hold today."""

    published: tuple[Published, ...]
    certificates: tuple[Certificate, ...]
    amends: Amends


@blueprint.get("/<any(en,es):language>/briefs")
def listing() -> Response:
    """List every sector and place of which a brief can be made."""
    here, say = current(), current_speaker()
    places = here.catalog.parameters.places
    scopes = list_scopes(_published(), places)
    shown = [
        {
            "title": say(
                "briefs_in",
                sector=sector_words(scope.sector, say),
                place=place_words(scope.place, places, say),
            ),
            "address": url_for("briefs.page", sector=scope.sector, place=scope.place),
            "pdf": url_for("briefs.pdf", sector=scope.sector, place=scope.place),
        }
        for scope in scopes
    ]
    return public_page(scopes, lambda: render_template("web/briefs/listing.html", briefs=shown))


@blueprint.get("/<any(en,es):language>/briefs/<sector>/<place>")
def page(sector: str, place: str) -> Response:
    """Show a brief, or why it cannot be made."""
    scope, found = _scope(sector, place), _found()
    try:
        brief = _brief(scope, found)
    except TooFewError as refusal:
        shown = render_template("web/briefs/refused.html", why=refusal.why)
        return make_response(shown, HTTPStatus.CONFLICT)
    words = _words(brief, found)
    pdf_address = url_for("briefs.pdf", sector=scope.sector, place=scope.place)
    return public_page(
        [brief.id, words.certified, words.corrected, words.contested, words.replies, words.broken],
        lambda: render_template("web/briefs/page.html", brief=words, pdf=pdf_address),
    )


@blueprint.get("/<any(en,es):language>/briefs/<sector>/<place>/brief.pdf")
def pdf(sector: str, place: str) -> Response:
    """Give a brief as PDF."""
    scope, found = _scope(sector, place), _found()
    try:
        words = _words(_brief(scope, found), found)
    except TooFewError as refusal:
        shown = render_template("web/briefs/refused.html", why=refusal.why)
        return make_response(shown, HTTPStatus.CONFLICT)
    language = current_language()
    name = f"{_NAMES[language]}-{scope.sector}-{scope.place}.pdf"
    return send_pdf(_drawn(words, language), name=name)


@lru_cache(maxsize=_REMEMBERED)
def _drawn(words: BriefWords, language: str) -> bytes:
    return brief_pdf(words, language=language)


def _scope(sector: str, place: str) -> Scope:
    """Return what is meant by an address.

    Raises:
        NotFoundError: there is no such sector or place.
    """
    found = current().catalog.parameters.places.find(place)
    if found is None or not (sector.isascii() and sector.isdecimal()):
        raise NotFoundError("There is no such brief.")
    if len(sector) > _LONGEST_SECTOR:
        raise NotFoundError("There is no such brief.")
    return Scope(sector=sector, place=found)


def _published() -> tuple[Published, ...]:
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return list_compared(session)


def _found() -> Found:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        published = list_compared(session)
        issued = as_signed(session, list_certificates(session))
        amends = read_amends(session)
    holding = tuple(one for one in issued if _holds(one))
    return Found(published=published, certificates=holding, amends=amends)


def _holds(certificate: Certificate) -> bool:
    if certificate.status is not CertificateStatus.VALID:
        return False
    body = load_certificate(certificate.content)
    today = day_at(body.time_zone, current().clock())
    return status_on(certificate, today) is CertificateStatus.VALID


def _brief(scope: Scope, found: Found) -> Brief:
    catalog = current().catalog
    brief = make_brief(found.published, scope, catalog=catalog, places=catalog.parameters.places)
    members = [(one.publication, one.snapshot) for one in brief.members]
    with current().database.reading(EVERY_ORGANIZATION) as session:
        earlier = find_earlier_replies(session, members)
        return replace(brief, earlier=earlier, spoken=frozenset(spoken_hashes(session)))


def certified_in(brief: Brief, certificates: Iterable[Certificate]) -> tuple[CertifiedWords, ...]:
    """Return whom of a brief a valid certificate names, whichever score is the newest.

    A correction takes no certificate away: it holds until somebody changes its worth.
    """
    names: dict[str, str] = {}
    for one in brief.members:
        names |= dict.fromkeys((one.publication.employer_id, one.known.id), one.name)
    return certified_of(
        {
            names[one.employer_id]: (load_certificate(one.content).level, one.valid_until)
            for one in certificates
            if one.employer_id in names
        }
    )


def _words(brief: Brief, found: Found) -> BriefWords:
    here = current()
    at = Place(language=current_language(), public_url=here.settings.public_url)
    words = read_brief(
        brief, certified_in(brief, found.certificates), here.catalog.parameters.places, at=at
    )
    return replace(words, corrected=tuple(_corrected(brief, found)), broken=_broken(brief))


def _broken(brief: Brief) -> str:
    """Say which scores are left out because they are not what was signed."""
    names = ", ".join(sorted(one.known.name for one in brief.broken))
    return current_speaker()("broken_left_out", names=names) if names else ""


def _corrected(brief: Brief, found: Found) -> Iterator[str]:
    """Yield which scores in a brief set another one right, when, and why."""
    say = current_speaker()
    for one in brief.members:
        corrected = found.amends.correction_by(one.publication)
        if corrected is not None:
            day = day_words(day_where(one.snapshot, corrected.act.at), say)
            yield say("amends_brief", name=one.name, day=day, reason=say.why(corrected.act.reason))
