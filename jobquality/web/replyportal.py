"""What an employer sees through the link of a notice, and what stands open to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Actor
from jobquality.access.states import AssessmentState, ReplyState
from jobquality.errors import FaultsError, NotFoundError
from jobquality.http import current
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.services import notices as services
from jobquality.services.copies import WithCopies, copies_for_employer
from jobquality.services.drafts import draft_snapshot
from jobquality.services.hearing import Happened, history_of, whole_history_of
from jobquality.services.readfirst import find_wait
from jobquality.services.replies import counted
from jobquality.services.replyspeakers import is_nobodys, sees_words
from jobquality.services.saidbefore import Former, find_former
from jobquality.services.standstill import standing
from jobquality.store.assessments import Assessment, get_assessment
from jobquality.store.corrections import find_correcting
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.extensions import Extension, find_extension
from jobquality.store.notices import Notice, Reply, list_replies
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.panels import DecidedItem, list_items
from jobquality.store.replypapers import ReplyPaper, list_papers
from jobquality.store.replyspeakers import ReplySpeaker, list_speakers
from jobquality.store.speakers import Standing
from jobquality.web.replaced import stop_if_visit_was_replaced
from jobquality.web.security import find_in_visit

P = ParamSpec("P")

#: Where the visit keeps which link opened it, and who said that they came through it; a link
#: made anew closes every visit of the old.
VISIT, SPEAKER = "notice", "reply_speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal(WithCopies):
    """What an employer sees: the frozen draft, what they wrote so far, the clock, what came of it.

    `newer` is the draft as it stands after a decision changed it, None where it did not.
    `speaker` is None before somebody said who they are. Where they wait to be accepted while
    somebody else began the reply, `sees_words` is False, and nothing of it is in here. `former`
    is what was said of the draft before, for who was accepted.
    """

    digest: str
    speaker: ReplySpeaker | None
    sees_words: bool
    notice: Notice
    draft: Snapshot
    newer: Snapshot | None
    organization: Organization
    replies: Mapping[str, Reply]
    papers: tuple[ReplyPaper, ...]
    items: Mapping[str, DecidedItem]
    extension: Extension | None
    history: tuple[Happened, ...]
    is_open: bool
    is_over: bool
    is_given_up: bool
    is_published: bool
    is_nobodys: bool = False
    why_corrected: str = ""
    former: Former | None = None
    read_until: datetime | None = None

    @property
    def needs_introduction(self) -> bool:
        """Whether somebody has to say who they are first; what is published is public."""
        return self.speaker is None and not self.is_published

    @property
    def speaker_id(self) -> str:
        """Who speaks; empty before somebody said who they are."""
        return self.speaker.id if self.speaker else ""

    @property
    def may_let(self) -> bool:
        """Whether whoever is here can say that the decision may be published."""
        is_trusted = self.speaker is not None and self.speaker.state is Standing.ACCEPTED
        return self.read_until is not None and is_trusted

    @property
    def published_from(self) -> datetime | None:
        """From when on it may be published, as far as is known now."""
        known = [one for one in (self.notice.ends_at, self.read_until) if one is not None]
        return max(known, default=None)

    @property
    def may_write(self) -> bool:
        """Whether the reply can be changed now, by whoever is here."""
        return self.is_open and self.sees_words and self.speaker is not None

    def papers_of(self, criterion: str) -> tuple[ReplyPaper, ...]:
        """Return the employer's own documents to one point."""
        return tuple(one for one in self.papers if one.criterion == criterion)


def find_portal() -> Portal | None:
    """Return what the employer of this visit sees, or None where no living link was opened."""
    digest = find_in_visit(VISIT)
    try:
        return _portal(digest) if isinstance(digest, str) else None
    except NotFoundError:
        return None


