"""docs/rubric-language.md says what the checker does: each table and example is held to it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jobquality.rubrics import yamltext
from jobquality.rubrics.catalog import Edition, shipped, shipped_parameters
from jobquality.rubrics.loader import ADVANCED, load_rubric
from jobquality.rubrics.model import AnswerKind, Basis, Combine, Rubric, State, Ties
from jobquality.rubrics.nodes import Mapping, Node, Sequence
from jobquality.rubrics.parameters import load_parameters
from jobquality.rubrics.units import ANSWER_UNITS, NAMED_NUMBERS
from jobquality.rubrics.words import load_words
from jobquality.scoring.examples import run_examples

PAGE = Path(__file__).parents[3] / "docs" / "rubric-language.md"
TEXT = PAGE.read_text(encoding="utf-8")
BY_EXAMPLE = TEXT.partition("## Each word by example")[2].partition("## What cannot be said")[0]
METHODS = re.findall(r"```yaml\n(.*?)```", BY_EXAMPLE, flags=re.DOTALL)
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT.replace(BY_EXAMPLE, ""), flags=re.DOTALL)
ON = date(2026, 6, 1)
LISTS = {"dimensions", "criteria", "levels"}
#: What follows these is named by ids and facts, not by words of the language.
NAMED_BY_THE_AUTHOR = {"applies", "from", "answer", "gives"}
EDITIONS = {edition.rubric.name: edition for edition in shipped().by_name.values()}
A_RUBRIC = "rubric: r\nedition: 2026.1\ndimensions:\n  - dimension: d\n    criteria:\n"
POINTS = "points: [{under: 1, gives: 0}, {from: 1, gives: 1}]"


def part(number: int) -> str:
    """Return the text of one part of the page."""
    return re.split(r"^# Part \d.*$", TEXT, flags=re.MULTILINE)[number]


def first_column(text: str) -> list[str]:
    """Return the words in the first column of the first table of a text."""
    table = text[text.index("|---") :].split("\n\n", maxsplit=1)[0]
    cells = [line.split("|")[1].strip() for line in table.splitlines()[1:]]
    return [word.strip() for cell in cells for word in cell.replace("`", "").split(",")]


def in_backticks(text: str) -> list[str]:
    return re.findall(r"`([a-z_0-9]+)`", text)


def example(start: str) -> str:
    found: list[str] = [text for text in EXAMPLES if text.lstrip().startswith(start)]
    return found[0]


def load(text: str) -> Rubric:
    return load_rubric(text.encode(), parameters=shipped_parameters().units)


def words_in(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for entry in node.entries:
            yield from words_in(entry)
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.text
            if not (key.text in NAMED_BY_THE_AUTHOR and isinstance(value, Mapping)):
                yield from words_in(value)


def test_there_are_at_most_20_everyday_words() -> None:
    everyday = first_column(part(1))

    assert len(everyday) == len(set(everyday)) == 20


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_shipped_standard_needs_everyday_words_only(edition: Edition) -> None:
    tree = yamltext.parse(edition.file.read_bytes()).tree

    assert set(words_in(tree)) <= {*first_column(part(1)), *LISTS}
    assert edition.rubric.advanced == ()


def test_the_advanced_words_are_those_of_the_page() -> None:
    named = [word.partition(":")[0] for word in first_column(part(4))]

    assert named == list(ADVANCED)


def test_the_checker_points_out_each_advanced_word() -> None:
    text = """\
rubric: r
edition: 2026.1
title: T
about: A
weights: relative
better: higher
when: {missing: out}
read_as: {-1: unknown}
rounding: {digits: 1, never_full: no}
ranks: dense
scorings: [{scoring: s, change: {total: {over: leaves}}}]
out_of: 10
over: leaves
enough: {count: 1}
take: {highest: 9}
scales:
  - {scale: one, answer: number, cohort: {by: minmax}}
criteria:
  - {criterion: c, code: C.1, help: H, ask: Q, answer: number, range: {from: 0, under: 1}, na: yes}
  - {criterion: g, ask: Q, answer: number, line: [{at: 1, gives: 0}, {at: 9, gives: 1}], log: yes}
  - {criterion: h, reads: c, points: [{up_to: 1, gives: 0}, {above: 1, gives: 1, cost: 2}]}
  - {criterion: i, ask: Q, scale: one, requires: [c], needs: url, each: site, at_least: 0}
  - criterion: j
    kind: part
    combine: sum
    start: 1
    at_most: 9
    criteria:
      - {criterion: k, ask: Q, answer: number, range: {from: 0, under: 9}}
  - {criterion: l, ask: Q, answer: number, sum: [c, g]}
  - {criterion: m, ask: Q, answer: number, difference: [c, g]}
  - {criterion: n, ask: Q, answer: number, largest: [c, g], counts: no}
  - {criterion: o, ask: Q, answer: number, smallest: [c, g]}
  - {criterion: p, ask: Q, answer: number, average: [c, g]}
  - {criterion: q, ask: Q, answer: number, count: [c, g]}
  - {criterion: u, ask: Q, answer: ratio, share: {of: c, in: [c, g]}}
  - {criterion: v, ask: Q, answer: ratio, change: {of: c, since: g}}
  - {criterion: w, ask: Q, answer: number, power: {of: c, to: 0.5}}
  - {criterion: z, ask: Q, answer: yes_no, upcoming: 2027-01-01}
