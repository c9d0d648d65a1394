"""Addresses of workplaces: what cannot be one, and how two are held side by side.

No library for US addresses is small and kept: the usual one carries a trained model of
hundreds of megabytes, and a wrong guess here costs no more than one pair that a person looks at.

Source of the short forms: USPS Publication 28, appendices B and C1.
"""

import re
from collections.abc import Iterator

from jobquality.errors import Fault
from jobquality.services.likeness import text_key

_SHORT = {
    "alley": "aly", "avenue": "ave", "av": "ave", "avenida": "ave", "boulevard": "blvd",
    "bulevar": "blvd", "calle": "st",  # codespell:ignore calle
    "center": "ctr", "centre": "ctr", "circle": "cir",
    "court": "ct", "drive": "dr", "expressway": "expy", "freeway": "fwy", "highway": "hwy",
    "lane": "ln", "parkway": "pkwy", "pike": "pike", "place": "pl", "plaza": "plz",
    "road": "rd", "square": "sq", "street": "st", "str": "st", "terrace": "ter", "trail": "trl",
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw",
    "southeast": "se", "southwest": "sw", "saint": "st", "mount": "mt", "fort": "ft",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
}  # fmt: skip
#: What follows these words is a door inside the building.
_INSIDE = re.compile(
    r"(?:\b(?:suite|ste|unit|apartment|apt|room|rm|floor|fl|local|space|bldg|building)\b|#)"
    r"\.?\s*[\w-]*",
    re.IGNORECASE,
)
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$")
_WRONG_ZIP = re.compile(r"\b[A-Z]{2}\s+(?!\d{5}(?:-\d{4})?\s*$)\d[\d-]*\s*$")
_NO_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\S+", re.IGNORECASE)
_NUMBER_AND_STREET = 3


def address_key(address: str) -> str:
    """Return an address as it is compared: its number, street and town, without the door inside.

    `500 North Elm Street, Suite 4, Austin, TX 78701` and `500 N. Elm St, Austin TX 78701-1234`
    have one key. An address without a number has none: two shops of one mall are two.
    """
    outside = _INSIDE.sub(" ", address.strip())
    words = text_key(_ZIP.sub(r"\1", outside)).split()
    short = [_SHORT.get(word, word) for word in words]
    if len(short) < _NUMBER_AND_STREET or not any(one[0].isdigit() for one in short):
        return ""
    return " ".join(one for one in short if one not in {"usa", "us"})


def street_key(address: str) -> str:
    """Return what stands before the first comma, compared alike; empty without a number."""
    words = address_key(address.split(",", maxsplit=1)[0] + ",").split()
    return " ".join(words)


def find_address_faults(address: str) -> Iterator[Fault]:
    """Yield what stands against an address; an empty one may be filled in later."""
    if not address:
        return
    if _NO_ADDRESS.search(address) or not any(letter.isalpha() for letter in address):
        message = "This is no address of a place."
        remedy = "Write number, street and town: 500 Elm St, Austin, TX 78701."
        yield Fault(message=message, where="address", remedy=remedy)
    elif _WRONG_ZIP.search(address):
        message = "The ZIP code has not 5 digits."
        yield Fault(message=message, where="address", remedy="Write it as 78701 or 78701-1234.")
