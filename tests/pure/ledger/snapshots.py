"""Random snapshots, and the snapshot of a scorecard as it would be published."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from hypothesis import strategies as st

from jobquality.ledger.recompute import score_rows, used_parameters
from jobquality.ledger.snapshot import (
    Confirmed,
    Issuer,
    Notified,
    PublicEvidence,
    PublicFact,
    Replied,
    RepliedBefore,
    Roles,
    ScoreRow,
    Share,
    Site,
    Snapshot,
    Stanced,
    StancedBefore,
    Subject,
    UsedParameter,
    UsedRow,
)
from jobquality.ledger.workers import month_of
from jobquality.rubrics.model import State
from jobquality.rubrics.units import show_number
from jobquality.scoring.answers import Question, find_questions, unit_of
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.scorecard import Scorecard

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_days = st.dates(min_value=date(1, 1, 1))
_moments = st.datetimes(timezones=st.just(UTC))
_numbers = st.sampled_from(["0", "1", "66.5", "1/3", "-2/7"])
_tallies = st.integers(0, 2**53 - 1)
_maps = st.dictionaries(_texts, _texts, max_size=3)


def _tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


_evidence = st.builds(
    PublicEvidence,
    criterion=_texts,
    title=_texts,
    grade=st.sampled_from(Grade),
    url=_texts,
    seal=_texts,
    month=_texts,
)
_facts = st.builds(
    PublicFact,
    criterion=_texts,
    state=st.sampled_from(State),
    answer=_texts,
    unit=_texts,
    month=_texts,
    grade=st.none() | st.sampled_from(Grade),
    source=_texts,
    note=_texts,
    workers=st.none()
    | st.builds(
        Confirmed,
        at_least=_tallies,
        share=st.sampled_from(Share),
        month=_texts,
    ),
    law_checked_on=st.none() | _days,
)
_rows = st.builds(
    UsedRow,
    place=_texts,
    first=_days,
    last=st.none() | _days,
    limits=st.dictionaries(_texts, _maps, max_size=2),
    value=_numbers,
    source=_texts,
    as_of=_days,
    last_checked=_days,
    check_by=st.none() | _days,
)
_scores = st.builds(
    ScoreRow,
    node=_texts,
    state=st.sampled_from(State),
    value=st.none() | _numbers,
    low=st.none() | _numbers,
    high=st.none() | _numbers,
    answered=_numbers,
    coverage=_numbers,
    confirmed=_numbers,
    share=_numbers,
)
_notices = st.builds(
    Notified,
    sent_at=_moments,
    delivered_at=_moments,
    delivered_how=_texts,
    ended_at=_moments,
    days=_tallies,
    time_zone=_texts,
    is_shortened=st.booleans(),
)
_replies = st.builds(
    Replied,
    answered_at=st.none() | _moments,
    statement=_texts,
    replied_by=_texts,
    stances=_tuples(st.builds(Stanced, criterion=_texts, stance=_texts, text=_texts)),
    decision=_texts,
    earlier=_tuples(
        st.builds(
            RepliedBefore,
            answered_at=_moments,
            statement=_texts,
            replied_by=_texts,
            stances=_tuples(
                st.builds(
                    StancedBefore, criterion=_texts, stance=_texts, text=_texts, answer=_texts
                )
            ),
            decision=_texts,
            is_unsent=st.booleans(),
        )
    ),
    is_older=st.booleans(),
    is_unsent=st.booleans(),
)
_issuers = st.builds(
    Issuer,
    id=_texts,
    slug=_texts,
    name=_texts,
    contact=_texts,
    region=_texts,
    funding=_texts,
    is_sample=st.booleans(),
)
_subjects = st.builds(
    Subject,
    id=_texts,
    slug=_texts,
    name=_texts,
    profile=_maps,
    sites=_tuples(st.builds(Site, name=_texts, address=_texts, place=_texts)),
)

#: Anything that has the form of a snapshot, whether it makes sense or not.
snapshots = st.builds(
    Snapshot,
    engine=_texts,
    organization=_issuers,
    employer=_subjects,
    rubric=_texts,
    edition=_texts,
    scoring_hash=_texts,
    on=_days,
    revision=_tallies,
    supersedes=_texts,
    facts=_tuples(_facts),
    parameters=_tuples(
        st.builds(UsedParameter, id=_texts, unit=_texts, lookup=_texts, rows=_tuples(_rows))
    ),
    evidence=_tuples(_evidence),
    scores=_tuples(_scores),
    level=_texts,
    if_evidence_holds=_texts,
    could_reach=_texts,
    roles=st.builds(Roles, assessed_by=_tuples(_texts), reviewed_by=_texts, published_by=_texts),
    published_at=st.none() | _moments,
    notice=st.none() | _notices,
    reply=st.none() | _replies,
)


def snapshot_of(card: Scorecard, facts: EmployerFacts) -> Snapshot:
    """Return the snapshot that publishes a scorecard made from these facts."""
    questions = find_questions(card.rubric)
    return Snapshot(
        engine="0.1.0",
        organization=Issuer(
            id="center",
            slug="center",
            name="Workers’ Center",
            contact="errors@center.example",
            region="Texas",
            funding="Members",
            is_sample=False,
        ),
        employer=Subject(
            id="employer", slug="diner", name=facts.employer, profile=facts.profile, sites=()
        ),
        rubric=card.rubric.id,
        edition=card.rubric.edition,
        scoring_hash=card.rubric.scoring_hash,
        on=card.on,
        revision=1,
        supersedes="",
        facts=tuple(_published(fact, questions[name]) for name, fact in facts.facts.items()),
        parameters=used_parameters(card),
        evidence=(),
        scores=score_rows(card),
        level=card.outcome.level,
        if_evidence_holds=card.outcome.if_evidence_holds,
        could_reach=card.outcome.could_reach,
        roles=Roles(assessed_by=("one",), reviewed_by="two", published_by="two"),
        published_at=NOON,
    )


def with_score(snapshot: Snapshot, node: str, **but: str) -> Snapshot:
    """Return the snapshot with another score of one node."""
    rows = (replace(row, **but) if row.node == node else row for row in snapshot.scores)  # type: ignore[arg-type]  # a test says what it needs
    return replace(snapshot, scores=tuple(rows))


def _published(fact: Fact, question: Question) -> PublicFact:
    return PublicFact(
        criterion=fact.criterion,
        state=fact.state,
        answer=_written(fact),
        unit=unit_of(question),
        month=month_of(fact.on),
        grade=fact.grade,
        source=fact.source,
        note=fact.note,
        workers=None,
        law_checked_on=None,
    )


def _written(fact: Fact) -> str:
    value = fact.value
    if value is None:
        return f"na: {fact.note}" if fact.state is State.NA else fact.state.value
    if isinstance(value, frozenset):
        return "; ".join(sorted(value))
    return show_number(value) if isinstance(value, Fraction) else str(value)
