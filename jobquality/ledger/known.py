"""What a chain says of employers beside their scores, replayed over its acts.

The first act of `StoodKnown` carries what was known at its time; `FactsChanged` changes it.
What was before that one was never signed, so nothing of it counts.
"""

from collections.abc import Mapping

from jobquality.ledger.acts import FactsChanged
from jobquality.ledger.audit_acts import Said
from jobquality.ledger.facts import Facts


def known_of(said: Said) -> Mapping[str, tuple[int, Facts]] | None:
    """Return what is known now, by employer, with the number of the entry that says so.

    None before any entry says such things.
    """
    first = said.known
    if first is None:
        return None
    known = {one.employer: (first.number, one) for one in first.facts}
    for act in said.later:
        if isinstance(act, FactsChanged) and act.number > first.number:
            known[act.facts.employer] = act.number, act.facts
    return known


def brands_of(said: Said) -> frozenset[str]:
    """Return the ids of all brands that any employer or site was ever said to carry."""
    stood = said.known.facts if said.known else ()
    changed = (one.facts for one in said.later if isinstance(one, FactsChanged))
    every = (*stood, *changed)
    marked = {mark.brand for one in every for mark in one.marks}
    return frozenset({one.brand for one in every if one.brand} | marked)
