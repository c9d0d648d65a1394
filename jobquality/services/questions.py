"""What an employer is asked of a standard: what it can know, never what its workers think."""

from collections.abc import Iterator

from jobquality.rubrics.model import Criterion, Group, Rubric

#: Evidence that workers give. What rests on nothing else is not for an employer to say.
FROM_WORKERS = frozenset({"worker_survey", "worker_interviews"})


def topics_of(rubric: Rubric) -> tuple[str, ...]:
    """Return the ids of the topics that an employer can be asked, in the order of the file.

    What breaks the law and what is declared are no topics of theirs: records and people of
    the center say the one, and a signed plan the other.
    """
    return tuple(group.id for group in _groups(rubric))


def questions_of(rubric: Rubric, topics: tuple[str, ...]) -> dict[str, Criterion]:
    """Return what an employer is asked, by id; no topics means all.

    Figures of other topics that a question is worked out from are asked along with it. What
    only workers can say, and figures that only such questions need, is left out.
    """
    every = {one.id: one for group in _groups(rubric) for one in _questions_in(group)}
    not_theirs = {one.id for one in every.values() if _is_of_workers(one)}
    needed = {name for one in every.values() if one.id not in not_theirs for name in _parts(one)}
    only_there = {name for one in not_theirs for name in _parts(every[one])} - needed
    wanted = set(topics or topics_of(rubric))
    chosen = [
        one
        for group in _groups(rubric)
        if group.id in wanted
        for one in _questions_in(group)
        if one.id not in not_theirs | only_there
    ]
    named = {one.id for one in chosen} | {name for one in chosen for name in _parts(one)}
    return {name: one for name, one in every.items() if name in named}


def _groups(rubric: Rubric) -> tuple[Group, ...]:
    groups = tuple(child for child in rubric.root.children if isinstance(child, Group))
    return groups or (rubric.root,)


def _questions_in(group: Group) -> Iterator[Criterion]:
    for inner in group.groups():
        children = (child for child in inner.children if isinstance(child, Criterion))
        yield from (child for child in children if not child.reads)
        yield from inner.figures


def _is_of_workers(question: Criterion) -> bool:
    return bool(question.evidence) and FROM_WORKERS.issuperset(question.evidence)


def _parts(question: Criterion) -> tuple[str, ...]:
    measure = question.measure
    if measure is None:
        return ()
    terms = (*measure.of, *measure.to, *((measure.cap,) if measure.cap else ()))
    return tuple(term.name for term in terms)
