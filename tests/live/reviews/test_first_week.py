"""What a small center and an employer read at the edges of who speaks: never a wall, but a way."""

from sqlalchemy import update

from jobquality.services.hands import find_two_from, keep_hands
from jobquality.store.database import Session
from jobquality.store.hands import Why
from jobquality.store.rows import ReplySpeakerRow
from tests.live.factories import NOON, stored_organization, stored_person
from tests.live.reviews.browsing import Site, link_in
from tests.live.reviews.parts import DAY


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
