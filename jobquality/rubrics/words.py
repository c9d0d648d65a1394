"""Titles, help and translations: the sibling files of a standard."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobquality.rubrics import nodes, yamltext
from jobquality.rubrics.fields import Faults, Fields, shown
from jobquality.rubrics.filekinds import check_kind
from jobquality.rubrics.model import Choice, Criterion, Rubric, Wording
from jobquality.rubrics.steps import steps_of

_NOTHING = Wording()
_YES_NO = ("yes", "no")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything that people read of one edition, in one language.

    `reviewed` is `no`, `original`, or who checked the translation and when. `sources` say the
    sources of the standard, each by its own words there.
    """

    language: str
    reviewed: str
    title: str
    about: str
    by_id: Mapping[str, Wording] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has checked it; the page says so when nobody has."""
        return self.reviewed not in ("", "no")

    def source(self, text: str) -> str:
        """Return a source of the standard in this language; as it stands there without one."""
        return self.sources.get(text, text)

    def of(self, name: str) -> Wording:
        """Return the wording of an id; empty when there is none."""
        return self.by_id.get(name, _NOTHING)


def load_words(content: bytes, rubric: Rubric) -> Words:
    """Return the words of a sibling file.

    Raises:
        FaultsError: the file belongs to another edition, or speaks of ids that are not there.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    check_kind(document.tree, "words")
    fields = Fields(document.tree, "a file of words", faults)
    _check_same(fields, "words", expected=rubric.id)
    _check_same(fields, "edition", expected=rubric.edition)
    words = Words(
        language=_language(fields),
        reviewed=fields.text("reviewed"),
        title=fields.text("title", required=True),
        about=fields.text("about"),
        by_id=_say(fields, rubric),
        sources=_sources(fields, rubric),
    )
    fields.close()
    faults.check()
    return words


def _check_same(fields: Fields, word: str, *, expected: str) -> None:
    line = fields.line_of(word)
    text = fields.text(word, required=True)
    if text and text != expected:
        message = f"'{word}: {text[:60]}' does not match the standard."
        fields.faults.add(line, message, f"Write {word}: {expected}, or use the file that fits.")


def _language(fields: Fields) -> str:
    line = fields.line_of("language")
    text = fields.text("language", required=True)
    if text and not _LANGUAGE.fullmatch(text):
        message = f"'language' cannot be {shown(text)}."
        fields.faults.add(line, message, "Write its two letters, such as es for Spanish.")
    return text


def _say(fields: Fields, rubric: Rubric) -> dict[str, Wording]:
    tree = fields.mapping("say")
    known = dict(_answers(rubric))
    said: dict[str, Wording] = {}
    for key, node in tree.entries if tree else ():
        if key.text not in known:
            message = f"'{key.text}' is not an id of the standard."
            fields.faults.unknown(key.line, message, word=key.text, known=known)
        elif isinstance(node, nodes.Mapping):
            inner = Fields(node, f"the words of '{key.text}'", fields.faults)
            said[key.text] = _wording(inner, known[key.text])
        else:
            message = f"'{key.text}' is not followed by its words."
            fields.faults.add(key.line, message, "Write title:, ask:, help: or answers: below it.")
    return said


def _sources(fields: Fields, rubric: Rubric) -> dict[str, str]:
    known = set(sources_of(rubric))
    said: dict[str, str] = {}
    for node in fields.groups("sources"):
        inner = Fields(node, "a source", fields.faults)
        source = inner.text("source", required=True)
        if source and source not in known:
            message = f"{shown(source)} is not a source of the standard."
            fields.faults.add(node.line, message, "Copy it from there, word for word.")
        said[source] = inner.text("says", required=True)
        inner.close()
    return said


def sources_of(rubric: Rubric) -> Iterator[str]:
    """Yield what thresholds and critical violations of a standard rest on."""
    questions = (question for question in rubric.questions() if question.points is not None)
    steps = (step for question in questions for step in steps_of(question.points))
    yield from (step.grounds.source for step in steps if step.grounds.source)
    yield from (critical.source for critical in rubric.critical if critical.source)


def _wording(fields: Fields, answers: tuple[str, ...]) -> Wording:
    tree = fields.mapping("answers")
    inner = Fields(tree, "its answers", fields.faults) if tree else None
    said = {name: inner.text(name) for name in answers} if inner else {}
    if inner:
        inner.close()
    wording = Wording(
        title=fields.text("title"),
        ask=fields.text("ask"),
        help=fields.text("help"),
        about=fields.text("about"),
        answers={name: text for name, text in said.items() if text},
    )
    fields.close()
    return wording


def _answers(rubric: Rubric) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every id that can have words, with the ids of its choices or boxes."""
    named = {group.id for group in rubric.root.groups() if group is not rubric.root}
    questions = {question.id: answer_ids(question) for question in rubric.questions()}
    yield from ((group.id, ()) for group in rubric.root.groups() if group.id in named)
    yield from questions.items()
    yield from ((critical.id, ()) for critical in rubric.critical)
    yield from ((level.id, ()) for level in rubric.levels)
    named |= questions.keys()
    yield from ((kind, ()) for kind in evidence_ids(rubric) if kind not in named)


def answer_ids(question: Criterion) -> tuple[str, ...]:
    """Return the ids of a question's choices or boxes, in order."""
    points = question.points if isinstance(question.points, tuple) else ()
    choices = tuple(choice.id for choice in points if isinstance(choice, Choice))
    return choices or tuple(box.id for box in question.boxes)


def evidence_ids(rubric: Rubric) -> tuple[str, ...]:
    """Return every kind of evidence that the standard names, once, in order."""
    named = [question.evidence for question in rubric.questions()]
    named += [critical.evidence for critical in rubric.critical]
    return tuple(dict.fromkeys(kind for kinds in named for kind in kinds))


def missing_words(rubric: Rubric, words: Words, *, translated: bool) -> tuple[str, ...]:
    """Return what a sibling file does not say: `ben_health_hours answers no_plan`.

    Every id needs a title; in another language also its question and answers.
    """
    asked = {question.id for question in rubric.questions()}
    asked |= {critical.id for critical in rubric.critical}
    missing: list[str] = []
    for name, answers in _answers(rubric):
        said = words.of(name)
        missing += [] if said.title else [f"{name} title"]
        if translated and name in asked:
            missing += [] if said.ask else [f"{name} ask"]
            unsaid = (one for one in answers if one not in said.answers and one not in _YES_NO)
            missing += [f"{name} answers {answer}" for answer in unsaid]
    return tuple(missing)
