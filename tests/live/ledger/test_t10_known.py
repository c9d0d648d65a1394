"""Threat T10: an insider forges a brand, a further name or a number of sites, with all its traces.

The chain itself says what is known of employers, and the insider has no key to say otherwise.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.errors import RefusedError
from jobquality.ledger.acts import Act, FactsChanged, StoodKnown
from jobquality.ledger.facts import nothing_known
from jobquality.ledger.snapshot import Site
from jobquality.services.acts import append_act
from jobquality.services.factsigning import Decided, check_facts, sign_facts
from jobquality.services.knowing import begin_known
from jobquality.services.mergers import Propose, decide_merger, propose_merger, undo_merger
from jobquality.services.names import NameCommand, add_name, confirm_name, remove_name
from jobquality.services.public_ledgers import read_ledger
from jobquality.services.renames import decide_change
from jobquality.store.employers import (
    Employer,
    Establishment,
    Scope,
    add_establishment,
    get_employer,
)
from jobquality.store.names import NameKind, list_names
from jobquality.store.publications import list_entries
from jobquality.store.tenancy import belong
from tests.cli.calling import call
from tests.live.corrections.test_integrity import API, FAILED
from tests.live.employers import test_names as naming
from tests.live.factories import log_in
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_t10_signed import begin, walk
from tests.live.ledger.test_verify import report, wrong
from tests.live.statements.speaking import LATER

_DAY = timedelta(days=1)
_COUNTED = date(2026, 3, 1)
FORGED = "Clean House"


def employer(center: Center, slug: str, name: str, **but: object) -> Employer:
    """Write an employer under a name that its address follows from."""
    return center.employer(slug=slug, name=name, name_key=name.lower(), **but)


def counted(number: int) -> dict[str, object]:
    """Return how many sites an employer has, and whence that is known."""
    return {
        "sites_known": number,
        "sites_known_on": _COUNTED,
        "sites_known_source": "its own list",
    }


def publish(center: Center, one: Employer, sites: tuple[Establishment, ...] = ()) -> None:
    """Publish about some sites of an employer, as the program does it."""
    draft = center.snapshot(one, []).employer
    named = tuple(Site(name=each.name, address=each.address, place="48") for each in sites)
    subject = replace(draft, id=one.id, slug=one.slug, name=one.name, sites=named)
    kept = center.publish(one, employer=subject)
    people = (center.author.id, center.reviewer.id)
    decided = Decided(by=people, keys=center.keys, at=kept.published_at)
    sign_facts(center.session, [one.id], decided, sites=[each.id for each in sites])


def site(center: Center, one: Employer, name: str, brand: Employer | None = None) -> Establishment:
    """Write a site of an employer."""
    made = Establishment(
        id=f"site-{name}".lower(),
        organization_id=center.organization.id,
        employer_id=one.id,
        slug=name.lower(),
        name=name,
        address=f"1 {name} Street",
        place="48",
        created_at=LATER,
        brand_id=brand.id if brand else None,
    )
    add_establishment(center.session, made)
    return made


def name_of_two(center: Center, one: Employer, text: str) -> None:
    """Give an employer a further name, as two people do."""
    belong(center.session, center.organization.id)
    command = NameCommand(id=text, employer_id=one.id, kind=NameKind.TRADE, text=text)
    at = LATER + _DAY
    add_name(center.session, center.author.actor, command, at=at)
    confirm_name(center.session, center.reviewer.actor, one.id, text, keys=center.keys, at=at)


def know(center: Center) -> bool:
    """Let the chain say what is known of employers."""
    belong(center.session, center.organization.id)
    owner = center.organization.id
    return begin_known(center.session, owner, keys=center.keys, at=LATER)


def change(center: Center, one: Employer, *, after: int = 1, **but: object) -> None:
    """Let two people change who an employer is, so many days later."""
    belong(center.session, center.organization.id)
    now = get_employer(center.session, one.id)
    known = ("scope", "brand_id", "sites_known", "sites_known_on", "sites_known_source")
    given = {name: getattr(now, name) for name in known} | but
    decision = naming.propose(center, now, str(given.pop("name", now.name)), **given)
    at = LATER + after * _DAY
    decide_change(center.session, center.reviewer.actor, decision, keys=center.keys, at=at)


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A diner of a brand that nothing is published of, known before the chain said so.

    And a bakery since, of whom one site carries the brand, too.
    """
    made = stored_center(session, tmp_path)
    brand = employer(made, "elm-burgers", "Elm Burgers", scope=Scope.CHAIN, **counted(14))
    franchise = {"scope": Scope.FRANCHISEE, "brand_id": brand.id, **counted(4)}
    diner = employer(made, "diner", "Diner", **franchise)
    bakery = employer(made, "bakery", "Bakery", **counted(9))
    publish(made, diner, (site(made, diner, "Oak"), site(made, diner, "Pine")))
    name_of_two(made, diner, "Blue Door")
    assert begin(made)
    assert know(made)
    publish(made, bakery, (site(made, bakery, "Elm", brand),))
    return made


