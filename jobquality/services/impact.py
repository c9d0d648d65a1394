"""What an edition would do to everything that is published now, before anybody publishes it.

Nothing is written but the report itself: every score is worked out in memory.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from jobquality.access.states import CertificateStatus, PublicationState
from jobquality.errors import FaultsError, JobQualityError
from jobquality.ledger.form import load_snapshot
from jobquality.ledger.recompute import facts_of
from jobquality.ledger.snapshot import Snapshot
from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.carrying import carry
from jobquality.scoring.exact import exact_text, read_exact
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.score import score
from jobquality.services.figures import parameters_of
from jobquality.services.standard_checks import read_bridge
from jobquality.services.standard_drafts import check_open, edition_of_draft
from jobquality.store.certificates import list_certificates
from jobquality.store.database import Session
from jobquality.store.publications import Publication, list_publications
from jobquality.store.standard_drafts import (
    StandardDraft,
    change_draft,
    get_draft,
    read_draft_files,
)
from jobquality.store.standards import BRIDGE

#: How many employers are scored in one go; more are done step by step, with progress shown.
AT_ONCE = 200
_LONGEST_WHY = 300


class Move(StrEnum):
    """What becomes of one publication's level."""

    GAINS = "gains"
    LOSES = "loses"
    SAME = "same"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """One current publication, and what it would be. Scores are exact numbers as text.

    `why` says why it cannot be scored; then `low`, `high` and `level` are empty. `certificate`
    is the code of a valid one of this employer: it runs on whatever the new edition says.
    """

    hash: str
    employer: str
    slug: str
    edition: str
    low_before: str
    high_before: str
    level_before: str
    low: str = ""
    high: str = ""
    level: str = ""
    move: Move = Move.UNSCORED
    why: str = ""
    certificate: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether anything would be another."""
        before = (self.low_before, self.high_before, self.level_before)
        return before != (self.low, self.high, self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """How far the report is, and what it says so far; `at` is when it was begun."""

    at: str
    hashes: tuple[str, ...]
    touched: tuple[Touched, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether every publication was scored."""
        return len(self.touched) >= len(self.hashes)

    def of(self, move: Move) -> tuple[Touched, ...]:
        """Return the publications of which one thing becomes."""
        return tuple(one for one in self.touched if one.move is move)


def read_impact(draft: StandardDraft) -> Impact | None:
    """Return the report of a draft, as far as it is; None where nobody began one."""
    if not draft.impact:
        return None
    kept = json.loads(draft.impact)
    rows = (Touched(**{**one, "move": Move(one["move"])}) for one in kept["touched"])
    return Impact(at=kept["at"], hashes=tuple(kept["hashes"]), touched=tuple(rows))


def measure_impact(
    session: Session,
    draft_id: str,
    *,
    catalog: Catalog,
    at: datetime,
    most: int = AT_ONCE,
) -> StandardDraft:
    """Score the next publications by the new edition, and keep what comes out with the draft."""
    worked = work_out_impact(session, draft_id, catalog=catalog, at=at, most=most)
    return keep_impact(session, worked)


def keep_impact(session: Session, draft: StandardDraft) -> StandardDraft:
    """Keep a report with its draft.

    Raises:
        RefusedError: the draft was proposed, published or put away meanwhile.
        ConflictError: somebody else changed it meanwhile.
    """
    check_open(session, draft)
    return change_draft(session, draft)


def work_out_impact(
    session: Session,
    draft_id: str,
    *,
    catalog: Catalog,
    at: datetime,
    most: int = AT_ONCE,
) -> StandardDraft:
    """Return a draft with the next publications scored by it; nothing is written.

    It takes seconds, so it reads only: nobody who writes has to wait for it.

    Begins the report where there is none, and anew where something was published or withdrawn
    since. The session belongs to the organization.

    Raises:
        NotFoundError: there is no such draft.
        RefusedError: it is proposed, published or put away.
        FaultsError: it cannot be used any more.
    """
    draft = get_draft(session, draft_id)
    check_open(session, draft)
    edition = edition_of_draft(session, draft, catalog)
    current = {one.hash: one for one in _current(session, draft, edition)}
    impact = read_impact(draft)
    if impact is None or set(impact.hashes) != set(current):
        impact = Impact(at=at.isoformat(), hashes=tuple(current))
    ahead = impact.hashes[len(impact.touched) :][:most]
    scorer = _Scorer(
        edition=edition,
        follows=draft.follows,
        bridge=read_draft_files(session, draft.id).get(BRIDGE),
        parameters=parameters_of(session, catalog),
        catalog=catalog,
    )
    codes = _valid_codes(session, (current[one].employer_id for one in ahead), on=at.date())
    more = (
        replace(scorer.touched(found), certificate=codes.get(found.employer_id, ""))
        for found in (current[one] for one in ahead)
    )
    impact = replace(impact, touched=(*impact.touched, *more))
    return replace(draft, impact=json.dumps(asdict(impact)))


