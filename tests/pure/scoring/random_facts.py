"""Random facts for a standard: answers on its thresholds and just beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from jobquality.rubrics.catalog import shipped, shipped_parameters
from jobquality.rubrics.model import AnswerKind, Asked, Band, Criterion, Group, Rubric, Span, State
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.answers import FOUND, NONE_FOUND
from jobquality.scoring.facts import EmployerFacts, Fact, Grade, Value
from jobquality.scoring.numbers import find_number_fault
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard
from tests.pure.scoring.cases import the_parameters
from tests.pure.scoring.strategies import ANY, FLAGS, Wanted, rubrics

TODAY = date(2026, 6, 1)
_HAIR = Fraction(1, 100)
_GRADES = [None, *Grade]
_SEEN = [Grade.E2, Grade.E3, Grade.E4]
_GAPS = (State.UNKNOWN, State.DECLINED, State.MISSING)
Said = tuple[State, Value | None]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Case:
    """A standard, an employer's facts, and the dated figures to score them by."""

    rubric: Rubric
    facts: EmployerFacts
    parameters: Parameters = field(default_factory=shipped_parameters)

    def __repr__(self) -> str:
        tree = [_in_short(node) for node in self.rubric.root.walk()]
        said = [
            f"{name}: {fact.value or fact.state} {fact.grade or ''}"
            for name, fact in self.facts.facts.items()
        ]
        levels = [f"{one.id} {one.floors}" for one in self.rubric.levels]
        profile = {name: text for name, text in self.facts.profile.items() if text}
        return "\n".join((*tree, *said, *levels, str(profile)))

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:  # noqa: FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def card(self, *, scoring: str = "main") -> Scorecard:
        """Return the scorecard."""
        return score(self.rubric, self.facts, self.parameters, scoring=scoring)

    def nodes(self) -> dict[str, NodeScore]:
        """Return every node's score, by id."""
        return {node.id: node for node in self.card().total.walk()}

    def saying(self, name: str, said: Said, grade: Grade | None = Grade.E2) -> "Case":
        """Return the case with another answer to one question, and none to its parts."""
        question = self.questions().get(name)
        parts = () if question is None else parts_of(question)
        kept = {one: fact for one, fact in self.facts.facts.items() if one not in parts}
        return self.with_facts({**kept, name: _fact(name, said, grade)})

    def with_facts(self, facts: Mapping[str, Fact]) -> "Case":
        """Return the case with other facts."""
        return replace(self, facts=replace(self.facts, facts=facts))

    def questions(self) -> dict[str, Criterion]:
        """Return every question about the employer, scored or not, by id."""
        return {question.id: question for question in self.rubric.questions()}

    def askable(self) -> list[Criterion]:
        """Return the scored questions that the profile leaves open."""
        flags = self.facts.profile
        return [
            question
            for question in self.rubric.root.criteria()
            if not any(flags.get(condition.name) == "no" for condition in question.applies)
        ]


def _in_short(node: Group | Criterion) -> str:
    if isinstance(node, Group):
        return f"{node.id}: {node.combine} of {[child.id for child in node.children]}"
    points = node.points
    steps = (
        points
        if not isinstance(points, tuple)
        else [
            f"{step.start if isinstance(step, Band) else step.id} gives {step.gives}"
            for step in points
        ]
    )
    return f"{node.id}: {node.kind} {steps} {node.applies or ''}{node.counts_from or ''}"


@st.composite
def cases(draw: st.DrawFn, wanted: Wanted = ANY) -> Case:
    """Draw a standard and facts for it."""
    rubric = draw(rubrics(wanted))
    return Case(rubric=rubric, facts=draw(employer_facts(rubric, known=wanted.known)))


@st.composite
def shipped_cases(draw: st.DrawFn, *, known: bool = False) -> Case:
    """Draw a standard that ships, and facts for it: finished figures, no parts."""
    rubric = draw(st.sampled_from([edition.rubric for edition in shipped().by_name.values()]))
    parts = {part for question in rubric.questions() for part in parts_of(question)}
    open_only = frozenset(parts - gates(rubric).keys())
    facts = draw(employer_facts(rubric, open_only=open_only, known=known))
    place = {"place": "TX", "sector": "722511", "headcount": "25"}
    profile = {**facts.profile, **place}
    return Case(rubric=rubric, facts=replace(facts, profile=profile), parameters=the_parameters())


