"""kill -9 of a real server while answers are saved: whatever was acknowledged is there, once."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jobquality.store.assessments import list_answers
from jobquality.store.database import EVERY_ORGANIZATION
from tests.live.assessments.crowd import Crowd, crowd
from tests.live.factories import log_in

QUESTIONS = ("sched_notice_days", "sched_rest_hours", "ben_paid_time_off", "ben_family_leave")
_PATIENCE = 120.0
#: What a server may say in its last moment, or while its database is busy.
_DYING = (500, 502, 503)
#: As `jobquality.serve` becomes it; the installation is prepared, and no samples are wanted.
_LIKE_OURS = (
    "--workers=2", "--worker-class=gthread", "--threads=8", "--log-level=warning",
    "--no-control-socket", "wsgi:app",
)  # fmt: skip
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(slots=True)
class Server:
    """One server process group after the other, on one port."""

    folder: Path
    url: str
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        environ = {
            **os.environ,
            "JOBQUALITY_DATA": str(self.folder),
            "DATABASE_URL": self.url,
            "SECRET_KEY": "k" * 32,
            "PUBLIC_URL": self.address,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{self.port}", *_LIKE_OURS],
            env=environ,
            cwd=Path(__file__).parents[3],
            start_new_session=True,
        )
        _until(lambda: _fetch(f"{self.address}/health/ready") is not None)

    def kill(self) -> None:
        """End it the hard way, its workers too."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@dataclass(slots=True)
class Writer:
    """Somebody who answers at a server that dies, and sends again what was not acknowledged."""

    crowd: Crowd
    server: Server
    cookie: str
    token: str = ""
    stop: bool = False
    acknowledged: dict[str, list[str]] = field(
        default_factory=lambda: {name: [] for name in QUESTIONS}
    )

    def write(self) -> None:
        """Answer one question after the other until told to stop."""
        edit = 0
        while not self.stop:
            edit += 1
            name = QUESTIONS[edit % len(QUESTIONS)]
            said = self.acknowledged[name]
            value = str(edit % 150 + 1)
            fields = {"key": f"edit-{edit}", "seen": str(len(said)), "number": value}
            told = self._send(name, fields)
            assert told["version"] == len(said) + 1
            said.append(value)

    def _send(self, name: str, fields: dict[str, str]) -> dict[str, object]:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            answer = self._try(name, fields)
            if answer is not None:
                told: dict[str, object] = json.loads(answer)
                return told
            time.sleep(0.05)
        raise AssertionError("The server did not come back.")

    def _try(self, name: str, fields: dict[str, str]) -> str | None:
        address = f"{self.server.address}{self.crowd.address}/{name}"
        self.token = self.token or self._find_token(address)
        if not self.token:
            return None
        body = urllib.parse.urlencode({**fields, "csrf_token": self.token}).encode()
        return _fetch(address, self.cookie, body)

    def _find_token(self, address: str) -> str:
        found = _TOKEN.search(_fetch(address, self.cookie) or "")
        return found[1] if found else ""


def _fetch(address: str, cookie: str = "", body: bytes | None = None) -> str | None:
    """Return what the server says; None where it is not there, or busy."""
    headers = {"Cookie": cookie, "Accept": "application/json"}
    request = urllib.request.Request(address, body, headers)  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - the same
            said: bytes = answer.read()
    except urllib.error.HTTPError as error:
        if error.code in _DYING:
            return None
        raise
    except OSError:
        return None
    except Exception as error:
        if type(error).__module__ == "http.client":  # it died in the middle of its answer
            return None
        raise
    return said.decode()


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _writing(here: Crowd, server: Server) -> Iterator[Writer]:
    browser = log_in(here.apps[0].test_client(), here.people[0])
    cookie = browser.get_cookie("jq")
    assert cookie is not None
    writer = Writer(here, server, f"jq={cookie.value}")
    failed: list[BaseException] = []

    def run() -> None:
        try:
            writer.write()
        except BaseException as error:  # noqa: BLE001 - it is raised again, in the test's thread
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield writer
    finally:
        writer.stop = True
        thread.join()
    if failed:
        raise failed[0]


def _kill_while_saving(folder: Path, url: str, *, kills: int) -> None:
    with crowd(folder, url) as here:
        server = Server(folder, url, _free_port())
        server.start()
        try:
            with _writing(here, server) as writer:
                for _ in range(kills):
                    done = _count(writer)
                    _until(lambda: _count(writer) >= done + 5)  # noqa: B023 - called at once
                    server.kill()
                    server.start()
                done = _count(writer)
                _until(lambda: _count(writer) >= done + 5)
        finally:
            server.kill()
        _check(here, writer)


def _count(writer: Writer) -> int:
    return sum(len(values) for values in writer.acknowledged.values())


def _check(here: Crowd, writer: Writer) -> None:
    """Every acknowledged answer raised the version by one, and the last one stands."""
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        answers = list_answers(session, here.case.assessment.id)
    for name, values in writer.acknowledged.items():
        assert answers[name].version == len(values)
        assert answers[name].answer == values[-1]


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, empty_url: str) -> None:
    _kill_while_saving(tmp_path, empty_url, kills=2)


@pytest.mark.soak
def test_what_was_acknowledged_survives_many_kills(tmp_path: Path, empty_url: str) -> None:
    _kill_while_saving(tmp_path, empty_url, kills=25)
