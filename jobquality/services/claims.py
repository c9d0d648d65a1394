"""What an employer says for itself, beside the advocates' answers and never among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import ConflictError, Fault, RefusedError, check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Criterion
from jobquality.scoring.answers import AnswerError, read_answer
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import RecordAnswer, record_answer
from jobquality.services.events import EventKind, record
from jobquality.services.questionnaires import is_writable
from jobquality.services.questions import questions_of
from jobquality.store.assessments import Answer, get_assessment, hold_still
from jobquality.store.claims import (
    Claimed,
    Questionnaire,
    Speaker,
    Taking,
    add_claim,
    add_taking,
    change_questionnaire,
    claim_id_of,
    get_claim,
    get_speaker,
    list_claims,
    list_questionnaires,
    list_speakers,
)
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.speakers import Standing
from jobquality.store.versions import SENTENCE

LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody of the employer says to one question: evidence grade E0, until verified.

    `answer` is as written, like an answer's, and empty where there is only a note or a
    document. `who` is a name and a role. Before `is_confirmed_speaker` nobody at the center
    has checked who this is. `is_sent_in` is False while they are still writing. `others` are
    colleagues of theirs who answered the same question.
    """

    id: str
    version: int
    criterion: str
    answer: str
    note: str
    at: datetime
    who: str
    is_confirmed_speaker: bool
    is_sent_in: bool
    documents: tuple[Evidence, ...] = ()
    others: "tuple[Claim, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One answer of a speaker as written, `seen` the version that they saw, 0 for none."""

    criterion: str
    answer: str
    note: str = ""
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepClaims:
    """What one speaker says through one questionnaire."""

    questionnaire: Questionnaire
    speaker_id: str
    said: tuple[Say, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeClaim:
    """Use a claim as the answer: the versions of both that the actor saw, and its source."""

    claim_id: str
    claim_seen: int
    seen: int
    source: str


def claims_of(session: Session, assessment_id: str) -> Mapping[str, Claim]:
    """Return what the employer says, by criterion; whom the center refused is left out.

    Where two people of the employer answered, the one whose word was confirmed comes first,
    then the newer one; the rest stand in `others`.
    """
    questionnaires = {one.id: one for one in list_questionnaires(session, assessment_id)}
    speakers = {one.id: one for one in list_speakers(session, questionnaires)}
    papers = by_claim(list_evidence(session, assessment_id))
    said = [
        replace(
            _claim(one, speakers[one.speaker_id], questionnaires[one.questionnaire_id].sent_in_at),
            documents=papers.get(one.id, ()),
        )
        for one in newest(list_claims(session, assessment_id))
        if speakers[one.speaker_id].state is not Standing.REFUSED
    ]
    said = [one for one in said if one.answer or one.note or one.documents]
    said.sort(key=lambda one: (one.is_confirmed_speaker, one.at), reverse=True)
    return {
        criterion: replace(first, others=tuple(others))
        for criterion, (first, *others) in _by_criterion(said).items()
    }


def keep_claims(
    session: Session, command: KeepClaims, *, catalog: Catalog, at: datetime
) -> tuple[str, ...]:
    """Keep what a speaker says to some questions; return those where a newer version stands.

    There nothing is kept: the same person answered it in another window meanwhile, and
    chooses. What did not change makes no new version.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the assessment is no draft any more or on hold, or the center refused
            this speaker.
        FaultsError: an answer belongs to no question that was asked, or does not fit it.
    """
    questionnaire = command.questionnaire
    speaker = check_may_say(session, questionnaire, command.speaker_id)
    assessment = get_assessment(session, questionnaire.assessment_id)
    asked = questions_of(catalog.get(assessment.rubric, assessment.edition), questionnaire.topics)
    check_faults(fault for one in command.said for fault in _faults(asked, one))
    known = {one.id: one for one in newest(list_claims(session, assessment.id))}
    late = []
    for one in command.said:
        before = known.get(claim_id_of(speaker.id, one.criterion))
        kept = (before.answer, before.note) if before else ("", "")
        if kept == (one.answer, one.note):
            continue
        version = before.version if before else 0
        if any(kept) and one.seen != version:
            late.append(one.criterion)
        else:
            newer = replace(one, seen=version)
            add_claim(session, _claimed(questionnaire, speaker, newer, at))
    return tuple(late)


def send_in(
    session: Session, questionnaire: Questionnaire, speaker_id: str, *, at: datetime
) -> Questionnaire:
    """Note that the employer is done. Answers may still change while it is a draft.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the assessment is no draft any more or on hold, the center refused this
            speaker, or nothing was answered yet.
    """
    speaker = check_may_say(session, questionnaire, speaker_id)
    said = (
        one
        for one in newest(list_claims(session, questionnaire.assessment_id))
        if one.questionnaire_id == questionnaire.id
    )
    if not any(one.answer or one.note for one in said):
        raise RefusedError("Nothing was answered yet. Answer at least one question first.")
    sent = replace(questionnaire, sent_in_at=at, sent_in_by=speaker.id)
    record(
        session,
        None,
        EventKind.QUESTIONS_ANSWERED,
        organization_id=questionnaire.organization_id,
        about="assessment",
        about_id=questionnaire.assessment_id,
        at=at,
    )
    return change_questionnaire(session, sent)


def take_claim(
    session: Session, actor: Actor, command: TakeClaim, *, catalog: Catalog, at: datetime
) -> Answer:
    """Use what the employer says as the answer; the actor is its author, and it is graded E0.

    Raises:
        ForbiddenError: the actor may not assess.
        NotFoundError: there is no such claim.
        RefusedError: the assessment is no draft, nobody checked who said it, or it says nothing.
        ConflictError: the claim or the answer changed since the actor saw them.
    """
    check_may(actor, Action.ASSESS)
    claimed = get_claim(session, command.claim_id)
    if get_speaker(session, claimed.speaker_id).state is not Standing.ACCEPTED:
        raise RefusedError(
            "Nobody has confirmed yet who said this. Confirm on the page of the employer's "
            "answers that this person speaks for the employer, then use the answer."
        )
    if claimed.version != command.claim_seen:
        raise ConflictError(SENTENCE)
    if not claimed.answer:
        raise RefusedError("The employer gave no answer here, only a note or a document.")
    record = RecordAnswer(
        assessment_id=claimed.assessment_id,
        criterion=claimed.criterion,
        answer=claimed.answer,
        seen=command.seen,
        grade=Grade.E0,
        source=command.source,
    )
    answer = record_answer(session, actor, record, catalog=catalog, at=at)
    add_taking(
        session,
        Taking(
            organization_id=actor.organization_id,
            assessment_id=claimed.assessment_id,
            criterion=claimed.criterion,
            answer_version=answer.version,
            claim_id=claimed.id,
            claim_version=claimed.version,
            taken_by=actor.person_id,
            taken_at=at,
        ),
    )
    return answer


def check_may_say(session: Session, questionnaire: Questionnaire, speaker_id: str) -> Speaker:
    """Return who speaks through a questionnaire, while the draft is open and stays so.

    Raises:
        NotFoundError: there is no such speaker.
        RefusedError: the assessment is no draft any more or on hold, or the center refused
            this speaker.
    """
    speaker = get_speaker(session, speaker_id)
    if speaker.questionnaire_id != questionnaire.id or speaker.state is Standing.REFUSED:
        raise RefusedError("You cannot answer these questions. Write to the center.")
    hold_still(session, questionnaire.assessment_id)
    if not is_writable(get_assessment(session, questionnaire.assessment_id)):
        raise RefusedError("The center is not taking answers any more. Nothing was lost.")
    return speaker


def by_claim(evidence: Iterable[Evidence]) -> dict[str, tuple[Evidence, ...]]:
    """Return the documents that belong to claims, by the claim's id."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for one in evidence:
        if one.claim_id:
            found[one.claim_id] = (*found.get(one.claim_id, ()), one)
    return found


def newest(claims: Iterable[Claimed]) -> tuple[Claimed, ...]:
    """Return the newest version of each claim, in the order in which they were first made."""
    found: dict[str, Claimed] = {}
    for one in claims:
        known = found.get(one.id)
        if known is None or one.version > known.version:
            found[one.id] = one
    return tuple(found.values())


def _claim(claimed: Claimed, speaker: Speaker, sent_in_at: datetime | None) -> Claim:
    return Claim(
        id=claimed.id,
        version=claimed.version,
        criterion=claimed.criterion,
        answer=claimed.answer,
        note=claimed.note,
        at=claimed.at,
        who=speaker.who,
        is_confirmed_speaker=speaker.state is Standing.ACCEPTED,
        is_sent_in=sent_in_at is not None and claimed.at <= sent_in_at,
    )


def _faults(asked: Mapping[str, Criterion], said: Say) -> Iterator[Fault]:
    question = asked.get(said.criterion)
    if question is None:
        message = "This answer belongs to no question that was asked."
        yield Fault(message=message, remedy="Open the page anew.")
        return
    if len(said.note) > LONGEST_NOTE:
        message = f"The text is longer than {LONGEST_NOTE} characters."
        yield Fault(message=message, where=said.criterion, remedy="Shorten it.")
    try:
        read_answer(question, said.answer)
    except AnswerError as error:
        yield Fault(message=str(error), where=said.criterion)


def _claimed(questionnaire: Questionnaire, speaker: Speaker, said: Say, at: datetime) -> Claimed:
    return Claimed(
        id=claim_id_of(speaker.id, said.criterion),
        organization_id=questionnaire.organization_id,
        assessment_id=questionnaire.assessment_id,
        questionnaire_id=questionnaire.id,
        speaker_id=speaker.id,
        criterion=said.criterion,
        answer=said.answer,
        note=said.note,
        at=at,
        version=said.seen + 1,
    )


def _by_criterion(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for one in claims:
        found.setdefault(one.criterion, []).append(one)
    return found
