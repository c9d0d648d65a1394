"""Journey D10, 5: backed up while somebody works, wiped, and restored on another machine."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jobquality.services.certifying import issue_certificate
from tests.browser.hands import Hands, somebody
from tests.browser.installation import SECRET, running_installation
from tests.browser.ports import free_port
from tests.browser.test_corrections import House, a_house
from tests.browser.test_review import log_in
from tests.cli.calling import call
from tests.live.documents.issuing import CODE

WORDS = {
    "en": {"hello": "You are Ana", "stands": "Valid", "note": "Written before the fire."},
    "es": {"hello": "Usted es Ana", "stands": "Vigente", "note": "Escrito antes del fuego."},
}


def certify(house: House) -> None:
    """Let the team issue a certificate for what is published."""
    here, desk = house.site.here, house.desk
    with here.database.transaction(desk.organization.id) as session:
        issue_certificate(
            session,
            desk.reviewer.actor,
            house.first.hash,
            code=CODE,
            catalog=here.catalog,
            keys=here.keys,
            at=house.site.clock(),
            is_https=True,
        )


def done(*arguments: str | Path) -> str:
    """Run a command as an administrator does; any that fails ends the test."""
    result = call(*arguments)
    assert result.code == 0, result.out + result.err
    return result.out


def write_something(hands: Hands, house: House) -> None:
    """Begin a correction: the words must come through."""
    hands.open(f"/work/record/{house.first.hash}")
    hands.pick("#correct_why", "own")
    hands.type("#correct_reason", WORDS[hands.language]["note"])
    hands.press("form[action$='/correct'] button")
    expect(hands.page.locator(".note").first).to_contain_text(WORDS[hands.language]["note"])


def find_everything(hands: Hands, house: House) -> None:
    """Log in as before, and find one's own work, the scorecard, the certificate and the chain."""
    page, words = hands.page, WORDS[hands.language]
    log_in(hands, house.desk.author)
    hands.open("/work/")
    expect(page.locator("body")).to_contain_text(words["hello"])
    hands.look()
    hands.open(f"/work/record/{house.first.hash}")
    expect(page.locator("main")).to_contain_text(words["note"])
    hands.look()
    hands.open(f"/e/{house.desk.employer.slug}")
    expect(page.locator("h1")).to_have_text(house.desk.employer.name)
    hands.look()
    hands.open(f"/verify/{CODE}")
    expect(page.locator("main")).to_contain_text(words["stands"])
    hands.look()
    hands.open(f"/o/{house.desk.organization.slug}")
    hands.look()
    ledger = page.request.get(f"{hands.address}/o/{house.desk.organization.slug}/ledger.json")
    assert house.first.hash in ledger.text()


def back_up_and_lose(
    browser: Browser, folder: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str, int]
) -> House:
    """Back it up while Ana is at work in it, then lose the whole machine."""
    machine = folder / "first"
    machine.mkdir()
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("JOBQUALITY_DATA", str(machine / "data"))
    with a_house(machine) as house:
        certify(house)
        with somebody(browser, house.site.address, *how) as ana:
            log_in(ana, house.desk.author)
            write_something(ana, house)
            done("backup", folder / "backups")
    shutil.rmtree(machine)
    return house


@pytest.mark.parametrize("how", [("es", 360), pytest.param(("en", 360), marks=pytest.mark.soak)])
def test_d10_a_restored_installation_is_the_one_that_was_lost(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: tuple[str, int]
) -> None:
    lost = back_up_and_lose(browser, tmp_path, monkeypatch, how)
    machine = tmp_path / "second"
    machine.mkdir()
    monkeypatch.setenv("JOBQUALITY_DATA", str(machine / "data"))
    (kept,) = (tmp_path / "backups").iterdir()

    assert "Restored." in done("restore", kept)
    assert "FAILED" not in done("verify")
    with running_installation(machine, free_port(), scheme="http", is_new=False) as site:
        site.clock.now = lost.site.clock()
        with somebody(browser, site.address, *how) as ana:
            find_everything(ana, replace(lost, site=site))
