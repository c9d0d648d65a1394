"""The notice page: where a notice stands, and what was typed there and not taken."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.states import USUAL_NOTICE, ReplyState
from jobquality.errors import Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.reading.decided import SEATS, seat_in
from jobquality.scoring.facts import Grade
from jobquality.services.deliveries import DAYS_TO_DECIDE, is_heard
from jobquality.services.extensions import MOST_DAYS
from jobquality.services.linkmakers import find_lonely
from jobquality.services.notices import WAYS
from jobquality.services.replywritten import load_words
from jobquality.services.speakers import LONGEST_REASON
from jobquality.services.speakers import WAYS as SPEAKER_WAYS
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.notices import Notice, find_last_notice
from jobquality.store.outbox import list_messages
from jobquality.store.panels import Outcome
from jobquality.web.clocks import Clock, read_clock
from jobquality.web.drafts import names_of
from jobquality.web.languages import current_speaker
from jobquality.web.messages import telling_messages
from jobquality.web.once import once
from jobquality.web.replywords import said_in
from jobquality.web.reviews import around, read_sheet
from jobquality.web.visitors import current_actor
from jobquality.web.ways import link_of

#: What a document of the employer's can be taken over as; what workers confirm is no file.
_GRADES = (Grade.E0, Grade.E1, Grade.E2, Grade.E4)


def done(
    assessment_id: str, work: Callable[[Session], str], *, token: str = "", about: str = ""
) -> Response:
    """Do it once; then show the link, or go back to the page; `about` is whose form it was."""
    try:
        once(current_actor(), work)
    except FaultsError as refusal:
        shown = notice_page(assessment_id, faults=refusal.faults, typed=request.form, about=about)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    if token:
        return make_response(notice_page(assessment_id, link=link_of(token)))
    return redirect(url_for("notices.page", assessment_id=assessment_id), HTTPStatus.SEE_OTHER)


def last_notice(session: Session, assessment_id: str) -> Notice:
    """Return the newest notice of an assessment.

    Raises:
        RefusedError: there is none.
    """
    get_assessment(session, assessment_id)
    notice = find_last_notice(session, assessment_id)
    if notice is None:
        raise RefusedError("There is no notice yet. Make it first.")
    return notice


def notice_page(
    assessment_id: str,
    *,
    faults: Iterable[Fault] = (),
    typed: Mapping[str, str] | None = None,
    link: str = "",
    about: str = "",
) -> str:
    """Return the page that says where a notice stands, and what can be done now."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        sheet = read_sheet(session, assessment_id)
        clock = read_clock(session, sheet)
        is_checked = clock.notice is not None and is_heard(session, clock.notice)
        messages = list_messages(session, about_id=clock.notice.id) if clock.notice else ()
        lonely = find_lonely(session, current_actor(), assessment_id)
    return render_template(
        "web/notices/page.html",
        sheet=sheet,
        clock=clock,
        is_checked=is_checked,
        lonely=lonely,
        names=names_of(sheet.assessment.rubric, sheet.assessment.edition),
        ways=WAYS,
        usual=USUAL_NOTICE,
        reply_state=ReplyState,
        link=link,
        faults=tuple(faults),
        about=about,
        words_of=load_words,
        speaker_ways=SPEAKER_WAYS,
        longest_reason=LONGEST_REASON,
        typed=typed or {},
        outcome_choices=_outcomes,
        seat_choices=_seats,
        ticked=_ticked(clock),
        seated=_seated(clock),
        grades=_GRADES,
        most_days=MOST_DAYS,
        days_to_decide=DAYS_TO_DECIDE,
        messages=messages,
        **telling_messages(sheet.organization),
        **{**said_in(sheet.organization.time_zone), **around(sheet.organization)},
    )


def _outcomes() -> list[tuple[str, str]]:
    """Return what can come of a point, for a choice."""
    say = current_speaker()
    return [(one.value, say(f"reply_outcome_{one}")) for one in Outcome]


def _seats() -> list[tuple[str, str]]:
    """Return for whom somebody can sit on a panel, for a choice."""
    say = current_speaker()
    return [("", say("notices_seat_none")), *((one, say(f"decided_seat_{one}")) for one in SEATS)]


def _ticked(clock: Clock) -> frozenset[str]:
    """Return who is ticked for the panel: as typed, else as the decision lies before one."""
    if request.method == "POST":
        return frozenset(request.form.getlist("panel"))
    panelists = clock.turn.panelists if clock.turn else ()
    return frozenset(one.person_id for one in panelists)


def _seated(clock: Clock) -> dict[str, str]:
    """Return for whom people of the panel sit: as typed, else as the decision lies before one."""
    if request.method == "POST":
        given = request.form.items()
        return {name.removeprefix("seat-"): one for name, one in given if name.startswith("seat-")}
    panelists = clock.turn.panelists if clock.turn else ()
    return {one.person_id: seat_in(one.name) for one in panelists}
