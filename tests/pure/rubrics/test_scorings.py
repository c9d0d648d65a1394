"""Several scorings of one tree: any word of any node may be another in each of them."""

from fractions import Fraction
from pathlib import Path

import pytest

from jobquality.rubrics.catalog import edition_files, shipped_parameters
from jobquality.rubrics.hashing import scoring_hash
from jobquality.rubrics.model import Combine, Group, Rubric
from jobquality.scoring.differences import find_differences
from jobquality.scoring.differing_parts import ChangeKind
from jobquality.scoring.examples import run_examples
from jobquality.scoring.scorecard import NodeScore
from tests.pure.rubrics.factories import a_rubric, faults_of, load, rubric_text
from tests.pure.scoring.cases import SUMMER, ends, node, scored, the_parameters

XCCDF = """\
rubric: benchmark
edition: 2026.1
weights: relative
dimensions:
  - dimension: services
    weight: 2
    criteria:
      - {criterion: ntp, kind: rule, weight: 3, ask: Q, answer: yes_no, na: yes}
      - {criterion: ssh, kind: rule, weight: 1, ask: Q, answer: yes_no, na: yes}
  - dimension: system
    weight: 1
    dimensions:
      - dimension: accounts
        criteria:
          - {criterion: root, kind: rule, weight: 5, ask: Q, answer: yes_no, na: yes}
          - {criterion: shells, kind: rule, weight: 1, ask: Q, answer: yes_no, counts: no}
scorings:
  - scoring: flat
    change: {total: {combine: sum, over: rule}}
  - scoring: flat_unweighted
    change: {total: {combine: sum, over: rule}, rule: {weight: 1}}
  - scoring: absolute
    change: {total: {combine: all, over: rule}}
"""
ONE_FAILED = {"ntp": "yes", "ssh": "no", "root": "yes", "shells": "no"}


def root_of(rubric: Rubric, scoring: str) -> Group:
    root = next(one.root for one in rubric.scorings if one.id == scoring)
    assert root is not None
    return root


def value_and_most(total: NodeScore) -> tuple[object, object]:
    return total.value, total.most


def with_scorings(text: str) -> str:
    return rubric_text() + "scorings:\n" + text


@pytest.mark.parametrize(
    ("scoring", "score", "most"),
    [
        ("main", Fraction(250, 3), 100),
        ("flat", 8, 9),
        ("flat_unweighted", 2, 3),
        ("absolute", 0, 1),
    ],
)
def test_one_tree_has_the_four_scorings_of_xccdf(
    scoring: str, score: Fraction, most: Fraction
) -> None:
    total = scored(load(XCCDF), ONE_FAILED, scoring=scoring).total

    assert value_and_most(total) == (score, most)


def test_a_rule_that_is_not_applicable_leaves_every_scoring() -> None:
    answers = {**ONE_FAILED, "ssh": "na: not selected"}

    totals: dict[str, object] = {
        name: value_and_most(scored(load(XCCDF), answers, scoring=name).total)
        for name in ("main", "flat", "flat_unweighted", "absolute")
    }

    assert totals == {
        "main": (100, 100), "flat": (8, 8), "flat_unweighted": (2, 2), "absolute": (1, 1),
    }  # fmt: skip


def test_a_scoring_keeps_a_range_where_answers_are_open() -> None:
    total = scored(load(XCCDF), {"ntp": "yes", "root": "yes"}, scoring="flat").total

    assert ends(total) == (8, 9)


def test_the_main_scoring_is_as_it_was() -> None:
    plain = a_rubric()

    other = load(with_scorings("  - {scoring: s, change: {wages: {weight: 1}}}\n"))

    assert other.root == plain.root
    assert scored(other, {"lowest_pay": "18"}).outcome.level == "not_enough_known"


def test_an_id_goes_before_a_kind_and_a_kind_before_all_criteria() -> None:
    text = XCCDF.replace(
        "kind: rule, weight: 1, ask: Q, answer: yes_no, na: yes", "ask: Q, answer: yes_no", 1
    )
    rubric = load(
        text.replace("weight: 3, ask", "ask").partition("scorings:")[0]
        + "scorings:\n  - scoring: s\n    change:\n"
        "      ntp: {weight: 9}\n      criteria: {weight: 4}\n      rule: {weight: 7}\n"
    )

    weights = {one.id: one.weight for one in root_of(rubric, "s").criteria()}

    assert weights == {"ntp": 9, "ssh": 4, "root": 7, "shells": 7}


def test_all_dimensions_may_change_at_once() -> None:
    rubric = load(with_scorings("  - {scoring: s, change: {dimensions: {combine: min}}}\n"))

    groups = list(root_of(rubric, "s").groups())

    assert [group.combine for group in groups] == [Combine.MEAN, Combine.MIN, Combine.MIN]


def test_all_criteria_means_those_that_give_points() -> None:
    rubric = load(with_scorings("  - {scoring: s, change: {criteria: {weight: 1}}}\n"))

    root = root_of(rubric, "s")

    assert {one.id: one.weight for one in root.criteria()} == {
        "lowest_pay": 1, "notice_days": 1, "on_call": 1,
    }  # fmt: skip
    assert [figure.id for group in root.groups() for figure in group.figures] == ["openings"]


