"""The public side: employers and their scorecards, from what was published alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from jobquality.access.states import CertificateStatus
from jobquality.errors import NotFoundError
from jobquality.http import Context, current
from jobquality.ledger.certificate import load_certificate
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.covers import CoverWords
from jobquality.reading.heard import earlier_words
from jobquality.reading.names import day_words
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.trend import PointWords, TrendWords, history_words, trend_words
from jobquality.reading.values import Mark, ScorecardWords
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import Rubric
from jobquality.scoring.scorecard import Scorecard
from jobquality.scoring.trend import compare
from jobquality.services.certificates import day_at, status_on
from jobquality.services.copies import Cleared, WithCopies, public_copies, public_copy
from jobquality.services.earlierreplies import EarlierReply, find_earlier_replies, told_apart
from jobquality.services.families import lead_on
from jobquality.services.known import Known
from jobquality.services.published import (
    Line,
    Published,
    Wanted,
    current_of,
    line_of,
    list_listed,
    search,
)
from jobquality.services.said import Spoken, spoken_beside, spoken_hashes
from jobquality.services.standing import as_signed
from jobquality.services.unanswered import Unanswered, find_unanswered
from jobquality.store.certificates import Certificate, list_possible
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.employers import Scope, family_of
from jobquality.store.publications import Publication
from jobquality.web.amended import (
    ShownCorrection,
    TakenAway,
    address_of,
    broken_page,
    correction_of,
    corrections_of,
    find_gone,
    gone_page,
    is_fix_of,
    left_out,
    taken_away,
)
from jobquality.web.caching import FRESH, public_page
from jobquality.web.embeds import badge_code, embed_code, share_link
from jobquality.web.files import serve_file
from jobquality.web.languages import current_speaker
from jobquality.web.listed import (
    all_places_of,
    covers_of,
    levels_of,
    of_each,
    row_of,
    sectors_of,
    wanted_of,
)
from jobquality.web.pictures import Chart, history_chart
from jobquality.web.spokenlater import SaidLater, said_later, unanswered_words
from jobquality.web.trends import Moved, moved_of
from jobquality.wording import Speaker

blueprint = Blueprint("scorecards", __name__)

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(WithCopies):
    """One publication and everything that stands around it on its page."""

    published: Published
    newest: Published
    address: str
    covers: CoverWords
    brand: tuple[str, str] | None
    card: ScorecardWords
    trend: TrendWords | None
    trend_from: str
    points: tuple[PointWords, ...]
    line: tuple[tuple[PointWords, str, bool], ...]
    chart: Chart
    moved: Moved | None
    certificate: str
    certified_until: str
    corrected: ShownCorrection | None
    corrections: tuple[ShownCorrection, ...]
    said: tuple[SaidLater, ...]
    replied_before: str
    left_out: str
    taken: tuple[TakenAway, ...]
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that is published of one employer, oldest first, and what certifies it today."""

    line: Line
    certificates: tuple[Certificate, ...]
    spoken: tuple[Spoken, ...]
    earlier: Mapping[str, EarlierReply]
    unanswered: tuple[Unanswered, ...] = ()

    @property
    def history(self) -> tuple[Published, ...]:
        """What has its body, oldest first."""
        return self.line.published

    @property
    def standing(self) -> tuple[Published, ...]:
        """What was not withdrawn and is what was signed."""
        return tuple(one for one in self.history if not one.is_withdrawn and not one.is_changed)

    @property
    def broken(self) -> tuple[Published, ...]:
        """What is not what was signed; nothing of it is told."""
        return tuple(one for one in self.history if one.is_changed)

    @property
    def parts(self) -> list[object]:
        """What makes a page another page."""
        of_each = [
            (
                one.publication.hash,
                one.publication.state,
                one.publication.contested,
                one.is_changed,
            )
            for one in self.history
        ]
        gone = [one.publication.hash for one in self.line.gone]
        certified = (one.code for one in self.certificates)
        known = (*self.spoken, *self.earlier, *self.unanswered)
        return [*of_each, *gone, self.line.known, *certified, *known]

    def as_told(self, wanted: Published, rubric: Rubric) -> Snapshot:
        """Return a score with the employer's words beside the answers that it read."""
        printed = {one.publication.hash: one.snapshot for one in self.standing}
        earlier = self.earlier.get(wanted.publication.hash)
        return told_apart(wanted.snapshot, earlier, printed, rubric)

    def certificate_of(self, published: Published) -> Certificate | None:
        """Return the certificate that holds today: of this score, or of an older one of it.

        A correction takes none away; it holds until somebody changes its worth.
        """
        wanted = published.publication.hash
        own = (one for one in self.certificates if one.publication_hash == wanted)
        older = iter(self.certificates if published.is_current else ())
        return next(own, None) or next(older, None)


