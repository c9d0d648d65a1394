"""The steps by which a criterion gives points: bands of numbers, or choices."""

from jobquality.rubrics.model import Band, Choice, Criterion
from jobquality.rubrics.steps import steps_of


def bands_of(question: Criterion) -> tuple[Band, ...]:
    """Return the bands of a number or a checklist, lowest numbers first; none for a choice."""
    return tuple(step for step in steps_of(question.points) if isinstance(step, Band))


def choices_of(question: Criterion) -> tuple[Choice, ...]:
    """Return the choices of a question, in the order of the file; none for a number."""
    return tuple(step for step in steps_of(question.points) if isinstance(step, Choice))
