"""Shared by every test; imports nothing of ours, so that the pure tests stay fast and pure."""

import os

import pytest
from hypothesis import settings

# "quick" finds what is common at every run; "soak" has the time for what is rare.
settings.register_profile("quick", deadline=None)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the choice to run what goes through the pages on SQLite and on PostgreSQL."""
    help_ = "run tests that go through the pages on both databases, not on one drawn by name"
    parser.addoption("--both-databases", action="store_true", help=help_)