def by_slug(center: Center) -> dict[str, str]:
    """Return the ids of the employers of the fixture."""
    diner, bakery = (one.employer_id for one in center.publications)
    brand = get_employer(center.session, diner).brand_id
    return {"diner": diner, "bakery": bakery, "brand": str(brand)}


def test_what_is_known_of_employers_is_signed_and_whole(center: Center) -> None:
    assert wrong(center) == ""
    kinds = [one.kind for one in list_entries(center.session, center.organization.id)]
    assert kinds == ["publication", "beside", "known", "publication", "facts"]
    (found,) = report(center).organizations
    assert isinstance(found.known, StoodKnown)
    assert [one.sites for one in found.known.facts if one.brand] == [4]
    names = by_slug(center)
    assert [one.employer for one in found.known.brands] == [names["brand"]]
    assert "since entry 3 brands, further names and numbers of sites;" in call_verify(center)


def call_verify(center: Center) -> str:
    """Return the line of `verify` that says since when things are signed."""
    from jobquality.cli.verify import _since  # noqa: PLC0415  # the line alone

    (found,) = report(center).organizations
    return _since(found)


_FORGED_NAME = """
    INSERT INTO employer_names (id, employer_id, kind, text, added_by, added_at, confirmed_by,
        organization_id, version)
    VALUES ('forged', :diner, 'trade', 'Clean House', :author, '2026-08-01 12:00:00', :reviewer,
        :owner, 1)
"""
_FORGED_CHANGE = """
    INSERT INTO identity_changes (id, employer_id, wanted, state, proposed_by, proposed_at,
        decided_by, decided_at, organization_id, version)
    VALUES ('forged', :diner, :wanted, 'confirmed', :author, '2026-08-01 12:00:00', :reviewer,
        '2026-08-01 12:00:00', :owner, 1)
"""
_FORGED = {
    "name": ((_FORGED_NAME,), "entry 3: The employer has the further name 'Clean House'; no"),
    "no_name": (
        ("DELETE FROM employer_names",),
        "entry 3: A further name of the employer that the chain has is gone.",
    ),
    "of_one": (
        ("UPDATE employer_names SET confirmed_by = NULL",),
        "entry 3: A further name of the employer that the chain has is gone.",
    ),
    "other_name": (
        ("UPDATE employer_names SET kind = 'former'",),
        "entry 3: The employer has the further name 'Blue Door'; no entry says so.",
    ),
    "sites": (
        (_FORGED_CHANGE, "UPDATE employers SET sites_known = 2 WHERE id = :diner"),
        "entry 3: The employer has 2 sites now; the chain says 4 sites.",
    ),
    "day": (
        ("UPDATE employers SET sites_known_on = '2026-07-01' WHERE id = :bakery",),
        "entry 5: The day on which the employer's sites were counted is not what the chain",
    ),
    "source": (
        ("UPDATE employers SET sites_known_source = 'us' WHERE id = :bakery",),
        "entry 5: The number of sites is said to come from 'us'; no entry says so.",
    ),
    "brand": (
        (_FORGED_CHANGE, "UPDATE employers SET brand_id = NULL WHERE id = :diner"),
        "entry 3: The employer carries no brand now; the chain says the brand '",
    ),
    "scope": (
        ("UPDATE employers SET scope = 'chain' WHERE id = :bakery",),
        "entry 5: The employer is said to be 'chain' now; the chain says 'single'.",
    ),
    "brands_sites": (
        ("UPDATE employers SET sites_known = 3 WHERE id = :brand",),
        "entry 3: The employer has 3 sites now; the chain says 14 sites.",
    ),
    "brands_name": (
        ("UPDATE employers SET name = 'Clean House' WHERE id = :brand",),
        "entry 3: The employer is called 'Clean House' (elm-burgers) now; no entry says so.",
    ),
    "mark": (
        ("UPDATE establishments SET brand_id = NULL WHERE brand_id = :brand",),
        "entry 5: A site that carries another employer's brand is gone, or is another one.",
    ),
}


