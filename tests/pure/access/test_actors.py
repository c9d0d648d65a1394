from itertools import product

import pytest

from jobquality.access.actors import ALLOWED, Action, Actor, Role, check_may, check_second_person
from jobquality.errors import ForbiddenError


def an_actor(*roles: Role) -> Actor:
    return Actor(person_id="ana", organization_id="center", name="Ana", roles=frozenset(roles))


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


def test_whoever_wrote_a_part_is_no_second_person() -> None:
    with pytest.raises(ForbiddenError, match="Nobody publishes alone"):
        check_second_person(an_actor(*Role), ["luis", "ana"])


def test_whoever_wrote_nothing_is_a_second_person() -> None:
    check_second_person(an_actor(Role.REVIEWER), ["luis"])
