"""Threat T1: every number on a scorecard's page is a claim, or of a kind that is named here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from jobquality.scoring.rounding import decimal_text
from jobquality.store.keys import Keyring
from tests.live.corrections.correcting import Desk

_VOID = {"br", "img", "input", "link", "meta", "wbr", "hr"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
#: Kinds of numbers that are no claims: what they look like, by the part of the page they stand in.
#: An empty name stands for the whole page.
KINDS: dict[str, dict[str, str]] = {
    "": {
        "day": r"\w+ \d{1,2}, \d{4}|\d{1,2}\.?º? de \w+ de \d{4}",
        "edition": r"\b20\d\d\.\d+\b",
    },
    "card-topics": {"ends of every bar": "0 (?:to|a) 100"},
    "card-history": {
        "scale of the picture": r"^(?:0|50|100|\d{4}-\d\d-\d\d)$",
        "how many": r"\b\d+ (?:criteria|criterios|criterion|criterio)\b",
    },
    "card-corrections": {"entry of the ledger": r"(?:Entry|Asiento) \d+ (?:of the|del)"},
    "card-about": {"revision": r"Revisi[oó]n \d+"},
    "card-work": {"hash": r"\b[0-9a-f]{64}\b"},
    "card-embed": {"code to copy": r"http://localhost:8000/\S*|(?:width|height|frameborder)=\S+"},
    "help-title": {
        "phone": r"1-\d{3}-\d{3}-\d{4}",
        "law": r"29 USC [\d–()a]+",
        "days of the law": r"30 (?:days|días)",
    },
    "footer": {"license": r"Apache(?: License)? 2\.0"},
}

#: Parts that repeat numbers which other pages claim, or the trend tells.
_EARLIER = ("card-history", "card-corrections")
#: Names may have numbers, and are no figures: they are given out by the tests.
_NAMES = r"(?:Center|Diner) \d+"


@dataclass
class Shown(HTMLParser):
    """A page: the words of its claims by id, and every text with a digit outside of them."""

    text: str
    claims: dict[str, str] = field(default_factory=dict)
    loose: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text.partition("<body")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while tag not in _VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        claims = [given["data-claim-id"] for _, given in self._open if "data-claim-id" in given]
        for name in claims:
            self.claims[name or ""] = self.claims.get(name or "", "") + f" {data}"
        if not claims and _NUMBER.search(data):
            self.loose.append((self._part(), " ".join(data.split())))

    def _part(self) -> str:
        ids = [given.get("id") for tag, given in self._open if tag == "section"]
        labels = [given.get("aria-labelledby") for _, given in self._open]
        tags = [tag for tag, _ in self._open]
        if "footer" in tags:
            return "footer"
        classes = {given.get("class") for _, given in self._open}
        named = {"help": "help-title", "banner corrected": "card-corrections"}
        if found := classes & named.keys():
            return named[found.pop() or ""]
        return next((one for one in (*ids, *labels) if one), "")


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def unexplained(page: Shown, known: set[str]) -> list[tuple[str, str]]:
    """Return each text whose numbers are of no kind that is named, nor known from elsewhere."""
    found = []
    for part, text in page.loose:
        kinds = [_NAMES, *KINDS[""].values(), *KINDS.get(part, {}).values()]
        rest = re.sub("|".join(f"(?:{one})" for one in kinds), " ", text)
        numbers = set(_NUMBER.findall(rest))
        if numbers - (known if part in _EARLIER else set()):
            found.append((part, text))
    return found


def told_by_trend(client: FlaskClient, slug: str) -> set[str]:
    """Return every number of the trend as a page rounds it, without its sign."""

    def numbers(told: object) -> Iterator[str]:
        if isinstance(told, str) and re.fullmatch(r"-?\d+(?:/\d+|\.\d+)?", told):
            rounded = decimal_text(abs(Fraction(told)), digits=1)
            yield rounded
        elif isinstance(told, dict | list):
            for one in told.values() if isinstance(told, dict) else told:
                yield from numbers(one)

    return set(numbers(client.get(f"/api/v1/employers/{slug}/trend").get_json()))


def tables(page: Shown, part: str) -> list[list[tuple[str, list[str]]]]:
    """Return the tables of a part: of each row where its head leads, and its cells."""
    section = page.text.partition(f'id="{part}"')[2].partition("</section>")[0]
    return [
        [
            (
                (re.findall(r'<th scope="row"><a href="([^"]*)"', row) or [""])[0],
                [words_of(one) for one in re.findall(r'<td class="number">(.*?)</td>', row)],
            )
            for row in re.findall(r"<tr>(?:(?!</tr>).)*</tr>", table.partition("<tbody>")[2])
        ]
        for table in re.findall(r"<table.*?</table>", section, re.DOTALL)
    ]


@pytest.fixture
def slug(session: Session, tmp_path: Path) -> str:
    """An employer that was scored twice, and whose second score was set right."""
    desk = Desk(session, Keyring(tmp_path / "keys"))
    desk.published()
    desk.later(days=1)
    second = desk.published(sched_notice_days="10", adv_ladder="1")
    desk.corrected(second, sched_notice_days="14")
    return desk.employer.slug


def test_t1_every_number_of_the_whole_page_is_a_claim_or_of_a_kind_that_is_named(
    client: FlaskClient, slug: str
) -> None:
    """History, trend and corrections repeat what other pages claim, or what the trend tells."""
    pages = {one: Shown(client.get(f"/en/e/{slug}/{one}").text) for one in (1, 2, 3)}
    known = told_by_trend(client, slug)
    for page in pages.values():
        known |= set(_NUMBER.findall(" ".join(page.claims.values())))

    for page in (*pages.values(), Shown(client.get(f"/es/e/{slug}").text)):
        assert len(page.loose) > 20
        assert unexplained(page, known) == []
    _check_history(pages, f"/en/e/{slug}")
    for earlier, later in ((1, 2), (2, 3)):
        _check_changes(pages[earlier], pages[later])


def _check_history(pages: dict[int, Shown], address: str) -> None:
    """Hold each score of the history against the claim of the page to which it leads."""
    for page in (pages[2], pages[3]):
        rows = [row for row in tables(page, "card-history")[0] if row[0].startswith(address)]
        assert rows
        for leads, (number, *_) in rows:
            claim = pages[int(leads.rpartition("/")[2])].claims["score"]
            assert words_of(claim).startswith(f"The score {number} out of 100"), claim


def _check_changes(earlier: Shown, later: Shown) -> None:
    """Hold each number of a comparison against the claims of the two pages."""
    compared = [
        (leads.removeprefix("#"), cells)
        for table in tables(later, "card-history")
        for leads, cells in table
        if leads.startswith("#")
    ]
    assert len(compared) >= 7
    for name, (before, now) in compared:
        for page, number in ((earlier, before), (later, now)):
            claims = (page.claims.get(f"{kind}-{name}", "") for kind in ("topic", "answer"))
            assert set(_NUMBER.findall(number)) <= set(_NUMBER.findall(" ".join(claims))), name
    counted = re.findall(r"(\d+) criteria", words_of(later.text.partition('id="card-changes"')[2]))
    asked = [name for name in later.claims if name.startswith("answer-")]
    assert sum(map(int, counted)) == len(asked)


@pytest.mark.parametrize("place", ["card-history", "card-about", "card-take", "card-corrections"])
def test_a_number_that_nobody_claims_is_found_wherever_it_stands(place: str) -> None:
    page = Shown(f'<body><section id="{place}"><p>July 3, 2026: 71.3 of all</p></section>')

    assert unexplained(page, {"71.4"}) == [(place, "July 3, 2026: 71.3 of all")]
    assert unexplained(page, {"71.3"}) == ([] if place in _EARLIER else page.loose)
