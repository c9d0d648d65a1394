"""Initiatives, partners and activities as forms send them; every fault beside its field."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from jobquality.errors import check_faults
from jobquality.rubrics.places import Places
from jobquality.schemas.forms import Form, read_count
from jobquality.schemas.places import read_place
from jobquality.services.industries import INDUSTRIES, OTHER
from jobquality.services.initiatives import ActivityCommand, InitiativeCommand, PartnerCommand
from jobquality.store.initiatives import Kind, Way

_K = TypeVar("_K", bound=StrEnum)
_NAME, _PART, _TEXT, _SOURCE, _PLACE = 200, 300, 2_000, 2_000, 100
_MOST_COUNTED = 9_999_999
_CODE_DIGITS = range(2, 7)


def load_initiative(
    typed: Mapping[str, str], *, initiative_id: str, known: Collection[str], places: Places
) -> InitiativeCommand:
    """Return what a form says of an initiative; `known` are the standards it may score by.

    Raises:
        FaultsError: something cannot be used; each fault names its field.
    """
    form = Form(typed)
    command = InitiativeCommand(
        id=initiative_id,
        name=form.text("name", "The name", longest=_NAME, required=True),
        about=form.text("about", "The text", longest=_TEXT),
        sector=_industry(form),
        place=_place(form, places),
        rubric=form.text("rubric", "The standard", longest=_NAME, required=True),
        version=read_version(typed),
    )
    if command.name and not any(one.isalnum() for one in command.name):
        form.note("name", "A name needs at least one letter or digit.")
    if command.rubric and command.rubric not in known:
        form.note("rubric", "This standard is not here.", "Choose one of the list.")
    check_faults(form.faults)
    return command


def load_partner(
    typed: Mapping[str, str], *, partner_id: str, initiative_id: str
) -> PartnerCommand:
    """Return what a form says of an organization that takes part.

    Raises:
        FaultsError: something cannot be used; each fault names its field.
    """
    form = Form(typed)
    command = PartnerCommand(
        id=partner_id,
        initiative_id=initiative_id,
        name=form.text("partner_name", "The name", longest=_NAME, required=True),
        part=form.text("part", "The text", longest=_PART),
    )
    check_faults(form.faults)
    return command


def load_activity(
    typed: Mapping[str, str], *, activity_id: str, initiative_id: str
) -> ActivityCommand:
    """Return what a form says of something that was done.

    Raises:
        FaultsError: something cannot be used; each fault names its field.
    """
    form = Form(typed)
    # A faulty day stands as the first one until the faults are told.
    command = ActivityCommand(
        id=activity_id,
        initiative_id=initiative_id,
        kind=_one_of(form, "kind", Kind, Kind.TRAINING),
        way=_one_of(form, "way", Way, Way.MOVE_UP),
        title=form.text("title", "The title", longest=_NAME, required=True),
        text=form.text("text", "The text", longest=_TEXT),
        on=form.day("on", "The day", required=True) or date.min,
        workers=_count(form, "workers"),
        employers=_count(form, "employers"),
        source=form.text("source", "The source", longest=_SOURCE),
        version=read_version(typed),
    )
    check_faults(form.faults)
    return command


def read_version(typed: Mapping[str, str]) -> int:
    """Return the version that somebody saw; 0, which nothing has, where there is none."""
    text = typed.get("version", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len("9999999") else 0


def _industry(form: Form) -> str:
    chosen = form.typed.get("sector", "")
    if chosen in INDUSTRIES:
        return chosen
    code = form.typed.get("sector_code", "").strip()
    is_code = code.isascii() and code.isdecimal() and len(code) in _CODE_DIGITS
    if chosen != OTHER:
        form.note("sector", "The industry is missing.", "Choose one of the list.")
    elif not is_code:
        form.note("sector_code", "This is no NAICS code.", "Write 2 to 6 digits, such as 8121.")
    return code if is_code else ""


def _place(form: Form, places: Places) -> str:
    if not form.typed.get("place", "").strip():
        form.note("place", "The region is missing.", "Write a county, city or state.")
    if len(form.typed.get("place", "")) > _PLACE:
        form.note("place", f"The region has more than {_PLACE} characters.", "Shorten it.")
        return ""
    return form.read("place", lambda text: _found(text, places), "")


def _found(text: str, places: Places) -> str:
    """Return the id of a place; a whole state may be meant, though its counties differ."""
    by_title = {one.title.casefold(): one.id for one in places.by_id.values()}
    return places.find(text) or by_title.get(text.casefold()) or read_place(text, places)


def _one_of(form: Form, name: str, kinds: type[_K], otherwise: _K) -> _K:
    text = form.typed.get(name, "")
    if text in set(kinds):
        return kinds(text)
    form.note(name, "Please choose one.")
    return otherwise


def _count(form: Form, name: str) -> int | None:
    return form.read(name, lambda text: read_count(text, most=_MOST_COUNTED), None)
