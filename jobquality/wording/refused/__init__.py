"""Refusals in Spanish, by the work in which people meet them."""

from jobquality.wording.refused import assessing, employers, forms, publishing, record, reviewing

__all__ = ["assessing", "employers", "forms", "publishing", "record", "reviewing"]
