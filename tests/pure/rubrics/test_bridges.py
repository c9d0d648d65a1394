"""Bridges between editions: what they hold, what is refused, and what a draft suggests."""

from textwrap import indent

import pytest

from jobquality.errors import FaultsError
from jobquality.rubrics.bridges import Bridge, Link, Relation, load_bridge
from jobquality.rubrics.bridging import TO_CONFIRM, bridge_text, propose_bridge, same_only
from jobquality.rubrics.model import Rubric
from tests.pure.rubrics.factories import Change, a_rubric

LATER = ("edition: 2026.1", "edition: 2027.1")
STRICTER = (("{under: 7, gives: 0}", "{under: 14, gives: 0}"), ("{from: 7,", "{from: 14,"))
OLD = a_rubric()
NEW = a_rubric(
    LATER,
    ("on_call\n", "on_call_shifts\n"),
    ("on_call: never", "on_call_shifts: never"),
    ('{answer: unpaid, ask: "Yes, unpaid", gives: 0}', "{answer: used, ask: Used, gives: 0}"),
    *STRICTER,
    ("answer: people", "answer: days"),
)


def text_of(links: str) -> bytes:
    head = "bridge: corner_cafes\nfrom: 2026.1\nto: 2027.1\nlinks:\n"
    return (head + indent(links, "  ")).encode()


def bridge(links: str, old: Rubric = OLD, new: Rubric = NEW) -> Bridge:
    return load_bridge(text_of(links), old, new)


def faults_of(content: bytes, old: Rubric = OLD, new: Rubric = NEW) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        load_bridge(content, old, new)
    return [str(fault) for fault in caught.value.faults]


def fault_in(*words: str) -> str:
    """Return the one fault of a bridge with one link."""
    link = "\n".join(f"{'-' if place == 0 else ' '} {word}" for place, word in enumerate(words))
    (fault,) = faults_of(text_of(link))
    return fault


def later(*changes: Change) -> Rubric:
    return a_rubric(LATER, *changes)


def test_a_link_says_what_became_of_a_question() -> None:
    (link,) = bridge(
        "- old: on_call\n"
        "  new: on_call_shifts\n"
        "  relation: reworded\n"
        "  answers: {unpaid: used, never: never}\n"
        "  why: Asked for all shifts\n"
    ).links

    assert link == Link(
        relation=Relation.REWORDED,
        old=("on_call",),
        new=("on_call_shifts",),
        answers=(("unpaid", "used"), ("never", "never")),
        why="Asked for all shifts",
        line=5,
    )


def test_only_same_and_reworded_are_comparable_unless_a_map_says_how() -> None:
    links = bridge(
        "- {old: lowest_pay, new: lowest_pay, relation: same}\n"
        "- {old: notice_days, new: notice_days, relation: narrower}\n"
        "- {old: on_call, new: on_call_shifts, relation: broader, answers: {never: never}}\n"
    )

    assert [link.old for link in links.comparable()] == [("lowest_pay",), ("on_call",)]


def test_a_question_that_is_not_linked_is_no_fault() -> None:
    assert bridge("- {old: lowest_pay, new: lowest_pay, relation: same}").links[0].old


def test_a_bridge_is_the_same_seen_from_the_other_end() -> None:
    there = bridge(
        "- {old: on_call, new: on_call_shifts, relation: narrower, answers: {unpaid: used}}\n"
        "- {old: [lowest_pay, notice_days], new: lowest_pay, relation: merged}\n"
        "- {new: notice_days, relation: new}\n"
    )
    back = there.turned()

    assert (back.old, back.new) == (there.new, there.old)
    assert [link.relation for link in back.links] == [
        Relation.BROADER,
        Relation.SPLIT,
        Relation.RETIRED,
    ]
    assert back.links[0].answers == (("used", "unpaid"),)
    assert back.turned() == there


