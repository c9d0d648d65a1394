"""Read the tree of topics: dimensions, the criteria in them, and what each weighs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.rubrics.conditions import read_conditions
from jobquality.rubrics.criteria import ReadCriterion, read_criterion
from jobquality.rubrics.desk import Desk, read_wording
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.model import TOTAL, Combine, Criterion, Group, Wording
from jobquality.rubrics.nodes import Mapping
from jobquality.rubrics.ruling import read_group_rules
from jobquality.rubrics.scales import WEIGHING
from jobquality.rubrics.weights import Weighed, Weight, check_no_weights, check_weights, read_weight

#: What Part 4 of docs/rubric-language.md calls the places that are advanced, not the words.
CRITERIA_AT_THE_TOP = "criteria at the top"
DIMENSIONS_IN_A_DIMENSION = "dimensions in a dimension"
CRITERIA_IN_A_CRITERION = "criteria in a criterion"
#: Here a weight says how many times a child counts; they need not be 100 together.
_MULTIPLYING = (Combine.SUM, Combine.COUNT)


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


def _read_dimension(tree: Mapping, desk: Desk, *, word: str = "dimension") -> _ReadGroup:
    fields = Fields(tree, f"a {word}", desk.faults)
    name, weight = fields.id(word), read_weight(fields)
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
    applies = read_conditions(fields, desk)
    rules, out_of = read_group_rules(fields, desk, combine)
    inner = desk.below()
    groups = [_read_dimension(tree, inner) for tree in fields.groups("dimensions")]
    entries = [_read_entry(tree, inner) for tree in fields.groups("criteria")]
    read = [one for one in entries if isinstance(one, ReadCriterion)]
    siblings = [
        *map(_weighed_group, groups),
        *(
            _weighed_group(one) if isinstance(one, _ReadGroup) else _weighed_criterion(one)
            for one in entries
        ),
    ]
    if not any(one.is_scored for one in siblings):
        what = "The standard" if name == TOTAL else f"'{name}'"
        remedy = "Add criteria: with at least one criterion that has points."
        desk.faults.add(line, f"{what} has nothing to score.", remedy)
    elif not desk.rereads:
        is_relative = desk.relative_weights or combine in _MULTIPLYING
        check_weights_of(combine, siblings, desk.faults, line=line, is_relative=is_relative)
    return Group(
        id=name,
        code="",
        line=line,
        weight=Fraction(1),
        wording=Wording(),
        combine=combine,
        out_of=out_of,
        children=(*(one.group for one in groups), *_scored(entries)),
        figures=_figures(read),
        applies=applies,
        rules=rules,
    )


def check_weights_of(
    combine: Combine, siblings: Sequence[Weighed], faults: Faults, *, line: int, is_relative: bool
) -> None:
    """Hold the weights of siblings against each other, where they weigh at all."""
    if combine not in WEIGHING:
        check_no_weights(siblings, faults)
    elif combine not in _MULTIPLYING:
        check_weights(siblings, faults, line=line, is_relative=is_relative)


def _read_entry(tree: Mapping, desk: Desk) -> "_ReadGroup | ReadCriterion":
    """Read a criterion, or one that has criteria of its own and so is a group."""
    if any(key.text == "criteria" for key, _ in tree.entries):
        desk.faults.words.add(CRITERIA_IN_A_CRITERION)
        return _read_dimension(tree, desk, word="criterion")
    return read_criterion(tree, desk)


def _scored(entries: Sequence["_ReadGroup | ReadCriterion"]) -> Iterator[Group | Criterion]:
    for one in entries:
        if isinstance(one, _ReadGroup):
            yield one.group
        elif one.criterion.is_scored:
            yield one.criterion


def _weighed_group(read: _ReadGroup) -> Weighed:
    return Weighed(name=read.group.id, line=read.group.line, weight=read.weight)


def _weighed_criterion(read: ReadCriterion) -> Weighed:
    question = read.criterion
    return Weighed(
        name=question.id,
        line=question.line,
        weight=read.weight,
        is_scored=question.is_scored,
    )


def _figures(read: Sequence[ReadCriterion]) -> tuple[Criterion, ...]:
    asked = [one.criterion for one in read if not one.criterion.is_scored]
    return (*asked, *(part for one in read for part in one.parts))
