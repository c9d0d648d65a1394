"""What changed between two standards, in words: for whom, by how much, and of which kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from jobquality.rubrics.hashing import scoring_hash
from jobquality.rubrics.model import (
    Combine,
    Criterion,
    Critical,
    Group,
    Level,
    Rubric,
    Scoring,
)
from jobquality.rubrics.units import show_number
from jobquality.rubrics.used import used_figures, used_parameters
from jobquality.scoring.differing_levels import level_changes
from jobquality.scoring.differing_parts import (
    Change,
    ChangeKind,
    field_changes,
    scoring_change,
    wording_change,
    words_changes,
)
from jobquality.scoring.differing_points import points_changes
from jobquality.scoring.points import choices_of
from jobquality.scoring.shares import in_100, shares_of

Named = Group | Criterion | Critical | Level | Scoring
#: Said in sentences of their own, or compared elsewhere.
_SAID = frozenset({"id", "line", "wording", "children", "figures", "weight", "points", "floors"})
#: Here the order of what is inside says nothing.
_UNORDERED = (Combine.MEAN, Combine.SUM, Combine.MIN, Combine.MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Everything that changed from one standard to another.

    `kind` is computed from what scores, never from the sentences; None where the files are
    the same to the last character.
    """

    kind: ChangeKind | None
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of one kind, in the order of the files."""
        return tuple(change for change in self.changes if change.kind is kind)


def find_differences(before: Rubric, after: Rubric) -> Differences:
    """Return what changed from one standard, or edition, to another."""
    return Differences(
        kind=_kind(before, after),
        changes=tuple(
            dict.fromkeys(
                (
                    *_of_the_whole(before, after),
                    *_of_nodes(before, after),
                    *_of_figures(before, after),
                    *_of_outcomes(before, after),
                    *_of_scorings(before, after),
                    *_of_parameters(before, after),
                    *_of_tests(before, after),
                )
            )
        ),
    )


def _kind(before: Rubric, after: Rubric) -> ChangeKind | None:
    if before.wording_hash == after.wording_hash:
        return None
    if before.scoring_hash == after.scoring_hash:
        return ChangeKind.WORDING
    if _decisive(before) == _decisive(replace(after, id=before.id)):
        return ChangeKind.ADDITION
    return ChangeKind.SCORING


def _decisive(rubric: Rubric) -> str:
    """Return the hash of what can move a level: not figures that nothing uses, nor scorings."""
    used = used_figures(rubric)
    return scoring_hash(replace(rubric, root=_without_figures(rubric.root, used), scorings=()))


def _without_figures(group: Group, used: frozenset[str]) -> Group:
    figures = (figure for figure in group.figures if figure.id in used)
    children = [
        _without_figures(child, used) if isinstance(child, Group) else _in_order(child)
        for child in group.children
    ]
    if group.combine in _UNORDERED:
        children.sort(key=lambda child: child.id)
    return replace(
        group,
        figures=tuple(sorted(figures, key=lambda figure: figure.id)),
        children=tuple(children),
    )


def _in_order(question: Criterion) -> Criterion:
    """Return a criterion with its choices by id: their order says nothing."""
    choices = choices_of(question)
    ordered = tuple(sorted(choices, key=lambda choice: choice.id))
    return replace(question, points=ordered) if choices else question


def _of_the_whole(before: Rubric, after: Rubric) -> Iterator[Change]:
    if before.id != after.id:
        says = f"These are two standards: '{before.id}' and '{after.id}'."
        yield Change(kind=ChangeKind.ADDITION, where="", says=says)
    if before.lower_is_better != after.lower_is_better:
        better = "fewer" if after.lower_is_better else "more"
        yield scoring_change("", f"Now {better} points are better.")
    skipped = {"root", "critical", "levels", "examples", "scorings", "id", "lower_is_better"}
    yield from words_changes(before, after, "the standard", "")
    yield from field_changes(before, after, "The standard", "", skipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A node, what it stands in, and what it counts of the total (None: not known)."""

    node: Group | Criterion
    above: str
    share: Fraction | None

    @property
    def counts(self) -> str:
        """What it counts, in brackets behind its name."""
        return "" if self.share is None else f" ({in_100(self.share)} in 100 of the total)"


