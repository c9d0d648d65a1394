"""A cohort is frozen once, and each employer is held against it alone. All figures are SAMPLE."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Rubric
from jobquality.scoring.cohorts import Cohort, Key, Known
from jobquality.scoring.examples import run_examples
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.freezing import cohort_hash, freeze, needs_cohort
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard
from tests.pure.scoring.cases import SUMMER, a_standard, ends, facts_of, node, the_parameters

F = Fraction
Answers = Mapping[str, str]


def comparing(cohort: str, *, more: str = "", below: str = "combine: mean") -> Rubric:
    return a_standard(
        f"""
        - criterion: pay
          ask: Pay?
          answer: number
          cohort: {{{cohort}}}
          {more}
        """,
        below=f"out_of: points\n{below}\n",
    )


def employer(
    rubric: Rubric, name: str, answers: Answers, profile: Mapping[str, str] | None = None
) -> EmployerFacts:
    return replace(facts_of(rubric, answers, profile=profile), employer=name)


def all_of(rubric: Rubric, numbers: Sequence[str]) -> list[EmployerFacts]:
    return [
        employer(rubric, f"e{place}", {"pay": text} if text else {})
        for place, text in enumerate(numbers)
    ]


def frozen(rubric: Rubric, members: Sequence[EmployerFacts], scoring: str = "main") -> Cohort:
    return freeze(rubric, members, the_parameters(), scoring=scoring)


def against(rubric: Rubric, facts: EmployerFacts, cohort: Cohort | None) -> Scorecard:
    scoring = cohort.scoring if cohort else "main"
    return score(rubric, facts, the_parameters(), scoring=scoring, cohort=cohort)


def values(rubric: Rubric, members: Sequence[EmployerFacts]) -> list[Fraction | None]:
    cohort = frozen(rubric, members)
    return [against(rubric, facts, cohort).total.value for facts in members]


def told(scored: NodeScore) -> tuple[object, object, object]:
    """Return the value and both ends, to be compared with plain numbers."""
    return (scored.value, *ends(scored))


def said(caught: pytest.ExceptionInfo[FaultsError]) -> list[str]:
    return [str(fault) for fault in caught.value.faults]


def test_each_employer_is_held_against_all_of_them() -> None:
    rubric = comparing("by: minmax")

    assert values(rubric, all_of(rubric, ["10", "15", "30"])) == [0, 25, 100]


def test_what_is_not_known_is_nobody_s_number() -> None:
    rubric = comparing("by: minmax")
    members = all_of(rubric, ["10", "", "unknown", "declined", "20"])
    cohort = frozen(rubric, members)

    assert cohort.members == 5
    assert cohort.find(Key(node="pay")).count == 2  # type: ignore[union-attr]  # it is there
    assert told(against(rubric, members[1], cohort).total) == (None, 0, 100)


def test_only_what_the_reading_needs_is_kept() -> None:
    """A file of others' numbers says no more than it must."""
    kept = {
        "by: minmax": {Known.LEAST, Known.MOST},
        "by: best": {Known.MOST},
        "by: best, better: lower": {Known.LEAST},
        "by: zscore, at_least: -3, at_most: 3": {Known.MEAN, Known.DEVIATION},
        "by: rank": set(),
    }
    for words, known in kept.items():
        rubric = comparing(words)
        stats = frozen(rubric, all_of(rubric, ["1", "2", "4"])).find(Key(node="pay"))

        assert stats is not None
        assert set(stats.known) == known
        assert bool(stats.numbers) == (words == "by: rank")


def test_the_ends_of_a_rank_are_the_first_and_the_last_place() -> None:
    rubric = comparing("by: rank")
    members = all_of(rubric, ["5", "7", "9", ""])
    cohort = frozen(rubric, members)

    assert ends(against(rubric, members[3], cohort).total) == (1, 3)
    assert against(rubric, members[2], cohort).total.most == 3


