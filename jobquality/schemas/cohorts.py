"""A frozen cohort as a file: JSON in which every number is an exact text, with a hash over all."""

import json
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, cast

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.rubrics.fields import ID, nearest
from jobquality.rubrics.model import MAIN, Rubric
from jobquality.schemas.jsontext import read_json
from jobquality.schemas.pointers import UNKNOWN, a_person_can_read, faults_of, pointer
from jobquality.schemas.texts import PlainText, quoted
from jobquality.scoring.cohorts import Cohort, Key, Known, Stats
from jobquality.scoring.exact import read_exact
from jobquality.scoring.freezing import Want, Where, as_document, cohort_hash, wants_of
from jobquality.scoring.score import check_cohort, find_scoring

#: A ranking of a million employers takes less; more is no cohort.
MOST_BYTES = 64 * 1024 * 1024
_LONGEST_NAME = 200
_REQUIRED: dict[str, str | list[Any] | dict[Any, Any]] = {"required": "is missing."}
_LIST: dict[str, str | list[Any] | dict[Any, Any]] = {
    **_REQUIRED,
    "type": "must be a list.",
    "invalid": "must be a list.",
}
_ANEW = "Freeze the cohort anew: jobquality cohort RUBRIC FACTS --out FILE."


class Exact(fields.Field[Fraction]):
    """A number as exact text: `7.25`, or `1/3` where a decimal has no end."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Fraction:  # noqa: ANN401, ARG002  # marshmallow's own signature
        number = read_exact(value) if isinstance(value, str) else None
        if number is None:
            message = "is not an exact number. Write a text such as 7.25 or 1/3."
            raise ValidationError(message)
        return number


class Count(Exact):
    """A whole number above 0, as text."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Fraction:  # noqa: ANN401  # marshmallow's own signature
        number = super()._deserialize(value, attr, data, **kwargs)
        if number < 1 or number.denominator != 1:
            message = "is not a whole number above 0."
            raise ValidationError(message)
        return number


def _name() -> PlainText:
    longest = validate.Length(min=1, max=_LONGEST_NAME, error="is empty, or too long.")
    return PlainText(required=True, error_messages=_REQUIRED, validate=longest)


class _Strict(Schema):
    """Refuses every key that it does not know."""

    class Meta:
        """How marshmallow reads it."""

        unknown = RAISE

    error_messages = {"unknown": UNKNOWN, "type": "must be an object."}  # noqa: RUF012  # marshmallow's own way


class NumbersSchema(_Strict):
    """What is known of the numbers of one node, of all members or of those with one fact."""

    node = fields.String(
        required=True,
        error_messages=_REQUIRED,
        validate=validate.Regexp(ID, error="is no id."),
    )
    within = fields.String(load_default="")
    is_ = PlainText(data_key="is", load_default="")
    count = Count(required=True, error_messages=_REQUIRED)
    least = Exact()
    most = Exact()
    mean = Exact()
    deviation = Exact()
    fill_mean = Exact()
    fill_median = Exact()
    all = fields.List(Exact(), load_default=list, error_messages=_LIST)


class CohortSchema(_Strict):
    """A frozen cohort, as `jobquality cohort` writes it."""

    cohort = _name()
    scoring = _name()
    scoring_hash = _name()
    members = Count(required=True, error_messages=_REQUIRED)
    numbers = fields.Nested(NumbersSchema, many=True, required=True, error_messages=_LIST)
    hash = _name()


_SCHEMA = CohortSchema()


def dump_cohort(cohort: Cohort) -> str:
    """Return a cohort as the text of a file."""
    document = as_document(cohort) | {"hash": cohort.hash}
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def read_cohort(content: bytes, rubric: Rubric, *, scoring: str = MAIN) -> Cohort:
    """Return the cohort of a file, fit for this scoring of this standard.

    Raises:
        FaultsError: it is too large, cannot be read, was changed, or was frozen for another
            standard; names every fault with its JSON Pointer.
        NotFoundError: the standard has no such scoring.
    """
    if len(content) > MOST_BYTES:
        message = f"The file has more than {MOST_BYTES // 1024 // 1024} MB, so it is no cohort."
        raise FaultsError([Fault(message=message, remedy=_ANEW)])
    return load_cohort(read_json(content), rubric, scoring=scoring)


