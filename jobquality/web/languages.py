"""Which language a page speaks: its address says so; without one, the reader's own wish."""

from urllib.parse import urlsplit

from flask import current_app, has_request_context, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, Rule

from jobquality.http import READING
from jobquality.wording import Speaker
from jobquality.wording.erasing import FORMER
from jobquality.wording.sentence import LANGUAGES


def current_language() -> str:
    """Return the language of this request's page."""
    named = language_of(request.path)
    return named or request.accept_languages.best_match(LANGUAGES, default=LANGUAGES[0])


def current_speaker() -> Speaker:
    """Return who speaks the language of this request's page."""
    return Speaker(current_language())


def language_of(path: str) -> str | None:
    """Return the language that an address names: `/es/standards` is `es`."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in LANGUAGES else None


def in_language(language: str) -> str:
    """Return the address of this page in another language, question and all.

    What answers a form that was sent stands at no address of its own: then it is the page from
    which the form came.
    """
    path, asked = request.path, request.query_string.decode("ascii", "ignore")
    if request.method not in READING:
        path, asked = _page_of_form(), ""
    rest = "/"
    if language_of(path):
        rest = "/" + path.lstrip("/").partition("/")[2]
    return f"/{language}{rest}" + (f"?{asked}" if asked else "")


def _page_of_form() -> str:
    """Return the path of the page from which a form was sent.

    That is its own address where it can also be read, then the page that the browser names, then
    the nearest page above.
    """
    sent, known = request.url_rule, _rule_at(request.path)
    if sent is not None and known is not None and known.rule == sent.rule:
        return request.path
    named = urlsplit(request.referrer or "")
    pieces = request.path.strip("/").split("/")
    above = ("/" + "/".join(pieces[:end]) for end in range(len(pieces) - 1, 0, -1))
    paths = (named.path, *above) if named.netloc == request.host else above
    others = (path for path in paths if path != request.path and language_of(path))
    return next((path for path in others if _rule_at(path)), "/")


def _rule_at(path: str) -> Rule | None:
    """Return what can be read at an address, or None."""
    try:
        rule, _ = _adapter().match(path, method="GET", return_rule=True)
    except HTTPException:
        return None
    return rule


def _adapter() -> MapAdapter:
    return current_app.url_map.bind_to_environ(request.environ)


def to_language(path: str, language: str) -> str:
    """Return an address of ours in another language."""
    if language_of(path) is None:
        return path
    return f"/{language}/" + path.lstrip("/").partition("/")[2]


def called(value: object) -> object:
    """Return what a template shows: an erased person's name in the language of the page."""
    if type(value) is str and value in FORMER and has_request_context():
        return current_speaker().called(value)
    return value
