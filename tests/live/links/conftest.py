"""The walk of one draft, as the tests of reviews have it."""

from tests.live.reviews.conftest import *  # noqa: F403 - the same fixtures
