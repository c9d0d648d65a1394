"""Characters that no text from outside may hold: invisible, reversing or broken ones."""

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_HIDDEN = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD}
_WHITE = "\t\n\r"


def unwanted_character(text: str) -> str:
    """Return what is wrong with the first unwanted character of `text`, or an empty text."""
    for character in text:
        code = ord(character)
        if (code < 32 and character not in _WHITE) or 0x7F <= code <= 0x9F:
            return f"a control character (U+{code:04X})"
        if code in _BIDI or code in _HIDDEN:
            return f"an invisible character (U+{code:04X})"
        if 0xD800 <= code <= 0xDFFF:
            return "half of a broken character"
    return ""
