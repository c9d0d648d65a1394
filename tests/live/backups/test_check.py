"""D10: `jobquality check` names each thing that is wrong, its setting, and what to do."""

import json
import os
import shutil
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import run

import pytest
from sqlalchemy import text

from jobquality.documents.trial import OTHERS, Trial, try_drawing
from jobquality.services.events import EventKind, record
from jobquality.store.database import EVERY_ORGANIZATION, Session, make_engine, open_database
from jobquality.store.keys import Keyring
from jobquality.store.organizations import list_organizations
from tests.cli.calling import call
from tests.live.backups.places import Place
from tests.live.backups.test_backup import stored_first
from tests.live.ledger.published import tamper

GOOD = {"PUBLIC_URL": "https://jobs.example.org", "TRUSTED_PROXIES": "1", "MAIL_SERVER": ""}


@pytest.fixture
def place(here: Place) -> Place:
    """An installation without anything to complain about; its secret was drawn."""
    here.settle()
    here.data.chmod(0o700)
    for name, value in GOOD.items():
        here.monkeypatch.setenv(name, value)
    return here


def findings(place: Place) -> dict[str, dict[str, str]]:
    """Return what the command says, by name; the worst where a name comes twice."""
    said = json.loads(place.call("check", "--json").out)
    order = ["ok", "warning", "fault"]
    return {one["name"]: one for one in sorted(said, key=lambda one: order.index(one["level"]))}


def _with_every_font() -> Trial:
    """Draw as here, on a machine that has every font; ours may have none but our own."""
    return replace(try_drawing(), missing=())


def test_letters_that_no_font_here_has_are_named_with_the_package_that_brings_them(
    place: Place,
) -> None:
    none = Trial(is_right=True, missing=tuple(OTHERS))
    place.monkeypatch.setattr("jobquality.cli.check.try_drawing", lambda: none)

    done = place.call("check")

    assert "No font here has letters for emoji: in a PDF they are boxes." in done.out
    assert "apt install fonts-noto-color-emoji" in done.out
    assert "apt install fonts-noto-cjk" in done.out
    assert done.code == 0


def test_a_letter_is_missing_exactly_where_no_font_of_the_machine_has_it() -> None:
    listed = shutil.which("fc-list")
    if listed is None:
        pytest.skip("Without fontconfig's own command there is nothing to hold it against.")
    known = {
        name: bool(
            run([listed, f":charset={ord(word[0]):x}"], check=True, capture_output=True).stdout
        )
        for name, word in OTHERS.items()
    }

    trial = try_drawing()

    assert trial.is_right
    assert {name: name not in trial.missing for name in OTHERS} == known


def test_a_working_installation_has_nothing_to_put_right(place: Place) -> None:
    stored_first(place)
    place.call("backup", place.data.parent / "out")
    place.monkeypatch.setattr("jobquality.cli.check.try_drawing", _with_every_font)

    done = place.call("check")

    assert done.code == 0, done.out
    assert {one["level"] for one in findings(place).values()} == {"ok"}, done.out
    assert "documents: A page was drawn with our letters, and read back." in done.out


def _set(**values: str) -> Callable[[Place], None]:
    def change(place: Place) -> None:
        for name, value in values.items():
            place.monkeypatch.setenv(name, value)

    return change


def _open_key(place: Place) -> None:
    next((place.data / "keys").glob("*.pem")).chmod(0o644)


def _lose_key(place: Place) -> None:
    stored_first(place)
    place.files.key.place.unlink()


def _clock_behind(place: Place) -> None:
    engine = make_engine(place.url)
    with engine.begin() as connection:
        tamper(Session(connection), "UPDATE ledger SET at = :at", at=_in_a_year(place.url))
    engine.dispose()


def _in_a_year(url: str) -> object:
    later = datetime.now(UTC) + timedelta(days=365)
    return later if url.startswith("postgresql") else later.strftime("%Y-%m-%d %H:%M:%S.%f")


