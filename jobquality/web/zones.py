"""The time zones that a form offers: those of the United States first, by their everyday names."""

from functools import cache
from zoneinfo import available_timezones

_FIRST = (
    ("America/New_York", "Eastern – New York"),
    ("America/Chicago", "Central – Chicago"),
    ("America/Denver", "Mountain – Denver"),
    ("America/Phoenix", "Arizona – Phoenix"),
    ("America/Los_Angeles", "Pacific – Los Angeles"),
    ("America/Anchorage", "Alaska – Anchorage"),
    ("Pacific/Honolulu", "Hawaii – Honolulu"),
    ("America/Puerto_Rico", "Puerto Rico – San Juan"),
)


@cache
def time_zones() -> tuple[tuple[str, str], ...]:
    """Return every time zone with its name."""
    rest = sorted(available_timezones() - {zone for zone, _ in _FIRST})
    return (*_FIRST, *((zone, zone.replace("_", " ")) for zone in rest if "/" in zone))
