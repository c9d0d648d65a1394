"""Words that somebody wrote freely, and that tell of so few workers that one could be found.

Nothing is cut: only a person can say whether "our two cooks" gives anybody away. So the phrases
are found by their pattern, in English and Spanish, and shown before anything is published.
"""

import re
from collections.abc import Iterator

from jobquality.ledger.snapshot import Snapshot

_FEW = (
    r"(?:[1-4]|one|two|three|four|a single|the only|un|una|uno|dos|tres|cuatro"
    r"|el único|la única)"
)
_PEOPLE = (
    r"(?:workers?|employees?|people|persons?|staff|men|man|women|woman|cooks?|servers?|waiters?"
    r"|waitress(?:es)?|cashiers?|dishwashers?|cleaners?|bakers?|clerks?|bartenders?|hosts?"
    r"|trabajador(?:es|as?)?|emplead[oa]s?|personas?|gente|hombres?|mujer(?:es)?|cociner[oa]s?"
    r"|meser[oa]s?|cajer[oa]s?|lavaplatos|limpiador(?:es|as?)?|panader[oa]s?)"
)
#: A number, up to three words, and somebody who works; never a part of a longer number, nor the
#: panel that decided on a reply.
_PHRASE = re.compile(
    rf"(?<![\w.,$€-])(?<!grupo de )(?<!panel of ){_FEW}(?![\w%]|[.,:]\d)"
    rf"(?:\s+[^\W\d]+){{0,3}}?\s+{_PEOPLE}\b",
    re.IGNORECASE,
)


def find_small_groups(text: str) -> tuple[str, ...]:
    """Return each phrase of a text that counts fewer than five workers, as it is written."""
    return tuple(dict.fromkeys(" ".join(one[0].split()) for one in _PHRASE.finditer(text)))


def small_groups_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Return such phrases of everything that people wrote into what is to be published."""
    return tuple(dict.fromkeys(one for text in _texts(snapshot) for one in find_small_groups(text)))


def _texts(snapshot: Snapshot) -> Iterator[str]:
    for fact in snapshot.facts:
        yield fact.note
        yield fact.source
    yield from (one.title for one in snapshot.evidence)
    if snapshot.reply is not None:
        yield snapshot.reply.statement
        yield snapshot.reply.decision
        yield from (one.text for one in snapshot.reply.stances)
        for reply in snapshot.reply.earlier:
            yield reply.statement
            yield reply.decision
            yield from (one.text for one in reply.stances)
