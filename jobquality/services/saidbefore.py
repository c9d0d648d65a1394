"""What an employer said of the draft before this one: its next reply starts with that.

Source: docs/decisions/0053-words-and-their-draft.md
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.ledger.form import load_snapshot
from jobquality.ledger.saidbefore import stands
from jobquality.rubrics.catalog import Catalog
from jobquality.services.replyspeakers import is_accepted
from jobquality.store.database import Session
from jobquality.store.notices import Notice, Reply, list_notices, list_replies


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """The newest reply to an earlier draft; `standing` is of questions that are the same now."""

    notice: Notice
    standing: Mapping[str, Reply]


def answered_before(session: Session, notice: Notice) -> tuple[Notice, ...]:
    """Return the notices before this one that the employer answered, the oldest first."""
    return tuple(
        one
        for one in list_notices(session, notice.assessment_id)
        if one.answered_at is not None and one.sent_at <= notice.sent_at and one.id != notice.id
        if is_accepted(session, one)
    )


def find_former(session: Session, notice: Notice, *, catalog: Catalog) -> Former | None:
    """Return what was said of the draft before, or None where nothing was."""
    before = answered_before(session, notice)
    if not before:
        return None
    read, now = load_snapshot(before[-1].draft), load_snapshot(notice.draft)
    rubric = catalog.get(now.rubric, now.edition)
    replies = list_replies(session, before[-1].id)
    same = {name: one for name, one in replies.items() if stands(name, read, now, rubric)}
    return Former(notice=before[-1], standing=same)
