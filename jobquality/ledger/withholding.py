"""Takes out of a draft every number that tells of one to four workers, and scores it again.

In such a place stands that it is not known here (or, as of a question that was not asked,
nothing); of a share, the least number that counts as the withheld one does; of a count, where
only that keeps a question out of the score, 0. The remark beside it says which (`withheld`). Of
the ways that withhold enough, the one is taken by which most scores stay what they are. Where
none keeps a score, what cannot be shown does not count: everybody must be able to work the score
out from what is published.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from jobquality.errors import FaultsError
from jobquality.ledger.fewer import Look, figures_in, workers_in
from jobquality.ledger.recompute import (
    rebuild,
    score_rows,
    used_parameters,
)
from jobquality.ledger.snapshot import PublicFact, Snapshot
from jobquality.ledger.withheld import Withheld, mark_of, masked
from jobquality.rubrics.model import Criterion, Rubric, State
from jobquality.rubrics.places import Places
from jobquality.scoring.answers import find_questions, unit_of
from jobquality.scoring.lines import weakest_grade

_NONE = "0"
_STATES = {"": State.UNKNOWN, State.MISSING.value: State.MISSING}
#: Worse than any number of scores that differ: the answers contradict each other.
_IMPOSSIBLE = 1_000_000
#: How often a search starts again after it found something to hide.
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is withheld: numbers of workers, and other answers.

    `written` says what stands for a number where that is not `unknown`. `rounded` are numbers
    beside a count, such as hours, which together with a step would tell it.
    """

    hidden: frozenset[str]
    written: frozenset[tuple[str, str]] = frozenset()
    open: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()


def withhold(snapshot: Snapshot, rubric: Rubric, places: Places) -> Snapshot:
    """Return a draft without any number that tells of one to four workers, scored again.

    Raises:
        FaultsError: it cannot be scored, or not by this standard.
    """
    made = _withheld(snapshot, rubric, places)
    if made is None:
        return snapshot
    return made.scored or _scored(made.snapshot, rubric, places)


def as_shown(snapshot: Snapshot, rubric: Rubric, places: Places) -> Snapshot:
    """Return a published score as its pages show it: with the scores that were signed.

    What was published before such numbers were withheld keeps them in its own bytes only. It
    comes back as it is where it cannot be shown without them and with its score.

    Raises:
        FaultsError: as `withhold`.
    """
    made = _withheld(snapshot, rubric, places)
    return made.snapshot if made is not None and not made.differing else snapshot


@dataclass(frozen=True, slots=True)
class _Made:
    """What came out of a choice; `scored` is the same, scored again, where that was possible."""

    snapshot: Snapshot
    differing: int
    scored: Snapshot | None = None


def _withheld(snapshot: Snapshot, rubric: Rubric, places: Places) -> _Made | None:
    look = Look(snapshot, rubric, places)
    return None if look.is_quiet else _Search(look, snapshot, rubric, places).best()


