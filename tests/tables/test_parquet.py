from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jobquality.errors import FaultsError
from jobquality.tables.sheets import read_sheet


def read_cells(folder: Path, column: pa.Array) -> list[str]:
    file = folder / "facts.parquet"
    names = pa.array([f"E{number}" for number in range(len(column))])
    pq.write_table(pa.table({"employer": names, "answer": column}), file)
    return [row.cells[1] for row in read_sheet(file).rows]


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        (pa.array([7, None, -1]), ["7", "", "-1"]),
        (pa.array([0.1 + 0.2, None, 7.0]), ["0.3", "", "7"]),
        (pa.array([0.1, 7.25, 1234567.0], pa.float32()), ["0.1", "7.25", "1234567"]),
        (pa.array([Decimal("7.250"), None]), ["7.250", ""]),
        (pa.array([True, False, None]), ["yes", "no", ""]),
        (pa.array([date(2026, 3, 1), None]), ["2026-03-01", ""]),
        (pa.array([datetime(2026, 3, 1)], pa.timestamp("ns")), ["2026-03-01"]),  # noqa: DTZ001  # a file may have no zone
        (pa.array(["NA", "None", "", None]), ["NA", "None", "", ""]),
        (pa.array(["a", "b", None]).dictionary_encode(), ["a", "b", ""]),
        (pa.nulls(2), ["", ""]),
    ],
)
def test_a_cell_reads_as_a_person_would_write_it(
    tmp_path: Path, column: pa.Array, texts: list[str]
) -> None:
    assert read_cells(tmp_path, column) == texts


def test_a_number_that_is_none_does_not_read_as_an_empty_cell(tmp_path: Path) -> None:
    assert read_cells(tmp_path, pa.array([float("nan"), float("inf")])) == ["NaN", "Infinity"]


def test_a_column_of_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="column answer: This column holds lists or groups"):
        read_cells(tmp_path, pa.array([[1], [2]]))


@pytest.mark.parametrize("kept", [4, 60, -4])
def test_a_file_that_is_cut_off_is_told(tmp_path: Path, kept: int) -> None:
    file = tmp_path / "facts.parquet"
    pq.write_table(pa.table({"employer": ["Elm"]}), file)
    file.write_bytes(file.read_bytes()[:kept])

    with pytest.raises(FaultsError, match=r"The Parquet file cannot be read: .* Write it again"):
        read_sheet(file)