def _newer(place: Place) -> None:
    engine = make_engine(place.url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()


def _silent_mail(place: Place) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    place.monkeypatch.setenv("MAIL_SERVER", f"smtp://127.0.0.1:{port}")


def _old_backup(place: Place) -> None:
    when = datetime.now(UTC) - timedelta(days=3)
    (place.data / "last_backup").write_text(f"{when.isoformat()} /mnt/backup")


def _half_a_backup(place: Place) -> None:
    assert place.call("backup", "--without-keys", place.data.parent / "out").code == 0


def _no_keys(place: Place) -> None:
    for one in (place.data / "keys").glob("*.pem"):
        one.unlink()


def _other_keys(place: Place) -> None:
    (one,) = (place.data / "keys").glob("*.pem")
    one.unlink()
    Keyring(one.parent).signer(one.stem)


def _no_secret(place: Place) -> None:
    place.monkeypatch.delenv("SECRET_KEY")


def _full_disk(place: Place) -> None:
    place.monkeypatch.setattr("jobquality.cli.findings._SCARCE", 10**18)


def _no_room_for_two(place: Place) -> None:
    place.monkeypatch.setattr("jobquality.cli.findings._SCARCE", 0)
    place.monkeypatch.setattr("jobquality.cli.findings._size", lambda _: 10**18)


def _of_another_user(place: Place) -> None:
    """Let the database be one that only another user may write, as after a start by root."""
    real = os.access
    lost = place.data / "keys"
    place.monkeypatch.setattr(
        "os.access", lambda one, *rest: Path(one) != lost and real(one, *rest)
    )


def _unreadable_secret(place: Place) -> None:
    place.monkeypatch.delenv("SECRET_KEY", raising=False)
    (place.data / "secret_key").unlink(missing_ok=True)
    (place.data / "secret_key").mkdir()


def _cut_off(place: Place) -> None:
    (place.data / "restoring").write_text("x")


def test_d10_everything_that_is_wrong_is_named_at_once_with_its_remedy(place: Place) -> None:
    place.settle()
    changes = (
        _set(
            SECRET_KEY="a" * 40, PUBLIC_URL="https://example.org/jobs", TRUSTED_PROXIES="0",
            FLASK_DEBUG="1", READ_ONLY="1",
        ),
        _open_key, _silent_mail, _old_backup,
    )  # fmt: skip
    for change in changes:
        change(place)
    place.monkeypatch.setattr(Place, "settle", lambda _: None)
    place.monkeypatch.setattr("jobquality.cli.check.try_drawing", lambda: Trial(is_right=True))

    found = findings(place)

    assert {
        name: one["level"] for name, one in found.items() if one["level"] != "ok"
    } == {
        "secret": "fault", "address": "fault", "proxy": "warning", "debug": "fault",
        "saving": "warning", "permissions": "warning", "mail": "fault", "backups": "warning",
    }  # fmt: skip
    for name, remedy in {
        "secret": "SECRET_KEY", "address": "PUBLIC_URL", "proxy": "TRUSTED_PROXIES=1",
        "debug": "FLASK_DEBUG", "saving": "READ_ONLY", "permissions": "chmod 600",
        "mail": "MAIL_SERVER", "backups": "jobquality backup",
    }.items():  # fmt: skip
        assert remedy in found[name]["said"] + found[name]["remedy"]
    assert place.call("check").code == 1


def _unsealed(place: Place) -> None:
    with closing(open_database(place.url)) as database:
        with database.reading(EVERY_ORGANIZATION) as session:
            (owner,) = [one.id for one in list_organizations(session)]
        with database.transaction(owner) as session:
            at = datetime(2026, 7, 4, 9, 30, tzinfo=UTC)
            record(session, None, EventKind.LOGIN_FAILED, organization_id=owner, at=at)


_WRONG: dict[str, tuple[Callable[[Place], None], str, str, str]] = {
    "short secret": (_set(SECRET_KEY="short"), "settings", "fault", "SECRET_KEY"),
    "lost key": (_lose_key, "evidence key", "fault", "keys/evidence.key"),
    "clock": (_clock_behind, "clock", "warning", "Set this machine's clock"),
    "newer": (_newer, "database", "fault", "DATABASE_URL"),
    "log": (_unsealed, "log", "warning", "1 entry of the log since 2026-07-04T09:30:00Z is not"),
    "no whole backup": (_half_a_backup, "backups", "warning", "One without keys does not count"),
    "lost signing keys": (_no_keys, "signing keys", "fault", "from a backup"),
    "other signing keys": (_other_keys, "signing keys", "fault", "publish nothing"),
    "no secret": (_no_secret, "secret", "fault", "Use the kept secret: put "),
    "full disk": (_full_disk, "disk", "fault", "Make room on the disk"),
    "no room for two": (_no_room_for_two, "disk", "warning", "use another disk"),
    "cut off": (_cut_off, "folder", "fault", "restore"),
    "another user": (_of_another_user, "folder", "fault", "chown -R USER "),
    "unreadable secret": (_unreadable_secret, "folder", "fault", "secret_key cannot be used"),
}


@pytest.mark.parametrize(("change", "name", "level", "remedy"), _WRONG.values(), ids=_WRONG)
def test_d10_whatever_is_wrong_is_named_with_its_remedy(
    place: Place, change: Callable[[Place], None], name: str, level: str, remedy: str
) -> None:
    place.monkeypatch.setattr("jobquality.cli.check.try_drawing", lambda: Trial(is_right=True))
    place.settle()
    change(place)
    place.monkeypatch.setattr(Place, "settle", lambda _: None)

    every = findings(place)
    found = every[name]

    assert found["level"] == level
    assert remedy in found["said"] + found["remedy"]
    # Whoever moved the clock of the ledger took its guards away first, and that is a fault too.
    is_faulty = any(one["level"] == "fault" for one in every.values())
    assert is_faulty == (level == "fault" or name == "clock")
    assert place.call("check").code == int(is_faulty)


def test_after_a_restore_without_keys_everything_that_is_lost_is_named(place: Place) -> None:
    """Also what has nothing to do with the secret, which is missing."""
    place.monkeypatch.setattr("jobquality.cli.check.try_drawing", lambda: Trial(is_right=True))
    place.settle()
    for change in (_no_secret, _no_keys, _full_disk):
        change(place)
    place.monkeypatch.setattr(Place, "settle", lambda _: None)

    found = findings(place)

    assert {name for name, one in found.items() if one["level"] == "fault"} == {
        "secret", "signing keys", "disk",
    }  # fmt: skip
    assert "Make one" not in found["secret"]["remedy"]
    assert {"address", "database", "guards", "evidence", "mail", "backups"} <= set(found)


def test_an_empty_place_that_a_start_would_fill_has_nothing_to_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobquality.cli.check.try_drawing", lambda: Trial(is_right=True))
    for name in ("SECRET_KEY", "DATABASE_URL", "MAIL_SERVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path / "data"))

    done = call("check")

    assert done.code == 0, done.out
    assert "secret: It is made at the first start" in done.out
    assert list(tmp_path.iterdir()) == []


def test_letters_that_are_not_ours_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobquality.documents.trial._FONT", "NoSuchLetters")
    monkeypatch.setenv("JOBQUALITY_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    done = call("check")

    assert done.code == 1
    assert "fonts: A page came out without its words or without our letters." in done.out
