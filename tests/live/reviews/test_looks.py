"""Review answer by answer: accept, ask, return, and only the difference afterwards (journey D3)."""

import re
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.access.actors import Role
from jobquality.access.states import AssessmentState
from jobquality.errors import (
    ConflictError,
    FaultsError,
    ForbiddenError,
    NotFoundError,
    RefusedError,
)
from jobquality.scoring.facts import Grade
from jobquality.services.evidence import list_opened
from jobquality.services.looks import (
    Done,
    LookAt,
    check_nothing_asked,
    look_at,
    mark_done,
    returned_of,
)
from jobquality.services.reviews import SendBack, send_back
from jobquality.services.shown import (
    Since,
    base_of,
    changes_between,
    load_shown,
    mark_of,
    parts_of,
    shown_now,
)
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, add_evidence
from jobquality.store.looks import Verdict, list_looks
from jobquality.store.publications import list_publications
from jobquality.store.tenancy import belong
from tests.live.evidence.copying import stored_piece
from tests.live.factories import log_in, stored_person
from tests.live.reviews.browsing import Site, hidden
from tests.live.reviews.parts import CATALOG, Walk, new_id

ASKED = "adv_ladder"
OTHER = "sched_notice_days"
QUESTION = "Where does the second step start? <b>"


def seen_by(walk: Walk, criterion: str, verdict: Verdict, comment: str = "") -> LookAt:
    """Return what the reviewer says to an answer as it stands now."""
    rubric = CATALOG.get(walk.assessment.rubric, walk.assessment.edition)
    shown = shown_now(walk.session, walk.assessment_id)
    return LookAt(
        assessment_id=walk.assessment_id,
        criterion=criterion,
        verdict=verdict,
        mark=mark_of(shown, parts_of(rubric, criterion)),
        comment=comment,
    )


def looked(walk: Walk, criterion: str, verdict: Verdict, comment: str = "") -> None:
    command = seen_by(walk, criterion, verdict, comment)
    look_at(walk.session, walk.reviewer.actor, command, catalog=CATALOG, at=walk.at)


def returned(walk: Walk, **comments: str) -> None:
    command = SendBack(
        id=new_id(),
        assessment_id=walk.assessment_id,
        version=walk.assessment.version,
        comments=comments,
    )
    send_back(walk.session, walk.reviewer.actor, command, at=walk.at)


def items_on(page: str) -> dict[str, str]:
    """Return what a page says of each answer: open, accepted or asked."""
    found = re.findall(r'class="look look-(\w+)" id="item-(\w+)"', page)
    return {name: status for status, name in found}


def progress_on(page: str) -> str:
    return re.search(r'id="progress"[^>]*>([^<]*)<', page)[1]  # type: ignore[index]  # it is there


def opened_on(page: str) -> list[str]:
    """Return each place where a page counts the evidence that was opened."""
    said = r"(?:Evidence opened:|Evidencia abierta:|and opened|y abrió) (\d+ \w+ \d+)"
    return re.findall(said, re.sub(r'data-words="[^"]*"', "", page))


def say(
    site: Site, browser: FlaskClient, criterion: str, verdict: str, **typed: str
) -> TestResponse:
    page = browser.get(site.at("review"), query_string={"show": "all"}).text
    item = page.partition(f'id="item-{criterion}"')[2].partition("</article>")[0]
    form = {"key": new_id(), "mark": hidden(item, "mark"), "verdict": verdict}
    return browser.post(site.at(f"review/{criterion}"), data=form | typed)


@pytest.fixture
def walk(session: Session) -> Walk:
    return Walk(session).drafted().submitted()


def test_a_first_review_without_an_earlier_scorecard_shows_every_answer(walk: Walk) -> None:
    base = base_of(walk.session, walk.assessment)

    assert base.since is Since.NOTHING
    changes = changes_between(base.shown, shown_now(walk.session, walk.assessment_id))
    assert set(changes) == set(shown_now(walk.session, walk.assessment_id))


