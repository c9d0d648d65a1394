"""Stored answers into a scorecard, always worked out anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.rubrics.model import Asked, Criterion, Rubric, State
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.answers import AnswerError, Question, find_questions, read_answer, unit_of
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import Scorecard
from jobquality.services.figures import parameters_of
from jobquality.store.assessments import Answer, Assessment, get_assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.employers import Employer, get_employer

#: Each round leaves out at least one answer; more rounds than this have never been needed.
_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A score as it stands, and what is wrong with the answers behind it.

    Answers that contradict each other, or need a figure that nobody has, are left out of
    `card`; `faults` name them. `card` is None where nothing can be scored.
    """

    card: Scorecard | None
    faults: tuple[Fault, ...] = ()


def score_assessment(session: Session, assessment_id: str, *, catalog: Catalog) -> Scorecard:
    """Return the scorecard of an assessment; answers carried over do not count until confirmed.

    Raises:
        NotFoundError: there is no such assessment.
        FaultsError: answers contradict each other, or need a dated figure that nobody has;
            names every such fault.
    """
    assessment = get_assessment(session, assessment_id)
    rubric = catalog.get(assessment.rubric, assessment.edition)
    facts = facts_of(
        rubric,
        get_employer(session, assessment.employer_id),
        assessment,
        list_answers(session, assessment_id),
    )
    return score(rubric, facts, parameters_of(session, catalog))


def facts_of(
    rubric: Rubric, employer: Employer, assessment: Assessment, answers: Mapping[str, Answer]
) -> EmployerFacts:
    """Return the facts of an assessment, without answers that are carried and not confirmed.

    Raises:
        FaultsError: a stored answer does not fit its question; `where` is the criterion.
    """
    questions = find_questions(rubric)
    counted = [
        answer
        for answer in answers.values()
        if not answer.carried and answer.criterion in questions
    ]
    faults: list[Fault] = []
    facts = [_fact(questions[answer.criterion], answer, faults) for answer in counted]
    check_faults(faults)
    return EmployerFacts(
        employer=employer.name,
        part="",
        on=assessment.on,
        profile=employer.facts,
        facts={fact.criterion: fact for fact in facts if fact.state is not State.MISSING},
    )


def preview_of(
    edition: Edition,
    employer: Employer,
    assessment: Assessment,
    answers: Mapping[str, Answer],
    parameters: Parameters,
) -> Preview:
    """Return how an assessment would score with some answers; none does where one is unreadable."""
    try:
        facts = facts_of(edition.rubric, employer, assessment, answers)
    except FaultsError as error:
        return Preview(card=None, faults=error.faults)
    return preview(edition.rubric, facts, parameters)


def preview(rubric: Rubric, facts: EmployerFacts, parameters: Parameters) -> Preview:
    """Return the score as far as there is one; what stands in its way is told, never raised."""
    faults: dict[Fault, None] = {}
    for _ in range(_ROUNDS):
        try:
            return Preview(card=score(rubric, facts, parameters), faults=tuple(faults))
        except FaultsError as error:
            faults |= dict.fromkeys(error.faults)
            left = _without(rubric, facts, error.faults)
            if len(left.facts) == len(facts.facts):
                break
            facts = left
    return Preview(card=None, faults=tuple(faults))


def _fact(question: Question, answer: Answer, faults: list[Fault]) -> Fact:
    try:
        read = read_answer(question, answer.answer)
    except AnswerError as error:
        faults.append(Fault(message=str(error), where=question.id))
        return Fact(criterion=question.id, state=State.MISSING, text=answer.answer)
    return Fact(
        criterion=question.id,
        state=read.state,
        text=answer.answer,
        value=read.value,
        unit=unit_of(question),
        on=answer.on,
        grade=answer.grade,
        source=answer.source,
        note=" ".join(read.reason.split()) or answer.note,
    )


def _without(rubric: Rubric, facts: EmployerFacts, faults: tuple[Fault, ...]) -> EmployerFacts:
    """Return the facts without those at fault, and without the parts of a figure at fault."""
    named = {fault.where for fault in faults}
    parts = {
        name
        for question in rubric.questions()
        if question.id in named
        for name in _asked_parts(question)
    }
    kept = {name: fact for name, fact in facts.facts.items() if name not in named | parts}
    return replace(facts, facts=kept)


def _asked_parts(question: Criterion) -> Iterator[str]:
    measure = question.measure
    terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ())) if measure else ()
    return (term.name for term in terms if term.kind is Asked.FIGURE)
