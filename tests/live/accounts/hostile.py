"""Walks up to where a second person acts: each ends with nothing but one check in the way.

Whoever else is asked for on the way is somebody of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from jobquality.access.states import Visibility
from jobquality.ledger.acts import Cause
from jobquality.services import copies, mergers, names, renames, secondlooks
from jobquality.services import unmarking as unmarkings
from jobquality.services.decisions import SignDecision, decide, sign
from jobquality.services.deliveries import Heard, confirm_heard
from jobquality.services.links import RenewLeft, renew_left
from jobquality.services.looks import look_at
from jobquality.services.proposals import Verdict
from jobquality.services.publishing import publish
from jobquality.services.showing import What, show
from jobquality.services.takingback import TakeBack, take_back_decision
from jobquality.services.unknowns import AcceptUnknown, accept_unknown, take_back_unknown
from jobquality.services.withdrawals import (
    ProposeWithdrawal,
    decide_withdrawal,
    propose_withdrawal,
)
from jobquality.store.after import list_links
from jobquality.store.database import Database, Session
from jobquality.store.evidence import get_evidence
from jobquality.store.keys import Keyring
from jobquality.store.links import LinkKind
from jobquality.store.looks import Verdict as Look
from jobquality.store.names import NameKind
from jobquality.store.notices import Notice
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person, change_person
from jobquality.store.rates import Rate, add_rate
from jobquality.web.sessions import digest_of
from tests.live.assessments.assessing import stored_case
from tests.live.documents.issuing import Published, keys_in
from tests.live.employers.test_mergers import of
from tests.live.employers.test_names import propose
from tests.live.evidence.copying import stored_copy, stored_piece
from tests.live.factories import NOON, stored_organization, stored_person
from tests.live.initiatives.leading import AT, show_of, stored_initiative
from tests.live.ledger.published import Center, stored_center
from tests.live.reviews.parts import CATALOG, Walk, new_id
from tests.live.reviews.test_looks import seen_by
from tests.live.reviews.test_replies_in_full import answered, decision
from tests.live.standards.bringing import bench_of
from tests.live.statements.speaking import Speaking, speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Where a walk begins: a database, and a folder for keys."""

    session: Session
    database: Database
    folder: Path

    @property
    def keys(self) -> Keyring:
        return keys_in(self.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Who acted first, who is about to act beside them, and what they are about to do."""

    first: Person
    second: Person
    act: Callable[[], object]
    at: datetime = NOON


def approval(world: World) -> Scene:
    walk = Walk(world.session).drafted().submitted()
    return _beside_author(walk, walk.approved)


def look(world: World) -> Scene:
    walk = Walk(world.session).drafted().submitted()
    seen = seen_by(walk, "adv_ladder", Look.ACCEPTED)
    act = partial(look_at, walk.session, walk.reviewer.actor, seen, catalog=CATALOG, at=walk.at)
    return _beside_author(walk, act)


def unknowns_accepted(world: World) -> Scene:
    walk = Walk(world.session).drafted().submitted()
    command = AcceptUnknown(assessment_id=walk.assessment_id, marks={})
    act = partial(
        accept_unknown, walk.session, walk.reviewer.actor, command, catalog=CATALOG, at=walk.at
    )
    return _beside_author(walk, act)


def unknowns_taken_back(world: World) -> Scene:
    walk = Walk(world.session).drafted().submitted()
    one, actor = walk.assessment_id, walk.reviewer.actor
    act = partial(take_back_unknown, walk.session, actor, one, catalog=CATALOG, at=walk.at)
    return _beside_author(walk, act)


def hearing_beside_author(world: World) -> Scene:
    walk, _, notice = _with_employer(world)
    return _beside_author(walk, partial(_hear, walk, notice))


def hearing_beside_sender(world: World) -> Scene:
    walk, sender, notice = _with_employer(world)
    return replace(_beside_author(walk, partial(_hear, walk, notice)), first=sender)


def speaker_beside_sender(world: World) -> Scene:
    walk = Walk(world.session).drafted().submitted().approved()
    walk.noticed()
    return _beside_author(walk, partial(walk.judged, walk.came()))


def later_speaker_beside_maker(world: World) -> Scene:
    """Accept, after publication, who came through another one's link."""
    said = speaking(world.session, world.folder)
    reviewer = said.center.reviewer
    return _beside_scored(said, reviewer, partial(said.accept, reviewer))


def renewal_beside_who_left(world: World) -> Scene:
    """Give a link that somebody left who was removed a new address."""
    said = speaking(world.session, world.folder)
    author, reviewer = said.center.author, said.center.reviewer
    change_person(world.session, replace(author, active=False))
    (link,) = list_links(world.session, said.door.records)
    command = RenewLeft(
        id=new_id(), kind=LinkKind.AFTER, link_id=link.id, token_digest=digest_of(new_id())
    )
    act = partial(renew_left, world.session, reviewer.actor, command, at=said.at)
    return _beside_scored(said, reviewer, act)


def printing_beside_maker(world: World) -> Scene:
    """Print the words of somebody whom the maker of the link accepted alone, of old."""
    said = speaking(world.session, world.folder)
    said.accepted_alone().speak()
    reviewer = said.center.reviewer
    return _beside_scored(said, reviewer, partial(said.print_, person=reviewer))


def decision_beside_author(world: World) -> Scene:
    walk, _, notice = _with_reply(world)
    return _beside_author(walk, partial(_decide, walk, notice))


def decision_beside_sender(world: World) -> Scene:
    walk, sender, notice = _with_reply(world)
    return replace(_beside_author(walk, partial(_decide, walk, notice)), first=sender)


def signature_beside_author(world: World) -> Scene:
    walk, second, act = _with_panel(world)
    return replace(_beside_author(walk, act), second=second)


def signature_beside_panelist(world: World) -> Scene:
    walk, second, act = _with_panel(world)
    return Scene(first=walk.reviewer, second=second, act=act, at=walk.at)


def taking_back_beside_author(world: World) -> Scene:
    walk, third, act = _with_decision(world)
    return Scene(first=walk.author, second=third, act=act, at=walk.at)


def taking_back_beside_decider(world: World) -> Scene:
    walk, third, act = _with_decision(world)
    return Scene(first=walk.reviewer, second=third, act=act, at=walk.at)


def publication_beside_sender(world: World) -> Scene:
    walk, sender, _ = _with_employer(world)
    walk.later(days=15)
    act = partial(_publish, world, walk, walk.reviewer)
    return replace(_beside_author(walk, act), first=sender)


def publication_of_one_person(world: World) -> Scene:
    """Publish as a third person what author and reviewer stand behind."""
    walk, _, _ = _with_employer(world)
    walk.later(days=15)
    return _beside_author(walk, partial(_publish, world, walk, _somebody(walk)))


def certificate(world: World) -> Scene:
    published = Published(world.session, world.keys)
    return _beside_author(published.walk, published.certified)


def ruling_proposed(world: World) -> Scene:
    said = _disputed(world)
    reviewer = said.center.reviewer
    return _beside_scored(said, reviewer, partial(said.propose, reviewer))


def ruling_confirmed(world: World) -> Scene:
    said = _disputed(world)
    reviewer, proposal = said.center.reviewer, said.propose()
    return _beside_scored(said, reviewer, partial(said.confirm, proposal, reviewer))


def proposal(world: World) -> Scene:
    """Decide on what another one proposed: here a withdrawal, as everything that is proposed."""
    center = stored_center(world.session, world.folder)
    publication = center.publish(center.employer())
    at = publication.published_at
    asked = ProposeWithdrawal(
        id=new_id(), publication=publication.hash, cause=Cause.ERROR, reason="Another place."
    )
    proposed = propose_withdrawal(world.session, center.author.actor, asked, at=at)
    verdict = Verdict(proposal_id=proposed.id, is_accepted=True, stands_for_reason=True)
    actor, keys = center.reviewer.actor, center.keys
    act = partial(
        decide_withdrawal, world.session, actor, verdict, catalog=CATALOG, keys=keys, at=at
    )
    return _of_center(center, act, at=at)


def standard(world: World) -> Scene:
    """Publish a standard that one person brought and another one proposed."""
    center = stored_center(world.session, world.folder)
    third = stored_person(world.session, center.organization)
    people = (center.author.actor, center.reviewer.actor)
    bench = bench_of(world.session, world.database, center.keys, *people)
    proposed = replace(bench, first=third.actor).propose(bench.bring())
    return _of_center(center, partial(bench.decide, proposed))


def merger(world: World) -> Scene:
    center = stored_center(world.session, world.folder)
    kept, merged = center.employer(), center.employer()
    at = center.publish(merged).published_at
    command, keys = of(kept.id, merged.id), center.keys
    mergers.propose_merger(world.session, center.author.actor, command, keys=keys, at=at)
    decide = partial(mergers.decide_merger, world.session, center.reviewer.actor, "merger")
    act = partial(decide, is_confirmed=True, keys=keys, at=at)
    return _of_center(center, act, at=at)


def other_name(world: World) -> Scene:
    """Confirm that a published employer has another name now."""
    center = stored_center(world.session, world.folder)
    employer = center.employer()
    at = center.publish(employer).published_at
    command = propose(center, employer, "Blue Door Kitchen")
    actor = center.reviewer.actor
    act = partial(renames.decide_change, world.session, actor, command, keys=center.keys, at=at)
    return _of_center(center, act, at=at)


def further_name(world: World) -> Scene:
    center = stored_center(world.session, world.folder)
    employer = center.employer()
    command = names.NameCommand(
        id=new_id(), employer_id=employer.id, kind=NameKind.TRADE, text="Blue Door"
    )
    session, actor = world.session, center.reviewer.actor
    added = names.add_name(session, center.author.actor, command, at=NOON)
    confirm = partial(names.confirm_name, keys=center.keys, at=NOON)
    act = partial(confirm, session, actor, employer.id, added.id)
    return _of_center(center, act)


def copy(world: World) -> Scene:
    case = stored_case(world.session)
    reviewer = _colleague(world, case.person)
    piece = stored_piece(world.session, case.person, case.assessment.id, sha256="ab" * 32)
    drawn = stored_copy(world.session, piece, reviewer)
    command = copies.Release(copy_id=drawn.id, visibility=Visibility.PUBLIC)
    act = partial(copies.release_copy, world.session, reviewer.actor, command, at=NOON)
    return Scene(first=case.person, second=reviewer, act=act)


def unmarking(world: World) -> Scene:
    """Say of a piece that another one gave that it is no worker's paper."""
    case = stored_case(world.session)
    reviewer = _colleague(world, case.person)
    piece = stored_piece(world.session, case.person, case.assessment.id, of_worker=True)
    seen = get_evidence(world.session, piece.id).stand
    command = unmarkings.Unmark(evidence_id=piece.id, reason="The menu.", seen=seen)
    act = partial(unmarkings.unmark, world.session, reviewer.actor, command, at=NOON)
    return Scene(first=case.person, second=reviewer, act=act)


def figure(world: World) -> Scene:
    first = stored_person(world.session, stored_organization(world.session))
    second = _colleague(world, first)
    day = date(2026, 1, 1)
    rate = Rate(
        id=new_id(),
        organization_id=first.organization_id,
        parameter="living_wage",
        place="48453",
        first=day,
        value="21.37",
        source="Our wage board",
        as_of=day,
        check_by=date(2027, 1, 1),
        added_by=first.id,
        added_at=NOON,
    )
    add_rate(world.session, rate)
    act = partial(secondlooks.confirm, world.session, second.actor, rate.id, at=NOON)
    return Scene(first=first, second=second, act=act)


def initiative(world: World) -> Scene:
    first = stored_person(world.session, stored_organization(world.session))
    second = _colleague(world, first)
    command = show_of(What.INITIATIVE, stored_initiative(world.session, first))
    act = partial(show, world.session, second.actor, command, at=AT)
    return Scene(first=first, second=second, act=act, at=AT)


def _beside_author(walk: Walk, act: Callable[[], object]) -> Scene:
    return Scene(first=walk.author, second=walk.reviewer, act=act, at=walk.at)


def _of_center(center: Center, act: Callable[[], object], at: datetime = NOON) -> Scene:
    return Scene(first=center.author, second=center.reviewer, act=act, at=at)


def _somebody(walk: Walk) -> Person:
    return stored_person(walk.session, walk.organization)


def _colleague(world: World, person: Person) -> Person:
    organization = get_organization(world.session, person.organization_id)
    return stored_person(world.session, organization)


def _with_employer(world: World) -> tuple[Walk, Person, Notice]:
    """Let a third person send a draft, and the employer open it."""
    walk = Walk(world.session).drafted().submitted().approved()
    sender, author = _somebody(walk), walk.author
    walk.author = sender
    walk.noticed()
    walk.author = author
    return walk, sender, walk.opened()


def _with_reply(world: World) -> tuple[Walk, Person, Notice]:
    walk, sender, notice = _with_employer(world)
    return walk, sender, answered(walk, notice)


def _with_panel(world: World) -> tuple[Walk, Person, Callable[[], object]]:
    """Let the reviewer put a decision before a panel, which another one is about to sign."""
    walk, _, notice = _with_reply(world)
    second = _somebody(walk)
    command = decision(notice, panel=(walk.reviewer.id, second.id))
    decide(walk.session, walk.reviewer.actor, command, at=walk.at)
    signed = SignDecision(id=new_id(), notice_id=notice.id, panel_id=command.id)
    return walk, second, partial(sign, walk.session, second.actor, signed, at=walk.at)


def _with_decision(world: World) -> tuple[Walk, Person, Callable[[], object]]:
    """Let the reviewer decide on a reply, and a third person be about to take that back."""
    walk, _, notice = _with_reply(world)
    _decide(walk, notice)
    third = _somebody(walk)
    command = TakeBack(id=new_id(), notice_id=notice.id, reason="The ladder was shown.")
    act = partial(take_back_decision, walk.session, third.actor, command, at=walk.at)
    return walk, third, act


def _hear(walk: Walk, notice: Notice) -> None:
    command = Heard(id=new_id(), notice_id=notice.id)
    confirm_heard(walk.session, walk.reviewer.actor, command, at=walk.at)


def _decide(walk: Walk, notice: Notice) -> None:
    decide(walk.session, walk.reviewer.actor, decision(notice), at=walk.at)


def _publish(world: World, walk: Walk, person: Person) -> None:
    publish(
        world.session,
        person.actor,
        walk.assessment_id,
        catalog=CATALOG,
        keys=world.keys,
        at=walk.at,
    )


def _disputed(world: World) -> Speaking:
    said = speaking(world.session, world.folder)
    said.accept().speak()
    said.print_()
    return said


def _beside_scored(said: Speaking, second: Person, act: Callable[[], object]) -> Scene:
    """Return a scene whose first person wrote the score, and made the employer's link."""
    return Scene(first=said.center.author, second=second, act=act, at=said.at)
