"""How long `jobquality score` takes on a large file, as a multiple of reading and writing it.

Each is a fresh process. The baseline imports pandas, reads the same file as text and writes
one column back. With `--all`, a small file is scored with `--nodes all` too, cell by cell.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks._workload import HEADCOUNT, PLACES, employers, the_rubric, the_text
from jobquality.scoring.table.columns import Columns

EMPLOYERS, FEW = 100_000, 1_000
_GRADES = np.array(["E0", "E1", "E2", "E3", "E4"])
_BASELINE = """
import sys, pandas
frame = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
frame[["employer"]].to_csv(sys.argv[2], index=False)
"""
_ROUNDS = 3


def main() -> None:
    """Print one line a process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the employers")
    parser.add_argument("--all", action="store_true", help="score every node of a small file")
    options = parser.parse_args()
    size = EMPLOYERS // 10 if options.quick else EMPLOYERS
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(folder), size, with_all=options.all)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of a process {most:.0f} MB")


def _compare(folder: Path, size: int, *, with_all: bool) -> None:
    (folder / "workload.yaml").write_text(the_text())
    file = _written(folder / "facts.csv", employers(the_rubric(), size))
    out = str(folder / "out.csv")
    pandas = _timed([sys.executable, "-c", _BASELINE, str(file), out])
    scored = _timed(_scoring(folder, file))
    print(f"{size:,} employers x 40 criteria, {file.stat().st_size / 2**20:.1f} MB")
    print(f"pandas reads and writes {pandas * 1000:8.0f} ms")
    print(f"jobquality score        {scored * 1000:8.0f} ms = {scored / pandas:.1f} x pandas")
    if with_all:
        few = _written(folder / "few.csv", employers(the_rubric(), FEW))
        each = _timed([*_scoring(folder, few), "--nodes", "all"]) * size / FEW
        print(f"--nodes all, scaled     {each * 1000:8.0f} ms = {each / pandas:.1f} x pandas")


def _scoring(folder: Path, file: Path) -> list[str]:
    given = [str(folder / "workload.yaml"), str(file), "--out", str(folder / "out.csv")]
    return [sys.executable, "-m", "jobquality.cli", "score", *given, "--on", "2026-03-01"]


def _timed(command: list[str]) -> float:
    """Return the shortest of several runs, in seconds."""
    taken = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def _written(file: Path, columns: Columns) -> Path:
    frame = pd.DataFrame({"employer": [f"SAMPLE {number}" for number in range(columns.size)]})
    frame["profile.place"] = np.array(PLACES)[columns.profile["place"].codes]
    frame["profile.headcount"] = HEADCOUNT
    frame["grade"] = _GRADES[columns.grade]
    for name, answers in columns.answers.items():
        if answers.numbers is not None:
            frame[name] = answers.numbers
        elif answers.codes is not None:
            frame[name] = _texts(name, answers.codes)
    frame.to_csv(file, index=False)
    return file


def _texts(name: str, codes: np.ndarray) -> list[str]:
    """Return answers as people write them; the last of the words stands for no answer."""
    words = ["none_found", "found", ""]
    if name.endswith(("_written", "_paid")):
        words = ["no", "yes", ""]
    elif name.endswith(("_steps", "_rights")):
        words = [*map(str, range(6)), ""]
    return [words[code] for code in codes.tolist()]


if __name__ == "__main__":
    main()
