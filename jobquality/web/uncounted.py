"""What keeps answers out of the score: said at the question, and beside all of them."""

from collections.abc import Iterator

from jobquality.errors import Fault, FaultsError
from jobquality.reading.names import Names
from jobquality.scoring.answers import find_questions
from jobquality.services.sheets import Sheet
from jobquality.web.asked import FaultAt, Known
from jobquality.web.forms import told
from jobquality.web.lacking import figure_address
from jobquality.web.languages import current_language
from jobquality.web.lawful import missing_figures


def faults_of(sheet: Sheet, names: Names) -> Iterator[FaultAt]:
    """Yield what keeps each answer out of the score, in the order of the standard."""
    asked = find_questions(sheet.edition.rubric)
    for fault in sheet.preview.faults:
        question = asked.get(fault.where)
        missing = missing_figures(sheet, question, names) if question else ()
        yield (
            _missing_figure(fault, missing[0], sheet, names)
            if missing
            else FaultAt(
                id=fault.where if question else "",
                title=names.thing(fault.where) if question else fault.where,
                text=" ".join(told(FaultsError([fault]))),
                language=current_language(),
            )
        )


def _missing_figure(fault: Fault, known: Known, sheet: Sheet, names: Names) -> FaultAt:
    return FaultAt(
        id=fault.where,
        title=names.thing(fault.where),
        text=names.say("ask_figure_missing", title=known.title, place=known.place),
        language=names.say.language,
        figure=known.title,
        address=figure_address(known.name, sheet.employer.place) if known.is_rate else "",
    )
