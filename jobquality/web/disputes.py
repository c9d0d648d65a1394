"""The team's side after publication: links, who speaks, what is printed, what is decided."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.documents.codes import qr_svg
from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.schemas.claims import read_version
from jobquality.schemas.statements import read_check, read_rule
from jobquality.services import after as doors
from jobquality.services.after import LONGEST_ANSWER, MakeLink, answer_days, set_answer_days
from jobquality.services.afterdesk import AfterItem, after_items
from jobquality.services.fixes import TakeUp, take_up
from jobquality.services.proposals import Verdict
from jobquality.services.rulings import OUTCOMES, confirm_ruling, propose_ruling
from jobquality.services.said import answer_times
from jobquality.services.speakers import LONGEST_REASON, WAYS
from jobquality.services.statements import give_back, print_statement
from jobquality.store.after import get_speaker
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.organizations import get_organization
from jobquality.store.proposals import (
    get_proposal,
)
from jobquality.store.speakers import Standing
from jobquality.store.statements import (
    StatementState,
    Topic,
    get_paper,
    get_statement,
    list_papers,
)
from jobquality.web.files import serve_file
from jobquality.web.forms import chosen
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.notices import new_token
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.saidsheets import sheet_of
from jobquality.web.sessions import digest_of
from jobquality.web.speaking import decision_of_form
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

blueprint = work_blueprint("disputes", __name__)

_LONGEST_REASONS = 2000
_MOST_DIGITS = 3


@blueprint.get("/statements")
@needs(Action.LOOK)
def listing() -> str:
    """Show what employers wait for after publication, and how fast they are answered."""
    return _listing()


@blueprint.post("/statements")
@needs(Action.MANAGE)
def days() -> Response:
    """Promise another time in which employers are answered."""
    here, actor = current(), current_actor()
    text = request.form.get("days", "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 0

    def work(session: Session) -> str:
        set_answer_days(session, actor, number, at=here.clock())
        return text

    try:
        once(actor, work)
    except FaultsError as refusal:
        return make_response(_listing(refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("disputes.listing"), HTTPStatus.SEE_OTHER)


@blueprint.get("/employers/<employer_id>/after")
@needs(Action.LOOK)
def page(employer_id: str) -> str:
    """Show an employer's links, who speaks, what was said and what it took up."""
    return _page(employer_id)


@blueprint.post("/employers/<employer_id>/after")
@needs(Action.NOTIFY)
def link(employer_id: str) -> Response:
    """Make a link, and show it this once with a letter around it."""
    here, actor = current(), current_actor()
    token = new_token()
    command = MakeLink(id=here.new_id(), employer_id=employer_id, token_digest=digest_of(token))
    once(actor, lambda session: doors.make_link(session, actor, command, at=here.clock()).id)
    return make_response(letter_page(employer_id, token))


@blueprint.post("/after-links/<after_link_id>/end")
@needs(Action.NOTIFY)
def end(after_link_id: str) -> Response:
    """Let a link open nothing any more."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        return doors.end_link(session, actor, after_link_id, at=here.clock()).employer_id

    return _to(once(actor, work))


@blueprint.post("/after-speakers/<after_speaker_id>")
@needs(Action.NOTIFY)
@fresh
def speaker(after_speaker_id: str) -> Response:
    """Accept that somebody speaks for the employer, or refuse it."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        employer_id = get_speaker(session, after_speaker_id).employer_id

    def work(session: Session) -> str:
        command = decision_of_form(after_speaker_id)
        return doors.decide_speaker(session, actor, command, at=here.clock()).id

    try:
        once(actor, work)
    except FaultsError as refusal:
        return _refused(employer_id, refusal, after_speaker_id)
    return _to(employer_id)


@blueprint.post("/statements/<statement_id>/check")
@needs(Action.NOTIFY)
@fresh
def check(statement_id: str) -> Response:
    """Print a statement, or return it once because of a worker's name."""
    here, actor = current(), current_actor()
    employer_id = _employer_of(statement_id)

    def work(session: Session) -> str:
        command = read_check(request.form, statement_id)
        if request.form.get("do") == "return":
            return give_back(session, actor, command, at=here.clock()).id
        return print_statement(session, actor, command, keys=here.keys, at=here.clock()).id

    try:
        once(actor, work)
    except FaultsError as refusal:
        return _refused(employer_id, refusal, statement_id)
    return _to(employer_id, f"said-{statement_id}")


@blueprint.post("/statements/<statement_id>/decide")
@needs(Action.REVIEW)
def propose(statement_id: str) -> Response:
    """Propose what comes of a statement, with the reasons."""
    here, actor = current(), current_actor()
    employer_id = _employer_of(statement_id)

    def work(session: Session) -> str:
        command = read_rule(request.form, statement_id, rule_id=here.new_id())
        return propose_ruling(session, actor, command, at=here.clock()).id

    try:
        once(actor, work)
    except FaultsError as refusal:
        return _refused(employer_id, refusal, statement_id)
    return _to(employer_id, f"said-{statement_id}")


