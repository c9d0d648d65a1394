"""The packet for a lawyer: every public claim of a publication, and who stands behind it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.snapshot import Snapshot
from jobquality.services.bundles import Bundle, bundle_evidence
from jobquality.services.earlierreplies import EarlierReply, find_earlier_replies
from jobquality.services.heardsteps import HeardStep, heard_steps
from jobquality.services.laterentries import LaterEntry, list_later
from jobquality.services.sealed import check_whole
from jobquality.services.traces import find_untraced
from jobquality.store.assessments import Answer, get_assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.looks import Look, Verdict, list_looks
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import list_people
from jobquality.store.publications import (
    Entry,
    Publication,
    PublicKey,
    list_publications,
    list_signed,
)
from jobquality.store.reviews import ReviewStep, list_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """Everything that is known of one publication. `people` are names by id.

    `looks` are the verdicts of whoever reviewed, by question; where nobody looked at a single
    answer, the approval of the whole stands behind it. `seals` are evidence by the seal that
    was published in its place. `heard` is how the draft got to the employer.
    `earlier` is the draft that the reply answered, if another. `later` is what the chain says
    of it since, oldest first. `untraced` are the parts of rows behind it that are not what the
    log tells of them, as `step/ID`.
    """

    publication: Publication
    snapshot: Snapshot
    organization: Organization
    entry: Entry
    key: PublicKey
    people: Mapping[str, str]
    answers: Mapping[str, Answer]
    looks: Mapping[str, Look]
    steps: tuple[ReviewStep, ...]
    heard: tuple[HeardStep, ...]
    earlier: EarlierReply | None
    later: tuple[LaterEntry, ...]
    evidence: tuple[Evidence, ...]
    untraced: frozenset[str] = frozenset()

    def name_of(self, person_id: str) -> str:
        """Return a person's name, or their id where the name was erased."""
        return self.people.get(person_id) or person_id


def read_packet(session: Session, actor: Actor, assessment_id: str) -> Packet:
    """Return the packet of what an assessment was published as.

    Raises:
        ForbiddenError: the actor may not look.
        NotFoundError: there is no such assessment.
        RefusedError: nothing of it was published.
        IntegrityFailedError: it is not what was signed.
    """
    check_may(actor, Action.LOOK)
    assessment = get_assessment(session, assessment_id)
    found = list_publications(session, assessment_id=assessment.id)
    if not found or not found[0].content:
        raise RefusedError("Nothing of this assessment is published, so there is no packet.")
    publication = found[0]
    check_whole(session, [publication])
    ((entry, key),) = list_signed(session, [publication.hash])
    snapshot = load_snapshot(publication.content)
    reviewer = snapshot.roles.reviewed_by
    earlier = find_earlier_replies(session, [(publication, snapshot)])
    return Packet(
        publication=publication,
        snapshot=snapshot,
        organization=get_organization(session, publication.organization_id),
        entry=entry,
        key=key,
        people={one.id: one.name for one in list_people(session)},
        answers=list_answers(session, assessment.id),
        looks={
            look.criterion: look
            for look in list_looks(session, assessment.id)
            if look.person_id == reviewer and look.verdict is Verdict.ACCEPTED
        },
        steps=list_steps(session, assessment.id),
        heard=tuple(heard_steps(session, assessment.id)),
        earlier=earlier.get(publication.hash),
        later=list_later(session, publication),
        evidence=list_evidence(session, assessment.id),
        untraced=frozenset(find_untraced(session, assessment.id)),
    )


def take_packet(
    session: Session, actor: Actor, assessment_id: str, command_id: str, *, at: datetime
) -> Packet:
    """Return the packet, and keep that the actor took every file of it.

    Raises:
        ForbiddenError: the actor may not look.
        NotFoundError: there is no such assessment.
        RefusedError: nothing of it was published.
    """
    packet = read_packet(session, actor, assessment_id)
    taken = Bundle(id=_id_of(command_id), assessment_id=assessment_id)
    bundle_evidence(session, actor, taken, at=at)
    return packet


def _id_of(command_id: str) -> str:
    return hashlib.sha256(f"packet {command_id}".encode()).hexdigest()[:32]
