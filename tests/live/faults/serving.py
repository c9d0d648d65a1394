"""A real server on a real port, to be killed, and a browser that sends again."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.live.assessments.crowd import Crowd
from tests.live.factories import log_in

PATIENCE = 120.0
#: What a server may say while its database is busy. It never says 500.
BUSY = 503
#: As `jobquality.serve` becomes it, but loaded before it forks: one that is killed is back at once.
_LIKE_OURS = (
    "--workers=2", "--worker-class=gthread", "--threads=8", "--log-level=critical",
    "--no-control-socket", "--preload", "tests.live.faults.dying:app",
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
        wait_until(lambda: fetch(f"{self.address}/health/ready") is not None)

    def kill(self) -> None:
        """End it the hard way, its workers too."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def workers(self) -> list[int]:
        """Return the processes that answer; the first one only watches over them."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(one) for one in children.read_text(encoding="ascii").split()]


@contextmanager
def serving(folder: Path, url: str) -> Iterator[Server]:
    """Serve an installation that is prepared, until the block ends."""
    server = Server(folder, url, _free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()


@dataclass(frozen=True, slots=True)
class Told:
    """What a server answered; a redirect is not followed."""

    status: int
    headers: Mapping[str, str]
    text: str

    def json(self) -> dict[str, object]:
        """Return the answer as JSON."""
        told: dict[str, object] = json.loads(self.text)
        return told


@dataclass(slots=True)
class Browser:
    """Somebody's browser at a server that may die: it sends again until it is answered."""

    crowd: Crowd
    server: Server
    number: int
    headers: dict[str, str] = field(default_factory=dict)
    token: str = ""
    sent: int = 0
    is_to_die: bool = False
    """Whether the server dies between doing what is sent next and answering it."""

    def __post_init__(self) -> None:
        """Log in."""
        client = log_in(self.crowd.apps[0].test_client(), self.crowd.people[self.number])
        cookie = client.get_cookie("jq")
        assert cookie is not None
        self.headers = {"Cookie": f"jq={cookie.value}", "Accept": "application/json"}

    def post(self, path: str, fields: Mapping[str, object], **headers: str) -> Told:
        """Send a form, again and again until the server has answered it."""
        self.token = self.token or self._find_token()
        body = urllib.parse.urlencode({**fields, "csrf_token": self.token}, doseq=True)
        return self.insist("POST", path, body.encode(), **headers)

    def upload(
        self, path: str, fields: Mapping[str, str], file: bytes, **headers: str
    ) -> Told | None:
        """Send a form with a file, once; None where the server died before it had answered."""
        self.token = self.token or self._find_token()
        head = "--edge\r\nContent-Disposition: form-data; {}\r\n\r\n"
        parts = [
            *((f'name="{name}"', said.encode()) for name, said in fields.items()),
            ('name="csrf_token"', self.token.encode()),
            ('name="file"; filename="a.png"', file),
        ]
        body = b"".join(head.format(one).encode() + said + b"\r\n" for one, said in parts)
        kind = {"Content-Type": "multipart/form-data; boundary=edge"}
        with_dashes = {name.replace("_", "-"): value for name, value in headers.items()}
        return ask(
            f"{self.server.address}{path}",
            "POST",
            body + b"--edge--\r\n",
            {**self.headers, **kind, **with_dashes},
        )

    def get(self, path: str) -> Told:
        """Read a page."""
        return self.insist("GET", path)

    def insist(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Told:
        """Send a request until it is answered, and not by a server that is busy."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.sent += 1
            with_dashes = {name.replace("_", "-"): value for name, value in headers.items()}
            dies = {"Die-After": "1"} if self.is_to_die and body is not None else {}
            told = ask(
                f"{self.server.address}{path}",
                method,
                body,
                {**self.headers, **with_dashes, **dies},
            )
            if dies and told is None:
                self.is_to_die = False
            if told is not None and told.status != BUSY:
                return told
            time.sleep(0.02)
        raise AssertionError("The server did not come back.")

    def _find_token(self) -> str:
        found = _TOKEN.search(self.get(f"{self.crowd.address}/sched_notice_days").text)
        assert found, "a page without a form"
        return found[1]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def ask(address: str, method: str, body: bytes | None, headers: Mapping[str, str]) -> Told | None:
    """Send one request; None where the server died before it had answered."""
    request = urllib.request.Request(address, body, dict(headers), method=method)  # noqa: S310 - our own address
    try:
        with _answered(request) as answer:
            return Told(answer.status or 0, dict(answer.headers), answer.read().decode())
    except (OSError, http.client.HTTPException):
        return None


def _answered(request: urllib.request.Request) -> http.client.HTTPResponse | urllib.error.HTTPError:
    """Return the answer to a request, whatever its status."""
    try:
        opened: http.client.HTTPResponse = _OPENER.open(request, timeout=30)
    except urllib.error.HTTPError as error:
        return error
    return opened


def fetch(address: str) -> str | None:
    """Return what stands at an address; None where nothing does."""
    told = ask(address, "GET", None, {})
    return told.text if told and told.status == 200 else None


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something to hold."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
