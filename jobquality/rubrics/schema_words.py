"""Every word of a rubric file, where it may stand, and what it says to an author.

This is the one list behind the JSON Schema; tests hold it to what the reader takes. To add a
word, add its line to the kinds that it may stand in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.rubrics.model import AnswerKind, Basis, Combine, State
from jobquality.rubrics.schema_shapes import (
    ANSWER,
    FLAG,
    ID,
    IDS,
    NUMBER,
    PROFILE,
    TEXT,
    Schema,
    by_id,
    by_name,
    either,
    kind,
    list_of,
    one_of,
    one_or_more,
)
from jobquality.rubrics.steps import Backing
from jobquality.rubrics.units import ANSWER_UNITS

_STATES = tuple(state for state in State if state is not State.VALUE)
_KINDS = (*(one for one in AnswerKind if one is not AnswerKind.NUMBER), *ANSWER_UNITS)


@dataclass(frozen=True, slots=True)
class Word:
    """What a word says, in a sentence for its author, and what may follow it."""

    says: str
    shape: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of words and values.

    `what` is what the reader calls it in messages; `needs` are the words that must be there.
    """

    what: str
    says: str
    needs: tuple[str, ...] = ()
    words: Mapping[str, Word]


CODE = Word("The label under which somebody published this, such as F11.1.", TEXT)
TITLE = Word("A short name for people. Longer texts belong in a words file beside this one.", TEXT)
ABOUT = Word("What this is about and where it comes from.", TEXT)
HELP = Word("What to look for, for those who collect the answers.", TEXT)
EVIDENCE = Word("What to look at: ids that you choose, such as pay_stubs.", IDS)
WHEN = Word("How the score reads what is not known. The range never depends on it.", kind("when"))
_READ_AS = Word(
    "Answers of a file that stand for a state, such as {-1: unknown}.",
    by_name(one_of(_STATES), "^.{1,100}$"),
)
BASIS = Word(
    "What a threshold rests on: law, standard, data, or editorial (your own decision).",
    one_of(Basis),
)
SOURCE = Word("Where that can be read.", TEXT)
GIVES = Word("The points that this answer gives.", NUMBER)
COST = Word("The effort of coming here, as it compares with other steps.", NUMBER)
_DIMENSIONS = Word("The topics, each with a weight and criteria.", list_of("dimension"))
_CRITERIA = Word("What is looked at.", list_of("criterion", "criterion_with_parts"))
_COMBINE = Word("How one score is made of those inside; without it, their mean.", one_of(Combine))
WEIGHT = Word("How much it counts beside its siblings; together they are 100.", NUMBER)
_BANDS = Word("What the score of this gives: bands of numbers.", list_of("band"))
_LINE = Word("Points along a straight line between knots.", list_of("knot"))
_LOG = Word("Whether the way between two knots is measured on the logarithm.", FLAG)
_COHORT = Word("Points by the place among a frozen cohort of employers.", kind("cohort"))
NEEDS = Word(
    "What must stand beside an answer for it to count, such as url, or {reason: 20}.",
    either(one_or_more(one_of(Backing)), by_name(NUMBER, f"^({'|'.join(Backing)})$")),
)
_APPLIES = Word(
    "When this is asked at all, such as {tipped_workers: yes}.",
    by_id(either(one_or_more(ANSWER), kind("span")), also=PROFILE),
)
_ROUNDING = Word("How its score is rounded before it goes on.", kind("rounding"))
#: What a published method may add to any node.
_NODE = {
    "kind": Word("A label of your own, by which 'over' and scorings name nodes.", ID),
    "counts": Word("Write no for what is judged and shown, and adds nothing.", FLAG),
    "requires": Word("Other nodes that must be complete, or have so much, for it to count.",
                     either(IDS, by_id(NUMBER))),
    "at_least": Word("The score of it is never less than this.", NUMBER),
    "at_most": Word("The score of it is never more than this.", NUMBER),
    "rounding": _ROUNDING,
    "each": Word("It is scored for each part of the employer, such as each site.",
                 either(IDS, kind("each"))),
}  # fmt: skip
GROUP = {
    "dimensions": _DIMENSIONS,
    "criteria": _CRITERIA,
    "combine": _COMBINE,
    "out_of": Word("The scale of a mean, without it 100; points takes the points as they are.",
                   either(NUMBER, one_of(("points",)))),
    "applies": _APPLIES,
    "start": Word("The number where a sum begins, such as 110.", NUMBER),
    "over": Word("Combine all criteria below (leaves), or all nodes of a kind.", ID),
    "complete_from": Word("From what percent of its most a child is complete.", NUMBER),
    "take": Word("Which of the scores inside count: the highest, or all but some.", kind("take")),
    "enough": Word("How much must be answered for it to have a value.", kind("enough")),
    "points": _BANDS,
    "line": _LINE,
    "log": _LOG,
    "cohort": _COHORT,
    "basis": BASIS,
    "source": SOURCE,
    "when": WHEN,
    "read_as": _READ_AS,
    **_NODE,
}  # fmt: skip
_TERM = either(ID, kind("criterion"), kind("fixed"), kind("box"))
PARTS = one_or_more(_TERM)
#: How a figure may be worked out from parts, in place of 'of' and 'to'.
_MEASURES = {
    "sum": Word("The figure is these parts added up.", PARTS),
    "difference": Word("The figure is the first part less the others.", PARTS),
    "largest": Word("The figure is the largest of these parts.", PARTS),
    "smallest": Word("The figure is the smallest of these parts.", PARTS),
    "average": Word("The figure is the mean of these parts.", PARTS),
    "count": Word("The figure is how many of these parts are above 0.", PARTS),
    "share": Word("The figure is a part of a whole.", kind("share")),
    "change": Word("The figure is how much something grew, as a share of before.", kind("change")),
    "power": Word("The figure is a plain number to a fixed power, such as 0.5.", kind("power")),
}
#: What a criterion says that a scale may say for it.
ANSWERED = {
    "ask": Word("The question, in the words that people see.", TEXT),
    "answer": Word("What kind of answer is wanted: a unit such as days, or yes_no, choice, "
                   "checklist, tally, date.", one_of(_KINDS)),
    "points": Word("What each answer gives: bands of numbers, or choices.",
                   list_of("band", "choice")),
    "range": Word("The answer itself is the points, between two ends.", kind("range")),
    "line": _LINE,
    "log": _LOG,
    "cohort": _COHORT,
    "needs": NEEDS,
    "basis": BASIS,
    "source": SOURCE,
    "of": Word("The parts that a figure is worked out of; in a checklist, the boxes.", PARTS),
    "to": Word("The parts that it is divided by.", PARTS),
    "under": Word("The figure is never more than this.", PARTS),
    **_MEASURES,
    "applies": _APPLIES,
    "from": Word("Figures that must be large enough for the answer to count.", by_id(NUMBER)),
    "na": Word("Whether it may be answered with 'does not apply'.", FLAG),
    "evidence": EVIDENCE,
    "critical": Word("The critical violations to check here, by id.", IDS),
    "title": TITLE,
    "help": HELP,
    "about": ABOUT,
    "code": CODE,
    "when": WHEN,
    "read_as": _READ_AS,
    **_NODE,
}  # fmt: skip
TOPIC = {
    "weight": WEIGHT,
    "title": TITLE,
    "ask": Word("What this topic asks, in a sentence.", TEXT),
    "help": HELP,
    "about": ABOUT,
    "code": CODE,
    **GROUP,
}
