"""Moments as people read them: the day, the time, and whose time it is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from jobquality.reading.names import city_words, day_words
from jobquality.wording import Speaker


def moment_words(at: datetime, time_zone: str, say: Speaker) -> str:
    """Return `March 1, 2026 at 6:00 AM (CST, Chicago time)`."""
    local = at.astimezone(ZoneInfo(time_zone))
    return say(
        "notices_moment",
        day=day_words(local.date(), say),
        time=_time(local, say.language),
        short=f"{local:%Z}",
        zone=city_words(time_zone, say),
    )


def _time(local: datetime, language: str) -> str:
    return f"{local:%H:%M}" if language == "es" else f"{local:%I:%M %p}".lstrip("0")


def deadline_words(at: datetime, time_zone: str, say: Speaker) -> str:
    """Return `Friday, December 12, 2026, 24:00, Chicago time`: the day with its name.

    Midnight belongs to the day that it ends, as people read a deadline.
    """
    local = at.astimezone(ZoneInfo(time_zone))
    is_midnight = (local.hour, local.minute) == (0, 0)
    day = (local - timedelta(days=1) if is_midnight else local).date()
    return say(
        "clock_moment",
        weekday=say(f"weekday_{day.isoweekday()}"),
        day=day_words(day, say),
        time="24:00" if is_midnight else _time(local, say.language),
        zone=city_words(time_zone, say),
    )
