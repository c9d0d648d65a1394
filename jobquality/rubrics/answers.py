"""Read what kind of answer a question wants, and say what to write for kinds we do not have.

The nearest spelling is not enough: it would turn minutes into months.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobquality.rubrics.fields import Faults, Fields, one_of, shown
from jobquality.rubrics.model import AnswerKind
from jobquality.rubrics.units import ANSWER_UNITS, UNITS, Unit

KINDS = tuple(kind.value for kind in AnswerKind if kind is not AnswerKind.NUMBER)
#: Stands in for a unit that nobody knows; nothing is checked against it.
UNKNOWN = Unit(name="", words="")

_NOT_A_WORD = re.compile(r"[^a-z0-9%$]+")
_ALIKE = 75
_OTHERWISE = "See 'Kinds of answer' in docs/rubric-language.md."
_MONEY = "Write usd_per_hour, usd_per_month or usd_per_year for pay, usd for an amount."
_SMALL = "There are no minutes: write hours, with decimals (half an hour is 0.5)."
_SHARE = "Write percent (0 to 100), or ratio where 1 means equal."
_FREE = "There is no free text: write choice, checklist, yes_no, date or a unit."
_STEPS = "Write choice, with a line of 'points' for each step."
#: What people write for a kind or unit that we have.
_SAME = {
    name: kind
    for kind, names in {
        "yes_no": "yesno yes_or_no no_yes boolean bool true_false true_or_false y_n",
        "choice": "multiple_choice single_choice select option options radio one_of pick choose",
        "checklist": "checkbox checkboxes check_boxes boxes multiple multi_select tick_boxes tick",
        "number": "integer int decimal float numeric numbers num count",
        "people": "workers worker employees employee persons person staff heads headcount",
        "percent": "percentage percentages per_cent pct %",
        "usd_per_hour": (
            "usd_hour usd_hr usd_an_hour dollars_per_hour dollars_an_hour $_hour $_hr $_per_hour "
            "wage wages hourly_pay hourly_wage hourly_rate pay_per_hour"
        ),
        "usd_per_month": "usd_month dollars_per_month dollars_a_month $_month monthly_pay",
        "usd_per_year": "usd_year dollars_per_year dollars_a_year $_year salary annual_pay",
        "hours_per_week": "hours_week hours_a_week hours_weekly weekly_hours",
        "hours_per_year": "hours_year hours_a_year hours_yearly yearly_hours",
        "hours": "hour hrs hr",
        "weeks": "week",
        "months": "month",
    }.items()
    for name in names.split()
}
#: What to do where there is no such thing, or it could mean several.
_ADVICE = {
    name: sentence
    for names, sentence in (
        ("minutes minute mins min seconds second", _SMALL),
        ("years year yrs", "There are no years: write months (two years are 24)."),
        ("quarters quarter", "There are no quarters: write months (a quarter is 3)."),
        ("dollars dollar $ money amount pay euros eur cash", _MONEY),
        ("cents cent", "There are no cents: write usd, with decimals (25 cents are 0.25)."),
        ("hourly per_hour", "Write usd_per_hour for pay, hours for time."),
        ("weekly per_week", "Write hours_per_week for time; for pay write usd_per_hour."),
        ("monthly per_month", "Write usd_per_month for pay, months for time."),
        ("yearly annual annually per_year", "Write usd_per_year for pay, hours_per_year for time."),
        ("day daily", "Write days for how many, date for a day such as 2026-03-01."),
        ("time times", "Write number for how often, ratio for how many times as much."),
        ("share fraction proportion part rate", _SHARE),
        ("text string word words free_text comment sentence note", _FREE),
        ("scale score rating stars grade level rank range", _STEPS),
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The kind of answer that is wanted; `is_known` says that the file names it rightly.

    Where it does not, the kind is a likely one to read on with, and no fault follows from it.
    """

    kind: AnswerKind
    unit: Unit | None
    is_known: bool = True


def read_answer(fields: Fields) -> Wanted:
    """Take `answer`."""
    line = fields.line_of("answer")
    name = fields.text("answer", required=True)
    if name in ANSWER_UNITS:
        return Wanted(kind=AnswerKind.NUMBER, unit=UNITS[name])
    if name in KINDS:
        return Wanted(kind=AnswerKind(name), unit=None)
    known = (*KINDS, *ANSWER_UNITS)
    meant, remedy = _meaning(name, known, fields.faults) if name else ("", "")
    if name:
        message = f"'answer: {name[:60]}' is not a kind of answer or a unit."
        fields.faults.add(line, message, remedy or _advice(name) or _OTHERWISE)
    if meant in ANSWER_UNITS:
        return Wanted(kind=AnswerKind.NUMBER, unit=UNITS[meant], is_known=False)
    kind = AnswerKind(meant) if _fits(meant, fields) else _likely(fields)
    unit = UNKNOWN if kind is AnswerKind.NUMBER else None
    return Wanted(kind=kind, unit=unit, is_known=False)


def read_unit(fields: Fields, word: str) -> str:
    """Take a unit; empty when it is not there or is none."""
    line = fields.line_of(word)
    name = fields.text(word)
    if not name or name in ANSWER_UNITS:
        return name
    _, remedy = _meaning(name, ANSWER_UNITS, fields.faults)
    advice = _advice(name)
    fitting = "" if advice in (_FREE, _STEPS) else advice
    message = f"'{word}' cannot be {shown(name)}."
    fields.faults.add(line, message, remedy or fitting or one_of(ANSWER_UNITS))
    return ""


def unit_of(name: str) -> Unit | None:
    """Return the unit that an `answer` stands for before it is checked; None of a kind."""
    is_kind = name in KINDS or _SAME.get(_plain(name)) in KINDS
    return UNITS[name] if name in ANSWER_UNITS else None if is_kind or not name else UNKNOWN


def _meaning(name: str, known: Sequence[str], faults: Faults) -> tuple[str, str]:
    """Return the known word that is meant, and the question whether it is; or nothing."""
    plain = _plain(name)
    same = plain if plain in known else _SAME.get(plain, "")
    is_close = not same and not _advice(name)
    meant = faults.likely(name, known, alike=_ALIKE) if is_close else same
    return (meant, f"Did you mean '{meant}'?") if meant in known else ("", "")


def _advice(name: str) -> str:
    return _ADVICE.get(_plain(name), "")


def _plain(name: str) -> str:
    return _NOT_A_WORD.sub("_", name.lower()).strip("_")


def _fits(kind: str, fields: Fields) -> bool:
    """Say whether what such an answer needs stands beside it, so that no fault follows."""
    if kind == AnswerKind.CHECKLIST:
        return fields.has("of")
    if kind == AnswerKind.YES_NO:
        return fields.has("weight") or fields.has("points")
    return kind in KINDS and fields.has("points") == (kind == AnswerKind.CHOICE)


def _likely(fields: Fields) -> AnswerKind:
    """Return the kind that what stands beside the answer speaks for."""
    if fields.lists("points", "answer"):
        return AnswerKind.CHOICE
    if fields.lists("of", "answer") and not fields.lists("of", "criterion"):
        return AnswerKind.CHECKLIST
    is_measured = fields.has("points") or fields.has("range") or fields.has("of")
    return AnswerKind.YES_NO if fields.has("weight") and not is_measured else AnswerKind.NUMBER