def test_a_z_score_without_a_clip_has_no_ends() -> None:
    rubric = comparing("by: zscore")
    members = all_of(rubric, ["5", "7", ""])

    assert ends(against(rubric, members[2], frozen(rubric, members)).total) == (None, None)


def test_what_is_not_offered_is_as_bad_as_the_worst() -> None:
    rubric = comparing("by: zscore")
    members = all_of(rubric, ["2", "4", "4", "4", "5", "5", "7", "9", "not_offered"])

    assert values(rubric, members)[-1] == F(-3, 2)


@pytest.mark.parametrize(
    ("reading", "gives"), [("zero", F(-3, 2)), ("full", 2), ("cohort_mean", 0), ("nothing", 0),
                           ("cohort_median", F(-1, 4)), ("out", None)]
)  # fmt: skip
def test_a_gap_is_read_by_the_cohort_and_its_ends_stay_open(
    reading: str, gives: Fraction | None
) -> None:
    """The mean is 5, the deviation 2, and the median 4.5."""
    rubric = comparing("by: zscore", more=f"when: {{missing: {reading}}}")
    members = all_of(rubric, ["2", "4", "4", "4", "5", "5", "7", "9", ""])
    total = against(rubric, members[-1], frozen(rubric, members)).total

    assert told(total) == (gives, None, None)


FILLED = """
    - criterion: pay
      ask: Pay?
      answer: number
      points: [{under: 10, gives: 0}, {from: 10, gives: 1}, {from: 20, gives: 2}]
      when: {missing: cohort_median, within: region}
    - criterion: training
      ask: Training?
      answer: choice
      points:
        - {answer: none, ask: None, gives: 0}
        - {answer: some, ask: Some, gives: 1}
        - {answer: lots, ask: Lots, gives: 4}
      when: {missing: cohort_mean}
    """


def test_gaps_are_filled_within_a_group_and_choices_by_their_points() -> None:
    """In the north the median of 9 and 12 is 10.5: one point. Of choices, (0 + 4) / 2."""
    rubric = a_standard(FILLED, below="combine: sum\n")
    rows = [
        ("9", "none", "North"), ("12", "", "north "), ("30", "lots", "South"), ("", "", "NORTH"),
    ]  # fmt: skip
    members = [
        employer(rubric, region, {"pay": pay, "training": training}, {"region": region})
        for pay, training, region in rows
    ]
    card = against(rubric, members[3], frozen(rubric, members))

    assert told(node(card, "pay")) == (1, 0, 2)
    assert told(node(card, "training")) == (2, 0, 4)


def test_who_is_alone_without_answers_has_nothing_filled_in() -> None:
    rubric = a_standard(FILLED, below="combine: sum\n")
    members = [employer(rubric, "one", {}, {"region": "north"})]

    assert against(rubric, members[0], frozen(rubric, members)).total.value is None


def test_only_those_with_the_same_fact_are_compared() -> None:
    rubric = comparing("by: minmax, within: region")
    rows = [("10", "north"), ("20", "North"), ("100", "south"), ("300", "south")]
    members = [employer(rubric, pay, {"pay": pay}, {"region": region}) for pay, region in rows]
    cohort = frozen(rubric, members)

    assert [against(rubric, one, cohort).total.value for one in members] == [0, 100, 0, 100]


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        ({}, ("pay: It is held against those with the same region, which is not given. "
             "Fill in profile.region.")),
        ({"region": "east"}, ("pay: Nobody in the cohort with region 'east' has a number to hold "
                             "it against. Freeze a cohort that has some.")),
    ],
)  # fmt: skip
def test_without_its_group_nobody_has_a_place(profile: Mapping[str, str], fault: str) -> None:
    rubric = comparing("by: minmax, within: region")
    cohort = frozen(rubric, [employer(rubric, "a", {"pay": "1"}, {"region": "north"})])

    with pytest.raises(FaultsError) as caught:
        against(rubric, employer(rubric, "b", {"pay": "2"}, profile), cohort)

    assert said(caught) == [fault]


