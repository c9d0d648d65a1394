"""What came back from review, for the pages on which its author goes on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import g

from jobquality.access.states import AssessmentState
from jobquality.http import current
from jobquality.services.history import names_in
from jobquality.services.looks import Question, Returned, returned_of
from jobquality.store.assessments import Assessment
from jobquality.store.organizations import get_organization
from jobquality.web.moments import moment_words
from jobquality.web.visitors import current_actor
from jobquality.wording import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """How a draft came back; `time_zone` is its organization's."""

    returned: Returned
    people: Mapping[str, str]
    time_zone: str

    def who(self, person_id: str, say: Speaker) -> str:
        """Return the name of somebody who reviewed it."""
        return self.people.get(person_id) or say("looks_somebody")

    def when(self, say: Speaker) -> str:
        """Return the moment at which it came back."""
        return moment_words(self.returned.at, self.time_zone, say)

    def about(self, criterion: str) -> tuple[Question, ...]:
        """Return what was asked about one answer."""
        return tuple(one for one in self.returned.questions if one.criterion == criterion)


def asked_back() -> dict[str, Callable[[Assessment], Back | None]]:
    """Let every page ask how a draft came back; nothing is read before one does."""
    return {"came_back": _came_back}


def _came_back(assessment: Assessment) -> Back | None:
    if assessment.state is not AssessmentState.DRAFT:
        return None
    if "came_back" not in g:
        g.came_back = {}
    if assessment.id not in g.came_back:
        g.came_back[assessment.id] = _read(assessment)
    found: Back | None = g.came_back[assessment.id]
    return found


def _read(assessment: Assessment) -> Back | None:
    with current().database.reading(current_actor().organization_id) as session:
        returned = returned_of(session, assessment.id)
        if returned is None:
            return None
        return Back(
            returned=returned,
            people=names_in(session, assessment.id),
            time_zone=get_organization(session, assessment.organization_id).time_zone,
        )
