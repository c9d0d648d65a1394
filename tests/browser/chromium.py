"""Find a Chromium on this machine; as a program, say by the exit status whether there is one."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_chromium() -> str:
    """Return the path of the program; CHROMIUM names one to prefer.

    Raises:
        RuntimeError: there is none; the tests fail, since nobody would have seen the pages.
    """
    for path in _candidates():
        if os.access(path, os.X_OK):
            return path
    raise RuntimeError("No Chromium was found. `make test` says how to install it.")


def _candidates() -> Iterator[str]:
    yield os.environ.get("CHROMIUM", "")
    yield from (shutil.which(name) or "" for name in _NAMES)
    yield _MAC
    with sync_playwright() as playwright:
        yield str(Path(playwright.chromium.executable_path))


if __name__ == "__main__":
    try:
        print(find_chromium())  # noqa: T201 - a program prints
    except RuntimeError as error:
        sys.exit(str(error))
