"""The log as a file: CSV, one JSON object a line, or an Excel workbook."""

import json
from collections.abc import Callable, Mapping, Sequence

from jobquality.errors import RefusedError
from jobquality.tables.csvtext import Record, csv_text

COLUMNS = (
    *("number", "at", "local_time", "who", "person_id", "kind", "sentence", "more"),
    *("about", "about_id", "details"),
)
FORMATS = ("csv", "jsonl", "xlsx")
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_NUMBERS = ("number",)
#: What one Excel sheet holds below its header.
MOST_EXCEL_ROWS = 1_048_575


def log_file(records: Sequence[Record], form: str) -> bytes:
    """Return the records in one of FORMATS, all of them.

    Raises:
        RefusedError: there are more than a workbook holds.
    """
    return _WRITERS[form](records)


def _csv(records: Sequence[Record]) -> bytes:
    return csv_text(records, COLUMNS, numbers=_NUMBERS).encode()


def _jsonl(records: Sequence[Record]) -> bytes:
    return "".join(f"{json.dumps(_typed(one), ensure_ascii=False)}\n" for one in records).encode()


def _typed(record: Record) -> Mapping[str, object]:
    return {
        **record,
        "number": int(record["number"]),
        "details": json.loads(record["details"]),
    }


def _xlsx(records: Sequence[Record]) -> bytes:
    if len(records) > MOST_EXCEL_ROWS:
        raise RefusedError(
            f"There are {len(records)} events, and Excel holds {MOST_EXCEL_ROWS}. "
            "Choose fewer days, or take the CSV."
        )
    from jobquality.tables.frames import frame_of, xlsx_bytes  # noqa: PLC0415  # pandas is slow

    return xlsx_bytes(frame_of(records, COLUMNS, numbers=_NUMBERS), sheet="log")


_WRITERS: Mapping[str, Callable[[Sequence[Record]], bytes]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": _xlsx,
}
