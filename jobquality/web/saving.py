"""Save one answer, for a form and for our script: the same work, told as a page or as JSON."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import (
    ConflictError,
    Fault,
    FaultsError,
    ForbiddenError,
    JobQualityError,
    PausedError,
)
from jobquality.http import current, retry_after, status_of
from jobquality.schemas.answers import Typed
from jobquality.services.sheets import Sheet, read_sheet
from jobquality.services.waiting import (
    Choose,
    Late,
    choose,
)
from jobquality.store.database import Session
from jobquality.store.waiting import Waiting
from jobquality.web.asked import Form
from jobquality.web.asking import Asker, Reader
from jobquality.web.forms import told
from jobquality.web.keeping import Keeping, Work
from jobquality.web.languages import current_speaker
from jobquality.web.once import once, sent_key
from jobquality.web.progress import progress_words, told_progress, whole_of
from jobquality.web.said import version_in
from jobquality.web.stand import read_stand
from jobquality.web.telling import tell, tell_faults
from jobquality.web.visitors import current_actor, wants_json
from jobquality.web.working import start_of

#: The one page besides a question's own from which it can be answered.
TOPIC = "topic"
_LONGEST_ID = 32
#: What a person typed into a field is never followed by the start of a tag.
_ROOM = re.compile(r"\n\s+(?=<(?!/textarea))")
#: Between these no room is seen either.
_BLOCKS = "article|details|div|fieldset|form|h2|h3|header|legend|li|option|p|summary|t[dhr]|ul"
_BETWEEN_BLOCKS = re.compile(rf"\n\s*(?=</?(?:{_BLOCKS})\b)")


def save_answer(assessment_id: str, criterion: str, typed: Typed) -> Response:
    """Keep what a form gives, once."""
    return _told(_keeping(assessment_id, criterion, typed), Keeping.answer)


def save_confirmation(assessment_id: str, criterion: str, typed: Typed) -> Response:
    """Let an answer of last time count, once."""
    return _told(_keeping(assessment_id, criterion, typed), Keeping.confirm)


def _keeping(assessment_id: str, criterion: str, typed: Typed) -> Keeping:
    def of_form(work: Work) -> str:
        return once(current_actor(), work)

    return Keeping(
        assessment_id=assessment_id, criterion=criterion, typed=typed, key=_form_key(), once=of_form
    )


def _form_key() -> str:
    """Return the key of the form; one without it is refused when something is to be kept."""
    try:
        return sent_key()
    except FaultsError:
        return ""


def _told(kept: Keeping, keep: Callable[[Keeping], int | Late]) -> Response:
    """Keep an answer, and tell what came of it. What comes too late is kept beside."""
    try:
        done = keep(kept)
    except (FaultsError, PausedError) as refusal:
        return _again(kept.assessment_id, kept.criterion, kept.typed, refusal)
    except ForbiddenError as refusal:
        return _refused(refusal)
    if isinstance(done, int):
        return _saved(kept.assessment_id, kept.criterion, done)
    return _late(kept.assessment_id, kept.criterion, kept.typed, done.decision)


def save_choice(assessment_id: str, criterion: str) -> Response:
    """Let one of two answers count, once; whoever was slower sees what is there now."""
    here, actor = current(), current_actor()
    command = Choose(
        assessment_id=assessment_id,
        criterion=criterion,
        waiting_id=request.form.get("waiting", "")[:_LONGEST_ID],
        takes_waiting=request.form.get("take", "") == "waiting",
        seen=version_in(request.form.get("seen", "")),
    )

    def work(session: Session) -> str:
        choose(session, actor, command, at=here.clock())
        return criterion

    try:
        once(actor, work)
    except ConflictError:
        return _conflict(assessment_id, criterion)
    return _chosen(assessment_id, criterion)


def sheet_of(assessment_id: str) -> Sheet:
    """Return an assessment whole, as the actor's organization sees it."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        return read_sheet(session, assessment_id, catalog=here.catalog, at=here.clock())


def _at_field(criterion: str, fault: Fault) -> Fault:
    return replace(fault, where=f"{criterion}-{fault.where}") if fault.where else fault


