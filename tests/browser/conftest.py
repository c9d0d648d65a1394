"""A real server on a free port of this machine, and a real browser that looks at it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.field import Field, in_the_field
from tests.browser.ports import free_port

_PATIENCE = 60
# A busy machine takes its time; only a page that never comes to say it is wrong.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an installation, started the way `make run` starts one."""
    port = free_port()
    address = f"http://localhost:{port}"
    wanted = ("DATABASE_URL", "PUBLIC_URL", "SECRET_KEY", "HOST")
    environ = {name: value for name, value in os.environ.items() if name not in wanted}
    environ |= {"PORT": str(port), "JOBQUALITY_DATA": str(tmp_path_factory.mktemp("data"))}
    with subprocess.Popen([sys.executable, "-m", "jobquality.serve"], env=environ) as server:
        _wait_until_ready(server, address)
        yield address
        server.send_signal(signal.SIGINT)
        assert server.wait(_PATIENCE) == 0, "Ctrl-C must stop the server cleanly"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that asks nobody but the pages under test."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=[
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                # A worker runs behind no certificate that the browser does not know, whatever a
                # window was told to overlook.
                "--ignore-certificate-errors",
            ],
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window without history or cookies."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    """An installation in the field, for everybody who has a phone there."""
    with in_the_field(tmp_path_factory.mktemp("field")) as field:
        yield field


@pytest.fixture
def field(place: Field) -> Field:
    """An empty draft of its own."""
    return place.another()


def _wait_until_ready(server: "subprocess.Popen[bytes]", address: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/health/ready", timeout=5).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    server.kill()
    pytest.fail("The server did not start.")
