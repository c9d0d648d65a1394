"""The script of docs/ledger.md checks a real file without any of our code."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from jobquality.cli.verify import verify_ledgers
from jobquality.services.keys import ProposeKey, decide_key, propose_key
from jobquality.services.proposals import Verdict
from jobquality.store.database import Database
from tests.live.ledger.published import Center, stored_center

_DOCS = Path(__file__).parents[3] / "docs" / "ledger.md"
_LINES = 50


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
    assert result.stdout.endswith("No body is gone.\n")


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


@pytest.fixture
def long_file(client: FlaskClient, database: Database, tmp_path: Path) -> Path:
    """A ledger with a body that is gone, and a second key that signs what comes after it."""
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        first = center.publish(center.employer())
        center.withdraw(first)
        center.bury(first.hash)
        changed_key(center)
        center.publish(center.employer())
    place = tmp_path / "ledger.json"
    place.write_bytes(client.get(f"/o/{center.organization.slug}/ledger.json").data)
    return place


def changed_key(center: Center) -> None:
    """Let another key sign from now on, as two people do."""
    at = center.publications[-1].published_at
    asked = ProposeKey(id="proposal-of-a-key", reason="A laptop was lost")
    proposed = propose_key(center.session, center.author.actor, asked, at=at)
    verdict = Verdict(proposal_id=proposed.id, is_accepted=True)
    decide_key(center.session, center.reviewer.actor, verdict, keys=center.keys, at=at)


def test_a_body_that_is_gone_and_a_new_key_are_whole_too(long_file: Path) -> None:
    result = run(long_file)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("5 entries are whole.")
    assert result.stdout.endswith("1 withdrawn, hash kept.\n")


def test_our_own_program_says_the_same_of_the_file(long_file: Path) -> None:
    result = CliRunner().invoke(verify_ledgers, ["--file", str(long_file)])
    assert result.exit_code == 0
    assert "1 body was withdrawn, hash kept." in result.output


@pytest.mark.parametrize(
    ("break_", "message"),
    [
        (lambda entries: entries[4].update(body=""), "gone without a tombstone"),
        (lambda entries: entries[2].update(body=""), "body 3"),
        (lambda entries: entries[4].update(key_id=entries[0]["key_id"]), "the wrong key"),
    ],
    ids=["emptied", "tombstone", "old_key"],
)
def test_an_empty_body_or_an_old_key_without_its_act_is_named(
    long_file: Path, break_: Callable[[list[dict[str, str]]], None], message: str
) -> None:
    ledger = json.loads(long_file.read_text("utf-8"))
    break_(ledger["entries"])
    long_file.write_text(json.dumps(ledger), encoding="utf-8")
    result = run(long_file)
    assert result.returncode == 1
    assert message in result.stderr
