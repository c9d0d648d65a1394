import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jobquality.app import create_app, prepare
from jobquality.config import Settings
from jobquality.errors import SetupError
from jobquality.rubrics.catalog import shipped
from jobquality.store.database import make_engine, open_database
from jobquality.store.editions import registered_editions
from jobquality.store.schema import check_ready
from tests.live.conftest import NOON


def test_an_installation_is_ready_after_it_was_prepared(settings: Settings, empty_url: str) -> None:
    settings = replace(settings, database_url=empty_url)

    prepare(settings, at=NOON)

    with closing(open_database(empty_url)) as database:
        check_ready(database)


def test_an_installation_with_a_newer_database_does_not_start(
    settings: Settings, empty_url: str
) -> None:
    settings = replace(settings, database_url=empty_url)
    prepare(settings, at=NOON)
    engine = make_engine(empty_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()

    with pytest.raises(SetupError, match="Install the newer program"):
        prepare(settings, at=NOON)


def test_over_https_browsers_are_told_to_stay_there(settings: Settings) -> None:
    settings = replace(settings, public_url="https://jobs.example.org")

    headers = create_app(settings).test_client().get("/en/").headers

    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_every_shipped_edition_is_registered_at_the_first_start(
    settings: Settings, empty_url: str
) -> None:
    prepare(replace(settings, database_url=empty_url), at=NOON)

    with closing(open_database(empty_url)) as database, database.reading() as session:
        registered = {(one.rubric, one.edition) for one in registered_editions(session)}
    assert registered == {(one.id, one.edition) for one in shipped().editions()}


def test_an_installation_does_not_start_when_a_published_edition_was_changed(
    settings: Settings, empty_url: str
) -> None:
    settings = replace(settings, database_url=empty_url)
    prepare(settings, at=NOON)
    name, edition = next(iter(shipped().by_name.items()))
    rubric = replace(edition.rubric, scoring_hash="changed")
    changed = replace(shipped(), by_name={name: replace(edition, rubric=rubric)})

    with pytest.raises(SetupError, match=f"{rubric.id} {rubric.edition} is not the file that was"):
        prepare(settings, at=NOON, catalog=changed)


def test_the_data_folder_is_for_its_owners_eyes(settings: Settings, tmp_path: Path) -> None:
    settings = Settings.from_environ(
        {"JOBQUALITY_DATA": str(tmp_path / "kept" / "data"), "SECRET_KEY": settings.secret_key}
    )

    prepare(settings, at=NOON)

    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700
