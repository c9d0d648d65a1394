"""What an afternoon without a connection ends with: looked at, chosen, submitted, all on the phone.

The rest of journey D2, in a real browser with its real worker and its real storage.
"""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from jobquality.scoring.facts import Grade
from tests.browser.field import Field, Phone, a_phone, begin

NOTICE, REST = "sched_notice_days", "sched_rest_hours"
WILL_SEND = {"en": "Will be sent", "es": "Se enviará"}
ASKS = {
    "en": "Without an answer: 46. Send to review",
    "es": "Sin respuesta: 46. ¿Enviar a revisión",
}
SAYS_OPEN = {"en": "Without an answer as of", "es": "Sin respuesta a las"}
SAYS_CONFIRMED = "Confirmado en este teléfono, sin enviar"


@pytest.fixture
def again(field: Field) -> Field:
    """A second draft, with two answers of last time."""
    field.answer_as_colleague(NOTICE, "14")
    field.answer_as_colleague(REST, "9")
    return field.next_draft()


def again_at(phone: Phone) -> None:
    phone.page.reload()
    phone.ready()


def leave_the_line(phone: Phone) -> None:
    phone.keeps(10)
    phone.context.set_offline(True)


def comes_back(phone: Phone) -> None:
    phone.context.set_offline(False)
    phone.waits(0)


def on_the_phone(phone: Phone, count: int) -> str:
    phone.waits(count)
    phone.page.locator("#phone-bar a").click()
    rows = phone.page.locator("#phone-list li")
    expect(rows).to_have_count(count)
    return phone.page.locator("#phone-list").inner_text()


def pressed(phone: Phone) -> str | None:
    return phone.page.locator(".conflict button[aria-pressed=true]").get_attribute("value")


def two_answers_stand_at(phone: Phone, criterion: str) -> Locator:
    """Return the box with both; the line below it says no older one any more."""
    conflict = phone.page.locator(f"#{criterion} .conflict")
    conflict.wait_for()
    expect(phone.page.locator(f"#{criterion}-given")).to_have_text("")
    return conflict


def works_from(phone: Phone, source: str) -> None:
    phone.page.locator("details.working summary").click()
    phone.page.locator("#working-source").fill(source)
    phone.page.locator("#working-grade").select_option("E2")
    phone.page.locator("details.working button").click()


def at_the_whole(phone: Phone) -> Phone:
    phone.go("")
    phone.ready()
    return phone


def submits(phone: Phone) -> None:
    at_the_whole(phone).page.locator("form[data-queue=submit] button").click()


def is_asked_once(phone: Phone, asks: str, *, first_answers: str) -> None:
    """Say what is open as far as the phone knows; who goes on answering has sent nothing."""
    box = phone.page.locator(".ask-first")
    expect(box).to_be_focused()
    expect(box.locator("h3")).to_contain_text(asks)
    expect(box).to_contain_text(re.compile(r"\d\d:\d\d"))
    titles = box.locator("li a")
    expect(titles).to_have_count(46)
    links = titles.evaluate_all("(all) => all.map((one) => one.href)")
    assert f"{phone.base}/{first_answers}" not in links
    box.locator("button[value=stay]").click()
    expect(box).to_have_count(0)
    phone.waits(2)
    phone.sends_as_it_is()


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_submitted_without_a_connection_is_in_review_once_it_is_back(
    browser: Browser, field: Field, language: str
) -> None:
    with a_phone(browser, field, language, 360) as phone:
        begin(phone, "/topics/scheduling")
        leave_the_line(phone)
        works_from(phone, "The handbook, page 12")
        phone.type(NOTICE, "14")
        submits(phone)
        is_asked_once(phone, ASKS[language], first_answers=NOTICE)
        assert SAYS_OPEN[language] in on_the_phone(phone, 3)
        phone.open_anew()
        phone.ready()
        expect(phone.page.locator("form[data-queue=submit]")).to_contain_text(WILL_SEND[language])
        assert field.state() == "draft"

        phone.context.set_offline(False)
        phone.waits_for(lambda: field.state() == "in_review")
        phone.page.wait_for_url("**/review")

    assert field.versions() == {NOTICE: ["14"]}
    assert field.submissions() == 1


