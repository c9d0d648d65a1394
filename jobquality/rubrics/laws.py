"""Which laws a standard keeps: what anyone may rely on, whatever the answers turn out to be.

Each law is decided by the words of the file alone. Where the words leave it open, it counts
as broken: a law that is said to be kept never fails, one that is said to be broken may hold.

The laws speak of answers that give points. What decides whether a question is asked at all (a
fact of the profile, a figure in `applies` or `from`) is neither better nor worse, and while
nobody has asked for it, it stands in nobody's way. Declared levels are not scored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jobquality.rubrics.lawful import Found
from jobquality.rubrics.lawful_figures import figure_breaks
from jobquality.rubrics.lawful_levels import level_breaks
from jobquality.rubrics.lawful_nodes import node_breaks
from jobquality.rubrics.model import Rubric


class Law(StrEnum):
    """What a standard may promise."""

    BETTER = "better"
    ORDER = "order"
    UNKNOWN = "unknown"
    INTERVAL = "interval"


LAW_WORDS = {
    Law.BETTER: "A better answer never scores less.",
    Law.ORDER: "The order of questions and answers changes nothing.",
    Law.UNKNOWN: "Not knowing an answer never raises the low end of a score.",
    Law.INTERVAL: "The range holds every score that is still possible.",
}
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Words of a file that break a law: where, which words, and why."""

    law: Law
    line: int
    where: str
    word: str
    says: str

    def __str__(self) -> str:
        """Return the break in one line."""
        return f"line {self.line}, {self.where}: '{self.word}': {self.says}"


def find_breaks(rubric: Rubric) -> tuple[Break, ...]:
    """Return everything in a standard that breaks a law, by law and in the order of the file."""
    found = [
        Break(law=Law(law), line=one.line, where=one.where, word=one.word, says=one.says)
        for one in dict.fromkeys(_findings(rubric))
        for law in one.laws
    ]
    laws = list(Law)
    return tuple(sorted(found, key=lambda one: (laws.index(one.law), one.line)))


def _findings(rubric: Rubric) -> Iterator[Found]:
    yield from node_breaks(rubric)
    yield from figure_breaks(rubric)
    yield from level_breaks(rubric)


def kept_laws(rubric: Rubric) -> tuple[Law, ...]:
    """Return the laws that a standard keeps."""
    broken = {one.law for one in find_breaks(rubric)}
    return tuple(law for law in Law if law not in broken)


def rubric_may_certify(rubric: Rubric) -> bool:
    """Say whether a standard keeps every law; only such a one may issue certificates."""
    return not find_breaks(rubric)


def why_not_certify(rubric: Rubric) -> str:
    """Return in plain words why no certificate may rest on a standard; nothing where one may."""
    breaks = find_breaks(rubric)
    if not breaks:
        return ""
    first = {one.law: one for one in reversed(breaks)}
    said = " ".join(
        f"{LAW_WORDS[law]} Line {first[law].line} breaks it ('{first[law].word}')."
        for law in Law
        if law in first
    )
    return f"No certificate can rest on {rubric.name}, because a certificate promises: {said}"
