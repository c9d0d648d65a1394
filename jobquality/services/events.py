"""Write what happened into the organization's log, in one typed word each."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from jobquality.access.actors import Actor
from jobquality.store.database import Session
from jobquality.store.events import KEPT, Event, add_event
from jobquality.store.notices import Notice


class EventKind(StrEnum):
    """Everything that the log tells: `thing.what`."""

    PUBLISHED = "publication.published"
    CORRECTION_STARTED = "publication.correction_started"
    CORRECTED = "publication.corrected"
    WITHDRAWAL_PROPOSED = "publication.withdrawal_proposed"
    WITHDRAWN = "publication.withdrawn"
    TOMBSTONE_PROPOSED = "publication.tombstone_proposed"
    TOMBSTONED = "publication.tombstoned"
    NOT_RECOMPUTED = "publication.not_recomputed"
    PROPOSAL_REFUSED = "proposal.refused"
    PROPOSAL_ENDED = "proposal.ended"
    PROPOSAL_TAKEN_BACK = "proposal.taken_back"
    KEY_PROPOSED = "ledger.key_proposed"
    KEY_CHANGED = "ledger.key_changed"
    MARKS_RENEWED = "ledger.marks_renewed"
    EMPLOYER_LINK_MADE = "employer_link.made"
    EMPLOYER_LINK_ENDED = "employer_link.ended"
    EMPLOYER_LINK_END_PROPOSED = "employer_link.end_proposed"
    EMPLOYER_LINK_RENEWED = "employer_link.renewed"
    EMPLOYER_LINK_REPLACED = "employer_link.replaced"
    EMPLOYER_SPEAKER_CAME = "employer_speaker.came"
    EMPLOYER_SPEAKER_DECIDED = "employer_speaker.decided"
    EMPLOYER_SPEAKER_DOUBTED = "employer_speaker.doubted"
    STATEMENT_SENT = "statement.sent"
    STATEMENT_CHANGED = "statement.changed"
    STATEMENT_RETURNED = "statement.returned"
    STATEMENT_PRINTED = "statement.printed"
    DECISION_PROPOSED = "statement.decision_proposed"
    STATEMENT_DECIDED = "statement.decided"
    FIX_TAKEN_UP = "statement.taken_up"
    PLAN_TAKEN_UP = "plan.taken_up"
    PLAN_DONE = "plan.done"
    ANSWER_TIME_SET = "organization.answer_time_set"
    TIME_ASKED = "reply.time_asked"
    TIME_GRANTED = "reply.time_granted"
    TIME_REFUSED = "reply.time_refused"
    PAPER_OFFERED = "reply.paper_offered"
    PAPER_TAKEN_BACK = "reply.paper_taken_back"
    PAPER_OPENED = "reply.paper_opened"
    PAPER_TAKEN_OVER = "reply.paper_taken_over"
    PANEL_ASKED = "reply.panel_asked"
    PANEL_SIGNED = "reply.panel_signed"
    STAYS_LENGTHENED = "guest.stays_lengthened"
    WITNESS_NAMED = "ledger.witness_named"
    WITNESS_ENDED = "ledger.witness_ended"
    WITNESS_END_PROPOSED = "ledger.witness_end_proposed"
    STANDARD_BROUGHT = "standard.brought"
    STANDARD_PROPOSED = "standard.proposed"
    STANDARD_PUBLISHED = "standard.published"
    STANDARDS_CHOSEN = "standard.chosen"

    SET_UP = "installation.set_up"
    SAMPLES_MADE = "samples.made"
    SAMPLES_REMOVED = "samples.removed"
    PRACTICE_OPENED = "practice.opened"
    PRACTICE_MADE = "practice.made"
    PRACTICE_REMOVED = "practice.removed"
    LOGGED_IN = "account.logged_in"
    LOGIN_FAILED = "account.login_failed"
    VISITS_ENDED = "account.visits_ended"
    PASSWORD_CHANGED = "account.password_changed"  # noqa: S105  # what happened, no password
    PASSWORD_RESET = "account.password_reset"  # noqa: S105  # as above
    PASSWORD_LINK = "account.password_link"  # noqa: S105  # as above
    STEP_SET = "account.step_set"
    STEP_REMOVED = "account.step_removed"
    CODES_MADE = "account.codes_made"
    CODE_USED = "account.code_used"
    PASSKEY_ADDED = "account.passkey_added"
    PASSKEY_REMOVED = "account.passkey_removed"
    RESET_PROPOSED = "account.reset_proposed"
    REMOVAL_PROPOSED = "account.removal_proposed"
    CONFIRMED = "account.confirmed"
    ROLES_CHANGED = "account.roles_changed"
    CLOSED = "account.closed"
    REOPENED = "account.reopened"
    ERASED = "account.erased"
    TOKEN_MADE = "token.made"  # noqa: S105  # as above
    TOKEN_ENDED = "token.ended"  # noqa: S105  # as above
    INVITED = "invitation.made"
    INVITATION_WITHDRAWN = "invitation.withdrawn"
    JOINED = "invitation.taken"
    GUEST_INVITED = "guest.invited"
    GUEST_JOINED = "guest.joined"
    GUEST_ENDED = "guest.ended"
    ORGANIZATION_CHANGED = "organization.changed"
    EMPLOYER_ADDED = "employer.added"
    EMPLOYER_CHANGED = "employer.changed"
    SITE_ADDED = "employer.site_added"
    SITE_CORRECTED = "employer.site_corrected"
    SITE_REMOVED = "employer.site_removed"
    IDENTITY_PROPOSED = "employer.identity_proposed"
    IDENTITY_CHANGED = "employer.identity_changed"
    IDENTITY_REFUSED = "employer.identity_refused"
    NAME_ADDED = "employer.name_added"
    NAME_CONFIRMED = "employer.name_confirmed"
    NAME_REMOVED = "employer.name_removed"
    MERGER_PROPOSED = "employer.merger_proposed"
    MERGER_REFUSED = "employer.merger_refused"
    MERGED = "employer.merged"
    UNMERGED = "employer.unmerged"
    CALLED_DIFFERENT = "employer.called_different"
    STARTED = "assessment.started"
    EDITION_MOVED = "assessment.edition_moved"
    SUBMITTED = "assessment.submitted"
    RETURNED = "assessment.returned"
    APPROVED = "assessment.approved"
    HELD = "assessment.held"
    LIFTED = "assessment.lifted"
    ABANDONED = "assessment.abandoned"
    KEPT = KEPT
    EVIDENCE_ADDED = "evidence.added"
    EVIDENCE_REPLACED = "evidence.replaced"
    EVIDENCE_CHANGED = "evidence.changed"
    EVIDENCE_REMOVED = "evidence.removed"
    UNMARKED = "evidence.unmarked"
    EVIDENCE_OPENED = "evidence.opened"
    EXPORTED = "evidence.exported"
    COPY_DRAWN = "evidence.copy_drawn"
    COPY_RELEASED = "evidence.copy_released"
    COPY_WITHDRAWN = "evidence.copy_withdrawn"
    QUESTIONS_SENT = "questions.sent"
    QUESTIONS_RENEWED = "questions.renewed"
    QUESTIONS_WITHDRAWN = "questions.withdrawn"
    QUESTIONS_OPENED = "questions.opened"
    QUESTIONS_ANSWERED = "questions.answered"
    SPEAKER_ACCEPTED = "questions.speaker_accepted"
    SPEAKER_REFUSED = "questions.speaker_refused"
    NOTICE_SENT = "notice.sent"
    NOTICE_RESUMED = "notice.resumed"
    NOTICE_RENEWED = "notice.renewed"
    NOTICE_OPENED = "notice.opened"
    NOTICE_TRIED = "notice.tried"
    NOTICE_DELIVERED = "notice.delivered"
    NOTICE_HEARD = "notice.heard"
    REPLY_SPEAKER_CAME = "reply.speaker_came"
    REPLY_SPEAKER_CARRIED = "reply.speaker_carried"
    REPLY_SPEAKER_ACCEPTED = "reply.speaker_accepted"
    NOT_THE_EMPLOYER = "reply.not_the_employer"
    NOT_THE_EMPLOYER_SAID = "reply.not_the_employer_said"
    REPLIED = "reply.sent"
    REPLY_SAVED = "reply.saved"
    REPLY_DECIDED = "reply.decided"
    DECISION_TAKEN_BACK = "reply.decision_taken_back"
    DECISION_READ = "reply.decision_read"
    ISSUED = "certificate.issued"
    STATUS_PROPOSED = "certificate.proposed"
    SUSPENDED = "certificate.suspended"
    UNSUSPENDED = "certificate.unsuspended"
    REVOKED = "certificate.revoked"
    REPLACED = "certificate.replaced"
    RATE_ADDED = "rate.added"
    RATE_CONFIRMED = "rate.confirmed"
    RATE_KEPT = "rate.kept"
    INITIATIVE_ADDED = "initiative.added"
    INITIATIVE_CHANGED = "initiative.changed"
    SHOWN = "initiative.shown"
    LOG_EXPORTED = "log.exported"
    OWN_EXPORTED = "account.own_exported"
    MESSAGE_PUT = "message.put"
    MESSAGE_BY_HAND = "message.by_hand"
    MESSAGE_SENT = "message.sent"
    MESSAGE_FAILED = "message.failed"
    MESSAGE_HANDED_OVER = "message.handed_over"
    MESSAGE_BOUNCED = "message.bounced"
    MESSAGE_WITHDRAWN = "message.withdrawn"
    MESSAGE_AGAIN = "message.again"
    TEMPLATE_CHANGED = "template.changed"
    CALENDAR_MADE = "calendar.made"
    CALENDAR_ENDED = "calendar.ended"


#: Where a session keeps which kinds of events were written through it.
_WRITTEN = "written"


def written_now(session: Session) -> frozenset[EventKind]:
    """Return which kinds of events this transaction wrote so far."""
    found: frozenset[EventKind] = session.info.get(_WRITTEN, frozenset())
    return found


def record(  # noqa: PLR0913  # an event is who did what to which thing when
    session: Session,
    actor: Actor | None,
    kind: EventKind,
    *,
    organization_id: str,
    about: str = "",
    about_id: str = "",
    at: datetime,
    details: Mapping[str, str] | None = None,
) -> None:
    """Keep one event. No address, no device and no text of an answer goes into it.

    `actor` None: nobody who is logged in.
    """
    session.info[_WRITTEN] = written_now(session) | {kind}
    add_event(
        session,
        Event(
            organization_id=organization_id,
            kind=kind.value,
            at=at,
            person_id=actor.person_id if actor else None,
            about=about,
            about_id=about_id,
            details=details or {},
        ),
    )


def note(  # noqa: PLR0913  # an event is who did what to which thing when
    session: Session,
    actor: Actor,
    kind: EventKind,
    about_id: str = "",
    *,
    at: datetime,
    about: str = "",
    **details: str,
) -> None:
    """Keep what somebody did for their organization, with `details` in plain words.

    What it is `about` is said by the kind itself, where nothing else is said.
    """
    record(
        session,
        actor,
        kind,
        organization_id=actor.organization_id,
        about=about or kind.value.partition(".")[0],
        about_id=about_id,
        at=at,
        details=details,
    )


def tell_of_employer(session: Session, notice: Notice, kind: EventKind, *, at: datetime) -> None:
    """Keep what the employer did through the link of its notice: nobody of ours did it."""
    record(
        session,
        None,
        kind,
        organization_id=notice.organization_id,
        about="assessment",
        about_id=notice.assessment_id,
        at=at,
    )
