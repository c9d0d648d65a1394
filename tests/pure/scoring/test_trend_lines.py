"""The like-for-like line: one common standard, over what all periods were asked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jobquality.rubrics.bridges import Bridge
from jobquality.rubrics.bridging import propose_bridge
from jobquality.rubrics.model import Group
from jobquality.scoring.periods import Period, draw_lines
from tests.pure.scoring.moving import Move, moves, periods, reweighed


@given(st.data())
def test_within_one_edition_both_lines_are_one(data: st.DataObject) -> None:
    first = data.draw(periods())
    later = [data.draw(periods(first.rubric)) for _ in range(2)]
    drawn = draw_lines([first, *later], [None, None])

    assert drawn.like_for_like == drawn.published
    assert drawn.left_out == ()


@given(st.data())
def test_the_common_standard_is_the_later_edition(data: st.DataObject) -> None:
    before = data.draw(periods())
    after = data.draw(periods(data.draw(reweighed(before.rubric))))
    drawn = draw_lines([before, after], [propose_bridge(before.rubric, after.rubric)])

    assert [point.total for point in drawn.like_for_like] == [
        replace(before, rubric=after.rubric).card().total,
        after.card().total,
    ]


@given(st.data())
def test_a_question_that_is_not_compared_counts_as_little_as_one_that_is_not_there(
    data: st.DataObject,
) -> None:
    period = data.draw(periods())
    linked = propose_bridge(period.rubric, period.rubric).links
    kept = tuple(link for link in linked if data.draw(st.booleans()))
    later = replace(period.rubric, scoring_hash="another", edition="2027.1")
    bridge = Bridge(old=period.rubric.name, new=later.name, links=kept)
    drawn = draw_lines([period, replace(period, rubric=later)], [bridge])
    without = without_uncounted(later.root, frozenset(drawn.compared))

    assert set(drawn.compared) <= {name for link in kept for name in link.new}
    if without is not None:
        alone = replace(period, rubric=replace(later, root=without, levels=())).card().total
        for point in drawn.like_for_like:
            assert point.total is not None
            assert (point.total.value, point.total.low, point.total.high, point.total.coverage) == (
                alone.value,
                alone.low,
                alone.high,
                alone.coverage,
            )


def without_uncounted(group: Group, names: frozenset[str]) -> Group | None:
    """Return a topic without the scored questions outside of `names`; None where none is left.

    What is left out is still asked, for others may rest on it.
    """
    children = [
        without_uncounted(child, names) if isinstance(child, Group) else child
        for child in group.children
        if isinstance(child, Group) or child.id in names
    ]
    left = tuple(child for child in children if child is not None)
    return replace(group, children=left) if left else None


@given(moves())
def test_what_is_compared_and_what_is_left_out_are_the_later_edition(move: Move) -> None:
    drawn = draw_lines([move.before, move.after], [move.bridge])
    asked = {one.id for one in move.after.rubric.root.criteria()}

    assert {*drawn.compared, *drawn.left_out} == asked
    assert not {*drawn.compared} & {*drawn.left_out}
    assert bool(drawn.like_for_like) == bool(drawn.compared)


@given(periods(), periods())
def test_the_published_line_is_each_editions_own_score(first: Period, second: Period) -> None:
    drawn = draw_lines([first, second], [None])

    assert [point.total for point in drawn.published] == [
        first.card().total,
        second.card().total,
    ]
