"""What an edition would do to everything published, and that nothing published moves by it."""

from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient

from jobquality.access.states import PublicationState
from jobquality.errors import RefusedError
from jobquality.rubrics.catalog import shipped
from jobquality.services.impact import Impact, Move, _Scorer, measure_impact, read_impact
from jobquality.services.standard_issuing import ProposeEdition, propose_edition
from jobquality.store.database import Session
from jobquality.store.publications import list_publications
from jobquality.store.rates import Rate, add_rate
from jobquality.store.standard_drafts import get_draft
from tests.live.factories import NOON
from tests.live.ledger.published import Center
from tests.live.standards.bringing import TAILORED, Bench
from tests.live.standards.test_pages import Hands

STRICTER = TAILORED.replace(
    b"  scheduling: {weight: 20, why: Schedules matter more here}\n"
    b"  wages: {weight: 26, why: Schedules matter more here}\n",
    b"  sched_notice_days:\n    why: Notice is what we ask for\n    points:\n"
    b"      - {under: 60, gives: 0}\n      - {from: 60, gives: 4, source: Vote}\n",
)


def living_wage(bench: Bench) -> None:
    """Write the figure without which the shipped standards score nobody."""
    rate = Rate(
        id="rate-of-impact",
        organization_id=bench.first.organization_id,
        parameter="living_wage",
        place="48",
        first=date(2025, 1, 1),
        value="20",
        source="Invented",
        as_of=date(2025, 1, 1),
        check_by=date(2027, 1, 1),
        added_by=bench.first.person_id,
        added_at=NOON,
    )
    add_rate(bench.session, rate)


def impact_of(bench: Bench, content: bytes) -> Impact:
    draft = bench.bring(content)
    measured = measure_impact(bench.session, draft.id, catalog=bench.catalog, at=NOON)
    found = read_impact(measured)
    assert found is not None
    return found


def test_everything_published_is_scored_by_the_new_edition_in_memory(
    bench: Bench, center: Center
) -> None:
    center.publish(center.employer(name="Elm Street Diner"))
    living_wage(bench)

    (touched,) = impact_of(bench, STRICTER).touched

    assert touched.employer == "Elm Street Diner"
    assert touched.edition == "restaurants_us@2026.1"
    assert touched.move is Move.SAME
    assert touched.low != touched.low_before
    assert not touched.why


def test_whoever_cannot_be_scored_is_named_with_the_reason(bench: Bench, center: Center) -> None:
    center.publish(center.employer(name="Elm Street Diner"))

    (touched,) = impact_of(bench, STRICTER).of(Move.UNSCORED)

    assert touched.employer == "Elm Street Diner"
    assert "living_wage" in touched.why or "living wage" in touched.why
    assert "--" not in touched.why


def test_a_long_report_is_made_step_by_step_and_says_how_far_it_is(
    bench: Bench, center: Center
) -> None:
    for number in range(3):
        center.publish(center.employer(name=f"Diner {number}"))
    draft = bench.bring(STRICTER)

    steps = []
    for _ in range(2):
        measure_impact(bench.session, draft.id, catalog=bench.catalog, at=NOON, most=2)
        found = read_impact(get_draft(bench.session, draft.id))
        assert found is not None
        steps.append((len(found.touched), found.is_done))

    assert steps == [(2, False), (3, True)]


def test_a_report_is_begun_anew_where_something_was_published_since(
    bench: Bench, center: Center
) -> None:
    center.publish(center.employer())
    draft = bench.bring(STRICTER)
    measure_impact(bench.session, draft.id, catalog=bench.catalog, at=NOON)
    center.publish(center.employer())

    measured = measure_impact(bench.session, draft.id, catalog=bench.catalog, at=NOON)

    found = read_impact(measured)
    assert found is not None
    assert len(found.touched) == 2


def test_the_second_person_sees_who_gains_and_loses(
    bench: Bench, center: Center, client: FlaskClient
) -> None:
    center.publish(center.employer(name="Elm Street Diner"))
    draft = bench.bring(STRICTER)
    bench.propose(draft)

    shown = Hands(client, center.reviewer).get(f"/en/work/standards/drafts/{draft.id}")

    assert "Elm Street Diner" in shown
    assert "keep their level" in shown
    assert "Publish this edition" in shown


def test_nothing_published_moves_when_an_edition_is_published(
    bench: Bench, center: Center, client: FlaskClient, session: Session
) -> None:
    publication = center.publish(center.employer(name="Elm Street Diner"))
    slug = publication.content.partition('"slug":"diner')[2].partition('"')[0]
    addresses = [
        f"/en/e/diner{slug}",
        f"/es/e/diner{slug}",
        f"/api/v1/employers/diner{slug}/scorecards/{publication.hash}",
        "/en/standards/restaurants_us/2026.1",
    ]

    def seen() -> list[bytes]:
        return [client.get(one).data for one in addresses]

    before = seen()
    bodies = [one.content for one in list_publications(session)]
    last = center.publications[-1].published_at
    bench.publish(STRICTER, at=last)

    assert [client.get(one).status_code for one in addresses] == [200, 200, 200, 200]
    assert seen() == before
    current = list_publications(session, state=PublicationState.CURRENT)
    assert [one.content for one in current] == bodies


def test_nothing_is_proposed_before_somebody_looked_at_what_it_does(
    bench: Bench, center: Center
) -> None:
    center.publish(center.employer())
    draft = bench.bring(STRICTER)
    unseen = ProposeEdition(
        id="unseen", draft_id=draft.id, in_use_from=NOON.date(), reason="Voted.", seen=draft.version
    )
    with pytest.raises(RefusedError, match="Look first at what it does"):
        propose_edition(bench.session, bench.first, unseen, catalog=bench.catalog, at=NOON)

    measured = measure_impact(bench.session, draft.id, catalog=bench.catalog, at=NOON)
    center.publish(center.employer())
    stale = replace(unseen, seen=measured.version)
    with pytest.raises(RefusedError, match="Something was published or withdrawn since"):
        propose_edition(bench.session, bench.first, stale, catalog=bench.catalog, at=NOON)


def test_whose_level_rises_gains_and_whose_level_falls_loses() -> None:
    """The order of levels is that of the editions, whatever they are called."""
    edition = shipped().edition("restaurants_us", "2026.1")
    scorer = _Scorer(
        edition=edition, follows="", bridge=None, parameters=shipped().parameters, catalog=shipped()
    )
    low, high = (edition.rubric.levels[number].id for number in (0, -1))

    moves = [
        scorer._move(*way, edition)  # noqa: SLF001  # the one place that tells the two apart
        for way in ((low, high), (high, low), ("", low), (low, ""))
    ]

    assert moves == [Move.GAINS, Move.LOSES, Move.GAINS, Move.LOSES]
