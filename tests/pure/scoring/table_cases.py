"""Many random employers for one standard, and what the exact evaluator says of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

import numpy as np

from jobquality.errors import FaultsError
from jobquality.rubrics.floors import SHARES
from jobquality.rubrics.model import MAIN, Band, Criterion, Floor, Group, Level, Rubric, State
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.score import score
from jobquality.scoring.table.evaluator import FAULTY, FIGURES, Table, figures_of
from tests.pure.scoring.random_facts import TODAY, Said, everything_asked, parts_of
from tests.pure.scoring.strategies import FLAGS

_GRADES = (None, *Grade)
_DAYS = (TODAY, date(2026, 5, 30))
PLACE = {"place": "TX", "sector": "722511", "headcount": "25"}


def many_employers(
    rubric: Rubric, size: int, seed: int, *, missing: float = 0.2, alike: bool = False
) -> list[EmployerFacts]:
    """Return random employers; some contradict themselves. With `alike`, one grade and day."""
    chance = Random(seed)  # noqa: S311  # the same employers every time
    asked = everything_asked(rubric)
    parts = {name for question in rubric.questions() for name in parts_of(question)}
    grade = chance.choice(_GRADES)
    return [
        EmployerFacts(
            employer=f"SAMPLE {number}",
            part="",
            on=TODAY if alike else chance.choice(_DAYS),
            profile=_profile(chance),
            facts=_facts(asked, chance, missing, parts, grades=(grade,) if alike else _GRADES),
        )
        for number in range(size)
    ]


def _profile(chance: Random) -> dict[str, str]:
    flags = {name: chance.choice(("yes", "yes", "yes", "no", "")) for name in FLAGS}
    return {**flags, **PLACE}


def _facts(
    asked: Mapping[str, Sequence[Said]],
    chance: Random,
    missing: float,
    parts: set[str],
    *,
    grades: Sequence[Grade | None],
) -> dict[str, Fact]:
    # Either finished figures or their parts: rarely both, which have to agree.
    shown = chance.choice((True, False))
    found = {}
    for name, answers in asked.items():
        state, value = chance.choice(answers)
        hidden = chance.random() < missing or (name in parts and not shown)
        if state is not State.MISSING and not hidden:
            one = chance.choice(grades)
            found[name] = Fact(
                criterion=name, state=state, text=str(value), value=value, grade=one, note="so"
            )
    return found


def differences(
    table: Table,
    rubric: Rubric,
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    *,
    scoring: str = MAIN,
) -> list[str]:
    """Return in what the table differs from the exact evaluator."""
    return [
        f"{place} ({table.exact} exact): {found} is not {wanted}"
        for place, facts in enumerate(employers)
        if not alike(
            found := _row(table, place), wanted := _exactly(rubric, facts, parameters, scoring)
        )
    ]


def _row(table: Table, place: int) -> tuple[object, ...]:
    figures = (getattr(table, name)[place] for name in FIGURES)
    level = None if table.level[place] == FAULTY else table.level_of(place)
    return (*figures, level)


def _exactly(
    rubric: Rubric, facts: EmployerFacts, parameters: Parameters, scoring: str
) -> tuple[object, ...]:
    try:
        card = score(rubric, facts, parameters, scoring=scoring)
    except FaultsError:
        return (*[np.nan] * len(FIGURES), None)
    figures = figures_of(card.total, rubric)
    return (*(figures[name] for name in FIGURES), card.outcome.level)


def alike(one: Sequence[object], other: Sequence[object]) -> bool:
    """Say whether two rows are the same; NaN is like NaN."""
    return all(a == b or str(a) == str(b) == "nan" for a, b in zip(one, other, strict=True))


def with_more_words(rubric: Rubric, seed: int) -> Rubric:
    """Return a standard with bands that do not hold their start, and levels that ask for more."""
    chance = Random(seed)  # noqa: S311  # the same words every time
    levels: list[Level] = []
    for level in rubric.levels:
        after = levels[-1].id if levels and chance.random() < _SOME else ""
        levels.append(level if level.declared else _asking_more(level, rubric, after, chance))
    return replace(rubric, root=_with_open_bands(rubric.root, chance), levels=tuple(levels))


_SOME = 0.4


def _asking_more(level: Level, rubric: Rubric, after: str, chance: Random) -> Level:
    names = [node.id for node in rubric.root.groups()]
    shares = [
        Floor(name=chance.choice(names), of=chance.choice(SHARES), number=Fraction(50)),
        Floor(name="answered", number=Fraction(60)),
    ]
    besides = Floor(name="each_dimension", number=Fraction(5), besides=(chance.choice(names),))
    more = tuple(floor for floor in shares if chance.random() < _SOME)
    one_of = ((besides,), level.floors) if chance.random() < _SOME else ()
    return replace(level, floors=(*level.floors, *more), any_of=one_of, after=after)


def _with_open_bands(group: Group, chance: Random) -> Group:
    def changed(node: Group | Criterion) -> Group | Criterion:
        if isinstance(node, Group):
            return _with_open_bands(node, chance)
        steps = node.points if isinstance(node.points, tuple) else ()
        bands = tuple(
            replace(step, above=chance.random() < _SOME) for step in steps if isinstance(step, Band)
        )
        return replace(node, points=bands) if bands else node

    return replace(group, children=tuple(map(changed, group.children)))
