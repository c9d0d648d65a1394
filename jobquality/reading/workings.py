"""How a figure was worked out from its parts, in words that can be followed by hand."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import prod

from jobquality.reading.names import Naming
from jobquality.rubrics.model import Criterion, How
from jobquality.scoring.figures import Part, Working

_ONE = Fraction(1)
_Parts = list[str]


def working_words(question: Criterion, working: Working, names: Naming) -> Iterator[str]:
    """Yield how a figure was worked out, one line each."""
    if working.given:
        yield names.say("reason_given")
        return
    mixed = working.how is not None and _is_mixed(working)
    over, under = (
        [_term_words(part, names, is_base=mixed) for part in parts]
        for parts in (working.of, working.to)
    )
    scale = _scale(question, working, is_base=mixed)
    said = measured_words(working.how, over, under, names)
    is_added = working.how in (How.SUM, How.DIFFERENCE) and scale
    yield f"({said}){scale}" if is_added else f"{said}{scale}"
    if working.capped and working.cap:
        yield names.say("measure_cap", part=part_words(working.cap, names))


def measured_words(how: How | None, over: _Parts, under: _Parts, names: Naming) -> str:
    """Return how a figure is made of its parts; `over` and `under` are what they are called."""
    if how is None:
        return f"{' × '.join(over)}{divided_by(' × '.join(under))}"
    of_two = _OF_TWO.get(how)
    return of_two(over, under) if of_two else _JOINED[how](over, names)


def _share(over: _Parts, under: _Parts) -> str:
    return f"{_bracketed(' + '.join(over))} ÷ {_bracketed(' + '.join(under))}"


def _change(over: _Parts, under: _Parts) -> str:
    before = _bracketed(" + ".join(under))
    return f"({' + '.join(over)} - {before}) ÷ {before}"


def _power(over: _Parts, under: _Parts) -> str:
    return " ^ ".join((*over, *under))


_OF_TWO: Mapping[How, Callable[[_Parts, _Parts], str]] = {
    How.SHARE: _share,
    How.CHANGE: _change,
    How.POWER: _power,
}


def _average(over: _Parts, names: Naming) -> str:
    del names
    return f"({' + '.join(over)}) ÷ {len(over)}"


def _told(name: str) -> Callable[[_Parts, Naming], str]:
    return lambda over, names: names.say(name, parts=", ".join(over))


_JOINED: Mapping[How, Callable[[_Parts, Naming], str]] = {
    How.SUM: lambda over, _: " + ".join(over),
    How.DIFFERENCE: lambda over, _: " - ".join(over),
    How.AVERAGE: _average,
    How.LARGEST: _told("measure_largest"),
    How.SMALLEST: _told("measure_smallest"),
    How.COUNT: _told("measure_count"),
}


def _bracketed(text: str) -> str:
    return f"({text})" if " + " in text else text


def divided_by(under: str) -> str:
    """Return the end of a fraction; in brackets where it is a product."""
    if not under:
        return ""
    return f" ÷ ({under})" if "×" in under else f" ÷ {under}"


def _is_mixed(working: Working) -> bool:
    """Say whether percents and plain numbers are added up or compared."""
    return len({part.unit.factor for part in (*working.of, *working.to)}) > 1


def _term_words(part: Part, names: Naming, *, is_base: bool) -> str:
    said = part_words(part, names)
    return f"{said}{_times(part.unit.factor)}" if is_base else said


def _scale(question: Criterion, working: Working, *, is_base: bool) -> str:
    """Return what brings percents and plain numbers together.

    A percent of plain numbers is their share times 100.
    """
    answer = question.unit.factor if question.unit else _ONE
    if is_base or working.how is How.COUNT:
        return _times(1 / answer)
    above, below = (_factor(parts, working.how) for parts in (working.of, working.to))
    return _times(above / below / answer)


def _factor(parts: tuple[Part, ...], how: How | None) -> Fraction:
    """Return what the units of the parts bring in; what is added up shares one."""
    return prod((part.unit.factor for part in (parts[:1] if how else parts)), start=_ONE)


def _times(scale: Fraction) -> str:
    if scale == 1:
        return ""
    return f" × {scale}" if scale.denominator == 1 else f" ÷ {1 / scale}"


def part_words(part: Part, names: Naming) -> str:
    """Return a part with its number."""
    return names.part(part_name(part, names), part.number, part.unit)


def part_name(part: Part, names: Naming) -> str:
    """Return what a part is called; empty for a fixed number."""
    if part.name == part.unit.name:
        return ""
    return names.figure(part.name) if part.found else names.thing(part.name)
