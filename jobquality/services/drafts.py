"""The draft of a publication: what reviewer and employer see is what would be published."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.metadata import version

from jobquality.access.states import PublicationState
from jobquality.ledger.recompute import score_rows, used_parameters
from jobquality.ledger.snapshot import (
    Confirmed,
    Issuer,
    PublicEvidence,
    PublicFact,
    Roles,
    Site,
    Snapshot,
    Subject,
)
from jobquality.ledger.withheld import without_mark
from jobquality.ledger.withholding import withhold
from jobquality.ledger.workers import coarse, month_of, seal_of, title_of
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import find_questions
from jobquality.services.approvals import authors_of
from jobquality.services.scorecards import facts_of, score_assessment
from jobquality.store.assessments import Answer, Assessment, get_assessment, list_answers
from jobquality.store.database import Session
from jobquality.store.employers import get_employer, list_establishments
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.organizations import get_organization
from jobquality.store.publications import list_publications


def draft_snapshot(
    session: Session, assessment_id: str, *, catalog: Catalog, at: datetime
) -> Snapshot:
    """Return what would be published of an assessment: no notice, reply and moment in it yet.

    Neither counts of workers, days of answers and hashes of files are in it, nor answers that
    nobody confirmed. What would tell of fewer than five workers is withheld, and it is scored as
    it is published.

    Raises:
        NotFoundError: there is no such assessment.
        FaultsError: the answers cannot be scored; names every reason.
    """
    del at  # the day of the score is the assessment's own
    assessment = get_assessment(session, assessment_id)
    rubric = catalog.get(assessment.rubric, assessment.edition)
    card = score_assessment(session, assessment_id, catalog=catalog)
    facts = _facts(session, assessment, rubric)
    revision, supersedes = _place_in_line(session, assessment.employer_id)
    draft = Snapshot(
        engine=_engine(),
        organization=_issuer(session, assessment.organization_id),
        employer=_subject(session, assessment),
        rubric=rubric.id,
        edition=rubric.edition,
        scoring_hash=rubric.scoring_hash,
        on=assessment.on,
        revision=revision,
        supersedes=supersedes,
        facts=facts,
        parameters=used_parameters(card),
        evidence=tuple(_evidence(session, assessment, {fact.criterion for fact in facts})),
        scores=score_rows(card),
        level=card.outcome.level,
        if_evidence_holds=card.outcome.if_evidence_holds,
        could_reach=card.outcome.could_reach,
        roles=Roles(
            assessed_by=tuple(sorted(authors_of(session, assessment))),
            reviewed_by=assessment.reviewer_id or "",
            published_by="",
        ),
    )
    return withhold(draft, rubric, catalog.parameters.places)


@cache
def _engine() -> str:
    return f"jobquality {version('jobquality')}"


def _facts(session: Session, assessment: Assessment, rubric: Rubric) -> tuple[PublicFact, ...]:
    answers = list_answers(session, assessment.id)
    employer = get_employer(session, assessment.employer_id)
    facts = facts_of(rubric, employer, assessment, answers).facts
    return tuple(
        PublicFact(
            criterion=name,
            state=facts[name].state,
            answer=facts[name].text,
            unit=facts[name].unit,
            month=month_of(facts[name].on),
            grade=facts[name].grade,
            source=facts[name].source,
            note=without_mark(facts[name].note),
            workers=_confirmed(answers[name], employer.headcount),
            law_checked_on=answers[name].law_checked_on,
        )
        for name in find_questions(rubric)
        if name in facts
    )


def _confirmed(answer: Answer, headcount: int | None) -> Confirmed | None:
    """Return what may leave the team of the workers' counts."""
    workers = answer.workers
    if workers is None:
        return None
    return coarse(workers.asked, workers.confirming, workers.month, headcount=headcount)


def _evidence(
    session: Session, assessment: Assessment, criteria: set[str]
) -> Iterator[PublicEvidence]:
    """Yield the evidence in an order that does not tell when each piece came.

    The address and the title of a worker's own paper or picture stay inside, as its file does.
    """
    found = [_as_public(one) for one in list_evidence(session, assessment.id)]
    for one in sorted(found, key=lambda one: (one.criterion, one.title, one.url, one.id)):
        if one.criterion in criteria:
            yield PublicEvidence(
                criterion=one.criterion,
                title=one.title,
                grade=one.grade,
                url=one.url,
                seal=seal_of(one.id, one.sha256),
                month=month_of(one.captured_on),
            )


def _as_public(one: Evidence) -> Evidence:
    """Return a piece without the words and the address of a worker's."""
    title = title_of(one.title, of_worker=one.of_worker)
    return replace(one, title=title, url="" if one.of_worker else one.url)


def _issuer(session: Session, organization_id: str) -> Issuer:
    organization = get_organization(session, organization_id)
    return Issuer(
        id=organization.id,
        slug=organization.slug,
        name=organization.name,
        contact=organization.contact,
        region=organization.region,
        funding=organization.funding,
        is_sample=organization.is_sample,
    )


def _subject(session: Session, assessment: Assessment) -> Subject:
    employer = get_employer(session, assessment.employer_id)
    known = {one.id: one for one in list_establishments(session, employer.id)}
    profile: Mapping[str, str] = employer.facts
    return Subject(
        id=employer.id,
        slug=employer.slug,
        name=employer.name,
        profile=profile,
        sites=tuple(
            Site(name=known[one].name, address=known[one].address, place=known[one].place)
            for one in assessment.sites
            if one in known
        ),
    )


def _place_in_line(session: Session, employer_id: str) -> tuple[int, str]:
    """Return the next revision of an employer's publications, and the hash that it replaces.

    They are counted: where a tombstone took a body's place, nobody can read its number.
    """
    earlier = list_publications(session, employer_id=employer_id)
    current = (one.hash for one in earlier if one.state is PublicationState.CURRENT)
    return len(earlier) + 1, next(current, "")
