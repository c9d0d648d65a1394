"""Read `applies` and `from`: when a question is asked, and when its answer counts."""

from jobquality.rubrics.desk import Desk
from jobquality.rubrics.facts import PROFILE
from jobquality.rubrics.fields import ID, Fields, one_line
from jobquality.rubrics.model import Condition
from jobquality.rubrics.nodes import Mapping, Node, Text
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
    figure = name in desk.figures and name == key.text
    if name in desk.asked and name == key.text and not figure:
        message = f"'{name}' is a question of this file whose answer is not a number."
        remedy = f"Ask for a fact of the employer instead: {{{PROFILE}{name}: …}}."
        desk.faults.add(key.line, message, remedy)
    if isinstance(node, Mapping):
        return _read_range(name, node, desk, figure=figure)
    text = one_line(node.text) if isinstance(node, Text) else ""
    is_clear = text and (not figure or read_number(text) is not None)
    if not is_clear:
        remedy = "Write {from: 4}." if figure else "Write yes, a word, or {from: 4}."
        desk.faults.add(key.line, f"It is not clear which '{name}' it applies to.", remedy)
    return Condition(name=name, figure=figure, equals=text) if is_clear else None


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
