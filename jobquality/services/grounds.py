"""What an answer rests on: nothing is said of an employer that has nothing behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jobquality.errors import Fault
from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Asked, Criterion, Level, Rubric, State
from jobquality.scoring.answers import Question, find_questions, read_answer
from jobquality.scoring.facts import Grade
from jobquality.scoring.scorecard import Checked, CriticalResult, Scorecard
from jobquality.services.ages import (
    YEARS_OF_FINDING,
    ends_on,
    is_out_of_date,
    months_of,
)
from jobquality.services.scopes import find_scope_faults
from jobquality.services.scorecards import score_assessment
from jobquality.store.assessments import Answer, Assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.evidence import OTHER_KIND, Evidence, list_evidence

_STRONG = frozenset({Grade.E2, Grade.E3, Grade.E4})
_SAID = frozenset({State.VALUE, State.NOT_OFFERED})
_SAY_HOW_MANY = "Return it to the author, who gives the number, or “unknown”."
_HOW = "Return it to the author, who adds a file, a link or a source in words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The answers of one assessment, as of the day `on`, and the evidence behind them."""

    rubric: Rubric
    answers: Mapping[str, Answer]
    evidence: tuple[Evidence, ...]
    on: date

    def state(self, criterion: str) -> State:
        """Return what an answer says: a value, or why there is none."""
        answer = self.answers.get(criterion)
        question = find_questions(self.rubric)[criterion]
        return read_answer(question, answer.answer).state if answer else State.MISSING

    def pieces(self, criterion: str) -> tuple[Evidence, ...]:
        """Return the files and links behind an answer."""
        return tuple(one for one in self.evidence if one.criterion == criterion)

    def in_date(self, criterion: str) -> tuple[Evidence, ...]:
        """Return the files and links that may still be relied on."""
        months = months_of(self.rubric, criterion)
        pieces = self.pieces(criterion)
        return tuple(one for one in pieces if not is_out_of_date(one, months, on=self.on))

    def has_source(self, criterion: str) -> bool:
        """Say whether a file, a link or words say where an answer comes from.

        Where there are files or links, the words only name them: one has to be in date and of
        a kind that the standard asks to look at.
        """
        if self.pieces(criterion):
            return any(one.kind != OTHER_KIND for one in self.in_date(criterion))
        answer = self.answers.get(criterion)
        return answer is not None and bool(answer.source.strip())

    def has_ground(self, criterion: str) -> bool:
        """Say whether there is a source, or enough workers who were asked."""
        answer = self.answers.get(criterion)
        workers = answer.workers if answer else None
        asked = workers is not None and workers.asked >= FEWEST_WORKERS
        return asked or self.has_source(criterion)


def kinds_asked_for(rubric: Rubric, criterion: str) -> tuple[str, ...]:
    """Return what a standard asks to look at for a question.

    A figure that names nothing of its own is seen in what its criteria ask to look at.
    """
    questions = find_questions(rubric)
    question = questions[criterion]
    own = () if isinstance(question, Level) else question.evidence
    if own:
        return own
    users = (questions[one] for one in _users_of_figures(rubric).get(criterion, ()))
    kinds = (kind for one in users if not isinstance(one, Level) for kind in one.evidence)
    return tuple(dict.fromkeys(kinds))


def find_publishing_faults(
    session: Session, assessment: Assessment, *, catalog: Catalog
) -> tuple[Fault, ...]:
    """Return every reason in answers and evidence why nothing may be published yet.

    Raises:
        FaultsError: the answers cannot be scored; names every reason.
    """
    card = score_assessment(session, assessment.id, catalog=catalog)
    behind = Behind(
        rubric=card.rubric,
        answers=list_answers(session, assessment.id),
        evidence=list_evidence(session, assessment.id),
        on=assessment.on,
    )
    employer = get_employer(session, assessment.employer_id)
    return (
        *find_bare_answers(behind),
        *find_unsized(behind),
        *find_weak_findings(card, behind),
        *find_scope_faults(employer, assessment.sites),
    )


def find_bare_answers(behind: Behind) -> Iterator[Fault]:
    """Yield a fault for each answer that counts, or has a grade, and has nothing behind it."""
    users, questions = _users_of_figures(behind.rubric), find_questions(behind.rubric)
    for criterion, answer in behind.answers.items():
        if answer.carried or not _needs_ground(questions.get(criterion), answer):
            continue
        if not any(behind.has_ground(one) for one in (criterion, *users.get(criterion, ()))):
            yield _bare(behind, criterion)
    yield from _bare_refusals(behind)


