"""Move a draft to a newer edition: see first what comes along, then do it or leave it."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.reading.names import Names
from jobquality.scoring.answers import find_questions
from jobquality.services.editionmoves import (
    EditionMove,
    MoveEdition,
    left_behind,
    look_ahead,
    move_edition,
    newer_edition,
)
from jobquality.services.sheets import Sheet
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.spoken import Spoken
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("editionmoves", __name__)

_LONGEST_EDITION = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with its answer in words; `note` is what else is to be said of it."""

    title: str
    answer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the page of a draft says of editions: the newer one, and what did not come along."""

    newer: str = ""
    older: str = ""
    left: tuple[str, ...] = ()


@blueprint.get("/assessments/<assessment_id>/newer-edition")
@needs(Action.ASSESS)
def page(assessment_id: str) -> str:
    """Show what moving it would do; nothing is done."""
    here, actor, say = current(), current_actor(), current_speaker()
    with here.database.reading(actor.organization_id) as session:
        move = look_ahead(session, actor, assessment_id, catalog=here.catalog, at=here.clock())
        employer = get_employer(session, move.assessment.employer_id)
    old, new = Names.of(move.old, say), Names.of(move.new, say)
    return render_template(
        "web/assessments/newer.html",
        move=move,
        employer=employer,
        title=new.words.title or move.new.rubric.id,
        left=tuple(_left(move, old)),
        come=tuple(_come(move, old, new)),
        open=[new.thing(name) for name in move.new_questions],
    )


@blueprint.post("/assessments/<assessment_id>/newer-edition")
@needs(Action.ASSESS)
def go(assessment_id: str) -> Response:
    """Move it."""
    here, actor = current(), current_actor()
    command = MoveEdition(
        assessment_id=assessment_id,
        edition=request.form.get("edition", "")[:_LONGEST_EDITION],
        seen=request.form.get("seen", 0, type=int),
    )

    def work(session: Session) -> str:
        move = move_edition(session, actor, command, catalog=here.catalog, at=here.clock())
        return move.assessment.id

    made = once(actor, work)
    return redirect(url_for("assessments.page", assessment_id=made), HTTPStatus.SEE_OTHER)


def beside(sheet: Sheet) -> Beside:
    """Return what the page of an assessment says of its edition; nothing once it is no draft."""
    here, actor, say = current(), current_actor(), current_speaker()
    if not sheet.is_open:
        return Beside()
    with here.database.reading(actor.organization_id) as session:
        newer = newer_edition(
            session, actor, sheet.assessment, catalog=here.catalog, at=here.clock()
        )
        behind = left_behind(session, sheet.assessment, catalog=here.catalog)
    names = Names.of(behind.edition, say) if behind else None
    return Beside(
        newer=newer.rubric.edition if newer else "",
        older=behind.edition.rubric.edition if behind else "",
        left=tuple(names.thing(one) for one in behind.criteria) if behind and names else (),
    )


def _left(move: EditionMove, old: Names) -> Iterator[Line]:
    """Yield what stays behind, in the order of the older edition."""
    spoken, said = Spoken(old), move.answers
    for name, question in find_questions(move.old.rubric).items():
        if name in move.bridged.left:
            why = old.say(f"newer_left_{move.bridged.left[name]}")
            answer = spoken.answer(question, said[name].answer)
            yield Line(title=old.thing(name), answer=answer, note=why)


def _come(move: EditionMove, old: Names, new: Names) -> Iterator[Line]:
    """Yield what comes along, in the order of the newer edition."""
    spoken = Spoken(new)
    for name, question in find_questions(move.new.rubric).items():
        answer = move.bridged.answers.get(name)
        if answer is not None and answer.answer:
            before = old.thing(move.bridged.came_from[name])
            note = new.say("newer_come_from", title=before) if before != new.thing(name) else ""
            said = spoken.answer(question, answer.answer)
            yield Line(title=new.thing(name), answer=said, note=note)
