"""A browser of somebody who assesses, and the forms that it sends."""

from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.store.assessments import Answer, list_answers
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.waiting import list_waiting
from tests.live.assessments.assessing import Case

#: What a field of a form may be given.
Typed = str | list[str]
NOTICE = "sched_notice_days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A browser of somebody who assesses, at an empty draft."""

    client: FlaskClient
    database: Database
    case: Case

    def send(
        self, criterion: str, *, key: str = "k1", language: str = "en", **fields: Typed
    ) -> TestResponse:
        """Send the form of a question by its button."""
        return self.post(f"/{language}", criterion, {"key": key, "seen": "0", **fields}, {})

    def save(self, criterion: str, *, key: str = "k1", **fields: Typed) -> TestResponse:
        """Send the form of a question as our script does."""
        headers = {"Accept": "application/json"}
        return self.post("/en", criterion, {"key": key, "seen": "0", **fields}, headers)

    def post(
        self, start: str, criterion: str, fields: dict[str, Typed], headers: dict[str, str]
    ) -> TestResponse:
        """Send a form as it is."""
        address = f"{start}/work/assessments/{self.case.assessment.id}/{criterion}"
        return self.client.post(address, data=fields, headers=headers)

    def page(self, criterion: str) -> str:
        """Return the page of a question."""
        return self.client.get(f"/en/work/assessments/{self.case.assessment.id}/{criterion}").text

    def answers(self, assessment_id: str = "") -> dict[str, Answer]:
        """Return what is stored."""
        with self.database.reading(EVERY_ORGANIZATION) as session:
            return list_answers(session, assessment_id or self.case.assessment.id)

    def waiting(self) -> list[str]:
        """Return the answers that wait for somebody to choose."""
        with self.database.reading(EVERY_ORGANIZATION) as session:
            return [one.said.answer for one in list_waiting(session, self.case.assessment.id)]

    def choose(self, criterion: str, take: str, **fields: str) -> TestResponse:
        """Choose the first answer that waits, or the one that is there."""
        with self.database.reading(EVERY_ORGANIZATION) as session:
            waiting = list_waiting(session, self.case.assessment.id)[0]
        sent: dict[str, Typed] = {"key": "choose", "seen": "1", "waiting": waiting.id, "take": take}
        return self.post("/en", f"{criterion}/choose", {**sent, **fields}, {})
