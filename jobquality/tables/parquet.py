"""Read a Parquet file as text."""

import io
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from jobquality.errors import Fault, FaultsError
from jobquality.tables.cells import cell_text

_MOST_CELLS = 20_000_000
_MOST_BYTES = 512 * 1024 * 1024
#: How many digits of a number mean anything, by the bits that hold it.
_DIGITS = {pa.float16(): 3, pa.float32(): 6}


def read_parquet_rows(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the header and then every row; the first row of facts is number 2.

    Raises:
        FaultsError: it is no Parquet file, is larger than what fits into memory, or has
            columns of lists or groups.
    """
    try:
        table = _read(content)
        columns = [_texts(column) for column in table.columns]
    except (pa.ArrowException, OSError) as error:
        message = f"The Parquet file cannot be read: {str(error).splitlines()[0]}"
        raise _fault(message, "Write it again.") from None
    yield 1, tuple(table.column_names)
    yield from enumerate(zip(*columns, strict=True), start=2)


def _read(content: bytes) -> pa.Table:
    file = pq.ParquetFile(io.BytesIO(content))
    about = file.metadata
    size = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    if about.num_rows * about.num_columns > _MOST_CELLS or size > _MOST_BYTES:
        raise _fault("The file has more cells than we read at once.", "Split it.")
    faults = [
        Fault(message="This column holds lists or groups.", where=f"column {field.name}")
        for field in file.schema_arrow
        if pa.types.is_nested(field.type) or pa.types.is_binary(field.type)
    ]
    if faults:
        raise FaultsError(faults)
    return file.read()


def _texts(column: pa.ChunkedArray) -> list[str]:
    digits = _DIGITS.get(column.type, 15)
    return [cell_text(cell, digits=digits) for cell in column.to_pylist()]


def _fault(message: str, remedy: str) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy)])