TOWER = """
    - criterion: pay
      ask: Pay?
      answer: number
      cohort: {by: minmax}
      weight: 1
    - criterion: leave
      ask: Leave?
      answer: number
      cohort: {by: rank}
      weight: 2
    """


def test_a_group_is_held_against_the_scores_of_other_groups() -> None:
    """Minmax of pay: 0, 50, 100. Ranks of leave, weighing 2: 3, 1, 2. Sums: 6, 52, 104."""
    rubric = a_standard(
        TOWER, below="weights: relative\ncombine: sum\ncohort: {by: minmax, from: 1, to: 50}\n"
    )
    members = [
        employer(rubric, pay, {"pay": pay, "leave": leave})
        for pay, leave in (("10", "9"), ("15", "1"), ("20", "2"))
    ]

    assert values(rubric, members) == [1, 1 + F(46, 98) * 49, 50]


def test_the_open_part_of_a_group_leaves_its_place_between_two() -> None:
    rubric = a_standard(TOWER, below="weights: relative\ncombine: sum\ncohort: {by: minmax}\n")
    members = [
        employer(rubric, pay, {"pay": pay, "leave": leave} if leave else {"pay": pay})
        for pay, leave in (("10", "9"), ("15", "1"), ("20", ""))
    ]
    total = against(rubric, members[2], frozen(rubric, members)).total

    # Over what is known it has 100; with the last rank 102, with the first 104.
    assert told(total) == (100, 100, 100)
    assert against(rubric, members[0], frozen(rubric, members)).total.value == 0


PARTS = """
    - criterion: pay
      ask: Pay?
      answer: number
      each: site
      cohort: {by: minmax}
    """


def test_parts_that_are_scored_one_by_one_are_compared_one_by_one() -> None:
    rubric = a_standard(PARTS, below="out_of: points\n")

    def site(name: str, pay: str) -> EmployerFacts:
        return replace(facts_of(rubric, {"pay": pay}), employer=name, part=f"site/{pay}")

    members = [
        replace(facts_of(rubric, {}), employer=name, parts=tuple(site(name, pay) for pay in sites))
        for name, sites in (("a", ("0", "10")), ("b", ("4", "2")))
    ]

    assert values(rubric, members) == [50, 30]


def test_numbers_without_a_logarithm_are_refused_by_name() -> None:
    rubric = comparing("by: minmax, log: yes")
    members = all_of(rubric, ["1", "0", "100"])

    with pytest.raises(FaultsError) as caught:
        frozen(rubric, members)
    assert said(caught) == [
        "pay: A member has 0, which has no logarithm. Leave 'log' out of 'cohort'."
    ]

    cohort = frozen(rubric, [members[0], members[2]])
    with pytest.raises(FaultsError) as caught:
        against(rubric, members[1], cohort)
    assert said(caught) == [
        "pay: 0 has no logarithm, by which it is compared. Check the answer: it must be above 0."
    ]


def test_a_cohort_of_two_is_refused_where_three_are_asked_for() -> None:
    rubric = comparing("by: minmax, within: region")
    rows = [("1", "north"), ("2", "north"), ("3", "north"), ("4", "south"), ("5", "south")]
    members = [employer(rubric, pay, {"pay": pay}, {"region": where}) for pay, where in rows]

    with pytest.raises(FaultsError) as caught:
        freeze(rubric, members, the_parameters(), fewest=3)

    assert said(caught) == [
        (
            "pay: Only 2 of its numbers with region south are known, and 3 are needed. "
            "Who has one of so few numbers can work out the others. Add employers."
        )
    ]


def test_a_standard_that_compares_is_not_scored_without_a_cohort() -> None:
    rubric = comparing("by: minmax")

    with pytest.raises(FaultsError) as caught:
        against(rubric, all_of(rubric, ["1"])[0], None)

    assert said(caught) == [
        (
            "pay: It is held against a cohort, and none was given. "
            "Freeze one from the answers of all: jobquality cohort RUBRIC FACTS."
        )
    ]
    assert needs_cohort(rubric)


