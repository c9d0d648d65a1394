"""How a number is held against those of a cohort, in words."""

from collections.abc import Iterator
from fractions import Fraction

from jobquality.reading.numbers import number_words
from jobquality.rubrics.steps import Against, CohortReading, Winsorise
from jobquality.wording import Speaker

_NONE, _HUNDRED = Fraction(0), Fraction(100)
_ON_A_SCALE = (Against.MINMAX, Against.PERCENTILE, Against.BEST)


def reading_words(reading: CohortReading, say: Speaker) -> Iterator[str]:
    """Yield how a place among others gives points, one sentence each."""
    yield say(f"cohort_{reading.by}")
    if reading.within:
        yield say("cohort_within", fact=reading.within.replace("_", " "))
    if reading.log:
        yield say("cohort_log")
    yield from _pulled_in(reading.winsorise or Winsorise(), say)
    if reading.by in _ON_A_SCALE:
        yield say("cohort_scale", low=_end(reading.low, _NONE), high=_end(reading.high, _HUNDRED))
    yield from _standard(reading, say)
    yield from _ends(reading, say)


def _end(number: Fraction | None, otherwise: Fraction) -> str:
    return number_words(otherwise if number is None else number)


def _ends(reading: CohortReading, say: Speaker) -> Iterator[str]:
    if reading.lower:
        yield say("cohort_lower")
    if reading.others:
        yield say("cohort_others")
    if reading.equals is not None:
        yield say(f"cohort_equals_{reading.equals}")
    for name, number in (("at_least", reading.at_least), ("at_most", reading.at_most)):
        if number is not None:
            yield say(f"cohort_{name}", number=number_words(number))


def _standard(reading: CohortReading, say: Speaker) -> Iterator[str]:
    """Yield what of a z-score is given, and not the cohort's own."""
    if reading.mean is not None:
        yield say("cohort_mean", number=number_words(reading.mean))
    if reading.deviation is not None:
        yield say("cohort_deviation", number=number_words(reading.deviation))
    elif reading.sample:
        yield say("cohort_sample")
    if reading.sets_mean is not None or reading.sets_deviation is not None:
        spread = Fraction(1) if reading.sets_deviation is None else reading.sets_deviation
        mean = number_words(reading.sets_mean or Fraction(0))
        yield say("cohort_sets", mean=mean, deviation=number_words(spread))


def _pulled_in(winsorise: Winsorise, say: Speaker) -> Iterator[str]:
    if winsorise.percent is not None:
        yield say("cohort_pulled_percent", percent=number_words(winsorise.percent))
    limits = [
        say(f"cohort_{name}", number=number_words(number))
        for name, number in (("skewness", winsorise.skewness), ("kurtosis", winsorise.kurtosis))
        if number is not None
    ]
    if limits:
        most = "" if winsorise.count is None else say("cohort_at_once", count=winsorise.count)
        yield say("cohort_pulled_until", limits=", ".join(limits), most=most)
    elif winsorise.count is not None:
        yield say("cohort_pulled_count", count=winsorise.count)
