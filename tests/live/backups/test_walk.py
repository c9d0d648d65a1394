"""D10: what the administrator's page says is done, word by word, on an empty machine."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.cli.calling import call

_ROOT = Path(__file__).parents[3]
_PAGE = (_ROOT / "docs" / "administrator.md").read_text(encoding="utf-8")


def commands_of(name: str) -> list[str]:
    """Return the commands of a marked block of the page, as they stand there."""
    found = re.search(
        rf"<!-- walked: {name} -->\n```sh\n(.*?)```\n<!-- walked: end -->", _PAGE, re.DOTALL
    )
    assert found, name
    return found[1].strip().splitlines()


def free_port() -> int:
    with closing(socket.socket()) as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of the program on a machine that has nothing else."""
    folder = tmp_path / "jobquality"
    for one in (folder / ".venv" / "bin", tmp_path / "home", tmp_path / "tmp"):
        one.mkdir(parents=True)
    program = folder / ".venv" / "bin" / "jobquality"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jobquality.cli "$@"\n')
    program.chmod(0o755)
    return folder


def environ_of(machine: Path, port: int) -> dict[str, str]:
    home = machine.parent
    return {
        "PATH": "/usr/bin:/bin", "HOME": str(home / "home"), "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(_ROOT), "PORT": str(port),
        "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def run(machine: Path, commands: list[str], port: int) -> str:
    """Run commands as one types them; any that fails ends the test."""
    done = subprocess.run(
        ["/bin/sh", "-euc", "\n".join(commands)],
        cwd=machine, env=environ_of(machine, port), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def serve_a_moment(machine: Path, command: str, port: int) -> None:
    """Start the service as the page says, wait until it is ready, and stop it with Ctrl-C."""
    service = subprocess.Popen(
        ["/bin/sh", "-c", f"exec {command}"],
        cwd=machine, env=environ_of(machine, port), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while not _answers(port):
            assert service.poll() is None
            time.sleep(0.2)
    finally:
        os.killpg(service.pid, signal.SIGINT)
        service.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready") as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False


def spread_out(words: str) -> list[str]:
    """Return the words that a shell makes of what somebody types."""
    done = subprocess.run(
        ["/bin/sh", "-euc", f"printf '%s\\n' {words}"], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def add_an_earlier_night(backups: Path) -> None:
    (newest,) = backups.iterdir()
    shutil.copytree(newest, backups / "jobquality-2026-01-02T020000Z")


def typed(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Do one command of the page inside this process, with what a shell does to it."""
    word, rest = command.split(maxsplit=1)
    if word == "export":
        monkeypatch.setenv(*rest.split("=", 1))
        return ""
    assert word == ".venv/bin/jobquality"
    done = call(*spread_out(rest))
    assert done.code == 0, done.out + done.err
    return done.out


def test_d10_the_page_is_walked_in_short_without_serving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("JOBQUALITY_DATA", "DATABASE_URL", "SECRET_KEY", "PUBLIC_URL", "READ_ONLY"):
        monkeypatch.delenv(name, raising=False)
    said: list[str] = []
    for name in ("start", "backup", "verify", "wipe", "restore"):
        if name == "wipe":
            shutil.rmtree(tmp_path / "data")
            continue
        if name == "verify":
            add_an_earlier_night(tmp_path / "backups")
        commands = [one for one in commands_of(name) if not one.endswith(" serve")]
        said += [typed(one, monkeypatch) for one in commands]

    assert "Ready: " in said[0]
    assert "FAULT" not in said[1]
    assert "Restored." in "".join(said)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backups", "restored"]


@pytest.mark.soak
def test_d10_set_up_back_up_wipe_restore_elsewhere_and_verify_as_the_page_says(
    machine: Path,
) -> None:
    port = free_port()
    init, check, serve = commands_of("start")
    assert "Ready: " in run(machine, [init], port)
    assert "FAULT" not in run(machine, [check], port)
    serve_a_moment(machine, serve, port)
    run(machine, commands_of("backup"), port)
    add_an_earlier_night(machine / "backups")
    assert "Whole: " in run(machine, commands_of("verify"), port)
    outside = sorted(one.name for one in machine.iterdir())
    shutil.rmtree(machine / "data")

    said = run(machine, commands_of("restore"), port)

    assert "Restored." in said
    assert said.count("scores come out the same again") == 2
    assert "FAILED" not in said
    assert "Every file that is named is there and whole." in said
    assert outside == [".venv", "backups", "data"]
    for left in ("home", "tmp"):
        assert list((machine.parent / left).rglob("*")) == []
