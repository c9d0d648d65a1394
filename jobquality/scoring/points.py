"""The steps by which a criterion gives points: bands of numbers, or choices."""

from jobquality.rubrics.model import Band, Choice, Criterion, Span


def bands_of(question: Criterion) -> tuple[Band, ...]:
    """Return the bands of a number or a checklist, lowest numbers first; none for a choice."""
    return tuple(step for step in _steps_of(question) if isinstance(step, Band))


def choices_of(question: Criterion) -> tuple[Choice, ...]:
    """Return the choices of a question, in the order of the file; none for a number."""
    return tuple(step for step in _steps_of(question) if isinstance(step, Choice))


def _steps_of(question: Criterion) -> tuple[Band, ...] | tuple[Choice, ...]:
    points = question.points
    return () if points is None or isinstance(points, Span) else points