def test_points_may_be_others() -> None:
    rubric = load(
        with_scorings(
            "  - scoring: harder\n    change:\n      notice_days:\n        points:\n"
            "          - {under: 28, gives: 0}\n          - {from: 28, gives: 2}\n"
        )
    )
    answers = {"lowest_pay": "18", "notice_days": "14", "on_call": "never"}

    main, harder = scored(rubric, answers), scored(rubric, answers, scoring="harder")

    assert [main.total.value or 0, harder.total.value or 0] == [100, 80]


def test_one_way_to_give_points_takes_the_place_of_another() -> None:
    rubric = load(
        with_scorings("  - scoring: s\n    change: {notice_days: {range: {from: 0, under: 28}}}\n")
    )

    card = scored(rubric, {"notice_days": "14"}, scoring="s")

    assert value_and_most(node(card, "notice_days")) == (14, 28)


def test_another_scale_brings_its_words() -> None:
    rubric = load(
        "rubric: r\nedition: 2026.1\nscales:\n"
        "  - {scale: lenient, answer: choice, points: [{answer: n, gives: 0}, "
        "{answer: half, gives: 1}, {answer: y, gives: 1}]}\n"
        "  - {scale: strict, answer: choice, points: [{answer: n, gives: 0}, "
        "{answer: half, gives: 0}, {answer: y, gives: 1}]}\n"
        "criteria:\n  - {criterion: a, ask: Q, scale: lenient}\n"
        "scorings:\n  - {scoring: s, change: {criteria: {scale: strict}}}\n"
    )

    assert scored(rubric, {"a": "half"}).total.value == 100
    assert scored(rubric, {"a": "half"}, scoring="s").total.value == 0


def test_weight_0_leaves_a_node_out() -> None:
    rubric = load(with_scorings("  - {scoring: s, change: {wages: {weight: 0}}}\n"))

    total = scored(rubric, {"notice_days": "14", "on_call": "never"}, scoring="s").total

    assert [child.id for child in total.children] == ["scheduling"]
    assert ends(total) == (100, 100)


@pytest.mark.parametrize("nothing", ["none", "null", "~", ""])
def test_a_word_can_be_taken_away(nothing: str) -> None:
    text = XCCDF.replace("weights: relative\n", "weights: relative\nout_of: 10\n").replace(
        "{combine: all, over: rule}", f"{{combine: all, over: rule, out_of: {nothing}}}"
    )
    text = text.replace("{combine: sum, over: rule}", "{combine: sum, over: rule, out_of: none}")

    rubric = load(text)

    assert scored(rubric, ONE_FAILED, scoring="absolute").total.most == 1
    assert scored(rubric, ONE_FAILED).total.most == 10


def test_gaps_may_be_read_differently_for_some_nodes_only() -> None:
    rubric = load(
        with_scorings("  - {scoring: s, change: {scheduling: {when: {missing: zero}}}}\n")
    )
    answers = {"lowest_pay": "18", "notice_days": "14"}

    assert scored(rubric, answers).total.value == 100
    assert scored(rubric, answers, scoring="s").total.value == 80
    assert ends(scored(rubric, answers, scoring="s").total) == (80, 100)


def test_a_changed_scoring_has_levels_only_where_it_asks_for_them() -> None:
    answers = {
        "lowest_pay": "18",
        "notice_days": "14",
        "on_call": "never",
        "wages_unpaid": "none_found",
    }
    rubric = load(
        with_scorings(
            "  - {scoring: s, change: {wages: {weight: 1}}}\n"
            "  - {scoring: t, change: {wages: {weight: 1}}, levels: yes}\n"
            "  - {scoring: u, weight: {wages: 1}}\n"
            "  - {scoring: v, weight: {wages: 1}, levels: no}\n"
        )
    )

    levels = {one: scored(rubric, answers, scoring=one).outcome.level for one in "stuv"}

    assert levels == {"s": "", "t": "fair", "u": "fair", "v": ""}


def test_a_scoring_may_round_in_its_own_way() -> None:
    rubric = load(with_scorings("  - {scoring: s, rounding: {digits: 0, levels_on: rounded}}\n"))

    assert scored(rubric, {}, scoring="s").rubric.rounding.digits == 0
    assert scored(rubric, {}).rubric.rounding.digits is None


def test_a_scoring_that_changes_something_has_another_hash() -> None:
    one = load(with_scorings("  - {scoring: s, change: {wages: {weight: 1}}}\n"))
    two = load(with_scorings("  - {scoring: s, change: {wages: {weight: 2}}}\n"))

    assert len({scoring_hash(one), scoring_hash(two), scoring_hash(a_rubric())}) == 3


