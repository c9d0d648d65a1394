"""The page on what follows from a score is held to what the commands say."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jobquality.cli.rubric import rubric as commands
from jobquality.rubrics.bridges import Relation
from jobquality.schemas.costs import COLUMNS
from jobquality.scoring.changes import Cause
from tests.cli.calling import Result, call
from tests.golden.command import ROOT, read_rows
from tests.pure.rubrics.readability import grade

PAGE = (ROOT / "docs" / "after-the-score.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "docs" / "examples"
FACTS_PAGE = (ROOT / "docs" / "facts-files.md").read_text(encoding="utf-8")
MOST_GRADE = 8
SITES = """\
rubric: sites
edition: 2026.1
ranks: competition
dimensions:
  - dimension: place
    each: {part: site, combine: mean, by: site_workers}
    criteria:
      - {criterion: clean, ask: Is it clean?, answer: number, range: {from: 0, under: 10}}
      - {criterion: site_workers, ask: How many work here?, answer: people}
  - dimension: policy
    criteria:
      - {criterion: written, ask: Is it written?, answer: yes_no, needs: url}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A command of the page, and what the page quotes of what it says."""

    command: str
    quoted: tuple[str, ...]


def shown() -> Iterator[Shown]:
    """Yield each command of the page with the text that stands below it."""
    blocks = re.findall(r"```(sh|text)\n(.*?)```", PAGE, re.DOTALL)
    commands = [
        (place, line)
        for place, (kind, text) in enumerate(blocks)
        for line in text.splitlines()
        if kind == "sh"
    ]
    ends = [place for place, _ in commands[1:]] + [len(blocks)]
    for (place, command), end in zip(commands, ends, strict=True):
        texts = (text for kind, text in blocks[place:end] if kind == "text")
        yield Shown(command=command, quoted=tuple("\n".join(texts).splitlines()))


SHOWN = tuple(shown())


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Result]]:
    """Run every command of the page once, in its order, in one folder."""
    folder = tmp_path_factory.mktemp("examples") / "here"
    shutil.copytree(EXAMPLES, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield {one.command: call(*words(one.command)) for one in SHOWN}


def cells_of(text: str) -> list[list[str]]:
    """Return the cells of each line of a table."""
    lines = (line for line in text.splitlines() if line.startswith("|"))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def words(command: str) -> list[str]:
    """Return the words of a command after its name."""
    return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][1:]


def prose(page: str) -> str:
    """Return what people read: no code, no tables, one full stop after each entry of a list."""
    page = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    lines = (line.lstrip("- ").strip() for line in page.splitlines() if line[:1] not in "|#")
    text = "\n".join(line if line[-1:] in ".?!:" else f"{line}." for line in lines if line)
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("*", "")


def test_the_page_is_understood_after_eight_years_of_school() -> None:
    assert len(prose(PAGE)) > 5_000
    assert grade(prose(PAGE)) <= MOST_GRADE


@pytest.mark.parametrize("one", SHOWN, ids=[one.command for one in SHOWN])
def test_each_command_of_the_page_says_what_the_page_quotes(
    one: Shown, said: dict[str, Result]
) -> None:
    result = said[one.command]
    lines = iter(result.out.splitlines())

    assert one.command.startswith("jobquality ")
    assert result.code == 0, result.err
    # Each line is looked for after the one before: `in` reads on where it stopped.
    assert [line for line in one.quoted if line and line not in lines] == []


def test_most_commands_of_the_page_are_quoted() -> None:
    assert sum(bool(one.quoted) for one in SHOWN) >= len(SHOWN) - 2
    assert sum(len(one.quoted) for one in SHOWN) > 40


def test_the_costs_of_the_page_are_those_of_the_examples() -> None:
    rows = [list(row.values()) for row in read_rows(EXAMPLES / "car_wash_costs.csv")]

    assert rows
    assert [row for row in rows if row not in cells_of(PAGE)] == []


def test_the_bridge_and_the_cohort_of_the_page_stand_in_the_examples() -> None:
    files = ("car_washes_bridge.yaml", "car_wash_pay.yaml")
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)

    assert len(blocks) == len(files)
    for block, name in zip(blocks, files, strict=True):
        assert block in (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "known"),
    [("`relation`", set(Relation)), ("cause", set(Cause)), ("column", set(COLUMNS))],
)
def test_a_table_of_the_page_names_all_that_there_is(heading: str, known: set[str]) -> None:
    table = PAGE[PAGE.index(f"| {heading} |") :].partition("\n\n")[0]
    first = ", ".join(row[0] for row in cells_of(table)[2:]).replace("`", "")

    assert set(first.split(", ")) == known


@pytest.mark.parametrize("name", ["car_washes_2027.yaml", "car_wash_pay.yaml"])
def test_the_tests_of_an_example_come_out(name: str) -> None:
    assert call("rubric", "test", EXAMPLES / name).code == 0


def test_the_commands_for_a_standard_are_those_of_its_page() -> None:
    page = (ROOT / "docs" / "rubric-language.md").read_text(encoding="utf-8")
    table = page[page.index("| command |") :].partition("\n\n")[0]

    assert {row[0].split()[1].strip("`") for row in cells_of(table)[2:]} == set(commands.commands)


def test_the_parts_of_the_page_on_facts_are_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elm Street has 8 of 10 and 30 workers, Ash Road 4 and 10: 70 of 100."""
    table = FACTS_PAGE[FACTS_PAGE.index("| employer | part |") :].partition("\n\n")[0]
    header, _, *rows = cells_of(table)
    monkeypatch.chdir(tmp_path)
    Path("sites.yaml").write_text(SITES, encoding="utf-8")
    Path("sites.csv").write_text("\n".join(map(",".join, [header, *rows])), encoding="utf-8")

    lines = call("score", "sites.yaml", "sites.csv", "--nodes", "all").out.splitlines()

    place = [line.split(",") for line in lines if ",place," in line]
    assert [(row[1], row[6]) for row in place] == [
        ("", "70"), ("site/elm-street", "80"), ("site/ash-road", "40"),
    ]  # fmt: skip
    assert any(",written,,unknown," in line and "it does not count" in line for line in lines)
    assert "SAMPLE Oak,,main,rank,,value,1,,,,,," in lines


def test_the_calculation_of_the_page_on_facts_is_what_is_explained() -> None:
    files = (EXAMPLES / "car_washes.yaml", EXAMPLES / "car_washes.csv")
    quoted = re.findall(r"```text\n(.*?)```", FACTS_PAGE, re.DOTALL)[-1]

    explained = call("score", *files, "--explain", "SAMPLE Foam and Go").out

    # On the page it stands two steps further out.
    assert "".join(f"  {line}\n" for line in quoted.splitlines()) in explained
