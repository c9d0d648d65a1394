"""The time zones that a form offers: those of the United States first, by their everyday names."""

from functools import cache
from zoneinfo import available_timezones

from jobquality.wording import Speaker

#: Proper names need no translation; the others are sentences.
_FIRST = {
    "America/New_York": "accounts_zone_eastern",
    "America/Chicago": "accounts_zone_central",
    "America/Denver": "accounts_zone_mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "accounts_zone_pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "accounts_zone_hawaii",
    "America/Puerto_Rico": "accounts_zone_atlantic",
}


def time_zones(say: Speaker) -> tuple[tuple[str, str], ...]:
    """Return every time zone with its name; elsewhere in the world it is its own name."""
    first = ((zone, say.spoken_or(name, name)) for zone, name in _FIRST.items())
    return (*first, *_rest())


@cache
def _rest() -> tuple[tuple[str, str], ...]:
    zones = sorted(available_timezones() - set(_FIRST))
    return tuple((zone, zone.replace("_", " ")) for zone in zones if "/" in zone)