def _of_nodes(before: Rubric, after: Rubric) -> Iterator[Change]:
    old, new = _placed(before), _placed(after)
    for name, was in old.items():
        if name not in new:
            says = f"{_called(was.node)} '{name}' was dropped from {was.above}{was.counts}."
            yield scoring_change(name, says)
    for name, now in new.items():
        if name not in old:
            says = f"{_called(now.node)} '{name}' was added to {now.above}{now.counts}."
            yield scoring_change(name, says)
            continue
        was = old[name]
        if now.above != was.above:
            yield scoring_change(name, f"'{name}' was moved from {was.above} to {now.above}.")
        yield from _of_node(was, now, fewer=after.lower_is_better)


def _placed(rubric: Rubric) -> dict[str, _Place]:
    shares = shares_of(rubric)
    placed = {rubric.root.id: _Place(node=rubric.root, above="", share=shares[rubric.root.id])}
    for group in rubric.root.groups():
        above = "the top" if group is rubric.root else f"'{group.id}'"
        placed |= {
            child.id: _Place(node=child, above=above, share=shares.get(child.id))
            for child in group.children
        }
    return placed


def _called(node: Group | Criterion) -> str:
    return "The dimension" if isinstance(node, Group) else "The criterion"


def _of_node(before: _Place, after: _Place, *, fewer: bool) -> Iterator[Change]:
    was, now = before.node, after.node
    if type(was) is not type(now):
        yield scoring_change(now.id, f"'{now.id}' was a {_noun(was)} and is a {_noun(now)} now.")
        return
    yield from _of_weight(before, after)
    if isinstance(was, Group) and isinstance(now, Group):
        yield from _of_order(was, now)
    if isinstance(was, Criterion) and isinstance(now, Criterion):
        yield from (scoring_change(now.id, said) for said in points_changes(was, now, fewer=fewer))
        yield from _of_steps(was, now)
    yield from words_changes(was, now, f"'{now.id}'", now.id)
    yield from field_changes(was, now, f"'{now.id}'", now.id, _SAID)


def _of_order(was: Group, now: Group) -> Iterator[Change]:
    old, new = ([child.id for child in group.children] for group in (was, now))
    kept = [name for name in old if name in new]
    if kept == [name for name in new if name in old]:
        return
    if now.combine in _UNORDERED:
        says = f"What is in '{now.id}' stands in another order, which changes no score."
        yield Change(kind=ChangeKind.ADDITION, where=now.id, says=says)
    else:
        yield scoring_change(now.id, f"What is in '{now.id}' stands in another order now.")


def _noun(node: Group | Criterion) -> str:
    return "dimension" if isinstance(node, Group) else "criterion"


def _of_weight(before: _Place, after: _Place) -> Iterator[Change]:
    was, now = before.share, after.share
    name = after.node.id
    if was is not None and now is not None and was != now:
        more = "more" if now > was else "less"
        counts = f"{in_100(now)} in 100 of the total instead of {in_100(was)}"
        yield scoring_change(name, f"'{name}' counts {more}: {counts}.")
    elif before.node.weight != after.node.weight:
        weights = f"{show_number(after.node.weight)} instead of {show_number(before.node.weight)}"
        yield scoring_change(name, f"'{name}' has the weight {weights}.")


def _of_figures(before: Rubric, after: Rubric) -> Iterator[Change]:
    """Yield what changed of what is asked only: figures, and criteria that count later."""
    old, new = ({figure.id: figure for figure in _figures(rubric)} for rubric in (before, after))
    scored = {node.id for rubric in (before, after) for node in rubric.root.criteria()}
    used = used_figures(before) | used_figures(after)
    for name in [*old, *(name for name in new if name not in old)]:
        if name in old and name in new:
            yield from words_changes(old[name], new[name], f"'{name}'", name)
            yield from field_changes(old[name], new[name], f"'{name}'", name, _SAID)
        elif name not in scored:
            done = _asked_now(new[name]) if name in new else "is no longer asked"
            what = "figure" if (new | old)[name].upcoming is None else "criterion"
            kind = ChangeKind.SCORING if name in used else ChangeKind.ADDITION
            yield Change(kind=kind, where=name, says=f"The {what} '{name}' {done}.")


def _asked_now(question: Criterion) -> str:
    if question.upcoming is None:
        return "is asked now"
    return f"is asked now and counts from {question.upcoming} on"


