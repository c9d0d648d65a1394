"""Read `applies` and `from`: when a question is asked, and when its answer counts."""

from dataclasses import replace

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.facts import PROFILE
from jobquality.rubrics.fields import ID, Fields, as_list, one_line
from jobquality.rubrics.model import Condition
from jobquality.rubrics.nodes import Mapping, Node, Sequence, Text
from jobquality.rubrics.units import read_number


def read_conditions(fields: Fields, desk: Desk) -> tuple[Condition, ...]:
    """Take `applies`; a name that is no figure of the file is a fact of the profile."""
    tree = fields.mapping("applies")
    found = (_read_condition(key, node, desk) for key, node in tree.entries) if tree else ()
    return tuple(condition for condition in found if condition is not None)


def _read_condition(key: Text, node: Node, desk: Desk) -> Condition | None:
    name = key.text.removeprefix(PROFILE)
    if not ID.fullmatch(name):
        message = f"'{key.text}' is not the name of a profile fact or a figure."
        desk.faults.add(key.line, message, "Write the id alone, such as tipped_workers.")
        return None
    is_own = name == key.text
    if is_own and name in desk.asked and name not in desk.figures:
        return _read_answered(name, node, desk)
    if is_own and name in desk.groups:
        return _read_scored(name, node, desk)
    return _read_plain(name, node, desk, figure=is_own and name in desk.figures)


def _read_plain(name: str, node: Node, desk: Desk, *, figure: bool) -> Condition | None:
    """Read a condition on a figure or a fact of the profile."""
    if isinstance(node, Mapping):
        return _read_range(name, node, desk, figure=figure)
    words = [one_line(one.text) for one in as_list(node) if isinstance(one, Text)]
    is_several = isinstance(node, Sequence)
    is_clear = all(words) and len(words) == len(as_list(node)) and bool(words)
    if figure:
        is_clear = is_clear and not is_several and read_number(words[0]) is not None
    if not is_clear:
        remedy = "Write {from: 4}." if figure else "Write yes, a word, or {from: 4}."
        desk.faults.add(node.line, f"It is not clear which '{name}' it applies to.", remedy)
        return None
    if is_several:
        return Condition(name=name, figure=False, among=tuple(words))
    return Condition(name=name, figure=figure, equals=words[0])


def _read_answered(name: str, node: Node, desk: Desk) -> Condition | None:
    """Read a condition on the answer to another question: one of these words."""
    words = [one_line(one.text) for one in as_list(node) if isinstance(one, Text)]
    if not words or len(words) < len(as_list(node)):
        message = f"It is not clear which answer to '{name}' it applies to."
        desk.faults.add(node.line, message, f"Write {{{name}: yes}} or {{{name}: [one, other]}}.")
        return None
    return Condition(name=name, figure=False, answered=True, among=tuple(words))


def _read_scored(name: str, node: Node, desk: Desk) -> Condition | None:
    """Read a condition on the score of a group."""
    if isinstance(node, Mapping):
        return replace(_read_range(name, node, desk, figure=False), scored=True)
    message = f"It is not clear which score of '{name}' it applies to."
    desk.faults.add(node.line, message, "Write {from: 50} or {under: 50}.")
    return None


def _read_range(name: str, tree: Mapping, desk: Desk, *, figure: bool) -> Condition:
    fields = Fields(tree, f"the condition on '{name}'", desk.faults)
    at_least, below = fields.number("from"), fields.number("under")
    fields.close()
    if at_least is None and below is None:
        message = f"The condition on '{name}' has no number."
        desk.faults.add(tree.line, message, "Write {from: 4} or {under: 50}.")
    if at_least is not None and below is not None and below <= at_least:
        message = f"No number fits the condition on '{name}'."
        desk.faults.add(tree.line, message, "Let 'under' be larger than 'from'.")
    return Condition(name=name, figure=figure, at_least=at_least, below=below)


def read_counts_from(fields: Fields, desk: Desk) -> tuple[Condition, ...]:
    """Take `from` of a criterion: the figures that must be large enough for it to count."""
    found = []
    for key, number in fields.numbers("from"):
        if key.text in desk.figures:
            found.append(Condition(name=key.text, figure=True, at_least=number))
        else:
            desk.faults.unknown(
                key.line,
                f"'{key.text}' is not a figure of this file.",
                word=key.text,
                known=desk.figures,
                otherwise="Ask for it as a criterion without points.",
            )
    return tuple(found)
