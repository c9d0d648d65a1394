import subprocess
import sys
from contextlib import closing

import pytest

from jobquality.store.database import open_database
from jobquality.store.schema import check_ready

PROGRAM = "import sys; from jobquality.store.schema import migrate; migrate(sys.argv[1])"


@pytest.mark.soak
def test_many_processes_that_start_at_once_all_find_a_database_up_to_date(empty_url: str) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, empty_url], stderr=subprocess.PIPE)
        for _ in range(12)
    ]

    complaints = [process.communicate(timeout=120)[1] for process in processes]

    assert complaints == [b""] * len(processes)
    with closing(open_database(empty_url)) as database:
        check_ready(database)
