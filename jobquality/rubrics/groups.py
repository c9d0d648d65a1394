"""Read the tree of topics: dimensions, the criteria in them, and what each weighs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.rubrics.criteria import ReadCriterion, read_criterion, read_weight
from jobquality.rubrics.desk import Desk, read_wording
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.model import Combine, Criterion, Group, Wording
from jobquality.rubrics.units import show_number
from jobquality.rubrics.yamltext import Mapping

#: What Part 4 of docs/rubric-language.md calls the places that are advanced, not the words.
CRITERIA_AT_THE_TOP = "criteria at the top"
DIMENSIONS_IN_A_DIMENSION = "dimensions in a dimension"
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Child:
    """A scored node; `weighted` says whether the file gives it a weight."""

    node: Group | Criterion
    weighted: bool


def read_root(fields: Fields, name: str, desk: Desk) -> Group:
    """Take everything that is scored."""
    if fields.has("criteria"):
        desk.faults.words.add(CRITERIA_AT_THE_TOP)
    return _read_inside(fields, name, desk)


def _read_dimension(tree: Mapping, desk: Desk) -> _Child:
    fields = Fields(tree, "a dimension", desk.faults)
    name = fields.id("dimension")
    weighted = fields.has("weight")
    weight = read_weight(fields)
    wording = read_wording(fields)
    code = fields.text("code")
    if fields.has("dimensions"):
        desk.faults.words.add(DIMENSIONS_IN_A_DIMENSION)
    group = _read_inside(fields, name, desk.inside(fields))
    fields.close()
    return _Child(node=replace(group, weight=weight, wording=wording, code=code), weighted=weighted)


def _read_inside(fields: Fields, name: str, desk: Desk) -> Group:
    line = fields.line
    combine = fields.choice("combine", Combine, Combine.MEAN)
    out_of = _read_out_of(fields, combine)
    children = [_read_dimension(tree, desk) for tree in fields.groups("dimensions")]
    read = [read_criterion(tree, desk) for tree in fields.groups("criteria")]
    children += [
        _Child(node=one.criterion, weighted=one.weighted)
        for one in read
        if one.criterion.points is not None
    ]
    if not children:
        message = f"'{name}' has nothing to score."
        desk.faults.add(line, message, "Add criteria: with at least one criterion that has points.")
    elif combine is Combine.MEAN:
        _check_weights(children, desk, line=line)
    else:
        _check_no_weights(children, desk.faults)
    return Group(
        id=name,
        code="",
        line=line,
        weight=Fraction(1),
        wording=Wording(),
        combine=combine,
        out_of=out_of,
        children=tuple(child.node for child in children),
        figures=_figures(read),
    )


def _figures(read: Sequence[ReadCriterion]) -> tuple[Criterion, ...]:
    asked = [one.criterion for one in read if one.criterion.points is None]
    return (*asked, *(part for one in read for part in one.parts))


def _read_out_of(fields: Fields, combine: Combine) -> Fraction:
    line = fields.line_of("out_of")
    scale = fields.number("out_of")
    if scale is not None and combine is not Combine.MEAN:
        fields.faults.add(line, "'out_of' is the scale of a mean.", "Leave it out here.")
    if scale is not None and scale <= 0:
        fields.faults.add(line, "'out_of' must be above 0.", "Leave it out for a scale of 100.")
        return _HUNDRED
    return _HUNDRED if scale is None else scale


def _check_no_weights(children: Sequence[_Child], faults: Faults) -> None:
    for child in children:
        if child.weighted:
            message = f"'{child.node.id}' has a weight, but only a mean weighs."
            faults.add(child.node.line, message, "Leave it out.")


def _check_weights(children: Sequence[_Child], desk: Desk, *, line: int) -> None:
    without = [child.node for child in children if not child.weighted]
    if len(without) == len(children):
        return
    for node in without:
        message = f"'{node.id}' has no weight, but others beside it have one."
        desk.faults.add(node.line, message, "Give it one.")
    total = sum((child.node.weight for child in children), Fraction(0))
    if not without and not desk.relative_weights and total != _HUNDRED:
        parts = ", ".join(f"{one.node.id} {show_number(one.node.weight)}" for one in children)
        message = f"The weights here add up to {show_number(total)}, not 100: {parts}."
        desk.faults.add(line, message, "Change them, or leave all of them out.")
