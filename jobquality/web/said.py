"""What a form about one answer says, as a command."""

from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.schemas.answers import Typed, load_answer
from jobquality.scoring.answers import Question, find_questions
from jobquality.services.assessments import RecordAnswer, today_of
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.earlier import list_earlier
from jobquality.web.languages import current_speaker
from jobquality.web.visitors import current_actor

_LONGEST_VERSION = 10


def typed_command(
    session: Session, assessment_id: str, criterion: str, typed: Typed
) -> RecordAnswer:
    """Return what the form says.

    Raises:
        FaultsError: it cannot be understood.
    """
    question = _question(session, assessment_id, criterion)
    today = today_of(session, current_actor(), current().clock())
    loaded = load_answer(question, typed, today=today, say=current_speaker())
    return RecordAnswer(
        assessment_id=assessment_id,
        criterion=question.id,
        answer=loaded.answer,
        seen=loaded.seen,
        grade=loaded.grade,
        source=loaded.source,
        note=loaded.note,
        workers=loaded.workers,
        law_checked_on=loaded.law_checked_on,
        on=loaded.on,
    )


def confirmed_command(
    session: Session, assessment_id: str, criterion: str, typed: Typed
) -> RecordAnswer:
    """Return what somebody says who found an answer of last time still true.

    Raises:
        NotFoundError: there was no such version of it.
    """
    seen = version_in(typed.seen)
    found = [one for one in list_earlier(session, assessment_id, criterion) if one.version == seen]
    if not found:
        raise NotFoundError("There is no answer to confirm.")
    (answer,) = found
    return RecordAnswer(
        assessment_id=assessment_id,
        criterion=criterion,
        answer=answer.answer,
        seen=seen,
        grade=answer.grade,
        source=answer.source,
        note=answer.note,
        workers=answer.workers,
        law_checked_on=answer.law_checked_on,
        on=answer.on,
    )


def version_in(text: str) -> int:
    """Return the version that a form says it saw; 0 where it says none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST_VERSION else 0


def _question(session: Session, assessment_id: str, criterion: str) -> Question:
    assessment = get_assessment(session, assessment_id)
    edition = current().catalog.edition(assessment.rubric, assessment.edition)
    question = find_questions(edition.rubric).get(criterion)
    if question is None:
        raise NotFoundError("There is no such question in this standard.")
    return question
