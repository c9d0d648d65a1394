"""The public list of employers: one row each, and what it can be narrowed to."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from flask import request

from jobquality.http import Context
from jobquality.reading.covers import Counted, CoverWords, cover_words
from jobquality.reading.ends import total_text
from jobquality.reading.names import Names, day_words, place_words
from jobquality.reading.scorecard import sector_words
from jobquality.reading.trend import share_of, total_ends
from jobquality.rubrics.places import COUNTRY
from jobquality.services.published import Published, Wanted, places_of
from jobquality.services.said import has_replied
from jobquality.wording import Speaker

_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One employer in the list; `low_at` and `high_at` are 0 to 100, for the picture.

    Where `is_changed`, what is kept is not what was signed: neither score nor level is told.
    `correction` is the reason of what set an earlier score right, on `corrected_on`.
    """

    name: str
    formerly: tuple[str, ...]
    covers: str
    slug: str
    sector: str
    place: str
    standard: str
    edition: str
    score: str
    low_at: str
    high_at: str
    level: str
    on: str
    issuer: str
    is_sample: bool
    is_contested: bool
    has_replied: bool
    is_changed: bool = False
    corrected_on: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that the list can be narrowed to, and how many employers that leaves."""

    code: str
    title: str
    count: int


def wanted_of() -> Wanted:
    """Return what the address of a list narrows it to."""
    name, sector, place = (
        " ".join(request.args.get(part, "")[:_LONGEST_SEARCH].split())
        for part in ("q", "sector", "place")
    )
    return Wanted(name=name, sector=sector, place=place)


def row_of(published: Published, here: Context, say: Speaker, spoken: Collection[str] = ()) -> Row:
    """Return one employer as the list shows it, from the snapshot alone.

    `spoken` are the publications beside which something is printed that was said later.
    """
    snapshot, employer = published.snapshot, published.snapshot.employer
    edition = here.catalog.edition(snapshot.rubric, snapshot.edition)
    names, rubric = Names.of(edition, say), edition.rubric
    low, high = total_ends(snapshot)
    found = published.corrected
    return Row(
        name=published.name,
        formerly=published.formerly,
        covers=covers_of(published, say).short,
        slug=published.known.slug,
        sector=sector_words(employer.sector, say),
        place=names.place(employer.place, here.catalog.parameters.places),
        standard=names.words.title or rubric.id,
        edition=rubric.edition,
        score="" if published.is_changed else total_text(low, high, rubric, say),
        low_at=share_of(low, rubric),
        high_at=share_of(high, rubric),
        level="" if published.is_changed else names.level(snapshot.level),
        on=day_words(snapshot.on, say),
        issuer=snapshot.organization.name,
        is_sample=snapshot.organization.is_sample,
        is_contested=published.publication.contested,
        has_replied=has_replied(published, spoken),
        is_changed=published.is_changed,
        corrected_on=day_words(found.act.at.date(), say) if found else "",
        correction=found.act.reason if found else "",
    )


def of_each(listed: Iterable[Published], spoken: Collection[str]) -> list[object]:
    """Return what makes a list of employers another list."""
    return [
        (
            one.publication.hash,
            one.publication.contested,
            one.known,
            one.is_changed,
            has_replied(one, spoken),
        )
        for one in listed
    ]


def covers_of(published: Published, say: Speaker) -> CoverWords:
    """Return what a publication covers, beside how many sites the employer has today."""
    known = published.known
    counted = Counted(
        number=known.sites_known, on=known.sites_known_on, source=known.sites_known_source
    )
    return cover_words(len(published.snapshot.employer.sites), counted, say)


def sectors_of(listed: Iterable[Published], say: Speaker) -> tuple[Choice, ...]:
    """Return every sector that occurs, by its name."""
    codes = [one.snapshot.employer.sector for one in listed if one.snapshot.employer.sector]
    return _choices(codes, lambda code: sector_words(code, say))


def all_places_of(listed: Iterable[Published], here: Context, say: Speaker) -> tuple[Choice, ...]:
    """Return every place that has employers in it, wider ones too, but not the whole country."""
    places = here.catalog.parameters.places
    codes = [code for one in listed for code in places_of(one, places) if code != COUNTRY]
    return _choices(codes, lambda code: place_words(code, places, say))


def _choices(codes: Iterable[str], title: Callable[[str], str]) -> tuple[Choice, ...]:
    counts = Counter(codes)
    found = (Choice(code=code, title=title(code), count=counts[code]) for code in counts)
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.code)))
