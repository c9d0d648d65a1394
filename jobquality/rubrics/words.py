"""Titles, help and translations: the sibling files of a standard."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobquality.errors import FaultsError
from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields, nearest
from jobquality.rubrics.model import Choice, Criterion, Rubric, Wording

_ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything that people read of one edition, in one language.

    `reviewed` is `no`, `original`, or who checked the translation and when.
    """

    language: str
    reviewed: str
    title: str
    about: str
    by_id: Mapping[str, Wording] = field(default_factory=dict)

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has checked it; the page says so when nobody has."""
        return self.reviewed not in ("", "no")

    def of(self, name: str) -> Wording:
        """Return the wording of an id; empty when there is none."""
        return self.by_id.get(name, Wording())


def load_words(content: bytes, rubric: Rubric) -> Words:
    """Return the words of a sibling file.

    Raises:
        FaultsError: the file belongs to another edition, or speaks of ids that are not there.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    fields = Fields(document.tree, "a file of words", faults)
    _check_same(fields, "words", rubric.id)
    _check_same(fields, "edition", rubric.edition)
    words = Words(
        language=fields.id("language"),
        reviewed=fields.text("reviewed"),
        title=fields.text("title", required=True),
        about=fields.text("about"),
        by_id=_say(fields, rubric),
    )
    fields.close()
    if faults.found:
        raise FaultsError(sorted(faults.found, key=lambda fault: fault.line or 0))
    return words


def _check_same(fields: Fields, word: str, expected: str) -> None:
    line = fields.line_of(word)
    text = fields.text(word, required=True)
    if text and text != expected:
        fields.faults.add(line, f"'{word}: {text}' does not match the standard.", f"Write '{word}: {expected}'.")


def _say(fields: Fields, rubric: Rubric) -> dict[str, Wording]:
    tree = fields.mapping("say")
    known = dict(_answers(rubric))
    said: dict[str, Wording] = {}
    for key, node in tree.entries if tree else ():
        if key.text not in known:
            fields.faults.add(key.line, f"'{key.text}' is not an id of the standard.", nearest(key.text, known))
        if isinstance(node, yamltext.Mapping):
            said[key.text] = _wording(Fields(node, f"the words of '{key.text}'", fields.faults), known.get(key.text, ()))
        else:
            fields.faults.add(key.line, f"'{key.text}' needs title, ask, help or answers.")
    return said


def _wording(fields: Fields, answers: tuple[str, ...]) -> Wording:
    tree = fields.mapping("answers")
    inner = Fields(tree or yamltext.Mapping(entries=(), line=fields.line), "'answers'", fields.faults)
    wording = Wording(
        title=fields.text("title"),
        ask=fields.text("ask"),
        help=fields.text("help"),
        about=fields.text("about"),
        answers={name: text for name in answers if (text := inner.text(name))},
    )
    inner.close()
    fields.close()
    return wording


def _answers(rubric: Rubric) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every id that can have words, with the ids of its choices or boxes."""
    yield from ((group.id, ()) for group in rubric.root.groups() if group is not rubric.root)
    yield from ((question.id, answer_ids(question)) for question in rubric.questions())
    yield from ((one.id, ()) for one in (*rubric.critical, *rubric.levels))
    yield from ((name, ()) for name in evidence_ids(rubric))


def answer_ids(question: Criterion) -> tuple[str, ...]:
    """Return the ids of a question's choices or boxes, in order."""
    points = question.points if isinstance(question.points, tuple) else ()
    choices = tuple(choice.id for choice in points if isinstance(choice, Choice))
    return choices or tuple(box.id for box in question.boxes)


def evidence_ids(rubric: Rubric) -> tuple[str, ...]:
    """Return every kind of evidence that the standard names, once, in order."""
    named = [one.evidence for one in (*rubric.questions(), *rubric.critical)]
    return tuple(dict.fromkeys(kind for kinds in named for kind in kinds))


def missing_words(rubric: Rubric, words: Words, *, translated: bool) -> tuple[str, ...]:
    """Return what a sibling file does not say: `ben_health_hours answers no_plan`.

    Every id needs a title; in another language also its question and answers.
    """
    missing: list[str] = []
    asked = {one.id for one in (*rubric.questions(), *rubric.critical)}
    for name, answers in _answers(rubric):
        said = words.of(name)
        if not said.title:
            missing.append(f"{name} title")
        if translated and name in asked:
            missing.extend([f"{name} ask"] if not said.ask else [])
            missing.extend(f"{name} answers {answer}" for answer in answers if answer not in said.answers and answer not in ("yes", "no"))
    return tuple(missing)
