"""A reviewer approves what the author submitted, and nothing that the reviewer made of it."""

from dataclasses import replace

import pytest

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, FaultsError
from jobquality.services.rates import RateCommand, add_rate
from jobquality.store.database import Session
from jobquality.store.employers import change_employer, get_employer
from tests.live.factories import stored_person
from tests.live.reviews.parts import CATALOG, ON, Walk, answers_of_the_texas_diner, new_id
from tests.live.reviews.test_notices import brought_back


def floor_added(walk: Walk) -> None:
    """Let an administrator add a minimum wage that nobody else has seen."""
    administrator = stored_person(walk.session, walk.organization)
    command = RateCommand(
        id=new_id(),
        parameter="minimum_wage",
        place=walk.employer.place,
        first=ON,
        value="20",
        source="So I say",
        as_of=ON,
        check_by=ON.replace(year=2027),
    )
    add_rate(walk.session, administrator.actor, command, shipped=CATALOG.parameters, at=walk.at)


def with_pay_before_tips() -> dict[str, str]:
    """Return answers whose score hangs on the minimum wage."""
    answers = answers_of_the_texas_diner() | {"tipped_cash_wage": "8.00"}
    del answers["wages_tipped_base_ratio"]
    return answers


def grown(walk: Walk) -> None:
    employer = get_employer(walk.session, walk.employer.id)
    change_employer(walk.session, replace(employer, headcount=600))


def test_facts_of_the_employer_changed_after_submission_are_not_approved(
    session: Session,
) -> None:
    walk = Walk(session).drafted().submitted()
    grown(walk)

    with pytest.raises(ConflictError, match="after its author submitted it: Employer"):
        walk.approved()


def test_a_figure_added_after_submission_is_not_approved(session: Session) -> None:
    walk = Walk(session).drafted(with_pay_before_tips()).submitted()
    floor_added(walk)

    with pytest.raises(ConflictError, match="after its author submitted it: Figures"):
        walk.approved()


def test_what_the_author_submitted_again_is_approved(session: Session) -> None:
    walk = Walk(session).drafted().submitted()
    grown(walk)

    brought_back(walk)

    assert walk.assessment.reviewer_id == walk.reviewer.id


def test_nobody_is_said_to_have_declined_without_a_word_on_who_was_asked(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    walk.answered("adv_ladder", "declined", grade=None, source="")

    with pytest.raises(FaultsError) as refused:
        walk.submitted()

    assert [fault.where for fault in refused.value.faults] == ["adv_ladder"]


def test_a_refusal_with_its_source_is_submitted(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("adv_ladder", "declined", grade=None, source="Asked the owner on 2 February")

    assert walk.submitted().assessment.state is AssessmentState.IN_REVIEW
