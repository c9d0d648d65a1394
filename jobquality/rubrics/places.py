"""Places and what they lie in: city, county, region, state, country."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields, nearest

COUNTRY = "us"
_COUNTY = re.compile(r"\d{5}")
_CODE = re.compile(r"\d+")
_PLACE_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,39}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every place we know by name; other counties are known by their state."""

    by_id: Mapping[str, Place]
    by_code: Mapping[str, Place]

    def find(self, text: str) -> str | None:
        """Return the id of a place as people write it (`TX`, `48`, `48453`, `us`), or None."""
        if text in self.by_id:
            return text
        if text.upper() in self.by_code:
            return self.by_code[text.upper()].id
        if _COUNTY.fullmatch(text) and text[:2] in self.by_id:
            return text
        return text.lower() if text.lower() in self.by_id else None

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
        state = self.by_id[place[:2]]
        return state.rest or state.id

    def title(self, place: str) -> str:
        """Return the name for people: `New York County (36061)`."""
        known = self.by_id.get(place)
        if known is not None:
            return known.title
        return f"county {place} in {self.by_id[place[:2]].title}"

    def undecided(self, place: str) -> tuple[str, ...]:
        """Return the wage regions between which the place alone cannot decide."""
        known = self.by_id.get(place)
        if known is None:
            return ()
        if known.split:
            return tuple(
                sorted(one.id for one in self.by_id.values() if one.within == place and not _CODE.fullmatch(one.id))
            )
        return (known.ask,) if known.ask else ()

    def too_coarse(self, place: str) -> str:
        """Return why the place alone cannot decide a figure that differs by region."""
        known = self.by_id[place]
        regions = ", ".join(self.undecided(place))
        if known.split:
            return f"in {known.title} it depends on the county; give the county (five digits) or one of {regions}"
        return f"only a part of {known.title} lies in {regions}; give {regions} or {known.within}"

    def nearest(self, text: str) -> str:
        """Return a hint for a place that is not known."""
        names = {place.title.lower(): place.id for place in self.by_id.values()}
        if text.lower() in names:
            return f"Write '{names[text.lower()]}'."
        hint = nearest(text, [*self.by_id, *self.by_code])
        return hint or "Write us, a state (TX or 48), a county (five digits) or a city of our list."


def load_places(content: bytes) -> Places:
    """Return the places of a file.

    Raises:
        FaultsError: the file is not well-formed, or a place lies in one that is not listed.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    fields = Fields(document.tree, "a file of places", faults)
    found = [_place(Fields(tree, "a place", faults)) for tree in fields.groups("places")]
    fields.close()
    by_id = {place.id: place for place in found}
    unknown = [
        Fault(message=f"'{place.id}' names '{name}', which is not listed.")
        for place in found
        for name in (place.within, place.rest, place.ask)
        if name and name not in by_id
    ]
    if faults.found or unknown:
        raise FaultsError([*faults.found, *unknown])
    return Places(by_id=by_id, by_code={place.code: place for place in found if place.code})


def _place(fields: Fields) -> Place:
    name = fields.text("place", required=True)
    if not _PLACE_ID.fullmatch(name):
        fields.faults.add(fields.line, f"'{name}' cannot be the id of a place.")
    place = Place(
        id=name,
        title=fields.text("title", required=True),
        code=fields.text("code"),
        within=fields.text("within"),
        split=fields.flag("split"),
        rest=fields.text("rest"),
        ask=fields.text("ask"),
    )
    fields.close()
    return place
