"""Published scorecards as plain values for JSON; all of it from the snapshots themselves."""

from typing import Any

from jobquality.access.states import PublicationState
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.saidbefore import is_unsent
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.model import TOTAL
from jobquality.store.publications import Publication

Plain = dict[str, Any]
#: What a withdrawn scorecard says nothing of any more.
_OF_SNAPSHOT = (
    "organization", "is_sample", "rubric", "edition", "on", "revision", "level",
    "if_evidence_holds", "could_reach", "low", "high", "value", "answered", "coverage",
)  # fmt: skip


def dump_publication(publication: Publication, *, is_changed: bool = False) -> Plain:
    """Return what a list shows of one publication; of a withdrawn one, that it was there.

    Of one that is not what was signed it says that alone.
    """
    is_silent = publication.state is PublicationState.WITHDRAWN or is_changed
    said = (
        dict.fromkeys(_OF_SNAPSHOT)
        if is_silent
        else _of_snapshot(load_snapshot(publication.content))
    )
    return {
        "hash": publication.hash,
        "state": publication.state.value,
        "contested": publication.contested,
        "published_at": moment_text(publication.published_at),
        "integrity": "failed" if is_changed else "whole",
        "employer_reply": None if is_silent else _reply(load_snapshot(publication.content)),
        **said,
    }


def dump_subject(snapshot: Snapshot) -> Plain:
    """Return the employer as it was published."""
    subject = snapshot.employer
    return {
        "slug": subject.slug,
        "name": subject.name,
        "place": subject.place,
        "sector": subject.sector,
        "sites": [
            {"name": site.name, "address": site.address, "place": site.place}
            for site in subject.sites
        ],
    }


def _reply(snapshot: Snapshot) -> Plain | None:
    """Return what the employer said before publication, whole, or None: it did not answer."""
    reply = snapshot.reply
    if reply is None or reply.answered_at is None:
        return None
    return {
        "answered_at": moment_text(reply.answered_at),
        "text": reply.statement,
        "by": reply.replied_by,
        "not_sent": is_unsent(snapshot),
        "earlier_words": [
            {
                "answered_at": moment_text(one.answered_at),
                "text": one.statement,
                "by": one.replied_by,
            }
            for one in reply.earlier
            if one.statement
        ],
    }


def _of_snapshot(snapshot: Snapshot) -> Plain:
    total = snapshot.row(TOTAL)
    return {
        "organization": {"slug": snapshot.organization.slug, "name": snapshot.organization.name},
        "is_sample": snapshot.organization.is_sample,
        "rubric": snapshot.rubric,
        "edition": snapshot.edition,
        "on": snapshot.on.isoformat(),
        "revision": snapshot.revision,
        "level": snapshot.level,
        "if_evidence_holds": snapshot.if_evidence_holds,
        "could_reach": snapshot.could_reach,
        "low": total.low,
        "high": total.high,
        "value": total.value,
        "answered": total.answered,
        "coverage": total.coverage,
    }
