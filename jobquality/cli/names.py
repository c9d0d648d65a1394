"""What people call the things of a standard, with the id that files call them by."""

from dataclasses import dataclass

from jobquality.rubrics.model import Criterion, Critical, Group, Level
from jobquality.rubrics.words import Words

Named = Group | Criterion | Critical | Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The titles of one edition in English, where it has any."""

    words: Words | None

    def of(self, thing: Named) -> str:
        """Return `Lowest base pay (wages_lowest_base_ratio)`, or the id alone."""
        title = (self.words.of(thing.id).title if self.words else "") or thing.wording.title
        label = f"{thing.code}, {thing.id}" if thing.code else thing.id
        return f"{title} ({label})" if title else label
