from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from jobquality.errors import SetupError
from jobquality.services.editions import register_editions
from jobquality.store.editions import registered_editions

JANUARY = datetime(2026, 1, 5, 9, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """As much of a rubric as the register reads."""

    id: str = "restaurants_us"
    edition: str = "2026.1"
    scoring_hash: str = "sha256:one"
    wording_hash: str = "sha256:two"


def test_an_edition_is_registered_when_it_is_first_seen(session: Session) -> None:
    register_editions(session, [Shipped()], at=JANUARY)

    register_editions(session, [Shipped()], at=JUNE)

    (edition,) = registered_editions(session)
    assert (edition.rubric, edition.edition) == ("restaurants_us", "2026.1")
    assert edition.first_seen == JANUARY


def test_better_wording_changes_nothing_published(session: Session) -> None:
    register_editions(session, [Shipped()], at=JANUARY)

    register_editions(session, [Shipped(wording_hash="sha256:better")], at=JUNE)

    (edition,) = registered_editions(session)
    assert edition.wording_hash == "sha256:two"


def test_an_edition_that_scores_differently_is_refused_with_date_and_remedy(
    session: Session,
) -> None:
    register_editions(session, [Shipped()], at=JANUARY)

    with pytest.raises(SetupError) as refusal:
        register_editions(session, [Shipped(scoring_hash="sha256:other")], at=JUNE)

    assert str(refusal.value) == (
        "restaurants_us 2026.1 is not the file that was registered on 2026-01-05. "
        "Nothing published changes: put the old file back and publish the new one as 2026.2."
    )


def test_the_edition_to_publish_instead_is_one_that_is_free(session: Session) -> None:
    both = [Shipped(), Shipped(edition="2026.2")]
    register_editions(session, both, at=JANUARY)

    with pytest.raises(SetupError, match=r"publish the new one as 2026\.3"):
        register_editions(session, [Shipped(scoring_hash="sha256:other")], at=JUNE)


def test_every_changed_edition_is_named_at_once(session: Session) -> None:
    register_editions(session, [Shipped(), Shipped(id="retail_us")], at=JANUARY)
    changed = [Shipped(scoring_hash="x"), Shipped(id="retail_us", scoring_hash="x")]

    with pytest.raises(SetupError, match=r"(?s)restaurants_us 2026.*retail_us 2026"):
        register_editions(session, changed, at=JUNE)
