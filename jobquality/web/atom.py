"""The parts of an Atom feed (RFC 4287), in pages (RFC 5005).

Ids follow from names of ours and never change.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from flask import Response, request, url_for

from jobquality.http import current
from jobquality.ledger.canonical import moment_text
from jobquality.web.caching import public_page
from jobquality.web.languages import current_language

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
#: What XML 1.0 cannot hold, however it is escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Names of ours, from which the ids of feeds and entries follow.
_IDS = uuid.UUID("5b1f6e0a-7f3c-5d55-9c58-0d6f0b6b8f11")
_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One page of a feed: where it is found, who writes it, and its place among its pages.

    `name` makes its id: of the same name and language it is the same feed for ever.
    """

    endpoint: str
    title: str
    name: str
    author: str
    number: int
    pages: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a feed tells; `name` makes its id, `address` is a path of this site."""

    name: str
    title: str
    author: str
    published: datetime
    updated: datetime
    address: str
    text: str


def answer(feed: Feed, entries: Iterable[Entry], parts: Iterable[object]) -> Response:
    """Answer with a feed, or 304 where the reader has it already; `parts` as of a page."""
    told = tuple(entries)
    updated = max((one.updated for one in told), default=_START)

    def drawn() -> str:
        root = _drawn(feed)
        _add(root, "updated", moment_text(updated))
        root.extend(_entry(one) for one in told)
        return ET.tostring(root, encoding="unicode", xml_declaration=True)

    response = public_page([feed.endpoint, feed.title, *parts], drawn)
    response.mimetype = MEDIA_TYPE
    response.last_modified = updated
    response.make_conditional(request)
    return response


def _drawn(feed: Feed) -> ET.Element:
    """Return a feed with everything but its entries and its moment."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": current_language()})
    _add(root, "id", _id(f"{feed.endpoint} {current_language()} {feed.name}"))
    _add(root, "title", feed.title)
    _add(root, "generator", "jobquality")
    _add(ET.SubElement(root, "author"), "name", feed.author)
    for rel, number in _ways(feed):
        page = number if number > 1 else None
        _link(root, rel, url_for(feed.endpoint, **feed.values, page=page), MEDIA_TYPE)  # type: ignore[arg-type]  # flask leaves None out
    return root


def _ways(feed: Feed) -> Iterable[tuple[str, int]]:
    yield "self", feed.number
    yield "first", 1
    yield "last", feed.pages
    if feed.number > 1:
        yield "previous", feed.number - 1
    if feed.number < feed.pages:
        yield "next", feed.number + 1


def _entry(one: Entry) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", _id(one.name))
    _add(entry, "title", one.title)
    _add(entry, "published", moment_text(one.published))
    _add(entry, "updated", moment_text(one.updated))
    _add(ET.SubElement(entry, "author"), "name", one.author)
    _link(entry, "alternate", one.address, "text/html")
    if one.text:
        _add(entry, "content", one.text, type="text")
    return entry


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NO_XML.sub("\ufffd", text)


def _id(name: str) -> str:
    return uuid.uuid5(_IDS, name).urn


def _link(parent: ET.Element, rel: str, address: str, media_type: str) -> None:
    href = f"{current().settings.public_url}{address}"
    ET.SubElement(parent, "link", {"rel": rel, "href": href, "type": media_type})
