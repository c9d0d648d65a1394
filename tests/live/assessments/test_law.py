"""Beside an answer, the law is spoken of in exactly one of three wordings."""

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from jobquality.rubrics.catalog import shipped
from jobquality.services.sheets import Sheet, read_sheet
from jobquality.store.database import Database
from jobquality.web.asking import Asker
from jobquality.wording import Speaker
from tests.live.assessments.assessing import record, stored_case
from tests.live.factories import NOON, log_in

ASKS, NONE, UNCHECKED = "the law asks", "We know of no rule here", "Law not looked up."
TIPPED, WAGE, NOTICE = "tipped_cash_wage", "lowest_base_rate", "sched_notice_days"


def _wordings(page: str) -> list[str]:
    return [wording for wording in (ASKS, NONE, UNCHECKED) if wording in page]


@pytest.mark.parametrize(
    ("criterion", "amount"), [(WAGE, "$7.25 an hour"), (TIPPED, "$2.13 an hour")]
)
def test_a_row_for_the_place_and_day_says_what_the_law_asks(
    client: FlaskClient, database: Database, criterion: str, amount: str
) -> None:
    with database.transaction() as session:
        case = stored_case(session)

    page = (
        log_in(client, case.person)
        .get(f"/en/work/assessments/{case.assessment.id}/{criterion}")
        .text
    )

    assert _wordings(page) == [ASKS]
    assert f"the law asks {amount} or more (United States)" in page
    assert "as of " in page


def test_a_threshold_taken_from_a_law_elsewhere_is_no_claim_about_this_place(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)

    page = (
        log_in(client, case.person).get(f"/en/work/assessments/{case.assessment.id}/{NOTICE}").text
    )

    assert _wordings(page) == [UNCHECKED]
    assert "Some laws ask for this in their own places" in page


def test_who_looked_and_found_no_rule_is_believed(client: FlaskClient, database: Database) -> None:
    with database.transaction() as session:
        case = stored_case(session)
        record(session, case, NOTICE, "14", law_checked_on=date(2026, 2, 20))

    page = (
        log_in(client, case.person).get(f"/en/work/assessments/{case.assessment.id}/{NOTICE}").text
    )

    assert _wordings(page) == [NONE]
    assert "checked on February 20, 2026" in page


def test_a_row_past_its_check_date_is_shown_and_claims_nothing(database: Database) -> None:
    with database.transaction() as session:
        late = stored_case(session, on=date(2026, 2, 1))
        sheet = read_sheet(session, late.assessment.id, catalog=shipped(), at=NOON)
    asker = Asker(_with_every_row_due(sheet), Speaker("en"))

    asked = asker.question(WAGE)

    assert asked.law.asks == ()
    assert [one.title for one in asked.known] == ["Minimum wage"]
    assert asked.known[0].due


def test_pay_below_the_minimum_is_held_against_both_floors(database: Database) -> None:
    with database.transaction() as session:
        case = stored_case(session)
        sheet = read_sheet(session, case.assessment.id, catalog=shipped(), at=NOON)

    law = Asker(sheet, Speaker("en")).question("paid_below_minimum").law

    assert [known.title for _, known in law.asks] == ["Minimum wage", "Lowest pay before tips"]


def _with_every_row_due(sheet: Sheet) -> Sheet:
    parameters = {
        name: replace(one, rows=tuple(replace(row, check_by=date(2026, 1, 1)) for row in one.rows))
        for name, one in sheet.parameters.by_id.items()
    }
    return replace(sheet, parameters=replace(sheet.parameters, by_id=parameters))
