"""No number that tells of one to four workers is published, and every score comes out again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import example, given, note, settings
from hypothesis import strategies as st

from jobquality.ledger.form import dump_snapshot
from jobquality.ledger.recompute import recomputed
from jobquality.ledger.snapshot import PublicEvidence, PublicFact, Snapshot
from jobquality.ledger.withheld import Withheld, mark_of, without_mark
from jobquality.ledger.withholding import as_shown, withhold
from jobquality.rubrics.catalog import shipped, shipped_parameters
from jobquality.rubrics.model import Criterion, Rubric, State
from jobquality.scoring.facts import Grade
from jobquality.scoring.points import bands_of
from jobquality.scoring.score import score
from tests.pure.ledger.snapshots import snapshot_of
from tests.pure.scoring.cases import a_standard, facts_of, the_parameters
from tests.pure.scoring.random_facts import TODAY

_PLACES = shipped_parameters().places
_RESTAURANTS = shipped().newest("restaurants_us").rubric
_RETAIL = shipped().newest("retail_us").rubric
_TEXAS = {"place": "TX", "sector": "722511", "headcount": "90"}
#: How many of how many: the shares of workers of both shipped standards.
_SHARES = {
    "restaurants_us": [
        ("wages_living_share", "workers_at_living_wage", "hourly_workers"),
        ("ben_health_enrolled", "workers_enrolled", "hourly_workers"),
        ("survey_response", "survey_workers", "survey_asked"),
    ],
    "retail_us": [
        ("wages_family_share", "workers_above_family_line", "hourly_workers"),
        ("adv_part_to_full", "full_time_granted", "full_time_requests"),
        ("survey_response", "survey_workers", "survey_asked"),
    ],
}
_MOST = 60
_counts = st.integers(0, 9) | st.integers(0, _MOST)
#: In thousands; a rate of injuries counts from 76,924 on.
_hours = st.integers(20, 400)


def _snapshot(rubric: Rubric, answers: Mapping[str, str]) -> Snapshot:
    grades = dict.fromkeys(answers, Grade.E3)
    facts = facts_of(rubric, answers, profile=_TEXAS, grades=grades, on=TODAY)
    return snapshot_of(score(rubric, facts, the_parameters()), facts)


def _withheld(rubric: Rubric, answers: Mapping[str, str]) -> dict[str, PublicFact]:
    return _facts(withhold(_snapshot(rubric, answers), rubric, _PLACES))


def _facts(snapshot: Snapshot) -> dict[str, PublicFact]:
    return {one.criterion: one for one in snapshot.facts}


@st.composite
def _counted(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Draw a shipped standard, and how many of how many workers for each of its shares."""
    name = draw(st.sampled_from(sorted(_SHARES)))
    known: dict[str, int] = {}
    for _, part, whole in _SHARES[name]:
        known.setdefault(whole, draw(_counts))
        known[part] = draw(st.integers(0, known[whole]))
    known |= {"separations": draw(_counts), "average_headcount": 1 + draw(_counts)}
    known |= {"recordable_cases": draw(_counts), "hours_worked": 1000 * draw(_hours)}
    said = {name: str(number) for name, number in known.items() if draw(st.integers(0, 7))}
    return name, said | {"voice_survey": "72"}


@given(_counted())
@example(("retail_us", {"full_time_requests": "1", "average_headcount": "1", "voice_survey": "72"}))
@settings(max_examples=40, deadline=None)
def test_no_count_under_five_is_in_what_is_published_and_no_score_changes(
    counted: tuple[str, dict[str, str]],
) -> None:
    rubric, answers = shipped().newest(counted[0]).rubric, counted[1]
    note(str(counted))
    before = _snapshot(rubric, answers)
    after = withhold(before, rubric, _PLACES)
    assert recomputed(after, rubric, _PLACES) == ()
    assert (after.scores, after.level) == (before.scores, before.level)
    small = [name for name, said in answers.items() if name != "voice_survey" and 0 < int(said) < 5]
    for name in small:
        fact = _facts(after)[name]
        assert mark_of(fact.note) is Withheld.COUNT
        assert fact.answer in ("0", "unknown", "missing")
    assert withhold(after, rubric, _PLACES) == after
    assert as_shown(before, rubric, _PLACES).facts == after.facts


