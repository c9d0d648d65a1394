"""What an employer types into its questionnaire, and how the center asks for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from marshmallow import ValidationError

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.days import read_day
from jobquality.schemas.answers import Form, OneOf, Typed, load_answer, typed_in
from jobquality.schemas.texts import PlainText
from jobquality.scoring.answers import AnswerError, Question, read_answer
from jobquality.scoring.facts import Grade
from jobquality.services.claimpapers import LONGEST_TITLE
from jobquality.services.claims import LONGEST_NOTE, Say
from jobquality.services.questionnaires import FARTHEST_WISH
from jobquality.services.speakers import (
    LONGEST_FIELD,
    LONGEST_REASON,
    WAYS,
    DecideSpeaker,
    Introduce,
)
from jobquality.wording import Speaker

_PLAIN = PlainText()
_BLANK_STATES = ("", "value")
_SEEN = "seen"
_VERSION = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section as it was sent: what could be read, and the forms of what could not."""

    said: tuple[Say, ...]
    typed: Mapping[str, Typed]
    faults: Mapping[str, tuple[Fault, ...]]


def read_section(
    questions: Mapping[str, Question], form: Form, *, today: date, say: Speaker
) -> Section:
    """Return what a section of many questions gives; a faulty answer hinders no other.

    Of an employer only answer and note are read: whoever sends a grade, a source or counts of
    workers along is not heard.
    """
    said: list[Say] = []
    typed: dict[str, Typed] = {}
    faults: dict[str, tuple[Fault, ...]] = {}
    for name, question in questions.items():
        if not form.get(f"{name}-{_SEEN}", ""):
            continue
        typed[name] = _typed(OneOf(form, name))
        try:
            said.append(_say(question, typed[name], today=today, say=say))
        except FaultsError as error:
            faults[name] = tuple(_at(name, fault) for fault in error.faults)
    return Section(said=tuple(said), typed=typed, faults=faults)


def read_introduction(form: Form, *, speaker_id: str, say: Speaker) -> Introduce:
    """Return who somebody says they are.

    Raises:
        FaultsError: something is missing, too long or hidden, or they may not speak.
    """
    faults: list[Fault] = []
    given = {
        name: _line(form, name, LONGEST_FIELD, faults, say) for name in ("name", "role", "contact")
    }
    may_speak = form.get("may_speak", "") == "yes"
    if not may_speak:
        faults.append(Fault(message=say("claims_no_may_speak"), where="may_speak-yes"))
    check_faults(faults)
    return Introduce(id=speaker_id, may_speak=may_speak, **given)


def read_wish(form: Form, *, today: date, say: Speaker) -> date | None:
    """Return the day until which answers are wanted, or None.

    Raises:
        FaultsError: it is no day, is over, or is too far away.
    """
    text = form.get("wanted_by", "").strip()
    day = read_day(text)
    if text and (day is None or not today <= day <= today + FARTHEST_WISH):
        raise FaultsError([Fault(message=say("claims_no_day"), where="wanted_by")])
    return day


def read_decision(form: Form, *, speaker_id: str, say: Speaker) -> DecideSpeaker:
    """Return what the center makes of somebody.

    Raises:
        FaultsError: nothing says how they were checked or why they were refused, or the
            reason is too long or holds hidden characters.
    """
    faults: list[Fault] = []
    is_accepted = form.get("do", "") == "accept"
    reason = _plain(form.get("reason", ""), "reason", faults, say)
    if len(reason) > LONGEST_REASON:
        faults.append(Fault(message=say("ask_too_long", most=LONGEST_REASON), where="reason"))
    if is_accepted and form.get("way", "") not in WAYS:
        faults.append(Fault(message=say("claims_no_way"), where="way"))
    if not is_accepted and not reason:
        faults.append(Fault(message=say("claims_no_reason"), where="reason"))
    check_faults(faults)
    return DecideSpeaker(
        id=speaker_id,
        seen=read_version(form.get(_SEEN, "")),
        is_accepted=is_accepted,
        way=form.get("way", ""),
        reason=reason,
    )


def read_title(form: Form, faults: list[Fault], say: Speaker) -> str:
    """Return what a document is; whatever is wrong is added to `faults`."""
    return _line(form, "title", LONGEST_TITLE, faults, say)


def read_version(text: str) -> int:
    """Return the version that a form saw; what is none is 0."""
    return int(text) if _VERSION.fullmatch(text) else 0


def _typed(form: Form) -> Typed:
    bare = Typed()
    return replace(
        typed_in(form),
        grade=Grade.E0.value,
        source=bare.source,
        workers_asked=bare.workers_asked,
        workers_confirming=bare.workers_confirming,
        workers_month=bare.workers_month,
        law_checked_on=bare.law_checked_on,
        on=bare.on,
    )


def _say(question: Question, typed: Typed, *, today: date, say: Speaker) -> Say:
    version = read_version(typed.seen)
    if _is_blank(typed):
        faults: list[Fault] = []
        note = _plain(typed.note, "note", faults, say)
        if len(note) > LONGEST_NOTE:
            faults.append(Fault(message=say("ask_too_long", most=LONGEST_NOTE), where="note"))
        check_faults(faults)
        return Say(criterion=question.id, answer="", note=note, seen=version)
    loaded = load_answer(question, typed, today=today, say=say)
    try:
        read_answer(question, loaded.answer)
    except AnswerError:  # a choice that the standard does not have
        raise FaultsError([Fault(message=say("ask_choose"), where="answer")]) from None
    return Say(criterion=question.id, answer=loaded.answer, note=loaded.note, seen=version)


def _is_blank(typed: Typed) -> bool:
    given = (typed.number.strip(), typed.day.strip(), typed.boxes)
    return typed.state in _BLANK_STATES and not any(given)


def _line(form: Form, name: str, longest: int, faults: list[Fault], say: Speaker) -> str:
    line = _plain(form.get(name, ""), name, faults, say)
    if len(line) > longest:
        faults.append(Fault(message=say("ask_too_long", most=longest), where=name))
    elif not line and not any(fault.where == name for fault in faults):
        faults.append(Fault(message=say(f"claims_no_{name}"), where=name))
    return line


def _plain(text: str, where: str, faults: list[Fault], say: Speaker) -> str:
    try:
        return str(_PLAIN.deserialize(text))
    except ValidationError:
        faults.append(Fault(message=say("ask_hidden"), where=where))
        return ""


def _at(criterion: str, fault: Fault) -> Fault:
    return Fault(message=fault.message, where=f"{criterion}-{fault.where}", remedy=fault.remedy)
