"""Places and what they lie in: city, county, region, state, country."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields, closest, shown
from jobquality.rubrics.filekinds import check_kind

COUNTRY = "us"
_COUNTY = re.compile(r"[0-9]{5}")
_CODE = re.compile(r"[0-9]+")
_PLACE_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,39}")
_STATE_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: `id` is `us`, a FIPS or GEOID code, or the id of a wage region.

    `split` says that figures differ inside it, so that it alone decides nothing; `rest` is
    the region of its counties that are not listed. `ask` names the region that covers only
    a part of it, so that the county alone cannot decide either.
    """

    id: str
    title: str
    code: str
    within: str
    split: bool
    rest: str
    ask: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every place we know: those of our list, and all other counties by code and name.

    A five-digit code that is no county is not guessed to be one: it may be a ZIP code, whose
    first digits name another state.
    """

    by_id: Mapping[str, Place]
    by_code: Mapping[str, Place]
    counties: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """Return the id of a place as people write it (`TX`, `48`, `48453`, `us`), or None."""
        if text.lower() in self.by_id:
            return text.lower()
        if text.upper() in self.by_code:
            return self.by_code[text.upper()].id
        return text if self._is_other_county(text) else None

    def _is_other_county(self, text: str) -> bool:
        """Say whether it may be a county that is not listed: a split state lists its counties."""
        state = self.by_id.get(text[:_STATE_DIGITS]) if text in self.counties else None
        return state is not None and (not state.split or bool(state.rest))

    def chain(self, place: str) -> tuple[str, ...]:
        """Return the place and everything it lies in, nearest first, the country last."""
        chain = [place]
        while chain[-1] != COUNTRY:
            chain.append(self._outside(chain[-1]))
        return tuple(chain)

    def _outside(self, place: str) -> str:
        known = self.by_id.get(place)
        if known is not None:
            return known.within or COUNTRY
        state = self.by_id[place[:_STATE_DIGITS]]
        return state.rest or state.id

    def title(self, place: str) -> str:
        """Return the name for people: `Bronx County`, or `Travis (county 48453), Texas`."""
        known = self.by_id.get(place)
        if known is not None:
            return known.title
        state = self.by_id[place[:_STATE_DIGITS]]
        return f"{self.counties[place]} (county {place}), {state.title}"

    def undecided(self, place: str) -> tuple[str, ...]:
        """Return the wage regions between which the place alone cannot decide."""
        known = self.by_id.get(place)
        if known is None:
            return ()
        if not known.split:
            return (known.ask,) if known.ask else ()
        inside = (one.id for one in self.by_id.values() if one.within == place)
        return tuple(sorted(name for name in inside if not _CODE.fullmatch(name)))

    def too_coarse(self, place: str) -> str:
        """Return why the place alone cannot decide a figure that differs by region."""
        known = self.by_id[place]
        regions = " or ".join(self.undecided(place))
        if known.split:
            return (
                f"in {known.title} it depends on the county; "
                f"give the county (five digits) or {regions}"
            )
        return f"only a part of {known.title} lies in {regions}; give {regions} or {known.within}"

    def nearest(self, text: str) -> str:
        """Return a hint for a place that is not known."""
        names = {place.title.lower(): place for place in self.by_id.values()}
        place = names.get(closest(text.lower(), names))
        if place is not None and not text[:1].isdigit():
            return f"For {place.title} write {place.code or place.id}."
        if _COUNTY.fullmatch(text):
            return "It is no county code; a ZIP code does not tell the county. Look the county up."
        return "Write us, a state (TX or 48), a county (five digits) or a city of our list."


def load_places(content: bytes, *, counties: Mapping[str, str]) -> Places:
    """Return the places of a file, and the counties that it does not list, by code and name.

    Raises:
        FaultsError: the file is not well-formed, a place lies in one that is not listed, or
            walking outwards never ends.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    check_kind(document.tree, "places")
    fields = Fields(document.tree, "a file of places", faults)
    found = [_place(Fields(tree, "a place", faults)) for tree in fields.groups("places")]
    fields.close()
    _check_twice(found, faults)
    by_id = {place.id: place for place in found}
    for place in found:
        _check_neighbours(place, by_id, faults)
    faults.check()
    by_code = {place.code: place for place in found if place.code}
    return Places(by_id=by_id, by_code=by_code, counties=counties)


def _check_twice(found: Iterable[Place], faults: Faults) -> None:
    seen: set[str] = set()
    for place in found:
        names = {place.id, place.code.lower()} - {""}
        for name in sorted(names & seen):
            faults.add(place.line, f"The place '{name}' stands twice.", "Keep one of them.")
        seen |= names


def _check_neighbours(place: Place, by_id: Mapping[str, Place], faults: Faults) -> None:
    for name in (place.within, place.rest, place.ask):
        if name and name not in by_id:
            message = f"'{place.id}' names '{name}', which is not listed."
            faults.add(place.line, message, "Correct it, or add it.")
    passed = [place.id]
    while (outside := by_id.get(passed[-1])) is not None and outside.within:
        if outside.within in passed:
            message = f"'{place.id}' lies in itself: {' → '.join([*passed, outside.within])}."
            faults.add(place.line, message, "Correct 'within'.")
            return
        passed.append(outside.within)


def _place(fields: Fields) -> Place:
    name = fields.text("place", required=True)
    if name and not _PLACE_ID.fullmatch(name):
        message = f"{shown(name)} cannot be the id of a place."
        fields.faults.add(fields.line, message, "Use a Census code, or small letters and _.")
    place = Place(
        id=name,
        title=fields.text("title", required=True),
        code=fields.text("code"),
        within=fields.text("within"),
        split=fields.flag("split"),
        rest=fields.text("rest"),
        ask=fields.text("ask"),
        line=fields.line,
    )
    fields.close()
    return place
