"""Shared by every test; imports nothing of ours, so that the pure tests stay fast and pure."""

import os

from hypothesis import settings

# "quick" finds what is common at every run; "soak" has the time for what is rare.
settings.register_profile("quick", deadline=None)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
