"""Which standards the columnar evaluator understands: all of one's words, or none."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from jobquality.rubrics import model
from jobquality.rubrics.model import Rubric

#: The words whose meaning the columnar evaluator has, by kind of node.
_WORDS: dict[type, str] = {
    model.Group: "id code line weight wording combine out_of children figures",
    model.Criterion: "id code line weight wording kind unit points boxes measure evidence "
    "critical applies counts_from allows_na read_as when",
    model.Band: "start gives grounds line cost above",
    model.Choice: "id ask gives grounds code cost",
    model.Span: "low high",
    model.Box: "id ask",
    model.Condition: "name figure equals at_least below among",
    model.Measure: "of to cap",
    model.Term: "kind name unit number",
    model.Missing: "unknown declined missing",
    model.Critical: "id code line wording source evidence allows",
    model.Floor: "name number at_most of besides",
    model.Level: "id code line wording floors months declared overrides any_of after",
    model.Rounding: "digits ties on_levels",
    model.Scoring: "id line weights when",
    model.Rubric: "id edition wording root critical levels examples scorings rounding "
    "lower_is_better advanced scoring_hash wording_hash ranks extends tailored",
}
_KNOWN = {kind: frozenset(words.split()) for kind, words in _WORDS.items()}
#: Fields that no score depends on.
_PASSED_OVER = frozenset(
    ("wording", "examples", "grounds", "unit", "scorings", "read_as", "cost", "ranks", "tailored")
)


def unknown_word(rubric: Rubric, scoring: object) -> str:
    """Return a word of the standard that is not understood, or nothing."""
    return next(_unknown(rubric), "") or next(_unknown(scoring), "")


def _unknown(thing: object) -> Iterator[str]:
    if isinstance(thing, tuple | list):
        for one in thing:
            yield from _unknown(one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield from _unknown_fields(thing)


def _unknown_fields(thing: object) -> Iterator[str]:
    known = _KNOWN.get(type(thing))
    if known is None:
        yield type(thing).__name__
        return
    for one in fields(thing):  # type: ignore[arg-type]  # asked before
        value = getattr(thing, one.name)
        if one.name not in known:
            yield from () if value == one.default else (one.name,)
        elif one.name not in _PASSED_OVER:
            yield from _unknown(value)
