"""What marshmallow found wrong, as faults whose place is a JSON Pointer."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from marshmallow import Schema, fields

from jobquality.errors import Fault
from jobquality.rubrics.fields import nearest, one_of
from jobquality.schemas.texts import quoted

#: What marshmallow says of a key that no field takes; `faults_of` adds the nearest one.
UNKNOWN = "is not known here."
#: More than a person could read, and than a program should be made to tell.
MOST_FAULTS, MOST_HINTS = 1_000, 100
#: The library's own sentences in this house's words.
_SAID = {
    "Field may not be null.": "must not be null. Leave the key out.",
    "Not a valid string.": "must be a text.",
    "Not a valid mapping type.": "must be an object.",
}


def pointer(*keys: object) -> str:
    """Return the JSON Pointer (RFC 6901) that leads along these keys."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def faults_of(schema: Schema, messages: Any) -> Iterator[Fault]:  # noqa: ANN401  # marshmallow's messages are nested at will
    """Yield a fault for each message, in the order of the document's schema."""
    return _Teller().faults(schema, messages)


def a_person_can_read(faults: Iterable[Fault]) -> list[Fault]:
    """Return the first faults, and that there are more: a small body can hold very many."""
    first = list(islice(faults, MOST_FAULTS + 1))
    if len(first) > MOST_FAULTS:
        first[MOST_FAULTS:] = [Fault(message=f"There are more than {MOST_FAULTS} faults.")]
    return first


class _Teller:
    """Tells faults; compares spellings only so often, for it takes time."""

    def __init__(self) -> None:
        self._hints = MOST_HINTS

    def faults(self, schema: Schema, messages: Any, *keys: object) -> Iterator[Fault]:  # noqa: ANN401  # as above
        """Yield the faults below these keys."""
        if not isinstance(messages, Mapping):
            for one in messages:
                yield Fault(message=_SAID.get(one, one), where=pointer(*keys))
            return
        for name, inner in messages.items():
            if name == "_schema":
                yield from self.faults(schema, inner, *keys)
            elif inner == [UNKNOWN]:
                yield self._unknown(schema, str(name), *keys)
            else:
                yield from self.faults(_schema_of(schema, name), inner, *keys, name)

    def _unknown(self, schema: Schema, name: str, *keys: object) -> Fault:
        known = tuple(schema.fields)
        self._hints -= 1
        close = nearest(name, known) if self._hints >= 0 else ""
        return Fault(
            message=f"{quoted(name)} {UNKNOWN}",
            where=pointer(*keys, name),
            remedy=close or one_of(known),
        )


def _schema_of(schema: Schema, name: object) -> Schema:
    """Return the schema inside a field; an index of a list stays in the schema it is in."""
    field = schema.fields.get(name) if isinstance(name, str) else None
    return field.schema if isinstance(field, fields.Nested) else schema
