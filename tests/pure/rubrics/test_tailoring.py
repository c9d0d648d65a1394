"""A standard may tailor another: what it changes, drops and adds, each with a reason."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from jobquality.errors import FaultsError, NotFoundError
from jobquality.rubrics.catalog import load_edition, shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Group, Rubric
from jobquality.rubrics.tailoring import Base
from tests.pure.rubrics.factories import PARAMETERS, SMALL, load
from tests.pure.scoring.cases import scored

TOP = """\
rubric: our_cafes
edition: 2026.1
extends: corner_cafes@2026.1
why: Our members voted it
"""
ADDED = """\
add:
  - into: wages
    why: Tips are wages here
    criteria:
      - criterion: tips_shared
        weight: 50
        ask: Are tips shared?
        answer: yes_no
change:
  lowest_pay: {weight: 50, why: Makes room for tips}
"""
SPANISH = """\
words: {name}
edition: 2026.1
language: es
reviewed: Ana, 2026-02-01
title: Cafeterías
say:
  lowest_pay: {{title: Salario, ask: "¿Cuál es el salario más bajo?"}}
  notice_days: {{title: Aviso}}
"""


def finder(**files: str) -> Base:
    """Return what finds an edition by its name among these, the small standard too."""
    found = {"corner_cafes@2026.1": SMALL, **{f"{one}@2026.1": it for one, it in files.items()}}

    def find(name: str) -> bytes:
        if name not in found:
            raise NotFoundError(name)
        return found[name].encode()

    return find


def tailor(more: str = "", *, top: str = TOP, files: Mapping[str, str] | None = None) -> Rubric:
    content = (top + more).encode()
    return load_rubric(content, parameters=PARAMETERS, base=finder(**(files or {})))


def faults(more: str = "", *, top: str = TOP, files: Mapping[str, str] | None = None) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        tailor(more, top=top, files=files)
    return [str(fault) for fault in caught.value.faults]


def ids(rubric: Rubric) -> list[str]:
    return [node.id for node in rubric.root.walk()]


def test_without_changes_it_scores_as_the_other() -> None:
    base, ours = load(SMALL), tailor()

    assert (ours.name, ours.extends) == ("our_cafes@2026.1", "corner_cafes@2026.1")
    assert ids(ours) == ids(base)
    assert [level.id for level in ours.levels] == ["fair", "basic"]
    answers = {"lowest_pay": "15", "notice_days": "7"}
    assert scored(ours, answers).total.low == scored(base, answers).total.low


def test_a_change_takes_the_place_of_a_word_and_says_why() -> None:
    ours = tailor(
        "change:\n"
        "  wages: {weight: 50, why: As important}\n"
        "  scheduling: {weight: 50, why: As important}\n"
    )

    assert [child.weight for child in ours.root.children] == [50, 50]
    assert ours.tailored == (
        ("extends corner_cafes@2026.1", "Our members voted it"),
        ("wages: weight 50 (was 60)", "As important"),
        ("scheduling: weight 50 (was 40)", "As important"),
    )


def test_weights_must_add_up_again() -> None:
    found = faults("change:\n  wages: {weight: 50, why: As important}\n")

    assert len(found) == 1
    assert found[0].startswith(
        "line 1: The weights here add up to 90, not 100: wages 50, scheduling 40."
    )


def test_what_is_dropped_is_gone_with_all_that_is_in_it() -> None:
    ours = tailor(
        "drop: [{dimension: scheduling, why: No shifts here}]\n"
        "change: {wages: {weight: 100, why: Alone}}\n"
    )

    assert ids(ours) == ["total", "wages", "lowest_pay"]
    assert ("drops scheduling", "No shifts here") in ours.tailored


def test_what_is_added_stands_after_what_was_there() -> None:
    ours = tailor(ADDED)

    wages = ours.root.children[0]
    assert isinstance(wages, Group)
    assert {one.id: one.weight for one in wages.children} == {"lowest_pay": 50, "tips_shared": 50}
    assert ("adds tips_shared to wages", "Tips are wages here") in ours.tailored


def test_a_dimension_is_added_at_the_top() -> None:
    ours = tailor(
        "change:\n"
        "  wages: {weight: none, why: Alike}\n"
        "  scheduling: {weight: none, why: Alike}\n"
        "add:\n  - into: total\n    why: Missing\n    dimensions:\n"
        "      - {dimension: voice, criteria: [{criterion: union, ask: Q, answer: yes_no}]}\n"
    )

    assert [child.id for child in ours.root.children] == ["wages", "scheduling", "voice"]
    assert ("wages: no weight (was 60)", "Alike") in ours.tailored


def test_levels_may_be_its_own() -> None:
    ours = tailor("levels:\n  - {level: good, from: {total: 90}}\n")

    assert [level.id for level in ours.levels] == ["good"]
    assert ("has its own levels", "Our members voted it") in ours.tailored


def test_titles_and_tests_of_the_other_are_not_told_of_it() -> None:
    base = SMALL.replace("edition: 2026.1\n", "edition: 2026.1\ntitle: Cafes\n", 1)
    rubric = load_rubric(
        TOP.encode(), parameters=PARAMETERS, base=lambda name: base.encode() if name else b""
    )

    assert (rubric.wording.title, rubric.examples) == ("", ())


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("change: {wages: {weight: 60}}\n", "line 5: The change of 'wages' has no reason. Add why: and the reason."),  # noqa: E501
        ("drop: [{criterion: openings}]\n", "line 5: Dropping 'openings' has no reason. Add why: and the reason."),  # noqa: E501
        ("add: [{into: wages, criteria: []}]\n", "line 5: The addition to 'wages' has no reason. Add why: and the reason."),  # noqa: E501
        ("change: {wagez: {weight: 60, why: W}}\n", "line 5: 'change' names 'wagez', which is no node of the other standard. Did you mean 'wages'?"),  # noqa: E501
        ("drop: [{criterion: opening, why: W}]\n", "line 5: 'drop' names 'opening', which is no node of the other standard. Did you mean 'openings'?"),  # noqa: E501
        ("add: [{into: lowest, why: W, criteria: [{criterion: c, ask: Q, answer: yes_no}]}]\n", "line 5: 'into' names 'lowest', which is no node of the other standard."),  # noqa: E501
        ("dimensions: []\n", "line 5: 'dimensions' cannot stand at the top of a standard that extends another. Write it below add: with into: total or a dimension, and a why."),  # noqa: E501
        ("combine: sum\n", "line 5: 'combine' cannot stand at the top of a standard that extends another. Write it below change: {total: …}, with a why."),  # noqa: E501
        ("drop: [{why: W}]\n", "line 5: 'drop' does not say what to leave out. Write - criterion: its_id, and why: the reason."),  # noqa: E501
        ("change: {lowest_pay: {weihgt: 1, why: W}}\n", "line 5: 'weihgt' is not a word of a criterion. Did you mean 'weight'?"),  # noqa: E501
    ],
)  # fmt: skip
def test_each_fault_is_named_with_its_line(more: str, fault: str) -> None:
    assert faults(more)[0].startswith(fault)


def test_a_reason_for_the_whole_is_wanted() -> None:
    top = TOP.replace("why: Our members voted it\n", "")

    assert faults(top=top) == ["line 1: The top of the file has no 'why'. Add why: …"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("corner_cafes", "line 3: 'corner_cafes' is not the name of an edition. Write the id, @ and the edition: restaurants_us@2026.1."),  # noqa: E501
        ("corner_cafes@2025.9", "line 3: We do not find the standard corner_cafes@2025.9 that this one extends. Put it beside this file as corner_cafes@2025.9.yaml, or name an edition that ships."),  # noqa: E501
        ("our_cafes@2026.1", "line 3: The standard rests on itself: our_cafes@2026.1 → our_cafes@2026.1. Extend another standard."),  # noqa: E501
        ("other@2026.1", "The file of other@2026.1 holds another standard: corner_cafes@2026.1. Put other@2026.1 in its place."),  # noqa: E501
    ],
)  # fmt: skip
def test_another_standard_that_cannot_be_used_is_the_only_fault(name: str, fault: str) -> None:
    top = TOP.replace("corner_cafes@2026.1", name)

    assert faults(top=top, files={"other": SMALL}) == [fault]


def test_a_circle_is_refused() -> None:
    other = TOP.replace("our_cafes", "other").replace("corner_cafes@2026.1", "our_cafes@2026.1")
    top = TOP.replace("corner_cafes@2026.1", "other@2026.1")

    found = faults(top=top, files={"other": other})

    assert "our_cafes@2026.1 → other@2026.1 → our_cafes@2026.1" in found[0]
    assert found[0].startswith("line 3, other@2026.1")


def chain(length: int) -> dict[str, str]:
    names = ["corner_cafes", *(f"s{step}" for step in range(length))]
    return {
        name: TOP.replace("our_cafes", name).replace("corner_cafes", below)
        for below, name in pairwise(names)
    }


def test_five_standards_may_rest_on_each_other_and_no_more() -> None:
    top = TOP.replace("corner_cafes", "s3")
    assert len(tailor(top=top, files=chain(4)).tailored) == 5

    found = faults(top=TOP.replace("corner_cafes", "s4"), files=chain(5))

    assert "More than 5 standards rest on each other." in found[0]


def test_a_fault_in_the_other_file_says_so() -> None:
    broken = SMALL.replace("answer: days", "answer: dayz")
    files = {"other": broken.replace("corner_cafes", "other")}

    found = faults(top=TOP.replace("corner_cafes", "other"), files=files)

    assert found[0].startswith("line 22, other@2026.1: 'answer: dayz' is not a kind of answer")


def test_a_level_that_names_what_was_dropped_is_a_fault_of_the_other_files_line() -> None:
    base = SMALL.replace("{total: 50}", "{scheduling: 50}").replace("corner_cafes", "other")

    found = faults(
        "drop: [{dimension: scheduling, why: W}]\nchange: {wages: {weight: 100, why: W}}\n",
        top=TOP.replace("corner_cafes", "other"),
        files={"other": base},
    )

    assert found[0].startswith("line 47, other@2026.1: The level 'basic' names 'scheduling'")


def test_reasons_and_titles_do_not_change_the_scoring_hash() -> None:
    one = tailor(ADDED)
    two = tailor(ADDED.replace("Tips are wages here", "They are paid"), top=TOP + "title: Ours\n")

    assert one.scoring_hash == two.scoring_hash
    assert one.wording_hash != two.wording_hash


def test_a_line_of_the_other_file_is_never_passed_off_as_one_of_this() -> None:
    ours = tailor(ADDED)

    assert {node.id: node.line for node in ours.root.walk()} == {
        "total": 1, "wages": 1, "lowest_pay": 14, "tips_shared": 9, "scheduling": 1,
        "notice_days": 1, "on_call": 1,
    }  # fmt: skip


def test_words_of_a_scale_can_be_changed_and_added() -> None:
    base = (
        "rubric: other\nedition: 2026.1\nscales:\n  - {scale: yn, answer: yes_no}\n"
        "criteria:\n  - {criterion: a, ask: Q, scale: yn}\n"
    )
    more = "scales:\n  - {scale: days, answer: days, range: {from: 0, under: 5}}\n"
    more += "add:\n  - {into: total, why: W, criteria: [{criterion: b, ask: Q, scale: days}]}\n"

    ours = tailor(more, top=TOP.replace("corner_cafes", "other"), files={"other": base})

    assert [one.kind.value for one in ours.root.criteria()] == ["yes_no", "number"]


def beside(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('__', '.')}.yaml").write_text(text, encoding="utf-8")
    return folder / "our_cafes.yaml"


def test_the_other_standard_may_lie_beside_the_file(tmp_path: Path) -> None:
    file = beside(tmp_path, our_cafes=TOP + ADDED, corner_cafes=SMALL)

    assert "tips_shared" in ids(load_edition(file, shipped_parameters()).rubric)


def test_the_other_standard_may_ship(tmp_path: Path) -> None:
    top = TOP.replace("corner_cafes", "restaurants_us")
    file = beside(tmp_path, our_cafes=top)

    edition = load_edition(file, shipped_parameters())

    assert edition.rubric.extends == "restaurants_us@2026.1"
    assert edition.words["es"].of("wages").title or edition.words["es"].by_id


def test_another_edition_beside_the_file_is_not_taken(tmp_path: Path) -> None:
    file = beside(tmp_path, our_cafes=TOP, corner_cafes=SMALL.replace("2026.1", "2025.1", 1))

    with pytest.raises(FaultsError, match="We do not find the standard"):
        load_edition(file, shipped_parameters())


def test_words_of_the_other_are_kept_where_the_same_is_asked(tmp_path: Path) -> None:
    file = beside(
        tmp_path,
        our_cafes=TOP + "change: {lowest_pay: {ask: What is the rate?, why: Clearer}}\n",
        corner_cafes=SMALL,
        corner_cafes__es=SPANISH.format(name="corner_cafes"),
    )

    words = load_edition(file, shipped_parameters()).words["es"]

    assert (words.of("lowest_pay").ask, words.of("notice_days").title) == ("", "Aviso")
    assert words.is_reviewed
    assert words.title == "our_cafes@2026.1"


def test_own_words_go_before_those_of_the_other(tmp_path: Path) -> None:
    own = SPANISH.format(name="our_cafes").replace("Aviso", "Nuestro aviso")
    own = own.replace("reviewed: Ana, 2026-02-01", "reviewed: 'no'")
    own = "\n".join(line for line in own.splitlines() if "lowest_pay" not in line)
    file = beside(
        tmp_path,
        our_cafes=TOP,
        our_cafes__es=own,
        corner_cafes=SMALL,
        corner_cafes__es=SPANISH.format(name="corner_cafes"),
    )

    words = load_edition(file, shipped_parameters()).words["es"]

    assert (words.of("lowest_pay").title, words.of("notice_days").title) == (
        "Salario", "Nuestro aviso",
    )  # fmt: skip
    assert not words.is_reviewed
