"""What was said later of a scorecard: the page of one that is gone, and corrections beside one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, make_response, render_template, url_for

from jobquality.http import current
from jobquality.reading.corrections import CorrectionWords, read_correction
from jobquality.reading.names import day_words
from jobquality.reading.scorecard import day_where, local_day
from jobquality.rubrics.catalog import Edition
from jobquality.services.amends import Amend, Amends, Buried, Corrected, Missing
from jobquality.services.published import Line, Published
from jobquality.services.resting import read_resting
from jobquality.services.said import spoken_since
from jobquality.store.certificates import Certificate
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.publications import Publication
from jobquality.web.caching import FRESH
from jobquality.web.languages import current_speaker
from jobquality.web.spokenlater import said_since
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCorrection:
    """One correction: when and why, what changed, and where both scorecards stand.

    Where one of them is gone, `missing` says so, and what changed is not told.
    """

    day: str
    reason: str
    number: int
    words: CorrectionWords
    before: str
    after: str
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAway:
    """A scorecard of the past that is not told any more: since when, and where it says why."""

    number: int
    words: str
    address: str


def address_of(published: Published) -> str:
    """Return where one publication of an employer stands."""
    slug, revision = published.known.slug, published.snapshot.revision
    if published.is_of_part:
        was = published.snapshot.employer.slug
        return url_for("scorecards.part", slug=slug, was=was, revision=revision)
    return url_for("scorecards.revision", slug=slug, revision=revision)


def corrections_of(
    line: Line, amends: Amends, until: Iterable[Published]
) -> tuple[ShownCorrection, ...]:
    """Return every correction that led to the last of some publications, the newest first."""
    found = amends.corrections_of([one.publication for one in until])
    return tuple(_shown(one, line) for one in found)


def correction_of(line: Line, amends: Amends, published: Published) -> ShownCorrection | None:
    """Return how a publication was set right, or None."""
    found = amends.correction_of(published.publication)
    return _shown(found, line) if found else None


def is_fix_of(line: Line, published: Published, until: Iterable[Published]) -> bool:
    """Say whether a scorecard sets one of those right that led to it, and are still told."""
    fixed = line.amends.correction_by(published.publication)
    return fixed is not None and fixed.act.corrects in {one.publication.hash for one in until}


def left_out(broken: tuple[Published, ...], say: Speaker) -> str:
    """Say which scorecards of the past are not what was signed; empty where all are."""
    days = [day_words(day_where(one.snapshot, one.publication.published_at), say) for one in broken]
    return say("broken_left_out", names=", ".join(days)) if days else ""


def missing_words(missing: Missing | None, organization: Organization, say: Speaker) -> str:
    """Say which score of a correction is gone; empty where both stand."""
    if missing is None:
        return ""
    side = "before" if missing.is_before else "after"
    done = "emptied" if isinstance(missing.by, Buried) else "withdrawn"
    day = day_words(local_day(missing.by.act.at, organization.time_zone), say)
    return f"{say(f'amends_{side}_{done}', day=day)} {say('amends_change_not_told')}"


def taken_away(line: Line) -> tuple[TakenAway, ...]:
    """Return what was withdrawn of an employer, its own record's alone, the oldest first."""
    back = [
        (one.snapshot.revision, one.publication)
        for one in line.published
        if one.is_withdrawn and not one.is_changed and not one.is_of_part
    ]
    back += [(one.revision, one.publication) for one in line.gone if not one.is_of_part]
    return tuple(_taken_away(line, number, one) for number, one in sorted(back, key=_revision))


def gone_page(line: Line, publication: Publication, amends: Amends) -> Response:
    """Say that a scorecard was withdrawn: when, by whom and why, with the hash that is kept."""
    with current().database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, publication.organization_id)
        withdrawn = amends.withdrawal_of(publication)
        said = spoken_since(session, publication, withdrawn.act.at) if withdrawn else ()
    buried = amends.tombstone_of(publication.organization_id, publication.hash)
    fixed = amends.correction_by(publication)
    is_last = not any(one.is_current for one in line.published)
    shown = render_template(
        "web/scorecards/withdrawn.html",
        publication=publication,
        organization=organization,
        withdrawn=withdrawn,
        said=said_since(said, organization.time_zone, current_speaker()),
        had_corrected=_address(line, fixed.act.corrects) if fixed and is_last else "",
        withdrawn_on=_day(withdrawn, organization),
        buried=buried,
        buried_on=_day(buried, organization),
        others=_others(line, organization),
    )
    response = make_response(shown, HTTPStatus.GONE)
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    return response


