"""The packet for a lawyer as a document: each public claim beside what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from jobquality.documents.packetlater import LaterWords, later_words
from jobquality.documents.pdf import render
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.chain import hash_of_link
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.withholding import as_shown
from jobquality.ledger.workers import title_of
from jobquality.reading.claims import ClaimWords, read_claims
from jobquality.reading.heard import earlier_words
from jobquality.reading.names import day_words
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.places import Places
from jobquality.services.packets import Packet
from jobquality.store.evidence import Evidence
from jobquality.store.reviews import ReviewStep, Step
from jobquality.wording import Speaker

#: What of an assessment's history belongs into the packet; comments stay inside.
_TOLD = (Step.SUBMITTED, Step.RETURNED, Step.APPROVED, Step.SENT, Step.LINK, Step.RESUMED,
         Step.ATTEMPT, Step.HANDED_OVER, Step.HEARD, Step.DECIDED, Step.TAKEN_BACK)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim with its two people and its files; texts are empty where there is nothing."""

    claim: ClaimWords
    answered: str
    reviewed: str
    stance: str
    files: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPage:
    """The whole packet."""

    score: ScorecardWords
    claims: tuple[ClaimRow, ...]
    derived: tuple[ClaimRow, ...]
    assessed: tuple[str, ...]
    reviewed: str
    published: str
    steps: tuple[tuple[str, str, str], ...]
    is_forged: bool
    earlier: str
    later: tuple[LaterWords, ...]
    number: int
    hash: str
    link: str
    key: str
    signature: str
    address: str
    made_at: str


def packet_pdf(
    packet: Packet, edition: Edition, places: Places, *, language: str, address: str
) -> bytes:
    """Return the packet as PDF; `address` is where everyone reads what was published.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    page = packet_page(packet, edition, places, language=language, address=address)
    return render("packet.html", {"page": page}, language=language, pictures={})


def packet_page(
    packet: Packet, edition: Edition, places: Places, *, language: str, address: str
) -> PacketPage:
    """Return what the packet says."""
    say = Speaker(language)
    packet = replace(packet, snapshot=as_shown(packet.snapshot, edition.rubric, places))
    card = rebuild(packet.snapshot, edition.rubric, places)
    score = read_scorecard(card, packet.snapshot, edition, places, say)
    rows = tuple(_Rows(packet, score, say).rows())
    roles, at = packet.snapshot.roles, packet.publication.published_at
    return PacketPage(
        score=score,
        claims=tuple(one for one in rows if not one.claim.follows_from),
        derived=tuple(one for one in rows if one.claim.follows_from),
        assessed=tuple(packet.name_of(one) for one in roles.assessed_by),
        reviewed=packet.name_of(roles.reviewed_by),
        published=packet.name_of(roles.published_by),
        steps=tuple(_steps(packet, say)),
        is_forged=bool(packet.untraced),
        earlier=_earlier(packet, say),
        later=tuple(later_words(packet, say)),
        number=packet.entry.number,
        hash=packet.entry.hash,
        link=hash_of_link(packet.entry),
        key=packet.key.key_id,
        signature=packet.entry.signature,
        address=address,
        made_at=moment_text(at),
    )


def _steps(packet: Packet, say: Speaker) -> Iterator[tuple[str, str, str]]:
    zone = ZoneInfo(packet.organization.time_zone)
    told = [
        (one.at, _step_words(packet, one, say), packet.name_of(one.person_id))
        for one in packet.steps
        if one.step in _TOLD
    ]
    theirs = [
        (one.at, say(f"packet_step_{one.what}"), packet.name_of(one.who)) for one in packet.heard
    ]
    for at, what, who in sorted([*told, *theirs], key=lambda one: one[0]):
        yield day_words(at.astimezone(zone).date(), say), what, who
    day = day_words(packet.publication.published_at.astimezone(zone).date(), say)
    yield day, say("packet_step_published"), packet.name_of(packet.publication.published_by)


def _step_words(packet: Packet, step: ReviewStep, say: Speaker) -> str:
    words = say(f"packet_step_{step.step.value}")
    is_forged = f"step/{step.id}" in packet.untraced
    return say("packet_step_forged", step=words) if is_forged else words


def _earlier(packet: Packet, say: Speaker) -> str:
    found = packet.earlier
    if found is None:
        return ""
    return earlier_words(packet.snapshot, found.revision, found.published_at, say)


class _Rows:
    def __init__(self, packet: Packet, score: ScorecardWords, say: Speaker) -> None:
        self._packet = packet
        self._score = score
        self._say = say
        self._zone = ZoneInfo(packet.organization.time_zone)
        before = (one for reply in score.reply.before for one in reply.stances)
        self._stances: dict[str, str] = {}
        for one in (*score.reply.stances, *before):
            told = f"{one.stance}: {one.text}" if one.text else one.stance
            known = self._stances.get(one.criterion)
            self._stances[one.criterion] = f"{known}. {told}" if known else told

    def rows(self) -> Iterator[ClaimRow]:
        for claim in read_claims(self._score):
            _, _, criterion = claim.id.partition("-")
            yield ClaimRow(
                claim=claim,
                answered=self._answered(criterion) if claim.kind in ("answer", "finding") else "",
                reviewed=self._reviewed(criterion) if claim.kind in ("answer", "finding") else "",
                stance=self._stances.get(criterion, ""),
                files=tuple(self._files(claim, criterion)),
            )

    def _answered(self, criterion: str) -> str:
        answer = self._packet.answers.get(criterion)
        if answer is None:
            # A figure that is worked out has no answer of its own; its parts have.
            return ", ".join(self._packet.name_of(one) for one in self._authors())
        return self._by(answer.author_id, answer.answered_at)

    def _authors(self) -> tuple[str, ...]:
        return self._packet.snapshot.roles.assessed_by

    def _reviewed(self, criterion: str) -> str:
        look = self._packet.looks.get(criterion)
        if look is not None:
            return self._by(look.person_id, look.at)
        approved = [one for one in self._packet.steps if one.step is Step.APPROVED]
        whole = self._say("packet_whole")
        return f"{self._by(approved[-1].person_id, approved[-1].at)} ({whole})" if approved else ""

    def _by(self, person_id: str, at: datetime) -> str:
        day = day_words(at.astimezone(self._zone).date(), self._say)
        return f"{self._packet.name_of(person_id)}, {day}"

    def _files(self, claim: ClaimWords, criterion: str) -> Iterator[Evidence]:
        if claim.follows_from:
            return
        titles = {ground.text for ground in claim.grounds}
        for piece in self._packet.evidence:
            if (
                piece.criterion == criterion
                or self._say.paper(title_of(piece.title, of_worker=piece.of_worker)) in titles
            ):
                yield piece

    def _title(self, piece: Evidence) -> str:
        return self._say.paper(title_of(piece.title, of_worker=piece.of_worker))
