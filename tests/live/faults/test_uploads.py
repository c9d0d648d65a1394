"""R8: the real server dies at each step of a real upload; nothing half is left, nothing twice."""

from datetime import UTC, datetime
from pathlib import Path

from jobquality.services.sweeping import sweep
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.files import FileStore
from tests.live.assessments.crowd import Crowd, crowd
from tests.live.evidence.copying import paper
from tests.live.faults.serving import Browser, Server, Told, serving, wait_until

#: Dies before the file, then before its folder is on the disk; the first upload makes the key
#: of sealed files before. Then dies between all of it and the answer.
DEATHS = (
    {"Die_At_Sync": "1"}, {"Die_At_Sync": "2"}, {"Die_At_Sync": "3"}, {"Die_At_Sync": "4"},
    {"Die_After": "1"},
)  # fmt: skip


def _pieces(here: Crowd, folder: Path) -> tuple[Evidence, ...]:
    """Return what there is, where every row has its whole file."""
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        assert sweep(session, FileStore(folder / "files"), at=datetime.now(UTC)).is_whole
        return list_evidence(session, here.case.assessment.id)


def _upload(browser: Browser, number: int, **headers: str) -> Told | None:
    place = f"{browser.crowd.address}/sched_notice_days/evidence"
    form = {"title": f"Paper {number}", "grade": "E2", "key": f"upload-{number}"}
    return browser.upload(place, form, paper(size=(200 + number, 100)), **headers)


def _die_at_each_step(here: Crowd, server: Server, folder: Path) -> int:
    """Upload a file for each way to die, and once more; return how often the server died."""
    browser, died = Browser(here, server, 0), 0
    for number, death in enumerate(DEATHS):
        first = _upload(browser, number, **death)
        died += first is None
        assert number <= len(_pieces(here, folder)) <= number + 1
        told: list[Told | None] = [first]

        def again(number: int = number, told: list[Told | None] = told) -> bool:
            told.append(_upload(browser, number))
            return told[-1] is not None

        if first is None:
            wait_until(again)
        assert told[-1] is not None
        assert told[-1].status == 201, told[-1]
        pieces = _pieces(here, folder)
        assert [one.title for one in pieces] == [f"Paper {one}" for one in range(number + 1)]
        assert told[-1].json()["id"] == pieces[-1].id
    return died


def test_r8_a_server_that_dies_at_any_step_of_an_upload_leaves_nothing_half_and_nothing_twice(
    tmp_path: Path, empty_url: str
) -> None:
    with crowd(tmp_path, empty_url) as here, serving(tmp_path, empty_url) as server:
        assert _die_at_each_step(here, server, tmp_path) >= 3
