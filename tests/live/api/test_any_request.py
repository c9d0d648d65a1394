"""Requests that nobody thought of: the API keeps to its own description whatever is sent."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.store.database import open_database
from tests.live.api.program import stored_secret
from tests.live.assessments.assessing import stored_draft
from tests.live.ledger.published import stored_center

#: A question that fits the description may still be refused: its criteria may not exist.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
SHORT, LONG = 12, 500
OPERATIONS = 20


@dataclass(frozen=True, slots=True)
class Site:
    """An installation of its own, with something published, and a draft with a token for it."""

    app: Flask
    secret: str
    draft: str

    def aim(self, case: Any) -> dict[str, str]:  # noqa: ANN401 - ships no types
        """Let a request be about our draft where it is about one; return its headers."""
        given = case.path_parameters or {}
        ours = {"assessment_id": self.draft, "criterion": "sched_notice_days"}
        case.path_parameters = {**given, **{name: ours[name] for name in given if name in ours}}
        return {"Authorization": f"Bearer {self.secret}"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An installation."""
    folder = tmp_path_factory.mktemp("site")
    chosen = Settings.from_environ({"JOBQUALITY_DATA": str(folder), "SECRET_KEY": "k" * 32})
    now = datetime.now(UTC)
    prepare(chosen, at=now)
    with closing(open_database(chosen.database_url)) as database:
        with database.transaction() as session:
            center = stored_center(session, folder)
            center.publish(center.employer(slug="diner"))
            draft = stored_draft(session, center.author, center.employer())
        secret = stored_secret(database, center.author, at=now)
        yield Site(create_app(chosen, database=database), secret, draft.id)


def call_with_anything(site: Site, examples: int) -> int:
    """Send `examples` requests to every operation, and return how many there are."""
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", site.app)
    found: list[Any] = list(schema.get_all_operations())
    operations = [one.ok() for one in found]
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def call(case: Any) -> None:  # noqa: ANN401 - ships no types
            case.call_and_validate(checks=CHECKS, headers=site.aim(case))

        call()
    return len(operations)


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobquality.api.limits.MOST_EVALUATIONS", 1_000_000)
    monkeypatch.setattr("jobquality.api.keys.MOST_WRONG", 1_000_000)


@pytest.mark.usefixtures("_patient")
def test_any_request_is_answered_as_described(site: Site) -> None:
    assert call_with_anything(site, SHORT) == OPERATIONS


@pytest.mark.soak
@pytest.mark.usefixtures("_patient")
def test_very_many_requests_are_answered_as_described(site: Site) -> None:
    assert call_with_anything(site, LONG) == OPERATIONS
