"""Employers of whom something is published; all of it from what was published."""

import re
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from flask import url_for

from jobquality.access.states import PublicationState
from jobquality.api.blueprints import Blueprint
from jobquality.api.published import SLUG, EmployerSchema, EmployersSchema, Wanted, WantedSchema
from jobquality.api.scorecards import scorecard
from jobquality.api.sieve import Sieve
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.schemas.publications import dump_subject
from jobquality.services.amends import gone, read_amends
from jobquality.services.known import Known, known_of
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.listing import Published, find_published, walk_published

#: A page looks through at most this many employers, so that no question is a heavy one.
MOST_LOOKED_AT = 200

blueprint = Blueprint("api_employers", __name__, "Employers with a scorecard")


@blueprint.reads("/employers", EmployersSchema, asks=WantedSchema)
def listing(wanted: Wanted) -> tuple[dict[str, Any], dict[str, str]]:
    """List the employers with a current scorecard, by public name.

    A page may hold fewer than `limit`, even none: go on with `next` (also in the `Link`
    header) until it is null. Each employer comes once, whatever is published meanwhile.
    """
    items, last = _page(wanted, Sieve(wanted, current().catalog))
    following = _following(wanted, last) if last else None
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    return {"items": items, "next": following}, headers


@blueprint.reads(
    "/employers/<slug>", EmployerSchema, refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.GONE]
)
def one(slug: str) -> dict[str, Any]:
    """Show one employer as last published."""
    published = known = None
    if re.fullmatch(SLUG, slug):
        with current().database.reading(EVERY_ORGANIZATION) as session:
            published = find_published(session, slug)
            known = _known(session, published) if published else None
    told = [one for one in published.publications if one.state is not _GONE] if published else []
    if published is None or known is None:
        raise NotFoundError("Nothing is published of an employer of that name.")
    if not told:
        with current().database.reading(EVERY_ORGANIZATION) as session:
            raise gone(published.publications[0], read_amends(session))
    return _employer(published, known)


_GONE = PublicationState.WITHDRAWN


def _page(wanted: Wanted, sieve: Sieve) -> tuple[list[dict[str, Any]], str]:
    """Return the employers of one page, and the last one looked at; empty at the end."""
    items: list[dict[str, Any]] = []
    last = ""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        for looked_at, published in enumerate(walk_published(session, after=wanted.after)):
            if looked_at == MOST_LOOKED_AT or len(items) == wanted.limit:
                return items, last
            last = published.slug
            employer = _employer(published, _known(session, published))
            if sieve.lets_through(employer):
                items.append(employer)
    return items, ""


def _following(wanted: Wanted, last: str) -> str:
    asked = {name: getattr(wanted, name) for name in ("sector", "place", "level", "q")}
    given = {name: value for name, value in asked.items() if value}
    query = urlencode({**given, "limit": wanted.limit, "after": last})
    return f"{url_for('api_employers.listing')}?{query}"


def _known(session: Session, published: Published) -> Known:
    record = published.publications[0].employer_id
    return known_of(session, [record])[record]


def _employer(published: Published, known: Known) -> dict[str, Any]:
    told = [one for one in published.publications if one.state is not _GONE]
    shown = [one for one in told if one.state is PublicationState.CURRENT]
    slug = published.slug
    subject = load_snapshot(told[0].content).employer
    now = known.name_of(subject.name)
    return {
        **dump_subject(load_snapshot(told[0].content)),
        "slug": slug,
        "now_called": None if now == subject.name else now,
        "formerly": list(known.formerly_of(subject.name)),
        "covers": _covers(len(subject.sites), known),
        "scorecards": [scorecard(slug, one) for one in shown[:1]],
        "links": {
            "self": url_for("api_employers.one", slug=slug),
            "scorecards": url_for("api_scorecards.listing", slug=slug),
            "page": url_for("scorecards.page", slug=slug, language="en"),
        },
    }


def _covers(sites: int, known: Known) -> dict[str, Any]:
    counted = known.sites_known_on
    return {
        "sites": sites or None,
        "of": known.sites_known,
        "as_of": counted.isoformat() if counted else None,
        "source": known.sites_known_source or None,
    }
