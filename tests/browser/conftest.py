"""A real server on a free port of this machine, and a real browser that looks at it."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import find_chromium

_PATIENCE = 60
#: Where the machine takes no ports for what it asks others: nobody takes one in between.
_PORTS = range(10_000, 32_000)
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


def free_port() -> int:
    """Return a port that nothing listens on, another one in each of several runs at a time."""
    for _ in range(100):
        port = secrets.choice(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    pytest.fail("No port is free.")


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
