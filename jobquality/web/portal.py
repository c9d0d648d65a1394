"""Who comes in through the link of a questionnaire, and what stands open to them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Actor
from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.services.claimsheets import Claimsheet, read_claimsheet
from jobquality.services.questionnaires import look_behind
from jobquality.store.claims import Questionnaire, Speaker, get_speaker
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.speakers import Standing
from jobquality.web.replaced import stop_if_visit_was_replaced
from jobquality.web.security import find_in_visit

P = ParamSpec("P")

#: Where the visit keeps which link opened it, and who said that they came through it.
LINK, SPEAKER = "questionnaire", "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A questionnaire that stands open; `speaker` is None before somebody said who they are."""

    questionnaire: Questionnaire
    organization: Organization
    employer: str
    sheet: Claimsheet
    speaker: Speaker | None

    @property
    def is_open(self) -> bool:
        """Whether answers can still be given."""
        return self.sheet.is_open

    @property
    def speaker_id(self) -> str:
        """Who speaks; empty before somebody said who they are."""
        return self.speaker.id if self.speaker else ""


def find_portal() -> Portal | None:
    """Return what stands open in this visit, or None where no living link was opened."""
    digest = find_in_visit(LINK)
    try:
        return _portal(digest) if isinstance(digest, str) else None
    except NotFoundError:
        return None


def inside(view: Callable[Concatenate[Portal, P], Response]) -> Callable[P, Response]:
    """Let a view be seen only by somebody who came through a link and said who they are."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        portal = find_portal()
        if portal is None:
            return shut("lost")
        if portal.speaker is None:
            return redirect(url_for("questionnaire.page"), HTTPStatus.SEE_OTHER)
        if portal.speaker.state is Standing.REFUSED:
            return shut("refused", portal)
        return view(portal, *args, **kwargs)

    return guarded


def look_again(session: Session, portal: Portal) -> Questionnaire:
    """Return the questionnaire as it is inside a transaction.

    Raises:
        NotFoundError: the link leads nowhere any more.
    """
    return look_behind(session, portal.questionnaire.token_digest, at=current().clock())


def shut(page: str, portal: Portal | None = None) -> Response:
    """Return the page that says why nothing stands open."""
    if portal is None:
        stop_if_visit_was_replaced(LINK)
    shown = render_template(f"web/claims/{page}.html", portal=portal)
    return make_response(shown, HTTPStatus.FORBIDDEN)


def visitor_of(questionnaire: Questionnaire, speaker: Speaker | None) -> Actor:
    """Return somebody for whom a form is sent once; no role lets them do anything else."""
    return Actor(
        person_id=f"questionnaire {questionnaire.id} {speaker.id if speaker else ''}",
        organization_id=questionnaire.organization_id,
        name="",
        roles=frozenset(),
    )


def _portal(digest: str) -> Portal:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        questionnaire = look_behind(session, digest, at=here.clock())
        speaker = _speaker(session, questionnaire)
        sheet = read_claimsheet(
            session, questionnaire, speaker, catalog=here.catalog, at=here.clock()
        )
        return Portal(
            questionnaire=questionnaire,
            organization=get_organization(session, questionnaire.organization_id),
            employer=sheet.sheet.employer.name,
            sheet=sheet,
            speaker=speaker,
        )


def _speaker(session: Session, questionnaire: Questionnaire) -> Speaker | None:
    """Return who this visit speaks as; somebody of another questionnaire is nobody here."""
    speaker_id = find_in_visit(SPEAKER)
    if not isinstance(speaker_id, str):
        return None
    try:
        speaker = get_speaker(session, speaker_id)
    except NotFoundError:
        return None
    return speaker if speaker.questionnaire_id == questionnaire.id else None
