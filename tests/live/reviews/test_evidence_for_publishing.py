"""What a scored answer needs behind it before anybody may publish it (T1)."""

from datetime import date

import pytest

from jobquality.access.states import AssessmentState
from jobquality.errors import FaultsError
from jobquality.services.grounds import kinds_asked_for
from jobquality.services.publishing import publish
from jobquality.store.assessments import Workers
from jobquality.store.database import Session
from jobquality.store.evidence import OTHER_KIND, get_evidence, remove_evidence
from jobquality.store.keys import Keyring
from tests.live.evidence.copying import stored_piece
from tests.live.reviews.browsing import Site
from tests.live.reviews.parts import CATALOG, Walk, new_id

CRITERION = "adv_ladder"


def refusals(walk: Walk) -> list[str]:
    with pytest.raises(FaultsError) as refused:
        walk.submitted()
    return [fault.message for fault in refused.value.faults]


def test_t1_one_answer_without_evidence_is_named_and_with_it_the_way_is_free(site: Site) -> None:
    """T1: 1 of 40 answers has no evidence → 422 naming it; add it → goes on."""
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered(CRITERION, "1", source="")

    refused = site.submit()
    kind = kinds_asked_for(CATALOG.get("restaurants_us", "2026.1"), CRITERION)[0]
    form = {"title": "The wage ladder", "grade": "E1", "key": new_id(), "kind": kind}
    added = site.as_author().post(
        site.at(f"{CRITERION}/evidence"), data=form | {"url": "https://diner.example.org/ladder"}
    )
    accepted = site.submit()

    assert refused.status_code == 422
    assert "” has no evidence at all" in refused.text
    assert refused.text.count("has no evidence at all") == 1
    assert (added.status_code, accepted.status_code) == (303, 303)
    assert site.state() is AssessmentState.IN_REVIEW


def test_t1_publishing_itself_refuses_an_answer_whose_evidence_is_gone(
    session: Session, keys: Keyring
) -> None:
    walk = Walk(session).drafted().answered(CRITERION, "1", source="")
    piece = stored_piece(session, walk.author, walk.assessment_id, criterion=CRITERION)
    walk.submitted().approved().noticed()
    walk.opened()
    walk.later(days=14)
    remove_evidence(session, piece.id)

    with pytest.raises(FaultsError, match=f"{CRITERION} has no evidence at all"):
        publish(
            session, walk.reviewer.actor, walk.assessment_id, catalog=CATALOG, keys=keys, at=walk.at
        )


def test_evidence_that_is_out_of_date_does_not_carry_an_answer(session: Session) -> None:
    """The assessment is of 20 February 2026, and evidence lasts 24 months."""
    walk = Walk(session).drafted()
    old = stored_piece(
        session,
        walk.author,
        walk.assessment_id,
        criterion=CRITERION,
        captured_on=date(2024, 2, 19),
    )

    assert refusals(walk) == [f"The evidence of {CRITERION} is out of date since 2026-02-19."]
    assert get_evidence(session, old.id) == old


@pytest.mark.parametrize(
    "in_date",
    [
        {"captured_on": date(2024, 2, 20)},
        {"captured_on": date(2020, 1, 1), "expires_on": date(2026, 2, 20)},
    ],
)
def test_evidence_carries_until_its_last_day(session: Session, in_date: dict[str, date]) -> None:
    walk = Walk(session).drafted()
    stored_piece(session, walk.author, walk.assessment_id, criterion=CRITERION, **in_date)

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_its_own_last_day_goes_before_the_usual_age(session: Session) -> None:
    walk = Walk(session).drafted()
    stored_piece(
        session,
        walk.author,
        walk.assessment_id,
        criterion=CRITERION,
        captured_on=date(2026, 2, 1),
        expires_on=date(2026, 2, 19),
    )

    assert refusals(walk) == [f"The evidence of {CRITERION} is out of date since 2026-02-19."]


def test_one_piece_in_date_is_enough(session: Session) -> None:
    walk = Walk(session).drafted()
    for day in (date(2020, 1, 1), date(2026, 1, 1)):
        stored_piece(session, walk.author, walk.assessment_id, criterion=CRITERION, captured_on=day)

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_what_the_standard_does_not_ask_for_does_not_carry_an_answer_alone(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    stored_piece(session, walk.author, walk.assessment_id, criterion=CRITERION, kind=OTHER_KIND)

    assert refusals(walk) == [
        f"The evidence of {CRITERION} is not what the standard asks to look at."
    ]


def test_enough_workers_carry_an_answer_whose_paper_is_old(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered(CRITERION, "1", workers=Workers(asked=5, confirming=4, month="2026-02"))
    stored_piece(
        session,
        walk.author,
        walk.assessment_id,
        criterion=CRITERION,
        captured_on=date(2020, 1, 1),
    )

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW


def test_the_source_of_a_critical_finding_lasts_three_years(session: Session) -> None:
    walk = Walk(session).drafted()
    walk.answered("retaliation", "found")
    stored_piece(
        session,
        walk.author,
        walk.assessment_id,
        criterion="retaliation",
        captured_on=date(2023, 3, 1),
    )

    walk.submitted()

    assert walk.assessment.state is AssessmentState.IN_REVIEW
