"""Slips that YAML reads as something else: a comma in a text, a colon without a space."""

import pytest

from tests.pure.rubrics.factories import Change, faults_after, faults_of
from tests.pure.rubrics.parameter_files import faults_of_parameters, parameter_text

CURLY = 'These are curly quotes; type straight ones. Straight ones look like this: "text".'
QUOTE = 'Put straight quotes (") around the whole text'
POINT = "Write decimals with a point (7.25), and nothing between thousands (1000)."
NUMBER = "Use a point for decimals (7.25), and nothing between thousands (1000)."
NEVER = "{answer: never, ask: Never, gives: 2}"
LONG = "We look at the papers of the last twelve months"

COMMAS: dict[str, tuple[Change, str]] = {
    "in a choice": (
        (NEVER, "{answer: never, ask: No papers, no notice, gives: 2}"),
        (
            "line 34: In braces the comma before 'no notice' starts a new word. "
            f'{QUOTE}: "No papers, no notice".'
        ),
    ),
    "in a choice twice": (
        (NEVER, "{answer: never, ask: No papers, no notice, nothing, gives: 2}"),
        (
            "line 34: In braces the comma before 'no notice' starts a new word. "
            f'{QUOTE}: "No papers, no notice, nothing".'
        ),
    ),
    "in a long text": (
        (NEVER, f"{{answer: never, ask: {LONG}, {LONG}, gives: 2}}"),
        f"line 34: In braces the comma before '{LONG}' starts a new word. {QUOTE}.",
    ),
    "in a source": (
        ("source: City code", "source: City code, 2026"),
        (
            f"line 14: In braces the comma before '2026' starts a new word. {QUOTE}: "
            '"City code, 2026".'
        ),
    ),
    "in points": (
        ("{from: 15, gives: 1}", "{from: 15, gives: 1,5}"),
        f"line 13: There is a comma in the number '1,5'. {POINT}",
    ),
    "in a test": (
        ("{lowest_pay: 18,", "{lowest_pay: 1,000,000,"),
        f"line 51: There is a comma in the number '1,000,000'. {POINT}",
    ),
    "in the number of a band": (
        ("{from: 15, gives: 1}", "{from: 1,000, gives: 1}"),
        f"line 13: 'from: 1,000' is not a number. {NUMBER}",
    ),
}


@pytest.mark.parametrize("name", COMMAS)
def test_a_comma_in_braces_is_named_once(name: str) -> None:
    change, expected = COMMAS[name]

    assert faults_after(change) == [expected]


def test_a_decimal_comma_is_named_once_for_each_number() -> None:
    found = faults_after(
        ("{under: 15, gives: 0}", "{under: 0,70, gives: 0}"),
        ("{from: 15, gives: 1}", "{from: 0,70, gives: 1}"),
        ("{from: 18,", "{from: 0,85,"),
    )

    assert found == [
        f"line {line}: '{band}' is not a number. {NUMBER}"
        for line, band in ((12, "under: 0,70"), (13, "from: 0,70"), (14, "from: 0,85"))
    ]


def test_a_decimal_comma_on_a_line_of_its_own_is_named_once() -> None:
    found = faults_after(
        ("{from: 15, gives: 1}", "from: 15,5\n            gives: 1"),
    )

    assert found == [f"line 13: 'from: 15,5' is not a number. {NUMBER}"]


def test_a_comma_in_the_source_of_a_figure_is_named() -> None:
    row = "place: TX, from: 2026-01-01, value: 9, note: Minutes of 12 January, 2026"

    assert faults_of_parameters(parameter_text(row)) == [
        (
            "line 6: In braces the comma before '2026' starts a new word. "
            f'{QUOTE}: "Minutes of 12 January, 2026".'
        )
    ]


def test_a_word_that_waits_for_its_value_is_no_rest_of_a_text() -> None:
    found = faults_after((NEVER, "{answer: never, ask: Never, source, gives: 2}"))

    assert found == [
        (
            "line 34: 'source' is empty. "
            "Write its value after the colon, or leave the word out. A # starts a note."
        )
    ]


