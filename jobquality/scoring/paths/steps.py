"""Every step that an employer can take towards a level, and the facts after taking some."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from jobquality.errors import FaultsError
from jobquality.rubrics.model import Asked, Criterion, Curve, Floor, Needs, Rubric, State
from jobquality.rubrics.parameters import NoFigureError, Parameters
from jobquality.rubrics.units import show_number
from jobquality.scoring.cohorts import Cohort
from jobquality.scoring.facts import EmployerFacts, Fact, Grade, Value
from jobquality.scoring.paths.costs import Prices
from jobquality.scoring.paths.known import asks_known_floors, unknown_words
from jobquality.scoring.paths.result import Doing, LeftOut, PathStep
from jobquality.scoring.points import bands_of
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard
from jobquality.scoring.steps import Step, every_better_step

SEEN = (Grade.E2, Grade.E3, Grade.E4)
CONFIRMED = (Grade.E3, Grade.E4)
#: Conditions of a level that look at evidence.
SHARES = ("coverage", "confirmed")


#: Stands in the facts after a path for what will back an answer.
_BACKED, _GIVEN = "https://records.invalid", "…"


class Case:
    """One employer under one standard, and what each answer rests on."""

    def __init__(  # all that a score follows from
        self,
        rubric: Rubric,
        facts: EmployerFacts,
        parameters: Parameters,
        *,
        scoring: str,
        cohort: Cohort | None,
    ) -> None:
        self.rubric = rubric
        self.facts = facts
        self.parameters = parameters
        self.scoring = scoring
        self.cohort = cohort
        self.card = score(rubric, facts, parameters, scoring=scoring, cohort=cohort)
        self.unknown_words = unknown_words(rubric, scoring=scoring)
        self.asked = {one.id: one for one in rubric.questions()}
        nodes = [one for one in self.card.total.walk() if isinstance(one.node, Criterion)]
        self.lines = {node.id: node for node in nodes if not node.is_out}
        self.waiting = {node.id: node for node in nodes if _is_waiting(node)}

    def after(self, steps: Iterable[PathStep]) -> Scorecard:
        """Return the exact scorecard after some steps were done.

        Raises:
            FaultsError: the answers of these steps cannot be scored.
        """
        facts = done(self.facts, steps)
        return score(self.rubric, facts, self.parameters, scoring=self.scoring, cohort=self.cohort)

    def rests_on(self, name: str) -> dict[str, Fact]:
        """Return the facts that the evidence of an answer is judged by, by id."""
        line = self.lines[name].line
        facts = line.figure.facts if line is not None and line.figure is not None else ()
        return {fact.criterion: fact for fact in facts}

    @cached_property
    def readers(self) -> dict[str, set[str]]:
        """Return for each question the others whose figure or condition looks at it."""
        readers: dict[str, set[str]] = {name: set() for name in self.asked}
        for question in self.asked.values():
            for name in (*parts_of(question), *_conditions_of(question)):
                readers.setdefault(name, set()).add(question.id)
        return readers

    def enough_known(self) -> Floor | None:
        """Return the least coverage that any level asks for: below it, there is no verdict."""
        floors = [
            floor
            for level in self.rubric.levels
            for floor in level.floors
            if floor.name == "coverage" and not floor.at_most
        ]
        return min(floors, key=lambda floor: floor.number, default=None)

    @cached_property
    def floors(self) -> frozenset[str]:
        """Return the shares that a level may ask for: `coverage`, `confirmed`."""
        if not asks_known_floors(self.rubric):
            return frozenset(SHARES)
        floors = (floor.name for level in self.rubric.levels for floor in level.floors)
        return frozenset(name for name in floors if name in SHARES)


def _is_waiting(node: NodeScore) -> bool:
    """Say whether a line does not apply only because of a figure, which may change."""
    unmet = node.line.unmet if node.line is not None else None
    return node.is_out and unmet is not None and unmet.figure


def parts_of(question: Criterion) -> tuple[str, ...]:
    """Return the questions that the figure of another one is worked out from."""
    if question.measure is None:
        return ()
    cap = (question.measure.cap,) if question.measure.cap else ()
    terms = (*question.measure.of, *question.measure.to, *cap)
    return tuple(term.name for term in terms if term.kind is Asked.FIGURE)


def _conditions_of(question: Criterion) -> Iterator[str]:
    conditions = (*question.applies, *question.counts_from)
    return (condition.name for condition in conditions if condition.figure)


def done(facts: EmployerFacts, steps: Iterable[PathStep]) -> EmployerFacts:
    """Return the facts after some steps: better answers, and better evidence."""
    known = dict(facts.facts)
    for step in sorted(steps, key=lambda one: not one.is_answer):
        for part in step.replaces:
            known.pop(part, None)
        if step.step is not None and step.step.answer is not None:
            known[step.criterion] = _new_fact(step, step.step.answer, facts)
        elif step.criterion in known:
            known[step.criterion] = _shown(known[step.criterion], step.grade)
    return replace(facts, facts=known)


def _new_fact(step: PathStep, answer: Value, facts: EmployerFacts) -> Fact:
    """Return a better answer: seen in records, and backed by what the standard asks for."""
    text = show_number(answer) if isinstance(answer, Fraction) else str(answer)
    return Fact(
        criterion=step.criterion,
        state=State.VALUE,
        text=text,
        value=answer,
        on=facts.on,
        grade=Grade.E2,
        source=_BACKED if step.needs else "",
        note=_GIVEN * max((needs.letters for needs in step.needs), default=0),
    )


def _shown(fact: Fact, grade: Grade) -> Fact:
    return replace(fact, grade=grade if fact.grade is None else max(fact.grade, grade))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Every step there is, by what it changes: one of each can be taken, or none.

    `answers` are better answers by criterion, the nearest first; `records` is better evidence
    by question. `is_apart` says that no step changes any other line.
    """

    answers: Mapping[str, tuple[PathStep, ...]]
    records: Mapping[str, tuple[PathStep, ...]]
    left_out: tuple[LeftOut, ...]
    is_apart: bool

    @property
    def items(self) -> tuple[tuple[PathStep, ...], ...]:
        """Return the choices one after the other, each with its steps."""
        return (*self.answers.values(), *self.records.values())

    @property
    def everything(self) -> tuple[PathStep, ...]:
        """Return the best step of each choice: all that can be done."""
        return tuple(max(steps, key=_how_good) for steps in self.items)


