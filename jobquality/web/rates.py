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
from jobquality.reading.scorecard import sector_words
from jobquality.reading.units import amount_words
from jobquality.rubrics.parameters import Parameters
from jobquality.rubrics.rows import Limit, Row
from jobquality.rubrics.units import UNITS, read_number, show_number
from jobquality.schemas.places import place_field
from jobquality.schemas.rates import load_rate
from jobquality.scoring.exact import read_exact
from jobquality.services.rates import add_rate, standing_of
from jobquality.services.secondlooks import confirm
from jobquality.services.touched import DueRow, list_due, list_touched
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


@blueprint.get("/rates")
@needs(Action.LOOK)
def listing() -> str:
    """Show the figures of the organization, which are due, and ask administrators for more."""
    today = current().clock().date()
    usual = {"as_of": today.isoformat(), "check_by": (today + _A_YEAR).isoformat()}
    asked = request.args.get("place", "")[:100]
    place = place_field(asked, current().catalog.parameters.places)
    parameter = request.args.get("parameter", "")
    known = parameter in current().catalog.parameters.by_id
    return _page({**usual, "parameter": parameter if known else _USUAL, "place": place})


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
        due=_grouped(list_due(shipped, on=today)),
        limits_of=lambda row: _limits(row, say),
        is_open=bool(request.args.get("parameter") or faults or not found),
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


def _grouped(due: Iterable[DueRow]) -> dict[str, list[DueRow]]:
    """Return the rows of each figure, those first of which one is overdue the longest."""
    found: dict[str, list[DueRow]] = {}
    for one in due:
        found.setdefault(one.parameter, []).append(one)
    return found


def _limits(row: Row, say: Speaker) -> str:
    """Return in words for which employers alone a row holds; empty where it is all."""
    return ", ".join(_limit(one, say) for one in row.limits)


def _limit(limit: Limit, say: Speaker) -> str:
    if limit.name == "sector":
        return say.spoken_or(f"rates_sector_{limit.equals}", sector_words(limit.equals, say))
    if limit.at_least is not None and limit.name == "headcount":
        return say("rates_limit_headcount", least=show_number(limit.at_least))
    if limit.name == "job":
        equals = say.spoken_or(f"rates_job_{limit.equals}", limit.equals)
        return say("rates_limit_job", equals=equals)
    return say.spoken_or(f"rates_limit_{limit.name}", str(limit))


def _amount(rate: Rate, shipped: Parameters, say: Speaker) -> str:
    number, known = read_number(rate.value), shipped.by_id.get(rate.parameter)
    return rate.value if number is None or known is None else amount_words(number, known.unit, say)


def _first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != _USUAL, name))


def _figure(number: Fraction | str, unit: str, say: Speaker) -> str:
    exact = read_exact(number) if isinstance(number, str) else number
    known = UNITS.get(unit)
    return str(number) if exact is None or known is None else amount_words(exact, known, say)
