"""What people type about a dated figure, into a command."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from jobquality.errors import check_faults
from jobquality.rubrics.parameters import Parameters
from jobquality.schemas.forms import Form
from jobquality.schemas.places import read_area
from jobquality.schemas.typed import read_typed
from jobquality.services.rates import RateCommand, rate_faults
from jobquality.wording import Speaker

#: What is understood while the figure itself is not.
_MONEY = "usd"
_LONGEST_ID, _LONGEST_VALUE, _LONGEST_SOURCE = 80, 40, 500


def load_rate(
    typed: Mapping[str, str], say: Speaker, *, new_id: str, shipped: Parameters, on: date
) -> RateCommand:
    """Return what a form says of a figure, its amount as people write it; `on` is today.

    Raises:
        FaultsError: fields are missing or wrong; names every one by its id.
    """
    form = Form(typed)
    place = form.read("place", partial(read_area, places=shipped.places), "", chosen=True)
    if not typed.get("place", "").strip():
        form.note("place", "The place is missing.", "Write a state or a county: Travis County, TX.")
    command = RateCommand(
        id=new_id,
        parameter=form.text("parameter", "The figure", longest=_LONGEST_ID, required=True),
        place=place,
        first=form.day("first", "The first day", required=True) or date.min,
        value=_value(form, say, shipped),
        source=form.text("source", "The source", longest=_LONGEST_SOURCE, required=True),
        as_of=form.day("as_of", "The day it was read", required=True) or date.min,
        check_by=form.day("check_by", "The day to look again", required=True) or date.max,
    )
    named = {fault.where for fault in form.faults}
    more = (one for one in rate_faults(command, shipped, on=on) if one.where not in named)
    check_faults([*form.faults, *more])
    return command


def _value(form: Form, say: Speaker, shipped: Parameters) -> str:
    written = form.text("value", "The amount", longest=_LONGEST_VALUE, required=True)
    known = shipped.by_id.get(form.typed.get("parameter", ""))
    if not written:
        return ""
    try:
        return read_typed(written, say, unit=known.unit.name if known else _MONEY)
    except ValueError as error:
        form.note("value", str(error))
        return ""