def inside(view: Callable[Concatenate[Portal, P], Response]) -> Callable[P, Response]:
    """Let a view be seen only by somebody who came through a living link and said who they are."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        portal = find_portal()
        if portal is None:
            stop_if_visit_was_replaced(VISIT)
            return make_response(render_template("web/reply/lost.html"), HTTPStatus.FORBIDDEN)
        if portal.needs_introduction:
            return redirect(url_for("reply.page"), HTTPStatus.SEE_OTHER)
        return view(portal, *args, **kwargs)

    return guarded


def employer_of(notice: Notice, speaker_id: str = "") -> Actor:
    """Return somebody for whom a form is sent once; no role lets them do anything else."""
    return Actor(
        person_id=f"notice {notice.id} {speaker_id}".strip(),
        organization_id=notice.organization_id,
        name="",
        roles=frozenset(),
    )


def _portal(digest: str) -> Portal:
    here = current()
    now: datetime = here.clock()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        notice = standing(session, services.look_behind(session, digest), at=now)
        assessment = get_assessment(session, notice.assessment_id)
        is_given_up = assessment.state is AssessmentState.ABANDONED
        draft = load_snapshot(notice.draft)
        known = notice if is_given_up else counted(session, notice, at=now)
        is_published = assessment.state is AssessmentState.PUBLISHED
        came = list_speakers(session, notice.id)
        speaker = _speaker(came)
        is_trusted = is_published or (speaker is not None and speaker.state is Standing.ACCEPTED)
        sees = is_published or (speaker is not None and sees_words(speaker, came))
        portal = Portal(
            digest=digest,
            speaker=speaker,
            sees_words=sees,
            notice=known,
            draft=draft,
            newer=_newer(session, known, assessment, draft),
            organization=get_organization(session, notice.organization_id),
            replies=list_replies(session, notice.id),
            papers=_papers(session, notice, speaker),
            items=_decided(session, known),
            extension=find_extension(session, notice.id),
            history=(whole_history_of if is_trusted else history_of)(session, known),
            is_open=notice.is_open(now) and not is_given_up,
            is_over=notice.ends_at is not None and now >= notice.ends_at,
            is_given_up=is_given_up,
            is_published=is_published,
            is_nobodys=is_nobodys(session, notice),
            why_corrected=_reason(session, assessment),
            read_until=None if is_given_up or is_published else find_wait(session, known),
            former=find_former(session, notice, catalog=here.catalog) if is_trusted else None,
            copies=()
            if is_given_up
            else copies_for_employer(session, notice.assessment_id, draft=draft),
        )
        return portal if sees else _without_words(portal)


def _reason(session: Session, assessment: Assessment) -> str:
    """Return why the draft sets a published scorecard right; empty where it is no correction."""
    correcting = find_correcting(session, assessment.id)
    return correcting.reason if correcting else ""


def _speaker(came: tuple[ReplySpeaker, ...]) -> ReplySpeaker | None:
    """Return who this visit speaks as; somebody of another notice is nobody here."""
    speaker_id = find_in_visit(SPEAKER)
    alive = (one for one in came if one.state is not Standing.REFUSED)
    return next((one for one in alive if one.id == speaker_id), None)


def _papers(
    session: Session, notice: Notice, speaker: ReplySpeaker | None
) -> tuple[ReplyPaper, ...]:
    """Return the documents that somebody may see: their own, and all once they are accepted."""
    if speaker is None:
        return ()
    is_accepted = speaker.state is Standing.ACCEPTED
    papers = list_papers(session, notice.id)
    return tuple(one for one in papers if is_accepted or one.speaker_id in ("", speaker.id))


def _without_words(portal: Portal) -> Portal:
    """Return what stands open to somebody who was not accepted, where another one wrote."""
    return replace(
        portal,
        notice=replace(portal.notice, statement="", replied_by=""),
        replies={},
        items={},
        extension=None,
        history=tuple(replace(one, text="", details={}) for one in portal.history if not one.text),
    )


def _decided(session: Session, notice: Notice) -> dict[str, DecidedItem]:
    """Return what comes of each point; what lies before a panel is nobody's business outside."""
    return list_items(session, notice.id) if notice.state is ReplyState.DECIDED else {}


def _newer(
    session: Session, notice: Notice, assessment: Assessment, draft: Snapshot
) -> Snapshot | None:
    """Return the draft that would be published now, once a reviewer approved its changes."""
    if notice.state is not ReplyState.DECIDED or assessment.state is not AssessmentState.NOTICE:
        return None
    here = current()
    try:
        newer = draft_snapshot(session, assessment.id, catalog=here.catalog, at=notice.sent_at)
    except FaultsError:
        return None
    return newer if newer.scores != draft.scores or newer.facts != draft.facts else None