@st.composite
def employer_facts(
    draw: st.DrawFn, rubric: Rubric, *, open_only: frozenset[str] = frozenset(), known: bool
) -> EmployerFacts:
    """Draw facts that do not contradict each other; none for the questions in `open_only`.

    With `known`, nothing scored is left open and every answer was seen in records.
    """
    flags = {name: draw(st.sampled_from(["yes", "no", ""])) for name in FLAGS}
    asked = everything_asked(rubric)
    if known:
        asked |= {one.id: _known(asked[one.id]) for one in rubric.questions()}
    said = {
        name: (State.MISSING, None) if name in open_only else draw(st.sampled_from(answers))
        for name, answers in asked.items()
    }
    grades = draw(st.permutations(_SEEN if known else _GRADES))
    unheard = set(_contradicting(rubric, said, flags))
    return EmployerFacts(
        employer="Uno",
        part="",
        on=TODAY,
        profile=flags,
        facts={
            name: _fact(name, one, grades[place % len(grades)])
            for place, (name, one) in enumerate(said.items())
            if name not in unheard and one[0] is not State.MISSING
        },
    )


def _known(answers: list[Said]) -> list[Said]:
    return [one for one in answers if one[0] not in _GAPS]


def everything_asked(rubric: Rubric) -> dict[str, list[Said]]:
    """Return every question with the answers that may be drawn for it."""
    asked = {question.id: answers_to(rubric, question) for question in rubric.questions()}
    asked |= {critical.id: list(_CHECKED) for critical in rubric.critical}
    return asked | {
        level.id: list(_DECLARED) if level.declared is AnswerKind.DATE else list(_SUSPENDED)
        for level in rubric.levels
        if level.declared
    }


def answers_to(rubric: Rubric, question: Criterion) -> list[Said]:
    """Return answers to a question: on every threshold and beside it, and every state."""
    said: list[Said] = [(State.VALUE, value) for value in _values(rubric, question)]
    said += [(state, None) for state in _GAPS]
    if question.allows_na:
        said.append((State.NA, None))
    if question.id not in gates(rubric) and not rubric.lower_is_better:
        said.append((State.NOT_OFFERED, None))
    return said


def gates(rubric: Rubric) -> dict[str, Fraction]:
    """Return the figures that decide whether other answers count, with what they must reach."""
    return {
        condition.name: condition.at_least
        for question in rubric.questions()
        for condition in (*question.applies, *question.counts_from)
        if condition.figure and condition.at_least is not None
    }


def parts_of(question: Criterion) -> tuple[str, ...]:
    """Return the figures that are asked for only to work this one out."""
    if question.measure is None:
        return ()
    cap = (question.measure.cap,) if question.measure.cap else ()
    terms = (*question.measure.of, *question.measure.to, *cap)
    return tuple(term.name for term in terms if term.kind is Asked.FIGURE)


def _values(rubric: Rubric, question: Criterion) -> Iterator[Value]:
    gate = gates(rubric).get(question.id)
    if gate is not None:
        yield from (gate - 1, gate, gate + 1)
    elif question.kind is AnswerKind.NUMBER:
        yield from (one for one in _numbers(question) if find_number_fault(question, one) is None)
    elif question.kind is AnswerKind.CHECKLIST:
        yield from map(Fraction, range(len(question.boxes) + 1))
        yield frozenset(box.id for box in question.boxes[:2])
    else:
        yield from (choice.id for choice in choices_of(question))


def _numbers(question: Criterion) -> Iterator[Fraction]:
    if isinstance(question.points, Span):
        low, high = question.points.low, question.points.high
        yield from (low, low + _HAIR, low + 3 if high is None else high)
    edges = [band.start for band in bands_of(question) if isinstance(band.start, Fraction)]
    for edge in edges:
        yield from (edge - _HAIR, edge, edge + _HAIR)
    if not edges:
        yield from map(Fraction, ("0", "0.5", "1", "1.5", "7"))


def _contradicting(
    rubric: Rubric, said: Mapping[str, Said], flags: Mapping[str, str]
) -> Iterator[str]:
    """Yield what the profile or a finished figure leaves no room for."""
    for question in rubric.questions():
        unasked = any(flags.get(condition.name) == "no" for condition in question.applies)
        is_given = said[question.id][0] is State.VALUE
        if is_given and unasked:
            yield question.id
        elif is_given and question.measure is not None:
            yield from parts_of(question)


def _fact(name: str, said: Said, grade: Grade | None) -> Fact:
    state, value = said
    return Fact(criterion=name, state=state, text=str(value), value=value, grade=grade, note="so")


# Most often nothing stands in the way of a level.
_CHECKED: tuple[Said, ...] = (
    *[(State.VALUE, NONE_FOUND)] * 5,
    (State.VALUE, FOUND),
    (State.MISSING, None),
)
_DECLARED: tuple[Said, ...] = (
    (State.MISSING, None),
    (State.VALUE, TODAY),
    (State.VALUE, date(2026, 5, 31)),
)
_SUSPENDED: tuple[Said, ...] = (
    *[(State.MISSING, None)] * 4,
    (State.VALUE, "yes"),
    (State.VALUE, "no"),
)
