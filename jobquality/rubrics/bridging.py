"""Draft a bridge from two editions, for a person to confirm, and write it as a file."""

from collections.abc import Iterable, Iterator

from jobquality.rubrics.bridges import Bridge, Link, Relation
from jobquality.rubrics.likeness import find_misfit, is_same_scale, questions_of, words_of
from jobquality.rubrics.model import Criterion, Rubric

TO_CONFIRM = "To be confirmed by a person"


def propose_bridge(old: Rubric, new: Rubric) -> Bridge:
    """Return what the ids alone suggest: a draft, in which a person has the last word.

    A question of the same id on an equal scale is linked as same; on another scale as
    reworded where the new question takes the old answers, or some of them. Where it takes
    none, and where an id stands in one edition only, nothing is linked: it may have been
    renamed, and only a person knows.
    """
    earlier, later = questions_of(old), questions_of(new)
    links = (_propose(earlier[name], later[name]) for name in earlier if name in later)
    return Bridge(old=old.name, new=new.name, links=tuple(link for link in links if link))


def same_only(bridge: Bridge) -> Bridge:
    """Return a draft without the links that a person has to confirm first."""
    links = tuple(link for link in bridge.links if link.relation is Relation.SAME)
    return Bridge(old=bridge.old, new=bridge.new, links=links)


def _propose(old: Criterion, new: Criterion) -> Link | None:
    if is_same_scale(old, new):
        return Link(relation=Relation.SAME, old=(old.id,), new=(new.id,))
    misfit = find_misfit(old, new)
    kept = tuple((word, word) for word in words_of(old) if word in words_of(new))
    if misfit and not kept:
        return None
    return Link(
        relation=Relation.REWORDED,
        old=(old.id,),
        new=(new.id,),
        answers=kept if misfit else (),
        why=f"{TO_CONFIRM}: {misfit or 'the points or the working differ'}.",
    )


def bridge_text(bridge: Bridge, old: Rubric, new: Rubric) -> str:
    """Return a bridge as a file; what it does not link is named in notes at the end."""
    lines = [*_head(bridge, old, new), *(line for link in bridge.links for line in _entry(link))]
    linked = {name for link in bridge.links for name in (*link.old, *link.new)}
    for word, rubric in (("old", old), ("new", new)):
        left = [name for name in questions_of(rubric) if name not in linked]
        if left:
            lines.append(f"# Not linked, {word}: {', '.join(left)}")
    return "\n".join([*lines, ""])


def _head(bridge: Bridge, old: Rubric, new: Rubric) -> Iterator[str]:
    yield f"bridge: {new.id}"
    yield f"from: {old.edition if old.id == new.id else old.name}"
    yield f"to: {new.edition}"
    yield "links:" if bridge.links else "links: []"


def _entry(link: Link) -> Iterator[str]:
    words = [f"{word}: {_ids(names)}" for word, names in _ends(link) if names]
    words.append(f"relation: {link.relation}")
    if link.answers:
        pairs = ", ".join(f"{old}: {new}" for old, new in link.answers)
        words.append(f"answers: {{{pairs}}}")
    if link.why:
        quoted = link.why.replace("\\", "/").replace('"', "'")
        words.append(f'why: "{quoted}"')
    yield from (f"  {'-' if place == 0 else ' '} {word}" for place, word in enumerate(words))


def _ends(link: Link) -> Iterable[tuple[str, tuple[str, ...]]]:
    return (("old", link.old), ("new", link.new))


def _ids(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"
