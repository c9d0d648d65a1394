"""Links to employers that somebody left who was removed: each is given a new address.

The old address ends on the next request. An employer's clock stands until somebody comes in by
the new one. Nothing else changes: not what the employer wrote, not who may speak for it.

Source: T12 of the threats in docs/assurance.md, docs/decisions/0049-links-that-are-left.md
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.services.deliveries import wait_for_link
from jobquality.services.events import EventKind, note
from jobquality.services.hands import check_two
from jobquality.services.letters import Ways, parts_of_letter
from jobquality.services.outbox import Message, MessageKind, withdraw_about
from jobquality.services.replaced import note_replaced
from jobquality.services.timeline import Said, log
from jobquality.store import after as after_links
from jobquality.store.after import AfterLink
from jobquality.store.claims import Questionnaire, change_questionnaire, get_questionnaire
from jobquality.store.database import Session
from jobquality.store.links import LeftLink, LinkKind, list_left
from jobquality.store.notices import Notice, change_notice, get_notice
from jobquality.store.organizations import get_organization
from jobquality.store.outbox import MessageState, list_messages
from jobquality.store.reviews import Step, list_steps

#: Who may give a link a new address: whoever may make one.
NEEDED: Mapping[LinkKind, Action] = {
    LinkKind.NOTICE: Action.NOTIFY,
    LinkKind.QUESTIONS: Action.ASSESS,
    LinkKind.AFTER: Action.NOTIFY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewLeft:
    """A new address for a link that was left; only its digest is known here."""

    id: str
    kind: LinkKind
    link_id: str
    token_digest: str


def links_for(session: Session, actor: Actor, *, at: datetime) -> tuple[LeftLink, ...]:
    """Return the links that were left and that somebody may give a new address."""
    return tuple(one for one in list_left(session, at=at) if actor.may(NEEDED[one.kind]))


def renew_left(session: Session, actor: Actor, command: RenewLeft, *, at: datetime) -> LeftLink:
    """Give a link a new address; the old one is dead. Return the link as it was left.

    Whoever does it counts as its maker from now on, beside those who were.

    Raises:
        ForbiddenError: the actor may not make such a link, or one person could be in their
            account and in that of whoever left it.
        NotFoundError: there is no such link.
        RefusedError: it has a new address already, or ended, or its maker came back.
    """
    check_may(actor, NEEDED[command.kind])
    known = _FOUND[command.kind](session, command.link_id)
    wanted = (command.kind, known.id)
    left = [one for one in list_left(session, at=at) if (one.kind, one.id) == wanted]
    if not left:
        raise RefusedError(
            "This link needs no new address: it has one already, or has ended. Reload the list."
        )
    alone = "You made this link yourself, so another person has to make the new one."
    check_two(session, actor, [left[0].made_by], alone, at=at)
    _change(session, actor, command, at=at)
    note_replaced(session, actor.organization_id, known.token_digest, at=at)
    return left[0]


def ways_of_link(session: Session, actor: Actor, notice: Notice) -> Ways:
    """Return how the link of a notice went out, to send its new address in the same way.

    Whom the employer can ask is the actor now, by the organization's own contact: whoever stood
    there may be who was removed.
    """
    told = {one.kind: one for one in _told_of(session, notice)}
    mail, letter = told.get(MessageKind.NOTICE), told.get(MessageKind.NOTICE_LETTER)
    first = mail or letter
    address = parts_of_letter(letter.text)[0] if letter else ()
    return Ways(
        language=first.language if first else "en",
        mail_to=mail.to if mail else "",
        has_letter=letter is not None,
        address="\n".join(address),
        person=actor.name,
        phone=get_organization(session, notice.organization_id).contact,
    )


def _told_of(session: Session, notice: Notice) -> Iterator[Message]:
    """Yield by what the employer was told the link that works now, the oldest first."""
    steps = list_steps(session, notice.assessment_id)
    made = [one.at for one in steps if one.step in (Step.SENT, Step.LINK)]
    since = max(made, default=notice.sent_at)
    for one in reversed(list_messages(session, about_id=notice.id)):
        is_open = one.state is not MessageState.WITHDRAWN
        if is_open and one.put_at is not None and one.put_at >= since:
            yield one


def _change(session: Session, actor: Actor, command: RenewLeft, *, at: datetime) -> None:
    match command.kind:
        case LinkKind.NOTICE:
            _change_notice(session, actor, command, at=at)
        case LinkKind.QUESTIONS:
            _change_questions(session, actor, command, at=at)
        case LinkKind.AFTER:
            _change_after(session, actor, command, at=at)


def _change_notice(session: Session, actor: Actor, command: RenewLeft, *, at: datetime) -> None:
    notice = get_notice(session, command.link_id)
    withdraw_about(session, actor, notice.id, at=at)
    waiting = wait_for_link(session, notice, at=at)
    changed = replace(waiting, token_digest=command.token_digest, sent_by=actor.person_id)
    change_notice(session, changed)
    log(session, actor, notice.assessment_id, Said(id=command.id, step=Step.LINK), at=at)


def _change_questions(session: Session, actor: Actor, command: RenewLeft, *, at: datetime) -> None:
    asked = get_questionnaire(session, command.link_id)
    changed = replace(asked, token_digest=command.token_digest, sent_by=actor.person_id)
    change_questionnaire(session, changed)
    about = {"about": "assessment", "about_id": asked.assessment_id}
    note(session, actor, EventKind.QUESTIONS_RENEWED, at=at, **about)


def _change_after(session: Session, actor: Actor, command: RenewLeft, *, at: datetime) -> None:
    link = after_links.get_link(session, command.link_id)
    changed = replace(link, token_digest=command.token_digest, made_by=actor.person_id, made_at=at)
    after_links.change_link(session, changed)
    about = {"about": "employer", "about_id": link.employer_id}
    note(session, actor, EventKind.EMPLOYER_LINK_RENEWED, at=at, **about)


_FOUND: Mapping[LinkKind, Callable[[Session, str], Notice | Questionnaire | AfterLink]] = {
    LinkKind.NOTICE: get_notice,
    LinkKind.QUESTIONS: get_questionnaire,
    LinkKind.AFTER: after_links.get_link,
}
