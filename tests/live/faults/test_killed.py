"""R1, R2. kill -9 of the processes that answer, while people save and programs send again."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
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
    wanted: int
    acknowledged: dict[str, list[str]] = field(default_factory=dict)

    def write(self) -> None:
        """Answer one question after the other."""
        for edit in range(self.wanted):
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
    wanted: int
    acknowledged: set[str] = field(default_factory=set)

    def write(self) -> None:
        """Start one assessment after the other."""
        address = f"/en/work/employers/{self.employer_id}/assess"
        for number in range(self.wanted):
            fields = {"key": f"start-{number}", "standard": f"{RUBRIC}@{EDITION}"}
            told = self.browser.post(address, {**fields, "on": "2026-02-01"})
            assert told.status == 303, told
            self.acknowledged.add(told.headers["Location"].rpartition("/")[2])


@contextmanager
def _killing(server: Server, *, most: int) -> Iterator[Callable[[], int]]:
    """Kill a process that answers, then the next, as soon as both are there again."""
    stop, kills = threading.Event(), count()
    random = Random(1)  # noqa: S311 - which one dies is no secret
    done = 0

    def run() -> None:
        nonlocal done
        while not stop.is_set() and done < most:
            workers = server.workers()
            if len(workers) == 2:
                os.kill(random.choice(workers), signal.SIGKILL)
                done = next(kills) + 1
            stop.wait(0.2)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield lambda: done
    finally:
        stop.set()
        thread.join()


def _save_under_kills(folder: Path, url: str, *, intents: int, kills: int) -> str:
    """Let three save at once while processes die; return the figures."""
    with crowd(folder, url) as here:
        with here.context.database.transaction(EVERY_ORGANIZATION) as session:
            employer = stored_employer(session, here.people[0])
        with serving(folder, url) as server:
            each = intents // 3
            writers = [
                Writer(Browser(here, server, 0), QUESTIONS[:2], each),
                Writer(Browser(here, server, 1), QUESTIONS[2:], each),
            ]
            starter = Starter(Browser(here, server, 0), employer.id, intents - 2 * each)
            with _killing(server, most=kills) as killed:
                at_once([*(one.write for one in writers), starter.write])
            sent = sum(one.sent for one in (*(one.browser for one in writers), starter.browser))
            figures = f"{intents} intents, {killed()} kills, {sent} requests"
        _check_answers(here, writers)
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            started = {one.id for one in list_assessments(session, employer.id)}
        assert started == starter.acknowledged
        assert len(started) == starter.wanted
    assert _is_whole(url)
    return f"{make_url(url).get_backend_name()}: {figures}"


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
    _save_under_kills(tmp_path, empty_url, intents=60, kills=2)


@pytest.mark.soak
def test_500_intents_under_kills_are_done_exactly_500_times(tmp_path: Path, empty_url: str) -> None:
    print(_save_under_kills(tmp_path, empty_url, intents=500, kills=1000))  # noqa: T201 - the figures


@pytest.mark.soak
def test_what_was_acknowledged_survives_200_kills(tmp_path: Path, empty_url: str) -> None:
    print(_save_under_kills(tmp_path, empty_url, intents=10_000, kills=200))  # noqa: T201 - the figures
