"""Read what stands below the tree: critical violations, levels, tests, scorings, rounding."""

import re
from collections.abc import Mapping as Lookup
from fractions import Fraction

from jobquality.rubrics.desk import Desk, read_when, read_wording
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.model import (
    MAIN,
    AnswerKind,
    Critical,
    Example,
    Floor,
    Level,
    Missing,
    Rounding,
    Scoring,
    Ties,
)
from jobquality.rubrics.units import read_number
from jobquality.rubrics.yamltext import Mapping, Node, Sequence, Text

_MONTHS = re.compile(r"(\d{1,3}) months?")


def read_critical(fields: Fields, desk: Desk) -> tuple[Critical, ...]:
    """Take the list of critical violations."""
    return tuple(_critical(Fields(tree, "a critical violation", desk.faults)) for tree in fields.groups("critical"))


def _critical(fields: Fields) -> Critical:
    read = Critical(
        id=fields.id("critical"),
        code=fields.text("code"),
        line=fields.line,
        wording=read_wording(fields, ask_required=True),
        source=fields.text("source", required=True),
        evidence=fields.ids("evidence"),
        allows=fields.text("allows"),
    )
    fields.close()
    return read


def read_levels(fields: Fields, desk: Desk) -> tuple[Level, ...]:
    """Take the list of levels, highest first."""
    return tuple(_level(Fields(tree, "a level", desk.faults)) for tree in fields.groups("levels"))


def _level(fields: Fields) -> Level:
    line = fields.line_of("answer")
    declared = fields.choice("answer", AnswerKind, AnswerKind.DATE) if fields.has("answer") else None
    if declared not in (None, AnswerKind.DATE, AnswerKind.YES_NO):
        fields.faults.add(line, "A declared level is answered by a date or by yes or no.")
    read = Level(
        id=fields.id("level"),
        code=fields.text("code"),
        line=fields.line,
        wording=read_wording(fields),
        floors=(*_floors(fields, "from", at_most=False), *_floors(fields, "at_most", at_most=True)),
        months=_months(fields),
        declared=declared,
        overrides=fields.flag("overrides"),
    )
    if read.declared and read.floors:
        fields.faults.add(read.line, f"'{read.id}' is declared, so it has no conditions.", "Leave 'from' or 'answer' out.")
    if read.overrides and not read.declared:
        fields.faults.add(read.line, "Only a declared level can go before the score.", "Add answer: yes_no.")
    fields.close()
    return read


def _floors(fields: Fields, word: str, *, at_most: bool) -> tuple[Floor, ...]:
    tree = fields.mapping(word)
    if tree is None:
        return ()
    floors = []
    for key, node in tree.entries:
        number = read_number(node.text) if isinstance(node, Text) else None
        if number is None:
            fields.faults.add(key.line, f"'{key.text}' in '{word}' needs a number.")
        else:
            floors.append(Floor(name=key.text, number=number, at_most=at_most))
    return tuple(floors)


def _months(fields: Fields) -> int | None:
    line = fields.line_of("gives")
    text = fields.text("gives")
    if not text:
        return None
    found = _MONTHS.fullmatch(text)
    if found is None or int(found[1]) == 0:
        fields.faults.add(line, f"'gives: {text}' of a level is not a time.", "Write it as: gives: 12 months")
        return None
    return int(found[1])


def read_examples(fields: Fields, desk: Desk) -> tuple[Example, ...]:
    """Take the file's own tests."""
    return tuple(_example(Fields(tree, "a test", desk.faults)) for tree in fields.groups("tests"))


def _example(fields: Fields) -> Example:
    line = fields.line
    answers = fields.mapping("answer")
    gives = fields.mapping("gives")
    ask = fields.text("ask", required=True)
    expected = {key.text: _ends(key, node, fields) for key, node in gives.entries} if gives else {}
    level = expected.pop("level", ("", ""))[0]
    if not expected and not level:
        fields.faults.add(line, "A test must say what it gives.", "Add gives: {total: …, level: …}.")
    fields.close()
    written = {key.text: _one(key, node, fields) for key, node in answers.entries} if answers else {}
    return Example(ask=ask, line=line, answers=written, gives=expected, level=level)


def _one(key: Text, node: Node, fields: Fields) -> str:
    if isinstance(node, Text):
        return node.text
    fields.faults.add(key.line, f"The answer to '{key.text}' must be one text or number.")
    return ""


def _ends(key: Text, node: Node, fields: Fields) -> tuple[str, str]:
    entries = node.entries if isinstance(node, Sequence) else (node,)
    texts = [entry.text for entry in entries if isinstance(entry, Text)]
    if len(texts) in (1, 2) and (key.text == "level" or all(read_number(text) is not None for text in texts)):
        return texts[0], texts[-1]
    fields.faults.add(key.line, f"What '{key.text}' gives must be a number, or [low, high].")
    return "0", "0"


def read_scorings(fields: Fields, desk: Desk, default: Missing) -> tuple[Scoring, ...]:
    """Take the other readings of the same answers."""
    found: dict[str, Scoring] = {}
    for tree in fields.groups("scorings"):
        inner = Fields(tree, "a scoring", desk.faults)
        name = inner.id("scoring")
        if name == MAIN or name in found:
            desk.faults.add(inner.line, f"The scoring '{name}' is there already.", "Use another id.")
        weights = _weights(inner)
        has_when = inner.has("when")
        when = read_when(inner, default)
        found[name] = Scoring(id=name, weights=weights, when=when if has_when else None)
        inner.close()
    return tuple(found.values())


def _weights(fields: Fields) -> Lookup[str, Fraction]:
    tree = fields.mapping("weight")
    weights = {}
    for key, node in tree.entries if tree else ():
        number = read_number(node.text) if isinstance(node, Text) else None
        if number is None or number < 0:
            fields.faults.add(key.line, f"The weight of '{key.text}' must be a number, 0 or more.")
        else:
            weights[key.text] = number
    return weights


def read_rounding(fields: Fields, desk: Desk) -> Rounding:
    """Take `rounding`; by default nothing is rounded but what is shown."""
    tree: Mapping | None = fields.mapping("rounding")
    if tree is None:
        return Rounding()
    inner = Fields(tree, "'rounding'", desk.faults)
    line = inner.line
    digits = inner.number("digits")
    if digits is None or digits.denominator != 1 or not 0 <= digits <= 6:
        desk.faults.add(line, "'rounding' needs 'digits', a whole number from 0 to 6.")
        digits = Fraction(0)
    levels_line, levels_on = inner.line_of("levels_on"), inner.text("levels_on")
    if levels_on not in ("", "exact", "rounded"):
        desk.faults.add(levels_line, f"'levels_on' cannot be '{levels_on}'.", "Use exact or rounded.")
    ties = inner.choice("ties", Ties, Ties.HALF_UP)
    inner.close()
    return Rounding(digits=int(digits), ties=ties, on_levels=levels_on == "rounded")
