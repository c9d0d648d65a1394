"""Two people stand behind a figure of one's own before anything that rests on it is published."""

from collections.abc import Iterator
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, PublicationState
from jobquality.errors import Fault, NotFoundError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.services.events import EventKind, note
from jobquality.services.hands import are_apart, check_two
from jobquality.services.stillhere import check_still_here
from jobquality.store.assessments import list_assessments
from jobquality.store.database import Session
from jobquality.store.notices import find_last_notice
from jobquality.store.publications import list_publications
from jobquality.store.rates import Rate, confirm_rate, list_rates


def confirm(session: Session, actor: Actor, rate_id: str, *, at: datetime) -> None:
    """Keep that the actor looked at the source of a figure and found it right.

    Raises:
        ForbiddenError: the actor may not review, or brought the figure.
        NotFoundError: there is no such figure.
        RefusedError: the account of whoever brought it was closed.
    """
    check_may(actor, Action.REVIEW)
    rate = next((one for one in list_rates(session) if one.id == rate_id), None)
    if rate is None:
        raise NotFoundError("There is no such figure.")
    alone = "You brought this figure, so another person has to look at it."
    check_two(session, actor, [rate.added_by], alone, at=at)
    check_still_here(session, rate.added_by)
    confirm_rate(session, rate_id, by=actor.person_id, at=at)
    note(session, actor, EventKind.RATE_CONFIRMED, rate_id, at=at)


def find_second(session: Session, rate: Rate) -> str | None:
    """Return who approved something that rests on a figure and did not bring it, or None.

    It lies with an employer or is published: whoever approved it saw the figure too.
    """
    for snapshot in _approved(session):
        if any(_used((rate,), snapshot)) and snapshot.roles.reviewed_by != rate.added_by:
            return snapshot.roles.reviewed_by
    return None


def _approved(session: Session) -> Iterator[Snapshot]:
    """Yield what lies with employers and what is published now, as it was approved."""
    for one in list_assessments(session):
        notice = find_last_notice(session, one.id) if one.state is AssessmentState.NOTICE else None
        if notice is not None:
            yield load_snapshot(notice.draft)
    for publication in list_publications(session, state=PublicationState.CURRENT):
        if publication.content:
            yield load_snapshot(publication.content)


def find_lone_figures(session: Session, draft: Snapshot, *, at: datetime) -> Iterator[Fault]:
    """Yield a fault for each figure of one's own that only one person stands behind.

    Whoever approved the assessment saw the figures that it rests on, so they count as the
    second person for figures that they did not bring, unless one person could be in both
    accounts.
    """
    for rate in _used(list_rates(session), draft):
        reviewer = draft.roles.reviewed_by
        if rate.confirmed_by is None and not are_apart(session, reviewer, rate.added_by, at=at):
            message = f"Only one person stands behind the figure {rate.parameter} of {rate.first}."
            remedy = "Another person who reviews confirms it on the page of figures."
            yield Fault(message=message, where=rate.parameter, remedy=remedy)


def _used(rates: tuple[Rate, ...], draft: Snapshot) -> Iterator[Rate]:
    used = {(one.id, row.place, row.first) for one in draft.parameters for row in one.rows}
    return (one for one in rates if (one.parameter, one.place, one.first) in used)
