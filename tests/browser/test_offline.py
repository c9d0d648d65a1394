"""An advocate on a phone with a bad connection: nothing typed is lost, nothing is sent twice.

Journey D2 and fault R20, in a real browser with its real worker and its real storage.
"""

import io
import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from PIL import Image
from playwright.sync_api import Browser, Request, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.field import LEFT_TOO_SOON, Field, Phone, a_phone, begin
from tests.browser.line import a_line
from tests.browser.weighing import Scale

FIRST = ("lowest_base_rate", "tipped_cash_wage", "workers_at_living_wage", "hourly_workers")
TEN = (
    "sched_notice_days", "sched_rest_hours", "sched_hours_swing", "shifts_changed", "shifts_posted",
)  # fmt: skip
CHOICES = {
    "sched_change_pay": "nothing", "sched_access_hours": "not_first", "sched_on_call": "never",
}  # fmt: skip
SAYS_UNSENT = {
    "en": "{} on this phone, not sent yet", "es": "En este teléfono, sin enviar ({})",
}  # fmt: skip
SAYS_SAVED = {"en": r"Saved at \d\d:00", "es": r"Guardado a las \d\d:00"}
TRIES_IN_VAIN = """() => new Promise((done) => {
  document.addEventListener("phone:state", () => setTimeout(done, 100), { once: true });
  window.jobquality.sender.kick();
})"""
LARGEST_PAGE, LARGEST_SAVE = 150_000, 2_000
LARGEST_SIDE = 1600


@pytest.fixture
def phone(browser: Browser, field: Field) -> Iterator[Phone]:
    """A phone in Spanish, logged in, at the first topic."""
    with a_phone(browser, field, "es", 360) as phone:
        begin(phone, "/topics/wages")
        phone.keeps(10)
        yield phone


def a_photo() -> bytes:
    """Return a large photo that says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Phone maker"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (3000, 2000), (200, 120, 40)).save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), ("en", 360), ("es", 1280), ("en", 1280)]
)
def test_an_afternoon_with_a_bad_connection_loses_and_doubles_nothing(
    browser: Browser, field: Field, language: str, width: int
) -> None:
    with a_phone(browser, field, language, width) as phone:
        begin(phone, "/topics/wages")
        answer_five(phone)
        phone.keeps(10)
        work_without_a_connection(phone)
        field.answer_as_colleague("sched_rest_hours", "9")
        come_back(phone)
        submit_without_a_connection(phone)


def answer_five(phone: Phone) -> None:
    """Each says when it was saved, and what was understood."""
    for place, criterion in enumerate(FIRST):
        phone.type(criterion, str(place + 7))
    phone.type("wages_raise_first_year", "7,25")
    phone.waits(0)
    phone.bar_says(re.compile(SAYS_SAVED[phone.language]))
    expect(phone.said("wages_raise_first_year")).to_contain_text("7.25")
    assert phone.field.answers()["wages_raise_first_year"].answer == "7.25"


def work_without_a_connection(phone: Phone) -> None:
    """Ten more and a photo; then the page is loaded again, and the tab is killed."""
    phone.context.set_offline(True)
    phone.go("/topics/scheduling")
    phone.ready()
    for place, criterion in enumerate(TEN):
        phone.type(criterion, str(place + 10))
    for criterion, value in CHOICES.items():
        phone.pick(criterion, value)
    phone.page.locator("#sched_notice_days-form summary").click()
    phone.page.locator("#sched_notice_days-note").fill("Half a sen")
    answer_the_other_topic(phone)
    phone.waits(11)
    phone.bar_says(SAYS_UNSENT[phone.language].format(11))
    find_it_all_again(phone)


def answer_the_other_topic(phone: Phone) -> None:
    phone.go("/topics/wages")
    phone.ready()
    phone.pick("wages_back_wages", "none_on_record")
    phone.type("lowest_base_rate", "8.50")
    phone.takes_photo("hourly_workers", a_photo(), "The board by the door")
    add = phone.page.locator("#hourly_workers > .behind .photo summary")
    expect(add).to_be_focused()
    expect(add).to_be_in_viewport()


def find_it_all_again(phone: Phone) -> None:
    phone.open_anew("/topics/scheduling")
    phone.ready()
    assert [phone.shows(one) for one in TEN] == ["10", "11", "12", "13", "14"]
    assert phone.page.locator("#sched_notice_days-note").input_value() == "Half a sen"
    assert phone.page.locator("#sched_on_call-is-never").is_checked()
    phone.page.reload()
    phone.ready()
    phone.waits(11)
    assert phone.field.versions().keys() == {*FIRST, "wages_raise_first_year"}


def come_back(phone: Phone) -> None:
    """All is sent by itself as it was typed; the colleague's answer meets ours at one question."""
    sent = posted_by(phone)
    phone.context.set_offline(False)
    phone.waits(0)
    assert sent == [*TEN, *CHOICES, "wages_back_wages", "lowest_base_rate", "evidence"]
    field = phone.field
    versions = field.versions()
    assert versions["lowest_base_rate"] == ["7", "8.50"] or versions["lowest_base_rate"] == [
        "7",
        "8.5",
    ]
    assert versions.pop("sched_rest_hours") == ["9"]
    versions.pop("lowest_base_rate")
    assert all(len(one) == 1 for one in versions.values()), versions
    assert field.answers()["sched_notice_days"].note == "Half a sen"
    assert field.waiting() == {"sched_rest_hours": "11"}
    (photo,) = field.evidence()
    assert photo.title == "The board by the door"
    phone.page.locator("#sched_rest_hours .conflict").wait_for()
    expect(phone.page.locator(".conflict")).to_have_count(1)


