"""Laws of levels: whoever answers better keeps the level, and so does whoever is known better."""

from collections.abc import Iterator
from itertools import chain

from jobquality.rubrics.lawful import ALL, BETTER, ENDS, Found, beyond
from jobquality.rubrics.lawful_nodes import may_leave
from jobquality.rubrics.model import Floor, Level, Rubric

_LEVEL = frozenset({
    "id", "code", "line", "wording", "floors", "months", "declared", "overrides", "any_of", "after",
    "exempts",
})  # fmt: skip
_FLOOR = frozenset({"name", "number", "at_most", "of", "besides"})


def level_breaks(rubric: Rubric) -> Iterator[Found]:
    """Yield what breaks a law in the levels of a standard."""
    scored = [level for level in rubric.levels if not level.declared]
    if scored and may_leave(rubric.root):
        says = "where nothing applies there is no level, though there may be one while it is open."
        yield _found(scored[-1], "levels", says, ENDS)
    for level in rubric.levels:
        for word in beyond(level, _LEVEL):
            yield _found(level, word, "nobody has decided what it keeps.", ALL)
        for floor in (*level.floors, *chain.from_iterable(level.any_of)):
            yield from _of_floor(level, floor, rubric)


def _of_floor(level: Level, floor: Floor, rubric: Rubric) -> Iterator[Found]:
    for word in beyond(floor, _FLOOR):
        yield _found(level, word, "nobody has decided what it keeps.", ALL)
    if floor.share:
        if floor.at_most:
            says = f"a level for those of whom little is known: {floor.share} at most."
            yield _found(level, "at_most", says, (BETTER, *ENDS))
    elif floor.at_most != rubric.lower_is_better:
        word = "at_most" if floor.at_most else "from"
        says = f"more points for '{floor.name}' may lose it."
        if rubric.lower_is_better:
            says = f"fewer points for '{floor.name}' may lose it, and here fewer are better."
        yield _found(level, word, says, (BETTER,))


def _found(level: Level, word: str, says: str, laws: tuple[str, ...]) -> Found:
    return Found(laws=laws, line=level.line, where=level.id, word=word, says=says)
