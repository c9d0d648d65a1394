"""What was decided about a reply is done before anything is published."""

from collections.abc import Iterator

from jobquality.errors import Fault
from jobquality.ledger.comparing import public_words
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.model import Rubric, State
from jobquality.scoring.answers import FOUND
from jobquality.store.database import Session
from jobquality.store.notices import list_notices
from jobquality.store.panels import DecidedItem, Outcome, list_items

_SAYS = frozenset({State.VALUE, State.NOT_OFFERED, State.DECLINED})


def find_undone(
    session: Session, assessment_id: str, draft: Snapshot, rubric: Rubric
) -> list[Fault]:
    """Return a fault for each point that was decided to change, or to go, and did not.

    Of two decisions on one point the later one counts; each is held against the draft to which
    the employer replied.
    """
    decided: dict[str, tuple[DecidedItem, Snapshot]] = {}
    for notice in list_notices(session, assessment_id):
        if notice.decided_at is not None:
            known = load_snapshot(notice.draft)
            items = list_items(session, notice.id)
            decided |= {name: (item, known) for name, item in items.items()}
    return list(_faults(decided, draft, rubric))


def _faults(
    decided: dict[str, tuple[DecidedItem, Snapshot]], draft: Snapshot, rubric: Rubric
) -> Iterator[Fault]:
    remedy = "Return it to the author, who does what was decided."
    for name, (item, known) in decided.items():
        if item.outcome is Outcome.STAYS:
            continue
        if public_words(name, known, rubric) == public_words(name, draft, rubric):
            message = f"It was decided that {name} changes, and it still says the same."
            yield Fault(message=message, where=name, remedy=remedy)
        elif item.outcome is Outcome.REMOVED and _still_says(name, draft):
            message = f"It was decided that {name} is removed, and it is still there."
            yield Fault(message=message, where=name, remedy=remedy)


def _still_says(name: str, draft: Snapshot) -> bool:
    fact = next((one for one in draft.facts if one.criterion == name), None)
    if fact is None:
        return False
    is_finding = fact.answer.strip() == FOUND
    return is_finding or (fact.state in _SAYS and any(row.node == name for row in draft.scores))
