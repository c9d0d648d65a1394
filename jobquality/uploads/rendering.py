"""Pages of a file as pictures, and copies of it with boxes drawn in; each in a process of its own.

What lies under a box is gone from a copy: it is made from the points of a picture, so there is
no text, no layer and no note in it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import BoundedSemaphore

from jobquality.errors import BusyError, Fault, FaultsError, RefusedError
from jobquality.store.copies import Cover
from jobquality.uploads.gate import Clean
from jobquality.uploads.kinds import PDF, kind_of

#: A copy has at most so many pages: the reviewer reads each of them.
MOST_PAGES = 20
_DRAWER = "jobquality.uploads.drawer"
_ROOT = Path(__file__).parent.parent.parent
#: How long one file may take, and how long one waits for its turn, in seconds.
_LONGEST, _PATIENCE = 60, 30
_AT_ONCE = BoundedSemaphore(2)
_PASSED_ON = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP")


def count_pages(content: bytes) -> int:
    """Return how many pages a file of ours has; a picture has one.

    Raises:
        RefusedError: it cannot be shown, or takes too long.
        BusyError: others were before us for too long.
    """
    return int(_draw(content, do="count")) if kind_of(content) is PDF else 1


def show_page(content: bytes, page: int) -> bytes:
    """Return one page, counted from 1, as a JPEG to look at.

    Raises:
        RefusedError: there is no such page, it cannot be shown, or it takes too long.
        BusyError: others were before us for too long.
    """
    return _draw(content, do="show", page=page)


def make_copy(content: bytes, covers: Sequence[Cover], *, pages: int) -> Clean:
    """Return a copy with boxes drawn in: a JPEG or PNG, or a PDF with a picture on each page.

    `pages` is what `count_pages` said of the file.

    Raises:
        FaultsError: it has more than 20 pages.
        RefusedError: it cannot be drawn, or takes too long.
        BusyError: others were before us for too long.
    """
    if pages > MOST_PAGES:
        message = f"The file has {pages} pages. A copy has {MOST_PAGES} at most."
        remedy = "Ask the author for a file with only the pages that matter."
        raise FaultsError([Fault(message=message, where="boxes", remedy=remedy)])
    drawn = _draw(content, do="copy", covers=[asdict(one) for one in covers])
    kind = kind_of(drawn)
    if kind is None:
        raise RefusedError(_FAILED)
    return Clean(content=drawn, kind=kind)


_FAILED = (
    "This file cannot be shown as a picture here: it is damaged or too large. "
    "Ask the author for a photo, or for a smaller PDF."
)


def _draw(content: bytes, **order: object) -> bytes:
    message = json.dumps(order).encode() + b"\n" + content
    with _turn():
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no word of it from outside
                [sys.executable, "-m", _DRAWER],
                input=message,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=tempfile.gettempdir(),
                env=_environment(),
                timeout=_LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RefusedError(_FAILED) from error
    if done.returncode != 0:
        raise RefusedError(_FAILED)
    return done.stdout


@contextmanager
def _turn() -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise BusyError("Other files are being drawn. Please try again in a few seconds.")
    try:
        yield
    finally:
        _AT_ONCE.release()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
