"""What the words for published methods cannot say: each fault by name, line and what to do."""

import pytest

from tests.pure.rubrics.factories import Change, faults_after

PAY = (
    "          - {under: 15, gives: 0}\n          - {from: 15, gives: 1}\n"
    "          - {from: 18, gives: 2, basis: law, source: City code}\n"
)
NOTICE, ON_CALL = "      - criterion: notice_days", "      - criterion: on_call"
DAYS = "        answer: days"


def instead(points: str) -> Change:
    """Return the change that gives the lowest pay its points in another way."""
    return ("        points:\n" + PAY, points)


FAULTS: dict[str, tuple[Change, str]] = {
    "a band that holds an edge twice": (
        ("{under: 15, gives: 0}", "{up_to: 15, gives: 0}"),
        (
            "line 12: This band meets the next one at 15, and both of them hold it. "
            "Write under and from, or up_to and above."
        ),
    ),
    "a band that leaves out its edge": (
        (
            "{under: 15, gives: 0}\n          - {from: 15",
            "{under: 15, gives: 0}\n          - {above: 15",
        ),
        (
            "line 12: This band meets the next one at 15, and neither of them holds it. "
            "Write under and from, or up_to and above."
        ),
    ),
    "a line of one point": (
        instead("        line: [{at: 15, gives: 1}]\n"),
        (
            "line 11: A line needs at least two points to pass through. "
            "Write {at: 0, gives: 0} and {at: 50, gives: 4} below it."
        ),
    ),
    "a line out of order": (
        instead("        line: [{at: 15, gives: 1}, {at: 9, gives: 2}]\n"),
        (
            "line 11: This point is at 9, not above 15. "
            "Write the points of a line in the order of 'at'."
        ),
    ),
    "a line from where there is no logarithm": (
        instead("        line: [{at: 0, gives: 0}, {at: 9, gives: 2}]\n        log: yes\n"),
        "line 11: 0 has no logarithm. Start above 0, or leave 'log' out.",
    ),
    "a line beside points": (
        ("        points:\n" + PAY, "        points:\n" + PAY + "        line: []\n"),
        "line 7: 'line' and 'points' stand side by side. Keep one of them.",
    ),
    "a requirement of what is not there": (
        (
            "      - criterion: notice_days",
            "      - criterion: notice_days\n        requires: on_cal",
        ),
        "line 19: 'notice_days' requires 'on_cal', which is not scored. Did you mean 'on_call'?",
    ),
    "a requirement of itself": (
        (
            "      - criterion: on_call",
            "      - criterion: on_call\n        requires: [scheduling]",
        ),
        (
            "line 16: The score of 'scheduling' rests on itself: "
            "scheduling → on_call → scheduling. Leave one of these links out."
        ),
    ),
    "a scale that is not there": (
        ("        answer: days", "        answer: days\n        scale: element"),
        "line 19: We know no scale 'element'. Add it to scales: at the top.",
    ),
    "an answer that nobody gives": (
        ("        answer: days", "        answer: days\n        reads: nothing"),
        "line 19: 'reads: nothing' is not a question of this file. Name a criterion.",
    ),
    "a kind that is not there": (
        ("    weight: 40", "    weight: 40\n    over: indicator"),
        (
            "line 16: 'scheduling' is made over 'indicator', but there is no node with "
            "kind: indicator below it. Add kind: indicator to what it is made of."
        ),
    ),
    "parts that weigh what nobody asks": (
        ("    weight: 40", "    weight: 40\n    each: {part: shop, by: heads}"),
        (
            "line 16: 'scheduling' weighs its parts by 'heads', which is nowhere asked as a "
            "number. Ask for it as a criterion without points, and answer it for each part."
        ),
    ),
    "parts of no kind": (
        ("    weight: 40", "    weight: 40\n    each: {combine: min}"),
        "line 18: 'each' names no kind of part. Add part: site.",
    ),
    "enough of nothing": (
        ("    weight: 40", "    weight: 40\n    enough: {}"),
        "line 18: 'enough' names no number. Write enough: {answered: 60}.",
    ),
    "a start without a sum": (
        ("    weight: 40", "    weight: 40\n    start: 10"),
        "line 18: 'start' belongs to combine: sum. Leave it out here.",
    ),
    "complete where nothing is counted": (
        ("    weight: 40", "    weight: 40\n    complete_from: 50"),
        (
            "line 18: 'complete_from' belongs to combine: ladder, all, any, count, share. "
            "Leave it out here."
        ),
    ),
    "a backing that there is not": (
        ("{answer: never, ask: Never, gives: 2}", "{answer: never, gives: 2, needs: link}"),
        "line 34: 'needs' cannot be 'link'. Use reason, url or file.",
    ),
    "two ways to work a figure out": (
        (
            "        answer: days",
            "        answer: days\n        of: openings\n        sum: openings",
        ),
        (
            "line 19: 'sum' and 'of' stand side by side. "
            "Keep one, and make the other a figure of its own."
        ),
    ),
    "a share of nothing": (
        ("        answer: days", "        answer: ratio\n        share: {of: openings}"),
        "line 23: 'share' has no 'in'. Write share: {of: …, in: …}.",
    ),
    "a cohort that does not say how": (
        instead("        cohort: {better: lower}\n"),
        (
            "line 11: 'cohort' does not say how to compare. "
            "Add by: minmax, zscore, rank, percentile or best."
        ),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(name: str) -> None:
    change, expected = FAULTS[name]

    assert expected in faults_after(change)
