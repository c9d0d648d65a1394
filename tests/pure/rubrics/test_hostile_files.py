"""Files that are made to break a reader. The dangerous ones are read in a process of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

import jobquality
from jobquality.rubrics import yamltext
from jobquality.rubrics.nodes import Text
from tests.pure.rubrics.factories import faults_of, load, rubric_text

ROOT = Path(jobquality.__file__).parent.parent
#: For the process to start on a busy machine; what the reader itself may take is below.
MOST_SECONDS = 60
#: The kernel ends the reader after one second of work, or where it takes more memory than this.
READER = """
import resource, signal, sys
from jobquality.errors import FaultsError
from jobquality.rubrics.loader import load_rubric
content = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))
signal.setitimer(signal.ITIMER_PROF, 1.0)
try:
    load_rubric(content, parameters={})
except FaultsError as error:
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(error.faults[0])
"""
MERGE_KEYS = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BRACKETS = "Lists and words are nested more than 24 deep."
TOO_MANY = "The file has more than 40000 words and values."
ONE = """\
rubric: r
edition: 2026.1
criteria:
  - {criterion: c, ask: Q, answer: yes_no}
# A standard that can be used, but for what follows.
"""
DANGEROUS = {
    "nested merge keys": (MERGE_KEYS, "line 1: The anchor '&a' is not allowed."),
    "billion laughs": (LAUGHS, "line 1: The anchor '&a' is not allowed."),
    "200,000 opening brackets": ("[" * 200_000, f"line 1: {BRACKETS}"),
    "200,000 opening braces": ("a: " + "{" * 200_000, f"line 1: {BRACKETS}"),
    "100,000 nested pairs": ("[a: " * 100_000, f"line 1: {BRACKETS}"),
    "200,000 dashes": ("- " * 200_000, f"line 1: {BRACKETS}"),
    "200,000 question marks": ("? " * 200_000, f"line 1: {BRACKETS}"),
    "deep block nesting": (
        "".join("  " * depth + "a:\n" for depth in range(500)),
        f"line 25: {BRACKETS}",
    ),
    "a flood of words": ("a: [" + "b," * 200_000, f"line 1: {TOO_MANY}"),
    "a flood of dashes": ("a:\n" + "- \n" * 150_000, f"line 39998: {TOO_MANY}"),
    "a flood of anchors": ("a: " + "&x " * 100_000, "line 1: The anchor '&x' is not allowed."),
    "one endless word": ("b " * 250_000 + ": 1", "line 1: This line is indented too far"),
    "one endless quote": ('a: "' + '\\"' * 200_000, "line 1: The quote that opens on this line"),
    "half a megabyte of notes": ("#\n" * 250_000, "line 1: The file holds notes only."),
    "more than half a megabyte": (
        "a: b\n" * 110_000,
        "line 104858: The file is larger than 512 kB.",
    ),
    "100,000 documents": ("---\n" * 100_000, "line 2: A second document ('---') starts here."),
    "a tag that runs code": (
        "a: !!python/object/apply:os.system [exit]\n",
        "line 1: The tag 'tag:yaml.org,2002:python/object/apply:os.system' is not allowed.",
    ),
    "a chain of 3,000 figures": (
        "criteria:\n"
        + "".join(
            f"  - {{criterion: c{number}, ask: Q, answer: people, of: [c{number + 1}]}}\n"
            for number in range(3_000)
        ),
        "line 1: The top of the file has no 'rubric'.",
    ),
    "2,500 readings of criteria that are not there": (
        f"{ONE}scorings:\n"
        + "".join(
            f"  - {{scoring: s{one}, weight: {{x{one}: 0, y{one}: 1, total: 0}}}}\n"
            for one in range(2_500)
        ),
        "line 7: The scoring 's0' weighs 'x0', which is not scored.",
    ),
    "2,500 levels of names that are not there": (
        f"{ONE}levels:\n"
        + "".join(
            f"  - {{level: l{one}, from: {{x{one}: 1, y{one}: 2}}}}\n" for one in range(2_500)
        ),
        "line 7: The level 'l0' names 'x0', which is not scored.",
    ),
    "2,000 tests of questions that are not there": (
        f"{ONE}tests:\n"
        + "".join(
            f"  - {{ask: T, answer: {{x{one}: 1, y{one}: 2}}, gives: {{z{one}: 1}}}}\n"
            for one in range(2_000)
        ),
        "line 7: The test answers 'x0', which is not asked.",
    ),
    "4,000 bands that fall": (
        "rubric: r\nedition: 2026.1\ncriteria:\n  - criterion: c\n    ask: Q\n    answer: days\n"
        "    points:\n"
        + "".join(f"      - {{from: {4_000 - one}, gives: 1}}\n" for one in range(4_000)),
        "line 8: Nothing says what a number under 4000 gives.",
    ),
    "9,000 boxes of one name": (
        "rubric: r\nedition: 2026.1\ncriteria:\n  - criterion: c\n    ask: Q\n"
        "    answer: checklist\n    of:\n" + "      - {answer: b}\n" * 9_000,
        "line 1: The standard has nothing to score.",
    ),
    "2,000 dimensions that are one": (
        "rubric: r\nedition: 2026.1\ndimensions:\n"
        + "  - {dimension: d, criteria: [{criterion: c, ask: Q, answer: yes_no}]}\n" * 2_000,
        "line 5: The id 'd' is used twice; first on line 4.",
    ),
    "15,000 curly quotes": ("a: “b”\n" * 15_000, "line 1: These are curly quotes"),
    "40,000 commas in braces": ("a: {b: c" + ", d" * 19_000 + "}", "line 1: In braces the comma"),
    "400,000 digits": (
        f"{ONE}rounding: {{digits: {'9' * 400_000}}}",
        "line 6: This text has 400000 letters; 2000 is the most.",
    ),
    "9,000 misspelt words": (
        "\n".join(f"k{number:05}{'a' * 27}: 1" for number in range(9_000)),
        "line 1: The top of the file has no 'rubric'.",
    ),
}


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_dangerous_file_is_refused_and_the_process_lives(name: str) -> None:
    content, expected = DANGEROUS[name]

    done = subprocess.run(
        [sys.executable, "-c", READER],
        input=content.encode(),
        capture_output=True,
        cwd=ROOT,
        timeout=MOST_SECONDS,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().startswith(expected)


def test_the_command_line_refuses_a_dangerous_file_in_words(tmp_path: Path) -> None:
    file = tmp_path / "brackets.yaml"
    file.write_text("[" * 200_000)

    done = subprocess.run(
        [sys.executable, "-m", "jobquality.cli", "rubric", "check", str(file)],
        capture_output=True,
        cwd=ROOT,
        timeout=MOST_SECONDS,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"{file} has a fault:\nline 1: {BRACKETS} Look for brackets too many.\n"
    )


REFUSED = {
    "an anchor": (b"a: &x 1", "line 1: The anchor '&x' is not allowed."),
    "an alias": (b"a: 1\nb: *x", "line 2: The alias '*x' is not allowed."),
    "a merge key": (b"a: 1\nb:\n  <<: {c: 1}", "line 3: The merge key '<<' is not allowed."),
    "a tag": (b"a: 1\nb: !!binary aGk=", "line 2: The tag 'tag:yaml.org,2002:binary' is not"),
    "a short tag": (b"a: !ruby 1", "line 1: The tag '!ruby' is not allowed."),
    "a directive": (b"%YAML 1.1\n---\na: 1", "line 1: A YAML directive"),
    "a tag directive": (b"%TAG ! x:\n---\na: 1", "line 1: A YAML directive"),
    "an unknown directive": (b"%X\n---\na: 1", "line 1: A line may not start with '%'."),
    "two documents": (b"a: 1\n---\nb: 2", "line 2: A second document ('---') starts here."),
    "a list as a word": (b"a: 1\n[b, c]: 2", "line 2: A list or group stands where a word"),
    "a group as a word": (b"? {b: c}\n: 2", "line 1: A list or group stands where a word"),
    "a list at the top": (b"- a: 1", "line 1: The file does not start with a word and a colon."),
    "a start and nothing": (b"---\n ", "line 2: The file does not start with a word and a colon."),
    "a text at the top": (b"hello", "line 1: The file does not start with a word and a colon."),
    "nothing": (b"", "line 1: The file is empty."),
    "white space": (b" \n\t\n", "line 1: The file is empty."),
    "notes": (b"# nothing\n", "line 1: The file holds notes only."),
    "Latin 1": ("a: 1\nb: Cafetería".encode("latin-1"), "line 2: This line is not UTF-8 text."),
    "UTF-16": ("a: 1".encode("utf-16"), "line 1: This line is not UTF-8 text."),
    "a lone surrogate": (b"a: 1\nb: \xed\xa0\x80", "line 2: This line is not UTF-8 text."),
    "a surrogate as an escape": (b'a: "\\uD800"', "line 1: A backslash stands between double"),
    "NUL": (b"a: 1\nb: x\x00", "line 2: There is a control character (U+0000) on this line."),
    "NUL as an escape": (b'a: 1\nb: "\\x00"', "line 2: There is a control character (U+0000) in"),
    "an escape sequence": (b"a: \x1b[31m", "line 1: There is a control character (U+001B)"),
    "delete": (b"a: \x7f", "line 1: There is a control character (U+007F)"),
    "text that runs backwards": ("a: 1\nb: \u202e1".encode(), "line 2: There is an invisible"),
    "an isolate": ("a: \u2066x".encode(), "line 1: There is an invisible character (U+2066)"),
    "a zero-width space": ("a: x\u200by".encode(), "line 1: There is an invisible character"),
    "a soft hyphen": ("a: x\u00ady".encode(), "line 1: There is an invisible character (U+00AD)"),
    "a tag character": ("a: x\U000e0041".encode(), "line 1: There is an invisible character"),
    "a second BOM": (b"a: 1\n\xef\xbb\xbfb: 2", "line 2: There is an invisible character"),
    "a noncharacter": ("a: \uffff".encode(), "line 1: There is a code that is no character"),
    # YAML ends a note at each of these, so that what an editor shows as a note would count.
    "a line end hidden in a note": ("a: 1\n# x\u2028b: 2".encode(), "line 2: There is an invis"),
    "a next-line in a note": ("a: 1\n# x\u0085b: 2".encode(), "line 2: There is a control char"),
    "a carriage return in a note": (b"a: 1\n# x\rb: 2", "line 2: A line ends with a lone carr"),
    "a word of 101 letters": (b"a" * 101 + b": 1", "line 1: The word before a colon has more"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_hide_what_a_file_says_is_refused_with_its_line(name: str) -> None:
    content, expected = REFUSED[name]

    assert faults_of(content)[0].startswith(expected)


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        (".nan", "line 5: 'weight: .nan' is not a number."),
        ("-1", "line 5: A weight must be above 0."),
        ("0", "line 5: A weight must be above 0."),
        ("1e3", "line 5: 'weight: 1e3' is not a number."),
        (".inf", "line 5: 'weight: .inf' is not a number."),
        ("0x3C", "line 5: 'weight: 0x3C' is not a number."),
        ("22:30", "line 5: 'weight: 22:30' is not a number."),
        ("NO", "line 5: 'weight: NO' is not a number."),
        ("59", "line 1: The weights here add up to 99, not 100: wages 59, scheduling 40."),
        ('"{{60}}"', "line 5: 'weight: {{60}}' is not a number."),
        ("=60", "line 5: 'weight: =60' is not a number."),
        ("٦٠", "line 5: 'weight: ٦٠' is not a number."),
    ],
)
def test_a_weight_that_is_none_is_refused_with_its_line(weight: str, said: str) -> None:
    assert faults_of(rubric_text(("weight: 60", f"weight: {weight}")))[0].startswith(said)


def test_a_word_that_stands_twice_is_refused_with_both_lines() -> None:
    found = faults_of(rubric_text(("weight: 60", "weight: 60\n    weight: 90")))

    assert found == ["line 6: 'weight' stands twice; the first is on line 5. Keep one of them."]


@pytest.mark.parametrize(
    "text", ["NO", "no", "yes", "010", "0x1F", "22:30", ".nan", "1e3", "~", "null", "2026-01-01"]
)
def test_a_value_stays_the_text_that_it_is(text: str) -> None:
    document = yamltext.parse(f"answer: {text}".encode())

    [(_, node)] = document.tree.entries
    assert node == Text(text=text, line=1)


def test_a_leading_zero_does_not_make_a_number_octal() -> None:
    rubric = load(rubric_text(("from: 7,", "from: 007,"), ("under: 7,", "under: 07,")))

    assert rubric.name == "corner_cafes@2026.1"


def test_a_file_may_start_with_a_byte_order_mark() -> None:
    assert load(b"\xef\xbb\xbf" + rubric_text().encode()).id == "corner_cafes"


def test_a_file_may_have_the_line_ends_of_windows() -> None:
    windows = load(rubric_text().replace("\n", "\r\n"))

    assert windows.scoring_hash == load(rubric_text()).scoring_hash


def test_a_label_that_looks_like_code_stays_a_text() -> None:
    label = "<script>{{7*7}} =HYPERLINK(..) %s{0.__class__}"
    rubric = load(rubric_text(('"Yes, unpaid"', f'"{label}"')))

    question = next(one for one in rubric.questions() if one.id == "on_call")
    assert isinstance(question.points, tuple)
    assert getattr(question.points[0], "ask", "") == label


def test_a_long_text_is_refused_with_its_length() -> None:
    found = faults_of(rubric_text(("A good cafe", "x" * 10_000)))

    assert found == ["line 50: This text has 10000 letters; 2000 is the most. Make it shorter."]


def test_very_many_faults_are_cut_where_nobody_reads_on() -> None:
    found = faults_of("\n".join(f"word{number}: 1" for number in range(2_000)))

    assert len(found) == 1_001
    assert found[-1].startswith("There are 1003 more faults.")


def test_150_criteria_in_two_languages_fit() -> None:
    asked = "How many of the workers were told of it in writing? " * 8
    words = "¿A cuántos de los trabajadores se lo dijeron por escrito? " * 8
    criteria = "".join(
        f"  - criterion: criterion_{number}\n    ask: {asked}\n    help: {words}\n"
        f"    answer: percent\n    evidence: [records, interviews]\n    points:\n"
        + "".join(
            f"      - {{from: {20 * step}, gives: {step}, basis: data, source: A study}}\n"
            for step in range(5)
        )
        for number in range(150)
    )

    rubric = load(f"rubric: large\nedition: 2026.1\ncriteria:\n{criteria}")

    assert len(list(rubric.questions())) == 150
