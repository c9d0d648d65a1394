"""The wheel alone: put anywhere, started from an empty folder, it is the whole program."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.ports import free_port

ROOT = Path(__file__).parents[2]
_BUILD = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
_VISIT = """
import re
import jobquality.wsgi as installed
ask = installed.app.test_client().get
page = ask("/en/standards/restaurants_us/2026.1")
sheet = ask(re.search(r'href="(/static/[^"]+\\.css[^"]*)"', page.text)[1])
paper = ask("/es/standards/restaurants_us/2026.1/questions.pdf")
print(installed.__file__)
print(page.status_code, re.search("Notice of schedule", page.text)[0])
print(sheet.status_code, sheet.text[:2])
print(paper.status_code, paper.data[:4].decode())
"""
_PATIENCE = 120


def run(*command: str | Path, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=folder, timeout=_PATIENCE,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)} | environ,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, made without asking any other machine."""
    built = tmp_path_factory.mktemp("built")
    done = run(sys.executable, "-c", _BUILD, built, folder=ROOT)
    assert done.returncode == 0, done.stderr
    return next(built.glob("*.whl"))


def test_a_wheel_alone_gives_a_page_and_a_paper(wheel: Path, tmp_path: Path) -> None:
    """As `gunicorn jobquality.wsgi:app` would; what a wheel of Python needs is to be unpacked."""
    place, folder = tmp_path / "place", tmp_path / "empty"
    zipfile.ZipFile(wheel).extractall(place)
    folder.mkdir()

    done = run(sys.executable, "-c", _VISIT, folder=folder, PYTHONPATH=str(place),
               SECRET_KEY="w" * 32, LOG_FORMAT="json")  # fmt: skip

    assert done.returncode == 0, done.stderr
    where, page, sheet, paper = done.stdout.splitlines()
    assert where.startswith(str(place))
    assert (page, sheet, paper) == ("200 Notice of schedule", "200 /*", "200 %PDF")
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [one["status"] for one in told if one["from"] == "jobquality.requests"] == [200] * 3


@contextmanager
def serving(program: Path, folder: Path, environ: dict[str, str]) -> Iterator[str]:
    """Serve from an empty folder until Ctrl-C; give the address."""
    address = f"http://localhost:{environ['PORT']}"
    with subprocess.Popen(
        [program, "serve"],
        cwd=folder,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=folder.with_name("log").open("wb"),
    ) as service:
        try:
            until = time.monotonic() + _PATIENCE
            while not _is_ready(address):
                assert service.poll() is None
                assert time.monotonic() < until
                time.sleep(0.1)
            yield address
        finally:
            service.send_signal(signal.SIGINT)
            service.wait(_PATIENCE)


def _is_ready(address: str) -> bool:
    try:
        return bool(read(f"{address}/health/ready"))
    except OSError:
        return False


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
        return bytes(answer.read())


@pytest.mark.soak
def test_d10_an_installed_wheel_serves_and_finds_itself_whole(wheel: Path, tmp_path: Path) -> None:
    installed, folder = tmp_path / "place", tmp_path / "empty"
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index")
    done = run(*pip, "--target", installed, wheel, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    program = installed / "bin" / "jobquality"
    folder.mkdir()
    known = {"PYTHONPATH": str(installed), "JOBQUALITY_SAMPLES": "no", "WEB_CONCURRENCY": "1"}
    known |= {"PORT": str(free_port()), "HOME": str(folder), "PATH": os.environ["PATH"]}
    known |= {"LOG_FORMAT": "json"}

    with serving(program, folder, known) as address:
        page = read(f"{address}/en/standards/restaurants_us/2026.1").decode()
        paper = read(f"{address}/es/standards/restaurants_us/2026.1/questions.pdf")
    checked = run(program, "check", folder=folder, **known)

    lines = folder.with_name("log").read_text(encoding="utf-8").splitlines()
    routes = [json.loads(one).get("route", "") for one in lines]
    assert sum("/standards/" in one for one in routes) == 2
    assert "Notice of schedule" in page
    assert paper.startswith(b"%PDF")
    assert (checked.returncode, "FAULT" in checked.stdout) == (0, False), checked.stdout
    assert [one.name for one in folder.iterdir()] == ["data"]
