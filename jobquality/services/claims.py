"""What an employer says for itself, beside the advocates' answers and never among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jobquality.store.claims import (
    Claimed,
    Speaker,
    Standing,
    list_claims,
    list_questionnaires,
    list_speakers,
)
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence


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


def claims_of(session: Session, assessment_id: str) -> Mapping[str, Claim]:
    """Return what the employer says, by criterion; whom the center refused is left out.

    Where two people of the employer answered, the one whose word was confirmed comes first,
    then the newer one; the rest stand in `others`.
    """
    questionnaires = {one.id: one for one in list_questionnaires(session, assessment_id)}
    speakers = {one.id: one for one in list_speakers(session, questionnaires)}
    said = [
        _claim(one, speakers[one.speaker_id], questionnaires[one.questionnaire_id].sent_in_at)
        for one in newest(list_claims(session, assessment_id))
        if speakers[one.speaker_id].state is not Standing.REFUSED
    ]
    said = [one for one in said if one.answer or one.note or one.documents]
    said.sort(key=lambda one: (one.is_confirmed_speaker, one.at), reverse=True)
    return {
        criterion: replace(first, others=tuple(others))
        for criterion, (first, *others) in _by_criterion(said).items()
    }


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


def _by_criterion(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for one in claims:
        found.setdefault(one.criterion, []).append(one)
    return found
