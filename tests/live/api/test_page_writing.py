"""What docs/api.md says of writing is true: its commands run, one after the other."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.intents import LONGEST_KEY
from jobquality.store.rowkeys import open_marking
from tests.golden.command import ROOT
from tests.live.api.program import stored_secret
from tests.live.assessments.assessing import stored_case

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```bash\n(.+?)```", PAGE, re.DOTALL)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[dict[str, str]]:
    """What a shell must know to run them: a server, a draft, and a token."""
    chosen = Settings.from_environ({"JOBQUALITY_DATA": str(tmp_path), "SECRET_KEY": "k" * 32})
    now = datetime.now(UTC)
    prepare(chosen, at=now)
    with closing(open_marking(chosen.database_url, chosen.data)) as database:
        with database.transaction() as session:
            case = stored_case(session)
        secret = stored_secret(database, case.person, at=now)
        server = make_server("127.0.0.1", 0, create_app(chosen, database=database), threaded=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        yield {"ADDRESS": address, "ASSESSMENT": case.assessment.id, "TOKEN": secret}
        server.shutdown()
        thread.join()
        server.server_close()


def run(command: str, shell: dict[str, str]) -> tuple[str, dict[str, object]]:
    """Run a command of the page; return the head and the body of the answer."""
    program = command.replace("http://localhost:8000", shell["ADDRESS"])
    quiet = program.replace("curl", "curl --silent --show-error --include", 1)
    environ = {**os.environ, **shell}
    said = subprocess.run(
        ["sh", "-c", quiet], check=True, capture_output=True, timeout=60, env=environ
    )
    head, _, body = said.stdout.decode().partition("\r\n\r\n")
    return head, json.loads(body)


def test_the_commands_of_the_page_are_done_in_turn_and_again_as_it_says(
    shell: dict[str, str],
) -> None:
    *puts, submit = COMMANDS
    told = [run(command, shell) for command in puts]

    assert all(head.startswith("HTTP/1.1 200") for head, _ in told), told
    first, second, _ = (body for _, body in told)
    assert (first["version"], second["version"]) == (1, 2)
    again = [run(command, shell) for command in puts]
    assert [body for _, body in again] == [body for _, body in told]
    assert all("Idempotency-Replayed: true" in head for head, _ in again)
    head, body = run(submit, shell)
    assert head.startswith("HTTP/1.1 422")
    assert "'/answers/ben_family_leave'" in str(body["errors"])


def test_the_page_says_the_length_of_a_key() -> None:
    assert f"at most {LONGEST_KEY} characters" in PAGE
