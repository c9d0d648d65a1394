"""One assessment, read whole: what its pages show, at one moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from jobquality.access.states import AssessmentState
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.rubrics.parameters import Parameters
from jobquality.services.claims import Claim, claims_of
from jobquality.services.figures import parameters_of
from jobquality.services.scorecards import Preview, preview_of
from jobquality.store.assessments import Answer, Assessment, get_assessment, list_answers
from jobquality.store.corrections import Correcting, find_correcting
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment, get_employer, list_establishments
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.people import list_people
from jobquality.store.waiting import Waiting, list_waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An assessment with its answers and how they stand.

    `people` are names by id. By criterion stand the `evidence`, the answers that are `waiting`
    for a choice, what the employer `claims`, and what was answered the time `before`.
    `correcting` says which published scorecard it sets right, if any.
    """

    today: date
    organization: Organization
    employer: Employer
    assessment: Assessment
    sites: tuple[Establishment, ...]
    edition: Edition
    parameters: Parameters
    answers: Mapping[str, Answer]
    people: Mapping[str, str]
    evidence: Mapping[str, tuple[Evidence, ...]]
    waiting: Mapping[str, tuple[Waiting, ...]]
    claims: Mapping[str, Claim]
    before: Mapping[str, Answer]
    preview: Preview
    correcting: Correcting | None = None

    @property
    def is_open(self) -> bool:
        """Whether answers can still change."""
        return self.assessment.state is AssessmentState.DRAFT


def read_sheet(session: Session, assessment_id: str, *, catalog: Catalog, at: datetime) -> Sheet:
    """Return an assessment whole.

    Raises:
        NotFoundError: there is no such assessment, or its edition does not ship any more.
    """
    assessment = get_assessment(session, assessment_id)
    employer = get_employer(session, assessment.employer_id)
    edition = catalog.edition(assessment.rubric, assessment.edition)
    parameters = parameters_of(session, catalog)
    answers = list_answers(session, assessment_id)
    sites = list_establishments(session, employer.id)
    organization = get_organization(session, assessment.organization_id)
    return Sheet(
        today=at.astimezone(ZoneInfo(organization.time_zone)).date(),
        organization=organization,
        employer=employer,
        assessment=assessment,
        sites=tuple(site for site in sites if site.id in assessment.sites),
        edition=edition,
        parameters=parameters,
        answers=answers,
        people={person.id: person.name for person in list_people(session)},
        evidence=_by_criterion(list_evidence(session, assessment_id)),
        waiting=_by_criterion(list_waiting(session, assessment_id)),
        claims=claims_of(session, assessment_id),
        before=list_answers(session, assessment.previous_id) if assessment.previous_id else {},
        preview=preview_of(edition, employer, assessment, answers, parameters),
        correcting=find_correcting(session, assessment_id),
    )


class _OfCriterion(Protocol):
    @property
    def criterion(self) -> str: ...


_One = TypeVar("_One", bound=_OfCriterion)


def _by_criterion(every: Iterable[_One]) -> dict[str, tuple[_One, ...]]:
    found: dict[str, tuple[_One, ...]] = {}
    for one in every:
        found[one.criterion] = (*found.get(one.criterion, ()), one)
    return found
