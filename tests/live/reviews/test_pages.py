"""Review, notice, reply and publishing, as browsers without scripts see them."""

import re
from dataclasses import replace
from html import unescape
from http import HTTPStatus

import pytest

from jobquality.access.states import AssessmentState, ReplyState
from jobquality.store.assessments import Workers
from jobquality.store.database import Database
from jobquality.store.notices import change_notice
from tests.live.factories import log_in, stored_person
from tests.live.reviews.browsing import Site, hidden, link_in, without_secrets
from tests.live.reviews.parts import Walk, new_id


def test_the_whole_way_from_draft_to_public_goes_through_the_pages(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())
    site.reply(link, statement="We pay what the law asks.\n\nAnd we will do more.")
    site.decide("Nothing changes: the source is the payroll itself.")
    too_early = site.publish()
    site.later(days=14)
    wrong_name = site.publish(name="Somebody else")
    right_name = site.publish(name=site.walk.employer.name.upper())

    assert too_early.status_code == HTTPStatus.CONFLICT
    assert wrong_name.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert right_name.status_code == HTTPStatus.SEE_OTHER
    assert site.state() is AssessmentState.PUBLISHED


def test_looking_at_the_link_is_no_delivery(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())

    shown = site.employer.get(link)

    assert shown.status_code == HTTPStatus.OK
    assert site.notice().state is ReplyState.SENT


def test_the_link_is_shown_once_and_a_double_click_shows_the_same(site: Site) -> None:
    site.submit()
    site.approve()
    browser, form = site.as_author(), {"key": new_id(), "days": "14"}

    first = link_in(browser.post(site.at("notice"), data=form).text)
    second = link_in(browser.post(site.at("notice"), data=form).text)

    assert first == second
    assert len(first.rpartition("/")[2]) == 64
    assert link_in(browser.get(site.at("notice")).text) == ""


def test_a_double_click_publishes_once(site: Site) -> None:
    site.to_employer()
    site.later(days=14)
    key = new_id()

    first, second = site.publish(key=key), site.publish(key=key)

    assert first.status_code == second.status_code == HTTPStatus.SEE_OTHER
    assert first.location == second.location
    assert site.entries() == 1


def test_a_submit_that_is_refused_says_the_questions_own_words(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "3", source="", grade=None)

    answer = site.as_author().post(site.at("submit", "es"), data={"key": new_id()})

    said = answer.text.partition('class="faults')[2].partition("</ul>")[0]
    assert "”" in said
    assert "adv_ladder" not in re.sub(r'href="[^"]*"', "", said)


def test_a_stale_approval_shows_what_changed_and_keeps_what_was_typed(site: Site) -> None:
    site.submit()
    browser = site.as_reviewer()
    page = browser.get(site.at("review")).text
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "3")
    form = {
        "key": new_id(),
        "decision": "approve",
        "version": hidden(page, "version"),
        "seen": hidden(page, "seen"),
        "saw": hidden(page, "saw"),
        "comment": "Well done.",
    }

    answer = browser.post(site.at("review"), data=form)

    assert answer.status_code == HTTPStatus.CONFLICT
    change = answer.text.partition('id="meanwhile"')[2].partition("</section>")[0]
    assert "<del>1 of 5 boxes</del>" in change
    assert "<ins>3 of 5 boxes</ins>" in change
    assert "Well done." in answer.text
    said = answer.text.partition('class="faults')[2].partition("</ul>")[0]
    assert "The level; “" in said
    assert "adv_ladder" not in re.sub(r'href="[^"]*"', "", said)
    assert site.state() is AssessmentState.IN_REVIEW


