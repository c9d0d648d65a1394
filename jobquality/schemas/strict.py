"""What the schemas of JSON bodies have in common: nothing unknown, and plain words."""

from typing import Any

from marshmallow import RAISE, Schema, validate

from jobquality.schemas.pointers import UNKNOWN

REQUIRED: dict[str, str | list[Any] | dict[Any, Any]] = {"required": "is missing."}


class Strict(Schema):
    """Refuses every key that it does not know."""

    class Meta:
        """How marshmallow reads it."""

        unknown = RAISE

    error_messages = {"unknown": UNKNOWN, "type": "must be an object."}  # noqa: RUF012  # marshmallow's own way


def at_most(most: int) -> validate.Length:
    """Return the limit of a text's length."""
    return validate.Length(max=most, error=f"has more than {most} characters. Shorten it.")
