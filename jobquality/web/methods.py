"""The page of each standard, and its file as it ships."""

from flask import Blueprint, Response, render_template

from jobquality.http import current
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
    shown = read_method(found, catalog.parameters, language, Speaker(language))
    return render_template("web/standard.html", method=shown)


@blueprint.get("/standards/<rubric_id>/<edition>.yaml")
def file(rubric_id: str, edition: str) -> Response:
    """Hand out the file of a standard, byte for byte."""
    found = current().catalog.edition(rubric_id, edition)
    response = Response(found.content, mimetype="application/yaml")
    name = f"{rubric_id}-{edition}.yaml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
