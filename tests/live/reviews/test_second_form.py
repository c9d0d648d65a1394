"""Threat T2: a second draft takes nothing away of what an employer said of the first."""

import re
from html import unescape

import pytest

from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import new_id
from tests.live.reviews.test_first_week import again_noticed, first_accepted

NOTE = {
    "en": "You answered an earlier draft on March 1, 2026",
    "es": "Usted respondió a un borrador anterior el 1 de marzo de 2026",
}


def answered_once(site: Site) -> str:
    """Answer the first draft, let it be decided, and get a worse one; return the own code."""
    first_accepted(site)
    page = site.employer.get("/en/reply").text
    code = next(iter(re.findall(r"\b[A-Z2-7]{5}-[A-Z2-7]{5}\b", page)), "")
    form = {
        "key": new_id(),
        "version": str(site.notice().version),
        "do": "send",
        "final": "yes",
        "statement": "FIRST: we pay on time.",
        "stance-safe_breaks": "disagree",
        "text-safe_breaks": "FIRST: eleven hours.",
        "stance-adv_ladder": "accept",
    }
    assert site.employer.post("/en/reply", data=form).status_code == 303
    assert site.decide("DECIDED: it stays.").status_code == 303
    site.later(days=1)
    site.knock(again_noticed(site))
    return code


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_second_form_starts_with_the_earlier_words_and_says_what_is_printed(
    site: Site, language: str
) -> None:
    code = answered_once(site)
    back = {"key": new_id(), "do": "return", "code": code}
    assert site.employer.post("/en/reply/who", data=back).status_code == 303

    page = unescape(site.employer.get(f"/{language}/reply").text)

    assert NOTE[language] in page
    form, history = page.split('id="heard-title"')
    assert re.search(r'<textarea id="statement"[^>]*>FIRST: we pay on time.<', form)
    assert "FIRST: eleven hours." in form
    assert re.search(r'id="stance-safe_breaks-disagree"[^>]*checked', form)
    assert re.search(r'id="stance-adv_ladder-none"[^>]*checked', form), "that answer is another one"
    for words in ("FIRST: we pay on time.", "DECIDED: it stays."):
        assert words in history
        assert words in unescape(site.as_author().get(site.at("notice")).text)


def test_a_stranger_with_the_new_link_reads_nothing_of_the_earlier_reply(site: Site) -> None:
    answered_once(site)
    site.say_who(name="Eva Luna", contact="eva@luna.example")

    page = unescape(site.employer.get("/en/reply").text)

    assert 'id="heard-title"' in page
    for words in ("FIRST", "DECIDED", NOTE["en"], "Ana Ruiz"):
        assert words not in page
