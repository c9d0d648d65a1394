"""What marshmallow found wrong, as faults whose place is a JSON Pointer."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema, fields

from jobquality.errors import Fault
from jobquality.rubrics.fields import nearest, one_of
from jobquality.schemas.texts import quoted

#: What marshmallow says of a key that no field takes; `faults_of` adds the nearest one.
UNKNOWN = "is not known here."
#: The library's own sentences in this house's words.
_SAID = {
    "Field may not be null.": "must not be null. Leave the key out.",
    "Not a valid string.": "must be a text.",
    "Not a valid mapping type.": "must be an object.",
}


def pointer(*keys: object) -> str:
    """Return the JSON Pointer (RFC 6901) that leads along these keys."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def faults_of(schema: Schema, messages: Any, *keys: object) -> Iterator[Fault]:  # noqa: ANN401  # marshmallow's messages are nested at will
    """Yield a fault for each message, in the order of the document's schema."""
    if not isinstance(messages, Mapping):
        yield from (Fault(message=_SAID.get(one, one), where=pointer(*keys)) for one in messages)
        return
    for name, inner in messages.items():
        if name == "_schema":
            yield from faults_of(schema, inner, *keys)
        elif inner == [UNKNOWN]:
            yield _unknown(schema, str(name), *keys)
        else:
            yield from faults_of(_schema_of(schema, name), inner, *keys, name)


def _unknown(schema: Schema, name: str, *keys: object) -> Fault:
    known = tuple(schema.fields)
    return Fault(
        message=f"{quoted(name)} {UNKNOWN}",
        where=pointer(*keys, name),
        remedy=nearest(name, known) or one_of(known),
    )


def _schema_of(schema: Schema, name: object) -> Schema:
    """Return the schema inside a field; an index of a list stays in the schema it is in."""
    field = schema.fields.get(name) if isinstance(name, str) else None
    return field.schema if isinstance(field, fields.Nested) else schema
