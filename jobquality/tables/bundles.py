"""A folder of evidence as one ZIP file, with a list of what is in it."""

import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from jobquality.store.evidence import Evidence
from jobquality.tables.csvtext import csv_text

LIST = "evidence.csv"
COLUMNS = (
    "file", "question", "title", "grade", "kind", "captured_on", "expires_on", "sha256", "link",
    "visibility", "worker_paper",
)  # fmt: skip
#: ZIP knows no day before; the same evidence gives the same bytes.
DAY = (1980, 1, 1, 0, 0, 0)


def bundle(
    pieces: Iterable[Evidence],
    *,
    name_of: Callable[[Evidence], str],
    read: Callable[[str], bytes],
) -> BinaryIO:
    """Return an open ZIP file on the disk: every file under `name_of` it, and the list.

    `read` returns a file by its hash. One file is in memory at a time.
    """
    out = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    records = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for piece in pieces:
            name = name_of(piece) if piece.is_file else ""
            if name:
                archive.writestr(zipfile.ZipInfo(name, DAY), read(piece.sha256))
            records.append(record_of(piece, name))
        listed = csv_text(records, COLUMNS, numbers=())
        archive.writestr(zipfile.ZipInfo(LIST, DAY), listed)
    out.seek(0)
    return cast("BinaryIO", out)


def record_of(piece: Evidence, name: str) -> dict[str, str]:
    """Return the line of a piece in the list of COLUMNS; `name` is its file's, or empty."""
    return {
        "file": name,
        "question": piece.criterion,
        "title": piece.title,
        "grade": piece.grade.value,
        "kind": piece.kind,
        "captured_on": _day(piece.captured_on),
        "expires_on": _day(piece.expires_on),
        "sha256": piece.sha256,
        "link": piece.url,
        "visibility": piece.visibility.value,
        "worker_paper": "yes" if piece.of_worker else "no",
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
