"""An XCCDF benchmark and its results, as a rubric and facts."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.golden.command import write_facts

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SPACE = "{http://checklists.nist.gov/xccdf/1.2}"
_GROUP, _RULE, _RESULT = f"{_SPACE}Group", f"{_SPACE}Rule", f"{_SPACE}rule-result"
_STEP = "  "


def node_id(name: str) -> str:
    return _NOT_IN_ID.sub("_", name.lower()).strip("_")


def rubric_file(benchmark: Path, scoring: Path, target: Path) -> Path:
    """Write the tree of a benchmark as a rubric; groups without a rule say nothing."""
    root = ET.parse(benchmark).getroot()  # noqa: S314  # a file of ours
    unscored = {
        result.get("idref", "") for result in root.iter(_RESULT) if result.get("role") == "unscored"
    }
    lines = ["rubric: benchmark", "edition: 2026.1", scoring.read_text(), *_inside(root, unscored)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


def _inside(node: ET.Element, unscored: set[str], pad: str = "") -> Iterator[str]:
    below = [child for child in node if child.tag == _RULE or _has_rules(child)]
    if below:
        yield f"{pad}criteria:"
    for child in below:
        inner = pad + _STEP
        yield f"{inner}- criterion: {node_id(child.get('id', ''))}"
        yield f"{inner}  weight: {child.get('weight', '1.0')}"
        if child.tag == _RULE:
            yield f"{inner}  scale: rule"
            yield f"{inner}  counts: {'no' if child.get('id') in unscored else 'yes'}"
        else:
            yield from _inside(child, unscored, inner + _STEP)


def _has_rules(node: ET.Element) -> bool:
    return node.tag == _GROUP and next(node.iter(_RULE), None) is not None


def facts_file(benchmark: Path, target: Path) -> Path:
    """Write the results of the rules as facts; results can say unknown, which is an answer."""
    root = ET.parse(benchmark).getroot()  # noqa: S314  # a file of ours
    rows = [
        {
            "employer": benchmark.stem,
            "criterion": node_id(result.get("idref", "")),
            "answer": _answer(result.findtext(f"{_SPACE}result", "")),
        }
        for result in root.iter(_RESULT)
    ]
    return write_facts(target, rows)


def _answer(result: str) -> str:
    return "undecided" if result == "unknown" else result
