"""Answers from a phone come in by keyboard, on a small screen and a large one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from jobquality.store.assessments import list_answers
from jobquality.store.database import Database
from tests.browser.hands import Hands, somebody
from tests.browser.installation import running_installation
from tests.browser.ports import free_port
from tests.live.assessments.assessing import Case, record, stored_case
from tests.live.factories import log_in
from tests.live.fieldforms.sending import filled, kobo

NOTICE, RATE = "sched_notice_days", "lowest_base_rate"


def stored(database: Database) -> Case:
    with database.transaction() as session:
        case = stored_case(session)
        record(session, case, RATE, "15")
    return case


def recorded(database: Database, case: Case) -> Mapping[str, str]:
    with database.reading(case.person.organization_id) as session:
        found = list_answers(session, case.assessment.id)
    return {name: one.answer for name, one in found.items()}


def enter(hands: Hands, client: FlaskClient) -> None:
    """Be logged in, with the cookies of somebody who is."""
    for cookie in (client._cookies or {}).values():  # noqa: SLF001 - it has no other list of them
        hands.page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": hands.address}]
        )


def take(hands: Hands, case: Case, file: Path) -> None:
    """Send a file and take its answers; look at every page on the way."""
    hands.open(f"/work/assessments/{case.assessment.id}/field-forms")
    hands.look()
    hands.page.set_input_files("#file", str(file))
    hands.press("main form button.button")
    hands.look()
    hands.choose(f"input[name=take_{RATE}]", "form")
    hands.press("button[name=take]")
    hands.look()


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), pytest.param("en", 1280, marks=pytest.mark.soak)]
)
def test_answers_come_in_by_keyboard(
    browser: Browser, tmp_path: Path, language: str, width: int
) -> None:
    with running_installation(tmp_path, free_port()) as site:
        database = site.here.database
        case = stored(database)
        file = tmp_path / "export.json"
        file.write_bytes(kobo([filled({NOTICE: "14", RATE: "16.50"}, of=case)]))
        with somebody(browser, site.address, language, width) as hands:
            enter(hands, log_in(site.app.test_client(), case.person))
            take(hands, case, file)

        assert recorded(database, case) == {NOTICE: "14", RATE: "16.5"}
