"""The three state machines: assessment, reply and publication. All that is not here is refused."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from jobquality.errors import RefusedError

#: The shortest clock a real organization may set, and the usual one, in days.
SHORTEST_NOTICE, USUAL_NOTICE = 7, 14
#: How long an employer has the decision on its reply for itself.
TIME_TO_READ = timedelta(days=3)


class AssessmentState(StrEnum):
    """Where an assessment stands; returned means draft again, with comments."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    NOTICE = "notice"
    PUBLISHED = "published"
    ABANDONED = "abandoned"


class ReplyState(StrEnum):
    """Where the right of reply stands."""

    SENT = "sent"
    DELIVERED = "delivered"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    DECIDED = "decided"


class PublicationState(StrEnum):
    """Where a publication stands; contested is a mark beside it."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class CertificateStatus(StrEnum):
    """What a certificate is worth today; `expired` follows from the date alone."""

    VALID = "valid"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"
    REPLACED = "replaced"


class Visibility(StrEnum):
    """Who may see a cleared copy of a piece of evidence; nobody but the team sees the original."""

    TEAM = "team"
    EMPLOYER = "employer"
    PUBLIC = "public"


class Stance(StrEnum):
    """What an employer says to one question of the draft."""

    ACCEPT = "accept"
    CORRECT = "correct"
    DISAGREE = "disagree"
    FIXED = "fixed"


_A = AssessmentState
ASSESSMENT_STEPS: Mapping[AssessmentState, frozenset[AssessmentState]] = {
    _A.DRAFT: frozenset({_A.IN_REVIEW, _A.ABANDONED}),
    _A.IN_REVIEW: frozenset({_A.DRAFT, _A.APPROVED, _A.ABANDONED}),
    _A.APPROVED: frozenset({_A.DRAFT, _A.NOTICE, _A.ABANDONED}),
    _A.NOTICE: frozenset({_A.DRAFT, _A.PUBLISHED, _A.ABANDONED}),
    _A.PUBLISHED: frozenset(),
    _A.ABANDONED: frozenset(),
}

_R = ReplyState
REPLY_STEPS: Mapping[ReplyState, frozenset[ReplyState]] = {
    _R.SENT: frozenset({_R.DELIVERED}),
    _R.DELIVERED: frozenset({_R.ANSWERED, _R.LAPSED}),
    _R.ANSWERED: frozenset({_R.DECIDED}),
    _R.LAPSED: frozenset(),
    _R.DECIDED: frozenset({_R.ANSWERED}),  # taken back, with a reason
}

_P = PublicationState
PUBLICATION_STEPS: Mapping[PublicationState, frozenset[PublicationState]] = {
    _P.CURRENT: frozenset({_P.SUPERSEDED, _P.WITHDRAWN}),
    _P.SUPERSEDED: frozenset({_P.WITHDRAWN}),
    _P.WITHDRAWN: frozenset(),
}


def check_step(before: AssessmentState, after: AssessmentState) -> None:
    """Be quiet when an assessment may go from one state to the other.

    Raises:
        RefusedError: that step does not exist; names those that do.
    """
    _check(before, after, ASSESSMENT_STEPS[before])


def check_reply_step(before: ReplyState, after: ReplyState) -> None:
    """Be quiet when a reply may go from one state to the other.

    Raises:
        RefusedError: that step does not exist; names those that do.
    """
    _check(before, after, REPLY_STEPS[before])


def check_publication_step(before: PublicationState, after: PublicationState) -> None:
    """Be quiet when a publication may go from one state to the other.

    Raises:
        RefusedError: that step does not exist; names those that do.
    """
    _check(before, after, PUBLICATION_STEPS[before])


class NoticePeriodError(RefusedError):
    """The employer's clock still runs; carries the moment at which it ends."""

    code = "notice_period"

    def __init__(self, ends_at: datetime) -> None:
        self.ends_at = ends_at
        super().__init__(
            f"The employer's time to reply runs until {ends_at:%Y-%m-%d %H:%M} UTC. "
            "Nothing is published before that."
        )


def check_notice_over(ends_at: datetime, *, at: datetime) -> None:
    """Be quiet when the employer's clock has ended.

    Raises:
        NoticePeriodError: it still runs; says until when.
    """
    if at < ends_at:
        raise NoticePeriodError(ends_at)


class DecisionWaitError(RefusedError):
    """The employer has the decision on its reply for itself; carries the moment of the end."""

    code = "decision_wait"

    def __init__(self, ends_at: datetime) -> None:
        self.ends_at = ends_at
        super().__init__(
            f"The employer reads the decision on its reply first, until {ends_at:%Y-%m-%d %H:%M} "
            "UTC. Nothing is published before that, unless the employer says that it may be."
        )


def check_decision_read(ends_at: datetime, *, at: datetime) -> None:
    """Be quiet when the employer had its time with the decision on its reply.

    Raises:
        DecisionWaitError: it still has; says until when.
    """
    if at < ends_at:
        raise DecisionWaitError(ends_at)


def end_of_notice(delivered_at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Return when the employer's clock ends: so many days later, at the same hour of its place.

    Where the clocks of that place are set anew meanwhile, a day has 23 hours, or 25. An hour
    that does not exist, or comes twice, ends as late as it can.
    """
    local = delivered_at.astimezone(zone) + timedelta(days=days)
    return max(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def _check(before: StrEnum, after: StrEnum, allowed: frozenset[StrEnum] | frozenset[str]) -> None:
    if after not in allowed:
        then = ", ".join(sorted(allowed)) or "nothing more"
        raise RefusedError(
            f"It is '{before}' now and cannot become '{after}'. What can follow: {then}. "
            "Reload the page to see where it stands."
        )
