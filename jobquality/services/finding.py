"""What search engines are shown the way to: of what is published, what is real and stands."""

from dataclasses import dataclass

from jobquality.services.published import list_listed
from jobquality.store.database import Session
from jobquality.store.initiatives import list_initiatives
from jobquality.store.organizations import list_organizations
from jobquality.store.standards import list_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """Public names of employers and initiatives, and the editions that organizations made."""

    employers: tuple[str, ...]
    initiatives: tuple[str, ...]
    editions: tuple[tuple[str, str], ...]


def list_findable(session: Session) -> Findable:
    """Return what anybody may look for; samples and practice are left out.

    The session belongs to every organization. Of employers it is those of whom a score stands
    that is what was signed; of initiatives, what a second person has shown.
    """
    invented = {one.id for one in list_organizations(session) if one.is_sample}
    standing = (one for one in list_listed(session) if one.is_current and not one.is_changed)
    return Findable(
        employers=tuple(
            one.known.slug for one in standing if one.publication.organization_id not in invented
        ),
        initiatives=tuple(
            one.slug
            for one in list_initiatives(session)
            if one.is_shown and one.organization_id not in invented
        ),
        editions=tuple(
            (one.rubric, one.edition)
            for one in list_own(session)
            if one.organization_id not in invented
        ),
    )
