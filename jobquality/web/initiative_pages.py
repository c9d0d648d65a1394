"""What the pages of an initiative show: rows and snapshots, in the reader's language."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from jobquality.errors import NotFoundError
from jobquality.http import current
from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.reading.names import Names, day_words, place_words
from jobquality.reading.numbers import number_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.places import COUNTRY
from jobquality.services.elements import Element, Recorded, Said, for_everyone, read_elements
from jobquality.services.industries import INDUSTRIES
from jobquality.services.initiatives import get_public_initiative
from jobquality.services.showing import to_read
from jobquality.services.tracks import (
    Point,
    Track,
    count_certificates,
    employers_of,
    find_broken,
    read_tracks,
)
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.initiatives import (
    Activity,
    Initiative,
    Way,
    list_activities,
    list_partners,
)
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.standards import list_own
from jobquality.web.languages import current_speaker
from jobquality.web.standards import standard
from jobquality.web.timeline import draw, numbered
from jobquality.web.visitors import current_actor
from jobquality.wording import Speaker

#: Scores are shown to the first decimal; the scorecard itself has them all.
_DIGITS = 1


@dataclass(frozen=True, slots=True)
class InitiativeNames:
    """What things of initiatives are called in one language."""

    say: Speaker

    def industry(self, sector: str) -> str:
        """Return the name of an industry, or its code where it has none."""
        otherwise = self.say("initiatives_sector_named", code=sector)
        return self.say.spoken_or(
            f"industry_{sector}", self.say.spoken_or(f"sector_{sector}", otherwise)
        )

    def industries(self) -> list[tuple[str, str]]:
        """Return the industries that are offered by name."""
        return [(sector, self.industry(sector)) for sector in INDUSTRIES]

    def place(self, code: str) -> str:
        """Return the name of a place."""
        return place_words(code, current().catalog.parameters.places, self.say)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return day_words(day, self.say)

    def month(self, day: date) -> str:
        """Return the month of a day."""
        return self.say("month_of_year", month=self.say(f"month_{day.month}"), year=day.year)

    def when(self, activity: Activity) -> str:
        """Return when it was, for everyone: the month only, where workers took part."""
        return self.day(activity.on) if activity.workers is None else self.month(activity.on)

    def people(self, activity: Activity) -> str:
        """Return how many workers took part, for everyone: nobody can be counted out."""
        if activity.workers is None:
            return ""
        if activity.workers < FEWEST_WORKERS:
            return self.say("initiatives_people_few")
        return self.say("initiatives_people_least", count=activity.workers)

    def firms(self, activity: Activity) -> str:
        """Return how many employers took part."""
        if not activity.employers:
            return ""
        name = "initiatives_firms_one" if activity.employers == 1 else "initiatives_firms"
        return self.say(name, count=activity.employers)

    def score(self, point: Point) -> str:
        """Return a score as `41 to 55`, or one number."""
        low, high = _number(point.low), _number(point.high)
        if low == high:
            return low
        return self.say("initiatives_score_range", low=low, high=high)

    def level(self, rubric: str, point: Point) -> str:
        """Return the level that a score was published with."""
        edition = current().catalog.find(f"{rubric.partition('@')[0]}@{point.edition}")
        return Names.of(edition, self.say).level(point.level) if edition else point.level

    def track(self, track: Track) -> str:
        """Return the scores of one employer in one sentence."""
        points = "; ".join(f"{self.day(one.on)}: {self.score(one)}" for one in track.points)
        return self.say("initiatives_track_said", name=track.name, points=points)

    def standard(self, rubric: str) -> str:
        """Return the title of a standard."""
        edition = newest(rubric)
        title = standard(edition, self.say.language).title if edition else rubric
        return title if "@" not in rubric else f"{title} {rubric.partition('@')[2]}"

    def standards(self) -> list[tuple[str, str]]:
        """Return every standard with its title, to choose its newest edition or a certain one."""
        return [(rubric, self.standard(rubric)) for rubric in known_standards()]


def names() -> InitiativeNames:
    """Return the names in the language of the page."""
    return InitiativeNames(current_speaker())


def newest(rubric: str) -> Edition | None:
    """Return an edition by its name, or the newest of a standard; None where there is none."""
    try:
        return current().catalog.newest(rubric)
    except NotFoundError:
        return None


def known_standards() -> list[str]:
    """Return what an initiative can score by: standards, and each of their editions."""
    here = current()
    with here.database.reading(current_actor().organization_id) as session:
        own = [one.name for one in list_own(session)]
    names = [*here.catalog.by_name, *own]
    return [*dict.fromkeys(one.partition("@")[0] for one in names), *names]


def public_page(slug: str) -> dict[str, Any]:
    """Return everything that the public page shows; small groups are not counted out.

    It holds only what a second person has read and shown.

    Raises:
        NotFoundError: no initiative of that public name is shown.
    """
    database = current().database
    with database.reading(EVERY_ORGANIZATION) as session:
        initiative = get_public_initiative(session, slug)
    with database.reading(initiative.organization_id) as session:
        shown = _gathered(session, initiative, is_public=True)
    edition = newest(initiative.rubric)
    activities: tuple[Activity, ...] = shown["activities"]
    return {
        **shown,
        "names": names(),
        "edition": edition.rubric.edition if edition else "",
        "timeline": draw(shown["tracks"], activities),
        "numbers": numbered(activities),
        "ways": {way: [one for one in activities if one.way is way] for way in Way},
        "has_editions": len({p.edition for one in shown["tracks"] for p in one.points}) > 1,
    }


def at_work(session: Session, initiative: Initiative) -> dict[str, Any]:
    """Return everything that the page at work shows beside the public one's."""
    shown = _gathered(session, initiative)
    tracks: tuple[Track, ...] = shown["tracks"]
    places = current().catalog.parameters.places
    return {
        **shown,
        "employers": employers_of(session, initiative, places),
        "published": {one.employer_id: one.points[-1] for one in tracks},
        "to_read": to_read(session, initiative),
    }


