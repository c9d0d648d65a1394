"""How long ago a day was, as people say it."""

from datetime import date

from jobquality.wording import Speaker

_DAYS_IN_MONTHS, _MONTHS_IN_YEARS, _MONTHS_A_YEAR = 60, 24, 12


def age_words(day: date, today: date, say: Speaker) -> str:
    """Return the age of a day: `today`, `12 days ago`, `11 months ago`, `3 years ago`.

    Whole units that have passed: days under 60, months under two years, then years.
    """
    days = max((today - day).days, 0)
    months = _months_between(day, today)
    if days < _DAYS_IN_MONTHS:
        return say("age_today") if days == 0 else _counted("age_days", days, say)
    if months < _MONTHS_IN_YEARS:
        return _counted("age_months", months, say)
    return _counted("age_years", months // _MONTHS_A_YEAR, say)


def _months_between(day: date, today: date) -> int:
    whole = (today.year - day.year) * _MONTHS_A_YEAR + today.month - day.month
    return max(whole - (today.day < day.day), 0)


def _counted(name: str, count: int, say: Speaker) -> str:
    return say(f"{name}_one") if count == 1 else say(name, count=count)
