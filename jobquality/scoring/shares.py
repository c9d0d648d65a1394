"""What each part of a standard counts of the total."""

from fractions import Fraction

from jobquality.rubrics.model import Combine, Group, Rubric
from jobquality.rubrics.units import show_number

_PERCENT = 100


def shares_of(rubric: Rubric) -> dict[str, Fraction]:
    """Return what each node counts of the total, 0 to 1, where everything applies.

    Only nodes that stand in means alone have such a share.
    """
    shares: dict[str, Fraction] = {}

    def hand_down(group: Group, share: Fraction) -> None:
        shares[group.id] = share
        if group.combine is not Combine.MEAN:
            return
        together = sum((child.weight for child in group.children), Fraction(0))
        for child in group.children:
            shares[child.id] = share * child.weight / together
            if isinstance(child, Group):
                hand_down(child, shares[child.id])

    hand_down(rubric.root, Fraction(1))
    return shares


def in_100(share: Fraction) -> str:
    """Return a share as so many in 100, with at most two decimals."""
    return show_number(Fraction(round(share * _PERCENT * _PERCENT), _PERCENT))
