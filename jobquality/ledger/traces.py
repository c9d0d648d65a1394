"""Traces: what each event leaves of the rows of an assessment, so that nobody changes one unseen.

An event names the print of every part of a row that was written with it, before and after. So
each part has a line through the log. Where a row is not what its last event left, or an event
found another row than the one before it left, somebody changed it past the program.

Source: docs/decisions/0060-traces.md
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jobquality.ledger.canonical import canonical_text, read_canonical

#: There is no row; and: it may have been anything.
NONE, ANY = "-", "*"
#: Under this name an event's details hold its traces, and these the name of the key of prints.
TRACES, _KEY = "traces", "key"


@dataclass(frozen=True, slots=True)
class Trace:
    """The print of one part of a row before and after an event."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Traces:
    """What one event leaves, by the name of each part; `key` says under which key prints are."""

    key: str
    parts: Mapping[str, Trace]


@dataclass(slots=True)
class Line:
    """What the events of an assessment left last of each part, and which lines are broken."""

    last: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def dump_traces(traces: Traces) -> str:
    """Return traces as text for the details of an event."""
    told: dict[str, str] = {name: f"{one.was} {one.now}" for name, one in traces.parts.items()}
    return canonical_text(told | {_KEY: traces.key})


def load_traces(text: str) -> Traces:
    """Return what `dump_traces` wrote; nothing of an empty text."""
    found = read_canonical(text) if text else {}
    told = {str(name): str(one) for name, one in found.items()} if isinstance(found, dict) else {}
    key = told.pop(_KEY, "")
    halves = {name: one.partition(" ") for name, one in told.items()}
    return Traces(key=key, parts={name: Trace(one[0], one[2]) for name, one in halves.items()})


def follow(found: Iterable[Traces], key: str) -> Line:
    """Return what events left, oldest first; of another key's prints nobody can tell any more."""
    line = Line()
    for traces in found:
        for name, one in traces.parts.items():
            if traces.key != key:
                line.last[name] = ANY
                continue
            before = line.last.get(name, NONE)
            if ANY not in (before, one.was) and before != one.was:
                line.broken.add(name)
            line.last[name] = one.now
    return line


def find_differing(line: Line, rows: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of parts that are not what the events left; `rows` are prints by name."""
    names = line.last.keys() | rows.keys()
    changed = {name for name in names if not _fits(line.last.get(name, NONE), rows.get(name, NONE))}
    return tuple(sorted(changed | line.broken))


def _fits(said: str, now: str) -> bool:
    return said in (ANY, now)
