"""JSON from outside, read so that nothing is guessed: numbers stay the text they were."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from jobquality.errors import Fault, FaultsError
from jobquality.schemas.texts import quoted

#: Deeper than any document we read; the parser of Python itself gives up near a thousand.
MOST_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written: `7.250` is neither rounded nor made a binary float."""

    text: str


def read_json(content: bytes) -> object:
    """Return what a body holds, with every number as a `Number`.

    Raises:
        FaultsError: it is not UTF-8, not JSON, nested too deep, names a key twice, or has a
            number that is none (NaN, Infinity).
    """
    try:
        text = content.decode("utf-8")
        tree = json.loads(
            text,
            parse_float=Number,
            parse_int=Number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError:
        raise _refusal("The body is not UTF-8 text.", "Send JSON in UTF-8.") from None
    except RecursionError:
        raise _too_deep() from None
    except json.JSONDecodeError as error:
        raise _refusal(f"The body is not JSON: {error.msg}.", line=error.lineno) from None
    _check_depth(tree)
    return tree


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    twice = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if twice:
        raise _refusal(f"The key {quoted(twice[0])} stands twice.", "Keep one of them.")
    return dict(pairs)


def _refuse_constant(text: str) -> NoReturn:
    raise _refusal(f"{text} is not a number.", "Leave the answer out, or write unknown.")


def _check_depth(tree: object) -> None:
    layer, depth = [tree], 0
    while layer:
        depth += 1
        if depth > MOST_DEPTH:
            raise _too_deep()
        layer = [inner for node in layer for inner in _inside(node)]


def _inside(node: object) -> Iterable[object]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


def _too_deep() -> FaultsError:
    return _refusal(f"Lists and objects are nested more than {MOST_DEPTH} deep.")


def _refusal(message: str, remedy: str = "", *, line: int | None = None) -> FaultsError:
    return FaultsError([Fault(message=message, remedy=remedy, line=line)])
