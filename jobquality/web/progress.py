"""How far an assessment is, in words: of each topic, and of the whole."""

from collections.abc import Iterable

from jobquality.web.asked import Progress, Topic
from jobquality.wording import Speaker

#: The name of the whole, beside the ids of the topics.
WHOLE = ""


def progress_words(progress: Progress, say: Speaker) -> str:
    """Return how many are answered, and how many of last time nobody has confirmed yet."""
    words = say("assess_progress", answered=progress.answered, asked=progress.asked)
    if not progress.to_confirm:
        return words
    return f"{words} · {say('assess_confirm', count=progress.to_confirm)}"


def whole_of(topics: Iterable[Topic]) -> Progress:
    """Return the progress of all topics together."""
    return sum((topic.progress for topic in topics), Progress())


def told_progress(topics: Iterable[Topic], answered: Iterable[str]) -> dict[str, list[int]]:
    """Return how far the topics are in which one of `answered` is asked, and the whole.

    Each is told in two numbers, answered and asked, and a third where some are to be confirmed:
    a save of a phone stays below 2 KB.
    """
    known, changed = tuple(topics), {*answered}
    told = {
        topic.id: _numbers(topic.progress)
        for topic in known
        if topic.progress.asked and changed & {*topic.places}
    }
    return told | {WHOLE: _numbers(whole_of(known))}


def _numbers(progress: Progress) -> list[int]:
    known = [progress.answered, progress.asked]
    return [*known, progress.to_confirm] if progress.to_confirm else known
