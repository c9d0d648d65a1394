"""What a correction changed, in plain words: the result first, then topics, then answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jobquality.ledger.acts import Correction, Difference
from jobquality.ledger.differing import TO
from jobquality.reading.names import Names, month_words
from jobquality.reading.numbers import number_words
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import TOTAL, AnswerKind, Criterion, State
from jobquality.scoring.exact import read_exact
from jobquality.scoring.points import choices_of
from jobquality.wording import Speaker

_DIGITS = 1
_STATES = frozenset(state.value for state in State)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedWords:
    """One thing that is another one now; both texts are empty where only words changed."""

    title: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionWords:
    """Everything that changed; `headline` is what changed of the result, in short."""

    headline: tuple[ChangedWords, ...]
    changes: tuple[ChangedWords, ...]


def read_correction(act: Correction, edition: Edition, say: Speaker) -> CorrectionWords:
    """Return what a correction changed, in the reader's language."""
    reader = _Reader(Names.of(edition, say), edition, say)
    topics = {group.id for group in edition.rubric.root.groups()}
    headline = [one for one in act.differences if one.node == TOTAL and _is_shown(one)]
    rest = [one for one in act.differences if one.node != TOTAL]
    ordered = sorted(rest, key=lambda one: one.node not in topics)
    return CorrectionWords(
        headline=tuple(reader.read(headline)), changes=tuple(reader.read(ordered))
    )


def _is_shown(difference: Difference) -> bool:
    return difference.what in ("score", "level")


class _Reader:
    """Says differences in one language."""

    def __init__(self, names: Names, edition: Edition, say: Speaker) -> None:
        self._names = names
        self._say = say
        self._questions = {one.id: one for one in edition.rubric.questions()}

    def read(self, differences: list[Difference]) -> Iterator[ChangedWords]:
        """Yield each difference in words."""
        for one in differences:
            yield ChangedWords(
                title=self._title(one),
                what=self._what(one),
                before=self._text(one, one.before),
                after=self._text(one, one.after),
            )

    def _what(self, one: Difference) -> str:
        """Name the part that changed; "the whole score" names itself."""
        is_named = one.node == TOTAL and one.what == "score"
        return "" if is_named else self._say(f"amends_what_{one.what}")

    def _title(self, one: Difference) -> str:
        if one.node == TOTAL:
            return self._say("amends_whole")
        if one.what == "figure":
            return self._names.figure(one.node)
        if one.what == "part":
            return self._say(f"amends_part_{one.node}")
        return self._names.thing(one.node)

    def _text(self, one: Difference, text: str) -> str:
        if not text:
            return self._say("amends_nothing") if one.before or one.after else ""
        readers: Mapping[str, Callable[[str], str]] = {
            "score": self._score,
            "level": self._names.level,
            "if_evidence_holds": self._names.level,
            "could_reach": self._names.level,
            "evidence": lambda grade: self._say(f"grade_{grade}"),
            "answer": lambda answer: self._answer(one.node, answer),
            "month": lambda month: month_words(month, self._say),
        }
        return readers[one.what](text) if one.what in readers else text

    def _score(self, text: str) -> str:
        low, _, high = text.partition(TO)
        first, last = (_number(part) for part in (low, high or low))
        return first if first == last else self._say("range", low=first, high=last)

    def _answer(self, name: str, text: str) -> str:
        return answer_words(self._names, self._questions.get(name), text)


def answer_words(names: Names, question: Criterion | None, text: str) -> str:
    """Return an answer of an earlier time as people say it; one of no question is a finding."""
    if text in _STATES:
        return names.say(f"answer_state_{text}")
    if question is None:
        return names.say.spoken_or(f"checked_{text}", text.replace("_", " "))
    return _given(names, question, text)


def _given(names: Names, question: Criterion, text: str) -> str:
    number = read_exact(text)
    if question.kind is AnswerKind.NUMBER and number is not None:
        return names.amount(number, question)
    chosen = next((one for one in choices_of(question) if one.id == text), None)
    if chosen is not None:
        return names.choice(question, chosen)
    return names.say.spoken_or(f"answer_{text}", text)


def _number(text: str) -> str:
    number = read_exact(text)
    return text if number is None else number_words(number, digits=_DIGITS)