def _figures(rubric: Rubric) -> Iterator[Criterion]:
    return (question for question in rubric.questions() if not question.is_scored)


def _of_outcomes(before: Rubric, after: Rubric) -> Iterator[Change]:
    yield from _of_list(before.critical, after.critical, "The critical violation")
    yield from _of_list(before.levels, after.levels, "The level")
    yield from (
        scoring_change(where, said) for where, said in level_changes(before.levels, after.levels)
    )


def _of_scorings(before: Rubric, after: Rubric) -> Iterator[Change]:
    old, new = ([replace(one, root=None) for one in it.scorings] for it in (before, after))
    inside = _inside_scorings(before, after)
    for change in (*_of_list(old, new, "The scoring"), *inside):
        # What is published as the score is the main scoring.
        yield replace(change, kind=ChangeKind.ADDITION)


def _inside_scorings(before: Rubric, after: Rubric) -> Iterator[Change]:
    """Yield what changed in the whole trees of scorings, but for what changed in the main one."""
    said = {change.says for change in _of_nodes(before, after)}
    was = {scoring.id: scoring.root for scoring in before.scorings}
    for scoring in after.scorings:
        roots = was.get(scoring.id), scoring.root
        if scoring.id not in was or roots == (None, None):
            continue
        old, new = (
            replace(rubric, root=root or rubric.root)
            for rubric, root in zip((before, after), roots, strict=True)
        )
        for change in _of_nodes(old, new):
            if change.says not in said:
                yield replace(change, says=f"In the scoring '{scoring.id}': {change.says}")


def _of_list(old: Iterable[Named], new: Iterable[Named], called: str) -> Iterator[Change]:
    was, now = ({one.id: one for one in some} for some in (old, new))
    for name in [*was, *(name for name in now if name not in was)]:
        if name not in now:
            yield scoring_change(name, f"{called} '{name}' was dropped.")
        elif name not in was:
            yield scoring_change(name, f"{called} '{name}' was added.")
        else:
            yield from words_changes(was[name], now[name], f"'{name}'", name)
            yield from field_changes(was[name], now[name], f"'{name}'", name, _SAID)


def _of_parameters(before: Rubric, after: Rubric) -> Iterator[Change]:
    old, new = used_parameters(before), used_parameters(after)
    for name in old:
        if name not in new:
            yield scoring_change(name, f"The dated figure '{name}' is no longer used.")
    for name in new:
        if name not in old:
            says = f"The dated figure '{name}' is used now: scoring needs a row of it."
            yield scoring_change(name, says)


def _of_tests(before: Rubric, after: Rubric) -> Iterator[Change]:
    old, new = ([replace(one, line=0) for one in rubric.examples] for rubric in (before, after))
    for one in old:
        if one not in new:
            yield wording_change("", f"The test '{one.ask}' was changed or dropped.")
    for one in new:
        if one not in old:
            yield wording_change("", f"The test '{one.ask}' is new or was changed.")


def _of_steps(was: Criterion, now: Criterion) -> Iterator[Change]:
    """Yield what changed of the wording of steps: choices, and what thresholds rest on."""
    old, new = ({_step(one): one for one in _tuple(question.points)} for question in (was, now))
    if choices_of(now) and list(old) != list(new) and sorted(old) == sorted(new):
        says = f"The answers of '{now.id}' stand in another order, which changes no score."
        yield Change(kind=ChangeKind.ADDITION, where=now.id, says=says)
    for name, one in new.items():
        if name not in old:
            continue
        if getattr(one, "ask", "") != getattr(old[name], "ask", ""):
            yield wording_change(now.id, f"The answer {name} of '{now.id}' was reworded.")
        grounds, earlier = getattr(one, "grounds", None), getattr(old[name], "grounds", None)
        if grounds != earlier and grounds is not None:
            rests = f"{grounds.basis}{f': {grounds.source}' if grounds.source else ''}"
            yield wording_change(now.id, f"The line {name} of '{now.id}' rests on {rests} now.")


def _tuple(points: object) -> tuple[object, ...]:
    return points if isinstance(points, tuple) else ()


def _step(step: object) -> str:
    start = getattr(step, "start", None)
    if start is None:
        return f"'{getattr(step, 'id', 'the lowest')}'"
    return f"from {show_number(start) if isinstance(start, Fraction) else start}"
