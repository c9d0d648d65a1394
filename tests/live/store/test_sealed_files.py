"""T8: what people gave us lies encrypted on the disk, and every change of a byte is found."""

import stat
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from jobquality.errors import NotFoundError, SetupError
from jobquality.store.files import FileStore
from jobquality.store.sealing import PIECE, BrokenSealError, Seal

MARKER = b"Maria Lopez, payslip of week 12 at 9.25 an hour"
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17)


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    """A folder of files, with its keys beside it."""
    return FileStore(tmp_path / "files")


def place_of(files: FileStore, name: str) -> Path:
    return next(files.folder.rglob(name))


def kept_plain(files: FileStore, content: bytes) -> str:
    """Write a file as releases before this one did."""
    name = sha256(content).hexdigest()
    place = files.folder / name[:2] / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return name


@pytest.mark.parametrize("size", SIZES)
def test_t8_what_is_sealed_is_read_back_and_its_name_is_that_of_its_content(
    files: FileStore, size: int
) -> None:
    content = (MARKER * (size // len(MARKER) + 1))[:size]

    name = files.keep(content)

    assert name == sha256(content).hexdigest()
    assert files.read(name) == content
    assert files.is_whole(name)


def test_t8_no_plain_byte_of_it_lies_anywhere_in_the_folder_of_data(files: FileStore) -> None:
    files.keep(MARKER * 5000)

    lying = b"".join(place.read_bytes() for place in files.folder.parent.rglob("*.*"))
    lying += b"".join(place.read_bytes() for place in files.folder.rglob("??/*"))

    assert len(lying) > 5000 * len(MARKER)
    assert not any(MARKER[at : at + 8] in lying for at in range(len(MARKER) - 8))


def test_t8_the_same_file_looks_different_each_time_it_is_sealed(files: FileStore) -> None:
    name = files.keep(MARKER)
    before = place_of(files, name).read_bytes()
    files.remove(name)
    files.keep(MARKER)
    after = place_of(files, name).read_bytes()

    assert len(after) == len(before)
    assert after[17:] != before[17:]


def _flip(at: int) -> Callable[[bytes], bytes]:
    return lambda raw: raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def _swap(raw: bytes) -> bytes:
    one = PIECE + 16
    return raw[:33] + raw[33 + one : 33 + 2 * one] + raw[33 : 33 + one] + raw[33 + 2 * one :]


_CHANGES: dict[str, Callable[[bytes], bytes]] = {
    **{f"flip {at}": _flip(at) for at in (0, 8, 20, 33, 40_000, 33 + PIECE, -1)},
    "swap": _swap,
    "one byte short": lambda raw: raw[:-1],
    "a piece short": lambda raw: raw[: 33 + PIECE + 16],
    "only the head": lambda raw: raw[:33],
    "half of the head": lambda raw: raw[:20],
    "a byte more": lambda raw: raw + b"\0",
    "twice": lambda raw: raw + raw[33:],
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_t8_whatever_is_changed_cut_off_or_swapped_is_found_and_told(
    files: FileStore, change: Callable[[bytes], bytes]
) -> None:
    name = files.keep(MARKER * 5000)
    place = place_of(files, name)
    place.write_bytes(change(place.read_bytes()))

    with pytest.raises(NotFoundError, match=r"damaged on the disk\. Restore it from a backup"):
        files.read(name)
    assert not files.is_whole(name)


def test_t8_one_file_cannot_take_the_place_of_another(files: FileStore) -> None:
    mine, other = files.keep(b"mine"), files.keep(b"other")
    place_of(files, mine).write_bytes(place_of(files, other).read_bytes())

    with pytest.raises(NotFoundError, match="damaged"):
        files.read(mine)


def test_no_piece_is_given_out_before_it_is_proved() -> None:
    seal = Seal(b"k" * 32)
    raw = b"".join(seal.sealed(MARKER * 5000, "name"))
    broken = _flip(33 + PIECE + 16 + 5)(raw)

    pieces = seal.opened(BytesIO(broken), "name")

    assert next(pieces) == (MARKER * 5000)[:PIECE]
    with pytest.raises(BrokenSealError):
        next(pieces)


def test_files_of_before_and_public_ones_are_read_as_they_are(files: FileStore) -> None:
    old = kept_plain(files, b"%PDF of last year")
    public = files.keep_public(b"%PDF of a certificate")
    new = files.keep(b"%PDF of today")

    assert files.read(old) == b"%PDF of last year"
    assert place_of(files, public).read_bytes() == b"%PDF of a certificate"
    assert [files.is_sealed(name) for name in (old, public, new)] == [False, False, True]


def test_a_file_of_before_is_sealed_in_its_place_and_only_once(files: FileStore) -> None:
    old = kept_plain(files, MARKER)

    assert files.seal(old)
    assert not files.seal(old)
    assert MARKER not in place_of(files, old).read_bytes()
    assert files.read(old) == MARKER
    assert not list(files.folder.rglob("*.part"))


def test_a_damaged_file_of_before_is_told_and_never_sealed(files: FileStore) -> None:
    old = kept_plain(files, MARKER)
    place_of(files, old).write_bytes(b"something else")

    with pytest.raises(NotFoundError, match="damaged"):
        files.seal(old)
    assert place_of(files, old).read_bytes() == b"something else"


def test_the_key_is_for_its_owners_eyes_and_outside_the_files(files: FileStore) -> None:
    files.keep(MARKER)

    assert stat.S_IMODE(files.key.place.stat().st_mode) == 0o600
    assert stat.S_IMODE(files.key.place.parent.stat().st_mode) == 0o700
    assert files.folder not in files.key.place.parents


def test_a_lost_key_is_told_and_never_replaced_in_silence(files: FileStore) -> None:
    name = files.keep(MARKER)
    files.key.place.unlink()

    with pytest.raises(SetupError, match=r"key that files are sealed with is missing: .*evidence"):
        files.read(name)
    with pytest.raises(SetupError, match="Restore it from a backup"):
        files.keep(b"another")
    with pytest.raises(SetupError, match="missing"):
        files.is_whole(name)
    assert not files.key.is_there()


def test_another_key_is_told_as_another_key_and_not_as_damage(files: FileStore) -> None:
    name = files.keep(MARKER)
    files.key.place.write_text("ab" * 32)

    with pytest.raises(SetupError, match="sealed with another key"):
        files.read(name)


@pytest.mark.parametrize("text", ["", "ab" * 31, "zz" * 32, "ab" * 33])
def test_a_file_that_is_no_key_is_named(files: FileStore, text: str) -> None:
    files.keep(MARKER)
    files.key.place.write_text(text)

    with pytest.raises(SetupError, match=r"evidence\.key is no key"):
        files.keep(b"another")


def test_a_file_that_is_removed_while_a_backup_runs_stays_until_its_end(files: FileStore) -> None:
    name = files.keep(MARKER)
    with files.held():
        files.remove(name)
        assert not files.is_there(name)
        assert (files.all_names(), files.read(name)) == ((name,), MARKER)

    assert files.all_names() == ()
    with pytest.raises(NotFoundError):
        files.read(name)


def test_two_backups_do_not_run_at_once(files: FileStore) -> None:
    files.keep(MARKER)
    with files.held(), pytest.raises(SetupError, match="Another backup runs"), files.held():
        pass
