"""No page in Spanish has a word that nobody translated.

Every Spanish sentence and every Spanish word of the standards is put in brackets; then all
pages are walked, and whatever is neither in brackets nor written by a person is English left
behind.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element  # what html5lib gives
from zoneinfo import available_timezones

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import String, Text, select

from jobquality.config import Settings
from jobquality.http import Context
from jobquality.rubrics.catalog import Catalog, Edition, shipped
from jobquality.rubrics.model import Wording
from jobquality.rubrics.words import Words
from jobquality.services.samples.making import make_samples
from jobquality.services.samples.standards import EDITIONS, read_sample_edition
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.rows import Row
from jobquality.web.samples import workshop_of
from jobquality.wording import WORDING
from jobquality.wording.letters import SHIPPED
from jobquality.wording.sentence import Sentence
from jobquality.wording.zones import plain_name
from tests.live.conftest import make_app
from tests.live.factories import log_in, stored_employer, stored_organization, stored_person

pytestmark = pytest.mark.pages

#: Names of things, the same in every language.
NAMES = (
    "jobquality", "Apache", "English", "Español", "YAML", "JSON", "PDF", "CSV", "NAICS", "SHA-256",
    "Ed25519", "https", "http", "localhost", "ledger.json", "TOTP", "SAMPLE",
    "restaurants_us", "retail_us",
)  # fmt: skip
SHOWN_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
DATE = re.compile(rf"\d{{1,2}} de (?:{'|'.join(MONTHS)}) de \d{{4}}")
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
MOST_PAGES = 400


def bracketed(text: str) -> str:
    return f"⟦{text}⟧" if text else ""


def bracketed_words(words: Words) -> Words:
    return replace(
        words,
        title=bracketed(words.title),
        about=bracketed(words.about),
        by_id={name: bracketed_wording(one) for name, one in words.by_id.items()},
        sources={text: bracketed(said) for text, said in words.sources.items()},
    )


def bracketed_wording(wording: Wording) -> Wording:
    return replace(
        wording,
        title=bracketed(wording.title),
        ask=bracketed(wording.ask),
        help=bracketed(wording.help),
        about=bracketed(wording.about),
        answers={name: bracketed(text) for name, text in wording.answers.items()},
    )


def bracketed_catalog() -> Catalog:
    def edition(known: Edition) -> Edition:
        return replace(known, words={**known.words, "es": bracketed_words(known.words["es"])})

    whole = shipped()
    return replace(whole, by_name={name: edition(one) for name, one in whole.by_name.items()})


@pytest.fixture
def spanish(settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch) -> Flask:
    for name, sentence in list(WORDING.items()):
        marked = Sentence(en=sentence.en, es=bracketed(sentence.es))
        monkeypatch.setitem(WORDING, name, marked)
    return make_app(settings, database, catalog=bracketed_catalog())


@pytest.fixture
def walker(spanish: Flask, database: Database) -> FlaskClient:
    here = spanish.extensions["jobquality"]
    assert isinstance(here, Context)
    with database.transaction() as session:
        make_samples(session, workshop_of(here))
    with database.transaction() as session:
        organization = stored_organization(session)
        person = stored_person(session, organization, language="es")
        stored_employer(session, person)
    return log_in(spanish.test_client(), person)


def written_by_people(database: Database) -> list[str]:
    """Everything that stands in the database as text, longest first."""
    found: set[str] = set()
    with database.reading(EVERY_ORGANIZATION) as session:
        for table in Row.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, String | Text):
                    texts = {text for text in session.scalars(select(column)) if text}
                    found |= texts | {line for text in texts for line in text.splitlines()}
    return sorted((one for one in found if any(map(str.isalpha, one))), key=len, reverse=True)


def words_of_own_standards() -> list[str]:
    """What the samples' own standard says in Spanish: people wrote it, and it is no sentence."""
    editions = [read_sample_edition(shipped(), one).words["es"] for one in EDITIONS]
    found: set[str] = set()
    for words in editions:
        found |= {words.title, words.about}
        for one in words.by_id.values():
            found |= {one.title, one.ask, one.help, one.about, *one.answers.values()}
    return sorted((one for one in found if one), key=len, reverse=True)


#: The names of time zones, as they are and as they are shown.
ZONES = {shown for name in available_timezones() for shown in (name, plain_name(name))}


def names_of_places() -> list[str]:
    """The names of states, counties and regions, the same in every language."""
    places = shipped().parameters.places
    return [*(place.title for place in places.by_id.values()), *places.counties.values()]


def shown_texts(page: str) -> Iterator[str]:
    """Yield every text that a person reads in Spanish on a page."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    yield from _shown(document)


def _shown(element: Element) -> Iterator[str]:
    if element.tag in ("script", "style", "code", "pre") or element.get("lang", "es") != "es":
        return
    for name in SHOWN_ATTRIBUTES:
        yield element.get(name) or ""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _shown(child)
        yield child.tail or ""


def links_of(page: str) -> set[str]:
    found = re.findall(r'href="(/es/[^"#?]*)', page)
    return {one for one in found if not one.endswith((".pdf", ".json", ".xlsx", ".csv"))}


def english_in(text: str, known: list[str]) -> str:
    if text.strip() in ZONES:
        return ""
    text = CODE.sub(" ", text)
    left = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    while left != (closer := re.sub(r"⟦[^⟦⟧]*⟧", " ", left)):
        left = closer
    left = DATE.sub(" ", left)
    for one in sorted(known, key=len, reverse=True):  # a name before a part of it
        if len(one) > 2 and one in left:
            left = left.replace(one, " ")
    for name in NAMES:
        left = left.replace(name, " ")
    return " ".join(word for word in left.split() if re.search(r"[^\W\d_]{2}", word))


def test_no_page_in_spanish_has_a_word_that_nobody_translated(
    walker: FlaskClient, database: Database
) -> None:
    letters = [text for _, text in SHIPPED.values()]  # to be changed by people, as their own
    known = letters + written_by_people(database) + words_of_own_standards() + names_of_places()
    seen: set[str] = set()
    ahead = ["/es/", "/es/work/"]
    left: dict[str, set[str]] = {}

    while ahead and len(seen) < MOST_PAGES:
        address = ahead.pop()
        if address in seen:
            continue
        seen.add(address)
        response = walker.get(address)
        if response.mimetype != "text/html":
            continue
        for text in set(shown_texts(response.text)):
            english = english_in(text, known)
            if english:
                left.setdefault(english, set()).add(address)
        ahead += sorted(links_of(response.text) - seen)

    assert len(seen) > 20, "the walk must have found its way"
    found = sorted(f"{words}   on {min(pages)}" for words, pages in left.items())
    assert not found, "\n".join(found)
