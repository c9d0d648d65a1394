"""What employers say for themselves: questionnaires, who fills them in, and their claims."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError

from jobquality.errors import ConflictError, NotFoundError
from jobquality.store.database import Session
from jobquality.store.marks import is_ours
from jobquality.store.rows import ClaimRow, QuestionnaireRow, SpeakerRow, TakingRow
from jobquality.store.speakers import Speakers, Speaking
from jobquality.store.versions import SENTENCE, check_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """Questions of a draft that an employer got by a private link.

    `token_digest` is all that is kept of the link. No `topics` means all of them. `wanted_by`
    is a wish and ends nothing; `expires_at` is when the link dies.
    """

    id: str
    organization_id: str
    assessment_id: str
    token_digest: str
    topics: tuple[str, ...]
    sent_by: str
    sent_at: datetime
    expires_at: datetime
    wanted_by: date | None = None
    opened_at: datetime | None = None
    sent_in_at: datetime | None = None
    sent_in_by: str | None = None
    withdrawn_at: datetime | None = None
    version: int = 1

    def is_alive(self, at: datetime) -> bool:
        """Say whether its link opens anything."""
        return self.withdrawn_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Speaking):
    """Somebody who says that they may speak for the employer, and fills in a questionnaire."""

    questionnaire_id: str


_SPEAKERS = Speakers(SpeakerRow, Speaker, ("questionnaire_id",))

add_speaker = _SPEAKERS.add
change_speaker = _SPEAKERS.change
get_speaker = _SPEAKERS.get


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One version of what one speaker says to one question; `id` stays, `version` counts.

    `answer` is as written; empty where it was taken back, or only a note or a document is
    there.
    """

    id: str
    organization_id: str
    assessment_id: str
    questionnaire_id: str
    speaker_id: str
    criterion: str
    answer: str
    note: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """An answer that an advocate took from the employer: which version of which claim."""

    organization_id: str
    assessment_id: str
    criterion: str
    answer_version: int
    claim_id: str
    claim_version: int
    taken_by: str
    taken_at: datetime


def claim_id_of(speaker_id: str, criterion: str) -> str:
    """Return the id of what a speaker says to a question, the same for ever."""
    return hashlib.sha256(f"{speaker_id} {criterion}".encode()).hexdigest()[:32]


def add_questionnaire(session: Session, questionnaire: Questionnaire) -> None:
    """Keep a new questionnaire."""
    row = QuestionnaireRow(
        id=questionnaire.id,
        organization_id=questionnaire.organization_id,
        assessment_id=questionnaire.assessment_id,
        topics=json.dumps(questionnaire.topics),
    )
    _fill(row, questionnaire)
    session.add(row)
    session.flush()


def change_questionnaire(session: Session, questionnaire: Questionnaire) -> Questionnaire:
    """Write where a questionnaire stands and return it with its new version.

    Raises:
        ConflictError: somebody changed it since `questionnaire.version`.
    """
    row = session.get_one(QuestionnaireRow, questionnaire.id)
    check_version(row, questionnaire.version)
    _fill(row, questionnaire)
    session.flush()
    return _questionnaire(row)


def get_questionnaire(session: Session, questionnaire_id: str) -> Questionnaire:
    """Return one questionnaire.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _one_questionnaire(session, QuestionnaireRow.id == questionnaire_id)


def questionnaire_behind(session: Session, token_digest: str) -> Questionnaire:
    """Return the questionnaire that a link opens, alive or not.

    Raises:
        NotFoundError: there is no link of that digest.
    """
    wanted = QuestionnaireRow.token_digest == token_digest
    return _one_questionnaire(session, wanted, opens=True)


def list_questionnaires(session: Session, assessment_id: str) -> tuple[Questionnaire, ...]:
    """Return the questionnaires of an assessment, oldest first."""
    rows = session.scalars(
        select(QuestionnaireRow)
        .where(QuestionnaireRow.assessment_id == assessment_id)
        .order_by(QuestionnaireRow.sent_at, QuestionnaireRow.id)
    )
    return tuple(_questionnaire(row) for row in rows)


def list_speakers(session: Session, questionnaire_ids: Iterable[str]) -> tuple[Speaker, ...]:
    """Return who answers some questionnaires, in the order in which they came."""
    return _SPEAKERS.find_all(session, SpeakerRow.questionnaire_id.in_(tuple(questionnaire_ids)))


def add_claim(session: Session, claimed: Claimed) -> Claimed:
    """Keep a new version of a claim beside the earlier ones.

    Raises:
        ConflictError: there is this version already: two windows saved at the same moment.
    """
    session.add(
        ClaimRow(
            id=claimed.id,
            version=claimed.version,
            organization_id=claimed.organization_id,
            assessment_id=claimed.assessment_id,
            questionnaire_id=claimed.questionnaire_id,
            speaker_id=claimed.speaker_id,
            criterion=claimed.criterion,
            answer=claimed.answer,
            note=claimed.note,
            at=claimed.at,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise ConflictError(SENTENCE) from error
    return claimed


def get_claim(session: Session, claim_id: str) -> Claimed:
    """Return the newest version of a claim.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = session.scalars(
        select(ClaimRow).where(ClaimRow.id == claim_id).order_by(ClaimRow.version.desc())
    ).first()
    if row is None:
        raise NotFoundError("There is no such claim.")
    return _claimed(row)


