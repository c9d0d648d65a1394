"""A key is made once, whoever asks first, and lies where only its owner looks."""

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from jobquality.errors import SetupError
from jobquality.ledger.signing import is_signed
from jobquality.store.keys import Keyring

_ASKER = """
import sys, time
from pathlib import Path
from jobquality.store.keys import Keyring
print("ready", flush=True)
sys.stdin.readline()
print(Keyring(Path(sys.argv[1])).signer("center").key_id, flush=True)
"""
_MAKER = """
import sys
from pathlib import Path
from jobquality.store.keys import Keyring
keys, number = Keyring(Path(sys.argv[1])), 0
while True:
    number += 1
    print(number, keys.signer(f"center{number}").key_id, flush=True)
"""


def test_a_key_is_the_same_at_every_use(tmp_path: Path) -> None:
    first = Keyring(tmp_path / "keys").signer("center")
    again = Keyring(tmp_path / "keys").signer("center")
    assert is_signed(b"a", again.sign(b"a"), first.public_key)


def test_each_organization_has_its_own(tmp_path: Path) -> None:
    keys = Keyring(tmp_path / "keys")
    assert keys.signer("one").key_id != keys.signer("two").key_id


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Keyring(tmp_path / "keys").signer("center")
    finally:
        os.umask(before)
    (place,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_processes_that_ask_at_once_get_one_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ASKER, str(tmp_path / "keys")]
    askers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for asker in askers:
        assert asker.stdout is not None
        assert asker.stdout.readline() == "ready\n"
    for asker in askers:
        assert asker.stdin is not None
        asker.stdin.write("now\n")
        asker.stdin.flush()
    said = {asker.communicate()[0].strip() for asker in askers}
    assert said == {Keyring(tmp_path / "keys").signer("center").key_id}
    assert [place.name for place in (tmp_path / "keys").iterdir()] == ["center.pem"]


def test_threads_that_ask_at_once_get_one_key(tmp_path: Path) -> None:
    keys = Keyring(tmp_path / "keys")
    with ThreadPoolExecutor(16) as pool:
        said = set(pool.map(lambda _: keys.signer("center").key_id, range(64)))
    assert len(said) == 1


def test_a_kill_in_the_middle_leaves_no_half_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MAKER, str(tmp_path / "keys")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdout is not None
        lines = [maker.stdout.readline()]
        time.sleep(0.3)
        os.kill(maker.pid, signal.SIGKILL)
        lines += maker.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    said = {number: key_id for number, key_id in whole}  # noqa: C416  # mypy knows pairs only so
    keys = Keyring(tmp_path / "keys")
    for number, key_id in said.items():
        assert keys.signer(f"center{number}").key_id == key_id
    for place in (tmp_path / "keys").glob("*.pem"):
        keys.signer(place.stem)


def test_a_file_that_is_no_key_is_named(tmp_path: Path) -> None:
    other = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    (tmp_path / "center.pem").write_bytes(other)
    with pytest.raises(SetupError, match="backup"):
        Keyring(tmp_path).signer("center")


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n"])
def test_a_damaged_key_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "center.pem").write_bytes(content)
    with pytest.raises(SetupError, match="backup"):
        Keyring(tmp_path).signer("center")


def test_a_key_that_was_forgotten_is_made_anew(tmp_path: Path) -> None:
    keys = Keyring(tmp_path / "keys")
    before = keys.signer("center").key_id
    keys.forget("center")
    keys.forget("center")
    assert keys.signer("center").key_id != before
