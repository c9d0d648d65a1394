"""The invented standard of the samples: two editions, the second of which asks for more."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from jobquality.ledger.acts import Act, EditionIssued
from jobquality.rubrics.catalog import Catalog, Edition, load_edition
from jobquality.services.acts import append_act
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.standards import STANDARD, OwnEdition, add_own_edition

RUBRIC = "sample_kitchens"
#: The first day of use of each edition.
EDITIONS: Mapping[str, date] = {"2025.1": date(2025, 1, 20), "2026.1": date(2026, 3, 1)}
_HERE = Path(__file__).parent / "standards"
_LANGUAGES = ("en", "es")


def with_sample_editions(catalog: Catalog) -> Catalog:
    """Return a catalog that knows both editions before anybody else can read them."""
    found = {f"{RUBRIC}@{one}": read_sample_edition(catalog, one) for one in EDITIONS}
    return replace(catalog, by_name={**catalog.by_name, **found})


def read_sample_edition(catalog: Catalog, edition: str) -> Edition:
    """Return one edition as it ships with the samples."""
    return load_edition(_file(edition), catalog.parameters)


def issue_sample_edition(  # noqa: PLR0913  # what is published by whom, where, and when
    session: Session,
    edition: Edition,
    people: tuple[str, str],
    *,
    organization_id: str,
    keys: Keyring,
    at: datetime,
) -> None:
    """Publish an edition as two people of the samples do: an entry in the chain, and its files."""
    rubric = edition.rubric
    content = _file(rubric.edition).read_bytes()
    sha256, in_use_from = hashlib.sha256(content).hexdigest(), EDITIONS[rubric.edition]

    def made(number: int) -> Act:
        return EditionIssued(
            number=number,
            organization=organization_id,
            at=at,
            rubric=rubric.id,
            edition=rubric.edition,
            scoring_hash=rubric.scoring_hash,
            wording_hash=rubric.wording_hash,
            file=sha256,
            in_use_from=in_use_from,
            decided_by=people,
        )

    entry = append_act(session, organization_id, made, keys=keys, at=at)
    own = OwnEdition(
        organization_id=organization_id,
        rubric=rubric.id,
        edition=rubric.edition,
        sha256=sha256,
        scoring_hash=rubric.scoring_hash,
        wording_hash=rubric.wording_hash,
        in_use_from=in_use_from,
        follows="",
        kind="",
        published_at=at,
        proposed_by=people[0],
        published_by=people[1],
        act_hash=entry.hash,
    )
    words = {one: _words(rubric.edition, one).read_bytes() for one in _LANGUAGES}
    add_own_edition(session, own, {STANDARD: content, **words})


def _file(edition: str) -> Path:
    return _HERE / f"{RUBRIC}.{edition}.yaml"


def _words(edition: str, language: str) -> Path:
    return _HERE / f"{RUBRIC}.{edition}.{language}.yaml"
