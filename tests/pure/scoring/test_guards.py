"""The core is exact and pure: no floats, no clock, no chance, nothing heavy."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobquality import rubrics, scoring

PACKAGES = (rubrics, scoring)
FILES = sorted(
    path for package in PACKAGES for path in Path(str(package.__file__)).parent.rglob("*.py")
)
IMPURE = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "os.environ"}
IMPURE_MODULES = {"time", "random", "secrets", "os", "socket", "urllib", "threading"}
HEAVY = ("flask", "sqlalchemy", "marshmallow", "pandas", "numpy", "jinja2", "click")


def floats(tree: ast.AST) -> Iterator[str]:
    """Yield every float, but for how much alike two spellings are."""
    likeness = {id(value) for value in alike(tree)}
    for node in ast.walk(tree):
        if id(node) in likeness:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"line {node.lineno}: {node.value}"
        if isinstance(node, ast.Name) and node.id == "float":
            yield f"line {node.lineno}: float"


def alike(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "cutoff":
            yield node.value
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_ALIKE":
            yield node.value


def impure(tree: ast.AST) -> Iterator[str]:
    """Yield every look at a clock, at chance or at the environment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in IMPURE:
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            named = [alias.name for alias in node.names]
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else named
            yield from (
                f"line {node.lineno}: import {module}"
                for module in modules
                if module.partition(".")[0] in IMPURE_MODULES
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_float_decides_anything(path: Path) -> None:
    assert list(floats(ast.parse(path.read_text()))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_depends_on_when_or_where_it_runs(path: Path) -> None:
    assert list(impure(ast.parse(path.read_text()))) == []


@pytest.mark.parametrize("code", ["half = 0.5", "float('0.5')", "round(float(x))"])
def test_a_float_would_be_found(code: str) -> None:
    assert list(floats(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["import random", "from time import time", "date.today()", "datetime.now(UTC)", "os.environ"],
)
def test_an_impure_line_would_be_found(code: str) -> None:
    assert list(impure(ast.parse(code)))


def test_scoring_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import jobquality.scoring.score, sys; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()

    assert "jobquality.scoring.score" in loaded
    assert not set(HEAVY) & set(loaded)