@blueprint.get("/<any(en,es):language>/employers")
def listing() -> Response:
    """Show every employer that something is published of, by name."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        listed = list_listed(session)
        spoken = spoken_hashes(session)
        wanted = wanted_of(session)
    number = request.args.get("page", 1, type=int)
    return public_page(
        [*of_each(listed, spoken), wanted, number],
        lambda: _render_listing(here, listed, wanted, number, spoken),
    )


@blueprint.get("/<any(en,es):language>/e/<slug>")
def page(slug: str) -> Response:
    """Show the newest scorecard of an employer."""
    found = _find(slug)
    newest = found.line.newest
    shown = (one for one in found.history if one.publication.hash == newest.hash)
    return _answer(found, next(shown, None), newest)


@blueprint.get("/<any(en,es):language>/e/<slug>/<int:revision>")
def revision(slug: str, revision: int) -> Response:
    """Show one published scorecard, old ones too, for ever."""
    found = _find(slug)
    own = (one for one in found.history if not one.is_of_part)
    wanted = next((one for one in own if one.snapshot.revision == revision), None)
    return _answer(found, wanted, find_gone(found.line, revision))


@blueprint.get("/<any(en,es):language>/e/<slug>/was/<was>/<int:revision>")
def part(slug: str, was: str, revision: int) -> AnyResponse:
    """Show what was published of a record that became a part of this employer's."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        moved = lead_on(session, was)
    if moved is None or moved.slug != slug:
        return redirect(url_for("scorecards.revision", slug=was, revision=revision))
    found = _find(slug)
    wanted = (one for one in found.history if one.publication.employer_id == moved.employer_id)
    named = next((one for one in wanted if one.snapshot.revision == revision), None)
    gone = find_gone(found.line, revision, of_part=moved.employer_id)
    return _answer(found, named, gone)


