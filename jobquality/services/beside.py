"""What stands beside a chain and follows from it: held against the entries, one by one.

Statements, the mark of a contested score, tombstones and the people behind an entry are kept
in lists too, so that pages need not open every body. Whoever changes a list alone is named.
"""

from collections.abc import Iterable, Iterator, Mapping

from jobquality.ledger.acts import Statement
from jobquality.ledger.audit import Audit, Wrong
from jobquality.ledger.audit_acts import DECISION
from jobquality.services.contesting import marks_of
from jobquality.store.beside import (
    StandOfStatement,
    known_people,
    list_buried,
    list_marked,
    list_statement_stands,
)
from jobquality.store.database import Session


def find_beside(session: Session, organization_id: str, found: Audit) -> Iterator[Wrong]:
    """Yield whatever a list says and the chain does not, and the other way round."""
    yield from _find_buried(list_buried(session, organization_id), found)
    yield from _find_strangers(known_people(session, organization_id), found)
    yield from _find_misstated(list_statement_stands(session, organization_id), found)
    yield from _find_mismarked(session, organization_id)


def _find_buried(listed: Mapping[str, str], found: Audit) -> Iterator[Wrong]:
    """Yield each tombstone of the list that no entry speaks of."""
    for name in sorted(listed):
        if name not in found.said.tombstones:
            number = next((one.number for one in found.published if one.hash == name), None)
            message = "A tombstone is listed for a body; no entry of the chain says so."
            yield Wrong(number=number, message=message)


def _find_strangers(known: frozenset[str], found: Audit) -> Iterator[Wrong]:
    """Yield each entry behind which somebody stands who never worked here or was a guest."""
    behind: dict[str, int] = {}
    for one in found.published:
        for person in (*one.people, one.published_by):
            behind.setdefault(person, one.number)
    for person, number in found.said.people.items():
        behind.setdefault(person, number)
    for person, number in behind.items():
        if person not in known:
            message = f"Nobody of the id '{person}', who stands behind it, ever worked here."
            yield Wrong(number=number, message=message)


def _find_misstated(listed: Iterable[StandOfStatement], found: Audit) -> Iterator[Wrong]:
    """Yield what the list of statements shows, hides or says otherwise than the chain."""
    stands = {one.act_hash: one for one in listed}
    said = {name: one for name, one in found.said.statements.items() if one.topic != DECISION}
    decided = {one.answers: (name, one) for name, one in _decisions(found)}
    for name, act in said.items():
        stand = stands.pop(name, None)
        message = _fault_of_stand(act, stand) or _fault_of_outcome(decided.get(name), stand, found)
        if message:
            yield Wrong(number=act.number, message=message)
    for name in (one for one in stands if one not in found.gone):
        message = "A statement of the employer is shown that is no entry of the chain."
        yield Wrong(number=None, message=f"{message} Its hash is said to be '{name}'.")


def _decisions(found: Audit) -> Iterator[tuple[str, Statement]]:
    return ((name, one) for name, one in found.said.statements.items() if one.topic == DECISION)


def _fault_of_stand(act: Statement, stand: StandOfStatement | None) -> str:
    if stand is None or not stand.is_printed:
        return "What the employer said is hidden: the list of statements does not show it."
    listed = (stand.publication, stand.topic, stand.criteria, stand.said)
    meant = (act.publication, act.topic, act.criteria, act.text)
    return "" if listed == meant else "The list of statements says something else of it."


def _fault_of_outcome(
    decided: tuple[str, Statement] | None, stand: StandOfStatement | None, found: Audit
) -> str:
    if stand is None or stand.decision_hash in found.gone:
        return ""
    meant = ("", "") if decided is None else (decided[0], decided[1].text.partition(":")[0])
    is_same = (stand.decision_hash, stand.outcome) == meant
    return "" if is_same else "What the list says was decided on it is not what an entry says."


def _find_mismarked(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield each score that is marked as contested without a dispute, or not marked with one."""
    listed = list_marked(session, organization_id)
    wanted: dict[str, bool] = {}
    for one in listed:
        if one.hash not in wanted:
            wanted |= marks_of(session, one.employer_id)
    for one in listed:
        if one.contested == wanted.get(one.hash, False) or one.is_withdrawn:
            continue
        message = (
            "It is marked as contested; no open dispute in the chain says so."
            if one.contested
            else "It is contested by an open dispute in the chain, and not marked so."
        )
        yield Wrong(number=one.number, message=message)
