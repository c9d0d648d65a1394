"""What changes in an employer's favor after publication needs no new clock.

An assessment that starts from a published one is held against that: where nothing is worse,
the notice of that time, its clock and the reply to it go on counting.
"""

from dataclasses import dataclass, replace

from jobquality.access.states import PublicationState
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.store.assessments import Assessment
from jobquality.store.database import Session
from jobquality.store.notices import (
    Notice,
    add_notice,
    find_last_notice,
    keep_replies,
    list_replies,
)
from jobquality.store.publications import list_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The score that stands published, byte for byte, and the notice that came before it."""

    notice: Notice
    content: str

    @property
    def snapshot(self) -> Snapshot:
        """What was published."""
        return load_snapshot(self.content)


def find_baseline(session: Session, assessment: Assessment) -> Baseline | None:
    """Return the published score from which an assessment starts, while it is the current one.

    None where another edition or other workplaces are asked about now: these are new to the
    employer.
    """
    if assessment.previous_id is None:
        return None
    found = list_publications(
        session, assessment_id=assessment.previous_id, state=PublicationState.CURRENT
    )
    notice = find_last_notice(session, assessment.previous_id)
    if not found or notice is None or notice.ends_at is None:
        return None
    snapshot = load_snapshot(found[0].content)
    is_same = (snapshot.rubric, snapshot.edition) == (assessment.rubric, assessment.edition)
    return Baseline(notice=notice, content=found[0].content) if is_same else None


def carry_notice(
    session: Session, baseline: Baseline, assessment: Assessment, *, notice_id: str
) -> Notice:
    """Let the earlier notice count for an assessment too, with its clock and its reply.

    Its link stays with the earlier one; what was published takes the place of the draft.
    """
    earlier = baseline.notice
    carried = replace(
        earlier,
        id=notice_id,
        assessment_id=assessment.id,
        token_digest=f"dead-{notice_id}",
        draft=baseline.content,
        version=1,
    )
    add_notice(session, carried)
    replies = list_replies(session, earlier.id).values()
    keep_replies(
        session,
        carried.id,
        (
            replace(one, id=_reply_id(notice_id, number), notice_id=notice_id, version=1)
            for number, one in enumerate(replies)
        ),
    )
    return carried


def _reply_id(notice_id: str, number: int) -> str:
    return f"{notice_id[:28]}{number:04}"
