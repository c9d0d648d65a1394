"""R14. What one of the two databases cannot keep is refused by both, in words."""

import pytest

from jobquality.errors import FaultsError
from jobquality.store.database import Database
from tests.live.factories import stored_organization


@pytest.mark.parametrize("name", ["a\x00b", "a\ud800b"], ids=["nul", "half"])
def test_a_text_that_cannot_be_kept_is_refused_in_words(database: Database, name: str) -> None:
    with pytest.raises(FaultsError, match="Delete it"), database.transaction() as session:
        stored_organization(session, name=name)
