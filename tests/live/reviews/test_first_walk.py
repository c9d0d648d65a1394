"""What people stumbled over who walked the first publication, on the pages of review and notice."""

import io
import re
from html import unescape

import pytest
from sqlalchemy.orm import Session

from jobquality.errors import FaultsError
from jobquality.services.reviews import approve
from jobquality.store.reviews import Step, list_steps
from tests.live.evidence.copying import paper
from tests.live.reviews.browsing import Site, hidden, link_in
from tests.live.reviews.parts import CATALOG, Walk, answers_of_the_texas_diner, new_id
from tests.live.reviews.test_copies_outside import BOX, drawn, pieces, release

#: A question that is worked out from figures, and one of the figures.
WHOLE, PART, OTHER_PART = "adv_internal_promotion", "filled_from_within", "openings"


def words_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def card_of(page: str, criterion: str) -> str:
    return page.partition(f'id="item-{criterion}"')[2].partition("</article>")[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Not looked at yet", "Law not looked up", "Not checked")),
        ("es", ("Sin mirar", "Ley sin consultar", "Sin revisar")),
    ],
)
def test_not_seen_by_the_reviewer_no_law_looked_up_and_not_checked_are_three_words(
    site: Site, language: str, words: tuple[str, str, str]
) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("child_labor", "not_checked")
    site.submit()

    page = site.as_reviewer().get(site.at("review", language)).text

    seen, law, checked = words
    answer, violation = (
        words_of(card_of(page, "adv_ladder")),
        words_of(card_of(page, "child_labor")),
    )
    assert seen in answer
    assert law in answer
    assert checked not in answer
    assert seen in violation
    assert checked in violation


def replied_by_nobody_known(site: Site) -> None:
    """Let somebody reply through the link whom nobody has accepted yet."""
    site.submit()
    site.approve()
    site.knock(link_in(site.notify()))
    site.say_who()
    page = site.employer.get("/en/reply").text
    form = {"key": new_id(), "version": hidden(page, "version"), "do": "send", "final": "yes"}
    site.employer.post("/en/reply", data={**form, "statement": "We pay."})


def test_nobody_is_offered_to_decide_on_a_reply_before_it_is_clear_who_wrote_it(site: Site) -> None:
    replied_by_nobody_known(site)
    reviewer = site.as_reviewer()

    page = reviewer.get(site.at("notice")).text
    desk = reviewer.get("/en/work/").text
    site.judge()
    after = reviewer.get(site.at("notice")).text
    desk_after = reviewer.get("/en/work/").text

    assert "We pay." in page
    assert 'name="decision"' not in page
    assert 'href="#speakers-title"' in page
    assert "Read and decide" not in desk
    assert "Check who it is" in desk
    assert 'name="decision"' in after
    assert "Read and decide" in desk_after


@pytest.mark.parametrize(
    ("language", "never", "says"),
    [
        ("en", "keep no copy", "Messages"),
        ("es", "No guardamos copia", "Mensajes"),
    ],
)
def test_a_link_that_waits_in_the_messages_is_not_said_to_be_kept_nowhere(
    site: Site, language: str, never: str, says: str
) -> None:
    site.submit()
    site.approve()
    form = {"key": "k" * 32, "days": "14", "mail_to": "owner@diner.example"}
    form |= {"contact_person": "Ana", "contact_mail": "ana@center.example"}

    page = site.as_author().post(site.at("notice", language), data=form).text

    box = words_of(page.partition('aria-labelledby="link-title"')[2].partition("</div>")[0])
    assert never not in box
    assert says in box


def test_a_link_that_nothing_carries_is_said_to_be_kept_nowhere(site: Site) -> None:
    site.submit()
    site.approve()

    assert "We keep no copy" in site.notify()


def test_the_service_approves_nothing_that_was_not_looked_at_unless_that_is_meant(
    session: Session,
) -> None:
    walk = Walk(session).drafted().submitted()
    command = walk.seen(knows_partly=False)

    with pytest.raises(FaultsError, match="not looked at everything"):
        approve(session, walk.reviewer.actor, command, catalog=CATALOG, at=walk.at)

    walk.approved(knows_partly=True)
    steps = [one for one in list_steps(session, walk.assessment_id) if one.step is Step.PARTLY]
    assert [one.criterion.partition(":")[0] for one in steps] == ["0"], "how many it was"


def test_what_nobody_knows_and_what_was_accepted_is_folded_on_the_review_page(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered("adv_ladder", "unknown", source="", grade=None)
    site.submit()

    page = site.as_reviewer().get(site.at("review")).text

    assert '<details class="look-fold"' in card_of(page, "adv_ladder")
    assert '<details class="look-fold"' not in card_of(page, "sched_notice_days")


def test_a_copy_of_a_parts_paper_stands_beside_the_question_worked_out_from_it(site: Site) -> None:
    with site.database.transaction(site.walk.organization.id) as session:
        site.walk.session = session
        site.walk.answered(PART, "8").answered(OTHER_PART, "20")
    paper_of = {"title": "Pay stub", "grade": "E2", "key": new_id(), "of_worker": "yes"}
    file = (io.BytesIO(paper()), "stub.png")
    site.as_author().post(site.at(f"{PART}/evidence"), data={**paper_of, "file": file})
    (piece,) = pieces(site)
    copy = drawn(site, piece, BOX)
    assert release(site, copy, "public") == 303
    site.to_employer()
    shown = site.employer.get("/en/reply").text
    site.later(days=14)
    site.publish()
    public = site.app.test_client().get(f"/en/e/{site.walk.employer.slug}").text

    at_question = shown.partition(f'id="{WHOLE}"')[2].partition("</article>")[0]
    assert f"/en/reply/copies/{copy.id}" in at_question
    assert shown.count(f"/en/reply/copies/{copy.id}") == 1, "and nowhere else"
    assert f"/en/copies/{copy.sha256}" in public


def test_an_employer_replies_to_a_violation_that_nobody_checked(site: Site) -> None:
    answers = answers_of_the_texas_diner()
    del answers["child_labor"]
    with site.database.transaction() as session:
        site.walk = Walk(session).drafted(answers)
    link = site.to_employer()
    page = site.employer.get("/en/reply").text
    assert 'name="stance-child_labor"' in page
    assert 'name="stance-forced_labor_or_violence"' not in page, "none was found there"

    said = {"stance-child_labor": "disagree", "text-child_labor": "Everybody here is of age."}
    site.reply(link, **said)

    assert "Everybody here is of age." in site.as_reviewer().get(site.at("notice")).text
