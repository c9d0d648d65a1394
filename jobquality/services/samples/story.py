"""What the samples tell: invented employers, over two years. Nobody here is real."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jobquality.access.states import Stance

RUBRIC = "restaurants_us"
EDITION = "2026.1"
_ANSWERS = Path(__file__).with_name("answers.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEmployer:
    """An invented employer; `sites` are pairs of a name and an address."""

    key: str
    name: str
    sector: str
    place: str
    headcount: int
    is_tipped: bool
    sites: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReply:
    """What an invented employer answers, and what comes of it; `stances` by criterion.

    `fixed_on` is since when what they say is fixed is so, `reasons` why each point stays.
    """

    statement: str
    by: str
    decision: str
    stances: Mapping[str, tuple[Stance, str]] = field(default_factory=dict)
    fixed_on: date | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAssessment:
    """One invented assessment, from its day to its publication four weeks later."""

    employer: str
    on: date
    reply: SampleReply | None = None
    rubric: str = RUBRIC
    edition: str = EDITION

    @property
    def key(self) -> str:
        """The name of its column in the file of answers."""
        return f"{self.employer}_{self.on.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """One invented answer; `workers` are asked and confirming."""

    criterion: str
    answer: str
    grade: str
    source: str
    workers: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleActivity:
    """Something the invented initiative did."""

    kind: str
    way: str
    title: str
    text: str
    on: date
    workers: int | None = None
    employers: int | None = None


EMPLOYERS = (
    SampleEmployer(
        key="elm",
        name="SAMPLE Elm Street Diner",
        sector="722511",
        place="48453",
        headcount=22,
        is_tipped=True,
        sites=(("Elm Street", "1 Elm Street, Austin"),),
    ),
    SampleEmployer(
        key="casa",
        name="SAMPLE Casa Verde",
        sector="722511",
        place="48453",
        headcount=42,
        is_tipped=True,
        sites=(("Downtown", "20 Oak Avenue, Austin"), ("Riverside", "5 River Road, Austin")),
    ),
    SampleEmployer(
        key="pine",
        name="SAMPLE Pine & Salt Kitchen",
        sector="722511",
        place="48453",
        headcount=36,
        is_tipped=True,
        sites=(("Pine Street", "300 Pine Street, Austin"),),
    ),
    SampleEmployer(
        key="quick",
        name="SAMPLE Quick Counter",
        sector="722513",
        place="48453",
        headcount=48,
        is_tipped=False,
        sites=(("North", "900 North Loop, Austin"), ("South", "12 South Loop, Austin")),
    ),
    SampleEmployer(
        key="river",
        name="SAMPLE Two Rivers Kitchen",
        sector="722511",
        place="48453",
        headcount=16,
        is_tipped=False,
        sites=(("Two Rivers", "8 River Road, Austin"),),
    ),
    SampleEmployer(
        key="luna",
        name="SAMPLE Taquería La Luna",
        sector="722511",
        place="48453",
        headcount=18,
        is_tipped=True,
        sites=(("La Luna", "77 Cedar Street, Austin"),),
    ),
    SampleEmployer(
        key="owl",
        name="SAMPLE Night Owl Café",
        sector="722515",
        place="48453",
        headcount=15,
        is_tipped=True,
        sites=(("Night Owl", "8 Campus Drive, Austin"),),
    ),
    SampleEmployer(
        key="lake",
        name="SAMPLE Lakeside Grill",
        sector="722511",
        place="IL",
        headcount=30,
        is_tipped=True,
        sites=(("Lakeside", "40 Lake Road, Springfield"),),
    ),
    SampleEmployer(
        key="prairie",
        name="SAMPLE Prairie Noodle House",
        sector="722511",
        place="IL",
        headcount=26,
        is_tipped=True,
        sites=(("Prairie", "6 Prairie Street, Springfield"),),
    ),
    SampleEmployer(
        key="fern",
        name="SAMPLE Fern & Fig",
        sector="722511",
        place="IL",
        headcount=24,
        is_tipped=True,
        sites=(("Fern", "15 Fern Street, Peoria"),),
    ),
)

_THANKS = SampleReply(
    statement="Thank you for showing us this before it came out. We agree with it, and we have "
    "begun to post the schedule two weeks ahead.",
    by="SAMPLE owner",
    decision="The employer accepts the answers. Nothing changes.",
)

ASSESSMENTS = (
    SampleAssessment(employer="elm", on=date(2025, 3, 3)),
    SampleAssessment(employer="casa", on=date(2025, 3, 10), reply=_THANKS),
    SampleAssessment(
        employer="pine",
        on=date(2025, 3, 17),
        reply=SampleReply(
            statement="We pay more than our neighbors, and we want to pay the full living wage "
            "to everyone by the end of 2026.",
            by="SAMPLE manager",
            decision="The statement is printed as it came. No answer changes.",
            stances={"wages_raise_first_year": (Stance.ACCEPT, "This is right.")},
        ),
    ),
    SampleAssessment(
        employer="luna",
        on=date(2025, 3, 24),
        reply=SampleReply(
            statement="We made mistakes with pay in 2024. We are paying back what we owe.",
            by="SAMPLE owner",
            decision="No answer changes. The statement is printed.",
            stances={
                "wages_back_wages": (Stance.DISAGREE, "It was never on purpose."),
                "sched_notice_days": (Stance.FIXED, "Since April 2025 we post 5 days ahead."),
            },
            fixed_on=date(2025, 4, 1),
            reasons={
                "wages_back_wages": "The finding stands until the money is paid.",
                "sched_notice_days": "The score is of March, before the change.",
            },
        ),
    ),
    SampleAssessment(employer="lake", on=date(2025, 4, 7), reply=_THANKS),
    SampleAssessment(
        employer="river", on=date(2025, 4, 14), rubric="sample_kitchens", edition="2025.1"
    ),
    SampleAssessment(
        employer="casa",
        on=date(2026, 5, 4),
        reply=SampleReply(
            statement="Posting the schedule two weeks ahead works better for us too.",
            by="SAMPLE owner",
            decision="The employer accepts the answers. Nothing changes.",
        ),
    ),
    SampleAssessment(employer="elm", on=date(2026, 5, 11), reply=_THANKS),
    SampleAssessment(employer="pine", on=date(2026, 5, 18), reply=_THANKS),
    SampleAssessment(
        employer="luna",
        on=date(2026, 5, 25),
        reply=SampleReply(
            statement="Everyone who was owed money has been paid. The letters are in our files.",
            by="SAMPLE owner",
            decision="The records were read. Nothing changes.",
        ),
    ),
    SampleAssessment(employer="quick", on=date(2026, 6, 1)),
    SampleAssessment(employer="owl", on=date(2026, 6, 8), reply=_THANKS),
    SampleAssessment(employer="lake", on=date(2026, 6, 15), reply=_THANKS),
    SampleAssessment(employer="prairie", on=date(2026, 6, 22)),
    SampleAssessment(employer="fern", on=date(2026, 6, 29), reply=_THANKS),
    SampleAssessment(
        employer="river", on=date(2026, 7, 6), rubric="sample_kitchens", edition="2026.1"
    ),
)

#: An invented living wage: parameter, place, first day, dollars an hour.
RATES = (
    ("TX", date(2025, 1, 1), "17.00"),
    ("TX", date(2026, 1, 1), "17.50"),
    ("IL", date(2025, 1, 1), "18.00"),
    ("IL", date(2026, 1, 1), "18.50"),
)

PARTNERS = (
    ("SAMPLE Cooks and Servers Center", "leads; trains, researches and helps workers organize"),
    ("SAMPLE Community College", "teaches the evening courses and gives the certificates"),
    ("SAMPLE Good Table Owners' Circle", "brings restaurant owners together"),
)

ACTIVITIES = (
    SampleActivity(
        kind="research",
        way="improve_jobs",
        title="SAMPLE study of schedules in 40 restaurants",
        text="Workers and students asked how far ahead schedules are posted.",
        on=date(2025, 2, 3),
        employers=40,
    ),
    SampleActivity(
        kind="training",
        way="move_up",
        title="SAMPLE line cook course, first class",
        text="Twelve weeks of evenings. Dishwashers and runners learn the line.",
        on=date(2025, 6, 16),
        workers=18,
        employers=4,
    ),
    SampleActivity(
        kind="convening",
        way="improve_jobs",
        title="SAMPLE owners' table on steady schedules",
        text="Nine owners compared how they post shifts, and what it saves them.",
        on=date(2025, 9, 22),
        employers=9,
    ),
    SampleActivity(
        kind="organizing",
        way="improve_jobs",
        title="SAMPLE know-your-rights evenings",
        text="Workers met five times to read the wage and safety laws together.",
        on=date(2025, 11, 10),
        workers=64,
    ),
    SampleActivity(
        kind="policy_advocacy",
        way="improve_jobs",
        title="SAMPLE talk with the city council about notice of schedules",
        text="Workers and two owners told the council what two weeks' notice would change.",
        on=date(2026, 2, 9),
        workers=11,
        employers=2,
    ),
    SampleActivity(
        kind="service",
        way="move_up",
        title="SAMPLE job matching for graduates of the course",
        text="Graduates met employers with a level of Bronze or better.",
        on=date(2026, 7, 20),
        workers=13,
        employers=5,
    ),
)


def sample_answers() -> dict[str, tuple[SampleAnswer, ...]]:
    """Return the answers of every sample assessment, by its key."""
    gathered: dict[str, list[SampleAnswer]] = {}
    for key, answer in _read():
        gathered.setdefault(key, []).append(answer)
    return {key: tuple(answers) for key, answers in gathered.items()}


def _read() -> Iterator[tuple[str, SampleAnswer]]:
    with _ANSWERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            asked, confirming = row["workers_asked"], row["workers_confirming"]
            yield (
                row["assessment"],
                SampleAnswer(
                    criterion=row["criterion"],
                    answer=row["answer"],
                    grade=row["grade"],
                    source=row["source"],
                    workers=(int(asked), int(confirming)) if asked else None,
                ),
            )
