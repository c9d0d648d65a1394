"""Format 1: a snapshot and its text say the same, to the byte, for ever."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given

from jobquality.errors import FaultsError
from jobquality.ledger import snapshot as forms
from jobquality.ledger.canonical import canonical_text
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.snapshot import Replied, Snapshot
from jobquality.rubrics.catalog import shipped
from tests.pure.ledger.snapshots import NOON, snapshot_of, snapshots
from tests.pure.scoring.cases import facts_of, scored

_STANDARD = shipped().newest("restaurants_us").rubric
_FACTS = facts_of(_STANDARD, {})
_SNAPSHOT = snapshot_of(scored(_STANDARD, {}), _FACTS)
_TEXT = dump_snapshot(_SNAPSHOT)


@given(snapshots)
def test_every_snapshot_comes_back_as_it_was(snapshot: Snapshot) -> None:
    text = dump_snapshot(snapshot)
    assert load_snapshot(text) == snapshot
    assert dump_snapshot(load_snapshot(text)) == text


def test_the_text_is_plain_json_with_a_format() -> None:
    tree = json.loads(_TEXT)
    assert tree["format"] == 1
    assert tree["on"] == "2026-06-01"
    assert tree["published_at"] == "2026-03-01T12:00:00Z"


def test_no_number_in_it_has_a_decimal() -> None:
    def refused(text: str) -> float:
        raise AssertionError(text)

    json.loads(_TEXT, parse_float=refused)


def test_the_keys_of_format_1_never_change() -> None:
    assert {kind.__name__: " ".join(names) for kind, names in _forms()} == {
        "Snapshot": "engine organization employer rubric edition scoring_hash on revision "
        "supersedes facts parameters evidence scores level if_evidence_holds could_reach roles "
        "published_at notice reply",
        "Issuer": "id slug name contact region funding is_sample",
        "Subject": "id slug name profile sites",
        "Site": "name address place",
        "PublicFact": "criterion state answer unit month grade source note workers law_checked_on",
        "Confirmed": "at_least share month",
        "UsedParameter": "id unit lookup rows",
        "UsedRow": "place first last limits value source as_of last_checked check_by",
        "PublicEvidence": "criterion title grade url seal month",
        "ScoreRow": "node state value low high answered coverage confirmed share",
        "Roles": "assessed_by reviewed_by published_by",
        "Notified": "sent_at delivered_at delivered_how ended_at days time_zone is_shortened",
        "Replied": "answered_at statement replied_by stances decision earlier is_older is_unsent",
        "RepliedBefore": "answered_at statement replied_by stances decision is_unsent",
        "StancedBefore": "criterion stance text answer",
        "Stanced": "criterion stance text",
    }


def test_what_says_nothing_and_came_later_is_not_written_so_older_texts_keep_their_bytes() -> None:
    kinds = dict(_forms())
    silent = {
        f"{kind.__name__}.{one.name}"
        for kind in kinds
        for one in fields(kind)
        if forms.LEFT_OUT in one.metadata
    }
    reply = Replied(answered_at=NOON, statement="", replied_by="", stances=(), decision="")

    text = dump_snapshot(replace(_SNAPSHOT, reply=reply))

    assert silent == {
        "Replied.earlier",
        "Replied.is_older",
        "Replied.is_unsent",
        "RepliedBefore.is_unsent",
    }
    assert set(json.loads(text)["reply"]) == {
        "answered_at", "statement", "replied_by", "stances", "decision",
    }  # fmt: skip


def _forms() -> list[tuple[type, list[str]]]:
    kinds = [one for one in vars(forms).values() if isinstance(one, type) and is_dataclass(one)]
    return [(kind, [field.name for field in fields(kind)]) for kind in kinds]


def test_no_field_of_a_snapshot_is_a_float() -> None:
    for kind, _ in _forms():
        for hint in get_type_hints(kind).values():
            assert float not in (hint, *get_args(hint))


def _changed(change: Callable[[dict[str, Any]], object]) -> str:
    tree = json.loads(_TEXT)
    change(tree)
    return canonical_text(tree)


def _put(path: str, value: object) -> str:
    """Return the text with another value at `a.b`."""

    def change(tree: dict[str, Any]) -> None:
        *above, last = path.split(".")
        for key in above:
            tree = tree[key]
        tree[last] = value

    return _changed(change)


_UNFIT = {
    "another format": (_put("format", 2), "format", "format is 2"),
    "a format that is no number": (_put("format", value=True), "format", "format is True"),
    "no format": (_changed(lambda tree: tree.pop("format")), "format", "format is None"),
    "a key more": (_put("more", 1), "more", "not known"),
    "a key less": (_changed(lambda tree: tree.pop("level")), "level", "missing"),
    "a number for a text": (_put("level", 3), "level", "no str"),
    "a key that says nothing": (
        _put("reply", {"answered_at": None, "statement": "", "replied_by": "", "stances": [],
                       "decision": "", "is_older": False}), "reply.is_older", "says nothing"),
    "a text for a number": (_put("revision", "1"), "revision", "no int"),
    "a yes for a number": (_put("revision", value=True), "revision", "no int"),
    "a day written shortly": (_put("on", "2026-6-1"), "on", "no date"),
    "no day": (_put("on", None), "on", "no date"),
    "a moment with an offset": (
        _put("published_at", "2026-03-01T12:00:00+00:00"), "published_at", "no datetime"),
    "a moment with zeros": (
        _put("published_at", "2026-03-01T12:00:00.000000Z"), "published_at", "no datetime"),
    "a day that never was": (
        _put("published_at", "2026-02-30T12:00:00Z"), "published_at", "no datetime"),
    "an object for a list": (_put("facts", {}), "facts", "no list"),
    "a list for an object": (_put("employer", []), "employer", "no object"),
    "a text for a profile": (_put("employer.profile", "x"), "employer.profile", "no object"),
    "a number in a profile": (
        _put("employer.profile.place", 7), "employer.profile.place", "no str"),
    "a state of another case": (
        _changed(lambda tree: tree["scores"][1].update(state="Value")),
        "scores[1].state", "no State"),
}  # fmt: skip


@pytest.mark.parametrize("name", _UNFIT)
def test_what_is_not_of_this_form_is_named(name: str) -> None:
    text, where, message = _UNFIT[name]
    with pytest.raises(FaultsError) as caught:
        load_snapshot(text)
    assert [fault.where for fault in caught.value.faults] == [where]
    assert message in caught.value.faults[0].message


def test_every_fault_is_named_at_once() -> None:
    text = _changed(lambda tree: (tree.pop("level"), tree.update(on=1, more=2)))
    with pytest.raises(FaultsError) as caught:
        load_snapshot(text)
    assert {fault.where for fault in caught.value.faults} == {"level", "on", "more"}


_OTHERWISE = [
    ("", "no JSON"),
    ("[" * 100_000, "no JSON"),
    ("1" * 5000, "no JSON"),
    (_TEXT + "\n", "not canonical"),
    (" " + _TEXT, "not canonical"),
    (json.dumps(json.loads(_TEXT)), "not canonical"),
    (_TEXT.replace("Workers", "\\u0057orkers"), "not canonical"),
    (_TEXT.replace('"revision":1', '"revision":1.0'), "not whole"),
    (_TEXT.replace('"revision":1', '"revision":NaN'), "not whole"),
    (_TEXT.replace('"revision":1', '"revision":1,"revision":1'), "twice"),
    (_TEXT.replace('"revision":1', '"revision":9007199254740993'), "cannot be written"),
    (_TEXT.replace("Workers", "\\ud800"), "cannot be written"),
    ("[]", "format is None"),
]


@pytest.mark.parametrize(("text", "message"), _OTHERWISE, ids=map(str, range(len(_OTHERWISE))))
def test_a_text_that_says_it_otherwise_is_refused(text: str, message: str) -> None:
    with pytest.raises(FaultsError) as caught:
        load_snapshot(text)
    assert message in str(caught.value)


def test_a_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(FaultsError, match="cannot be written"):
        dump_snapshot(replace(_SNAPSHOT, level="\ud800"))


def test_a_number_that_is_not_whole_is_refused() -> None:
    with pytest.raises(FaultsError, match="not whole"):
        canonical_text({"points": [1.0]})
