"""`jobquality rubric diff`: what changed, for whom, and of which kind."""

from pathlib import Path

import pytest

from tests.cli.calling import CAFES, call


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def diff(*changes: tuple[str, str]) -> str:
    """Return what changed after each first text was replaced by the second."""
    text = CAFES.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("new.yaml").write_text(text)
    result = call("rubric", "diff", CAFES, "new.yaml")
    assert result.code == 0
    return result.out


def test_a_threshold_that_moves_says_who_gains_and_who_loses() -> None:
    said = diff(
        ("{under: 7, gives: 0}", "{under: 5, gives: 0}"),
        ("{from: 7, gives: 1}", "{from: 5, gives: 1}"),
        ("{from: 14, gives: 2,", "{from: 21, gives: 2,"),
        ("notice_days: 14", "notice_days: 20"),
        ("total: 100, level", "total: 90, level"),
    )

    assert said.startswith(
        "cafes@2026.1 → cafes@2026.1\nA change of scoring: scores and levels can change.\n"
        "  Scoring hash before "
    )
    assert (
        "\nWhat scores\n"
        "  'notice_days': an employer with 5 to under 7 days now gets 1 point instead of 0, "
        "and gains by it.\n"
        "  'notice_days': an employer with 14 to under 21 days now gets 1 point instead of 2, "
        "and loses by it.\n"
    ) in said
    assert (
        "\nThe tests of both files, scored by both\n"
        "  'A cafe that does well': total 90 instead of 100.\n"
    ) in said


def test_weights_levels_and_criteria_that_change_are_told_with_their_share() -> None:
    said = diff(
        ("weight: 60", "weight: 70"),
        ("weight: 40", "weight: 30"),
        ("total: 70, each_dimension: 50, coverage: 80", "total: 75, coverage: 60, confirmed: 10"),
        ("criterion: raises", "criterion: raises_given"),
        ("raises: 60", "raises_given: 60"),
        ("level: fair}", "level: committed}"),
        ("notice_days: 14, on", "committed: 2099-01-01, notice_days: 14, on"),
    )

    for sentence in (
        "'wages' counts more: 70 in 100 of the total instead of 60.",
        "'pay_ratio' counts more: 35 in 100 of the total instead of 30.",
        "'on_call' counts less: 15 in 100 of the total instead of 20.",
        "The criterion 'raises' was dropped from 'wages' (18 in 100 of the total).",
        "The criterion 'raises_given' was added to 'wages' (21 in 100 of the total).",
        "The level 'fair' is easier: it no longer needs each dimension at least 50.",
        "The level 'fair' is harder: it needs total at least 75 instead of 70.",
        "The level 'fair' is easier: it needs coverage at least 60 instead of 80.",
        "The level 'fair' is harder: it now also needs confirmed at least 10.",
    ):
        assert f"  {sentence}\n" in said


def test_an_answer_that_gives_other_points_is_named_by_its_id() -> None:
    said = diff(('{answer: paid, ask: "Yes, paid", gives: 1}', "{answer: half, gives: 0.5}"))

    assert "'on_call' no longer has the answer 'paid', which gave 1 point.\n" in said
    assert "'on_call' has the new answer 'half', which gives 0.5 points.\n" in said


def test_a_most_that_grows_is_said_beside_who_loses_by_it() -> None:
    said = diff(
        ("{from: 50, gives: 2}", "{from: 50, gives: 2}\n          - {from: 80, gives: 4}"),
        ("raises: 60", "raises: 90"),
    )

    assert "'raises' now gives 4 points at most instead of 2 points.\n" in said
    assert "'raises': an employer with 80 percent or more now gets 4 points instead of 2, " in said


def test_rewording_is_no_change_of_scoring() -> None:
    said = diff(
        ("Do you use on-call shifts?", "Are there on-call shifts?"),
        ("basis: law, source: Oregon SB 828", "basis: law, source: Oregon 653.436"),
        ("A cafe that does well", "A good cafe"),
    )

    assert "A change of wording: no score can change." in said
    assert "What scores" not in said
    assert "  The question of 'on_call' reads “Are there on-call shifts?” now.\n" in said
    assert "  The line from 14 of 'notice_days' rests on law: Oregon 653.436 now.\n" in said
    assert "  The test 'A good cafe' is new or was changed.\n" in said


def test_a_figure_that_nothing_uses_cannot_move_a_level() -> None:
    spread = "      - {criterion: spread, ask: How long?, answer: hours}\n"
    said = diff(("      - criterion: on_call", f"{spread}      - criterion: on_call"))

    assert "An addition that cannot move a level." in said
    assert "  The figure 'spread' is asked now.\n" in said


def test_a_file_is_the_same_as_itself() -> None:
    said = call("rubric", "diff", CAFES, CAFES).out

    assert said.splitlines()[1] == "The two files are the same, to the last character."


def test_a_dated_figure_that_comes_to_be_used_needs_a_row() -> None:
    said = diff(("- living_wage", "- minimum_wage"))

    assert "  The dated figure 'living_wage' is no longer used.\n" in said
    assert "  The dated figure 'minimum_wage' is used now: scoring needs a row of it.\n" in said


def test_two_shipped_standards_can_be_held_together() -> None:
    result = call("rubric", "diff", "restaurants_us", "retail_us")

    assert result.code == 0
    assert "These are two standards: 'restaurants_us' and 'retail_us'." in result.out


def test_an_edge_that_is_left_in_the_band_before_is_told_apart_from_one_that_is_not() -> None:
    said = diff(
        ("{under: 50, gives: 0}", "{up_to: 50, gives: 0}"),
        ("{from: 50, gives: 2}", "{above: 50, gives: 2}"),
    )

    assert "'raises': an employer with exactly 50 percent now gets 0 points instead" in said


def test_a_line_that_passes_elsewhere_is_told_by_its_knots() -> None:
    line = "        line: [{at: 0, gives: 0}, {at: 50, gives: 2}]\n"
    points = (
        "        points:\n          - {under: 50, gives: 0}\n          - {from: 50, gives: 2}\n"
    )
    Path("old.yaml").write_text(CAFES.read_text().replace(points, line))
    Path("new.yaml").write_text(
        CAFES.read_text().replace(
            points, line.replace("}]", "}, {at: 80, gives: 4}]").replace(": 2", ": 1")
        )
    )

    said = call("rubric", "diff", "old.yaml", "new.yaml").out

    assert "'raises': an employer with 50 now gets 1 point instead of 2, and loses by it." in said
    assert "'raises': the line now passes through 4 points at 80.\n" in said


def test_parts_and_conditions_that_change_are_told_as_they_are_written() -> None:
    said = diff(
        ("- living_wage\n", "- living_wage\n        under: {answer: ratio, gives: 3}\n"),
        ("applies: {tipped_workers: yes}", "applies: {headcount: {from: 4}}"),
    )

    assert (
        "  'pay_ratio', working-out from parts: lowest_rate ÷ living_wage, never more than 3 ratio "
        "now, lowest_rate ÷ living_wage before.\n"
    ) in said
    assert (
        "  'tips', condition for being asked: headcount 4 or more now, tipped_workers yes before.\n"
    ) in said
