"""Witnesses: people outside who are told the head of a chain, so that nobody can rewrite it."""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.ledger.acts import ActKind
from jobquality.ledger.chain import Head, head_of
from jobquality.services.events import EventKind, note, record
from jobquality.services.outbox import put
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.store.chains import has_newer
from jobquality.store.database import Session
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import Message
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.publications import last_entry
from jobquality.store.witnesses import (
    Witness,
    add_witness,
    end_witness,
    list_untold,
    list_witnesses,
    note_told,
)
from jobquality.wording import Speaker

_MAIL = re.compile(r"[^\s@,;<>\"]{1,64}@[^\s@,;<>\"]+\.[^\s@,;<>\"]{2,}")
_LONGEST_NAME, _LONGEST_MAIL = 200, 254
_MOST = 50
_LANGUAGES = ("en", "es")
#: A witness is told once a day at most.
_ONCE = timedelta(days=1)
#: How often it is told that only the log was sealed.
_SEALS = timedelta(days=7)
#: Whoever somebody named within so long is no reason to end another one alone.
_NEWLY_NAMED = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWitness:
    """Somebody to be told the head, in one of the two languages."""

    id: str
    name: str
    email: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeEnd:
    """That the last witness is told no more, and why; the team reads it."""

    id: str
    witness_id: str
    reason: str


def name_witness(session: Session, actor: Actor, command: NameWitness, *, at: datetime) -> Witness:
    """Name a witness; they are told the head from now on.

    Raises:
        ForbiddenError: the actor may not manage.
        FaultsError: the name, the address or the language cannot be; names every one.
    """
    check_may(actor, Action.MANAGE)
    check_faults(_faults(command, list_witnesses(session)))
    witness = Witness(
        id=command.id,
        organization_id=actor.organization_id,
        name=command.name.strip(),
        email=command.email.strip(),
        language=command.language,
        named_by=actor.person_id,
        named_at=at,
    )
    add_witness(session, witness)
    _record(session, actor, EventKind.WITNESS_NAMED, witness, at=at)
    return witness


def is_last_for(
    witnesses: Collection[Witness], actor: Actor, witness_id: str, *, at: datetime
) -> bool:
    """Say whether nobody would be left who counts, were that witness told no more.

    Whom the actor named themself within a week does not count: it may be a mailbox of theirs.
    """
    left = (one for one in witnesses if one.id != witness_id)
    known = any(
        one.named_by != actor.person_id or one.named_at <= at - _NEWLY_NAMED for one in left
    )
    return not known and any(one.id == witness_id for one in witnesses)


def propose_end(session: Session, actor: Actor, command: ProposeEnd, *, at: datetime) -> Proposal:
    """Ask another person to agree that the last witness is told no more.

    Raises:
        ForbiddenError: the actor may not manage.
        RefusedError: another witness stays, or it is proposed already.
        FaultsError: there is no reason, or too long a one.
    """
    check_may(actor, Action.MANAGE)
    if not is_last_for(list_witnesses(session), actor, command.witness_id, at=at):
        raise RefusedError("Nobody else is needed for this. End it on the page of the ledger.")
    proposal = Proposal(
        id=command.id,
        organization_id=actor.organization_id,
        kind=ProposalKind.WITNESS,
        subject=command.witness_id,
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={},
    )
    made = propose(session, actor, proposal)
    note(session, actor, EventKind.WITNESS_END_PROPOSED, made.subject, at=at, about="witness")
    return made


def decide_end(session: Session, actor: Actor, verdict: Verdict, *, at: datetime) -> Proposal:
    """Agree as the second person that the last witness is told no more, or refuse it.

    Raises:
        ForbiddenError: the actor may not publish, or proposed it.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already.
    """
    check_may(actor, Action.PUBLISH)
    decided = decide(session, actor, verdict, kind=ProposalKind.WITNESS, at=at)
    if verdict.is_accepted:
        _end(session, actor, decided.subject, at=at)
    else:
        note(session, actor, EventKind.PROPOSAL_REFUSED, decided.subject, at=at, about="witness")
    return decided


def dismiss_witness(session: Session, actor: Actor, witness_id: str, *, at: datetime) -> Witness:
    """Tell a witness no more; a last mail says so, with the newest head.

    Raises:
        ForbiddenError: the actor may not manage.
        NotFoundError: there is none of that id.
        RefusedError: nobody would be left who counts: see `is_last_for`.
    """
    check_may(actor, Action.MANAGE)
    if is_last_for(list_witnesses(session), actor, witness_id, at=at):
        raise RefusedError(
            "This is the last witness that counts: nobody else stays whom another person named, "
            "or who was named a week ago. Propose it, and another person has to agree."
        )
    return _end(session, actor, witness_id, at=at)


