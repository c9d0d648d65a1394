"""The moments in which a phone could lose a word: a page that is left, an answer on its way.

Journey D2 and fault R20, in a real browser with its real worker and its real storage.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.field import LEFT_TOO_SOON, Field, Phone, a_phone, begin

NOTICE, WORKERS = "sched_notice_days", "hourly_workers"
#: What this page sends stays on its way until it is let go.
HOLDS = """() => {
  const send = window.fetch;
  const held = new Promise((go) => { window.letGo = go; });
  window.fetch = async (address, how = {}) => {
    if (how.method === "POST") await held;
    return send(address, how);
  };
}"""
#: What is patient for half a minute is so for half a second.
IN_A_HURRY = """() => {
  const patient = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (milliseconds) => patient(milliseconds / 60);
}"""
#: Whatever this page asks of the queue comes late, as on a slow phone.
FINDS_LATE = """() => {
  window.asked = 0;
  const held = new Promise((go) => { window.letGo = go; });
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...what) {
    const begun = begin.apply(this, what);
    const ends = (work) => begun.addEventListener("complete", () => held.then(work));
    Object.defineProperty(begun, "oncomplete", { set: ends });
    window.asked += 1;
    return begun;
  };
}"""
SAYS_AND_TYPES = """(number) => {
  const source = document.getElementById("working-source");
  source.value = "The handbook, page 12";
  source.form.requestSubmit();
  const field = document.getElementById(number);
  field.value = "14";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@pytest.fixture
def phone(browser: Browser, field: Field) -> Iterator[Phone]:
    """A phone in Spanish, logged in, at the questions about schedules."""
    with a_phone(browser, field, "es", 360) as phone:
        begin(phone, "/topics/scheduling")
        yield phone


def test_an_answer_typed_in_the_moment_its_source_is_said_starts_from_that_source(
    phone: Phone,
) -> None:
    phone.page.evaluate(SAYS_AND_TYPES, f"{NOTICE}-number")
    phone.waits(0)

    (kept,) = phone.field.answers().values()
    assert (kept.answer, kept.source) == ("14", "The handbook, page 12")


def test_a_page_kept_before_the_source_was_said_starts_from_it_too(phone: Phone) -> None:
    phone.keeps(10)
    phone.page.evaluate(SAYS_AND_TYPES, f"{NOTICE}-number")
    phone.waits(0)
    phone.context.set_offline(True)
    phone.go("/topics/wages")
    phone.ready()
    expect(phone.page.locator("#working-source")).to_have_value("The handbook, page 12")
    phone.type(WORKERS, "9")
    phone.context.set_offline(False)
    phone.waits(0)

    assert phone.field.answers()[WORKERS].source == "The handbook, page 12"


def test_words_that_the_queue_never_got_are_counted_and_go_before_what_is_submitted(
    phone: Phone,
) -> None:
    phone.page.locator("details.working summary").click()
    phone.page.locator("#working-source").fill("The handbook, page 12")
    phone.page.locator("details.working button").click()
    phone.keeps(10)
    phone.waits(0)
    phone.context.set_offline(True)
    phone.page.evaluate(LEFT_TOO_SOON)
    phone.type(NOTICE, "14")
    expect(phone.said(NOTICE)).to_contain_text("Se queda en este teléfono")
    phone.go("")
    phone.ready()
    phone.waits(1)
    phone.bar_says("En este teléfono, sin enviar (1)")
    phone.sends_as_it_is()
    phone.waits(2)
    phone.context.set_offline(False)
    phone.waits_for(lambda: phone.field.state() == "in_review")

    assert phone.field.versions() == {NOTICE: ["14"]}


def test_words_that_the_queue_never_got_stand_at_their_question_again(phone: Phone) -> None:
    phone.keeps(10)
    phone.context.set_offline(True)
    phone.page.evaluate(LEFT_TOO_SOON)
    phone.page.locator(f"#{NOTICE}-number").fill("14")
    phone.page.reload()
    phone.ready()
    assert phone.shows(NOTICE) == "14"
    phone.type(NOTICE, "15")
    phone.waits(1)
    phone.context.set_offline(False)
    phone.waits(0)

    assert phone.field.versions() == {NOTICE: ["15"]}, "older words never replace newer ones"


def test_what_is_typed_before_the_phone_found_what_waits_is_not_covered_by_it(
    phone: Phone,
) -> None:
    phone.keeps(10)
    phone.context.set_offline(True)
    phone.type(NOTICE, "14")
    phone.waits(1)
    phone.context.add_init_script(f"({FINDS_LATE})()")
    phone.open_anew("/topics/scheduling")
    phone.until("(most) => window.asked >= most", 2)
    phone.type(NOTICE, "15")
    phone.page.evaluate("() => window.letGo()")
    phone.ready()
    assert phone.shows(NOTICE) == "15"
    phone.waits(1)
    phone.context.set_offline(False)
    phone.waits(0)

    assert phone.field.versions() == {NOTICE: ["15"]}


def test_words_that_were_sent_before_their_letter_was_thrown_away_are_sent_once(
    phone: Phone,
) -> None:
    phone.go(f"/{NOTICE}/evidence")
    phone.page.evaluate("() => { Storage.prototype.removeItem = () => null; }")
    phone.page.locator("#title").fill("A link to their rules")
    phone.page.locator("#url").fill("https://diner.example/rules")
    phone.page.locator("#grade-E1").check()
    phone.page.locator("form[data-evidence] button[type=submit]").click()
    phone.page.get_by_role("link", name="A link to their rules").first.wait_for()
    phone.waits(0)

    assert [one.title for one in phone.field.evidence()] == ["A link to their rules"]


def test_a_photo_that_the_phone_has_no_room_for_stays_in_the_form_and_says_so(
    phone: Phone,
) -> None:
    phone.page.evaluate(LEFT_TOO_SOON)
    phone.takes_photo(NOTICE, b"no room for this", "The board by the door")
    form = phone.page.locator(f"#{NOTICE} form[data-photo]")
    expect(form.locator(".said.is-bad")).to_contain_text("no cabe el archivo")

    expect(form.locator("[name=title]")).to_have_value("The board by the door")
    assert form.locator("input[type=file]").evaluate("(field) => field.files.length") == 1


def test_an_answer_corrected_on_its_way_leaves_nothing_to_correct(phone: Phone) -> None:
    phone.page.evaluate(HOLDS)
    phone.type(NOTICE, "soon")
    phone.page.locator(f"#{NOTICE}-form[data-state=busy]").wait_for()
    phone.type(NOTICE, "12")
    phone.waits(2)
    phone.page.evaluate("() => window.letGo()")
    phone.waits(0)

    assert phone.field.versions() == {NOTICE: ["12"]}
    phone.bar_says("Guardado")


def test_what_is_answered_is_counted_while_it_is_saved_and_while_it_waits(phone: Phone) -> None:
    topic = phone.page.locator("[data-progress=scheduling]")
    whole = phone.page.locator("[data-progress='']")
    waits = phone.page.locator("[data-progress] + span")
    expect(topic).to_have_text("0 de 7 respondidas")
    phone.keeps(10)
    phone.type(NOTICE, "14")
    expect(topic).to_have_text("1 de 7 respondidas")
    expect(whole).to_have_text("1 de 47 respondidas")
    phone.waits(0)
    phone.context.set_offline(True)
    phone.type("sched_rest_hours", "11")
    expect(waits).to_have_text([", y 1 en este teléfono"] * 2)

    phone.page.reload()
    expect(topic).to_have_text("1 de 7 respondidas")
    expect(waits).to_have_text([", y 1 en este teléfono"] * 2)
    phone.context.set_offline(False)
    expect(topic).to_have_text("2 de 7 respondidas")
    expect(waits).to_have_text(["", ""])


def test_an_answer_that_does_not_count_yet_says_why_and_what_to_do(phone: Phone) -> None:
    phone.go("/topics/wages")
    phone.ready()
    phone.type("lowest_base_rate", "12")
    why = phone.page.locator("#wages_lowest_base_ratio-uncounted")
    expect(why).to_contain_text("Guardado, pero todavía no cuenta. Salario digno: no tenemos")
    expect(why.locator("a")).to_have_attribute("href", re.compile(r"/rates\?.*place=TX#add-title"))
    expect(phone.page.locator("#wages_lowest_base_ratio > .known .lacks")).to_be_hidden()

    phone.pick("lowest_base_rate", "unknown")
    expect(why).to_have_count(0)


@pytest.mark.parametrize("hurry", [True, pytest.param(False, marks=pytest.mark.soak)])
def test_a_line_that_takes_an_answer_and_never_replies_is_given_up_after_a_time(
    phone: Phone, *, hurry: bool
) -> None:
    if hurry:
        phone.page.evaluate(IN_A_HURRY)
    swallowed: list[Route] = []
    phone.page.route(f"**/{NOTICE}", lambda one: swallowed.append(one))  # noqa: PLW0108 - as playwright wants
    phone.type(NOTICE, "14")
    phone.waits_for(lambda: len(swallowed) == 1)
    expect(phone.said(NOTICE)).to_have_text("Guardando…")
    expect(phone.said(NOTICE)).to_have_text("En este teléfono, todavía sin enviar", timeout=60_000)
    phone.bar_says("En este teléfono, sin enviar (1)")
    assert phone.field.versions() == {}

    phone.waits_for(lambda: len(swallowed) > 1, patience=60)
    phone.page.unroute(f"**/{NOTICE}")
    phone.waits(0, patience=90)
    assert phone.field.versions() == {NOTICE: ["14"]}
    phone.bar_says("Guardado a las")
