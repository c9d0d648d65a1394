"""Two answers to each question, before and after, as one edition reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jobquality.rubrics.bridges import Bridge, Link
from jobquality.rubrics.model import OPEN_STATES, Rubric
from jobquality.scoring.carrying import (
    Facts,
    carry,
    carry_all,
    content_of,
    image,
    sources,
    weakest,
)
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.periods import Period, is_same_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The answers to one question before and after."""

    before: Fact | None
    after: Fact | None

    @property
    def known(self) -> tuple[bool, bool]:
        """Whether the answer is known before, and after."""
        return is_known(self.before), is_known(self.after)

    def mixed(self, *, answer_after: bool, evidence_after: bool) -> Fact | None:
        """Return the answer of one side with the evidence of the other."""
        proof = self.after if evidence_after else self.before
        said = self.after if answer_after else self.before
        if not all(self.known) or said is None or proof is None:
            return proof
        return replace(said, grade=proof.grade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The facts of both periods in the words of one edition, part by part.

    To the questions in `one_sided` it can read only one of the two answers, which stands on
    both sides. `parts` are those that are there both times.
    """

    before: EmployerFacts
    after: EmployerFacts
    one_sided: frozenset[str] = frozenset()
    parts: "tuple[Side, ...]" = ()

    def own(self) -> dict[str, Pair]:
        """Return the answers to every question about the employer itself, or this part of it."""
        before, after = self.before.facts, self.after.facts
        names = dict.fromkeys([*before, *after])
        return {name: Pair(before=before.get(name), after=after.get(name)) for name in names}

    def pairs(self) -> Iterator[tuple[str, str, Pair]]:
        """Yield every question with its part and its two answers."""
        yield from ((self.after.part, name, pair) for name, pair in self.own().items())
        for part in self.parts:
            yield from part.pairs()

    def mixed(self, *, answers_after: bool, evidence_after: bool) -> EmployerFacts:
        """Return the employer of one side, with the evidence of the other where both have it."""
        chosen = self.after if answers_after else self.before
        found = {
            name: pair.mixed(answer_after=answers_after, evidence_after=evidence_after)
            for name, pair in self.own().items()
        }
        below = {
            one.after.part: one.mixed(answers_after=answers_after, evidence_after=evidence_after)
            for one in self.parts
        }
        return replace(
            chosen,
            facts={name: fact for name, fact in found.items() if fact is not None},
            parts=tuple(below.get(part.part, part) for part in chosen.parts),
        )

    def other_profile(self) -> Iterator[str]:
        """Yield what else of the employer changed: its profile, and which parts it has."""
        before, after = self.before, self.after
        yield from (
            f"profile.{name}"
            for name in dict.fromkeys([*before.profile, *after.profile])
            if before.profile.get(name, "") != after.profile.get(name, "")
        )
        labels = [frozenset(part.part for part in one.parts) for one in (before, after)]
        yield from sorted(labels[0] ^ labels[1])
        for part in self.parts:
            yield from (f"{part.after.part}, {name}" for name in part.other_profile())


def is_known(fact: Fact | None) -> bool:
    """Say whether there is an answer; not offered and not applicable are answers."""
    return fact is not None and fact.state not in OPEN_STATES


def is_other_answer(pair: Pair) -> bool:
    """Say whether the answer is known both times, and is not the same."""
    return all(pair.known) and content_of(pair.before) != content_of(pair.after)


def is_other_evidence(pair: Pair) -> bool:
    """Say whether it changed how much is known, or how well it is proved."""
    before, after = pair.known
    if before and after:
        return _grade(pair.before) is not _grade(pair.after)
    return before != after or content_of(pair.before) != content_of(pair.after)


def _grade(fact: Fact | None) -> Grade | None:
    return fact.grade if fact else None


def pair_up(before: Period, after: Period, bridge: Bridge | None) -> tuple[Side, Side]:
    """Return all answers as the earlier edition reads them, and as the later one does."""
    if is_same_edition(before.rubric, after.rubric):
        side = _paired(before.facts, after.facts)
        return side, side
    if bridge is None:
        bridge = Bridge(old=before.rubric.name, new=after.rubric.name)
    back = _side(bridge.turned(), after.facts, before.facts, before.rubric)
    return _turned(back), _side(bridge, before.facts, after.facts, after.rubric)


def _turned(side: Side) -> Side:
    parts = tuple(map(_turned, side.parts))
    return replace(side, before=side.after, after=side.before, parts=parts)


def _paired(before: EmployerFacts, after: EmployerFacts) -> Side:
    both = _parts_of_both(before, after)
    return Side(before=before, after=after, parts=tuple(_paired(*pair) for pair in both))


def _parts_of_both(
    before: EmployerFacts, after: EmployerFacts
) -> Iterator[tuple[EmployerFacts, EmployerFacts]]:
    later = {part.part: part for part in after.parts}
    return ((part, later[part.part]) for part in before.parts if part.part in later)


def _side(bridge: Bridge, there: EmployerFacts, here: EmployerFacts, rubric: Rubric) -> Side:
    """Return the facts of another edition before, and those of `rubric` after."""
    carried = carry(bridge, there.facts, rubric)
    agreed = dict(_agreed(bridge.comparable(), there.facts, here.facts))
    own = {
        name: fact
        for name, fact in here.facts.items()
        if name not in carried.readable and name not in agreed
    }
    same = {name: fact for name, fact in agreed.items() if fact is not None}
    parts = tuple(_side(bridge, *pair, rubric) for pair in _parts_of_both(there, here))
    below = {part.after.part: part.before for part in parts}
    alone, _ = carry_all(bridge, there, rubric)
    before = replace(
        there,
        facts={**own, **carried.facts, **same},
        parts=tuple(below.get(part.part, part) for part in alone.parts),
    )
    return Side(before=before, after=here, one_sided=frozenset(own), parts=parts)


def _agreed(links: Iterable[Link], there: Facts, here: Facts) -> Iterator[tuple[str, Fact | None]]:
    """Yield what both say alike, also where the answer alone could not be carried.

    Two old answers may have become one new answer: who gave either, and gives that one now,
    has changed nothing.
    """
    for link in links:
        if _agree(link, there, here):
            grade = weakest([fact for fact in sources(link, there) if fact is not None])
            for name in link.new:
                fact = here.get(name)
                yield name, replace(fact, grade=grade) if fact else None


def _agree(link: Link, there: Facts, here: Facts) -> bool:
    return _says(link, there, here) or _says(link.turned(), here, there)


def _says(link: Link, there: Facts, here: Facts) -> bool:
    content = image(link, sources(link, there))
    return content is not None and all(content_of(here.get(name)) == content for name in link.new)
