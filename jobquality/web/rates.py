"""Dated figures that an organization brings."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from fractions import Fraction
from http import HTTPStatus

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError
from jobquality.http import current
from jobquality.reading.names import day_words, place_words
from jobquality.reading.units import amount_words
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.units import UNITS, read_number
from jobquality.schemas.rates import load_rate
from jobquality.scoring.exact import read_exact
from jobquality.services.rates import add_rate, standing_of
from jobquality.services.secondlooks import confirm
from jobquality.services.touched import list_due, list_touched
from jobquality.store.database import Session
from jobquality.store.people import list_people
from jobquality.store.rates import Rate
from jobquality.web.languages import current_speaker
from jobquality.web.meant import choices_of
from jobquality.web.once import once
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint
from jobquality.wording import Speaker

blueprint = work_blueprint("rates", __name__)

#: What is asked for most.
_USUAL = "living_wage"
_A_YEAR = timedelta(days=365)
_MOST_DUE = 30


@blueprint.get("/rates")
@needs(Action.LOOK)
def listing() -> str:
    """Show the figures of the organization, which are due, and ask administrators for more."""
    today = current().clock().date()
    usual = {"as_of": today.isoformat(), "check_by": (today + _A_YEAR).isoformat()}
    return _page({**usual, "parameter": _USUAL, "place": request.args.get("place", "")[:100]})


@blueprint.post("/rates")
@needs(Action.MANAGE)
def add() -> Response | tuple[str, int]:
    """Add a figure."""
    here, actor = current(), current_actor()
    shipped, now = here.catalog.parameters, here.clock()
    try:
        command = load_rate(
            request.form, current_speaker(), new_id=here.new_id(), shipped=shipped, on=now.date()
        )
        once(
            actor,
            lambda session: add_rate(session, actor, command, shipped=shipped, at=now).id,
        )
    except FaultsError as refusal:
        return _page(request.form, refusal.faults), HTTPStatus.UNPROCESSABLE_ENTITY
    return redirect(url_for("rates.listing"), HTTPStatus.SEE_OTHER)


@blueprint.post("/rates/<rate_id>/confirm")
@needs(Action.REVIEW)
@fresh
def second(rate_id: str) -> Response:
    """Stand behind a figure as the second person."""
    here, actor = current(), current_actor()

    def work(session: Session) -> str:
        confirm(session, actor, rate_id, at=here.clock())
        return rate_id

    once(actor, work)
    return redirect(url_for("rates.listing"), HTTPStatus.SEE_OTHER)


def _page(typed: Mapping[str, str], faults: Iterable[Fault] = ()) -> str:
    here, say = current(), current_speaker()
    shipped = here.catalog.parameters
    with here.database.reading(current_actor().organization_id) as session:
        today = here.clock().date()
        found = standing_of(session, shipped, on=today)
        touched = list_touched(session, here.catalog, on=today)
        everybody = list_people(session)
    return render_template(
        "web/rates/page.html",
        found=found,
        touched=touched,
        due=list_due(shipped, on=today)[:_MOST_DUE],
        count_due=len(list_due(shipped, on=today)),
        people={one.id: one.name for one in everybody},
        left={one.id for one in everybody if not one.active},
        actor=current_actor(),
        may_review=current_actor().may(Action.REVIEW),
        figure_of=lambda number, unit: _figure(number, unit, say),
        parameters=shipped.by_id,
        options=[(name, say.spoken_or(f"rates_{name}", name)) for name in _first(shipped.by_id)],
        may_add=current_actor().may(Action.MANAGE),
        typed=typed,
        faults=tuple(faults),
        choices=choices_of(typed, faults, shipped.places, say),
        amount_of=lambda rate: _amount(rate, shipped, say),
        day_of=lambda day: day_words(day, say),
        place_of=lambda place: place_words(place, shipped.places, say),
    )


def _amount(rate: Rate, shipped: Parameters, say: Speaker) -> str:
    number, known = read_number(rate.value), shipped.by_id.get(rate.parameter)
    return rate.value if number is None or known is None else amount_words(number, known.unit, say)


def _first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != _USUAL, name))


def _figure(number: Fraction | str, unit: str, say: Speaker) -> str:
    exact = read_exact(number) if isinstance(number, str) else number
    known = UNITS.get(unit)
    return str(number) if exact is None or known is None else amount_words(exact, known, say)
