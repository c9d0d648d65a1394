"""Which submissions of a file belong to an assessment, and what they say together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobquality.reading.fieldnames import (
    ASSESSMENT,
    EDITION,
    EMPLOYER,
    STANDARD,
    FieldNames,
)
from jobquality.rubrics.model import Rubric
from jobquality.schemas.fieldanswers import Photo, ReadSubmission, Unreadable
from jobquality.schemas.fieldforms import Submission
from jobquality.services.assessments import RecordAnswer
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Submissions that may be taken in, how many are of other assessments, and why not others."""

    ours: tuple[Submission, ...]
    elsewhere: int
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the chosen submissions say: only that in which all who answered agree.

    `disagree` are the answers of the others, by question, each with its row.
    """

    answers: Mapping[str, RecordAnswer]
    disagree: Mapping[str, tuple[tuple[int, str], ...]]
    photos: tuple[Photo, ...]
    unreadable: tuple[Unreadable, ...]


def sort_out(
    submissions: Iterable[Submission], rubric: Rubric, *, assessment_id: str, say: Speaker
) -> Sorted:
    """Return the submissions of one assessment, or of none; another edition is never read."""
    names = FieldNames(rubric)
    ours: list[Submission] = []
    unreadable: list[Unreadable] = []
    elsewhere = 0
    for one in submissions:
        if one.cells.get(names.form(ASSESSMENT), assessment_id) != assessment_id:
            elsewhere += 1
            continue
        wrong = next(_wrong(one, rubric, names, say), None)
        if wrong is not None:
            unreadable.append(wrong)
        else:
            ours.append(one)
    if elsewhere and not (ours or unreadable):
        reason = say("import_elsewhere", count=elsewhere)
        remedy = say("import_elsewhere_fix")
        unreadable.append(
            Unreadable(row=0, column=names.form(ASSESSMENT), value="", reason=reason, remedy=remedy)
        )
    return Sorted(ours=tuple(ours), elsewhere=elsewhere, unreadable=tuple(unreadable))


def together(read: Sequence[ReadSubmission]) -> Together:
    """Return what submissions say together."""
    by_question: dict[str, list[tuple[int, RecordAnswer]]] = {}
    for one in read:
        for name, answer in one.answers.items():
            by_question.setdefault(name, []).append((one.row, answer))
    agreed = {name: found[0][1] for name, found in by_question.items() if _agree(found)}
    return Together(
        answers=agreed,
        disagree={
            name: tuple((row, answer.answer) for row, answer in found)
            for name, found in by_question.items()
            if name not in agreed
        },
        photos=tuple(photo for one in read for photo in one.photos),
        unreadable=tuple(cell for one in read for cell in one.unreadable),
    )


def employer_in(submission: Submission, rubric: Rubric) -> str:
    """Return what somebody wrote as the employer's name."""
    return submission.cells.get(FieldNames(rubric).form(EMPLOYER), "")


def _agree(found: Sequence[tuple[int, RecordAnswer]]) -> bool:
    said = {(one.answer, one.workers, one.note) for _, one in found}
    return len(said) == 1


def _wrong(
    one: Submission, rubric: Rubric, names: FieldNames, say: Speaker
) -> Iterator[Unreadable]:
    """Yield why a submission is not of this standard and edition."""
    for what, wanted in ((STANDARD, rubric.id), (EDITION, rubric.edition)):
        column = names.form(what)
        found = one.cells.get(column, "")
        if found != wanted:
            name = f"import_no_{what}" if not found else f"import_other_{what}"
            yield Unreadable(
                row=one.row,
                column=column,
                value=found[:80],
                reason=say(name, wanted=wanted),
                remedy=say(f"{name}_fix"),
            )