def test_a_comma_after_a_quoted_text_starts_a_word_that_nobody_knows() -> None:
    found = faults_after((NEVER, '{answer: never, ask: "Never", at all, gives: 2}'))

    assert found == [
        (
            "line 34: 'at all' is not a word of a line of 'points'. "
            "See the list of words in docs/rubric-language.md."
        )
    ]


SPACES: dict[str, tuple[Change, list[str]]] = {
    "in a condition": (
        ("answer: days", "answer: days\n        applies: {tipped_workers:yes}"),
        [
            (
                "line 23: There is no space after the colon of 'tipped_workers'. "
                "Put a space after the colon: tipped_workers: yes."
            )
        ],
    ),
    "in a band": (
        ("{from: 15, gives: 1}", "{from:15, gives:1}"),
        [
            (
                "line 13: There is no space after the colon of 'from'. "
                "Put a space after the colon: from: 15."
            ),
            (
                "line 13: There is no space after the colon of 'gives'. "
                "Put a space after the colon: gives: 1."
            ),
        ],
    ),
    "before a quoted text with a comma": (
        (NEVER, '{answer: never, ask:"Never, ever", gives: 2}'),
        [
            (
                "line 34: There is no space after the colon of 'ask'. "
                'Put a space after the colon: ask: "Never.'
            )
        ],
    ),
    "in a test": (
        ("{lowest_pay: 18,", "{profile.place:TX, lowest_pay: 18,"),
        [
            (
                "line 51: There is no space after the colon of 'profile.place'. "
                "Put a space after the colon: profile.place: TX."
            )
        ],
    ),
}


@pytest.mark.parametrize("name", SPACES)
def test_a_space_forgotten_after_a_colon_is_asked_for(name: str) -> None:
    change, expected = SPACES[name]

    assert faults_after(change) == expected


WRAPPED: dict[str, tuple[Change, int]] = {
    "around a text": (("ask: How many days of notice?", "ask: “How many days?”"), 21),
    "around a text in braces": (("ask: Never,", "ask: “Never”,"), 34),
    "around a text with a comma": (("ask: Never,", "ask: “Never, not once”,"), 34),
    "around a word": (("criterion: openings", "criterion: “openings”"), 36),
    "around a number": (("weight: 60", "weight: ”60”"), 5),
    "around an entry of a list": (("[payroll_export]", "[“payroll_export”]"), 15),
    "around a word before its colon": (("    weight: 60", "    “weight”: 60"), 5),
    "single": (("ask: Never,", "ask: \u2018Never\u2019,"), 34),
    "single, with a comma": (("ask: Never,", "ask: \u2018Never, no\u2019,"), 34),
    "that only open": (("ask: Never,", "ask: “Never,"), 34),
    "that only close": (("ask: Never,", "ask: Never”,"), 34),
    "closed by a straight one": (("ask: Never,", 'ask: “Never",'), 34),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_curly_quotes_where_straight_ones_stand_are_named(name: str) -> None:
    change, line = WRAPPED[name]

    assert faults_after(change) == [f"line {line}: {CURLY}"]


@pytest.mark.parametrize(
    "line",
    [
        "ask: “What is true: A or B?”",
        "  - ask: “What is true: A or B?”",
        "a: {ask: “Is it true: yes”, gives: 1}",
        "a: {ask: \u2018Is it true: yes\u2019, gives: 1}",
        "a: [“is it true: yes: no”]",
    ],
)
def test_curly_quotes_are_the_cause_of_what_yaml_cannot_read(line: str) -> None:
    assert faults_of(f"{line}\n") == [f"line 1: {CURLY}"]


@pytest.mark.parametrize(
    "text",
    [
        "Do workers’ centers know?",
        "the workers’",
        "’Tis the season",
        "“Yes” or “no”",
        "“Tips” are shared?",
        "Do you call it “tips” here?",
        "They call it “tips”, we do not",
    ],
)
def test_curly_marks_inside_a_sentence_are_fine(text: str) -> None:
    with_text = faults_of(f"title: {text}\n")

    assert not [fault for fault in with_text if "curly" in fault]
