"""What one person alone says of a certificate, and what two stand for."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from jobquality.access.actors import Role
from jobquality.access.states import CertificateStatus
from jobquality.documents.packetlater import later_words
from jobquality.documents.packets import packet_page
from jobquality.errors import RefusedError
from jobquality.services.certificates import ChangeStatus, look_up
from jobquality.services.hearing import Heard, whole_history_of
from jobquality.services.packets import read_packet
from jobquality.services.statuses import Way, change_alone
from jobquality.store.notices import find_last_notice
from jobquality.store.outbox import list_messages
from jobquality.store.people import Person
from jobquality.store.proposals import list_proposals
from jobquality.web.replywords import happened_words
from jobquality.wording import Speaker
from tests.live.documents.conftest import House
from tests.live.documents.issuing import CODE
from tests.live.factories import log_in, stored_person
from tests.live.reviews.parts import CATALOG, new_id

BLAME = "The owner threatened workers and kept tips."
AT = f"/en/work/certificates/{CODE}/status"


def browser(house: House, person: Person) -> FlaskClient:
    return log_in(house.client(), person)


def another(house: House) -> Person:
    walk = house.published.walk
    return stored_person(house.published.session, walk.organization, Role.REVIEWER)


def sent(client: FlaskClient, address: str, **form: str) -> int:
    return client.post(address, data={"key": new_id(), "seen": "1", **form}).status_code


def status(house: House) -> tuple[str, str]:
    published = house.published
    published.session.expire_all()
    found = look_up(published.session, CODE, at=published.walk.at)
    assert found is not None
    return found.status.value, found.reason


def test_one_person_suspends_at_once_for_a_plain_reason_and_the_employer_is_told(
    house: House,
) -> None:
    house.published.certified()
    reviewer = browser(house, house.published.walk.reviewer)

    assert sent(reviewer, AT, status="suspended", why="checking") == HTTPStatus.SEE_OTHER

    said = "We are checking whether its level still holds."
    assert status(house) == ("suspended", said)
    spanish = house.client().get(f"/es/verify/{CODE}").text
    assert "Estamos comprobando si su nivel todavía se mantiene." in spanish
    (message,) = list_messages(house.published.session)
    assert message.kind == "worth_suspended"
    assert said in message.text
    assert f"https://jobs.example.org/en/verify/{CODE}" in message.text


@pytest.mark.parametrize(
    "form",
    [
        {"status": "suspended", "why": "own", "reason": BLAME},
        {"status": "suspended", "why": "checking", "reason": BLAME},
        {"status": "revoked", "why": "level", "reason": ""},
    ],
)
def test_free_words_and_a_revocation_wait_for_a_second_person(
    house: House, form: dict[str, str]
) -> None:
    house.published.certified()
    walk = house.published.walk
    reviewer, other = browser(house, walk.reviewer), browser(house, another(house))

    assert sent(reviewer, AT, **form) == HTTPStatus.SEE_OTHER

    assert status(house) == ("valid", "")
    assert BLAME not in house.client().get(f"/en/verify/{CODE}").text
    (proposal,) = list_proposals(house.published.session)
    decide = f"/en/work/certificates/proposals/{proposal.id}"
    assert sent(reviewer, decide, verdict="accept", stands="yes") == HTTPStatus.FORBIDDEN
    if form["reason"]:
        assert sent(other, decide, verdict="accept") == HTTPStatus.UNPROCESSABLE_ENTITY
        assert status(house) == ("valid", "")
    assert "A certificate to be worth something else" in other.get("/en/work/").text
    assert sent(other, decide, verdict="accept", stands="yes") == HTTPStatus.SEE_OTHER
    assert status(house)[0] == form["status"]
    assert form["reason"] in status(house)[1]


def test_the_packet_tells_what_became_of_the_certificate_with_both_people(house: House) -> None:
    published = house.published
    published.certified()
    walk, other = published.walk, another(house)
    assert sent(browser(house, walk.reviewer), AT, status="revoked", why="own", reason=BLAME) == 303
    (proposal,) = list_proposals(published.session)
    decide = f"/en/work/certificates/proposals/{proposal.id}"
    assert sent(browser(house, other), decide, verdict="accept", stands="yes") == 303

    packet = read_packet(published.session, walk.author.actor, walk.assessment_id)
    (told,) = later_words(packet, Speaker("en"))

    assert (told.what, told.text) == ("Its certificate from then on: Revoked", BLAME)
    assert told.who == f"{walk.reviewer.name}, {other.name}"


def test_the_packet_tells_how_the_draft_got_to_the_employer(house: House) -> None:
    walk = house.published.walk
    packet = read_packet(house.published.session, walk.author.actor, walk.assessment_id)
    edition, places = CATALOG.edition("restaurants_us", "2026.1"), CATALOG.parameters.places

    shown = packet_page(packet, edition, places, language="en", address="")

    told = [what for _, what, _ in shown.steps]
    assert "Checked that they speak for the employer" in told
    assert "Somebody came in by the employer’s link" in told
    assert told.index("Notice to the employer made") < told.index("Published")


def test_a_proposal_that_is_refused_leaves_the_certificate_as_it_is(house: House) -> None:
    house.published.certified()
    walk = house.published.walk
    reviewer, other = browser(house, walk.reviewer), browser(house, another(house))
    assert sent(reviewer, AT, status="revoked", why="mistake") == HTTPStatus.SEE_OTHER
    (proposal,) = list_proposals(house.published.session)

    decide = f"/en/work/certificates/proposals/{proposal.id}"
    assert sent(other, decide, verdict="refuse") == HTTPStatus.SEE_OTHER

    assert status(house) == ("valid", "")
    assert list_messages(house.published.session) == ()


def test_a_status_without_a_reason_that_was_chosen_changes_nothing(house: House) -> None:
    house.published.certified()
    reviewer = browser(house, house.published.walk.reviewer)

    assert sent(reviewer, AT, status="suspended", reason=BLAME) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert status(house) == ("valid", "")


def test_no_other_door_lets_one_person_say_it_in_free_words(house: House) -> None:
    published = house.published
    published.certified()
    command = ChangeStatus(code=CODE, status=CertificateStatus.SUSPENDED, reason=BLAME)
    way = Way(catalog=CATALOG, keys=published.keys, at=published.walk.at)

    with pytest.raises(RefusedError, match="another person has to stand for it"):
        change_alone(published.session, published.walk.reviewer.actor, command, way)


def test_the_list_of_what_happened_tells_what_became_of_the_certificate(house: House) -> None:
    house.published.certified()
    walk = house.published.walk
    reviewer = browser(house, walk.reviewer)
    assert sent(reviewer, AT, status="suspended", why="checking") == HTTPStatus.SEE_OTHER
    notice = find_last_notice(house.published.session, walk.assessment_id)
    assert notice is not None

    told = whole_history_of(house.published.session, notice)[-2:]

    assert [one.what for one in told] == [Heard.CERTIFIED, Heard.CERTIFICATE_SUSPENDED]
    words = [happened_words(one, "America/Chicago", Speaker("en")) for one in told]
    assert words[0].startswith("A certificate was issued. It holds until ")
    assert words[1] == "The certificate was suspended."
