"""The JSON Schema of rubric files, for editors: it completes words, and says what each is for.

It knows the words and what may follow each. What must hold between them (weights that add
up, bands that meet) only `jobquality rubric check` can say.
"""

from typing import Any

from jobquality.rubrics.schema_kinds import KINDS
from jobquality.rubrics.schema_words import Kind, Word

#: A name, not an address: there is no one place where every installation finds it.
SCHEMA_ID = "urn:jobquality:rubric:1"


def rubric_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a rubric file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A jobquality standard",
        **_object(KINDS["rubric"]),
        "$defs": {name: _object(kind) for name, kind in KINDS.items() if name != "rubric"},
    }


def _object(kind: Kind) -> dict[str, Any]:
    needed = {"required": list(kind.needs)} if kind.needs else {}
    return {
        "description": kind.says,
        "type": "object",
        "properties": {name: _said(word) for name, word in kind.words.items()},
        **needed,
        "additionalProperties": False,
    }


def _said(word: Word) -> dict[str, Any]:
    return {"description": word.says, **word.shape}
