"""Robustness in plain words: a table, and sentences about who cannot be told apart."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jobquality.reading.names import FILES
from jobquality.reading.numbers import count_words, number_words
from jobquality.rubrics.model import Rubric
from jobquality.scoring.robustness.draws import CONCENTRATION
from jobquality.scoring.robustness.measured import (
    Family,
    Held,
    Pair,
    RankRange,
    Robustness,
    Standing,
)
from jobquality.scoring.rounding import round_to

#: The columns of the table that is written; shares are from 0 to 1.
_OF_FAMILY = ("same", "at_least", "rank_from", "rank_to", "rank_best", "rank_worst")
COLUMNS = (
    "employer", "part", "level", "rank",
    *(f"{name}_{family}" for family in Family for name in _OF_FAMILY),
)  # fmt: skip
NUMBERS = COLUMNS[3:]
#: How many pairs are named; further ones are counted.
_NAMED = 20
_DIGITS = 6
_HEAD = ("Employer", "Level", "Same level", "or better", "Rank", "Rank from-to")


def percent(share: Fraction) -> str:
    """Return a share as a whole percent that reads 0 or 100 only when it is."""
    shown = int(round_to(share * 100, digits=0))
    if 0 < share < 1:
        shown = min(max(shown, 1), 99)
    return f"{shown}%"


def report(found: Robustness, rubric: Rubric) -> Iterator[str]:
    """Yield the table and what it means, line by line."""
    draws = f"{found.settings.draws:,}"
    yield f"{rubric.name} under {draws} other sets of weights of each kind"
    for family, said in _FAMILIES.items():
        yield ""
        yield said
        yield from _table([_HEAD, *(_row(one, one.under[family]) for one in found.standings)])
    yield ""
    yield from _explained(found)
    yield ""
    yield from pair_lines(found)


_FAMILIES = {
    Family.AROUND: "Weights drawn around the official ones "
    f"(Dirichlet, concentration {CONCENTRATION})",
    Family.HALF: "Each weight by itself from half to one and a half times the official one",
}


def _row(standing: Standing, held: Held) -> tuple[str, ...]:
    has_level = bool(standing.level)
    return (
        _name(standing),
        FILES.level(standing.level),
        percent(held.same) if has_level else "–",
        percent(held.at_least) if has_level else "–",
        "–" if standing.rank is None else str(standing.rank),
        _from_to(held.ranks),
    )


def _from_to(ranks: RankRange | None) -> str:
    if ranks is None:
        return "–"
    return str(ranks.low) if ranks.low == ranks.high else f"{ranks.low} to {ranks.high}"


def _name(standing: Standing) -> str:
    return f"{standing.employer} ({standing.part})" if standing.part else standing.employer


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  " + "  ".join(cell.ljust(width) for cell, width in cells).rstrip()


def _explained(found: Robustness) -> Iterator[str]:
    prints = ", ".join(f"{family} {name}" for family, name in found.fingerprints.items())
    yield "Same level: in how many of the draws an employer keeps its level. Rank from-to: where"
    yield "it lies in the middle 90 of 100 draws. Only the weights change. That says nothing of"
    yield "errors in the answers, nor of whether the right questions are asked."
    yield f"Seed {found.settings.seed}; these weights: {prints}."
    if found.draw_by_draw:
        yield f"Each draw was scored by itself, because {found.draw_by_draw}."


def pair_lines(found: Robustness) -> Iterator[str]:
    """Yield who cannot be told apart, the closest first."""
    limit = percent(found.settings.unsure)
    if len([one for one in found.standings if one.rank is not None]) < 2:  # noqa: PLR2004
        return
    if not found.all_pairs:
        yield "Only neighbors in rank were compared: there are too many employers for all pairs."
    if not found.pairs:
        yield f"Any two can be told apart: their order holds in all but {limit} of the draws."
        return
    pairs = sorted(found.pairs, key=lambda pair: min(pair.above.values()))
    count = count_words(len(pairs), "pair", "pairs")
    yield f"{count} cannot be told apart: in over {limit} of draws the order turns, or is a tie."
    yield from (f"  {_pair(pair, found.standings)}" for pair in pairs[:_NAMED])
    if len(pairs) > _NAMED:
        yield f"  … and {len(pairs) - _NAMED} more."


def _pair(pair: Pair, standings: Sequence[Standing]) -> str:
    first, second = _name(standings[pair.first]), _name(standings[pair.second])
    least, most = percent(min(pair.above.values())), percent(max(pair.above.values()))
    share = least if least == most else f"{least} to {most}"
    return f"{first} and {second}: {first} is above in {share} of draws."


def records(found: Robustness) -> Iterator[dict[str, str]]:
    """Yield one row an employer for a file."""
    for one in found.standings:
        row = {"employer": one.employer, "part": one.part, "level": one.level}
        row["rank"] = "" if one.rank is None else str(one.rank)
        for family, held in one.under.items():
            cells = (*_shares(one, held), *_ranks(held.ranks))
            row |= {f"{name}_{family}": cell for name, cell in zip(_OF_FAMILY, cells, strict=True)}
        yield row


def _shares(standing: Standing, held: Held) -> tuple[str, str]:
    if not standing.level:
        return "", ""
    return number_words(held.same, digits=_DIGITS), number_words(held.at_least, digits=_DIGITS)


def _ranks(ranks: RankRange | None) -> tuple[str, ...]:
    if ranks is None:
        return ("",) * 4
    return str(ranks.low), str(ranks.high), str(ranks.best), str(ranks.worst)
