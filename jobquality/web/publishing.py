"""Publishing: everything once more as the public will see it, and the one step for ever."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.access.states import AssessmentState, ReplyState
from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.http import current
from jobquality.ledger.snapshot import Snapshot
from jobquality.reading.smallgroups import small_groups_of
from jobquality.services import publishing as services
from jobquality.services.carriedout import find_undone
from jobquality.services.publishing import notified, replied
from jobquality.store.assessments import get_assessment
from jobquality.store.corrections import find_correcting
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.publications import Publication, list_publications
from jobquality.web.clocks import Clock, read_clock
from jobquality.web.drafts import names_of, read_draft
from jobquality.web.embeds import share_link
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.reviews import Sheet, around, read_sheet
from jobquality.web.visitors import current_actor, needs

#: The tick that nobody can be found by the words that count few workers.
_SMALL = "small"
#: The tick that a second person read the reason of a correction.
_REASON = "reason_read"


@needs(Action.LOOK)
def publishing(assessment_id: str) -> str:
    """Show what will be public, what must still hold, and what publishing means."""
    return _page(assessment_id)


@needs(Action.PUBLISH)
@fresh
def publish(assessment_id: str) -> Response:
    """Publish for ever, once the employer's name was typed; then say that it worked."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        assessment = get_assessment(session, assessment_id)
        employer = get_employer(session, assessment.employer_id)
        check_faults(
            [
                *_name_faults(employer.name),
                *_reason_faults(session, assessment_id),
                *_small_faults(session, assessment_id),
            ]
        )
        services.publish(
            session,
            actor,
            assessment_id,
            catalog=here.catalog,
            keys=here.keys,
            at=here.clock(),
            public_url=here.settings.public_url,
        )
        return "published"

    try:
        once(actor, work)
    except FaultsError as refusal:
        shown = _page(assessment_id, faults=refusal.faults, typed=request.form)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    where = url_for("notices.publishing", assessment_id=assessment_id)
    return redirect(where, HTTPStatus.SEE_OTHER)


def _reason_faults(session: Session, assessment_id: str) -> Iterable[Fault]:
    """Yield a fault where the reason of a correction would be signed before a second look.

    One person wrote it, it stands for ever, and no tombstone empties it.
    """
    if find_correcting(session, assessment_id) and request.form.get(_REASON) != "yes":
        yield Fault(
            message="Nobody but its author has read the reason of this correction.",
            where=_REASON,
            remedy="Read it below and tick that it can stay for ever, or return it to the author.",
        )


def _small_faults(session: Session, assessment_id: str) -> Iterable[Fault]:
    """Yield a fault where words count fewer than five workers, and nobody said it is meant so."""
    sheet = read_sheet(session, assessment_id)
    shown = _as_public(session, sheet, read_clock(session, sheet))
    if shown and small_groups_of(shown) and request.form.get(_SMALL) != "yes":
        yield Fault(
            message="Some words count fewer than five workers, so that one could be recognized.",
            where=_SMALL,
            remedy="Read them below. Return it to the author, or say that nobody can be found.",
        )


def _name_faults(name: str) -> Iterable[Fault]:
    if _plain(request.form.get("name", "")) != _plain(name):
        yield Fault(
            message="That is not the employer's name.",
            where="name",
            remedy=f"Type it as it stands above: {name}",
        )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _page(
    assessment_id: str, *, faults: Iterable[Fault] = (), typed: Mapping[str, str] | None = None
) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        sheet = read_sheet(session, assessment_id)
        clock = read_clock(session, sheet)
        shown = _as_public(session, sheet, clock)
        published = _find_published(session, sheet)
        undone = _find_undone(session, sheet)
        correcting = find_correcting(session, assessment_id)
    return render_template(
        "web/notices/publish.html",
        sheet=sheet,
        clock=clock,
        words=read_draft(shown) if shown else None,
        names=names_of(sheet.assessment.rubric, sheet.assessment.edition),
        reply_state=ReplyState,
        faults=tuple(faults),
        typed=typed or {},
        published=published,
        share=share_link(sheet.employer.slug),
        undone=undone,
        reason=correcting.reason if correcting else "",
        small=small_groups_of(shown) if shown else (),
        **around(sheet.organization),
    )


def _find_undone(session: Session, sheet: Sheet) -> list[Fault]:
    """Return what was decided about a reply and is not done yet."""
    if sheet.draft is None or sheet.assessment.state is AssessmentState.PUBLISHED:
        return []
    rubric = current().catalog.get(sheet.assessment.rubric, sheet.assessment.edition)
    return find_undone(session, sheet.assessment.id, sheet.draft, rubric)


def _find_published(session: Session, sheet: Sheet) -> Publication | None:
    """Return what the assessment was published as, if it was."""
    return next(iter(list_publications(session, assessment_id=sheet.assessment.id)), None)


def _as_public(session: Session, sheet: Sheet, clock: Clock) -> Snapshot | None:
    """Return the draft with notice and reply, as far as they are there."""
    notice = clock.notice
    if sheet.draft is None or notice is None or notice.ends_at is None:
        return sheet.draft
    said = replied(session, notice, sheet.draft, catalog=current().catalog)
    return replace(sheet.draft, notice=notified(session, notice), reply=said)
