"""A standard of one's own: brought with faults, mended, looked at, published by two, and used."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from jobquality.store.assessments import get_assessment, list_answers
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.people import change_person, get_person
from jobquality.store.publications import list_publications
from jobquality.store.tenancy import belong
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.ports import free_port
from tests.browser.test_first_light import SAVED
from tests.browser.test_review import log_in
from tests.live.accounts.members import hash_of
from tests.live.corrections.correcting import Desk
from tests.live.factories import stored_employer
from tests.live.standards.bringing import WASHES, bench_of
from tests.live.standards.test_editionmoves import BRIDGE, NEWER

FIRST_ANSWERS = {"lowest_pay": "22", "stubs": "yes", "water": "yes"}
SOON = b"{criterion: online, ask: Is pay shown online?, answer: yes_no, upcoming: 2027-01-01}"
SECOND = NEWER.replace(b"levels:", b"      - " + SOON + b"\nlevels:", 1)
FAULTY = SECOND.replace(b"answer: usd_per_hour", b"anser: usd_per_hour").replace(
    b"gives: 1}", b"gives: one}"
)
SPANISH = """\
words: washes
edition: 2026.2
language: es
reviewed: "no"
title: Lavados de autos
say:
  pay: {title: Pago}
  lowest_pay: {title: Pago más bajo, ask: ¿Cuál es el pago por hora más bajo?}
  pay_stubs_given: {title: Talones de pago, ask: ¿Reciben un talón de pago?}
  safety: {title: Seguridad}
  drinking:
    title: Agua
    ask: ¿Qué hay para beber?
    answers: {none: Nada, cool: Agua fresca}
  shade: {title: Sombra, ask: ¿Hay sombra?}
  online: {title: Pago en línea, ask: ¿Se ve el pago en línea?}
  clean_wash: {title: Lavado limpio}
  fair_wash: {title: Lavado justo}
""".encode()
WORDS = {
    "en": {
        "asks": "What is there to drink?",
        "drink": "cool",
        "soon": "counts from January 1, 2027; does not count yet",
        "change": "A change of scoring",
        "left": "did not come along",
    },
    "es": {
        "asks": "¿Qué hay para beber?",
        "drink": "cool",
        "soon": "cuenta desde el 1 de enero de 2027; todavía no cuenta",
        "change": "Un cambio en el cálculo",
        "left": "no pasaron",
    },
}
#: What was pressed goes out beside the page: the next one may be there first.
NOTHING_WAITS = """async () => {
  const { store } = window.jobquality;
  return !store.letters.all().length && !(await store.all()).length;
}"""
REASON = "Our members voted it on March 10."


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An installation that uses a standard of its own, has published by it, and has a draft."""

    site: Installation
    desk: Desk
    draft_id: str

    @property
    def address(self) -> str:
        return self.site.address

    def published(self) -> tuple[str, ...]:
        """Return every word that is published."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            return tuple(one.content for one in list_publications(session))

    def to_confirm(self) -> set[str]:
        """Return what came along in the draft and nobody has confirmed yet."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            answers = list_answers(session, self.draft_id)
        return {name for name, one in answers.items() if one.carried}

    def edition(self) -> str:
        """Return the edition that the draft is pinned to."""
        with self.site.here.database.reading(EVERY_ORGANIZATION) as session:
            return get_assessment(session, self.draft_id).edition


@contextmanager
def a_house(folder: Path) -> Iterator[House]:
    """Serve an organization with the first edition of its standard in use."""
    with running_installation(folder, free_port(), scheme="http") as site:
        here = site.here
        with here.database.transaction(EVERY_ORGANIZATION) as session:
            desk = Desk(session, here.keys)
            desk.at = site.clock()
            for person, name in ((desk.author, "Ana"), (desk.reviewer, "Ben")):
                known = get_person(session, person.id)
                changed = replace(known, name=name, password_hash=hash_of(site.app))
                change_person(session, changed)
            belong(session, desk.organization.id)
            people = (desk.author.actor, desk.reviewer.actor)
            bench_of(session, here.database, here.keys, *people).publish(WASHES, at=desk.at)
        with here.database.transaction(desk.organization.id) as session:
            draft_id = _use_it(desk, session, site)
        site.clock.now = desk.at
        yield House(site=site, desk=desk, draft_id=draft_id)


def _use_it(desk: Desk, session: Session, site: Installation) -> str:
    """Publish a scorecard by the first edition, and leave a draft about somebody else."""
    desk.session = session
    desk.catalog, desk.standard = site.here.catalog, ("washes", "2026.1")
    desk.drafted(FIRST_ANSWERS).submitted().approved()
    desk.heard().publish()
    published = desk.employer
    desk.employer = stored_employer(session, desk.author, name="Suds & Sons", name_key="suds")
    desk.drafted(FIRST_ANSWERS | {"water": "no"})
    draft_id, desk.employer = desk.assessment_id, published
    return draft_id


def choose_files(hands: Hands, **files: bytes) -> None:
    """Choose files; what a browser shows to choose from is its own matter."""
    for name, content in files.items():
        picked = FilePayload(name=f"{name}.yaml", mimeType="text/yaml", buffer=content)
        hands.reach(f"#{name}")
        hands.page.locator(f"#{name}").set_input_files(files=[picked])


def bring_it_with_faults(hands: Hands) -> None:
    """Find every fault beside its line, and nothing kept."""
    hands.open("/work/standards")
    hands.look()
    choose_files(hands, standard=FAULTY, bridge=BRIDGE)
    hands.press("form[enctype] button")
    for wrong in (b"anser: usd_per_hour", b"gives: one"):
        said = hands.page.locator(".file-faults li").filter(has_text=wrong.decode())
        expect(said).to_contain_text(f"{_line_of(FAULTY, wrong)}")
    hands.look()
    # The browser notes each refusal; this one was wanted.
    hands.complaints[:] = [one for one in hands.complaints if "422" not in one]


