"""When a decision on a dispute is carried out: by an act in the chain, never by itself.

Source: docs/decisions/0039-marks-that-hold.md
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobquality.ledger.acts import Correction, Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A dispute of a publication, and what was decided on it in the entry of that number.

    `outcome` is `stays`, `corrected` or `withdrawn`; no `criteria` means the whole score.
    """

    publication: str
    criteria: tuple[str, ...]
    outcome: str
    number: int


def is_carried_out(
    ruled: Ruled, acts: Iterable[Correction | Withdrawal], numbers: Mapping[str, int]
) -> bool:
    """Say whether what was decided was done.

    That a score stays is done by saying so. A withdrawal is done by the act that withdraws the
    contested score; a correction by one that came after the decision, is of that score or of
    one that followed it, and touches something that was contested. `numbers` are the entries
    of all publications of the employer, by hash.
    """
    if ruled.outcome == "withdrawn":
        return any(
            isinstance(act, Withdrawal) and act.publication == ruled.publication for act in acts
        )
    if ruled.outcome == "corrected":
        return any(isinstance(act, Correction) and _rights(act, ruled, numbers) for act in acts)
    return True


def _rights(act: Correction, ruled: Ruled, numbers: Mapping[str, int]) -> bool:
    corrected, contested = numbers.get(act.corrects), numbers.get(ruled.publication)
    if corrected is None or contested is None or act.number <= ruled.number:
        return False
    touched = {one.node for one in act.differences}
    return corrected >= contested and (not ruled.criteria or bool(touched & set(ruled.criteria)))
