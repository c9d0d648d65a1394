"""Phrases that count so few workers that somebody could be found."""

import pytest

from jobquality.reading.smallgroups import find_small_groups


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Only two cooks asked for it.", ("two cooks",)),
        ("We let 3 part-time workers go, and 1 cashier.", ("1 cashier",)),
        ("The only dishwasher complained.", ("The only dishwasher",)),
        (
            "Una sola trabajadora lo dijo; eran dos meseros.",
            ("Una sola trabajadora", "dos meseros"),
        ),
        ("Four of our night workers were paid late.", ("Four of our night workers",)),
    ],
)
def test_a_count_under_five_of_workers_is_found_as_it_is_written(
    text: str, found: tuple[str, ...]
) -> None:
    assert find_small_groups(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We have 22 workers and 14 cooks.",
        "Two weeks ahead for everybody.",
        "2.5 percent of workers, 4% of workers.",
        "$3 more an hour.",
        "Section 3(m). People know it.",
        "All our workers agree.",
        "Lo decidió un grupo de 2 personas.",
    ],
)
def test_larger_groups_and_other_numbers_are_not(text: str) -> None:
    assert find_small_groups(text) == ()
