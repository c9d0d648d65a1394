"""What everybody reads of what an employer said after publication, from the chain alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from jobquality.ledger.acts import ActKind, Tombstone, load_act
from jobquality.ledger.acts import Statement as Act
from jobquality.ledger.saidbefore import is_unsent
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.catalog import Catalog
from jobquality.services.amends import Buried, read_amends
from jobquality.services.contesting import find_waiting
from jobquality.services.fixes import days_of
from jobquality.services.published import Published
from jobquality.store.database import Session
from jobquality.store.employers import family_of
from jobquality.store.publications import Publication, list_publications
from jobquality.store.statements import (
    Outcome,
    Printed,
    Statement,
    Topic,
    list_printed,
    list_statements,
    spoken_of,
)

#: How many answers there are before their mean is told: fewer would show a single employer's.
LEAST_ANSWERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision: what comes of a statement, why, and when that was said."""

    outcome: Outcome
    reasons: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One statement as it is printed; `is_gone` where its words gave way to a tombstone.

    `reasons` are those of the decision, `earlier` what was decided before it. `is_waiting` says
    that a correction or withdrawal was decided and not carried out yet. `fixed_in` is in how
    many days a score showed it. `gone_why` is the reason, with the order, why its words went,
    and `gone_at` when that was.
    """

    id: str
    publication_hash: str
    topic: Topic
    criteria: tuple[str, ...]
    text: str
    who: str
    at: datetime
    fixed_on: date | None
    outcome: Outcome | None
    reasons: str
    decided_at: datetime | None
    fixed_in: int | None
    is_gone: bool
    is_waiting: bool = False
    earlier: tuple[Decided, ...] = ()
    gone_why: str = ""
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTimes:
    """How fast an organization answers employers; `mean` in days, None while there are few.

    `late` is how many wait for longer than they were promised.
    """

    answered: int
    mean: Fraction | None
    late: int


def spoken_beside(
    session: Session, history: Sequence[Published], *, catalog: Catalog
) -> tuple[Spoken, ...]:
    """Return what an employer said of any of its publications, oldest first."""
    printed = list_printed(session, [one.publication.hash for one in history])
    numbers = {one.publication.hash: one.publication.number for one in history}
    waiting = find_waiting(session, [one.statement for one in printed], numbers)
    buried = {one.act.body: one.act for one in read_amends(session).said if isinstance(one, Buried)}
    found = (
        _spoken(one, history, catalog, is_waiting=one.statement.id in waiting) for one in printed
    )
    return tuple(
        _buried(spoken, buried.get(one.statement.act_hash))
        for spoken, one in zip(found, printed, strict=True)
    )


def _buried(spoken: Spoken, act: Tombstone | None) -> Spoken:
    """Return a statement whose words are gone with the reason that everybody reads."""
    if not spoken.is_gone or act is None:
        return spoken
    return replace(spoken, gone_why=act.reason, gone_at=act.at)


def has_replied(published: Published, spoken: Collection[str]) -> bool:
    """Say whether an employer's words stand beside a publication, from before it or after."""
    return is_replied_to(published.publication, published.snapshot, spoken)


def is_replied_to(publication: Publication, snapshot: Snapshot, spoken: Collection[str]) -> bool:
    """Say the same of what was published alone."""
    before = snapshot.reply is not None and snapshot.reply.answered_at is not None
    return (before and not is_unsent(snapshot)) or publication.hash in spoken


def has_only_unsent(published: Published, spoken: Collection[str]) -> bool:
    """Say whether what stands there is what an employer wrote and did not send, and no more."""
    return is_only_unsent(published.publication, published.snapshot, spoken)


def is_only_unsent(publication: Publication, snapshot: Snapshot, spoken: Collection[str]) -> bool:
    """Say the same of what was published alone."""
    return is_unsent(snapshot) and not is_replied_to(publication, snapshot, spoken)


def has_answered_withdrawal(published: Published, spoken: Mapping[str, datetime]) -> bool:
    """Say whether an employer's words stand beside the reason for which its score was withdrawn."""
    back, last = published.withdrawn, spoken.get(published.publication.hash)
    return back is not None and last is not None and last >= back.act.at


def spoken_hashes(session: Session) -> Mapping[str, datetime]:
    """Return the publications beside which something is printed that was said later, with when."""
    return spoken_of(session)


def spoken_since(session: Session, publication: Publication, since: datetime) -> tuple[Spoken, ...]:
    """Return what the employer of a publication said since a moment, oldest first.

    It stands where a reason is public that came later: of a withdrawal, of a certificate.
    """
    records = family_of(session, publication.employer_id)
    hashes = [one.hash for one in list_publications(session, employer_ids=records)]
    return tuple(
        _words_alone(one) for one in list_printed(session, hashes) if one.statement.said_at >= since
    )


def _words_alone(printed: Printed) -> Spoken:
    one, said = printed.statement, _act(printed.body)
    text = said.text if said else ""
    return Spoken(
        id=one.id,
        publication_hash=one.publication_hash,
        topic=one.topic,
        criteria=(),
        text=text.partition(": ")[2] if one.fixed_on else text,
        who=said.said_by if said else "",
        at=one.said_at,
        fixed_on=one.fixed_on,
        outcome=None,
        reasons="",
        decided_at=None,
        fixed_in=None,
        is_gone=said is None,
    )


def answer_times(session: Session, *, today: date) -> AnswerTimes:
    """Return how fast an organization answers; the session belongs to it alone."""
    return times_of(list_statements(session), today=today)


def times_of(statements: Iterable[Statement], *, today: date) -> AnswerTimes:
    """Return how fast statements were answered, and how many wait for too long."""
    every = list(statements)
    days = [(one.answered_at - one.said_at).days for one in every if one.answered_at is not None]
    waiting = (one for one in every if one.answered_at is None and one.state.value != "refused")
    enough = len(days) >= LEAST_ANSWERS
    return AnswerTimes(
        answered=len(days),
        mean=Fraction(sum(days), len(days)) if enough else None,
        late=sum(one.answer_by < today for one in waiting),
    )


def _spoken(
    printed: Printed, history: Sequence[Published], catalog: Catalog, *, is_waiting: bool
) -> Spoken:
    one = printed.statement
    said, decision = _act(printed.body), _decided(printed.decision)
    about = next(it for it in history if it.publication.hash == one.publication_hash)
    rubric = catalog.get(about.snapshot.rubric, about.snapshot.edition)
    standing = [(it.publication, it.snapshot) for it in history if not it.is_withdrawn]
    text = said.text if said else ""
    return Spoken(
        id=one.id,
        publication_hash=one.publication_hash,
        topic=one.topic,
        criteria=one.criteria,
        text=text.partition(": ")[2] if one.fixed_on else text,
        who=said.said_by if said else "",
        at=one.said_at,
        fixed_on=one.fixed_on,
        outcome=Outcome(one.outcome) if one.outcome else None,
        reasons=decision.reasons if decision else "",
        decided_at=decision.at if decision else None,
        fixed_in=days_of(one, standing, rubric),
        is_gone=said is None,
        is_waiting=is_waiting,
        earlier=tuple(found for found in map(_decided, printed.earlier) if found),
    )


def _decided(body: str) -> Decided | None:
    act = _act(body)
    if act is None:
        return None
    outcome, _, reasons = act.text.partition(": ")
    return Decided(outcome=Outcome(outcome), reasons=reasons, at=act.at)


def _act(body: str) -> Act | None:
    act = load_act(ActKind.STATEMENT.value, body) if body else None
    return act if isinstance(act, Act) else None
