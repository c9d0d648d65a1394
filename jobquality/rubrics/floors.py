"""What a level asks for: scores, and how much is known of them."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

#: Shares of the weight, in percent: with evidence, confirmed, answered at all.
SHARES = ("coverage", "confirmed", "answered")
EACH_DIMENSION = "each_dimension"


class Ranks(StrEnum):
    """How employers are ranked: after two at place 1 comes place 3 (competition) or 2 (dense)."""

    COMPETITION = "competition"
    DENSE = "dense"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """One condition of a level.

    `name` is a node's id, `each_dimension`, `coverage`, `confirmed` or `answered`; `number` is
    on the node's own scale, or percent. `at_most` turns it round. With `of` it asks not for
    the score of a node but for the share of it that is covered, confirmed or answered;
    `besides` are dimensions that `each_dimension` passes over.
    """

    name: str
    number: Fraction
    at_most: bool = False
    of: str = ""
    besides: tuple[str, ...] = ()

    @property
    def share(self) -> str:
        """Which share it looks at; empty where it looks at a score."""
        return self.of or (self.name if self.name in SHARES else "")
