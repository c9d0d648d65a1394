"""Threat T10 from outside: a row beside the chain that was forged has no effect on a public page.

The insider has no key, so every page, list, feed and file holds a name, a merger, the house and
the worth of a certificate against the chain before it shows them.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.access.states import CertificateStatus
from jobquality.errors import RefusedError
from jobquality.services.beginning import begin_beside
from jobquality.services.certificates import ChangeStatus, change_certificate_status
from jobquality.services.mergers import Propose, decide_merger, propose_merger
from jobquality.services.signing import sign_identity
from jobquality.services.standing import standings_of
from jobquality.store.employers import get_employer
from jobquality.store.publications import list_entries
from jobquality.store.rows import EmployerRow
from jobquality.store.tenancy import belong
from tests.live.corrections.correcting import Desk
from tests.live.corrections.test_integrity import API, FAILED
from tests.live.documents.issuing import answers_of_the_bistro
from tests.live.ledger.published import Center, stored_center, tamper
from tests.live.ledger.test_t10_signed import CATALOG, begin
from tests.live.statements.speaking import LATER

FORGED = "Clean House"
_DAY = timedelta(days=1)


@pytest.fixture
def center(session: Session, tmp_path: Path) -> Center:
    """A diner that was published before the chain began to say so, and a cafe since."""
    made = stored_center(session, tmp_path)
    made.publish(made.employer(slug="diner", name="Diner"))
    assert begin(made)
    made.publish(made.employer(slug="cafe", name="Cafe"))
    made.certify()
    return made


def rename(center: Center, slug: str, name: str) -> None:
    """Give an employer another name, as two people do."""
    session = center.session
    row = session.query(EmployerRow).filter_by(slug=slug).one()
    row.name = name
    session.flush()
    employer = get_employer(session, row.id)
    people = (center.author.id, center.reviewer.id)
    sign_identity(session, employer, people, keys=center.keys, at=LATER + _DAY)


_FORGERIES = {
    "name": "UPDATE employers SET name = 'Clean House' WHERE slug = :slug",
    "address": "UPDATE employers SET name = 'Clean House', slug = :other WHERE slug = :slug",
    "merger": """UPDATE employers SET name = 'Clean House', merged_into =
        (SELECT id FROM employers WHERE slug = :another) WHERE slug = :slug""",
    "list": """UPDATE publications SET employer_id = (SELECT id FROM employers WHERE slug = :other)
        WHERE employer_id = (SELECT id FROM employers WHERE slug = :slug)""",
}


@pytest.mark.parametrize(
    ("forgery", "slug"),
    [
        ("name", "diner"),
        ("name", "cafe"),
        ("address", "cafe"),
        ("merger", "diner"),
        ("list", "diner"),
    ],
)
def test_t10_a_forged_name_shows_on_no_public_page(
    client: FlaskClient, center: Center, forgery: str, slug: str
) -> None:
    if forgery == "list":
        center.employer(slug="house", name=FORGED)
    values = {"slug": slug, "other": "house", "another": {"diner": "cafe", "cafe": "diner"}[slug]}
    statement = _FORGERIES[forgery]
    used = {name: one for name, one in values.items() if f":{name}" in statement}
    tamper(center.session, statement, **used)

    address = "house" if forgery in ("address", "list") else slug
    pages = ["employers", f"e/{address}"]
    if (forgery, slug) == ("name", "diner"):
        pages += [f"o/{center.organization.slug}", "feed"]
    for language, failed in FAILED.items():
        for page in pages if language == "en" else pages[:1]:
            text = client.get(f"/{language}/{page}").text
            assert failed in text, page
            assert FORGED not in text or forgery == "list", page
    rows = client.get("/en/employers.csv").text
    assert ",failed," in rows
    assert FORGED not in rows or forgery == "list"
    assert "Not verified" in client.get(f"/badge/{address}.svg?lang=en").text
    answer = client.get(f"{API}/{address}")
    assert (answer.status_code, answer.get_json()["code"]) == (503, "integrity")


def test_t10_a_forged_merger_lends_nobody_the_score_of_another_one(
    client: FlaskClient, center: Center
) -> None:
    """Neither way: the hidden one shows nothing of the other, nor the other anything of it."""
    tamper(center.session, _FORGERIES["merger"], slug="diner", another="cafe")
    hidden = client.get("/en/e/diner")
    assert (hidden.status_code, FAILED["en"] in hidden.text) == (503, True)
    assert "Cafe" not in hidden.text
    assert client.get("/en/e/diner/was/diner/1").status_code == 302
    other = client.get("/en/e/cafe").text
    assert (FAILED["en"] in other, "Diner" in other) == (False, False)
    told = client.get(f"{API}/cafe").get_json()
    assert (told["name"], client.get(f"{API}/cafe").status_code) == ("Cafe", 200)
    listed = {one["slug"]: one["name"] for one in client.get(API).get_json()["items"]}
    assert listed["cafe"] == "Cafe"


def test_t10_a_merger_that_a_row_hides_is_told_where_its_scores_stand(
    client: FlaskClient, center: Center
) -> None:
    session, at = center.session, LATER + _DAY
    belong(session, center.organization.id)
    diner, cafe = (one.employer_id for one in center.publications)
    command = Propose(id="merger", kept_id=cafe, merged_id=diner, reason="One kitchen")
    propose_merger(session, center.author.actor, command, keys=center.keys, at=at)
    reviewer = center.reviewer.actor
    decide_merger(session, reviewer, "merger", is_confirmed=True, keys=center.keys, at=at)
    assert client.get("/en/e/diner").location == "/en/e/cafe"
    tamper(session, "UPDATE employers SET merged_into = NULL WHERE slug = 'diner'")
    assert FAILED["en"] in client.get("/en/e/diner").text
    assert client.get(f"{API}/diner").status_code == 503


def test_t10_a_name_that_two_people_gave_shows_even_where_its_row_was_forged(
    client: FlaskClient, center: Center
) -> None:
    rename(center, "diner", "Bistro")
    assert FAILED["en"] not in client.get("/en/employers").text
    assert client.get("/en/e/diner").status_code == 200
    tamper(center.session, _FORGERIES["name"], slug="diner")
    page = client.get("/en/employers").text
    assert FAILED["en"] in page
    assert FORGED not in page


def test_t10_what_a_forged_row_says_of_a_certificate_is_told_by_no_list(
    client: FlaskClient, center: Center
) -> None:
    code = center.certify(valid_until=LATER.date() + 300 * _DAY).code
    session, address = center.session, f"/en/o/{center.organization.slug}"
    assert f"/en/verify/{code}" in client.get(address).text
    belong(session, center.organization.id)
    wanted = ChangeStatus(code=code, status=CertificateStatus.SUSPENDED, reason="We look again.")
    change_certificate_status(
        session, center.reviewer.actor, wanted, catalog=CATALOG, keys=center.keys, at=LATER
    )
    assert f"/en/verify/{code}" not in client.get(address).text
    assert "We look again." in client.get("/en/feed").text
    tamper(session, "UPDATE certificates SET status = 'valid', reason = ''")
    for page in (address, "/en/e/cafe"):
        assert f"/en/verify/{code}" not in client.get(page).text
    tamper(session, "UPDATE certificates SET status = 'revoked', reason = 'A lie.'")
    assert "A lie." not in client.get("/en/feed").text
    assert client.get(f"/en/verify/{code}").status_code == 503


def test_t10_a_house_under_a_forged_name_is_called_as_it_signed(
    client: FlaskClient, center: Center
) -> None:
    slug, name = center.organization.slug, center.organization.name
    tamper(
        center.session,
        "UPDATE organizations SET name = 'Clean House' WHERE id = :id",
        id=center.organization.id,
    )
    for page in (f"o/{slug}", f"o/{slug}/feed"):
        text = client.get(f"/en/{page}").text
        assert FORGED not in text, page
        assert name in text, page


@pytest.mark.parametrize("kind", ["beside", "identity"])
def test_t10_whoever_takes_an_act_out_of_a_chain_leaves_a_gap_that_pages_see(
    client: FlaskClient, center: Center, kind: str
) -> None:
    rename(center, "cafe", "Bistro")
    center.publish(center.employer(slug="bakery", name="Bakery"), published_at=LATER + 2 * _DAY)
    assert FAILED["en"] not in client.get("/en/employers").text
    tamper(
        center.session,
        "DELETE FROM ledger WHERE kind = :kind",
        kind=kind,
    )
    tamper(center.session, _FORGERIES["name"], slug="cafe")
    page = client.get("/en/employers").text
    assert FAILED["en"] in page
    assert FORGED not in page


def test_a_standing_is_read_once_for_each_head(center: Center) -> None:
    owner = center.organization.id
    (first,) = standings_of(center.session, [owner]).values()
    assert standings_of(center.session, [owner])[owner] is first
    rename(center, "cafe", "Bistro")
    assert standings_of(center.session, [owner])[owner] is not first


def test_t10_nothing_more_is_published_under_a_forged_name(desk: Desk) -> None:
    """All that publishing asks for is there; the name alone is not the one that was signed."""
    desk.published()
    session, organization_id = desk.session, desk.organization.id
    begin_beside(session, organization_id, keys=desk.keys, at=desk.at)
    desk.drafted(answers_of_the_bistro()).submitted().approved()
    desk.heard()
    before = list_entries(session, organization_id)
    tamper(session, "UPDATE employers SET name = :name WHERE id = :one",
           name=FORGED, one=desk.employer.id)  # fmt: skip
    belong(session, organization_id)

    with pytest.raises(RefusedError, match="changed past the program"), session.begin_nested():
        desk.publish()

    assert list_entries(session, organization_id) == before
    tamper(session, "UPDATE employers SET name = :name WHERE id = :one",
           name=desk.employer.name, one=desk.employer.id)  # fmt: skip
    belong(session, organization_id)
    assert desk.publish().employer_id == desk.employer.id
