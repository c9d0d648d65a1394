"""Every draw scored by the exact evaluator: for standards that are more than weighted means.

It is slow, a scorecard for each employer and draw, and so it is held to a stated size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from jobquality.errors import Fault, FaultsError
from jobquality.rubrics.model import Group, Rubric, Scoring
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.facts import EmployerFacts
from jobquality.scoring.robustness.columns import outcome_names
from jobquality.scoring.robustness.draws import Family, Siblings, Weighting, draw_weights
from jobquality.scoring.robustness.fit import PARTS
from jobquality.scoring.robustness.ranks import Totals, Under
from jobquality.scoring.robustness.results import Settings
from jobquality.scoring.rounding import round_to
from jobquality.scoring.score import find_scoring, score
from jobquality.scoring.scorecard import NodeScore, Scorecard

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wholes = NDArray[np.int64]

#: How many scorecards are made at most, for all employers, draws and families together.
MOST_CARDS = 100_000

_DRAWN = "drawn"
#: What does not weigh its children, so that other weights change nothing.
_UNWEIGHED = ("sum", "min", "max", "ladder", "median", "all", "any", "count")


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """What each employer got under each draw: the level by name, and the rounded total.

    A total is None where there is none; otherwise a whole number of the last digit shown.
    """

    levels: list[list[str]]
    totals: list[list[int | None]]


def weighed(total: NodeScore) -> tuple[Siblings, ...]:
    """Return every group whose children are weighed against each other."""
    groups = [node for node in total.walk() if isinstance(node.node, Group) and node.children]
    return tuple(
        Siblings(
            group=node.id,
            names=tuple(child.id for child in node.children),
            weights=tuple(child.weight for child in node.children),
        )
        for node in groups
        if isinstance(node.node, Group) and str(node.node.combine) not in _UNWEIGHED
    )


def with_weights(
    rubric: Rubric, reading: Scoring, siblings: Sequence[Siblings], weighting: Weighting, draw: int
) -> Rubric:
    """Return a standard with one more scoring, `drawn`, that has the weights of one draw."""
    weights = dict(reading.weights)
    for one in siblings:
        drawn = weighting.by_group[one.group][:, draw]
        weights |= {
            name: Fraction(int(parts)) for name, parts in zip(one.names, drawn, strict=True)
        }
    scoring = replace(reading, id=_DRAWN, weights=weights)
    return replace(rubric, scorings=(*rubric.scorings, scoring))


def one_by_one(
    cards: Sequence[Scorecard],
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    order: Sequence[int],
    settings: Settings,
) -> Iterator[Under]:
    """Yield each family, every draw of it scored by itself."""
    rubric = cards[0].rubric
    siblings = list({one.group: one for card in cards for one in weighed(card.total)}.values())
    check_weighed(siblings, rubric)
    reading = find_scoring(rubric, cards[0].scoring)
    for family in Family:
        weighting = draw_weights(
            siblings, family, draws=settings.draws, seed=settings.seed, parts=PARTS[0]
        )
        drawn = _score_draws(
            (
                with_weights(rubric, reading, siblings, weighting, draw)
                for draw in range(settings.draws)
            ),
            employers,
            parameters,
            settings,
        )
        counts = _counted(drawn.levels, rubric)
        yield Under(weighting=weighting, counts=counts, totals=_binned(drawn.totals, order))


def _score_draws(
    rubrics: Iterator[Rubric],
    employers: Sequence[EmployerFacts],
    parameters: Parameters,
    settings: Settings,
) -> _Drawn:
    levels, totals = [], []
    for rubric in rubrics:
        cards = [score(rubric, facts, parameters, scoring=_DRAWN) for facts in employers]
        levels.append([card.outcome.level for card in cards])
        totals.append([rounded_total(card, settings) for card in cards])
    return _Drawn(levels=levels, totals=totals)


def rounded_total(card: Scorecard, settings: Settings) -> int | None:
    """Return the total that ranks: the end that decides, as a whole number of its last digit.

    Where less is better it is turned round, so that more is better always.
    """
    is_lower = card.rubric.lower_is_better
    end = card.total.high if is_lower else card.total.low
    number = card.total.value if settings.by_value else end
    if number is None or card.total.is_out:
        return None
    whole = int(round_to(number, digits=settings.digits) * 10**settings.digits)
    return -whole if is_lower else whole


def check_few(rubric: Rubric, employers: int, settings: Settings, why: str) -> None:
    """Be quiet when so many employers can be scored draw by draw.

    Raises:
        FaultsError: there are too many; says why it takes so long, and how many are possible.
    """
    cards = employers * settings.draws * len(Family)
    if cards <= MOST_CARDS:
        return
    most = MOST_CARDS // len(Family) // employers
    message = (
        f"{rubric.name} has to be scored draw by draw, because {why}. "
        f"{employers} employers and {settings.draws} draws are too many for that."
    )
    fewer = f"Ask for at most {most} draws, or" if most else "Ask"
    raise FaultsError([Fault(message=message, remedy=f"{fewer} for fewer employers.")])


def check_weighed(siblings: Sequence[Siblings], rubric: Rubric) -> None:
    """Be quiet when there are weights that could be others.

    Raises:
        FaultsError: nothing is weighed against anything.
    """
    if not any(len(one.names) > 1 for one in siblings):
        message = f"Nothing in {rubric.name} is weighed, so no other weights can change it."
        raise FaultsError([Fault(message=message)])


def _counted(levels: Sequence[Sequence[str]], rubric: Rubric) -> "Wholes":
    import numpy as np  # noqa: PLC0415

    names = outcome_names(rubric)
    rows = zip(*levels, strict=True)
    return np.array([[row.count(name) for name in names] for row in rows], dtype=np.int64)


def _binned(totals: Sequence[Sequence[int | None]], order: Sequence[int]) -> Totals:
    """Return totals of draws as places among all totals there are; none at all is the worst."""
    import numpy as np  # noqa: PLC0415

    known = [total for row in totals for total in row if total is not None]
    none = min(known, default=0) - 1
    rows = [[none if row[place] is None else row[place] for place in order] for row in totals]
    values, found = np.unique(np.array(rows, dtype=object), return_inverse=True)
    bins = found.reshape(len(totals), len(order)).astype(np.int32)
    return Totals(
        employers=len(order),
        draws=len(totals),
        bins=max(1, len(values)),
        source=lambda start, end, draws: bins[draws, start:end],
    )
