"""Which publications are contested: an open dispute is about them, or a decision waits.

A decision that a score is corrected or withdrawn ends nothing by itself. The mark stays until
the act that does it is in the chain, or until two people decide anew.
"""

from collections.abc import Iterable, Iterator, Mapping

from jobquality.access.states import PublicationState
from jobquality.ledger.acts import Correction, Withdrawal
from jobquality.ledger.disputes import Ruled, is_carried_out
from jobquality.services.amends import Buried, read_amends
from jobquality.store.chains import find_entries
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.publications import list_publications, set_contested
from jobquality.store.statements import Outcome, Statement, Topic, list_statements


def mark(session: Session, employer_id: str) -> None:
    """Let each publication of an employer be contested that an open dispute is about."""
    wanted = marks_of(session, employer_id)
    for one in list_publications(session, hashes=wanted):
        if one.contested != wanted[one.hash]:
            set_contested(session, one.hash, contested=wanted[one.hash])


def marks_of(session: Session, employer_id: str) -> dict[str, bool]:
    """Return of each publication of an employer, by its hash, whether it is contested.

    What is current is contested by every open dispute: publishing anew ends none. `verify`
    compares the list with this.
    """
    records = family_of(session, employer_id)
    published = list_publications(session, employer_ids=records)
    numbers = {one.hash: one.number for one in published}
    statements = list_statements(session, records)
    waiting = find_waiting(session, statements, numbers)
    disputed = {
        one.publication_hash for one in statements if one.is_open_dispute or one.id in waiting
    }
    return {
        one.hash: one.hash in disputed or (one.state is PublicationState.CURRENT and bool(disputed))
        for one in published
    }


def find_waiting(
    session: Session, statements: Iterable[Statement], numbers: Mapping[str, int]
) -> frozenset[str]:
    """Return the ids of the disputes whose decision was not carried out yet.

    `numbers` are the entries of all publications of the employer, by hash.
    """
    ruled = [
        one
        for one in statements
        if one.topic is Topic.DISPUTE and one.outcome in (Outcome.CORRECTED, Outcome.WITHDRAWN)
    ]
    if not ruled:
        return frozenset()
    decided = find_entries(session, [one.decision_hash for one in ruled])
    acts = tuple(_acts(session, numbers))
    return frozenset(
        one.id
        for one in ruled
        if not is_carried_out(_ruled(one, decided.get(one.decision_hash, 0)), acts, numbers)
    )


def _ruled(statement: Statement, number: int) -> Ruled:
    return Ruled(
        publication=statement.publication_hash,
        criteria=statement.criteria,
        outcome=statement.outcome,
        number=number,
    )


def _acts(session: Session, numbers: Mapping[str, int]) -> Iterator[Correction | Withdrawal]:
    for one in read_amends(session).said:
        if not isinstance(one, Buried) and one.act.publication in numbers:
            yield one.act
