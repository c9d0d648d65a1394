"""What differs between two drafts of one publication, and what got worse for the employer."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from fractions import Fraction

from jobquality.ledger.plainwords import is_plain
from jobquality.ledger.snapshot import PublicEvidence, PublicFact, ScoreRow, Share, Snapshot
from jobquality.rubrics.model import NO_LEVEL, NOT_ENOUGH_KNOWN, Asked, Criterion, Rubric
from jobquality.scoring.answers import FOUND, NONE_FOUND
from jobquality.wording.evidence import WORKERS_PAPER

#: Parts that are no answer start with a capital, which no criterion does.
EMPLOYER, STANDARD, FIGURES, RESULT = "Employer", "Standard", "Figures", "Result"
ISSUER = "Organization"
_LENGTH = 16
#: What is said of the papers behind an answer.
_OF_PAPERS = ("source", "evidence")
#: Which part of the workers who were asked confirmed, the more the higher.
_SHARES: Mapping[Share, int] = {Share.FEW: 1, Share.MOST: 2, Share.ALL: 3}


def fingerprint(draft: Snapshot) -> dict[str, str]:
    """Return a short hash of each part of a draft: one an answer, and one each for the rest.

    Of the organization only its name and contact are part of it; the names of people are not.
    """
    rows = {row.node: row for row in draft.scores}
    answers = {fact.criterion: _answer_hash(draft, fact, rows) for fact in draft.facts}
    rest = [asdict(row) for row in draft.scores if row.node not in answers]
    return answers | {
        EMPLOYER: _hash(asdict(draft.employer)),
        ISSUER: _hash(_issuer(draft)),
        STANDARD: _hash([draft.rubric, draft.edition, draft.scoring_hash, draft.on]),
        FIGURES: _hash([asdict(one) for one in draft.parameters]),
        RESULT: _hash([rest, draft.level, draft.if_evidence_holds, draft.could_reach]),
    }


def changed_parts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Return the parts of two fingerprints that differ, by name."""
    names = before.keys() | after.keys()
    return tuple(sorted(name for name in names if before.get(name) != after.get(name)))


