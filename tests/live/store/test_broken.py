"""R14. What one of the two databases cannot keep is refused by both, in words."""

import pytest

from jobquality.errors import FaultsError
from jobquality.store.database import Database
from jobquality.store.rows import OrganizationRow
from tests.live.factories import stored_organization


@pytest.mark.parametrize("name", ["a\x00b", "a\ud800b"], ids=["nul", "half"])
def test_r14_a_text_that_cannot_be_kept_is_refused_in_words(database: Database, name: str) -> None:
    with pytest.raises(FaultsError, match="Delete it"), database.transaction() as session:
        stored_organization(session, name=name)


def test_r14_a_text_is_refused_at_the_same_length_by_both_in_characters(
    database: Database,
) -> None:
    longest = 200

    with database.transaction() as session:
        assert len(stored_organization(session, name="ñ" * longest).name) == longest
    with pytest.raises(FaultsError, match="Shorten it"), database.transaction() as session:
        stored_organization(session, name="n" * (longest + 1))


@pytest.mark.parametrize("version", [10**12, -(10**12)])
def test_r14_a_number_too_large_for_its_column_is_refused_by_both(
    database: Database, version: int
) -> None:
    with database.transaction() as session:
        made = stored_organization(session)
    with pytest.raises(FaultsError, match="smaller"), database.transaction() as session:
        session.get_one(OrganizationRow, made.id).version = version
