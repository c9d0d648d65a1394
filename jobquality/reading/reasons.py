"""Every line of a score in plain words: why these points, and why not more.

The sentences are made from the trace alone, so they can never say more than it knows. Each
is said once, in English and Spanish: files say ids in it, pages say titles (see `names`).
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from jobquality.reading.names import Naming
from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import Asked, Band, Choice, CohortReading, Criterion, Grounds, State
from jobquality.rubrics.parameters import Found
from jobquality.scoring.figures import Part, Working
from jobquality.scoring.lines import PART_DOES_NOT_APPLY
from jobquality.scoring.scorecard import Line
from jobquality.wording import Speaker

#: From the code of a place to its name.
PlaceName = Callable[[str], str]


def line_reason(line: Line, state: State, names: Naming) -> str:
    """Return in one sentence why a criterion has its points."""
    if state is not State.VALUE:
        return state_reason(line, state, names)
    if line.step is None:
        is_compared = isinstance(line.question.points, CohortReading)
        amount = answer_words(line, names)
        return names.say("reason_cohort" if is_compared else "reason_points", amount=amount)
    grounds = grounds_words(line.step.grounds, names.say)
    return f"{answer_words(line, names)} ({grounds})"


def answer_words(line: Line, names: Naming) -> str:
    """Return the answer and where it lands, without what that rests on."""
    if isinstance(line.step, Choice):
        return names.choice(line.question, line.step)
    number = line.figure.number if line.figure else None
    amount = names.amount(number, line.question)
    if not isinstance(line.step, Band):
        return amount
    return names.say("reason_band", amount=amount, band=step_words(line, line.step, names))


def state_reason(line: Line, state: State, names: Naming) -> str:
    """Return why there is no answer that gives points."""
    say = names.say
    if state is State.NA:
        return say("reason_na", why=names.unmet(line.unmet) if line.unmet else line.reason)
    if line.unmet is not None:
        return say("reason_too_few", why=names.unmet(line.unmet))
    parts = missing_parts(line) if state is State.MISSING else ()
    if parts:
        return say("reason_missing_parts", parts=", ".join(names.thing(name) for name in parts))
    reason = own_reason(line, names)
    said = say(f"reason_state_{state}")
    return f"{said} ({reason})" if reason else said


def own_reason(line: Line, names: Naming) -> str:
    """Return the reason that somebody wrote, or the one that the scorer has for a gap."""
    if line.doubtful is not None:
        return names.say("reason_doubtful", name=names.thing(line.doubtful.name))
    if line.reason == PART_DOES_NOT_APPLY:
        return names.say("reason_part_na")
    working = line.figure.working if line.figure else None
    if working is not None and working.to and line.figure and line.figure.number is None:
        below = " × ".join(_part_name(part, names) for part in working.to)
        return names.say("reason_divided_by_zero", name=below)
    return line.reason


def missing_parts(line: Line) -> tuple[str, ...]:
    """Return the parts that a figure still waits for, where others are there already."""
    measure = line.question.measure
    if measure is None or line.figure is None or not line.figure.facts:
        return ()
    asked = [term.name for term in (*measure.of, *measure.to) if term.kind is Asked.FIGURE]
    given = {fact.criterion for fact in line.figure.facts}
    return tuple(name for name in asked if name not in given)


def next_step(line: Line, names: Naming) -> str:
    """Return what would give more points, or an empty text where nothing does."""
    if line.better is None:
        return ""
    said = step_words(line, line.better, names)
    if isinstance(line.better, Choice):
        said = names.say("quoted", text=said)
    return names.say("reason_gives", answer=said, points=number_words(line.better.gives))


def step_words(line: Line, step: Band | Choice, names: Naming) -> str:
    """Return a band or choice of the criterion, bands with the edges of this place and day."""
    if isinstance(step, Choice):
        return names.choice(line.question, step)
    position = bands_of(line.question).index(step)
    edges: list[Fraction | None] = [*line.edges, None]
    return names.band(line.question, edges[position], edges[position + 1])


def bands_of(question: Criterion) -> tuple[Band, ...]:
    """Return the bands of a question; none where it is scored in another way."""
    points = question.points if isinstance(question.points, tuple) else ()
    return tuple(band for band in points if isinstance(band, Band))


def grounds_words(grounds: Grounds, say: Speaker) -> str:
    """Return what a threshold rests on."""
    source = f": {grounds.source}" if grounds.source else ""
    return f"{say(f'basis_{grounds.basis}')}{source}"


def working_words(question: Criterion, working: Working, names: Naming) -> Iterator[str]:
    """Yield how a figure was worked out, one line each."""
    if working.given:
        yield names.say("reason_given")
        return
    over = " × ".join(_part_words(part, names) for part in working.of)
    under = " × ".join(_part_words(part, names) for part in working.to)
    yield f"{over}{divided_by(under)}{_times_hundred(question, working)}"
    if working.capped and working.cap:
        yield names.say("measure_cap", part=_part_words(working.cap, names))


def divided_by(under: str) -> str:
    """Return the end of a fraction; in brackets where it is a product."""
    if not under:
        return ""
    return f" ÷ ({under})" if "×" in under else f" ÷ {under}"


def _times_hundred(question: Criterion, working: Working) -> str:
    """A percent of plain numbers is their share times 100."""
    has_percent = any(part.unit.factor != 1 for part in (*working.of, *working.to))
    is_percent = question.unit is not None and question.unit.factor != 1
    return " × 100" if is_percent and not has_percent else ""


def _part_words(part: Part, names: Naming) -> str:
    return names.part(_part_name(part, names), part.number, part.unit)


def _part_name(part: Part, names: Naming) -> str:
    if part.name == part.unit.name:
        return ""
    return names.figure(part.name) if part.found else names.thing(part.name)


def found_words(found: Found, place: PlaceName, names: Naming) -> Iterator[str]:
    """Yield every row that was compared for a dated figure, and the one that counts."""
    parameter = found.parameter
    for row in found.compared:
        yield names.say(
            "figure_used" if row is found.row else "figure_compared",
            figure=names.figure(parameter.id),
            amount=names.measured(row.value, parameter.unit),
            place=place(row.place),
            first=names.day(row.first),
            as_of=names.day(row.as_of),
            source=row.source,
        )
    if found.due:
        yield names.say("figure_warning", warning=due_words(found, place, names))


def due_words(found: Found, place: PlaceName, names: Naming) -> str:
    """Return that a figure is past its check date, and what that forbids."""
    check_by = found.row.check_by
    return names.say(
        "figure_due",
        figure=names.figure(found.parameter.id),
        place=place(found.row.place),
        day=names.day(check_by) if check_by else "–",
    )


def gives_words(number: Fraction | None, say: Speaker) -> str:
    """Return points for people: `1 point`, `2.5 points`."""
    return say("points_one" if number == 1 else "points", number=number_words(number))
