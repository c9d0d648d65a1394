"""Why a node has its score, beyond its own answer: what it requires, and how a gap is read."""

from collections.abc import Iterator

from jobquality.reading.names import Naming
from jobquality.reading.numbers import number_words, percent_words
from jobquality.reading.reasons import gives_words, line_reason
from jobquality.reading.stages import caps_words, rounding_words
from jobquality.rubrics.model import Group, Reading
from jobquality.rubrics.rules import Enough, Requirement
from jobquality.scoring.fold import answered_of, counted_nodes, is_enough
from jobquality.scoring.scorecard import NodeScore
from jobquality.wording import Speaker

_SILENT = (None, Reading.OUT, Reading.NA)


def node_reason(node: NodeScore, names: Naming) -> str:
    """Return in one sentence why a node has its score; empty for a group that only combines."""
    own = line_reason(node.line, node.state, names) if node.line else _out_words(node, names)
    return "; ".join([*([own] if own else []), *_more(node, names)])


def _out_words(node: NodeScore, names: Naming) -> str:
    """Return what would have to hold for a group to apply; empty where it applies."""
    applies = node.node.applies if node.is_out and not node.children else ()
    why = "; ".join(names.unmet(one) for one in applies)
    return names.say("reason_na", why=why) if why else ""


def _more(node: NodeScore, names: Naming) -> Iterator[str]:
    say = names.say
    if node.parts:
        yield say("reason_parts", count=len(node.parts))
    yield from changed_words(node, names)
    yield from gap_words(node, names)
    if node.held_back:
        yield say("reason_held_back", needs=needs_words(node, names))
    read = reading_words(node, names)
    if read:
        yield read
    if node.node.rules is not None and node.node.rules.unscored:
        yield say("reason_unscored")


def gap_words(node: NodeScore, names: Naming) -> Iterator[str]:
    """Yield why a group has no value although something is known."""
    group = node.node
    if not isinstance(group, Group) or node.parts or node.is_out:
        return
    counted = counted_nodes(group, node.children)
    blocking = ", ".join(names.thing(one.id) for one in counted if one.blocks)
    if blocking:
        yield names.say("gap_blocked", names=blocking)
    enough = group.rules.enough if group.rules else None
    if enough is not None and not is_enough(group.rules, counted):
        yield names.say("gap_too_little", said=_enough_words(enough, counted, names.say))


def _enough_words(enough: Enough, counted: list[NodeScore], say: Speaker) -> str:
    share, count = answered_of(counted)
    said = []
    if enough.share is not None:
        wanted = f"{number_words(enough.share)}%"
        said.append(say("enough_share", share=percent_words(share), wanted=wanted))
    if enough.count is not None:
        said.append(say("enough_count", count=count, wanted=enough.count))
    return ", ".join(said)


def changed_words(node: NodeScore, names: Naming) -> Iterator[str]:
    """Yield what caps and rounding did to the points of an answer."""
    rules, landing = node.node.rules, node.line.landing if node.line else None
    if rules is None or landing is None or node.held_back or landing.points == node.value:
        return
    say = names.say
    rounded = rounding_words(rules.rounding, say) if rules.rounding else ""
    yield say(
        "stage",
        what=", ".join(said for said in (caps_words(rules, say), rounded) if said),
        before=number_words(landing.points),
        after=number_words(node.value),
    )


def needs_words(node: NodeScore, names: Naming) -> str:
    """Return what a node that is held back waits for."""
    requires = node.node.rules.requires if node.node.rules else ()
    return ", ".join(_need(one, names) for one in requires if one.name in node.held_back)


def _need(one: Requirement, names: Naming) -> str:
    if one.number is None:
        return names.say("requires_all", name=names.thing(one.name))
    number = number_words(one.number)
    return names.say("requires_number", name=names.thing(one.name), number=number)


def reading_words(node: NodeScore, names: Naming) -> str:
    """Return how the value reads a gap; empty where it leaves it out."""
    reading, say = node.reading, names.say
    if node.line is None or node.line.landing is not None or reading in _SILENT:
        return ""
    if reading in (Reading.BLOCK, Reading.SIBLINGS):
        return say(f"reading_{reading}")
    points = gives_words(node.value, say)
    if reading in (Reading.COHORT_MEAN, Reading.COHORT_MEDIAN):
        return say(f"reading_{reading}", points=points)
    return say("reading_points", points=points)
