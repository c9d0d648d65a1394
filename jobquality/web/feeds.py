"""Feeds of everything new (Atom, RFC 4287, in pages as RFC 5005), and the list of corrections.

The ids follow from hashes and never change. The moments are those of the signed entries.
"""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, render_template, request, url_for

from jobquality.access.states import CertificateStatus
from jobquality.http import current
from jobquality.ledger.acts import ActKind
from jobquality.ledger.audit import CERTIFICATE, PUBLICATION
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.certificate import load_certificate
from jobquality.reading.ends import total_text
from jobquality.reading.names import Names, day_words
from jobquality.reading.scorecard import local_day
from jobquality.reading.trend import total_ends
from jobquality.services.news import CORRECTIONS, EVERYTHING, News, NewsPage, read_news
from jobquality.services.published import Published
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.amended import address_of
from jobquality.web.caching import public_page
from jobquality.web.languages import current_language, current_speaker
from jobquality.wording import Speaker

blueprint = Blueprint("feeds", __name__)

_ATOM = "http://www.w3.org/2005/Atom"
_MEDIA_TYPE = "application/atom+xml"
#: What XML 1.0 cannot hold, however it is escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Names of ours, from which the ids of feeds and entries follow.
_IDS = uuid.UUID("5b1f6e0a-7f3c-5d55-9c58-0d6f0b6b8f11")
_START = datetime(1970, 1, 1, tzinfo=UTC)


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
            "what": "corrected" if one.what.kind == ActKind.CORRECTION else "withdrawn",
            "name": one.published.name if one.published else say("amends_list_unnamed"),
            "day": day_words(local_day(one.what.at, one.organization.time_zone), say),
            "issuer": one.organization,
            "reason": one.text,
            "address": _address(one),
            "number": one.what.number,
        }
        for one in page.news
    ]
    return public_page(
        _parts(page),
        lambda: render_template("web/corrections/listing.html", rows=rows, page=page),
    )


def _read(kinds: frozenset[str], slug: str = "") -> NewsPage:
    number = request.args.get("page", 1, type=int)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return read_news(session, kinds, page=number, slug=slug)


def _parts(page: NewsPage) -> Iterable[object]:
    return [page.number, page.pages, *(one.parts for one in page.news)]


def _feed(page: NewsPage, title: str, endpoint: str, **values: str) -> Response:
    """Answer with a feed, or 304 where the reader has it already."""
    updated = max((one.updated for one in page.news), default=_START)

    def drawn() -> str:
        feed = _drawn(page, title, endpoint, values)
        _add(feed, "updated", moment_text(updated))
        for one in page.news:
            feed.append(_entry(one, current_speaker()))
        return ET.tostring(feed, encoding="unicode", xml_declaration=True)

    response = public_page([endpoint, title, *_parts(page)], drawn)
    response.mimetype = _MEDIA_TYPE
    response.last_modified = updated
    response.make_conditional(request)
    return response


def _drawn(page: NewsPage, title: str, endpoint: str, values: dict[str, str]) -> ET.Element:
    """Return a feed with everything but its entries and its moment."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": current_language()})
    named = page.organization.id if page.organization else current().settings.public_url
    _add(feed, "id", _id(f"{endpoint} {current_language()} {named}"))
    _add(feed, "title", title)
    _add(feed, "generator", "jobquality")
    author = ET.SubElement(feed, "author")
    _add(author, "name", page.organization.name if page.organization else "jobquality")
    for rel, number in _ways(page):
        given: dict[str, Any] = {**values, "page": number if number > 1 else None}
        address = url_for(endpoint, **given)
        _link(feed, rel, address, media_type=_MEDIA_TYPE)
    return feed


def _ways(page: NewsPage) -> Iterable[tuple[str, int]]:
    yield "self", page.number
    yield "first", 1
    yield "last", page.pages
    if page.number > 1:
        yield "previous", page.number - 1
    if page.number < page.pages:
        yield "next", page.number + 1


def _entry(one: News, say: Speaker) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", _id(f"{one.what.kind} {one.what.subject}"))
    sample = "SAMPLE: " if one.organization.is_sample else ""
    _add(entry, "title", sample + _title(one, say))
    _add(entry, "published", moment_text(one.what.at))
    _add(entry, "updated", moment_text(one.updated))
    author = ET.SubElement(entry, "author")
    _add(author, "name", one.organization.name)
    _link(entry, "alternate", _address(one), media_type="text/html")
    text = _text(one, say)
    if text:
        _add(entry, "content", text, type="text")
    return entry


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
        return one.text
    return _score(one.published, say)


def _score(published: Published, say: Speaker) -> str:
    snapshot = published.snapshot
    edition = current().catalog.edition(snapshot.rubric, snapshot.edition)
    names = Names.of(edition, say)
    low, high = total_ends(snapshot)
    return say(
        "feed_published_says",
        level=names.level(snapshot.level),
        score=total_text(low, high, edition.rubric, say),
        standard=f"{names.words.title or snapshot.rubric} {snapshot.edition}",
    )


def _address(one: News) -> str:
    """Return where more of it stands, below the language of the page."""
    if one.certificate is not None:
        return url_for("certificates.verify", code=one.certificate.code)
    if one.published is None:
        slug = one.organization.slug
        return url_for("organizations.page", slug=slug, _anchor="ledger")
    anchor = "#card-corrections" if one.what.kind == ActKind.CORRECTION else ""
    return address_of(one.published) + anchor


def _id(name: str) -> str:
    return uuid.uuid5(_IDS, name).urn


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NO_XML.sub("\ufffd", text)


def _link(parent: ET.Element, rel: str, address: str, *, media_type: str) -> None:
    href = f"{current().settings.public_url}{address}"
    ET.SubElement(parent, "link", {"rel": rel, "href": href, "type": media_type})
