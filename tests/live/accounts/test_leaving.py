"""What somebody proposed ends with their account; nobody can confirm it afterwards. Source: T12."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from jobquality.access.actors import Role
from jobquality.errors import RefusedError
from jobquality.services.events import EventKind
from jobquality.services.mergers import decide_merger
from jobquality.services.names import confirm_name
from jobquality.services.proposals import Verdict, decide
from jobquality.services.renames import DecideChange, decide_change
from jobquality.store.database import Database, Session
from jobquality.store.events import list_events
from jobquality.store.keys import Keyring
from jobquality.store.mergers import Merger, MergerState, add_merger, get_merger
from jobquality.store.names import EmployerName, NameKind, add_name
from jobquality.store.people import Person, change_person
from jobquality.store.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    add_proposal,
    get_proposal,
    list_proposals,
)
from jobquality.store.renames import ChangeState, IdentityChange, add_change, get_change
from tests.live.accounts.members import again, changed_by_two, organization_of, stored_member
from tests.live.conftest import NOON
from tests.live.factories import log_in, stored_employer, stored_person


@pytest.fixture
def rosa(app: Flask, database: Database) -> Person:
    """An administrator who proposed one of each, each still waiting."""
    made = stored_member(app, database, Role.ADMINISTRATOR, Role.ADVOCATE, Role.REVIEWER)
    with database.transaction(made.organization_id) as session:
        for kind in ProposalKind:
            add_proposal(session, _proposal(made, kind))
        kept, merged = (stored_employer(session, made, name=name) for name in ("Elm", "Oak"))
        add_change(session, _change(made, kept.id))
        add_merger(session, _merger(made, kept.id, merged.id))
        add_name(session, _name(made, kept.id))
    return made


def _proposal(person: Person, kind: ProposalKind) -> Proposal:
    return Proposal(
        id=f"{kind.value} of {person.id}"[:32],
        organization_id=person.organization_id,
        kind=kind,
        subject=kind.value,
        reason="It is time.",
        proposed_by=person.id,
        proposed_at=NOON,
        details={"person": "somebody else", "change": "demote"},
    )


def _change(person: Person, employer_id: str) -> IdentityChange:
    return IdentityChange(
        id="a change",
        organization_id=person.organization_id,
        employer_id=employer_id,
        wanted={"name": "Elm Street"},
        state=ChangeState.OPEN,
        proposed_by=person.id,
        proposed_at=NOON,
    )


def _merger(person: Person, kept_id: str, merged_id: str) -> Merger:
    return Merger(
        id="a merger",
        organization_id=person.organization_id,
        kept_id=kept_id,
        merged_id=merged_id,
        reason="They are one.",
        state=MergerState.OPEN,
        moved={},
        proposed_by=person.id,
        proposed_at=NOON,
    )


def _name(person: Person, employer_id: str) -> EmployerName:
    return EmployerName(
        id="a name",
        organization_id=person.organization_id,
        employer_id=employer_id,
        kind=NameKind.TRADE,
        text="Elm Kitchen",
        added_by=person.id,
        added_at=NOON,
    )


def test_t12_whatever_the_removed_person_proposed_ends_and_the_log_tells_each(
    app: Flask, database: Database, rosa: Person
) -> None:
    boss = stored_member(app, database, of=organization_of(database, rosa))

    assert changed_by_two(app, database, boss, rosa, "close").status_code == 303

    with database.reading(rosa.organization_id) as session:
        ids = [_proposal(rosa, kind).id for kind in ProposalKind]
        states = {get_proposal(session, one).state for one in ids}
        told = [one for one in list_events(session) if one.kind == EventKind.PROPOSAL_ENDED.value]
        assert states == {ProposalState.REFUSED}
        assert get_change(session, "a change").state is ChangeState.REFUSED
        assert get_merger(session, "a merger").state is MergerState.REFUSED
    assert len(told) == len(ids) + 2
    assert {one.details["proposed_by"] for one in told} == {rosa.id}
    page = log_in(app.test_client(), boss).get("/en/work/log").text
    assert "A proposal ended, for the account of whoever made it was closed" in page


def test_what_somebody_else_proposed_stays_open(
    app: Flask, database: Database, rosa: Person
) -> None:
    boss = stored_member(app, database, of=organization_of(database, rosa))
    other = stored_member(app, database, of=organization_of(database, rosa))

    changed_by_two(app, database, boss, other, "close")

    with database.reading(rosa.organization_id) as session:
        assert get_change(session, "a change").state is ChangeState.OPEN
        assert get_merger(session, "a merger").state is MergerState.OPEN
        for kind in ProposalKind:
            assert get_proposal(session, _proposal(rosa, kind).id).state is ProposalState.OPEN


Decide = Callable[[Session, Person, Keyring], None]


def _decide_key(session: Session, second: Person, _keys: Keyring) -> None:
    (one,) = [one for one in _waiting(session) if one.kind is ProposalKind.KEY]
    verdict = Verdict(proposal_id=one.id, is_accepted=True)
    decide(session, second.actor, verdict, kind=ProposalKind.KEY, at=NOON)


def _decide_change(session: Session, second: Person, keys: Keyring) -> None:
    change = get_change(session, "a change")
    command = DecideChange(employer_id=change.employer_id, change_id=change.id, is_confirmed=True)
    decide_change(session, second.actor, command, keys=keys, at=NOON)


def _decide_merger(session: Session, second: Person, keys: Keyring) -> None:
    decide_merger(session, second.actor, "a merger", is_confirmed=True, keys=keys, at=NOON)


def _confirm_name(session: Session, second: Person, keys: Keyring) -> None:
    employer_id = get_merger(session, "a merger").kept_id
    confirm_name(session, second.actor, employer_id, "a name", keys=keys, at=NOON)


def _waiting(session: Session) -> tuple[Proposal, ...]:
    return list_proposals(session, state=ProposalState.OPEN)


@pytest.mark.parametrize("deciding", [_decide_key, _decide_change, _decide_merger, _confirm_name])
def test_t12_nobody_confirms_what_a_closed_account_proposed_before_closing_ended_it(
    database: Database, tmp_path: Path, rosa: Person, deciding: Decide
) -> None:
    """Accounts that were closed by an earlier release left such proposals open."""
    with database.transaction(rosa.organization_id) as session:
        change_person(session, replace(again(database, rosa), active=False))
        organization = organization_of(database, rosa)
        second = stored_person(session, organization, Role.REVIEWER)

    with (
        database.transaction(rosa.organization_id) as session,
        pytest.raises(RefusedError, match="was closed, so nobody can confirm it"),
    ):
        deciding(session, second, Keyring(tmp_path / "keys"))
