"""Several browsers at one installation on a database of its own."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.http import Context
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person
from tests.live.assessments.assessing import Case, stored_case
from tests.live.factories import log_in, stored_person


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Two programs on one database, and two people of one organization."""

    apps: tuple[Flask, Flask]
    people: tuple[Person, Person]
    case: Case

    def browser(self, number: int) -> FlaskClient:
        """Return a browser of the first or second person, at a program of their own."""
        return log_in(self.apps[number].test_client(), self.people[number])

    @property
    def address(self) -> str:
        """Where the draft is."""
        return f"/en/work/assessments/{self.case.assessment.id}"

    @property
    def context(self) -> Context:
        """The first program's context."""
        context: Context = self.apps[0].extensions["jobquality"]
        return context


def settings_for(folder: Path, url: str) -> Settings:
    """Return the settings of an installation on that database."""
    given = {"JOBQUALITY_DATA": str(folder), "SECRET_KEY": "k" * 32, "DATABASE_URL": url}
    return Settings.from_environ(given)


@contextmanager
def crowd(folder: Path, url: str) -> Iterator[Crowd]:
    """Prepare an installation and open it twice."""
    settings = settings_for(folder, url)
    prepare(settings, at=datetime.now(UTC))
    apps = create_app(settings), create_app(settings)
    for app in apps:
        app.config["WTF_CSRF_ENABLED"] = False
    databases = [app.extensions["jobquality"].database for app in apps]
    with databases[0].transaction(EVERY_ORGANIZATION) as session:
        case = stored_case(session)
        organization = get_organization(session, case.person.organization_id)
        second = stored_person(session, organization)
    yield Crowd(apps=apps, people=(case.person, second), case=case)
    for database in databases:
        database.close()


def at_once(works: Sequence[Callable[[], None]]) -> None:
    """Do everything at the same moment, each in a thread of its own, and raise what one raises."""
    gate = threading.Barrier(len(works))
    raised: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            gate.wait()
            work()
        except BaseException as error:  # noqa: BLE001 - it is raised again, in the test's thread
            raised.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]