def test_after_a_return_only_what_changed_since_is_a_change(walk: Walk) -> None:
    returned(walk, **{"": "Two things."})
    walk.later(hours=1).answered(ASKED, "3")
    evidence = Evidence(
        id="photo",
        organization_id=walk.organization.id,
        assessment_id=walk.assessment_id,
        criterion=OTHER,
        title="The schedule on the wall",
        grade=Grade.E2,
        added_by=walk.author.id,
        added_at=walk.at,
        url="https://diner.example/schedule",
    )
    add_evidence(walk.session, evidence)

    base = base_of(walk.session, walk.assessment)
    changes = changes_between(base.shown, shown_now(walk.session, walk.assessment_id))

    assert base.since is Since.RETURNED
    assert set(changes) == {ASKED, OTHER}
    assert (changes[ASKED].before.answer, changes[ASKED].now.answer) != ("3", "3")  # type: ignore[union-attr]  # both are there
    assert changes[ASKED].answer_changed
    assert not changes[OTHER].answer_changed
    assert changes[OTHER].added == ("The schedule on the wall",)


def test_an_accepted_answer_that_changes_later_is_open_again(walk: Walk) -> None:
    looked(walk, ASKED, Verdict.ACCEPTED)
    (look,) = list_looks(walk.session, walk.assessment_id)
    assert look.mark == seen_by(walk, ASKED, Verdict.ACCEPTED).mark

    walk.answered(ASKED, "3")

    assert look.mark != seen_by(walk, ASKED, Verdict.ACCEPTED).mark


def test_an_answer_that_changed_since_the_page_was_opened_cannot_be_accepted(walk: Walk) -> None:
    stale = seen_by(walk, ASKED, Verdict.ACCEPTED)
    walk.answered(ASKED, "3")

    with pytest.raises(ConflictError, match="changed after you opened"):
        look_at(walk.session, walk.reviewer.actor, stale, catalog=CATALOG, at=walk.at)


def test_whoever_wrote_a_part_says_nothing_to_it(walk: Walk) -> None:
    command = seen_by(walk, ASKED, Verdict.ACCEPTED)

    with pytest.raises(ForbiddenError, match="another person"):
        look_at(walk.session, walk.author.actor, command, catalog=CATALOG, at=walk.at)


def test_whoever_may_not_review_says_nothing(walk: Walk) -> None:
    command = seen_by(walk, ASKED, Verdict.ACCEPTED)
    advocate = stored_person(walk.session, walk.organization, Role.ADVOCATE)

    with pytest.raises(ForbiddenError, match="reviewer"):
        look_at(walk.session, advocate.actor, command, catalog=CATALOG, at=walk.at)


def test_a_question_needs_words_and_a_question_of_the_standard(walk: Walk) -> None:
    with pytest.raises(FaultsError, match="no words"):
        looked(walk, ASKED, Verdict.ASKED, "  ")
    with pytest.raises(NotFoundError):
        looked(walk, "no_such_question", Verdict.ACCEPTED)


def test_a_draft_is_not_reviewed(session: Session) -> None:
    walk = Walk(session).drafted()

    with pytest.raises(RefusedError, match="nothing to review"):
        looked(walk, ASKED, Verdict.ACCEPTED)


def test_questions_go_to_the_author_with_the_return_and_an_approval_waits_for_them(
    walk: Walk,
) -> None:
    looked(walk, ASKED, Verdict.ASKED, QUESTION)
    with pytest.raises(FaultsError, match=ASKED):
        check_nothing_asked(walk.session, walk.reviewer.actor, walk.assessment_id)

    returned(walk)

    back = returned_of(walk.session, walk.assessment_id)
    assert back is not None
    assert [(one.criterion, one.comment) for one in back.questions] == [(ASKED, QUESTION)]
    assert list_looks(walk.session, walk.assessment_id) == ()
    check_nothing_asked(walk.session, walk.reviewer.actor, walk.assessment_id)