def test_answers_of_last_time_are_confirmed_and_submitted_without_a_connection(
    browser: Browser, again: Field
) -> None:
    with a_phone(browser, again, "es", 360) as phone:
        begin(phone, "")
        leave_the_line(phone)
        works_from(phone, "The handbook, page 12")
        phone.go("/topics/scheduling")
        phone.ready()
        still_true = phone.page.locator(f"#{NOTICE} [data-confirm] button")
        still_true.click()
        phone.waits(2)
        again_at(phone)
        expect(phone.said(NOTICE)).to_have_text(SAYS_CONFIRMED)
        expect(still_true).to_be_disabled()
        phone.type(REST, "11")
        at_the_whole(phone).sends_as_it_is()
        assert "Sigue siendo cierto" in on_the_phone(phone, 4)
        comes_back(phone)

    assert again.state() == "in_review"
    kept = again.answers()
    assert {name: (one.answer, one.carried) for name, one in kept.items()} == {
        NOTICE: ("14", False), REST: ("11", False),
    }  # fmt: skip
    assert kept[NOTICE].version == 2


def test_which_of_two_answers_counts_is_chosen_without_a_connection(
    browser: Browser, field: Field
) -> None:
    with a_phone(browser, field, "es", 360) as phone:
        field.answer_as_colleague(REST, "8")
        begin(phone, "/topics/scheduling")
        phone.keeps(10)
        field.answer_as_colleague(REST, "9")
        phone.type(REST, "11")
        conflict = two_answers_stand_at(phone, REST)
        again_at(phone)
        phone.context.set_offline(True)
        conflict.locator("button[value=waiting]").click()
        assert "Cuál de dos respuestas cuenta" in on_the_phone(phone, 1)
        phone.page.go_back()
        phone.ready()
        assert pressed(phone) == "waiting"
        comes_back(phone)
        conflict.wait_for(state="detached")

        assert phone.shows(REST) == "11"
    assert field.answers()[REST].answer == "11"
    assert field.waiting() == {}


def test_what_somebody_works_from_is_said_without_a_connection(
    browser: Browser, field: Field
) -> None:
    with a_phone(browser, field, "es", 360) as phone:
        begin(phone, "/topics/scheduling")
        leave_the_line(phone)
        works_from(phone, "The handbook, page 12")
        phone.waits(1)
        phone.open_anew("/topics/scheduling")
        phone.ready()
        phone.type(NOTICE, "14")
        phone.waits(2)

        phone.context.set_offline(False)
        phone.waits(0)
        phone.go("/topics/wages")
        phone.ready()
        source = phone.page.locator("#hourly_workers-source")
        expect(source).to_have_value("The handbook, page 12")

    (kept,) = field.answers().values()
    assert (kept.source, kept.grade) == ("The handbook, page 12", Grade.E2)


def test_a_form_that_no_script_keeps_says_that_it_needs_a_connection(
    browser: Browser, field: Field
) -> None:
    with a_phone(browser, field, "es", 360) as phone:
        begin(phone, "")
        phone.page.evaluate(
            """() => {
              const form = document.createElement("form");
              form.method = "post";
              form.innerHTML = '<input name="why" value="half a sen"><button>x</button>';
              document.querySelector("main").append(form);
            }"""
        )
        phone.context.set_offline(True)
        phone.page.locator("[name=why] + button").click()

        expect(phone.page.locator("#phone-bar")).to_contain_text("Esto necesita conexión")
        assert phone.page.locator("[name=why]").input_value() == "half a sen"


def test_what_was_refused_goes_once_what_was_missing_is_there(
    browser: Browser, field: Field
) -> None:
    with a_phone(browser, field, "es", 360) as phone:
        begin(phone, "/topics/wages")
        works_from(phone, "The handbook, page 12")
        phone.waits(0)
        phone.type("lowest_base_rate", "12")
        phone.waits(0)
        submits(phone)
        said = phone.page.locator("form[data-queue=submit] .said.is-bad")
        expect(said).to_contain_text("Salario digno")
        expect(said).to_be_focused()
        on_the_phone(phone, 1)
        expect(phone.page.locator("#phone-list")).to_contain_text("Por corregir")
        assert field.state() == "draft"
        phone.page.locator("#phone-list button[value=ask]").click()
        expect(phone.page.locator(".phone-sure p")).to_contain_text("¿No enviar esto a revisión?")
        phone.page.locator("#phone-list button[value=keep]").click()

        with field.living_wage("20"):
            phone.page.locator("#phone-send").click()
            phone.waits_for(lambda: field.state() == "in_review")
