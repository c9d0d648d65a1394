"""What search engines may read and keep: public pages of today, in both languages.

Whatever is not named in `FOUND` says that nobody is to keep it: doors and what is behind them,
old scores, files that age where nobody sees it, and every page that refuses.
"""

from collections.abc import Iterable
from http import HTTPStatus
from xml.etree import ElementTree as ET

from flask import Blueprint, Response, request, url_for

from jobquality.http import current
from jobquality.services.finding import Findable, list_findable
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page
from jobquality.web.languages import to_language
from jobquality.wording.sentence import LANGUAGES

blueprint = Blueprint("finding", __name__)

#: Public pages whose newest form is what anybody looks for.
FOUND = frozenset(
    {
        "brands.page",
        "briefs.listing",
        "briefs.page",
        "feeds.listing",
        "initiatives.public",
        "methods.page",
        "organizations.page",
        "promises.page",
        "scorecards.listing",
        "scorecards.page",
        "start.page",
    }
)
#: What is for nobody's robots, by the first part of the address after the language.
_DOORS = (
    "after", "guest", "invitations", "join", "login", "logout", "me", "organization", "people",
    "questions", "reply", "setup", "work",
)  # fmt: skip
_PROGRAMS = ("/api/", "/calendar/", "/health/")
#: So many addresses a map may have. Source: https://www.sitemaps.org/protocol.html
_MOST = 50_000
_KEEP_NOTHING = "noindex, nofollow"
_STANDS = (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
_MAP, _PAGES = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Tell robots what they may read, and where the map is."""
    closed = [f"/{language}/{door}" for language in LANGUAGES for door in _DOORS]
    said = ["User-agent: *", *(f"Disallow: {path}" for path in (*closed, *_PROGRAMS))]
    said.append(f"Sitemap: {current().settings.public_url}{url_for('finding.sitemap')}")
    response = public_page(said, lambda: "\n".join(said) + "\n")
    response.mimetype = "text/plain"
    return response


@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    """Give the map: every public page that search engines are shown the way to."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        paths = _paths(list_findable(session))[: _MOST // len(LANGUAGES)]
    response = public_page([current().settings.public_url, *paths], lambda: _map(paths))
    response.mimetype = "application/xml"
    return response


def keep_out(response: Response) -> Response:
    """Tell search engines to keep nothing of what is not a public page of today."""
    rule = request.url_rule
    is_found = rule is not None and rule.endpoint in FOUND
    if not (is_found and response.status_code in _STANDS):
        response.headers.setdefault("X-Robots-Tag", _KEEP_NOTHING)
    return response


def own_addresses() -> dict[str, str]:
    """Return this page's whole address in each language; none where nobody is to keep it."""
    rule = request.url_rule
    if rule is None or rule.endpoint not in FOUND:
        return {}
    number = request.args.get("page", 1, type=int)
    path = request.path + (f"?page={number}" if number > 1 else "")
    return _in_each(path)


def _in_each(path: str) -> dict[str, str]:
    site = current().settings.public_url
    return {language: site + to_language(path, language) for language in LANGUAGES}


def _paths(findable: Findable) -> list[str]:
    """Return the path of each page in some language, those that lead to the others first."""
    shipped = [(one.rubric.id, one.rubric.edition) for one in current().catalog.by_name.values()]
    editions = dict.fromkeys([*shipped, *findable.editions])
    return [
        *(url_for(one) for one in _FIRST),
        *(url_for("methods.page", rubric_id=a, edition=b) for a, b in editions),
        *(url_for("initiatives.public", slug=one) for one in findable.initiatives),
        *(url_for("scorecards.page", slug=one) for one in findable.employers),
    ]


_FIRST = ("start.page", "scorecards.listing", "briefs.listing", "feeds.listing", "promises.page")


def _map(paths: Iterable[str]) -> str:
    root = ET.Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _PAGES})
    for path in paths:
        addresses = _in_each(path)
        for address in addresses.values():
            place = ET.SubElement(root, "url")
            ET.SubElement(place, "loc").text = address
            for language, other in addresses.items():
                there = {"rel": "alternate", "hreflang": language, "href": other}
                ET.SubElement(place, "xhtml:link", there)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)
