"""R1, R2. kill -9 of the processes that answer, while people save and programs send again."""

import json
import os
import signal
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import make_url, text

from jobquality.store.assessments import list_answers, list_assessments
from jobquality.store.database import EVERY_ORGANIZATION, open_database
from tests.live.api.program import stored_secret
from tests.live.assessments.assessing import EDITION, RUBRIC
from tests.live.assessments.crowd import Crowd, at_once, crowd
from tests.live.factories import stored_employer
from tests.live.faults.serving import Browser, Server, serving

QUESTIONS = (
    "sched_notice_days", "sched_rest_hours", "ben_paid_time_off", "ben_family_leave",
    "lowest_base_rate", "hourly_workers",
)  # fmt: skip

#: So many things each person does until the server dies between doing one and answering it.
UNANSWERED = 5


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
class Program:
    """A program that answers two questions, with a token."""

    browser: Browser
    secret: str
    questions: tuple[str, ...]
    acknowledged: dict[str, list[str]] = field(default_factory=dict)
    replayed: int = 0

    def write(self, edit: int) -> None:
        """Answer one question, as it was seen last."""
        name = self.questions[edit % len(self.questions)]
        said = self.acknowledged.setdefault(name, [])
        value = str(edit % 150 + 1)
        told = self.browser.insist(
            "PUT",
            f"/api/v1/assessments/{self.browser.crowd.case.assessment.id}/answers/{name}",
            json.dumps({"answer": value}).encode(),
            Authorization=f"Bearer {self.secret}",
            Content_Type="application/json",
            Idempotency_Key=f"put-{name}-{edit}",
            If_Match=f'"{len(said)}"',
        )
        assert told.status == 200, told
        assert told.json()["version"] == len(said) + 1
        self.replayed += "Idempotency-Replayed" in told.headers
        said.append(value)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Everybody who saves at once: two people who answer, one who starts, and a program."""

    writers: tuple[Writer, Writer]
    starter: Starter
    program: Program

    @classmethod
    def of(cls, here: Crowd, server: Server) -> "Team":
        """Let them all log in at a server."""
        with here.context.database.transaction(EVERY_ORGANIZATION) as session:
            employer = stored_employer(session, here.people[0])
        now = here.context.clock()
        secret = stored_secret(here.context.database, here.people[1], at=now)
        return cls(
            writers=(
                Writer(Browser(here, server, 0), QUESTIONS[:2]),
                Writer(Browser(here, server, 1), QUESTIONS[2:4]),
            ),
            starter=Starter(Browser(here, server, 0), employer.id),
            program=Program(Browser(here, server, 1), secret, QUESTIONS[4:]),
        )

    def work(self, each: int, killer: Killer) -> None:
        """Do so many intents each, at once."""
        everybody = (*self.writers, self.starter, self.program)
        at_once([partial(_work, one, each, killer) for one in everybody])

    def check(self, here: Crowd, each: int) -> None:
        """Everything that was acknowledged is there, once."""
        _check_answers(here, [*self.writers, self.program])
        with here.context.database.reading(EVERY_ORGANIZATION) as session:
            started = [one.id for one in list_assessments(session, self.starter.employer_id)]
        assert sorted(started) == sorted(self.starter.acknowledged)
        assert len(started) == each

    @property
    def sent(self) -> int:
        """How many requests it took."""
        everybody = (*self.writers, self.starter, self.program)
        return sum(one.browser.sent for one in everybody)


def _save_under_kills(folder: Path, url: str, *, intents: int, every: int) -> str:
    """Let people and a program save at once while processes die; return the figures."""
    with crowd(folder, url) as here:
        with serving(folder, url) as server:
            team, killer = Team.of(here, server), Killer(server, every)
            team.work(intents // 4, killer)
        team.check(here, intents // 4)
    assert _is_whole(url)
    assert team.program.replayed > 0
    kept = f"{killer.done} intents, {killer.kills} kills, {team.sent} requests"
    kept = f"{kept}, {team.program.replayed} of the program's answers came from before"
    return f"{make_url(url).get_backend_name()}: {kept}"


def _work(one: Writer | Starter | Program, number: int, killer: Killer) -> None:
    for edit in range(number):
        one.browser.is_to_die = edit % UNANSWERED == 1
        one.write(edit)
        killer.count()


def _check_answers(here: Crowd, writers: Sequence[Writer | Program]) -> None:
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
