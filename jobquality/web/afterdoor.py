"""Who comes in through an employer's link after publication, and what stands open to them."""

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
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.names import Names
from jobquality.services.after import Door, look_behind
from jobquality.store.after import AfterSpeaker, get_speaker, list_speakers
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.employers import get_employer
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.plans import PlanAction, list_actions
from jobquality.store.speakers import Standing
from jobquality.store.statements import (
    Paper,
    Statement,
    list_papers,
    list_printed,
    list_statements,
)
from jobquality.web.drafts import names_of
from jobquality.web.replaced import stop_if_visit_was_replaced
from jobquality.web.security import find_in_visit

P = ParamSpec("P")

#: Where the visit keeps which link opened it, and who said that they came through it. The
#: link of a notice that stands open leads here too, once its score is published.
LINK, SPEAKER, NOTICE = "after", "after_speaker", "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What stands open: the employer, its score, what it said, and who speaks.

    `gone` are the ids of what it said whose words were taken out.
    """

    digest: str
    door: Door
    organization: Organization
    employer: str
    slug: str
    snapshot: Snapshot | None
    speaker: AfterSpeaker | None
    said: tuple[Statement, ...]
    papers: dict[str, tuple[Paper, ...]]
    people: dict[str, AfterSpeaker]
    actions: tuple[PlanAction, ...]
    gone: frozenset[str] = frozenset()

    @property
    def speaker_id(self) -> str:
        """Who speaks; empty before somebody said who they are."""
        return self.speaker.id if self.speaker else ""

    @property
    def names(self) -> Names:
        """What the things of the score are called.

        Raises:
            NotFoundError: nothing is published now.
        """
        if self.snapshot is None:
            raise NotFoundError("Nothing is published of you now.")
        return names_of(self.snapshot.rubric, self.snapshot.edition)


def find_inside() -> Inside | None:
    """Return what stands open in this visit, or None where no living link was opened."""
    for name in (LINK, NOTICE):
        digest = find_in_visit(name)
        try:
            if isinstance(digest, str):
                return _inside(digest)
        except NotFoundError:
            continue
    return None


def inside(view: Callable[Concatenate[Inside, P], Response]) -> Callable[P, Response]:
    """Let a view be seen only by somebody who came through a link and said who they are."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
        here = find_inside()
        if here is None or (here.speaker and here.speaker.state is Standing.REFUSED):
            return shut()
        if here.speaker is None:
            return redirect(url_for("after.page"), HTTPStatus.SEE_OTHER)
        return view(here, *args, **kwargs)

    return guarded


def look_again(session: Session, here: Inside) -> Door:
    """Return the door as it is inside a transaction.

    Raises:
        NotFoundError: the link leads nowhere any more.
    """
    return look_behind(session, here.digest)


def shut() -> Response:
    """Return the page that says why nothing stands open."""
    stop_if_visit_was_replaced(LINK, NOTICE)
    return make_response(render_template("web/after/lost.html"), HTTPStatus.FORBIDDEN)


def visitor_of(here: Inside) -> Actor:
    """Return somebody for whom a form is sent once; no role lets them do anything else."""
    return Actor(
        person_id=f"after {here.door.employer_id} {here.speaker_id}",
        organization_id=here.door.organization_id,
        name="",
        roles=frozenset(),
    )


def _inside(digest: str) -> Inside:
    with current().database.reading(EVERY_ORGANIZATION) as session:
        door = look_behind(session, digest)
        said = list_statements(session, door.records)
        people = {one.id: one for one in list_speakers(session, door.records)}
        employer = get_employer(session, door.employer_id)
        return Inside(
            digest=digest,
            door=door,
            organization=get_organization(session, door.organization_id),
            employer=employer.name,
            slug=employer.slug,
            snapshot=load_snapshot(door.published.content) if door.published else None,
            speaker=_speaker(session, people),
            said=said,
            papers=list_papers(session, [one.id for one in said]),
            people=people,
            actions=list_actions(session, door.records),
            gone=_gone(session, said),
        )


def _gone(session: Session, said: tuple[Statement, ...]) -> frozenset[str]:
    printed = list_printed(session, list({one.publication_hash for one in said}))
    return frozenset(one.statement.id for one in printed if not one.body)


def _speaker(session: Session, people: dict[str, AfterSpeaker]) -> AfterSpeaker | None:
    """Return who this visit speaks as; somebody of another employer is nobody here."""
    speaker_id = find_in_visit(SPEAKER)
    if not isinstance(speaker_id, str) or speaker_id not in people:
        return None
    return get_speaker(session, speaker_id)
