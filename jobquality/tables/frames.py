"""Excel and Parquet files from records; apart, because pandas takes a second to import."""

import io
from collections.abc import Mapping, Sequence

import pandas as pd

Record = Mapping[str, str]
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
#: The date that a workbook says it was made on, so that the same scores give the same bytes.
_MADE = pd.Timestamp("2000-01-01").to_pydatetime()


def frame_of(
    records: Sequence[Record], columns: Sequence[str], *, numbers: Sequence[str]
) -> pd.DataFrame:
    """Return the records as a table of texts, with `numbers` as numbers."""
    frame = pd.DataFrame(list(records), columns=list(columns), dtype="str")
    for name in numbers:
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("float64")
    return frame


def xlsx_bytes(frame: pd.DataFrame, *, sheet: str = "scores") -> bytes:
    """Return a workbook of one sheet whose texts stay texts, also when a person edits a cell."""
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": _OPTIONS}) as writer:
        frame.to_excel(writer, index=False, sheet_name=sheet, freeze_panes=(1, 1))
        writer.book.set_properties({"created": _MADE})
        # Excel runs a text that starts with = once somebody edits it; not when it is quoted.
        quoted = writer.book.add_format({"quote_prefix": True})
        for position, name in enumerate(frame.columns):
            if not pd.api.types.is_numeric_dtype(frame[name]):
                _write_texts(writer.sheets[sheet], position, list(frame[name]), quoted)
    return out.getvalue()


def _write_texts(sheet: object, position: int, texts: list[str], quoted: object) -> None:
    for row, text in enumerate(texts, start=1):
        if text.startswith(("=", "+", "-", "@", "'")):
            sheet.write_string(row, position, text, quoted)  # type: ignore[attr-defined]  # untyped


def parquet_bytes(frame: pd.DataFrame) -> bytes:
    """Return a Parquet file."""
    return frame.to_parquet(None, index=False)
