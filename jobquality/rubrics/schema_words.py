"""Every word of a rubric file, where it may stand, and what it says to an author.

This is the one list behind the JSON Schema; tests hold it to what the reader takes. To add a
word, add its line to the kinds that it may stand in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.rubrics.model import AnswerKind, Basis, Combine, Reading, State, Ties
from jobquality.rubrics.schema_shapes import (
    ANSWER,
    EDGE,
    EDITION,
    FLAG,
    ID,
    IDS,
    MONTHS,
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
    whole,
)
from jobquality.rubrics.units import ANSWER_UNITS

_STATES = tuple(state for state in State if state is not State.VALUE)
_KINDS = (*(one for one in AnswerKind if one is not AnswerKind.NUMBER), *ANSWER_UNITS)
_MOST_DIGITS = 6


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


_CODE = Word("The label under which somebody published this, such as F11.1.", TEXT)
_TITLE = Word("A short name for people. Longer texts belong in a words file beside this one.", TEXT)
_ABOUT = Word("What this is about and where it comes from.", TEXT)
_HELP = Word("What to look for, for those who collect the answers.", TEXT)
_EVIDENCE = Word("What to look at: ids that you choose, such as pay_stubs.", IDS)
_WHEN = Word("How the score reads what is not known. The range never depends on it.", kind("when"))
_READ_AS = Word(
    "Answers of a file that stand for a state, such as {-1: unknown}.",
    by_name(one_of(_STATES), "^.{1,100}$"),
)
_BASIS = Word(
    "What a threshold rests on: law, standard, data, or editorial (your own decision).",
    one_of(Basis),
)
_SOURCE = Word("Where that can be read.", TEXT)
_GIVES = Word("The points that this answer gives.", NUMBER)
_COST = Word("The effort of coming here, as it compares with other steps.", NUMBER)
_DIMENSIONS = Word("The topics, each with a weight and criteria.", list_of("dimension"))
_CRITERIA = Word("What is looked at.", list_of("criterion"))
_COMBINE = Word("How one score is made of those inside; without it, their mean.", one_of(Combine))
_OUT_OF = Word("The scale of a mean; without it, 100.", NUMBER)
_GROUP = {
    "dimensions": _DIMENSIONS,
    "criteria": _CRITERIA,
    "combine": _COMBINE,
    "out_of": _OUT_OF,
    "when": _WHEN,
    "read_as": _READ_AS,
}
_WEIGHT = Word("How much it counts beside its siblings; together they are 100.", NUMBER)
_TERM = either(ID, kind("criterion"), kind("fixed"), kind("box"))
#: Any words that a node can have; the reader says which of them fit.
_CHANGED: Schema = {"type": ["object"], "minProperties": 1}

KINDS: Mapping[str, Kind] = {
    "rubric": Kind(
        what="the top of the file",
        says="A standard: what an employer is asked, what each answer gives, what a level takes.",
        needs=("rubric", "edition"),
        words={
            "rubric": Word("The id of your standard. It never changes.", ID),
            "edition": Word("The year and a number: 2026.1. A used one never changes.", EDITION),
            "title": _TITLE,
            "about": _ABOUT,
            "ask": Word("What this standard asks, in a sentence.", TEXT),
            "help": _HELP,
            "better": Word("Whether more points are better (higher), or fewer (lower).",
                           one_of(("higher", "lower"))),
            "weights": Word("Write relative where weights need not add up to 100.",
                            one_of(("relative",))),
            **_GROUP,
            "critical": Word("Wrongs that no score can make good.", list_of("critical")),
            "levels": Word("What can be reached, the highest level first.", list_of("level")),
            "tests": Word("Worked examples with what each must give.", list_of("test")),
            "scorings": Word("Other readings of the same answers.", list_of("scoring")),
            "rounding": Word("How scores are rounded; without it, only what is shown is.",
                             kind("rounding")),
        },
    ),
    "dimension": Kind(
        what="a dimension",
        says="A topic, such as wages.",
        needs=("dimension",),
        words={
            "dimension": Word("The id of the topic.", ID),
            "weight": _WEIGHT,
            "title": _TITLE,
            "ask": Word("What this topic asks, in a sentence.", TEXT),
            "help": _HELP,
            "about": _ABOUT,
            "code": _CODE,
            **_GROUP,
        },
    ),
    "criterion": Kind(
        what="a criterion",
        says="One thing that is looked at. Without points it is a figure that is only asked.",
        needs=("criterion", "ask", "answer"),
        words={
            "criterion": Word("The id of what is looked at.", ID),
            "weight": _WEIGHT,
            "ask": Word("The question, in the words that people see.", TEXT),
            "answer": Word("What kind of answer is wanted: a unit such as days, or yes_no, choice, "
                           "checklist, date.", one_of(_KINDS)),
            "points": Word("What each answer gives: bands of numbers, or choices.",
                           list_of("band", "choice")),
            "range": Word("The answer itself is the points, between two ends.", kind("range")),
            "basis": _BASIS,
            "source": _SOURCE,
            "of": Word("The parts that a figure is worked out of; in a checklist, the boxes.",
                       one_or_more(_TERM)),
            "to": Word("The parts that it is divided by.", one_or_more(_TERM)),
            "under": Word("The figure is never more than this.", one_or_more(_TERM)),
            "applies": Word("When the question is asked at all, such as {tipped_workers: yes}.",
                            by_id(either(ANSWER, kind("span")), also=PROFILE)),
            "from": Word("Figures that must be large enough for the answer to count.",
                         by_id(NUMBER)),
            "na": Word("Whether it may be answered with 'does not apply'.", FLAG),
            "evidence": _EVIDENCE,
            "critical": Word("The critical violations to check here, by id.", IDS),
            "title": _TITLE,
            "help": _HELP,
            "about": _ABOUT,
            "code": _CODE,
            "when": _WHEN,
            "read_as": _READ_AS,
        },
    ),
    "band": Kind(
        what="a line of 'points'",
        says="What a span of numbers gives.",
        needs=("gives",),
        words={
            "from": Word("This number or more; a number, or the id of a dated figure.", EDGE),
            "under": Word("Less than this number.", EDGE),
            "gives": _GIVES,
            "cost": _COST,
            "basis": _BASIS,
            "source": _SOURCE,
        },
    ),
    "choice": Kind(
        what="a line of 'points'",
        says="One answer to choose, and what it gives.",
        needs=("answer", "gives"),
        words={
            "answer": Word("The id of the answer.", ID),
            "ask": Word("The answer, in the words that people see.", TEXT),
            "gives": _GIVES,
            "cost": _COST,
            "basis": _BASIS,
            "source": _SOURCE,
        },
    ),
    "box": Kind(
        what="a box of a checklist",
        says="One box to tick.",
        needs=("answer",),
        words={
            "answer": Word("The id of the box.", ID),
            "ask": Word("What is ticked, in the words that people see.", TEXT),
        },
    ),
    "fixed": Kind(
        what="a part of a measure",
        says="A fixed number, such as 30 hours a week.",
        needs=("answer", "gives"),
        words={
            "answer": Word("The unit of the number.", one_of(ANSWER_UNITS)),
            "gives": Word("The number, above 0.", NUMBER),
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
    "when": Kind(
        what="'when'",
        says="How each kind of gap is read.",
        words={
            "unknown": Word("Looked for and not found.", one_of(Reading)),
            "declined": Word("The employer would not say.", one_of(Reading)),
            "missing": Word("Not asked yet.", one_of(Reading)),
        },
    ),
    "critical": Kind(
        what="a critical violation",
        says="A wrong that bounds the level when it is found.",
        needs=("critical", "ask", "source"),
        words={
            "critical": Word("The id of it, used once in the file.", ID),
            "ask": Word("The question, in the words that people see.", TEXT),
            "source": Word("Where the finding would be on record.", TEXT),
            "allows": Word("The highest level that is still possible; without it, none.", ID),
            "evidence": _EVIDENCE,
            "title": _TITLE,
            "help": _HELP,
            "about": _ABOUT,
            "code": _CODE,
        },
    ),
    "level": Kind(
        what="a level",
        says="A level: reached by the score, or declared with an answer of its own.",
        needs=("level",),
        words={
            "level": Word("The id of it, used once in the file.", ID),
            "from": Word("What it takes, such as {total: 70, coverage: 80}: each number or more.",
                         by_id(NUMBER)),
            "at_most": Word("What must not be above a number.", by_id(NUMBER)),
            "gives": Word("How long a certificate lasts, such as 12 months.", MONTHS),
            "answer": Word("A level that is declared: by yes or no, or until a date.",
                           one_of((AnswerKind.YES_NO, AnswerKind.DATE))),
            "overrides": Word("Whether a declared level goes before the score.", FLAG),
            "ask": Word("The question of a declared level.", TEXT),
            "title": _TITLE,
            "help": _HELP,
            "about": _ABOUT,
            "code": _CODE,
        },
    ),
    "test": Kind(
        what="a test",
        says="Answers, and what they must give.",
        needs=("ask", "gives"),
        words={
            "ask": Word("What the test is about.", TEXT),
            "answer": Word("Answers by id, profile facts, and the day (on).",
                           by_id(ANSWER, also=PROFILE)),
            "gives": Word("Scores by id, as one number or [low, high]; and the level.",
                          by_id(either(EDGE, {"type": "array", "items": NUMBER, "minItems": 1,
                                              "maxItems": 2}))),
        },
    ),
    "scoring": Kind(
        what="a scoring",
        says="Another reading of the same answers.",
        needs=("scoring",),
        words={
            "scoring": Word("The id of it, used once in the file.", ID),
            "weight": Word("Other weights, by id; 0 leaves it out.", by_id(NUMBER)),
            "when": _WHEN,
            "change": Word("Other words, by the id or kind of a node; none takes one away.",
                           by_id(_CHANGED)),
            "levels": Word("Whether the levels hold for this scoring too.", FLAG),
            "rounding": Word("How the scores of this scoring are rounded.", kind("rounding")),
        },
    ),
    "rounding": Kind(
        what="'rounding'",
        says="How scores are rounded.",
        needs=("digits",),
        words={
            "digits": Word("To how many decimals, 0 to 6.", whole(0, _MOST_DIGITS)),
            "ties": Word("Where a number goes that lies between two.", one_of(Ties)),
            "levels_on": Word("Whether levels look at exact or at rounded scores.",
                              one_of(("exact", "rounded"))),
        },
    ),
}  # fmt: skip
