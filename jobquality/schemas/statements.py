"""What an employer and the team send after publication, read from their forms."""

from datetime import date
from typing import Protocol

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.days import read_day
from jobquality.schemas.claims import read_version
from jobquality.schemas.replies import read_lines
from jobquality.services.plans import TakeAction
from jobquality.services.rulings import Rule
from jobquality.services.statements import Check, Speak
from jobquality.store.statements import Topic
from jobquality.wording import Speaker


class Form(Protocol):
    """A form that was sent."""

    def get(self, name: str, otherwise: str) -> str:
        """Return the text of a field."""

    def getlist(self, name: str) -> list[str]:
        """Return every text of a field."""


def read_words(form: Form, topic: str, *, statement_id: str, say: Speaker) -> Speak:
    """Return what an employer says.

    Raises:
        FaultsError: the text holds hidden characters, or the day is none.
    """
    faults: list[Fault] = []
    text = read_lines(form.get("text", ""), "text", faults)
    fixed_on = _day(form, "fixed_on", faults, say) if topic == Topic.FIXED else None
    criteria = [] if topic == Topic.STATEMENT else form.getlist("criteria")
    check_faults(faults)
    return Speak(
        id=statement_id,
        topic=topic,
        text=text,
        criteria=tuple(dict.fromkeys(one for one in criteria if one)),
        fixed_on=fixed_on,
    )


def read_amended(form: Form, statement_id: str) -> tuple[Speak, int]:
    """Return the new words of a statement that came back, and the version that was seen.

    Raises:
        FaultsError: the text holds hidden characters.
    """
    faults: list[Fault] = []
    text = read_lines(form.get("text", ""), "text", faults)
    check_faults(faults)
    command = Speak(id=statement_id, topic=Topic.STATEMENT.value, text=text)
    return command, read_version(form.get("seen", ""))


def read_action(form: Form, *, action_id: str, say: Speaker) -> TakeAction:
    """Return an action of the plan that is taken up.

    Raises:
        FaultsError: the name holds hidden characters, or the day is none.
    """
    faults: list[Fault] = []
    owner = " ".join(read_lines(form.get("owner", ""), "owner", faults).split())
    due_on = _day(form, "due_on", faults, say)
    check_faults(faults)
    return TakeAction(
        id=action_id,
        criterion=form.get("criterion", ""),
        owner=owner,
        due_on=due_on,
        seen=read_version(form.get("seen", "")),
    )


def read_check(form: Form, statement_id: str) -> Check:
    """Return what the person of the team found.

    Raises:
        FaultsError: the reason holds hidden characters.
    """
    faults: list[Fault] = []
    reason = read_lines(form.get("reason", ""), "reason", faults)
    check_faults(faults)
    return Check(
        statement_id=statement_id,
        seen=read_version(form.get("seen", "")),
        names_no_worker=form.get("names_no_worker", "") == "yes",
        reason=reason,
    )


def read_rule(form: Form, statement_id: str, *, rule_id: str) -> Rule:
    """Return what somebody would decide.

    Raises:
        FaultsError: the reasons hold hidden characters.
    """
    faults: list[Fault] = []
    reasons = read_lines(form.get("reasons", ""), "reason", faults)
    check_faults(faults)
    return Rule(
        id=rule_id, statement_id=statement_id, outcome=form.get("outcome", ""), reasons=reasons
    )


def _day(form: Form, name: str, faults: list[Fault], say: Speaker) -> date | None:
    text = form.get(name, "").strip()
    day = read_day(text)
    if text and day is None:
        faults.append(Fault(message=say("after_no_day"), where=name))
    return day
