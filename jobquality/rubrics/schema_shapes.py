"""What may follow a word of a rubric file, in the terms of JSON Schema 2020-12.

Our own reader takes every value as text; an editor that reads YAML 1.2 makes numbers of what
looks like one. So a number may stand either way, and a text may look like a number.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from jobquality.rubrics.fields import MOST_TEXT

Schema = Mapping[str, Any]

_ID = "[a-z][a-z0-9_]{0,79}"
_NUMERAL = r"-?[0-9]{1,15}(\.[0-9]{1,12})?"

TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": MOST_TEXT}
#: What is answered in a test: read as an answer of an employer is, so of any length.
ANSWER: Schema = {"type": ["string", "number", "boolean"]}
ID: Schema = {"type": "string", "pattern": f"^{_ID}$"}
NUMBER: Schema = {"type": ["number", "string"], "pattern": f"^{_NUMERAL}$"}
WHOLE: Schema = {"type": ["integer", "string"], "pattern": "^[0-9]{1,2}$"}
#: A number, or the id of what gives it.
DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
EDGE: Schema = {"type": ["number", "string"], "pattern": f"^({_NUMERAL}|{_ID})$"}
EDITION: Schema = {"type": ["string", "number"], "pattern": r"^[12][0-9]{3}\.[1-9][0-9]{0,2}$"}
MONTHS: Schema = {"type": "string", "pattern": "^[1-9][0-9]{0,2} months?$"}
FLAG: Schema = {"enum": ["yes", "no"]}
#: Takes a word away, in a change.
NONE: Schema = {"enum": ["none", "null", "~", "", None]}
#: A list of ids, or a single one.
IDS: Schema = {"anyOf": [ID, {"type": "array", "items": ID}]}


def one_of(words: Iterable[str]) -> Schema:
    """Return one of a closed list of words; a word that is a numeral may be a number too."""
    named = [str(word) for word in words]
    return {"enum": [*named, *(int(word) for word in named if word.isdecimal())]}


def either(*shapes: Schema) -> Schema:
    """Return any of several shapes."""
    return {"anyOf": list(shapes)}


def kind(name: str) -> Schema:
    """Return words and values of a kind that the schema describes."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(*names: str) -> Schema:
    """Return a list whose entries are of one of the kinds."""
    return list_in(kind(names[0]) if len(names) == 1 else either(*map(kind, names)))


def list_in(shape: Schema) -> Schema:
    """Return a list of one shape."""
    return {"type": "array", "items": shape}


def one_or_more(*shapes: Schema) -> Schema:
    """Return a list of shapes; a single entry may stand without a list."""
    return either(*shapes, list_in(either(*shapes)))


def by_id(shape: Schema, *, also: str = "") -> Schema:
    """Return values by ids that the author chose; `also` is a pattern of other names."""
    names = f"^({_ID}{f'|{also}' if also else ''})$"
    return by_name(shape, names)


def by_name(shape: Schema, names: str) -> Schema:
    """Return values by names of a pattern."""
    return {
        "type": "object",
        "patternProperties": {names: shape},
        "additionalProperties": False,
    }


#: Facts of an employer stand behind this.
PROFILE = f"profile\\.{_ID}"
