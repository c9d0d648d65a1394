"""Places as people type them: `Texas`, `TX`, `Travis County, TX`, `48453`."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from jobquality.rubrics.places import COUNTRY, Places
from jobquality.schemas.texts import quoted

_KIND = re.compile(r"\s+\(?(county|parish|borough|municipio|condado)\)?$")
_SPANISH = re.compile(r"^condado de(l)?\s+")
_STATE_DIGITS = 2
_MOST_NAMED = 4
_MOST_OFFERED = 12
#: A county that is called a city is one: Carson City.
_CITY = " city"
_LIKELY = 80


class PlaceError(ValueError):
    """The place is not known, or may be several; the message says what to write."""


def read_area(text: str, places: Places) -> str:
    """Return the id of the place that somebody means, however large.

    Raises:
        PlaceError: it is not known, or several places have that name.
    """
    typed = " ".join(text.split())
    found = places.find(typed)
    if found:
        return found
    return _only(typed, tuple(_called(typed.casefold(), places)), places)


def place_field(code: str, places: Places) -> str:
    """Return a place as a person types it, so that it is read as the same one; else its code."""
    found = places.find(code)
    if found is None:
        return code
    name, state = places.counties.get(found, ""), places.by_id.get(found[:2])
    titles = (places.title(found), *((f"{name} County, {state.title}",) if name and state else ()))
    return next((one for one in titles if _is_read_as(one, found, places)), code)


def _is_read_as(typed: str, place: str, places: Places) -> bool:
    try:
        return read_area(typed, places) == place
    except ValueError:
        return False


def may_mean(text: str, places: Places) -> tuple[str, ...]:
    """Return the ids of the few places that somebody may mean, where that is not clear."""
    typed = " ".join(text.split())
    called = tuple(_called(typed.casefold(), places))
    found = called or tuple(_partly(typed.casefold(), places))
    is_clear = places.find(typed) is not None or len(called) == 1
    return () if is_clear or len(found) > _MOST_OFFERED else found


def read_place(text: str, places: Places) -> str:
    """Return the id of the place where somebody works.

    Raises:
        PlaceError: as for `read_area`, or the wage laws differ inside it.
    """
    place = read_area(text, places)
    if places.undecided(place):
        reason = places.too_coarse(place)
        message = f"One minimum wage is not enough here: {reason}."
        raise PlaceError(message)
    return place


def _only(typed: str, found: tuple[str, ...], places: Places) -> str:
    if len(found) == 1:
        return found[0]
    partly = () if found else tuple(_partly(typed.casefold(), places))
    if partly:
        message = (
            f"{quoted(typed)} may be a county or a city, and we know the counties: "
            f"{_titles(partly, places)}. Choose one, or write it as in Travis County, TX."
        )
        raise PlaceError(message)
    if not found:
        message = f"We do not know the place {quoted(typed)}. {_hint(typed, places)}"
        raise PlaceError(message)
    message = (
        f"{len(found)} places are called {quoted(typed)}: {_titles(found, places)}. "
        "Add the state, as in Travis County, TX; or write the code."
    )
    raise PlaceError(message)


def _titles(found: tuple[str, ...], places: Places) -> str:
    titles = "; ".join(_told(one, places) for one in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return f"{titles}{more}"


def _told(place: str, places: Places) -> str:
    title = places.title(place)
    return title if place in title else f"{title} ({place})"


def _called(typed: str, places: Places) -> Iterator[str]:
    """Yield every place of that whole name; a state comes before a county that shares it."""
    states = {one.title.casefold(): one.id for one in places.by_id.values() if _is_state(one.id)}
    if typed in states:
        yield states[typed]
        return
    name, state = _apart(typed, states, places)
    county = _SPANISH.sub("", _KIND.sub("", name))
    if county != name or name.endswith(_CITY):
        yield from _counties(county, state, places)
    for place in places.by_id.values():
        listed = place.id not in places.counties and not _is_state(place.id)
        if listed and place.title.casefold() == name and place.id.startswith(state):
            yield place.id


def _partly(typed: str, places: Places) -> Iterator[str]:
    """Yield every county whose name this is the first part of: `austin` of Austin County.

    A city may have that name too, and lie elsewhere: Austin, Texas, is in Travis County.
    """
    states = {one.title.casefold(): one.id for one in places.by_id.values() if _is_state(one.id)}
    yield from _counties(*_apart(typed, states, places), places)


def _counties(name: str, state: str, places: Places) -> Iterator[str]:
    for code, title in places.counties.items():
        if title.casefold() == name and code.startswith(state) and places.find(code):
            yield code


def _apart(typed: str, states: dict[str, str], places: Places) -> tuple[str, str]:
    """Return the name and the state beside it, `travis county, tx` or `travis county texas`."""
    for title, state in states.items():
        if typed.endswith((f" {title}", f",{title}")):
            return typed[: -len(title)].rstrip(" ,"), state
    head, _, tail = typed.replace(",", " ").rpartition(" ")
    found = places.find(tail) if tail.isalpha() else None
    return (head.strip(), found) if found and found != COUNTRY else (typed, "")


def _hint(typed: str, places: Places) -> str:
    names = {
        **{code: f"{title} County" for code, title in places.counties.items()},
        **{one.id: one.title for one in places.by_id.values()},
    }
    if not any(one.isalpha() for one in typed):
        return places.nearest(typed)
    best = process.extractOne(typed, names, scorer=fuzz.ratio, score_cutoff=_LIKELY)
    if best is None:
        return "Write a state (Texas or TX), or a county with its state (Travis County, TX)."
    return f"Did you mean {places.title(best[2])}?"


def _is_state(place: str) -> bool:
    return place.isdecimal() and len(place) == _STATE_DIGITS
