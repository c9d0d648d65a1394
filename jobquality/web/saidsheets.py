"""What the team reads of one employer after publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.access.actors import Actor
from jobquality.ledger.form import load_snapshot
from jobquality.reading.names import Names
from jobquality.services.after import makers_behind
from jobquality.services.contesting import find_waiting
from jobquality.services.hands import find_two_from
from jobquality.store.after import AfterLink, AfterSpeaker, list_links, list_speakers
from jobquality.store.assessments import get_assessment
from jobquality.store.database import Session
from jobquality.store.employers import Employer, family_of, get_employer
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import list_people
from jobquality.store.plans import PlanAction, list_actions
from jobquality.store.proposals import Proposal, ProposalKind, ProposalState, list_proposals
from jobquality.store.publications import Publication, list_publications
from jobquality.store.statements import Paper, Statement, list_papers, list_statements
from jobquality.web.drafts import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything of one employer after publication.

    `waiting` are the disputes that were decided, and not yet carried out; `standards` the rubric
    and edition of each publication that something is said about; `makers` who made the link of
    each speaker, and `two_from` from when on the reader and these count as two people. `doubts`
    are what one person said of a speaker or a link and another one has to say too.
    """

    employer: Employer
    organization: Organization
    publications: dict[str, Publication]
    links: tuple[AfterLink, ...]
    speakers: dict[str, AfterSpeaker]
    statements: tuple[Statement, ...]
    papers: dict[str, tuple[Paper, ...]]
    actions: tuple[PlanAction, ...]
    proposals: dict[str, Proposal]
    people: dict[str, str]
    waiting: frozenset[str]
    standards: dict[str, tuple[str, str]]
    makers: dict[str, frozenset[str]]
    two_from: dict[str, datetime]
    doubts: dict[str, Proposal]

    def names(self, publication_hash: str) -> Names:
        """Return what the things of a publication are called."""
        return names_of(*self.standards[publication_hash])

    @property
    def current_hash(self) -> str:
        """The newest publication's hash."""
        return next(iter(self.publications), "")


def sheet_of(session: Session, actor: Actor, employer_id: str, *, at: datetime) -> Sheet:
    """Return everything of one employer after publication, as somebody of the team reads it.

    Raises:
        NotFoundError: there is no such employer.
    """
    asked = get_employer(session, employer_id)
    records = family_of(session, employer_id)
    employer = asked if asked.id == records[0] else get_employer(session, records[0])
    statements = list_statements(session, records)
    open_ones = list_proposals(session, kind=ProposalKind.DECISION, state=ProposalState.OPEN)
    published = list_publications(session, employer_ids=records)
    actions = list_actions(session, records)
    speakers = list_speakers(session, records)
    makers = {one.id: makers_behind(session, one) for one in speakers}
    spoken_of = {one.publication_hash for one in statements}
    spoken_of |= {one.publication_hash for one in actions}
    return Sheet(
        employer=employer,
        organization=get_organization(session, employer.organization_id),
        publications={one.hash: one for one in published},
        links=list_links(session, records),
        speakers={one.id: one for one in speakers},
        statements=statements[::-1],
        papers=list_papers(session, [one.id for one in statements]),
        actions=actions,
        proposals={one.subject: one for one in open_ones},
        people={one.id: one.name for one in list_people(session)},
        waiting=find_waiting(session, statements, {one.hash: one.number for one in published}),
        standards={
            one.hash: _standard_of(session, one) for one in published if one.hash in spoken_of
        },
        makers=makers,
        two_from=_two_from(session, actor, makers, at=at),
        doubts={
            one.subject: one
            for kind in (ProposalKind.SPEAKER, ProposalKind.LINK)
            for one in list_proposals(session, kind=kind, state=ProposalState.OPEN)
        },
    )


def _standard_of(session: Session, publication: Publication) -> tuple[str, str]:
    """Return by which edition something was published, also where a tombstone took its body."""
    if publication.content:
        snapshot = load_snapshot(publication.content)
        return snapshot.rubric, snapshot.edition
    assessment = get_assessment(session, publication.assessment_id)
    return assessment.rubric, assessment.edition


def _two_from(
    session: Session, actor: Actor, makers: Mapping[str, frozenset[str]], *, at: datetime
) -> dict[str, datetime]:
    """Return from when on the reader may say who somebody is, where that is not now."""
    found = {
        one: find_two_from(session, actor.person_id, theirs, at=at)
        for one, theirs in makers.items()
    }
    return {one: moment for one, moment in found.items() if moment is not None}
