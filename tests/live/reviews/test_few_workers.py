"""T14: no count of fewer than five workers leaves the house, whoever asks and wherever it stands.

Two houses that differ only in such a count read the same to everybody outside.
"""

import io
import re

import pypdfium2
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from jobquality.ledger.withheld import Withheld
from jobquality.rubrics.catalog import shipped
from jobquality.services.drafts import draft_snapshot
from jobquality.services.verifying import verify
from jobquality.store.database import EVERY_ORGANIZATION
from tests.documents.looking import text_of
from tests.live.reviews.browsing import Site

#: Three of twenty-two, in every way in which a page could write it.
TOLD = re.compile(
    r"13\.6|\b3 (?:people|personas|workers|trabajadores)|\b3 ÷|\b3 of 22"
    r"|210[,.]?000|\b3 (?:cases|casos)"
)
NOT_EXACT = {
    "en": "Not shown exactly, since it would tell of fewer than 5 workers",
    "es": "No se muestra exacto, porque hablaría de menos de 5 trabajadores",
}
_FEW = {
    "wages_living_share": "missing",
    "workers_at_living_wage": "3",
    "hourly_workers": "22",
}
_INJURED = {"safe_trir_ratio": "missing", "recordable_cases": "3", "hours_worked": "210000"}


def _tell(site: Site, **counts: str) -> None:
    source = f"Payroll: {counts.get('workers_at_living_wage')} of 22"
    if "recordable_cases" in counts:
        source = "Forms: 3 cases in 210,000 hours"
    walk = site.walk
    with site.database.transaction(walk.organization.id) as walk.session:
        for name, count in counts.items():
            walk.answered(name, count, source=source)


def _draft(site: Site) -> object:
    walk = site.walk
    with site.database.reading(walk.organization.id) as session:
        return draft_snapshot(session, walk.assessment_id, catalog=shipped(), at=walk.at)


def test_t14_a_count_under_five_is_in_nothing_that_leaves_the_house(site: Site) -> None:
    _tell(site, **_FEW)
    three = _draft(site)
    _tell(site, **_FEW | {"workers_at_living_wage": "4"})
    assert _draft(site) == three
    _tell(site, **_FEW)
    _tell(site, **_INJURED)

    site.to_employer()
    _check_quiet(site.employer, "/en/reply", "/es/reply")
    _check_files(site.employer)
    site.later(days=20)
    site.publish()

    _check_public(site, site.app.test_client(), site.walk.employer.slug)
    with site.database.reading(EVERY_ORGANIZATION) as session:
        assert verify(session, shipped()).is_whole


def _check_public(site: Site, public: FlaskClient, slug: str) -> None:
    for language, words in NOT_EXACT.items():
        assert words in public.get(f"/{language}/e/{slug}").text
    _check_quiet(
        public,
        f"/en/e/{slug}",
        f"/es/e/{slug}",
        f"/e/{slug}.json",
        f"/api/v1/employers/{slug}/scorecards",
        "/api/v1/employers",
        "/en/employers.csv",
    )
    _check_papers(public, site)
    told = {one["criterion"]: one for one in public.get(f"/e/{slug}.json").get_json()["facts"]}
    assert told["workers_at_living_wage"]["note"] == Withheld.COUNT.value
    assert told["wages_living_share"]["note"] == Withheld.FIGURE.value
    names = ("recordable_cases", "safe_trir_ratio", "hours_worked")
    assert [told[one]["answer"] for one in names] == ["unknown", "0.9", "76924"]


def _check_quiet(browser: FlaskClient, *addresses: str) -> None:
    for address in addresses:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        assert not TOLD.search(answer.text), (address, TOLD.search(answer.text))


def _check_papers(public: FlaskClient, site: Site) -> None:
    """The plan that everybody can print, and the packet that goes to a lawyer or a court."""
    plan = public.get(f"/es/e/{site.walk.employer.slug}/plan.pdf")
    packet = site.as_reviewer().post(site.at("packet"), data={"what": "pdf", "key": "packet"})
    for paper in (plan, packet):
        assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
        assert not TOLD.search(text_of(paper.data)), TOLD.search(text_of(paper.data))
    assert "Packet for a lawyer" in text_of(packet.data)


def _check_files(employer: FlaskClient) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(employer.get("/en/reply/plan.xlsx").data))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    cells = [str(cell) for sheet in sheets for row in sheet for cell in row]
    assert not TOLD.search("\n".join(cells))
    pdf = pypdfium2.PdfDocument(employer.get("/en/reply/plan.pdf").data)
    assert not TOLD.search("".join(page.get_textpage().get_text_range() for page in pdf))
