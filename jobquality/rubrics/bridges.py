"""Bridges: which question of one edition is which of the next, and what that allows.

Only what a person has said to be the same question may be compared over the years. That a
question is not linked implies nothing: neither that it is new, nor that it was dropped.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from jobquality.rubrics import yamltext
from jobquality.rubrics.fields import Faults, Fields, one_line, one_of
from jobquality.rubrics.filekinds import check_kind
from jobquality.rubrics.likeness import find_misfit, is_same_scale, questions_of, words_of
from jobquality.rubrics.model import Criterion, Rubric
from jobquality.rubrics.nodes import Text


class Relation(StrEnum):
    """What became of a question."""

    SAME = "same"
    REWORDED = "reworded"
    NARROWER = "narrower"
    BROADER = "broader"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    RETIRED = "retired"


_TURNED = {
    Relation.NARROWER: Relation.BROADER,
    Relation.SPLIT: Relation.MERGED,
    Relation.NEW: Relation.RETIRED,
}
_TURNED |= {there: here for here, there in _TURNED.items()}
_NONE, _ONE, _SEVERAL = "no question", "one question", "two questions or more"
#: How many questions each relation names: of the old edition, and of the new one.
_COUNTS = {
    Relation.SPLIT: (_ONE, _SEVERAL),
    Relation.MERGED: (_SEVERAL, _ONE),
    Relation.NEW: (_NONE, _ONE),
    Relation.RETIRED: (_ONE, _NONE),
}
_MANY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What became of one question, or of several.

    `answers` says which old answer is which new one. Where it is given, only the answers in
    it carry over; states such as unknown or not_offered always do.
    """

    relation: Relation
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    why: str = ""
    line: int = 0

    @property
    def is_comparable(self) -> bool:
        """Whether answers to the old question say something about the new one."""
        return bool(self.answers) or self.relation in (Relation.SAME, Relation.REWORDED)

    def turned(self) -> "Link":
        """Return the link as it is seen from the later edition."""
        return replace(
            self,
            relation=_TURNED.get(self.relation, self.relation),
            old=self.new,
            new=self.old,
            answers=tuple((new, old) for old, new in self.answers),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """All links between two editions; each question stands in at most one.

    `old` and `new` are the names of the editions: `restaurants_us@2026.1`.
    """

    old: str
    new: str
    links: tuple[Link, ...] = ()

    def turned(self) -> "Bridge":
        """Return the bridge from the later edition back to the earlier one."""
        turned = tuple(link.turned() for link in self.links)
        return Bridge(old=self.new, new=self.old, links=turned)

    def comparable(self) -> tuple[Link, ...]:
        """Return the links over which answers carry."""
        return tuple(link for link in self.links if link.is_comparable)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One end of a bridge: the word for it in a link, and what is asked there."""

    word: str
    rubric: Rubric
    questions: Mapping[str, Criterion]

    @classmethod
    def of(cls, word: str, rubric: Rubric) -> "_Side":
        return cls(word=word, rubric=rubric, questions=questions_of(rubric))


def load_bridge(content: bytes, old: Rubric, new: Rubric) -> Bridge:
    """Return the bridge that a file holds, from the edition `old` to the edition `new`.

    Raises:
        FaultsError: it belongs to other editions, names what is not asked there, or a link
            does not fit; names every fault with its line.
    """
    document = yamltext.parse(content)
    faults = Faults(document.faults)
    check_kind(document.tree, "bridge")
    fields = Fields(document.tree, "a bridge", faults)
    _check_editions(fields, old, new)
    if not fields.has("links"):
        faults.add(1, "The bridge has no 'links:'.", "Add links: and one entry for each question.")
    sides = (_Side.of("old", old), _Side.of("new", new))
    trees = list(fields.groups("links"))
    links = [_link(Fields(tree, "a link", faults), sides) for tree in trees]
    fields.close()
    found = tuple(link for link in links if link is not None)
    _check_twice(found, faults)
    faults.check()
    return Bridge(old=old.name, new=new.name, links=found)


def _check_editions(fields: Fields, old: Rubric, new: Rubric) -> None:
    wanted = {
        "bridge": (new.id,),
        "from": (old.edition, old.name) if old.id == new.id else (old.name,),
        "to": (new.edition, new.name),
    }
    for word, texts in wanted.items():
        line = fields.line_of(word)
        text = fields.text(word, required=True)
        if text and text not in texts:
            message = f"'{word}: {text[:60]}' does not match {old.name} and {new.name}."
            remedy = f"Write {word}: {texts[0]}, or use the bridge that fits."
            fields.faults.add(line, message, remedy)


def _link(fields: Fields, sides: Sequence[_Side]) -> Link | None:
    relation = _relation(fields)
    named = [_named(fields, side) for side in sides]
    link = Link(
        relation=relation or Relation.NARROWER,
        old=named[0],
        new=named[1],
        answers=tuple(_answers(fields)),
        why=fields.text("why"),
        line=fields.line,
    )
    fields.close()
    if relation is None:
        return None
    if _counts_fit(link, fields.faults):
        _check_fit(link, sides, fields.faults)
    return link


def _relation(fields: Fields) -> Relation | None:
    words = [relation.value for relation in Relation]
    if not fields.has("relation"):
        remedy = f"Add relation: …. {one_of(words)}"
        fields.faults.add(fields.line, "A link has no 'relation'.", remedy)
    word = fields.word("relation", words)
    return Relation(word) if word else None


def _named(fields: Fields, side: _Side) -> tuple[str, ...]:
    line = fields.line_of(side.word)
    names = fields.ids(side.word)
    for name in names:
        if name not in side.questions:
            message = f"'{name}' is not a question of {side.rubric.name}."
            remedy = "Only questions are linked; levels and critical violations are not."
            fields.faults.unknown(line, message, word=name, known=side.questions, otherwise=remedy)
    return names


def _answers(fields: Fields) -> Iterator[tuple[str, str]]:
    tree = fields.mapping("answers")
    for key, node in tree.entries if tree else ():
        text = one_line(node.text) if isinstance(node, Text) else ""
        if text:
            yield key.text, text
        else:
            message = f"'{key.text}' in 'answers' needs the new answer."
            fields.faults.add(key.line, message, f"Write {key.text}: and the answer it became.")


def _counts_fit(link: Link, faults: Faults) -> bool:
    """Note it where a link names too few or too many questions for its relation."""
    wanted = _COUNTS.get(link.relation, (_ONE, _ONE))
    fits = True
    for word, names, count in zip(("old", "new"), (link.old, link.new), wanted, strict=True):
        if count != _count(names):
            fits = False
            message = f"'relation: {link.relation}' names {count} in '{word}', not {len(names)}."
            faults.add(link.line, message, _count_remedy(link, word, count))
    if fits and link.answers and _NONE in wanted:
        fits = False
        message = f"'relation: {link.relation}' has 'answers', but nothing to carry them to."
        faults.add(link.line, message, "Leave 'answers' out.")
    return fits


def _count(names: Sequence[str]) -> str:
    return (_NONE, _ONE)[len(names)] if len(names) < _MANY else _SEVERAL


def _count_remedy(link: Link, word: str, count: str) -> str:
    if count == _NONE:
        return f"Leave '{word}' out, or use another relation."
    if count == _SEVERAL:
        return f"Write {word}: [first_id, second_id]."
    is_many = len(link.old) > 1 or len(link.new) > 1
    return "Use split or merged for several." if is_many else f"Add {word}: and its id."


def _check_fit(link: Link, sides: Sequence[_Side], faults: Faults) -> None:
    """Note it where answers cannot carry as the link says."""
    old, new = (
        [side.questions[name] for name in names if name in side.questions]
        for side, names in zip(sides, (link.old, link.new), strict=True)
    )
    if len(old) < len(link.old) or len(new) < len(link.new):
        return
    if link.answers:
        _check_words([one for one, _ in link.answers], old, link, faults)
        _check_words([one for _, one in link.answers], new, link, faults)
    elif link.is_comparable and (misfit := find_misfit(old[0], new[0])):
        message = f"'{link.old[0]}' and '{link.new[0]}' are not '{link.relation}': {misfit}."
        remedy = "Add answers: {old_answer: new_answer}, or use another relation."
        faults.add(link.line, message, remedy)
    elif link.relation is Relation.SAME and not is_same_scale(old[0], new[0]):
        message = f"'{link.old[0]}' and '{link.new[0]}' are not 'same': their points differ."
        faults.add(link.line, message, "Write relation: reworded, and why.")


def _check_words(
    words: Sequence[str], questions: Sequence[Criterion], link: Link, faults: Faults
) -> None:
    """Note each word of 'answers' that one of the questions does not have as an answer."""
    for question in questions:
        known = words_of(question)
        if not known:
            message = f"'answers' needs words to choose from, and '{question.id}' has none."
            faults.add(link.line, message, "Leave 'answers' out.")
            continue
        for word in dict.fromkeys(words):
            if word not in known:
                message = f"'{word}' in 'answers' is not an answer to '{question.id}'."
                faults.unknown(link.line, message, word=word, known=known, otherwise=one_of(known))


def _check_twice(links: Sequence[Link], faults: Faults) -> None:
    """Note each question that stands in two links: they would say different things of it."""
    for word in ("old", "new"):
        seen: dict[str, Link] = {}
        for link in links:
            for name in link.old if word == "old" else link.new:
                if name in seen:
                    faults.add(link.line, *_twice(name, word, seen[name], link))
                seen.setdefault(name, link)


def _twice(name: str, word: str, first: Link, link: Link) -> tuple[str, str]:
    if first is link:
        return f"'{name}' stands twice in '{word}'.", "Name it once."
    message = (
        f"'{word}: {name}' is linked twice: {first.relation} on line {first.line}, "
        f"and {link.relation} here."
    )
    return message, "Keep one link; split and merged name several questions in one."
