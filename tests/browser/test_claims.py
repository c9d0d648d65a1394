"""An employer fills in the questions before the draft, on a phone in Spanish and at a desk.

By keyboard; every page is held to the accessibility rules. The employer's pages have no script.
"""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from jobquality.services.claims import claims_of
from jobquality.store.assessments import find_answer
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.live.assessments.assessing import Case, stored_case
from tests.live.factories import log_in


def test_an_employer_is_asked_answers_and_is_confirmed(browser: Browser, tmp_path: Path) -> None:
    """One walk at both widths: a starting installation costs more than its pages."""
    with (
        running_installation(tmp_path, free_port(), scheme="http") as site,
        somebody(browser, site.address, "en", 1280) as ana,
        somebody(browser, site.address, "es", 360) as rosa,
        somebody(browser, site.address, "en", 1280) as luis,
    ):
        case = started(site, ana)
        link = ask(ana, case)
        come(rosa, link, "Rosa Lima", "Dueña")
        answer(rosa)
        add_document(rosa, tmp_path)
        come(luis, link, "Luis Ortega", "Manager")
        answer_otherwise(luis)
        send_in(rosa)
        confirm_and_use(ana, case)
        check_kept(site, case)


def started(site: Installation, ana: Hands) -> Case:
    """Write a draft, and let Ana be logged in as its author."""
    with site.here.database.transaction() as session:
        case = stored_case(session)
    client = log_in(site.app.test_client(), case.person)
    cookie = client.get_cookie("jq")
    assert cookie is not None
    ana.page.context.add_cookies([{"name": "jq", "value": cookie.value, "url": site.address}])
    return case


def ask(ana: Hands, case: Case) -> str:
    """From the page of the assessment to the letter; return the link in it."""
    ana.open(f"/work/assessments/{case.assessment.id}")
    ana.look()
    ana.press("a.reach")
    ana.look()
    ana.type("#wanted_by", "2026-03-20")
    ana.press("form.box button[type=submit]")
    ana.look()
    assert ana.page.locator("svg.qr").is_visible()
    return ana.page.locator(".link-once").first.inner_text()


def come(hands: Hands, link: str, name: str, role: str) -> None:
    """Open the link and say who it is."""
    hands.page.goto(link.replace("/en/", f"/{hands.language}/"))
    hands.look()
    hands.press("main form button[type=submit]")
    hands.type("#name", name)
    hands.type("#role", role)
    hands.type("#contact", f"{name.split(' ', maxsplit=1)[0].lower()}@rosas.example")
    hands.tick("input[name=may_speak]")
    hands.look()
    hands.press("main form:has(#name) button[type=submit]")
    hands.look()


def answer(rosa: Hands) -> None:
    """Answer in one section: a faulty number first, then as Spanish writes it."""
    rosa.press("a[href$='sections/scheduling']")
    rosa.look()
    rosa.type("#sched_notice_days-number", "dos semanas")
    rosa.type("#sched_notice_days-note", "Los viernes")
    rosa.press("#sched_notice_days button[value^='here:']")
    rosa.look()
    assert rosa.page.locator("#sched_notice_days-number").input_value() == "dos semanas"
    (told,) = rosa.complaints  # the browser itself notes every form that was not taken
    assert "422" in told
    rosa.complaints.clear()
    rosa.type("#sched_notice_days-number", "14,0")
    rosa.choose("#sched_on_call input[type=radio]", "unknown")
    rosa.press("#sched_notice_days button[value^='document:']")
    rosa.look()


def add_document(rosa: Hands, folder: Path) -> None:
    """Add a photo to the answer."""
    picture = folder / "horario.jpg"
    held = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(held, "JPEG")
    picture.write_bytes(held.getvalue())
    rosa.type("#title", "Horario de la semana 7")
    rosa.page.locator("#file").set_input_files(picture)
    rosa.press("main form.box button[type=submit]")
    rosa.look()
    assert "Horario de la semana 7" in rosa.page.inner_text("main")


def answer_otherwise(luis: Hands) -> None:
    """A colleague says something else: both stand."""
    luis.press("a[href$='sections/scheduling']")
    assert "Rosa Lima, Dueña said" in luis.page.inner_text("#sched_notice_days")
    luis.type("#sched_notice_days-number", "3")
    luis.press("main form > .actions button[value=next]")
    luis.look()
    luis.open("/questions/sections/scheduling")
    luis.look()


def send_in(rosa: Hands) -> None:
    """Send it in and read the receipt."""
    rosa.open("/questions")
    rosa.look()
    rosa.press("form.box button[type=submit]")
    rosa.look()
    receipt = rosa.page.inner_text("main")
    assert "14 días" in receipt
    assert "Luis Ortega, Manager dijo" in receipt


def confirm_and_use(ana: Hands, case: Case) -> None:
    """See both, confirm Rosa, and use what she says."""
    ana.open(f"/work/assessments/{case.assessment.id}/employer")
    ana.look()
    rosa = ".people li:has(h4:has-text('Rosa'))"
    way = ana.page.locator(f"{rosa} select").get_attribute("id")
    ana.pick(f"#{way}", "phone")
    ana.press(f"form:has(#{way}) button[value=accept]")
    ana.look()
    ana.press("form[action*='/take'] button")
    assert "Our answer was taken from this" in ana.page.inner_text("main")
    ana.look()


def check_kept(site: Installation, case: Case) -> None:
    """The answer is the advocate's now, and both claims stay."""
    with site.here.database.reading(case.person.organization_id) as session:
        kept = find_answer(session, case.assessment.id, "sched_notice_days")
        claim = claims_of(session, case.assessment.id)["sched_notice_days"]
    assert kept is not None
    assert (kept.answer, kept.author_id) == ("14", case.person.id)
    assert (claim.answer, [one.answer for one in claim.others]) == ("14", ["3"])
    assert [paper.title for paper in claim.documents] == ["Horario de la semana 7"]
