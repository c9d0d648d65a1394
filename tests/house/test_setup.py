"""The scripts that set everything up, as far as they can be judged without doing it all again."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "tools").glob("*.sh"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environ},
        timeout=120,
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_plain_shell_that_stops_at_the_first_fault(script: Path) -> None:
    text = script.read_text(encoding="utf-8")

    assert text.startswith("#!/bin/sh\n")
    assert re.search(r"^set -e?u$", text, re.MULTILINE)
    assert run("sh", "-n", script).stderr == ""


def test_every_system_piece_is_one_whole_line_of_the_table() -> None:
    script = (ROOT / "tools" / "system.sh").read_text(encoding="utf-8")
    table = script.partition("<<'TABLE'\n")[2].partition("\nTABLE\n")[0].splitlines()

    assert len(table) >= 3
    for line in table:
        assert [len(line.split("|")), line.partition("|")[0] in {"run", "test"}] == [7, True], line


def test_the_python_that_is_chosen_is_new_enough() -> None:
    chosen = run("sh", "tools/python.sh").stdout.strip()

    assert run(chosen, "-c", "import sys; assert sys.version_info >= (3, 11)").returncode == 0


def test_a_machine_without_python_is_told_by_the_exit_status() -> None:
    assert run("sh", "tools/python.sh", PYTHON="no-such-python").returncode == 1


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A PATH with a package manager and no Python; what is installed is only written down."""
    for name in ("sh", "sed", "cat", "sort", "tr", "grep", "tail", "rm", "mktemp", "dirname"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    add_program(tmp_path, "apt-get", f'echo "$@" >>{tmp_path}/installed')
    return tmp_path


def add_program(folder: Path, name: str, line: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    program.chmod(0o755)


def set_up(machine: Path) -> subprocess.CompletedProcess[str]:
    return run("sh", "tools/system.sh", "run", PATH=str(machine), PYTHON="no-such-python")


def test_somebody_who_may_not_install_is_told_the_one_command(bare_machine: Path) -> None:
    add_program(bare_machine, "id", "echo 1000")

    result = set_up(bare_machine)

    assert result.returncode == 1
    assert "  - Python 3.11 or newer\n  - Python's venv and pip\n" in result.stdout
    assert result.stderr == (
        "Run this once, then try again:\n"
        "  sudo apt-get install -y --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3 python3-venv\n"
    )
    assert not (bare_machine / "installed").exists()


def test_root_gets_what_is_missing_installed(bare_machine: Path) -> None:
    add_program(bare_machine, "id", "echo 0")

    result = set_up(bare_machine)

    assert result.returncode == 0
    assert (bare_machine / "installed").read_text() == (
        "update -qq\ninstall -y --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 python3 python3-venv\n"
    )


def test_a_machine_that_has_everything_is_left_alone() -> None:
    result = run("sh", "tools/system.sh", "run")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_help_names_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    shown = run("make", "--no-print-directory", "help").stdout

    assert commands
    assert [line.split()[1] for line in shown.splitlines()] == commands[1].split()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_version_and_a_hash_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", text.replace("\\\n", ""))[1:]

    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)
    assert "://" not in text


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_everything_that_the_program_needs_is_locked(lock: str) -> None:
    needed = {re.split(r"[\[<>=; ]", line)[0] for line in PROJECT["project"]["dependencies"]}
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")

    assert needed <= set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def serve(**environ: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "jobquality.serve", **environ)


def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        result = serve(PORT=str(port), JOBQUALITY_DATA=str(tmp_path))

    assert result.returncode == 1
    assert f"Port {port} cannot be used" in result.stderr
    assert f"make run PORT={port + 1}" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("port", ["eighty", "0", "70000"])
def test_a_port_that_is_none_is_told_in_a_sentence(tmp_path: Path, port: str) -> None:
    result = serve(PORT=port, JOBQUALITY_DATA=str(tmp_path))

    assert "not a number from 1 to 65535" in result.stderr
    assert "Traceback" not in result.stderr


def test_wrong_settings_are_told_in_sentences(tmp_path: Path) -> None:
    result = serve(PORT="18765", JOBQUALITY_DATA=str(tmp_path), DATABASE_URL="mysql://x")

    assert "DATABASE_URL is neither" in result.stderr
    assert "Traceback" not in result.stderr
