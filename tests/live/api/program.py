"""A program that acts for somebody, with a token."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.scopes import Scope
from jobquality.services.tokens import PREFIX, NewToken, make_token
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.people import Person
from tests.live.conftest import NOON

V1 = "/api/v1"
_numbers = count(1)


def stored_secret(
    database: Database,
    person: Person,
    *scopes: Scope,
    at: Any = NOON,  # noqa: ANN401 - a moment
) -> str:
    """Make a token of somebody's with these scopes, all if none is named, and return it."""
    number = next(_numbers)
    secret = f"{PREFIX}secret{number}"
    new = NewToken(
        id=f"program{number}",
        secret=secret,
        name="A program",
        scopes=frozenset(scopes or Scope),
    )
    with database.transaction(EVERY_ORGANIZATION) as session:
        make_token(session, person.actor, new, at=at)
    return secret


@dataclass(slots=True)
class Program:
    """A program of somebody's. Each request is a new intent, unless it says a key."""

    client: FlaskClient
    secret: str
    assessment_id: str

    @property
    def at(self) -> str:
        """Where the draft is."""
        return f"{V1}/assessments/{self.assessment_id}"

    def get(self, path: str, **headers: str) -> TestResponse:
        """Read."""
        return self.client.get(path, headers=self._headers(headers))

    def send(
        self, path: str, body: object, *, method: str = "POST", key: str | None = "", **headers: str
    ) -> TestResponse:
        """Send a body; with no key for None."""
        if key is not None:
            headers["Idempotency_Key"] = key or f"intent-{next(_numbers)}"
        return self.client.open(path, method=method, json=body, headers=self._headers(headers))

    def put(
        self,
        criterion: str,
        answer: object,
        seen: int | None,
        *,
        key: str | None = "",
        **body: object,
    ) -> TestResponse:
        """Answer one question, as it was seen."""
        sent = {"answer": answer, **body}
        path = f"{self.at}/answers/{criterion}"
        return self.send(path, sent, method="PUT", key=key, If_Match=f'"{seen}"')

    def batch(self, *answers: dict[str, object], key: str = "") -> TestResponse:
        """Answer several questions."""
        body = {"answers": list(answers)}
        return self.send(f"{self.at}/answers", body, method="PUT", key=key)

    def _headers(self, given: dict[str, str]) -> dict[str, str]:
        dashed = {name.replace("_", "-"): value for name, value in given.items()}
        return {"Authorization": f"Bearer {self.secret}", **dashed}


def pointers(answer: TestResponse) -> dict[str, str]:
    """Return what is wrong, by where."""
    assert answer.status_code == 422, answer.text
    assert answer.content_type == "application/problem+json"
    return {one["pointer"]: one["detail"] for one in answer.get_json()["errors"]}
