"""Advocacy briefs: what the published scores of a sector in a place say together.

Everything is counted exactly, from snapshots alone, and says what it is counted of.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from jobquality.errors import RefusedError
from jobquality.ledger.recompute import rebuild
from jobquality.ledger.snapshot import Snapshot
from jobquality.ledger.withheld import is_small
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.rubrics.model import Band, Choice, Criterion
from jobquality.rubrics.places import Places
from jobquality.rubrics.steps import steps_of
from jobquality.rubrics.units import read_number
from jobquality.scoring.cells import Hidden, hidden_parts, may_split, why_hidden, workers_of
from jobquality.scoring.exact import read_exact
from jobquality.scoring.scorecard import NodeScore, Scorecard
from jobquality.services.earlierreplies import EarlierReply
from jobquality.services.published import Published, places_of

#: A good job on one question: three quarters of its points, as in the scale of our standards.
GOOD = Fraction(3, 4)
_SECTORS = (6, 4, 3)


class TooFewError(RefusedError):
    """A brief would show single employers; `why` says in which way."""

    code = "too_few"

    def __init__(self, why: Hidden) -> None:
        self.why = why
        super().__init__(
            "There are fewer than 3 employers, or one has over 60 percent of the workers. "
            "A brief about them would show a single employer."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a brief is about: a NAICS code, whole or its first digits, and a place."""

    sector: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How many employers landed on one step of a criterion."""

    step: Band | Choice
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One criterion over all employers.

    `known` employers gave an answer that counts; `good` of them reach the step `standard` or
    a better one. `workers` is the share of the known employers' workers who work for those,
    None where it may not be shown or is not known. Where `hidden` is set, no figure counts.
    """

    question: Criterion
    standard: Band | Choice | None
    known: int
    good: int
    workers: Fraction | None
    parts: tuple[Part, ...]
    hidden: Hidden | None

    @property
    def share(self) -> Fraction:
        """The share of employers that reach it."""
        return Fraction(self.good, self.known) if self.known else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One trade inside the sector; the scores are means of both ends."""

    sector: str
    employers: int
    workers: int | None
    low: Fraction
    high: Fraction
    hidden: Hidden | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the scores say together. `id` changes with every score that goes in.

    `earlier` is which replies answered another draft, by the hash of the score; `spoken` are
    those of whose employers something is printed that they said later. `broken` are those that
    are not what was signed: they count for nothing, and are named.
    """

    id: str
    scope: Scope
    edition: Edition
    members: tuple[Published, ...]
    workers: int | None
    left_out: int
    is_sample: bool
    first: date
    last: date
    as_of: datetime
    low: Fraction
    high: Fraction
    levels: Mapping[str, int]
    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]
    earlier: Mapping[str, EarlierReply] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()
    broken: tuple[Published, ...] = ()


def list_scopes(published: Iterable[Published], places: Places) -> tuple[Scope, ...]:
    """Return every sector and place of which a brief can be made.

    Where a wider one holds the same employers, only the narrower one is listed.
    """
    everyone = _whole(published)
    wanted = dict.fromkeys(
        Scope(sector=one.snapshot.employer.sector[:digits], place=place)
        for digits in _SECTORS
        for one in everyone
        for place in places_of(one, places)
    )
    found: dict[tuple[str, ...], Scope] = {}
    for scope in wanted:
        members = _members(everyone, scope, places)
        if members and why_hidden(_headcounts(members)) is None:
            found.setdefault(tuple(one.publication.hash for one in members), scope)
    return tuple(sorted(found.values(), key=lambda scope: (scope.sector, scope.place)))


def make_brief(
    published: Iterable[Published], scope: Scope, *, catalog: Catalog, places: Places
) -> Brief:
    """Return the brief of a sector in a place.

    Samples and real employers are never mixed, nor are editions of standards: those of the
    most used one are counted, and how many were left out is said.

    Raises:
        TooFewError: single employers would show.
    """
    given = tuple(published)
    everyone = _whole(given)
    members = _members(everyone, scope, places)
    why = why_hidden(_headcounts(members))
    if why is not None:
        raise TooFewError(why)
    first = members[0].snapshot
    edition = catalog.edition(first.rubric, first.edition)
    cards = [rebuild(one.snapshot, edition.rubric, places) for one in members]
    return Brief(
        id=_id(scope, members),
        scope=scope,
        edition=edition,
        members=members,
        workers=_told(members),
        left_out=len(_within(everyone, scope, places)) - len(members),
        is_sample=first.organization.is_sample,
        first=min(one.snapshot.on for one in members),
        last=max(one.snapshot.on for one in members),
        as_of=max(one.publication.published_at for one in members),
        low=_mean(_end(one.snapshot, "low") for one in members),
        high=_mean(_end(one.snapshot, "high") for one in members),
        levels=Counter(one.snapshot.level for one in members),
        findings=tuple(_findings(edition, members, cards)),
        rows=tuple(_rows(members)),
        broken=tuple(one for one in _within(given, scope, places) if one.is_changed),
    )


def _whole(published: Iterable[Published]) -> tuple[Published, ...]:
    return tuple(one for one in published if not one.is_changed)


def _within(everyone: Iterable[Published], scope: Scope, places: Places) -> list[Published]:
    """Return those of the sector in the place; of samples, only where there is nobody else."""
    found = [
        one
        for one in everyone
        if one.snapshot.employer.sector.startswith(scope.sector)
        and scope.place in places_of(one, places)
    ]
    real = [one for one in found if not one.snapshot.organization.is_sample]
    return real or found


