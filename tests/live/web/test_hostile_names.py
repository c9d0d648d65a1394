"""Whatever people call themselves, and whatever they write, is shown as text and does nothing.

The samples are made with hostile names, statements and sources, and every page, document and
file that shows them is looked through.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import html5lib
import pypdf
import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.http import Context
from jobquality.services.samples import story
from jobquality.services.samples.making import make_samples
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.store.employers import Employer, list_employers
from jobquality.web.samples import workshop_of
from tests.live.factories import log_in, stored_organization, stored_person

pytestmark = pytest.mark.pages

HOSTILE = (
    "SAMPLE <img src=http://127.0.0.1:9/x onerror=alert(1)>",
    "SAMPLE \"'><svg/onload=alert(2)>",
    "SAMPLE {{7*7}} ${7*7} {% raw %} %s{0.__class__}",
    "SAMPLE '; DROP TABLE employers; --",
    "SAMPLE </title></textarea><script>alert(3)</script>",
    'SAMPLE ../../etc/passwd; name="x"',
    "SAMPLE &lt;b&gt; &amp; <b>bold</b>",
    "SAMPLE javascript:alert(4)//",
    "SAMPLE " + "very long " * 18,
    "SAMPLE `${alert(5)}` {# no #}",
)
#: What our own templates never contain, so that only an injected element can bring it.
ALIEN_TAGS = {"script", "iframe", "object", "embed"}
MOST_PAGES = 250


@pytest.fixture
def walker(app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """An installation whose samples have hostile names, and somebody who may see all of it."""
    named = zip(story.EMPLOYERS, HOSTILE, strict=True)
    employers = tuple(replace(one, name=name.strip()) for one, name in named)
    monkeypatch.setattr(story, "EMPLOYERS", employers)
    said = story.SampleReply(
        statement="\n".join(HOSTILE), by=HOSTILE[0], decision=HOSTILE[1], stances={}
    )
    told = tuple(replace(one, reply=said) if one.reply else one for one in story.ASSESSMENTS)
    monkeypatch.setattr(story, "ASSESSMENTS", told)
    here = app.extensions["jobquality"]
    assert isinstance(here, Context)
    with database.transaction() as session:
        make_samples(session, workshop_of(here))
    with database.transaction() as session:
        organization = stored_organization(session, name=HOSTILE[0], contact=HOSTILE[1])
        person = stored_person(session, organization, name=HOSTILE[4])
    return log_in(app.test_client(), person)


def walk(client: FlaskClient) -> Iterator[tuple[str, str]]:
    """Yield every page that can be reached in English, with its address."""
    seen: set[str] = set()
    ahead = ["/en/", "/en/employers", "/en/briefs", "/en/work/"]
    while ahead and len(seen) < MOST_PAGES:
        address = ahead.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        if response.mimetype == "text/html":
            yield address, response.text
            found = re.findall(r'href="(/en/[^"#?]*)', response.text)
            ahead += sorted({one for one in found if not one.endswith(".pdf")} - seen)


def strangers_in(page: str) -> Iterator[str]:
    """Yield every element and attribute that could run or load something."""
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ALIEN_TAGS and not element.get("src", "").startswith("/static/"):
            yield tag
        for name, value in element.attrib.items():
            if is_strange(str(name).rpartition("}")[2], value):
                yield f"{tag} {name}={value[:40]}"


def is_strange(name: str, value: str) -> bool:
    """Say whether an attribute runs something, or loads from elsewhere."""
    if name == "src":
        return not value.startswith("/")
    runs = name in ("href", "action") and re.match(r"\s*(javascript|data|vbscript):", value)
    return name.startswith("on") or bool(runs)


def test_hostile_names_are_text_wherever_they_are_shown(
    walker: FlaskClient, database: Database
) -> None:
    """One test for pages, documents and addresses: the installation takes long to make."""
    pages = dict(walk(walker))
    with database.reading(EVERY_ORGANIZATION) as session:
        employers = list_employers(session)

    assert len(pages) > 25
    found = {address: list(strangers_in(page)) for address, page in pages.items()}
    assert {address: strangers for address, strangers in found.items() if strangers} == {}
    whole = "\n".join(pages.values())
    assert "SAMPLE 49" not in whole, "no template of a stranger's is worked out"
    assert "&lt;img src=http://127.0.0.1:9/x onerror=alert(1)&gt;" in whole
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.slug) for one in employers)
    for employer in employers[:3]:
        check_plan(walker, employer)


def check_plan(walker: FlaskClient, employer: Employer) -> None:
    """Read the plan back: the name is its text, its file name is harmless, nothing is attached."""
    response = walker.get(f"/en/e/{employer.slug}/plan.pdf")

    assert response.status_code == 200
    named = response.headers["Content-Disposition"]
    assert named.isascii()
    assert not re.search(r"[\r\n]|\.\.", named)
    read = pypdf.PdfReader(io.BytesIO(response.data))
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in read.pages))
    assert re.sub(r"\s+", "", employer.name)[:40] in text
    assert not read.attachments


def test_a_hostile_search_is_shown_as_text(client: FlaskClient) -> None:
    response = client.get("/en/employers?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert response.status_code == 200
    assert not list(strangers_in(response.text))
