"""Names that look alike: one key for all spellings that a reader cannot tell apart.

No library of Unicode's confusable characters is small and kept well enough to be locked here,
so the letters of other scripts that look like Latin ones stand in a table of our own, by their
numbers: a reader could not tell them apart either.

Source: Unicode Technical Standard 39, confusables.txt, the letters that imitate a to z.
"""

import re
import unicodedata

from rapidfuzz import fuzz

#: How much of two keys is the same, in percent, where we ask whether they are one employer.
ALIKE = 90

_LOOKS_LIKE = {
    "a": "\u0430\u0251\u03b1",
    "b": "\u044c\u0432\u0185\u0299",
    "c": "\u0441\u03f2\u1d04",
    "d": "\u0501\u0111\u0257",
    "e": "\u0435\u0454\u04bd\u03b5\u212e\u0259",
    "f": "\u0192\u1e9d\u03dd",
    "g": "\u0261\u0581\u01e5",
    "h": "\u04bb\u0570\u043d\u0127",
    "i": "\u0456\u0131\u0269\u03b9\u04cf\u026a",
    "j": "\u0458\u03f3\u029d",
    "k": "\u043a\u03ba\u049f\u1d0b",
    "l": "\u217c\u04cf\u0142\u026b|",
    "m": "\u043c\u028d\u1d0d",
    "n": "\u0578\u03b7\u043f\u057c\u0274",
    "o": "\u043e\u03bf\u03c3\u0585\u00f8\u04e9\u0275",
    "p": "\u0440\u03c1\u01bf\u03f8",
    "q": "\u051b\u0563\u0566",
    "r": "\u0433\u1d26\u027c",
    "s": "\u0455\u0282\ua731",
    "t": "\u0442\u03c4\u0167\u1d1b",
    "u": "\u03c5\u057d\u0446\u028b\u1d1c",
    "v": "\u0475\u03bd\u1d20",
    "w": "\u051d\u03c9\u0461\u026f\u0561",
    "x": "\u0445\u03c7\u00d7",
    "y": "\u0443\u03b3\u04af\u10e7\u028f",
    "z": "\u0290\u1d22\u0292",
    "ae": "\u00e6",
    "oe": "\u0153",
}
_FOLDED = str.maketrans({one: plain for plain, others in _LOOKS_LIKE.items() for one in others})
#: Digits that stand for letters, as in `B0B`; `Pier 10` has no letter beside them and stays.
_DIGITS = str.maketrans({"0": "o", "1": "l"})
_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019]")
_LONGEST = 200
#: Letters by their kind, and yet nothing to be seen: fillers, and the empty Braille cell.
_BLANKS = "\u115f\u1160\u2800\u3164"
_NO_LETTERS = re.compile(r"[^\w]+|_")
#: What says only in which form a business is registered; `l l c` is `L.L.C.` as it is compared.
_FORMS = (
    "incorporated", "corporation", "company", "limited", "inc", "corp", "co", "ltd", "llc",
    "l l c", "llp", "l l p", "lp", "l p", "plc", "pllc", "pc", "p c", "sa", "s a", "de cv",
    "de c v", "s de rl", "s de r l", "srl",
)  # fmt: skip
_FORM_AT_END = re.compile(rf"(?:\s(?:{'|'.join(_FORMS)}))+$")
_ARTICLE = re.compile(r"^the\s")


def name_key(name: str) -> str:
    """Return a name as it is compared: `STARBUCKS` and its twin in Cyrillic have one key.

    Compatibility forms, case, accents, look-alike letters, marks that cannot be seen,
    apostrophes and signs between words make no difference.
    """
    return text_key(name)[:_LONGEST]


def text_key(written: str) -> str:
    """Return a whole text as names are compared, so that a name can be looked for in it."""
    text = unicodedata.normalize("NFKC", written).casefold().replace("&", " and ")
    text = _without_marks(text.translate(_FOLDED)).translate(_FOLDED)
    words = _NO_LETTERS.sub(" ", _APOSTROPHES.sub("", text)).split()
    return " ".join(_word(word) for word in words)


def look_key(name: str) -> str:
    """Return a name as a hurried reader takes it: one key for names that pass for each other.

    Beside what makes no difference to `name_key`, neither spaces, the form of the business
    (`Inc.`, `LLC`, `S.A. de C.V.`) nor a `The` at the start do. A name of a form alone stays.
    """
    key = _ARTICLE.sub("", text_key(name))
    return (_FORM_AT_END.sub("", key) or key).replace(" ", "")[:_LONGEST]


def is_close(key: str, other: str) -> bool:
    """Say whether two keys are so much alike that one employer may be meant twice."""
    return max(fuzz.ratio(key, other), fuzz.token_sort_ratio(key, other)) >= ALIKE


def _without_marks(text: str) -> str:
    """Take away accents and everything that cannot be seen."""
    apart = unicodedata.normalize("NFKD", text)
    hidden = {"Mn", "Cf", "Cc"}
    return "".join(
        one for one in apart if unicodedata.category(one) not in hidden and one not in _BLANKS
    )


def _word(word: str) -> str:
    has_letter = any(one.isalpha() for one in word)
    return word.translate(_DIGITS) if has_letter else word
