"""What the checker says of the laws of a standard is true: everything is tried on small ones."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobquality.rubrics.catalog import shipped
from jobquality.rubrics.laws import (
    LAW_WORDS,
    Law,
    find_breaks,
    kept_laws,
    rubric_may_certify,
    why_not_certify,
)
from jobquality.rubrics.model import Rubric
from tests.pure.rubrics.factories import a_rubric
from tests.pure.scoring.small_standards import Small, random_standard, small_standard
from tests.pure.scoring.trying_laws import Trial

TOP = "rubric: r\nedition: 2026.1\nweights: relative\n"
A, B, C = (
    f"  - {{criterion: {name}, ask: Q, answer: ratio, "
    f"points: [{{under: 1, gives: 0}}, {{from: 1, gives: {most}}}]}}\n"
    for name, most in (("a", 2), ("b", 3), ("c", 3))
)
FIGURES = "  - {criterion: x, ask: Q, answer: ratio}\n  - {criterion: y, ask: Q, answer: ratio}\n"
BETTER, ORDER, UNKNOWN, INTERVAL = Law
ENDS = {UNKNOWN, INTERVAL}


def group(words: str, *criteria: str) -> str:
    return f"{TOP}{words}\ncriteria:\n{''.join(criteria)}"


def with_words(criterion: str, words: str) -> str:
    return criterion.replace("}]}", f"}}], {words}}}")


BROKEN = {
    "a ladder": (group("combine: ladder", A, B), {ORDER}, "combine: ladder"),
    "leaving what always gives points": (
        group("", A, with_words(B.replace("gives: 0", "gives: 1"), "na: yes")), ENDS, "na",
    ),
    "leaving the least of what reaches other points": (
        group("combine: min", with_words(A, "na: yes"), B), ENDS, "na",
    ),
    "a figure that is better for one and worse for another": (
        group("", with_words(A, "of: [x], to: [y]"), with_words(B, "of: [y], to: [x]"), FIGURES),
        {BETTER}, "of, to",
    ),
    "an answer that brings in another question": (
        group("", A.replace("gives: 0", "gives: 1.5"), with_words(B, "applies: {a: {from: 1}}")),
        {BETTER}, "applies",
    ),
    "a product with a number below 0": (
        group("combine: product", A, B.replace("gives: 0", "gives: -1")),
        {BETTER, *ENDS}, "combine: product",
    ),
    "points for a score that fall": (
        f"{TOP}dimensions:\n  - dimension: d\n    points: [{{under: 50, gives: 1}}, "
        "{from: 50, gives: 0}]\n    criteria:\n" + f"{A}{B}".replace("  -", "    -"),
        {BETTER}, "points",
    ),
    "a level that more points lose": (
        group("", A, B) + "levels:\n  - {level: low, at_most: {total: 50}}\n", {BETTER}, "at_most",
    ),
    "what is unknown leaves": (
        group("", A, with_words(B, "when: {unknown: na}")), ENDS, "when: na",
    ),
    "held back, and may leave": (
        group("", A, C, with_words(B, "requires: [a], na: yes")), ENDS, "requires",
    ),
}  # fmt: skip
KEPT = {
    "a mean": group("", A, B),
    "a sum": group("combine: sum", A, B),
    "a least of all": group("combine: min", A, B),
    "leaving what may give nothing": group("", A, with_words(B, "na: yes")),
    "a figure that is better for both": group(
        "", with_words(A, "of: [x], to: [y]"), with_words(B, "of: [x]"), FIGURES
    ),
    "a product of what is never below 0": group("combine: product", A, B),
    "a median": group("combine: median", A, B),
    "what is required": group("", A, with_words(B, "requires: [a]")),
    "caps and rounding": f"{TOP}dimensions:\n  - dimension: d\n    at_most: 60\n"
    "    rounding: {digits: 0}\n    criteria:\n" + f"{A}{B}".replace("  -", "    -"),
    "a line for the score of a group": f"{TOP}dimensions:\n  - dimension: d\n    line: "
    "[{at: 0, gives: 0}, {at: 90, gives: 4}]\n    criteria:\n" + f"{A}{B}".replace("  -", "    -"),
    "fewer are better": group("combine: sum\nbetter: lower", A, B)
    + "levels:\n  - {level: good, at_most: {total: 2}}\n",
    "numbers that are better the smaller they are": group("", A, B.replace("gives: 0", "gives: 5")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_words_that_break_a_law_are_named_and_something_shows_that_they_do(name: str) -> None:
    text, laws, word = BROKEN[name]
    small = small_standard(text)

    breaks = find_breaks(small.rubric)

    assert {one.law for one in breaks} == laws
    assert {one.word for one in breaks} == {word}
    assert any(trial(small).counterexample(law) for law in laws)


@pytest.mark.parametrize("name", KEPT)
def test_words_that_break_no_law_are_passed_over_and_nothing_shows_that_they_do(name: str) -> None:
    small = small_standard(KEPT[name])

    assert find_breaks(small.rubric) == ()
    assert [trial(small).counterexample(law) for law in Law] == [""] * len(Law)


def trial(small: Small, *, most: int = 300) -> Trial:
    return Trial(small, Random(1), most=most)  # noqa: S311  # tries, keeps no secret


@settings(max_examples=max(1, settings().max_examples // 8))
@given(seed=st.integers(0, 2**64 - 1))
def test_no_law_that_is_said_to_be_kept_is_ever_broken(seed: int) -> None:
    small = random_standard(Random(seed))  # noqa: S311

    tried = trial(small, most=40)

    assert [tried.counterexample(law) for law in kept_laws(small.rubric)] == [""] * len(
        kept_laws(small.rubric)
    )


@pytest.mark.soak
def test_of_the_laws_said_to_be_broken_a_good_share_can_be_seen_to_fail() -> None:
    said: Counter[Law] = Counter()
    seen: Counter[Law] = Counter()
    for seed in range(200):
        small = random_standard(Random(seed))  # noqa: S311
        for law in {one.law for one in find_breaks(small.rubric)}:
            said[law] += 1
            seen[law] += bool(trial(small).counterexample(law))

    assert all(seen[law] * 4 > said[law] > 0 for law in Law)


@pytest.mark.parametrize("rubric", [one.rubric for one in shipped().by_name.values()])
def test_every_standard_that_ships_keeps_every_law(rubric: Rubric) -> None:
    assert find_breaks(rubric) == ()
    assert kept_laws(rubric) == tuple(Law)
    assert rubric_may_certify(rubric)
    assert why_not_certify(rubric) == ""


def test_why_no_certificate_may_rest_on_a_standard_is_said_in_words() -> None:
    rubric = a_rubric(
        ("    weight: 40\n", "    weight: 40\n    combine: ladder\n"),
        ("        weight: 50\n", ""),
        ("        weight: 50\n", ""),
        ("each_dimension: 50", "each_dimension: 4"),
    )

    assert not rubric_may_certify(rubric)
    assert why_not_certify(rubric) == (
        "No certificate can rest on corner_cafes@2026.1, because a certificate promises: "
        "The order of questions and answers changes nothing. Line 16 breaks it "
        "('combine: ladder')."
    )
    assert str(find_breaks(rubric)[0]) == (
        "line 16, scheduling: 'combine: ladder': a rung counts only after those that stand "
        "before it."
    )


def test_every_law_is_said_in_a_sentence() -> None:
    assert list(LAW_WORDS) == list(Law)
