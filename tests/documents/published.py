"""Published scores of the invented employers, made without a database."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from jobquality.access.states import PublicationState
from jobquality.ledger.canonical import hash_of
from jobquality.ledger.form import dump_snapshot
from jobquality.ledger.recompute import score_rows, used_parameters
from jobquality.ledger.snapshot import (
    Issuer,
    Notified,
    PublicFact,
    Replied,
    Roles,
    Site,
    Snapshot,
    Stanced,
    Subject,
)
from jobquality.ledger.workers import coarse
from jobquality.rubrics.catalog import Catalog, Edition, shipped
from jobquality.rubrics.model import Criterion, Critical, Level
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.scoring.answers import find_questions, read_answer, unit_of
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.score import score
from jobquality.services.known import Known
from jobquality.services.published import Published
from jobquality.services.samples import story
from jobquality.store.employers import Scope
from jobquality.store.publications import Publication

CATALOG: Catalog = shipped()
EDITION: Edition = CATALOG.edition("restaurants_us", "2026.1")
PLACES = CATALOG.parameters.places
_ISSUER = Issuer(
    id="samples",
    slug="sample-center",
    name="SAMPLE Cooks and Servers Center",
    contact="corrections@sample.example",
    region="Central Texas and Illinois",
    funding="Members, and a grant of the SAMPLE Foundation",
    is_sample=True,
)


@cache
def figures() -> Parameters:
    """Return the shipped figures and the invented living wages."""
    rows = "".join(
        f"\n      - {{place: {place}, from: {first}, value: {value}, source: SAMPLE wage board, "
        f"as_of: {first}, last_checked: {first}}}"
        for place, first, value in story.RATES
    )
    text = (
        "parameters:\n  - parameter: living_wage\n    title: Living wage\n"
        f"    unit: usd_per_hour\n    lookup: nearest\n    values:{rows}\n"
    )
    return CATALOG.parameters.joined(load_parameters(text.encode(), PLACES))


def published(key: str = "casa_2026", **answers: str) -> Snapshot:
    """Return the snapshot of an invented assessment; `answers` replace some, "" leaves one out."""
    wanted = next(one for one in story.ASSESSMENTS if one.key == key)
    employer = next(one for one in story.EMPLOYERS if one.key == wanted.employer)
    rubric = EDITION.rubric
    questions = find_questions(rubric)
    facts: dict[str, Fact] = {}
    public: list[PublicFact] = []
    given = {one.criterion: one for one in story.sample_answers()[key]}
    for name, one in given.items():
        text = answers.get(name, one.answer)
        if text == "":
            continue
        question = questions[name]
        answer = read_answer(question, text)
        fact = Fact(
            criterion=name,
            state=answer.state,
            text=text,
            value=answer.value,
            unit=_unit(question),
            on=wanted.on,
            grade=Grade(one.grade) if one.grade else None,
            source=one.source,
            note=answer.reason,
        )
        facts[name] = fact
        month = f"{wanted.on:%Y-%m}"
        public.append(
            PublicFact(
                criterion=name,
                state=fact.state,
                answer=text,
                unit=fact.unit,
                month=month,
                grade=fact.grade,
                source=fact.source,
                note=fact.note,
                workers=coarse(one.workers[0], one.workers[1], month) if one.workers else None,
                law_checked_on=None,
            )
        )
    profile = _profile(employer)
    card = score(
        rubric,
        EmployerFacts(employer=employer.name, part="", on=wanted.on, profile=profile, facts=facts),
        figures(),
    )
    published_at = datetime.combine(wanted.on, datetime.min.time(), UTC) + timedelta(days=28)
    return Snapshot(
        engine="jobquality 0.1.0",
        organization=_ISSUER,
        employer=Subject(
            id=employer.key,
            slug=employer.key,
            name=employer.name,
            profile=profile,
            sites=tuple(
                Site(name=name, address=address, place=employer.place)
                for name, address in employer.sites
            ),
        ),
        rubric=rubric.id,
        edition=rubric.edition,
        scoring_hash=rubric.scoring_hash,
        on=wanted.on,
        revision=1,
        supersedes="",
        facts=tuple(public),
        parameters=used_parameters(card),
        evidence=(),
        scores=score_rows(card),
        level=card.outcome.level,
        if_evidence_holds=card.outcome.if_evidence_holds,
        could_reach=card.outcome.could_reach,
        roles=Roles(assessed_by=("one",), reviewed_by="two", published_by="two"),
        published_at=published_at,
        notice=Notified(
            sent_at=published_at - timedelta(days=20),
            delivered_at=published_at - timedelta(days=18),
            delivered_how="opened",
            ended_at=published_at - timedelta(days=4),
            days=14,
            time_zone="America/Chicago",
            is_shortened=False,
        ),
        reply=_reply(wanted.reply, published_at),
    )


def listed(snapshots: Iterable[Snapshot]) -> tuple[Published, ...]:
    """Return snapshots as the current publications of their employers."""
    found = []
    for number, snapshot in enumerate(snapshots, start=1):
        content = dump_snapshot(snapshot)
        publication = Publication(
            hash=hash_of(content),
            organization_id=snapshot.organization.id,
            number=number,
            employer_id=snapshot.employer.id,
            assessment_id=f"assessment{number}",
            state=PublicationState.CURRENT,
            contested=False,
            published_at=snapshot.published_at or datetime(2026, 7, 1, tzinfo=UTC),
            published_by="two",
            content=content,
        )
        employer = snapshot.employer
        known = Known(id=employer.id, slug=employer.slug, name=employer.name, scope=Scope.SINGLE)
        found.append(Published(publication=publication, snapshot=snapshot, known=known))
    return tuple(found)


def called(snapshot: Snapshot, name: str) -> Snapshot:
    """Return the snapshot of an employer of another name."""
    return replace(snapshot, employer=replace(snapshot.employer, name=name))


def _unit(question: Criterion | Critical | Level) -> str:
    return unit_of(question)


def _profile(employer: story.SampleEmployer) -> Mapping[str, str]:
    return {
        "place": employer.place,
        "sector": employer.sector,
        "headcount": str(employer.headcount),
        "tipped_workers": "yes" if employer.is_tipped else "no",
    }


def _reply(reply: story.SampleReply | None, at: datetime) -> Replied:
    if reply is None:
        return Replied(answered_at=None, statement="", replied_by="", stances=(), decision="")
    return Replied(
        answered_at=at - timedelta(days=10),
        statement=reply.statement,
        replied_by=reply.by,
        stances=tuple(
            Stanced(criterion=name, stance=stance.value, text=text)
            for name, (stance, text) in reply.stances.items()
        ),
        decision=reply.decision,
    )