def test_t10_what_is_known_of_an_employer_changed_with_all_its_traces_is_named(
    center: Center,
) -> None:
    values = {
        **by_slug(center),
        "owner": center.organization.id,
        "author": center.author.id,
        "reviewer": center.reviewer.id,
        "wanted": '{"sites_known": "2", "brand_id": ""}',
    }
    missed = {}
    for forgery, (deeds, named) in _FORGED.items():
        with undone(center.session):
            found = walk(center, "events", *deeds, **values)
        if named not in found:
            missed[forgery] = found
    assert missed == {}


@contextmanager
def undone(session: Session) -> Iterator[None]:
    """Take back whatever is done within."""
    trial = session.begin_nested()
    yield
    trial.rollback()
    session.expunge_all()


def forge(center: Center, forgery: str) -> None:
    """Do it as somebody who may do everything in the database."""
    values = {
        **by_slug(center),
        "owner": center.organization.id,
        "author": center.author.id,
        "reviewer": center.reviewer.id,
        "wanted": "{}",
    }
    for deed in _FORGED[forgery][0]:
        used = {name: one for name, one in values.items() if f":{name}" in deed}
        tamper(center.session, deed, **used)


@pytest.mark.parametrize("forgery", ["name", "sites", "source"])
def test_t10_forged_facts_show_on_no_public_page(
    client: FlaskClient, center: Center, forgery: str
) -> None:
    forge(center, forgery)
    chain = client.get("/en/brands/elm-burgers").text
    assert "of 14 sites" in chain
    slug = "bakery" if forgery == "source" else "diner"
    pages = [chain, client.get("/en/employers").text, client.get(f"/en/e/{slug}").text]
    assert [FAILED["en"] in one for one in pages] == [True, True, True]
    assert FAILED["es"] in client.get(f"/es/e/{slug}").text
    rows, answer = client.get("/en/employers.csv").text, client.get(f"{API}/{slug}")
    assert ",failed," in rows
    assert (answer.status_code, answer.get_json()["code"]) == (503, "integrity")
    assert "Not verified" in client.get(f"/badge/{slug}.svg?lang=en").text
    assert FAILED["en"] in client.get(f"/embed/{slug}?lang=en").text
    listed = {one["slug"]: one["covers"] for one in client.get(API).get_json()["items"]}
    assert (listed["diner"]["of"], listed["bakery"]["of"]) == (4, 9)
    assert listed[slug]["source"] == (None if forgery == "source" else "its own list")
    told = [*pages, rows, client.get(API).text]
    assert [one for one in told if FORGED in one or "2 of 2 sites" in one] == []


def test_t10_a_forged_name_of_a_brand_shows_nowhere(client: FlaskClient, center: Center) -> None:
    forge(center, "brands_name")
    assert client.get("/en/brands/elm-burgers").status_code == 503
    page = client.get("/en/e/diner").text
    assert "2 of 4 sites" in page
    assert FORGED not in page


def test_t10_a_forged_number_makes_no_whole_chain_out_of_a_part(
    client: FlaskClient, center: Center
) -> None:
    named = (Site(name="Elm", address="1 Elm Street", place="48"),)
    address = f"/en/verify/{center.certify(sites=named).code}"
    assert "1 of 9 sites" in client.get(address).text
    tamper(center.session, "UPDATE employers SET sites_known = 1")
    assert client.get(address).status_code == 503
    chain = client.get("/en/brands/elm-burgers").text
    assert "of 14 sites are scored" in chain
    assert "1 of 1" not in chain
    tamper(center.session, "UPDATE employers SET scope = 'single', sites_known = NULL")
    assert "of 14 sites are scored" in client.get("/en/brands/elm-burgers").text


