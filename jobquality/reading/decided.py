"""A decision on a reply as one text: each point with its outcome and reason, then the whole."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from jobquality.wording import Speaker

_LANGUAGES = ("en", "es")
#: For whom somebody sits on a panel, in the order in which it is told.
SEATS = ("worker", "employer", "independent")


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """What comes of one point: its title, the outcome as one word, and why."""

    title: str
    outcome: str
    reason: str


def decision_text(
    points: Iterable[PointWords],
    whole: str,
    panel: int,
    say: Speaker,
    seats: Collection[str] = (),
) -> str:
    """Return what is published; paragraphs stand apart by an empty line.

    `panel` is how many people decided together; 0 where one did. `seats` say for whom each of
    them sits; empty where that was not chosen.
    """
    lines = [say(f"decided_{one.outcome}", title=one.title, reason=one.reason) for one in points]
    known = [say("decided_whole", text=whole) if lines and whole else whole]
    together = [_panel_words(panel, seats, say)] if panel else []
    return "\n\n".join(part for part in (*lines, *known, *together) if part)


def name_with_seat(name: str, seat: str, say: Speaker) -> str:
    """Return how somebody of a panel is known inside."""
    return f"{name} ({say(f'decided_seat_{seat}')})" if seat else name


def seat_in(name: str) -> str:
    """Return for whom somebody of that name sits, as `name_with_seat` wrote it; or nothing."""
    for say in map(Speaker, _LANGUAGES):
        for seat in SEATS:
            if name.endswith(f" ({say(f'decided_seat_{seat}')})"):
                return seat
    return ""


def _panel_words(panel: int, seats: Collection[str], say: Speaker) -> str:
    if not seats:
        return say("decided_panel", count=panel)
    counts = Counter(seats)
    told = (
        say(f"decided_{seat}_{'one' if counts[seat] == 1 else 'many'}", count=counts[seat])
        for seat in SEATS
        if counts[seat]
    )
    return say("decided_panel_of", people=", ".join(told))
