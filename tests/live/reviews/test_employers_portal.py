"""T14 and T2 on the employer's portal: nothing of workers leaves, and every word is printed."""

import re
from dataclasses import replace
from fractions import Fraction
from http import HTTPStatus
from io import BytesIO

import pytest
import python_calamine

from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import facts_of, rebuild
from jobquality.reading.plansheet import in_order
from jobquality.rubrics.model import State
from jobquality.scoring.plan import improvement_plan
from jobquality.scoring.score import score
from jobquality.store.assessments import Workers
from tests.live.reviews.browsing import Site, hidden, link_in, without_secrets
from tests.live.reviews.parts import CATALOG, new_id
from tests.live.reviews.test_copies_outside import FILE_NAME, added
from tests.uploads.files import picture

POINT = "adv_ladder"
PAGES = ("", "/time", f"/documents/{POINT}", "/plan.xlsx")


def with_workers(site: Site, count: int) -> None:
    """Write an answer that so many workers were asked about, and open the draft anew."""
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        workers = Workers(asked=count, confirming=count, month="2026-02") if count else None
        site.walk.answered(POINT, "1", workers=workers)
    site.submit()
    site.approve()
    site.open(link_in(site.notify()))


def shown(site: Site) -> dict[str, bytes]:
    pages = {path: site.employer.get(f"/en/reply{path}") for path in PAGES}
    assert {one.status_code for one in pages.values()} == {HTTPStatus.OK}
    return {
        path: one.data if path.endswith("xlsx") else without_secrets(one.text).encode()
        for path, one in pages.items()
    }


def test_t14_the_portal_is_the_same_to_the_byte_for_none_to_four_workers(site: Site) -> None:
    with_workers(site, 0)
    first = without_history(shown(site))

    for count in (1, 2, 3, 4):
        site.give_back("Look again.")
        with_workers(site, count)
        assert without_history(shown(site)) == first


def without_history(pages: dict[str, bytes]) -> dict[str, bytes]:
    """Return the pages without what happened so far: each newer draft adds a step to that."""
    start, _, rest = pages[""].partition(b'<ol class="history">')
    return pages | {"": start + rest.partition(b"</ol>")[2]}


def test_t14_no_name_of_the_team_or_of_a_file_and_no_original_leaves(site: Site) -> None:
    piece = added(site)
    site.to_employer()
    secrets = (
        site.walk.author.name,
        site.walk.reviewer.name,
        site.walk.author.id,
        site.walk.assessment_id,
        FILE_NAME.partition(".")[0],
        piece.id,
        piece.sha256,
        piece.media_type,
        piece.title,
    )

    pages = shown(site)

    assert b"A document of workers" in pages[""]
    for content in pages.values():
        assert [one for one in secrets if not one or one.encode() in content] == []


def offer(site: Site, **but: object) -> int:
    form: dict[str, object] = {
        "key": new_id(),
        "title": "The posted ladder",
        "file": (BytesIO(picture()), "maria-lopez.jpg"),
    }
    return site.employer.post(f"/en/reply/documents/{POINT}", data=form | but).status_code


def test_a_document_of_the_employer_is_seen_by_it_and_the_team_and_by_nobody_else(
    site: Site,
) -> None:
    site.to_employer()

    assert offer(site) == HTTPStatus.SEE_OTHER
    page = site.employer.get(f"/en/reply/documents/{POINT}").text
    (own,) = re.findall(r"/en/reply/files/(\w+)\"", page)[:1]
    team = site.at(f"notice/papers/{own}")

    assert "The posted ladder" in page
    assert "maria-lopez" not in page
    assert site.employer.get(f"/en/reply/files/{own}").data.startswith(b"\xff\xd8")
    assert site.as_reviewer().get(team).data.startswith(b"\xff\xd8")
    assert site.app.test_client().get(f"/en/reply/files/{own}").status_code == HTTPStatus.FORBIDDEN
    assert site.app.test_client().get(team).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("wrong", ["title", "file"])
def test_a_document_that_cannot_be_taken_says_why_and_leaves_no_file(
    site: Site, wrong: str
) -> None:
    site.to_employer()
    wrongs: dict[str, dict[str, object]] = {
        "title": {"title": ""},
        "file": {"file": (BytesIO(b"no"), "a.exe")},
    }

    assert offer(site, **wrongs[wrong]) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "no document here yet" in site.employer.get(f"/en/reply/documents/{POINT}").text


