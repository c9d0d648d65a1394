"""The standards that ship."""

from http import HTTPStatus
from typing import Any

from flask import url_for

from jobquality.api.blueprints import Blueprint
from jobquality.api.shapes import EditionsSchema, WholeEditionSchema
from jobquality.http import current
from jobquality.rubrics.model import Rubric
from jobquality.schemas.editions import dump_edition, dump_whole_edition

blueprint = Blueprint("api_standards", __name__, "Standards, edition by edition")


@blueprint.reads("/standards", EditionsSchema)
def listing() -> dict[str, Any]:
    """List every edition of every standard.

    Editions never change once used; `scoring_hash` changes with anything that can move a score.
    """
    editions = current().catalog.by_name.values()
    return {"items": [{**dump_edition(one), "links": _links(one.rubric)} for one in editions]}


@blueprint.reads(
    "/standards/<rubric_id>/<edition>", WholeEditionSchema, refuses=[HTTPStatus.NOT_FOUND]
)
def whole(rubric_id: str, edition: str) -> dict[str, Any]:
    """Show one edition whole.

    Topics, criteria, bands, sources and levels, with the words in every language.
    """
    found = current().catalog.edition(rubric_id, edition)
    return {**dump_whole_edition(found), "links": _links(found.rubric)}


def _links(rubric: Rubric) -> dict[str, str]:
    named: dict[str, Any] = {"rubric_id": rubric.id, "edition": rubric.edition}
    return {
        "self": url_for("api_standards.whole", **named),
        "yaml": url_for("methods.file", **named),
        "page": url_for("methods.page", language="en", **named),
    }
