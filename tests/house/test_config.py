from pathlib import Path

import pytest

from jobquality.config import SETTINGS, Settings
from jobquality.errors import FaultsError

KEY = "k" * 32


def test_a_key_is_all_that_must_be_set() -> None:
    settings = Settings.from_environ({"SECRET_KEY": KEY})

    assert settings.data == Path("data")
    assert settings.database_url == "sqlite:///data/jobquality.sqlite"
    assert settings.public_url == "http://localhost:8000"


def test_the_database_lies_in_the_data_folder() -> None:
    settings = Settings.from_environ({"SECRET_KEY": KEY, "JOBQUALITY_DATA": "/srv/jobs"})

    assert settings.database_url == "sqlite:////srv/jobs/jobquality.sqlite"


def test_every_wrong_setting_is_named_at_once_with_its_remedy() -> None:
    wrong = {"DATABASE_URL": "mysql://x", "PUBLIC_URL": "example.org", "SECRET_KEY": "short"}

    with pytest.raises(FaultsError) as refusal:
        Settings.from_environ(wrong)

    named = [fault.message.partition(" ")[0] for fault in refusal.value.faults]
    assert sorted(named) == ["DATABASE_URL", "PUBLIC_URL", "SECRET_KEY"]
    assert all(fault.remedy for fault in refusal.value.faults)


@pytest.mark.parametrize("url", ["https://jobs.example.org", "http://localhost:8000/"])
def test_a_public_address_is_kept_without_its_last_slash(url: str) -> None:
    settings = Settings.from_environ({"SECRET_KEY": KEY, "PUBLIC_URL": url})

    assert settings.public_url == url.rstrip("/")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(setting.meaning for setting in SETTINGS)


@pytest.mark.parametrize("name", [*(setting.name for setting in SETTINGS), "PORT"])
def test_every_setting_stands_in_the_readme_with_its_default(name: str) -> None:
    readme = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8")
    table = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]

    assert f"\n| `{name}` | " in table
    default = {setting.name: setting.default for setting in SETTINGS}.get(name, "8000")
    assert f"`{default}` |" in table or not default
