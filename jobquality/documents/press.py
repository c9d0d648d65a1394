"""The parent's side: one drawing process for each process of ours, watched and replaced."""

import contextlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Timer
from typing import BinaryIO, cast

from jobquality.documents.sheet import (
    LARGEST_PDF,
    LARGEST_SHEET,
    READY,
    MessageError,
    Outcome,
    Sheet,
    dump_sheet,
    read_message,
    write_message,
)
from jobquality.errors import BusyError, RefusedError, SetupError

_LOG = logging.getLogger(__name__)
_WORKER = "jobquality.documents.worker"
_ROOT = Path(__file__).parent.parent.parent
#: All of our own environment that the worker gets to see; none of it is a secret.
_PASSED_ON = ("PATH", "SYSTEMROOT", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "TMPDIR", "TEMP")
_TOO_MUCH = (
    "This document is too large to be drawn, or took too long. Shorten the longest texts, or ask "
    "for a smaller part."
)
_MISSING = (
    "PDF documents cannot be made here: a library of the system is missing. Install Pango and "
    "HarfBuzz (see docs/administrator.md) and start again."
)
_BUSY = "Another document is being made at this moment. Please try again in a few seconds."


class DrawingError(RuntimeError):
    """A document asked for something that is not ours: a fault in a template, never a reader's."""


@dataclass(slots=True, kw_only=True)
class Press:
    """Draws one document at a time in a process that is replaced now and then.

    `seconds` is how long one document may take, `patience` how long others wait for their
    turn, `documents` after how many the process is replaced, since what it draws may leave
    something behind.
    """

    seconds: float = 20
    patience: float = 30
    documents: int = 100
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    _lock: Lock = field(default_factory=Lock, init=False)
    _worker: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    _folder: str = field(default="", init=False)
    _owner: int = field(default=0, init=False)
    _drawn: int = field(default=0, init=False)

    def draw(self, sheet: Sheet) -> bytes:
        """Return the PDF of a sheet.

        Raises:
            BusyError: others were before us for too long.
            RefusedError: it is too large, or took too long; the process was replaced.
            SetupError: this installation cannot draw: a library of the system is missing.
        """
        message = dump_sheet(sheet)
        if len(message) > LARGEST_SHEET:
            raise RefusedError(_TOO_MUCH)
        self._forget_parents_worker()
        if not self._lock.acquire(timeout=self.patience):
            raise BusyError(_BUSY)
        try:
            return self._print(message)
        finally:
            self._lock.release()

    def close(self) -> None:
        """Let the process go; one that a parent of ours started is left to it."""
        self._forget_parents_worker()
        with self._lock:
            self._let_go()

    @property
    def worker_id(self) -> int | None:
        """The id of the process that draws, if there is one at this moment."""
        return self._worker.pid if self._worker else None

    def _forget_parents_worker(self) -> None:
        """After a fork the pipes are still the parent's: two of us would mix their documents."""
        if self._owner != os.getpid():
            self._owner, self._worker, self._lock = os.getpid(), None, Lock()

    def _print(self, message: bytes) -> bytes:
        worker = self._ready()
        watch = Timer(self.seconds, worker.kill)
        watch.start()
        try:
            outcome, drawn = _ask(worker, message)
        finally:
            watch.cancel()
        self._drawn += 1
        if outcome is not Outcome.DRAWN or self._drawn >= self.documents:
            self._let_go()
        return _judge(outcome, drawn)

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self._worker is None or self._worker.poll() is not None:
            self._let_go()
            self._folder = tempfile.mkdtemp(prefix="jobquality-")
            self._worker, self._drawn = _start(self.environment, self._folder), 0
        return self._worker

    def _let_go(self) -> None:
        if self._worker is None:
            return
        for pipe in (self._worker.stdin, self._worker.stdout):
            with contextlib.suppress(OSError):
                cast("BinaryIO", pipe).close()
        self._worker.kill()
        self._worker.wait()
        self._worker = None
        # It was killed, and could not tidy up what the library lays down for its fonts.
        shutil.rmtree(self._folder, ignore_errors=True)


def _start(environment: Mapping[str, str], folder: str) -> "subprocess.Popen[bytes]":
    worker = subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
        [sys.executable, "-m", _WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**_clean(environment), "TMPDIR": folder},
    )
    try:
        read_message(cast("BinaryIO", worker.stdout), at_most=len(READY))
    except MessageError as error:
        worker.wait()
        shutil.rmtree(folder, ignore_errors=True)
        raise SetupError(_MISSING) from error
    return worker


def _ask(worker: "subprocess.Popen[bytes]", message: bytes) -> tuple[Outcome, bytes]:
    answers = cast("BinaryIO", worker.stdout)
    try:
        write_message(cast("BinaryIO", worker.stdin), message)
        outcome = Outcome(read_message(answers, at_most=100).decode())
        return outcome, read_message(answers, at_most=LARGEST_PDF)
    except (MessageError, BrokenPipeError):
        # Killed by its watch or by the limit of its memory, or it broke.
        worker.kill()
        worker.wait()
        return Outcome.TOO_MUCH, b""


def _judge(outcome: Outcome, drawn: bytes) -> bytes:
    if outcome is Outcome.DRAWN:
        return drawn
    if outcome is Outcome.REFUSED:
        raise DrawingError(f"A document asked for what is not ours: {drawn.decode()[:500]}")
    _LOG.warning("A document could not be drawn within its limits.")
    raise RefusedError(_TOO_MUCH)


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    kept = {name: environment[name] for name in _PASSED_ON if name in environment}
    return {**kept, "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
