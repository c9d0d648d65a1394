"""A few sites never stand for a chain: what a score covers is said wherever it is shown."""

import csv
import io
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jobquality.errors import FaultsError
from jobquality.ledger.snapshot import Site, Subject
from jobquality.reading.covers import Counted, cover_words
from jobquality.reading.rollups import Scored, spreads_of
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import Employer, Scope, get_employer, list_establishments
from jobquality.store.publications import Publication, set_contested
from jobquality.wording import Speaker
from tests.live.assessments.assessing import stored_draft
from tests.live.employers.test_employers import added
from tests.live.employers.test_mergers import site
from tests.live.factories import log_in, stored_organization, stored_person
from tests.live.ledger.published import Center, stored_center

KNOWN = Counted(number=14, on=date(2026, 3, 1), source="the chain's own list")


@pytest.mark.parametrize(
    ("sites", "counted", "short"),
    [
        (2, KNOWN, "2 of 14 sites"),
        (14, KNOWN, "14 of 14 sites"),
        (1, Counted(), "1 site"),
        (2, Counted(), "2 sites"),
        (15, KNOWN, "15 sites"),  # more than anybody counted: the count is old
        (0, KNOWN, ""),
    ],
)
def test_what_a_score_covers_is_said_in_numbers(sites: int, counted: Counted, short: str) -> None:
    assert cover_words(sites, counted, Speaker("en")).short == short


@settings(max_examples=30, deadline=None)
@given(sites=st.integers(1, 50), known=st.none() | st.integers(1, 50))
def test_a_score_of_named_sites_is_never_worded_as_the_whole_employer(
    sites: int, known: int | None
) -> None:
    for language in ("en", "es"):
        words = cover_words(sites, Counted(number=known), Speaker(language))

        assert words.short
        assert "whole" not in words.long
        assert "en su conjunto" not in words.long


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted), min_size=1, max_size=9
    ),
    st.data(),
)
def test_the_middle_of_a_chain_holds_whatever_the_true_scores_are(
    ends: list[list[int]], data: st.DataObject
) -> None:
    scored = [
        Scored(edition="one", sites=1, low=Fraction(low), high=Fraction(high)) for low, high in ends
    ]
    (spread,) = spreads_of(scored)

    true = sorted(data.draw(st.integers(low, high)) for low, high in ends)
    middle = Fraction(true[(len(true) - 1) // 2] + true[len(true) // 2], 2)

    assert spread.middle_low is not None
    assert spread.middle_high is not None
    assert spread.lowest is not None
    assert spread.lowest <= spread.middle_low <= middle <= spread.middle_high


def test_scores_by_two_editions_stand_apart() -> None:
    low, high = Fraction(1), Fraction(2)
    found = spreads_of(
        Scored(edition=edition, sites=2, low=low, high=high) for edition in ("a", "b", "b")
    )

    assert [(one.edition, one.scores) for one in found] == [("b", 2), ("a", 1)]


@pytest.mark.parametrize("but", [{"scope": Scope.CHAIN}, {"sites_known": 14}])
def test_whoever_has_several_sites_is_assessed_by_naming_them(
    session: Session, but: dict[str, object]
) -> None:
    person = stored_person(session, stored_organization(session))
    given = {"sites_known_on": date(2026, 3, 1), "sites_known_source": "its list"}
    employer = get_employer(session, added(session, person, "Elm Diner", **given | but))
    main = site(session, person, employer.id, "Main")

    with pytest.raises(FaultsError, match="which of them the assessment covers"):
        stored_draft(session, person, employer)

    assert stored_draft(session, person, employer, sites=(main,)).sites == (main,)


def test_a_franchise_and_a_site_choose_their_brand_among_the_chains(
    client: FlaskClient, session: Session
) -> None:
    person = stored_person(session, stored_organization(session))
    brand = added(session, person, "Elm Burgers", scope=Scope.CHAIN)
    operator = added(session, person, "Smith Foods")
    log_in(client, person)
    page = f"/en/work/employers/{operator}"
    option = f'<option value="{brand}">Elm Burgers</option>'

    assert option in client.get(page).text
    assert option in client.get(f"{page}/change").text
    form = {"name": "Main", "brand_id": brand, "key": "k"}
    assert client.post(f"{page}/workplaces", data=form).status_code == 303
    assert [one.brand_id for one in list_establishments(session, operator)] == [brand]


def test_a_number_of_sites_needs_its_day_and_its_source(session: Session) -> None:
    person = stored_person(session, stored_organization(session))

    with pytest.raises(FaultsError) as refusal:
        added(session, person, "Elm Diner", sites_known=14)

    wanted = {"sites_known_on", "sites_known_source"}
    assert {fault.where for fault in refusal.value.faults} == wanted


def publish(center: Center, employer: Employer, sites: int) -> Publication:
    named = tuple(Site(name=f"Site {one}", address="", place="48") for one in range(sites))
    subject = Subject(
        id=employer.id, slug=employer.slug, name=employer.name, profile=employer.facts, sites=named
    )
    return center.publish(employer, employer=subject)


@pytest.fixture
def chain(database: Database, tmp_path: Path) -> Center:
    """A chain of 14 known sites: one operator with two scored sites, one with one."""
    with database.transaction() as session:
        center = stored_center(session, tmp_path)
        brand = center.employer(
            name="Elm Burgers",
            name_key="elm burgers",
            slug="elm-burgers",
            scope=Scope.CHAIN,
            sites_known=14,
            sites_known_on=date(2026, 3, 1),
            sites_known_source="its list",
        )
        for number, sites in ((1, 2), (2, 1)):
            operator = center.employer(
                name=f"Operator {number}",
                name_key=f"operator {number}",
                slug=f"operator-{number}",
                scope=Scope.FRANCHISEE,
                brand_id=brand.id,
                sites_known=number + 3,
                sites_known_on=date(2026, 3, 1),
                sites_known_source="its list",
            )
            publish(center, operator, sites)
    return center


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("2 of 4 sites", "Too few to speak for the chain.", "3 of 14 sites are scored")),
        ("es", ("2 de 4 locales", "Muy pocos para hablar de la cadena.", "3 de 14 locales")),
    ],
)
def test_a_chain_shows_each_scored_site_and_no_score_of_its_own(
    client: FlaskClient, chain: Center, language: str, said: tuple[str, ...]
) -> None:
    page = client.get(f"/{language}/brands/elm-burgers").text

    assert [one for one in said if one not in page] == []
    assert page.count('<div class="who">') == 2
    issuer = chain.organization
    assert f'href="/{language}/o/{issuer.slug}">{issuer.name}</a>' in page
    assert f"· {issuer.contact}</p>" in page


