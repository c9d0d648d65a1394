"""A figure that somebody brought who was removed is confirmed by nobody afterwards. Source: T12."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from jobquality.errors import RefusedError
from jobquality.services.events import EventKind
from jobquality.services.people import closed_account
from jobquality.services.rates import RateCommand
from jobquality.services.rates import add_rate as bring
from jobquality.services.secondlooks import confirm
from jobquality.store.database import Session
from jobquality.store.events import list_events
from jobquality.store.keys import Keyring
from jobquality.store.people import Person, change_person, get_person
from jobquality.store.rates import Rate, list_rates
from tests.live.factories import log_in, stored_person
from tests.live.reviews.conftest import keys
from tests.live.reviews.parts import CATALOG, Walk
from tests.live.reviews.test_publishing import published
from tests.live.reviews.test_second_looks import brought, ready, walk

__all__ = ["keys", "walk"]


@pytest.fixture
def left(walk: Walk) -> Rate:
    """A figure that its administrator brought, and nobody confirmed."""
    person = stored_person(walk.session, walk.organization)
    return brought(walk, person.id, place="48")


def removed(walk: Walk, rate: Rate) -> Person:
    """Close the account of whoever brought a figure, as every way to do it does."""
    person = get_person(walk.session, rate.added_by)
    closed_account(walk.session, person, session_key="nobody's", by=None, at=walk.at)
    return person


def kinds(session: Session) -> list[str]:
    return [one.kind for one in list_events(session)]


def again(walk: Walk, rate: Rate, value: str) -> Rate:
    names = set(RateCommand.__dataclass_fields__) - {"id", "value"}
    command = RateCommand(
        id="n" * 32, value=value, **{name: getattr(rate, name) for name in sorted(names)}
    )
    actor, shipped = walk.author.actor, CATALOG.parameters
    return bring(walk.session, actor, command, shipped=shipped, at=walk.at)


def test_t12_a_figure_that_nobody_confirmed_ends_with_the_account_of_who_brought_it(
    walk: Walk, left: Rate
) -> None:
    person = removed(walk, left)

    assert list_rates(walk.session) == ()
    (told,) = [
        one for one in list_events(walk.session) if one.kind == EventKind.PROPOSAL_ENDED.value
    ]
    assert (told.about, told.about_id) == ("rate", left.id)
    assert told.details == {"proposed_by": person.id}
    assert again(walk, left, "18").value == "18"


def test_a_figure_that_two_stand_behind_stays(walk: Walk, left: Rate) -> None:
    confirm(walk.session, walk.reviewer.actor, left.id, at=walk.at)

    removed(walk, left)

    (kept,) = list_rates(walk.session)
    assert kept.confirmed_by == walk.reviewer.id
    assert EventKind.PROPOSAL_ENDED.value not in kinds(walk.session)


@pytest.mark.parametrize("is_published", [False, True])
def test_a_figure_stays_whose_reviewer_approved_what_rests_on_it(
    walk: Walk, keys: Keyring, left: Rate, *, is_published: bool
) -> None:
    """Whoever approved the whole saw the figure while its bringer was still there."""
    ready(walk)
    if is_published:
        published(walk, keys)

    removed(walk, left)

    (kept,) = list_rates(walk.session)
    assert kept.confirmed_by == walk.reviewer.id
    assert EventKind.RATE_KEPT.value in kinds(walk.session)
    assert is_published or published(walk, keys).hash


def test_t12_nobody_confirms_a_figure_of_an_account_that_an_earlier_release_closed(
    walk: Walk, left: Rate, client: FlaskClient
) -> None:
    person = get_person(walk.session, left.added_by)
    change_person(walk.session, replace(person, active=False))

    with pytest.raises(RefusedError, match="was closed, so nobody can confirm it"):
        confirm(walk.session, walk.reviewer.actor, left.id, at=walk.at)

    page = log_in(client, walk.reviewer).get("/en/work/rates").text
    assert "I looked at the source" not in page
    assert "bring it anew" in page
    assert again(walk, left, "18").added_by == walk.author.id
    assert [one.value for one in list_rates(walk.session)] == ["18"]
