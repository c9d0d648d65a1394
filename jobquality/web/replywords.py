"""What the pages of an employer's portal say, each in the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.heard import given_words
from jobquality.reading.names import day_words, month_words
from jobquality.reading.numbers import counted
from jobquality.reading.reasons import mark_words
from jobquality.reading.values import LineWords, ScorecardWords
from jobquality.services.hearing import Happened
from jobquality.web.drafts import names_of, read_draft
from jobquality.web.languages import current_speaker
from jobquality.web.moments import deadline_words, moment_words
from jobquality.web.replyportal import Portal
from jobquality.wording import Speaker

#: The violations to which there is something to say: of the others the draft says none was found.
_ANSWERED = ("found", "not_checked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer as the employer got it, and as it would be published now."""

    title: str
    before: LineWords
    after: LineWords | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A note that would be published beside an answer, with its source and the month it is of."""

    title: str
    note: str
    source: str
    seen_in: str


def said_by(portal: Portal) -> dict[str, object]:
    """Return how the pages of a portal say moments, the clock, and what happened."""
    return said_in(portal.organization.time_zone)


def said_in(zone: str) -> dict[str, object]:
    """Return how pages about a notice say moments, the clock, and what happened."""
    return {
        "moment": lambda at, say: moment_words(at, zone, say),
        "deadline": lambda at, say: deadline_words(at, zone, say),
        "happened": lambda one, say: happened_words(one, zone, say),
        "day": day_words,
        "days": given_words,
        "between": between_words,
    }


def happened_words(one: Happened, zone: str, say: Speaker) -> str:
    """Return one step on the way to a decision, in the same words for both sides."""
    told = dict(one.details)
    if isinstance(told.get("ends_at"), datetime):
        told["ends_at"] = deadline_words(told["ends_at"], zone, say)  # type: ignore[arg-type]  # just seen
    if "way" in told:
        told["way"] = say(f"notices_way_{told['way']}")
        told["on"] = day_words(told["on"], say)  # type: ignore[arg-type]  # an attempt has a day
    if "until" in told:
        told["until"] = day_words(told["until"], say)  # type: ignore[arg-type]  # a day
    if told.get("who") == "":
        told["who"] = say("heard_nobody")
    return say(f"heard_{one.what}", **told)


def between_words(start: datetime, end: datetime, say: Speaker) -> str:
    """Return how many whole days lie between two moments."""
    return counted("notice_days", max((end - start).days, 0), say)


def asked_of(portal: Portal) -> Mapping[str, str]:
    """Return the points of a draft to which an employer can reply, with their titles."""
    words = read_draft(portal.draft)
    lines = {line.id: line.title for topic in words.topics for line in topic.lines}
    violations = {one.id: one.title for one in words.findings if one.checked in _ANSWERED}
    return lines | violations


def remarks_of(draft: Snapshot) -> tuple[Remark, ...]:
    """Return every note that a publication of a draft would hold, in the order of its questions.

    Also those that no line of a score shows: of figures, and of violations that were not found.
    They stand in the file that everybody can download.
    """
    names, say = names_of(draft.rubric, draft.edition), current_speaker()
    return tuple(
        Remark(
            title=names.thing(fact.criterion),
            note=_sentence(mark_words(fact.note, say)) or fact.note,
            source=fact.source,
            seen_in=month_words(fact.month, say),
        )
        for fact in draft.facts
        if fact.note
    )


def find_changes(portal: Portal, before: ScorecardWords) -> tuple[Change, ...]:
    """Return the answers that changed after the decision, the old beside the new."""
    if portal.newer is None:
        return ()
    after = _lines(read_draft(portal.newer))
    return tuple(
        Change(title=line.title, before=line, after=after.get(name))
        for name, line in _lines(before).items()
        if after.get(name) != line
    )


def _lines(words: ScorecardWords) -> dict[str, LineWords]:
    return {line.id: line for topic in words.topics for line in topic.lines}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
