"""`jobquality verify` on a real database and on the file that everybody can download."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobquality.services.public_ledgers import read_ledger
from jobquality.store.database import EVERY_ORGANIZATION, Database, open_database
from jobquality.store.schema import migrate
from tests.cli.calling import Result, call
from tests.live.ledger.published import Center, stored_center, tamper


@pytest.fixture
def opened(empty_url: str) -> Iterator[Database]:
    """A database of this test's own, with real connections."""
    migrate(empty_url)
    made = open_database(empty_url)
    yield made
    made.close()


@pytest.fixture
def center(opened: Database, tmp_path: Path) -> Center:
    """A center with two publications."""
    with opened.transaction() as session:
        made = stored_center(session, tmp_path)
        employer = made.employer(name="Ünder the Elm")
        made.publish(employer)
        made.publish(employer)
    return made


@pytest.fixture
def file(opened: Database, center: Center, tmp_path: Path) -> Path:
    """The downloaded ledger of the center."""
    with opened.reading(EVERY_ORGANIZATION) as session:
        content = read_ledger(session, center.organization.slug)
    place = tmp_path / "ledger.json"
    place.write_bytes(content.encode())
    return place


def head_in(result: Result) -> str:
    """Return the head that a command printed."""
    (line,) = (one for one in result.out.splitlines() if one.startswith("  head  "))
    return line.removeprefix("  head  ")


def test_a_whole_ledger_is_said_to_be_so(empty_url: str, center: Center) -> None:
    result = call("verify", "--database", empty_url)
    slug = center.organization.slug
    assert result.code == 0
    assert result.err == (
        "marks: not looked at; the key that proves who wrote the log is not here.\n"
    )
    assert f"{slug}: 2 entries are whole, 2 scores come out the same again." in result.out
    assert head_in(result).startswith(f"{slug}:2:")


def test_the_database_of_the_settings_is_meant_otherwise(
    empty_url: str, center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_url)
    assert center.organization.slug in call("verify").out


def test_what_fails_is_named_and_the_exit_code_is_1(
    empty_url: str, opened: Database, center: Center
) -> None:
    with opened.transaction() as session:
        tamper(session, "UPDATE bodies SET content = content || ' '")
    result = call("verify", "--database", empty_url)
    assert result.code == 1
    assert f"{center.organization.slug}: FAILED: entry 1: Its body was changed" in result.out
    assert "Not everything is whole" in result.err


def test_a_head_that_was_kept_is_found_again(empty_url: str, center: Center) -> None:
    assert center.publications
    kept = head_in(call("verify", "--database", empty_url))
    assert call("verify", "--database", empty_url, "--head", kept).code == 0


def test_a_head_of_nobody_is_named(empty_url: str, center: Center) -> None:
    assert center.publications
    kept = "gone:1:" + "0" * 64
    result = call("verify", "--database", empty_url, "--head", kept)
    assert result.code == 1
    assert "gone: FAILED: There is no such organization here any more." in result.out


@pytest.mark.parametrize("head", ["center", "center:1", "center:1:xyz", "center:-1:" + "0" * 64])
def test_a_head_that_cannot_be_read_is_explained(empty_url: str, head: str) -> None:
    result = call("verify", "--database", empty_url, "--head", head)
    assert result.code == 2
    assert "ORGANIZATION:NUMBER:HASH" in result.err


def test_a_database_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    place = tmp_path / "nothing.sqlite"
    result = call("verify", "--database", f"sqlite:///{place}")
    assert result.code == 1
    assert "There is no database" in result.err
    assert not place.exists()


@pytest.mark.usefixtures("opened")
def test_a_database_of_nobody_is_whole(empty_url: str) -> None:
    result = call("verify", "--database", empty_url)
    assert (result.code, result.out) == (0, "There is no organization yet.\n")


def test_the_file_is_as_good_as_the_database(empty_url: str, center: Center, file: Path) -> None:
    assert center.publications
    assert call("verify", "--file", file).out == call("verify", "--database", empty_url).out


def test_a_head_is_looked_for_in_the_file(
    empty_url: str, opened: Database, center: Center, file: Path
) -> None:
    with opened.transaction(center.organization.id) as session:
        center.session = session
        center.publish(center.employer())
    newer = head_in(call("verify", "--database", empty_url))
    result = call("verify", "--file", file, "--head", newer)
    assert result.code == 1
    assert "FAILED: entry 3: The chain ends at 2: its end was cut off." in result.out


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('\\"revision\\":1', '\\"revision\\":7', "entry 1: Its body was changed"),
        ('"number":2,"previous"', '"number":3,"previous"', "entry 3: Number 2 is missing"),
        ("entries", "entrees", "is not known"),
        ('"format":1', '"format":2', "Its format is"),
        ("{", "{ ", "not canonical"),
        ('"slug":', '"slug"', "no JSON"),
    ],
    ids=["body", "number", "key", "format", "space", "colon"],
)
def test_a_file_that_was_changed_is_named(
    file: Path, before: str, after: str, message: str
) -> None:
    file.write_bytes(file.read_bytes().replace(before.encode(), after.encode(), 1))
    result = call("verify", "--file", file)
    assert result.code == 1
    assert message in result.out + result.err


def test_a_file_whose_end_was_cut_off_is_named_by_its_own_head(file: Path) -> None:
    content = file.read_text("utf-8")
    start = content.index('{"at"', content.index('{"at"') + 1)
    end = content.index("]", content.rindex('"signature"'))
    file.write_bytes((content[: start - 1] + content[end:]).encode())
    result = call("verify", "--file", file)
    assert result.code == 1
    assert "its end was cut off" in result.out


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"null", b"[" * 50_000])
def test_a_file_that_is_no_ledger_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "ledger.json"
    place.write_bytes(content)
    result = call("verify", "--file", place)
    assert result.code == 1
    assert "ledger.json" in result.err


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "There is no file" in call("verify", "--file", tmp_path / "none.json").err
