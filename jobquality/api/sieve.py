"""Which employers a question wants."""

import unicodedata
from typing import Any

from jobquality.api.published import Wanted
from jobquality.rubrics.places import Places


class Sieve:
    """Holds a question against employers; its place, if any, is one that we know."""

    def __init__(self, wanted: Wanted, places: Places) -> None:
        self._wanted = wanted
        self._places = places
        self._place = places.find(wanted.place) if wanted.place else None
        self._words = folded(wanted.q).split()

    def lets_through(self, employer: dict[str, Any]) -> bool:
        """Say whether an employer, as the API shows it, is wanted."""
        names = (employer["name"], employer["now_called"] or "", *employer["formerly"])
        name = folded(" ".join(names))
        return (
            employer["sector"].startswith(self._wanted.sector)
            and self._lies_there(employer["place"])
            and self._has_level(employer)
            and all(word in name for word in self._words)
        )

    def _lies_there(self, text: str) -> bool:
        if self._place is None:
            return True
        found = self._places.find(text)
        return found is not None and self._place in self._places.chain(found)

    def _has_level(self, employer: dict[str, Any]) -> bool:
        levels = [one["level"] for one in employer["scorecards"]]
        return not self._wanted.level or self._wanted.level in levels


def folded(text: str) -> str:
    """Return a text without accents and case, as it is searched."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()