@given(_counted())
@settings(max_examples=40, deadline=None)
def test_no_count_under_five_follows_from_a_share_or_by_subtraction(
    counted: tuple[str, dict[str, str]],
) -> None:
    rubric, answers = shipped().newest(counted[0]).rubric, counted[1]
    note(str(counted))
    facts = _facts(withhold(_snapshot(rubric, answers), rubric, _PLACES))
    for share, part, whole in _SHARES[rubric.id]:
        if part in answers and whole in answers:
            some, everybody = int(answers[part]), int(answers[whole])
            possible = set(_possible(rubric, share, facts.get(share), facts[part], facts[whole]))
            assert (some, everybody) in possible
            for told, seen in (
                (some, {one for one, _ in possible}),
                (everybody, {one for _, one in possible}),
                (everybody - some, {other - one for one, other in possible}),
            ):
                assert not 0 < told < 5 or len(seen) > 1, (share, some, everybody, possible)


@given(st.integers(1, 4), _hours, st.sampled_from((_RESTAURANTS, _RETAIL)))
@example(2, 200, _RESTAURANTS)
@settings(max_examples=40, deadline=None)
def test_no_number_of_injured_workers_under_five_follows_from_their_rate_and_the_hours(
    injured: int, hours: int, rubric: Rubric
) -> None:
    said = {"recordable_cases": str(injured), "hours_worked": str(1000 * hours)}
    facts = _withheld(rubric, said)
    rate, worked = facts.get("safe_trir_ratio"), facts["hours_worked"]
    assert facts["recordable_cases"].note == Withheld.COUNT
    if rate is None or not rate.note:
        return  # too few hours for a rate: nothing was worked out of them
    question = next(one for one in rubric.questions() if one.id == "safe_trir_ratio")
    begins = [float(one.start) for one in bands_of(question) if one.start is not None]
    step = sum(one <= float(rate.answer) for one in begins)
    likely = range(77, 2000) if worked.note == Withheld.FIGURE else (hours,)
    per_case = float(_rate_of(rubric))
    possible = {
        cases
        for cases in range(1, 5)
        for thousands in likely
        if sum(one <= cases * 200 / thousands / per_case for one in begins) == step
    }
    assert injured in possible
    assert len(possible) > 1


def _rate_of(rubric: Rubric) -> Fraction:
    facts = facts_of(rubric, {}, profile=_TEXAS, on=TODAY)
    found = the_parameters().look_up("industry_injury_rate", profile=facts.profile, on=TODAY)
    return found.row.value


def _possible(
    rubric: Rubric, share: str, said: PublicFact | None, part: PublicFact, whole: PublicFact
) -> Iterator[tuple[int, int]]:
    """Yield each pair of numbers that whoever reads the published answers must hold possible."""
    question = next(one for one in rubric.questions() if one.id == share)
    for everybody in _numbers(whole):
        for some in _numbers(part):
            if some <= everybody and _agrees(question, said, some, everybody):
                yield some, everybody


def _numbers(fact: PublicFact) -> range:
    if mark_of(fact.note) is Withheld.COUNT and fact.answer == "0":
        return range(5)
    if mark_of(fact.note) is not None or fact.state is not State.VALUE:
        return range(_MOST + 5)
    return range(int(fact.answer), int(fact.answer) + 1)


def _agrees(question: Criterion, said: PublicFact | None, some: int, everybody: int) -> bool:
    if said is None or said.state is not State.VALUE or not everybody:
        return True
    begins = [float(str(one.start)) for one in bands_of(question) if one.start is not None]
    begins = begins or [30.0]
    share = 100 * some / everybody
    return sum(one <= share for one in begins) == sum(one <= float(said.answer) for one in begins)


def test_a_small_part_of_a_share_goes_and_the_share_becomes_its_step() -> None:
    facts = _withheld(_RESTAURANTS, {"workers_at_living_wage": "3", "hourly_workers": "22"})
    assert (facts["workers_at_living_wage"].answer, facts["wages_living_share"].answer) == (
        "unknown",
        "10",
    )
    assert facts["wages_living_share"].note == Withheld.FIGURE
    assert facts["wages_living_share"].grade is Grade.E3
    assert facts["hourly_workers"].answer == "22"


def test_what_subtraction_would_tell_goes_too() -> None:
    facts = _withheld(_RESTAURANTS, {"workers_at_living_wage": "38", "hourly_workers": "40"})
    assert facts["workers_at_living_wage"].note == Withheld.COUNT
    assert facts["wages_living_share"].answer == "90"


