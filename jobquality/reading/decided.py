"""A decision on a reply as one text: each point with its outcome and reason, then the whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """What comes of one point: its title, the outcome as one word, and why."""

    title: str
    outcome: str
    reason: str


def decision_text(points: Iterable[PointWords], whole: str, panel: int, say: Speaker) -> str:
    """Return what is published; paragraphs stand apart by an empty line.

    `panel` is how many people decided together; 0 where one did.
    """
    lines = [say(f"decided_{one.outcome}", title=one.title, reason=one.reason) for one in points]
    known = [say("decided_whole", text=whole) if lines and whole else whole]
    together = [say("decided_panel", count=panel)] if panel else []
    return "\n\n".join(part for part in (*lines, *known, *together) if part)