def test_two_ways_to_write_the_same_change_have_one_hash() -> None:
    one = load(XCCDF)
    two = load(
        XCCDF.replace(
            "rule: {weight: 1}}",
            "ntp: {weight: 1}, ssh: {weight: 1}, root: {weight: 1}, shells: {weight: 1}}",
        )
    )

    assert one.scoring_hash == two.scoring_hash


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("{wagez: {weight: 1}}", "line 55: 'change' names 'wagez', which is no node of this file. Did you mean 'wages'?"),  # noqa: E501
        ("{wages: 1}", "line 55: The change of 'wages' has no words. Write wages: {weight: 1}."),
        ("{wages: {wait: 1}}", "line 55: In the scoring 's': 'wait' is not a word of a dimension. Did you mean 'weight'?"),  # noqa: E501
        ("{wages: {weight: heavy}}", "line 55: In the scoring 's': 'weight: heavy' is not"),
        ("{wages: {criteria: none}}", "line 55: 'criteria' of a node cannot be changed. Change the nodes inside it by their own ids."),  # noqa: E501
        ("{total: {over: rule}}", "line 55: In the scoring 's': 'total' is made over 'rule', but there is no node with kind: rule below it. Add kind: rule to what it is made of."),  # noqa: E501
        ("{notice_days: {answer: weeks}}", "line 55: In the scoring 's': 'notice_days' would ask for another answer. A scoring reads the same answers: change 'gives'."),  # noqa: E501
        ("{total: {better: lower}}", "line 55: A scoring cannot change 'better'. Leave it out: it holds for every scoring."),  # noqa: E501
        ("{wages: {requires: [wage]}}", "line 55: In the scoring 's': 'wages' requires 'wage', which is not scored. Did you mean 'wages'?"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_fault_in_a_scoring_names_it_and_its_line(change: str, fault: str) -> None:
    found = faults_of(with_scorings(f"  - scoring: s\n    change: {change}\n"))

    assert [one[: len(fault)] for one in found] == [fault]


def test_a_fault_of_the_standard_is_named_once_only() -> None:
    text = with_scorings("  - {scoring: s, change: {wages: {weight: 1}}}\n")

    found = faults_of(text.replace("ask: How many days of notice?\n        ", "", 1))

    assert len(found) == 1


def test_a_large_tree_is_not_read_again_without_end() -> None:
    criteria = "".join(f"  - {{criterion: c{n}, ask: Q, answer: yes_no}}\n" for n in range(900))
    scorings = "".join(f"  - {{scoring: s{n}, change: {{c1: {{weight: 2}}}}}}\n" for n in range(50))

    found = faults_of(f"rubric: r\nedition: 2026.1\ncriteria:\n{criteria}scorings:\n{scorings}")

    assert "The scorings change more than we can read." in found[0]


@pytest.mark.parametrize("file", edition_files(), ids=lambda file: file.parent.name)
def test_a_shipped_standard_takes_a_scoring_of_its_criteria(file: Path) -> None:
    more = b"scorings:\n  - {scoring: s, change: {criteria: {weight: 1}}}\n"

    rubric = load(file.read_bytes() + more, parameters=shipped_parameters().units)

    assert {one.weight for one in root_of(rubric, "s").criteria()} == {1}


def test_a_test_of_the_file_may_name_a_scoring() -> None:
    answers = "{ntp: yes, ssh: no, root: yes, shells: no}"
    rubric = load(
        XCCDF + "tests:\n"
        f"  - {{ask: A, scoring: flat, answer: {answers}, gives: {{total: 8}}}}\n"
        f"  - {{ask: B, scoring: absolute, answer: {answers}, gives: {{total: 1}}}}\n"
    )

    faults = run_examples(rubric, the_parameters(), on=SUMMER)

    assert [str(fault) for fault in faults] == ["line 26, test 'B': total gives 0, not 1."]


def test_a_test_of_a_node_that_its_scoring_leaves_out_says_so() -> None:
    rubric = load(
        XCCDF.replace(
            "absolute\n    change: {total", "absolute\n    change: {ntp: {weight: 0}, total"
        )
        + "tests:\n  - {ask: A, scoring: absolute, gives: {ntp: 1}}\n"
    )

    faults = run_examples(rubric, the_parameters(), on=SUMMER)

    assert faults[0].message == "ntp is left out of the scoring absolute."


def test_a_test_may_only_name_a_scoring_of_the_file() -> None:
    found = faults_of(XCCDF + "tests:\n  - {ask: A, scoring: flatt, gives: {total: 1}}\n")

    assert len(found) == 1
    assert found[0].startswith("line 25: The test names the scoring 'flatt', which is not in the")


def test_what_changed_in_a_scoring_is_said_in_words() -> None:
    before = load(with_scorings("  - {scoring: s, change: {wages: {combine: min}}}\n"))
    after = load(with_scorings("  - {scoring: s, change: {wages: {combine: max}}}\n"))

    said = find_differences(before, after).changes

    assert [change.kind for change in said] == [ChangeKind.ADDITION]
    assert said[0].says.startswith("In the scoring 's': ")
    assert "wages" in said[0].says


def test_a_change_of_the_standard_itself_is_not_said_again_for_its_scorings() -> None:
    text = with_scorings("  - {scoring: s, change: {wages: {combine: min}}}\n")

    said = find_differences(
        load(text), load(text.replace("from: 18, gives: 2", "from: 19, gives: 2"))
    ).changes

    assert not [change for change in said if change.says.startswith("In the scoring")]
