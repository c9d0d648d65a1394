"""A review in which much is not known: one step for it, and an approval that says how little."""

import re
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.states import AssessmentState
from jobquality.errors import ConflictError, ForbiddenError, RefusedError
from jobquality.services.shown import mark_of, parts_of, shown_now
from jobquality.services.unknowns import AcceptUnknown, accept_unknown, take_back_unknown
from jobquality.store.database import Session
from jobquality.store.looks import Verdict, list_looks
from tests.live.evidence.copying import stored_piece
from tests.live.reviews.browsing import Site, hidden
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.reviews.test_looks import items_on, progress_on, say

UNKNOWN, DECLINED, BACKED = "adv_turnover_ratio", "adv_training_hours", "adv_credentials"
KNOWN = "sched_notice_days"


def marks(walk: Walk, *names: str) -> AcceptUnknown:
    rubric = CATALOG.get(walk.assessment.rubric, walk.assessment.edition)
    shown = shown_now(walk.session, walk.assessment_id)
    found = {name: mark_of(shown, parts_of(rubric, name)) for name in names}
    return AcceptUnknown(assessment_id=walk.assessment_id, marks=found)


def accepted(walk: Walk) -> set[str]:
    looks = list_looks(walk.session, walk.assessment_id)
    return {one.criterion for one in looks if one.verdict is Verdict.ACCEPTED}


def half_known(walk: Walk) -> None:
    """Leave two answers without a value, and one without a value but with a paper behind it."""
    walk.answered(UNKNOWN, "unknown", grade=None, source="")
    walk.answered(DECLINED, "declined")
    walk.answered(BACKED, "unknown")
    stored_piece(walk.session, walk.author, walk.assessment_id, criterion=BACKED)


@pytest.fixture
def walk(session: Session) -> Walk:
    made = Walk(session).drafted()
    half_known(made)
    return made.submitted()


@pytest.fixture
def office(site: Site) -> Site:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        half_known(site.walk)
    site.submit()
    return site


def go(site: Site, browser: FlaskClient, do: str) -> TestResponse:
    """Press the one button of the page."""
    page = browser.get(site.at("review")).text
    sent = dict(re.findall(r'name="(mark-\w+)" value="(\w+)"', page))
    return browser.post(site.at("unknown"), data={"key": new_id(), "do": do} | sent)


def test_what_nobody_knows_is_accepted_in_one_step_and_taken_back_in_one(walk: Walk) -> None:
    at, reviewer = walk.at, walk.reviewer.actor
    command = marks(walk, UNKNOWN, DECLINED)

    assert accept_unknown(walk.session, reviewer, command, catalog=CATALOG, at=at) == 2
    assert accepted(walk) == {UNKNOWN, DECLINED}
    assert accept_unknown(walk.session, reviewer, command, catalog=CATALOG, at=at) == 0
    one = walk.assessment_id
    assert take_back_unknown(walk.session, reviewer, one, catalog=CATALOG, at=at) == 2
    assert accepted(walk) == set()


@pytest.mark.parametrize("name", [KNOWN, BACKED, "child_labor", "ben_health_cost"])
def test_an_answer_with_a_value_or_a_paper_is_never_accepted_with_others(
    walk: Walk, name: str
) -> None:
    with pytest.raises(RefusedError, match="by itself"):
        accept_unknown(
            walk.session,
            walk.reviewer.actor,
            marks(walk, UNKNOWN, name),
            catalog=CATALOG,
            at=walk.at,
        )
    assert accepted(walk) == set()


def test_whoever_wrote_it_accepts_nothing_and_what_changed_is_seen_first(walk: Walk) -> None:
    stale = marks(walk, UNKNOWN)
    with pytest.raises(ForbiddenError, match="another person"):
        accept_unknown(walk.session, walk.author.actor, stale, catalog=CATALOG, at=walk.at)
    with pytest.raises(ForbiddenError, match="another person"):
        take_back_unknown(
            walk.session, walk.author.actor, walk.assessment_id, catalog=CATALOG, at=walk.at
        )
    walk.answered(UNKNOWN, "declined")
    with pytest.raises(ConflictError, match="changed after"):
        accept_unknown(walk.session, walk.reviewer.actor, stale, catalog=CATALOG, at=walk.at)