@dataclass(slots=True)
class _Search:
    """Looks for the way to withhold by which most scores stay what they are."""

    look: Look
    snapshot: Snapshot
    rubric: Rubric
    places: Places
    _tried: dict[_Choice, _Made] = field(default_factory=dict)

    def best(self) -> _Made:
        choice = _Choice(hidden=self.look.small, open=self.look.thin)
        for pair in self.look.narrow:
            if not choice.hidden & {pair.part, pair.whole}:
                one, other = ({pair.part}, {pair.whole})
                choice = self._better(self._more(choice, one), self._more(choice, other))
        choice = self._safe(choice)
        for _ in range(_MOST_ROUNDS):
            before = choice
            for name in sorted(choice.hidden):
                choice = self._written(choice, name)
            if choice == before:
                break
        return self._made(choice)

    def _written(self, choice: _Choice, name: str) -> _Choice:
        best = choice
        for text in (State.MISSING.value, _NONE) if name in self.look.small else (State.MISSING,):
            kept = {one for one in choice.written if one[0] != name}
            other = replace(choice, written=frozenset(kept | {(name, str(text))}))
            best = self._better(best, other)
        return best

    def _safe(self, choice: _Choice) -> _Choice:
        """Hide the other parts too, where what is left would tell of the hidden one."""
        for _ in range(_MOST_ROUNDS):
            told = self._still_told(choice)
            if told <= choice.hidden:
                break
            choice = self._more(choice, told)
        return replace(choice, rounded=frozenset(self._beside(choice)))

    def _beside(self, choice: _Choice) -> Iterator[str]:
        """Yield what stands beside a count in a figure whose step would still tell the count."""
        for question in self.look.measures_with(choice.hidden):
            is_told = self.look.is_found(question, choice.hidden)
            if is_told and not self.look.is_out(question.id):
                yield from (one for one in figures_in(question) if one not in choice.hidden)

    def _still_told(self, choice: _Choice) -> set[str]:
        return {
            term.name
            for question in self.look.measures_with(choice.hidden)
            if self.look.is_found(question, choice.hidden)
            for term in workers_in(question)
        }

    def _more(self, choice: _Choice, names: AbstractSet[str]) -> _Choice:
        return replace(choice, hidden=choice.hidden | names)

    def _better(self, one: _Choice, other: _Choice) -> _Choice:
        return other if self._made(other).differing < self._made(one).differing else one

    def _made(self, choice: _Choice) -> _Made:
        if choice not in self._tried:
            self._tried[choice] = self._make(choice)
        return self._tried[choice]

    def _make(self, choice: _Choice) -> _Made:
        plain = _Maker(self.look, self.snapshot, choice).snapshot()
        try:
            scored = _scored(plain, self.rubric, self.places)
        except FaultsError:
            nothing = _Maker(self.look, self.snapshot, choice, is_all_open=True).snapshot()
            return _Made(nothing, _IMPOSSIBLE)
        return _Made(plain, self._differing(scored), scored)

    def _differing(self, again: Snapshot) -> int:
        said = (*self.snapshot.scores, *_outcome(self.snapshot))
        found = (*again.scores, *_outcome(again))
        return sum(1 for one, other in zip(said, found, strict=True) if one != other)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Writes a snapshot with the numbers of one choice withheld."""

    look: Look
    before: Snapshot
    choice: _Choice
    is_all_open: bool = False

    def snapshot(self) -> Snapshot:
        """Return it, with the scores as they were."""
        made = {one.criterion: one for one in (*self._counts(), *self._answers())}
        made |= {one.criterion: one for one in self._figures()}
        facts = {one.criterion: one for one in self.before.facts} | made
        return replace(
            self.before,
            facts=tuple(
                self._masked(facts[name])
                for name in find_questions(self.look.rubric)
                if name in facts
            ),
            evidence=tuple(
                replace(one, title=masked(one.title, self._numbers(one.criterion)))
                for one in self.before.evidence
            ),
        )

    def _masked(self, fact: PublicFact) -> PublicFact:
        numbers = self._numbers(fact.criterion)
        note = fact.note if mark_of(fact.note) else masked(fact.note, numbers)
        return replace(fact, source=masked(fact.source, numbers), note=note)

    def _counts(self) -> Iterator[PublicFact]:
        written = {} if self.is_all_open else dict(self.choice.written)
        for name in self.choice.hidden:
            fact = self.look.facts.get(name)
            if fact is not None and fact.state is State.VALUE:
                yield self._closed(fact, Withheld.COUNT, answer=written.get(name, ""))

    def _answers(self) -> Iterator[PublicFact]:
        for name in self.choice.open:
            yield self._closed(self.look.facts[name], Withheld.ANSWERS)

    def _figures(self) -> Iterator[PublicFact]:
        told = {one.id for one in self.look.measures_with(self.choice.hidden)} | self.look.lone
        told |= self.choice.rounded
        for name in told - self.choice.open - self.choice.hidden:
            question = self.look.questions[name]
            fact = self.look.facts.get(name) or self._worked_out(question)
            is_kept = self.look.is_out(name) or self.is_all_open
            answer = None if is_kept else self.look.least(question)
            if answer is not None or name in self.look.facts:
                yield self._closed(fact, Withheld.FIGURE, answer=answer or "")

    def _worked_out(self, question: Criterion) -> PublicFact:
        """Return a figure as if it had been given, backed as its parts are."""
        facts = self.look.figures.of(question.id).facts
        parts = [self.look.facts[one.criterion] for one in facts]
        months = {one.month for one in parts}
        return PublicFact(
            criterion=question.id,
            state=State.VALUE,
            answer="",
            unit=unit_of(question),
            month=months.pop() if len(months) == 1 else "",
            grade=weakest_grade(facts),
            source="; ".join(dict.fromkeys(one.source for one in parts if one.source)),
            note="",
            workers=None,
            law_checked_on=None,
        )

    def _closed(self, fact: PublicFact, why: Withheld, *, answer: str = "") -> PublicFact:
        return replace(
            fact,
            state=_STATES.get(answer, State.VALUE),
            answer=answer or State.UNKNOWN.value,
            note=why.value,
        )

    def _numbers(self, name: str) -> list[int]:
        """Return the numbers that words beside an answer may not tell.

        They are those of the same figure, by whichever of its numbers the words stand.
        """
        hidden = self.look.beside(name) & (self.choice.hidden | self.choice.rounded)
        return [
            int(number) for one in sorted(hidden) if (number := self.look.number(one)) is not None
        ]


def _outcome(snapshot: Snapshot) -> tuple[str, ...]:
    return snapshot.level, snapshot.if_evidence_holds, snapshot.could_reach


def _scored(made: Snapshot, rubric: Rubric, places: Places) -> Snapshot:
    card = rebuild(made, rubric, places)
    return replace(
        made,
        scores=score_rows(card),
        parameters=used_parameters(card),
        level=card.outcome.level,
        if_evidence_holds=card.outcome.if_evidence_holds,
        could_reach=card.outcome.could_reach,
    )
