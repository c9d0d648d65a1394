"""How lists of assessments say their standards, days and moments."""

from collections.abc import Callable

from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.reading.names import Names, day_words
from jobquality.services.desk import Item
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words


def telling(zone: str) -> dict[str, Callable[..., object]]:
    """Return what `desk/_items.html` calls; `zone` is the organization's time zone."""
    say = current_speaker()
    return {
        "title_of": _title_of,
        "day_of": lambda day: day_words(day, say),
        "moment_of": lambda moment: moment_words(moment, zone, say),
        "days_since": lambda moment: (current().clock() - moment).days,
    }


def _title_of(item: Item) -> str:
    assessment = item.assessment
    try:
        edition = current().catalog.edition(assessment.rubric, assessment.edition)
    except NotFoundError:
        return f"{assessment.rubric} {assessment.edition}"
    return f"{Names.of(edition, current_speaker()).words.title} {assessment.edition}"