def broken_page(line: Line, published: Published) -> Response:
    """Say that what is kept is not what was signed; nothing of it is told, not even its contact."""
    publication = published.publication
    with current().database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, publication.organization_id)
    shown = render_template(
        "web/scorecards/broken.html",
        known=published.known,
        publication=publication,
        organization=organization,
        day=_day_of(published, organization),
        others=_others(line, organization),
    )
    response = make_response(shown, HTTPStatus.SERVICE_UNAVAILABLE)
    response.cache_control.no_store = True
    return response


def find_gone(line: Line, revision: int, *, of_part: str = "") -> Publication | None:
    """Return the publication of a revision whose body is gone; `of_part` is a record's id."""
    for one in line.gone:
        is_meant = one.publication.employer_id == of_part if of_part else not one.is_of_part
        if is_meant and one.revision == revision:
            return one.publication
    return None


def _shown(found: Corrected, line: Line) -> ShownCorrection:
    say = current_speaker()
    with current().database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, found.entry.organization_id)
    edition = next(_editions(found, line), None)
    words = CorrectionWords(headline=(), changes=())
    missing = line.amends.missing_of(organization.id, found.act)
    return ShownCorrection(
        day=day_words(local_day(found.act.at, organization.time_zone), say),
        reason=say.why(found.act.reason),
        number=found.entry.number,
        words=read_correction(found.act, edition, say) if edition and not missing else words,
        missing=missing_words(missing, organization, say),
        before=_address(line, found.act.corrects),
        after=_address(line, found.act.publication),
    )


def _revision(numbered: tuple[int, Publication]) -> int:
    return numbered[0]


def _taken_away(line: Line, number: int, publication: Publication) -> TakenAway:
    with current().database.reading(EVERY_ORGANIZATION) as session:
        organization = get_organization(session, publication.organization_id)
    buried = line.amends.tombstone_of(organization.id, publication.hash)
    back = line.amends.withdrawal_of(publication)
    name = "amends_past_emptied" if buried else "amends_past_withdrawn"
    return TakenAway(
        number=number,
        words=current_speaker()(name, day=_day(buried or back, organization)),
        address=url_for("scorecards.revision", slug=line.known.slug, revision=number),
    )


def _editions(found: Corrected, line: Line) -> Iterator[Edition]:
    """Yield the edition that both scorecards are of, as far as one of them can be read."""
    named = (found.act.publication, found.act.corrects)
    for one in line.published:
        if one.publication.hash in named:
            yield current().catalog.edition(one.snapshot.rubric, one.snapshot.edition)


def _address(line: Line, body_hash: str) -> str:
    for one in line.published:
        if one.publication.hash == body_hash:
            return address_of(one)
    for gone in line.gone:
        if gone.publication.hash == body_hash and not gone.is_of_part:
            return url_for("scorecards.revision", slug=line.known.slug, revision=gone.revision)
    return ""


def _others(line: Line, organization: Organization) -> list[tuple[str, str]]:
    """Return address and day of every scorecard that stands, the newest first."""
    return [
        (address_of(one), _day_of(one, organization))
        for one in reversed(line.published)
        if not one.is_withdrawn and not one.is_changed
    ]


def _day(amend: Amend | None, organization: Organization) -> str:
    if amend is None:
        return ""
    return day_words(local_day(amend.act.at, organization.time_zone), current_speaker())


def _day_of(published: Published, organization: Organization) -> str:
    at = published.publication.published_at
    return day_words(local_day(at, organization.time_zone), current_speaker())


def resting_words(certificate: Certificate) -> str:
    """Return what became of the score behind a certificate, in a sentence, or nothing."""
    here, say = current(), current_speaker()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        found = read_resting(session, certificate, here.catalog)
        organization = get_organization(session, certificate.organization_id)
    if found.withdrawn is not None:
        return say("amends_certificate_withdrawn", day=_day(found.withdrawn, organization))
    if found.corrected is None:
        return ""
    name = "keeps" if found.is_carried else "falls"
    return say(f"amends_certificate_{name}", day=_day(found.corrected, organization))
