"""The tutorial is held to what the program does: its file, its commands and its table."""

import re
import shutil
from pathlib import Path

import pytest

from tests.golden.command import ROOT, read_rows, run

PAGE = (ROOT / "docs" / "first-standard.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "docs" / "examples"
STANDARD, FACTS = EXAMPLES / "car_washes.yaml", EXAMPLES / "car_washes.csv"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_each_piece_of_the_page_stands_in_the_finished_file(block: str) -> None:
    assert block in STANDARD.read_text(encoding="utf-8")


def test_the_table_of_the_page_is_part_of_the_facts() -> None:
    rows = {(row["employer"], row["criterion"], row["answer"]) for row in read_rows(FACTS)}

    for line in (line for line in PAGE.splitlines() if line.startswith("| SAMPLE")):
        employer, criterion, answer, _ = (cell.strip() for cell in line.strip("|").split("|"))
        assert (employer, criterion, answer) in rows


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_page_works(command: str, tmp_path: Path) -> None:
    shutil.copy(STANDARD, tmp_path / "car_washes.yaml")
    next_year = STANDARD.read_text(encoding="utf-8").replace("2026.1", "2027.1")
    (tmp_path / "car_washes_2027.yaml").write_text(next_year, encoding="utf-8")
    for name in ("car_washes.csv", "old.csv", "new.csv"):
        shutil.copy(FACTS, tmp_path / name)
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)]

    result = run(
        *(tmp_path / word if word.endswith(("yaml", "csv")) else word for word in words[1:])
    )

    assert words[0] == "jobquality"
    assert result.returncode == 0, result.stderr.decode()
