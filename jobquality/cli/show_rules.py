"""What a node adds to the everyday words, as text: how it combines, and what it requires."""

from collections.abc import Iterator

from jobquality.cli.show_points import points_table
from jobquality.reading.names import FILES
from jobquality.reading.needs import backing_words
from jobquality.reading.numbers import number_words
from jobquality.reading.stages import caps_words, rounding_words
from jobquality.rubrics.model import Combine, Condition, Criterion, Group, Missing, Reading, State
from jobquality.rubrics.rules import LEAVES, Each, Enough, Requirement, Rules, Take

_HUNDRED = 100
_COMBINED = {
    Combine.MEAN: "the weighted mean of the shares of the most points",
    Combine.SUM: "the sum, each times its weight",
    Combine.MIN: "the lowest",
    Combine.MAX: "the highest",
    Combine.LADDER: "a ladder: each rung counts once those before it are complete",
    Combine.MEDIAN: "the median",
    Combine.PRODUCT: "the product",
    Combine.GEOMETRIC: "the geometric mean of the shares of the most points",
    Combine.HARMONIC: "the harmonic mean of the shares of the most points",
    Combine.ALL: "1 where all are complete, else 0",
    Combine.ANY: "1 where any is complete, else 0",
    Combine.COUNT: "how many are complete, each times its weight",
    Combine.SHARE: "which share of the weight is complete",
}
_SCALED = (Combine.MEAN, Combine.GEOMETRIC, Combine.HARMONIC, Combine.SHARE)
_READINGS = {
    Reading.OUT: "it is left out",
    Reading.ZERO: "it gives the fewest points",
    Reading.FULL: "it gives the most points",
    Reading.NOTHING: "it gives 0 points",
    Reading.NA: "it does not apply",
    Reading.BLOCK: "no score above it has a value",
    Reading.SIBLINGS: "it gives the mean of what is known beside it",
    Reading.COHORT_MEAN: "it gives what the mean of the cohort gets",
    Reading.COHORT_MEDIAN: "it gives what the middle of the cohort gets",
}


def rules_words(node: Group | Criterion) -> Iterator[str]:
    """Yield what a node says beside its children, or beside its answers; often nothing."""
    rules = node.rules or Rules()
    if isinstance(node, Group):
        yield from _combined(node, rules)
        yield from (f"Scored only where {holds_words(one)}." for one in node.applies)
    if rules.kind:
        yield f"Kind: {rules.kind}"
    if rules.each is not None:
        yield _each(rules.each)
    if rules.requires:
        yield f"Counts only with {', '.join(_need(one) for one in rules.requires)}."
    yield from _finished(rules)


def _combined(group: Group, rules: Rules) -> Iterator[str]:
    is_scaled = group.combine in _SCALED and group.out_of != _HUNDRED and not rules.is_raw
    if group.combine is not Combine.MEAN or rules.is_raw or is_scaled or rules.over:
        yield f"Score: {_way(group, rules)}."
    if rules.complete_from is not None:
        yield f"Complete means {number_words(rules.complete_from)}% of the most points, or more."
    if rules.take is not None:
        yield f"Of these only {_taken(rules.take)} count."
    if rules.enough is not None:
        yield f"It has a value only where {_enough(rules.enough)}."


def _way(group: Group, rules: Rules) -> str:
    said = _COMBINED[group.combine]
    if rules.is_raw:
        said = said.replace("the shares of the most points", "the points as they are")
    elif group.combine in _SCALED:
        said += f", out of {number_words(group.out_of)}"
    if rules.rescaled:
        said += f", rescaled so that the most is {number_words(group.out_of)}"
    if rules.start is not None:
        said += f", starting at {number_words(rules.start)}"
    if rules.over:
        which = "every criterion" if rules.over == LEAVES else f"every {rules.over}"
        said += f"; of {which} below"
    return said


def _enough(enough: Enough) -> str:
    said = []
    if enough.share is not None:
        said.append(f"{number_words(enough.share)}% of the weight is answered")
    if enough.count is not None:
        said.append(f"{enough.count} or more are answered")
    return " and ".join(said)


def _each(each: Each) -> str:
    kinds = ", and in it each ".join(each.kinds)
    by = f", each by its {each.by}" if each.by else ""
    way = _COMBINED[each.combine].replace("the shares of the most points", "their scores")
    only = f" Of these only {_taken(each.take)} count." if each.take else ""
    return f"Scored for each {kinds}{by}. Over these: {way}.{only}"


def _taken(take: Take) -> str:
    said = [
        f"the {word} {count}"
        for word, count in (("highest", take.highest), ("lowest", take.lowest))
        if count is not None
    ]
    less = [
        f"the {word} {count}"
        for word, count in (("highest", take.without_highest), ("lowest", take.without_lowest))
        if count is not None
    ]
    without = f" without {' and '.join(less)}" if less else ""
    return f"{' and '.join(said) or 'those'}{without}"


def _need(one: Requirement) -> str:
    if one.number is None:
        return FILES.say("requires_all", name=one.name)
    return FILES.say("requires_number", name=one.name, number=number_words(one.number))


def _finished(rules: Rules) -> Iterator[str]:
    if rules.points is not None:
        yield "The score then gives points:"
        yield from points_table(rules.points, answered="score")
    if rules.at_least is not None or rules.at_most is not None:
        yield f"The score is {caps_words(rules, FILES.say)}."
    if rules.rounding is not None:
        yield f"The score goes on {rounding_words(rules.rounding, FILES.say)}."


def asked_words(criterion: Criterion) -> Iterator[str]:
    """Yield when a question is asked, when its answer counts, and how a gap is read."""
    if criterion.reads:
        yield f"Reads the answer to {criterion.reads} once more."
    yield from (f"Asked only where {holds_words(one)}." for one in criterion.applies)
    yield from (f"Counts only where {holds_words(one)}." for one in criterion.counts_from)
    if criterion.needs is not None:
        yield f"An answer counts only with {backing_words(criterion.needs, FILES.say)}."
    yield from _gaps(criterion.when)
    for answer, state in criterion.read_as.items():
        yield f"The answer {answer} is read as {state.value.replace('_', ' ')}."


def _gaps(when: Missing) -> Iterator[str]:
    """Yield how open answers are read, those that are read alike in one line."""
    states = (State.UNKNOWN, State.DECLINED, State.MISSING)
    by_reading: dict[Reading, list[str]] = {}
    for state in states:
        by_reading.setdefault(when.of(state), []).append(state.value)
    for reading, named in by_reading.items():
        if reading is not Reading.OUT:
            yield f"Where it is {' or '.join(named)}, {_READINGS[reading]}."
    if when.na is not None:
        yield f"Where it does not apply, {_READINGS[when.na]}."


def holds_words(condition: Condition) -> str:
    """Return a condition as it must hold."""
    name = _looked_at(condition)
    values = condition.among or ((condition.equals,) if condition.equals is not None else ())
    if values:
        return f"{name} is {' or '.join(values)}"
    ends = [f"{number_words(condition.at_least)} or more"] if condition.at_least is not None else []
    ends += [f"under {number_words(condition.below)}"] if condition.below is not None else []
    return f"{name} is {', '.join(ends)}"


def _looked_at(condition: Condition) -> str:
    if condition.scored:
        return FILES.say("condition_score", name=condition.name)
    if condition.answered:
        return FILES.say("condition_answer", name=condition.name)
    return f"profile.{condition.name}" if is_of_profile(condition) else condition.name


def is_of_profile(condition: Condition) -> bool:
    """Say whether a condition looks at a fact about the employer."""
    return not (condition.figure or condition.scored or condition.answered)
