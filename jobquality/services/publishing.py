"""Publishing: the one step that is for ever, with everything that must hold before it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.access.states import (
    SHORTEST_NOTICE,
    AssessmentState,
    PublicationState,
    ReplyState,
    check_notice_over,
    check_publication_step,
)
from jobquality.errors import RefusedError, check_faults
from jobquality.ledger.comparing import has_other_issuer
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.saidbefore import said_before, with_standing, without_repeats
from jobquality.ledger.snapshot import (
    Notified,
    Replied,
    RepliedBefore,
    Roles,
    Snapshot,
    Stanced,
)
from jobquality.ledger.withholding import as_shown
from jobquality.rubrics.catalog import Catalog
from jobquality.services.approvals import check_approved, move
from jobquality.services.called import check_called
from jobquality.services.carriedout import find_undone
from jobquality.services.contesting import mark
from jobquality.services.corrections import append_correction, check_correction, told_before
from jobquality.services.deliveries import is_heard, makers_of, recorders_of
from jobquality.services.drafts import draft_snapshot
from jobquality.services.events import EventKind, note
from jobquality.services.extensions import check_time_answered
from jobquality.services.factsigning import Decided, check_facts, sign_facts
from jobquality.services.grounds import find_publishing_faults
from jobquality.services.hands import ANY_WAY, check_apart, check_two
from jobquality.services.ledger import append
from jobquality.services.readfirst import check_read
from jobquality.services.replies import counted
from jobquality.services.replyspeakers import check_accepted, who_replied
from jobquality.services.saidbefore import answered_before
from jobquality.services.secondlooks import find_lone_figures
from jobquality.services.traces import check_traced
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.database import Session
from jobquality.store.hands import Why
from jobquality.store.keys import Keyring
from jobquality.store.notices import (
    Notice,
    change_notice,
    find_last_notice,
    list_replies,
)
from jobquality.store.organizations import get_organization
from jobquality.store.publications import (
    Publication,
    add_publication,
    get_publication,
    set_publication_state,
)
from jobquality.store.replyspeakers import list_speakers
from jobquality.store.speakers import Standing

__all__ = ["draft_snapshot", "publish"]


def publish(  # noqa: PLR0913  # who publishes what, with which standards and keys, and when
    session: Session,
    actor: Actor,
    assessment_id: str,
    *,
    catalog: Catalog,
    keys: Keyring,
    at: datetime,
    public_url: str = "",
) -> Publication:
    """Publish an assessment for ever: snapshot, signature, ledger, and what it replaces.

    A correction is named as one in the chain, with all that it changes; the employer is told
    of it, with an address below `public_url`.

    Raises:
        ForbiddenError: the actor may not publish, or made the employer's link.
        NotFoundError: there is no such assessment.
        RefusedError: it is on hold, not there yet, somebody waits to be accepted as speaking
            for the employer, the reply waits for a decision, the
            organization's name or contact is not the one that the employer read, or it is a
            correction that changes nothing, or not what is current, or the employer's name was
            changed past the program.
        NoticePeriodError: the employer's clock still runs.
        DecisionWaitError: the employer reads the decision on its reply first.
        ConflictError: it is no longer what was approved, or somebody was faster.
        FaultsError: an answer that counts has no evidence, or does not say what was decided
            about a reply, or something that leads here was changed past the program; names each.
    """
    check_may(actor, Action.PUBLISH)
    assessment = get_assessment(session, assessment_id)
    published = move(session, assessment, AssessmentState.PUBLISHED, at=at)
    notice = _ended_notice(session, assessment, at=at)
    if told_before(notice) is None:
        _check_not_the_sender(session, actor, notice, at=at)
    draft = _checked_draft(session, assessment, notice, catalog=catalog, at=at)
    snapshot = _completed(session, draft, notice, actor, catalog=catalog, at=at)
    _supersede(session, snapshot.supersedes)
    kept = _keep(session, published, snapshot, keys=keys)
    append_correction(
        session, actor, kept, catalog=catalog, keys=keys, at=at, public_url=public_url
    )
    _sign_facts(session, published, snapshot.roles, keys=keys, at=at)
    mark(session, kept.employer_id)
    _note(session, actor, kept)
    return kept


def _checked_draft(
    session: Session, assessment: Assessment, notice: Notice, *, catalog: Catalog, at: datetime
) -> Snapshot:
    """Return what is to be published, once nothing in it stands against that."""
    draft = draft_snapshot(session, assessment.id, catalog=catalog, at=at)
    _check_grounds(session, assessment, draft, catalog)
    _check_issuer(notice, draft)
    check_approved(session, assessment, draft)
    _check_two_people(session, draft, at=at)
    check_faults(find_lone_figures(session, draft, at=at))
    check_correction(session, assessment, draft, catalog=catalog)
    check_traced(session, assessment.id)
    return draft


def _check_grounds(
    session: Session, assessment: Assessment, draft: Snapshot, catalog: Catalog
) -> None:
    """Refuse what has nothing behind it, and what was decided about a reply and not done.

    And an employer whose name, or what is known of it, was changed past the program.
    """
    check_called(session, assessment.employer_id)
    check_facts(session, assessment.employer_id)
    check_faults(find_publishing_faults(session, assessment, catalog=catalog))
    rubric = catalog.get(assessment.rubric, assessment.edition)
    check_faults(find_undone(session, assessment.id, draft, rubric))


def _ended_notice(session: Session, assessment: Assessment, *, at: datetime) -> Notice:
    """Return the notice whose clock has ended; one that nobody answered lapses now."""
    notice = find_last_notice(session, assessment.id)
    if notice is not None:
        _check_link(notice)
    if notice is None or notice.ends_at is None:
        raise RefusedError(
            "The employer has not got the draft yet, so the clock has not started. "
            "Nothing is published before it has ended."
        )
    check_accepted(session, notice)
    check_time_answered(session, notice)
    check_notice_over(notice.ends_at, at=at)
    notice = counted(session, notice, at=at)
    _check_decided(notice)
    check_read(session, notice, at=at)
    if notice.state is ReplyState.DELIVERED:
        notice = replace(notice, state=ReplyState.LAPSED)
        change_notice(session, notice)
    return notice


def _check_link(notice: Notice) -> None:
    """Refuse where an employer that has not answered stands before a dead link."""
    is_dead = notice.token_digest == f"dead-{notice.id}" and told_before(notice) is None
    if is_dead and notice.answered_at is None:
        raise RefusedError(
            "The employer's link is dead, so nobody there can reply. Make a new link first."
        )


def _check_decided(notice: Notice) -> None:
    if notice.state is not ReplyState.ANSWERED:
        return
    if notice.was_not_sent:
        raise RefusedError(
            "The employer wrote a reply and did not send it. What was saved last counts as the "
            "reply. Somebody who did not write the assessment has to decide on it, with reasons."
        )
    raise RefusedError(
        "The employer has answered. Somebody who did not write the assessment "
        "has to decide on the reply, with reasons, before it is published."
    )


def _check_issuer(notice: Notice, draft: Snapshot) -> None:
    if has_other_issuer(load_snapshot(notice.draft), draft):
        raise RefusedError(
            "The name or the contact of your organization changed after the employer got the "
            "draft. Return it to the author, let it be reviewed again, and send a new notice."
        )


def _check_not_the_sender(session: Session, actor: Actor, notice: Notice, *, at: datetime) -> None:
    """Refuse whoever knew the employer's link: they could have opened it in its place.

    Unless a reviewer checked for themselves that the employer has the draft.
    """
    makers = makers_of(session, notice) | _sole_witnesses(session, notice)
    if not is_heard(session, notice):
        alone = (
            "You made the employer's link, or recorded alone how it was handed over, so another "
            "person has to publish. "
            "Nobody can stand in for the employer and publish too. Where you work alone, the "
            "reviewer can check that the employer has the draft, and say so on the notice page."
        )
        check_two(session, actor, makers, alone, at=at, ways=ANY_WAY)


def _sole_witnesses(session: Session, notice: Notice) -> frozenset[str]:
    """Return on whose word alone the employer has the draft; nobody's, where it came in itself."""
    came = list_speakers(session, notice.id)
    is_seen = any(one.state is Standing.ACCEPTED for one in came)
    return frozenset() if is_seen else recorders_of(session, notice)


