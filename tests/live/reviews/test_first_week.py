"""What a small center and an employer read at the edges of who speaks: never a wall, but a way."""

import re

from sqlalchemy import update

from jobquality.services.hands import find_two_from, keep_hands
from jobquality.services.notices import RenewLink, renew_link
from jobquality.services.speakersagain import list_carried
from jobquality.store.database import Session
from jobquality.store.hands import Why
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.store.rows import ReplySpeakerRow
from jobquality.store.speakers import Standing
from tests.live.factories import NOON, stored_organization, stored_person
from tests.live.reviews.browsing import Site, link_in
from tests.live.reviews.parts import DAY, new_id
from tests.live.reviews.test_notices import brought_back


def waiting(site: Site) -> None:
    """Send the notice, and let the employer come in; nobody has accepted them yet."""
    site.submit()
    site.approve()
    site.knock(link_in(site.notify()))
    site.say_who()


def speakers_on(page: str) -> str:
    return page.split('id="speakers-title"')[1].split("</section>", maxsplit=1)[0]


def test_in_a_first_week_the_page_says_until_when_two_count_as_one_and_what_helps_sooner(
    site: Site,
) -> None:
    """A center of two: whoever let the reviewer join made the employer's link."""
    walk = site.walk
    waiting(site)
    with site.database.transaction(walk.organization.id) as session:
        keep_hands(session, walk.reviewer, [walk.author.id], Why.JOINED, at=walk.at)

    for language, words, guest in (
        ("en", "count as one person until March 8", "guest reviewer"),
        ("es", "una sola persona hasta", "revisor invitado"),
    ):
        said = speakers_on(site.as_reviewer().get(site.at("notice", language)).text)
        assert words in said
        assert guest in said
        assert f'href="/{language}/people"' in said
        assert 'name="way"' not in said, "no form that would be refused"
    assert "count as one person" not in speakers_on(site.as_author().get(site.at("notice")).text)
    assert site.judge().status_code == 403

    site.later(days=7)
    assert "count as one person" not in site.as_reviewer().get(site.at("notice")).text
    assert site.judge().status_code == 303


def test_whoever_accepts_a_speaker_has_shown_a_moment_ago_that_it_is_them(site: Site) -> None:
    waiting(site)
    browser = site.as_reviewer()
    site.later(minutes=31)
    assert site.judge(browser).status_code != 303
    assert site.newest().decided_by is None
    assert site.judge().status_code == 303


def test_two_people_count_as_two_from_the_day_on_which_the_last_doubt_ends(
    session: Session,
) -> None:
    organization = stored_organization(session)
    one, other, third = (stored_person(session, organization) for _ in range(3))
    assert find_two_from(session, one.id, [other.id, one.id], at=NOON) is None
    keep_hands(session, other, [one.id], Why.JOINED, at=NOON)
    keep_hands(session, third, [other.id], Why.STEP, at=NOON + DAY)
    assert find_two_from(session, one.id, [other.id], at=NOON) == NOON + 7 * DAY
    assert find_two_from(session, third.id, [one.id], at=NOON) == NOON + 8 * DAY
    assert find_two_from(session, one.id, [other.id], at=NOON + 7 * DAY) is None


def test_words_of_before_people_said_who_they_are_belong_to_nobody_and_the_pages_say_so(
    site: Site,
) -> None:
    link = site.to_employer()
    saved = site.reply(link, statement="We pay what the law asks.", do="save")
    assert saved.status_code == 303, saved.text
    mine, theirs = "nobody is named as its writer", "nadie figura como quien lo escribió"
    assert theirs not in site.employer.get("/es/reply").text
    with site.database.transaction(site.walk.organization.id) as session:
        session.execute(update(ReplySpeakerRow).values(words="", saved_at=None))
    assert theirs in site.employer.get("/es/reply").text
    site.later(days=15)
    assert mine in site.as_reviewer().get(site.at("notice")).text


def again_noticed(site: Site) -> str:
    """Bring the draft back, worse than before, and send a new notice; return its link."""
    with site.database.transaction(site.walk.organization.id) as session:
        walk = site.walk
        walk.session, walk.at = session, site.clock.now
        brought_back(walk, adv_ladder="0")
    return link_in(site.notify())


def test_who_was_accepted_goes_on_by_their_own_code_after_a_new_notice(site: Site) -> None:
    first_accepted(site)
    (code,) = set(re.findall(r"\b[A-Z2-7]{5}-[A-Z2-7]{5}\b", site.employer.get("/en/reply").text))
    site.later(days=1)
    site.knock(again_noticed(site))
    page = site.employer.get("/en/reply").text
    assert "Were you here before" in page
    assert site.notice().delivered_at is None

    wrong = site.say_who(do="return", code="AAAAA-AAAAA")
    assert wrong.status_code == 422
    assert site.say_who(do="return", code=code).status_code == 303
    assert site.notice().delivered_at == site.clock.now, "the clock starts"
    (here,) = [one for one in site.speakers() if one.notice_id == site.notice().id]
    assert (here.state, here.way, here.words) == (Standing.ACCEPTED, "phone", "")
    told = "Accepted for the draft before"
    assert told in site.as_reviewer().get(site.at("notice")).text
    assert site.say_who(do="return", code=code).status_code == 303, "on another device"
    assert len([one for one in site.speakers() if one.notice_id == site.notice().id]) == 1
    refused = site.judge(do="refuse", way="", reason="They left the job.")
    assert refused.status_code == 303
    assert list_for(site) == (), "who was refused here does not come in again by the old code"


def test_t2_whoever_made_the_new_link_is_accepted_by_no_name_or_address_of_before(
    site: Site,
) -> None:
    first_accepted(site)
    site.later(days=1)
    site.knock(again_noticed(site))
    assert site.say_who().status_code == 303
    assert site.newest().state is Standing.PENDING, "the same name and address prove nothing"


def test_nobody_is_carried_whom_the_maker_of_the_new_link_had_accepted(site: Site) -> None:
    first_accepted(site)
    site.later(days=1)
    again_noticed(site)
    assert len(list_for(site)) == 1
    with site.database.transaction(site.walk.organization.id) as session:
        command = RenewLink(id=new_id(), notice_id=site.notice().id, token_digest="f" * 64)
        renew_link(session, site.walk.reviewer.actor, command, at=site.clock.now)
    assert list_for(site) == ()


def first_accepted(site: Site) -> ReplySpeaker:
    waiting(site)
    assert site.judge().status_code == 303
    return site.newest()


def list_for(site: Site) -> tuple[ReplySpeaker, ...]:
    with site.database.reading(site.walk.organization.id) as session:
        return list_carried(session, site.notice())
