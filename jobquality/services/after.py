"""How an employer comes in after publication, and who may speak for it there."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import AssessmentState, PublicationState
from jobquality.errors import Fault, NotFoundError, RefusedError, check_faults
from jobquality.services.deliveries import makers_of
from jobquality.services.events import EventKind, record
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.seconding import find_first, is_seconded, unsay
from jobquality.services.speakers import (
    DecideSpeaker,
    Introduce,
    check_introduction,
    decision_faults,
    judge,
)
from jobquality.store import after as store
from jobquality.store.after import AfterLink, AfterSpeaker
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.employers import families_of, family_of, get_employer
from jobquality.store.events import WantedEvents, find_events
from jobquality.store.notices import get_notice, notice_behind
from jobquality.store.proposals import Proposal, ProposalKind
from jobquality.store.publications import Publication, list_publications
from jobquality.store.speakers import Standing
from jobquality.store.statements import Statement, StatementState, list_statements

#: In how many days an employer is answered unless the organization says otherwise, and at most.
USUAL_ANSWER, LONGEST_ANSWER = 14, 90
#: What the log says of things of this page.
ABOUT = "employer"
#: Why a link is ended, as far as a second person has to know: what waits stands beside it.
_ENDED = "Words of the employer wait behind this link."
#: More often nobody makes links for one employer, or gives them new addresses.
_MOST_MADE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeLink:
    """A new link for an employer. Only its digest is known here."""

    id: str
    employer_id: str
    token_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What a link opens: an employer, and what is published of it now.

    `id` says which link it was; `published` is None where everything was withdrawn. Then
    `withdrawn` is what was taken back last: its reason is public, so it can be answered.
    """

    id: str
    organization_id: str
    employer_id: str
    records: tuple[str, ...]
    published: Publication | None
    withdrawn: Publication | None = None


def make_link(session: Session, actor: Actor, command: MakeLink, *, at: datetime) -> AfterLink:
    """Make a private link for an employer of whom something is published.

    Raises:
        ForbiddenError: the actor may not notify.
        NotFoundError: there is no such employer.
        RefusedError: nothing is published of it.
    """
    check_may(actor, Action.NOTIFY)
    employer = get_employer(session, command.employer_id)
    whole = _whole(session, employer.id)
    if not list_publications(session, employer_ids=family_of(session, whole)):
        raise RefusedError("Nothing is published of this employer yet.")
    link = AfterLink(
        id=command.id,
        organization_id=employer.organization_id,
        employer_id=whole,
        token_digest=command.token_digest,
        made_by=actor.person_id,
        made_at=at,
    )
    store.add_link(session, link)
    _log(session, actor, EventKind.EMPLOYER_LINK_MADE, link, at=at)
    return link


def end_link(session: Session, actor: Actor, link_id: str, *, at: datetime) -> AfterLink:
    """Let a link open nothing any more.

    Where words that came through it wait, two people do: until another one ends it too, it opens.

    Raises:
        ForbiddenError: the actor may not notify, or ended it before and another one has to.
        NotFoundError: there is no such link.
    """
    check_may(actor, Action.NOTIFY)
    link = store.get_link(session, link_id)
    if link.ended_at is not None:
        return link
    if _has_waiting(session, link) and not is_seconded(
        session, actor, ProposalKind.LINK, link.id, reason=_ENDED, at=at
    ):
        _log(session, actor, EventKind.EMPLOYER_LINK_END_PROPOSED, link, at=at)
        return link
    ended = store.change_link(session, replace(link, ended_at=at))
    _log(session, actor, EventKind.EMPLOYER_LINK_ENDED, link, at=at)
    return ended


def look_behind(session: Session, token_digest: str) -> Door:
    """Return what a link opens: one that was made for it, or that of a notice once published.

    Raises:
        NotFoundError: no link of that digest is alive, or nothing was published yet.
    """
    try:
        link = store.link_behind(session, token_digest)
    except NotFoundError:
        return _behind_notice(session, token_digest)
    return _door(session, f"link {link.id}", link.organization_id, link.employer_id)


def open_link(session: Session, token_digest: str, *, at: datetime) -> Door:
    """Return what a link opens, and note when it was opened first.

    Raises:
        NotFoundError: as `look_behind`.
    """
    door = look_behind(session, token_digest)
    kind, _, link_id = door.id.partition(" ")
    link = store.get_link(session, link_id) if kind == "link" else None
    if link is not None and link.opened_at is None:
        store.change_link(session, replace(link, opened_at=at))
    return door


def introduce(session: Session, door: Door, command: Introduce, *, at: datetime) -> AfterSpeaker:
    """Keep who somebody says they are; nobody at the center has checked it yet.

    Raises:
        FaultsError: something is missing or too long, or they may not speak; names each.
        RefusedError: too many came already.
    """
    came = store.list_speakers(session, door.records)
    check_introduction(command, [one for one in came if one.door == door.id])
    speaker = AfterSpeaker(
        id=command.id,
        organization_id=door.organization_id,
        employer_id=door.employer_id,
        door=door.id,
        name=command.name,
        role=command.role,
        contact=command.contact,
        came_at=at,
    )
    store.add_speaker(session, speaker)
    _log(session, None, EventKind.EMPLOYER_SPEAKER_CAME, speaker, at=at)
    return speaker


