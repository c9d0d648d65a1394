"""A published score with every kind of answer and state, made as a center would."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from jobquality.ledger.recompute import rebuild, score_rows, used_parameters
from jobquality.ledger.snapshot import (
    Confirmed,
    Issuer,
    Notified,
    PublicEvidence,
    PublicFact,
    Replied,
    Roles,
    Site,
    Snapshot,
    Stanced,
    Subject,
)
from jobquality.ledger.workers import coarse
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.rubrics.catalog import Edition, shipped
from jobquality.rubrics.catalog import shipped_parameters as parameters
from jobquality.rubrics.parameters import Parameters, load_parameters
from jobquality.scoring.answers import find_questions, read_answer, unit_of
from jobquality.scoring.facts import EmployerFacts, Fact, Grade
from jobquality.scoring.score import score
from jobquality.wording import Speaker

ON = date(2026, 2, 20)
SENT = datetime(2026, 2, 21, 15, tzinfo=UTC)
ENDED = datetime(2026, 3, 7, 15, tzinfo=UTC)
PUBLISHED = datetime(2026, 3, 9, 15, tzinfo=UTC)
PROFILE = {"place": "TX", "sector": "722511", "headcount": "22", "tipped_workers": "yes"}
NAME = "Blue Door Diner"


@dataclass(frozen=True)
class Told:
    """One answer as it was gathered."""

    answer: str
    grade: Grade | None = Grade.E2
    source: str = "Payroll records, seen on paper"
    note: str = ""
    workers: Confirmed | None = None
    law_checked_on: date | None = None


def edition_of(name: str = "restaurants_us@2026.1") -> Edition:
    return shipped().newest(name)


def the_texas_diner() -> dict[str, Told]:
    """Return the file's own worked case: what the law asks and little more."""
    rubric = edition_of().rubric
    known = {one.id for one in rubric.questions()}
    given = {name: text for name, text in rubric.examples[0].answers.items() if name in known}
    given |= {one.id: "none_found" for one in rubric.critical}
    return {name: Told(text) for name, text in given.items()}


def every_state() -> dict[str, Told]:
    """Return the same diner with each state, each grade and a finding."""
    return the_texas_diner() | {
        "wages_raise_first_year": Told("unknown", None, ""),
        "wages_tip_integrity": Told("tip_rules_in_writing; no_card_fees", Grade.E3),
        "sched_notice_days": Told(
            "10",
            Grade.E3,
            law_checked_on=ON,
            workers=coarse(8, 7, "2026-02"),
        ),
        "sched_change_pay": Told("declined", None, ""),
        "ben_sick_hours": Told("not_offered"),
        "ben_paid_time_off": Told("12", Grade.E0, "The manager said so"),
        "tips_kept_by_managers": Told(
            "found", Grade.E4, "Labor agency file 2026-114", note="Paid back in March 2026."
        ),
        "child_labor": Told("not_checked", None, ""),
    }


def snapshot_of(
    told: Mapping[str, Told],
    *,
    profile: Mapping[str, str] = PROFILE,
    living_wage: str = "",
    **but: object,
) -> Snapshot:
    """Return the snapshot that publishes these answers."""
    edition = edition_of()
    questions = find_questions(edition.rubric)
    facts, published = {}, []
    for name, one in told.items():
        answer = read_answer(questions[name], one.answer)
        note = one.note or answer.reason
        unit = unit_of(questions[name])
        facts[name] = Fact(
            criterion=name,
            state=answer.state,
            text=one.answer,
            value=answer.value,
            unit=unit,
            on=ON,
            grade=one.grade,
            source=one.source,
            note=note,
        )
        published.append(
            PublicFact(
                criterion=name,
                state=answer.state,
                answer=one.answer,
                unit=unit,
                month=f"{ON:%Y-%m}",
                grade=one.grade,
                source=one.source,
                note=note,
                workers=one.workers,
                law_checked_on=one.law_checked_on,
            )
        )
    employer = EmployerFacts(employer=NAME, part="", on=ON, profile=profile, facts=facts)
    card = score(edition.rubric, employer, _figures(living_wage))
    snapshot = Snapshot(
        engine="0.1.0",
        organization=Issuer(
            id="center",
            slug="center",
            name="Lone Star Workers’ Center",
            contact="errors@center.example",
            region="Texas",
            funding="Members",
            is_sample=False,
        ),
        employer=Subject(
            id="employer",
            slug="blue-door",
            name=NAME,
            profile=profile,
            sites=(Site(name="Elm Street", address="12 Elm Street, Austin", place="48453"),),
        ),
        rubric=edition.rubric.id,
        edition=edition.rubric.edition,
        scoring_hash=edition.rubric.scoring_hash,
        on=ON,
        revision=1,
        supersedes="",
        facts=tuple(published),
        parameters=used_parameters(card),
        evidence=(
            PublicEvidence(
                criterion="sched_notice_days",
                title="Posted schedules, January",
                grade=Grade.E2,
                url="https://diner.example/schedules",
                seal="",
                month="2026-02",
            ),
        ),
        scores=score_rows(card),
        level=card.outcome.level,
        if_evidence_holds=card.outcome.if_evidence_holds,
        could_reach=card.outcome.could_reach,
        roles=Roles(assessed_by=("one",), reviewed_by="two", published_by="two"),
        published_at=PUBLISHED,
        notice=Notified(
            sent_at=SENT,
            delivered_at=SENT,
            delivered_how="portal",
            ended_at=ENDED,
            days=14,
            time_zone="America/Chicago",
            is_shortened=False,
        ),
        reply=Replied(
            answered_at=ENDED - timedelta(hours=2),
            statement="We post schedules as early as we can.",
            replied_by="Owner",
            decision="The answer stays as it was.",
            stances=(
                Stanced(
                    criterion="sched_notice_days", stance="disagree", text="It is 14 days now."
                ),
            ),
        ),
    )
    return replace(snapshot, **but)  # type: ignore[arg-type]  # a test says what it needs


def _figures(living_wage: str) -> Parameters:
    """Return the shipped figures, with a living wage of the center's own where it is given."""
    shipped_figures = parameters()
    if not living_wage:
        return shipped_figures
    row = {"place": "us", "from": "2026-01-01", "value": living_wage, "source": "Our own count"}
    dates = {"as_of": "2026-01-01", "last_checked": "2026-01-01"}
    lines = "".join(f"        {name}: {value}\n" for name, value in (row | dates).items())
    head = "parameters:\n  - parameter: living_wage\n    unit: usd_per_hour\n    values:\n      -\n"
    file = f"{head}{lines}"
    return shipped_figures.joined(load_parameters(file.encode(), shipped_figures.places))


def read(snapshot: Snapshot, language: str) -> ScorecardWords:
    """Read a snapshot aloud, as the pages do: the score is made again from it alone."""
    edition, places = edition_of(), parameters().places
    card = rebuild(snapshot, edition.rubric, places)
    return read_scorecard(card, snapshot, edition, places, Speaker(language))
