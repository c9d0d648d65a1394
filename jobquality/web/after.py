"""The employer's own door after publication: what it says, its plan, and what comes of it.

Looking at the link changes nothing, because scanners of mail look at links too. Inside, the
address holds no secret any more.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import ConflictError, Fault, FaultsError, RefusedError
from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.schemas.statements import read_action, read_amended, read_words
from jobquality.services import after as services
from jobquality.services.after import Door, answer_days
from jobquality.services.evidence import is_file_free
from jobquality.services.plans import LONGEST_OWNER, finish, take_action
from jobquality.services.speakers import LONGEST_FIELD, Introduce
from jobquality.services.statements import (
    LONGEST_TEXT,
    MOST_PAPERS,
    NewPaper,
    amend,
    own_paper,
    own_statement,
)
from jobquality.store.after import AfterSpeaker, list_speakers
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.employers import get_employer
from jobquality.store.organizations import get_organization
from jobquality.store.statements import StatementState, Topic
from jobquality.uploads import gate
from jobquality.uploads.gate import ACCEPTED, LARGEST
from jobquality.web.afterdoor import (
    LINK,
    NOTICE,
    SPEAKER,
    Inside,
    find_inside,
    inside,
    look_again,
    shut,
    visitor_of,
)
from jobquality.web.caching import keep_private
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.limits import check_tries, forgive, tries_at
from jobquality.web.moments import moment_words
from jobquality.web.once import once
from jobquality.web.replaced import stop_if_replaced
from jobquality.web.security import drop_from_visit, keep_in_visit, renew_visit
from jobquality.web.sessions import digest_of
from jobquality.web.speaking import Knock, check_not_own, code_of, is_own, let_in

blueprint = Blueprint("after", __name__, url_prefix="/<any(en,es):language>/after")
blueprint.after_request(keep_private)

_OWN = (
    "You are logged in at the organization that wrote this. Log out first if you want "
    "to see what the employer sees."
)
_WITH_FILES = "after.send"
#: All files of one form together, and a little for the rest of it.
_LARGEST_REQUEST = LARGEST + 1024 * 1024


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry files; it is set here because the token is read before the view."""
    del values
    if endpoint == _WITH_FILES:
        request.max_content_length = _LARGEST_REQUEST


@blueprint.get("/from/<token>")
def door(token: str) -> str:
    """Say whose score this is, and ask whether to come in."""
    found = _look(token)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return render_template(
            "web/after/door.html",
            organization=get_organization(session, found.organization_id),
            employer=get_employer(session, found.employer_id).name,
            days=answer_days(session, found.organization_id),
            is_own=is_own(found.organization_id),
        )


@blueprint.post("/from/<token>")
def enter(token: str) -> Response:
    """Come in on this device."""
    found = _look(token)
    check_not_own(found.organization_id, _OWN)
    here = current()
    # Two who open it at the same moment both come in: it was opened, whoever was first.
    with (
        suppress(ConflictError),
        here.database.transaction(found.organization_id) as session,
    ):
        services.open_link(session, digest_of(token), at=here.clock())
    renew_visit()
    keep_in_visit(LINK, digest_of(token))
    return redirect(url_for("after.page"), HTTPStatus.SEE_OTHER)


@blueprint.get("")
def page() -> Response:
    """Ask who speaks; then show the score, what was said, and the plan."""
    here = find_inside()
    if here is not None and here.speaker is None:
        return make_response(_who(here))
    return _overview()


@blueprint.post("")
def come() -> Response:
    """Keep who somebody says they are, or let them go on as before with their code."""
    here = find_inside()
    if here is None:
        return shut()
    return let_in(_knock(here))


@blueprint.get("/say/<any(dispute,fixed,statement):topic>")
@inside
def say(here: Inside, topic: str) -> Response:
    """Ask for the words, the questions, the day and the documents."""
    return make_response(_form(here, topic))