dimensions:
  - dimension: d
    dimensions:
      - dimension: e
        combine: any
        complete_from: 50
        criteria: [{criterion: f, ask: Q, answer: yes_no}]
critical:
  - {critical: x, ask: Q, source: S, allows: fair}
levels:
  - {level: now, answer: yes_no, overrides: yes, exempts: d}
  - level: good
    at_most: {each_dimension: {score: 5, except: d}}
    any: [{c: 1}, {g: 1}]
    after: fair
  - {level: fair, at_most: {total: 5}}
"""

    extending = b"rubric: s\nedition: 2026.1\nextends: r@2026.1\nwhy: W\n"
    ours = load_rubric(extending, parameters={}, base=lambda _: text.encode())

    assert load(text).advanced == tuple(word for word in ADVANCED if word != "extends")
    assert "extends" in ours.advanced


def test_the_units_are_those_of_the_page() -> None:
    units = next(line for line in part(1).splitlines() if line.startswith("**Units.**"))
    named = in_backticks(units.split("Numbers below 0")[0])

    assert named == list(ANSWER_UNITS)


def test_the_named_numbers_are_those_of_the_page() -> None:
    named = dict(re.findall(r"`([a-z_0-9]+)` (\d+)", part(2)))

    assert named == {name: str(number) for name, (number, _) in NAMED_NUMBERS.items()}


def test_the_kinds_of_answer_are_those_of_the_page() -> None:
    table = part(1)[part(1).index("## Kinds of answer") :]

    kinds = {kind.value for kind in AnswerKind if kind is not AnswerKind.NUMBER}
    assert set(first_column(table)) == {"a unit (table below)", *kinds}


@pytest.mark.parametrize("kinds", [Basis, Combine, Ties, State])
def test_each_word_of_a_closed_list_is_on_the_page(
    kinds: type[Basis | Combine | Ties | State],
) -> None:
    named = {kind.value for kind in kinds} - {State.VALUE.value, State.MISSING.value}

    assert named <= {*in_backticks(TEXT), "na"}


def test_every_example_is_held_to_the_checker() -> None:
    held = (
        "rubric: corner_cafes",
        "applies:",
        "tests:",
        "- criterion: lowest_pay_ratio",
        "parameters:",
        "words:",
    )

    assert [text for text in EXAMPLES if not text.lstrip().startswith(held)] == []


@pytest.mark.parametrize("text", METHODS, ids=range(len(METHODS)))
def test_each_example_of_a_word_is_a_standard_whose_tests_come_out(text: str) -> None:
    rubric = load(f"rubric: example\nedition: 2026.1\n{text}")

    assert rubric.examples
    assert [str(fault) for fault in run_examples(rubric, shipped_parameters(), on=ON)] == []


def test_the_whole_small_standard_loads() -> None:
    rubric = load(example("rubric: corner_cafes"))

    assert rubric.advanced == ()
    assert len(rubric.examples) == 2


@pytest.mark.parametrize("line", example("applies:").strip().splitlines())
def test_a_condition_of_the_page_loads(line: str) -> None:
    asked = "".join(
        f"      - {{criterion: {name}, ask: Q, answer: people}}\n"
        for name in ("openings", "survey_workers")
    )

    load(
        f"{A_RUBRIC}      - criterion: c\n        ask: Q\n        answer: yes_no\n"
        f"        {line.strip()}\n{asked}"
    )


def test_the_tests_of_the_page_fit_its_small_standard() -> None:
    standard = example("rubric: corner_cafes").partition("tests:")[0]

    assert len(load(standard + example("tests:")).examples) == 1


def test_the_figure_of_the_page_loads() -> None:
    text = example("- criterion: lowest_pay_ratio").replace("points: …", POINTS)

    assert next(load(A_RUBRIC + text).root.criteria()).measure is not None


def test_the_parameters_of_the_page_load_beside_those_that_ship() -> None:
    parameters = shipped_parameters()
    more = load_parameters(example("parameters:").encode(), parameters.places)

    assert len(parameters.joined(more).by_id["living_wage"].rows) == 1


def test_the_parameters_that_ship_are_named_on_the_page() -> None:
    assert all(name in part(2) for name in shipped_parameters().by_id)


def test_the_words_of_the_page_fit_its_small_standard() -> None:
    rubric = load(example("rubric: corner_cafes").replace("corner_cafes", "my_standard"))

    words = load_words(example("words:").encode(), rubric)

    assert words.of("on_call").answers["never"] == "Nunca"
    assert not words.is_reviewed


def test_an_edge_of_the_page_names_a_parameter_that_ships() -> None:
    assert "{from: health_affordability, gives: 0}" in part(2)
    assert "health_affordability" in shipped_parameters().by_id
