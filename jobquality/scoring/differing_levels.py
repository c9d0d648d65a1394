"""Which levels became easier or harder to reach, and by which of their conditions."""

from collections.abc import Iterable, Iterator

from jobquality.rubrics.model import Floor, Level
from jobquality.rubrics.units import show_number


def level_changes(before: Iterable[Level], after: Iterable[Level]) -> Iterator[tuple[str, str]]:
    """Yield for each condition that changed the id of its level, and a sentence."""
    old, new = ({level.id: level for level in levels} for levels in (before, after))
    kept = [name for name in new if name in old]
    if kept != [name for name in old if name in new]:
        yield "", f"The levels stand in another order now: {', '.join(kept)}."
    for name in kept:
        yield from ((name, said) for said in _of_floors(old[name], new[name]))


def _of_floors(was: Level, now: Level) -> Iterator[str]:
    old, new = (
        {(one.name, one.of, one.at_most): one for one in level.floors} for level in (was, now)
    )
    for key, floor in old.items():
        if key not in new:
            yield f"The level '{now.id}' is easier: it no longer needs {_words(floor)}."
    for key, floor in new.items():
        if key not in old:
            yield f"The level '{now.id}' is harder: it now also needs {_words(floor)}."
        elif floor.number != old[key].number:
            is_more = floor.number > old[key].number
            how = "easier" if is_more == floor.at_most else "harder"
            instead = show_number(old[key].number)
            yield f"The level '{now.id}' is {how}: it needs {_words(floor)} instead of {instead}."


def _words(floor: Floor) -> str:
    limit = "at most" if floor.at_most else "at least"
    of = f"{floor.of} of " if floor.of else ""
    return f"{of}{floor.name.replace('_', ' ')} {limit} {show_number(floor.number)}"