def _members(everyone: Iterable[Published], scope: Scope, places: Places) -> tuple[Published, ...]:
    found = _within(everyone, scope, places)
    if not found:
        return ()
    counted = Counter((one.snapshot.rubric, one.snapshot.edition) for one in found)
    used = max(counted, key=lambda name: (counted[name], name))
    return tuple(one for one in found if (one.snapshot.rubric, one.snapshot.edition) == used)


def _headcounts(members: Iterable[Published]) -> list[int | None]:
    return [headcount_of(one.snapshot) for one in members]


def headcount_of(snapshot: Snapshot) -> int | None:
    """Return how many workers an employer has, as published, or None."""
    number = read_number(snapshot.employer.profile.get("headcount", ""))
    return int(number) if number is not None and number > 0 else None


def is_of_some_sites(published: Published) -> bool:
    """Say whether a score is known to cover fewer sites than the employer has."""
    sites = len(published.snapshot.employer.sites)
    return 0 < sites < (published.known.sites_known or 0)


def _workers_behind(published: Published) -> int | None:
    """Return how many workers a score speaks of, or None.

    The headcount is of the whole employer: of some of its sites nobody told how many there are.
    """
    return None if is_of_some_sites(published) else headcount_of(published.snapshot)


def _told(of: Iterable[Published]) -> int | None:
    """Return how many workers these scores speak of; None where that is not known, or too few."""
    count = _count(of)
    return None if count is None or is_small(count) else count


def _count(of: Iterable[Published]) -> int | None:
    return workers_of([_workers_behind(one) for one in of])


def _findings(
    edition: Edition, members: tuple[Published, ...], cards: list[Scorecard]
) -> Iterator[Finding]:
    nodes = [{node.id: node for node in card.total.walk()} for card in cards]
    for question in edition.rubric.root.criteria():
        if isinstance(question.points, tuple) and question.most:
            known = [
                (one, found[question.id])
                for one, found in zip(members, nodes, strict=True)
                if question.id in found and found[question.id].answered
            ]
            yield _finding(question, known, fewer_is_better=edition.rubric.lower_is_better)


def _finding(
    question: Criterion, known: list[tuple[Published, NodeScore]], *, fewer_is_better: bool
) -> Finding:
    inside = [one for one, node in known if _is_good(question, node, fewer_is_better)]
    outside = [one for one, node in known if not _is_good(question, node, fewer_is_better)]
    everybody = [one for one, _ in known]
    total, reached, others = (_told(of) for of in (everybody, inside, outside))
    may_be_told = may_split(_headcounts(inside), _headcounts(outside))
    is_shown = total and None not in (reached, others) and may_be_told
    return Finding(
        question=question,
        standard=_standard(question, fewer_is_better),
        known=len(known),
        good=len(inside),
        workers=Fraction(reached or 0, total) if is_shown and total else None,
        parts=tuple(_parts(question, [node for _, node in known])),
        hidden=why_hidden(_headcounts(everybody)),
    )


def _is_good(question: Criterion, node: NodeScore, fewer_is_better: bool) -> bool:  # noqa: FBT001  # of the standard
    points = node.low
    if points is None or not question.most:
        return False
    share = points / question.most
    return share <= 1 - GOOD if fewer_is_better else share >= GOOD


def _standard(question: Criterion, fewer_is_better: bool) -> Band | Choice | None:  # noqa: FBT001  # of the standard
    """Return the first step that counts as good."""
    steps = steps_of(question.points)
    most = question.most or Fraction(1)
    good = [
        step
        for step in steps
        if (step.gives / most <= 1 - GOOD if fewer_is_better else step.gives / most >= GOOD)
    ]
    return min(good, key=lambda step: abs(step.gives / most - GOOD), default=None)


def _parts(question: Criterion, nodes: list[NodeScore]) -> Iterator[Part]:
    """Yield how many landed on each step; something not offered is on the one that gives least."""
    steps = steps_of(question.points)
    landed = Counter(node.low for node in nodes)
    seen: set[Fraction] = set()
    for step in steps:
        if step.gives not in seen:
            seen.add(step.gives)
            yield Part(step=step, count=landed.get(step.gives, 0))


def _rows(members: tuple[Published, ...]) -> Iterator[Row]:
    parts: dict[str, list[Published]] = {}
    for one in members:
        parts.setdefault(one.snapshot.employer.sector, []).append(one)
    hidden = hidden_parts({sector: _headcounts(of) for sector, of in parts.items()})
    counts = {sector: _count(of) for sector, of in parts.items()}
    # The sum of all is told: less the other rows it would tell of one that is too small.
    may_tell = not any(is_small(count or 0) for count in counts.values())
    for sector, of in sorted(parts.items()):
        yield Row(
            sector=sector,
            employers=len(of),
            workers=counts[sector] if may_tell else None,
            low=_mean(_end(one.snapshot, "low") for one in of),
            high=_mean(_end(one.snapshot, "high") for one in of),
            hidden=hidden.get(sector),
        )


def _end(snapshot: Snapshot, name: str) -> Fraction:
    return read_exact(getattr(snapshot.row("total"), name) or "0") or Fraction(0)


def _mean(numbers: Iterable[Fraction]) -> Fraction:
    given = list(numbers)
    return sum(given, start=Fraction(0)) / len(given)


def _id(scope: Scope, members: tuple[Published, ...]) -> str:
    hashes = sorted(one.publication.hash for one in members)
    return hashlib.sha256("\n".join([scope.sector, scope.place, *hashes]).encode()).hexdigest()
