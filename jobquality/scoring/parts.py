"""Which facts belong to parts of an employer that a standard scores one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jobquality.rubrics.model import Rubric
from jobquality.scoring.facts import EmployerFacts

#: A part is a path of kinds and names: `site/elm-street`, `product/pizza/size/large`.
_STEP = 2


def part_kinds(rubric: Rubric) -> frozenset[str]:
    """Return the kinds of parts that a standard, or one of its scorings, combines by itself."""
    roots = [rubric.root, *(scoring.root for scoring in rubric.scorings if scoring.root)]
    nodes = (node for root in roots for node in root.walk())
    each = (node.rules.each for node in nodes if node.rules is not None)
    return frozenset(kind for one in each if one is not None for kind in one.kinds)


def gathered(rubric: Rubric, employers: Sequence[EmployerFacts]) -> tuple[EmployerFacts, ...]:
    """Return the employers with the parts that the standard combines inside them.

    A part of another kind stays for itself. An employer of whom only parts are told is there
    with no answers of its own.
    """
    kinds = part_kinds(rubric)
    if not kinds:
        return tuple(employers)
    by_employer: dict[str, dict[str, EmployerFacts]] = {}
    for facts in employers:
        paths = by_employer.setdefault(facts.employer, {})
        for path in _paths(facts.part, kinds):
            paths.setdefault(path, replace(facts, part=path, facts={}))
        paths[facts.part] = facts
    return tuple(
        _nested(facts, paths.values(), kinds)
        for paths in by_employer.values()
        for facts in paths.values()
        if not _is_inside(facts.part, kinds)
    )


def _is_inside(path: str, kinds: frozenset[str]) -> bool:
    steps = path.split("/")
    return len(steps) >= _STEP and steps[-_STEP] in kinds


def _above(path: str) -> str:
    return "/".join(path.split("/")[:-_STEP])


def _paths(path: str, kinds: frozenset[str]) -> Iterator[str]:
    """Yield every path that must be there for this one to have its place, outermost first."""
    if _is_inside(path, kinds):
        yield from _paths(_above(path), kinds)
    yield path


def _nested(
    facts: EmployerFacts, others: Iterable[EmployerFacts], kinds: frozenset[str]
) -> EmployerFacts:
    below = [
        one
        for one in others
        if one.part != facts.part and _is_inside(one.part, kinds) and _above(one.part) == facts.part
    ]
    return replace(facts, parts=tuple(_nested(one, others, kinds) for one in below))


def parts_of(facts: EmployerFacts, kind: str) -> tuple[EmployerFacts, ...]:
    """Return the parts of this kind directly below."""
    return tuple(one for one in facts.parts if one.part.split("/")[-_STEP] == kind)