def load_cohort(document: object, rubric: Rubric, *, scoring: str = MAIN) -> Cohort:
    """Return the cohort of a document, fit for this scoring of this standard.

    Raises:
        FaultsError: as `read_cohort`.
        NotFoundError: the standard has no such scoring.
    """
    if not isinstance(document, dict):
        raise FaultsError([Fault(message="A cohort is a JSON object.", remedy=_ANEW)])
    try:
        given = cast("dict[str, Any]", _SCHEMA.load(document))
    except ValidationError as error:
        raise FaultsError(a_person_can_read(faults_of(_SCHEMA, error.messages))) from None
    return fit_cohort(given, rubric, scoring=scoring)


def fit_cohort(given: Mapping[str, Any], rubric: Rubric, *, scoring: str = MAIN) -> Cohort:
    """Return the cohort that `CohortSchema` has read, fit for this scoring of this standard.

    Raises:
        FaultsError: as `read_cohort`.
        NotFoundError: the standard has no such scoring.
    """
    reading = find_scoring(rubric, scoring)
    cohort = _cohort(given)
    check_cohort(cohort, rubric, reading)
    check_faults(a_person_can_read(_faults(given, cohort, wants_of(rubric, reading))))
    return cohort


def _cohort(given: Mapping[str, Any]) -> Cohort:
    name, _, edition = str(given["cohort"]).partition("@")
    return Cohort(
        rubric=name,
        edition=edition,
        scoring_hash=given["scoring_hash"],
        scoring=given["scoring"],
        members=int(given["members"]),
        stats={_key(entry): _stats(entry) for entry in given["numbers"]},
        hash=given["hash"],
    )


def _key(entry: Mapping[str, Any]) -> Key:
    return Key(node=entry["node"], within=entry["within"], group=entry["is_"])


def _stats(entry: Mapping[str, Any]) -> Stats:
    known = {one: entry[one.value] for one in sorted(Known) if one.value in entry}
    return Stats(count=int(entry["count"]), known=known, numbers=tuple(entry["all"]))


def _faults(
    given: Mapping[str, Any], cohort: Cohort, wants: Mapping[Where, Want]
) -> Iterator[Fault]:
    entries = given["numbers"]
    for place, entry in enumerate(entries):
        where = pointer("numbers", place)
        want = wants.get((entry["node"], entry["within"]))
        if want is None:
            hint = nearest(entry["node"], [node for node, _ in wants])
            message = f"{quoted(entry['node'])} is not compared so in the standard."
            yield Fault(message=message, where=where, remedy=hint)
        else:
            messages = (*_lacking(entry, want), *_impossible(entry))
            yield from (Fault(message=one, where=where, remedy=_ANEW) for one in messages)
    if len(cohort.stats) < len(entries):
        yield Fault(message="A node stands twice.", where=pointer("numbers"), remedy=_ANEW)
    if cohort_hash(cohort) != cohort.hash:
        message = "The file was changed after it was frozen: its hash does not fit."
        yield Fault(message=message, where=pointer("hash"), remedy=_ANEW)


def _lacking(entry: Mapping[str, Any], want: Want) -> Iterator[str]:
    """Yield what the standard needs and the entry does not say."""
    yield from (f"'{one}' is missing." for one in sorted(want.known) if one.value not in entry)
    if want.is_counted and not entry["all"]:
        yield "'all' is missing."
    if entry["within"] and not entry["is_"]:
        yield "'is' is missing."


def _impossible(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield what cannot be true of any numbers."""
    if entry.get("least", 0) > entry.get("most", entry.get("least", 0)):
        yield "'least' is above 'most'."
    if entry.get("deviation", 0) < 0:
        yield "'deviation' is below 0."
    if not _is_rising(entry["all"]):
        yield "'all' is not in order."
    if max(len(entry["all"]), 1) > entry["count"]:
        yield "'all' holds more than 'count'."


def _is_rising(numbers: Iterable[Fraction]) -> bool:
    return all(lower <= higher for lower, higher in pairwise(numbers))
