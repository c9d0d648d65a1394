"""Links to employers that a removed person left: listed, and each given a new address."""

from flask import make_response, render_template
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.services.links import RenewLeft, links_for, renew_left, ways_of_link
from jobquality.store.database import Session
from jobquality.store.links import LinkKind
from jobquality.store.notices import get_notice
from jobquality.store.organizations import get_organization
from jobquality.web import claiming, disputes
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.noticed import notice_page
from jobquality.web.notices import new_token
from jobquality.web.once import once
from jobquality.web.sessions import digest_of
from jobquality.web.visitors import current_actor, needs
from jobquality.web.ways import link_of, send_again
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("links", __name__)


@blueprint.get("/links")
@needs(Action.NOTIFY)
def page() -> str:
    """Show the links that stay open although whoever made them was removed."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        left = links_for(session, actor, at=here.clock())
        zone = get_organization(session, actor.organization_id).time_zone
    return render_template(
        "web/links/page.html",
        left=left,
        kinds=LinkKind,
        moment=lambda at: moment_words(at, zone, current_speaker()),
    )


@blueprint.post("/links/notices/<notice_id>")
@needs(Action.NOTIFY)
def notice(notice_id: str) -> Response:
    """Give the link to a draft a new address, tell it as the old one was, and show it this once."""
    actor, token = current_actor(), new_token()

    def work(session: Session) -> str:
        ways = ways_of_link(session, actor, get_notice(session, notice_id))
        _renew(session, LinkKind.NOTICE, notice_id, token)
        renewed = get_notice(session, notice_id)
        send_again(session, actor, renewed, ways, token=token)
        return renewed.assessment_id

    return make_response(notice_page(once(actor, work), link=link_of(token)))


@blueprint.post("/links/questionnaires/<questionnaire_id>")
@needs(Action.ASSESS)
def questions(questionnaire_id: str) -> Response:
    """Give the link to questions a new address, and show it this once."""
    token, kind = new_token(), LinkKind.QUESTIONS
    once(current_actor(), lambda session: _renew(session, kind, questionnaire_id, token))
    return make_response(claiming.letter_page(questionnaire_id, token, is_new_address=True))


@blueprint.post("/links/after/<after_link_id>")
@needs(Action.NOTIFY)
def after(after_link_id: str) -> Response:
    """Give a link after publication a new address, and show it this once."""
    token, kind = new_token(), LinkKind.AFTER
    made = once(current_actor(), lambda session: _renew(session, kind, after_link_id, token))
    return make_response(disputes.letter_page(made, token, is_new_address=True))


def _renew(session: Session, kind: LinkKind, link_id: str, token: str) -> str:
    """Give a link a new address, and return whose it is."""
    here = current()
    command = RenewLeft(id=here.new_id(), kind=kind, link_id=link_id, token_digest=digest_of(token))
    return renew_left(session, current_actor(), command, at=here.clock()).employer_id
