"""Which language a page speaks: its address says so; without one, the reader's own wish."""

from flask import has_request_context, request

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
    """Return the address of this page in another language, question and all."""
    rest = "/"
    if language_of(request.path):
        rest = "/" + request.path.lstrip("/").partition("/")[2]
    asked = request.query_string.decode("ascii", "ignore")
    return f"/{language}{rest}" + (f"?{asked}" if asked else "")


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
