"""All questions of a topic in one form: for browsers that run no scripts, and for whoever likes it.

Each answer is kept by itself, under a key of its own: what is refused is shown again as it was
typed, and hinders no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.schemas.answers import OneOf, Typed, typed_in
from jobquality.services.waiting import Late
from jobquality.store.earlier import list_earlier
from jobquality.web.asked import Form
from jobquality.web.asking import Asker
from jobquality.web.keeping import Keeping, Work
from jobquality.web.once import once_for_part, part_key, sent_key
from jobquality.web.said import version_in
from jobquality.web.saving import around, asker_of
from jobquality.web.visitors import current_actor


@dataclass(slots=True)
class _Outcome:
    """What became of the answers: how many were kept, and which stand there as they were typed."""

    kept: int = 0
    late: int = 0
    forms: dict[str, Form] = field(default_factory=dict)


def show_whole(assessment_id: str, topic_id: str) -> str:
    """Return the page with all questions of a topic in one form."""
    saved = request.args.get("saved", "")
    return _page(asker_of(assessment_id), topic_id, kept=version_in(saved))


def save_whole(assessment_id: str, topic_id: str) -> Response:
    """Keep every answer that was given or changed, and show the rest as it was typed."""
    sent_key()
    asker = asker_of(assessment_id)
    outcome = _Outcome()
    for name, typed in _given(asker, topic_id):
        _keep(assessment_id, name, typed, outcome)
    if not outcome.forms and not outcome.late:
        to = url_for(
            "assessments.whole",
            assessment_id=assessment_id,
            topic_id=topic_id,
            saved=outcome.kept,
        )
        return redirect(to, HTTPStatus.SEE_OTHER)
    now = asker_of(assessment_id, outcome.forms)
    page = _page(now, topic_id, kept=outcome.kept, unsaved=len(outcome.forms))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if outcome.forms else HTTPStatus.CONFLICT
    return Response(page, status, mimetype="text/html")


def _page(asker: Asker, topic_id: str, *, kept: int, unsaved: int = 0) -> str:
    topic = asker.topic(topic_id)
    return render_template(
        "web/assessments/whole.html",
        topic=topic,
        questions=asker.questions(topic),
        many=True,
        kept=kept,
        unsaved=unsaved,
        back="",
        **around(asker),
    )


def _given(asker: Asker, topic_id: str) -> Iterator[tuple[str, Typed]]:
    """Yield what is not as the page showed it, or was found still true."""
    for name in asker.topic(topic_id).places:
        typed = typed_in(OneOf(request.form, name))
        if f"{name}-seen" not in request.form:
            continue
        if _is_confirmed(name) or _plain(typed) != _plain(_shown(asker, name, typed)):
            yield name, typed


def _is_confirmed(name: str) -> bool:
    return request.form.get(f"{name}-confirm", "") == "yes"


def _shown(asker: Asker, name: str, typed: Typed) -> Typed:
    """Return what stood in the fields when the page was made, by the version that it names."""
    now = asker.shown(name)
    if now.seen == typed.seen:
        return now
    with current().database.reading(current_actor().organization_id) as session:
        earlier = list_earlier(session, asker.sheet.assessment.id, name)
    seen = [one for one in earlier if one.version == version_in(typed.seen)]
    return asker.shown_for(name, seen[0] if seen else None)


def _plain(typed: Typed) -> Typed:
    """Return what is typed as it is compared: browsers have their own order and line ends."""
    note = "\n".join(typed.note.splitlines())
    return replace(typed, boxes=tuple(sorted(typed.boxes)), note=note)


def _keep(assessment_id: str, name: str, typed: Typed, outcome: _Outcome) -> None:
    key = part_key(name, [repr(typed), _is_confirmed(name)])

    def of_part(work: Work) -> str:
        return once_for_part(current_actor(), key, work)

    one = Keeping(assessment_id=assessment_id, criterion=name, typed=typed, key=key, once=of_part)
    try:
        done = one.confirm() if _is_confirmed(name) else one.answer()
    except FaultsError as refusal:
        faults = tuple(_at(name, fault) for fault in refusal.faults)
        outcome.forms[name] = Form(typed=typed, faults=faults)
        return
    if not isinstance(done, Late):
        outcome.kept += 1
    elif done.decision is None:
        outcome.late += 1
    else:
        decided = asker_of(assessment_id).answered.decided(done.decision)
        outcome.forms[name] = Form(typed=typed, faults=(Fault(message=decided),))


def _at(name: str, fault: Fault) -> Fault:
    return replace(fault, where=f"{name}-{fault.where}") if fault.where else fault
