"""No claim about a whole chain from a few of its sites."""

from collections.abc import Iterator, Sequence

from jobquality.errors import Fault
from jobquality.store.employers import Employer, Scope


def find_scope_faults(employer: Employer, sites: Sequence[str]) -> Iterator[Fault]:
    """Yield what stands against an assessment of these sites; none means the whole employer.

    Whoever has several sites is assessed by naming those that somebody looked at: the title
    of a scorecard then says `2 of 14 sites`, and never the whole employer.
    """
    has_several = employer.scope is Scope.CHAIN or (employer.sites_known or 0) > 1
    if has_several and not sites:
        yield Fault(
            message="This employer has several sites. Say which of them the assessment covers.",
            where="sites",
            remedy="List the sites on the page of the employer, then tick those that are covered.",
        )
