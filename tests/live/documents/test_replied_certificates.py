"""A certificate leads to what the employer said of the score behind it."""

from jobquality.services.decisions import Decide, decide
from jobquality.services.publishing import publish
from jobquality.services.replies import ReplyCommand, reply
from tests.live.documents.conftest import House
from tests.live.documents.issuing import CODE, answers_of_the_bistro
from tests.live.reviews.parts import CATALOG, new_id


def replied(house: House) -> None:
    """Publish the same employer once more, which replied this time."""
    published, walk = house.published, house.published.walk
    walk.drafted(answers_of_the_bistro()).submitted().approved()
    notice = walk.noticed(token="another")
    walk.opened(token="another")
    said = ReplyCommand(
        speaker_id=walk.speaker_id,
        statement="We raised pay in May.",
        stances={},
        is_final=True,
    )
    reply(walk.session, notice.id, said, at=walk.at)
    walk.later(days=14)
    command = Decide(id=new_id(), notice_id=notice.id, decision="Thank you for your words.")
    decide(walk.session, walk.reviewer.actor, command, at=walk.at)
    walk.had_read()
    published.publication = publish(
        walk.session,
        walk.reviewer.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=published.keys,
        at=walk.at,
    )


def test_an_employer_that_replied_is_read_from_its_certificate(house: House) -> None:
    replied(house)
    house.published.certified()

    slug = house.published.walk.employer.slug
    page = house.client().get(f"/en/verify/{CODE}").text
    assert f'href="/en/e/{slug}#reply-title">Employer replied: read the reply</a>' in page
    assert house.client().get(f"/verify/{CODE}.json").get_json()["employer_replied"] is True


def test_one_that_was_silent_is_not_said_to_have_replied(house: House) -> None:
    house.published.certified()

    assert "Employer replied" not in house.client().get(f"/en/verify/{CODE}").text
    assert house.client().get(f"/verify/{CODE}.json").get_json()["employer_replied"] is False


def test_a_certificate_is_found_from_the_newest_score_too(house: House) -> None:
    house.published.certified()
    house.published.again()

    slug = house.published.walk.employer.slug
    assert f'href="/en/verify/{CODE}"' in house.client().get(f"/en/e/{slug}").text
