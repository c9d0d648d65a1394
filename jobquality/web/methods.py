"""The page of each standard, and its file as it ships."""

from collections.abc import Iterator

from flask import Blueprint, Response, render_template

from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.rubrics.catalog import Edition
from jobquality.scoring.differences import find_differences
from jobquality.scoring.differing_parts import Change
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.standards import OwnEdition, list_own
from jobquality.web.languages import current_language
from jobquality.web.reading import read_method
from jobquality.wording import Speaker

blueprint = Blueprint("methods", __name__)


@blueprint.get("/<any(en,es):language>/standards/<rubric_id>/<edition>")
def page(rubric_id: str, edition: str) -> str:
    """Show what a standard asks, what it gives, and what that rests on."""
    catalog = current().catalog
    found = catalog.edition(rubric_id, edition)
    language = current_language()
    say = Speaker(language)
    shown = read_method(found, catalog.parameters, language, say)
    return render_template(
        "web/standard.html",
        method=shown,
        history=tuple(_history(found)) if found.owner else (),
        day=lambda on: day_words(on, say),
    )


def _history(edition: Edition) -> Iterator[tuple[OwnEdition, tuple[Change, ...]]]:
    """Yield every edition of an organization's standard, newest first, with what it changed."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        known = list_own(session, rubric=edition.rubric.id)
    for own in reversed(known):
        before = here.catalog.find(own.follows) if own.follows else None
        after = here.catalog.edition(own.rubric, own.edition)
        changes = find_differences(before.rubric, after.rubric).changes if before else ()
        yield own, changes


@blueprint.get("/standards/<rubric_id>/<edition>.yaml")
def file(rubric_id: str, edition: str) -> Response:
    """Hand out the file of a standard, byte for byte."""
    found = current().catalog.edition(rubric_id, edition)
    response = Response(found.content, mimetype="application/yaml")
    name = f"{rubric_id}-{edition}.yaml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
