"""How much of an employer a score speaks of, in words that promise no more than was looked at."""

from dataclasses import dataclass
from datetime import date

from jobquality.reading.names import day_words
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many sites an employer has in all, as far as anybody knows: when, and after whom."""

    number: int | None = None
    on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """What a score covers.

    `short` stands beside the name wherever that is a title: `2 of 14 sites`. It is empty only
    where the score speaks of the whole employer. `counted` says who counted the sites, when.
    """

    short: str
    long: str
    counted: str


def cover_words(sites: int, counted: Counted, say: Speaker) -> CoverWords:
    """Return what a score of so many named sites covers; none named means the whole employer.

    Where more sites are covered than anybody counted, nothing is said of how many there are.
    """
    known = counted.number if (counted.number or 0) >= max(sites, 1) else None
    on = day_words(counted.on, say) if counted.on else ""
    told = known is not None and (sites > 0 or known > 1)
    said = say("names_counted", count=known, day=on, source=counted.source) if told else ""
    if not sites:
        return CoverWords(short="", long=say("names_covers_whole"), counted=said)
    short = _short(sites, known, say)
    is_all = known is not None and sites == known
    long = say("names_covers_all" if is_all else "names_covers_part", sites=short)
    return CoverWords(short=short, long=long, counted=said or say("names_not_counted"))


def _short(sites: int, known: int | None, say: Speaker) -> str:
    if known is not None:
        one = "_one" if known == 1 else ""
        return say(f"names_sites_of{one}", sites=sites, known=known)
    return say("names_site" if sites == 1 else "names_sites", sites=sites)
