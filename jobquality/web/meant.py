"""The places that somebody may have meant, offered where what they typed is not clear."""

from collections.abc import Iterable, Mapping

from jobquality.errors import Fault
from jobquality.reading.names import place_words
from jobquality.rubrics.places import Places
from jobquality.schemas.places import may_mean
from jobquality.wording import Speaker


def choices_of(
    typed: Mapping[str, str], faults: Iterable[Fault], places: Places, say: Speaker
) -> list[tuple[str, str]]:
    """Return the id and name of each place that the typed one may be; none without a fault."""
    if not any(fault.where == "place" for fault in faults):
        return []
    found = may_mean(typed.get("place", ""), places)
    return [(one, place_words(one, places, say)) for one in found]
