"""The industries that an initiative may be about: offered by name, or any given by its code.

Source: U.S. Census Bureau, North American Industry Classification System, 2022; a work of the
U.S. government, in the public domain. The titles of the pages are plainer ones of our own.
"""

#: What each is called stands in `wording.initiatives`; `44-45` is one sector with two codes.
INDUSTRIES = (
    "722", "44-45", "445", "721", "6244", "623", "6216", "5617", "23", "31-33", "48-49", "493",
)  # fmt: skip
OTHER = "other"


def codes_of(industry: str) -> tuple[str, ...]:
    """Return the codes that an industry's own begin with: `44-45` is 44 and 45."""
    first, _, last = industry.partition("-")
    return tuple(str(code) for code in range(int(first), int(last or first) + 1))


def is_within(sector: str, industry: str) -> bool:
    """Say whether a kind of business, by its code, belongs to an industry."""
    return sector.startswith(codes_of(industry))
