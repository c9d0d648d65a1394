"""The names of a form never change: answers from a phone of last year still find their question."""

from pathlib import Path

import pytest

from jobquality.reading.fieldforms import Prefilled, field_form
from jobquality.rubrics.catalog import Edition, shipped

EDITIONS = list(shipped().by_name.values())
KEPT = Path(__file__).parent / "names"


def names_of(edition: Edition) -> list[str]:
    """Return every field and choice of an edition, as the kept files have them."""
    known = Prefilled(assessment_id="one", employer="Diner", slug="diner")
    forms = (field_form(edition), field_form(edition, known))
    fields = {row["name"] for form in forms for row in form.survey if "name" in row}
    choices = {f"{row['list_name']} {row['name']}" for form in forms for row in form.choices}
    return sorted({*fields, *choices})


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.rubric.name)
def test_no_name_that_a_form_once_had_is_gone(edition: Edition) -> None:
    kept = (KEPT / f"{edition.rubric.name}.txt").read_text(encoding="utf-8").splitlines()

    assert len(kept) > 500
    assert set(kept) - set(names_of(edition)) == set()
