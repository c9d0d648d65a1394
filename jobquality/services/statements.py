"""What an employer says after publication: kept, checked for two things only, and printed.

A person checks that the speaker is the employer and that no worker is named. The opinion is
nobody's business: it is printed in full, signed, beside the score.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, NotFoundError, RefusedError, check_faults
from jobquality.ledger.acts import Act
from jobquality.ledger.acts import Statement as Said
from jobquality.ledger.form import load_snapshot
from jobquality.services.acts import append_act
from jobquality.services.after import Door, answer_days, makers_behind
from jobquality.services.contesting import mark
from jobquality.services.events import EventKind, record
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.store import statements as store
from jobquality.store.after import AfterSpeaker, get_speaker
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.organizations import get_organization
from jobquality.store.publications import Publication, get_publication
from jobquality.store.speakers import Standing
from jobquality.store.statements import Paper, Statement, StatementState, Topic

LONGEST_TEXT, LONGEST_REASON = 5000, 1000
#: Documents beside one statement, and statements of one employer that nobody looked at yet:
#: a stranger with the link could fill a disk.
MOST_PAPERS, MOST_WAITING = 5, 20
ABOUT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A file that passed the gate."""

    id: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speak:
    """What somebody says; `topic` as written, no criteria means the whole score."""

    id: str
    topic: str
    text: str
    criteria: tuple[str, ...] = ()
    fixed_on: date | None = None
    papers: tuple[NewPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the person of the team found, who looked at the two things; `seen` is the version.

    `reason` asks to take a worker's name out; without one it is printed.
    """

    statement_id: str
    seen: int
    names_no_worker: bool = False
    reason: str = ""


def speak(
    session: Session, door: Door, speaker_id: str, command: Speak, *, at: datetime
) -> Statement:
    """Keep what somebody of an employer says, and promise a day for the answer.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the center refused them, nothing is published now and no reason of a
            withdrawal is public, or too much waits.
        FaultsError: something is missing, too long, or not of this score; names each.
    """
    speaker = check_may_speak(session, door, speaker_id)
    published = _spoken_to(door, command.topic)
    check_faults(_faults(session, door, command, at))
    waiting = [
        one
        for one in store.list_statements(session, door.records)
        if one.state in (StatementState.WAITING, StatementState.RETURNED)
    ]
    if len(waiting) >= MOST_WAITING:
        raise RefusedError(
            f"{MOST_WAITING} of your statements wait already. Write to the organization."
        )
    statement = Statement(
        id=command.id,
        organization_id=door.organization_id,
        employer_id=door.employer_id,
        publication_hash=published.hash,
        speaker_id=speaker.id,
        topic=Topic(command.topic),
        criteria=command.criteria,
        text=command.text.strip(),
        fixed_on=command.fixed_on,
        said_at=at,
        answer_by=_answer_by(session, door, at),
    )
    store.add_statement(session, statement)
    _keep_papers(session, statement, command.papers, at)
    log(session, None, EventKind.STATEMENT_SENT, statement, at=at)
    return statement


def amend(session: Session, door: Door, command: Speak, *, seen: int, at: datetime) -> Statement:
    """Write a statement anew that came back because of a worker's name.

    Raises:
        NotFoundError: there is no such statement of this employer.
        RefusedError: it did not come back, or its speaker was refused.
        ConflictError: somebody else changed it since version `seen`.
        FaultsError: there is no text, or too much.
    """
    statement = own_statement(session, door, command.id)
    check_may_speak(session, door, statement.speaker_id)
    if statement.state is not StatementState.RETURNED:
        raise RefusedError("This statement did not come back, so it stays as it is.")
    check_faults(_text_faults(command.text))
    changed = replace(
        statement, text=command.text.strip(), state=StatementState.WAITING, version=seen
    )
    log(session, None, EventKind.STATEMENT_CHANGED, statement, at=at)
    return store.change_statement(session, changed)


def give_back(session: Session, actor: Actor, command: Check, *, at: datetime) -> Statement:
    """Return a statement, once, and ask to take a worker's name out.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such statement.
        RefusedError: it does not wait, or came back once already.
        ConflictError: somebody changed it since `command.seen`.
        FaultsError: nothing says what to take out.
    """
    check_may(actor, Action.NOTIFY)
    statement = _waiting(session, command)
    if statement.return_reason:
        raise RefusedError(
            "This came back once already. Print it, or write to the employer about the name "
            "that has to go."
        )
    check_faults(_reason_faults(command.reason))
    returned = replace(
        statement,
        state=StatementState.RETURNED,
        return_reason=command.reason.strip(),
        checked_by=actor.person_id,
        checked_at=at,
        version=command.seen,
    )
    log(session, actor, EventKind.STATEMENT_RETURNED, statement, at=at)
    return store.change_statement(session, returned)


def print_statement(
    session: Session, actor: Actor, command: Check, *, keys: Keyring, at: datetime
) -> Statement:
    """Put a statement into the chain as it is; a dispute marks the score as contested.

    Raises:
        ForbiddenError: the actor may not notify, or made the link and accepted who speaks.
        NotFoundError: there is no such statement.
        RefusedError: it does not wait, or nobody confirmed who speaks.
        ConflictError: somebody changed it since `command.seen`, or appended meanwhile.
        FaultsError: nobody looked whether it names a worker.
    """
    check_may(actor, Action.NOTIFY)
    statement = _waiting(session, command)
    speaker = get_speaker(session, statement.speaker_id)
    if speaker.state is not Standing.ACCEPTED:
        raise RefusedError(
            "Nobody has confirmed yet that this person speaks for the employer. Confirm that "
            "first, then print what they say."
        )
    _check_not_alone(session, actor, speaker, at=at)
    if not command.names_no_worker:
        message = "Look whether a worker is named, and say that none is."
        check_faults([Fault(message=message, where="names_no_worker-yes")])
    publication = get_publication(session, statement.publication_hash)

    def made(number: int) -> Act:
        return _act(statement, speaker, number, at)

    entry = append_act(session, publication.organization_id, made, keys=keys, at=at)
    printed = replace(
        statement,
        state=StatementState.PRINTED,
        checked_by=actor.person_id,
        checked_at=at,
        act_hash=entry.hash,
        answered_at=at if statement.topic is Topic.STATEMENT else None,
        version=command.seen,
    )
    kept = store.change_statement(session, printed)
    mark(session, kept.employer_id)
    log(session, actor, EventKind.STATEMENT_PRINTED, statement, at=at)
    return kept


def own_statement(session: Session, door: Door, statement_id: str) -> Statement:
    """Return a statement of the employer that came through this door.

    Raises:
        NotFoundError: there is none of that id, or it is another's.
    """
    statement = store.get_statement(session, statement_id)
    if statement.employer_id not in door.records:
        raise NotFoundError("There is no such statement.")
    return statement


def own_paper(session: Session, door: Door, paper_id: str) -> Paper:
    """Return a document of the employer that came through this door.

    Raises:
        NotFoundError: there is none of that id, or it is another's.
    """
    paper = store.get_paper(session, paper_id)
    own_statement(session, door, paper.statement_id)
    return paper


def check_may_speak(session: Session, door: Door, speaker_id: str) -> AfterSpeaker:
    """Return who speaks through a door.

    Raises:
        NotFoundError: there is nobody of that id.
        RefusedError: they are another employer's, or the center refused them.
    """
    speaker = get_speaker(session, speaker_id)
    if speaker.employer_id not in door.records or speaker.state is Standing.REFUSED:
        raise RefusedError("You cannot speak here. Write to the organization.")
    return speaker


def log(
    session: Session, actor: Actor | None, kind: EventKind, statement: Statement, *, at: datetime
) -> None:
    """Note in the organization's log what happened to a statement."""
    record(
        session,
        actor,
        kind,
        organization_id=statement.organization_id,
        about=ABOUT,
        about_id=statement.id,
        at=at,
        details={"topic": statement.topic.value},
    )


def claims_of(publication: Publication) -> frozenset[str]:
    """Return everything on a score that can be contested by itself."""
    snapshot = load_snapshot(publication.content)
    return frozenset(
        {fact.criterion for fact in snapshot.facts} | {row.node for row in snapshot.scores}
    )


def _claims_at(door: Door) -> frozenset[str]:
    return claims_of(door.published) if door.published else frozenset()


def _act(statement: Statement, speaker: AfterSpeaker, number: int, at: datetime) -> Said:
    day = statement.fixed_on
    return Said(
        number=number,
        organization=statement.organization_id,
        at=at,
        publication=statement.publication_hash,
        topic=statement.topic.value,
        criteria=statement.criteria,
        text=statement.text if day is None else f"{day.isoformat()}: {statement.text}",
        said_by=speaker.who,
        answers="",
        decided_by=(),
    )


def _check_not_alone(
    session: Session, actor: Actor, speaker: AfterSpeaker, *, at: datetime
) -> None:
    """Refuse whoever made the link and accepted who came through it: they could be all three.

    That was possible once; what such a person let in waits for somebody else.
    """
    lone = makers_behind(session, speaker) & {speaker.decided_by or ""}
    alone = (
        "You made the employer's link and accepted who came through it, so another person has "
        "to print what they say."
    )
    check_two(session, actor, lone, alone, at=at, ways=ANY_WAY)


def _waiting(session: Session, command: Check) -> Statement:
    statement = store.get_statement(session, command.statement_id)
    if statement.state is not StatementState.WAITING:
        raise RefusedError("There is nothing to check here any more. Reload the page.")
    return statement


def _spoken_to(door: Door, topic: str) -> Publication:
    """Return what a statement is about: what is published, or what was withdrawn last.

    Of that only the reason is public, and one can answer it: nothing else can be disputed.
    """
    is_answer = topic == Topic.STATEMENT.value
    found = door.published or (door.withdrawn if is_answer else None)
    if found is None:
        raise RefusedError("Nothing is published of you now, so there is nothing to speak to.")
    return found


def _answer_by(session: Session, door: Door, at: datetime) -> date:
    zone = ZoneInfo(get_organization(session, door.organization_id).time_zone)
    days = answer_days(session, door.organization_id)
    return at.astimezone(zone).date() + timedelta(days=days)


def _keep_papers(
    session: Session, statement: Statement, papers: tuple[NewPaper, ...], at: datetime
) -> None:
    for number, one in enumerate(papers, start=1):
        paper = Paper(
            id=one.id,
            organization_id=statement.organization_id,
            statement_id=statement.id,
            number=number,
            sha256=one.sha256,
            media_type=one.media_type,
            size=one.size,
            added_at=at,
        )
        store.add_paper(session, paper)


def _faults(session: Session, door: Door, command: Speak, at: datetime) -> Iterator[Fault]:
    yield from _text_faults(command.text)
    is_known = command.topic in set(Topic)
    if not is_known or not set(command.criteria) <= _claims_at(door):
        message = "This belongs to no question of the score."
        yield Fault(message=message, remedy="Open the page anew.")
    if len(command.papers) > MOST_PAPERS:
        message = f"{MOST_PAPERS} documents at most."
        yield Fault(message=message, where="files", remedy="Send the rest with another statement.")
    if command.topic == Topic.FIXED:
        zone = ZoneInfo(get_organization(session, door.organization_id).time_zone)
        yield from _fixed_faults(command, at.astimezone(zone).date())


def _fixed_faults(command: Speak, today: date) -> Iterator[Fault]:
    if len(command.criteria) != 1:
        message = "Choose the one question that is fixed."
        yield Fault(message=message, where="criteria", remedy="Send one form for each.")
    if command.fixed_on is None or command.fixed_on > today:
        message = "The day on which it was fixed is missing, or lies in the future."
        yield Fault(message=message, where="fixed_on", remedy="Give a day up to today.")


def _text_faults(text: str) -> Iterator[Fault]:
    if not text.strip():
        message = "There is no text."
        yield Fault(message=message, where="text", remedy="Say it in your own words.")
    if len(text) > LONGEST_TEXT:
        message = f"That has {len(text)} characters, {LONGEST_TEXT} at most."
        yield Fault(message=message, where="text", remedy="Say it shorter.")


def _reason_faults(reason: str) -> Iterator[Fault]:
    if not reason.strip():
        message = "Nothing says what to take out."
        yield Fault(message=message, where="reason", remedy="Say where a worker is named.")
    if len(reason) > LONGEST_REASON:
        message = f"That has {len(reason)} characters, {LONGEST_REASON} at most."
        yield Fault(message=message, where="reason", remedy="Say it shorter.")
