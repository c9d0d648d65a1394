"""Possible duplicates, and two records that become one: seen before it happens."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.http import current
from jobquality.reading.names import Names, day_words
from jobquality.services import mergers as services
from jobquality.services.duplicates import call_different, find_pairs
from jobquality.services.mergers import Preview, Propose, find_why_not_undone, preview_merger
from jobquality.store.database import Session
from jobquality.store.employers import get_employer, get_whole, list_employers
from jobquality.store.mergers import MergerState, get_merger, list_mergers
from jobquality.store.people import list_people
from jobquality.web.forms import chosen
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("mergers", __name__)

_LONGEST_REASON = 1000


@blueprint.get("/employers/duplicates")
@needs(Action.LOOK)
def duplicates() -> str:
    """Show the pairs that may be one employer, with the reasons."""
    with _reading() as session:
        pairs = find_pairs(session)
        waiting = services.list_open(session)
    return render_template(
        "web/employers/duplicates.html", pairs=pairs, waiting=waiting, **_around()
    )


@blueprint.post("/employers/<employer_id>/different")
@needs(Action.ASSESS)
def different(employer_id: str) -> Response:
    """Remember that two employers are not the same."""
    here, actor = current(), current_actor()
    pair = (employer_id, request.form.get("other", "")[:32])

    def work(session: Session) -> str:
        get_employer(session, employer_id)
        if not pair[1]:
            check_faults([Fault(where="other", message="Choose the second employer.")])
        call_different(session, actor, pair, at=here.clock())
        return employer_id

    once(actor, work)
    return redirect(url_for("mergers.duplicates"), HTTPStatus.SEE_OTHER)


@blueprint.get("/employers/<employer_id>/merge")
@needs(Action.ASSESS)
def preview(employer_id: str) -> str:
    """Ask for the second record, or show what a merger with it would do."""
    return _preview(employer_id, request.args.get("other", "")[:32])


@blueprint.post("/employers/<employer_id>/merge")
@needs(Action.ASSESS)
def propose(employer_id: str) -> Response | tuple[str, int]:
    """Merge two records, or propose it to a second person."""
    here, actor = current(), current_actor()
    other = request.form.get("other", "")[:32]
    command = Propose(
        id=here.new_id(),
        kept_id=employer_id,
        merged_id=other,
        reason=request.form.get("reason", "")[:_LONGEST_REASON],
    )
    try:
        merger_id = once(
            actor,
            lambda session: (
                services.propose_merger(session, actor, command, keys=here.keys, at=here.clock()).id
            ),
        )
    except FaultsError as refusal:
        return _preview(employer_id, other, refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(url_for("mergers.page", merger_id=merger_id), HTTPStatus.SEE_OTHER)


@blueprint.get("/mergers/<merger_id>")
@needs(Action.LOOK)
def page(merger_id: str) -> str:
    """Show a merger: what it will do, or did, and whether it can be undone."""
    here, actor = current(), current_actor()
    with _reading() as session:
        merger = get_merger(session, merger_id)
        kept = get_employer(session, merger.kept_id)
        merged = get_employer(session, merger.merged_id)
        people = {one.id: one.name for one in list_people(session)}
        is_open = merger.state is MergerState.OPEN
        seen = preview_merger(session, kept.id, merged.id, but=merger.id) if is_open else None
        why_not = find_why_not_undone(session, merger, at=here.clock())
    return render_template(
        "web/employers/merger.html",
        merger=merger,
        kept=kept,
        merged=merged,
        people=people,
        preview=seen,
        may_undo=not why_not and (actor.may(Action.ASSESS) or actor.may(Action.REVIEW)),
        why_not=why_not,
        **_around(),
    )


@blueprint.post("/mergers/<merger_id>")
@needs(Action.LOOK)
def decide(merger_id: str) -> Response:
    """Confirm a merger, refuse it, take one's own back, or undo it."""
    here, actor = current(), current_actor()
    decision = chosen("decision", "confirm", "refuse", "undo")

    def work(session: Session) -> str:
        at = here.clock()
        if decision == "undo":
            services.undo_merger(session, actor, merger_id, keys=here.keys, at=at)
        else:
            is_confirmed = decision == "confirm"
            services.decide_merger(
                session, actor, merger_id, is_confirmed=is_confirmed, keys=here.keys, at=at
            )
        return merger_id

    once(actor, work)
    return redirect(url_for("mergers.page", merger_id=merger_id), HTTPStatus.SEE_OTHER)


def _preview(employer_id: str, other: str, faults: Iterable[Fault] = ()) -> str:
    seen: Preview | None = None
    with _reading() as session:
        kept = get_whole(session, employer_id)
        if other:
            seen = preview_merger(session, kept.id, other)
        near = [
            two.second if two.first.id == kept.id else two.first
            for two in find_pairs(session)
            if kept.id in (two.first.id, two.second.id)
        ]
        others = [one for one in list_employers(session) if one.id != kept.id]
        earlier = list_mergers(session, kept.id)
    return render_template(
        "web/employers/merge.html",
        kept=kept,
        preview=seen,
        near=near,
        others=others,
        earlier=earlier,
        faults=tuple(faults),
        typed=request.form,
        **_around(),
    )


def _around() -> dict[str, object]:
    def title_of(rubric: str) -> str:
        return Names.of(current().catalog.newest(rubric), say).words.title

    say = current_speaker()
    return {
        "actor": current_actor(),
        "action": Action,
        "day_of": lambda day: day_words(day, say),
        "title_of": title_of,
    }


def _reading() -> AbstractContextManager[Session]:
    return current().database.reading(current_actor().organization_id)
