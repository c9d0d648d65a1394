"""Two lines and a split change as text that can be checked by hand."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jobquality.reading.names import FILES
from jobquality.reading.numbers import number_words, range_words
from jobquality.rubrics.model import State
from jobquality.rubrics.places import Places
from jobquality.scoring.changes import Cause, Changed, ChangeSplit, Measure, Split
from jobquality.scoring.facts import Fact
from jobquality.scoring.periods import Lines, Point
from jobquality.scoring.scorecard import NodeScore, Scorecard

_STEP = "  "
#: A longer list helps nobody on a screen; the facts files hold the rest.
_MOST = 12
_HEADS = {
    Measure.VALUE: "over what is known",
    Measure.LOW: "low end",
    Measure.COVERAGE: "seen in records",
}
_MEANT = {
    Cause.EMPLOYER: "answers that are known both times, and the profile",
    Cause.RUBRIC: "the edition: what it asks, how it weighs, what gives points",
    Cause.PARAMETER: "the day of the score and the dated figures",
    Cause.EVIDENCE: "how much is known, and how well it is proved",
}
_UNSPLIT = "could not be split: no order of the causes can be scored step by step"


def trend_text(lines: Lines, split: ChangeSplit, places: Places) -> str:
    """Return the trend of one employer: both lines, then why the published score moved."""
    before, after = split.before, split.after
    who = f"{after.employer}, {after.part}" if after.part else after.employer
    parts = (
        [who],
        _line("As published, each by its own edition", lines.published),
        _like_for_like(lines, after),
        _table(split),
        _behind(split, places),
        _scales(before, after),
    )
    return "\n\n".join(text for part in parts if (text := "\n".join(part)))


def _line(head: str, points: Sequence[Point]) -> Iterator[str]:
    yield head
    for point in points:
        if point.is_break:
            yield f"{_STEP}--- other rules from here on: the step is not the employer's alone ---"
        facts, rubric = point.period.facts, point.period.rubric
        yield f"{_STEP}{facts.on}  {rubric.name}  {_score(point)}"
    yield f"{_STEP}Change: {_step(points)}"


def _score(point: Point) -> str:
    total = point.total
    if total is None:
        return f"cannot be scored by the later edition: {'; '.join(map(str, point.faults))}"
    ends = range_words(total.low, total.high, FILES.say)
    if total.is_out or total.value is None:
        return f"nothing is known yet ({ends})"
    shown = number_words(total.value)
    return shown if ends == shown else f"{shown} ({ends})"


def _step(points: Sequence[Point]) -> str:
    ends = [point.total.value if point.total else None for point in (points[0], points[-1])]
    first, last = ends
    return "–" if first is None or last is None else signed(last - first)


def signed(number: Fraction) -> str:
    """Return a change with its sign."""
    return f"+{number_words(number)}" if number > 0 else number_words(number)


def _like_for_like(lines: Lines, after: Scorecard) -> Iterator[str]:
    count = len(lines.compared) + len(lines.left_out)
    if not lines.like_for_like:
        yield f"Like for like: none of the {count} criteria can be compared."
        return
    yield from _line(
        f"Like for like, over {len(lines.compared)} of {count} criteria, "
        f"weighed as in {after.rubric.name}",
        lines.like_for_like,
    )
    if lines.left_out:
        yield f"{_STEP}Not compared: {_listed(lines.left_out)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"


def _table(split: ChangeSplit) -> Iterator[str]:
    splits = {measure: split.splits[measure] for measure in _HEADS}
    yield "Why the published score changed"
    yield _row("", list(_HEADS.values()), "")
    for cause in Cause:
        cells = [_part(measure, one.parts.get(cause)) for measure, one in splits.items()]
        yield _row(cause.value, cells, _MEANT[cause])
    if any(one.unsplit for one in splits.values()):
        left = [_part(measure, one.unsplit) for measure, one in splits.items()]
        yield _row("unsplit", left, _UNSPLIT)
    changes = [_part(measure, one.change) for measure, one in splits.items()]
    yield _row("together", changes, "")
    yield from _orders(splits)


def _part(measure: Measure, number: Fraction | None) -> str:
    """Return a part; one of a share in points of percent, a dash where there is none."""
    if number is None:
        return "–"
    return f"{signed(number * 100)}%" if measure is Measure.COVERAGE else signed(number)


def _row(name: str, cells: Sequence[str], meant: str) -> str:
    wide = [f"{cell:>{len(head)}}" for cell, head in zip(cells, _HEADS.values(), strict=True)]
    return f"{_STEP}{name:<10}{'   '.join(wide)}   {meant}".rstrip()


def _orders(splits: Mapping[Measure, Split]) -> Iterator[str]:
    one = max(splits.values(), key=lambda split: split.impossible)
    if one.impossible:
        yield (
            f"{_STEP}{one.impossible} of {one.orders + one.impossible} orders of the causes do not "
            "count: a step in between cannot be scored."
        )


def _behind(split: ChangeSplit, places: Places) -> Iterator[str]:
    """Yield what lies behind each cause, cause by cause."""
    lists = {
        "Answers that changed": _changed(split.answers),
        "Profile and parts that changed": list(split.profile),
        "Asked or readable in the earlier edition only": list(split.only_old),
        "Asked or readable in the later edition only": list(split.only_new),
        "Dated figures": list(_figures(split, places)),
        "Evidence that changed": _changed(split.evidence),
    }
    for head, found in lists.items():
        if found:
            yield f"{head} ({len(found)})"
            yield from (f"{_STEP}{one}" for one in found[:_MOST])
        if len(found) > _MOST:
            yield f"{_STEP}… and {len(found) - _MOST} more"


def _changed(found: Sequence[Changed]) -> list[str]:
    return [f"{_named(one)}: {_said(one.before)} → {_said(one.after)}" for one in found]


def _named(one: Changed) -> str:
    return f"{one.part}, {one.question}" if one.part else one.question


def _said(fact: Fact | None) -> str:
    if fact is None or fact.state is State.MISSING:
        return "not asked yet"
    said = fact.text if fact.state is State.VALUE else fact.state.value.replace("_", " ")
    return f"{said} ({fact.grade})" if fact.grade else said


def _figures(split: ChangeSplit, places: Places) -> Iterator[str]:
    before, after = _used(split.before.total, places), _used(split.after.total, places)
    for name in dict.fromkeys([*before, *after]):
        first, last = before.get(name, "not used"), after.get(name, "not used")
        if first != last:
            yield f"{name}: {first} → {last}"


def _used(total: NodeScore, places: Places) -> dict[str, str]:
    lines = [node.line for node in total.walk() if node.line]
    return {
        found.parameter.id: f"{number_words(found.row.value)} in {places.title(found.row.place)} "
        f"from {found.row.first}"
        for line in lines
        for found in line.found
    }


def _scales(before: Scorecard, after: Scorecard) -> Iterator[str]:
    if before.total.most != after.total.most:
        yield (
            f"The editions score on different scales: of {number_words(before.total.most)}, and of "
            f"{number_words(after.total.most)}. What the scale does is in the rubric's part."
        )
