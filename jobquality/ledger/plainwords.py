"""Words that say what was looked at and when, and nothing else about anybody.

Nobody has to be heard about "Payroll records, March 2026". Whatever else a source or a title
says is a remark, and a remark is read by the employer before it is printed.
"""

import re
from collections.abc import Set as AbstractSet

from jobquality.ledger.papernames import BETWEEN, MONTHS, THINGS

_TOKEN = re.compile(r"[^\s,.;:()/-]+")
#: Days and years, also as a whole: 2026-03-14 falls into three of them.
_NUMBER = re.compile(r"\d{1,2}(?:[a-z]{2})?|\d{4}")
#: The most words that the name of a paper has.
_LONGEST = 8


def is_plain(text: str, things: AbstractSet[str] = frozenset()) -> bool:
    """Say whether a text names only papers that everybody knows, and days.

    `things` are the further names of papers that a standard asks for, in any letters.
    """
    words = [word for word in _words(text) if not _is_time(word)]
    known = {tuple(_words(one)) for one in things} | _KNOWN
    reached = {0}
    for place, word in enumerate(words):
        if place in reached:
            reached |= {place + 1} if word in BETWEEN else set()
            reached |= {
                place + count
                for count in range(1, _LONGEST + 1)
                if tuple(words[place : place + count]) in known
            }
    return len(words) in reached


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def _is_time(word: str) -> bool:
    return word in MONTHS or _NUMBER.fullmatch(word) is not None


_KNOWN = frozenset(tuple(_words(one)) for one in THINGS)