def test_saving_leads_to_the_documents_of_a_point_and_keeps_what_was_typed(site: Site) -> None:
    page = site.open(site.to_employer())
    form = {
        "key": new_id(),
        "version": hidden(page, "version"),
        f"stance-{POINT}": "correct",
        f"text-{POINT}": "There are three steps.",
        "do": f"papers:{POINT}",
    }

    answer = site.employer.post("/en/reply", data=form)

    assert answer.location.endswith(f"/en/reply/documents/{POINT}")
    assert "There are three steps." in site.employer.get("/en/reply").text


def test_more_time_is_asked_and_refused_through_the_pages_and_both_sides_read_it(
    site: Site,
) -> None:
    site.to_employer()
    form = {"key": new_id(), "reason": "The owner is ill.", "asked_by": "Ana Ruiz, owner"}
    asked = site.employer.post("/en/reply/time", data=form)
    refused = site.as_author().post(
        site.at("notice/time"),
        data={"key": new_id(), "do": "refuse", "time_answer": "Two weeks are enough."},
    )

    assert asked.status_code == refused.status_code == HTTPStatus.SEE_OTHER
    again = site.employer.post("/en/reply/time", data=form | {"key": new_id()})
    assert again.status_code == HTTPStatus.CONFLICT
    for page in (
        site.employer.get("/en/reply").text,
        site.as_reviewer().get(site.at("notice")).text,
    ):
        assert "The owner is ill." in page
        assert "Two weeks are enough." in page
        assert "The organization gave no more time." in page


def test_the_clock_says_day_hour_and_zone_in_words(site: Site) -> None:
    page = site.open(site.to_employer())

    assert re.search(r"Sunday, March 15, 2026, \d+:\d\d [AP]M, Chicago time", page)
    assert "After that nothing can be sent any more." in page
    assert "hora de Chicago" in site.employer.get("/es/reply").text


def test_t2_a_statement_of_5000_characters_is_printed_whole_and_one_more_is_kept_typed(
    site: Site,
) -> None:
    link = site.to_employer()
    statement = "We pay. " * 624 + "Truly it is so!!"
    assert len(statement) == 5008
    longer, statement = f"{statement[:5000]}x", statement[:5000].strip().ljust(5000, "!")

    refused = site.reply(link, statement=longer)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert longer in refused.text
    site.reply(link, statement=statement)
    site.decide("It is printed.")
    site.later(days=14)
    site.publish()

    public = site.app.test_client()
    page = public.get(f"/en/e/{site.walk.employer.slug}").text
    assert statement in page.split('id="card-findings"')[0]
    assert "It had 14 days and answered within one day." in page
    data = public.get(f"/api/v1/employers/{site.walk.employer.slug}")
    assert data.status_code == HTTPStatus.OK


def test_doing_all_open_actions_of_the_plan_gives_exactly_the_promised_score(site: Site) -> None:
    site.to_employer()
    draft = load_snapshot(site.notice().draft)
    edition = CATALOG.edition(draft.rubric, draft.edition)
    places = CATALOG.parameters.places
    plan = improvement_plan(rebuild(draft, edition.rubric, places))
    facts = facts_of(draft, edition.rubric)
    done = {
        name: replace(facts.facts[name], state=State.VALUE, value=value)
        for name, value in plan.answers.items()
    }
    better = replace(facts, facts={**facts.facts, **done})

    card = score(edition.rubric, better, CATALOG.parameters)

    assert (card.total.low, card.total.high) == (plan.promised.worst, plan.promised.best)
    content = site.employer.get("/en/reply/plan.xlsx").data
    rows = python_calamine.load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()
    said = " ".join(str(row[0]) for row in rows[:8])
    assert f"is done: {shown_score(plan.promised.worst)}" in said
    ordered = [one.node.id for one in in_order(plan.actions)]
    assert len([row for row in rows if str(row[0]).isdecimal()]) == len(ordered)
    head = next(row for row in rows if row[0] == "No.")
    assert head[-2:] == ["Who does it", "By when"]


def shown_score(worst: Fraction | None) -> str:
    assert worst is not None
    return f"{int(worst)}"