@blueprint.post("/rulings/<ruling_id>")
@needs(Action.PUBLISH)
@fresh
def confirm(ruling_id: str) -> Response:
    """Agree as the second person, or not."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        statement = get_statement(session, get_proposal(session, ruling_id).subject)

    def work(session: Session) -> str:
        verdict = Verdict(
            proposal_id=ruling_id,
            is_accepted=chosen("do", "confirm", "refuse") == "confirm",
            seen=read_version(request.form.get("seen", "")) or None,
        )
        return confirm_ruling(session, actor, verdict, keys=here.keys, at=here.clock()).id

    once(actor, work)
    return _to(statement.employer_id, f"said-{statement.id}")


@blueprint.post("/statements/<statement_id>/assess")
@needs(Action.ASSESS)
def assess(statement_id: str) -> Response:
    """Start an assessment from what the employer says is fixed."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        get_statement(session, statement_id)
        papers = list_papers(session, [statement_id]).get(statement_id, ())
    command = TakeUp(
        id=here.new_id(),
        statement_id=statement_id,
        title=current_speaker()("disputes_paper_title"),
        seen=read_version(request.form.get("seen", "")),
        paper_ids=tuple(here.new_id() for _ in papers),
    )
    catalog, at = here.catalog, here.clock()
    made = once(actor, lambda session: take_up(session, actor, command, catalog=catalog, at=at).id)
    return redirect(url_for("assessments.page", assessment_id=made), HTTPStatus.SEE_OTHER)


@blueprint.get("/statement-papers/<statement_paper_id>")
@needs(Action.LOOK)
def paper(statement_paper_id: str) -> Response:
    """Give the team a document that an employer put beside a statement."""
    with current().database.reading(current_actor().organization_id) as session:
        found = get_paper(session, statement_paper_id)
    return serve_file(found.sha256, found.media_type, of=found.id)


def items_of(session: Session) -> tuple[AfterItem, ...]:
    """Return what the desk shows of all this."""
    return after_items(session)


def _employer_of(statement_id: str) -> str:
    with current().database.reading(current_actor().organization_id) as session:
        return get_statement(session, statement_id).employer_id


def _to(employer_id: str, anchor: str | None = None) -> Response:
    where = url_for("disputes.page", employer_id=employer_id, _anchor=anchor)
    return redirect(where, HTTPStatus.SEE_OTHER)


def _refused(employer_id: str, refusal: FaultsError, about: str) -> Response:
    shown = _page(employer_id, refusal.faults, about=about)
    return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)


def _listing(faults: Iterable[Fault] = ()) -> str:
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        zone = get_organization(session, actor.organization_id).time_zone
        today = doors.local_day(here.clock(), zone)
        return render_template(
            "web/disputes/listing.html",
            items=after_items(session),
            times=answer_times(session, today=today),
            promised=answer_days(session, actor.organization_id),
            longest=LONGEST_ANSWER,
            may_manage=actor.may(Action.MANAGE),
            today=today,
            day=day_words,
            faults=tuple(faults),
            typed=request.form,
        )


def _page(employer_id: str, faults: Iterable[Fault] = (), *, about: str = "") -> str:
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        sheet = sheet_of(session, actor, employer_id, at=current().clock())
    zone = sheet.organization.time_zone
    return render_template(
        "web/disputes/page.html",
        sheet=sheet,
        standing=Standing,
        states=StatementState,
        topics=Topic,
        outcomes=OUTCOMES,
        ways=WAYS,
        longest=LONGEST_REASON,
        longest_reasons=_LONGEST_REASONS,
        may_notify=actor.may(Action.NOTIFY),
        may_review=actor.may(Action.REVIEW),
        may_publish=actor.may(Action.PUBLISH),
        may_assess=actor.may(Action.ASSESS),
        me=actor.person_id,
        typed=request.form,
        faults=tuple(faults),
        about=about,
        moment=lambda at, say: moment_words(at, zone, say),
        day=day_words,
    )


def letter_page(employer_id: str, token: str, *, is_new_address: bool = False) -> str:
    """Return the letter to the employer, in both languages, with its link and a code of it."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        employer = get_employer(session, employer_id)
        organization = get_organization(session, actor.organization_id)
        promised = answer_days(session, actor.organization_id)
    links = {
        language: f"{here.settings.public_url}"
        + url_for("after.door", token=token, language=language)
        for language in LANGUAGES
    }
    spoken = current_speaker()
    first = (spoken.language, *(one for one in LANGUAGES if one != spoken.language))
    drawn = qr_svg(links[spoken.language], spoken("claims_code_picture"))
    return render_template(
        "web/disputes/letter.html",
        is_new_address=is_new_address,
        employer=employer,
        organization=organization,
        promised=promised,
        person=actor.name,
        letters=[(Speaker(one), links[one]) for one in first],
        picture=Markup(drawn),  # noqa: S704 - drawn by us, its title is escaped
    )
