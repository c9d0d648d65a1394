"""The improvement plan in plain words: one thing to do a line, what it gains, who asks for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from jobquality.ledger.snapshot import PublicFact, Snapshot
from jobquality.reading.bands import side_of
from jobquality.reading.ends import group_ends, shown_end
from jobquality.reading.law import law_words
from jobquality.reading.names import Names
from jobquality.reading.numbers import number_words, percent_words, range_words
from jobquality.reading.outcomes import Standing, checked_words, floor_words, other_words, standing
from jobquality.reading.reasons import answer_words, state_reason, withheld_words
from jobquality.reading.values import CheckWords, Law, LawWords
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import (
    TOTAL,
    AnswerKind,
    Basis,
    Condition,
    Criterion,
    Group,
    State,
)
from jobquality.rubrics.places import Places
from jobquality.rubrics.units import Unit
from jobquality.scoring.plan import Action, Ends, Kind, LevelGap, Move, Plan
from jobquality.scoring.rounding import decimal_text, round_to
from jobquality.scoring.scorecard import Check, Checked, CriticalResult, NodeScore
from jobquality.scoring.steps import PartGoal, Step
from jobquality.wording import Speaker

_CENTS, _HUNDREDTHS = 2, 2
_HUNDRED = Fraction(100)
_RATIO = "ratio"
_TEN = 10
_SMALLEST = Fraction(1, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """One better step: what it takes, and how many points of the whole score it gains."""

    text: str
    part: str
    gain: str
    basis: str
    source: str
    is_law: bool
    is_judged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionWords:
    """What to do about one criterion; the last of the goals is the best.

    `gain` is `+2.4`, or `0 to +2.4` for what has to be found out first. `needs` is what must
    hold besides. `boxes` are those of a checklist that are still open. `proof` is what would
    show that it is done.
    """

    id: str
    title: str
    topic: str
    question: str
    now: str
    points: str
    gain: str
    goals: tuple[GoalWords, ...]
    boxes: tuple[str, ...]
    needs: tuple[str, ...]
    proof: tuple[str, ...]
    law: LawWords
    stops: bool

    @property
    def best(self) -> GoalWords:
        """The step that gains most."""
        return self.goals[-1]

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """What the steps rest on, each once, laws first; our own judgment only where alone."""
        grounded = [goal for goal in self.goals if not goal.is_judged]
        found = sorted(grounded, key=lambda goal: not goal.is_law) or self.goals
        return tuple(dict.fromkeys((goal.basis, goal.source) for goal in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongWords:
    """A critical violation: what was found, or that nobody has looked."""

    id: str
    title: str
    question: str
    law: str
    source: str
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWords:
    """How every condition of one level stands, critical violations too."""

    title: str
    checks: tuple[CheckWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """The whole plan, in the order in which to work on it.

    `legal`, `best` and `open` split the actions: what a law asks for, the rest by gain, and
    what has to be found out first. `unproven` are answers that need to be seen.
    """

    now: str
    promised: str
    found_out: str
    must_stop: tuple[WrongWords, ...]
    unchecked: tuple[WrongWords, ...]
    legal: tuple[ActionWords, ...]
    best: tuple[ActionWords, ...]
    open: tuple[ActionWords, ...]
    unproven: tuple[str, ...]
    levels: tuple[NextWords, ...]

    @property
    def count(self) -> int:
        """How many things there are to do."""
        return len(self.must_stop) + len(self.legal) + len(self.best) + len(self.open)


def read_plan(
    plan: Plan, snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
) -> PlanWords:
    """Return a plan in plain words."""
    return _Reader(plan, snapshot, edition, places, say).words()


class _Reader:
    def __init__(
        self, plan: Plan, snapshot: Snapshot, edition: Edition, places: Places, say: Speaker
    ) -> None:
        self._plan = plan
        self._facts = {fact.criterion: fact for fact in snapshot.facts}
        self._places = places
        self._say = say
        self._names = Names.of(edition, say)
        self._topics = _topics(plan.card.total)
        self._nodes = {node.id: node for node in plan.card.total.walk()}
        self._asked = {one.id: one for one in plan.card.rubric.questions()}

    def words(self) -> PlanWords:
        plan = self._plan
        improve = [one for one in plan.actions if one.kind is Kind.IMPROVE]
        return PlanWords(
            now=self._ends(plan.before),
            promised=self._ends(plan.promised),
            found_out=self._ends(plan.found_out),
            must_stop=tuple(self._wrongs(plan.must_stop)),
            unchecked=tuple(self._wrongs(plan.unchecked)),
            legal=tuple(self._action(one) for one in improve if one.law is not None),
            best=tuple(self._action(one) for one in improve if one.law is None),
            open=tuple(self._action(one) for one in plan.actions if one.kind is Kind.FIND_OUT),
            unproven=tuple(self._names.thing(node.id) for node in plan.unproven),
            levels=tuple(self._level(gap) for gap in reversed(plan.levels)),
        )

    def _ends(self, ends: Ends) -> str:
        rubric = self._plan.card.rubric
        most = self._plan.card.total.most
        low, high = (shown_end(end, TOTAL, rubric, most) for end in (ends.worst, ends.best))
        return low if low == high else self._say("range", low=low, high=high)

    def _wrongs(self, results: Iterable[CriticalResult]) -> Iterator[WrongWords]:
        for one in results:
            wrong = one.critical
            yield WrongWords(
                id=wrong.id,
                title=self._names.thing(wrong.id),
                question=self._names.ask(wrong.id),
                law=self._names.source(wrong.source),
                source=one.fact.source if one.fact and one.checked is Checked.FOUND else "",
                proof=self._proof(wrong.evidence),
            )

    def _action(self, action: Action) -> ActionWords:
        node, question = action.node, action.question
        fact = self._facts.get(node.id)
        goals = tuple(self._goal(action, move) for move in action.moves)
        return ActionWords(
            id=node.id,
            title=self._names.thing(node.id),
            topic=self._names.thing(self._topics[node.id]),
            question=self._names.ask(node.id),
            now=self._now(node),
            points=self._points(node),
            gain=self._gain(action),
            goals=goals,
            boxes=tuple(self._open_boxes(question, node)),
            needs=tuple(self._needs(action.needs)),
            proof=self._proof(question.evidence),
            law=self._law(node, fact),
            stops=bool(action.stops),
        )

    def _now(self, node: NodeScore) -> str:
        line = node.line
        if line is None:
            return ""
        if node.state is not State.VALUE or line.step is None:
            return _sentence(state_reason(line, node.state, self._names))
        if line.question.kind is AnswerKind.CHOICE or withheld_words(line, self._names):
            return answer_words(line, self._names)
        number = line.figure.number if line.figure else None
        return self._names.amount(_short(number, line.edges), line.question)

    def _points(self, node: NodeScore) -> str:
        most = number_words(node.most)
        return self._say(
            "plan_points", number=range_words(node.low, node.high, self._say), most=most
        )

    def _gain(self, action: Action) -> str:
        gain = gain_words(action.gain)
        return gain if action.kind is Kind.IMPROVE else self._say("range", low="0", high=gain)

    def _goal(self, action: Action, move: Move) -> GoalWords:
        step = move.step
        part = step.part
        return GoalWords(
            text=self._step(action.question, step),
            part=self._part(part) if part else "",
            gain=gain_words(move.gain),
            basis=_sentence(self._say(f"basis_{step.grounds.basis}")),
            source=self._names.source(step.grounds.source),
            is_law=step.is_law,
            is_judged=step.grounds.basis is Basis.EDITORIAL,
        )

    def _step(self, question: Criterion, step: Step) -> str:
        if step.choice is not None:
            return self._names.choice(question, step.choice)
        if question.kind is AnswerKind.TALLY:
            return self._say("plan_nothing")
        if question.kind is AnswerKind.CHECKLIST:
            return self._boxes(question, step)
        return self._edge(question, step)

    def _edge(self, question: Criterion, step: Step) -> str:
        """Return the side of a band that counts: its end where smaller numbers are better."""
        edge = step.end if step.falls and step.end is not None else step.start
        if edge is None:
            return self._say("plan_figure", name=self._names.figure(step.figure))
        return self._say(f"plan_{side_of(question, step)}", amount=self._amount(edge, question))

    def _amount(self, number: Fraction, question: Criterion) -> str:
        is_ratio = question.unit is not None and question.unit.name == _RATIO
        return number_words(number) if is_ratio else self._names.amount(number, question)

    def _boxes(self, question: Criterion, step: Step) -> str:
        most = len(question.boxes)
        number = step.answer if isinstance(step.answer, Fraction) else Fraction(0)
        if number == most:
            return self._say("plan_boxes_all", most=most)
        return self._say("plan_boxes", number=number_words(number), most=most)

    def _part(self, goal: PartGoal) -> str:
        number = _reachable(goal.number, goal.unit, at_most=goal.at_most)
        return self._say(
            "plan_part_at_most" if goal.at_most else "plan_part",
            name=self._names.thing(goal.name),
            amount=self._names.measured(number, goal.unit),
        )

    def _open_boxes(self, question: Criterion, node: NodeScore) -> Iterator[str]:
        fact = node.line.fact if node.line else None
        ticked = fact.value if fact else None
        if question.kind is AnswerKind.CHECKLIST and not isinstance(ticked, Fraction):
            known = ticked if isinstance(ticked, frozenset) else frozenset()
            for box in question.boxes:
                if box.id not in known:
                    yield self._names.box(question, box.id)

    def _needs(self, needs: Iterable[Condition]) -> Iterator[str]:
        for need in needs:
            asked = self._asked[need.name]
            if need.at_least is not None:
                yield self._say(
                    "plan_need",
                    name=self._names.thing(need.name),
                    amount=self._names.amount(need.at_least, asked),
                )

    def _law(self, node: NodeScore, fact: PublicFact | None) -> LawWords:
        if node.line is None:
            return LawWords(kind=Law.NOT_CHECKED, text="", source="")
        checked_on = fact.law_checked_on if fact else None
        return law_words(node.line, checked_on, self._names, self._places)

    def _proof(self, evidence: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._names.thing(kind) for kind in evidence)

    def _level(self, gap: LevelGap) -> NextWords:
        checks = (*self._conditions(gap), *self._blocks(gap))
        return NextWords(title=self._names.level(gap.result.level.id), checks=checks)

    def _conditions(self, gap: LevelGap) -> Iterator[CheckWords]:
        yield from self._checks(gap)
        for how, said in other_words(gap.result, self._plan.card, self._names):
            yield CheckWords(
                name=_sentence(said),
                now="",
                needs="",
                standing=how,
                standing_word=self._say(f"standing_{how}"),
            )

    def _checks(self, gap: LevelGap) -> Iterator[CheckWords]:
        for check in gap.result.checks:
            node = self._nodes.get(check.name)
            how = standing(check, node)
            subject = check.name
            yield CheckWords(
                name=_sentence(self._names.subject(subject)),
                now=self._stands(check, node),
                needs=floor_words(check.floor, self._say),
                standing=how,
                standing_word=self._say(f"standing_{how}"),
            )

    def _blocks(self, gap: LevelGap) -> Iterator[CheckWords]:
        for one in sorted(gap.blocked_by, key=lambda one: one.checked is not Checked.FOUND):
            how = Standing.AGAINST if one.checked is Checked.FOUND else Standing.OPEN
            yield CheckWords(
                name=self._names.thing(one.critical.id),
                now=_sentence(checked_words(one.checked, self._say)),
                needs="",
                standing=how,
                standing_word=self._say(f"standing_{how}"),
            )

    def _stands(self, check: Check, node: NodeScore | None) -> str:
        """Return how a condition stands, as briefly as the score itself is told."""
        if check.floor.share:
            return "–" if check.actual is None else percent_words(check.actual / _HUNDRED)
        if node is None or node.is_out:
            return self._say("plan_topic_out")
        if isinstance(node.node, Criterion):
            return range_words(node.low, node.high, self._say)
        return group_ends(node, self._plan.card.rubric, self._say).text


def gain_words(gain: Fraction) -> str:
    """Return points gained: `+2.4`; something too small to show reads as `+0.01`."""
    shown = round_to(gain, digits=1)
    if shown == 0 and gain:
        return f"+{decimal_text(max(gain, _SMALLEST), digits=_HUNDREDTHS)}"
    return f"+{_one_decimal(shown)}" if gain else "0"


def _one_decimal(number: Fraction) -> str:
    whole, tenths = divmod(int(number * _TEN), _TEN)
    return f"{whole}.{tenths}"


def _topics(total: NodeScore) -> dict[str, str]:
    """Return the dimension that each criterion belongs to; the total where it has none."""
    found: dict[str, str] = {}
    for child in total.children:
        if isinstance(child.node, Group):
            found |= {node.id: child.id for node in child.walk()}
        else:
            found[child.id] = total.id
    return found


def _short(number: Fraction | None, edges: Iterable[Fraction | None]) -> Fraction | None:
    """Return a number with two decimals, unless it would then seem to stand on an edge."""
    if number is None:
        return None
    shown = round_to(number, digits=_HUNDREDTHS)
    return number if shown != number and shown in set(edges) else shown


def _reachable(number: Fraction, unit: Unit, *, at_most: bool) -> Fraction:
    """Round a goal to where it can be reached: up, or down where it is a limit from above."""
    digits = 0 if unit.whole else _CENTS
    scaled = number * 10**digits
    return Fraction(floor(scaled) if at_most else ceil(scaled), 10**digits)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