def _bare(behind: Behind, criterion: str) -> Fault:
    """Return what is wrong with the evidence of an answer: none, too old, or of no use here."""
    pieces, fresh = behind.pieces(criterion), behind.in_date(criterion)
    if not pieces:
        message = f"{criterion} has no evidence at all, so it cannot be published."
        return Fault(message=message, where=criterion, remedy=_HOW)
    if not fresh:
        last = max(ends_on(one, months_of(behind.rubric, criterion)) for one in pieces)
        message = f"The evidence of {criterion} is out of date since {last:%Y-%m-%d}."
        remedy = "Return it to the author, who adds a newer file or link."
        return Fault(message=message, where=criterion, remedy=remedy)
    kinds = kinds_asked_for(behind.rubric, criterion)
    asked = ", ".join(kind.replace("_", " ") for kind in kinds)
    message = f"The evidence of {criterion} is not what the standard asks to look at."
    return Fault(message=message, where=criterion, remedy=f"It asks for {asked}. {_HOW}")


def _bare_refusals(behind: Behind) -> Iterator[Fault]:
    """Yield a fault for each refusal of the employer that nothing stands behind.

    That somebody was asked and would not say is a claim about them like any other.
    """
    questions = find_questions(behind.rubric)
    for criterion, answer in behind.answers.items():
        question = questions.get(criterion)
        if answer.carried or question is None or behind.has_source(criterion):
            continue
        if read_answer(question, answer.answer).state is State.DECLINED:
            message = f"{criterion} says that the employer declined to answer, and not to whom."
            remedy = "Return it to the author, who says who was asked and when, or “unknown”."
            yield Fault(message=message, where=criterion, remedy=remedy)


def find_unsized(behind: Behind) -> Iterator[Fault]:
    """Yield a fault for each figure that decides whether an answer counts, and was left blank.

    A standard counts a survey from some workers on. A number that was not given stands in
    nobody's way there, so leaving it out would be better than telling that three answered.
    """
    questions = {one.id: one for one in behind.rubric.questions()}
    for question in questions.values():
        if behind.state(question.id) is State.VALUE:
            for name in (one.name for one in question.counts_from if one.figure):
                if not _is_told(behind, questions[name]):
                    message = f"{question.id} counts only by {name}, and nothing is said of that."
                    yield Fault(message=message, where=name, remedy=_SAY_HOW_MANY)


def _is_told(behind: Behind, figure: Criterion) -> bool:
    """Say whether something is said of a figure, or of each of its parts."""
    parts = tuple(_figures_of(figure))
    said = [behind.state(one) is not State.MISSING for one in parts]
    return behind.state(figure.id) is not State.MISSING or (bool(parts) and all(said))


def findings(card: Scorecard) -> tuple[CriticalResult, ...]:
    """Return the critical violations that were found."""
    return tuple(one for one in card.outcome.critical if one.checked is Checked.FOUND)


def find_weak_findings(card: Scorecard, behind: Behind) -> Iterator[Fault]:
    """Yield a fault for each reason why a critical finding may not become a public claim."""
    for finding in findings(card):
        for message, remedy in _weaknesses(card, behind, finding.critical.id):
            where = finding.critical.id
            yield Fault(message=f"{where}: {message}", where=where, remedy=remedy)


def _needs_ground(question: Question | None, answer: Answer) -> bool:
    if question is None:
        return False
    is_graded = answer.grade is not None and answer.grade is not Grade.E0
    return is_graded or read_answer(question, answer.answer).state in _SAID


def _users_of_figures(rubric: Rubric) -> dict[str, list[str]]:
    """Return for each figure the criteria that are worked out of it."""
    users: dict[str, list[str]] = {}
    for question in rubric.questions():
        for name in _figures_of(question):
            users.setdefault(name, []).append(question.id)
    return users


def _figures_of(question: Criterion) -> Iterator[str]:
    measure = question.measure
    if measure is not None:
        terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
        yield from (term.name for term in terms if term.kind is Asked.FIGURE)


def _weaknesses(card: Scorecard, behind: Behind, critical: str) -> Iterator[tuple[str, str]]:
    answer = behind.answers[critical]
    if answer.grade not in _STRONG:
        yield (
            "a critical finding needs evidence of grade E2 or better.",
            "Look at records, or say that it was not checked.",
        )
    if not behind.has_source(critical):
        yield "a critical finding needs a source.", "Add a file, a link or a source in words."
    if not _is_in_date(behind, critical, card.on):
        yield (
            f"its source has no day, or is older than {YEARS_OF_FINDING} years.",
            "Give the day of the answer or of the evidence.",
        )
    for figure in _figures_past_check(card, critical):
        yield (
            f"it rests on {figure}, which is past the day on which it had to be checked.",
            "Check the figure and add its new row.",
        )


def _is_in_date(behind: Behind, critical: str, on: date) -> bool:
    dated = [one.captured_on for one in behind.evidence if one.criterion == critical]
    days = [day for day in (behind.answers[critical].on, *dated) if day is not None]
    earliest = (on.year - YEARS_OF_FINDING, on.month, on.day)
    return any((day.year, day.month, day.day) >= earliest for day in days)


def _figures_past_check(card: Scorecard, critical: str) -> Iterator[str]:
    for node in card.total.walk():
        line = node.line
        if line is not None and critical in line.question.critical:
            yield from (found.parameter.id for found in line.found if found.due)
