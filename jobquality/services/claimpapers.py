"""Documents that an employer adds to its own answers; it sees these again, and no others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobquality.errors import NotFoundError, RefusedError
from jobquality.scoring.facts import Grade
from jobquality.services.claims import by_claim, check_may_say, newest
from jobquality.services.evidence import EvidenceCommand, add_claimed_evidence
from jobquality.store.claims import Claimed, Questionnaire, add_claim, claim_id_of, list_claims
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence, remove_evidence

#: Documents behind one answer of one person, and through one link in all: a stranger with the
#: link could fill a disk, under twenty names and at a hundred questions.
MOST_PAPERS, MOST_IN_ALL = 10, 200
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPaper:
    """A file that passed the gate, and the question to which it belongs."""

    id: str
    criterion: str
    title: str
    sha256: str
    media_type: str
    size: int


def add_paper(
    session: Session,
    questionnaire: Questionnaire,
    speaker_id: str,
    command: AddPaper,
    *,
    at: datetime,
) -> Evidence:
    """Put a document of the employer's own behind its answer, as a claim (E0) for the team.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the assessment is no draft any more or on hold, the center refused this
            speaker, or there are too many documents behind this answer or in all.
    """
    speaker = check_may_say(session, questionnaire, speaker_id)
    claim_id = claim_id_of(speaker.id, command.criterion)
    found = papers_of(session, questionnaire)
    if len(found.get(claim_id, ())) >= MOST_PAPERS:
        raise RefusedError(f"There are {MOST_PAPERS} documents behind this answer already.")
    if sum(map(len, found.values())) >= MOST_IN_ALL:
        raise RefusedError(f"There are {MOST_IN_ALL} documents of this employer already.")
    if claim_id not in {one.id for one in list_claims(session, questionnaire.assessment_id)}:
        add_claim(session, _bare(questionnaire, speaker.id, command.criterion, at))
    evidence = EvidenceCommand(
        id=command.id,
        assessment_id=questionnaire.assessment_id,
        criterion=command.criterion,
        title=command.title,
        grade=Grade.E0,
        sha256=command.sha256,
        media_type=command.media_type,
        size=command.size,
        claim_id=claim_id,
    )
    return add_claimed_evidence(session, questionnaire.organization_id, evidence, at=at)


def papers_of(session: Session, questionnaire: Questionnaire) -> Mapping[str, tuple[Evidence, ...]]:
    """Return the employer's own documents through this link, by claim.

    A newer file that somebody of the team put in the place of one is the team's, and so is
    whatever the team found: none of it is here.
    """
    own = {
        one.id
        for one in newest(list_claims(session, questionnaire.assessment_id))
        if one.questionnaire_id == questionnaire.id
    }
    every = list_evidence(session, questionnaire.assessment_id)
    theirs = (one for one in every if one.added_by is None and one.is_file)
    return by_claim(one for one in theirs if one.claim_id in own)


def get_paper(session: Session, questionnaire: Questionnaire, paper_id: str) -> Evidence:
    """Return one of the employer's own documents.

    Raises:
        NotFoundError: there is none of that id, or it is not the employer's own.
    """
    for papers in papers_of(session, questionnaire).values():
        for one in papers:
            if one.id == paper_id:
                return one
    raise NotFoundError("There is no such document.")


def take_back_paper(
    session: Session, questionnaire: Questionnaire, speaker_id: str, paper_id: str
) -> Evidence:
    """Let a speaker take a document of theirs back, until it was sent in; return what it was.

    Its file stays on the disk until the caller, after the transaction, asked `is_file_free`.

    Raises:
        NotFoundError: there is no such document of this speaker.
        RefusedError: it was sent in, or the questions are closed.
    """
    speaker = check_may_say(session, questionnaire, speaker_id)
    paper = get_paper(session, questionnaire, paper_id)
    if paper.claim_id != claim_id_of(speaker.id, paper.criterion):
        raise NotFoundError("There is no such document.")
    if questionnaire.sent_in_at is not None and paper.added_at <= questionnaire.sent_in_at:
        raise RefusedError("This document was sent in, so it stays. Write to the center.")
    remove_evidence(session, paper.id)
    return paper


def _bare(questionnaire: Questionnaire, speaker_id: str, criterion: str, at: datetime) -> Claimed:
    """Return a claim that says nothing yet, so that a document can belong to it."""
    return Claimed(
        id=claim_id_of(speaker_id, criterion),
        organization_id=questionnaire.organization_id,
        assessment_id=questionnaire.assessment_id,
        questionnaire_id=questionnaire.id,
        speaker_id=speaker_id,
        criterion=criterion,
        answer="",
        note="",
        at=at,
        version=1,
    )
