"""Review, notice, reply and publishing in every state have no word that nobody translated."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from jobquality.config import Settings
from jobquality.store.database import Database
from jobquality.wording import WORDING
from jobquality.wording.sentence import Sentence
from tests.live.conftest import make_app
from tests.live.reviews.browsing import Site, link_in
from tests.live.reviews.parts import Clock, new_id
from tests.live.web.test_no_english_left import (
    bracketed,
    bracketed_catalog,
    english_in,
    names_of_places,
    shown_texts,
    written_by_people,
)

pytestmark = pytest.mark.pages


@pytest.fixture
def app(
    settings: Settings, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Flask:
    """The application with every Spanish word in brackets."""
    for name, sentence in list(WORDING.items()):
        monkeypatch.setitem(WORDING, name, Sentence(en=sentence.en, es=bracketed(sentence.es)))
    return make_app(settings, database, catalog=bracketed_catalog(), clock=clock)


def _drafted(site: Site) -> None:
    del site


def _submitted(site: Site) -> None:
    site.submit(comment="mire las propinas")


def _returned(site: Site) -> None:
    site.submit()
    site.give_back("falta el año", **{"comment-adv_ladder": "cuál"})


def _approved(site: Site) -> None:
    site.submit()
    site.approve()


def _sent(site: Site) -> None:
    _approved(site)
    site.notify()
    form = {"key": new_id(), "kind": "attempt", "way": "phone", "on": "2026-03-01", "how": "nadie"}
    site.as_author().post(site.at("notice/delivery"), data=form)


def _opened(site: Site) -> None:
    site.to_employer()


def _answered(site: Site) -> None:
    said = {"stance-adv_ladder": "fixed", "text-adv_ladder": "todo"}
    said["on-adv_ladder"] = "2026-03-01"
    site.reply(site.to_employer(), statement="pagamos bien", **said)


def _decided(site: Site) -> None:
    _answered(site)
    site.decide("no cambia nada", language="es")
    site.later(days=14)


def _worse(site: Site) -> None:
    site.to_employer()
    site.give_back("falta el año")
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "0")
    _approved(site)


def _held(site: Site) -> None:
    form = {"key": new_id(), "mark": "hold", "reason": "una huelga"}
    site.as_reviewer().post(site.at("mark"), data=form)


def _published(site: Site) -> None:
    _decided(site)
    site.publish()


#: By which somebody goes on as themselves on another device.
OWN_CODE = re.compile("[A-Z2-7]{5}-[A-Z2-7]{5}")
#: The whole address of a page, to be passed on: no word of any language.
ADDRESS = re.compile(r"https?://[^\s/]+/es/e/[^\s/]+")
NO_WORDS = (OWN_CODE, ADDRESS)

STATES = (
    _drafted,
    _submitted,
    _returned,
    _approved,
    _sent,
    _opened,
    _answered,
    _decided,
    _worse,
    _held,
    _published,
)


@pytest.mark.parametrize("go", STATES, ids=lambda go: go.__name__.lstrip("_"))
def test_no_page_has_a_word_that_nobody_translated(site: Site, go: Callable[[Site], None]) -> None:
    go(site)
    browser = site.as_reviewer()
    pages = [browser.get(site.at(path, "es")) for path in ("review", "notice", "publish")]
    pages.append(site.employer.get("/es/reply"))

    known = written_by_people(site.database) + names_of_places()
    texts = {text for page in pages for text in shown_texts(page.text)}
    texts = {one for one in texts if not any(no.fullmatch(one.strip()) for no in NO_WORDS)}
    left = {english for text in texts if (english := english_in(text, known))}

    assert not left


def test_the_door_has_no_word_that_nobody_translated(site: Site) -> None:
    _approved(site)
    link = link_in(site.notify()).replace("/en/", "/es/")

    page = site.employer.get(link).text

    known = written_by_people(site.database)
    assert not {english for text in shown_texts(page) if (english := english_in(text, known))}
