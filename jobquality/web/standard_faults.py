"""The faults of files, each beside the line that it speaks of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobquality.errors import Fault

_LONGEST_LINE = 160
_MOST_SHOWN = 100


#: What a command line would do about a figure, and what somebody at a page does instead.
_COMMANDS = (
    "Add it with --parameters.",
    "Pass it with --parameters.",
    "Add a row for it, with its source, in a file and pass it with --parameters.",
    "Add that row, with its source, in a file and pass it with --parameters.",
)
_ON_PAGES = "Bring it under To do, Living wage and other figures."


def on_pages(text: str) -> str:
    """Return what the checker says with remedies that a page has, not a command line."""
    for command in _COMMANDS:
        text = text.replace(command, _ON_PAGES)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultLine:
    """One fault: which file, which line, what stands there, what is wrong, and what to do."""

    file: str
    line: int | None
    text: str
    says: str
    remedy: str


def fault_lines(faults: Iterable[Fault], files: Mapping[str, bytes]) -> Iterator[FaultLine]:
    """Yield each fault with the text of its line, from `files` by the names that faults use.

    The standard itself has no name. What is no place in a file of these has no text.
    """
    texts = {name: _lines(content) for name, content in files.items()}
    for shown, fault in enumerate(faults):
        if shown >= _MOST_SHOWN:
            return
        known = fault.where if fault.where in texts else ""
        # A fault in a standard that this one extends names that standard, not a line here.
        is_elsewhere = bool(fault.where) and fault.where not in texts and "@" in fault.where
        yield FaultLine(
            file=fault.where,
            line=fault.line,
            text="" if is_elsewhere else _line(texts.get(known, ()), fault.line),
            says=fault.message,
            remedy=fault.remedy,
        )


def _lines(content: bytes) -> tuple[str, ...]:
    return tuple(content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"))


def _line(lines: tuple[str, ...], number: int | None) -> str:
    if number is None or not 0 < number <= len(lines):
        return ""
    text = lines[number - 1].rstrip()
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]} …"
