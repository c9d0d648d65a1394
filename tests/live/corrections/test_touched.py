"""A figure that changed: what rests on it is named, and what is older can still be set right."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from jobquality.services.certifying import issue_certificate
from jobquality.services.touched import list_due, list_touched
from jobquality.store.rates import Rate, add_rate
from tests.live.corrections.correcting import Desk
from tests.live.documents.issuing import CODE
from tests.live.factories import NOON, log_in

_FIGURE = "health_affordability"
_ON = NOON.date()


def _bring(desk: Desk, value: str, first: date, check_by: date) -> None:
    rate = Rate(
        id=value.rjust(32, "0"),
        organization_id=desk.organization.id,
        parameter=_FIGURE,
        place="48",
        first=first,
        value=value,
        source=f"Minutes {value}",
        as_of=date(2026, 1, 2),
        check_by=check_by,
        added_by=desk.author.id,
        added_at=NOON,
    )
    add_rate(desk.session, rate)


def _named(desk: Desk) -> list[tuple[str, str, str]]:
    found = list_touched(desk.session, desk.catalog, on=_ON)
    return [(one.parameter, str(one.now.value), one.certificate) for one in found]


def test_a_touched_certificate_is_named_also_after_its_score_was_set_right(
    desk: Desk, client: FlaskClient
) -> None:
    first = desk.published(sched_notice_days="10")
    issue_certificate(
        desk.session,
        desk.reviewer.actor,
        first.hash,
        code=CODE,
        catalog=desk.catalog,
        keys=desk.keys,
        at=desk.at,
        is_https=True,
    )
    assert _named(desk) == []
    later_than_the_score = date(2026, 2, 25)
    _bring(desk, "5", later_than_the_score, date(2027, 2, 1))

    before = _named(desk)
    second = desk.corrected(first, sched_notice_days="14")

    assert before == [(_FIGURE, "5", CODE)]
    assert _named(desk) == [(_FIGURE, "5", CODE)]
    (one,) = list_touched(desk.session, desk.catalog, on=_ON)
    assert one.published.publication.hash == second.hash

    page = log_in(client, desk.author).get("/en/work/rates").text
    touched = _section(page, "touched-title")
    assert desk.employer.name in touched
    assert f"/en/verify/{CODE}" in touched
    assert "Minutes 5" in touched
    assert "It counts for work of this day and later" in page


def test_what_ships_and_is_due_stands_on_the_page(
    desk: Desk, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobquality.services.touched.SOON", timedelta(days=365))
    due = list_due(desk.catalog.parameters, on=_ON)

    page = log_in(client, desk.author).get("/en/work/rates").text

    listed = _section(page, "due-title")
    assert due
    assert listed.count("<li>") == len(due)
    assert "Turnover in the industry" in listed


def _section(page: str, title: str) -> str:
    """Return the part of the page under a heading."""
    return page.partition(f'<h2 id="{title}"')[2].partition("</section>")[0]
