"""The command line, called inside this process: quicker than starting Python each time."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from jobquality.cli import main

HERE = Path(__file__).parent
CAFES = HERE / "cafes.yaml"
WAGES = HERE / "wages.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a command gave back: its exit code and what it said."""

    code: int
    out: str
    err: str


def call(*arguments: str | Path) -> Result:
    """Run a command; a traceback would fail the test."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    code = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Result(code=code, out=_said(out), err=_said(err))


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
