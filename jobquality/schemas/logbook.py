"""What somebody asks the log for, as it stands in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

#: No id, kind or number of ours is longer.
_LONGEST, _MOST_DIGITS = 100, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose events, of which kind, about which thing (`employer:ID`), from day to day.

    `before` is the number below which a page begins. What cannot be read is not asked;
    `unread` names the days of which that is so.
    """

    person: str = ""
    kind: str = ""
    thing: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None
    unread: tuple[str, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything narrows the log."""
        return bool(self.person or self.kind or self.thing or self.since or self.until)

    @property
    def fields(self) -> dict[str, str]:
        """The same as fields of a form or of an address, without the page."""
        said = {
            "person": self.person,
            "kind": self.kind,
            "thing": self.thing,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return {name: text for name, text in said.items() if text}


def read_asked(sent: Mapping[str, str]) -> Asked:
    """Return what an address or a form asks for."""
    days = {name: _day(sent.get(name, "")) for name in ("since", "until")}
    before = sent.get("before", "")
    is_number = before.isascii() and before.isdecimal() and len(before) <= _MOST_DIGITS
    return Asked(
        person=_word(sent.get("person", "")),
        kind=_word(sent.get("kind", "")),
        thing=_word(sent.get("thing", "")),
        since=days["since"],
        until=days["until"],
        before=int(before) if is_number else None,
        unread=tuple(name for name, day in days.items() if day is None and sent.get(name)),
    )


def _word(text: str) -> str:
    """Return an id as it is; what could be none asks for nothing that is there."""
    return text.replace("\0", "")[:_LONGEST]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
