"""How much of a draft a reviewer looked at: answer by answer, and what lies behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobquality.access.actors import Actor
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withholding import as_shown
from jobquality.reading.scorecard import read_scorecard
from jobquality.reading.values import ScorecardWords
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import find_questions
from jobquality.services.evidence import list_opened
from jobquality.services.shown import Shown, mark_of, parts_of, shown_now
from jobquality.store.assessments import Assessment
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence, list_evidence
from jobquality.store.looks import list_looks
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How many of `count` answers somebody spoke of, and how many of `files` they opened."""

    looked: int
    count: int
    opened: int
    files: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left."""
        return self.looked == self.count and self.opened == self.files

    @property
    def kept(self) -> str:
        """What the history keeps of it; empty where it was everything."""
        told = (self.looked, self.count, self.opened, self.files)
        return "" if self.is_whole else ":".join(map(str, told))


def rest_of(rubric: Rubric, named: Iterable[str], now: Mapping[str, Shown]) -> tuple[str, ...]:
    """Return the answers that stand behind none of the lines and violations named."""
    shown = {part for name in named for part in parts_of(rubric, name)}
    return tuple(name for name in find_questions(rubric) if name in now and name not in shown)


def key_of(evidence: Evidence) -> str:
    """Return what tells this revision of a piece of evidence from others."""
    return f"{evidence.id}.{evidence.revision}"


def how_much(
    session: Session, actor: Actor, assessment: Assessment, draft: Snapshot, *, catalog: Catalog
) -> Looked:
    """Return how much of a draft somebody looked at, as it stands now."""
    rubric = catalog.get(assessment.rubric, assessment.edition)
    now = shown_now(session, assessment.id)
    lines = _named(_words(draft, catalog))
    names = (*lines, *rest_of(rubric, lines, now))
    said = {
        (one.criterion, one.mark)
        for one in list_looks(session, assessment.id)
        if one.person_id == actor.person_id
    }
    behind = {part for name in names for part in parts_of(rubric, name)}
    pieces = {
        key_of(one)
        for one in list_evidence(session, assessment.id)
        if one.criterion in behind and (one.is_file or one.url)
    }
    opened = set(map(key_of, list_opened(session, assessment.id, actor.person_id)))
    return Looked(
        looked=sum((name, mark_of(now, parts_of(rubric, name))) in said for name in names),
        count=len(names),
        opened=len(pieces & opened),
        files=len(pieces),
    )


def _named(words: ScorecardWords) -> tuple[str, ...]:
    lines = (line.id for topic in words.topics for line in topic.lines)
    return (*(one.id for one in words.findings), *lines)


def _words(draft: Snapshot, catalog: Catalog) -> ScorecardWords:
    """Return the draft as pages read it; only which lines there are is used of it."""
    edition = catalog.edition(draft.rubric, draft.edition)
    places = catalog.parameters.places
    shown = as_shown(draft, edition.rubric, places)
    card = rebuild(shown, edition.rubric, places)
    return read_scorecard(card, shown, edition, places, Speaker("en"))
