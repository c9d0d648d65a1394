"""Refusals in Spanish, by the work in which people meet them."""

from jobquality.wording.refused import (
    assessing,
    corrections,
    editionmoves,
    employers,
    forms,
    hands,
    messages,
    practice,
    publishing,
    record,
    replying,
    reviewing,
    speakers,
    standards,
    statements,
)

__all__ = [
    "assessing",
    "corrections",
    "editionmoves",
    "employers",
    "forms",
    "hands",
    "messages",
    "practice",
    "publishing",
    "record",
    "replying",
    "reviewing",
    "speakers",
    "standards",
    "statements",
]
