"""When a decision on a dispute is carried out: by an act in the chain, never by itself.

Source: docs/decisions/0039-marks-that-hold.md
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from jobquality.ledger.acts import Act, Correction, Statement, Withdrawal

_DISPUTE, _DECISION = "dispute", "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A dispute of a publication, and what was decided on it in the entry of that number.

    `outcome` is `stays`, `corrected` or `withdrawn`; no `criteria` means the whole score.
    """

    publication: str
    criteria: tuple[str, ...]
    outcome: str
    number: int


@dataclass(slots=True, kw_only=True)
class Disputes:
    """What a chain says of disputes: each by the hash of its statement, and what carried it out."""

    ruled: dict[str, Ruled] = field(default_factory=dict)
    acts: list[Correction | Withdrawal] = field(default_factory=list)

    def take(self, body_hash: str, act: Act) -> None:
        """Follow one more act; the newest decision on a dispute counts."""
        if isinstance(act, Correction | Withdrawal):
            self.acts.append(act)
        elif not isinstance(act, Statement):
            return
        elif act.topic == _DISPUTE:
            self.ruled[body_hash] = Ruled(
                publication=act.publication, criteria=act.criteria, outcome="", number=act.number
            )
        elif act.topic == _DECISION and act.answers in self.ruled:
            outcome = act.text.partition(":")[0]
            ruled = self.ruled[act.answers]
            self.ruled[act.answers] = replace(ruled, outcome=outcome, number=act.number)

    def open_in(self, numbers: Mapping[str, int]) -> frozenset[str]:
        """Return the publications that are disputed, and nobody decided or did what was decided.

        `numbers` are the entries of all publications of one employer, by hash.
        """
        return frozenset(
            one.publication
            for one in self.ruled.values()
            if one.publication in numbers
            and (not one.outcome or not is_carried_out(one, self.acts, numbers))
        )


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
