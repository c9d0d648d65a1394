"""What docs/rubric-language.md says of combining, of the four laws and of limits is so."""

import re
from pathlib import Path

import pytest

from jobquality.rubrics import yamltext
from jobquality.rubrics.laws import LAW_WORDS, Law, find_breaks
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Combine

TEXT = (Path(__file__).parents[3] / "docs" / "rubric-language.md").read_text(encoding="utf-8")
SCORING = TEXT.partition("# Part 5: ")[2].partition("# Part 6: ")[0]
CHECKING = TEXT.partition("# Part 6: ")[2]
TOP = "rubric: r\nedition: 2026.1\nweights: relative\n"
A = "  - {criterion: a, ask: Q, answer: number, range: {from: 0, under: 2}}\n"
B = "  - {criterion: b, ask: Q, answer: number, range: {from: 0, under: 3}%s}\n"
ALWAYS = (
    "  - {criterion: b, ask: Q, answer: ratio, "
    "points: [{under: 1, gives: 1}, {from: 1, gives: 2}]%s}\n"
)
FIGURE = "  - {criterion: f, ask: Q, answer: number}\n"
LOW = "levels:\n  - {level: low, %s}\n"


def plain(*criteria: str, words: str = "", more: str = "") -> str:
    return f"{TOP}{words}criteria:\n{''.join(criteria)}{more}"


def inside(words: str) -> str:
    criteria = f"{A}{B % ''}".replace("  - ", "      - ")
    return f"{TOP}dimensions:\n  - dimension: d\n    {words}\n    criteria:\n{criteria}"


#: One standard for each row of the table, in its order.
ROWS = (
    plain(A, B % "", words="combine: ladder\n"),
    plain(A, (B % "").replace("from: 0", "from: -1"), words="combine: product\n"),
    plain(A, ALWAYS % ", na: yes"),
    plain(A, B % ", na: yes", words="combine: min\n"),
    plain(A, B % ", na: yes", words="combine: sum\nstart: 5\n"),
    inside("applies: {f: {from: 1}}") + "  - dimension: e\n    criteria:\n" + FIGURE.replace(
        "  - ", "      - ") + A.replace("  - ", "      - ").replace(" a,", " c,"),
    plain(
        "  - {criterion: a, ask: Q, answer: yes_no}\n", B % ", applies: {a: yes}"
    ),
    plain(A, B % ", applies: {a: {from: 1}}"),
    plain(A, B % ", when: {unknown: na}"),
    plain(A.replace("}}", "}, na: yes}"), B % ", requires: [a]"),
    plain(A, B % ", requires: [a]", words="combine: sum\nbetter: lower\n"),
    inside("each: site"),
    inside("each: {part: site, combine: mean, by: b}"),
    plain(A.replace("ask: Q", "ask: Q, weight: 60"), B % ", weight: 40",
          words="take: {highest: 1}\n"),
    inside("points: [{under: 50, gives: 1}, {from: 50, gives: 0}]"),
    plain(
        A, "  - {criterion: b, reads: a, points: [{under: 1, gives: 1}, {from: 1, gives: 0}]}\n"
    ),
    inside("combine: mean") + "  - dimension: e\n    criteria:\n      - "
    "{criterion: c, ask: Q, answer: number, sum: [d, f], range: {from: 0, under: 9}}\n"
    + FIGURE.replace("  - ", "      - "),
    plain(
        A, "  - {criterion: b, ask: Q, answer: choice, points: "
        "[{answer: x, ask: X, gives: 0}, {answer: y, ask: Y, gives: 1, needs: url}]}\n"
    ),
    plain(A, B.replace("range: {from: 0, under: 3}%s", "cohort: {by: zscore}"),
          words="out_of: points\n"),
    plain(A, B.replace("range: {from: 0, under: 3}%s", "cohort: {by: minmax, log: yes}"),
          words="out_of: points\n"),
    plain(A, B % "", more=LOW % "at_most: {total: 50}"),
    plain(A, B % "", more=LOW % "at_most: {coverage: 50}"),
)  # fmt: skip


def table(text: str, heading: str) -> list[list[str]]:
    """Return the cells of a table by the first words of its heading, without the heading."""
    lines = text[text.index(f"| {heading} |") :].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


BREAKING = table(SCORING, "what breaks a law")


def test_every_row_of_the_table_has_an_example_here() -> None:
    assert len(BREAKING) == len(ROWS)


@pytest.mark.parametrize(
    ("row", "text"), list(zip(BREAKING, ROWS, strict=True)), ids=[row[0] for row in BREAKING]
)
def test_words_break_the_laws_that_the_page_says(row: list[str], text: str) -> None:
    breaks = find_breaks(load_rubric(text.encode(), parameters={}))
    said = {law for law, cell in zip(Law, row[1:], strict=True) if cell}

    assert {one.law for one in breaks} == said
    assert any(one.word.partition(":")[0].split(",")[0] in row[0] for one in breaks) or (
        "the same" in row[0] or "made of scores" in row[0]
    )


def test_the_four_laws_are_those_of_the_checker() -> None:
    said = re.findall(r"^\d\. \*\*(.+?)\*\*", SCORING.partition("anyone may rely")[2], re.MULTILINE)

    assert said == list(LAW_WORDS.values())


def test_every_way_to_combine_is_told_in_a_line() -> None:
    ways = ", ".join(row[0] for row in table(SCORING, "way")).replace("`", "").split(", ")

    assert sorted(ways) == sorted(Combine)


def test_the_limits_of_the_page_are_those_of_the_reader() -> None:
    assert f"{yamltext.MOST_BYTES // 1024} kB" in CHECKING
    assert f"{yamltext.MOST_EVENTS:,} words and values" in CHECKING
    assert f"{yamltext.MOST_DEPTH} steps deep" in CHECKING
