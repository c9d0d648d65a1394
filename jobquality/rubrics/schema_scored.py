"""The words of parts, of what is taken, and of figures and ranges."""

from collections.abc import Mapping

from jobquality.rubrics.ruling import PARTS as WAYS_OVER_PARTS
from jobquality.rubrics.schema_shapes import (
    ID,
    IDS,
    NUMBER,
    kind,
    one_of,
)
from jobquality.rubrics.schema_words import (
    PARTS,
    Kind,
    Word,
)

#: What JSON Schema says of each; `schema_kinds` has the others.
SCORED: Mapping[str, Kind] = {
    "each": Kind(
        what="'each'",
        says="The parts of the employer that are scored, and how they make one score.",
        needs=("part",),
        words={
            "part": Word("The kind of part, such as site; a list is taken in stages.", IDS),
            "combine": Word("How the parts make one score; without it, their mean.",
                            one_of(WAYS_OVER_PARTS)),
            "by": Word("What the parts weigh: a figure, such as headcount.", ID),
            "take": Word("Which of the parts count: the best, or all but some.", kind("take")),
        },
    ),
    "take": Kind(
        what="'take'",
        says="Which of several scores count.",
        words={
            "highest": Word("So many of the highest.", NUMBER),
            "lowest": Word("So many of the lowest.", NUMBER),
            "without_highest": Word("All but so many of the highest.", NUMBER),
            "without_lowest": Word("All but so many of the lowest.", NUMBER),
        },
    ),
    "enough": Kind(
        what="'enough'",
        says="How much must be answered.",
        words={
            "answered": Word("So many percent of the weight.", NUMBER),
            "count": Word("So many of those inside.", NUMBER),
        },
    ),
    "share": Kind(
        what="'share'",
        says="A part of a whole.",
        needs=("of", "in"),
        words={
            "of": Word("The part, or parts added up.", PARTS),
            "in": Word("The whole, or parts added up.", PARTS),
        },
    ),
    "change": Kind(
        what="'change'",
        says="How much something grew, as a share of before.",
        needs=("of", "since"),
        words={
            "of": Word("What it is now.", PARTS),
            "since": Word("What it was before.", PARTS),
        },
    ),
    "power": Kind(
        what="'power'",
        says="A plain number to a fixed power: 0.5 is the square root.",
        needs=("of", "to"),
        words={
            "of": Word("The number that is raised to it.", PARTS),
            "to": Word("The power, above 0.", NUMBER),
        },
    ),
    "range": Kind(
        what="'range'",
        says="Between which ends the answer itself is the points.",
        words={
            "from": Word("The fewest points; without it, 0.", NUMBER),
            "under": Word("The most points; without it, there is no end.", NUMBER),
        },
    ),
    "span": Kind(
        what="the condition on ",
        says="A number that must lie in a span.",
        words={
            "from": Word("This number or more.", NUMBER),
            "under": Word("Less than this number.", NUMBER),
        },
    ),
}  # fmt: skip