def _check_two_people(session: Session, draft: Snapshot, *, at: datetime) -> None:
    """Refuse where one person could be the author and the reviewer.

    A reset after the approval changes nothing about it; that one joined by the other's link
    these days does.
    """
    roles = draft.roles
    if not roles.reviewed_by or roles.reviewed_by in roles.assessed_by:
        raise RefusedError("Two people must stand behind it. Let another person review it.")
    check_apart(session, roles.reviewed_by, roles.assessed_by, at=at, ways={Why.JOINED})


def _completed(  # noqa: PLR0913  # what is published by whom under which notice, and when
    session: Session,
    draft: Snapshot,
    notice: Notice,
    actor: Actor,
    *,
    catalog: Catalog,
    at: datetime,
) -> Snapshot:
    return replace(
        draft,
        roles=replace(draft.roles, published_by=actor.person_id),
        published_at=at,
        notice=notified(session, notice),
        reply=replied(session, notice, draft, catalog=catalog),
    )


def notified(session: Session, notice: Notice) -> Notified:
    """Return how the employer was told, as it is published.

    Raises:
        RefusedError: the notice was not delivered yet.
    """
    told = told_before(notice)
    if told is not None and told.notice is not None:
        return told.notice
    if notice.delivered_at is None or notice.ends_at is None:
        raise RefusedError("The employer has not got the draft yet.")
    return Notified(
        sent_at=notice.sent_at,
        delivered_at=notice.delivered_at,
        delivered_how=notice.delivered_how,
        ended_at=notice.ends_at,
        days=notice.days,
        time_zone=get_organization(session, notice.organization_id).time_zone,
        is_shortened=notice.days < SHORTEST_NOTICE,
    )


