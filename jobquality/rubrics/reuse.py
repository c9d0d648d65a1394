"""Whether an id asks in a later edition what it asked in an earlier one.

An answer is known by the id of its question. Where the id comes to ask something else, old
answers would be read as answers to it: next to a draft, over a bridge, in a trend.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobquality.errors import Fault
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.likeness import find_misfit, questions_of, words_of
from jobquality.rubrics.model import Criterion, Critical, Rubric
from jobquality.rubrics.steps import Choice, steps_of

#: Below this part of its words in common, a question is taken for another one. A judgment.
_ALIKE = Fraction(1, 2)
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One id as an edition has it."""

    edition: str
    thing: Criterion | Critical


def find_reused(new: Rubric, earlier: Sequence[Rubric], bridge: Bridge | None) -> Iterator[Fault]:
    """Yield a fault for each id that was something else before.

    `earlier` are all editions before it, the newest first: an id that was left out once is not
    free either. A bridge says what became of the ids of one of them; what it links was looked
    at by a person.
    """
    told = _told(bridge)
    for name, asked in _last_asked(earlier).items():
        now = _things(new).get(name)
        if now is not None and (asked.edition, name) not in told:
            yield from _fault(name, asked, now)


def find_reworded(new: Rubric, before: Rubric, bridge: Bridge | None) -> Iterator[Fault]:
    """Yield a remark on each id that says it in other words, where no bridge links it."""
    told = _told(bridge)
    known = _last_asked([before])
    for name, now in _things(new).items():
        asked = known.get(name)
        if asked is None or (asked.edition, name) in told or any(_fault(name, asked, now)):
            continue
        yield from _remarks(name, asked, now)


def _told(bridge: Bridge | None) -> set[tuple[str, str]]:
    links = bridge.links if bridge else ()
    return {(bridge.old, name) for link in links for name in link.old} if bridge else set()


def _things(rubric: Rubric) -> Mapping[str, Criterion | Critical]:
    """Return everything that is answered: questions, and critical violations."""
    return {**questions_of(rubric), **{one.id: one for one in rubric.critical}}


def _last_asked(earlier: Sequence[Rubric]) -> Mapping[str, Asked]:
    found: dict[str, Asked] = {}
    for rubric in earlier:
        for name, thing in _things(rubric).items():
            found.setdefault(name, Asked(edition=rubric.name, thing=thing))
    return found


def _fault(name: str, asked: Asked, now: Criterion | Critical) -> Iterator[Fault]:
    before = asked.thing
    remedy = (
        f"Give this one an id of its own. If it is the same, say so in a bridge: "
        f"{{old: {name}, new: {name}, relation: reworded, why: …}}."
    )
    if isinstance(before, Critical) or isinstance(now, Critical):
        remedy = "Give this one an id of its own."
    if type(before) is not type(now):
        message = f"'{name}' is used again: in {asked.edition} it is a question."
        if isinstance(before, Critical):
            message = f"'{name}' is used again: in {asked.edition} it is a critical violation."
        yield Fault(message=message, line=now.line, remedy=remedy)
    elif _likeness(before.wording.ask, now.wording.ask) < _ALIKE:
        message = f"'{name}' is used again: in {asked.edition} it asks \"{_cut(before)}\""
        yield Fault(message=message, line=now.line, remedy=remedy)
    elif misfit := _other_kind(before, now):
        message = f"'{name}' is answered in another way than in {asked.edition}: {misfit}."
        yield Fault(message=message, line=now.line, remedy=remedy)


def _other_kind(before: Criterion | Critical, now: Criterion | Critical) -> str:
    """Return why no old answer is one to the new question; empty where some are."""
    if isinstance(before, Critical) or isinstance(now, Critical):
        return ""
    misfit = find_misfit(before, now)
    return "" if set(words_of(before)) & set(words_of(now)) else misfit


def _remarks(name: str, asked: Asked, now: Criterion | Critical) -> Iterator[Fault]:
    before = asked.thing
    remedy = "Answers carry over. If it means something else, give it an id of its own."
    if _words(before.wording.ask) != _words(now.wording.ask):
        message = f"'{name}' asks in other words than in {asked.edition}: \"{_cut(before)}\""
        yield Fault(message=message, line=now.line, remedy=remedy)
    later = _answers(now)
    for answer, text in _answers(before).items():
        after = later.get(answer)
        if after is not None and _words(after) != _words(text):
            message = f"'{answer}' of '{name}' says \"{text[:_LONGEST]}\" in {asked.edition}."
            yield Fault(message=message, line=now.line, remedy=remedy)


def _answers(thing: Criterion | Critical) -> Mapping[str, str]:
    """Return what each answer to choose, or box to tick, says."""
    if isinstance(thing, Critical):
        return {}
    choices = {one.id: one.ask for one in steps_of(thing.points) if isinstance(one, Choice)}
    return choices | {box.id: box.ask for box in thing.boxes}


def _cut(thing: Criterion | Critical) -> str:
    text = thing.wording.ask
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _likeness(before: str, after: str) -> Fraction:
    """Return the share of the words of both that they have in common, in their order, 0 to 1."""
    old, new = _words(before), _words(after)
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return Fraction(2 * sum(one.size for one in blocks), max(len(old) + len(new), 1))
