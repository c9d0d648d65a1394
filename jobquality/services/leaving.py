"""What ends with somebody's account: whatever they proposed and nobody has decided yet.

A second person stands behind what the first one says. Somebody who was removed says nothing
any more, so nobody can confirm it; it can be proposed anew by whoever stays.

Source: T12 of the threats in docs/assurance.md
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from jobquality.services.events import EventKind, record
from jobquality.services.secondlooks import find_second
from jobquality.store.database import Session
from jobquality.store.mergers import MergerState, change_merger, list_mergers
from jobquality.store.people import Person
from jobquality.store.proposals import ProposalState, decide_proposal, list_proposals
from jobquality.store.rates import confirm_rate, drop_rate, list_rates
from jobquality.store.renames import ChangeState, list_changes, settle_change


def end_proposals_of(session: Session, person: Person, *, at: datetime) -> None:
    """End whatever somebody proposed and nobody decided, as if they took it back; log each."""
    ended = (
        *_proposals(session, person, at),
        *_changes(session, person, at),
        *_mergers(session, person, at),
        *_figures(session, person, at),
    )
    for about, about_id in ended:
        record(
            session,
            None,
            EventKind.PROPOSAL_ENDED,
            organization_id=person.organization_id,
            about=about,
            about_id=about_id,
            at=at,
            details={"proposed_by": person.id},
        )


def _proposals(session: Session, person: Person, at: datetime) -> Iterator[tuple[str, str]]:
    for one in list_proposals(session, state=ProposalState.OPEN):
        if one.proposed_by == person.id:
            ended = replace(one, state=ProposalState.REFUSED, decided_by=person.id, decided_at=at)
            decide_proposal(session, ended)
            yield "proposal", one.id


def _changes(session: Session, person: Person, at: datetime) -> Iterator[tuple[str, str]]:
    for one in list_changes(session, state=ChangeState.OPEN):
        if one.proposed_by == person.id:
            settle_change(session, one, ChangeState.REFUSED, by=person.id, at=at)
            yield "employer", one.employer_id


def _mergers(session: Session, person: Person, at: datetime) -> Iterator[tuple[str, str]]:
    for one in list_mergers(session, state=MergerState.OPEN):
        if one.proposed_by == person.id:
            ended = replace(one, state=MergerState.REFUSED, decided_by=person.id, decided_at=at)
            change_merger(session, ended)
            yield "employer", one.kept_id


def _figures(session: Session, person: Person, at: datetime) -> Iterator[tuple[str, str]]:
    """End the figures that nobody confirmed; where one was approved with a whole, it is kept."""
    for one in list_rates(session):
        if one.added_by != person.id or one.confirmed_by is not None:
            continue
        second = find_second(session, one)
        if second is None:
            drop_rate(session, one.id)
            yield "rate", one.id
        else:
            confirm_rate(session, one.id, by=second, at=at)
            record(
                session,
                None,
                EventKind.RATE_KEPT,
                organization_id=person.organization_id,
                about="rate",
                about_id=one.id,
                at=at,
                details={"proposed_by": person.id, "reviewed_by": second},
            )
