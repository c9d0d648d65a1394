"""Tell the kinds of our files apart: a standard, figures, words, and the list of places."""

from collections.abc import Mapping as Table

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.fields import ID, text_of
from jobquality.rubrics.nodes import Mapping

#: By the word that each kind starts with: what it is, and what to do where a standard is wanted.
_KINDS: Table[str, tuple[str, str]] = {
    "rubric": ("a standard", ""),
    "parameters": ("a file of figures", "Pass it with --parameters."),
    "words": ("a file of words", "Check its standard; the words beside it are read with it."),
    "bridge": ("a bridge between two editions", "Pass it with --bridge."),
    "places": ("a list of places", "It is ours; check your standard instead."),
}
_INSTEAD_OF = {
    "parameters": ("not a file of figures", "Name only figures with --parameters."),
    "words": ("not a file of words", "Start a file of words with words: and the id."),
    "bridge": ("not a bridge between two editions", "Start a bridge with bridge: and the id."),
    "places": ("not a list of places", "Start it with places:."),
}


def check_kind(tree: Mapping, wanted: str) -> None:
    """Be quiet when a file is of the kind that starts with `wanted`, or of no kind we know.

    Raises:
        FaultsError: it is of another kind; the only fault, since all others would follow.
    """
    lines = {key.text: key.line for key, _ in tree.entries}
    found = next((word for word in _KINDS if word in lines), wanted)
    if wanted in lines or found == wanted:
        return
    what, remedy = _KINDS[found]
    message = f"This is {what}."
    if wanted in _INSTEAD_OF:
        instead, remedy = _INSTEAD_OF[wanted]
        message = f"This is {what}, {instead}."
    elif found == "words" and ID.fullmatch(text_of(tree, "words")):
        name = text_of(tree, "words")
        message = f"This is a file of words for '{name}'."
        remedy = f"Check {name}.yaml; the words beside it are read with it."
    raise FaultsError([Fault(message=message, line=lines[found], remedy=remedy)])