def _end(session: Session, actor: Actor, witness_id: str, *, at: datetime) -> Witness:
    is_new = any(one.id == witness_id for one in list_witnesses(session))
    ended = end_witness(session, witness_id, at=at)
    _record(session, actor, EventKind.WITNESS_ENDED, ended, at=at)
    if is_new:
        put(session, _last_message(session, ended), at=at)
    return ended


def is_anybody_untold(session: Session, *, at: datetime) -> bool:
    """Say whether a witness is to be told something; the session belongs to everybody."""
    return any(_has_news(session, one, at=at) for one in list_untold(session, before=at - _ONCE))


def tell_witnesses(session: Session, *, at: datetime) -> int:
    """Put a message to every witness whose last one is a day old, where something was added.

    The session belongs to every organization. Return how many are told.
    """
    told = 0
    for witness in list_untold(session, before=at - _ONCE):
        last = last_entry(session, witness.organization_id)
        if last is not None and _has_news(session, witness, at=at):
            head = head_of(last)
            put(session, _message(session, witness, head, last.at), at=at)
            note_told(session, witness.id, head.number, at=at)
            told += 1
    return told


def _has_news(session: Session, witness: Witness, *, at: datetime) -> bool:
    """Say whether there is something to tell: seals of the log alone are told once a week."""
    seals: frozenset[str] = frozenset({ActKind.LOG.value})
    if witness.told_at is None or witness.told_at <= at - _SEALS:
        seals = frozenset()
    return has_newer(session, witness.organization_id, after=witness.told_number, other_than=seals)


def _message(session: Session, witness: Witness, head: Head, at: datetime) -> Message:
    organization = get_organization(session, witness.organization_id)
    say = Speaker(witness.language)
    name = f"{organization.slug}:{head.number}:{head.hash}"
    moment = at.astimezone(ZoneInfo(organization.time_zone)).strftime("%Y-%m-%d %H:%M %Z")
    return Message(
        id=hashlib.sha256(f"{witness.id} {head.number}".encode()).hexdigest()[:32],
        organization_id=organization.id,
        kind="head",
        to=witness.email,
        language=witness.language,
        subject=say("ledger_mail_subject", name=organization.name, number=head.number),
        text=say(
            "ledger_mail_text",
            witness=witness.name,
            name=organization.name,
            moment=moment,
            head=name,
            contact=organization.contact,
        ),
        about="witness",
        about_id=witness.id,
    )


def _last_message(session: Session, witness: Witness) -> Message:
    """Return the mail after which there is none: silence alone would tell a witness nothing."""
    organization = get_organization(session, witness.organization_id)
    last = last_entry(session, witness.organization_id)
    head = head_of(last) if last else None
    say = Speaker(witness.language)
    shown = f"{organization.slug}:{head.number}:{head.hash}" if head else say("ledger_mail_no_head")
    return Message(
        id=hashlib.sha256(f"{witness.id} ended".encode()).hexdigest()[:32],
        organization_id=organization.id,
        kind="head",
        to=witness.email,
        language=witness.language,
        subject=say("ledger_mail_ended_subject", name=organization.name),
        text=say(
            "ledger_mail_ended_text",
            witness=witness.name,
            name=organization.name,
            head=shown,
            contact=organization.contact,
        ),
        about="witness",
        about_id=witness.id,
    )


def _record(
    session: Session, actor: Actor, kind: EventKind, witness: Witness, *, at: datetime
) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=actor.organization_id,
        about="witness",
        about_id=witness.id,
        at=at,
    )


def _faults(command: NameWitness, known: tuple[Witness, ...]) -> Iterator[Fault]:
    if not command.name.strip() or len(command.name) > _LONGEST_NAME:
        remedy = f"Write the name of a person or a house, {_LONGEST_NAME} characters at most."
        yield Fault(message="There is no name, or too long a one.", where="name", remedy=remedy)
    email = command.email.strip()
    if len(email) > _LONGEST_MAIL or not _MAIL.fullmatch(email):
        yield Fault(message="This is no mail address.", where="email", remedy="Correct it.")
    if any(one.email.casefold() == email.casefold() for one in known):
        message = "This address is told the head already."
        yield Fault(message=message, where="email", remedy="Name another one.")
    if command.language not in _LANGUAGES:
        message = "The language is not one that we write in."
        yield Fault(message=message, where="language", remedy="Choose one of the list.")
    if len(known) >= _MOST:
        message = f"There are {_MOST} witnesses already."
        yield Fault(message=message, where="name", remedy="End one first.")
