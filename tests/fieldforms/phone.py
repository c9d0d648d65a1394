"""A phone that fills in a form as KoBo and ODK do: by the XForm alone.

It reads the fields, their types, choices and conditions from what pyxform made, asks only
what is relevant, refuses what a constraint refuses, and sends what KoBo would give back.
"""

import io
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # it ships no types

from jobquality.reading.fieldforms import FieldForm
from jobquality.tables.fieldforms import xlsform_bytes

_X = "{http://www.w3.org/2002/xforms}"
_H = "{http://www.w3.org/1999/xhtml}"
_TOKEN = re.compile(
    r"'[^']*'|\"[^\"]*\"|/[\w/]+|!=|>=|<=|[=<>(),]|[a-z-]+(?=\()|-?\d+(?:\.\d+)?|\.|\w+"
)
_WORDS = {"=": "==", "count-selected": "count_selected", "not": "not_"}


class Said(str):
    """A value of XPath: a text that turns into a number beside a number."""

    __slots__ = ()
    __hash__ = str.__hash__

    def _number(self) -> float:
        return float(self) if re.fullmatch(r"-?\d+(\.\d+)?", self) else math.nan

    def __eq__(self, other: object) -> bool:
        return self._number() == other if isinstance(other, float) else str(self) == str(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __ge__(self, other: Any) -> bool:  # noqa: ANN401  # as XPath takes it
        return self._number() >= (other._number() if isinstance(other, Said) else other)

    def __le__(self, other: Any) -> bool:  # noqa: ANN401  # as XPath takes it
        return self._number() <= (other._number() if isinstance(other, Said) else other)

    def __lt__(self, other: Any) -> bool:  # noqa: ANN401  # as XPath takes it
        return self._number() < (other._number() if isinstance(other, Said) else other)

    def __gt__(self, other: Any) -> bool:  # noqa: ANN401  # as XPath takes it
        return self._number() > (other._number() if isinstance(other, Said) else other)


class RefusedError(AssertionError):
    """The form does not take this."""


@dataclass
class Phone:
    """One form on a phone, and what was typed into it so far."""

    xform: str
    typed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tree = fromstring(self.xform)  # noqa: S314  # made here by pyxform
        model = tree.find(f"{_H}head/{_X}model")
        assert model is not None
        self.languages = [
            str(one.get("lang")) for one in model.findall(f"{_X}itext/{_X}translation")
        ]
        self.binds = {str(one.get("nodeset")): one.attrib for one in model.findall(f"{_X}bind")}
        (root,) = list(model.findall(f"{_X}instance")[0])
        self.version = root.get("version")
        self.form_id = root.get("id")
        self.paths = {path.rpartition("/")[2]: path for path in _leaves(root, "")}
        self.choices = _choices(tree, model)

    @classmethod
    def of(cls, form: FieldForm) -> "Phone":
        """Put a form on a phone, by way of the workbook and pyxform."""
        made = convert(xlsform=io.BytesIO(xlsform_bytes(form)), file_type=".xlsx", validate=False)
        assert made.warnings == []
        return cls(made.xform)

    def type(self, name: str, text: str) -> None:
        """Type into a field.

        Raises:
            RefusedError: the field is not shown, or the form does not take the text.
        """
        path = self.paths[name]
        if not self.is_shown(name):
            raise RefusedError(f"{name} is not asked")
        known = self.choices.get(path)
        if known is not None and not set(text.split()) <= known:
            raise RefusedError(f"{name} has no choice {text}")
        self.typed[name] = text
        constraint = self.binds[path].get("constraint", "")
        if constraint and not self._holds(constraint, path):
            del self.typed[name]
            raise RefusedError(f"{name} cannot be {text}")

    def is_shown(self, name: str) -> bool:
        """Say whether a field is asked, as it stands."""
        path = self.paths[name]
        around = [path[:end] for end in range(len(path) + 1) if path[end : end + 1] in ("/", "")]
        conditions = (self.binds.get(one, {}).get("relevant", "") for one in around if one)
        return all(self._holds(one, path) for one in conditions if one)

    def send(self) -> dict[str, str]:
        """Return the submission as KoBo's data gives it: paths and names, never labels."""
        sent = {}
        for name, path in self.paths.items():
            text = str(self._value(path))
            if text and self.is_shown(name):
                sent[path.split("/", 2)[2]] = text
        return sent

    def _value(self, path: str) -> Said:
        name = path.rpartition("/")[2]
        calculate = self.binds.get(path, {}).get("calculate", "")
        if calculate:
            return Said(calculate[1:-1])
        return Said(self.typed.get(name, ""))

    def _holds(self, expression: str, path: str) -> bool:
        names = {
            "V": self._value,
            "S": Said,
            "N": float,
            "not_": lambda one: not one,
            "selected": lambda one, word: str(word) in one.split(),
            "count_selected": lambda one: float(len(one.split())),
            "__builtins__": {},
        }
        return bool(eval(_python(expression, path), names))  # noqa: S307  # our own form


def _python(expression: str, path: str) -> str:
    """Return an expression of XPath as Python reads it."""
    said = []
    for token in _TOKEN.findall(expression):
        if token[0] in "'\"":
            said.append(f"S({token[1:-1]!r})")
        elif token[0] == "/":
            said.append(f"V({token!r})")
        elif token == ".":
            said.append(f"V({path!r})")
        elif re.fullmatch(r"-?\d.*", token):
            said.append(f"N({token!r})")
        else:
            said.append(_WORDS.get(token, token))
    return " ".join(said)


def _leaves(element: Element, path: str) -> list[str]:
    here = f"{path}/{element.tag.rpartition('}')[2]}"
    inner = list(element)
    return [one for child in inner for one in _leaves(child, here)] if inner else [here]


def _choices(tree: Element, model: Element) -> dict[str, set[str]]:
    """Return what can be chosen in each field, by its path."""
    lists = {
        str(one.get("id")): {str(name.text) for name in one.iter(f"{_X}name")}
        for one in model.findall(f"{_X}instance")[1:]
    }
    found: dict[str, set[str]] = {}
    for tag in ("select", "select1"):
        for control in tree.iter(f"{_X}{tag}"):
            itemset = control.find(f"{_X}itemset")
            assert itemset is not None
            (name,) = re.findall(r"instance\('([^']+)'\)", str(itemset.get("nodeset")))
            found[str(control.get("ref"))] = lists[name]
    return found


def answer(phone: Phone, name: str, text: str, *, beside: Mapping[str, str] | None = None) -> None:
    """Give an answer as facts files write it, in the fields that a person would use."""
    word, _, reason = text.partition(":")
    has_state = f"{name}__state" in phone.paths
    if word in ("na", "unknown", "declined", "not_offered"):
        phone.type(f"{name}__state" if has_state else name, word)
        if word == "na":
            phone.type(f"{name}__reason", reason.strip())
    elif phone.choices.get(phone.paths[name]) and text == "0":
        phone.type(name, "none")
    else:
        phone.type(name, text.replace(";", " "))
    for part, said in (beside or {}).items():
        phone.type(f"{name}__{part}", said)
