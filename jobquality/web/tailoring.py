"""Tailor a standard by a form: other weights, other points, what to leave out, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError, JobQualityError
from jobquality.http import current, status_of
from jobquality.reading.names import Names
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.extending import Part, TailoredFile, Wanted, parts_of, tailored_text
from jobquality.rubrics.units import read_number
from jobquality.services.practice import check_real
from jobquality.services.standard_drafts import BringEdition, bring_edition
from jobquality.services.standards import bases_in
from jobquality.store.database import Session
from jobquality.store.standards import STANDARD, list_own
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.once import once
from jobquality.web.reading import read_method
from jobquality.web.standard_faults import fault_lines, on_pages
from jobquality.web.standards import standard
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("tailoring", __name__)
blueprint.app_template_filter("on_pages")(on_pages)

_LONGEST_ID, _LONGEST_TEXT, _LONGEST_NUMBER = 80, 500, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One dimension or criterion in the form, with the name that people know it by.

    `labels` are the answers of its lines of points, in the words of the reader; where a line
    could not be told apart, all of them are as the file writes them, and `is_coded` says so.
    """

    part: Part
    title: str
    labels: tuple[str, ...]
    is_coded: bool


@blueprint.get("/standards/tailor")
@needs(Action.MANAGE)
def page() -> str:
    """Choose a standard, and say what is to be another; not in practice, which keeps none."""
    with current().database.reading(current_actor().organization_id) as session:
        check_real(session, current_actor())
    return _page(_base())


@blueprint.post("/standards/tailor")
@needs(Action.MANAGE)
def make() -> Response:
    """Write the file, and keep it as a draft if it can be used."""
    here, actor = current(), current_actor()
    base = _base()
    if base is None:
        return make_response(_page(None), HTTPStatus.UNPROCESSABLE_ENTITY)
    find = bases_in(here.catalog).content
    text = tailored_text(_wanted(base), base.content, find)
    command = BringEdition(id=here.new_id(), name="standard.yaml", parts={STANDARD: text.encode()})

    def work(session: Session) -> str:
        return bring_edition(session, actor, command, catalog=here.catalog, at=here.clock()).id

    try:
        draft_id = once(actor, work)
    except JobQualityError as refusal:
        return make_response(_page(base, refusal, text), status_of(refusal))
    return redirect(url_for("standard_drafts.page", draft_id=draft_id), HTTPStatus.SEE_OTHER)


def _base() -> Edition | None:
    name = request.values.get("base", "")[: 2 * _LONGEST_ID]
    return current().catalog.find(name) if name else None


def _wanted(base: Edition) -> TailoredFile:
    """Return what the form asks for: only what is not as it was."""
    find = bases_in(current().catalog).content
    return TailoredFile(
        rubric=_typed("rubric", _LONGEST_ID),
        edition=_typed("edition", _LONGEST_NUMBER),
        title=_typed("title", _LONGEST_TEXT),
        base=base.rubric.name,
        why=_typed("why", _LONGEST_TEXT),
        wanted={
            part.id: wanted
            for part in parts_of(base.content, find)
            if (wanted := _wanted_of(part)) is not None
        },
    )


def _wanted_of(part: Part) -> Wanted | None:
    name = part.id
    weight = _typed(f"weight-{name}", _LONGEST_NUMBER)
    given = tuple(
        _typed(f"gives-{name}-{place}", _LONGEST_NUMBER) or before
        for place, (_, before) in enumerate(part.steps)
    )
    wanted = Wanted(
        why=_typed(f"why-{name}", _LONGEST_TEXT),
        weight=weight if weight != part.weight else "",
        gives=given if given != tuple(before for _, before in part.steps) else (),
        is_dropped=request.form.get(f"drop-{name}") == "yes" and not part.is_dimension,
    )
    return wanted if wanted.weight or wanted.gives or wanted.is_dropped else None


def _typed(name: str, longest: int) -> str:
    return request.form.get(name, "").strip()[:longest]


def _page(base: Edition | None, refusal: JobQualityError | None = None, text: str = "") -> str:
    here, actor, language = current(), current_actor(), current_language()
    with here.database.reading(actor.organization_id) as session:
        own = [here.catalog.edition(one.rubric, one.edition) for one in list_own(session)]
    faults = _faults(refusal)
    known = [*here.catalog.by_name.values(), *own]
    return render_template(
        "web/standards/tailor.html",
        base=base,
        base_title=standard(base, language).title if base else "",
        options=[(one.rubric.name, standard(one, language)) for one in known],
        rows=tuple(_rows(base)) if base else (),
        typed=_filled(base),
        faults=faults,
        lines=tuple(fault_lines(faults, {"": text.encode()})),
        text=text,
    )


def _faults(refusal: JobQualityError | None) -> tuple[Fault, ...]:
    if isinstance(refusal, FaultsError):
        return refusal.faults
    return (Fault(message=str(refusal)),) if refusal else ()


def _rows(base: Edition) -> Iterator[Row]:
    catalog, say = current().catalog, current_speaker()
    names = Names.of(base, say)
    method = read_method(base, catalog.parameters, current_language(), say)
    known = {one.id: one.steps for topic in method.topics for one in topic.questions}
    for part in parts_of(base.content, bases_in(catalog).content):
        told = tuple(known.get(part.id, ()))
        is_same = [read_number(gives) for _, gives in part.steps] == [
            read_number(step.gives) for step in told
        ]
        yield Row(
            part=part,
            title=names.thing(part.id),
            labels=tuple(step.answer for step in told)
            if is_same
            else tuple(words for words, _ in part.steps),
            is_coded=not is_same,
        )


def _filled(base: Edition | None) -> Mapping[str, str]:
    """Return what stands in the form: what was typed, else the first free edition."""
    if request.form or base is None:
        return request.form
    today: date = current().clock().date()
    return {"edition": f"{today.year}.1"}
