"""The time zones that a form offers: those of the United States first, by their everyday names."""

import unicodedata
from functools import cache
from zoneinfo import available_timezones

from jobquality.wording import Speaker
from jobquality.wording.zones import plain_name

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
#: Nearest first. What stands before the stroke of other names is older, or no place.
_AREAS = (
    "America", "Pacific", "Atlantic", "Europe", "Africa", "Asia", "Australia", "Indian", "Arctic",
    "Antarctica",
)  # fmt: skip
#: Older names of zones that are offered by their present one.
#: Source: the file `backward` of the time zone database, https://www.iana.org/time-zones
_OLDER = """
    Africa/Asmera Africa/Timbuktu America/Atka America/Buenos_Aires America/Catamarca
    America/Argentina/ComodRivadavia America/Coral_Harbour America/Cordoba America/Ensenada
    America/Fort_Wayne America/Godthab America/Indianapolis America/Jujuy America/Knox_IN
    America/Louisville America/Mendoza America/Montreal America/Nipigon America/Pangnirtung
    America/Porto_Acre America/Rainy_River America/Rosario America/Santa_Isabel America/Shiprock
    America/Thunder_Bay America/Virgin America/Yellowknife Antarctica/South_Pole Asia/Ashkhabad
    Asia/Calcutta Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin
    Asia/Istanbul Asia/Kashgar Asia/Katmandu Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv
    Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator Atlantic/Faeroe Atlantic/Jan_Mayen
    Australia/ACT Australia/Canberra Australia/Currie Australia/LHI Australia/NSW Australia/North
    Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West
    Australia/Yancowinna Europe/Belfast Europe/Kiev Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod
    Europe/Zaporozhye Pacific/Enderbury Pacific/Johnston Pacific/Ponape Pacific/Samoa Pacific/Truk
    Pacific/Yap
"""

#: The title of a part of the world, and its zones: each with what it is called.
Area = tuple[str, tuple[tuple[str, str], ...]]


def time_zones(say: Speaker) -> tuple[Area, ...]:
    """Return every time zone once, by part of the world, in the order of the speaker's names."""
    first = tuple((zone, say.spoken_or(name, name)) for zone, name in _FIRST.items())
    return (
        (say("accounts_zone_country"), first),
        *((say.spoken_or(f"zone_area_{area}", area), _zones_in(area, say)) for area in _AREAS),
    )


def _zones_in(area: str, say: Speaker) -> tuple[tuple[str, str], ...]:
    zones = (one for one in _offered() if one.startswith(f"{area}/"))
    named = [(one, say.spoken_or(f"zone_{one}", plain_name(one))) for one in zones]
    return tuple(sorted(named, key=lambda one: _plain(one[1])))


@cache
def _offered() -> frozenset[str]:
    return frozenset(available_timezones() - _FIRST.keys() - set(_OLDER.split()))


def _plain(name: str) -> str:
    """Return a name as it is sorted: without accents."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().casefold()
