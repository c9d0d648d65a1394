"""Feeds of everything new, and the list of corrections.

The ids follow from hashes and never change. The moments are those of the signed entries.
"""

from collections.abc import Iterable

from flask import Blueprint, Response, render_template, request, url_for

from jobquality.access.states import CertificateStatus
from jobquality.http import current
from jobquality.ledger.acts import ActKind
from jobquality.ledger.audit import CERTIFICATE, PUBLICATION
from jobquality.ledger.certificate import load_certificate
from jobquality.reading.ends import total_text
from jobquality.reading.names import Names, day_words
from jobquality.reading.scorecard import local_day
from jobquality.reading.trend import total_ends
from jobquality.services.news import CORRECTIONS, EVERYTHING, News, NewsPage, read_news
from jobquality.services.published import Published
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web import atom
from jobquality.web.amended import address_of, missing_words
from jobquality.web.caching import public_page
from jobquality.web.languages import current_speaker
from jobquality.web.listed import covers_of
from jobquality.wording import Speaker

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/<any(en,es):language>/feed")
def everything() -> Response:
    """Give a feed of everything new of this installation."""
    page = _read(EVERYTHING)
    return _feed(page, current_speaker()("feed_all"), "feeds.everything")


@blueprint.get("/<any(en,es):language>/o/<slug>/feed")
def organization(slug: str) -> Response:
    """Give a feed of everything new of one organization."""
    page = _read(EVERYTHING, slug)
    name = page.organization.name if page.organization else slug
    title = current_speaker()("feed_of", name=name)
    return _feed(page, title, "feeds.organization", slug=slug)


@blueprint.get("/<any(en,es):language>/corrections.atom")
def corrections() -> Response:
    """Give a feed of corrections and withdrawals alone."""
    page = _read(CORRECTIONS)
    return _feed(page, current_speaker()("amends_list_title"), "feeds.corrections")


@blueprint.get("/<any(en,es):language>/corrections")
def listing() -> Response:
    """List every correction and withdrawal, with the reasons."""
    page, say = _read(CORRECTIONS), current_speaker()
    rows = [
        {
            "what": _LISTED[one.what.kind],
            "name": _listed_name(one, say),
            "day": day_words(local_day(one.what.at, one.organization.time_zone), say),
            "issuer": one.organization,
            "reason": say.why(one.text),
            "missing": missing_words(one.missing, one.organization, say),
            "address": _address(one),
            "number": one.what.number,
        }
        for one in page.news
    ]
    return public_page(
        _parts(page),
        lambda: render_template("web/corrections/listing.html", rows=rows, page=page),
    )


#: What the list of corrections calls each kind of act.
_LISTED = {
    ActKind.CORRECTION.value: "corrected",
    ActKind.WITHDRAWAL.value: "withdrawn",
    ActKind.TOMBSTONE.value: "emptied",
}


def _listed_name(one: News, say: Speaker) -> str:
    if one.published:
        return one.published.name
    is_entry = one.what.kind == ActKind.TOMBSTONE
    return say("amends_list_entry" if is_entry else "amends_list_unnamed")


def _read(kinds: frozenset[str], slug: str = "") -> NewsPage:
    number = request.args.get("page", 1, type=int)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return read_news(session, kinds, page=number, slug=slug)


def _parts(page: NewsPage) -> Iterable[object]:
    return [page.number, page.pages, *(one.parts for one in page.news)]


def _feed(page: NewsPage, title: str, endpoint: str, **values: str) -> Response:
    """Answer with a page of news as a feed, or 304 where the reader has it already."""
    organization = page.organization
    feed = atom.Feed(
        endpoint=endpoint,
        title=title,
        name=organization.id if organization else current().settings.public_url,
        author=organization.name if organization else "jobquality",
        number=page.number,
        pages=page.pages,
        values=values,
    )
    say = current_speaker()
    return atom.answer(feed, (_entry(one, say) for one in page.news), _parts(page))


def _entry(one: News, say: Speaker) -> atom.Entry:
    sample = "SAMPLE: " if one.organization.is_sample else ""
    return atom.Entry(
        name=f"{one.what.kind} {one.what.subject}",
        title=sample + _title(one, say),
        author=one.organization.name,
        published=one.what.at,
        updated=one.updated,
        address=_address(one),
        text=_text(one, say),
    )


def _title(one: News, say: Speaker) -> str:
    kind = one.what.kind
    if kind == ActKind.TOMBSTONE:
        return say("feed_tombstone")
    if kind in (CERTIFICATE, *CertificateStatus):
        return _certificate_title(one, say)
    if one.published is None:
        return say("feed_statement_gone" if kind == ActKind.STATEMENT else "feed_published_gone")
    names = {
        PUBLICATION: "feed_published_gone" if one.is_withdrawn else "feed_published",
        ActKind.CORRECTION: "feed_corrected",
        ActKind.WITHDRAWAL: "feed_withdrawn",
        ActKind.STATEMENT: "feed_decided" if one.is_decision else "feed_said",
    }
    return say(names[kind], name=one.published.name)


def _certificate_title(one: News, say: Speaker) -> str:
    if one.certificate is None:
        return say("feed_certificate_gone")
    body = load_certificate(one.certificate.content)
    if one.what.kind != CERTIFICATE:
        return say(f"feed_{one.what.kind}", name=body.employer)
    names = Names.of(current().catalog.edition(body.rubric, body.edition), say)
    return say("feed_certificate", level=names.level(body.level), name=body.employer)


def _text(one: News, say: Speaker) -> str:
    if one.published is not None and one.published.is_changed:
        return f"{say('card_changed')} {say('listing_changed')}"
    if one.what.kind != PUBLICATION or one.published is None or one.is_withdrawn:
        gone = missing_words(one.missing, one.organization, say)
        return " ".join(filter(None, [say.why(one.text), gone]))
    return _score(one.published, say)


def _score(published: Published, say: Speaker) -> str:
    snapshot = published.snapshot
    edition = current().catalog.edition(snapshot.rubric, snapshot.edition)
    names = Names.of(edition, say)
    low, high = total_ends(snapshot)
    told = say(
        "feed_published_says",
        level=names.level(snapshot.level),
        score=total_text(low, high, edition.rubric, say),
        standard=f"{names.words.title or snapshot.rubric} {snapshot.edition}",
    )
    covers = covers_of(published, say).long
    contested = f"{say('contested_word')}. {say('card_contested')}"
    beside = [
        covers if snapshot.employer.sites else "",
        contested if published.publication.contested else "",
    ]
    return " ".join([told, *filter(None, beside)])


def _address(one: News) -> str:
    """Return where more of it stands, below the language of the page."""
    if one.certificate is not None:
        return url_for("certificates.verify", code=one.certificate.code)
    if one.published is None:
        slug = one.organization.slug
        return url_for("organizations.page", slug=slug, _anchor="ledger")
    anchor = "#card-corrections" if one.what.kind == ActKind.CORRECTION else ""
    return address_of(one.published) + anchor
