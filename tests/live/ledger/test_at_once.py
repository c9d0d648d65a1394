"""Two publish at the same moment, or one is killed: nothing acknowledged is lost or doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from jobquality.errors import ConflictError
from jobquality.ledger.chain import find_break
from jobquality.services.ledger import append
from jobquality.store.database import Database, open_database
from jobquality.store.keys import Keyring
from jobquality.store.publications import find_body, list_entries, list_public_keys
from jobquality.store.schema import migrate
from tests.live.factories import NOON, stored_organization

_AT_ONCE, _EACH = 4, 5
_ROUNDS = 3
_PUBLISHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from jobquality.services.ledger import append
from jobquality.store.database import open_database
from jobquality.store.keys import Keyring
url, folder, center, first = sys.argv[1:]
opened, number = open_database(url), int(first)
while True:
    number += 1
    content = '{"number":%d}' % number
    with opened.transaction(center) as session:
        append(session, center, kind="publication", content=content,
               keys=Keyring(Path(folder)), at=datetime.now(UTC))
    print(content, flush=True)
"""


@pytest.fixture
def opened(empty_url: str) -> Iterator[Database]:
    """A database of this test's own, with real connections."""
    migrate(empty_url)
    made = open_database(empty_url)
    yield made
    made.close()


def test_nothing_that_was_acknowledged_is_lost_or_doubled(opened: Database, tmp_path: Path) -> None:
    with opened.transaction() as session:
        center = stored_organization(session).id
    keys, start = Keyring(tmp_path / "keys"), Barrier(_AT_ONCE)

    def publish(name: int) -> list[str]:
        start.wait()
        return [
            _published(opened, center, keys, f'{{"by":{name},"number":{one}}}')
            for one in range(_EACH)
        ]

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        acknowledged = [content for some in pool.map(publish, range(_AT_ONCE)) for content in some]
    with opened.reading(center) as session:
        entries = list_entries(session, center)
        known = {key.key_id: key.public_key for key in list_public_keys(session, center)}
        bodies = [find_body(session, entry.hash) for entry in entries]
    assert find_break(entries, known) is None
    assert len(known) == 1
    assert sorted(str(body) for body in bodies) == sorted(acknowledged)


def _published(opened: Database, center: str, keys: Keyring, content: str) -> str:
    """Append until nobody else was faster, as a person does who is told so."""
    while True:
        try:
            with opened.transaction(center) as session:
                append(session, center, kind="publication", content=content, keys=keys, at=NOON)
        except ConflictError:
            continue
        return content


def test_a_kill_in_the_middle_leaves_a_whole_chain(
    opened: Database, empty_url: str, tmp_path: Path
) -> None:
    with opened.transaction() as session:
        center = stored_organization(session).id
    acknowledged: list[str] = []
    for one in range(_ROUNDS):
        arguments = [empty_url, str(tmp_path / "keys"), center, str(one * 100_000)]
        acknowledged += _published_until_killed(arguments, after=0.1 + 0.13 * one)
    with opened.reading(center) as session:
        entries = list_entries(session, center)
        known = {key.key_id: key.public_key for key in list_public_keys(session, center)}
        bodies = [find_body(session, entry.hash) for entry in entries]
    assert find_break(entries, known) is None
    assert None not in bodies
    assert len(set(bodies)) == len(bodies)
    assert set(acknowledged) <= set(bodies)
    assert len(bodies) <= len(acknowledged) + _ROUNDS


def _published_until_killed(arguments: list[str], *, after: float) -> list[str]:
    command = [sys.executable, "-c", _PUBLISHER, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as publisher:
        assert publisher.stdout is not None
        said = [publisher.stdout.readline()]
        time.sleep(after)
        os.kill(publisher.pid, signal.SIGKILL)
        said += publisher.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]