def test_the_page_offers_only_what_nobody_knows_and_leaves_a_question_alone(office: Site) -> None:
    reviewer = office.as_reviewer()
    first = reviewer.get(office.at("review")).text
    assert "Answers that nobody knows: 3" in first  # the worked case leaves one, too
    assert f'name="mark-{BACKED}"' not in first
    say(office, reviewer, DECLINED, "asked", **{f"ask-{DECLINED}": "Did you ask them?"})

    done = go(office, reviewer, "accept")
    page = reviewer.get(office.at("review")).text

    assert done.status_code == HTTPStatus.SEE_OTHER
    stand = items_on(page)
    assert (stand[UNKNOWN], stand[DECLINED]) == ("accepted", "asked")
    assert "You accepted answers that nobody knows: 2." in page
    assert progress_on(page).startswith("3 of ")
    go(office, reviewer, "take_back")
    assert items_on(reviewer.get(office.at("review")).text)[UNKNOWN] == "open"
    assert go(office, reviewer, "").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_an_approval_before_everything_was_looked_at_needs_a_tick_and_says_so(
    office: Site,
) -> None:
    reviewer = office.as_reviewer()
    say(office, reviewer, KNOWN, "accepted")
    page = reviewer.get(office.at("review")).text
    count = len(items_on(page))
    told = f"You looked at 1 of {count} answers and opened 0 of 1 files."

    without = office.approve(partly="", comment="Well done.")

    assert told in page
    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Well done." in without.text
    assert 'href="#partly-yes"' in without.text
    assert office.state() is AssessmentState.IN_REVIEW
    assert office.approve().status_code == HTTPStatus.SEE_OTHER
    history = office.as_author().get(office.at("review")).text
    assert f"answers looked at: 1 of {count}; files opened: 0 of 1" in history
    spanish = office.as_author().get(office.at("review", "es")).text
    assert f"respuestas revisadas: 1 de {count}; archivos abiertos: 0 de 1" in spanish


def test_an_approval_after_everything_was_looked_at_asks_for_no_tick(site: Site) -> None:
    site.submit()
    reviewer = site.as_reviewer()
    page = reviewer.get(site.at("review")).text
    for article in page.split("<article")[1:]:
        name = article.partition('id="item-')[2].partition('"')[0]
        form = {"key": new_id(), "mark": hidden(article, "mark"), "verdict": "accepted"}
        reviewer.post(site.at(f"review/{name}"), data=form)

    assert 'name="partly"' in page
    assert 'name="partly"' not in reviewer.get(site.at("review")).text
    assert site.approve(partly="").status_code == HTTPStatus.SEE_OTHER
    assert "files opened" not in site.as_author().get(site.at("review")).text


def test_after_a_return_the_reviewer_is_told_so_and_the_author_reads_it_first(
    office: Site,
) -> None:
    author, reviewer = office.walk.author.name, office.as_reviewer()
    back = office.give_back("Where is the handbook?")

    told = reviewer.get(back.location).text
    assert f"Returned to {author}" in told
    assert "Where is the handbook?" in told
    assert ">Returned</span>" in told
    lead, _, folded = told.partition('<details class="remark"')
    assert "/submit" not in lead
    assert "/submit" in folded
    mine = office.as_author().get(f"/en/work/assessments/{office.walk.assessment_id}").text
    assert mine.index("Where is the handbook?") < mine.index("<dl")
    assert "<b>Returned</b>" in mine
    assert f'href="/en/work/assessments/{office.walk.assessment_id}#returned"' in (
        office.as_author().get("/en/work/").text
    )