def _line_of(content: bytes, text: bytes) -> int:
    return content[: content.index(text)].count(b"\n") + 1


def bring_it_mended(hands: Hands) -> None:
    """Send it again, with words and a bridge, and see it as a form and as a page."""
    page, words = hands.page, WORDS[hands.language]
    choose_files(hands, standard=SECOND, words_es=SPANISH, bridge=BRIDGE)
    hands.press("form[enctype] button")
    expect(page.locator("#check .is-wrong")).to_have_count(0)
    hands.look()
    for ending in ("form", "method"):
        hands.press(f"a[href$='/{ending}']")
        expect(page.locator("main")).to_contain_text(words["asks"])
        expect(page.locator("main form")).to_have_count(0)
        hands.look()
        page.go_back()


def see_what_it_does(hands: Hands) -> None:
    """Read what is different, and what becomes of what is published."""
    page = hands.page
    changes = page.locator("#changes")
    expect(changes).to_contain_text(WORDS[hands.language]["change"])
    expect(changes.locator("details[open] li").first).to_be_visible()
    hands.press("form[action$='/impact'] button")
    expect(page.locator("table.impact tbody tr")).to_have_count(1)
    hands.look()


def propose_it(hands: Hands, house: House) -> str:
    """Say why and from when, and find that it takes somebody else."""
    page = hands.page
    hands.type("#reason", REASON)
    hands.type("#in_use_from", house.site.clock().date().isoformat())
    hands.press("form[action$='/propose'] button")
    expect(page.locator("#decision")).to_contain_text(REASON)
    expect(page.locator("button[value='accept']")).to_have_count(0)
    hands.look()
    return page.url


def publish_it(hands: Hands) -> None:
    """Find it on the desk, read it, and publish it for ever."""
    hands.open("/work/")
    hands.look()
    hands.press("main a[href*='/work/standards/drafts/']")
    expect(hands.page.locator("#decision")).to_contain_text(REASON)
    hands.look()
    hands.press("button[value='accept']")
    expect(hands.page.locator("main a[href$='/standards/washes/2026.2']")).to_have_count(1)
    hands.look()
    hands.press("main a[href$='/standards/washes/2026.2']")
    expect(hands.page.locator("main")).to_contain_text(WORDS[hands.language]["asks"])
    hands.look()


def start_by_it(hands: Hands, house: House) -> None:
    """Begin the next assessment by it: last time's answers come over the bridge."""
    page, words = hands.page, WORDS[hands.language]
    hands.open("/work/standards")
    expect(page.locator("#used li").filter(has=page.locator("a[href$='2026.2']"))).to_have_count(1)
    hands.look()
    hands.open(f"/work/employers/{house.desk.employer.id}/assess")
    hands.choose("input[name=standard]", "washes@2026.2")
    hands.look()
    hands.press("main form button[type=submit]")
    expect(page.locator("main .lead")).to_contain_text("2026.2")
    hands.look()
    hands.page.goto(f"{page.url}/online")
    page.locator("html[data-ready]").wait_for(state="attached")
    expect(page.locator("main h1")).to_contain_text(words["soon"])
    hands.choose("#online-form input[name=state]", "yes")
    hands.until(SAVED, "online")
    hands.look()


def move_the_draft(hands: Hands, house: House) -> None:
    """Be told of it, see what comes along, and move: nothing counts before it is confirmed."""
    page, words = hands.page, WORDS[hands.language]
    assert house.edition() == "2026.1"
    hands.open(f"/work/assessments/{house.draft_id}")
    hands.look()
    hands.press("a[href$='/newer-edition']")
    expect(page.locator("section[aria-labelledby='left-title'] li")).to_have_count(1)
    expect(page.locator("section[aria-labelledby='come-title'] li")).to_have_count(2)
    hands.look()
    hands.press("form[action$='/newer-edition'] button")
    expect(page.locator("main")).to_contain_text(words["left"])
    hands.look()
    assert house.edition() == "2026.2"
    assert house.to_confirm() == {"lowest_pay", "pay_stubs_given"}


def confirm_one(hands: Hands, house: House) -> None:
    """Say of an answer that came along that it is still so, and be led to the next."""
    page = hands.page
    page.goto(f"{page.url}/lowest_pay")
    page.locator("html[data-ready]").wait_for(state="attached")
    hands.look()
    hands.press("form[data-confirm] button")
    expect(page.locator("#pay_stubs_given-form")).to_be_visible()
    page.locator("html[data-ready]").wait_for(state="attached")
    hands.until(NOTHING_WAITS)
    hands.look()
    assert house.to_confirm() == {"pay_stubs_given"}


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), pytest.param("en", 360, marks=pytest.mark.soak)]
)
def test_a_standard_is_brought_mended_published_by_two_and_used(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with a_house(tmp_path) as house:
        before = house.published()
        with (
            somebody(browser, house.address, language, width) as ana,
            somebody(browser, house.address, language, width) as ben,
        ):
            log_in(ana, house.desk.author)
            bring_it_with_faults(ana)
            bring_it_mended(ana)
            see_what_it_does(ana)
            propose_it(ana, house)
            log_in(ben, house.desk.reviewer)
            publish_it(ben)
            start_by_it(ana, house)
            move_the_draft(ana, house)
            confirm_one(ana, house)
        assert house.published() == before
