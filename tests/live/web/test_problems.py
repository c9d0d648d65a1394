from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.config import Settings
from jobquality.errors import Fault, FaultsError, NotFoundError, RefusedError
from jobquality.store.database import Database
from tests.live.conftest import make_app


@pytest.fixture
def app(settings: Settings, database: Database) -> Flask:
    """An application of the test's own: it gets addresses that no other has."""
    return make_app(settings, database)


def test_a_missing_page_is_told_in_the_language_of_its_address(client: FlaskClient) -> None:
    response = client.get("/es/nada", headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert "Esta página no está aquí" in response.text


def test_a_missing_page_outside_a_language_is_told_in_the_readers(client: FlaskClient) -> None:
    response = client.get("/nada", headers={"Accept-Language": "es"})

    assert response.status_code == 404
    assert "Esta página no está aquí" in response.text
    assert "Accept-Language" in response.headers["Vary"]


def test_a_request_of_the_wrong_kind_is_told_which_kinds_are_right(client: FlaskClient) -> None:
    response = client.post("/en/")

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "This page cannot do that" in response.text


def test_a_request_that_is_too_large_is_told_so(app: Flask) -> None:
    from flask import request  # noqa: PLC0415 - the view below is the only one who asks

    app.add_url_rule("/en/form", view_func=lambda: str(request.form), methods=["POST"])

    response = app.test_client().post("/en/form", data={"a": "x" * 2_000_000})

    assert response.status_code == 413
    assert "This is too large" in response.text


def raising(error: Exception) -> Callable[[], str]:
    """Return a view that fails."""

    def view() -> str:
        raise error

    return view


def test_a_fault_of_ours_shows_a_calm_page_and_no_traceback(app: Flask) -> None:
    app.add_url_rule("/es/falla", view_func=raising(ZeroDivisionError("inner words")))

    response = app.test_client().get("/es/falla")

    assert response.status_code == 500
    assert "Algo salió mal aquí" in response.text
    assert "inner words" not in response.text


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (NotFoundError("No rubric x."), 404, "This page is not here"),
        (RefusedError("The reply clock runs until 2026-03-09."), 409, "The reply clock runs"),
        (
            FaultsError([Fault(message="No.", where="a"), Fault(message="<b>", where="b")]),
            422,
            "&lt;b&gt;",
        ),
    ],
)
def test_a_refusal_becomes_a_page_with_its_reasons(
    app: Flask, error: Exception, status: int, sentence: str
) -> None:
    app.add_url_rule("/en/refused", view_func=raising(error))

    response = app.test_client().get("/en/refused")

    assert response.status_code == status
    assert sentence in response.text
