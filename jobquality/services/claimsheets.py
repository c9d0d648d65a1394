"""A questionnaire, read whole: what its pages show the employer, and nothing of the team's."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from zoneinfo import ZoneInfo

from jobquality.rubrics.catalog import Catalog
from jobquality.services.claimpapers import papers_of
from jobquality.services.claims import newest
from jobquality.services.figures import parameters_of
from jobquality.services.questionnaires import is_writable
from jobquality.services.questions import questions_of, topics_of
from jobquality.services.scorecards import preview_of
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Answer, get_assessment
from jobquality.store.claims import Claimed, Questionnaire, Speaker, list_claims, list_speakers
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.evidence import Evidence
from jobquality.store.organizations import get_organization
from jobquality.store.speakers import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimsheet:
    """A questionnaire as one of its speakers sees it; without a speaker, as the center does.

    `sheet` holds claims where an assessment's has answers: the speaker's own, then the newest
    of a colleague. `own` are the speaker's claims by criterion, `colleagues` what others of
    the employer say, `papers` the employer's own documents by claim. `topics` are those that
    were asked, and `asked` the ids of their questions.
    """

    questionnaire: Questionnaire
    speaker: Speaker | None
    speakers: Mapping[str, Speaker]
    sheet: Sheet
    topics: tuple[str, ...]
    asked: frozenset[str]
    own: Mapping[str, Claimed]
    colleagues: Mapping[str, tuple[Claimed, ...]]
    papers: Mapping[str, tuple[Evidence, ...]]

    @property
    def is_open(self) -> bool:
        """Whether the employer can still answer."""
        return is_writable(self.sheet.assessment)


def read_claimsheet(
    session: Session,
    questionnaire: Questionnaire,
    speaker: Speaker | None,
    *,
    catalog: Catalog,
    at: datetime,
) -> Claimsheet:
    """Return a questionnaire with its claims as they stood at `at`.

    What it holds follows from the standard, the employer and its claims alone: nothing of the
    team's answers, of workers' counts or of evidence is read.

    Raises:
        NotFoundError: the edition does not ship any more.
    """
    speakers = {one.id: one for one in list_speakers(session, [questionnaire.id])}
    said = _said(session, questionnaire, speakers, at)
    own = {one.criterion: one for one in said if speaker and one.speaker_id == speaker.id}
    colleagues: dict[str, tuple[Claimed, ...]] = {}
    for one in said:
        if speaker is None or one.speaker_id != speaker.id:
            colleagues[one.criterion] = (one, *colleagues.get(one.criterion, ()))
    others = {name: every[0] for name, every in colleagues.items() if every[0].answer}
    first = own | others | {name: one for name, one in own.items() if one.answer}
    sheet = _sheet(session, questionnaire, first, catalog=catalog, at=at)
    return Claimsheet(
        questionnaire=questionnaire,
        speaker=speaker,
        speakers=speakers,
        sheet=sheet,
        topics=questionnaire.topics or topics_of(sheet.edition.rubric),
        asked=frozenset(questions_of(sheet.edition.rubric, questionnaire.topics)),
        own=own,
        colleagues=colleagues,
        papers=_papers(session, questionnaire, at),
    )


def _said(
    session: Session, questionnaire: Questionnaire, speakers: Mapping[str, Speaker], at: datetime
) -> list[Claimed]:
    """Return the newest claims through a questionnaire, oldest first, without refused people's."""
    claims = [
        one
        for one in list_claims(session, questionnaire.assessment_id)
        if one.questionnaire_id == questionnaire.id and one.at <= at
    ]
    return sorted(
        (one for one in newest(claims) if speakers[one.speaker_id].state is not Standing.REFUSED),
        key=lambda one: (one.at, one.id),
    )


def _papers(
    session: Session, questionnaire: Questionnaire, at: datetime
) -> dict[str, tuple[Evidence, ...]]:
    return {
        claim_id: tuple(one for one in papers if one.added_at <= at)
        for claim_id, papers in papers_of(session, questionnaire).items()
    }


def _sheet(
    session: Session,
    questionnaire: Questionnaire,
    claims: Mapping[str, Claimed],
    *,
    catalog: Catalog,
    at: datetime,
) -> Sheet:
    """Return a sheet that holds claims; whatever else a sheet may hold of the team is empty."""
    assessment = get_assessment(session, questionnaire.assessment_id)
    employer = get_employer(session, assessment.employer_id)
    organization = get_organization(session, assessment.organization_id)
    edition = catalog.edition(assessment.rubric, assessment.edition)
    asked = questions_of(edition.rubric, questionnaire.topics)
    answers = {name: answer_of(one) for name, one in claims.items() if name in asked}
    parameters = parameters_of(session, catalog)
    shared: dict[str, object] = {
        "today": at.astimezone(ZoneInfo(organization.time_zone)).date(),
        "organization": organization,
        "employer": employer,
        "assessment": assessment,
        "sites": (),
        "edition": edition,
        "parameters": parameters,
        "answers": answers,
        "preview": preview_of(edition, employer, assessment, answers, parameters),
    }
    empty: dict[str, object] = {one.name: {} for one in fields(Sheet) if one.name not in shared}
    return Sheet(**shared | empty)  # type: ignore[arg-type]  # each has its kind; see above


def answer_of(claimed: Claimed) -> Answer:
    """Return a claim as the forms know answers; it is nobody's answer and is never kept."""
    return Answer(
        assessment_id=claimed.assessment_id,
        organization_id=claimed.organization_id,
        criterion=claimed.criterion,
        answer=claimed.answer,
        author_id=claimed.speaker_id,
        answered_at=claimed.at,
        note=claimed.note,
        version=claimed.version,
    )
