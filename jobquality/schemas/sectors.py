"""The kinds of business that we offer by name; any other is given by its code.

Source: U.S. Census Bureau, North American Industry Classification System, 2022. The codes and
titles are a work of the U.S. government, in the public domain; the titles of the pages are
plainer ones of our own.
"""

from collections.abc import Mapping

#: By the standard that asks about them; what each is called stands in `wording.employers`.
SECTORS: Mapping[str, tuple[str, ...]] = {
    "restaurants": ("722511", "722513", "722514", "722515", "722410", "722310", "722320"),
    "retail": (
        *("445110", "445131", "445291", "445320", "455110", "455211", "455219", "456110"),
        *("458110", "458210", "444110", "444140", "449110", "449210", "459110", "459210"),
        *("459510", "457110"),
    ),
}
#: What the form says where none of them fits.
OTHER = "other"


def is_offered(sector: str) -> bool:
    """Say whether a code is one that we offer by name."""
    return any(sector in codes for codes in SECTORS.values())
