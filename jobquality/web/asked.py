"""What the pages of an assessment hold: plain text, already in the reader's language."""

from dataclasses import dataclass

from jobquality.errors import Fault
from jobquality.schemas.answers import Typed
from jobquality.store.evidence import Evidence
from jobquality.web.method import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose, or one box to tick; `gives` is empty where it gives no points."""

    id: str
    text: str
    gives: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that is stored: what it says, and who gave it when; `age` is how long ago."""

    answer: str
    name: str
    day: str
    time: str
    age: str
    carried: bool
    version: int
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A dated figure for the place and day, or why there is none."""

    name: str
    title: str
    amount: str
    place: str
    source: str
    as_of: str
    due: str
    is_rate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What is said of the law beside an answer: exactly one of three wordings.

    `asks` are rows that fit the place and day and are not past their check date. Without
    one, `none` tells that somebody looked and knows of no rule; without that, nobody looked.
    `elsewhere` are laws of other places that a threshold was taken from.
    """

    asks: tuple[tuple[str, Known], ...]
    none: str
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A part that is asked at another place of the form."""

    id: str
    topic_id: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the form of a question."""

    typed: Typed
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What somebody else says to the same question.

    `kind` is `employer`, `workers` or `last`; `doubt` says that nobody knows yet who spoke,
    `differs` that it does not fit the answer. `claim_id` names an employer's claim, `documents`
    says how many came with it, and `may_take` that it can be used as the answer.
    """

    kind: str
    title: str
    answer: str
    detail: str
    note: str = ""
    doubt: str = ""
    differs: str = ""
    claim_id: str = ""
    claim_version: int = 0
    documents: int = 0
    may_take: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """An answer that came when another one was there: what it says, who wrote it and when."""

    id: str
    answer: str
    name: str
    day: str
    time: str
    source: str
    note: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultAt:
    """What keeps an answer out of the score; `id` is the question, if there is one.

    `figure` is what the dated figure is called that is missing, and `address` where the
    organization can bring it; both are empty for other reasons.
    """

    id: str
    title: str
    text: str
    language: str
    figure: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; `read` is how the standard's own page reads it.

    `now` is what it gives as it stands, `lands` the place of the band or choice that it lands
    in, `unmet` why it is not asked of this employer, `uncounted` why an answer that is there
    does not count yet.
    """

    id: str
    topic_id: str
    title: str
    ask: str
    help: str
    kind: str
    read: Question
    is_declared: bool
    options: tuple[Option, ...]
    others: tuple[str, ...]
    fits: str
    form: Form
    given: Given | None
    now: str
    lands: int | None
    unmet: str
    uncounted: FaultAt | None
    law: Law
    known: tuple[Known, ...]
    parts: "tuple[Asked, ...]"
    shared: tuple[Shared, ...]
    evidence: tuple[Evidence, ...]
    waits: tuple[Waits, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many questions are answered, of those that are asked."""

    answered: int = 0
    asked: int = 0
    to_confirm: int = 0

    @property
    def percent(self) -> int:
        """Return the part that is answered, for the picture; 100 where nothing is asked."""
        return 100 * self.answered // self.asked if self.asked else 100

    def __add__(self, other: "Progress") -> "Progress":
        """Return both together."""
        return Progress(
            answered=self.answered + other.answered,
            asked=self.asked + other.asked,
            to_confirm=self.to_confirm + other.to_confirm,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A dimension, the critical questions, or the declared levels, with its questions' ids.

    `places` are the ids under which an answer to one of them can be given, parts included.
    """

    id: str
    title: str
    weight: str
    questions: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    progress: Progress
    places: tuple[str, ...] = ()