def test_t10_a_forged_brand_brings_nobody_onto_the_page_of_a_chain_and_takes_nobody_off(
    client: FlaskClient, center: Center
) -> None:
    other = employer(center, "cafe", "Cafe")
    publish(center, other, (site(center, other, "Ash"),))
    brand = get_employer(center.session, center.publications[0].employer_id).brand_id
    assert "Cafe" not in client.get("/en/brands/elm-burgers").text
    tamper(
        center.session,
        "UPDATE employers SET brand_id = CASE WHEN slug = 'cafe' THEN :brand END",
        brand=brand,
    )
    tamper(
        center.session,
        "UPDATE establishments SET brand_id = CASE WHEN id = 'site-ash' THEN :brand END",
        brand=brand,
    )
    page = client.get("/en/brands/elm-burgers").text
    assert "Cafe" not in page
    assert ("Diner" in page, "Bakery" in page) == (True, True)


def test_t10_nothing_more_is_signed_of_an_employer_whose_facts_were_forged(center: Center) -> None:
    session, names = center.session, by_slug(center)
    check_facts(session, names["diner"])
    walk(center, "employers", "UPDATE employers SET sites_known = 2 WHERE id = :diner", **names)
    belong(session, center.organization.id)
    with pytest.raises(RefusedError, match="changed past the program"):
        check_facts(session, names["diner"])
    command = Propose(
        id="merger", kept_id=names["bakery"], merged_id=names["diner"], reason="One kitchen"
    )
    with pytest.raises(RefusedError, match="changed past the program"):
        propose_merger(session, center.author.actor, command, keys=center.keys, at=LATER)
    check_facts(session, names["bakery"])


def test_two_people_set_right_what_was_forged_and_sign_nothing_of_it(center: Center) -> None:
    session, names = center.session, by_slug(center)
    diner = get_employer(session, names["diner"])
    walk(
        center,
        "employers",
        "UPDATE employers SET sites_known = 2, scope = 'single', brand_id = NULL WHERE id = :diner",
        _FORGED_NAME,
        author=center.author.id,
        reviewer=center.reviewer.id,
        owner=center.organization.id,
        **names,
    )
    change(center, diner, sites_known=5)
    assert "The employer is said to be 'single' now" in wrong(center)
    change(center, diner, scope=Scope.FRANCHISEE, brand_id=names["brand"])
    assert "further name 'Clean House'" in wrong(center)
    belong(session, center.organization.id)
    remove_name(session, center.author.actor, diner.id, "forged", at=LATER)
    assert wrong(center) == ""
    belong(session, center.organization.id)
    with pytest.raises(RefusedError, match="Two people stand behind"):
        remove_name(session, center.author.actor, diner.id, "Blue Door", at=LATER)


def test_the_team_reads_what_was_forged_and_what_was_signed(
    client: FlaskClient, center: Center
) -> None:
    names = by_slug(center)
    log_in(client, center.author)
    page = f"/en/work/employers/{names['diner']}"
    assert "changed past the program" not in client.get(page).text
    forge(center, "name")
    forge(center, "sites")
    told = client.get(page).text
    assert "Here: 2. In the ledger: 4." in told
    assert "No entry of the ledger has this name" in told
    client.post(f"{page}/names/forged/remove", data={"key": "k"})
    assert FORGED not in client.get(page).text
    tamper(center.session, "DELETE FROM employer_names")
    assert "Names that the ledger has and that are gone here: 1." in client.get(page).text


def test_a_forged_name_is_no_former_name_of_whom_it_was_given(center: Center) -> None:
    session, names = center.session, by_slug(center)
    walk(
        center, "employers", "UPDATE employers SET name = 'Clean House' WHERE id = :diner", **names
    )
    change(center, get_employer(session, names["diner"]), name="Diner")
    assert FORGED not in {one.text for one in list_names(session, [names["diner"]])}