def test_a_chain_marks_a_contested_score_and_its_tag_changes_with_it(
    client: FlaskClient, database: Database, chain: Center
) -> None:
    before = client.get("/en/brands/elm-burgers")
    with database.transaction(EVERY_ORGANIZATION) as session:
        set_contested(session, chain.publications[0].hash, contested=True)
    after = client.get("/en/brands/elm-burgers")

    assert "Contested" not in before.text
    assert after.text.count('<b class="tag">Contested</b>') == 1
    assert after.headers["ETag"] != before.headers["ETag"]


def test_what_a_score_covers_stands_in_every_title(client: FlaskClient, chain: Center) -> None:
    page = client.get("/en/e/operator-1").text
    told = client.get("/api/v1/employers/operator-1").get_json()

    assert "<title>Operator 1 (2 of 4 sites)" in page
    assert '<h1 dir="auto">Operator 1 <span class="scope">2 of 4 sites</span></h1>' in page
    assert "This score covers 2 of 4 sites. It says nothing about any other site." in page
    assert '<span class="scope">2 of 4 sites</span>' in client.get("/en/employers").text
    assert "2 of 4 sites · as of" in client.get("/badge/operator-1.svg").text
    assert "This score covers 2 of 4 sites." in client.get("/en/feed").text
    table = client.get("/en/employers.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(one["sites"], one["sites_of"]) for one in rows] == [("2", "4"), ("1", "5")]
    assert told["covers"] == {
        "sites": 2,
        "of": 4,
        "as_of": "2026-03-01",
        "source": "its list",
    }
    assert chain.publications


def test_t9_a_chain_of_which_nothing_is_published_is_not_there(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        person = stored_person(session, stored_organization(session))
        employer = added(session, person, "Hidden Chain", scope=Scope.CHAIN)
        assert get_employer(session, employer).slug == "hidden-chain"

    hidden, never = client.get("/en/brands/hidden-chain"), client.get("/en/brands/never-there-1")

    assert hidden.status_code == never.status_code == 404
    assert hidden.text.replace("hidden-chain", "") == never.text.replace("never-there-1", "")
