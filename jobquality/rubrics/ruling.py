"""Read what a published method may add to a node: how it counts, and what is done to its score."""

from collections.abc import Iterable
from fractions import Fraction

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.fields import ID, Fields, as_list, one_line, shown
from jobquality.rubrics.nodes import Mapping, Text
from jobquality.rubrics.points import read_own_points
from jobquality.rubrics.rules import (
    LEAVES,
    Combine,
    Each,
    Enough,
    Requirement,
    Rounding,
    Rules,
    Take,
    Ties,
)
from jobquality.rubrics.units import read_number

_MOST_DIGITS = 12
_HUNDRED = Fraction(100)
#: Parts of an employer have no order, so they make no ladder.
PARTS = tuple(one.value for one in Combine if one is not Combine.LADDER)
_OUT_OF_POINTS = "points"


def read_node_rules(fields: Fields, desk: Desk) -> Rules | None:
    """Take the words that any node may have; None where it has none of them."""
    rules = _node_rules(fields, desk)
    return rules if rules != Rules() else None


def _node_rules(fields: Fields, desk: Desk) -> Rules:
    return Rules(
        kind=_read_kind(fields, "kind"),
        unscored=fields.word("counts", ("yes", "no")) == "no",
        requires=_read_requires(fields),
        at_least=fields.number("at_least"),
        at_most=fields.number("at_most"),
        rounding=read_rounding(fields) if desk.is_inside else None,
        each=_read_each(fields),
    )


def read_group_rules(fields: Fields, desk: Desk, combine: Combine) -> tuple[Rules | None, Fraction]:
    """Take the words that a group may have, and the scale of its score."""
    node = _node_rules(fields, desk)
    is_raw, scale = _read_out_of(fields, combine)
    rules = Rules(
        kind=node.kind,
        unscored=node.unscored,
        requires=node.requires,
        at_least=node.at_least,
        at_most=node.at_most,
        rounding=node.rounding,
        each=node.each,
        start=_only_for(fields, "start", combine, (Combine.SUM,)),
        over=_read_kind(fields, "over"),
        is_raw=is_raw,
        rescaled=scale is not None and combine is Combine.SUM,
        complete_from=_read_complete(fields, combine),
        enough=_read_enough(fields),
        points=read_own_points(fields, desk),
        take=_read_take(fields),
    )
    out_of = _HUNDRED if scale is None else scale
    return (rules if rules != Rules() else None), out_of


def _read_kind(fields: Fields, word: str) -> str:
    line = fields.line_of(word)
    text = fields.text(word)
    if text and not ID.fullmatch(text):
        example = f"{word}: indicator" if word == "kind" else f"{word}: {LEAVES}"
        fields.faults.add(line, f"{shown(text)} is not a kind of node.", f"Write {example}.")
        return ""
    return text


def _read_requires(fields: Fields) -> tuple[Requirement, ...]:
    """Take `requires: [ids]`, each complete, or `requires: {id: number}`."""
    node = fields.node("requires")
    if not isinstance(node, Mapping):
        names = [entry for entry in as_list(node) if isinstance(entry, Text)]
        return tuple(Requirement(name=entry.text) for entry in names)
    found = []
    for key, value in node.entries:
        text = one_line(value.text) if isinstance(value, Text) else ""
        number = read_number(text)
        if number is None:
            message = f"'requires' does not say how much of '{key.text}'."
            fields.faults.add(key.line, message, f"Write requires: {{{key.text}: 2}}.")
        found.append(Requirement(name=key.text, number=number))
    return tuple(found)


def _read_each(fields: Fields) -> Each | None:
    """Take `each: site`, `each: [service, level]` or `each: {part: site, combine: min, by: …}`."""
    line = fields.line_of("each")
    node = fields.node("each")
    if node is None:
        return None
    if not isinstance(node, Mapping):
        return Each(kinds=_kinds(as_list(node), fields))
    inner = Fields(node, "'each'", fields.faults)
    kinds = _kinds(as_list(inner.node("part")), fields)
    if not kinds:
        inner.faults.add(line, "'each' names no kind of part.", "Add part: site.")
    combine = Combine(inner.word("combine", PARTS) or Combine.MEAN)
    read = Each(kinds=kinds, combine=combine, by=_read_kind(inner, "by"), take=_read_take(inner))
    inner.close()
    return read


def _read_take(fields: Fields) -> Take | None:
    """Take `take: {highest: 8}` or `{without_highest: 1, without_lowest: 1}`."""
    line = fields.line_of("take")
    tree = fields.mapping("take")
    if tree is None:
        return None
    inner = Fields(tree, "'take'", fields.faults)
    read = Take(
        highest=_count(inner, "highest"),
        lowest=_count(inner, "lowest"),
        without_highest=_count(inner, "without_highest"),
        without_lowest=_count(inner, "without_lowest"),
    )
    inner.close()
    if read == Take():
        inner.faults.add(line, "'take' names no number.", "Write take: {highest: 8}.")
    return read


