"""A scorecard into the rows of a score file."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from jobquality.reading.names import FILES
from jobquality.reading.nodes import node_reason
from jobquality.reading.numbers import number_words
from jobquality.reading.outcomes import outcome_reason
from jobquality.rubrics.model import Group
from jobquality.scoring.rounding import shown_as
from jobquality.scoring.scorecard import NodeScore, Scorecard

#: The contract of score files; the names and their order never change.
COLUMNS = (
    "employer", "part", "scoring", "node", "code", "state", "value", "low", "high",
    "answered", "coverage", "level", "reason",
)  # fmt: skip
#: What stands as the node in the row of a rank; no id of a standard may be called so.
RANK = "rank"
NUMBERS = ("value", "low", "high", "answered", "coverage")
#: Figures are exact; a file shows them to the sixth decimal, half up, or as far as `rounding`.
_DIGITS = 6


class Nodes(StrEnum):
    """Which rows a score file has."""

    TOTAL = "total"
    DIMENSIONS = "dimensions"
    ALL = "all"


def dump_scorecard(card: Scorecard, nodes: Nodes) -> Iterator[dict[str, str]]:
    """Yield one row a node: scores on the node's scale, shares from 0 to 1."""
    for node in _chosen(card.total, nodes):
        yield {
            "employer": card.employer,
            "part": node.part or card.part,
            "scoring": card.scoring,
            "node": node.id,
            "code": node.node.code,
            "state": node.state.value,
            **_figures(node, card),
            "level": card.outcome.level if node is card.total else "",
            "reason": _reason(node, card),
        }


def dump_rank(card: Scorecard, rank: int | None) -> dict[str, str]:
    """Return the row of an employer's rank; it has no value where the total has none."""
    return {
        **dict.fromkeys(COLUMNS, ""),
        "employer": card.employer,
        "part": card.part,
        "scoring": card.scoring,
        "node": RANK,
        "state": card.total.state.value,
        "value": "" if rank is None else str(rank),
    }


def _chosen(total: NodeScore, nodes: Nodes) -> Iterator[NodeScore]:
    if nodes is Nodes.TOTAL:
        return iter((total,))
    if nodes is Nodes.ALL:
        return total.walk_parts()
    return (node for node in total.walk() if isinstance(node.node, Group))


def _figures(node: NodeScore, card: Scorecard) -> dict[str, str]:
    return {
        "value": _number(node, node.value, card),
        "low": _number(node, node.low, card),
        "high": _number(node, node.high, card),
        "answered": "" if node.is_out else number_words(node.answered, digits=_DIGITS),
        "coverage": "" if node.is_out else number_words(node.coverage, digits=_DIGITS),
    }


def _number(node: NodeScore, number: Fraction | None, card: Scorecard) -> str:
    if number is None:
        return ""
    rounding = card.rubric.rounding
    own = node.node.rules.rounding if node.node.rules else None
    is_rounded = isinstance(node.node, Group) and own is None
    shown = shown_as(number, rounding, node.most) if is_rounded else number
    return number_words(shown, digits=max(_DIGITS, (own or rounding).digits or 0))


def _reason(node: NodeScore, card: Scorecard) -> str:
    # One end of the total, as in every score file that there is.
    level = outcome_reason(card.outcome, FILES) if node is card.total else ""
    return level or node_reason(node, FILES)
