"""Read what stands below the tree: critical violations, levels and tests."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jobquality.rubrics.desk import read_wording
from jobquality.rubrics.fields import Faults, Fields, one_line, shown
from jobquality.rubrics.floors import EACH_DIMENSION, SHARES, Ranks
from jobquality.rubrics.model import TOTAL, AnswerKind, Critical, Example, Floor, Level
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.units import how_to_write, read_number

_MONTHS = re.compile(r"([1-9][0-9]{0,2}) months?")
_DECLARED = (AnswerKind.DATE.value, AnswerKind.YES_NO.value)
_MOST_ENDS = 2


def read_critical(fields: Fields) -> tuple[Critical, ...]:
    """Take the list of critical violations."""
    trees = fields.groups("critical")
    return tuple(_critical(Fields(tree, "a critical violation", fields.faults)) for tree in trees)


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


def read_levels(fields: Fields) -> tuple[Level, ...]:
    """Take the list of levels, highest first."""
    trees = fields.groups("levels")
    return tuple(_level(Fields(tree, "a level", fields.faults)) for tree in trees)


def _level(fields: Fields) -> Level:
    declared = fields.word("answer", _DECLARED)
    read = Level(
        id=fields.id("level"),
        code=fields.text("code"),
        line=fields.line,
        wording=read_wording(fields),
        floors=(*_floors(fields, "from", at_most=False), *_floors(fields, "at_most", at_most=True)),
        months=_months(fields),
        declared=AnswerKind(declared) if declared else None,
        overrides=fields.flag("overrides"),
        any_of=_any_of(fields),
        after=fields.text("after"),
        exempts=fields.ids("exempts"),
    )
    if read.declared and read.has_conditions:
        message = f"'{read.id}' is declared, so it has no conditions."
        fields.faults.add(read.line, message, "Leave 'from' or 'answer' out.")
    if read.overrides and not read.declared:
        message = "Only a declared level can go before the score."
        fields.faults.add(read.line, message, "Add answer: yes_no.")
    if read.exempts and not read.declared:
        message = "Only a declared level can exempt from something."
        fields.faults.add(read.line, message, "Add answer: date or answer: yes_no.")
    fields.close()
    return read


def read_ranks(fields: Fields) -> Ranks | None:
    """Take `ranks`; None where employers are not ranked."""
    word = fields.word("ranks", [one.value for one in Ranks])
    return Ranks(word) if word else None


def _any_of(fields: Fields) -> tuple[tuple[Floor, ...], ...]:
    """Take `any: [{wages: 80}, {voice: 90, safety: 50}]`: one group of these must hold."""
    line = fields.line_of("any")
    groups = [tuple(_conditions(tree, "any", fields.faults)) for tree in fields.groups("any")]
    if len(groups) == 1:
        message = "'any' has one group of conditions only."
        fields.faults.add(line, message, "Write it as from:, or add another group.")
    return tuple(group for group in groups if group)


def _floors(fields: Fields, word: str, *, at_most: bool) -> tuple[Floor, ...]:
    tree = fields.mapping(word)
    found = _conditions(tree, word, fields.faults) if tree else ()
    return tuple(replace(floor, at_most=at_most) for floor in found)


def _conditions(tree: Mapping, word: str, faults: Faults) -> Iterator[Floor]:
    """Yield conditions by name: a number, or how much of the name must be known."""
    for key, node in tree.entries:
        if isinstance(node, Mapping):
            yield from _of_one(key.text, Fields(node, "a condition of a level", faults))
            continue
        text = one_line(node.text) if isinstance(node, Text) else ""
        number = read_number(text)
        if number is None:
            message = f"'{key.text}' in '{word}' needs a number."
            faults.add(key.line, message, how_to_write(text))
        else:
            yield Floor(name=key.text, number=number)


def _of_one(name: str, fields: Fields) -> Iterator[Floor]:
    """Yield `wages: {score: 50, coverage: 80, confirmed: 30, answered: 90}` as conditions."""
    fields.faults.words.add("score")
    numbers = {word: fields.number(word) for word in ("score", *SHARES)}
    besides = fields.ids("except")
    given = {word: number for word, number in numbers.items() if number is not None}
    if not given:
        fields.faults.add(fields.line, f"'{name}' asks for nothing.", "Write score: and a number.")
    if besides and name != EACH_DIMENSION:
        message = f"'except' belongs to {EACH_DIMENSION}."
        fields.faults.add(fields.line, message, "Leave it out here.")
    fields.close()
    for word, number in given.items():
        if word == "score":
            yield Floor(name=name, number=number, besides=besides)
        elif name == TOTAL:
            yield Floor(name=word, number=number)
        else:
            yield Floor(name=name, number=number, of=word, besides=besides)


def _months(fields: Fields) -> int | None:
    line = fields.line_of("gives")
    text = fields.text("gives")
    found = _MONTHS.fullmatch(text)
    if text and found is None:
        message = f"{shown(f'gives: {text}')} of a level is not a time."
        fields.faults.add(line, message, "Write it as gives: 12 months.")
    return int(found[1]) if found else None


def read_examples(fields: Fields) -> tuple[Example, ...]:
    """Take the file's own tests."""
    trees = fields.groups("tests")
    return tuple(_example(Fields(tree, "a test", fields.faults)) for tree in trees)


def _example(fields: Fields) -> Example:
    answers, gives = fields.mapping("answer"), fields.mapping("gives")
    ask, scoring = fields.text("ask", required=True), fields.text("scoring")
    expected = {key.text: node for key, node in gives.entries} if gives else {}
    if not expected:
        message = "The test does not say what it gives."
        fields.faults.add(fields.line, message, "Add gives: {total: …, level: …}.")
    fields.close()
    level = expected.pop("level", None)
    return Example(
        ask=ask,
        line=fields.line,
        answers={key.text: _one(key.text, node, fields) for key, node in answers.entries}
        if answers
        else {},
        gives={name: _ends(name, node, fields) for name, node in expected.items()},
        level=_one("level", level, fields) if level else "",
        scoring=scoring,
    )


def _one(name: str, node: Node, fields: Fields) -> str:
    if isinstance(node, Text):
        return one_line(node.text)
    message = f"'{name}' in a test is a list or group."
    fields.faults.add(node.line, message, "Write one text or number.")
    return ""


def _ends(name: str, node: Node, fields: Fields) -> tuple[str, str]:
    entries = node.entries if isinstance(node, Sequence) else (node,)
    texts = [one_line(entry.text) if isinstance(entry, Text) else "" for entry in entries]
    numbers = [number for text in texts if (number := read_number(text)) is not None]
    if len(texts) == len(numbers) and 0 < len(texts) <= _MOST_ENDS and numbers == sorted(numbers):
        return texts[0], texts[-1]
    wrong = next((text for text in texts if read_number(text) is None), "")
    remedy = how_to_write(wrong) if wrong else "Write one number, or [low, high], low first."
    message = f"What '{name}' gives in a test must be a number, or [low, high]."
    fields.faults.add(node.line, message, remedy)
    return "0", "0"
