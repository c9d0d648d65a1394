"""A reply as somebody saved it, as JSON: kept beside who saved it, and put back from there."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from jobquality.access.states import Stance
from jobquality.store.notices import Notice, Reply


def reply_id_of(notice_id: str, criterion: str) -> str:
    """Return the id of what is said to one point of a draft, the same for ever."""
    return hashlib.sha256(f"{notice_id} {criterion}".encode()).hexdigest()[:32]


def dump_words(statement: str, replied_by: str, replies: Iterable[Reply]) -> str:
    """Return a reply as text; empty where nothing was written."""
    stances = {
        one.criterion: [
            one.stance.value,
            one.text,
            one.fixed_on.isoformat() if one.fixed_on else "",
        ]
        for one in replies
    }
    if not (statement or stances):
        return ""
    words = {"statement": statement, "replied_by": replied_by, "stances": stances}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def load_words(text: str) -> tuple[str, str, Mapping[str, tuple[str, str, str]]]:
    """Return statement, who is named, and by point the stance, the words and the day."""
    words = json.loads(text) if text else {}
    stances = {name: tuple(one) for name, one in words.get("stances", {}).items()}
    return words.get("statement", ""), words.get("replied_by", ""), stances


def replies_of(
    notice: Notice, stances: Mapping[str, tuple[str, str, str]], at: datetime
) -> Iterator[Reply]:
    """Yield what is said to each point as rows of a notice."""
    for criterion, (stance, text, day) in stances.items():
        yield Reply(
            id=reply_id_of(notice.id, criterion),
            organization_id=notice.organization_id,
            notice_id=notice.id,
            criterion=criterion,
            stance=Stance(stance),
            text=text,
            at=at,
            fixed_on=date.fromisoformat(day) if day else None,
        )