def is_stale(session: Session, draft: StandardDraft, edition: Edition) -> bool:
    """Say whether something was published or withdrawn since the report was begun."""
    impact = read_impact(draft)
    if impact is None:
        return False
    return {one.hash for one in _current(session, draft, edition)} != set(impact.hashes)


def _current(session: Session, draft: StandardDraft, edition: Edition) -> Sequence[Publication]:
    """Return what is published now by the same standard, or by the one that it extends."""
    names = {draft.rubric, edition.rubric.extends.partition("@")[0]} - {""}
    current = list_publications(session, state=PublicationState.CURRENT)
    return [one for one in current if load_snapshot(one.content).rubric in names]


def _valid_codes(session: Session, employer_ids: Iterable[str], *, on: date) -> Mapping[str, str]:
    """Return the newest valid certificate of each employer that has one."""
    return {
        one.employer_id: one.code
        for one in reversed(list_certificates(session, employer_ids=employer_ids))
        if one.status is CertificateStatus.VALID and one.valid_until >= on
    }


@dataclass(slots=True, kw_only=True)
class _Scorer:
    """Scores publications by a new edition; bridges are made once for each old edition."""

    edition: Edition
    follows: str
    bridge: bytes | None
    parameters: Parameters
    catalog: Catalog

    def touched(self, publication: Publication) -> Touched:
        """Return what would become of one publication."""
        snapshot = load_snapshot(publication.content)
        total = snapshot.scores[0]
        before = Touched(
            hash=publication.hash,
            employer=snapshot.employer.name,
            slug=snapshot.employer.slug,
            edition=f"{snapshot.rubric}@{snapshot.edition}",
            low_before=total.low or "",
            high_before=total.high or "",
            level_before=snapshot.level,
        )
        try:
            return self._scored(before, snapshot)
        except FaultsError as error:
            return replace(before, why=_said(error))
        except JobQualityError as error:
            return replace(before, why=str(error)[:_LONGEST_WHY])

    def _scored(self, before: Touched, snapshot: Snapshot) -> Touched:
        old = self.catalog.edition(snapshot.rubric, snapshot.edition)
        facts = facts_of(snapshot, old.rubric)
        onto = carried_facts(facts, self._bridge(old), old, self.edition)
        card = score(self.edition.rubric, onto, self.parameters)
        level = card.outcome.level
        return replace(
            before,
            low=_text(card.total.low),
            high=_text(card.total.high),
            level=level,
            move=self._move(before.level_before, level, old),
        )

    def _bridge(self, old: Edition) -> Bridge:
        given = self.bridge if old.rubric.name == self.follows else None
        return read_bridge(given, old, self.edition)

    def _move(self, before: str, after: str, old: Edition) -> Move:
        if before == after:
            return Move.SAME
        first, second = _place(before, old), _place(after, self.edition)
        if first == second:  # no level, and not enough known: nobody is higher
            return Move.SAME
        return Move.GAINS if second > first else Move.LOSES


def carried_facts(
    facts: EmployerFacts, bridge: Bridge, old: Edition, new: Edition
) -> EmployerFacts:
    """Return facts of one edition as another can read them; critical violations keep their ids."""
    known = {one.id for one in old.rubric.critical} & {one.id for one in new.rubric.critical}
    kept = {name: fact for name, fact in facts.facts.items() if name in known}
    carried = carry(bridge, facts.facts, new.rubric).facts
    return replace(facts, facts={**carried, **kept})


def _said(error: FaultsError) -> str:
    """Return why a score cannot be worked out, without what to do on a command line."""
    return error.faults[0].message.partition(" Add a row for it")[0][:_LONGEST_WHY]


def _place(level: str, edition: Edition) -> int:
    """Return how many levels of an edition a level is at or above; 0 for what is none.

    A standard lists its highest level first.
    """
    names = [one.id for one in edition.rubric.levels]
    return len(names) - names.index(level) if level in names else 0


def _text(number: Fraction | None) -> str:
    return "" if number is None else exact_text(number)


def shown_number(text: str) -> Fraction | None:
    """Return an exact number of a report again."""
    return read_exact(text) if text else None


def counts(touched: Iterable[Touched]) -> Mapping[str, int]:
    """Return how many gain, lose, stay and cannot be scored."""
    found = [one.move for one in touched]
    return {move.value: found.count(move) for move in Move}
