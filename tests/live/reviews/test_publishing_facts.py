"""Publishing signs what becomes public beside a score, and builds upon nothing that was forged."""

from dataclasses import replace

import pytest

from jobquality.errors import RefusedError
from jobquality.ledger.acts import FactsChanged, load_act
from jobquality.services.beginning import begin_beside
from jobquality.services.knowing import begin_known
from jobquality.store.assessments import change_assessment
from jobquality.store.chains import list_of_kinds
from jobquality.store.database import Session
from jobquality.store.employers import (
    Establishment,
    Scope,
    add_establishment,
    change_employer,
    get_employer,
)
from jobquality.store.keys import Keyring
from jobquality.store.publications import list_entries
from tests.live.factories import stored_employer
from tests.live.reviews.parts import ON, Walk
from tests.live.reviews.test_publishing import published


def facts_of(walk: Walk) -> list[FactsChanged]:
    """Return every act of the chain that says what is known of an employer."""
    found = list_of_kinds(walk.session, ["facts"], organization_id=walk.organization.id)
    acts = (load_act(entry.kind, content) for entry, content in found)
    return [one for one in acts if isinstance(one, FactsChanged)]


def again(walk: Walk, token: str, keys: Keyring) -> None:
    """Walk the whole way once more."""
    walk.drafted().submitted().approved().noticed(token=token)
    walk.opened(token)
    walk.later(days=14)
    published(walk, keys)


@pytest.fixture
def walk(session: Session, keys: Keyring) -> Walk:
    """A chain that says what is known of employers, and a franchise that nobody published of."""
    made = Walk(session)
    made.with_employer()
    made.later(days=14)
    published(made, keys)
    owner = made.organization.id
    assert begin_beside(session, owner, keys=keys, at=made.at)
    assert begin_known(session, owner, keys=keys, at=made.at)
    brand = stored_employer(session, made.author, scope=Scope.CHAIN)
    made.employer = stored_employer(
        session,
        made.author,
        scope=Scope.FRANCHISEE,
        brand_id=brand.id,
        sites_known=1,
        sites_known_on=ON,
        sites_known_source="its list",
    )
    return made


def test_a_score_signs_what_is_known_of_its_employer_and_who_its_brand_is(
    walk: Walk, keys: Keyring
) -> None:
    again(walk, "a second link", keys)
    kinds = [one.kind for one in list_entries(walk.session, walk.organization.id)]
    assert kinds[3:] == ["publication", "facts", "identity", "facts"]
    own, brands = facts_of(walk)
    assert (own.facts.employer, own.facts.sites) == (walk.employer.id, 1)
    assert (brands.facts.employer, brands.facts.scope) == (own.facts.brand, "chain")
    assert {walk.author.id, walk.reviewer.id} == set(own.decided_by)


def test_t10_of_an_employer_whose_number_of_sites_was_forged_nothing_more_is_published(
    walk: Walk, keys: Keyring
) -> None:
    again(walk, "a second link", keys)
    forged = get_employer(walk.session, walk.employer.id)
    change_employer(walk.session, replace(forged, sites_known=None))
    with pytest.raises(RefusedError, match="was changed past the program"):
        again(walk, "a third link", keys)


def test_a_site_that_carries_a_brand_is_signed_with_the_score_that_covers_it(
    walk: Walk, keys: Keyring
) -> None:
    session, employer = walk.session, get_employer(walk.session, walk.employer.id)
    brand = employer.brand_id
    change_employer(session, replace(employer, scope=Scope.SINGLE, brand_id=None))
    for name, carried in (("Oak", brand), ("Pine", brand), ("Elm", None)):
        site = Establishment(
            id=f"{name}-{walk.organization.id}"[:32],
            organization_id=walk.organization.id,
            employer_id=employer.id,
            slug=name.lower(),
            name=name,
            address=f"1 {name} Street",
            place=employer.place,
            created_at=walk.at,
            brand_id=carried,
        )
        add_establishment(session, site)
    oak, elm = (f"{name}-{walk.organization.id}"[:32] for name in ("Oak", "Elm"))
    walk.drafted()
    change_assessment(session, replace(walk.assessment, sites=(oak, elm)))
    walk.submitted().approved().noticed(token="a second link")
    walk.opened("a second link")
    walk.later(days=14)
    published(walk, keys)
    own = facts_of(walk)[0].facts
    assert [(one.site, one.brand) for one in own.marks] == [(oak, brand)]
    assert own.brand == ""