def list_claims(session: Session, assessment_id: str) -> tuple[Claimed, ...]:
    """Return every version of every claim of an assessment, oldest first."""
    rows = session.scalars(
        select(ClaimRow)
        .where(ClaimRow.assessment_id == assessment_id)
        .order_by(ClaimRow.at, ClaimRow.id, ClaimRow.version)
    )
    return tuple(_claimed(row) for row in rows)


def add_taking(session: Session, taking: Taking) -> None:
    """Remember which claim an answer was taken from."""
    session.add(
        TakingRow(
            organization_id=taking.organization_id,
            assessment_id=taking.assessment_id,
            criterion=taking.criterion,
            answer_version=taking.answer_version,
            claim_id=taking.claim_id,
            claim_version=taking.claim_version,
            taken_by=taking.taken_by,
            taken_at=taking.taken_at,
        )
    )
    session.flush()


def list_takings(session: Session, assessment_id: str) -> tuple[Taking, ...]:
    """Return what was taken from the employer, oldest first."""
    rows = session.scalars(
        select(TakingRow)
        .where(TakingRow.assessment_id == assessment_id)
        .order_by(TakingRow.taken_at, TakingRow.criterion, TakingRow.answer_version)
    )
    return tuple(
        Taking(
            organization_id=row.organization_id,
            assessment_id=row.assessment_id,
            criterion=row.criterion,
            answer_version=row.answer_version,
            claim_id=row.claim_id,
            claim_version=row.claim_version,
            taken_by=row.taken_by,
            taken_at=row.taken_at,
        )
        for row in rows
    )


def _one_questionnaire(
    session: Session, wanted: ColumnElement[bool], *, opens: bool = False
) -> Questionnaire:
    row = session.scalars(select(QuestionnaireRow).where(wanted)).first()
    if row is None or (opens and not is_ours(row)):
        raise NotFoundError("There is no such questionnaire.")
    return _questionnaire(row)


def _fill(row: QuestionnaireRow, questionnaire: Questionnaire) -> None:
    row.token_digest = questionnaire.token_digest
    row.wanted_by = questionnaire.wanted_by
    row.sent_by = questionnaire.sent_by
    row.sent_at = questionnaire.sent_at
    row.expires_at = questionnaire.expires_at
    row.opened_at = questionnaire.opened_at
    row.sent_in_at = questionnaire.sent_in_at
    row.sent_in_by = questionnaire.sent_in_by
    row.withdrawn_at = questionnaire.withdrawn_at


def _questionnaire(row: QuestionnaireRow) -> Questionnaire:
    return Questionnaire(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        token_digest=row.token_digest,
        topics=tuple(json.loads(row.topics)),
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        expires_at=row.expires_at,
        wanted_by=row.wanted_by,
        opened_at=row.opened_at,
        sent_in_at=row.sent_in_at,
        sent_in_by=row.sent_in_by,
        withdrawn_at=row.withdrawn_at,
        version=row.version,
    )


def _claimed(row: ClaimRow) -> Claimed:
    return Claimed(
        id=row.id,
        organization_id=row.organization_id,
        assessment_id=row.assessment_id,
        questionnaire_id=row.questionnaire_id,
        speaker_id=row.speaker_id,
        criterion=row.criterion,
        answer=row.answer,
        note=row.note,
        at=row.at,
        version=row.version,
    )