def test_the_author_says_what_was_done_about_each_question(walk: Walk) -> None:
    looked(walk, ASKED, Verdict.ASKED, QUESTION)
    returned(walk)
    done = Done(id=new_id(), assessment_id=walk.assessment_id, criterion=ASKED, comment="I asked.")

    mark_done(walk.session, walk.author.actor, done, at=walk.at)

    back = returned_of(walk.session, walk.assessment_id)
    assert back is not None
    assert (back.done, back.questions[0].done) == (1, "I asked.")
    nowhere = Done(id=new_id(), assessment_id=walk.assessment_id, criterion=OTHER, comment="-")
    with pytest.raises(NotFoundError, match="Nothing was asked"):
        mark_done(walk.session, walk.author.actor, nowhere, at=walk.at)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", '{"a": 1}', '{"a": ["x"]}', '{"a": [1,2,3,4,5,6]}', "{", '{"a": {}}'],
)
def test_what_a_page_remembers_is_read_without_trust(text: str) -> None:
    assert load_shown(text) == {}


def asked_and_returned(site: Site) -> None:
    """Accept one answer, ask about another, and return it."""
    site.submit()
    say(site, site.as_reviewer(), OTHER, "accepted")
    say(site, site.as_reviewer(), ASKED, "asked", **{f"ask-{ASKED}": QUESTION})
    site.give_back("")
    site.later(hours=1)


def answered_and_sent_again(site: Site) -> None:
    """Say what was done, change that one answer, and submit."""
    form = {"key": new_id(), f"done-{ASKED}": "Two years; see file."}
    site.as_author().post(site.at(f"done/{ASKED}"), data=form)
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered(ASKED, "3")
    site.submit()


def test_a_page_counts_what_was_looked_at_and_no_approval_passes_an_open_question(
    site: Site,
) -> None:
    site.submit()
    reviewer = site.as_reviewer()
    first = reviewer.get(site.at("review")).text
    count = len(items_on(first))

    say(site, reviewer, OTHER, "accepted")
    say(site, reviewer, ASKED, "asked", **{f"ask-{ASKED}": QUESTION})

    page = reviewer.get(site.at("review")).text
    assert set(items_on(first).values()) == {"open"}
    assert progress_on(first) == f"0 of {count} looked at"
    assert progress_on(page) == f"2 of {count} looked at"
    assert (items_on(page)[OTHER], items_on(page)[ASKED]) == ("accepted", "asked")
    assert site.approve().status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert site.state() is AssessmentState.IN_REVIEW


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_page_says_how_much_of_the_evidence_was_opened_as_it_stands_now(
    site: Site, language: str
) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        pieces = [
            stored_piece(session, site.walk.author, site.walk.assessment_id, criterion=criterion)
            for criterion in (ASKED, ASKED, OTHER)
        ]
    site.submit()
    reviewer, page = site.as_reviewer(), site.at("review", language)
    before = opened_on(reviewer.get(page).text)
    for one in pieces[:2]:
        assert reviewer.get(f"/en/work/evidence/{one.id}/link").location == one.url
    site.as_author().get(f"/en/work/evidence/{pieces[2].id}/link")

    words = {"en": "{} of 3", "es": "{} de 3"}[language]
    assert before == [words.format(0)] * 2
    assert opened_on(reviewer.get(page).text) == [words.format(2)] * 2
    with site.database.reading(site.walk.organization.id) as session:
        seen = list_opened(session, site.walk.assessment_id, site.walk.reviewer.id)
    assert {one.id for one in seen} == {one.id for one in pieces[:2]}


def test_the_author_of_a_returned_draft_reads_the_questions_first(site: Site) -> None:
    asked_and_returned(site)
    author = site.as_author()

    form = author.get(f"/en/work/assessments/{site.walk.assessment_id}").text
    question = author.get(site.at(ASKED)).text

    assert site.state() is AssessmentState.DRAFT
    assert "0 of 1 done" in form
    assert form.index("Where does the second step start? &lt;b&gt;") < form.index("topics-title")
    assert "Where does the second step start? &lt;b&gt;" in question
    done = author.post(site.at(f"done/{ASKED}"), data={"key": new_id(), f"done-{ASKED}": "Two."})
    assert done.status_code == HTTPStatus.SEE_OTHER
    assert "1 of 1 done" in author.get(done.location.partition("#")[0]).text


