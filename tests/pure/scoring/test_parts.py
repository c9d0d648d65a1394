"""Employers of many parts: services, shops, levels; combined in stages, followed by hand."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Rubric, State
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.parts import gathered
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from tests.pure.scoring.cases import a_standard, facts_of, node, reading, the_parameters

SHOPS = """
- criterion: safe
  each: {each}
  ask: Is it safe?
  answer: number
  range: {{from: 0, under: 10}}
- criterion: workers
  ask: How many work here?
  answer: people
- criterion: policy
  ask: Is there a policy?
  answer: yes_no
"""


def shops(each: str = "shop", below: str = "combine: sum") -> Rubric:
    return a_standard(SHOPS.format(each=each), below=below)


def card_of(rubric: Rubric, parts: Mapping[str, Mapping[str, str]]) -> Scorecard:
    (facts,) = facts_of_parts(rubric, parts)
    return score(rubric, facts, the_parameters())


def facts_of_parts(
    rubric: Rubric, parts: Mapping[str, Mapping[str, str]]
) -> tuple[EmployerFacts, ...]:
    told = [replace(facts_of(rubric, answers), part=part) for part, answers in parts.items()]
    return gathered(rubric, told)


TWO = {
    "": {"policy": "yes"},
    "shop/a": {"safe": "2", "workers": "30"},
    "shop/b": {"safe": "10", "workers": "10"},
}


@pytest.mark.parametrize(
    ("each", "value"),
    [
        ("shop", 6),
        ("{part: shop, by: workers}", 4),
        ("{part: shop, combine: min}", 2),
        ("{part: shop, combine: max}", 10),
        ("{part: shop, combine: sum}", 12),
        ("{part: shop, combine: median}", 6),
        ("{part: shop, combine: share}", Fraction(1, 2)),
        ("{part: shop, combine: all}", 0),
        ("{part: shop, combine: count}", 1),
        ("{part: shop, take: {highest: 1}}", 10),
        ("{part: shop, combine: product}", 20),
        ("{part: shop, combine: harmonic}", Fraction(10, 3)),
    ],
)
def test_the_scores_of_parts_are_combined(each: str, value: Fraction) -> None:
    card = card_of(shops(each), TWO)

    safe = node(card, "safe")
    assert safe.value == value
    assert {one.part: one.value for one in safe.parts} == {
        "shop/a": Fraction(2),
        "shop/b": Fraction(10),
    }
    assert card.total.value == value + 1


def test_a_part_of_which_nothing_is_known_keeps_the_ends_apart() -> None:
    card = card_of(shops(), {**TWO, "shop/c": {"workers": "5"}})

    safe = node(card, "safe")
    assert reading(safe) == (4, 6, Fraction(22, 3))
    assert safe.answered == Fraction(2, 3)


def test_a_part_that_was_not_asked_may_leave() -> None:
    rubric = shops(below="combine: sum\nwhen: {missing: na}")

    card = card_of(rubric, {**TWO, "shop/c": {"workers": "5"}})

    assert reading(node(card, "safe")) == (6, 6, 6)


def test_parts_of_parts_are_combined_first() -> None:
    parts = {
        "shop/a": {"safe": "2"},
        "shop/b/floor/one": {"safe": "10"},
        "shop/b/floor/two": {"safe": "4"},
    }

    card = card_of(shops("[shop, floor]"), parts)

    # The mean of 2 and of the mean of 10 and 4.
    assert node(card, "safe").value == Fraction(9, 2)
    names = [one.part for one in card.total.walk_parts() if one.part]
    assert names == ["shop/a", "shop/b", "shop/b/floor/one", "shop/b/floor/two"]


def test_without_parts_the_employer_answers_for_itself() -> None:
    card = card_of(shops(), {"": {"safe": "7", "policy": "no"}})

    assert node(card, "safe").value == 7
    assert node(card, "safe").parts == ()


def test_a_part_of_another_kind_is_scored_for_itself() -> None:
    told = facts_of_parts(shops(), {**TWO, "brand/x": {"policy": "no"}})

    assert [(facts.part, len(facts.parts)) for facts in told] == [("", 2), ("brand/x", 0)]


def test_nobody_guesses_what_a_part_weighs() -> None:
    parts = {**TWO, "shop/c": {"safe": "1"}}

    with pytest.raises(FaultsError) as caught:
        card_of(shops("{part: shop, by: workers}"), parts)

    assert [str(fault) for fault in caught.value.faults] == [
        (
            "safe: Nobody knows how much shop/c weighs: 'workers' is not known. "
            "Answer workers for this part."
        )
    ]


def test_a_part_that_weighs_nothing_leaves() -> None:
    parts = {**TWO, "shop/c": {"safe": "1", "workers": "0"}}

    assert node(card_of(shops("{part: shop, by: workers}"), parts), "safe").value == 4


def test_a_part_looks_to_the_whole_for_what_is_not_asked_of_parts() -> None:
    rubric = a_standard(
        SHOPS.format(each="shop").replace("ask: Is it safe?", "requires: [policy]\n  ask: Safe?"),
        below="combine: sum",
    )

    assert node(card_of(rubric, TWO), "safe").value == 6
    assert node(card_of(rubric, {**TWO, "": {"policy": "no"}}), "safe").value == 0
    assert node(card_of(rubric, {**TWO, "": {}}), "safe").state is State.VALUE
    assert node(card_of(rubric, {**TWO, "": {}}), "safe").low == 0