def test_a_found_violation_has_its_own_tick_on_the_page(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("child_labor", "found")
    site.submit()

    without, ticked = site.approve(), site.approve(finding="child_labor")

    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#finding-child_labor"' in without.text
    assert ticked.status_code == HTTPStatus.SEE_OTHER


def test_a_draft_with_bare_answers_says_which_on_its_page(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "1", source="")

    answer = site.submit()

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "” has no evidence at all" in answer.text


def test_the_author_is_told_that_another_person_reviews(site: Site) -> None:
    site.submit()

    page = site.as_author().get(site.at("review")).text

    assert "another person has to review it" in page
    assert 'value="approve"' not in page


def test_the_employers_pages_are_kept_out_of_caches_logs_and_scripts(site: Site) -> None:
    link = site.to_employer()

    for path in (link, "/en/reply", "/es/reply"):
        headers = site.employer.get(path).headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in headers["Cache-Control"]
        assert "script-src" not in headers["Content-Security-Policy"]
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_visit_gets_a_new_key_when_the_draft_opens(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())
    site.employer.get(link)
    before = site.employer.get_cookie("jq")

    site.employer.post(link)

    after = site.employer.get_cookie("jq")
    assert after is not None
    assert before is None or before.value != after.value


def test_an_unknown_link_and_a_dead_one_look_the_same(site: Site) -> None:
    link, notice = site.to_employer(), site.notice()
    with site.database.transaction(site.walk.organization.id) as session:
        change_notice(session, replace(notice, token_digest=f"dead-{notice.id}"))

    dead, unknown = site.employer.get(link), site.employer.get("/en/reply/never-made")

    assert dead.status_code == unknown.status_code == HTTPStatus.NOT_FOUND
    assert without_addresses(dead.text) == without_addresses(unknown.text)


def test_a_new_link_closes_the_visits_of_the_old_one(site: Site) -> None:
    site.to_employer()
    site.as_author().post(site.at("notice/link"), data={"key": new_id()})

    shown = site.employer.get("/en/reply")

    assert shown.status_code == HTTPStatus.GONE
    assert "This link was replaced" in shown.text
    assert site.walk.employer.name not in shown.text


def test_guessing_links_is_slowed_down(site: Site) -> None:
    guesses = [site.employer.get(f"/en/reply/guess{number}").status_code for number in range(12)]

    assert guesses[0] == HTTPStatus.NOT_FOUND
    assert guesses[-1] == HTTPStatus.TOO_MANY_REQUESTS


def test_people_of_the_organization_do_not_start_the_clock_by_looking(site: Site) -> None:
    site.submit()
    site.approve()
    link = link_in(site.notify())
    browser = site.as_author()

    refused = browser.post(link)

    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert 'type="submit">Open the draft' not in browser.get(link).text
    assert site.notice().state is ReplyState.SENT


def test_the_employer_sees_the_same_bytes_for_every_count_under_five(site: Site) -> None:
    pages = [page_for(site, asked) for asked in (None, 0, 1, 2, 3, 4)]

    assert "Draft scorecard" in pages[0]
    assert set(pages) == {pages[0]}


def test_the_employer_sees_that_five_workers_confirmed(site: Site) -> None:
    assert page_for(site, 5) != page_for(site, 4)


def page_for(site: Site, asked: int | None) -> str:
    """Return what the employer sees of an assessment for which so many workers were asked.

    Without the list of what happened: each of these drafts is one more in it.
    """
    if site.state() is not AssessmentState.DRAFT:
        site.give_back("Ask the workers.")
    month = "2026-02"
    workers = None if asked is None else Workers(asked=asked, confirming=asked, month=month)
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "1", workers=workers)
    page = without_secrets(site.open(site.to_employer()))
    return re.sub(r'<ol class="history">.*?</ol>', "", page, flags=re.DOTALL)


def test_the_employer_sees_no_name_of_anybody_who_assessed(site: Site) -> None:
    site.to_employer()

    page = site.employer.get("/en/reply").text

    for person in (site.walk.author, site.walk.reviewer):
        assert person.name not in page
        assert person.id not in page
        assert str(person.email) not in page


def test_a_reply_is_kept_until_it_is_sent_and_then_only_read(site: Site) -> None:
    link = site.to_employer()
    site.reply(link, statement="First words.", do="save")
    saved = site.employer.get("/en/reply").text
    site.reply(link, statement="Last words.\n\nReally.")
    sent = site.employer.get("/en/reply").text
    late = site.reply(link, statement="One more thing.")

    assert "First words.</textarea>" in saved
    assert "Last words.\n\nReally." in sent
    assert "<textarea" not in sent
    assert late.status_code == HTTPStatus.CONFLICT


def test_sending_needs_the_tick_and_keeps_what_was_typed(site: Site) -> None:
    link = site.to_employer()

    answer = site.reply(link, statement="My words.", final="")

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "My words.</textarea>" in answer.text
    assert site.notice().answered_at is None


def test_two_people_of_the_employer_see_both_versions_and_lose_nothing(site: Site) -> None:
    link = site.to_employer()
    stale = hidden(site.employer.get("/en/reply").text, "version")
    site.reply(link, do="save", **stance("disagree", "Our ladder has four steps."))

    both = site.reply(link, do="save", version=stale, **stance("accept", "Agreed."))

    assert both.status_code == HTTPStatus.CONFLICT
    assert "Our ladder has four steps." in both.text
    assert "Agreed." in both.text


