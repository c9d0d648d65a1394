"""The page of promises tells all five, each with how it is kept, in both languages."""

import pytest
from flask.testing import FlaskClient

from jobquality.wording.promises import WORDING

FIVE = ("named", "heard", "stays", "workers", "recompute")


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_of_the_five_promises_stands_on_the_page(client: FlaskClient, language: str) -> None:
    page = client.get(f"/{language}/promises").get_data(as_text=True)

    for name in FIVE:
        for key in (f"promises_{name}", f"promises_{name}_why"):
            told = getattr(WORDING[key], language).partition("'")[0].partition('"')[0]
            assert told[:40] in page
