"""Published scorecards: the list of an employer, and each one byte for byte as it was signed."""

import re
from http import HTTPStatus
from typing import Any

from flask import Response, url_for
from werkzeug.exceptions import Gone

from jobquality.access.states import PublicationState
from jobquality.api.blueprints import Blueprint
from jobquality.api.published import SLUG, ScorecardsSchema, SnapshotSchema
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.schemas.publications import dump_publication
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.listing import Published, find_published
from jobquality.store.publications import Publication

blueprint = Blueprint("api_scorecards", __name__, "Published scorecards")
_NOTHING = "Nothing is published of an employer of that name."
_WITHDRAWN = "This scorecard was withdrawn. Its hash stays in the ledger."


@blueprint.reads("/employers/<slug>/scorecards", ScorecardsSchema, refuses=[HTTPStatus.NOT_FOUND])
def listing(slug: str) -> dict[str, Any]:
    """List every scorecard ever published of an employer, newest first."""
    return {"items": [scorecard(slug, one) for one in _published(slug).publications]}


@blueprint.reads(
    "/employers/<slug>/scorecards/<hash>",
    SnapshotSchema,
    refuses=[HTTPStatus.NOT_FOUND, HTTPStatus.GONE],
)
def snapshot(slug: str, hash: str) -> Response:  # noqa: A002  # the name in the address
    """Hand out a scorecard byte for byte as it was published and signed."""
    found = next((one for one in _published(slug).publications if one.hash == hash), None)
    if found is None:
        raise NotFoundError("This employer has no scorecard of that hash.")
    if found.state is PublicationState.WITHDRAWN:
        raise Gone(_WITHDRAWN)
    response = Response(found.content.encode(), mimetype="application/json")
    response.set_etag(found.hash)
    return response


def scorecard(slug: str, publication: Publication) -> dict[str, Any]:
    """Return what a list shows of one scorecard, with the way to all of it."""
    links = {"self": url_for("api_scorecards.snapshot", slug=slug, hash=publication.hash)}
    return {**dump_publication(publication), "links": links}


def _published(slug: str) -> Published:
    published = None
    if re.fullmatch(SLUG, slug):
        with current().database.reading(EVERY_ORGANIZATION) as session:
            published = find_published(session, slug)
    if published is None:
        raise NotFoundError(_NOTHING)
    return published
