"""What the fields of a form for KoBo and ODK are called; the importer asks the same names.

A question's own field has the question's id. What stands beside it adds two underscores and
a word, and where a standard already uses that name, one more underscore. So a name follows
from the edition alone, and nothing is ever numbered.
"""

from collections.abc import Iterator

from jobquality.rubrics.model import Rubric
from jobquality.scoring.answers import find_questions

#: What may stand beside an answer.
STATE, REASON, MORE, ASKED, CONFIRMING, PHOTO, NOTE = (
    "state", "reason", "more", "asked", "confirming", "photo", "note",
)  # fmt: skip
#: What belongs to the whole sheet.
STANDARD, EDITION, ASSESSMENT, EMPLOYER, DAY = (
    "standard", "edition", "assessment", "employer", "day",
)  # fmt: skip
#: On a checklist: somebody looked, and not one box is true.
NONE = "none"
_FORM, _PROFILE = "form", "profile"


class FieldNames:
    """The names of the fields of one edition."""

    def __init__(self, rubric: Rubric) -> None:
        groups = (group.id for group in rubric.root.groups())
        self._taken = {*groups, *(one.id for one in find_questions(rubric).values())}

    def beside(self, name: str, part: str) -> str:
        """Return the field of what stands beside a question: `sched_notice_days__reason`."""
        return self._free(f"{name}__{part}")

    def times(self, name: str, choice: str) -> str:
        """Return the field of how often a choice of a tally was found."""
        return self._free(f"{name}__times_{choice}")

    def block(self, name: str) -> str:
        """Return the group of a question and its parts: one screen of a phone."""
        return self._free(f"{name}__screen")

    def form(self, part: str) -> str:
        """Return the field of what belongs to the whole sheet: `form__edition`."""
        return self._free(f"{_FORM}__{part}")

    def profile(self, name: str) -> str:
        """Return the field of a fact about the employer: `profile__tipped_workers`."""
        return self._free(f"{_PROFILE}__{name}")

    def none(self, boxes: Iterator[str] | tuple[str, ...]) -> str:
        """Return the choice that says that no box is true."""
        return NONE if NONE not in tuple(boxes) else f"{NONE}_"

    def _free(self, name: str) -> str:
        while name in self._taken:
            name += "_"
        return name
