"""Read a Parquet file as text."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from jobquality.errors import Fault, FaultsError

_MOST_CELLS = 20_000_000


def read_parquet_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the header and then every row; the first row of facts is number 2.

    Raises:
        FaultsError: it is no Parquet file, or larger than what fits into memory.
    """
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        if file.metadata.num_rows * file.metadata.num_columns > _MOST_CELLS:
            raise _fault("The file has more cells than we read at once.", "Split it.")
        table = file.read()
    except pa.ArrowException as error:
        raise _fault(f"The Parquet file cannot be read: {error}.") from None
    yield 1, tuple(table.column_names)
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    for number, cells in enumerate(frame.itertuples(index=False, name=None), start=2):
        yield number, tuple(_text(cell) for cell in cells)


def _text(cell: object) -> str:
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{Decimal(f'{cell:.15g}'):f}"
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat()
            if cell == datetime.combine(cell.date(), datetime.min.time(), cell.tzinfo)
            else cell.isoformat()
        )
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _fault(message: str, remedy: str = "") -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
