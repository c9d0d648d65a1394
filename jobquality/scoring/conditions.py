"""Whether a question is asked of this employer at all, and whether its answer counts."""

from collections.abc import Iterable
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.fields import shown
from jobquality.rubrics.model import Condition, State
from jobquality.rubrics.units import read_number
from jobquality.scoring.answers import read_yes_no
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import Figures

_LOOKED_FOR = (State.UNKNOWN, State.DECLINED)


def find_unmet(
    conditions: Iterable[Condition], facts: EmployerFacts, figures: Figures
) -> Condition | None:
    """Return the first condition that is known not to hold.

    A profile fact or figure that was not given stands in nobody's way.
    """
    return next((one for one in conditions if _holds(one, facts, figures) is False), None)


def find_doubtful(conditions: Iterable[Condition], figures: Figures) -> Condition | None:
    """Return the first condition on a figure that was looked for and is not known.

    Otherwise hiding that only three workers answered would make their answer count.
    """
    return next((one for one in conditions if _is_doubtful(one, figures)), None)


def _is_doubtful(condition: Condition, figures: Figures) -> bool:
    if condition.figure:
        return figures.of(condition.name).state in _LOOKED_FOR
    if condition.scored:
        return figures.scores(condition.name) is None
    return condition.answered and _answer(condition, figures) is None


def _answer(condition: Condition, figures: Figures) -> str | None:
    fact = figures.fact(condition.name)
    return str(fact.value) if fact is not None and fact.state is State.VALUE else None


def _holds(condition: Condition, facts: EmployerFacts, figures: Figures) -> bool | None:
    if condition.answered:
        answer = _answer(condition, figures)
        return None if answer is None else answer in condition.among
    if condition.scored:
        score = figures.scores(condition.name)
        return None if score is None else _is_in_range(condition, score)
    if not condition.figure:
        return _holds_profile(condition, facts.profile.get(condition.name, "").strip(), figures)
    number = figures.of(condition.name).number
    return None if number is None else _is_in_range(condition, number)


def _holds_profile(condition: Condition, text: str, figures: Figures) -> bool | None:
    if text == "":
        return None
    if condition.among or condition.equals is not None:
        return _is_one_of(condition, text, figures)
    number = read_number(text)
    if number is None:
        _refuse(condition, text, "a number", figures)
        return None
    return _is_in_range(condition, number)


def _is_one_of(condition: Condition, text: str, figures: Figures) -> bool | None:
    wanted = condition.among or (condition.equals or "",)
    found = [_equals(condition, word, text, figures) for word in wanted]
    return None if None in found else True in found


def _equals(condition: Condition, wanted: str, text: str, figures: Figures) -> bool | None:
    if read_yes_no(wanted) != wanted:
        return text.lower() == wanted.lower()
    said = read_yes_no(text)
    if said is None:
        # A word that is neither would read as "does not apply" and leave the score.
        _refuse(condition, text, "yes or no", figures)
        return None
    return said == wanted


def _refuse(condition: Condition, text: str, wanted: str, figures: Figures) -> None:
    figures.faults.append(
        Fault(message=f"{shown(text)} is not {wanted}.", where=f"profile.{condition.name}")
    )


def _is_in_range(condition: Condition, number: Fraction) -> bool:
    if condition.equals is not None:
        return number == read_number(condition.equals)
    is_enough = condition.at_least is None or number >= condition.at_least
    return is_enough and (condition.below is None or number < condition.below)
