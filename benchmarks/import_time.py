"""How long the parts take to import, as a multiple of starting Python with nothing.

A ratio holds on a fast and on a slow machine alike; the seconds beside it are this machine's.
"""

import subprocess
import sys
import time

PARTS = (
    "jobquality.rubrics.loader",
    "jobquality.scoring.score",
    "jobquality.store.database",
    "jobquality.app",
)
ROUNDS = 7


def main() -> None:
    """Print one line a part."""
    nothing = seconds_to_run("pass")
    print(f"{'nothing':28} {nothing * 1000:6.0f} ms")
    for part in PARTS:
        taken = seconds_to_run(f"import {part}")
        print(f"{part:28} {taken * 1000:6.0f} ms  = {taken / nothing:5.1f} x nothing")


def seconds_to_run(program: str) -> float:
    """Return the shortest of several runs: what else the machine does only ever adds."""
    return min(_seconds(program) for _ in range(ROUNDS))


def _seconds(program: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