@blueprint.post("/say/<any(dispute,fixed,statement):topic>")
@inside
def send(here: Inside, topic: str) -> Response:
    """Keep what an employer says, and acknowledge it with the day of the answer."""
    papers: list[NewPaper] = []
    try:
        made = _send(here, topic, papers)
    except FaultsError as refusal:
        _drop_free(here, papers)
        shown = _form(here, topic, refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    except RefusedError as refusal:
        _drop_free(here, papers)
        shown = _form(here, topic, [Fault(message=str(refusal))])
        return make_response(shown, HTTPStatus.CONFLICT)
    return redirect(url_for("after.page", sent=made, _anchor=f"said-{made}"), HTTPStatus.SEE_OTHER)


@blueprint.get("/statements/<statement_id>")
@inside
def back(here: Inside, statement_id: str) -> Response:
    """Show a statement that came back, to take a worker's name out."""
    return make_response(_back(here, statement_id))


@blueprint.post("/statements/<statement_id>")
@inside
def again(here: Inside, statement_id: str) -> Response:
    """Keep a statement without the name."""

    def work(session: Session) -> str:
        command, seen = read_amended(request.form, statement_id)
        door = look_again(session, here)
        return amend(session, door, command, seen=seen, at=current().clock()).id

    try:
        made = once(visitor_of(here), work)
    except FaultsError as refusal:
        shown = _back(here, statement_id, refusal.faults)
        return make_response(shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("after.page", sent=made, _anchor=f"said-{made}"), HTTPStatus.SEE_OTHER)


@blueprint.get("/files/<document_id>")
@inside
def file(here: Inside, document_id: str) -> Response:
    """Give an employer its own document back."""
    with current().database.reading(here.door.organization_id) as session:
        paper = own_paper(session, here.door, document_id)
    return serve_file(paper.sha256, paper.media_type, of=paper.id)


@blueprint.post("/plan")
@inside
def plan(here: Inside) -> Response:
    """Keep who sees to an action of the plan, and until when."""
    context = current()

    def work(session: Session) -> str:
        command = read_action(request.form, action_id=context.new_id(), say=current_speaker())
        door = look_again(session, here)
        return take_action(session, door, here.speaker_id, command, at=context.clock()).criterion

    try:
        made = once(visitor_of(here), work)
    except FaultsError as refusal:
        return _overview(refusal.faults, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("after.page", _anchor=f"plan-{made}"), HTTPStatus.SEE_OTHER)


@blueprint.post("/leave")
def leave() -> Response:
    """Close it on this device; the link opens it again."""
    for name in (LINK, SPEAKER, NOTICE):
        drop_from_visit(name)
    renew_visit()
    return redirect(url_for("start.page"), HTTPStatus.SEE_OTHER)


def _look(token: str) -> Door:
    """Return what is behind a link; guesses are counted, right ones are not."""
    tries = tries_at("after")
    check_tries(tries)
    stop_if_replaced(digest_of(token), tries)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        found = services.look_behind(session, digest_of(token))
    forgive(tries)
    return found


def _knock(here: Inside) -> Knock:
    at = current().clock

    def introduce(session: Session, command: Introduce) -> AfterSpeaker:
        return services.introduce(session, look_again(session, here), command, at=at())

    return Knock(
        visitor=visitor_of(here),
        about=here.door.employer_id,
        slot=SPEAKER,
        came=lambda session: list_speakers(session, here.door.records),
        introduce=introduce,
        page=url_for("after.page"),
        ask=lambda faults: _who(here, faults),
    )


def _send(here: Inside, topic: str, papers: list[NewPaper]) -> str:
    context = current()
    command = read_words(request.form, topic, statement_id=context.new_id(), say=current_speaker())
    _read_files(papers)

    def work(session: Session) -> str:
        said = replace(command, papers=tuple(papers))
        door = look_again(session, here)
        return finish(session, door, here.speaker_id, said, at=context.clock()).id

    made = once(visitor_of(here), work)
    if made != command.id:
        _drop_free(here, papers)
    return made


def _read_files(papers: list[NewPaper]) -> None:
    """Let files in through the one gate; their own names are told to nobody."""
    context = current()
    for sent in request.files.getlist("files")[: MOST_PAPERS + 1]:
        if sent.filename:
            clean = gate.let_in(sent.stream.read(LARGEST + 1), sent.filename)
            papers.append(
                NewPaper(
                    id=context.new_id(),
                    sha256=context.files.keep(clean.content),
                    media_type=clean.kind.media_type,
                    size=len(clean.content),
                )
            )


def _drop_free(here: Inside, papers: Iterable[NewPaper]) -> None:
    """Leave no file on the disk that nothing names."""
    context = current()
    for one in papers:
        with context.database.reading(here.door.organization_id) as session:
            is_free = is_file_free(session, one.sha256)
        if is_free:
            context.files.remove(one.sha256)


def _who(here: Inside, faults: Iterable[Fault] = ()) -> str:
    return render_template(
        "web/after/who.html",
        here=here,
        typed=request.form,
        faults=tuple(faults),
        longest=LONGEST_FIELD,
    )


@inside
def _overview(
    here: Inside, faults: Iterable[Fault] = (), status: HTTPStatus = HTTPStatus.OK
) -> Response:
    shown = render_template(
        "web/after/page.html",
        code=code_of(here.speaker_id),
        sent=request.args.get("sent", ""),
        topics=tuple(Topic),
        states=StatementState,
        choices=_choices(here),
        longest=LONGEST_OWNER,
        typed=request.form,
        faults=tuple(faults),
        **_around(here),
    )
    return make_response(shown, status)


def _form(here: Inside, topic: str, faults: Iterable[Fault] = ()) -> str:
    wanted = request.form.getlist("criteria") or request.args.getlist("criteria")
    return render_template(
        "web/after/say.html",
        topic=topic,
        choices=_choices(here),
        wanted=wanted,
        typed=request.form,
        faults=tuple(faults),
        longest=LONGEST_TEXT,
        most=MOST_PAPERS,
        accepted=ACCEPTED,
        **_around(here),
    )


def _back(here: Inside, statement_id: str, faults: Iterable[Fault] = ()) -> str:
    with current().database.reading(here.door.organization_id) as session:
        statement = own_statement(session, here.door, statement_id)
    if statement.state is not StatementState.RETURNED:
        raise RefusedError("This statement did not come back, so it stays as it is.")
    return render_template(
        "web/after/again.html",
        statement=statement,
        typed=request.form,
        faults=tuple(faults),
        longest=LONGEST_TEXT,
        **_around(here),
    )


def _choices(here: Inside) -> list[tuple[str, str]]:
    """Return what of a score can be spoken of by itself, with its name, in its own order."""
    if here.snapshot is None:
        return []
    rubric = current().catalog.get(here.snapshot.rubric, here.snapshot.edition)
    known = {one.criterion for one in here.snapshot.facts}
    known |= {row.node for row in here.snapshot.scores}
    ids = [*(one.id for one in rubric.critical), *(one.id for one in rubric.root.criteria())]
    return [(one, here.names.thing(one)) for one in ids if one in known]


def _around(here: Inside) -> dict[str, object]:
    zone = here.organization.time_zone
    return {
        "here": here,
        "names": here.names if here.snapshot else None,
        "moment": lambda at, say: moment_words(at, zone, say),
        "day": day_words,
    }
