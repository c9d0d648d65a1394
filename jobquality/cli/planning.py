"""A plan and the paths as text: what each better answer gains, and the cheapest way up."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from jobquality.reading.bands import inside_of_step
from jobquality.reading.names import FILES
from jobquality.reading.numbers import (
    count_words,
    ends_words,
    number_words,
    points_words,
)
from jobquality.reading.outcomes import check_words, checked_words, level_reason
from jobquality.rubrics.model import AnswerKind, Band, Criterion, Curve
from jobquality.rubrics.words import Words
from jobquality.scoring.paths.result import Doing, LeftOut, LevelPath, Paths, PathStep, Reason, Why
from jobquality.scoring.plan import Action, Kind, improvement_plan
from jobquality.scoring.points import bands_of
from jobquality.scoring.scorecard import Scorecard
from jobquality.scoring.steps import Step

_STEP = "  "
_ASSUMED = (
    "A better answer counts as seen in records (E2). "
    "What has to be found out may turn out to be less; then the path is longer."
)
_WHYS = {
    Why.NOTHING: "nothing of the standard applies",
    Why.DECLARED: "a declared state goes before the score",
    Why.TOGETHER: "each condition can be met, but not all of them together",
    Why.TOO_MUCH: "there are too many combinations to try",
    Why.TOO_LONG: "its numbers are too long to be sure that no path is cheaper",
    Why.NOT_ALL: "not every answer can be tried",
}


def plan_text(paths: Paths, words: Words | None) -> str:
    """Return what to do, for one employer."""
    teller = _Teller(paths, words)
    parts = (teller.head(), teller.gains(), teller.left_out(), teller.paths())
    return "\n\n".join(text for part in parts if (text := "\n".join(part)))


class _Teller:
    def __init__(self, paths: Paths, words: Words | None) -> None:
        self._paths = paths
        self._card = paths.card
        self._words = words
        self._nodes = {node.id: node for node in paths.card.total.walk()}
        rubric = paths.card.rubric
        scored = {one.id: one for one in rubric.root.criteria()}
        self._asked = scored | {one.id: one for one in rubric.questions()}

    def head(self) -> Iterator[str]:
        card = self._card
        yield f"{card.employer}, {card.part}" if card.part else card.employer
        yield f"{card.rubric.name}, scored for {card.on}"
        yield f"Score: {ends_words(card.total, FILES.say)}."
        yield f"Level: {level_reason(card, FILES)}" if card.outcome.level else "No levels."

    def gains(self) -> Iterator[str]:
        plan = improvement_plan(self._card)
        yield "What each better answer gains, taken alone" if plan.actions else "Nothing is left."
        for action in plan.actions:
            yield from self._gain(action)

    def _gain(self, action: Action) -> Iterator[str]:
        is_open = action.kind is Kind.FIND_OUT
        first = f"{_STEP}{self._name(action.node.id)}: {points_words(action.node, FILES.say)}"
        yield f"{first}, to be found out" if is_open else first
        for move in action.moves:
            answer = _answer_words(action.question, move.step)
            gain = number_words(move.gain)
            up_to = "up to " if is_open else ""
            yield f"{_STEP * 2}{answer}: {up_to}+{gain}, total {number_words(move.total)}"
        for need in action.needs:
            yield f"{_STEP * 2}does not count while {FILES.unmet(need)}"

    def left_out(self) -> Iterator[str]:
        for one in self._paths.left_out:
            yield f"Left out of every path: {self._name(one.criterion)} ({_left_out_words(one)})"

    def paths(self) -> Iterator[str]:
        for place, path in enumerate(reversed(self._paths.paths)):
            yield from [""] if place else []
            yield from self._path(path)
        if any(path.is_found for path in self._paths.paths):
            yield ""
            yield _ASSUMED

    def _path(self, path: LevelPath) -> Iterator[str]:
        name = FILES.level(path.level.id)
        if path.card is None:
            kind = "No path" if path.is_impossible else "No path computed"
            yield f"{kind} to {name}"
            yield from (f"{_STEP}{said}" for said in _reasons(path.reasons))
            if path.at_least:
                yield f"{_STEP}every path costs {number_words(path.at_least)} or more"
            return
        count = count_words(len(path.steps), "step", "steps")
        yield f"The cheapest path to {name}: {count}, cost {number_words(path.cost)}"
        for number, step in enumerate(path.steps, start=1):
            yield f"{_STEP}{number}. {self._step(step)}"
        yield f"{_STEP}Then: {_then(path.card)}"

    def _step(self, step: PathStep) -> str:
        question = self._asked[step.criterion]
        answer = _answer_words(question, step.step) if step.step else ""
        told = {
            Doing.IMPROVE: f"come to {answer}",
            Doing.FIND_OUT: f"find out, and it is {answer}",
            Doing.PROVE: "show the records (E2)",
            Doing.CONFIRM: "let workers confirm the answer (E3)",
        }[step.doing]
        return f"{self._name(step.criterion)}: {told}; cost {number_words(step.cost)}"

    def _name(self, name: str) -> str:
        return FILES.labelled(self._asked[name], self._words)


def _answer_words(question: Criterion, step: Step) -> str:
    if step.choice is not None:
        return f"'{FILES.choice(question, step.choice)}'"
    if question.kind is AnswerKind.TALLY:
        return FILES.say("plan_nothing")
    return _number_words(question, step)


def _number_words(question: Criterion, step: Step) -> str:
    if isinstance(question.points, Curve) and isinstance(step.answer, Fraction):
        return FILES.amount(step.answer, question)
    if not _has_bands(question) or (step.start is None and step.end is None):
        return step.figure or number_words(step.gives)
    edges = inside_of_step(bands_of(question), step)
    said = FILES.band(question, step.start, step.end, edges=edges)
    return f"{said} boxes" if question.kind is AnswerKind.CHECKLIST else said


def _has_bands(question: Criterion) -> bool:
    points = question.points if isinstance(question.points, tuple) else ()
    return any(isinstance(one, Band) for one in points)


def _then(card: Scorecard) -> str:
    score = ends_words(card.total, FILES.say)
    return f"score {score}, level {FILES.level(card.outcome.level)}."


def _reasons(reasons: Iterable[Reason]) -> Iterator[str]:
    for reason in reasons:
        if reason.critical is not None:
            name = reason.critical.critical.id
            yield f"{name}: {checked_words(reason.critical.checked, FILES.say)}"
        elif reason.check is not None:
            yield f"at its best, {check_words(reason.check, FILES)}"
        else:
            words = f" ({', '.join(reason.words)})" if reason.words else ""
            yield f"{_WHYS[reason.why]}{words}"


def _left_out_words(one: LeftOut) -> str:
    said = [*(FILES.unmet(need) for need in one.needs), *one.faults]
    return "; ".join(said) or "no better answer to it can be named"
