"""Two people stand behind a figure of one's own, and everybody sees what a new one touches."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from jobquality.errors import FaultsError, ForbiddenError
from jobquality.services.figures import parameters_of
from jobquality.services.hands import keep_hands
from jobquality.services.secondlooks import confirm
from jobquality.services.touched import list_due, list_touched
from jobquality.store.database import Session
from jobquality.store.hands import Why
from jobquality.store.keys import Keyring
from jobquality.store.rates import Rate, add_rate, list_rates
from tests.live.factories import NOON, log_in, stored_organization, stored_person
from tests.live.reviews.parts import CATALOG, Walk, answers_of_the_texas_diner
from tests.live.reviews.test_publishing import published

ON = date(2026, 3, 1)


@pytest.fixture
def walk(session: Session) -> Walk:
    return Walk(session)


def brought(walk: Walk, person_id: str, **but: object) -> Rate:
    """Bring a living wage for the place of the walk's employer."""
    given: dict[str, object] = {
        "id": "r" * 32,
        "organization_id": walk.organization.id,
        "parameter": "living_wage",
        "place": "48",
        "first": date(2020, 1, 1),
        "value": "17",
        "source": "Our wage board",
        "as_of": date(2026, 1, 2),
        "check_by": date(2030, 1, 31),
        "added_by": person_id,
        "added_at": NOON,
    }
    rate = Rate(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    add_rate(walk.session, rate)
    return rate


def ready(walk: Walk) -> Walk:
    """Take an assessment up to the day of its publication."""
    answers = {**answers_of_the_texas_diner(), "lowest_base_rate": "16.00"}
    del answers["wages_lowest_base_ratio"]
    walk.drafted(answers).submitted().approved()
    walk.noticed()
    walk.opened()
    return walk.later(days=15)


def test_a_figure_of_the_reviewers_own_needs_another_persons_look(
    walk: Walk, keys: Keyring
) -> None:
    for rate in list_rates(walk.session):
        assert rate.added_by != walk.reviewer.id
    rate = brought(walk, walk.reviewer.id, place="48")
    ready(walk)
    said = "Only one person stands behind the figure living_wage"
    with pytest.raises(FaultsError, match=said), walk.session.begin_nested():
        published(walk, keys)

    other = stored_person(walk.session, walk.organization)
    confirm(walk.session, other.actor, rate.id, at=walk.at)
    assert published(walk, keys).hash


def test_nobody_confirms_their_own_figure(walk: Walk) -> None:
    rate = brought(walk, walk.reviewer.id, place="48")
    with pytest.raises(ForbiddenError, match="another person"):
        confirm(walk.session, walk.reviewer.actor, rate.id, at=walk.at)


def test_the_reviewer_of_the_whole_is_the_second_person_of_its_figures(
    walk: Walk, keys: Keyring
) -> None:
    brought(walk, walk.author.id, place="48")
    assert published(ready(walk), keys).hash


def test_a_reviewer_in_whose_account_the_bringer_could_be_is_no_second_person(
    walk: Walk, keys: Keyring
) -> None:
    boss = stored_person(walk.session, walk.organization)
    brought(walk, boss.id, place="48")
    ready(walk)
    keep_hands(walk.session, walk.reviewer, [boss.id], Why.STEP, at=walk.at)

    said = "Only one person stands behind the figure living_wage"
    with pytest.raises(FaultsError, match=said), walk.session.begin_nested():
        published(walk, keys)
    assert published(walk.later(days=8), keys).hash


def test_a_new_figure_shows_what_rests_on_the_old_one_and_moves_nothing(
    walk: Walk, keys: Keyring
) -> None:
    brought(walk, walk.author.id, place="48")
    publication = published(ready(walk), keys)
    assert list_touched(walk.session, CATALOG, on=walk.at.date()) == ()

    start = walk.at.date() + timedelta(days=1)
    brought(walk, walk.author.id, id="s" * 32, place="48", first=start, value="19")
    (one,) = list_touched(walk.session, CATALOG, on=start)
    assert (one.parameter, one.then, str(one.now.value)) == ("living_wage", "17", "19")
    assert one.published.publication.content == publication.content
    assert list_touched(walk.session, CATALOG, on=walk.at.date()) == ()


def test_a_row_is_told_as_due_a_month_before_its_day(walk: Walk) -> None:
    brought(walk, walk.author.id, place="48", check_by=ON + timedelta(days=20))
    figures = parameters_of(walk.session, CATALOG)
    soon, late = (list_due(figures, on=ON + timedelta(days=days)) for days in (0, 21))
    assert [one.is_late for one in soon if one.row.place == "48"] == [False]
    assert [one.is_late for one in late if one.row.place == "48"] == [True]


def test_the_second_person_confirms_on_the_page(client: FlaskClient, session: Session) -> None:
    organization = stored_organization(session)
    first, second = (stored_person(session, organization) for _ in range(2))
    walk_rate = Rate(
        id="t" * 32,
        organization_id=first.organization_id,
        parameter="living_wage",
        place="48",
        first=date(2026, 1, 1),
        value="21.37",
        source="Our wage board",
        as_of=date(2026, 1, 2),
        check_by=date(2030, 1, 31),
        added_by=first.id,
        added_at=NOON,
    )
    add_rate(session, walk_rate)
    log_in(client, first)
    assert "I looked at the source" not in client.get("/en/work/rates").text
    log_in(client, second)
    assert "Miré la fuente" in client.get("/es/work/rates").text
    client.post(f"/en/work/rates/{walk_rate.id}/confirm", data={"key": "1"})
    assert f"{first.name} and {second.name}" in client.get("/en/work/rates").text
