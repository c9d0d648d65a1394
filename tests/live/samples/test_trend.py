"""Item by item, a changed standard on the SAMPLE chain: two lines, and parts that add up."""

from collections import defaultdict
from fractions import Fraction

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.http import Context
from jobquality.services.published import list_current
from jobquality.services.samples.making import make_samples
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.web.samples import workshop_of


@pytest.fixture
def slugs(app: Flask, database: Database) -> dict[str, str]:
    """The public names of the samples by their names."""
    here: Context = app.extensions["jobquality"]
    with database.transaction(EVERY_ORGANIZATION) as session:
        make_samples(session, workshop_of(here))
        return {one.name: one.known.slug for one in list_current(session)}


def test_raw_and_like_for_like_differ_in_sign_and_the_parts_add_up_exactly(
    client: FlaskClient, slugs: dict[str, str]
) -> None:
    """One test for all that is read of them: they take seconds to make."""
    river = slugs["SAMPLE Two Rivers Kitchen"]
    told = client.get(f"/api/v1/employers/{river}/trend").get_json()
    raw, alike = (
        [Fraction(point["low"]) for point in told[line]] for line in ("published", "like_for_like")
    )
    assert raw == [50, Fraction("43.5")]
    assert alike == [50, Fraction("72.5")]
    assert [point["is_break"] for point in told["published"]] == [False, True]
    assert told["left_out"] == ["paid_meetings", "complaints_answered"]
    causes = {
        part["cause"]: Fraction(part["change"])
        for step in told["steps"]
        if step["measure"] == "low"
        for part in step["parts"]
    }
    assert causes["rubric"] < 0 < causes["employer"]
    assert sum(causes.values()) == raw[1] - raw[0]

    page = client.get(f"/en/e/{river}").text
    assert (
        "As published the low end moved by \N{MINUS SIGN}6.5; like for like it moved by +22.5"
        in page
    )
    assert "Según lo publicado" in client.get(f"/es/e/{river}").text
    for slug in slugs.values():
        _adds_up(client, slug)


def _adds_up(client: FlaskClient, slug: str) -> None:
    """Hold every step of an employer against the published figures of its two scorecards."""
    told = client.get(f"/api/v1/employers/{slug}/trend").get_json()
    by_hash = {point["hash"]: point for point in told["published"]}
    sums: dict[tuple[str, str, str], Fraction] = defaultdict(Fraction)
    for step in told["steps"]:
        key = (step["since"], step["to"], step["measure"])
        sums[key] = sum((Fraction(part["change"]) for part in step["parts"]), Fraction(0))
        sums[key] += Fraction(step["unsplit"])
        assert sums[key] == Fraction(step["change"])
    for (since, to, measure), change in sums.items():
        if measure in ("value", "low", "high"):
            before, after = (Fraction(by_hash[one][measure]) for one in (since, to))
            assert after - before == change
