"""docs/api.md is true: its commands run, and say what it says."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from threading import Thread

import pytest
from werkzeug.serving import make_server

from jobquality.api.limits import MOST_EVALUATIONS
from jobquality.api.problems import CODES
from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.schemas.evaluations import MOST_FACTS, EvaluationSchema
from jobquality.schemas.jsontext import MOST_DEPTH
from jobquality.store.database import open_database
from tests.golden.command import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL)
ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server of an empty installation."""
    folder = tmp_path_factory.mktemp("site")
    chosen = Settings.from_environ({"JOBQUALITY_DATA": str(folder), "SECRET_KEY": "k" * 32})
    prepare(chosen, at=datetime(2026, 3, 1, tzinfo=UTC))
    with closing(open_database(chosen.database_url)) as database:
        server = make_server("127.0.0.1", 0, create_app(chosen, database=database), threaded=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


def said(command: str, address: str) -> dict[str, object]:
    """Run a command of the page, and return the JSON that it prints."""
    program = command.replace("curl", "curl --silent --show-error", 1).replace(ADDRESS, address)
    result = subprocess.run(["sh", "-c", program], check=True, capture_output=True, timeout=60)
    answer: dict[str, object] = json.loads(result.stdout)
    return answer


def test_the_program_of_the_page_is_here() -> None:
    assert shutil.which("curl")


@pytest.mark.parametrize("command", COMMANDS[:-1])
def test_every_command_of_the_page_is_answered(address: str, command: str) -> None:
    answer = said(command, address)

    assert "code" not in answer
    assert answer


def test_the_last_command_is_refused_as_the_page_shows(address: str) -> None:
    shown = json.loads(re.findall(r"```json\n(.+?)```", PAGE, re.DOTALL)[-1])

    assert said(COMMANDS[-1], address) == shown


def test_the_page_names_every_code() -> None:
    assert set(re.findall(r"^\| [0-9]{3} \| `(\w+)` \|", PAGE, re.MULTILINE)) == set(CODES)


def test_the_page_names_every_key_of_a_question() -> None:
    keys = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.+?) \|", PAGE, re.MULTILINE))))

    assert set(EvaluationSchema().fields) <= keys


def test_the_page_says_the_limits() -> None:
    assert f"At most {MOST_EVALUATIONS} questions a minute" in PAGE
    assert f"up to {MOST_FACTS:,} answers" in PAGE
    assert f"at most {MOST_DEPTH} levels deep" in PAGE