def replied(session: Session, notice: Notice, draft: Snapshot, *, catalog: Catalog) -> Replied:
    """Return the employer's reply as it is published beside a draft; or that there is none.

    What it said of earlier drafts never goes: it stands as what it was.
    """
    rubric = catalog.get(draft.rubric, draft.edition)
    told = told_before(notice)
    if told is not None and told.reply is not None:
        return with_standing(told.reply, told, draft, rubric)
    before = answered_before(session, notice)
    if notice.answered_at is not None:
        own = with_standing(_said(session, notice), _read(notice, catalog), draft, rubric)
        earlier = (*_said_before(session, before, catalog), *own.earlier)
        return without_repeats(replace(own, earlier=earlier))
    if not before:
        return Replied(answered_at=None, statement="", replied_by="", stances=(), decision="")
    *others, last = before
    earlier = tuple(_said_before(session, others, catalog))
    older = replace(_said(session, last), earlier=earlier, is_older=True)
    return with_standing(older, _read(last, catalog), draft, rubric)


def _read(notice: Notice, catalog: Catalog) -> Snapshot:
    """Return the draft that an employer read, without what is withheld today."""
    draft = load_snapshot(notice.draft)
    rubric = catalog.get(draft.rubric, draft.edition)
    return as_shown(draft, rubric, catalog.parameters.places)


def _said(session: Session, notice: Notice) -> Replied:
    """Return what was said to one notice, word for word."""
    replies = list_replies(session, notice.id)
    return Replied(
        answered_at=notice.answered_at,
        statement=notice.statement,
        replied_by=who_replied(session, notice),
        stances=tuple(
            Stanced(criterion=name, stance=reply.stance.value, text=reply.printed)
            for name, reply in replies.items()
        ),
        decision=notice.decision,
        is_unsent=notice.was_not_sent,
    )


def _said_before(
    session: Session, notices: Iterable[Notice], catalog: Catalog
) -> Iterator[RepliedBefore]:
    for one in notices:
        yield from said_before(_said(session, one), _read(one, catalog))


def _sign_facts(
    session: Session, assessment: Assessment, roles: Roles, *, keys: Keyring, at: datetime
) -> None:
    """Say what is known of the employer, which everybody reads from now on."""
    people = (*roles.assessed_by, roles.reviewed_by, roles.published_by)
    decided = Decided(by=people, keys=keys, at=at)
    sign_facts(session, [assessment.employer_id], decided, sites=assessment.sites)


def _note(session: Session, actor: Actor, kept: Publication) -> None:
    about, subject = "assessment", kept.assessment_id
    at = kept.published_at
    note(session, actor, EventKind.PUBLISHED, subject, about=about, at=at, hash=kept.hash)


def _supersede(session: Session, earlier: str) -> None:
    if earlier:
        before = get_publication(session, earlier).state
        check_publication_step(before, PublicationState.SUPERSEDED)
        set_publication_state(session, earlier, PublicationState.SUPERSEDED)


def _keep(
    session: Session, assessment: Assessment, snapshot: Snapshot, *, keys: Keyring
) -> Publication:
    content, at = dump_snapshot(snapshot), assessment.changed_at
    organization_id = assessment.organization_id
    entry = append(session, organization_id, kind="publication", content=content, keys=keys, at=at)
    publication = Publication(
        hash=entry.hash,
        organization_id=organization_id,
        number=entry.number,
        employer_id=assessment.employer_id,
        assessment_id=assessment.id,
        state=PublicationState.CURRENT,
        contested=False,
        published_at=at,
        published_by=snapshot.roles.published_by,
        content=content,
    )
    add_publication(session, publication)
    return publication
