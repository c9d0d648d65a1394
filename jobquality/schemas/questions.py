"""A question to the scorer, read whole: every fault at once, each with its JSON Pointer."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from marshmallow import ValidationError

from jobquality.errors import Fault, FaultsError, NotFoundError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.catalog.bases import bases_beside
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import MAIN, AnswerKind, Criterion, Level, Rubric
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.schemas.cohorts import fit_cohort
from jobquality.schemas.evaluations import EvaluationSchema, Given
from jobquality.schemas.facts import load_facts
from jobquality.schemas.pointers import MOST_HINTS, a_person_can_read, faults_of, pointer
from jobquality.schemas.profiles import PROFILE
from jobquality.schemas.scorecards import Nodes
from jobquality.scoring.answers import Question, find_questions
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.figures import FREEZE_ONE
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import Scorecard

T = TypeVar("T")
_SCHEMA = EvaluationSchema()
#: Columns of a long facts file; the answer comes after whose it is.
_WHOSE, _BESIDE = ("employer", "part"), ("criterion", "grade", "url", "reason", "note")
#: Facts are counted from 1, as people count; what belongs to the employer stands before them.
_HEADER, _EMPLOYER = -1, 0
_COUNTED = re.compile(r"\bon line (\d+)")
_COLUMN = re.compile(r"column ([a-z0-9_.]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a score follows from. `pointers` say where the answer to each id stood."""

    rubric: Rubric
    facts: EmployerFacts
    parameters: Parameters
    scoring: str
    nodes: Nodes
    pointers: Mapping[str, str]
    cohort: Cohort | None = None


def load_question(document: object, catalog: Catalog, *, today: date) -> Asked:
    """Return what a document asks; nothing is looked up but what ships.

    Raises:
        FaultsError: something cannot be read; names every fault with its JSON Pointer, and
            inside YAML with its line too.
    """
    if not isinstance(document, dict):
        raise FaultsError([Fault(message="The body must be a JSON object.")])
    try:
        return _Reader(cast("dict[str, Any]", _SCHEMA.load(document)), catalog).asked(today)
    except ValidationError as error:
        # What could be read is looked through too, so that everything is said at once.
        given = cast("dict[str, Any]", error.valid_data)
        faults = a_person_can_read(faults_of(_SCHEMA, error.messages))
        return _Reader(given, catalog, faults).asked(today)


def score_question(asked: Asked) -> Scorecard:
    """Return the scorecard, by the one evaluator there is.

    Raises:
        FaultsError: a figure is missing, or answers contradict each other or do not fit; each
            fault points to its answer.
    """
    try:
        return score(
            asked.rubric,
            asked.facts,
            asked.parameters,
            scoring=asked.scoring,
            cohort=asked.cohort,
        )
    except FaultsError as error:
        raise FaultsError(_placed(fault, asked.pointers) for fault in error.faults) from None


