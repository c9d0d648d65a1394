"""Whatever a person does is told by the log."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jobquality.services.events import EventKind
from jobquality.wording import WORDING

HOME = Path(__file__).parents[2] / "jobquality"

#: What writes and tells the log nothing, and why.
SILENT = {
    "answers are versions of their own": {
        "confirm_answer",
        "record_answer",
        "record_answers",
        "take_answers",
        "take_claim",
        "let_wait",
        "choose",
        "settle",
        "open_draft",
    },
    "evidence carried over from last time keeps who added it, and the start of the assessment "
    "is told": {"carry_evidence", "_carried"},
    "what is said to one answer comes with the return of the whole": {
        "look_at",
        "mark_done",
        "send_questions",
        "_marked",
    },
    "told by each kind of proposal, which knows what it is about": {"propose", "decide"},
    "a part of another function that tells the log": {"_carry_answers", "_held"},
}
_TELLS = {"record", "note", "tell_of_employer"}
_OF_SESSION, _STATEMENTS = {"add", "add_all", "delete", "merge"}, {"delete", "update", "insert"}


def test_whoever_writes_tells_the_log() -> None:
    functions = {one.name: one for one in _functions(HOME / "services")}
    writers = _reach({one.name for one in _functions(HOME / "store") if _writes(one)})
    tellers = _reach(_TELLS)
    acting = {
        name
        for name, one in functions.items()
        if {"session", "actor"} <= _arguments(one) and name in writers
    }

    silent = acting - tellers

    assert len(acting) > 50
    assert silent == silent & {name for names in SILENT.values() for name in names}


def test_nothing_is_excused_that_is_not_there() -> None:
    known = {one.name for one in _functions(HOME / "services")}

    assert {name for names in SILENT.values() for name in names} <= known


def test_every_kind_of_event_is_said_in_words() -> None:
    assert [kind for kind in EventKind if _sentence(kind) not in WORDING] == []


def test_no_sentence_is_about_a_kind_that_is_not_there() -> None:
    said = {name for name in WORDING if name.startswith("event_")}

    assert said == {_sentence(kind) for kind in EventKind}


def test_every_kind_fits_the_log() -> None:
    assert max(len(kind.value) for kind in EventKind) <= 40


def _sentence(kind: EventKind) -> str:
    return f"event_{kind.value.replace('.', '_')}"


def _functions(folder: Path) -> Iterator[ast.FunctionDef]:
    for path in sorted(folder.rglob("*.py")):
        for one in ast.parse(path.read_text()).body:
            if isinstance(one, ast.FunctionDef):
                yield one


def _arguments(one: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in (*one.args.args, *one.args.kwonlyargs)}


def _calls(one: ast.FunctionDef) -> set[str]:
    called = (node.func for node in ast.walk(one) if isinstance(node, ast.Call))
    return {
        name.id if isinstance(name, ast.Name) else name.attr
        for name in called
        if isinstance(name, ast.Name | ast.Attribute)
    }


def _writes(one: ast.FunctionDef) -> bool:
    called = [node.func for node in ast.walk(one) if isinstance(node, ast.Call)]
    of_session = (
        name.attr in _OF_SESSION and getattr(name.value, "id", "") == "session"
        for name in called
        if isinstance(name, ast.Attribute)
    )
    return any(of_session) or any(
        name.id in _STATEMENTS for name in called if isinstance(name, ast.Name)
    )


def _reach(start: set[str]) -> set[str]:
    """Return the names of all functions that come to one of these, by any way."""
    calls = [(one.name, _calls(one)) for one in _functions(HOME / "services")]
    found = set(start)
    while True:
        further = {name for name, called in calls if called & found} - found
        if not further:
            return found
        found |= further
