"""Whatever people do to publications, in whatever order: the chain is whole, and lists say it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobquality.access.states import PublicationState
from jobquality.errors import JobQualityError
from jobquality.services.amends import read_amends
from jobquality.services.certifying import issue_certificate
from jobquality.store.publications import Publication, find_body, list_publications
from tests.live.corrections.correcting import Desk
from tests.live.corrections.test_correcting import wrong
from tests.live.reviews.parts import CATALOG

DAYS = ("3", "7", "14")
STEPS = ("publish", "correct", "withdraw", "bury", "certify")


def tried(desk: Desk, act: Callable[[], object]) -> None:
    """Do something as one transaction; a refusal leaves no trace."""
    try:
        with desk.session.begin_nested():
            act()
    except JobQualityError:
        desk.session.expire_all()


def step(desk: Desk, name: str, pick: int, days: str) -> None:
    """Do one thing to one of the publications, as far as the rules let it."""
    found = list_publications(desk.session)
    if name == "publish" or not found:
        tried(desk, lambda: desk.published(sched_notice_days=days))
        return
    one = found[pick % len(found)]
    acts: dict[str, Callable[[], object]] = {
        "correct": lambda: desk.corrected(one, sched_notice_days=days),
        "withdraw": lambda: desk.withdrawn(one),
        "bury": lambda: desk.buried(one.hash),
        "certify": lambda: certify(desk, one, len(found)),
    }
    tried(desk, acts[name])


def certify(desk: Desk, publication: Publication, number: int) -> None:
    issue_certificate(
        desk.session,
        desk.reviewer.actor,
        publication.hash,
        code=f"7QK3MZPT9WX4HR{'23456789ABCDEFGH'[number % 16]}D",
        catalog=CATALOG,
        keys=desk.keys,
        at=desk.at,
        is_https=True,
    )


def check(desk: Desk) -> None:
    """Hold the lists against what the acts say, and the chain against everything."""
    assert wrong(desk) == ""
    amends = read_amends(desk.session)
    found = list_publications(desk.session)
    assert sum(one.state is PublicationState.CURRENT for one in found) <= 1
    for one in found:
        is_withdrawn = amends.withdrawal_of(one) is not None
        assert (one.state is PublicationState.WITHDRAWN) == is_withdrawn
        is_buried = amends.tombstone_of(one.organization_id, one.hash) is not None
        assert (find_body(desk.session, one.hash) == "") == is_buried
        if amends.correction_of(one) is not None:
            assert one.state is not PublicationState.CURRENT


def walked(desk: Desk, plan: list[tuple[str, int, str]]) -> None:
    with desk.session.begin_nested() as undone:
        for name, pick, days in plan:
            step(desk, name, pick, days)
            desk.later(hours=1)
        check(desk)
        undone.rollback()
    desk.session.expunge_all()


PLANS = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 3), st.sampled_from(DAYS)),
    min_size=2,
    max_size=6,
)
UNDER = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


@settings(max_examples=3, **UNDER)  # type: ignore[arg-type]  # hypothesis's own words
@given(plan=PLANS)
def test_every_chain_of_acts_is_whole(desk: Desk, plan: list[tuple[str, int, str]]) -> None:
    walked(desk, plan)


@pytest.mark.soak
@settings(max_examples=100, **UNDER)  # type: ignore[arg-type]  # as above
@given(plan=PLANS)
def test_many_chains_of_acts_are_whole(desk: Desk, plan: list[tuple[str, int, str]]) -> None:
    walked(desk, plan)


def test_one_long_life_of_a_scorecard_is_whole(desk: Desk) -> None:
    plan = [
        ("publish", 0, "3"),
        ("certify", 0, "3"),
        ("correct", 0, "14"),
        ("bury", 0, "3"),
        ("withdraw", 1, "3"),
        ("bury", 1, "3"),
        ("publish", 0, "7"),
        ("withdraw", 1, "7"),
        ("correct", 0, "14"),
    ]
    walked(desk, plan)
