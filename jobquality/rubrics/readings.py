"""Read the other readings of the same answers: other weights, other gaps, or any other word."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.effective import effective
from jobquality.rubrics.expanding import with_answers, with_scale
from jobquality.rubrics.fields import Faults, Fields
from jobquality.rubrics.figures import check_figures
from jobquality.rubrics.groups import read_root
from jobquality.rubrics.levels import check_levels
from jobquality.rubrics.model import MAIN, TOTAL, Choice, Criterion, Group, Rubric, Scoring
from jobquality.rubrics.nodes import Mapping as Tree
from jobquality.rubrics.patching import (
    Change,
    all_names,
    read_changes,
    with_changes,
    without_zeros,
)
from jobquality.rubrics.ruling import read_rounding
from jobquality.rubrics.scales import check_scales
from jobquality.rubrics.structure import check_structure

#: What stands at the top of a file beside the tree; a scoring has its own words for some.
_NOT_OF_THE_TREE = frozenset(
    {
        "rubric", "edition", "title", "about", "ask", "help", "better", "weights", "critical",
        "levels", "tests", "scorings", "rounding", "ranks", "scales",
    }
)  # fmt: skip
#: A hostile file must not have us read a large tree again and again.
_MOST_READ = 5_000


def read_scorings(fields: Fields, desk: Desk, raw: Tree, tree: Tree) -> tuple[Scoring, ...]:
    """Take `scorings`; the desk says how the whole file reads what is not known.

    `raw` is the file as it is written, and `tree` with all shared words in their place.
    """
    found: dict[str, Scoring] = {}
    reader = _Reader(desk, raw, tree)
    for entry in fields.groups("scorings"):
        read = reader.scoring(Fields(entry, "a scoring", fields.faults))
        if read.id == MAIN or read.id in found:
            message = f"The scoring '{read.id}' is there already."
            fields.faults.add(read.line, message, "Use another id.")
        found[read.id] = read
    return tuple(found.values())


class _Reader:
    """Reads the scorings of one file, and the whole tree again for each that changes it."""

    def __init__(self, desk: Desk, raw: Tree, tree: Tree) -> None:
        self._desk = desk
        self._raw = raw
        kept = tuple(entry for entry in tree.entries if entry[0].text not in _NOT_OF_THE_TREE)
        self._tree = Tree(entries=kept, line=tree.line)
        self._names: dict[str, list[str]] = {}
        self._was_read = 0

    def scoring(self, fields: Fields) -> Scoring:
        """Read one scoring."""
        has_when = fields.has("when")
        name, weights = fields.id("scoring"), _weights(fields)
        when = self._desk.read_when(fields) if has_when else None
        changes = self._changes(fields)
        levels = fields.word("levels", ("yes", "no"))
        read = Scoring(
            id=name,
            line=fields.line,
            weights=weights,
            when=when,
            rounding=read_rounding(fields),
            has_no_levels=levels == "no" or (bool(changes) and levels != "yes"),
        )
        fields.close()
        return self._changed(read, changes) if changes else read

    def _changes(self, fields: Fields) -> tuple[Change, ...]:
        line = fields.line_of("change")
        changes = read_changes(fields.mapping("change"), fields.faults)
        if not changes:
            return ()
        if not self._names:
            self._names = all_names(self._tree)
        self._was_read += len(self._names)
        if self._was_read > _MOST_READ:
            message = "The scorings change more than we can read."
            fields.faults.add(line, message, "Write fewer scorings, or put some in another file.")
            return ()
        return tuple(self._checked(changes))

    def _checked(self, changes: Iterable[Change]) -> Iterator[Change]:
        for change in changes:
            if change.name in self._names:
                words = with_scale(self._of_the_tree(change), self._raw, self._desk.faults)
                yield replace(change, words=words)
            else:
                message = f"'change' names '{change.name}', which is no node of this file."
                otherwise = "Name total, dimensions, criteria, a kind, or the id of a node."
                known = [*self._names, "dimensions", "criteria"]
                self._desk.faults.unknown(
                    change.line, message, word=change.name, known=known, otherwise=otherwise
                )

    def _of_the_tree(self, change: Change) -> Tree:
        """Return the words of a change without those that hold for the whole file."""
        if change.name != TOTAL:
            return change.words
        kept = []
        for key, node in change.words.entries:
            if key.text in _NOT_OF_THE_TREE:
                message = f"A scoring cannot change '{key.text}'."
                remedy = "Leave it out: it holds for every scoring."
                self._desk.faults.add(key.line, message, remedy)
            else:
                kept.append((key, node))
        return Tree(entries=tuple(kept), line=change.words.line)

    def _changed(self, read: Scoring, changes: tuple[Change, ...]) -> Scoring:
        """Read the whole tree as the scoring has it, and note what is wrong with that."""
        inner = Faults()
        tree, out = without_zeros(with_changes(self._tree, changes))
        fields = Fields(with_answers(tree, inner), "the top of the file", inner)
        desk = self._desk.again(inner)
        root = read_root(fields, TOTAL, desk.inside(fields))
        fields.close()
        note_of_scoring(read, inner, self._desk.faults)
        self._desk.faults.words |= inner.words
        return replace(read, root=root, weights={**dict.fromkeys(out, Fraction(0)), **read.weights})


def note_of_scoring(scoring: Scoring, inner: Faults, faults: Faults) -> None:
    """Note what is wrong with a scoring, but for what is wrong with the standard itself."""
    known = {fault.message for fault in faults.found}
    faults.found += [
        replace(fault, message=f"In the scoring '{scoring.id}': {fault.message}")
        for fault in inner.found
        if fault.message not in known
    ]


def check_scorings(rubric: Rubric, faults: Faults) -> None:
    """Note what does not hold across the whole tree of a scoring that changes it."""
    for scoring in rubric.scorings:
        if scoring.root is not None:
            inner = Faults()
            reading = replace(effective(rubric, scoring), scorings=(scoring,))
            for check in (check_figures, check_structure, check_scales, check_levels):
                check(reading, inner)
            _check_same_questions(rubric.root, scoring, inner)
            note_of_scoring(scoring, inner, faults)


def _check_same_questions(root: Group, scoring: Scoring, faults: Faults) -> None:
    """Note each question that a scoring would ask in another way: answers are given once."""
    if scoring.root is None:
        return
    before = {question.id: _asked(question) for question in _questions(root)}
    after = {question.id: question for question in _questions(scoring.root)}
    for name, question in after.items():
        if before.get(name) != _asked(question):
            message = f"'{name}' would ask for another answer."
            faults.add(question.line, message, "A scoring reads the same answers: change 'gives'.")
    for name in before.keys() - after.keys():
        message = f"'{name}' would not be asked any more."
        faults.add(scoring.line, message, "Write counts: no, or weight: 0.")


def _questions(root: Group) -> Iterator[Criterion]:
    for group in root.groups():
        children = (child for child in group.children if isinstance(child, Criterion))
        yield from (child for child in (*children, *group.figures) if not child.reads)


def _asked(question: Criterion) -> tuple[object, ...]:
    """Return what an answer to a question is: its kind, its unit, and what can be chosen."""
    boxes = tuple(box.id for box in question.boxes)
    return (question.kind, question.unit, boxes, _chosen(question))


def _chosen(question: Criterion) -> frozenset[str]:
    points = question.points if isinstance(question.points, tuple) else ()
    return frozenset(one.id for one in points if isinstance(one, Choice))


def _weights(fields: Fields) -> dict[str, Fraction]:
    weights = {}
    for key, number in fields.numbers("weight"):
        weights[key.text] = number
        if number < 0:
            message = f"The weight of '{key.text}' is below 0."
            fields.faults.add(key.line, message, "Write 0 to leave it out.")
    return weights