def posted_by(phone: Phone) -> list[str]:
    """Return what a page sends from now on, in its order: the last word of each address."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            sent.append(request.url.rpartition("/")[2])

    phone.page.on("request", note)
    return sent


def submit_without_a_connection(phone: Phone) -> None:
    """It is seen in the queue, goes after everything else, and its refusal is shown."""
    phone.context.set_offline(True)
    phone.go("")
    phone.ready()
    form = phone.page.locator("form[data-queue=submit]")
    phone.sends_as_it_is()
    phone.waits(1)
    expect(form).to_contain_text({"en": "Will be sent", "es": "Se enviará"}[phone.language])
    phone.page.locator("#phone-bar a").click()
    row = phone.page.locator("#phone-list li")
    expect(row).to_contain_text({"en": "Send to review", "es": "Enviar a revisión"}[phone.language])
    phone.field.end_visits()
    phone.context.set_offline(False)
    log_in_again(phone)
    phone.go("")
    phone.ready()
    phone.page.locator("form[data-queue=submit] .said.is-bad").wait_for()
    phone.waits(1)


def log_in_again(phone: Phone) -> None:
    """The login is over; the line at the top leads to where it can be made anew."""
    link = phone.page.locator("#phone-bar a[href*='/login']")
    with phone.page.expect_navigation():
        link.press("Enter")  # a line above may be growing still: a finger would miss it
    phone.log_in()


def test_an_answer_waits_for_a_new_login_and_is_then_sent_by_itself(phone: Phone) -> None:
    phone.field.end_visits()

    phone.type("lowest_base_rate", "7,25")
    log_in_again(phone)
    phone.ready()
    phone.waits(0)

    assert phone.field.versions() == {"lowest_base_rate": ["7.25"]}


def test_half_typed_words_survive_a_killed_tab_and_are_sent(phone: Phone) -> None:
    phone.context.set_offline(True)
    phone.page.locator("#lowest_base_rate-form summary").click()
    phone.page.locator("#lowest_base_rate-number").fill("9")
    phone.page.locator("#lowest_base_rate-note").fill("They told me that")
    phone.waits(1)

    phone.open_anew("/topics/wages")
    phone.ready()
    assert phone.page.locator("#lowest_base_rate-note").input_value() == "They told me that"
    phone.context.set_offline(False)
    phone.waits(0)

    assert phone.field.answers()["lowest_base_rate"].note == "They told me that"


def test_what_cannot_be_taken_stays_on_the_phone_until_it_is_corrected(phone: Phone) -> None:
    phone.page.locator("#lowest_base_rate-number").fill("soon")
    phone.page.locator("#lowest_base_rate-number").press("Enter")
    fault_stands_at(phone, "lowest_base_rate")
    phone.waits(1)
    phone.open_anew("/topics/wages")
    phone.ready()

    assert phone.shows("lowest_base_rate") == "soon"
    assert phone.page.locator("#lowest_base_rate-number").get_attribute("aria-invalid") == "true"
    phone.waits(1)

    phone.type("lowest_base_rate", "12")
    phone.waits(0)
    expect(phone.page.locator("#lowest_base_rate-form .fault")).to_have_count(0)
    assert phone.field.versions() == {"lowest_base_rate": ["12"]}


def fault_stands_at(phone: Phone, criterion: str) -> None:
    """What is wrong stands at its field, in sight, and whoever pressed a key is there."""
    field = phone.page.locator(f"#{criterion}-number")
    fault = phone.page.locator(f"#{criterion}-answer-fault")
    expect(fault).to_contain_text("no es un número")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-describedby", f"{criterion}-answer-fault")
    expect(field).to_be_in_viewport(ratio=1)
    below, above = (phone.page.locator(one).bounding_box() for one in ("#stand", "#phone-bar"))
    box, words = field.bounding_box(), fault.bounding_box()
    assert below
    assert above
    assert box
    assert words
    assert above["y"] + above["height"] <= words["y"]
    assert box["y"] + box["height"] <= below["y"]


def test_a_newer_answer_follows_one_whose_reply_was_lost(browser: Browser, field: Field) -> None:
    with (
        a_line(int(field.site.address.rpartition(":")[2])) as cable,
        a_phone(browser, field, "es", 360, cable.line.address) as phone,
    ):
        begin(phone, "/topics/wages")
        phone.keeps(10)
        phone.type("hourly_workers", "5")
        phone.waits(0)
        cable.line.swallow = 1
        phone.type("lowest_base_rate", "7")
        phone.waits_for(lambda: field.versions().get("lowest_base_rate") == ["7"])
        phone.type("lowest_base_rate", "8")
        phone.waits(0)

    assert cable.line.lost == 1
    assert field.versions()["lowest_base_rate"] == ["7", "8"]
    assert field.waiting() == {}


def test_what_waits_is_said_on_my_work_and_sent_from_there(phone: Phone) -> None:
    lost = re.compile(r"/lowest_base_rate$")
    phone.context.route(lost, lambda route: route.abort())
    phone.type("lowest_base_rate", "7")
    phone.waits(1)
    phone.page.goto(f"{phone.field.site.address}/es/work/")
    phone.bar_says("En este teléfono, sin enviar (1)")
    expect(phone.page.locator("#phone-bar a")).to_be_visible()

    phone.context.unroute(lost)
    phone.page.reload()
    phone.waits(0)
    expect(phone.page.locator("#phone-bar")).to_be_hidden()

    assert phone.field.versions() == {"lowest_base_rate": ["7"]}


def test_two_tabs_send_each_answer_once(phone: Phone) -> None:
    other = phone.context.new_page()
    other.goto(f"{phone.base}/topics/scheduling")
    other.locator("html[data-ready]").wait_for(state="attached")
    phone.context.set_offline(True)
    phone.type("lowest_base_rate", "7")
    other.locator("#sched_notice_days-number").fill("14")
    other.locator("#sched_notice_days-number").dispatch_event("change")
    phone.waits(2)

    phone.context.set_offline(False)
    phone.waits(0)

    assert phone.field.versions() == {"lowest_base_rate": ["7"], "sched_notice_days": ["14"]}
    other.locator("#sched_notice_days-form[data-state=good]").wait_for()


def test_changing_the_language_keeps_what_waits(phone: Phone) -> None:
    phone.context.set_offline(True)
    phone.type("lowest_base_rate", "7,25")
    phone.waits(1)
    phone.field.end_visits()  # first: what is sent on coming back would keep the visit alive
    phone.context.set_offline(False)
    phone.page.goto(f"{phone.field.site.address}/en/login")
    phone.log_in()

    phone.language = "en"
    phone.go("/topics/wages")
    phone.ready()
    phone.waits(0)

    assert phone.field.versions() == {"lowest_base_rate": ["7.25"]}
    assert phone.shows("lowest_base_rate") in {"7.25", "7,25"}


def test_a_photo_is_made_smaller_and_forgets_where_it_was_taken(phone: Phone) -> None:
    phone.context.set_offline(True)
    phone.takes_photo("hourly_workers", a_photo(), "A wage list")
    phone.until(
        "async () => (await window.jobquality.store.all()).some((one) => one.state === 'waiting')",
        None,
    )

    sent = phone.page.evaluate(
        """async () => {
          const [line] = await window.jobquality.store.all();
          return { name: line.filename, bytes: [...new Uint8Array(await line.file.arrayBuffer())] };
        }"""
    )
    content = bytes(sent["bytes"])
    with Image.open(io.BytesIO(content)) as picture:
        assert max(picture.size) == LARGEST_SIDE
        assert not picture.getexif()
    assert b"Phone maker" not in content
    assert sent["name"] == "photo.jpg"


def test_the_page_that_asks_for_evidence_works_without_a_connection(phone: Phone) -> None:
    phone.go("/hourly_workers/evidence")
    phone.keeps(11)
    phone.context.set_offline(True)
    phone.page.reload()
    phone.page.locator("#title").fill("A link to their rules")
    phone.page.locator("#url").fill("https://diner.example/rules")
    phone.page.locator("#grade-E1").check()
    phone.page.locator("form[data-evidence] button[type=submit]").click()
    phone.waits(1)
    expect(phone.page.locator(".photos")).to_contain_text("A link to their rules")

    phone.context.set_offline(False)
    phone.page.get_by_role("link", name="A link to their rules").first.wait_for()

    assert [one.title for one in phone.field.evidence()] == ["A link to their rules"]


def test_deleting_from_the_phone_asks_first_and_says_what_is_lost(phone: Phone) -> None:
    phone.context.set_offline(True)
    phone.type("lowest_base_rate", "7,25")
    phone.waits(1)
    the_way_to_the_list_stays_under_the_finger(phone)
    goes_to_the_list(phone)
    row = phone.page.locator("#phone-list li")
    row.wait_for()
    the_list_says_what_else_lies_here(phone)

    row.locator("button[value=ask]").click()
    phone.page.evaluate(TRIES_IN_VAIN)
    sure = row.locator(".phone-sure p")
    expect(sure, "a try to send closes no question").to_contain_text("7,25")
    phone.waits(1)
    row.locator("button[value=delete]").click()

    phone.waits(0)
    phone.context.set_offline(False)
    assert phone.field.versions() == {}


def goes_to_the_list(phone: Phone) -> None:
    """Tap again where a tap fell into the moment in which the words beside it changed."""
    for _ in range(3):
        phone.page.locator("#phone-bar a").click()
        with suppress(PlaywrightTimeout):
            phone.page.wait_for_url("**/work/phone", timeout=9_000)
            return
    raise AssertionError("three taps led nowhere")


def the_way_to_the_list_stays_under_the_finger(phone: Phone) -> None:
    """The words beside it grow when the connection goes, at the moment somebody reaches for it."""
    moved = phone.page.evaluate(
        """() => {
          const [bar, said, link] = ["#phone-bar", ".phone-said", "#phone-bar a"]
            .map((one) => document.querySelector(one));
          const place = () => {
            const [here, all] = [link.getBoundingClientRect(), bar.getBoundingClientRect()];
            return [here.left, here.top - all.top, here.height];
          };
          const before = place();
          said.textContent += " and on".repeat(20);
          return place().map((one, which) => one - before[which]);
        }"""
    )
    assert moved == [0, 0, 0]


def the_list_says_what_else_lies_here(phone: Phone) -> None:
    expect(phone.page.locator("#phone-others")).to_be_hidden()
    expect(phone.page.locator("#phone-clearing")).to_contain_text("respuestas 1, fotos 0")
    phone.page.locator("#phone-kept a", has_text="1 de febrero de 2026").wait_for()
    why_not_shared = phone.page.locator("#phone-shared-wait").bounding_box()
    assert why_not_shared is not None
    assert why_not_shared["width"] > 200, "words, and not one letter a line"


def test_logging_out_says_what_is_not_sent_and_takes_the_pages_away(phone: Phone) -> None:
    phone.field.end_visits()
    phone.type("lowest_base_rate", "7,25")
    phone.waits(1)

    phone.page.locator(".work-bar form button").click()
    dialog = phone.page.locator("#phone-leave[open]")
    dialog.wait_for()
    expect(dialog).to_contain_text("1 sin enviar")
    dialog.locator("button[value=delete]").click()
    phone.page.wait_for_url("**/work/left")

    phone.waits(0)
    phone.page.locator("#phone-cleared").wait_for()
    assert kept_pages(phone) == []
    expect(phone.page.locator("#phone-unsent")).to_be_hidden()


def kept_pages(phone: Phone) -> list[str]:
    names: list[str] = phone.page.evaluate("async () => await caches.keys()")
    return [name for name in names if name.startswith("pages-")]


def test_another_person_on_the_same_phone_finds_nothing_of_the_first(phone: Phone) -> None:
    (before,) = kept_pages(phone)
    phone.context.set_offline(True)
    phone.type("lowest_base_rate", "7,25")
    phone.waits(1)
    phone.page.evaluate(LEFT_TOO_SOON)
    phone.type("hourly_workers", "44")
    phone.context.clear_cookies()
    phone.context.set_offline(False)

    phone.page.goto(f"{phone.field.site.address}/es/login")
    phone.log_in(phone.field.colleague)
    phone.go("/topics/wages")
    phone.ready()

    phone.bar_says("Aquí esperan 2 de otra persona")
    phone.waits_for(lambda: before not in kept_pages(phone))
    assert phone.shows("lowest_base_rate") == ""
    assert phone.shows("hourly_workers") == ""
    the_list_says_only_how_much_it_is(phone)
    assert phone.field.versions() == {}


def the_list_says_only_how_much_it_is(phone: Phone) -> None:
    phone.page.locator("#phone-bar a").click()
    expect(phone.page.locator("#phone-others")).to_contain_text("esperan 2 de otra persona")
    expect(phone.page.locator("#phone-list li")).to_have_count(0)
    expect(phone.page.locator("#phone-shared")).to_be_disabled()
    assert "7,25" not in phone.page.content()


def test_a_shared_phone_keeps_no_page_and_sends_what_is_typed(phone: Phone) -> None:
    phone.page.goto(f"{phone.field.site.address}/es/work/phone")
    with phone.page.expect_navigation():
        phone.page.locator("#phone-shared").check()
    phone.go("/topics/wages")
    phone.ready()
    phone.type("lowest_base_rate", "7,25")
    phone.waits(0)

    assert phone.field.versions() == {"lowest_base_rate": ["7.25"]}
    assert kept_pages(phone) == []
    assert (
        phone.page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length")
        == 0
    )


def test_nothing_public_is_ever_kept(phone: Phone) -> None:
    phone.page.goto(f"{phone.field.site.address}/es/employers")

    assert phone.page.evaluate("() => navigator.serviceWorker.controller") is None
    urls = phone.page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys()) {
            for (const key of await (await caches.open(name)).keys()) found.push(key.url);
          }
          return found;
        }"""
    )
    assert urls
    assert [
        url for url in urls if not re.search(r"/static/|/work/(assessments/|phone$)", url)
    ] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_page_and_each_save_are_small(
    browser: Browser, field: Field, language: str
) -> None:
    scale = Scale()
    with a_phone(browser, field, language, 360) as phone:
        phone.page.goto(f"{field.site.address}/{language}/login")
        phone.log_in()
        scale.watch(phone.page)
        phone.go("/topics/benefits")
        phone.ready()
        first = scale.total()
        phone.keeps(10)
        phone.type("ben_family_leave", "40")
        phone.waits(0)
        source = phone.page.locator("#ben_family_leave-source")
        phone.page.locator("#ben_family_leave-form summary").click()
        source.fill("The handbook of May 2026, page 12")
        source.dispatch_event("change")
        phone.waits(0)

        phone.waits_for(lambda: len(scale.of("/ben_family_leave")) == 2)

    saves = scale.of("/ben_family_leave")
    assert 20_000 < first <= LARGEST_PAGE
    assert max(saves) <= LARGEST_SAVE
