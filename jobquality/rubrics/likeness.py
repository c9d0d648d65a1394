"""Whether two questions of two editions take the same answers, and score them alike."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from jobquality.rubrics.hashing import canonical
from jobquality.rubrics.model import AnswerKind, Criterion, Missing, Rubric
from jobquality.rubrics.words import answer_ids

YES_NO = ("no", "yes")
_IN_WORDS = (AnswerKind.CHOICE, AnswerKind.CHECKLIST)


def questions_of(rubric: Rubric) -> dict[str, Criterion]:
    """Return everything that is asked about the employer, scored or not, by id."""
    return {question.id: question for question in rubric.questions()}


def words_of(question: Criterion) -> tuple[str, ...]:
    """Return the words that can be answered; none where the answer is a number or a day."""
    if question.kind is AnswerKind.YES_NO:
        return YES_NO
    return answer_ids(question) if question.kind in _IN_WORDS else ()


def is_same_scale(old: Criterion, new: Criterion) -> bool:
    """Say whether every answer that one takes is taken by the other, and gives the same points.

    Ids, wording, weights and how gaps are read make no difference.
    """
    return _scale(old) == _scale(new)


def find_misfit(old: Criterion, new: Criterion) -> str:
    """Return why the new question cannot take every answer to the old one; empty if it can."""
    return next(_misfits(old, new), "")


def _misfits(old: Criterion, new: Criterion) -> Iterator[str]:
    if old.kind is not new.kind:
        yield f"one is answered by {_kind(old)}, the other by {_kind(new)}"
    if old.unit != new.unit:
        yield f"one is answered in {_unit(old)}, the other in {_unit(new)}"
    lost = [word for word in words_of(old) if word not in words_of(new)]
    if lost:
        yield f"the new question has no answer {' or '.join(lost)}"
    if old.kind is AnswerKind.CHECKLIST and len(old.boxes) != len(new.boxes):
        yield f"one has {len(old.boxes)} boxes, the other {len(new.boxes)}"


def _scale(question: Criterion) -> bytes:
    bare = replace(question, id="", weight=Fraction(1), critical=(), when=Missing())
    return canonical(bare)


def _kind(question: Criterion) -> str:
    return question.kind.value.replace("_", " or ")


def _unit(question: Criterion) -> str:
    return question.unit.name if question.unit else "no unit"
