"""Whether a criterion that reads another's answer knows every answer that can be there."""

from collections.abc import Iterator

from jobquality.rubrics.fields import Faults
from jobquality.rubrics.model import Choice, Criterion, Rubric
from jobquality.rubrics.steps import steps_of


def check_reads(rubric: Rubric, faults: Faults) -> None:
    """Note each answer of a question that somebody else reads and says nothing about."""
    questions = {question.id: question for question in rubric.questions()}
    for reader in rubric.root.criteria():
        asked = questions.get(reader.reads)
        if asked is not None and reader.kind is asked.kind:
            _check(reader, asked, faults)


def _check(reader: Criterion, asked: Criterion, faults: Faults) -> None:
    known, own = list(_choices(asked)), list(_choices(reader))
    for name in known:
        if name not in own:
            message = f"'{reader.id}' reads '{asked.id}', but not its answer '{name}'."
            faults.add(reader.line, message, f"Add {{answer: {name}, gives: …}} to its points.")
    for name in own:
        if name not in known:
            message = f"'{reader.id}' reads '{asked.id}', which has no answer '{name}'."
            faults.unknown(reader.line, message, word=name, known=known, otherwise="Leave it out.")


def _choices(question: Criterion) -> Iterator[str]:
    return (step.id for step in steps_of(question.points) if isinstance(step, Choice))
