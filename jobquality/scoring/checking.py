"""What can be said of a standard beside what its file itself gets wrong: its tests and rows."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import Edition, shipped_parameters
from jobquality.rubrics.loader import examine_rubric
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.tailoring import Base
from jobquality.rubrics.used import used_parameters
from jobquality.rubrics.words import missing_words
from jobquality.scoring.examples import find_unreadable

_MISSING_SHOWN = 8
_NO_END = 10**9


def more_faults(
    content: bytes, parameters: Parameters, base: Base
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return the faults of a file, and what else can be said of it although it has some.

    Where the file can be used, or is no standard at all, there is nothing of either.
    """
    try:
        rubric, noted = examine_rubric(
            content, parameters=parameters.units, facts=parameters.facts, base=base
        )
    except FaultsError:
        return (), ()
    if not noted.found:
        return (), ()
    more = (*_unreadable(rubric, noted.found), *without_rows(rubric, parameters))
    return tuple(noted.found), more


def without_rows(rubric: Rubric, parameters: Parameters) -> Iterator[Fault]:
    """Yield each dated figure of somebody's own file that has no row, for no place and day.

    Those that ship without rows are for everyone to bring, when employers are scored.
    """
    ours = shipped_parameters().by_id
    for name, line in used_parameters(rubric).items():
        known = parameters.by_id.get(name)
        if known is not None and not known.rows and name not in ours:
            message = f"It asks for '{name}', but no row of any file of figures answers it."
            yield Fault(message=message, line=line, remedy="Add rows to its values:.")


def missing_in(edition: Edition) -> Iterator[Fault]:
    """Yield for each file of words what it does not say."""
    for language, words in edition.words.items():
        missing = missing_words(edition.rubric, words, translated=language != "en")
        if missing:
            more = " …" if len(missing) > _MISSING_SHOWN else ""
            message = f"Words missing in {language}: {', '.join(missing[:_MISSING_SHOWN])}{more}."
            file = f"{edition.file.stem}.{language}{edition.file.suffix}"
            yield Fault(message=message, where=file, remedy="Add them below say:.")


def _unreadable(rubric: Rubric, noted: Iterable[Fault]) -> Iterator[Fault]:
    """Yield each answer of a test outside its scale, but where the scale itself is at fault."""
    lines = {question.id: question.line for question in rubric.questions()}
    ends = dict(pairwise(sorted({*lines.values(), _NO_END})))
    faulty = [(fault.line or 0, fault.message) for fault in noted]
    for fault in find_unreadable(rubric):
        first = lines.get(fault.where, 0)
        after = ends.get(first, first)
        inside = any(first < line < after for line, _ in faulty)
        if not inside and not any(line == first and _is_kind(said) for line, said in faulty):
            yield fault


def _is_kind(message: str) -> bool:
    """Say whether a fault is that nobody knows the kind of answer."""
    return message.startswith("'answer: ")
