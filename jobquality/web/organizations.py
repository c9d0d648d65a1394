"""The public page of an organization, its ledger as a file, and a snapshot as it was signed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.states import CertificateStatus
from jobquality.errors import GoneError, IntegrityFailedError
from jobquality.http import current, status_of
from jobquality.ledger.certificate import load_certificate
from jobquality.reading.names import Names, day_words
from jobquality.reading.numbers import number_words
from jobquality.reading.scorecard import local_day
from jobquality.rubrics.catalog import Catalog
from jobquality.services.after import answer_days
from jobquality.services.public_ledgers import (
    PublicOrganization,
    find_head,
    read_current,
    read_ledger,
    read_organization,
)
from jobquality.services.published import Published
from jobquality.services.said import answer_times, has_replied, spoken_hashes
from jobquality.store.certificates import Certificate
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.languages import current_speaker
from jobquality.web.listed import covers_of
from jobquality.wording import Speaker

blueprint = Blueprint("organizations", __name__)

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_SITE = re.compile(r"https?://[\w.-]+(/[\w./%~-]*)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """One employer in the list."""

    slug: str
    name: str
    covers: str
    level: str
    standard: str
    day: str
    corrected_on: str = ""
    is_contested: bool = False
    has_replied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """One certificate in the list; `is_open` while it has a door of its own."""

    code: str
    employer: str
    until: str


@blueprint.get("/<any(en,es):language>/o/<slug>")
def page(slug: str) -> str:
    """Show who an organization is, what it published, and how to check it."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        found = read_organization(session, slug)
        today = local_day(current().clock(), found.organization.time_zone)
        answers = answer_times(session, today=today)
        promised = answer_days(session, found.organization.id)
        spoken = spoken_hashes(session)
    say = current_speaker()
    rows = [
        _marked(_row(one, found, current().catalog, say), one, spoken) for one in found.published
    ]
    return render_template(
        "web/organizations/page.html",
        organization=found.organization,
        contact_link=contact_link(found.organization.contact),
        employers=sorted(rows, key=lambda row: row.name.casefold()),
        initiatives=found.initiatives,
        answers=answers,
        mean=None if answers.mean is None else number_words(answers.mean, digits=0),
        promised=promised,
        certificates=[_certificate(one, say) for one in _valid(found)],
        head=found.head,
        keys=found.keys,
        standards=found.has_standards,
        address=current().settings.public_url,
    )


@blueprint.get("/o/<slug>/ledger.json")
def ledger(slug: str) -> AnyResponse:
    """Give the whole ledger; whoever has the newest already is told so and sent nothing."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        newest = find_head(session, slug).hash
    if newest in request.if_none_match:
        return _tagged(Response(status=304), newest)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        content = read_ledger(session, slug)
    return _tagged(Response(content, mimetype="application/json"), newest)


@blueprint.get("/e/<slug>.json")
def body(slug: str) -> AnyResponse:
    """Give what is published of an employer, byte for byte as it was signed."""
    try:
        with current().database.reading(EVERY_ORGANIZATION) as session:
            publication = read_current(session, slug)
    except (GoneError, IntegrityFailedError) as refusal:
        said = jsonify(code=refusal.code, detail=str(refusal))
        return make_response(said, status_of(refusal))
    response = Response(publication.content, mimetype="application/json")
    # What was signed never changes; what was said of it later, and which draft its reply
    # answered, stands at the address that this leads to.
    beside = url_for("api_scorecards.listing", slug=slug)
    response.headers["Link"] = f'<{beside}>; rel="describedby"; type="application/json"'
    return _tagged(response, publication.hash).make_conditional(request)


def contact_link(contact: str) -> str:
    """Return where a contact leads, or nothing where it is plain words."""
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if _SITE.fullmatch(contact) else ""


def _tagged(response: Response, tag: str) -> Response:
    response.set_etag(tag)
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _row(
    published: Published, found: PublicOrganization, catalog: Catalog, say: Speaker
) -> PublishedRow:
    snapshot = published.snapshot
    edition = catalog.edition(snapshot.rubric, snapshot.edition)
    names = Names.of(edition, say)
    at, zone = snapshot.published_at, found.organization.time_zone
    fixed = None if published.is_changed else published.corrected
    return PublishedRow(
        slug=published.known.slug,
        name=published.name,
        covers=covers_of(published, say).short,
        level=say("card_changed") if published.is_changed else names.level(snapshot.level),
        standard=names.words.title or edition.rubric.id,
        day="" if at is None else day_words(local_day(at, zone), say),
        corrected_on=day_words(local_day(fixed.act.at, zone), say) if fixed else "",
    )


def _marked(
    row: PublishedRow, published: Published, spoken: Mapping[str, datetime]
) -> PublishedRow:
    """Return a row with what stands beside a score wherever it is shown; a broken one as it is."""
    if published.is_changed:
        return row
    return replace(
        row,
        is_contested=published.publication.contested,
        has_replied=has_replied(published, spoken),
    )


def _valid(found: PublicOrganization) -> list[Certificate]:
    today = local_day(current().clock(), found.organization.time_zone)
    return [
        one
        for one in found.certificates
        if one.status is CertificateStatus.VALID and one.valid_until >= today
    ]


def _certificate(certificate: Certificate, say: Speaker) -> CertificateRow:
    return CertificateRow(
        code=certificate.code,
        employer=load_certificate(certificate.content).employer,
        until=day_words(certificate.valid_until, say),
    )
