"""R1, R2. kill -9 of the processes that answer, while people save and programs send again."""

import os
import signal
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import make_url, text

from jobquality.store.assessments import list_answers, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from tests.live.assessments.assessing import EDITION, RUBRIC
from tests.live.assessments.crowd import Crowd, at_once, crowd
from tests.live.factories import stored_employer
from tests.live.faults.serving import Browser, Server, serving

QUESTIONS = ("sched_notice_days", "sched_rest_hours", "ben_paid_time_off", "ben_family_leave")


@dataclass(slots=True)
class Writer:
    """Somebody who answers two questions, and sends again what was not acknowledged."""

    browser: Browser
    questions: tuple[str, ...]
    acknowledged: dict[str, list[str]] = field(default_factory=dict)

    def write(self, edit: int) -> None:
        """Answer one question."""
        name = self.questions[edit % len(self.questions)]
        said = self.acknowledged.setdefault(name, [])
        value = str(edit % 150 + 1)
        fields = {"key": f"{name}-{edit}", "seen": len(said), "number": value}
        told = self.browser.post(f"{self.browser.crowd.address}/{name}", fields)
        assert told.status == 200, told
        said.append(value)


@dataclass(slots=True)
class Starter:
    """Somebody who starts assessments of one employer."""

    browser: Browser
    employer_id: str
    acknowledged: list[str] = field(default_factory=list)

    def write(self, number: int) -> None:
        """Start one assessment."""
        address = f"/en/work/employers/{self.employer_id}/assess"
        fields = {"key": f"start-{number}", "standard": f"{RUBRIC}@{EDITION}"}
        told = self.browser.post(address, {**fields, "on": "2026-02-01"}, Accept="text/html")
        assert told.status == 303, told
        self.acknowledged.append(told.headers["Location"].rpartition("/")[2])


@dataclass(slots=True)
class Killer:
    """Kills one of the processes that answer after every few answers."""

    server: Server
    every: int
    done: int = 0
    kills: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _random: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - which one is no secret

    def count(self) -> None:
        """Count one answer that was acknowledged."""
        with self._lock:
            self.done += 1
            if self.done % self.every == 0:
                self._kill()

    def _kill(self) -> None:
        workers = self.server.workers()
        if workers:
            with suppress(ProcessLookupError):
                os.kill(self._random.choice(workers), signal.SIGKILL)
                self.kills += 1


def _save_under_kills(folder: Path, url: str, *, intents: int, every: int) -> str:
    """Let three save at once while processes die; return the figures."""
    with crowd(folder, url) as here:
        with here.context.database.transaction(EVERY_ORGANIZATION) as session:
            employer = stored_employer(session, here.people[0])
        with serving(folder, url) as server:
            killer = Killer(server, every)
            writers = [
                Writer(Browser(here, server, 0), QUESTIONS[:2]),
                Writer(Browser(here, server, 1), QUESTIONS[2:]),
            ]
            starter = Starter(Browser(here, server, 0), employer.id)
            shares = [intents // 3, intents // 3, intents - 2 * (intents // 3)]
            whoever = [*(one.write for one in writers), starter.write]
            at_once([partial(_work, *one, killer) for one in zip(whoever, shares, strict=True)])
            sent = sum(one.sent for one in (*(one.browser for one in writers), starter.browser))
        _check_answers(here, writers)
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            started = {one.id for one in list_assessments(session, employer.id)}
        assert started == set(starter.acknowledged)
        assert len(started) == shares[-1]
    assert _is_whole(url)
    kept = f"{intents} intents, {killer.kills} kills, {sent} requests, {killer.done} kept"
    return f"{make_url(url).get_backend_name()}: {kept}"


def _work(write: Callable[[int], None], number: int, killer: Killer) -> None:
    for edit in range(number):
        write(edit)
        killer.count()


def _check_answers(here: Crowd, writers: list[Writer]) -> None:
    """Every acknowledged answer raised the version by one, and the last one stands."""
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        answers = list_answers(session, here.case.assessment.id)
    said = {name: values for one in writers for name, values in one.acknowledged.items()}
    assert {name: one.version for name, one in answers.items()} == {
        name: len(values) for name, values in said.items()
    }
    assert {name: one.answer for name, one in answers.items()} == {
        name: values[-1] for name, values in said.items()
    }


def _is_whole(url: str) -> bool:
    if make_url(url).get_backend_name() != "sqlite":
        return True
    with closing(open_database(url)) as database, database.reading() as session:
        return bool(session.connection().scalar(text("PRAGMA integrity_check")) == "ok")


def test_60_intents_under_kills_are_done_exactly_60_times(tmp_path: Path, empty_url: str) -> None:
    _save_under_kills(tmp_path, empty_url, intents=60, every=20)


@pytest.mark.soak
def test_500_intents_under_kills_are_done_exactly_500_times(tmp_path: Path, empty_url: str) -> None:
    print(_save_under_kills(tmp_path, empty_url, intents=500, every=5))  # noqa: T201 - the figures


@pytest.mark.soak
def test_what_was_acknowledged_survives_200_kills(tmp_path: Path, empty_url: str) -> None:
    print(_save_under_kills(tmp_path, empty_url, intents=1_000, every=5))  # noqa: T201 - the figures