@blueprint.get("/<any(en,es):language>/copies/<sha256>")
def copy(sha256: str) -> Response:
    """Give anyone a cleared copy of evidence, while it stands with something published."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        found = public_copy(session, sha256)
    response = serve_file(found.sha256, found.media_type, of=found.sha256)
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    return response


def _render_listing(
    here: Context,
    listed: tuple[Published, ...],
    wanted: Wanted,
    number: int,
    spoken: Mapping[str, datetime],
) -> str:
    say = current_speaker()
    found = search(listed, wanted, here.catalog.parameters.places)
    pages = max(1, ceil(len(found) / PAGE_SIZE))
    number = min(max(number, 1), pages)
    start = (number - 1) * PAGE_SIZE
    rows = [row_of(one, here, say, spoken) for one in found[start : start + PAGE_SIZE]]
    return render_template(
        "web/scorecards/listing.html",
        rows=rows,
        first=start + 1,
        found=len(found),
        total=len(listed),
        wanted=wanted,
        number=number,
        pages=pages,
        sectors=sectors_of(listed, say),
        places=all_places_of(listed, here, say),
        levels=levels_of(listed, here, say),
    )


def _find(slug: str) -> Found:
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        line = line_of(session, slug)
        records = family_of(session, line.known.id)
        published = [one.publication.hash for one in line.published]
        issued = as_signed(session, list_possible(session, records, published))
        spoken = spoken_beside(session, line.published, catalog=here.catalog)
        earlier = find_earlier_replies(
            session, [(one.publication, one.snapshot) for one in line.published]
        )
        unanswered = find_unanswered(session, records, at=here.clock())
    own = (one for one in issued if one.employer_id in records)
    valid = (one for one in own if _holds(one, here.clock()))
    return Found(
        line=line, certificates=tuple(valid), spoken=spoken, earlier=earlier, unanswered=unanswered
    )


def _holds(certificate: Certificate, at: datetime) -> bool:
    """Say whether a certificate is worth something, on the day that it is at its issuer."""
    if certificate.status is not CertificateStatus.VALID:
        return False
    day = day_at(load_certificate(certificate.content).time_zone, at)
    return status_on(certificate, day) is CertificateStatus.VALID


def _answer(found: Found, wanted: Published | None, gone: Publication | None = None) -> Response:
    """Show a scorecard, or say that it was withdrawn; `gone` is one that has no body."""
    publication = wanted.publication if wanted else gone
    if publication is None:
        raise NotFoundError("That was never published.")
    if wanted is None or wanted.is_withdrawn:
        return gone_page(found.line, publication, found.line.amends)
    if wanted.is_changed:
        return broken_page(found.line, wanted)
    with current().database.reading(EVERY_ORGANIZATION) as session:
        copies = public_copies(session, wanted.publication)
    parts = [*found.parts, wanted.publication.hash, *(one.copy.id for one in copies)]
    return public_page(parts, lambda: _render(found, wanted, copies))


def _render(found: Found, wanted: Published, copies: tuple[Cleared, ...]) -> str:
    shown = _shown(current(), found, wanted, copies)
    return render_template(
        "web/scorecards/page.html",
        shown=shown,
        card=shown.card,
        marks=Mark,
        rubric=_edition(current(), wanted).rubric,
        copy_address=lambda one: url_for("scorecards.copy", sha256=one.sha256),
        embed_code=embed_code,
        badge_code=badge_code,
        share_link=share_link,
    )


def _shown(here: Context, found: Found, wanted: Published, copies: tuple[Cleared, ...]) -> Shown:
    say = current_speaker()
    places = here.catalog.parameters.places
    edition = _edition(here, wanted)
    rebuilt = _card(here, wanted)
    told = as_shown(found.as_told(wanted, edition.rubric), edition.rubric, places)
    until = list(found.standing[: found.standing.index(wanted) + 1])
    points = tuple(_points(here, until, say))
    fixing = is_fix_of(found.line, wanted, until)
    wrong = [_is_wrong(found, one) and one is not wanted for one in until]
    moved = moved_of(here, until, edition, say, is_correction=fixing)
    before = until[-2] if len(until) > 1 else None
    certificate = found.certificate_of(wanted)
    return Shown(
        published=wanted,
        newest=current_of(found.history) or wanted,
        address=wanted.known.slug,
        covers=covers_of(wanted, say),
        brand=_brand(wanted.known),
        card=read_scorecard(rebuilt, told, edition, places, say),
        trend=trend_words(compare(_card(here, before), rebuilt), edition, say, is_correction=fixing)
        if before
        else None,
        trend_from=points[-2].on if before else "",
        points=points,
        line=tuple(zip(points, map(address_of, until), wrong, strict=True)),
        chart=history_chart(
            [one for one, is_wrong in zip(points, wrong, strict=True) if not is_wrong],
            [
                one
                for one, is_wrong in zip(moved.places if moved else (), wrong, strict=False)
                if not is_wrong
            ],
        ),
        moved=moved,
        certificate=certificate.code if certificate else "",
        certified_until=day_words(certificate.valid_until, say) if certificate else "",
        copies=copies,
        corrected=correction_of(found.line, found.line.amends, wanted),
        corrections=corrections_of(
            found.line, found.line.amends, found.history[: _place(found, wanted)]
        ),
        said=said_later(found.spoken, found.history, wanted, here, say),
        replied_before=_replied_before(found, wanted, say),
        left_out=left_out(found.broken, say),
        taken=taken_away(found.line),
        unanswered=tuple(unanswered_words(found.unanswered, wanted, say)),
    )


def _is_wrong(found: Found, published: Published) -> bool:
    """Say whether a scorecard was corrected: no line leads from it to the right one."""
    return found.line.amends.correction_of(published.publication) is not None


def _replied_before(found: Found, wanted: Published, say: Speaker) -> str:
    """Return which draft a reply answered; empty where it was that of this score."""
    earlier = found.earlier.get(wanted.publication.hash)
    if earlier is None:
        return ""
    return earlier_words(wanted.snapshot, earlier.revision, earlier.published_at, say)


def _place(found: Found, wanted: Published) -> int:
    return found.history.index(wanted) + 1


def _brand(known: Known) -> tuple[str, str] | None:
    """Return name and public name of the chain whose sites stand side by side, if any."""
    if known.scope is Scope.CHAIN:
        return known.name, known.slug
    return (known.brand, known.brand_slug) if known.brand else None


def _card(here: Context, published: Published) -> Scorecard:
    rubric = _edition(here, published).rubric
    places = here.catalog.parameters.places
    return rebuild(as_shown(published.snapshot, rubric, places), rubric, places)


def _edition(here: Context, published: Published) -> Edition:
    return here.catalog.edition(published.snapshot.rubric, published.snapshot.edition)


def _points(here: Context, history: list[Published], say: Speaker) -> Iterator[PointWords]:
    snapshots = [one.snapshot for one in history]
    return history_words(snapshots, [_edition(here, one) for one in history], say)
