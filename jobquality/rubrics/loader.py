"""Read a rubric file: every fault at once, each with its line and what to do."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from jobquality.errors import FaultsError
from jobquality.rubrics import yamltext
from jobquality.rubrics.checks import check_rubric
from jobquality.rubrics.criteria import ReadCriterion, read_criterion, read_weight
from jobquality.rubrics.desk import Desk, figure_units, read_wording
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.hashing import scoring_hash
from jobquality.rubrics.model import TOTAL, Combine, Criterion, Group, Rubric
from jobquality.rubrics.outcomes import (
    read_critical,
    read_examples,
    read_levels,
    read_rounding,
    read_scorings,
)
from jobquality.rubrics.units import Unit

#: Part 4 of docs/rubric-language.md; a test holds the two lists together.
ADVANCED = (
    "title", "about", "help", "code", "combine", "out_of", "weights", "range", "read_as", "when",
    "better", "at_most", "overrides", "allows", "na", "rounding", "scorings",
)  # fmt: skip
_EDITION = re.compile(r"\d{4}\.[1-9]\d{0,2}")
_HUNDRED = Fraction(100)


def load_rubric(content: bytes, *, parameters: Mapping[str, Unit]) -> Rubric:
    """Return the standard that a file holds.

    `parameters` are the dated figures that it may name, with their units. The texts of
    sibling files are not part of it.

    Raises:
        FaultsError: the file cannot be used; names every fault that could be found.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    fields = Fields(document.tree, "the top of a rubric", faults)
    desk = Desk(faults=faults, figures=figure_units(document.tree), parameters=parameters)
    rubric = _read_rubric(fields, desk)
    check_rubric(rubric, faults, parameters)
    if faults.found:
        raise FaultsError(sorted(faults.found, key=lambda fault: fault.line or 0))
    return replace(
        rubric,
        advanced=tuple(word for word in ADVANCED if word in faults.words),
        scoring_hash=scoring_hash(rubric),
        wording_hash=hashlib.sha256(content).hexdigest(),
    )


def _read_rubric(fields: Fields, desk: Desk) -> Rubric:
    name = fields.id("rubric")
    edition = _read_edition(fields)
    wording = read_wording(fields)
    lower = _read_better(fields)
    relative = _read_relative(fields)
    inside = desk.inside(fields)
    rubric = Rubric(
        id=name,
        edition=edition,
        wording=wording,
        root=_read_inside(fields, TOTAL, inside, relative=relative),
        critical=read_critical(fields, desk),
        levels=read_levels(fields, desk),
        examples=read_examples(fields, desk),
        scorings=read_scorings(fields, desk, inside.when),
        rounding=read_rounding(fields, desk),
        lower_is_better=lower,
        advanced=(),
        scoring_hash="",
        wording_hash="",
    )
    fields.close()
    return rubric


def _read_edition(fields: Fields) -> str:
    line = fields.line_of("edition")
    edition = fields.text("edition", required=True)
    if edition and not _EDITION.fullmatch(edition):
        fields.faults.add(line, f"'{edition}' is not an edition.", "Write the year and a number: 2026.1")
    return edition


def _read_better(fields: Fields) -> bool:
    line = fields.line_of("better")
    text = fields.text("better")
    if text not in ("", "lower", "higher"):
        fields.faults.add(line, f"'better' cannot be '{text}'.", "Use lower or higher.")
    return text == "lower"


def _read_relative(fields: Fields) -> bool:
    line = fields.line_of("weights")
    text = fields.text("weights")
    if text not in ("", "relative"):
        fields.faults.add(line, f"'weights' cannot be '{text}'.", "Use relative, or leave it out.")
    return text == "relative"


def _read_group(tree: yamltext.Mapping, desk: Desk, *, relative: bool) -> tuple[Group, bool]:
    fields = Fields(tree, "a dimension", desk.faults)
    name = fields.id("dimension")
    weighted = fields.has("weight")
    weight = read_weight(fields)
    wording = read_wording(fields)
    code = fields.text("code")
    group = _read_inside(fields, name, desk.inside(fields), relative=relative)
    fields.close()
    return replace(group, weight=weight, wording=wording, code=code), weighted


def _read_inside(fields: Fields, name: str, desk: Desk, *, relative: bool) -> Group:
    line = fields.line
    combine = fields.choice("combine", Combine, Combine.MEAN)
    out_of = _read_out_of(fields, combine)
    groups = [_read_group(tree, desk, relative=relative) for tree in fields.groups("dimensions")]
    read = [read_criterion(tree, desk) for tree in fields.groups("criteria")]
    scored = [one for one in read if one.criterion.points is not None]
    children = (*(group for group, _ in groups), *(one.criterion for one in scored))
    if not children:
        desk.faults.add(line, f"'{name}' has nothing to score.", "Add criteria: with at least one criterion that has points.")
    weighted = [has for _, has in groups] + [one.weighted for one in scored]
    children = _weigh(children, weighted, desk, line=line, combine=combine, relative=relative)
    return Group(
        id=name,
        code="",
        line=line,
        weight=Fraction(1),
        wording=read_wording(Fields(yamltext.Mapping(entries=(), line=line), "", desk.faults)),
        combine=combine,
        out_of=out_of,
        children=children,
        figures=_figures(read),
    )


def _figures(read: list[ReadCriterion]) -> tuple[Criterion, ...]:
    asked = [one.criterion for one in read if one.criterion.points is None]
    return (*asked, *(part for one in read for part in one.parts))


def _read_out_of(fields: Fields, combine: Combine) -> Fraction:
    line = fields.line_of("out_of")
    has_scale = fields.has("out_of")
    scale = fields.number("out_of")
    if has_scale and combine is not Combine.MEAN:
        fields.faults.add(line, "'out_of' is the scale of a mean.", "Leave it out here.")
    if scale is not None and scale <= 0:
        fields.faults.add(line, "'out_of' must be above 0.")
        return _HUNDRED
    return _HUNDRED if scale is None else scale


def _weigh(
    children: tuple[Group | Criterion, ...],
    weighted: list[bool],
    desk: Desk,
    *,
    line: int,
    combine: Combine,
    relative: bool,
) -> tuple[Group | Criterion, ...]:
    if combine is not Combine.MEAN:
        for child, has in zip(children, weighted, strict=True):
            if has:
                desk.faults.add(child.line, f"'{child.id}' has a weight, but only a mean weighs.", "Leave it out.")
        return children
    if any(weighted) and not all(weighted):
        for child, has in zip(children, weighted, strict=True):
            if not has:
                desk.faults.add(child.line, f"'{child.id}' has no weight, but others beside it have one.", "Give it one.")
    elif any(weighted) and not relative and sum(child.weight for child in children) != _HUNDRED:
        total = sum(child.weight for child in children)
        desk.faults.add(line, f"The weights here add up to {float(total):g}, not 100: " + ", ".join(f"{child.id} {float(child.weight):g}" for child in children) + ".", "Change them, or leave all of them out.")
    return children
