"""What other websites may show of an employer: its card, its badge, its row in the list."""

from dataclasses import dataclass

from jobquality.services.amends import TakenBack
from jobquality.services.known import Known
from jobquality.services.published import Published, current_of, line_of, stand_in
from jobquality.services.said import (
    has_answered_withdrawal,
    has_only_unsent,
    has_replied,
    spoken_hashes,
)
from jobquality.store.database import Session
from jobquality.store.organizations import Organization, get_organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An employer of whom nothing has its body any more: who withdrew the newest, and why."""

    known: Known
    organization: Organization
    withdrawn: TakenBack | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What holds of an employer now, as its page says it.

    `published` is the newest one where all were withdrawn; where its body is gone, with the
    name and place of an older one. It is None where no body is left, which `gone` tells. Of what
    was withdrawn, `has_replied` says whether the employer answered that.
    """

    published: Published | None
    is_withdrawn: bool
    has_replied: bool
    has_unsent: bool = False
    gone: Gone | None = None


def read_elsewhere(session: Session, slug: str) -> Elsewhere:
    """Return what holds of an employer.

    Raises:
        NotFoundError: there is no such employer, or nothing was published of it.
        IntegrityFailedError: what is gone, or is withdrawn, is so by no signed act.
    """
    line = line_of(session, slug)
    newest = line.newest
    if not line.published:
        organization = get_organization(session, newest.organization_id)
        back = line.amends.withdrawal_of(newest)
        gone = Gone(known=line.known, organization=organization, withdrawn=back)
        last_said = spoken_hashes(session).get(newest.hash)
        answered = back is not None and last_said is not None and last_said >= back.act.at
        return Elsewhere(published=None, is_withdrawn=True, has_replied=answered, gone=gone)
    current = current_of(line.published)
    last, spoken = current or line.published[-1], spoken_hashes(session)
    published = stand_in(last, None if newest.content else newest, line.amends)
    return Elsewhere(
        published=published,
        is_withdrawn=current is None,
        has_replied=has_replied(published, spoken)
        if current
        else has_answered_withdrawal(published, spoken),
        has_unsent=has_only_unsent(published, spoken),
    )