def worse_parts(
    before: Snapshot, after: Snapshot, rubric: Rubric, *, things: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Return the questions on which `after` says something worse of the employer.

    Worse is: fewer points at either end or in the value, a question that newly counts, a
    critical violation that is newly found, a lower level, another employer or workplace, another
    name or contact of the organization, or other public words (an answer, a source, a remark,
    evidence) that bring no more points: nobody printed words that the employer has not read.
    Where they do bring more, a new source or title of evidence may name papers and days alone
    (see `plainwords`; `things` are papers that the standard names): "Postings that the owner
    had forged" is a remark, whatever it is worth.
    """
    earlier, later = _rows(before, rubric), _rows(after, rubric)
    worse = {name for name in later if _is_worse(earlier.get(name), later[name], rubric)}
    said, says = _facts(before), _facts(after)
    found = {
        one.id
        for one in rubric.critical
        if _is_found(says.get(one.id)) and not _is_found(said.get(one.id))
    }
    better = {name for name in later if _is_better(earlier.get(name), later[name], rubric)}
    better |= {part for name in better for part in _parts_of(rubric, name)}
    better |= {one.id for one in rubric.critical if _is_cleared(says.get(one.id))}
    remarked = {name for name in says if _has_new_words(name, before, after)} - better
    remarked |= {name for name, fact in says.items() if _is_remarked(said.get(name), fact)}
    remarked |= {name for name in says if _is_told_by_papers(name, before, after, things)}
    weaker = {name for name, fact in says.items() if name in said and _is_weaker(said[name], fact)}
    confirmed = {
        name
        for name, fact in says.items()
        if _is_fewest(later.get(name)) and name in said and said[name].grade != fact.grade
    }
    lower = {RESULT} if is_lower_level(before.level, after.level, rubric) else set()
    other = {EMPLOYER} if _who(before) != _who(after) else set()
    other |= {ISSUER} if has_other_issuer(before, after) else set()
    return tuple(sorted(worse | found | remarked | weaker | confirmed | lower | other))


def public_words(name: str, draft: Snapshot, rubric: Rubric) -> tuple[object, ...]:
    """Return what the public reads of one question: its answer, its note, its score.

    What a criterion is worked out from is a part of it. Sources and evidence are not: an answer
    that only rests on other papers says the same as before.
    """
    facts, names = _facts(draft), (name, *_parts_of(rubric, name))
    said = [
        (one, facts[one].state, facts[one].answer, facts[one].unit, facts[one].note)
        for one in names
        if one in facts
    ]
    rows = [(row.state, row.value, row.low, row.high) for row in draft.scores if row.node == name]
    return *said, *rows


def read_words(name: str, draft: Snapshot, rubric: Rubric) -> tuple[object, ...]:
    """Return everything that an employer reads of one question: answer, source, note, papers.

    What a criterion is worked out from is a part of it, and so is its score.
    """
    names = (name, *_parts_of(rubric, name))
    papers = [(one, sorted(_words(one, draft))) for one in names]
    return *public_words(name, draft, rubric), *papers


def has_other_issuer(before: Snapshot, after: Snapshot) -> bool:
    """Say whether another name, or another contact to write to, stands on the later draft."""
    return _issuer(before) != _issuer(after)


def is_lower_level(before: str, after: str, rubric: Rubric) -> bool:
    """Say whether `after`, the id of a level, is a lower one than `before`."""
    return _rank(after, rubric) > _rank(before, rubric)


def _answer_hash(draft: Snapshot, fact: PublicFact, rows: Mapping[str, ScoreRow]) -> str:
    row = rows.get(fact.criterion)
    evidence = [asdict(one) for one in draft.evidence if one.criterion == fact.criterion]
    return _hash([asdict(fact), evidence, asdict(row) if row else None])


def _hash(content: object) -> str:
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _rows(draft: Snapshot, rubric: Rubric) -> dict[str, ScoreRow]:
    scored = {one.id for one in rubric.root.criteria()}
    return {row.node: row for row in draft.scores if row.node in scored}


def _facts(draft: Snapshot) -> dict[str, PublicFact]:
    return {fact.criterion: fact for fact in draft.facts}


def _is_worse(before: ScoreRow | None, after: ScoreRow, rubric: Rubric) -> bool:
    if before is None:
        return True
    pairs = zip(_ends(before), _ends(after), strict=True)
    return any(_is_less(one, other, rubric) for one, other in pairs)


def _is_better(before: ScoreRow | None, after: ScoreRow | None, rubric: Rubric) -> bool:
    if before is None or after is None:
        return False
    return _is_less(after.low, before.low, rubric) and not _is_worse(before, after, rubric)


def _ends(row: ScoreRow) -> Iterable[str | None]:
    return row.low, row.high, row.value or row.low


def _is_less(before: str | None, after: str | None, rubric: Rubric) -> bool:
    """Say whether an end got worse; one that starts to count is held to be worse."""
    if before is None or after is None:
        return before is None and after is not None
    if rubric.lower_is_better:
        return Fraction(after) > Fraction(before)
    return Fraction(after) < Fraction(before)


def _rank(level: str, rubric: Rubric) -> int:
    """Return the place of a level, the best first."""
    order = [*(one.id for one in rubric.levels), NOT_ENOUGH_KNOWN, NO_LEVEL]
    return order.index(level) if level in order else len(order)


def _is_found(fact: PublicFact | None) -> bool:
    return fact is not None and fact.answer.strip() == FOUND


def _is_cleared(fact: PublicFact | None) -> bool:
    return fact is not None and fact.answer.strip() == NONE_FOUND


def _is_fewest(row: ScoreRow | None) -> bool:
    """Say whether a question brings nothing: better proof of that is no favor."""
    return row is not None and row.high is not None and not Fraction(row.high)


def _is_remarked(before: PublicFact | None, after: PublicFact) -> bool:
    """Say whether another note stands beside an answer: no better answer makes up for it.

    Nor does leaving the score: the reason why a question does not apply is public words too. Of
    a violation that was found, what was done about it may not go either.
    """
    known = before.note if before else ""
    is_gone = bool(known) and not after.note and _is_found(after)
    return is_gone or (bool(after.note) and after.note != known)


def _is_weaker(before: PublicFact, after: PublicFact) -> bool:
    """Say whether an answer is proved less well: a lower grade, or fewer workers confirm it."""
    old, new = before.grade, after.grade
    is_lower = old is not None and new is not None and new.value < old.value
    shares = [_SHARES.get(one.workers.share, 0) if one.workers else 0 for one in (before, after)]
    is_fewer = after.workers is not None and shares[1] < shares[0]
    return is_lower or is_fewer


def _has_new_words(name: str, before: Snapshot, after: Snapshot) -> bool:
    """Say whether the public reads words of a question that the employer has not read."""
    known = _words(name, before)
    return any(words not in known for words in _words(name, after))


def _is_told_by_papers(
    name: str, before: Snapshot, after: Snapshot, things: AbstractSet[str]
) -> bool:
    """Say whether a new source, or a new title of evidence, says more than which papers it is."""
    new = _words(name, after) - _words(name, before)
    return any(not is_plain(text, things) for part, text in new if part in _OF_PAPERS)


def _words(name: str, draft: Snapshot) -> frozenset[tuple[str, str]]:
    fact = _facts(draft).get(name)
    said = {"answer": fact.answer, "source": fact.source, "note": fact.note} if fact else {}
    evidence = {("evidence", f"{one.title} {one.url}".strip()) for one in _evidence(name, draft)}
    # What kind of paper it is are our words, and say nothing about anybody.
    evidence.discard(("evidence", WORKERS_PAPER))
    return frozenset([*((part, text) for part, text in said.items() if text), *evidence])


def _evidence(name: str, draft: Snapshot) -> Iterator[PublicEvidence]:
    return (one for one in draft.evidence if one.criterion == name)


def _parts_of(rubric: Rubric, name: str) -> Iterator[str]:
    """Yield the figures that a criterion is worked out from."""
    for question in rubric.questions():
        if question.id == name:
            yield from _figures_of(question)


def _figures_of(question: Criterion) -> Iterator[str]:
    measure = question.measure
    if measure is not None:
        terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
        yield from (term.name for term in terms if term.kind is Asked.FIGURE)


def _who(draft: Snapshot) -> tuple[object, ...]:
    employer = draft.employer
    return employer.name, employer.place, employer.sector, employer.sites


def _issuer(draft: Snapshot) -> tuple[str, str]:
    return draft.organization.name, draft.organization.contact
