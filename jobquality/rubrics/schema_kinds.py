"""The kinds of words and values in a rubric file: which words may stand in each.

To add a word, add its line here, or to the words of several kinds in `schema_words`.
"""

from collections.abc import Mapping

from jobquality.rubrics.model import AnswerKind, Ranks, Reading, Ties
from jobquality.rubrics.schema_scored import SCORED
from jobquality.rubrics.schema_shapes import (
    ANSWER,
    DAY,
    EDGE,
    EDITION,
    FLAG,
    ID,
    IDS,
    MONTHS,
    NONE,
    NUMBER,
    PROFILE,
    TEXT,
    WHOLE,
    by_id,
    either,
    kind,
    list_in,
    list_of,
    one_of,
)
from jobquality.rubrics.schema_words import (
    ABOUT,
    ANSWERED,
    BASIS,
    CODE,
    COST,
    EVIDENCE,
    GIVES,
    GROUP,
    HELP,
    NEEDS,
    SOURCE,
    TITLE,
    TOPIC,
    WEIGHT,
    WHEN,
    Kind,
    Word,
)
from jobquality.rubrics.steps import Against, Equals
from jobquality.rubrics.units import ANSWER_UNITS

_READINGS_OF_NA = (Reading.OUT, Reading.ZERO, Reading.FULL, Reading.NOTHING)
_WITHIN = Word(
    "A fact of the profile: only those with the same one are the cohort.", {"type": "string"}
)

_FIXED = ("dimensions", "criteria")
#: What a level asks of one node.
_ASKED = either(NUMBER, kind("asked"))
_WHY = Word("The reason for it, where a standard tailors another.", TEXT)
_CHANGED = {name: word for name, word in (TOPIC | ANSWERED).items() if name not in _FIXED} | {
    "why": _WHY
}

