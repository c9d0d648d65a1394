"""The team's side of a reply: more time, the documents that came with it, and the decision."""

from flask import request
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, check_faults
from jobquality.http import current
from jobquality.schemas.replies import read_lines
from jobquality.scoring.facts import Grade
from jobquality.services import decisions as services
from jobquality.services.decisions import Decide, Decided, SignDecision
from jobquality.services.extensions import MOST_DAYS, AnswerTime
from jobquality.services.extensions import answer_time as answer
from jobquality.services.replypapers import TakePaper
from jobquality.services.replypapers import open_paper as open_for
from jobquality.services.replypapers import take_paper as take
from jobquality.services.replyspeakers import check_belongs, decide_speaker
from jobquality.services.takingback import TakeBack, take_back_decision
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.web.drafts import names_of
from jobquality.web.files import serve_file
from jobquality.web.forms import chosen
from jobquality.web.languages import current_language
from jobquality.web.noticed import done, last_notice
from jobquality.web.proofs import fresh
from jobquality.web.speaking import decision_of_form
from jobquality.web.visitors import current_actor, needs

_OUTCOME, _REASON = "outcome-", "reason-"


@needs(Action.REVIEW, guests=True)
@fresh
def decide(assessment_id: str) -> Response:
    """Decide on the employer's reply with reasons, or put a decision before a panel."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    decision = read_lines(request.form.get("decision", ""), "decision", faults)
    items = _items(faults)

    def work(session: Session) -> str:
        check_faults(faults)
        assessment = get_assessment(session, assessment_id)
        names = names_of(assessment.rubric, assessment.edition)
        panel = tuple(request.form.getlist("panel"))
        command = Decide(
            id=here.new_id(),
            notice_id=last_notice(session, assessment_id).id,
            decision=decision,
            items=items,
            titles={name: names.thing(name) for name in items},
            panel=panel,
            seats={one: seat for one in panel if (seat := request.form.get(f"seat-{one}"))},
            language=current_language(),
        )
        services.decide(session, actor, command, at=here.clock())
        return "decided"

    return done(assessment_id, work)


@needs(Action.REVIEW)
@fresh
def take_back(assessment_id: str) -> Response:
    """Take a decision back that another person made; it is decided anew."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    reason = read_lines(request.form.get("reason", ""), "reason", faults)

    def work(session: Session) -> str:
        check_faults(faults)
        notice = last_notice(session, assessment_id)
        command = TakeBack(id=here.new_id(), notice_id=notice.id, reason=reason)
        take_back_decision(session, actor, command, at=here.clock())
        return "taken_back"

    return done(assessment_id, work)


@needs(Action.LOOK, guests=True)
@fresh
def sign(assessment_id: str) -> Response:
    """Agree to a decision as one of its panel."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        command = SignDecision(
            id=here.new_id(),
            notice_id=last_notice(session, assessment_id).id,
            panel_id=request.form.get("panel_id", ""),
        )
        services.sign(session, actor, command, at=here.clock())
        return "signed"

    return done(assessment_id, work)


@needs(Action.LOOK, guests=True)
@fresh
def speaker(assessment_id: str, reply_speaker_id: str) -> Response:
    """Accept that somebody speaks for the employer, or say that it was not the employer."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        command = decision_of_form(reply_speaker_id)
        check_belongs(session, assessment_id, reply_speaker_id)
        return decide_speaker(session, actor, command, at=here.clock()).id

    return done(assessment_id, work, about=reply_speaker_id)


@needs(Action.NOTIFY)
def answer_time(assessment_id: str) -> Response:
    """Give an employer more time, or say why not."""
    here, actor = current(), current_actor()
    faults: list[Fault] = []
    said = read_lines(request.form.get("time_answer", ""), "time_answer", faults)

    def work(session: Session) -> str:
        check_faults(faults)
        command = AnswerTime(
            notice_id=last_notice(session, assessment_id).id,
            days=_days(request.form.get("more_days", "")),
            answer=said,
            is_granted=chosen("do", "grant", "refuse") == "grant",
        )
        answer(session, actor, command, at=here.clock())
        return "answered"

    return done(assessment_id, work)


@needs(Action.LOOK, guests=True)
def open_paper(assessment_id: str, paper_id: str) -> Response:
    """Give a document of the employer's to somebody of the team, and keep that they opened it."""
    here, actor = current(), current_actor()
    with here.database.transaction(actor.organization_id) as session:
        paper = open_for(session, actor, assessment_id, paper_id, at=here.clock())
    return serve_file(paper.sha256, paper.media_type, of=paper.id)


@needs(Action.ASSESS)
def take_paper(assessment_id: str, paper_id: str) -> Response:
    """Make evidence of a document of the employer's."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        command = TakePaper(
            paper_id=paper_id, evidence_id=here.new_id(), grade=_grade(request.form.get("grade"))
        )
        return take(session, actor, assessment_id, command, at=here.clock()).id

    return done(assessment_id, work)


def _items(faults: list[Fault]) -> dict[str, Decided]:
    form = request.form
    named = [name.removeprefix(_OUTCOME) for name in form if name.startswith(_OUTCOME)]
    return {
        name: Decided(
            outcome=form[f"{_OUTCOME}{name}"],
            reason=read_lines(form.get(f"{_REASON}{name}", ""), f"{_REASON}{name}", faults),
        )
        for name in named
    }


def _days(text: str) -> int:
    """Return the days more; what is no number is refused as too many."""
    text = text.strip()
    known = text.isascii() and text.isdecimal() and len(text) < len(str(MOST_DAYS)) + 1
    return int(text) if known else MOST_DAYS + 1


def _grade(text: str | None) -> Grade:
    """Return the grade that was chosen; without a choice it stays a claim."""
    return Grade(text) if text in {one.value for one in Grade} else Grade.E0
