"""The public list of employers as a table: every row of it, and how many there are."""

from collections.abc import Collection, Mapping
from datetime import datetime

from flask import Blueprint, Response

from jobquality.http import current
from jobquality.ledger.canonical import moment_text
from jobquality.reading.names import place_words
from jobquality.rubrics.model import TOTAL
from jobquality.services.published import Published, list_listed, search
from jobquality.services.said import (
    has_answered_withdrawal,
    has_only_unsent,
    has_replied,
    spoken_hashes,
)
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.tables.csvtext import csv_text
from jobquality.web.caching import public_page
from jobquality.web.embeds import REPLY, reply_address
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.listed import Row, of_each, row_of, wanted_of

blueprint = Blueprint("employer_list", __name__)

#: The names of the columns never change; docs/reading-a-scorecard.md says what each holds.
COLUMNS = (
    "employer", "slug", "sector", "sector_name", "place", "place_name", "organization",
    "is_sample", "standard", "edition", "as_of", "published_at", "level", "level_name", "low",
    "high", "answered", "coverage", "contested", "employer_replied", "employer_reply_url",
    "page_url", "hash", "integrity", "corrected_at",
    "correction_reason", "correction_url", "withdrawn_at", "withdrawal_reason",
    "sites", "sites_of", "employer_reply_not_sent", "funding",
)  # fmt: skip
_NUMBERS = ("low", "high", "answered", "coverage")
#: Excel takes a file without this mark for another encoding and breaks every accent.
_MARK = "\ufeff"


@blueprint.get("/<any(en,es):language>/employers.csv")
def table() -> Response:
    """Give the list, narrowed as the page is, without any limit."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        listed = list_listed(session)
        spoken = spoken_hashes(session)
        wanted = wanted_of(session)
    found = search(listed, wanted, here.catalog.parameters.places)
    response = public_page([*of_each(found, spoken), wanted, "csv"], lambda: _text(found, spoken))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="employers.csv"'
    response.headers["X-Row-Count"] = str(len(found))
    return response


def _text(found: Collection[Published], spoken: Mapping[str, datetime]) -> str:
    records = [_record(one, spoken) for one in found]
    return _MARK + csv_text(records, COLUMNS, numbers=_NUMBERS)


def _record(published: Published, spoken: Mapping[str, datetime]) -> dict[str, str]:
    row = row_of(published, current(), current_speaker())
    page = reply_address(row.slug, current_language()).partition("#")[0]
    told = {
        "employer": row.name,
        "slug": row.slug,
        "organization": row.issuer,
        "is_sample": _said(row.is_sample),
        "page_url": page,
        "hash": published.publication.hash,
        "integrity": "failed" if row.is_changed else "whole",
        **_withdrawal(published),
    }
    if row.is_changed:
        return dict.fromkeys(COLUMNS, "") | told
    told |= _subject(published, row)
    if row.is_silent:
        return dict.fromkeys(COLUMNS, "") | told | _answered(published, spoken, page)
    return told | _score(published, row, page) | _replied(published, spoken, page)


def _subject(published: Published, row: Row) -> dict[str, str]:
    employer = published.snapshot.employer
    return {
        "sector": employer.sector,
        "sector_name": row.sector,
        "place": employer.place,
        "place_name": row.place,
    }


def _answered(published: Published, spoken: Mapping[str, datetime], page: str) -> dict[str, str]:
    """Return whether the employer answered a withdrawal; nothing where it did not."""
    if not has_answered_withdrawal(published, spoken):
        return {}
    return {"employer_replied": "yes", "employer_reply_url": f"{page}#{REPLY}"}


def _replied(published: Published, spoken: Mapping[str, datetime], page: str) -> dict[str, str]:
    """Return whether the employer replied, or wrote and did not send it, and where that stands."""
    replied, unsent = has_replied(published, spoken), has_only_unsent(published, spoken)
    return {
        "employer_replied": _said(replied),
        "employer_reply_url": f"{page}#{REPLY}" if replied or unsent else "",
        "employer_reply_not_sent": _said(unsent),
    }


def _score(published: Published, row: Row, page: str) -> dict[str, str]:
    snapshot, total = published.snapshot, published.snapshot.row(TOTAL)
    at = snapshot.published_at
    return {
        "place_name": place_words(
            snapshot.employer.place, current().catalog.parameters.places, current_speaker()
        ),
        "standard": snapshot.rubric,
        "edition": snapshot.edition,
        "as_of": snapshot.on.isoformat(),
        "published_at": moment_text(at) if at else "",
        "level": snapshot.level,
        "level_name": row.level,
        **{name: getattr(total, name) or "" for name in _NUMBERS},
        "sites": str(len(snapshot.employer.sites) or ""),
        "funding": snapshot.organization.funding,
        "sites_of": str(published.known.sites_known or ""),
        "contested": _said(row.is_contested),
        **_correction(published, page),
    }


def _withdrawal(published: Published) -> dict[str, str]:
    """Return when and why a score was taken back, if it was."""
    found = published.withdrawn
    return {
        "withdrawn_at": moment_text(found.act.at) if found else "",
        "withdrawal_reason": found.act.reason if found else "",
    }


def _correction(published: Published, page: str) -> dict[str, str]:
    """Return what a score set right, if it did: when, why, and where that stands."""
    found = published.corrected
    return {
        "corrected_at": moment_text(found.act.at) if found else "",
        "correction_reason": found.act.reason if found else "",
        "correction_url": f"{page}#card-corrections" if found else "",
    }


def _said(value: bool) -> str:  # noqa: FBT001  # what is said of it
    return "yes" if value else "no"
