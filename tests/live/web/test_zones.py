"""The list of time zones: whole, each once, in the reader's language."""

from zoneinfo import ZoneInfo, available_timezones

import pytest

from jobquality.web.zones import time_zones
from jobquality.wording import Speaker
from jobquality.wording.zones import WORDING


def names_in(language: str) -> dict[str, str]:
    return {zone: name for _, inside in time_zones(Speaker(language)) for zone, name in inside}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_place_of_the_world_is_offered_once(language: str) -> None:
    areas = time_zones(Speaker(language))
    zones = [zone for _, inside in areas for zone, _ in inside]

    assert len(zones) == len(set(zones)) > 350
    assert all(ZoneInfo(zone) for zone in zones)
    for area, inside in areas:
        names = [name for _, name in inside]
        assert len(names) == len(set(names)), area
        assert all("_" not in name and "/" not in name for name in names)


def test_no_part_of_the_day_is_missing() -> None:
    """Whatever an older name keeps time by, one of the names that are offered does too."""
    offered = names_in("en")
    kept = {ZoneInfo(zone).key for zone in offered}
    older = {zone for zone in available_timezones() if zone.count("/") and zone not in kept}

    assert {zone.split("/")[0] for zone in older} <= {
        "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Pacific",
        "Brazil", "Canada", "Chile", "Etc", "Mexico", "US", "SystemV",
    }  # fmt: skip
    assert {"Europe/Kyiv", "America/Argentina/Buenos_Aires", "Asia/Kolkata"} <= kept


def test_the_zones_of_the_country_come_first_by_their_everyday_names() -> None:
    (title, first), *others = time_zones(Speaker("es"))

    assert title == "Estados Unidos"
    assert first[0] == ("America/New_York", "Este (Nueva York)")
    assert [area for area, _ in others][:2] == ["América", "Océano Pacífico"]


def test_cities_are_called_as_in_the_language_of_the_reader_and_sorted_by_it() -> None:
    english, spanish = names_in("en"), names_in("es")
    inside = dict(time_zones(Speaker("es")))["Europa"]

    for zone, name in {
        "Europe/London": "Londres", "America/Mexico_City": "Ciudad de México",
        "Africa/Cairo": "El Cairo", "America/Argentina/Cordoba": "Córdoba (Argentina)",
    }.items():  # fmt: skip
        assert spanish[zone] == name
        assert english[zone] != name
    assert [name for _, name in inside][:3] == ["Ámsterdam", "Andorra", "Astrakhan"]
    assert all(one.removeprefix("zone_") in spanish for one in WORDING if "/" in one)
