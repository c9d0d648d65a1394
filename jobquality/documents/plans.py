"""The improvement plan as a document, from the snapshot alone."""

from dataclasses import dataclass, replace

from jobquality.documents.charts import Tick, score_scale, sign, small_scale
from jobquality.documents.pdf import render
from jobquality.ledger.canonical import moment_text
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.names import Names
from jobquality.reading.outcomes import Standing
from jobquality.reading.plans import PlanWords, read_plan
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import TOTAL, Rubric
from jobquality.rubrics.places import Places
from jobquality.scoring.plan import improvement_plan
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands around the plan; `corrected` says that its score set another one right."""

    score: ScorecardWords
    plan: PlanWords
    levels: str
    address: str
    made_at: str
    has_levels: bool
    corrected: str = ""


def plan_pdf(  # noqa: PLR0913  # of what, and how it is told
    snapshot: Snapshot,
    edition: Edition,
    places: Places,
    *,
    language: str,
    public_url: str,
    corrected: str = "",
) -> bytes:
    """Return the improvement plan of an employer as PDF; `corrected` is printed at its head.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    page, pictures = plan_page(snapshot, edition, places, language=language, public_url=public_url)
    page = replace(page, corrected=corrected)
    return render("plan.html", {"page": page}, language=language, pictures=pictures)


def plan_page(
    snapshot: Snapshot, edition: Edition, places: Places, *, language: str, public_url: str
) -> tuple[Page, dict[str, str]]:
    """Return what the plan says, and its pictures: the score, and each topic's."""
    say = Speaker(language)
    snapshot = as_shown(snapshot, edition.rubric, places)
    card = rebuild(snapshot, edition.rubric, places)
    score = read_scorecard(card, snapshot, edition, places, say)
    plan = read_plan(improvement_plan(card), snapshot, edition, places, say)
    floors = _floors(edition.rubric, Names.of(edition, say))
    published = snapshot.published_at
    page = Page(
        score=score,
        plan=plan,
        levels=", ".join(f"{tick.label} {_shown(tick.at)}" for tick in floors),
        address=f"{public_url}/{language}/e/{snapshot.employer.slug}",
        made_at=moment_text(published) if published else "",
        has_levels=bool(card.outcome.levels),
    )
    pictures = {
        f"topic-{number}": small_scale(float(topic.ends.low_at), float(topic.ends.high_at))
        for number, topic in enumerate(score.topics, start=1)
    }
    whole = score_scale(float(score.ends.low_at), float(score.ends.high_at), floors)
    signs = {standing.value: sign(standing) for standing in Standing}
    return page, {"scale": whole, **pictures, **signs}


def _shown(at: float) -> str:
    """Return a place on the scale for people."""
    return f"{at:.2f}".rstrip("0").rstrip(".")


def _floors(rubric: Rubric, names: Names) -> list[Tick]:
    """Return where each level starts on the scale of the total, the lowest first."""
    most = rubric.root.out_of
    found = [
        Tick(at=float(floor.number / most * 100), label=names.level(level.id))
        for level in rubric.levels
        for floor in level.floors
        if floor.name == TOTAL and not floor.at_most
    ]
    return sorted(found, key=lambda tick: tick.at)
