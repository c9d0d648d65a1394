"""The public page of a chain or brand: each scored site, and how far the scores lie apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Response, render_template

from jobquality.http import Context, current
from jobquality.reading.covers import Counted
from jobquality.reading.ends import total_text
from jobquality.reading.names import Names, day_words
from jobquality.reading.rollups import FEWEST_SITES, Scored, Spread, is_too_few, spreads_of
from jobquality.reading.trend import share_of, total_ends
from jobquality.services.brands import Brand, read_brand
from jobquality.services.published import Published
from jobquality.services.said import spoken_hashes
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page
from jobquality.web.languages import current_speaker
from jobquality.web.listed import Row, of_each, row_of

blueprint = Blueprint("brands", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The scores by one edition: from where to where, the middle one, and each of them."""

    title: str
    sites: int
    scores: int
    spread: str
    middle: str
    low_at: str
    high_at: str
    rows: tuple[Row, ...]


@blueprint.get("/<any(en,es):language>/brands/<slug>")
def page(slug: str) -> Response:
    """Show every scored site of a chain."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        brand = read_brand(session, slug)
        spoken = spoken_hashes(session)
    employer = brand.employer
    told = (employer.name, employer.slug, employer.sites_known, employer.sites_known_on)
    parts = [*told, *of_each(brand.published, spoken)]
    return public_page(parts, lambda: _render(here, brand, spoken))


def _render(here: Context, brand: Brand, spoken: Mapping[str, datetime]) -> str:
    say = current_speaker()
    scored = [_scored(one) for one in brand.standing]
    employer = brand.employer
    counted = Counted(
        number=employer.sites_known,
        on=employer.sites_known_on,
        source=employer.sites_known_source,
    )
    return render_template(
        "web/scorecards/brand.html",
        brand=brand,
        counted=counted,
        counted_on=day_words(counted.on, say) if counted.on else "",
        is_too_few=is_too_few(brand.sites),
        fewest=FEWEST_SITES,
        broken=[row_of(one, here, say) for one in brand.published if one.is_changed],
        groups=[_group(one, here, brand, spoken) for one in spreads_of(scored)],
        issuers=sorted({_issuer(one) for one in brand.standing}),
        is_sample=any(one.snapshot.organization.is_sample for one in brand.standing),
    )


def _issuer(published: Published) -> tuple[str, str, str]:
    """Return who published a score: its name, its public name, and whom to ask."""
    issuer = published.snapshot.organization
    return issuer.name, issuer.slug, issuer.contact


def _scored(published: Published) -> Scored:
    low, high = total_ends(published.snapshot)
    return Scored(
        edition=_edition(published),
        sites=max(len(published.snapshot.employer.sites), 1),
        low=low,
        high=high,
    )


def _edition(published: Published) -> str:
    return f"{published.snapshot.rubric}@{published.snapshot.edition}"


def _group(spread: Spread, here: Context, brand: Brand, spoken: Mapping[str, datetime]) -> Group:
    say = current_speaker()
    ours = [one for one in brand.standing if _edition(one) == spread.edition]
    snapshot = ours[0].snapshot
    edition = here.catalog.edition(snapshot.rubric, snapshot.edition)
    names, rubric = Names.of(edition, say), edition.rubric
    return Group(
        title=f"{names.words.title or rubric.id} {rubric.edition}",
        sites=spread.sites,
        scores=spread.scores,
        spread=total_text(spread.lowest, spread.highest, rubric, say),
        middle=total_text(spread.middle_low, spread.middle_high, rubric, say),
        low_at=share_of(spread.lowest, rubric),
        high_at=share_of(spread.highest, rubric),
        rows=tuple(row_of(one, here, say, spoken) for one in ours),
    )
