"""Facts that were gathered by one edition, as another edition can read them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

from jobquality.rubrics.bridges import Bridge, Link
from jobquality.rubrics.model import Box, Choice, Criterion, Group, Rubric, State, Wording
from jobquality.rubrics.units import Unit
from jobquality.scoring.facts import EmployerFacts, Fact, Grade, Value
from jobquality.scoring.fitting import find_misfits

#: What an answer says, apart from how well it is proved.
Content = tuple[State, Value | None]
Facts = Mapping[str, Fact]
_SILENT: Content = (State.MISSING, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Facts in the words of another edition.

    `readable` are the questions of that edition to which these facts speak, be it by saying
    that nothing is known; of all others they say nothing.
    """

    facts: Facts
    readable: frozenset[str]


def carry(bridge: Bridge, facts: Facts, onto: Rubric) -> Carried:
    """Return facts of the edition `bridge.old` in the words of `onto`, its `bridge.new`.

    Only over links that are comparable, and only answers that the new question takes: those
    that 'answers' does not name do not carry, nor several old answers that come to different
    new ones.
    """
    carried: dict[str, Fact] = {}
    readable: set[str] = set()
    for link in bridge.comparable():
        content = image(link, sources(link, facts))
        if content is not None:
            readable.update(link.new)
            carried |= dict(_written(link, content, facts))
    misfits = find_misfits(onto, carried)
    kept = {name: fact for name, fact in carried.items() if name not in misfits}
    return Carried(facts=kept, readable=frozenset(readable - misfits.keys()))


def carry_all(
    bridge: Bridge, facts: EmployerFacts, onto: Rubric
) -> tuple[EmployerFacts, frozenset[str]]:
    """Return the facts of an employer and all its parts, and what all of them speak to."""
    carried = carry(bridge, facts.facts, onto)
    below = [carry_all(bridge, part, onto) for part in facts.parts]
    readable = carried.readable.intersection(*(one for _, one in below))
    parts = tuple(part for part, _ in below)
    return replace(facts, facts=carried.facts, parts=parts), readable


def sources(link: Link, facts: Facts) -> tuple[Fact | None, ...]:
    """Return the answers to the old questions of a link."""
    return tuple(facts.get(name) for name in link.old)


def content_of(fact: Fact | None) -> Content:
    """Return what an answer says; one that was never given is missing."""
    return (fact.state, fact.value) if fact else _SILENT


def image(link: Link, facts: Iterable[Fact | None]) -> Content | None:
    """Return what old answers say in the new edition; None where they do not carry."""
    images = {_image(link, content_of(fact)) for fact in facts}
    return images.pop() if len(images) == 1 else None


def _image(link: Link, content: Content) -> Content | None:
    state, value = content
    if state is not State.VALUE or not link.answers:
        return content
    if isinstance(value, frozenset):
        boxes = [_word(link, box) for box in value]
        named = frozenset(box for box in boxes if box is not None)
        return (state, named) if len(named) == len(value) else None
    word = _word(link, value) if isinstance(value, str) else None
    return None if word is None else (state, word)


def _word(link: Link, word: str) -> str | None:
    """Return the one new answer that an old one became; None where there is none, or several."""
    images = {new for old, new in link.answers if old == word}
    return images.pop() if len(images) == 1 else None


def _written(link: Link, content: Content, facts: Facts) -> Iterator[tuple[str, Fact]]:
    said = [fact for fact in sources(link, facts) if fact is not None]
    for name in link.new if said else ():
        yield name, replace(saying(said[0], name, content), grade=weakest(said))


def saying(fact: Fact, name: str, content: Content) -> Fact:
    """Return a fact as the answer to another question."""
    state, value = content
    text = fact.text if value == fact.value else _text(value)
    return replace(fact, criterion=name, state=state, value=value, text=text)


def _text(value: Value | None) -> str:
    return ";".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def weakest(facts: Sequence[Fact]) -> Grade | None:
    """Return the grade that several answers have together: none where one of them has none."""
    grades = [fact.grade for fact in facts if fact.grade is not None]
    return min(grades) if grades and len(grades) == len(facts) else None


def rests_on(node: Criterion | Group) -> frozenset[str]:
    """Return the names of all else that decides what an answer to this question gives.

    Other questions, and with them dated figures and facts of the profile, whose names no
    question may have. Of a topic it is what decides whether and how the topic counts, not
    what stands in it.
    """
    bare = replace(node, children=(), figures=()) if isinstance(node, Group) else node
    return frozenset(_named(bare)) - {node.id}


def _named(part: object) -> Iterator[str]:
    """Yield the name of every part of a measure and of every condition, however deep."""
    if isinstance(part, Unit | Wording | Box | Choice | Enum):
        return
    named = [getattr(part, word, None) for word in ("name", "reads")]
    yield from (name for name in named if isinstance(name, str) and name)
    if is_dataclass(part):
        inside: Iterable[object] = (getattr(part, field.name) for field in fields(part))
    else:
        inside = part if isinstance(part, tuple) else ()
    for one in inside:
        yield from _named(one)
