"""The addresses of the pages, and the words and links that every page has."""

import hashlib
from datetime import date
from functools import cache

from flask import Flask, current_app, has_request_context, url_for
from markupsafe import Markup

from jobquality import paths
from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.web import (
    accounts,
    after,
    assessments,
    brands,
    briefs,
    bundles,
    calendars,
    certificates,
    claims,
    copies,
    corrections,
    desk,
    disputes,
    documents,
    editionmoves,
    embeds,
    employer_list,
    employers,
    evidence,
    feeds,
    fieldforms,
    finding,
    guests,
    heads,
    health,
    initiatives,
    ledger,
    letters,
    links,
    logbook,
    mergers,
    messages,
    methods,
    names,
    notices,
    organizations,
    originals,
    own_standards,
    packets,
    papers,
    phone,
    practice,
    problems,
    promises,
    proposals,
    questionnaire,
    rates,
    reply,
    reviews,
    samples,
    scorecards,
    standard_drafts,
    start,
    tailoring,
    unknowns,
    unmarking,
    workplaces,
)
from jobquality.web.languages import current_language, current_speaker, in_language
from jobquality.web.moved import add_moves
from jobquality.web.once import new_key
from jobquality.web.packed import add_packing
from jobquality.web.sessions import check_session_was_read
from jobquality.web.visitors import find_current_person, person_tag
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

_PARTS = (
    bundles,
    health,
    start,
    methods,
    papers,
    packets,
    accounts,
    mergers,
    employers,
    names,
    workplaces,
    assessments,
    editionmoves,
    evidence,
    fieldforms,
    phone,
    copies,
    unknowns,
    unmarking,
    reviews,
    guests,
    notices,
    messages,
    letters,
    links,
    calendars,
    reply,
    claims,
    questionnaire,
    after,
    disputes,
    desk,
    logbook,
    rates,
    tailoring,
    own_standards,
    standard_drafts,
    initiatives,
    scorecards,
    embeds,
    employer_list,
    finding,
    brands,
    organizations,
    originals,
    heads,
    promises,
    proposals,
    feeds,
    ledger,
    corrections,
    certificates,
    documents,
    briefs,
    samples,
    practice,
)


def add_pages(app: Flask) -> None:
    """Give the application its pages."""
    for part in _PARTS:
        app.register_blueprint(part.blueprint)
    app.register_blueprint(calendars.feeds)
    app.context_processor(_around_every_page)
    app.url_defaults(_add_language)
    app.url_value_preprocessor(_take_language)
    add_moves(app)
    problems.add_problem_pages(app)
    add_packing(app)
    app.after_request(finding.keep_out)
    app.before_request(check_session_was_read)


def _around_every_page() -> dict[str, object]:
    language = current_language()
    return {
        "language": language,
        "languages": {other: in_language(other) for other in LANGUAGES},
        "own_addresses": finding.own_addresses,
        "say": Speaker(language),
        "asset": _asset,
        "find_person": find_current_person,
        "person_tag": person_tag,
        "new_key": new_key,
        "is_paused": _is_paused,
        "on_day": _on_day,
        "lang_of": _lang_of,
    }


def _on_day(*days: date) -> str:
    """Return days in words, in the language of the page."""
    return ", ".join(day_words(day, current_speaker()) for day in days)


_NOTHING, _ENGLISH = Markup(), Markup(' lang="en"')


def _lang_of(source: str) -> Markup:
    """Return the attribute that marks a source as English where nobody translated it."""
    language, catalog = current_language(), current().catalog
    editions = (*catalog.by_name.values(), *catalog.shelf.known())
    words = (edition.words.get(language) for edition in editions)
    is_told = language == "en" or any(source in one.sources.values() for one in words if one)
    return _NOTHING if is_told else _ENGLISH


def _is_paused() -> bool:
    """Say whether nothing can be saved for now."""
    return current().database.is_closed


def _asset(name: str) -> str:
    """Return the address of a static file; it changes with the file, so it is kept for a year."""
    return url_for("static", filename=name, v=_fingerprint(name))


@cache
def _fingerprint(name: str) -> str:
    return hashlib.sha256((paths.static() / name).read_bytes()).hexdigest()[:10]


def _add_language(endpoint: str, values: dict[str, object]) -> None:
    """Let every link to a page stay in the language of the page it stands on."""
    if has_request_context() and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values.setdefault("language", current_language())


def _take_language(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Keep the language out of the views: `current_language` reads it from the address."""
    del endpoint
    if values:
        values.pop("language", None)
