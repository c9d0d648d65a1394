"""What a correction changes: one publication beside the one that sets it right.

An act is never emptied, so nothing that somebody wrote freely enters it: of sources, remarks,
titles and names it says only that they are others. The words stand in the two bodies.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from jobquality.ledger.acts import Difference
from jobquality.ledger.snapshot import PublicFact, ScoreRow, Snapshot, UsedParameter
from jobquality.rubrics.model import TOTAL, State

#: Between the two ends of a score that are not the same number.
TO = ".."
#: Parts of a publication beside its answers, by their names in a snapshot.
_PARTS = ("organization", "employer", "rubric", "edition", "scoring_hash", "on")


def find_differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Return everything public that is another thing than before, the result first."""
    return (
        *_result(before, after),
        *_scores(before, after),
        *_answers(before, after),
        *_papers(before, after),
        *_figures(before, after),
        *_rest(before, after),
    )


def _result(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    for what in ("level", "if_evidence_holds", "could_reach"):
        yield from _changed(TOTAL, what, getattr(before, what), getattr(after, what))


def _scores(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    known = {row.node: row for row in before.scores}
    now = {row.node: row for row in after.scores}
    for node in _names(known, now):
        yield from _changed(node, "score", _ends(known.get(node)), _ends(now.get(node)))


def _answers(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    known = {fact.criterion: fact for fact in before.facts}
    now = {fact.criterion: fact for fact in after.facts}
    for name in _names(known, now):
        yield from _answer(name, known.get(name), now.get(name))


def _answer(name: str, before: PublicFact | None, after: PublicFact | None) -> Iterator[Difference]:
    yield from _changed(name, "answer", _answered(before), _answered(after))
    yield from _changed(name, "evidence", _grade(before), _grade(after))
    yield from _changed(name, "workers", _workers(before), _workers(after))
    yield from _changed(name, "month", _month(before), _month(after))
    yield from _changed(name, "law_checked", _checked(before), _checked(after))
    yield from _reason(name, before, after)
    yield from _reworded(name, "source", _source(before), _source(after))
    yield from _reworded(name, "note", _note(before), _note(after))


def _papers(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    """Yield where other papers stand behind an answer; a seal is new each time, and no paper."""
    known, now = _titles(before), _titles(after)
    for name in _names(known, now):
        yield from _reworded(name, "papers", known.get(name, []), now.get(name, []))


def _figures(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    known = {one.id: one for one in before.parameters}
    now = {one.id: one for one in after.parameters}
    for name in _names(known, now):
        earlier, later = known.get(name), now.get(name)
        if earlier != later:
            yield Difference(
                node=name, what="figure", before=_figure(earlier), after=_figure(later)
            )


def _rest(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    for part in _PARTS:
        yield from _reworded(part, "part", getattr(before, part), getattr(after, part))


def _changed(node: str, what: str, before: str, after: str) -> Iterator[Difference]:
    if before != after:
        yield Difference(node=node, what=what, before=before, after=after)


def _reworded(node: str, what: str, before: object, after: object) -> Iterator[Difference]:
    if before != after:
        yield Difference(node=node, what=what, before="", after="")


def _names(before: Mapping[str, object], after: Mapping[str, object]) -> Iterable[str]:
    return dict.fromkeys([*before, *after])


def _ends(row: ScoreRow | None) -> str:
    if row is None or row.low is None or row.high is None:
        return ""
    return row.low if row.low == row.high else f"{row.low}{TO}{row.high}"


def _answered(fact: PublicFact | None) -> str:
    """Return an answer without the reason that somebody may have given in words."""
    if fact is None:
        return ""
    return fact.answer if fact.state is State.VALUE else fact.state.value


def _reason(name: str, before: PublicFact | None, after: PublicFact | None) -> Iterator[Difference]:
    """Yield that another reason stands beside the same state: `na: no tips here`."""
    if before is None or after is None or before.state is not after.state:
        return
    if before.state is not State.VALUE:
        yield from _reworded(name, "reason", before.answer, after.answer)


def _grade(fact: PublicFact | None) -> str:
    return fact.grade.value if fact is not None and fact.grade is not None else ""


def _workers(fact: PublicFact | None) -> str:
    said = fact.workers if fact is not None else None
    return f"{said.share.value} of {said.at_least}, {said.month}" if said else ""


def _month(fact: PublicFact | None) -> str:
    return fact.month if fact is not None else ""


def _checked(fact: PublicFact | None) -> str:
    day = fact.law_checked_on if fact is not None else None
    return day.isoformat() if day else ""


def _source(fact: PublicFact | None) -> str:
    return fact.source if fact is not None else ""


def _note(fact: PublicFact | None) -> str:
    return fact.note if fact is not None else ""


def _titles(snapshot: Snapshot) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in snapshot.evidence:
        said = {name: str(value) for name, value in asdict(one).items() if name != "seal"}
        found.setdefault(one.criterion, []).append("\n".join(said.values()))
    return {name: sorted(titles) for name, titles in found.items()}


def _figure(used: UsedParameter | None) -> str:
    """Return the row that counts: its value, its unit, its place and since when."""
    if used is None or not used.rows:
        return ""
    row = used.rows[0]
    return f"{row.value} {used.unit}, {row.place}, {row.first.isoformat()}"