def _how_good(step: PathStep) -> tuple[Fraction, Grade]:
    return step.points, step.grade


def without_confirming(offer: Offer) -> Offer:
    """Return the offer for a level that asks for nothing confirmed: the cheapest evidence each."""
    records = {
        name: (min(steps, key=lambda step: (step.cost, step.place)),)
        for name, steps in offer.records.items()
    }
    return replace(offer, records=records)


def find_offer(case: Case, prices: Prices) -> Offer:
    """Return every step that somebody can take, with its cost."""
    finder = _Finder(case, prices)
    answers = {
        name: tuple(finder.answers(name, node))
        for name, node in (case.lines | case.waiting).items()
    }
    is_apart = not case.unknown_words and not any(
        finder.reaches_others(name) for name, steps in answers.items() if steps
    )
    left_out = tuple(_without_steps(case, answers))
    if is_apart:
        answers = {name: answers[name] for name in case.lines}
        answers, without_effect = _without_effect(case, answers)
        left_out += without_effect
    answers = {name: steps for name, steps in answers.items() if steps}
    records = {name: tuple(finder.records(name, answers)) for name in _evidence(case, answers)}
    return Offer(
        answers=answers,
        records={name: steps for name, steps in records.items() if steps},
        left_out=left_out,
        is_apart=is_apart,
    )


def _dated_starts(question: Criterion) -> Iterator[str]:
    """Yield the dated figures at which something starts."""
    points = question.points
    if isinstance(points, Curve):
        yield from (knot.at for knot in points.knots if isinstance(knot.at, str))
    yield from (band.start for band in bands_of(question) if isinstance(band.start, str))


