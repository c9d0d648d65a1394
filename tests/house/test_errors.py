import pickle
from http import HTTPStatus

import pytest

from jobquality import errors
from jobquality.errors import Fault, FaultsError, JobQualityError, NotFoundError, check_faults
from jobquality.http import STATUS, status_of

KINDS = JobQualityError.__subclasses__()


def test_every_kind_of_refusal_has_a_status() -> None:
    assert set(STATUS) == set(KINDS)


def test_the_set_of_refusals_is_closed() -> None:
    assert {kind.__module__ for kind in KINDS} == {errors.__name__}


def test_every_kind_of_refusal_has_a_code_of_its_own() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_a_special_case_of_a_refusal_has_the_status_of_its_kind() -> None:
    class NoSuchPlaceError(NotFoundError):
        """A special case."""

    assert status_of(NoSuchPlaceError("Nowhere.")) == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault(message="No weight."), "No weight."),
        (Fault(message="No weight.", line=3), "line 3: No weight."),
        (
            Fault(message="No weight.", where="wages", line=3, remedy="Add one."),
            "line 3, wages: No weight. Add one.",
        ),
    ],
)
def test_a_fault_reads_as_place_message_and_remedy(fault: Fault, line: str) -> None:
    assert str(fault) == line


def test_faults_are_told_all_at_once_and_survive_another_process() -> None:
    refusal = FaultsError([Fault(message="One."), Fault(message="Two.")])

    assert str(pickle.loads(pickle.dumps(refusal))) == "One.\nTwo."  # noqa: S301 - our own


def test_no_fault_is_no_refusal() -> None:
    check_faults([])