class _Reader:
    """Reads one question and notes every fault."""

    def __init__(
        self, given: Mapping[str, Any], catalog: Catalog, faults: Iterable[Fault] = ()
    ) -> None:
        self._given = given
        self._catalog = catalog
        self._faults = list(faults)

    def asked(self, today: date) -> Asked:
        """Return the question, once nothing is wrong with it."""
        parameters = self._try(self._parameters) or self._catalog.parameters
        rubric = self._try(lambda: self._rubric(parameters))
        scoring = self._given.get("scoring", MAIN)
        facts = cohort = None
        if rubric is not None:
            is_there = self._try(lambda: _known("/scoring", lambda: find_scoring(rubric, scoring)))
            cohort = self._try(lambda: self._cohort(rubric, scoring)) if is_there else None
            facts = self._try(lambda: self._facts(rubric, parameters, today))
        check_faults(a_person_can_read(self._faults))
        return Asked(
            rubric=cast("Rubric", rubric),
            facts=cast("EmployerFacts", facts),
            parameters=parameters,
            scoring=scoring,
            nodes=self._given.get("nodes", Nodes.ALL),
            pointers=_pointers(cast("Rubric", rubric), self._given["facts"]),
            cohort=cohort,
        )

    def _try(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except FaultsError as error:
            self._faults += error.faults
            return None

    def _parameters(self) -> Parameters:
        known, text = self._catalog.parameters, self._given.get("parameters_yaml")
        if text is None:
            return known
        return _inside(
            "/parameters_yaml", lambda: known.joined(load_parameters(_utf8(text), known.places))
        )

    def _rubric(self, parameters: Parameters) -> Rubric:
        name, text = self._given.get("rubric"), self._given.get("rubric_yaml")
        if (name is None) == (text is None):
            message = "Give either 'rubric' or 'rubric_yaml'."
            raise FaultsError([Fault(message=message, where="/rubric")])
        if text is None:
            return _known("/rubric", lambda: self._catalog.newest(str(name)).rubric)
        return _inside(
            "/rubric_yaml",
            lambda: load_rubric(
                _utf8(text),
                parameters=parameters.units,
                facts=parameters.facts,
                base=bases_beside(None),
            ),
        )

    def _cohort(self, rubric: Rubric, scoring: str) -> Cohort | None:
        given = self._given.get("cohort")
        is_half_read = any(fault.where.startswith("/cohort") for fault in self._faults)
        if given is None or is_half_read:
            return None
        try:
            return fit_cohort(given, rubric, scoring=scoring)
        except FaultsError as error:
            raise FaultsError(
                replace(fault, where=f"/cohort{fault.where}") for fault in error.faults
            ) from None

    def _facts(self, rubric: Rubric, parameters: Parameters, today: date) -> EmployerFacts:
        """Return the facts, read by the reader of facts files as one long table."""
        profile = self._given.get("profile", {})
        header = (*_WHOSE, "answer", *_BESIDE, *(f"{PROFILE}{name}" for name in profile))
        said = (*("" for _ in _BESIDE), "", *map(_profile_text, profile.values()))
        rows = [
            (_HEADER, header),
            (_EMPLOYER, (*self._whose(), *said)),
            *self._rows(rubric, empty=[""] * len(profile)),
        ]
        try:
            (facts,) = load_facts(
                rows, rubric, on=self._given.get("on", today), parameters=parameters
            )
        except FaultsError as error:
            raise FaultsError(map(_pointed, error.faults)) from None
        return facts

    def _whose(self) -> tuple[str, str]:
        return self._given.get("employer", "employer"), self._given.get("part", "")

    def _rows(self, rubric: Rubric, empty: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        questions = find_questions(rubric)
        unknown = 0
        for number, fact in enumerate(self._given.get("facts", ()), start=1):
            if "criterion" not in fact or "answer" not in fact:
                continue  # noted already
            question = questions.get(fact["criterion"].strip())
            unknown += question is None
            if question is None and unknown > MOST_HINTS:
                continue  # enough was said; comparing spellings takes time
            answer = answer_text(question, fact["answer"])
            if answer is None:
                self._faults.append(_wrong_kind(number, fact["answer"]))
                continue
            beside = (fact.get(name, "") for name in _BESIDE)
            yield number, (*self._whose(), answer, *beside, *empty)
        if unknown > MOST_HINTS:
            message = f"{unknown - MOST_HINTS} more criteria are not known."
            self._faults.append(Fault(message=message, where="/facts"))


def _placed(fault: Fault, pointers: Mapping[str, str]) -> Fault:
    """Return a fault of the evaluator with the pointer to the answer, and this door's words."""
    message = fault.message.replace("pass it with --parameters", "pass it in 'parameters_yaml'")
    where = pointers.get(fault.where, "/facts")
    if fault.remedy == FREEZE_ONE:
        return replace(fault, where=where, remedy=f"{FREEZE_ONE} Pass it in 'cohort'.")
    return replace(fault, message=message, where=where)


def answer_text(question: Question | None, answer: Given) -> str | None:
    """Return an answer as a facts file has it; None where JSON's kind of value does not fit."""
    if question is None:
        return "unknown"  # what is refused is the criterion
    if isinstance(answer, str):
        return answer
    if isinstance(answer, tuple):
        is_list = isinstance(question, Criterion) and question.kind is AnswerKind.CHECKLIST
        return (";".join(answer) or "0") if is_list else None
    return _profile_text(answer) if _is_yes_no(question) else None


def _is_yes_no(question: Question | None) -> bool:
    if isinstance(question, Level):
        return question.declared is AnswerKind.YES_NO
    return isinstance(question, Criterion) and question.kind is AnswerKind.YES_NO


def _profile_text(given: Given) -> str:
    return given if isinstance(given, str) else "yes" if given else "no"


def _wrong_kind(number: int, answer: Given) -> Fault:
    shown = "A list" if isinstance(answer, tuple) else str(answer).lower()
    remedy = "Lists answer checklists, and true or false yes/no questions, of this standard."
    message = f"{shown} does not answer this question."
    return Fault(message=message, where=pointer("facts", number - 1, "answer"), remedy=remedy)


def _pointed(fault: Fault) -> Fault:
    """Return a fault of the table with its place in the JSON that the table was made of."""
    line = fault.line or 0
    found = _COLUMN.match(fault.where)
    column = found[1] if found else ""
    if line > _EMPLOYER:
        where = pointer("facts", line - 1, *([column] if column else []))
    elif column.startswith(PROFILE):
        where = pointer("profile", column.removeprefix(PROFILE))
    else:
        where = pointer("profile")
    message = _COUNTED.sub(r"in fact \1", fault.message)
    return replace(fault, message=message, where=where, line=None)


def _pointers(rubric: Rubric, facts: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    questions = find_questions(rubric)
    return {
        questions[fact["criterion"].strip()].id: pointer("facts", place, "answer")
        for place, fact in enumerate(facts)
    }


def _utf8(text: str) -> bytes:
    # Half of a broken character is for the YAML reader to refuse, with its line.
    return text.encode("utf-8", "surrogatepass")


def _inside(where: str, read: Callable[[], T]) -> T:
    """Say of every fault in which key it is."""
    try:
        return read()
    except FaultsError as error:
        raise FaultsError(replace(fault, where=where) for fault in error.faults) from None


def _known(where: str, find: Callable[[], T]) -> T:
    """Say of a name that nobody knows where it stands."""
    try:
        return find()
    except NotFoundError as error:
        raise FaultsError([Fault(message=str(error), where=where)]) from None
