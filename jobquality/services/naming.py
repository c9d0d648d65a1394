"""No employer is named in a free text for everyone: of employers only scorecards tell.

A scorecard has its sources, a second person, and the employer's own hearing. A sentence
beside it has none of them.
"""

import re
from collections.abc import Iterator, Mapping

from jobquality.errors import Fault, check_faults
from jobquality.services.likeness import text_key
from jobquality.services.lookalikes import Named, list_named
from jobquality.store.database import Session

#: A name of one short word, such as `Oasis`, is a word of the language too.
_SHORTEST = 6


def check_no_employer(session: Session, texts: Mapping[str, str]) -> None:
    """Be quiet when no text names an employer of the organization.

    `texts` holds each text by its field. Case, accents, look-alike letters, signs, and an `s`
    at the end (`Elm Diner's`) make no difference.

    Raises:
        FaultsError: some do; one fault for each field.
    """
    employers = list_named(session)
    named = ((field, _first_named(text, employers)) for field, text in texts.items())
    check_faults(_fault(field, employer) for field, employer in named if employer)


def _first_named(text: str, employers: tuple[Named, ...]) -> Named | None:
    key = text_key(text)
    return next((one for one in employers if any(_holds(key, name) for name in _keys(one))), None)


def _keys(named: Named) -> Iterator[str]:
    for key in (text_key(one) for one in named.names):
        if " " in key or len(key) >= _SHORTEST:
            yield key


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\S){re.escape(name)}s?(?!\S)", text) is not None


def _fault(field: str, named: Named) -> Fault:
    return Fault(
        message=f"This names {named.employer.name}.",
        where=field,
        remedy="What is said about an employer is published only as a scorecard, after the "
        "employer was heard.",
    )
