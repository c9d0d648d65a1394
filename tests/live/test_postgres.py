import subprocess
from pathlib import Path

from tests.live.postgres import copied_programs, packaged_programs


def test_the_packaged_server_runs_from_a_copy_too(tmp_path: Path) -> None:
    """Where root's own folders hide it from the account that PostgreSQL must run as."""
    programs = copied_programs(next(packaged_programs()), tmp_path)

    shown = subprocess.run([programs / "initdb", "--version"], capture_output=True, check=True)

    assert b"PostgreSQL" in shown.stdout
