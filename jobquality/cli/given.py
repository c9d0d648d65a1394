"""What every scoring command is given: a day, tables of facts, a file to write to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.days import read_day
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.facts import load_facts
from jobquality.schemas.texts import quoted
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.parts import gathered
from jobquality.tables.sheets import read_sheet
from jobquality.tables.writing import check_target


def find_day(on: str | None, *, option: str = "--on") -> date:
    """Return the day of an option; today where it was left out.

    Raises:
        FaultsError: it is no date.
    """
    if on is None:
        return datetime.now(UTC).date()
    day = read_day(on)
    if day is None:
        message = f"{option}: {quoted(on)} is not a date."
        raise FaultsError([Fault(message=message, remedy="Write it as 2026-03-01.")])
    return day


def find_target(out: str | None, read: Sequence[str]) -> Path | None:
    """Return the file to write a table to, or None where none was named.

    Raises:
        FaultsError: no table can be written there, or it is one of the files in `read`.
    """
    if out is None:
        return None
    target = Path(out)
    check_target(target)
    check_unread(out, read)
    return target


def check_unread(out: str, read: Sequence[str]) -> None:
    """Be quiet where a file to write is none of those that are read.

    Raises:
        FaultsError: it is one of them.
    """
    if Path(out).resolve() in {Path(name).resolve() for name in read if name}:
        message = f"'{out}' is one of the files that are read."
        raise FaultsError([Fault(message=message, remedy="Write the scores to another file.")])


def read_employers(
    path: Path, standard: Rubric, parameters: Parameters, day: date
) -> tuple[EmployerFacts, ...]:
    """Return the facts of a table; `day` is for employers without one of their own.

    Raises:
        FaultsError: something cannot be read, or the table has no rows.
    """
    rows = read_sheet(path).numbered()
    employers = load_facts(rows, standard, on=day, parameters=parameters)
    if not employers:
        message = f"'{path.name}' has a header, but no rows."
        raise FaultsError([Fault(message=message, remedy="Add one for each employer or answer.")])
    return gathered(standard, employers)
