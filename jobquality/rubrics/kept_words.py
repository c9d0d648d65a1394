"""Which words of a standard still fit one that tailors it."""

from collections.abc import Iterator
from dataclasses import replace

from jobquality.rubrics.model import Choice, Criterion, Rubric
from jobquality.rubrics.words import Words, evidence_ids


def kept_words(words: Words, of: Rubric, rubric: Rubric, own: Words | None) -> Words:
    """Return the words of one standard for another that tailors it.

    `words` are those of the standard `of`. An id keeps its words where the file still asks the
    same of it; what the tailored standard says itself (`own`) goes before. They count as
    reviewed only where both are.
    """
    said_of, said = dict(_said(of)), dict(_said(rubric))
    kept = {
        name: wording
        for name, wording in words.by_id.items()
        if name in said and said[name] == said_of.get(name)
    }
    if own is None:
        title = rubric.wording.title or rubric.name
        return replace(words, title=title, about=rubric.wording.about, by_id=kept)
    reviewed = own.reviewed if words.is_reviewed or not kept else words.reviewed
    return replace(own, reviewed=reviewed, by_id={**kept, **own.by_id})


def _said(rubric: Rubric) -> Iterator[tuple[str, object]]:
    """Yield every id that can have words, with what they must fit."""
    yield from ((group.id, group.wording) for group in rubric.root.groups())
    yield from ((question.id, _of_question(question)) for question in rubric.questions())
    yield from ((one.id, one.wording) for one in rubric.critical)
    yield from ((level.id, replace(level, line=0)) for level in rubric.levels)
    yield from ((name, None) for name in evidence_ids(rubric))


def _of_question(question: Criterion) -> object:
    points = question.points if isinstance(question.points, tuple) else ()
    choices = tuple((one.id, one.ask) for one in points if isinstance(one, Choice))
    return (question.wording, question.kind, question.unit, choices, question.boxes)
