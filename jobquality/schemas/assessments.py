"""The form that starts an assessment."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.days import read_day
from jobquality.schemas.answers import Form
from jobquality.services.assessments import StartAssessment
from jobquality.wording import Speaker

#: The sectors that a shipped standard is made for, as the starts of NAICS codes.
_MADE_FOR = {"restaurants_us": ("722",), "retail_us": ("44", "45")}
_MOST_SITES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStart:
    """What stands in the form."""

    standard: str
    on: str
    sites: tuple[str, ...] = ()


def typed_start(form: Form) -> TypedStart:
    """Return what stands in a form that was sent."""
    return TypedStart(
        standard=form.get("standard", "")[:100],
        on=form.get("on", "")[:20],
        sites=tuple(form.getlist("site")[:_MOST_SITES]),
    )


def fits(rubric_id: str, sector: str) -> bool:
    """Say whether a standard is made for a sector."""
    return bool(sector) and sector.startswith(_MADE_FOR.get(rubric_id, ()))


def load_start(
    typed: TypedStart,
    *,
    assessment_id: str,
    employer_id: str,
    editions: Iterable[Edition],
    say: Speaker,
) -> StartAssessment:
    """Return what is to be started, by one of the editions that the organization uses.

    Raises:
        FaultsError: the standard is not one of these, or the day is none.
    """
    on = read_day(typed.on.strip())
    edition = {one.rubric.name: one for one in editions}.get(typed.standard)
    if edition is None or on is None:
        wrong = (("standard", "assess_choose_standard", edition), ("on", "assess_no_day", on))
        raise FaultsError(
            Fault(message=say(name), where=where) for where, name, found in wrong if found is None
        )
    return StartAssessment(
        id=assessment_id,
        employer_id=employer_id,
        rubric=edition.rubric.id,
        edition=edition.rubric.edition,
        on=on,
        sites=typed.sites,
    )
