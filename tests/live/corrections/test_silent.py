"""What was withdrawn, or is not what was signed, is named everywhere and gives no figure."""

import csv
import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.rubrics.catalog import shipped
from jobquality.services.tracks import find_broken, read_tracks
from jobquality.store.employers import Scope
from jobquality.store.initiatives import Initiative
from tests.live.factories import NOON
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_t10_tampering import _better as better

API = "/api/v1/employers"
REASON = "It was another place of the same name."
LEFT_OUT = {
    "en": "Left out of what is shown here, because the integrity check failed: Ash Diner.",
    "es": "No se cuenta en lo que se muestra aquí, porque falló la comprobación de integridad: "
    "Ash Diner.",
}


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A chain of four diners with a score each; that of Ash is edited in the database."""
    made = stored_center(session, tmp_path)
    chain = made.employer(slug="diners", name="Diners", scope=Scope.CHAIN)
    for name in ("Ash", "Birch", "Cedar", "Doug"):
        made.publish(made.employer(slug=name.lower(), name=f"{name} Diner", brand_id=chain.id))
    ash = made.publications[0]
    change = "UPDATE bodies SET content = :content WHERE hash = :hash"
    tamper(session, change, content=better(ash.content), hash=ash.hash)
    return made


@pytest.mark.usefixtures("center")
@pytest.mark.parametrize("language", ["en", "es"])
def test_t10_the_page_of_an_edited_score_tells_nothing_of_it(
    client: FlaskClient, language: str
) -> None:
    for address in ("e/ash", "e/ash/1"):
        answer = client.get(f"/{language}/{address}")

        assert answer.status_code == 503
        assert "Ash Diner" in answer.text
        assert answer.text.count("data-claim-id") == 0
        assert 'class="number"' not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


def test_t10_the_past_of_a_whole_score_leaves_an_edited_one_out(
    client: FlaskClient, center: Center
) -> None:
    ash = center.publications[0]
    employer = center.employer(slug="elm", name="Elm Diner")
    first = center.publish(employer)
    center.publish(employer)
    change = "UPDATE bodies SET content = :content WHERE hash = :hash"
    tamper(center.session, change, content=better(first.content), hash=first.hash)

    page = client.get("/en/e/elm").text

    assert ash.hash != first.hash
    assert "Left out of what is shown here" in page
    assert "/en/e/elm/1" not in page
    assert "This is the first scorecard" not in page


@pytest.mark.usefixtures("center")
@pytest.mark.parametrize("language", ["en", "es"])
def test_t10_a_chain_and_a_brief_name_an_edited_score_and_count_the_rest(
    client: FlaskClient, language: str
) -> None:
    chain = client.get(f"/{language}/brands/diners").text
    brief = client.get(f"/{language}/briefs/7225/us").text

    for page in (chain, brief):
        assert LEFT_OUT[language] in page
        assert "Birch Diner" in page
    assert 'href="/en/e/ash"' not in chain
    assert {"en": "3 employers", "es": "3 empleadores"}[language] in brief


def test_t10_an_initiative_names_an_edited_score_and_draws_the_rest(center: Center) -> None:
    initiative = Initiative(
        id="initiative", organization_id=center.organization.id, slug="diners", name="Diners",
        about="", sector="722", place="48", rubric="restaurants_us",
        created_by=center.author.id, created_at=NOON, written_by=center.author.id,
    )  # fmt: skip
    places = shipped().parameters.places

    tracks = read_tracks(center.session, initiative, places)

    assert [one.name for one in tracks] == ["Birch Diner", "Cedar Diner", "Doug Diner"]
    assert find_broken(center.session, initiative, places) == ("Ash Diner",)


@pytest.fixture
def gone(center: Center) -> Center:
    """The same, where the only score of Birch was withdrawn, and that of Cedar is gone too."""
    center.withdraw(center.publications[1])
    center.withdraw(center.publications[2])
    center.bury(center.publications[2].hash)
    return center


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(
    ("language", "word", "by"),
    [("en", "Withdrawn", "Withdrawn on "), ("es", "Retirada", "La retiró ")],
)
def test_an_employer_whose_only_score_was_withdrawn_stays_in_the_list_with_the_reason(
    client: FlaskClient, language: str, word: str, by: str
) -> None:
    page = client.get(f"/{language}/employers?q=birch").text
    everyone = client.get(f"/{language}/employers").text

    assert f'<b class="tag">{word}</b>' in page
    assert by in page
    assert REASON in page
    assert 'class="number"' not in page
    assert f'href="/{language}/e/birch"' in page
    assert "Cedar" not in everyone
    assert client.get(f"/{language}/e/birch").status_code == 410


def test_tables_and_programs_are_told_of_a_withdrawn_score_without_a_figure(
    client: FlaskClient, gone: Center
) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/en/employers.csv").text.lstrip("\ufeff"))))
    items = {one["slug"]: one for one in client.get(API).get_json()["items"]}

    birch = next(one for one in rows if one["slug"] == "birch")
    assert [one["slug"] for one in rows] == sorted(items) == ["ash", "birch", "doug"]
    assert birch["withdrawal_reason"] == REASON
    assert birch["withdrawn_at"]
    assert [birch[name] for name in ("level", "low", "high", "standard")] == [""] * 4
    (card,) = items["birch"]["scorecards"]
    assert (card["state"], card["withdrawn"]["reason"]) == ("withdrawn", REASON)
    assert [card[name] for name in ("level", "low", "high", "rubric")] == [None] * 4
    assert card["hash"] == gone.publications[1].hash