def _count(fields: Fields, word: str) -> int | None:
    line = fields.line_of(word)
    number = fields.number(word)
    if number is None or (number.denominator == 1 and number >= 1):
        return None if number is None else int(number)
    fields.faults.add(line, f"'{word}' must be a whole number above 0.", f"Write {word}: 1.")
    return None


def _kinds(entries: Iterable[object], fields: Fields) -> tuple[str, ...]:
    found = []
    for entry in entries:
        text = entry.text if isinstance(entry, Text) else ""
        if ID.fullmatch(text):
            found.append(text)
        else:
            line = entry.line if isinstance(entry, Text | Mapping) else fields.line
            message = f"{shown(text)} is not a kind of part."
            fields.faults.add(line, message, "Write the first word of the part: site, level, ….")
    return tuple(found)


def _read_out_of(fields: Fields, combine: Combine) -> tuple[bool, Fraction | None]:
    line = fields.line_of("out_of")
    if fields.peek("out_of") == _OUT_OF_POINTS:
        fields.text("out_of")
        return True, None
    scale = fields.number("out_of")
    if scale is not None and combine not in _SCALED:
        remedy = "Leave it out here."
        fields.faults.add(line, f"'out_of' says nothing about a {combine.value}.", remedy)
    if scale is not None and scale <= 0:
        fields.faults.add(line, "'out_of' must be above 0.", "Leave it out for a scale of 100.")
        return False, None
    return False, scale


_SCALED = (Combine.MEAN, Combine.GEOMETRIC, Combine.HARMONIC, Combine.SHARE, Combine.SUM)
_COMPLETING = (Combine.LADDER, Combine.ALL, Combine.ANY, Combine.COUNT, Combine.SHARE)


def _only_for(
    fields: Fields, word: str, combine: Combine, allowed: tuple[Combine, ...]
) -> Fraction | None:
    line = fields.line_of(word)
    number = fields.number(word)
    if number is not None and combine not in allowed:
        names = ", ".join(one.value for one in allowed)
        fields.faults.add(line, f"'{word}' belongs to combine: {names}.", "Leave it out here.")
    return number


def _read_complete(fields: Fields, combine: Combine) -> Fraction | None:
    line = fields.line_of("complete_from")
    percent = _only_for(fields, "complete_from", combine, _COMPLETING)
    if percent is not None and not 0 <= percent <= _HUNDRED:
        message = "'complete_from' is a percent of the most points."
        fields.faults.add(line, message, "Write a number from 0 to 100.")
    return percent


def _read_enough(fields: Fields) -> Enough | None:
    """Take `enough: {answered: 60}` (percent of the weight) or `{count: 3}`."""
    line = fields.line_of("enough")
    tree = fields.mapping("enough")
    if tree is None:
        return None
    inner = Fields(tree, "'enough'", fields.faults)
    share, count = inner.number("answered"), inner.number("count")
    inner.close()
    if share is None and count is None:
        inner.faults.add(line, "'enough' names no number.", "Write enough: {answered: 60}.")
    if count is not None and (count.denominator != 1 or count < 1):
        inner.faults.add(line, "'count' must be a whole number above 0.", "Write count: 3.")
        count = None
    if share is not None and not 0 <= share <= _HUNDRED:
        inner.faults.add(line, "'answered' is a percent.", "Write 0 to 100.")
    return Enough(share=share, count=None if count is None else int(count))


def read_rounding(fields: Fields) -> Rounding | None:
    """Take `rounding`; None where nothing is rounded but what is shown."""
    tree = fields.mapping("rounding")
    if tree is None:
        return None
    inner = Fields(tree, "'rounding'", fields.faults)
    read = Rounding(
        digits=_digits(inner),
        ties=inner.choice("ties", Ties, Ties.HALF_UP),
        on_levels=inner.word("levels_on", ("exact", "rounded")) == "rounded",
        never_full=inner.flag("never_full"),
    )
    inner.close()
    return read


def _digits(fields: Fields) -> int:
    line = fields.line_of("digits")
    digits = fields.number("digits")
    if digits is not None and digits.denominator == 1 and 0 <= digits <= _MOST_DIGITS:
        return int(digits)
    message = "'rounding' does not say to how many digits."
    fields.faults.add(line, message, f"Add digits: and a whole number from 0 to {_MOST_DIGITS}.")
    return 0
