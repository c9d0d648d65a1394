"""Reasons in forms: one that is chosen, and words of one's own."""

from flask import request

from jobquality.errors import Fault
from jobquality.schemas.replies import read_lines
from jobquality.web.languages import current_speaker
from jobquality.wording.whys import KINDS, OWN, made_why


def why_choices(kind: str) -> list[tuple[str, str]]:
    """Return the reasons that one may choose, and words of one's own as the last one."""
    say = current_speaker()
    named = [(name, say(f"why_{kind}_{name}")) for name in KINDS[kind]]
    return [("", say("why_none")), *named, (OWN, say("why_own"))]


def read_why(kind: str, faults: list[Fault], *, choice: str, own: str) -> str:
    """Return the reason that a form says, as it is kept; `choice` and `own` are its fields."""
    words = read_lines(request.form.get(own, ""), own, faults)
    chosen = request.form.get(choice, "")
    if chosen not in (*KINDS[kind], OWN):
        message = "Choose a reason. Nothing is guessed."
        faults.append(Fault(message=message, where=choice, remedy="Or say it in your own words."))
    elif chosen == OWN and not words.strip():
        faults.append(
            Fault(message="There is no reason.", where=own, remedy="Say why, in a sentence or two.")
        )
    return made_why(kind, chosen, words)
