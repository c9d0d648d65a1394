from contextlib import closing

from flask.testing import FlaskClient

from jobquality.app import create_app
from jobquality.config import Settings
from jobquality.store.database import open_database


def test_a_process_that_answers_is_live(client: FlaskClient) -> None:
    response = client.get("/health/live")

    assert response.json == {"status": "live"}
    assert response.headers["Cache-Control"] == "no-store"


def test_an_installation_with_its_database_up_to_date_is_ready(client: FlaskClient) -> None:
    response = client.get("/health/ready")

    assert response.status_code == 200
    assert response.json == {"status": "ready"}


def test_an_installation_whose_database_was_never_set_up_is_not_ready(
    settings: Settings, empty_url: str
) -> None:
    with closing(open_database(empty_url)) as database:
        app = create_app(settings, database=database)
        response = app.test_client().get("/health/ready")

    assert response.status_code == 503
    assert response.json is not None
    assert "older than this program" in response.json["reason"]
