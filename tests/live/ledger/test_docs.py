"""The script of docs/ledger.md checks a real file without any of our code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from jobquality.store.database import Database
from tests.live.ledger.published import stored_center

_DOCS = Path(__file__).parents[3] / "docs" / "ledger.md"
_LINES = 40


@pytest.fixture
def file(client: FlaskClient, database: Database, tmp_path: Path) -> Path:
    """A ledger as it is downloaded."""
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        employer = center.employer(name="Cantina Ñandú 🌮")
        center.publish(employer)
        center.publish(employer)
    place = tmp_path / "ledger.json"
    place.write_bytes(client.get(f"/o/{center.organization.slug}/ledger.json").data)
    return place


def script() -> str:
    """Return the only Python on the page."""
    (found,) = re.findall(r"```python\n(.*?)```", _DOCS.read_text("utf-8"), re.DOTALL)
    return str(found)


def run(file: Path) -> "subprocess.CompletedProcess[str]":
    """Run the script in a folder where our code is not."""
    place = file.with_name("check.py")
    place.write_text(script(), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", place, file],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=file.parent,
    )


def test_the_script_is_short_and_uses_nothing_of_ours() -> None:
    assert len(script().splitlines()) <= _LINES
    assert "jobquality" not in script()


def test_a_whole_ledger_is_said_to_be_so(file: Path) -> None:
    result = run(file)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("2 entries are whole. Head: center-")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('\\"revision\\":2', '\\"revision\\":3', "body 2"),
        ('"number":2,"previous"', '"number":3,"previous"', "entry 2 is missing"),
        ('"publication","number":2', '"rumor","number":2', "signature of entry 2"),
        ('"public_key":"', '"public_key":"A', "key"),
    ],
    ids=["body", "number", "kind", "key"],
)  # fmt: skip
def test_what_was_changed_is_named(file: Path, before: str, after: str, message: str) -> None:
    content = file.read_text("utf-8")
    assert before in content
    file.write_text(content.replace(before, after), encoding="utf-8")
    result = run(file)
    assert result.returncode == 1
    assert message in result.stderr