def _gathered(
    session: Session, initiative: Initiative, *, is_public: bool = False
) -> dict[str, Any]:
    organization = get_organization(session, initiative.organization_id)
    partners = list_partners(session, initiative.id)
    activities = list_activities(session, initiative.id)
    if is_public:
        partners = tuple(one for one in partners if one.is_shown)
        activities = tuple(for_everyone(one) for one in activities if one.is_shown)
    places = current().catalog.parameters.places
    tracks = read_tracks(session, initiative, places)
    recorded = Recorded(
        funding=organization.funding,
        region=organization.region,
        partners=len(partners),
        activities=activities,
        is_whole_country=initiative.place == COUNTRY,
        scorecards=tuple(len(one.points) for one in tracks),
        certificates=count_certificates(session, tracks),
    )
    return {
        "initiative": initiative,
        "organization": organization,
        "partners": partners,
        "activities": activities,
        "tracks": tracks,
        "broken": find_broken(session, initiative, places),
        "elements": _told(read_elements(recorded), initiative, organization),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementWords:
    """One element in words."""

    number: int
    standing: str
    said: tuple[str, ...]
    missing: tuple[str, ...]
    activities: tuple[Activity, ...]


def _told(
    elements: tuple[Element, ...], initiative: Initiative, organization: Organization
) -> tuple[ElementWords, ...]:
    speaking = names()
    known = {
        "industry": speaking.industry(initiative.sector),
        "place": speaking.place(initiative.place),
        "name": organization.name,
        "region": organization.region,
        "funding": organization.funding.rstrip("."),
    }

    def told(said: Said) -> str:
        return speaking.say(said.name, **{**known, **said.values})

    return tuple(
        ElementWords(
            number=one.number,
            standing=one.standing,
            said=tuple(map(told, one.said)),
            missing=tuple(map(told, one.missing)),
            activities=one.activities,
        )
        for one in elements
    )


def _number(number: Fraction | None) -> str:
    return "…" if number is None else number_words(number, digits=_DIGITS)