def test_each_honest_change_of_what_is_known_is_an_entry_and_no_alarm(center: Center) -> None:
    session, keys, names = center.session, center.keys, by_slug(center)
    diner, bakery = (get_employer(session, names[one]) for one in ("diner", "bakery"))
    change(center, diner, name="Bistro", sites_known=5)
    assert wrong(center) == ""
    name_of_two(center, bakery, "Loaf")
    assert wrong(center) == ""
    author, reviewer, at = center.author.actor, center.reviewer.actor, LATER + _DAY
    belong(session, center.organization.id)
    command = Propose(id="merger", kept_id=bakery.id, merged_id=diner.id, reason="One kitchen")
    propose_merger(session, author, command, keys=keys, at=at)
    decide_merger(session, reviewer, "merger", is_confirmed=True, keys=keys, at=at)
    assert wrong(center) == ""
    belong(session, center.organization.id)
    undo_merger(session, author, "merger", keys=keys, at=at)
    assert wrong(center) == ""
    kinds = [entry.kind for entry in list_entries(session, center.organization.id)]
    assert kinds[5:] == [
        *("identity", "facts", "facts"),
        *("merger", "facts", "facts", "merger", "facts", "facts"),
    ]


def test_t10_an_old_address_that_was_given_to_another_employer_is_named(center: Center) -> None:
    names = by_slug(center)
    change(center, get_employer(center.session, names["diner"]), name="Bistro")
    named = walk(center, "old_slugs", "UPDATE old_slugs SET employer_id = :bakery", **names)
    assert named == "entry 1: The old address 'diner' of the employer leads elsewhere, or nowhere."


def test_a_brand_that_a_score_names_for_the_first_time_is_signed_and_renamed_by_two(
    center: Center,
) -> None:
    session = center.session
    brand = employer(center, "oak", "Oak Grill", scope=Scope.CHAIN, **counted(30))
    cafe = employer(center, "cafe", "Cafe", scope=Scope.FRANCHISEE, brand_id=brand.id)
    publish(center, cafe)
    assert wrong(center) == ""
    change(center, brand, name="Oak House")
    assert wrong(center) == ""
    kinds = [entry.kind for entry in list_entries(session, center.organization.id)]
    assert kinds[5:] == ["publication", "facts", "identity", "facts", "identity", "facts"]
    change(center, cafe, scope=Scope.SINGLE, brand_id=None)
    belong(session, center.organization.id)
    # Nobody carries it any more; what the chain said of it, one person alone does not change.
    decision = naming.propose(center, brand, "Oak Place", scope=Scope.CHAIN, **counted(30))
    assert get_employer(session, brand.id).name == "Oak House"
    assert decision.is_confirmed
    assert wrong(center) == ""


def test_before_the_chain_says_what_is_known_rows_are_held_against_two_people(
    session: Session, tmp_path: Path
) -> None:
    made = stored_center(session, tmp_path)
    diner = employer(made, "diner", "Diner", **counted(4))
    made.publish(diner)
    change(made, diner, sites_known=5)
    name_of_two(made, diner, "Blue Door")
    assert wrong(made) == ""
    named = walk(made, "employers", "UPDATE employers SET sites_known = 2")
    assert named == "entry 1: The number of its sites is not what two people decided."
    assert begin(made)
    assert not know(made), "nothing that two people did not decide is signed"
    change(made, diner, after=2, sites_known=6)
    tamper(session, "UPDATE employer_names SET confirmed_by = added_by")
    assert wrong(made).endswith("No two people stand behind the further name 'Blue Door'.")
    tamper(session, "UPDATE employer_names SET confirmed_by = :other", other=made.reviewer.id)
    assert know(made)
    assert wrong(made) == ""


def test_a_stranger_reads_what_is_known_and_two_entries_of_its_beginning_are_named(
    center: Center, tmp_path: Path
) -> None:
    place = tmp_path / "ledger.json"
    place.write_text(read_ledger(center.session, center.organization.slug), encoding="utf-8")
    assert call("verify", "--file", place).code == 0
    owner, keys = center.organization.id, center.keys

    def again(number: int) -> Act:
        return StoodKnown(number=number, organization=owner, at=LATER, facts=(), brands=())

    append_act(center.session, owner, again, keys=keys, at=LATER)
    message = "What is known of employers was said in an entry before."
    assert wrong(center) == f"entry 6: {message}"


def test_what_is_known_is_changed_by_no_one_person(center: Center) -> None:
    owner, keys = center.organization.id, center.keys

    def alone(number: int) -> Act:
        facts, by = nothing_known(by_slug(center)["diner"]), (center.author.id,)
        return FactsChanged(number=number, organization=owner, at=LATER, facts=facts, decided_by=by)

    append_act(center.session, owner, alone, keys=keys, at=LATER)
    assert wrong(center) == "entry 6: No second person stands behind it."
