"""A passkey in a real browser, with a device that Chromium plays: made, used, and removed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession

from jobquality.http import current
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.passkeys import list_passkeys, note_passkey_use
from jobquality.store.people import Person, get_person
from jobquality.web.security import hashed
from tests.browser.hands import Hands, somebody
from tests.browser.installation import Installation, running_installation
from tests.browser.phones import shown_code
from tests.browser.ports import free_port
from tests.live.factories import stored_organization, stored_person

PASSWORD = "steady hours, fair pay"
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Installation]:
    """An installation whose clock can be turned."""
    with running_installation(tmp_path, free_port()) as running:
        yield running


@pytest.fixture
def ana(site: Installation) -> Person:
    """An administrator with a password and nothing else."""
    with site.app.app_context(), current().database.transaction(EVERY_ORGANIZATION) as session:
        organization = stored_organization(session)
        session.info["organization"] = EVERY_ORGANIZATION
        kept = hashed(PASSWORD)
        return stored_person(session, organization, password_hash=kept, second_factor=None)


def plug_in(hands: Hands) -> tuple[CDPSession, str]:
    """Give the browser a device with passkeys."""
    devices = hands.page.context.new_cdp_session(hands.page)
    devices.send("WebAuthn.enable")
    made = devices.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})
    return devices, str(made["authenticatorId"])


def hold(devices: CDPSession, device: str, *, still: bool) -> None:
    """Let the person's finger rest, or touch the device whenever it asks."""
    touch = {"authenticatorId": device, "enabled": not still}
    devices.send("WebAuthn.setAutomaticPresenceSimulation", touch)


def log_in(hands: Hands, person: Person) -> None:
    hands.open("/login")
    hands.type("#email", person.email or "")
    hands.type("#password", PASSWORD)
    hands.press("main form:has(#password) button[type=submit]")


def use_passkey(hands: Hands) -> None:
    hands.press("[data-passkey] button")


def log_out(hands: Hands) -> None:
    hands.press(".work-bar button.link")


def now(site: Installation, person: Person) -> Person:
    with site.here.database.reading(EVERY_ORGANIZATION) as session:
        return get_person(session, person.id)


def connect_phone(hands: Hands, site: Installation) -> None:
    """Go from the page that asks for a second step to the one that goes on."""
    hands.page.click("main a[href$='/second-step']")
    secret = hands.page.inner_text("code.secret")
    hands.page.fill("#code", shown_code(secret, site.clock()))
    hands.page.click("main form:has(#code) button[type=submit]")
    hands.page.click("main form button[type=submit]")
    codes = re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}", hands.page.inner_text("main"))
    assert len(set(codes)) == 10
    hands.page.click("main .actions a")


def make(hands: Hands) -> None:
    hands.open("/me/passkeys")
    hands.look()
    hands.type("#device", "My phone")
    use_passkey(hands)
    assert hands.page.url.endswith("/me/recovery-codes"), hands.page.inner_text("main")
    hands.look()


def log_in_by_passkey(hands: Hands, devices: CDPSession, device: str) -> None:
    hold(devices, device, still=True)
    hands.open("/login")
    hands.look()
    hold(devices, device, still=False)
    hands.page.evaluate("document.querySelector('[data-passkey] button')?.click()")
    hands.page.wait_for_url("**/work/")


def prove_oneself(hands: Hands, site: Installation) -> None:
    """Send a form after 31 minutes: it is asked for a passkey, and goes on with what was typed."""
    hands.open("/people")
    site.clock.turn(minutes=31)
    hands.type("main form:has(#name) #name", "Luis")
    hands.press("main form:has(#name) button[type=submit]")
    assert "Luis" in hands.page.inner_text("main .kept")
    hands.look()
    hands.complaints[:] = [one for one in hands.complaints if "status of 401" not in one]
    use_passkey(hands)
    assert "/join/" in hands.page.input_value("#link")


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 360)])
def test_a_passkey_is_made_used_to_log_in_and_to_prove_oneself_and_removed(
    browser: Browser, site: Installation, ana: Person, language: str, width: int
) -> None:
    with somebody(browser, site.address, language, width) as hands:
        log_in(hands, ana)
        devices, device = plug_in(hands)
        make(hands)
        assert now(site, ana).second_factor == "passkey"

        log_out(hands)
        log_in_by_passkey(hands, devices, device)
        prove_oneself(hands, site)

        counted = devices.send("WebAuthn.getCredentials", {"authenticatorId": device})
        with site.here.database.reading(EVERY_ORGANIZATION) as session:
            (kept,) = list_passkeys(session, ana.id)
        assert kept.sign_count == counted["credentials"][0]["signCount"] > 1
        assert kept.name == "My phone"

        hands.open("/me/passkeys")
        hands.press("main li button[type=submit]")
        assert now(site, ana).second_factor is None
        hands.look()


def test_a_copied_passkey_is_refused_since_its_count_goes_back(
    browser: Browser, site: Installation, ana: Person
) -> None:
    with somebody(browser, site.address, "en", 1280) as hands:
        log_in(hands, ana)
        devices, device = plug_in(hands)
        hands.open("/me/passkeys")
        hands.type("#device", "My phone")
        use_passkey(hands)
        with site.here.database.transaction(ana.organization_id) as session:
            (kept,) = list_passkeys(session, ana.id)
            note_passkey_use(session, kept.id, sign_count=1000, on=site.clock().date())
        log_out(hands)
        # A finger that rests: else the browser offers the passkey by itself while Tab is pressed.
        hold(devices, device, still=True)
        hands.open("/login")
        hold(devices, device, still=False)
        hands.page.evaluate("document.querySelector('[data-passkey] button')?.click()")
        hands.page.get_by_text("opens nothing here").wait_for()
        # Elsewhere nothing offers the passkey once more, to be refused once more.
        hold(devices, device, still=True)
        hands.open("/standards")
        hands.complaints.clear()


def test_without_javascript_the_pages_say_so_and_the_phone_works(
    browser: Browser, site: Installation, ana: Person
) -> None:
    with somebody(browser, site.address, "en", 360, script=False) as hands:
        log_in(hands, ana)
        hands.open("/me/passkeys")
        assert "need JavaScript" in hands.page.inner_text("main")
        assert not hands.page.locator("[data-passkey]").is_visible()
        hands.open("/people")
        hands.page.fill("main form:has(#name) #name", "Luis")
        hands.page.click("main form:has(#name) button[type=submit]")
        assert "This needs a second step" in hands.page.inner_text("main")
        connect_phone(hands, site)
        assert "Luis" in hands.page.inner_text("main .kept")
        hands.page.click("main form button[type=submit]")
        assert "/join/" in hands.page.input_value("#link")
        hands.complaints.clear()
