"""Read one criterion, and the parts of its measure."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from jobquality.rubrics.answers import read_answer
from jobquality.rubrics.bands import check_reached
from jobquality.rubrics.conditions import read_conditions, read_counts_from
from jobquality.rubrics.days import read_day
from jobquality.rubrics.desk import Desk, read_wording
from jobquality.rubrics.fields import Fields, shown
from jobquality.rubrics.grounds import read_grounds, read_needs
from jobquality.rubrics.measures import read_measure
from jobquality.rubrics.model import AnswerKind, Band, Box, Criterion, Grounds, State
from jobquality.rubrics.nodes import Mapping
from jobquality.rubrics.points import read_points
from jobquality.rubrics.ruling import read_node_rules
from jobquality.rubrics.weights import Weight, read_weight


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCriterion:
    """A criterion as read, and its weight as the file gives it.

    `parts` are the questions asked inside its measure, those of the parts themselves too.
    """

    criterion: Criterion
    weight: Weight
    parts: tuple[Criterion, ...]


def read_criterion(tree: Mapping, desk: Desk) -> ReadCriterion:
    """Read a criterion and the parts it asks for."""
    fields = Fields(tree, "a criterion", desk.faults)
    name = fields.id("criterion")
    wanted = read_answer(fields)  # looks at what stands beside it, so before that is taken
    kind, unit = wanted.kind, wanted.unit
    weight = read_weight(fields)
    inner = desk.inside(fields)
    noted = len(desk.faults.found)
    points = read_points(
        fields, desk, kind=kind, unit=unit, grounds=read_grounds(fields, Grounds())
    )
    is_plain = points is None and len(desk.faults.found) == noted
    boxes = _read_boxes(fields) if kind is AnswerKind.CHECKLIST else ()
    measure = read_measure(fields, unit, desk)
    applies = read_conditions(fields, desk)
    criterion = Criterion(
        id=name,
        code=fields.text("code"),
        line=fields.line,
        weight=weight.number,
        wording=read_wording(fields, ask_required=not fields.has("reads")),
        kind=kind,
        unit=unit,
        points=points,
        boxes=boxes,
        measure=measure.measure if measure else None,
        evidence=fields.ids("evidence"),
        critical=fields.ids("critical"),
        applies=applies,
        counts_from=read_counts_from(fields, desk),
        allows_na=fields.flag("na") or bool(applies),
        read_as=inner.read_as or {},
        when=inner.when,
        reads=fields.text("reads"),
        needs=read_needs(fields),
        rules=read_node_rules(fields, desk),
        upcoming=_read_upcoming(fields),
    )
    fields.close()
    _check_reached(criterion, desk)
    if is_plain and wanted.is_known:
        _check_plain(criterion, desk, weight)
    _check_states(criterion, desk, weight)
    parts = [_read_part(part, desk) for part in measure.parts] if measure else []
    return ReadCriterion(
        criterion=criterion,
        weight=weight,
        parts=tuple(question for part in parts for question in (part.criterion, *part.parts)),
    )


def _read_upcoming(fields: Fields) -> date | None:
    """Take the day from which a later edition counts what is only asked here."""
    line, text = fields.line_of("upcoming"), fields.text("upcoming")
    day = read_day(text)
    if text and day is None:
        message = f"{shown(f'upcoming: {text}')} is not a date."
        fields.faults.add(line, message, "Write it as 2026-03-01.")
    return day


def _read_part(tree: Mapping, desk: Desk) -> ReadCriterion:
    read = read_criterion(tree, desk)
    if read.criterion.points is not None and read.criterion.kind is AnswerKind.NUMBER:
        message = f"'{read.criterion.id}' is a part of a figure, so it gives no points of its own."
        remedy = "Leave 'points' out, or make it a criterion of its own and name it here."
        desk.faults.add(read.criterion.line, message, remedy)
    return read


def _read_boxes(fields: Fields) -> tuple[Box, ...]:
    boxes: dict[str, Box] = {}
    line = fields.line_of("of")
    for tree in fields.groups("of"):
        inner = Fields(tree, "a box of a checklist", fields.faults)
        name = inner.id("answer")
        if name in boxes:
            fields.faults.add(inner.line, f"The box '{name}' stands twice.", "Use another id.")
        boxes[name] = Box(id=name, ask=inner.text("ask"))
        inner.close()
    if not boxes:
        message = "A checklist has no boxes."
        fields.faults.add(
            line, message, "Add of: with a line {answer: ID, ask: TEXT} for each box."
        )
    return tuple(boxes.values())


def _check_plain(criterion: Criterion, desk: Desk, weight: Weight) -> None:
    """Note what a criterion without `points` cannot be."""
    name, line = criterion.id, criterion.line
    if criterion.kind in (AnswerKind.CHOICE, AnswerKind.TALLY):
        message = f"The {criterion.kind} '{name}' has no 'points', so nothing can be chosen."
        desk.faults.add(line, message, "Add points: with a line {answer: ID, ask: TEXT, gives: N}.")
    elif criterion.points is None and weight.is_given:
        message = f"'{name}' has a weight but no 'points', so it is not scored."
        desk.faults.add(line, message, "Add points: …, or leave the weight out.")


def _check_reached(criterion: Criterion, desk: Desk) -> None:
    steps = criterion.points if isinstance(criterion.points, tuple) else ()
    bands = [step for step in steps if isinstance(step, Band)]
    if criterion.boxes:
        check_reached(bands, Fraction(len(criterion.boxes)), boxes=True, desk=desk)
    elif criterion.unit and criterion.unit.most is not None:
        check_reached(bands, criterion.unit.most, boxes=False, desk=desk)


def _check_states(criterion: Criterion, desk: Desk, weight: Weight) -> None:
    """Note an answer that reads as 'na' without leave, and a weight of what does not count yet."""
    if State.NA in criterion.read_as.values() and not criterion.allows_na:
        message = f"'{criterion.id}' reads an answer as 'na' but does not allow it."
        desk.faults.add(criterion.line, message, "Add na: yes.")
    if criterion.upcoming is not None and weight.is_given:
        message = f"'{criterion.id}' is upcoming, so it has no weight yet."
        remedy = "Leave the weight out; the edition that counts it gives it one."
        desk.faults.add(criterion.line, message, remedy)
