"""Files of places and dated figures, for tests."""

from datetime import date

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.parameters import Found, NoFigureError, Parameters, load_parameters
from jobquality.rubrics.places import Places, load_places

PLACES = """\
places:
  - {place: us, title: United States}
  - {place: 48, code: TX, title: Texas, within: us}
  - {place: 48453, title: Travis County, within: 48}
  - {place: 4805000, title: Austin, within: 48453}
  - {place: 36, code: NY, title: New York, within: us, split: yes, rest: ny_upstate}
  - {place: ny_downstate, title: New York City, within: 36}
  - {place: ny_upstate, title: Rest of New York State, within: 36}
  - {place: 36061, title: New York County, within: ny_downstate}
  - {place: 41, code: OR, title: Oregon, within: us, split: yes}
  - {place: or_metro, title: Portland metro, within: 41}
  - {place: or_standard, title: Standard counties, within: 41}
  - {place: 41047, title: Marion County, within: or_standard}
  - {place: 41051, title: Multnomah County, within: or_standard, ask: or_metro}
"""
COUNTIES = {"48999": "Loving", "36001": "Albany", "41999": "Nowhere"}
CHECKED = "source: A list, as_of: 2026-01-02, last_checked: 2026-01-02"
ON = date(2026, 6, 1)


def the_places(text: str = PLACES) -> Places:
    """Return the places of a file that is written out."""
    return load_places(text.encode(), counties=COUNTIES)


def parameter_text(*rows: str, lookup: str = "highest", name: str = "wage") -> str:
    """Return a file with one figure; each row is `place: 48, from: 2026-01-01, value: 8`."""
    values = "".join(f"      - {{{row}, {CHECKED}}}\n" for row in rows)
    return (
        f"parameters:\n  - parameter: {name}\n    unit: usd_per_hour\n    lookup: {lookup}\n"
        f"    values:\n{values}"
    )


def some_parameters(*rows: str, lookup: str = "highest") -> Parameters:
    """Return one figure, `wage`, with these rows."""
    places = the_places()
    content = parameter_text(*rows, lookup=lookup).encode()
    return Parameters(places=places).joined(load_parameters(content, places))


def look_up(parameters: Parameters, *, on: date = ON, **profile: str) -> Found:
    """Look `wage` up for an employer with this profile."""
    return parameters.look_up("wage", profile=profile, on=on)


def refusal_of(parameters: Parameters, *, on: date = ON, **profile: str) -> str:
    """Return why `wage` has no figure for this employer."""
    with pytest.raises(NoFigureError) as caught:
        look_up(parameters, on=on, **profile)
    return str(caught.value)


def faults_of_parameters(text: str) -> list[str]:
    """Return every fault of a file of figures, as a person reads it."""
    with pytest.raises(FaultsError) as caught:
        load_parameters(text.encode(), the_places())
    return [str(fault) for fault in caught.value.faults]


def faults_of_places(text: str) -> list[str]:
    """Return every fault of a file of places, as a person reads it."""
    with pytest.raises(FaultsError) as caught:
        load_places(text.encode(), counties=COUNTIES)
    return [str(fault) for fault in caught.value.faults]
