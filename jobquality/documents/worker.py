"""The process that draws: `python -m jobquality.documents.worker`, one sheet after the other.

It gets a clean environment, little memory and no way out: it may not connect to anything or
start a program, whatever stands in a document.
"""

import os
import sys
from typing import BinaryIO

from jobquality.documents.sheet import (
    LARGEST_SHEET,
    READY,
    MessageError,
    Outcome,
    load_sheet,
    read_message,
    write_message,
)

#: Address space, not memory in use: fonts and libraries are mapped whole.
LARGEST_MEMORY = 1024 * 1024 * 1024
_FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)


def main() -> None:
    """Draw until the other side hangs up."""
    sheets, answers = _take_pipes()
    _limit()
    from jobquality.documents.drawing import draw  # noqa: PLC0415 - slow, and within the limits

    sys.addaudithook(_forbid)
    write_message(answers, READY)
    while True:
        try:
            message = read_message(sheets, at_most=LARGEST_SHEET)
        except MessageError:
            return
        outcome, drawn = draw(load_sheet(message))
        write_message(answers, outcome.value.encode())
        write_message(answers, drawn)
        if outcome is not Outcome.DRAWN:
            return  # The next document gets a process that nothing has happened to.


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves, so that a stray print cannot break an answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _limit() -> None:
    """Bound what the process may take, where the system can; the parent bounds its time."""
    if sys.platform == "darwin":
        # Homebrew keeps its libraries where only its own Python looks.
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib")
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"A document may not {event}.")


if __name__ == "__main__":
    main()