class _Finder:
    def __init__(self, case: Case, prices: Prices) -> None:
        self._case = case
        self._prices = prices
        self._places = {name: place for place, name in enumerate(case.asked)}

    def answers(self, name: str, node: NodeScore) -> Iterator[PathStep]:
        """Yield the better answers to one question; of those that give the same, the cheapest."""
        cheapest: dict[Fraction, PathStep] = {}
        for step in self._better(node):
            one = self._answer(name, node, step)
            if one is not None and (
                step.gives not in cheapest or one.cost < cheapest[step.gives].cost
            ):
                cheapest[step.gives] = one
        yield from cheapest.values()

    def _better(self, node: NodeScore) -> tuple[Step, ...]:
        question = self._case.asked.get(node.id)
        if question is None:
            return ()  # it reads the answer to another question, which has the steps
        lower = self._case.rubric.lower_is_better
        return every_better_step(node, fewer_is_better=lower, dated=self._dated(question))

    def _dated(self, question: Criterion) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for name in _dated_starts(question):
            try:
                row = self._case.parameters.look_up(
                    name, profile=self._case.facts.profile, on=self._case.facts.on
                ).row
            except NoFigureError:
                continue
            found[name] = row.value
        return found

    def _answer(self, name: str, node: NodeScore, step: Step) -> PathStep | None:
        is_open = node.low != node.high or node.is_out
        doing = Doing.FIND_OUT if is_open else Doing.IMPROVE
        cost = self._prices.of(name, doing, step)
        if cost is None or step.answer is None:
            return None
        now = node.high if self._case.rubric.lower_is_better else node.low
        return PathStep(
            criterion=name,
            doing=doing,
            cost=cost,
            grade=Grade.E2,
            place=self._places[name],
            step=step,
            points=Fraction(0) if now is None else abs(step.gives - now),
            replaces=tuple(self._own_parts(name)),
            needs=tuple(_needs(self._case.asked[name], step)),
        )

    def _own_parts(self, name: str) -> Iterator[str]:
        """Yield the parts of a figure that nothing else looks at."""
        for part in parts_of(self._case.asked[name]):
            if self._case.readers[part] == {name} and part not in self._looked_at(name):
                yield part
                yield from self._own_parts(part)

    def _looked_at(self, name: str) -> set[str]:
        return {*self._case.lines, *_conditions_of(self._case.asked[name])}

    def reaches_others(self, name: str) -> bool:
        """Say whether the answer to one question can change another line."""
        return bool(self._case.readers[name])

    def records(self, name: str, answers: Mapping[str, tuple[PathStep, ...]]) -> Iterator[PathStep]:
        """Yield what better evidence for one answer there is to get, as far as levels ask."""
        fact = self._case.facts.find(name)
        grade = fact.grade if fact is not None else None
        if fact is not None and grade not in SEEN:
            yield from self._record(name, Doing.PROVE, Grade.E2)
        if "confirmed" in self._case.floors and (name in answers or grade not in CONFIRMED):
            yield from self._record(name, Doing.CONFIRM, Grade.E3)

    def _record(self, name: str, doing: Doing, grade: Grade) -> Iterator[PathStep]:
        cost = self._prices.of(name, doing)
        place = self._places[name] + (len(self._places) if doing is Doing.CONFIRM else 0)
        if cost is not None:
            yield PathStep(criterion=name, doing=doing, cost=cost, grade=grade, place=place)


def _evidence(case: Case, answers: Mapping[str, tuple[PathStep, ...]]) -> dict[str, None]:
    """Return the questions whose evidence may count, in the order of the file."""
    if not case.floors:
        return {}
    named: set[str] = set(answers)
    for name, node in case.lines.items():
        if node.answered:
            named |= case.rests_on(name).keys()
    return dict.fromkeys(name for name in case.asked if name in named)


def _needs(question: Criterion, step: Step) -> Iterator[Needs]:
    chosen = step.choice.needs if step.choice is not None else None
    yield from (needs for needs in (question.needs, chosen) if needs is not None)


def _without_steps(case: Case, answers: Mapping[str, tuple[PathStep, ...]]) -> Iterator[LeftOut]:
    """Yield the lines that may give more, but by no answer that could be named."""
    for name, node in case.lines.items() if case.unknown_words else ():
        question = node.node
        fewest = question.fewest if isinstance(question, Criterion) else None
        best = fewest if case.rubric.lower_is_better else node.most
        if not answers[name] and not node.low == node.high == best:
            yield LeftOut(criterion=name)


def _without_effect(
    case: Case, answers: Mapping[str, tuple[PathStep, ...]]
) -> tuple[dict[str, tuple[PathStep, ...]], tuple[LeftOut, ...]]:
    """Try every step once, and leave out those that do not give what they say.

    One of each criterion is tried at a time, all criteria together: no step changes the line
    of another one.
    """
    kept: dict[str, list[PathStep]] = {name: [] for name in answers}
    failed: dict[str, LeftOut] = {}
    for turn in range(max(map(len, answers.values()), default=0)):
        steps = [several[turn] for several in answers.values() if turn < len(several)]
        for step, fault in _tried(case, steps):
            if fault is None:
                kept[step.criterion].append(step)
            else:
                failed[step.criterion] = fault
    left_out = tuple(one for name, one in failed.items() if not kept[name])
    return {name: tuple(steps) for name, steps in kept.items()}, left_out


def _tried(case: Case, steps: Collection[PathStep]) -> Iterator[tuple[PathStep, LeftOut | None]]:
    try:
        lines = {node.id: node for node in case.after(steps).total.walk()}
    except FaultsError as error:
        if len(steps) > 1:
            for step in steps:
                yield from _tried(case, (step,))
            return
        faults = tuple(str(fault) for fault in error.faults)
        yield from ((step, LeftOut(criterion=step.criterion, faults=faults)) for step in steps)
        return
    for step in steps:
        yield step, None if _holds(step, lines[step.criterion]) else _waiting(case, step)


def _holds(step: PathStep, node: NodeScore) -> bool:
    gives = step.step.gives if step.step is not None else None
    return node.low == node.high == gives and node.coverage == 1


def _waiting(case: Case, step: PathStep) -> LeftOut:
    line = case.lines[step.criterion].line
    conditions = (line.unmet, line.doubtful) if line is not None else ()
    needs = tuple(one for one in conditions if one is not None)
    return LeftOut(criterion=step.criterion, needs=needs)
