"""Trend where an employer is scored part by part, or against a cohort. Figures are SAMPLE."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from jobquality.rubrics.bridging import propose_bridge
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.scoring.changes import Cause, Measure, split_change
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.periods import Period, draw_lines
from tests.pure.scoring.cases import facts_of, the_parameters

SITES = """
rubric: sites
edition: 2026.1
dimensions:
  - dimension: pay
    weight: 50
    each: site
    criteria:
      - {criterion: rate, ask: How good?, answer: number, range: {from: 0, under: 100}}
  - dimension: voice
    weight: 50
    criteria:
      - {criterion: council, ask: How good?, answer: number, range: {from: 0, under: 100}}
"""


def edition(name: str = "2026.1", *, weights: tuple[int, int] = (50, 50)) -> Rubric:
    text = SITES.replace("2026.1", name)
    for weight in weights:
        text = text.replace("weight: 50", f"weight:  {weight}", 1)
    return load_rubric(text.encode(), parameters={})


def period(rubric: Rubric, council: str, sites: Mapping[str, str]) -> Period:
    whole = facts_of(rubric, {"council": council})
    parts = tuple(site(rubric, name, rate) for name, rate in sites.items())
    return Period(rubric=rubric, facts=replace(whole, parts=parts), parameters=the_parameters())


def site(rubric: Rubric, name: str, rate: str) -> EmployerFacts:
    return replace(facts_of(rubric, {"rate": rate}), part=f"site/{name}")


def value_parts(before: Period, after: Period) -> dict[str, Fraction]:
    bridge = propose_bridge(before.rubric, after.rubric)
    split = split_change(before, after, bridge).splits[Measure.VALUE]
    assert split.unsplit == 0
    return {cause.value: part for cause, part in split.parts.items() if part}


def test_other_answers_at_one_site_are_the_employers_doing() -> None:
    before = period(edition(), "40", {"elm": "20", "oak": "40"})
    after = period(edition(), "40", {"elm": "60", "oak": "40"})
    split = split_change(before, after)

    assert value_parts(before, after) == {"employer": 10}
    assert [(one.part, one.question) for one in split.answers] == [("site/elm", "rate")]


def test_what_became_known_of_a_site_is_evidence() -> None:
    before = period(edition(), "40", {"elm": "unknown", "oak": "40"})
    after = period(edition(), "40", {"elm": "60", "oak": "40"})

    assert value_parts(before, after) == {"evidence": 5}


def test_a_site_that_opened_is_the_employers_doing() -> None:
    before = period(edition(), "40", {"oak": "40"})
    after = period(edition(), "40", {"oak": "40", "elm": "60"})

    assert value_parts(before, after) == {"employer": 5}
    assert split_change(before, after).profile == ("site/elm",)


def test_other_weights_are_the_rubrics_doing_at_every_site() -> None:
    old, new = edition(), edition("2027.1", weights=(80, 20))
    before = period(old, "10", {"elm": "20", "oak": "40"})
    after = period(new, "10", {"elm": "60", "oak": "40"})
    drawn = draw_lines([before, after], [propose_bridge(old, new)])

    # The answers give 10 by half the weight and 16 by four fifths of it: 20, 30, 26 and 42.
    assert value_parts(before, after) == {"employer": 13, "rubric": 9}
    assert drawn.compared == ("rate", "council")
    assert [one.total.value for one in drawn.like_for_like if one.total] == [26, 42]


def test_without_a_link_the_answers_of_all_sites_stay_where_they_were_gathered() -> None:
    old, new = edition(), edition("2027.1", weights=(80, 20))
    before = period(old, "40", {"elm": "20"})
    after = period(new, "40", {"elm": "60"})
    draft = propose_bridge(old, new)
    bridge = replace(draft, links=tuple(one for one in draft.links if one.new == ("council",)))
    split = split_change(before, after, bridge)

    assert {cause: part for cause, part in split.splits[Measure.VALUE].parts.items() if part} == {
        Cause.RUBRIC: 26
    }
    assert split.only_new == ("rate",)
    assert draw_lines([before, after], [bridge]).compared == ("council",)


def test_another_cohort_is_a_dated_figure() -> None:
    before = period(edition(), "40", {"elm": "20"})
    frozen = Cohort(
        rubric="sites",
        edition="2026.1",
        scoring_hash=edition().scoring_hash,
        scoring="main",
        members=2,
        stats={},
    )
    split = split_change(before, replace(before, cohort=frozen))

    assert split.causes == (Cause.PARAMETER,)
