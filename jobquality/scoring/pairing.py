"""Two answers to each question, before and after, as one edition reads them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from jobquality.rubrics.bridges import Bridge, Link
from jobquality.rubrics.model import OPEN_STATES, Rubric
from jobquality.scoring.carrying import Facts, carry, content_of, image, sources, weakest
from jobquality.scoring.facts import Fact, Grade
from jobquality.scoring.periods import Period, is_same_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The answers to one question before and after.

    Where the edition can read only one of the two, it stands on both sides, and `is_whole`
    is false.
    """

    before: Fact | None
    after: Fact | None
    is_whole: bool = True

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


Side = Mapping[str, Pair]


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
        side = _paired(before.facts.facts, after.facts.facts)
        return side, side
    if bridge is None:
        bridge = Bridge(old=before.rubric.name, new=after.rubric.name)
    back = _side(bridge.turned(), after.facts.facts, before.facts.facts, before.rubric)
    turned = {name: replace(one, before=one.after, after=one.before) for name, one in back.items()}
    return turned, _side(bridge, before.facts.facts, after.facts.facts, after.rubric)


def _paired(before: Facts, after: Facts) -> Side:
    names = dict.fromkeys([*before, *after])
    return {name: Pair(before=before.get(name), after=after.get(name)) for name in names}


def _side(bridge: Bridge, there: Facts, here: Facts, rubric: Rubric) -> Side:
    """Return pairs with the facts of another edition before, and those of `rubric` after."""
    carried = carry(bridge, there, rubric)
    own = {name: Pair(before=fact, after=fact, is_whole=False) for name, fact in here.items()}
    whole = {
        name: Pair(before=carried.facts.get(name), after=here.get(name))
        for name in carried.readable
    }
    return {**own, **whole, **dict(_agreed(bridge.comparable(), there, here))}


def _agreed(links: Iterable[Link], there: Facts, here: Facts) -> Iterator[tuple[str, Pair]]:
    """Yield what both say alike, also where the answer alone could not be carried.

    Two old answers may have become one new answer: who gave either, and gives that one now,
    has changed nothing.
    """
    for link in links:
        if _agree(link, there, here):
            grade = weakest([fact for fact in sources(link, there) if fact is not None])
            for name in link.new:
                fact = here.get(name)
                same = replace(fact, grade=grade) if fact else None
                yield name, Pair(before=same, after=fact)


def _agree(link: Link, there: Facts, here: Facts) -> bool:
    return _says(link, there, here) or _says(link.turned(), here, there)


def _says(link: Link, there: Facts, here: Facts) -> bool:
    content = image(link, sources(link, there))
    return content is not None and all(content_of(here.get(name)) == content for name in link.new)
