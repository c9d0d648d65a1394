"""T9: one person in two accounts of different organizations is one person, and nobody learns more.

A guest's own account stands elsewhere: what happened to it there counts where they review.
"""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy.orm import Session

from jobquality.access.actors import Actor
from jobquality.errors import ConflictError, ForbiddenError
from jobquality.services.accounts import NewPerson
from jobquality.services.guests import act_as_guest, join_as_guest, take_leave
from jobquality.services.hands import check_two, confirm_person, keep_hands
from jobquality.services.people import drop_second_step
from jobquality.services.reviews import approve
from jobquality.services.steps import NewPasskey, keep_passkey
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.hands import Why, group_by_address
from jobquality.store.people import Person, list_people
from jobquality.store.tenancy import belong
from tests.live.accounts.test_two_people import are_two
from tests.live.factories import NOON, stored_organization, stored_person
from tests.live.reviews.parts import CATALOG, Walk
from tests.live.web.worlds import stored_guest

ONE_MAILBOX = "These two accounts count as one person: mail to both"


@dataclass(slots=True)
class Hosted:
    """A draft that waits for review at its host, and a guest whose account stands elsewhere."""

    session: Session
    walk: Walk
    guest: Person
    boss: Person
    actor: Actor

    def approve(self) -> None:
        """Approve as the guest, in a session that sees their one assessment."""
        belong(self.session, EVERY_ORGANIZATION)
        command = self.walk.seen()
        belong(self.session, self.actor.organization_id)
        approve(self.session, self.actor, command, catalog=CATALOG, at=NOON)


def hosted(session: Session, *, author: str = "ana@center.example", guest: str) -> Hosted:
    """Let somebody with an account at home, with a boss there, review what an author wrote."""
    walk = Walk(session)
    home = stored_organization(session)
    person, boss = (stored_person(session, home, email=one) for one in (guest, "boss@home.example"))
    belong(session, walk.organization.id)
    walk.author = stored_person(session, walk.organization, email=author)
    walk.drafted().submitted()
    stored = stored_guest(session, walk.author, walk.assessment_id)
    belong(session, EVERY_ORGANIZATION)
    take_leave(session, _token_of(stored.id), person, at=NOON)
    actor = act_as_guest(session, person, at=NOON, assessment_id=walk.assessment_id)
    assert actor is not None
    return Hosted(session, walk, person, boss, actor)


def _token_of(guest_id: str) -> str:
    return f"guest-token{guest_id.removeprefix('guest')}"


@pytest.mark.parametrize(
    ("author", "guest"),
    [
        ("ana@center.example", "ana+guest@center.example"),
        ("ana+work@center.example", "ana+guest@center.example"),
        ("anaruiz@gmail.com", "ana.ruiz+x@googlemail.com"),
    ],
)
def test_a_guest_with_the_authors_mailbox_is_no_second_person(
    session: Session, author: str, guest: str
) -> None:
    with pytest.raises(ForbiddenError, match=ONE_MAILBOX) as refused:
        hosted(session, author=author, guest=guest).approve()

    assert "@" not in str(refused.value)


@pytest.mark.parametrize("guest", ["ana@home.example", "ana.ruiz@center.example"])
def test_a_guest_of_another_mailbox_reviews(session: Session, guest: str) -> None:
    here = hosted(session, author="anaruiz@center.example", guest=guest)

    here.approve()

    belong(session, here.walk.organization.id)
    assert here.walk.assessment.reviewer_id == here.guest.id


def test_a_reset_of_a_guests_account_at_home_counts_where_they_review(session: Session) -> None:
    """The boss at home is a guest of the same host: two guests who are one."""
    here = hosted(session, guest="rosa@home.example")
    assert are_two(session, here.actor, here.boss.id)

    belong(session, here.boss.organization_id)
    drop_second_step(session, here.boss.actor, here.guest.id, at=NOON)

    belong(session, here.actor.organization_id)
    assert not are_two(session, here.actor, here.boss.id)


def test_an_account_made_for_a_guest_counts_as_that_of_whoever_made_the_link(
    session: Session,
) -> None:
    walk = Walk(session).drafted()
    stored = stored_guest(session, walk.author, walk.assessment_id)
    belong(session, EVERY_ORGANIZATION)
    new = NewPerson(
        id="newguest",
        name="Rosa Gil",
        email="rosa@home.example",
        password_hash="x",
        session_key="k" * 64,
        language="es",
    )

    person = join_as_guest(session, _token_of(stored.id), new, at=NOON)

    assert not are_two(session, person.actor, walk.author.id)
    assert are_two(session, person.actor, walk.author.id, later=True)


def test_a_reset_on_the_server_counts_as_the_administrators_of_that_organization_only(
    session: Session,
) -> None:
    here = hosted(session, guest="rosa@home.example")
    keep_hands(session, here.guest, ["server"], Why.STEP, at=NOON)

    belong(session, here.actor.organization_id)
    assert not are_two(session, here.actor, here.boss.id)
    assert are_two(session, here.actor, here.walk.author.id)


def test_whoever_reset_an_account_does_not_confirm_it_from_another_account_of_theirs(
    session: Session,
) -> None:
    organization = stored_organization(session)
    addresses = ("boss@center.example", "boss+two@center.example", "third@center.example")
    boss, twin, third = (stored_person(session, organization, email=one) for one in addresses)
    reviewer = stored_person(session, organization)
    drop_second_step(session, boss.actor, reviewer.id, at=NOON)

    with pytest.raises(ForbiddenError, match="Only a third person"):
        confirm_person(session, twin.actor, reviewer.id, at=NOON)
    with pytest.raises(ForbiddenError, match=ONE_MAILBOX):
        check_two(session, twin.actor, [reviewer.id], "alone", at=NOON)
    confirm_person(session, third.actor, reviewer.id, at=NOON)


def test_comparing_tells_no_address_and_brings_nobody_elses_account_into_the_session(
    session: Session,
) -> None:
    here = hosted(session, guest="rosa@home.example")
    belong(session, here.walk.organization.id)
    session.expunge_all()

    groups = group_by_address(session, [here.guest.id, here.boss.id, here.walk.author.id])

    assert sorted(groups.values()) == [0, 1, 2]
    assert not session.identity_map.keys()
    assert here.guest.id not in {one.id for one in list_people(session)}


def test_one_passkey_opens_one_account_in_whatever_organization(session: Session) -> None:
    here = hosted(session, guest="rosa@home.example")
    belong(session, EVERY_ORGANIZATION)
    new = NewPasskey(id="one", name="Key", credential_id="same", public_key="k", sign_count=0)
    keep_passkey(session, here.guest.actor, new, at=NOON)

    with pytest.raises(ConflictError, match="This passkey is known here already"):
        keep_passkey(session, here.walk.author.actor, replace(new, id="two"), at=NOON)
