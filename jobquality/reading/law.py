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


def law_words(line: Line, checked_on: date | None, names: Names, places: Places) -> LawWords:
    """Return what is known of the law at this place and day.

    `checked_on` is the day on which somebody looked for a rule and found none. A figure past
    its check date may carry no claim about the law, so it reads as not checked.
    """
    legal = [found for found in line.found if found.parameter.id in LEGAL_FIGURES]
    if legal and not any(found.due for found in legal):
        text = "; ".join(_asked(found, names, places) for found in legal)
        source = "; ".join(dict.fromkeys(found.row.source for found in legal))
        return LawWords(kind=Law.ASKS, text=names.say("law_asks", what=text), source=source)
    if legal or checked_on is None:
        return LawWords(kind=Law.NOT_CHECKED, text=names.say("law_not_checked"), source="")
    said = names.say("law_no_rule", day=names.day(checked_on))
    return LawWords(kind=Law.NO_RULE, text=said, source="")


def _asked(found: Found, names: Names, places: Places) -> str:
    return names.say(
        "law_figure",
        figure=names.figure(found.parameter.id),
        amount=names.measured(found.row.value, found.parameter.unit),
        place=names.place(found.row.place, places),
        as_of=names.day(found.row.as_of),
    )
