"""Text from outside: one line, no invisible characters, and short enough to be shown."""

import unicodedata
from typing import Any

from marshmallow import ValidationError, fields

from jobquality.rubrics.characters import unwanted_character

_SHOWN = 60


class PlainText(fields.String):
    """One line of text: Unicode NFC, no control, invisible or broken characters."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ANN401  # marshmallow's own signature
        text = super()._deserialize(value, attr, data, **kwargs)
        _check_characters(text)
        return " ".join(unicodedata.normalize("NFC", text).split())


class WebAddress(fields.Url):
    """An address of a page, without invisible characters."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ANN401  # marshmallow's own signature
        _check_characters(str(value))
        return super()._deserialize(value, attr, data, **kwargs)


def _check_characters(text: str) -> None:
    fault = unwanted_character(text)
    if fault:
        message = f"holds {fault}. Delete it."
        raise ValidationError(message)


def quoted(text: str) -> str:
    """Return a text as it can stand in a message: short, and with nothing that hides."""
    visible = "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)
    return f"'{visible[:_SHOWN]}…'" if len(visible) > _SHOWN else f"'{visible}'"
