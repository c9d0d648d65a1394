"""A survey whose size was left blank is not published as if many had answered."""

import pytest

from jobquality.errors import FaultsError
from jobquality.store.database import Session
from tests.live.documents.issuing import answers_of_the_bistro
from tests.live.reviews.parts import Walk

_SIZES = ("survey_workers", "survey_response", "survey_asked")
_SAID = {
    "how many answered, and of how many": {"survey_workers": "40", "survey_asked": "60"},
    "how many answered, and their share": {"survey_workers": "40", "survey_response": "66"},
    "that nobody knows": {"survey_workers": "unknown", "survey_response": "unknown"},
}


def drafted(session: Session, **sizes: str) -> Walk:
    answers = {name: text for name, text in answers_of_the_bistro().items() if name not in _SIZES}
    return Walk(session).drafted(answers | sizes)


def test_a_survey_of_a_size_that_was_left_blank_is_named_before_review(session: Session) -> None:
    walk = drafted(session)

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert [(one.where, one.message) for one in refused.value.faults] == [
        (name, f"voice_survey counts only by {name}, and nothing is said of that.")
        for name in _SIZES[:2]
    ]


def test_a_survey_needs_the_number_of_those_who_were_asked_too(session: Session) -> None:
    walk = drafted(session, survey_workers="40")

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert [one.where for one in refused.value.faults] == ["survey_response"]


@pytest.mark.parametrize("sizes", _SAID.values(), ids=_SAID)
def test_a_survey_goes_to_review_with(session: Session, sizes: dict[str, str]) -> None:
    drafted(session, **sizes).submitted()


def test_who_has_no_survey_says_nothing_of_its_size(session: Session) -> None:
    drafted(session, voice_survey="unknown").submitted()