def test_a_cohort_of_another_standard_is_refused() -> None:
    rubric, other = comparing("by: minmax"), comparing("by: minmax, to: 10")
    members = all_of(rubric, ["1", "2", "3"])

    with pytest.raises(FaultsError) as caught:
        score(other, members[0], the_parameters(), cohort=frozen(rubric, members))

    (fault,) = said(caught)
    assert fault.startswith("The cohort was frozen for corner_cafes@2026.1 with scoring hash ")


def test_a_cohort_of_another_scoring_is_refused() -> None:
    rubric = comparing("by: minmax", below="scorings: [{scoring: other, weight: {pay: 2}}]")
    members = all_of(rubric, ["1", "2", "3"])

    with pytest.raises(FaultsError) as caught:
        score(rubric, members[0], the_parameters(), scoring="other",
              cohort=frozen(rubric, members))  # fmt: skip

    assert said(caught) == [
        (
            "The cohort was frozen for the scoring main, not other. "
            "Freeze one for it: jobquality cohort RUBRIC FACTS --out FILE."
        )
    ]


def test_the_scorecard_carries_the_hash_of_its_cohort() -> None:
    rubric = comparing("by: minmax")
    members = all_of(rubric, ["1", "2", "3"])
    cohort = frozen(rubric, members)

    assert against(rubric, members[0], cohort).cohort == cohort.hash == cohort_hash(cohort)
    assert len(cohort.hash) == 64


def test_any_change_changes_the_hash() -> None:
    rubric = comparing("by: rank")
    cohorts = [
        frozen(rubric, all_of(rubric, numbers))
        for numbers in (["1", "2"], ["1", "3"], ["1", "2", ""], ["1", "2", "2"])
    ]
    cohorts += [replace(cohorts[0], scoring="other"), replace(cohorts[0], edition="2027.1")]

    assert len({cohort_hash(one) for one in cohorts}) == len(cohorts)


NUMBERS = st.one_of(st.just(""), st.integers(0, 9).map(str))
MEMBERS = st.lists(st.tuples(NUMBERS, NUMBERS, st.sampled_from(["north", "south"])),
                   min_size=1, max_size=8)  # fmt: skip
INDEX = a_standard(
    """
    - criterion: pay
      ask: Pay?
      answer: number
      cohort: {by: percentile, within: region}
      when: {missing: cohort_mean, within: region}
      weight: 1
    - criterion: leave
      ask: Leave?
      answer: number
      cohort: {by: zscore, sample: yes, winsorise: {skewness: 1, count: 2}}
      weight: 2
    """,
    below="weights: relative\nout_of: points\ncohort: {by: minmax, from: 1, to: 100}\n",
)


def index_members(rows: Sequence[tuple[str, str, str]]) -> list[EmployerFacts]:
    return [
        employer(INDEX, str(place), {"pay": pay, "leave": leave}, {"region": region})
        for place, (pay, leave, region) in enumerate(rows)
    ]


@given(MEMBERS, st.randoms(use_true_random=False))
def test_the_order_of_employers_changes_nothing(
    rows: list[tuple[str, str, str]], shuffle: random.Random
) -> None:
    members = index_members(rows)
    mixed = shuffle.sample(members, len(members))

    assert frozen(INDEX, mixed) == frozen(INDEX, members)


@given(MEMBERS)
def test_the_ends_hold_the_value_and_minmax_stays_on_its_scale(
    rows: list[tuple[str, str, str]],
) -> None:
    members = index_members(rows)
    cohort = frozen(INDEX, members)

    for facts in members:
        total = against(INDEX, facts, cohort).total
        assert total.low is not None
        assert total.high is not None
        assert 1 <= total.low <= total.high <= 100
        assert total.value is None or 1 <= total.value <= 100


