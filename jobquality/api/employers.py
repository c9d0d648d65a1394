"""Employers of whom something is published; all of it from what was published."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
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
from jobquality.ledger.snapshot import Snapshot
from jobquality.schemas.publications import dump_subject
from jobquality.services.amends import Amends, gone, read_amends
from jobquality.services.earlierreplies import EarlierReply, find_earlier_replies
from jobquality.services.families import find_public, without_strangers
from jobquality.services.known import Known, known_of
from jobquality.services.narrowing import Narrowed, narrow
from jobquality.services.sealed import check_whole, find_changed
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.listing import Published, walk_published
from jobquality.store.publications import Publication

#: A page looks through at most this many employers, so that no question is a heavy one.
MOST_LOOKED_AT = 200

blueprint = Blueprint("api_employers", __name__, "Employers with a scorecard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside publications: what was said later, and which drafts replies answered.

    `changed` are those that are not what was signed.
    """

    amends: Amends
    earlier: Mapping[str, EarlierReply]
    changed: frozenset[str] = frozenset()


@blueprint.reads("/employers", EmployersSchema, asks=WantedSchema)
def listing(wanted: Wanted) -> tuple[dict[str, Any], dict[str, str]]:
    """List the employers with a current scorecard, by public name.

    Where the last one was withdrawn, the employer is there with that one, which says when and
    why and gives no figure; not where nothing published of it has its body any more.
    A page may hold fewer than `limit`, even none: go on with `next` (also in the `Link`
    header) until it is null. Each employer comes once, whatever is published meanwhile.
    """
    here = current()
    asked = Narrowed(sector=wanted.sector, place=wanted.place, level=wanted.level)
    with here.database.reading(EVERY_ORGANIZATION) as session:
        narrow(session, asked, here.catalog)
    items, last = _page(wanted, Sieve(wanted, here.catalog.parameters.places))
    following = _following(wanted, last) if last else None
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    return {"items": items, "next": following}, headers


@blueprint.reads(
    "/employers/<slug>",
    EmployerSchema,
    refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.SERVICE_UNAVAILABLE],
)
def one(slug: str) -> dict[str, Any]:
    """Show one employer as last published."""
    if not re.fullmatch(SLUG, slug):
        raise NotFoundError(_NOTHING)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        published = find_public(session, slug)
        if published is None:
            raise NotFoundError(_NOTHING)
        amends = read_amends(session)
        told = [one for one in published.publications if one.state is not _GONE]
        shown = told[:1] or published.publications[:1]
        check_whole(session, {*shown, published.publications[0]}, amends)
        known = _known(session, published, shown)
        earlier = _earlier(session, told)
    if not told:
        raise gone(published.publications[0], amends)
    return _employer(published, known, Beside(amends=amends, earlier=earlier))


_GONE = PublicationState.WITHDRAWN
_NOTHING = "Nothing is published of an employer of that name."


def _page(wanted: Wanted, sieve: Sieve) -> tuple[list[dict[str, Any]], str]:
    """Return the employers of one page, and the last one looked at; empty at the end."""
    items: list[dict[str, Any]] = []
    last = ""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        amends = read_amends(session)
        for looked_at, found in enumerate(walk_published(session, after=wanted.after)):
            if looked_at == MOST_LOOKED_AT or len(items) == wanted.limit:
                return items, last
            last = found.slug
            published = _with_body(session, without_strangers(session, found))
            changed = find_changed(session, published.publications, amends)
            bodies = [one for one in published.publications if one.content]
            if not bodies:
                continue
            told = [one for one in bodies if one.hash not in changed]
            beside = Beside(amends=amends, earlier=_earlier(session, told), changed=changed)
            employer = _employer(published, _known(session, published, told), beside)
            if sieve.lets_through(employer):
                items.append(employer)
    return items, ""


def _with_body(session: Session, published: Published) -> Published:
    """Return an employer so that something of it has its body, where anything has."""
    if any(one.content for one in published.publications):
        return published
    return find_public(session, published.slug) or published


def _following(wanted: Wanted, last: str) -> str:
    asked = {name: getattr(wanted, name) for name in ("sector", "place", "level", "q")}
    given = {name: value for name, value in asked.items() if value}
    query = urlencode({**given, "limit": wanted.limit, "after": last})
    return f"{url_for('api_employers.listing')}?{query}"


def _known(session: Session, published: Published, whole: Collection[Publication]) -> Known:
    record = published.publications[0].employer_id
    return known_of(session, [record], whole)[record]


def _earlier(session: Session, told: list[Publication]) -> dict[str, EarlierReply]:
    shown = [one for one in told if one.state is PublicationState.CURRENT]
    return find_earlier_replies(session, ((one, load_snapshot(one.content)) for one in shown[:1]))


def _employer(published: Published, known: Known, beside: Beside) -> dict[str, Any]:
    every, slug = published.publications, published.slug
    shown = [one for one in every if one.state is PublicationState.CURRENT]
    shown += [one for one in every if one.state is _GONE]
    shown = shown or [one for one in every if one.hash in beside.changed]
    bodies = [one for one in (*shown, *every) if one.content]
    return {
        **_subject(bodies[0], known, beside.changed),
        "slug": slug,
        "scorecards": [
            scorecard(slug, one, beside.amends, beside.changed, beside.earlier.get(one.hash))
            for one in shown[:1]
        ],
        "links": {
            "self": url_for("api_employers.one", slug=slug),
            "scorecards": url_for("api_scorecards.listing", slug=slug),
            "page": url_for("scorecards.page", slug=slug, language="en"),
        },
    }


def _subject(publication: Publication, known: Known, changed: frozenset[str]) -> dict[str, Any]:
    """Return the employer as it was published; of what is not what was signed, its name alone.

    Of one that was withdrawn its workplaces are not told.
    """
    if publication.hash in changed:
        nothing = {"place": "", "sector": "", "sites": []}
        return {**nothing, "name": known.name, **_today(known, known.name, 0)}
    subject = load_snapshot(publication.content)
    if publication.state is _GONE:
        subject = replace(subject, employer=replace(subject.employer, sites=()))
    return {**dump_subject(subject), **_today(known, subject.employer.name, _sites(subject))}


def _sites(subject: Snapshot) -> int:
    return len(subject.employer.sites)


def _today(known: Known, name: str, sites: int) -> dict[str, Any]:
    now = known.name_of(name)
    return {
        "now_called": None if now == name else now,
        "formerly": list(known.formerly_of(name)),
        "covers": _covers(sites, known),
    }


def _covers(sites: int, known: Known) -> dict[str, Any]:
    counted = known.sites_known_on
    return {
        "sites": sites or None,
        "of": known.sites_known,
        "as_of": counted.isoformat() if counted else None,
        "source": known.sites_known_source or None,
    }
