"""Conditions in words: why a question is not asked, or why an answer does not count."""

from collections.abc import Iterable

from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import Condition
from jobquality.wording import Speaker

_SPOKEN = ("yes", "no")


def unmet_words(condition: Condition, name: str, say: Speaker) -> str:
    """Return why a condition does not hold; `name` is what it looks at."""
    if condition.scored:
        name = say("condition_score", name=name)
    if condition.answered:
        name = say("condition_answer", name=name)
    values = condition.among or ((condition.equals,) if condition.equals is not None else ())
    if values:
        return say("unmet_is_not", name=name, value=values_words(values, say))
    return _out_of_range(condition, name, say)


def _out_of_range(condition: Condition, name: str, say: Speaker) -> str:
    low, high = condition.at_least, condition.below
    if low is not None and high is not None:
        return say("unmet_between", name=name, low=number_words(low), high=number_words(high))
    if low is not None:
        return say("unmet_under", name=name, number=number_words(low))
    return say("unmet_or_more", name=name, number=number_words(high))


def values_words(values: Iterable[str], say: Speaker) -> str:
    """Return words of which one must be there: `a`, `a or b`."""
    said = [say(f"answer_{value}") if value in _SPOKEN else value for value in values]
    *first, last = said
    return say("either", first=", ".join(first), last=last) if first else last