KINDS: Mapping[str, Kind] = {
    "rubric": Kind(
        what="the top of the file",
        says="A standard: what an employer is asked, what each answer gives, what a level takes.",
        needs=("rubric", "edition"),
        words={
            "rubric": Word("The id of your standard. It never changes.", ID),
            "edition": Word("The year and a number: 2026.1. A used one never changes.", EDITION),
            "title": TITLE,
            "about": ABOUT,
            "ask": Word("What this standard asks, in a sentence.", TEXT),
            "help": HELP,
            "better": Word("Whether more points are better (higher), or fewer (lower).",
                           one_of(("higher", "lower"))),
            "weights": Word("Write relative where weights need not add up to 100.",
                            one_of(("relative",))),
            **GROUP,
            "critical": Word("Wrongs that no score can make good.", list_of("critical")),
            "levels": Word("What can be reached, the highest level first.", list_of("level")),
            "scales": Word("Words that several criteria share.", list_of("scale")),
            "tests": Word("Worked examples with what each must give.", list_of("test")),
            "scorings": Word("Other readings of the same answers.", list_of("scoring")),
            "rounding": Word("How scores are rounded; without it, only what is shown is.",
                             kind("rounding")),
            "ranks": Word("Whether employers are ranked: after two at 1 comes 3, or 2 (dense).",
                          one_of(Ranks)),
            "extends": Word("The edition that this one tailors, such as restaurants_us@2026.1.",
                            TEXT),
            "why": Word("Why this standard tailors another.", TEXT),
            "change": Word("Other words, by the id of a node, each with a why.",
                           by_id(kind("changed"))),
            "drop": Word("What of the other standard is left out, with a why.", list_of("drop")),
            "add": Word("What comes in beside it, each with a why.", list_of("add")),
        },
    ),
    "dimension": Kind(
        what="a dimension",
        says="A topic, such as wages.",
        needs=("dimension",),
        words={"dimension": Word("The id of the topic.", ID), **TOPIC},
    ),
    "criterion_with_parts": Kind(
        what="a criterion",
        says="A question with criteria of its own (a, b, c), scored like a small topic.",
        needs=("criterion", "criteria"),
        words={"criterion": Word("The id of what is looked at.", ID), **TOPIC},
    ),
    "criterion": Kind(
        what="a criterion",
        says="One thing that is looked at. Without points it is a figure that is only asked.",
        needs=("criterion",),
        words={
            "criterion": Word("The id of what is looked at.", ID),
            "weight": WEIGHT,
            "scale": Word("The scale whose words this criterion shares.", ID),
            "reads": Word("The question whose answer is read here once more.", ID),
            "upcoming": Word("The day from which a later edition counts it; here it is only asked.",
                             DAY),
            **ANSWERED,
        },
    ),
    "scale": Kind(
        what="a scale",
        says="Words that several criteria share, written once.",
        needs=("scale",),
        words={"scale": Word("The id of the scale.", ID), **ANSWERED},
    ),
    "band": Kind(
        what="a line of 'points'",
        says="What a span of numbers gives.",
        needs=("gives",),
        words={
            "from": Word("This number or more; a number, or the id of a dated figure.", EDGE),
            "above": Word("More than this number, which is still in the band before.", EDGE),
            "under": Word("Less than this number.", EDGE),
            "up_to": Word("Up to this number, and that number too.", EDGE),
            "gives": GIVES,
            "cost": COST,
            "basis": BASIS,
            "source": SOURCE,
        },
    ),
    "choice": Kind(
        what="a line of 'points'",
        says="One answer to choose, and what it gives.",
        needs=("answer", "gives"),
        words={
            "answer": Word("The id of the answer.", ID),
            "ask": Word("The answer, in the words that people see.", TEXT),
            "code": Word("How a published method writes this answer.", TEXT),
            "needs": NEEDS,
            "gives": GIVES,
            "cost": COST,
            "basis": BASIS,
            "source": SOURCE,
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
    "knot": Kind(
        what="a point of 'line'",
        says="A point that a line passes through.",
        needs=("at", "gives"),
        words={
            "at": Word("The number, or the id of a dated figure.", EDGE),
            "gives": GIVES,
            "basis": BASIS,
            "source": SOURCE,
        },
    ),
    "cohort": Kind(
        what="'cohort'",
        says="How a number is held against those of a frozen cohort.",
        needs=("by",),
        words={
            "by": Word("How to compare: minmax, zscore, rank, percentile or best.",
                       one_of(Against)),
            "from": Word("What the worst of the cohort gets; by best, what 0 gets.", NUMBER),
            "to": Word("What the best of the cohort gets.", NUMBER),
            "mean": Word("A mean that was published, in place of the cohort's own.", NUMBER),
            "deviation": Word("A deviation that was published.", NUMBER),
            "sets_mean": Word("The mean that z-scores are set to.", NUMBER),
            "sets_deviation": Word("The deviation that z-scores are set to.", NUMBER),
            "at_least": Word("What comes out is never less than this.", NUMBER),
            "at_most": Word("What comes out is never more than this.", NUMBER),
            "better": Word("Whether more is better (higher), or less (lower).",
                           one_of(("higher", "lower"))),
            "sample": Word("Whether the deviation is divided by n less 1.", FLAG),
            "equals": Word("How much of those that are equal counts as below.", one_of(Equals)),
            "winsorise": Word("How far the numbers are pulled in first.", kind("winsorise")),
            "within": _WITHIN,
            "log": Word("Whether the natural logarithm of the number is read.", FLAG),
            "among": Word("Whether a percentile is taken among all, or only the others.",
                          one_of(("all", "others"))),
        },
    ),
    "winsorise": Kind(
        what="'winsorise'",
        says="How far the numbers of a cohort are pulled in before it is read.",
        words={
            "count": Word("So many numbers at each end, at most.", NUMBER),
            "percent": Word("So many in 100 at each end.", NUMBER),
            "skewness": Word("Until the skewness is within this.", NUMBER),
            "kurtosis": Word("Until the kurtosis is within this; 0 is normal.", NUMBER),
            "sample": Word("Whether both are corrected for a sample, as in spreadsheets.", FLAG),
        },
    ),
    **SCORED,
    "when": Kind(
        what="'when'",
        says="How each kind of gap is read.",
        words={
            "unknown": Word("Looked for and not found.", one_of(Reading)),
            "declined": Word("The employer would not say.", one_of(Reading)),
            "missing": Word("Not asked yet.", one_of(Reading)),
            "na": Word("What does not apply; without it, it leaves.", one_of(_READINGS_OF_NA)),
            "within": _WITHIN,
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
            "evidence": EVIDENCE,
            "title": TITLE,
            "help": HELP,
            "about": ABOUT,
            "code": CODE,
        },
    ),
    "level": Kind(
        what="a level",
        says="A level: reached by the score, or declared with an answer of its own.",
        needs=("level",),
        words={
            "level": Word("The id of it, used once in the file.", ID),
            "from": Word("What it takes, such as {total: 70, coverage: 80}: each number or more.",
                         by_id(_ASKED)),
            "at_most": Word("What must not be above a number.", by_id(_ASKED)),
            "any": Word("Groups of conditions of which one must hold as a whole.",
                        list_in(by_id(_ASKED))),
            "after": Word("The level that must be reached first, with all that it takes.", ID),
            "exempts": Word("What nobody asks for while this declared level is in force.", IDS),
            "gives": Word("How long a certificate lasts, such as 12 months.", MONTHS),
            "answer": Word("A level that is declared: by yes or no, or until a date.",
                           one_of((AnswerKind.YES_NO, AnswerKind.DATE))),
            "overrides": Word("Whether a declared level goes before the score.", FLAG),
            "ask": Word("The question of a declared level.", TEXT),
            "title": TITLE,
            "help": HELP,
            "about": ABOUT,
            "code": CODE,
        },
    ),
    "asked": Kind(
        what="a condition of a level",
        says="How much a node must have, and how much must be known of it.",
        words={
            "score": Word("The score of it: this number or more.", NUMBER),
            "coverage": Word("How many percent of its weight are seen in records.", NUMBER),
            "confirmed": Word("How many percent of its weight are confirmed.", NUMBER),
            "answered": Word("How many percent of its weight are answered.", NUMBER),
            "except": Word("Dimensions that each_dimension passes over.", IDS),
        },
    ),
    "test": Kind(
        what="a test",
        says="Answers, and what they must give.",
        needs=("ask", "gives"),
        words={
            "ask": Word("What the test is about.", TEXT),
            "scoring": Word("The scoring that it tests; without it, the main one.", ID),
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
            "when": WHEN,
            "change": Word(
                "Other words, by the id or kind of a node; none takes one away.",
                by_id(kind("changed")),
            ),
            "levels": Word("Whether the levels hold for this scoring too.", FLAG),
            "rounding": Word("How the scores of this scoring are rounded.", kind("rounding")),
        },
    ),
    "changed": Kind(
        what="a change",
        says="Words that take the place of a node's own.",
        words={name: Word(word.says, either(word.shape, NONE)) for name, word in _CHANGED.items()},
    ),
    "drop": Kind(
        what="a drop",
        says="What of another standard is left out.",
        needs=("why",),
        words={
            "criterion": Word("The id of the criterion.", ID),
            "dimension": Word("Or the id of the dimension, with all that is in it.", ID),
            "why": _WHY,
        },
    ),
    "add": Kind(
        what="an addition",
        says="What comes into a standard that tailors another.",
        needs=("why",),
        words={
            "into": Word("The dimension that it comes into; without it, the top.", ID),
            **{name: GROUP[name] for name in _FIXED},
            "why": _WHY,
        },
    ),
    "rounding": Kind(
        what="'rounding'",
        says="How scores are rounded.",
        needs=("digits",),
        words={
            "digits": Word("To how many decimals; 0 for whole numbers.", WHOLE),
            "never_full": Word("Whether 100 is only shown where it is complete.", FLAG),
            "ties": Word("Where a number goes that lies between two.", one_of(Ties)),
            "levels_on": Word("Whether levels look at exact or at rounded scores.",
                              one_of(("exact", "rounded"))),
        },
    ),
}  # fmt: skip