def test_after_the_end_the_draft_can_only_be_read(site: Site) -> None:
    link = site.to_employer()
    site.later(days=14)

    page = site.open(link)
    late = site.reply(link, statement="Too late.")

    assert "The time to reply ended" in page
    assert "<textarea" not in page
    assert late.status_code == HTTPStatus.CONFLICT


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)>", "{{7*7}}", "=HYPERLINK(1)", "'\"><svg/onload=1>"]
)
def test_hostile_words_of_an_employer_show_as_text_everywhere(site: Site, hostile: str) -> None:
    link = site.to_employer()

    site.reply(link, statement=hostile, **stance("disagree", hostile))

    pages = [
        site.employer.get("/en/reply").text,
        site.as_reviewer().get(site.at("notice")).text,
        site.as_reviewer().get(site.at("publish")).text,
    ]
    for page in pages:
        assert hostile in unescape(page)
        assert "<img src=x" not in page
        assert "<svg/onload" not in page


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Printed beside it"), ("es", "Al lado se publica")]
)
def test_a_reply_is_printed_in_no_name_that_somebody_types(
    site: Site, language: str, words: str
) -> None:
    link = site.to_employer()
    page = site.open(link)
    asked = site.employer.get(f"/{language}/reply").text

    sent = site.reply(link, statement="We confess.", replied_by="Jane Doe, president")

    assert sent.status_code == HTTPStatus.SEE_OTHER
    assert "replied_by" not in page
    assert words in asked
    for told in (
        site.employer.get("/en/reply").text,
        site.as_reviewer().get(site.at("notice")).text,
    ):
        assert "Ana Ruiz, owner" in told
        assert "Jane Doe" not in told


@pytest.mark.parametrize("hostile", ["a\u202eb", "a\u200bb", "a\x00b", "x" * 5001])
def test_hidden_or_endless_words_are_refused_in_a_sentence(site: Site, hostile: str) -> None:
    link = site.to_employer()

    answer = site.reply(link, statement=hostile)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#statement"' in answer.text


@pytest.mark.parametrize("path", ["review", "notice", "publish"])
def test_another_organization_gets_the_same_page_as_for_nothing(site: Site, path: str) -> None:
    with site.database.transaction() as session:
        stranger = Walk(session).author
    browser = log_in(site.app.test_client(), stranger)

    foreign = browser.get(site.at(path))
    nothing = browser.get(f"/en/work/assessments/nothing/{path}")

    assert foreign.status_code == nothing.status_code == HTTPStatus.NOT_FOUND
    assert without_addresses(foreign.text) == without_addresses(nothing.text)


@pytest.mark.parametrize("path", ["submit", "review", "mark", "notice", "notice/link", "publish"])
def test_another_organization_changes_nothing(site: Site, path: str) -> None:
    site.to_employer()
    with site.database.transaction() as session:
        stranger = Walk(session).author
    form = {"key": new_id(), "comment": "x", "reason": "x", "mark": "hold", "version": "1"}

    answer = log_in(site.app.test_client(), stranger).post(site.at(path), data=form)

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert site.state() is AssessmentState.NOTICE


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_speaks_both_languages(site: Site, language: str) -> None:
    site.to_employer()
    browser = site.as_reviewer()

    for path in ("review", "notice", "publish"):
        page = browser.get(site.at(path, language))
        assert page.status_code == HTTPStatus.OK
        assert f'<html lang="{language}">' in page.text


def test_a_hold_shows_on_every_page_with_its_reason(site: Site) -> None:
    site.to_employer()
    form = {"key": new_id(), "mark": "hold", "reason": "A strike began."}
    site.as_reviewer().post(site.at("mark"), data=form)
    site.later(days=14)

    assert "A strike began." in site.as_reviewer().get(site.at("notice")).text
    assert site.publish().status_code == HTTPStatus.CONFLICT


def test_a_hand_over_is_recorded_through_the_page(site: Site) -> None:
    site.submit()
    site.approve()
    site.notify()
    form = {"key": new_id(), "kind": "hand", "on": "2026-03-01", "how": "To the cook."}

    site.as_author().post(site.at("notice/delivery"), data=form)

    assert site.notice().delivered_how == "handed_over"
    assert "To the cook." in site.as_author().get(site.at("review")).text


def stance(which: str, text: str) -> dict[str, str]:
    return {"stance-adv_ladder": which, "text-adv_ladder": text}


def without_addresses(page: str) -> str:
    return re.sub(r'(href|action|value)="/[^"]*"', r"\1", without_secrets(page))


def test_for_whom_a_panel_sits_is_chosen_on_the_page_and_stays_chosen(
    site: Site, database: Database
) -> None:
    site.reply(site.to_employer(), statement="We post it two weeks before.")
    with database.transaction(site.walk.organization.id) as session:
        other = stored_person(session, site.walk.organization, name="Cara Diaz")
    panel = [site.walk.reviewer.id, other.id]
    seats = {f"seat-{panel[0]}": "independent", f"seat-{panel[1]}": "worker"}

    alone = site.decide("It stays.", panel=panel, **{f"seat-{panel[1]}": "worker"})
    done = site.decide("It stays.", panel=panel, **seats)
    page = site.as_reviewer().get(site.at("notice", "es")).text

    assert "Say of everybody on the panel for whom they sit, or of nobody." in alone.text
    assert done.status_code == 303
    assert "Decided by a panel of 1 worker, 1 independent." in page
    assert "Cara Diaz (worker member)" in page
    assert '<option value="worker" selected>por trabajadores</option>' in page
    assert '<option value="independent" selected>independiente</option>' in page
