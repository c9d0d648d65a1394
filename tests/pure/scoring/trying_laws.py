"""Look for a counterexample to a law by trying everything that may be known of an employer."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

from jobquality.errors import FaultsError
from jobquality.rubrics.laws import Law
from jobquality.rubrics.model import Group
from jobquality.scoring.scorecard import NodeScore, Scorecard
from tests.pure.scoring.small_standards import Said, Small

_GAPS = ("unknown", "missing")


class Trial:
    """One small standard, and the scores of what is said, each worked out once."""

    def __init__(self, small: Small, random: Random, *, most: int = 300) -> None:
        self.small = small
        self.random = random
        self.most = most
        self.card = cache(self._card)

    def _card(self, said: tuple[tuple[str, str], ...]) -> Scorecard | None:
        try:
            return self.small.card(dict(said))
        except FaultsError:
            return None  # parts that can make no figure

    def pairs(
        self, said: Said, name: str, texts: tuple[str, ...]
    ) -> Iterator[tuple[Scorecard, Scorecard]]:
        """Yield the score of what is said beside that with another answer to one question."""
        before = self.card(_key(said))
        for text in texts:
            after = self.card(_key({**said, name: text}))
            if before is not None and after is not None and text != said[name]:
                yield before, after

    def counterexample(self, law: Law) -> str:
        """Return what breaks a law, or an empty text where nothing that was tried does."""
        for said in self.small.tried(self.random, self.most):
            for name in said:
                found = _TRIALS[law](self, said, name)
                if found:
                    return f"{law}: {said}, {name}: {found}\n{self.small.text}"
        return ""


def _key(said: Said) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(said.items()))


def _nodes(card: Scorecard) -> dict[str, NodeScore]:
    return {node.id: node for node in card.total.walk()}


def _rank(card: Scorecard, level: str = "") -> int:
    reached = [one.level.id for one in reversed(card.outcome.levels)]
    name = level or card.outcome.level
    return reached.index(name) + 1 if name in reached else 0


def _below(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and one < other


def _better(trial: Trial, said: Said, name: str) -> str:
    small = trial.small
    if name in small.gates - small.scored or _is_open(said[name]):
        return ""
    texts = tuple(text for text in small.answers[name] if not _is_open(text))
    is_lower = small.rubric.lower_is_better
    for before, after in trial.pairs(said, name, texts):
        way = _way(before, after, is_lower=is_lower)
        if way is None:
            return f"{after.total.low}: some criteria better, some worse"
        if way and _is_worse(before, after, is_lower=is_lower):
            return f"better, but {before.total.low} becomes {after.total.low}"
    return ""


def _way(before: Scorecard, after: Scorecard, *, is_lower: bool) -> bool | None:
    """Say whether an answer is better for all criteria; None where for some only."""
    old, new = _nodes(before), _nodes(after)
    leaves = [name for name, node in old.items() if not isinstance(node.node, Group)]
    moved = [
        (old[name].low or 0, new[name].low or 0)
        for name in leaves
        if not old[name].is_out
        and name in new
        and not new[name].is_out
        and not old[name].node.rules  # what counts no points, or only beside others
    ]
    up = any(is_lower != (was < now) and was != now for was, now in moved)
    down = any(is_lower != (was > now) and was != now for was, now in moved)
    return None if up and down else up


def _is_worse(before: Scorecard, after: Scorecard, *, is_lower: bool) -> bool:
    old, new = _nodes(before), _nodes(after)
    both = [(old[name], new[name]) for name in old if name in new]
    pairs = [
        ends
        for was, now in both
        if isinstance(was.node, Group)
        for ends in ((was.low, now.low), (was.high, now.high), (was.value, now.value))
    ]
    lost = any(_below(was, now) if is_lower else _below(now, was) for was, now in pairs)
    return lost or _rank(after) < _rank(before)


def _is_open(text: str) -> bool:
    return text in (*_GAPS, "na")


def _order(trial: Trial, said: Said, name: str) -> str:
    if name != next(iter(said)):
        return ""
    turned = replace(trial.small.rubric, root=_turned(trial.small.rubric.root))
    before = trial.card(_key(said))
    if before is None:
        return ""
    after = trial.small.card(dict(reversed(said.items())), turned)
    old, new = (_ends(card) for card in (before, after))
    return "" if old == new else f"{old} becomes {new}"


def _turned(group: Group) -> Group:
    children = [_turned(one) if isinstance(one, Group) else one for one in group.children]
    return replace(group, children=tuple(reversed(children)))


def _ends(card: Scorecard) -> dict[str, object]:
    return {name: (one.value, one.low, one.high) for name, one in sorted(_nodes(card).items())}


def _unknown(trial: Trial, said: Said, name: str) -> str:
    if said[name] in _GAPS:
        return ""
    gaps = ("unknown",) if name in trial.small.gates else _GAPS
    for before, after in trial.pairs(said, name, gaps):
        if not _holds(after, before):
            return f"{_range(before)} becomes {_range(after)}"
        if _rank(after) > _rank(before):
            return "the level rises"
    return ""


def _interval(trial: Trial, said: Said, name: str) -> str:
    if said[name] not in _GAPS or (name in trial.small.gates and said[name] == "missing"):
        return ""
    texts = tuple(text for text in trial.small.answers[name] if text not in _GAPS)
    for before, after in trial.pairs(said, name, texts):
        if not _holds(before, after):
            return f"{_range(before)} does not hold {_range(after)}"
        if not _rank(before) <= _rank(after) <= _rank(before, before.outcome.could_reach):
            return "the level leaves what it could be"
    return ""


def _holds(wider: Scorecard, inner: Scorecard) -> bool:
    outer = _nodes(wider)
    kept = [(outer[name], node) for name, node in _nodes(inner).items() if name in outer]
    return all(
        not _below(node.low, wide.low) and not _below(wide.high, node.high)
        for wide, node in kept
        if not node.is_out and not wide.is_out
    )


def _range(card: Scorecard) -> str:
    return f"{card.total.low}–{card.total.high}"


_TRIALS = {
    Law.BETTER: _better,
    Law.ORDER: _order,
    Law.UNKNOWN: _unknown,
    Law.INTERVAL: _interval,
}