def decide_speaker(
    session: Session, actor: Actor, command: DecideSpeaker, *, at: datetime
) -> AfterSpeaker:
    """Accept that somebody speaks for the employer, saying how it was checked, or refuse it.

    Nothing is printed before somebody is accepted, and nothing of whom was refused. Whoever said
    something is refused by two people: until another one says the same, they stand as before.

    Raises:
        ForbiddenError: the actor may not notify, or made the link: they could be who came; or
            they said the same before, and another person has to.
        NotFoundError: there is nobody of that id.
        ConflictError: somebody else decided since `command.seen`.
        FaultsError: nothing says how it was checked, or why they were refused.
    """
    check_may(actor, Action.NOTIFY)
    speaker = store.get_speaker(session, command.id)
    alone = (
        "You made the employer's link, so another person has to say who came through it. "
        "Nobody can stand in for the employer and accept it too."
    )
    is_second = not command.is_accepted and find_doubt(session, speaker) is not None
    if not is_second:
        makers = makers_behind(session, speaker)
        check_two(session, actor, makers, alone, at=at, ways=ANY_WAY)
    if _waits_for_second(session, actor, speaker, command, at=at):
        _log(session, actor, EventKind.EMPLOYER_SPEAKER_DOUBTED, speaker, at=at)
        return speaker
    decided = store.change_speaker(session, judge(speaker, actor, command, at=at))
    _log(session, actor, EventKind.EMPLOYER_SPEAKER_DECIDED, decided, at=at)
    return decided


def find_doubt(session: Session, speaker: AfterSpeaker) -> Proposal | None:
    """Return that one person said that this is not the employer, while another one has to."""
    return find_first(session, ProposalKind.SPEAKER, speaker.id)


def makers_behind(session: Session, speaker: AfterSpeaker) -> frozenset[str]:
    """Return the ids of all who made the link through which somebody came, also before.

    A link that got a new address since they came forgets its first maker, so then everybody
    counts who had made one for this employer.
    """
    kind, _, link_id = speaker.door.partition(" ")
    if kind != "link":
        return makers_of(session, get_notice(session, link_id))
    link = store.get_link(session, link_id)
    if link.made_at <= speaker.came_at:
        return frozenset({link.made_by})
    wanted = WantedEvents(kind="employer_link", things=frozenset({link.employer_id}))
    return frozenset({link.made_by}) | {
        one.person_id
        for one in find_events(session, wanted, limit=_MOST_MADE)
        if one.person_id and one.kind != EventKind.EMPLOYER_LINK_ENDED
    }


def answer_days(session: Session, organization_id: str) -> int:
    """Return in how many days an organization promises to answer."""
    return store.find_answer_days(session, organization_id) or USUAL_ANSWER


def set_answer_days(session: Session, actor: Actor, days: int, *, at: datetime) -> None:
    """Promise to answer employers in so many days from now on.

    Raises:
        ForbiddenError: the actor is no administrator.
        FaultsError: it is no number of days that can be promised.
    """
    check_may(actor, Action.MANAGE)
    if not 1 <= days <= LONGEST_ANSWER:
        message = f"The time to answer is 1 to {LONGEST_ANSWER} days."
        check_faults([Fault(message=message, where="days")])
    store.keep_answer_days(session, actor.organization_id, days)
    record(
        session,
        actor,
        EventKind.ANSWER_TIME_SET,
        organization_id=actor.organization_id,
        at=at,
        details={"days": str(days)},
    )


def local_day(at: datetime, time_zone: str) -> date:
    """Return the day that it is at an organization."""
    return at.astimezone(ZoneInfo(time_zone)).date()


def _has_waiting(session: Session, link: AfterLink) -> bool:
    """Say whether something that came through a link was not answered yet."""
    came = store.list_speakers(session, family_of(session, link.employer_id))
    alive = {
        one.id
        for one in came
        if one.door == f"link {link.id}" and one.state is not Standing.REFUSED
    }
    said = list_statements(session, family_of(session, link.employer_id))
    return any(one.speaker_id in alive and _waits(one) for one in said)


def _waits(said: Statement) -> bool:
    is_unread = said.state in (StatementState.WAITING, StatementState.RETURNED)
    return is_unread or said.is_open_dispute


def _waits_for_second(
    session: Session, actor: Actor, speaker: AfterSpeaker, command: DecideSpeaker, *, at: datetime
) -> bool:
    """Say whether somebody who said something is to be refused, and nobody else said so yet."""
    kind, subject = ProposalKind.SPEAKER, speaker.id
    if command.is_accepted:
        unsay(session, actor, kind, subject, at=at)
        return False
    check_faults(decision_faults(command))
    said = list_statements(session, family_of(session, speaker.employer_id))
    if not any(one.speaker_id == subject for one in said):
        return False
    return not is_seconded(session, actor, kind, subject, reason=command.reason, at=at)


def _behind_notice(session: Session, token_digest: str) -> Door:
    notice = notice_behind(session, token_digest)
    assessment = get_assessment(session, notice.assessment_id)
    if assessment.state is not AssessmentState.PUBLISHED:
        raise NotFoundError("There is no such link.")
    whole = _whole(session, assessment.employer_id)
    return _door(session, f"notice {notice.id}", notice.organization_id, whole)


def _door(session: Session, door_id: str, organization_id: str, employer_id: str) -> Door:
    records = family_of(session, employer_id)
    current = list_publications(session, employer_ids=records, state=PublicationState.CURRENT)
    back = list_publications(session, employer_ids=records, state=PublicationState.WITHDRAWN)
    return Door(
        id=door_id,
        organization_id=organization_id,
        employer_id=_whole(session, employer_id),
        records=records,
        published=current[0] if current else None,
        withdrawn=None if current else max(back, key=lambda one: one.number, default=None),
    )


def _whole(session: Session, employer_id: str) -> str:
    """Return the record that stands for an employer today."""
    return families_of(session, [employer_id])[employer_id][0]


def _log(
    session: Session,
    actor: Actor | None,
    kind: EventKind,
    about: AfterLink | AfterSpeaker,
    *,
    at: datetime,
) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=about.organization_id,
        about=ABOUT,
        about_id=about.employer_id,
        at=at,
    )