def test_after_a_return_the_reviewer_sees_only_the_difference(site: Site) -> None:
    asked_and_returned(site)
    answered_and_sent_again(site)
    reviewer = site.as_reviewer()

    again = reviewer.get(site.at("review")).text
    everything = reviewer.get(site.at("review"), query_string={"show": "all"}).text

    assert items_on(again) == {ASKED: "open"}
    assert "Two years; see file." in again
    assert items_on(everything)[OTHER] == "accepted"
    assert progress_on(again) == f"1 of {len(items_on(everything))} looked at"
    say(site, reviewer, ASKED, "accepted")
    assert site.approve().status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.APPROVED


def test_the_author_reads_returned_in_spanish(site: Site) -> None:
    site.submit()
    site.give_back("Falta la fuente.")

    page = site.as_author().get(f"/es/work/assessments/{site.walk.assessment_id}").text

    assert "Devuelto" in page
    assert "Falta la fuente." in page


def test_a_program_that_asks_for_json_is_told_in_json(site: Site) -> None:
    site.submit()
    browser = site.as_reviewer()
    page = browser.get(site.at("review")).text
    item = page.partition(f'id="item-{ASKED}"')[2].partition("</article>")[0]
    form = {"key": new_id(), "mark": hidden(item, "mark"), "verdict": "accepted"}
    wanted = {"Accept": "application/json"}

    kept = browser.post(site.at(f"review/{ASKED}"), data=form, headers=wanted)
    stale = {**form, "key": new_id(), "mark": "another"}
    refused = browser.post(site.at(f"review/{ASKED}"), data=stale, headers=wanted)

    assert kept.json is not None
    assert kept.json["status"] == "accepted"
    assert (kept.json["said"], bool(kept.json["key"])) == ("Accepted.", True)
    assert refused.status_code == HTTPStatus.CONFLICT
    assert refused.json is not None
    assert "changed after you opened" in refused.json["said"]


def test_what_reviewers_and_authors_say_to_each_other_is_in_nothing_public(site: Site) -> None:
    secret = "Xylophone remark that stays inside"
    site.submit()
    say(site, site.as_reviewer(), ASKED, "asked", **{f"ask-{ASKED}": secret})
    site.give_back(secret)
    site.as_author().post(site.at(f"done/{ASKED}"), data={"key": new_id(), f"done-{ASKED}": secret})
    link = site.to_employer()
    draft = site.open(link)
    site.later(days=14)
    published = site.publish()
    assert published.status_code == HTTPStatus.SEE_OTHER

    stranger = site.app.test_client()
    slug = site.walk.employer.slug
    public = stranger.get(f"/en/e/{slug}")
    pages = [
        draft,
        public.text,
        stranger.get(f"/es/e/{slug}").text,
        stranger.get(f"/en/o/{site.walk.organization.slug}").text,
        stranger.get(f"/en/o/{site.walk.organization.slug}/ledger").text,
        stranger.get(f"/api/v1/employers/{slug}").text,
        stranger.get("/api/v1/scorecards").text,
        *_bodies(site),
    ]
    assert site.walk.employer.name in public.text
    assert [page for page in pages if "Xylophone" in page] == []


def _bodies(site: Site) -> list[str]:
    with site.database.reading(site.walk.organization.id) as session:
        return [str(one.content) for one in list_publications(session)]


def test_another_reviewers_question_shows_and_is_sent_under_their_name(
    site: Site, session: Session
) -> None:
    site.submit()
    belong(session, site.walk.organization.id)
    other = stored_person(session, site.walk.organization, Role.REVIEWER, name="Rosa Gil")
    say(site, log_in(site.app.test_client(), other), ASKED, "asked", **{f"ask-{ASKED}": "Why?"})

    page = site.as_reviewer().get(site.at("review")).text
    site.give_back("")

    assert "Rosa Gil asks:" in page
    form = site.as_author().get(site.at(ASKED)).text
    assert "Rosa Gil asks about this answer:" in form