def test_a_share_given_as_such_is_held_against_the_headcount() -> None:
    facts = _withheld(_RESTAURANTS, {"wages_living_share": "4"})
    assert (facts["wages_living_share"].answer, facts["wages_living_share"].note) == (
        "0",
        Withheld.FIGURE,
    )
    assert _withheld(_RESTAURANTS, {"wages_living_share": "50"})["wages_living_share"].note == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"workers_at_living_wage": "3"}, {"workers_at_living_wage": "4"}),
        ({"workers_at_living_wage": "20"}, {"workers_at_living_wage": "21"}),
        ({"survey_workers": "1", "voice_survey": "90"}, {"survey_workers": "4"}),
    ],
)
def test_nothing_that_is_published_tells_two_withheld_numbers_apart(
    one: dict[str, str], other: dict[str, str]
) -> None:
    known = {"hourly_workers": "22", "survey_asked": "40", "voice_survey": "50"}
    first, second = (
        withhold(_snapshot(_RESTAURANTS, known | said), _RESTAURANTS, _PLACES)
        for said in (one, other)
    )
    assert dump_snapshot(first) == dump_snapshot(second)


def test_nobody_is_found_by_a_zero_and_everybody_is_no_remainder() -> None:
    facts = _withheld(
        _RESTAURANTS,
        {"workers_at_living_wage": "0", "workers_enrolled": "30", "hourly_workers": "30"},
    )
    assert [one.note for one in facts.values()] == ["", "", ""]


def test_one_of_one_is_withheld_whole() -> None:
    facts = _withheld(_RESTAURANTS, {"workers_at_living_wage": "1", "hourly_workers": "1"})
    for one in ("workers_at_living_wage", "hourly_workers"):
        assert facts[one].answer in ("unknown", "missing")
    assert facts["wages_living_share"].answer == "90"


def test_what_fewer_than_five_said_together_is_withheld() -> None:
    facts = _withheld(
        _RESTAURANTS, {"survey_workers": "4", "survey_asked": "40", "voice_survey": "75"}
    )
    assert (facts["voice_survey"].answer, facts["voice_survey"].note) == (
        "unknown",
        Withheld.ANSWERS,
    )


def test_a_count_that_keeps_a_question_out_of_the_score_is_written_as_none() -> None:
    asked = {"full_time_granted": "2", "full_time_requests": "4"}
    facts = _withheld(_RETAIL, asked)
    assert (facts["full_time_requests"].answer, facts["full_time_requests"].note) == (
        "0",
        Withheld.COUNT,
    )


def test_what_cannot_be_shown_does_not_count_where_no_step_hides_it() -> None:
    rubric = a_standard(
        """
        - criterion: trained
          weight: 60
          ask: Out of every 100, how many are trained?
          answer: percent
          of: [{criterion: trained_workers, ask: How many are trained?, answer: people}]
          to: [{criterion: all_workers, ask: How many work here?, answer: people}]
          range: {from: 0, under: 100}
        - criterion: soup
          weight: 40
          ask: Is there soup?
          answer: yes_no
        """
    )
    before = _snapshot(rubric, {"trained_workers": "3", "all_workers": "40", "soup": "yes"})
    after = withhold(before, rubric, _PLACES)
    assert recomputed(after, rubric, _PLACES) == ()
    assert after.row("trained").state is State.UNKNOWN
    assert as_shown(before, rubric, _PLACES) == before


@pytest.mark.parametrize(
    ("said", "shown"),
    [("Payroll: 3 of 22", "Payroll: … of 22"), ("Form 3.1, $3", "Form 3.1, $3"), ("33", "33")],
)
def test_words_beside_a_withheld_count_do_not_say_it_either(said: str, shown: str) -> None:
    before = _snapshot(_RESTAURANTS, {"workers_at_living_wage": "3", "hourly_workers": "22"})
    paper = PublicEvidence(
        criterion="wages_living_share", title=said, grade=Grade.E3, url="", seal="", month=""
    )
    facts = tuple(replace(one, source=said) for one in before.facts)
    after = withhold(replace(before, facts=facts, evidence=(paper,)), _RESTAURANTS, _PLACES)
    assert _facts(after)["workers_at_living_wage"].source == shown
    assert [one.title for one in after.evidence] == [shown]


def test_nobody_can_write_the_remark_that_withholds() -> None:
    assert [without_mark(one) for one in (Withheld.COUNT.value, "Fine")] == ["", "Fine"]
