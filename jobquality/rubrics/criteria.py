"""Read one criterion, and the parts of its measure."""

from dataclasses import dataclass
from fractions import Fraction

from jobquality.rubrics.desk import Desk, read_wording
from jobquality.rubrics.fields import ID, Fields, nearest
from jobquality.rubrics.measures import read_measure
from jobquality.rubrics.model import (
    AnswerKind,
    Box,
    Condition,
    Criterion,
    Grounds,
    State,
)
from jobquality.rubrics.points import read_grounds, read_points
from jobquality.rubrics.units import ANSWER_UNITS, UNITS, Unit, read_number
from jobquality.rubrics.yamltext import Mapping, Text

_KINDS = tuple(kind.value for kind in AnswerKind if kind is not AnswerKind.NUMBER)
_PROFILE = "profile."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCriterion:
    """A criterion as read; `weighted` says whether the file gives it a weight."""

    criterion: Criterion
    weighted: bool
    parts: tuple[Criterion, ...]


def read_criterion(tree: Mapping, desk: Desk) -> ReadCriterion:
    """Read a criterion and the parts it asks for."""
    fields = Fields(tree, "a criterion", desk.faults)
    name = fields.id("criterion")
    weighted = fields.has("weight")
    weight = read_weight(fields)
    kind, unit = _read_answer(fields)
    inner = desk.inside(fields)
    grounds = read_grounds(fields, Grounds())
    points = read_points(fields, kind, grounds, desk)
    boxes = _read_boxes(fields, kind)
    read = read_measure(fields, unit, desk)
    wording = read_wording(fields, ask_required=True)
    conditions = _read_conditions(fields, "applies", desk)
    criterion = Criterion(
        id=name,
        code=fields.text("code"),
        line=fields.line,
        weight=weight,
        wording=wording,
        kind=kind,
        unit=unit,
        points=points,
        boxes=boxes,
        measure=read.measure if read else None,
        evidence=fields.ids("evidence"),
        critical=fields.ids("critical"),
        applies=conditions,
        counts_from=_read_counts_from(fields, desk),
        allows_na=fields.flag("na") or bool(conditions),
        read_as=inner.read_as or {},
        when=inner.when,
    )
    fields.close()
    _check_scale(criterion, desk)
    parts = tuple(read_criterion(part, desk).criterion for part in read.parts) if read else ()
    return ReadCriterion(criterion=criterion, weighted=weighted, parts=parts)


def read_weight(fields: Fields) -> Fraction:
    """Take `weight`; 1 when it is not there, since then all siblings count the same."""
    line = fields.line_of("weight")
    has_weight = fields.has("weight")
    weight = fields.number("weight")
    if has_weight and weight is not None and weight <= 0:
        fields.faults.add(line, "A weight must be above 0.", "Leave out what does not count.")
    return Fraction(1) if weight is None or weight <= 0 else weight


def _read_answer(fields: Fields) -> tuple[AnswerKind, Unit | None]:
    line = fields.line_of("answer")
    name = fields.text("answer", required=True)
    if name in ANSWER_UNITS:
        return AnswerKind.NUMBER, UNITS[name]
    if name in _KINDS:
        return AnswerKind(name), None
    if name:
        remedy = nearest(name, [*_KINDS, *ANSWER_UNITS]) or "See 'Kinds of answer' in docs/rubric-language.md."
        fields.faults.add(line, f"'answer: {name}' is not a kind of answer or a unit.", remedy)
    return AnswerKind.NUMBER, UNITS["number"]


def _read_boxes(fields: Fields, kind: AnswerKind) -> tuple[Box, ...]:
    if kind is not AnswerKind.CHECKLIST:
        return ()
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
        fields.faults.add(line, "A checklist needs 'of' with its boxes.")
    return tuple(boxes.values())


def _read_conditions(fields: Fields, word: str, desk: Desk) -> tuple[Condition, ...]:
    tree = fields.mapping(word)
    if tree is None:
        return ()
    found = (_read_condition(key, node, desk) for key, node in tree.entries)
    return tuple(condition for condition in found if condition is not None)


def _read_condition(key: Text, node: object, desk: Desk) -> Condition | None:
    name = key.text.removeprefix(_PROFILE)
    if not ID.fullmatch(name):
        desk.faults.add(key.line, f"'{key.text}' is not the name of a profile fact or a figure.")
        return None
    figure = name in desk.figures and not key.text.startswith(_PROFILE)
    if isinstance(node, Text):
        return Condition(name=name, figure=figure, equals=node.text)
    if isinstance(node, Mapping):
        inner = Fields(node, f"the condition on '{name}'", desk.faults)
        at_least, below = inner.number("from"), inner.number("under")
        inner.close()
        if at_least is not None or below is not None:
            return Condition(name=name, figure=figure, at_least=at_least, below=below)
    desk.faults.add(key.line, f"The condition on '{name}' says nothing.", "Write yes, a word, or {from: 4}.")
    return None


def _read_counts_from(fields: Fields, desk: Desk) -> tuple[Condition, ...]:
    tree = fields.mapping("from")
    if tree is None:
        return ()
    found = []
    for key, node in tree.entries:
        number = read_number(node.text) if isinstance(node, Text) else None
        if key.text not in desk.figures:
            remedy = nearest(key.text, desk.figures) or "Ask for it as a criterion without points."
            desk.faults.add(key.line, f"'{key.text}' is not a figure of this file.", remedy)
        elif number is None:
            desk.faults.add(key.line, f"'from: {key.text}' needs a number.")
        else:
            found.append(Condition(name=key.text, figure=True, at_least=number))
    return tuple(found)


def _check_scale(criterion: Criterion, desk: Desk) -> None:
    if criterion.kind is AnswerKind.CHOICE and criterion.points is None:
        desk.faults.add(criterion.line, f"The choice '{criterion.id}' has no 'points', so nothing can be chosen.")
    if State.NA in criterion.read_as.values() and not criterion.allows_na:
        remedy = "Add na: yes."
        desk.faults.add(criterion.line, f"'{criterion.id}' reads an answer as 'na' but does not allow it.", remedy)
