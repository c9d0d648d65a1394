"""Fill the templates of documents: escaped always, and nothing missing passes for empty."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jobquality import paths
from jobquality.wording import Speaker


def fill(template: str, values: Mapping[str, object], *, language: str) -> str:
    """Return the HTML of a document; `values` are plain frozen values, `say` speaks for it."""
    return (
        _environment()
        .get_template(f"documents/{template}")
        .render(say=Speaker(language), language=language, **values)
    )


@cache
def _environment() -> Environment:
    # Flask escapes by the name of a file: `plan.html.j2` would go out as it came.
    return Environment(
        loader=FileSystemLoader(paths.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
