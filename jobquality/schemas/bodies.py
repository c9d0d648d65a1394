"""What programs send about assessments, as commands; every fault has its JSON Pointer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from marshmallow import ValidationError, fields, validate

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.catalog import Edition
from jobquality.schemas.evaluations import Written
from jobquality.schemas.jsontext import Number
from jobquality.schemas.pointers import a_person_can_read, faults_of, pointer
from jobquality.schemas.questions import answer_text
from jobquality.schemas.replies import read_lines
from jobquality.schemas.rows import Day
from jobquality.schemas.strict import REQUIRED, Strict, at_most
from jobquality.schemas.texts import PlainText, quoted
from jobquality.scoring.answers import Question
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer, StartAssessment
from jobquality.services.reviews import Submit
from jobquality.store.assessments import Workers

#: More than any standard asks.
MOST_ANSWERS = 1_000
_MOST_SITES = 1_000
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_COMMENT = 100, 2_000, 4_000
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_ID = validate.Regexp(r"^[A-Za-z0-9_-]{1,32}\Z", error="is no id.")
_WHOLE = re.compile(r"[0-9]{1,9}")
_PLAIN = PlainText()
Body = Mapping[str, Any]


class Count(fields.Field[int]):
    """A whole number from nought; 7.0 and "7" are none."""

    default_error_messages = {"count": "must be a whole number from 0 to 999999999."}  # noqa: RUF012  # marshmallow's own way

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ANN401, ARG002  # marshmallow's own signature
        if not isinstance(value, Number) or not _WHOLE.fullmatch(value.text):
            raise self.make_error("count")
        return int(value.text)


def _count(about: str, **rest: Any) -> Count:  # noqa: ANN401  # marshmallow's own arguments
    described = {"type": "integer", "minimum": 0, "maximum": 999_999_999, "description": about}
    return Count(error_messages=REQUIRED, metadata=described, **rest)


class WorkersSchema(Strict):
    """How many workers were asked about one answer, how many confirmed it, and in which month."""

    asked = _count("How many were asked.", required=True)
    confirming = _count("How many of them confirmed it.", required=True)
    month = fields.String(
        required=True,
        error_messages=REQUIRED,
        validate=validate.Regexp(
            rf"^(?:{_MONTH.pattern})\Z", error="is not a month. Write it as 2026-03."
        ),
        metadata={"example": "2026-03"},
    )


class AnswerBodySchema(Strict):
    """One answer, and what is said beside it."""

    answer = Written(
        boxes=True,
        required=True,
        error_messages=REQUIRED,
        metadata={
            "description": "As in a facts file: 7.25, an id, `unknown`, `na: why`. True and "
            "false answer yes/no questions, a list of ids answers a checklist.",
            "example": "14",
            "oneOf": [
                {"type": "string", "maxLength": _LONGEST_TEXT},
                {"type": "number"},
                {"type": "boolean"},
                {"type": "array", "items": {"type": "string"}},
            ],
        },
    )
    grade = fields.Enum(
        Grade,
        by_value=True,
        load_default=Grade.E0,
        error_messages={"unknown": "is not a grade. Use E0, E1, E2, E3 or E4."},
        metadata={"description": "How strong the evidence is."},
    )
    source = PlainText(
        load_default="",
        validate=at_most(_LONGEST_TEXT),
        metadata={"description": "Where it is from; the public reads this."},
    )
    note = PlainText(load_default="", validate=at_most(_LONGEST_TEXT))
    workers = fields.Nested(WorkersSchema, load_default=None, allow_none=True)
    law_checked_on = Day(load_default=None, allow_none=True, metadata={"format": "date"})
    on = Day(
        load_default=None,
        allow_none=True,
        metadata={"format": "date", "description": "The day that it speaks of."},
    )


class BatchedAnswerSchema(AnswerBodySchema):
    """One answer of several."""

    criterion = fields.String(
        required=True, error_messages=REQUIRED, validate=at_most(_LONGEST_NAME)
    )
    seen = _count("The version that you saw; 0 where there was no answer yet.", required=True)


class AnswersBodySchema(Strict):
    """Several answers, of which all are kept or none."""

    answers = fields.Nested(
        BatchedAnswerSchema,
        many=True,
        required=True,
        error_messages={**REQUIRED, "type": "must be a list."},
        validate=validate.Length(
            min=1, max=MOST_ANSWERS, error=f"must hold 1 to {MOST_ANSWERS} answers."
        ),
    )


class StartBodySchema(Strict):
    """An assessment to be started."""

    employer_id = fields.String(
        required=True,
        error_messages=REQUIRED,
        validate=_ID,
        metadata={"description": "As in the address of the employer's page."},
    )
    rubric = fields.String(
        required=True,
        error_messages=REQUIRED,
        validate=at_most(_LONGEST_NAME),
        metadata={
            "description": "The standard and its edition.",
            "example": "restaurants_us@2026.1",
        },
    )
    on = Day(required=True, error_messages=REQUIRED, metadata={"format": "date"})
    sites = fields.List(
        fields.String(validate=_ID),
        load_default=list,
        validate=validate.Length(max=_MOST_SITES, error=f"has more than {_MOST_SITES} entries."),
        metadata={"description": "Ids of workplaces; none means the employer as a whole."},
    )
    previous_id = fields.String(
        load_default=None,
        allow_none=True,
        validate=_ID,
        metadata={"description": "The assessment to start from; the last published if left out."},
    )


class SubmitBodySchema(Strict):
    """A draft to be handed to the reviewer."""

    comment = fields.String(
        load_default="",
        validate=at_most(_LONGEST_COMMENT),
        metadata={"description": "For the reviewer."},
    )


class MoveBodySchema(Strict):
    """A draft to be moved to a newer edition of its standard."""

    edition = fields.String(
        required=True,
        validate=validate.Regexp(r"^[0-9]{4}\.[0-9]{1,4}\Z", error="is no edition."),
        metadata={"description": "The newer one, as GET shows it.", "example": "2026.2"},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer belongs: the questions of the standard, and whose draft it is."""

    assessment_id: str
    questions: Mapping[str, Question]