def _late(assessment_id: str, criterion: str, typed: Typed, decision: Waiting | None) -> Response:
    """Show both answers; or tell who decided about these words when, and nothing waits.

    Our script is told what stands there, so that it stops sending. The version is 0 where
    somebody decided against the answer and none stands there.
    """
    if decision is None:
        return _conflict(assessment_id, criterion)
    said = asker_of(assessment_id).answered.decided(decision)
    if wants_json():
        return _saved(assessment_id, criterion, 0, said=said)
    page = page_around(assessment_id, criterion, Form(typed=typed, faults=(Fault(message=said),)))
    return Response(page, HTTPStatus.CONFLICT, mimetype="text/html")


def _saved(assessment_id: str, criterion: str, version: int, *, said: str = "") -> Response:
    """Tell our script as little as it needs: a save of a phone stays below 2 KB.

    The version is the one that this form made, also when somebody wrote another since and the
    form comes a second time: who sends again must not seem to have seen what they have not.
    """
    if not wants_json():
        return redirect(_address(assessment_id, criterion), HTTPStatus.SEE_OTHER)
    asker = asker_of(assessment_id)
    given, say = asker.answered.given(criterion), current_speaker()
    stands = asker.sheet.answers.get(criterion)
    now = asker.answered.now_around(criterion)
    return tell(
        HTTPStatus.OK,
        said=said or say("ask_saved", time=given.time if given else ""),
        time=given.time if given else "",
        answer=given.answer if given else "",
        version=version or (stands.version if stands else 0),
        now=now,
        progress=told_progress(asker.topics(), now),
        **_uncounted(asker, now),
        lands=asker.answered.lands(criterion),
    )


