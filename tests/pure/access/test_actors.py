from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from jobquality.access.actors import ALLOWED, Action, Actor, Role, check_may
from jobquality.access.proofs import is_fresh
from jobquality.errors import ForbiddenError, SecondStepError


def an_actor(*roles: Role, second_step: bool = True) -> Actor:
    return Actor(
        person_id="ana",
        organization_id="center",
        name="Ana",
        roles=frozenset(roles),
        second_step=second_step,
    )


@pytest.mark.parametrize(("role", "action"), tuple(product(Role, Action)))
def test_a_role_allows_what_the_table_says_and_nothing_else(role: Role, action: Action) -> None:
    if role in ALLOWED[action]:
        check_may(an_actor(role), action)
        return
    with pytest.raises(ForbiddenError, match="needs the role"):
        check_may(an_actor(role), action)


@pytest.mark.parametrize("action", Action)
def test_nobody_without_a_role_may_do_anything(action: Action) -> None:
    with pytest.raises(ForbiddenError):
        check_may(an_actor(), action)


@pytest.mark.parametrize("action", Action)
def test_without_a_second_step_nobody_reviews_publishes_certifies_invites_or_manages(
    action: Action,
) -> None:
    plain = an_actor(*Role, second_step=False)
    if action not in {Action.REVIEW, Action.PUBLISH, Action.CERTIFY, Action.HOST, Action.MANAGE}:
        check_may(plain, action)
        return
    with pytest.raises(SecondStepError, match="second step"):
        check_may(plain, action)


def test_whoever_has_no_role_for_it_is_not_sent_for_a_second_step() -> None:
    with pytest.raises(ForbiddenError) as refused:
        check_may(an_actor(Role.ADVOCATE, second_step=False), Action.PUBLISH)

    assert type(refused.value) is ForbiddenError


@pytest.mark.parametrize(
    ("minutes", "fresh"),
    [(0, True), (29, True), (30, True), (30.1, False), (31, False), (-1, False)],
)
def test_a_proof_counts_for_half_an_hour(minutes: float, fresh: bool) -> None:  # noqa: FBT001 - a row
    proved = datetime(2026, 3, 1, 12, tzinfo=UTC)

    assert is_fresh(proved, proved + timedelta(minutes=minutes)) is fresh
    assert not is_fresh(None, proved)
