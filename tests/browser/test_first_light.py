"""A workers' center's whole job, once, from an empty installation to what the public reads.

By keyboard, at two widths, in both languages, by three people with three browsers.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.services.samples import story
from jobquality.store.assessments import Workers, list_answers
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.evidence import list_evidence
from jobquality.store.people import find_person
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.phones import shown_code
from tests.browser.ports import free_port
from tests.browser.readers import (
    EMPLOYER,
    STATEMENT,
    compare_the_other_language,
    look_at_what_is_public,
    read_the_documents,
    text_of,
)
from tests.browser.test_offline import a_photo

PASSWORD = "steady hours, fair pay"
#: The form says so, and nothing of it is still on its way: a save before this one said so too.
SAVED = """async (name) => {
  const { store } = window.jobquality;
  return !store.letters.all().length && !(await store.all()).length
    && document.getElementById(`${name}-form`).dataset.state === "good";
}"""
BY_HAND = (
    "lowest_base_rate", "tipped_cash_wage", "workers_at_living_wage", "hourly_workers",
    "wages_raise_first_year", "wages_tip_integrity", "wages_back_wages",
)  # fmt: skip
PHOTOS = {"lowest_base_rate": "The pay list", "wages_tip_integrity": "The board by the door"}


@pytest.mark.parametrize(
    ("language", "width"),
    [
        ("es", 360),
        pytest.param("en", 1280, marks=pytest.mark.soak),
        pytest.param("en", 360, marks=pytest.mark.soak),
        pytest.param("es", 1280, marks=pytest.mark.soak),
    ],
)
def test_a_center_goes_from_nothing_to_a_published_scorecard(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with (
        running_installation(tmp_path, free_port()) as site,
        somebody(browser, site.address, language, width) as ana,
        somebody(browser, site.address, language, width) as ben,
        somebody(browser, site.address, language, width) as rosa,
    ):
        assessment, phone = assess(ana, ben, site)
        link = send_notice(ana, assessment)
        reply(rosa, link)
        try_to_publish_too_early(ben, assessment)
        site.clock.turn(days=15)
        log_in(ben, "ben@center.example", shown_code(phone, site.clock()))
        decide(ben, assessment)
        site.clock.turn(days=3)  # the employer reads the decision first
        log_in(ben, "ben@center.example", shown_code(phone, site.clock()))
        publish(ben, assessment)
        certify(ben, assessment)
        snapshot = look_at_what_is_public(rosa, site)
        read_the_documents(rosa, snapshot)
        compare_the_other_language(rosa, snapshot)
        read_a_brief(ben, rosa)


def assess(ana: Hands, ben: Hands, site: Installation) -> tuple[str, str]:
    """From nothing to an approved assessment; return its id, and the secret of Ben's phone."""
    set_up(ana, site)
    connect_phone(ana, site)
    join(ben, invite(ana))
    phone = connect_phone(ben, site)
    add_living_wage(ana)
    add_employer(ana)
    assessment = start(ana)
    answer_by_hand(ana, assessment)
    answer_the_rest(site, assessment)
    submit(ana, assessment)
    approve(ben, assessment)
    return assessment, phone


def set_up(ana: Hands, site: Installation) -> None:
    ana.open("/")
    ana.look()
    ana.open("/setup")
    ana.look()
    ana.type("#code", site.code)
    ana.press("main form button")
    ana.type("#organization_name", "Cooks & Servers Center")
    ana.type("#contact", "errors@center.example")
    ana.type("#region", "Austin, Texas")
    ana.type("#funding", "Members and the Elm Foundation")
    ana.pick("#time_zone", "America/Chicago")
    ana.type("#name", "Ana Advocate")
    ana.type("#email", "ana@center.example")
    ana.type("#password", PASSWORD)
    ana.look()
    ana.press("main form button[type=submit]")
    assert "/work" in ana.page.url, ana.page.inner_text("main")
    ana.look()


def connect_phone(hands: Hands, site: Installation) -> str:
    """Set up the second step, without which nobody invites, approves or publishes."""
    hands.open("/me")
    hands.look()
    hands.press("main a[href$='/second-step']")
    hands.look()
    secret = hands.page.inner_text("code.secret")
    hands.type("#code", shown_code(secret, site.clock()))
    hands.press("main form:has(#code) button[type=submit]")
    hands.look()
    return secret


def invite(ana: Hands) -> str:
    ana.open("/work/")
    ana.press(".work-bar a[href*='people']")
    ana.type("main form:has(#name) #name", "Ben Reviewer")
    for role in ("reviewer", "administrator"):
        box = f"input[name=roles][value={role}][id^=new]"
        if not ana.page.locator(box).is_checked():
            ana.tick(box)
    ana.look()
    ana.press("main form:has(#name) button[type=submit]")
    ana.look()
    return str(ana.page.locator("#link").input_value())


