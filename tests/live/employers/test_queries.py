"""However many employers there are, a page about them asks the database as often as for two."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from jobquality.rubrics.catalog import shipped
from jobquality.services.tracks import count_certificates, read_tracks
from jobquality.store.employers import Employer, Scope, families_of
from jobquality.store.initiatives import Initiative
from jobquality.store.mergers import Merger, MergerState, add_merger
from jobquality.store.renames import ChangeState, IdentityChange, add_change
from tests.live.factories import NOON, log_in
from tests.live.ledger.published import Center, stored_center
from tests.live.queries import counted


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks for pages and counts the queries."""

    client: FlaskClient
    engine: Engine

    def queries(self, path: str) -> int:
        with counted(self.engine) as sent:
            assert self.client.get(path).status_code == 200
        return len(sent)


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    return stored_center(session, tmp_path)


def stored(center: Center, name: str, **but: object) -> Employer:
    key = name.lower()
    return center.employer(name=name, name_key=key, slug=key.replace(" ", "-"), **but)


def propose(center: Center, first: Employer, second: Employer) -> None:
    """Let a new name of one, and a merger of both, wait for a second person."""
    shared = {
        "organization_id": first.organization_id,
        "proposed_by": center.author.id,
        "proposed_at": NOON,
    }
    add_change(
        center.session,
        IdentityChange(
            id=f"change {first.slug}",
            employer_id=first.id,
            wanted={"name": "Another"},
            state=ChangeState.OPEN,
            **shared,  # type: ignore[arg-type]  # as above
        ),
    )
    add_merger(
        center.session,
        Merger(
            id=f"merger {first.slug}",
            kept_id=first.id,
            merged_id=second.id,
            reason="One kitchen",
            state=MergerState.OPEN,
            **shared,  # type: ignore[arg-type]  # as above
        ),
    )


def test_what_waits_for_a_second_person_is_listed_in_a_few_queries(
    client: FlaskClient, engine: Engine, center: Center
) -> None:
    asking = Asking(log_in(client, center.author), engine)

    def fill(numbers: range) -> int:
        for number in numbers:
            propose(center, *(stored(center, f"{name} {number}") for name in ("Elm", "Oak")))
        return asking.queries("/en/work/employers")

    few, many = fill(range(1)), fill(range(1, 9))

    assert many <= few
    page = client.get("/en/work/employers").text
    assert page.count("#change-title") == page.count("/mergers/merger") == 9


def test_a_chain_of_many_operators_is_read_in_a_few_queries(
    client: FlaskClient, engine: Engine, center: Center
) -> None:
    brand = stored(center, "Elm Burgers", scope=Scope.CHAIN)
    asking = Asking(client, engine)

    def fill(numbers: range) -> int:
        for number in numbers:
            name = f"Operator {number}"
            center.publish(stored(center, name, scope=Scope.FRANCHISEE, brand_id=brand.id))
        return asking.queries("/en/brands/elm-burgers")

    few, many = fill(range(1)), fill(range(1, 5))

    assert many <= few


def test_the_line_of_many_employers_of_an_initiative_is_read_in_a_few_queries(
    engine: Engine, center: Center
) -> None:
    def fill(numbers: range) -> tuple[int, int]:
        for number in numbers:
            center.publish(stored(center, f"Diner {number}"))
        with counted(engine) as sent:
            tracks = read_tracks(center.session, initiative, shipped().parameters.places)
            count_certificates(center.session, tracks)
        return len(tracks), len(sent)

    initiative = Initiative(
        id="initiative",
        organization_id=center.organization.id,
        slug="diners",
        name="Diners",
        about="",
        sector="722",
        place="48",
        rubric="restaurants_us",
        created_by=center.author.id,
        created_at=NOON,
        written_by=center.author.id,
    )
    (one, few), (five, many) = fill(range(1)), fill(range(1, 5))

    assert (one, five) == (1, 5)
    assert many <= few


def test_a_family_is_found_by_each_of_its_records(session: Session, center: Center) -> None:
    whole = stored(center, "Elm Diner")
    part = stored(center, "Elm Dinner", merged_into=whole.id)
    other = stored(center, "Oak Diner")

    found = families_of(session, [part.id, whole.id, other.id, "nobody"])

    family = (whole.id, part.id)
    assert found == {part.id: family, whole.id: family, other.id: (other.id,)}