def read_body(schema: Strict, document: object) -> Body:
    """Return what a body says, before anything is looked up.

    Raises:
        FaultsError: something is no such thing; names every fault.
    """
    if not isinstance(document, dict):
        raise FaultsError([Fault(message="The body must be a JSON object.")])
    try:
        return cast("Body", schema.load(document))
    except ValidationError as error:
        found = a_person_can_read(faults_of(schema, error.messages))
        raise FaultsError(found) from None


def load_answer_body(body: Body, place: Place, question: Question, seen: int) -> RecordAnswer:
    """Return the command that one answer is.

    Raises:
        FaultsError: its kind does not fit the question, or it holds what nobody can see.
    """
    faults: list[Fault] = []
    command = _command(body, place, question, seen, faults)
    check_faults(faults)
    return command


def load_answer_bodies(body: Body, place: Place) -> tuple[RecordAnswer, ...]:
    """Return the commands that a batch is, in its order.

    Raises:
        FaultsError: a criterion is not asked or stands twice, or an answer does not fit.
    """
    faults = list(_faults_of_names(body["answers"], place.questions))
    commands = []
    for number, one in enumerate(body["answers"]):
        question = place.questions.get(one["criterion"])
        if question is not None:
            mine: list[Fault] = []
            commands.append(_command(one, place, question, one["seen"], mine))
            faults += (within(fault, number) for fault in mine)
    check_faults(faults)
    return tuple(commands)


def within(fault: Fault, number: int) -> Fault:
    """Return a fault of one answer with its place in the batch."""
    return replace(fault, where=f"{pointer('answers', number)}{fault.where}")


def load_start_body(body: Body, assessment_id: str, editions: Iterable[Edition]) -> StartAssessment:
    """Return the command that starts an assessment, by an edition that the organization uses.

    Raises:
        FaultsError: the standard is not one of these.
    """
    known = {one.rubric.name: one for one in editions}
    edition: Edition | None = known.get(body["rubric"])
    if edition is None:
        message = f"There is no standard {quoted(body['rubric'])} with that edition."
        remedy = "GET /api/v1/standards lists them."
        raise FaultsError([Fault(message=message, where="/rubric", remedy=remedy)])
    return StartAssessment(
        id=assessment_id,
        employer_id=body["employer_id"],
        rubric=edition.rubric.id,
        edition=edition.rubric.edition,
        on=body["on"],
        sites=tuple(body["sites"]),
        previous_id=body["previous_id"],
    )


def load_submit_body(body: Body, step_id: str, assessment_id: str) -> Submit:
    """Return the command that submits a draft.

    Raises:
        FaultsError: the comment holds what nobody can see.
    """
    faults: list[Fault] = []
    comment = read_lines(body["comment"], "/comment", faults)
    check_faults(faults)
    return Submit(id=step_id, assessment_id=assessment_id, comment=comment)


def _command(
    body: Body, place: Place, question: Question, seen: int, faults: list[Fault]
) -> RecordAnswer:
    workers = body["workers"]
    return RecordAnswer(
        assessment_id=place.assessment_id,
        criterion=question.id,
        answer=_plain_answer(question, body, faults),
        seen=seen,
        grade=body["grade"],
        source=body["source"],
        note=body["note"],
        workers=Workers(**workers) if workers else None,
        law_checked_on=body["law_checked_on"],
        on=body["on"],
    )


def _plain_answer(question: Question, body: Body, faults: list[Fault]) -> str:
    """Return the answer as it is kept: one line, and nothing in it that nobody can see."""
    text = answer_text(question, body["answer"])
    if text is None:
        message = "This kind of value does not answer this question."
        remedy = "Lists answer checklists, and true or false yes/no questions."
        faults.append(Fault(message=message, where="/answer", remedy=remedy))
        return ""
    try:
        return str(_PLAIN.deserialize(text))
    except ValidationError as error:
        faults.append(Fault(message=error.messages[0], where="/answer"))
        return ""


def _faults_of_names(answers: Sequence[Body], questions: Mapping[str, Question]) -> Iterator[Fault]:
    named = [questions[one["criterion"]].id for one in answers if one["criterion"] in questions]
    times = Counter(named)
    for number, one in enumerate(answers):
        question = questions.get(one["criterion"])
        if question is None or times[question.id] > 1:
            message = "is not asked in this standard." if question is None else "stands twice."
            yield Fault(message=message, where=pointer("answers", number, "criterion"))
