"""What an edition would do to everything published, and that nothing published moves by it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from jobquality.access.states import PublicationState
from jobquality.errors import RefusedError
from jobquality.scoring.score import score
from jobquality.services.impact import Impact, Move, Touched, measure_impact, read_impact
from jobquality.services.standard_issuing import ProposeEdition, propose_edition
from jobquality.store.database import Session
from jobquality.store.publications import Publication, list_publications
from jobquality.store.rates import Rate, add_rate
from jobquality.store.standard_drafts import get_draft
from tests.live.factories import NOON
from tests.live.ledger.published import Center
from tests.live.standards.bringing import TAILORED, WASHES, WASHES_2, Bench
from tests.live.standards.test_editionmoves import BRIDGE, NEWER
from tests.live.standards.test_pages import Hands
from tests.live.statements.speaking import LATER
from tests.pure.ledger.snapshots import snapshot_of
from tests.pure.scoring.cases import facts_of, the_parameters

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


@dataclass(frozen=True)
class Washed:
    """Car washes that were scored by an organization's own first edition."""

    bench: Bench
    center: Center

    def publish(self, name: str, **answers: str) -> Publication:
        rubric = self.bench.catalog.edition("washes", "2026.1").rubric
        facts = facts_of(rubric, answers)
        scored = snapshot_of(score(rubric, facts, the_parameters()), facts)
        parts = ("rubric", "edition", "scoring_hash", "facts", "scores", "level", "parameters")
        employer = self.center.employer(name=name)
        return self.center.publish(employer, **{one: getattr(scored, one) for one in parts})

    def moves(self, content: bytes, **parts: bytes) -> dict[str, Touched]:
        draft = self.bench.bring(content, **parts)
        measured = measure_impact(
            self.bench.session, draft.id, catalog=self.bench.catalog, at=LATER
        )
        found = read_impact(measured)
        assert found is not None
        return {one.employer: one for one in found.touched}


@pytest.fixture
def washed(bench: Bench, center: Center) -> Washed:
    bench.publish(WASHES)
    return Washed(bench, center)


@pytest.fixture
def three(washed: Washed) -> Washed:
    """One that has all, one that has stubs alone, one that has water alone."""
    washed.publish("All", lowest_pay="22", stubs="yes", water="yes")
    washed.publish("Stubs", lowest_pay="15", stubs="yes", water="no")
    washed.publish("Water", lowest_pay="15", stubs="no", water="yes")
    return washed


def test_each_employer_whose_level_moves_is_told_by_the_way_it_goes(three: Washed) -> None:
    """Water weighs more and more: whoever has it rises, whoever has it not falls."""
    moved = three.moves(
        WASHES.replace(b"2026.1", b"2026.2")
        .replace(b"weight: 60", b"weight: 25")
        .replace(b"weight: 40", b"weight: 75")
        .replace(b"total: 40", b"total: 25")
    )
    before = {name: one.level_before for name, one in moved.items()}

    assert before == {"All": "clean_wash", "Stubs": "no_level", "Water": "fair_wash"}
    assert {name: (one.move, one.level) for name, one in moved.items()} == {
        "All": (Move.SAME, "clean_wash"),
        "Stubs": (Move.SAME, "no_level"),
        "Water": (Move.GAINS, "clean_wash"),
    }
    fallen = three.moves(WASHES.replace(b"2026.1", b"2026.2").replace(b"total: 40", b"total: 60"))
    assert fallen["Water"].move is Move.LOSES
    assert fallen["Water"].level == "no_level"


def test_answers_are_carried_over_the_bridge_into_the_report(three: Washed) -> None:
    """Without the bridge stubs and water would be unknown, and the total a range."""
    told = three.moves(NEWER, bridge=BRIDGE)
    bare = three.moves(NEWER)

    assert (told["Stubs"].low, told["Stubs"].high) == ("30", "70")
    assert (bare["Stubs"].low, bare["Stubs"].high) == ("0", "70")
    assert (told["Water"].low, told["Water"].high) == ("20", "40")


def test_whose_certificate_runs_on_is_said_in_the_report_and_on_the_page(
    three: Washed, client: FlaskClient
) -> None:
    code = three.center.certify(valid_until=LATER.date()).code
    draft = three.bench.bring(WASHES_2)
    measured = measure_impact(three.bench.session, draft.id, catalog=three.bench.catalog, at=LATER)
    found = read_impact(measured)
    assert found is not None

    page = Hands(client, three.center.reviewer).get(f"/en/work/standards/drafts/{draft.id}")

    assert {one.employer: one.certificate for one in found.touched} == {
        "All": "", "Stubs": "", "Water": code,
    }  # fmt: skip
    assert page.count("has a certificate, which runs on") == 1
    assert f"/en/verify/{code}" in page
    over = measure_impact(
        three.bench.session,
        three.bench.bring(WASHES_2).id,
        catalog=three.bench.catalog,
        at=LATER + timedelta(days=2),
    )
    assert code not in over.impact