def _uncounted(asker: Asker, around: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """Return why what was saved does not count yet, with the address of the way out, if any."""
    known = asker.uncounted
    found = {name: [known[name].text, known[name].address] for name in around if name in known}
    return {"uncounted": found} if found else {}


def _chosen(assessment_id: str, criterion: str) -> Response:
    if not wants_json():
        return redirect(_address(assessment_id, criterion), HTTPStatus.SEE_OTHER)
    asker = asker_of(assessment_id)
    given = asker.answered.given(criterion)
    return tell(
        HTTPStatus.OK,
        said=current_speaker()("conflict_chosen"),
        time=given.time if given else "",
        answer=given.answer if given else "",
        version=given.version if given else 0,
        form=_fragment(asker, criterion),
    )


def _again(
    assessment_id: str, criterion: str, typed: Typed, refusal: FaultsError | PausedError
) -> Response:
    """Show the form again, with all that was typed and why it was not saved."""
    faults = tuple(_faults_at(criterion, refusal))
    status, say = status_of(refusal), current_speaker()
    if wants_json():
        reason = " ".join(say.refusal(fault.message) for fault in faults)
        response = tell_faults(status, faults, said=say("ask_unsaved", reason=reason))
    else:
        page = page_around(assessment_id, criterion, Form(typed=typed, faults=faults))
        response = Response(page, status, mimetype="text/html")
    if isinstance(refusal, PausedError):
        response.headers["Retry-After"] = str(retry_after(refusal))
    return response


def _faults_at(criterion: str, refusal: FaultsError | PausedError) -> Iterator[Fault]:
    if isinstance(refusal, PausedError):
        yield Fault(message=current_speaker()("ask_paused"))
        return
    for fault in refusal.faults:
        yield _at_field(criterion, fault)


def _conflict(assessment_id: str, criterion: str) -> Response:
    """Show both answers; both are kept until somebody chooses."""
    if not wants_json():
        page = page_around(assessment_id, criterion)
        return Response(page, HTTPStatus.CONFLICT, mimetype="text/html")
    said, form = current_speaker()("conflict_title"), _fragment(asker_of(assessment_id), criterion)
    return tell(HTTPStatus.CONFLICT, said=said, kept=True, form=form)


def _fragment(asker: Asker, criterion: str) -> str:
    """Return the form of one question alone, with the answers that wait beside it."""
    return render_template(
        "web/assessments/_form_alone.html",
        asked=asker.question(criterion),
        back=TOPIC if request.form.get("back") == TOPIC else "",
        **around(asker),
    )


def _refused(refusal: JobQualityError) -> Response:
    if not wants_json():
        raise refusal
    return tell(
        status_of(refusal), said=current_speaker()("ask_unsaved", reason=" ".join(told(refusal)))
    )


def page_around(assessment_id: str, criterion: str, form: Form | None = None) -> str:
    """Return the page from which a form was sent, with what was typed in it."""
    asker = asker_of(assessment_id, {criterion: form} if form else None)
    if request.form.get("back") == TOPIC:
        return topic_page(asker, asker.question(criterion).topic_id)
    return question_page(asker, criterion)


def topic_page(asker: Asker, topic_id: str) -> str:
    """Return the page of a topic, with all of its questions."""
    topic = asker.topic(topic_id)
    topics = asker.topics()
    place = [one.id for one in topics].index(topic_id)
    return render_template(
        "web/assessments/topic.html",
        topic=topic,
        questions=asker.questions(topic),
        tight=_tight,
        before=topics[place - 1] if place else None,
        following=topics[place + 1] if place + 1 < len(topics) else None,
        back=TOPIC,
        **around(asker),
    )


def _tight(html: Markup) -> Markup:
    """Return a long part of a page without the room between its tags: a bad line carries it."""
    return Markup(_ROOM.sub("\n", _BETWEEN_BLOCKS.sub("", html)))  # noqa: S704 - room goes alone


def question_page(asker: Asker, criterion: str) -> str:
    """Return the page of one question."""
    asked = asker.question(criterion)
    listed = [one for topic in asker.topics() for one in (*topic.questions, *topic.figures)]
    ids = [name for name, _ in listed]
    place = ids.index(criterion) if criterion in ids else None
    return render_template(
        "web/assessments/question.html",
        asked=asked,
        topic=asker.topic(asked.topic_id),
        before=listed[place - 1] if place else None,
        following=listed[place + 1] if place is not None and place + 1 < len(listed) else None,
        next_open=asker.next_open(criterion),
        back="",
        **around(asker),
    )


def around(asker: Asker) -> Mapping[str, object]:
    """Return what every page of an assessment shows around its questions."""
    sheet = asker.sheet
    return {
        "sheet": sheet,
        "names": asker.names,
        "title": asker.title,
        "stand": read_stand(sheet, current_speaker()),
        "working": start_of(sheet.assessment.id),
        "may_answer": sheet.is_open and current_actor().may(Action.ASSESS),
        "saved": request.args.get("saved", ""),
        "keep": " ".join(_kept_on_phone(asker)),
        "progress_words": progress_words,
        "whole": whole_of(asker.topics()),
    }


def asker_of(assessment_id: str, forms: Mapping[str, Form] | None = None) -> Asker:
    """Return who asks the questions of an assessment to the person at the page."""
    return Asker(
        sheet_of(assessment_id),
        current_speaker(),
        forms,
        reader=Reader(id=current_actor().person_id, start=start_of(assessment_id)),
    )


def _kept_on_phone(asker: Asker) -> Iterator[str]:
    """Yield the addresses that our worker fetches ahead, so that every question is at hand."""
    known = asker.sheet.assessment.id
    yield url_for("phone.page")
    yield url_for("assessments.page", assessment_id=known)
    for topic in asker.topics():
        yield url_for("assessments.topic", assessment_id=known, topic_id=topic.id)


def panel(asker: Asker) -> str:
    """Return how the score stands, as it lies beside the questions."""
    return render_template("web/assessments/_stand_alone.html", **around(asker))


def _address(assessment_id: str, criterion: str) -> str:
    """Return the page that a form was sent from; never an address from outside."""
    if request.form.get("back") == TOPIC:
        asker = asker_of(assessment_id)
        return url_for(
            "assessments.topic",
            assessment_id=assessment_id,
            topic_id=asker.question(criterion, with_parts=False).topic_id,
            saved=criterion,
            _anchor=criterion,
        )
    return url_for(
        "assessments.question",
        assessment_id=assessment_id,
        criterion=criterion,
        saved=criterion,
        _anchor=criterion,
    )
