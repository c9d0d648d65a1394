"""A stranger gets every published score from two public files, without any of our code."""

import ast
import io
import json
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobquality.http import Context
from jobquality.services.published import list_current
from jobquality.services.samples.making import make_samples
from jobquality.store.database import EVERY_ORGANIZATION, Database
from jobquality.web.samples import workshop_of

_SCRIPT = Path(__file__).parents[3] / "docs" / "recompute.py"
_LINES = 60


@pytest.fixture
def slugs(app: Flask, database: Database) -> list[str]:
    """The public names of the samples that something is published of."""
    here: Context = app.extensions["jobquality"]
    with database.transaction(EVERY_ORGANIZATION) as session:
        make_samples(session, workshop_of(here))
        return [one.known.slug for one in list_current(session)]


def recomputed(folder: Path, body: bytes, standard: bytes) -> "subprocess.CompletedProcess[str]":
    """Run the script on two files, in a folder where our code is not."""
    (folder / "e.json").write_bytes(body)
    (folder / "s.yaml").write_bytes(standard)
    return subprocess.run(
        [sys.executable, "-I", _SCRIPT, "e.json", "s.yaml"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
    )


def lines_of_code(source: str) -> int:
    """Count the lines that do something: no empty line, comment or docstring."""
    skipped = {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT}
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in {*skipped, tokenize.ENDMARKER}:
            found.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(found)


def test_the_script_is_short_and_uses_nothing_of_ours() -> None:
    source = _SCRIPT.read_text("utf-8")
    assert lines_of_code(source) <= _LINES
    assert "jobquality" not in source


def test_every_published_score_of_the_samples_comes_out_again(
    client: FlaskClient, slugs: list[str], tmp_path: Path
) -> None:
    assert len(slugs) > 5
    for slug in slugs:
        body = client.get(f"/e/{slug}.json").data
        said = json.loads(body)
        if said["rubric"] not in ("restaurants_us", "retail_us"):
            continue  # advanced words need more than this script
        standard = client.get(f"/standards/{said['rubric']}/{said['edition']}.yaml").data
        found = recomputed(tmp_path, body, standard)
        assert (found.returncode, found.stderr) == (0, ""), found.stdout
        said["scores"][0]["high"] = "99.5"
        found = recomputed(tmp_path, json.dumps(said).encode(), standard)
        assert (found.returncode, found.stdout.endswith("differ: ['total']\n")) == (1, True)
