"""Read the tree of topics: dimensions, the criteria in them, and what each weighs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.rubrics.criteria import ReadCriterion, read_criterion
from jobquality.rubrics.desk import Desk, read_wording
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.model import TOTAL, Combine, Criterion, Group, Wording
from jobquality.rubrics.nodes import Mapping
from jobquality.rubrics.weights import Weighed, Weight, check_no_weights, check_weights, read_weight

#: What Part 4 of docs/rubric-language.md calls the places that are advanced, not the words.
CRITERIA_AT_THE_TOP = "criteria at the top"
DIMENSIONS_IN_A_DIMENSION = "dimensions in a dimension"
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadGroup:
    """A dimension, and its weight as the file gives it."""

    group: Group
    weight: Weight


def read_root(fields: Fields, name: str, desk: Desk) -> Group:
    """Take everything that is scored."""
    if fields.has("criteria"):
        desk.faults.words.add(CRITERIA_AT_THE_TOP)
    return _read_inside(fields, name, desk)


def _read_dimension(tree: Mapping, desk: Desk) -> _ReadGroup:
    fields = Fields(tree, "a dimension", desk.faults)
    name, weight = fields.id("dimension"), read_weight(fields)
    wording, code = read_wording(fields), fields.text("code")
    if fields.has("dimensions"):
        desk.faults.words.add(DIMENSIONS_IN_A_DIMENSION)
    group = _read_inside(fields, name, desk.inside(fields))
    fields.close()
    group = replace(group, weight=weight.number, wording=wording, code=code)
    return _ReadGroup(group=group, weight=weight)


def _read_inside(fields: Fields, name: str, desk: Desk) -> Group:
    line = fields.line
    combine = fields.choice("combine", Combine, Combine.MEAN)
    out_of = _read_out_of(fields, combine)
    groups = [_read_dimension(tree, desk) for tree in fields.groups("dimensions")]
    read = [read_criterion(tree, desk) for tree in fields.groups("criteria")]
    siblings = [*map(_weighed_group, groups), *map(_weighed_criterion, read)]
    if not any(one.is_scored for one in siblings):
        what = "The standard" if name == TOTAL else f"'{name}'"
        remedy = "Add criteria: with at least one criterion that has points."
        desk.faults.add(line, f"{what} has nothing to score.", remedy)
    elif combine is Combine.MEAN:
        check_weights(siblings, desk.faults, line=line, is_relative=desk.relative_weights)
    else:
        check_no_weights(siblings, desk.faults)
    scored = (one.criterion for one in read if one.criterion.points is not None)
    return Group(
        id=name,
        code="",
        line=line,
        weight=Fraction(1),
        wording=Wording(),
        combine=combine,
        out_of=out_of,
        children=(*(one.group for one in groups), *scored),
        figures=_figures(read),
    )


def _weighed_group(read: _ReadGroup) -> Weighed:
    return Weighed(name=read.group.id, line=read.group.line, weight=read.weight)


def _weighed_criterion(read: ReadCriterion) -> Weighed:
    question = read.criterion
    return Weighed(
        name=question.id,
        line=question.line,
        weight=read.weight,
        is_scored=question.points is not None,
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
