"""What KoBo and ODK give back: submissions by name, whatever groups stand before the names.

Every cell stays the text that it was. Nothing is guessed: a column that the standard does not
know is named, a column that stands twice is a fault.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jobquality.errors import Fault, FaultsError
from jobquality.reading.fieldforms import field_form
from jobquality.reading.fieldnames import ASSESSMENT, EDITION, STANDARD, FieldNames
from jobquality.reading.options import kind_of, values_of
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import AnswerKind
from jobquality.schemas.jsontext import Number, read_json
from jobquality.schemas.texts import quoted
from jobquality.scoring.answers import find_questions

MOST_SUBMISSIONS = 500
_LONGEST = 4000
#: How groups are written before a name: by KoBo, by ODK Central, by ODK's older tools.
_PARTED = re.compile(r"[/\-.]")
#: Columns that the tools add themselves.
_TOOLS = {
    "start", "end", "today", "username", "deviceid", "phonenumber", "submissiondate", "key",
    "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status",
    "reviewstate", "edits", "formversion", "instanceid", "instancename", "uuid", "rootuuid",
    "deprecatedid", "__version__",
}  # fmt: skip
#: Where the submissions stand in a document: KoBo, ODK Central.
_LISTS = ("results", "value")
_TICKED = ("1", "1.0", "true", "yes")
Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One filled form: its row in the file, and its texts by the name of the field."""

    row: int
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What a file holds; `unknown` are columns with answers that the standard does not know."""

    submissions: tuple[Submission, ...]
    unknown: tuple[str, ...] = ()


def load_rows(rows: Iterable[Row], edition: Edition) -> Export:
    """Return the submissions of a table; the first row is the header.

    Raises:
        FaultsError: a field stands in two columns, or a row has more cells than the header.
    """
    numbered = iter(rows)
    line, header = next(numbered)
    fields = _Fields(edition)
    named = [fields.of(column) for column in header]
    faults = list(_twice(line, header, named))
    records = []
    for number, cells in numbered:
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            message = f"This row has {len(cells)} cells, but there are {len(header)} columns."
            remedy = "Put quotes around texts with a comma."
            faults.append(Fault(message=message, line=number, remedy=remedy))
        records.append((number, dict(zip(header, cells, strict=False))))
    if faults:
        raise FaultsError(faults)
    return _export(records, fields)


def load_document(content: bytes, edition: Edition) -> Export:
    """Return the submissions of KoBo's or ODK Central's JSON.

    Raises:
        FaultsError: it is not JSON, holds no submissions or half a character, or names a field
            twice.
    """
    fields = _Fields(edition)
    records = [
        (number, dict(_flat(one, ""))) for number, one in enumerate(_listed(read_json(content)), 1)
    ]
    for number, record in records:
        _check_whole(number, record)
    faults = [
        fault
        for number, record in records
        for fault in _twice(number, list(record), [fields.of(column) for column in record])
    ]
    if faults:
        raise FaultsError(faults)
    return _export(records, fields)


def _check_whole(number: int, record: Mapping[str, str]) -> None:
    """Be quiet where every text can be shown; JSON can name half a character, pages cannot."""
    try:
        "".join((*record, *record.values())).encode()
    except UnicodeEncodeError:
        message = f"Submission {number} holds half of a broken character."
        remedy = "Export the answers anew, or delete the character."
        raise FaultsError([Fault(message=message, where="file", remedy=remedy)]) from None


def load_kept(text: str, edition: Edition) -> tuple[Submission, ...]:
    """Return submissions that a page of ours kept in its form; they are read as if new.

    Raises:
        FaultsError: they were changed on the way.
    """
    tree = read_json(text.encode())
    known = _Fields(edition).data
    rows = tree if isinstance(tree, list) else []
    kept = [_kept(one, known) for one in rows[:MOST_SUBMISSIONS]]
    if not kept or None in kept:
        fault = Fault(message="The answers did not arrive whole.", remedy="Send the file again.")
        raise FaultsError([fault])
    return tuple(one for one in kept if one is not None)


class _Fields:
    """Every field of an edition, found by a column however it is written."""

    def __init__(self, edition: Edition) -> None:
        names = FieldNames(edition.rubric)
        form = field_form(edition)
        self.data = {row["name"] for row in form.survey if "name" in row}
        self.data |= {names.form(one) for one in (STANDARD, EDITION, ASSESSMENT, "slug", "visit")}
        self._boxes = {
            question.id: {*values_of(question), names.none(values_of(question))}
            for question in find_questions(edition.rubric).values()
            if kind_of(question) is AnswerKind.CHECKLIST
        }

    def of(self, column: str) -> tuple[str, str] | None:
        """Return the field of a column, and the box where each box has a column of its own."""
        parts = [part for part in _PARTED.split(column.strip()) if part]
        if len(parts) > 1 and parts[-1] in self._boxes.get(parts[-2], ()):
            return parts[-2], parts[-1]
        return (parts[-1], "") if parts and parts[-1] in self.data else None

    def is_a_tools_own(self, column: str) -> bool:
        """Say whether a column is one that KoBo or ODK adds."""
        parts = [part for part in re.split(r"[/\-]", column.strip()) if part]
        return column.startswith("_") or not parts or parts[-1].lower() in _TOOLS


def _export(records: Sequence[tuple[int, Mapping[str, str]]], fields: _Fields) -> Export:
    if len(records) > MOST_SUBMISSIONS:
        message = f"The file has {len(records)} submissions; we take {MOST_SUBMISSIONS} at most."
        raise FaultsError([Fault(message=message, remedy="Export fewer, by date.")])
    unknown = Counter[str]()
    submissions = []
    for number, record in records:
        cells = {name: text.strip() for name, text in record.items() if text.strip()}
        unknown.update(
            one for one in cells if fields.of(one) is None and not fields.is_a_tools_own(one)
        )
        submissions.append(Submission(row=number, cells=_cells(cells, fields)))
    return Export(submissions=tuple(submissions), unknown=tuple(unknown))


def _cells(record: Mapping[str, str], fields: _Fields) -> dict[str, str]:
    cells: dict[str, str] = {}
    ticked: dict[str, list[str]] = {}
    for column, text in record.items():
        found = fields.of(column)
        if found is None:
            continue
        name, box = found
        if not box:
            cells[name] = text[:_LONGEST]
        elif text.lower() in _TICKED:
            ticked.setdefault(name, []).append(box)
    return {**{name: " ".join(boxes) for name, boxes in ticked.items()}, **cells}


def _twice(
    line: int, header: Sequence[str], named: Sequence[tuple[str, str] | None]
) -> Iterator[Fault]:
    for place, (column, found) in enumerate(zip(header, named, strict=True)):
        if found is not None and found in named[:place]:
            first = header[named.index(found)]
            message = f"{quoted(column)} and {quoted(first)} are the same question."
            yield Fault(message=message, line=line, where=column, remedy="Keep one column.")


def _listed(tree: object) -> Sequence[Mapping[str, object]]:
    if isinstance(tree, dict):
        inner = next((tree[name] for name in _LISTS if isinstance(tree.get(name), list)), [tree])
        tree = inner
    found = [one for one in tree if isinstance(one, dict)] if isinstance(tree, list) else []
    if not found or len(found) != len(tree if isinstance(tree, list) else ()):
        message = "This JSON holds no submissions."
        remedy = "Take what KoBo gives at /api/v2/assets/…/data/, or ODK Central at …/Submissions."
        raise FaultsError([Fault(message=message, remedy=remedy)])
    return found


def _flat(tree: Mapping[str, object], before: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a document with the groups before each name."""
    for name, value in tree.items():
        path = f"{before}/{name}" if before else name
        if isinstance(value, dict):
            yield from _flat(value, path)
        else:
            yield path, _text(value)


def _text(value: object) -> str:
    if isinstance(value, Number):
        return value.text
    if isinstance(value, list):
        return " ".join(one for one in value if isinstance(one, str))
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else ""


def _kept(one: object, known: set[str]) -> Submission | None:
    if not isinstance(one, dict) or not isinstance(one.get("cells"), dict):
        return None
    row, cells = one.get("row"), one["cells"]
    is_row = isinstance(row, Number) and re.fullmatch(r"[0-9]{1,7}", row.text)
    is_whole = all(name in known and isinstance(text, str) for name, text in cells.items())
    if not isinstance(row, Number) or not is_row or not is_whole:
        return None
    return Submission(
        row=int(row.text), cells={name: text[:_LONGEST] for name, text in cells.items()}
    )
