"""In which order a standard is asked, on paper and on a phone: topics, and in them blocks.

A block is one criterion with the parts that it is worked out from. It is the order of the
form on the web, so that whoever types a sheet in never has to search.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobquality.rubrics.model import Asked, Condition, Criterion, Group, Rubric, Term
from jobquality.scoring.answers import Question

#: The topics that are no dimension.
CRITICAL, DECLARED = "critical", "declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One question with the parts that are asked with it, each only in the first block it has.

    `conditions` are those of the question and of every group around it.
    """

    question: Question
    parts: tuple[Criterion, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """The parts first, as they are found in a payroll, then the figure itself."""
        return (*self.parts, self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A dimension, the critical questions, or the declared levels."""

    id: str
    blocks: tuple[Block, ...]


def topics_of(rubric: Rubric) -> tuple[Topic, ...]:
    """Return everything that a standard asks, each question once."""
    return tuple(topic for topic in _Order(rubric).topics() if topic.blocks)


def part_names(question: Question) -> tuple[str, ...]:
    """Return the ids of the figures that a question is worked out from, in order."""
    measure = question.measure if isinstance(question, Criterion) else None
    if measure is None:
        return ()
    terms: tuple[Term, ...] = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
    return tuple(dict.fromkeys(term.name for term in terms if term.kind is Asked.FIGURE))


class _Order:
    """Walks through one standard and puts each part where it is needed first."""

    def __init__(self, rubric: Rubric) -> None:
        self._rubric = rubric
        self._questions = {one.id: one for one in rubric.questions()}
        self._around = dict(_conditions_around(rubric.root, ()))
        self._owners = dict(self._first_owners())

    def topics(self) -> Iterator[Topic]:
        root = self._rubric.root
        groups = [child for child in root.children if isinstance(child, Group)]
        loose = [child for child in root.children if isinstance(child, Criterion)]
        if loose or root.figures:
            own = [one for one in (*loose, *root.figures) if not one.reads]
            yield Topic(id=root.id, blocks=tuple(self._blocks(own)))
        for group in groups:
            figures = [figure for inner in group.groups() for figure in inner.figures]
            own = [one for one in (*group.criteria(), *figures) if not one.reads]
            yield Topic(id=group.id, blocks=tuple(self._blocks(own)))
        critical = tuple(Block(question=one) for one in self._rubric.critical)
        declared = tuple(Block(question=one) for one in self._rubric.levels if one.declared)
        yield Topic(id=CRITICAL, blocks=critical)
        yield Topic(id=DECLARED, blocks=declared)

    def _blocks(self, questions: list[Criterion]) -> Iterator[Block]:
        for question in questions:
            if question.id in self._owners:
                continue
            own = [one for one in part_names(question) if self._owners.get(one) == question.id]
            yield Block(
                question=question,
                parts=tuple(self._questions[one] for one in own),
                conditions=self._around[question.id],
            )

    def _first_owners(self) -> Iterator[tuple[str, str]]:
        """Yield each part with the first criterion that it is a part of."""
        seen: set[str] = set()
        for question in self._rubric.questions():
            for part in part_names(question):
                is_figure = part in self._questions and self._questions[part].points is None
                if is_figure and part not in seen and part != question.id:
                    seen.add(part)
                    yield part, question.id


def _conditions_around(
    group: Group, above: tuple[Condition, ...]
) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    conditions = (*above, *group.applies)
    for figure in group.figures:
        yield figure.id, (*conditions, *figure.applies)
    for child in group.children:
        if isinstance(child, Group):
            yield from _conditions_around(child, conditions)
        else:
            yield child.id, (*conditions, *child.applies)


def conditions_by_question(rubric: Rubric) -> Mapping[str, tuple[Condition, ...]]:
    """Return under which conditions each criterion and figure is asked, by its id."""
    return dict(_conditions_around(rubric.root, ()))
