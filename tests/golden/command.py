"""The real command, run the way a person runs it; and what a score file says."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run `jobquality` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jobquality.cli", *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=300,
    )


def scored(*arguments: str | Path) -> list[dict[str, str]]:
    """Return the rows of the score file that `jobquality score` prints."""
    result = run("score", *arguments)
    assert result.returncode == 0, result.stderr.decode()
    return list(csv.DictReader(io.StringIO(result.stdout.decode())))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a published file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_facts(
    path: Path, rows: Iterable[Mapping[str, object]], columns: Sequence[str] = ()
) -> Path:
    """Write a facts file; `columns` are those of the first row unless they are given."""
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or tuple(listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    return path
