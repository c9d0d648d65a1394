"""A guest's place: one assessment of one organization, and nothing beside it."""

from typing import Self


class OnlyAssessment(str):
    """An organization's id that opens one assessment of it, and what that rests on.

    It is a text, so that whatever opens a session for an actor's organization opens the narrow
    one for a guest: no view can forget to. `store.tenancy` reads the rest.
    """

    __slots__ = ("assessment_id", "employer_id")

    assessment_id: str
    employer_id: str

    def __new__(cls, organization_id: str, *, assessment_id: str, employer_id: str) -> Self:
        """Name an organization, one assessment of it, and the employer assessed."""
        made = super().__new__(cls, organization_id)
        made.assessment_id = assessment_id
        made.employer_id = employer_id
        return made
