"""Every line of a score in plain words: why these points, and why not more.

The sentences are made from the trace alone, so they can never say more than it knows. Each
is said once, in English and Spanish: files say ids in it, pages say titles (see `names`).
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from jobquality.ledger.withheld import mark_of
from jobquality.reading.bands import inside_of
from jobquality.reading.landed import landed_words
from jobquality.reading.names import Naming
from jobquality.reading.needs import thing_words
from jobquality.reading.numbers import number_words
from jobquality.reading.workings import part_name
from jobquality.rubrics.model import AnswerKind, Asked, Band, Choice, Curve, Grounds, State
from jobquality.rubrics.parameters import Found
from jobquality.rubrics.steps import Backing
from jobquality.scoring.backing import find_lacking
from jobquality.scoring.finishing import capped
from jobquality.scoring.landings import Step
from jobquality.scoring.lines import PART_DOES_NOT_APPLY
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.scorecard import Line
from jobquality.wording import Speaker

#: From the code of a place to its name.
PlaceName = Callable[[str], str]


def line_reason(line: Line, state: State, names: Naming) -> str:
    """Return in one sentence why a criterion has its points."""
    if state is not State.VALUE:
        return state_reason(line, state, names)
    if line.step is None:
        return read_words(line, landed_words(line, names), names)
    grounds = grounds_words(line.step.grounds, names)
    return read_words(line, f"{answer_words(line, names)} ({grounds})", names)


def read_words(line: Line, said: str, names: Naming) -> str:
    """Return what is said of an answer, and whose it is where another question has it."""
    other = line.question.reads
    return names.say("reason_reads", name=names.thing(other), said=said) if other else said


def answer_words(line: Line, names: Naming) -> str:
    """Return the answer and where it lands, without what that rests on."""
    if isinstance(line.step, Choice):
        return names.choice(line.question, line.step)
    number = line.figure.number if line.figure else None
    amount = names.amount(number, line.question)
    withheld = withheld_words(line, names)
    if withheld and isinstance(line.step, Band):
        return f"{step_words(line, line.step, names)}; {withheld}"
    if not isinstance(line.step, Band):
        return amount
    return names.say("reason_band", amount=amount, band=step_words(line, line.step, names))


def state_reason(line: Line, state: State, names: Naming) -> str:
    """Return why there is no answer that gives points."""
    say = names.say
    if state is State.NA:
        return say("reason_na", why=names.unmet(line.unmet) if line.unmet else line.reason)
    ignored = counts_not(line, names) or withheld_words(line, names)
    if ignored:
        return ignored
    parts = missing_parts(line) if state is State.MISSING else ()
    if parts:
        return say("reason_missing_parts", parts=", ".join(names.thing(name) for name in parts))
    reason = own_reason(line, names)
    said = say(f"reason_state_{state}")
    return f"{said} ({reason})" if reason else said


def counts_not(line: Line, names: Naming) -> str:
    """Return why an answer that was given does not count; empty where none was."""
    if line.unmet is not None:
        return names.say("reason_too_few", why=names.unmet(line.unmet))
    if _lacks_backing(line):
        return names.say("reason_unbacked", why=lacking_words(line, names.say))
    return ""


def own_reason(line: Line, names: Naming) -> str:
    """Return the reason that somebody wrote, or the one that the scorer has for a gap."""
    if line.doubtful is not None:
        return names.say("reason_doubtful", name=names.thing(line.doubtful.name))
    if line.reason == PART_DOES_NOT_APPLY:
        return names.say("reason_part_na")
    return _divided_by_zero(line, names) or withheld_words(line, names) or line.reason


def withheld_words(line: Line, names: Naming) -> str:
    """Return why an answer is not shown, or not exactly; empty where it is."""
    return mark_words(line.fact.note, names.say) if line.fact is not None else ""


def mark_words(note: str, say: Speaker) -> str:
    """Return what the remark beside a withheld answer says; empty for any other remark."""
    mark = mark_of(note)
    return say(f"withheld_{mark.name.lower()}") if mark else ""


def _divided_by_zero(line: Line, names: Naming) -> str:
    working = line.figure.working if line.figure else None
    if working is None or not working.to or line.figure is None or line.figure.number is not None:
        return ""
    sign = " + " if working.how else " × "
    below = sign.join(part_name(part, names) for part in working.to)
    return names.say("reason_divided_by_zero", name=below)


def _lacks_backing(line: Line) -> bool:
    """Say whether there is an answer, and what must stand beside it is not there."""
    is_given = line.fact is not None and line.fact.state is State.VALUE
    return is_given and line.unmet is None and line.doubtful is None and bool(_lacking(line))


def _lacking(line: Line) -> tuple[Backing, int] | None:
    return find_lacking(line.question, line.fact) if line.fact is not None else None


def lacking_words(line: Line, say: Speaker) -> str:
    """Return what an answer needs and does not have."""
    lacking = _lacking(line)
    if lacking is None:
        return ""
    return say("needs", what=thing_words(*lacking, say))


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
    points = line.question.points
    if isinstance(points, Curve):
        return _next_knot(line, points, names)
    if line.question.kind is AnswerKind.TALLY:
        return _fewer_finds(line, names)
    better = _better(line)
    if better is None:
        return ""
    said = step_words(line, better, names)
    if isinstance(better, Choice):
        said = names.say("quoted", text=said)
    gives = capped(line.question.rules, better.gives)
    return names.say("reason_gives", answer=said, points=number_words(gives))


def _better(line: Line) -> Step | None:
    """Return the nearest step that gives more once caps and rounding are done."""
    landing, rules = line.landing, line.question.rules
    if landing is None or rules is None or line.better is None:
        return line.better
    now = capped(rules, landing.points)
    more = (
        (capped(rules, step.gives), abs(place - landing.place), place)
        for place, step in enumerate(landing.steps)
        if capped(rules, step.gives) > now
    )
    nearest = min(more, default=None)
    return None if nearest is None else landing.steps[nearest[-1]]


def _next_knot(line: Line, curve: Curve, names: Naming) -> str:
    """Return the nearest point of a line that gives more, and that the way there counts too."""
    landing, number = line.landing, line.figure.number if line.figure else None
    if landing is None or number is None:
        return ""
    now, rules = capped(line.question.rules, landing.points), line.question.rules
    knots = zip(line.edges, curve.knots, strict=bool(line.edges))
    more = (
        (abs(at - number), at, capped(rules, knot.gives))
        for at, knot in knots
        if at is not None and capped(rules, knot.gives) > now
    )
    nearest = min(more, default=None)
    if nearest is None:
        return ""
    answer = names.amount(nearest[1], line.question)
    return names.say("more_line", answer=answer, points=number_words(nearest[2]))


def _fewer_finds(line: Line, names: Naming) -> str:
    """Return what it gives where nothing is found that takes points away."""
    landing, rules = line.landing, line.question.rules
    if landing is None or line.figure is None:
        return ""
    gives = {choice.id: choice.gives for choice in choices_of(line.question)}
    kept = sum((gives[one] for one in line.figure.tallied if gives[one] > 0), Fraction(0))
    if capped(rules, kept) <= capped(rules, landing.points):
        return ""
    return names.say("more_fewer", points=number_words(capped(rules, kept)))


def step_words(line: Line, step: Band | Choice, names: Naming) -> str:
    """Return a band or choice of the criterion, bands with the edges of this place and day."""
    if isinstance(step, Choice):
        return names.choice(line.question, step)
    bands = bands_of(line.question)
    place = bands.index(step)
    ends: list[Fraction | None] = [*line.edges, None]
    return names.band(line.question, ends[place], ends[place + 1], edges=inside_of(bands, place))


def grounds_words(grounds: Grounds, names: Naming) -> str:
    """Return what a threshold rests on."""
    source = f": {names.source(grounds.source)}" if grounds.source else ""
    return f"{names.say(f'basis_{grounds.basis}')}{source}"


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
