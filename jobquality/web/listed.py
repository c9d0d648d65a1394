"""The public list of employers: one row each, and what it can be narrowed to."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from flask import request

from jobquality.http import Context, current
from jobquality.reading.covers import Counted, CoverWords, cover_words
from jobquality.reading.ends import total_text
from jobquality.reading.names import Names, day_words, place_words
from jobquality.reading.scorecard import day_where, local_day, sector_words
from jobquality.reading.trend import share_of, total_ends
from jobquality.rubrics.places import COUNTRY
from jobquality.services.amends import Corrected, TakenBack
from jobquality.services.elsewhere import Gone
from jobquality.services.narrowing import Narrowed, narrow
from jobquality.services.published import Published, Wanted, level_of, places_of
from jobquality.services.said import has_answered_withdrawal, has_only_unsent, has_replied
from jobquality.store.database import Session
from jobquality.wording import Speaker

#: Beside nothing is anything printed that was said later.
NOBODY: Mapping[str, datetime] = MappingProxyType({})
_LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One employer in the list; `low_at` and `high_at` are 0 to 100, for the picture.

    Where `is_changed`, what is kept is not what was signed: nothing of it is told. `correction`
    is the reason of what set an earlier score right, on `corrected_on`; `withdrawal` that for
    which one was taken back, on `withdrawn_on`: of that one no score is told either.
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
    has_unsent: bool = False
    is_changed: bool = False
    corrected_on: str = ""
    correction: str = ""
    withdrawn_on: str = ""
    withdrawal: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether no score is told."""
        return self.is_changed or bool(self.withdrawn_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that the list can be narrowed to, and how many employers that leaves."""

    code: str
    title: str
    count: int


def wanted_of(session: Session) -> Wanted:
    """Return what the address of a list narrows it to.

    Raises:
        FaultsError: there is no such kind of business, place or level.
    """
    name, sector, place, level = (
        " ".join(request.args.get(part, "")[:_LONGEST_SEARCH].split())
        for part in ("q", "sector", "place", "level")
    )
    asked = Narrowed(sector=sector, place=place, level=level)
    found = narrow(session, asked, current().catalog)
    return Wanted(name=name, sector=found.sector, place=found.place, level=found.level)


def row_of(
    published: Published, here: Context, say: Speaker, spoken: Mapping[str, datetime] = NOBODY
) -> Row:
    """Return one employer as the list shows it, from the snapshot alone.

    `spoken` are the publications beside which something is printed that was said later.
    """
    if published.is_changed:
        return _broken_row(published)
    if published.withdrawn is not None:
        row = _withdrawn_row(published, published.withdrawn, here, say)
        return replace(row, has_replied=has_answered_withdrawal(published, spoken))
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
        score=total_text(low, high, rubric, say),
        low_at=share_of(low, rubric),
        high_at=share_of(high, rubric),
        level=names.level(snapshot.level),
        on=day_words(snapshot.on, say),
        issuer=snapshot.organization.name,
        is_sample=snapshot.organization.is_sample,
        is_contested=published.publication.contested,
        has_replied=has_replied(published, spoken),
        has_unsent=has_only_unsent(published, spoken),
        corrected_on=_day(published, found, say),
        correction=say.why(found.act.reason) if found else "",
    )


_NOTHING = Row(
    name="", formerly=(), covers="", slug="", sector="", place="", standard="", edition="",
    score="", low_at="", high_at="", level="", on="", issuer="", is_sample=False,
    is_contested=False, has_replied=False,
)  # fmt: skip


def _broken_row(published: Published) -> Row:
    known = published.known
    return replace(_NOTHING, name=known.name, slug=known.slug, is_changed=True)


def gone_row(gone: Gone, say: Speaker, *, has_replied: bool = False) -> Row:
    """Return an employer of whom nothing has its body any more: when and why it was withdrawn."""
    back, zone = gone.withdrawn, gone.organization.time_zone
    return replace(
        _NOTHING,
        name=gone.known.name,
        slug=gone.known.slug,
        issuer=gone.organization.name,
        withdrawn_on=day_words(local_day(back.act.at, zone), say) if back else "",
        withdrawal=say.why(back.act.reason) if back else "",
        has_replied=has_replied,
    )


def _withdrawn_row(published: Published, back: TakenBack, here: Context, say: Speaker) -> Row:
    employer, issuer = published.snapshot.employer, published.snapshot.organization
    return replace(
        _NOTHING,
        name=published.name,
        formerly=published.formerly,
        slug=published.known.slug,
        sector=sector_words(employer.sector, say),
        place=place_words(employer.place, here.catalog.parameters.places, say),
        issuer=issuer.name,
        is_sample=issuer.is_sample,
        withdrawn_on=_day(published, back, say),
        withdrawal=say.why(back.act.reason),
    )


def _day(published: Published, said: Corrected | TakenBack | None, say: Speaker) -> str:
    """Return the day of an act where its organization is; empty without one."""
    if said is None:
        return ""
    return day_words(day_where(published.snapshot, said.act.at), say)


def of_each(listed: Iterable[Published], spoken: Mapping[str, datetime]) -> list[object]:
    """Return what makes a list of employers another list."""
    return [
        (
            one.publication.hash,
            one.publication.contested,
            one.known,
            one.is_changed,
            one.withdrawn,
            has_replied(one, spoken),
            has_answered_withdrawal(one, spoken),
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


def levels_of(listed: Iterable[Published], here: Context, say: Speaker) -> tuple[Choice, ...]:
    """Return every level that occurs, by its name in a standard that has it."""
    scored = [one for one in listed if level_of(one) is not None]
    editions = {one.snapshot.level: _names(one, here, say) for one in scored}
    return _choices(
        (one.snapshot.level for one in scored), lambda level: editions[level].level(level)
    )


def _names(published: Published, here: Context, say: Speaker) -> Names:
    snapshot = published.snapshot
    return Names.of(here.catalog.edition(snapshot.rubric, snapshot.edition), say)


def _choices(codes: Iterable[str], title: Callable[[str], str]) -> tuple[Choice, ...]:
    counts = Counter(codes)
    found = (Choice(code=code, title=title(code), count=counts[code]) for code in counts)
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.code)))
