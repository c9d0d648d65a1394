"""Slips of the hand that YAML's parser answers with riddles: each gets a plain sentence."""

import pytest

from tests.pure.rubrics.factories import faults_of

QUOTES = 'Put straight quotes (") around the whole text.'
NO_COLON = (
    "There is no colon and space after the word on this line. "
    "Write 'word: value', with a space after the colon."
)
TAB = "A tab stands here. Use two spaces for each step inwards."
TOO_FAR = (
    "This line is indented too far, or the line before it has no colon after its word. "
    "Write 'word: value', each word exactly below the one above."
)
NOT_IN_LINE = "Start it exactly below the lines it belongs with, two spaces for each step inwards."
AFTER_QUOTE = (
    f"The line goes on after a closing quote. {QUOTES} Inside it use the other kind, “ ” or « »."
)
NO_VALUE = (
    f"A value is missing here, or a comma or bracket stands where a value is expected. {QUOTES}"
)
UNCLOSED_QUOTE = (
    "The quote that opens on this line is not closed. Close the text with the same quote."
)
SLIPS = {
    "a tab for a step inwards": ("a:\n\tb: 1\n", f"line 2: {TAB}"),
    "a tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", f"line 3: {TAB}"),
    "a tab after a dash": ("a:\n  -\tb: 1\n\t  c: 2\n", f"line 2: {TAB}"),
    "a dash forgotten": (
        "a:\n  - b: 1\n  c: 2\n",
        (
            "line 3: This line does not line up with the list above it, or its dash is missing. "
            f"Start an entry with '- '. {NOT_IN_LINE}"
        ),
    ),
    "a dash in the line of the word": (
        "a: - b: 1\n",
        (
            "line 1: A dash stands in the same line as the word of its list. "
            "Put each '- ' on a line of its own, below the word."
        ),
    ),
    "a colon forgotten": ("a: 1\nweight 20\nb: 2\n", f"line 2: {NO_COLON}"),
    "a colon forgotten inside": ("c:\n  - a: 1\n    weight 20\n    b: 2\n", f"line 3: {NO_COLON}"),
    "a colon forgotten at the end": ("a: 1\nweight 20\n", f"line 2: {NO_COLON}"),
    "no space after a colon": ("a: 1\nweight:20\nb: 1\n", f"line 2: {NO_COLON}"),
    "a colon forgotten at the start": ("weight 20\na: 1\n", f"line 2: {TOO_FAR}"),
    "a line too far in": ("a: 1\n  b: 2\n", f"line 2: {TOO_FAR}"),
    "a line not far enough in": (
        "a:\n    b: 1\n  c: 2\n",
        f"line 3: This line does not line up with the lines above it. {NOT_IN_LINE}",
    ),
    "a colon in a text": (
        "ask: What is true: A or B?\nb: 1\n",
        f"line 1: A second colon stands in this line. {QUOTES}",
    ),
    "curly quotes": (
        "ask: “What is true: A or B?”\n",
        (
            "line 1: These are curly quotes; type straight ones. "
            'Straight ones look like this: "text".'
        ),
    ),
    "a quote not closed": ('a: 1\nb: "text\nc: 1\n', f"line 2: {UNCLOSED_QUOTE}"),
    "an apostrophe in single quotes": ("a: 'it's fine'\nb: 1\n", f"line 1: {AFTER_QUOTE}"),
    "quotes inside quotes": ('a: "He said "no" to me"\n', f"line 1: {AFTER_QUOTE}"),
    "text after a quote": ('a: "Yes", unpaid\nb: 1\n', f"line 1: {AFTER_QUOTE}"),
    "a brace not closed": (
        "p:\n  - {from: 1, gives: 2\n  - {from: 3, gives: 4}\n",
        "line 2: The bracket that opens here is not closed with '}'. Add '}' where the entry ends.",
    ),
    "a bracket not closed": (
        "p: [a, b\nq: 1\n",
        "line 1: The bracket that opens here is not closed with ']'. Add ']' where the entry ends.",
    ),
    "a brace too many": ("p: {a: 1}}\nq: 1\n", "line 1: A closing '}' too many. Delete it."),
    "a comma forgotten": (
        "p: {from: 1 gives: 2}\n",
        (
            "line 1: A comma or the closing '}' is missing after '{from: 1 gives'. "
            "Put quotes around a text that has a comma, a colon or a bracket in it."
        ),
    ),
    "a colon in a text in braces": (
        "p: {ask: Is it true: yes, gives: 1}\n",
        (
            "line 1: A comma or the closing '}' is missing after 'Is it true'. "
            "Put quotes around a text that has a comma, a colon or a bracket in it."
        ),
    ),
    "a comma too many": ("p: [a,, b]\n", f"line 1: {NO_VALUE}"),
    "a text that starts with a comma": ("p: , b\n", f"line 1: {NO_VALUE}"),
    "a backslash": (
        'a: "C:\\pay"\n',
        "line 1: A backslash stands between double quotes. Leave it out, or use single quotes.",
    ),
    "an at sign": ("a: @home\n", f"line 1: A text may not start with '@'. {QUOTES}"),
    "a percent sign": ("a: %50\n", f"line 1: A text may not start with '%'. {QUOTES}"),
    "a backtick": ("a: `x`\n", f"line 1: A text may not start with '`'. {QUOTES}"),
    "bold text": ("a: **bold**\n", f"line 1: A text may not start with '*' or '&'. {QUOTES}"),
    "an ampersand": ("a: & more\n", f"line 1: A text may not start with '*' or '&'. {QUOTES}"),
    "a star and a word": (
        "a: *star\n",
        (
            "line 1: The alias '*star' is not allowed. "
            "Write the text out, or put quotes around a text that starts with *."
        ),
    ),
    "an exclamation": (
        "a: !no\n",
        (
            "line 1: The tag '!no' is not allowed. "
            "Leave it out, or put quotes around a text that starts with !."
        ),
    ),
    "two exclamations": ("a: !x!y z\n", f"line 1: A text may not start with '!'. {QUOTES}"),
    "a question mark": ("a: ? what\n", f"line 1: A text may not start with '? '. {QUOTES}"),
    "a sign for greater": (
        "a: > 5 people\n",
        (
            f"line 1: A text may not start with '>' or '|'. {QUOTES} "
            "A long text may run on over several lines, indented further."
        ),
    ),
    "dots and more": (
        "a: 1\n...\nb: 1\n",
        (
            "line 3: This line stands outside of the standard. "
            "Delete lines such as '...' and '---', and what follows them."
        ),
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_in_plain_words_with_its_line(name: str) -> None:
    content, expected = SLIPS[name]

    assert faults_of(content) == [expected]


def test_an_unknown_complaint_of_the_parser_still_names_the_line() -> None:
    found = faults_of("%TAG\na: 1\n")

    assert found[0].startswith("line 1: This line is not well-formed YAML (")
    assert found[0].endswith("spaces at the start, quotes, colons, brackets.")


@pytest.mark.parametrize(
    "text", ["«Sí, sin pago»", "“Yes” or “no”", "¿Usan turnos?", "R&D", "a #1 place"]
)
def test_marks_of_other_languages_need_no_quotes(text: str) -> None:
    found = faults_of(f"title: {text}\n")

    assert all("'rubric'" in fault or "'edition'" in fault or "score" in fault for fault in found)