@given(MEMBERS, st.integers(0, 7), st.integers(0, 9), st.integers(0, 9))
def test_the_range_of_an_open_answer_holds_every_answer(
    rows: list[tuple[str, str, str]], which: int, pay: int, leave: int
) -> None:
    """The cohort is frozen, so that answers given later no longer move it."""
    members = index_members(rows)
    cohort = frozen(INDEX, members)
    place = which % len(rows)
    before = against(INDEX, members[place], cohort).total
    given_pay, given_leave, region = rows[place]
    known_here = cohort.find(Key(node="pay", within="region", group=region))
    if known_here is None or cohort.find(Key(node="leave")) is None:
        return
    answered = (given_pay or str(pay), given_leave or str(leave), region)
    after = against(INDEX, index_members([answered])[0], cohort).total

    assert before.low is not None
    assert before.high is not None
    if after.low is not None and after.high is not None:
        assert before.low <= after.low <= after.high <= before.high


def test_the_tests_of_a_file_are_the_cohort_of_each_other() -> None:
    rubric = comparing(
        "by: minmax",
        below="scorings:\n"
        "  - {scoring: ten, change: {pay: {cohort: {by: minmax, to: 10}}}}\n"
        "tests:\n"
        "  - {ask: By ten, scoring: ten, answer: {pay: 20}, gives: {total: 10}}\n"
        "  - {ask: Lowest, answer: {pay: 10}, gives: {total: 0}}\n"
        "  - {ask: Between, answer: {pay: 15}, gives: {total: 50}}\n"
        "  - {ask: Highest, answer: {pay: 20}, gives: {total: 99}}\n"
        "  - {ask: Nobody knows, answer: {pay: unknown}, gives: {total: [0, 100]}}\n",
    )
    found = run_examples(rubric, the_parameters(), on=SUMMER)

    assert [str(fault) for fault in found] == ["line 18, test 'Highest': total gives 100, not 99."]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("0", "pay: 0 has no logarithm, by which it is compared."),
        ("not_offered", "pay: Nothing tells how few points 'not_offered' gives here."),
    ],
)
def test_a_published_mean_and_deviation_need_no_cohort(answer: str, fault: str) -> None:
    rubric = comparing("by: zscore, mean: 1, deviation: 2, log: yes", more="when: {missing: zero}")

    assert not needs_cohort(rubric)
    assert told(against(rubric, all_of(rubric, [""])[0], None).total) == (None, None, None)
    assert against(rubric, all_of(rubric, ["1"])[0], None).total.value == F(-1, 2)
    with pytest.raises(FaultsError) as caught:
        against(rubric, all_of(rubric, [answer])[0], None)
    assert said(caught)[0].startswith(fault)


def test_who_has_no_region_is_in_no_cohort() -> None:
    rubric = comparing("by: minmax, within: region")
    members = [
        employer(rubric, pay, {"pay": pay}, {"region": region} if region else {})
        for pay, region in (("10", "north"), ("20", "north"), ("99", ""))
    ]

    assert [key.group for key in frozen(rubric, members).stats] == ["north"]


def test_where_less_is_better_the_open_part_of_a_group_turns_round() -> None:
    """The sums are 0, 8 and at least 4, at most 10: 10 is beyond the worst."""
    rubric = a_standard(
        """
        - {criterion: one, ask: One?, answer: number, range: {from: 0, under: 4}}
        - {criterion: two, ask: Two?, answer: number, range: {from: 0, under: 6}}
        """,
        below="combine: sum\ncohort: {by: minmax, better: lower}\n",
    )
    members = [
        employer(rubric, one, {"one": one, "two": two} if two else {"one": one})
        for one, two in (("0", "0"), ("3", "5"), ("4", ""))
    ]

    assert told(against(rubric, members[2], frozen(rubric, members)).total) == (50, 0, 50)
