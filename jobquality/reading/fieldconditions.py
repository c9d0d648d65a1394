"""Conditions and limits as forms for KoBo and ODK say them: in XPath.

What is not known stands in nobody's way, here as in the score: a question disappears only
when it is known that it does not apply.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from jobquality.reading.asked import part_names
from jobquality.reading.fieldnames import FieldNames
from jobquality.rubrics.model import AnswerKind, Condition, Criterion, Rubric
from jobquality.rubrics.units import show_number
from jobquality.scoring.numbers import limits_of
from jobquality.scoring.points import choices_of

_YES_NO = ("yes", "no")


class Fact(StrEnum):
    """How a fact about the employer is asked."""

    YES_NO = "yes_no"
    NUMBER = "number"
    WORDS = "words"


def facts_asked(
    conditions: Mapping[str, tuple[Condition, ...]],
) -> dict[str, tuple[Fact, tuple[str, ...]]]:
    """Return the facts about the employer that conditions look at, with the words they name."""
    words: dict[str, list[str]] = {}
    for one in (one for several in conditions.values() for one in several if is_profile(one)):
        words.setdefault(one.name, []).extend(_words(one))
    return {name: (_fact(found), tuple(dict.fromkeys(found))) for name, found in words.items()}


def is_profile(condition: Condition) -> bool:
    """Say whether a condition looks at a fact about the employer."""
    return not (condition.figure or condition.scored or condition.answered)


def xpath_of(
    conditions: Iterable[Condition], names: FieldNames, questions: Mapping[str, Criterion]
) -> str:
    """Return when a question is asked; empty where it always is.

    A condition on a score cannot be said in a form: such a question is asked.
    """
    said = (_condition(one, names, questions) for one in conditions)
    return joined((one for one in said if one), "and")


def part_xpath(
    part: str, rubric: Rubric, around: Mapping[str, tuple[Condition, ...]], names: FieldNames
) -> str:
    """Return when a part is asked: as long as one question may need it.

    Only facts about the employer hide a part, so that no two fields can hide each other.
    """
    users = [one.id for one in rubric.questions() if part in part_names(one)]
    users += [one for one, several in around.items() if part in [each.name for each in several]]
    ways = [xpath_of((one for one in around[user] if is_profile(one)), names, {}) for user in users]
    return joined(dict.fromkeys(ways), "or") if ways and all(ways) else ""


def limits_xpath(question: Criterion) -> str:
    """Return which numbers can be an answer; empty where all can."""
    low, high = limits_of(question)
    sides = ((">=", low), ("<=", high))
    return " and ".join(f". {sign} {show_number(edge)}" for sign, edge in sides if edge is not None)


def literal(text: str) -> str:
    """Return a text as XPath has it; one with both kinds of quotes loses the double ones."""
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace('"', "") + '"'


def joined(parts: Iterable[str], word: str) -> str:
    """Return expressions joined by `and` or `or`; several are each kept together."""
    found = list(parts)
    return f" {word} ".join(f"({one})" for one in found) if len(found) > 1 else "".join(found)


def field(name: str) -> str:
    """Return a field as a form refers to it."""
    return f"${{{name}}}"


def _condition(condition: Condition, names: FieldNames, questions: Mapping[str, Criterion]) -> str:
    if condition.scored:
        return ""
    if condition.answered:
        return _answered(condition, questions.get(condition.name))
    name = names.profile(condition.name) if is_profile(condition) else condition.name
    if _words(condition):
        return _is_one_of(condition, field(name))
    return f"{field(name)} = '' or ({_in_range(condition, field(name))})"


def _answered(condition: Condition, question: Criterion | None) -> str:
    """Say that no other answer was chosen; a question with another kind of answer is asked."""
    if question is None or question.kind not in (AnswerKind.CHOICE, AnswerKind.YES_NO):
        return ""
    known = [one.id for one in choices_of(question)] or list(_YES_NO)
    others = [one for one in known if one not in condition.among]
    return " and ".join(f"{field(question.id)} != '{one}'" for one in others)


def _is_one_of(condition: Condition, asked: str) -> str:
    words = _words(condition)
    if condition.figure:
        return f"{asked} = '' or {asked} = {words[0]}"
    if set(words) <= set(_YES_NO):
        return " and ".join(f"{asked} != '{one}'" for one in _YES_NO if one not in words)
    return " or ".join(f"{asked} = {literal(one)}" for one in ("", *words))


def _in_range(condition: Condition, asked: str) -> str:
    sides = ((">=", condition.at_least), ("<", condition.below))
    return " and ".join(
        f"{asked} {sign} {show_number(edge)}" for sign, edge in sides if edge is not None
    )


def _words(condition: Condition) -> tuple[str, ...]:
    return condition.among or ((condition.equals,) if condition.equals is not None else ())


def _fact(words: list[str]) -> Fact:
    if not words:
        return Fact.NUMBER
    return Fact.YES_NO if set(words) <= set(_YES_NO) else Fact.WORDS
