"""What somebody works from at the moment: said once, and then the start of every new answer."""

from flask import request

from jobquality.http import current
from jobquality.schemas.answers import Typed, typed_in
from jobquality.schemas.working import read_working
from jobquality.services.assessments import today_of
from jobquality.store.assessments import get_assessment
from jobquality.web.languages import current_speaker
from jobquality.web.once import once
from jobquality.web.security import drop_from_visit, find_in_visit, keep_in_visit
from jobquality.web.visitors import current_actor

_WORKING = "working"


def start_of(assessment_id: str) -> Typed:
    """Return what stands beside a new answer of this assessment before anybody types."""
    kept = find_in_visit(_WORKING)
    if not kept or kept["assessment"] != assessment_id:
        return Typed()
    return Typed(source=kept["source"], grade=kept["grade"], on=kept["on"])


def keep_working(assessment_id: str) -> None:
    """Keep for this visit what somebody works from; nothing typed starts empty again.

    Raises:
        NotFoundError: there is no such assessment.
        FaultsError: a day, or a text, cannot be taken.
    """
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        get_assessment(session, assessment_id)
        today = today_of(session, actor, here.clock())
    typed = read_working(typed_in(request.form), today=today, say=current_speaker())
    once(actor, lambda _: assessment_id)
    if typed.source:
        keep_in_visit(
            _WORKING,
            {
                "assessment": assessment_id,
                "source": typed.source,
                "grade": typed.grade,
                "on": typed.on,
            },
        )
    else:
        drop_from_visit(_WORKING)
