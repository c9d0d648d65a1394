"""The closed set of refusals: every way the house says no, each with a stable public `code`.

A refusal is raised where the fact is known, in a sentence fit for the person who reads it:
what is wrong, why, and what to do. Nothing here knows HTTP; `jobquality.http` holds the one
table from refusal to status.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in what came from outside.

    `where` is the place in the sender's own words (a key path, a column, a setting), `line`
    the 1-based line of a text file. `remedy` is the sentence that says what to do next.
    """

    message: str
    where: str = ""
    line: int | None = None
    remedy: str = ""

    def __str__(self) -> str:
        """Return the fault as one line of plain text."""
        numbered = f"line {self.line}" if self.line is not None else ""
        place = ", ".join(part for part in (numbered, self.where) if part)
        sentence = " ".join(part for part in (self.message, self.remedy) if part)
        return f"{place}: {sentence}" if place else sentence


class JobQualityError(Exception):
    """A refusal in plain words; `code` never changes once published."""

    code: ClassVar[str]


class FaultsError(JobQualityError):
    """Input from outside cannot be read; carries every fault at once, never only the first."""

    code = "faults"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Return every fault, one a line."""
        return "\n".join(str(fault) for fault in self.faults)


class NotFoundError(JobQualityError):
    """There is nothing of that name, or nothing the asker may know of: both read the same."""

    code = "not_found"


class GoneError(JobQualityError):
    """It was there and was taken back, with a reason that everyone may read."""

    code = "withdrawn"


class ForbiddenError(JobQualityError):
    """The asker is known and may not do this."""

    code = "forbidden"


class SecondStepError(ForbiddenError):
    """The asker may do this, but not with a password alone."""

    code = "second_step"


class ConflictError(JobQualityError):
    """Someone else was faster: the thing changed after the asker last saw it."""

    code = "conflict"


class RefusedError(JobQualityError):
    """A rule of the method forbids it now: a clock still runs, a floor is missed."""

    code = "refused"


class BusyError(JobQualityError):
    """There is too much to do at this moment; the same request may work a little later."""

    code = "busy"


class PausedError(BusyError):
    """Nothing can be saved at this moment; nothing was, and the same request may work soon."""

    code = "paused"


class FullError(PausedError):
    """Nothing can be saved before somebody makes room on the disk."""

    code = "full"


class ClosedError(PausedError):
    """Nothing is saved before whoever runs this installation switches saving on again."""

    code = "closed"


class IntegrityFailedError(JobQualityError):
    """What is kept is not what was signed, so it is not shown."""

    code = "integrity"


class SetupError(JobQualityError):
    """This installation may not serve: its settings, database or shipped files are not right."""

    code = "setup"


def check_faults(faults: Iterable[Fault]) -> None:
    """Be quiet when there is no fault.

    Raises:
        FaultsError: there is at least one; carries them all.
    """
    found = tuple(faults)
    if found:
        raise FaultsError(found)