ONE = "relation: same"
WRONG = {
    "no relation": (
        ("old: lowest_pay", "new: lowest_pay"),
        (
            "line 5: A link has no 'relation'. Add relation: …. Use same, reworded, narrower, "
            "broader, split, merged, new or retired."
        ),
    ),
    "another relation": (
        ("old: lowest_pay", "new: lowest_pay", "relation: rewordet"),
        "line 7: 'relation' cannot be 'rewordet'. Did you mean 'reworded'?",
    ),
    "an old question that is not there": (
        ("old: lowest_pays", "new: lowest_pay", ONE),
        (
            "line 5: 'lowest_pays' is not a question of corner_cafes@2026.1. "
            "Did you mean 'lowest_pay'?"
        ),
    ),
    "a violation": (
        ("old: lowest_pay", "new: wages_unpaid", "relation: narrower"),
        (
            "line 6: 'wages_unpaid' is not a question of corner_cafes@2027.1. "
            "Only questions are linked; levels and critical violations are not."
        ),
    ),
    "new with an old id": (
        ("old: lowest_pay", "new: lowest_pay", "relation: new"),
        (
            "line 5: 'relation: new' names no question in 'old', not 1. "
            "Leave 'old' out, or use another relation."
        ),
    ),
    "retired without any": (
        ("relation: retired", "why: It was cheap to fake"),
        "line 5: 'relation: retired' names one question in 'old', not 0. Add old: and its id.",
    ),
    "a split into one": (
        ("old: lowest_pay", "new: lowest_pay", "relation: split"),
        (
            "line 5: 'relation: split' names two questions or more in 'new', not 1. "
            "Write new: [first_id, second_id]."
        ),
    ),
    "the same as two": (
        ("old: lowest_pay", "new: [lowest_pay, notice_days]", ONE),
        (
            "line 5: 'relation: same' names one question in 'new', not 2. "
            "Use split or merged for several."
        ),
    ),
    "the same with other points": (
        ("old: notice_days", "new: notice_days", ONE),
        (
            "line 5: 'notice_days' and 'notice_days' are not 'same': their points differ. "
            "Write relation: reworded, and why."
        ),
    ),
    "another unit": (
        ("old: openings", "new: openings", "relation: reworded"),
        (
            "line 5: 'openings' and 'openings' are not 'reworded': one is answered in people, the "
            "other in days. Add answers: {old_answer: new_answer}, or use another relation."
        ),
    ),
    "an answer that is gone": (
        ("old: on_call", "new: on_call_shifts", "relation: reworded"),
        (
            "line 5: 'on_call' and 'on_call_shifts' are not 'reworded': the new question has no "
            "answer unpaid. Add answers: {old_answer: new_answer}, or use another relation."
        ),
    ),
    "an answer that never was": (
        ("old: on_call", "new: on_call_shifts", "relation: narrower", "answers: {unpayed: used}"),
        "line 5: 'unpayed' in 'answers' is not an answer to 'on_call'. Did you mean 'unpaid'?",
    ),
    "an answer that it did not become": (
        ("old: on_call", "new: on_call_shifts", "relation: narrower", "answers: {unpaid: usd}"),
        "line 5: 'usd' in 'answers' is not an answer to 'on_call_shifts'. Did you mean 'used'?",
    ),
    "answers of a number": (
        ("old: openings", "new: on_call_shifts", "relation: narrower", "answers: {none: never}"),
        (
            "line 5: 'answers' needs words to choose from, and 'openings' has none. "
            "Leave 'answers' out."
        ),
    ),
    "answers to nothing": (
        ("old: on_call", "relation: retired", "answers: {unpaid: used}"),
        (
            "line 5: 'relation: retired' has 'answers', but nothing to carry them to. "
            "Leave 'answers' out."
        ),
    ),
    "a word of its own": (
        ("old: lowest_pay", "new: lowest_pay", ONE, "because: no"),
        (
            "line 8: 'because' is not a word of a link. "
            "See the list of words in docs/rubric-language.md."
        ),
    ),
    "a question twice in one link": (
        ("old: [on_call, on_call]", "new: on_call_shifts", "relation: merged"),
        "line 5: 'on_call' stands twice in 'old'. Name it once.",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_link_that_cannot_be_is_named_with_its_line_and_what_to_do(wrong: str) -> None:
    words, expected = WRONG[wrong]

    assert fault_in(*words) == expected


def test_a_question_is_linked_once_or_the_links_contradict_each_other() -> None:
    links = (
        "- {old: lowest_pay, new: lowest_pay, relation: same}\n"
        "- {old: lowest_pay, relation: retired}\n"
    )

    assert faults_of(text_of(links)) == [
        (
            "line 6: 'old: lowest_pay' is linked twice: same on line 5, and retired here. "
            "Keep one link; split and merged name several questions in one."
        )
    ]


def test_every_fault_is_named_at_once() -> None:
    content = (
        "bridge: corner_cafe\nfrom: 2025.1\nto: 2027.1\nnotes: none\nlinks:\n"
        "  - {old: lowest_pay, new: lowest_pay, relation: sam}\n"
        "  - {old: notice_day, new: notice_days, relation: same}\n"
        "  - {old: on_call, new: on_call_shifts, relation: same}\n"
    )

    assert [fault.split(":")[0] for fault in faults_of(content.encode())] == [
        f"line {line}" for line in (1, 2, 4, 6, 7, 8)
    ]


def test_a_bridge_between_other_editions_is_refused() -> None:
    content = text_of("[]").replace(b"to: 2027.1", b"to: 2028.1")

    assert faults_of(content) == [
        (
            "line 3: 'to: 2028.1' does not match corner_cafes@2026.1 and corner_cafes@2027.1. "
            "Write to: 2027.1, or use the bridge that fits."
        )
    ]


def test_an_edition_of_another_standard_goes_by_its_full_name() -> None:
    other = a_rubric(("corner_cafes", "all_cafes"))
    content = b"bridge: corner_cafes\nfrom: all_cafes@2026.1\nto: 2027.1\nlinks: []\n"

    assert load_bridge(content, other, NEW).old == "all_cafes@2026.1"
    assert "Write from: all_cafes@2026.1" in faults_of(text_of("[]"), other)[0]


def test_a_standard_in_the_place_of_a_bridge_is_told_apart() -> None:
    assert faults_of(b"rubric: corner_cafes\n") == [
        (
            "line 1: This is a standard, not a bridge between two editions. "
            "Start a bridge with bridge: and the id."
        )
    ]


def test_a_bridge_without_links_says_so() -> None:
    content = b"bridge: corner_cafes\nfrom: 2026.1\nto: 2027.1\n"

    assert faults_of(content) == [
        "line 1: The bridge has no 'links:'. Add links: and one entry for each question."
    ]


def test_a_draft_links_equal_ids_and_asks_a_person_where_the_scale_differs() -> None:
    changed = later(
        *STRICTER,
        ('{answer: unpaid, ask: "Yes, unpaid", gives: 0}', "{answer: used, ask: Yes, gives: 0}"),
        ("answer: people", "answer: days"),
    )
    draft = propose_bridge(OLD, changed)

    assert {link.old[0]: (link.relation, link.answers) for link in draft.links} == {
        "lowest_pay": (Relation.SAME, ()),
        "notice_days": (Relation.REWORDED, ()),
        "on_call": (Relation.REWORDED, (("never", "never"),)),
    }
    assert all(link.why.startswith(TO_CONFIRM) for link in draft.links[1:])
    assert [link.old for link in same_only(draft).links] == [("lowest_pay",)]


def test_new_wording_and_weights_leave_a_question_the_same() -> None:
    reweighed = later(("weight: 60", "weight: 70"), ("weight: 40", "weight: 30"), ("Never", "No"))

    assert {link.relation for link in propose_bridge(OLD, reweighed).links} == {Relation.SAME}


@pytest.mark.parametrize("new", [NEW, later(), later(*STRICTER)])
def test_a_draft_can_be_written_and_read_again(new: Rubric) -> None:
    draft = propose_bridge(OLD, new)
    written = bridge_text(draft, OLD, new)
    again = load_bridge(written.encode(), OLD, new)

    assert bridge_text(again, OLD, new) == written
    assert [(link.old, link.relation) for link in again.links] == [
        (link.old, link.relation) for link in draft.links
    ]


def test_a_draft_names_what_it_does_not_link() -> None:
    written = bridge_text(propose_bridge(OLD, NEW), OLD, NEW)

    assert "# Not linked, old: on_call, openings\n" in written
    assert "# Not linked, new: on_call_shifts, openings\n" in written


def test_how_gaps_are_read_does_not_change_a_question() -> None:
    strict = later(("answer: days\n", "answer: days\n        when: {unknown: zero}\n"))

    assert {link.relation for link in propose_bridge(OLD, strict).links} == {Relation.SAME}


def test_a_list_with_one_box_more_is_another_scale() -> None:
    boxes = (
        "answer: usd_per_hour\n",
        "answer: checklist\n        of: [{answer: a, ask: A}, {answer: b, ask: B}]\n",
    )
    points = ("{under: 15, gives: 0}", "{under: 1, gives: 0}")
    more = ("{from: 15, gives: 1}", "{from: 1, gives: 1}")
    most = ("{from: 18, gives: 2, basis: law, source: City code}", "{from: 2, gives: 2}")
    tested = ("lowest_pay: 18", "lowest_pay: 2")
    old = a_rubric(boxes, points, more, most, tested)
    new = later(boxes, ("ask: B}", "ask: B}, {answer: c, ask: C}"), points, more, most, tested)
    link = "- {old: lowest_pay, new: lowest_pay, relation: reworded}\n"

    assert faults_of(text_of(link), old, new) == [
        (
            "line 5: 'lowest_pay' and 'lowest_pay' are not 'reworded': one has 2 boxes, the other "
            "3. Add answers: {old_answer: new_answer}, or use another relation."
        )
    ]
    assert propose_bridge(old, new).links[0].answers == (("a", "a"), ("b", "b"))
