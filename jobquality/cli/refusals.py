"""Refusals as a person reads them on the command line: which file, how many faults, each one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from jobquality.errors import Fault, FaultsError, JobQualityError

#: A screen of more faults than this helps nobody; the first ones are mended first anyway.
MOST_SHOWN = 200


class Refusal(click.ClickException):
    """Faults of one file. Exit code 1; nothing was written."""

    exit_code = 1

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(_lines(name, self.faults)))


def refusal_text(error: JobQualityError) -> str:
    """Return what a refusal says that belongs to no file."""
    return "\n".join(_lines("", error.faults)) if isinstance(error, FaultsError) else str(error)


def _lines(name: str, faults: Sequence[Fault]) -> Iterator[str]:
    # A fault without a place names its file itself.
    if name and any(fault.line is not None or fault.where for fault in faults):
        count = len(faults)
        yield f"{name} has {count} faults:" if count > 1 else f"{name} has a fault:"
    yield from (str(fault) for fault in faults[:MOST_SHOWN])
    if len(faults) > MOST_SHOWN:
        yield f"… and {len(faults) - MOST_SHOWN} more."


@contextmanager
def in_file(name: str) -> Iterator[None]:
    """Say of every fault inside which file it is in."""
    try:
        yield
    except FaultsError as error:
        raise Refusal(name, error.faults) from None
