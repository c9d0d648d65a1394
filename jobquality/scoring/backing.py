"""What must stand beside an answer for it to count."""

from collections.abc import Callable, Mapping

from jobquality.rubrics.model import Criterion
from jobquality.rubrics.steps import Backing, Needs
from jobquality.scoring.facts import Fact
from jobquality.scoring.points import choices_of

_ADDRESS = ("http://", "https://")


def find_lacking(question: Criterion, fact: Fact) -> tuple[Backing, int] | None:
    """Return what an answer needs and does not have, and how many letters a reason has."""
    chosen = next((one for one in choices_of(question) if one.id == fact.value), None)
    needed = [needs for needs in (question.needs, chosen.needs if chosen else None) if needs]
    lacking = (
        (one, needs.letters)
        for needs in needed
        for one in needs.backing
        if not _IS_THERE[one](needs, fact)
    )
    return next(lacking, None)


def lacking_words(lacking: tuple[Backing, int]) -> str:
    """Return what an answer lacks."""
    backing, letters = lacking
    if backing is Backing.REASON and letters > 1:
        return f"a reason of {letters} letters or more"
    return _WORDS[backing]


_WORDS = {
    Backing.REASON: "a reason",
    Backing.URL: "the address of a page (https://…)",
    Backing.FILE: "a file or a page that shows it",
}
_IS_THERE: Mapping[Backing, Callable[[Needs, Fact], bool]] = {
    Backing.REASON: lambda needs, fact: len(fact.note.strip()) >= needs.letters,
    Backing.URL: lambda _, fact: fact.source.startswith(_ADDRESS),
    Backing.FILE: lambda _, fact: bool(fact.source.strip()),
}