def join(ben: Hands, invitation: str) -> None:
    ben.page.goto(invitation)
    ben.look()
    ben.type("#email", "ben@center.example")
    ben.type("#password", PASSWORD)
    ben.press("main form button[type=submit]")
    assert "/work" in ben.page.url, ben.page.inner_text("main")


def log_in(hands: Hands, email: str, code: str) -> None:
    hands.open("/work/")
    assert "/login" in hands.page.url, "eight quiet hours end a session"
    hands.type("#email", email)
    hands.type("#password", PASSWORD)
    hands.look()
    hands.press("main form:has(#password) button[type=submit]")
    hands.look()
    hands.type("#code", code)
    hands.press("main form:has(#code) button[type=submit]")


def add_living_wage(ana: Hands) -> None:
    ana.open("/work/rates")
    ana.pick("#parameter", "living_wage")
    ana.type("#place", "TX")
    ana.type("#first", "2026-01-01")
    ana.type("#value", "17.50")
    ana.type("#source", "Our own wage board, minutes of January 2026")
    ana.type("#as_of", "2026-01-12")
    ana.type("#check_by", "2027-01-31")
    ana.look()
    ana.press("main form:has(#value) button[type=submit]")
    assert "17.50" in ana.page.inner_text("main") or "17.5" in ana.page.inner_text("main")


def add_employer(ana: Hands) -> None:
    ana.open("/work/employers/new")
    ana.look()
    ana.type("#name", EMPLOYER)
    ana.pick("#sector", "722511")
    ana.type("#place", "48453")
    ana.type("#headcount", "22")
    ana.pick("#profile\\.tipped_workers, #tipped_workers, [name$=tipped_workers]", "yes")
    ana.press("main form:has(#headcount) button[type=submit]")
    assert EMPLOYER in ana.page.inner_text("h1")
    ana.look()


def start(ana: Hands) -> str:
    ana.press("a[href$='/assess']")
    ana.look()
    ana.press("main form button[type=submit]")
    ana.look()
    return urlsplit(ana.page.url).path.rsplit("/", 1)[-1]


def answer_by_hand(ana: Hands, assessment: str) -> None:
    ana.open(f"/work/assessments/{assessment}/topics/wages")
    ana.look()
    answers = {one.criterion: one for one in story.sample_answers()["casa_2026"]}
    for name in BY_HAND:
        answer(ana, name, answers[name])
    for name, title in PHOTOS.items():
        attach_photo(ana, name, title)


def answer(ana: Hands, name: str, told: story.SampleAnswer) -> None:
    form = f"#{name}-form"
    if ana.page.locator(f"{form} input[name=number]").count():
        ana.type(f"#{name}-number", told.answer)
    elif ana.page.locator(f"{form} input[name=box]").count():
        for box in told.answer.split("; "):
            ana.tick(f"#{name}-box-{box}")
    else:
        ana.choose(f"{form} input[name=state]", told.answer)
    details = f"{form} details.more > summary"
    ana.reach(details)
    ana.page.keyboard.press("Enter")
    ana.pick(f"#{name}-grade", "E2")
    ana.type(f"#{name}-source", told.source)
    ana.page.keyboard.press("Tab")
    ana.until(SAVED, name)


def attach_photo(ana: Hands, name: str, title: str) -> None:
    """Put a photo beside an answer, where the answer stands."""
    form = f"#{name} form[data-photo]"
    ana.reach(f"#{name} > .behind .photo > summary")
    ana.page.keyboard.press("Enter")
    photo = FilePayload(name="IMG_2041.jpg", mimeType="image/jpeg", buffer=a_photo())
    ana.page.locator(f"{form} input[type=file]").set_input_files(files=[photo])
    ana.type(f"{form} [name=title]", title)
    ana.reach(f"{form} button")
    ana.page.keyboard.press("Enter")
    sent = ana.page.locator(f"#{name} > .behind .photos [role=status]")
    expect(sent).to_contain_text(title)


