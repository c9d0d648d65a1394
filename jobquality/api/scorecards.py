"""Published scorecards: the list of an employer, and each one byte for byte as it was signed."""

import re
from collections.abc import Collection
from http import HTTPStatus
from typing import Any

from flask import Response, url_for

from jobquality.access.states import PublicationState
from jobquality.api.blueprints import Blueprint
from jobquality.api.published import SLUG, ClaimsSchema, ScorecardsSchema, SnapshotSchema
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.form import load_snapshot
from jobquality.reading.claims import claims_of
from jobquality.schemas.publications import dump_publication
from jobquality.services.amends import Amends, Corrected, TakenBack, gone, read_amends
from jobquality.services.earlierreplies import EarlierReply, find_earlier_replies
from jobquality.services.families import find_public
from jobquality.services.published import read_all
from jobquality.services.said import Spoken, spoken_beside
from jobquality.services.sealed import check_whole, find_changed
from jobquality.services.unanswered import Unanswered, find_unanswered
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.listing import Published
from jobquality.store.publications import Publication
from jobquality.wording import Speaker

blueprint = Blueprint("api_scorecards", __name__, "Published scorecards")
_NOTHING = "Nothing is published of an employer of that name."


@blueprint.reads("/employers/<slug>/scorecards", ScorecardsSchema, refuses=[HTTPStatus.NOT_FOUND])
def listing(slug: str) -> dict[str, Any]:
    """List every scorecard ever published of an employer, newest first.

    `statements` are what it said after publication, oldest first, in full; `unanswered` are the
    objections that wait for longer than it was promised.
    """
    here = current()
    published = _published(slug)
    with here.database.reading(EVERY_ORGANIZATION) as session:
        history = [
            one for one in read_all(session, published.publications) if one.publication.content
        ]
        spoken = spoken_beside(session, history[::-1], catalog=here.catalog)
        records = {one.employer_id for one in published.publications}
        unanswered = find_unanswered(session, records, at=here.clock())
        amends = read_amends(session)
        changed = find_changed(session, published.publications, amends)
        earlier = find_earlier_replies(
            session, [(one.publication, one.snapshot) for one in history if not one.is_changed]
        )
    return {
        "items": [
            scorecard(slug, one, amends, changed, earlier.get(one.hash))
            for one in published.publications
        ],
        "statements": [_statement(slug, one) for one in spoken],
        "unanswered": [_unanswered(one) for one in unanswered],
    }


@blueprint.reads(
    "/employers/<slug>/scorecards/<hash>",
    SnapshotSchema,
    refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.SERVICE_UNAVAILABLE],
)
def snapshot(slug: str, hash: str) -> Response:  # noqa: A002  # the name in the address
    """Hand out a scorecard byte for byte as it was published and signed."""
    found = _find(slug, hash)
    response = Response(found.content.encode(), mimetype="application/json")
    response.set_etag(found.hash)
    return response


@blueprint.reads(
    "/employers/<slug>/scorecards/<hash>/claims",
    ClaimsSchema,
    refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.SERVICE_UNAVAILABLE],
)
def claims(slug: str, hash: str) -> dict[str, Any]:  # noqa: A002  # as above
    """List every claim of a scorecard with what it rests on, in English.

    The ids are those that the elements of the page carry as `data-claim-id`.
    """
    found = _find(slug, hash)
    here = current()
    said = load_snapshot(found.content)
    edition = here.catalog.edition(said.rubric, said.edition)
    return {"items": claims_of(said, edition, here.catalog.parameters.places, Speaker("en"))}


def _find(slug: str, body_hash: str) -> Publication:
    found = next((one for one in _published(slug).publications if one.hash == body_hash), None)
    if found is None:
        raise NotFoundError("This employer has no scorecard of that hash.")
    with current().database.reading(EVERY_ORGANIZATION) as session:
        amends = read_amends(session)
        check_whole(session, [found], amends)
    if found.state is PublicationState.WITHDRAWN:
        raise gone(found, amends)
    return found


def scorecard(
    slug: str,
    publication: Publication,
    amends: Amends,
    changed: Collection[str] = (),
    earlier: EarlierReply | None = None,
) -> dict[str, Any]:
    """Return what a list shows of one scorecard, with the way to all of it.

    `changed` are those that are not what was signed: nothing of them is told. `earlier` is
    the draft that the reply answered, where that was another one.
    """
    links = {"self": url_for("api_scorecards.snapshot", slug=slug, hash=publication.hash)}
    shown = dump_publication(publication, is_changed=publication.hash in changed)
    if shown["employer_reply"] is not None:
        shown["employer_reply"]["url"] = reply_address(slug)
        shown["employer_reply"]["earlier_draft"] = _earlier(earlier) if earlier else None
    return {**shown, **_amended(slug, publication, amends), "links": links}


def _earlier(earlier: EarlierReply) -> dict[str, Any]:
    at = earlier.published_at
    return {
        "scorecard": earlier.hash or None,
        "revision": earlier.revision,
        "published_at": moment_text(at) if at else None,
    }


def _amended(slug: str, publication: Publication, amends: Amends) -> dict[str, Any]:
    """Return what was said later of a scorecard, each with its reason and where it stands."""
    before, after = amends.correction_by(publication), amends.correction_of(publication)
    withdrawn = amends.withdrawal_of(publication)
    where = reply_address(slug, "card-corrections")
    return {
        "corrects": _amend(before, before.act.corrects, where) if before else None,
        "corrected_by": _amend(after, after.act.publication, where) if after else None,
        "withdrawn": _amend(withdrawn, None, where.partition("#")[0]) if withdrawn else None,
    }


def _amend(amend: Corrected | TakenBack, other: str | None, where: str) -> dict[str, Any]:
    return {
        "at": moment_text(amend.act.at),
        "reason": amend.act.reason,
        "entry": amend.entry.number,
        "scorecard": other,
        "url": where,
    }


def reply_address(slug: str, anchor: str = "reply-title") -> str:
    """Return where everyone reads what an employer says."""
    where = url_for("scorecards.page", slug=slug, language="en", _anchor=anchor)
    return current().settings.public_url + where


def _unanswered(one: Unanswered) -> dict[str, Any]:
    return {
        "scorecard": one.publication_hash,
        "said_at": moment_text(one.said_at),
        "accepted": one.is_known,
    }


def _statement(slug: str, one: Spoken) -> dict[str, Any]:
    return {
        "topic": one.topic.value,
        "scorecard": one.publication_hash,
        "criteria": list(one.criteria),
        "text": one.text,
        "by": one.who,
        "said_at": moment_text(one.at),
        "fixed_on": one.fixed_on.isoformat() if one.fixed_on else None,
        "fixed_in_days": one.fixed_in,
        "decision": one.outcome.value if one.outcome else None,
        "reasons": one.reasons or None,
        "carried_out": not one.is_waiting if one.outcome else None,
        "url": reply_address(slug, f"said-{one.id}"),
    }


def _published(slug: str) -> Published:
    published = None
    if re.fullmatch(SLUG, slug):
        with current().database.reading(EVERY_ORGANIZATION) as session:
            published = find_public(session, slug)
    if published is None:
        raise NotFoundError(_NOTHING)
    return published
