"""Tests of the pages run on one database, drawn by their names."""

from tests.live.conftest import DATABASES, drawn_for


def test_about_half_of_the_tests_of_the_pages_run_on_each_database() -> None:
    drawn = [drawn_for(f"tests/live/web/test_pages.py::test_{n}[sqlite]") for n in range(1000)]

    assert 400 < drawn.count("sqlite") < 600
    assert set(drawn) == set(DATABASES)


def test_a_test_is_drawn_alike_for_both_so_that_it_runs_on_exactly_one() -> None:
    for n in range(50):
        of_both = {drawn_for(f"tests/live/test_a.py::test_b[{db}-case{n}]") for db in DATABASES}

        assert len(of_both) == 1