def answer_the_rest(site: Installation, assessment: str) -> None:
    """Record the other forty answers as the form would, to save the reader an hour."""
    with site.here.database.reading(EVERY_ORGANIZATION) as session:
        person = find_person(session, email="ana@center.example")
        given = list_answers(session, assessment)
        photos = {one.criterion: one.title for one in list_evidence(session, assessment)}
    assert person is not None
    assert photos == PHOTOS
    assert set(BY_HAND) <= set(given), "every answer by hand was saved"
    with site.here.database.transaction(person.organization_id) as session:
        for told in story.sample_answers()["casa_2026"]:
            if told.criterion in given:
                continue
            command = RecordAnswer(
                assessment_id=assessment,
                criterion=told.criterion,
                answer=told.answer,
                grade=Grade(told.grade),
                source=told.source,
                workers=Workers(asked=8, confirming=7, month="2026-02") if told.workers else None,
            )
            record_answer(
                session, person.actor, command, catalog=site.here.catalog, at=site.clock()
            )


def submit(ana: Hands, assessment: str) -> None:
    ana.open(f"/work/assessments/{assessment}")
    ana.look()
    ana.press("form[action$='/submit'] button")
    ana.look()
    ana.open(f"/work/assessments/{assessment}/review")
    assert not ana.page.locator("button[value=approve]").count(), "nobody approves their own"


def approve(ben: Hands, assessment: str) -> None:
    ben.open("/work/")
    ben.look()
    ben.open(f"/work/assessments/{assessment}/review")
    ben.look()
    ben.tick("#partly-yes")
    ben.press("button[name=decision][value=approve]")


def send_notice(ana: Hands, assessment: str) -> str:
    """Ana makes the link, so that it is Ben who publishes."""
    ana.open(f"/work/assessments/{assessment}/notice")
    ana.look()
    ana.press("form:has(#days) button[type=submit]")
    ana.look()
    return str(ana.page.locator("#link").inner_text())


def reply(rosa: Hands, link: str) -> None:
    rosa.page.goto(link)
    rosa.look()
    rosa.press("main form button[type=submit]")
    rosa.look()
    rosa.type("#name", "Rosa Ruiz")
    rosa.type("#role", "owner")
    rosa.type("#contact", "rosa@cocina.example")
    rosa.tick("input[name=may_speak]")
    rosa.press("form:has(#name) button[type=submit]")
    rosa.look()
    text = rosa.page.inner_text("main")
    assert "Ana" not in text, "the draft names no one who assessed"
    rosa.type("#statement", STATEMENT)
    rosa.tick("input[name=final]")
    rosa.press("button[name=do][value=send]")
    assert "Rosa Ruiz" in rosa.page.inner_text("main")
    rosa.look()


def try_to_publish_too_early(ben: Hands, assessment: str) -> None:
    """Nothing is published before the employer's clock has ended, whoever presses what."""
    ben.open(f"/work/assessments/{assessment}/publish")
    ben.look()
    assert not ben.page.locator("form[action$='/publish']").count()
    listed = ben.page.request.get(f"{ben.address}/api/v1/employers").json()
    assert listed["items"] == [], "and nothing of it is public yet"


def decide(ben: Hands, assessment: str) -> None:
    ben.open(f"/work/assessments/{assessment}/notice")
    ben.pick("select[name=way]", "phone")
    ben.look()
    ben.press("button[name=do][value=accept]")
    ben.type("#decision", "The statement is printed. No answer changes.")
    ben.look()
    ben.press("form:has(#decision) button[type=submit]")


def publish(ben: Hands, assessment: str) -> None:
    ben.open(f"/work/assessments/{assessment}/publish")
    ben.type("#name", EMPLOYER)
    ben.look()
    ben.press("form:has(#name) button[type=submit]")
    ben.look()


def certify(ben: Hands, assessment: str) -> None:
    ben.open(f"/work/assessments/{assessment}/publish")
    ben.look()
    ben.press("a[href*='/work/publications/']")
    ben.look()
    ben.press("form[action$='/certificate'] button[type=submit]")
    ben.look()


def read_a_brief(ben: Hands, visitor: Hands) -> None:
    """With the samples there, a brief counts them; one click later they are gone.

    Where the center's own employer is, samples are never mixed in, so Illinois it is.
    """
    ben.open("/work/")
    ben.press("form[action$='/samples'] button")
    visitor.open("/briefs")
    visitor.look()
    listed = visitor.page.request.get(f"{visitor.address}/api/v1/employers?place=17").json()
    known = [one for one in listed["items"] if one["name"].startswith("SAMPLE ")]
    visitor.press("main a[href$='/briefs/722511/17']")
    visitor.look()
    between = {"en": "of", "es": "de"}[visitor.language]
    assert f"1{between}{len(known)}" in text_of(visitor, "/briefs/722511/17/brief.pdf")
    ben.open("/work/")
    ben.press("form[action$='/samples/remove'] button")
    gone = visitor.page.request.get(f"{visitor.address}/api/v1/employers?place=48453").json()
    assert [one["name"] for one in gone["items"]] == [EMPLOYER]
