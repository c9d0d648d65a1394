"""Snapshots and ledgers as text, and back to the same byte. Format 1 never changes.

The keys are the names of the fields, all of them, `null` where there is nothing. Exact numbers
are text, days ISO, moments RFC 3339 in UTC. A test pins the keys: a field more is format 2,
except one that is not written where it says nothing (`LEFT_OUT`): it changes no older text.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.ledger.canonical import canonical_text, moment_text, read_canonical, read_moment
from jobquality.ledger.snapshot import FORMAT, LEFT_OUT, Snapshot
from jobquality.rubrics.days import read_day

_KEY = "format"
Form = TypeVar("Form")
_REMEDY = "This program reads format 1 only. Fetch it again, or use a newer program."


def dump_snapshot(snapshot: Snapshot) -> str:
    """Return a snapshot as canonical JSON.

    Raises:
        FaultsError: a text in it cannot be written as UTF-8.
    """
    return dump_form(snapshot)


def load_snapshot(content: str) -> Snapshot:
    """Return the snapshot that `dump_snapshot` wrote so.

    Raises:
        FaultsError: it is not canonical, of another format, or not of this form; names every
            place that is wrong.
    """
    return load_form(Snapshot, content)


def dump_form(value: object) -> str:
    """Return any frozen value of ours as canonical JSON of format 1.

    Raises:
        FaultsError: a text in it cannot be written as UTF-8.
    """
    return canonical_text({_KEY: FORMAT, **_members(value)})


def load_form(kind: type[Form], content: str) -> Form:
    """Return the value of that kind that `dump_form` wrote so.

    Raises:
        FaultsError: as `load_snapshot`.
    """
    tree = read_canonical(content)
    if not isinstance(tree, dict) or type(tree.get(_KEY)) is not int or tree[_KEY] != FORMAT:
        said = tree.get(_KEY) if isinstance(tree, dict) else None
        fault = Fault(message=f"Its format is {said}, not 1.", where=_KEY, remedy=_REMEDY)
        raise FaultsError([fault])
    del tree[_KEY]
    reader = _Reader(faults=[])
    found = reader.read(kind, tree, "")
    check_faults(reader.faults)
    return cast("Form", found)


def _members(value: object) -> dict[str, object]:
    named = fields(value)  # type: ignore[arg-type]  # only called with a dataclass
    said = {field: getattr(value, field.name) for field in named}
    return {
        field.name: _plain(one)
        for field, one in said.items()
        if not (_may_miss(field) and one == field.default)
    }


def _may_miss(field: Field[object]) -> bool:
    """Say whether a field is not written where it says nothing."""
    return LEFT_OUT in field.metadata


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _members(value) if is_dataclass(value) else _leaf(value)


def _leaf(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads values by the types of their fields; what does not fit becomes None and a fault."""

    faults: list[Fault]

    def read(self, kind: object, value: object, where: str) -> object:
        origin = get_origin(kind)
        if origin is UnionType:
            inner = next(one for one in get_args(kind) if one is not NoneType)
            return None if value is None else self.read(inner, value, where)
        if origin is tuple:
            return self._read_list(get_args(kind)[0], value, where)
        if origin is Mapping:
            return self._read_mapping(get_args(kind)[1], value, where)
        return self._read_one(cast("type", kind), value, where)

    def _read_one(self, kind: type, value: object, where: str) -> object:
        if is_dataclass(kind):
            return self._read_object(kind, value, where)
        found = _read_enum(kind, value) if issubclass(kind, StrEnum) else _LEAVES[kind](value)
        return self._wrong(kind.__name__, where) if found is None else found

    def _read_list(self, kind: object, value: object, where: str) -> object:
        if not isinstance(value, list):
            return self._wrong("list", where)
        return tuple(self.read(kind, one, f"{where}[{at}]") for at, one in enumerate(value))

    def _read_mapping(self, kind: object, value: object, where: str) -> object:
        if not isinstance(value, dict):
            return self._wrong("object", where)
        return {key: self.read(kind, one, _below(where, key)) for key, one in value.items()}

    def _read_object(self, kind: type, value: object, where: str) -> object:
        if not isinstance(value, dict):
            return self._wrong("object", where)
        kinds, silent = _kinds(kind), _silent(kind)
        for key in value.keys() - kinds.keys():
            self._note("This key is not known.", _below(where, key))
        missing = kinds.keys() - value.keys() - silent.keys()
        for key in missing:
            self._note("This key is missing.", _below(where, key))
        given = {key: one for key, one in kinds.items() if key in value}
        found = {key: self.read(one, value[key], _below(where, key)) for key, one in given.items()}
        for key in found.keys() & silent.keys():
            if found[key] == silent[key]:
                self._note("This key says nothing.", _below(where, key))
        return None if missing else kind(**found)

    def _wrong(self, kind: str, where: str) -> object:
        self._note(f"This is no {kind}.", where)
        return None

    def _note(self, message: str, where: str) -> None:
        self.faults.append(Fault(message=message, where=where, remedy=_REMEDY))


def _below(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


@cache
def _kinds(kind: type) -> Mapping[str, object]:
    hints = get_type_hints(kind)
    named = cast("tuple[Field[object], ...]", fields(kind))
    return {field.name: hints[field.name] for field in named}


@cache
def _silent(kind: type) -> Mapping[str, object]:
    """Return the fields that are not written where they say nothing, and what that is."""
    named = cast("tuple[Field[object], ...]", fields(kind))
    return {field.name: field.default for field in named if _may_miss(field)}


def _read_enum(kind: type, value: object) -> object:
    return next((one for one in cast("type[StrEnum]", kind) if one.value == value), None)


def _of_type(kind: type) -> Callable[[object], object]:
    # A bool is an int to Python, and not to us.
    return lambda value: value if type(value) is kind else None


_LEAVES: Mapping[type, Callable[[object], object]] = {
    str: _of_type(str),
    int: _of_type(int),
    bool: _of_type(bool),
    date: lambda value: read_day(value) if isinstance(value, str) else None,
    datetime: lambda value: read_moment(value) if isinstance(value, str) else None,
}
