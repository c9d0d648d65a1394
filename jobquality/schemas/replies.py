"""Texts of several lines from outside: an employer's words, a reviewer's comment."""

import re
import unicodedata

from jobquality.errors import Fault
from jobquality.rubrics.characters import unwanted_character

_MANY_LINES = re.compile(r"\n{3,}")


def read_lines(text: str, where: str, faults: list[Fault]) -> str:
    """Return plain text with its lines: Unicode NFC, no invisible or broken characters.

    What is wrong is added to `faults` under the field `where`, and the text reads as empty.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    unwanted = unwanted_character(plain)
    if unwanted:
        faults.append(
            Fault(message=f"The text holds {unwanted}.", where=where, remedy="Delete it.")
        )
        return ""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", plain).split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()
