"""What the law asks beside an answer: one of three wordings, and never a fourth.

Only a dated figure that is law at the employer's own place speaks for the law. A threshold of
a standard that rests on some law elsewhere does not.
"""

from datetime import date

from jobquality.reading.names import Names
from jobquality.reading.values import Law, LawWords
from jobquality.rubrics.parameters import Found
from jobquality.rubrics.places import Places
from jobquality.scoring.scorecard import Line

#: The dated figures that are themselves law.
LEGAL_FIGURES = ("minimum_wage", "tipped_minimum_wage")
#: The floor of pay before tips; the other one binds it only together with the tips.
_TIPPED_FLOOR, _TIPPED = "tipped_minimum_wage", "tipped_workers"


def law_words(line: Line, checked_on: date | None, names: Names, places: Places) -> LawWords:
    """Return what is known of the law at this place and day.

    `checked_on` is the day on which somebody looked for a rule and found none. A figure past
    its check date may carry no claim about the law, so it reads as not checked. So does pay
    before tips that is only compared with the full minimum wage: where an employer may count
    tips towards it (29 U.S.C. § 203(m)), less before tips breaks no law.
    """
    legal = [found for found in line.found if found.parameter.id in LEGAL_FIGURES]
    asking = [found for found in legal if not found.due and _binds(found, line)]
    if asking and len(asking) == len(legal):
        text = "; ".join(_asked(found, names, places) for found in asking)
        source = "; ".join(dict.fromkeys(found.row.source for found in asking))
        return LawWords(kind=Law.ASKS, text=names.say("law_asks", what=text), source=source)
    if legal or checked_on is None:
        return LawWords(kind=Law.NOT_CHECKED, text=names.say("law_not_checked"), source="")
    said = names.say("law_no_rule", day=names.day(checked_on))
    return LawWords(kind=Law.NO_RULE, text=said, source="")


def _binds(found: Found, line: Line) -> bool:
    """Say whether a legal figure is a floor of the very pay that the question asks about."""
    is_of_tipped = any(one.name == _TIPPED for one in line.question.applies)
    return found.parameter.id == _TIPPED_FLOOR or not is_of_tipped


def _asked(found: Found, names: Names, places: Places) -> str:
    return names.say(
        "law_figure",
        figure=names.figure(found.parameter.id),
        amount=names.measured(found.row.value, found.parameter.unit),
        place=names.place(found.row.place, places),
        as_of=names.day(found.row.as_of),
    )
