"""The calculation by which a group combines what is below it, one line for each number.

Whoever types a line into a pocket calculator gets the number behind its last `=`. What stands
in brackets with words in it is a remark, not a part of the calculation.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from jobquality.reading.calculation import Writer, writer_for
from jobquality.rubrics.model import Combine, Group
from jobquality.scoring.combining import Terms, combined, complete, is_raw, taken
from jobquality.scoring.sums import exact_sum

_ONE, _NONE = Fraction(1), Fraction(0)
_Way = Callable[[Group, Terms, Writer], str]


def sum_words(group: Group, terms: Terms) -> str:
    """Return how the numbers below a group are combined, as a calculation."""
    terms = taken(group, terms)
    if group.rules is not None:
        group = replace(group, rules=replace(group.rules, take=None))

    def result(writer: Writer) -> Fraction | None:
        return _worked_out(group, terms, writer)

    return _WAYS[group.combine](group, terms, writer_for(result))


def _worked_out(group: Group, terms: Terms, writer: Writer) -> Fraction | None:
    """Return what comes out of the numbers as they are printed; None where they do not work."""
    rules = group.rules
    if rules is not None and rules.start is not None:
        rules = replace(rules, start=writer.kept(rules.start))
    kept = Terms(
        numbers=tuple(writer.kept(one) for one in terms.numbers),
        most=tuple(None if one is None else writer.kept(one) for one in terms.most),
        weights=tuple(writer.kept(one) for one in terms.weights),
    )
    if not all(kept.weights) or writer.kept(exact_sum(terms.weights)) != exact_sum(kept.weights):
        return None
    if [bool(one) for one in kept.most] != [bool(one) for one in terms.most]:
        return None
    return combined(replace(group, rules=rules, out_of=writer.kept(group.out_of)), kept)


def _scale(group: Group, write: Writer) -> str:
    return "" if is_raw(group) or group.out_of == 1 else f" × {write(group.out_of)}"


def _shares(group: Group, terms: Terms, write: Writer) -> list[str]:
    """Return each number as a share of its most; of 1 where there is nothing to get."""
    if is_raw(group):
        return [write(number) for number in terms.numbers]
    pairs = zip(terms.numbers, terms.most, strict=True)
    return [f"{write(number)}/{write(most or _ONE)}" for number, most in pairs]


def _mean(group: Group, terms: Terms, write: Writer) -> str:
    pairs = zip(terms.weights, _shares(group, terms, write), strict=True)
    added = " + ".join(f"{write(weight)}×{share}" for weight, share in pairs)
    return f"({added}) ÷ {write(exact_sum(terms.weights))}{_scale(group, write)}"


def _sum(group: Group, terms: Terms, write: Writer) -> str:
    rules = group.rules
    added = [_times(weight, write(number), write) for weight, number in _weighed(terms)]
    if rules is not None and rules.rescaled:
        pairs = zip(terms.weights, terms.most, strict=True)
        most = [_times(weight, write(top or _NONE), write) for weight, top in pairs]
        is_empty = not any(terms.most)
        below = "1" if is_empty else f"({' + '.join(most)})"
        return f"({' + '.join(added)}) ÷ {below} × {write(group.out_of)}"
    start = [write(rules.start)] if rules is not None and rules.start is not None else []
    return " + ".join([*start, *added])


def _weighed(terms: Terms) -> list[tuple[Fraction, Fraction]]:
    return list(zip(terms.weights, terms.numbers, strict=True))


def _times(weight: Fraction, number: str, write: Writer) -> str:
    return number if weight == 1 else f"{write(weight)}×{number}"


def _product(group: Group, terms: Terms, write: Writer) -> str:
    del group
    return " × ".join(write(number) for number in terms.numbers)


def _one_of(words: str) -> _Way:
    def told(group: Group, terms: Terms, write: Writer) -> str:
        del group
        return f"{words} {', '.join(write(number) for number in terms.numbers)}"

    return told


def _geometric(group: Group, terms: Terms, write: Writer) -> str:
    shares = _shares(group, terms, write)
    if any(number <= 0 for number in terms.numbers):
        return _nothing(shares)
    raised = [
        f"({share})" if weight == 1 else f"({share})^{write(weight)}"
        for weight, share in zip(terms.weights, shares, strict=True)
    ]
    root = write(exact_sum(terms.weights))
    return f"({' × '.join(raised)})^(1/{root}){_scale(group, write)}"


def _harmonic(group: Group, terms: Terms, write: Writer) -> str:
    shares = _shares(group, terms, write)
    if any(number <= 0 for number in terms.numbers):
        return _nothing(shares)
    pairs = zip(terms.weights, shares, strict=True)
    below = " + ".join(f"{write(weight)}÷({share})" for weight, share in pairs)
    return f"{write(exact_sum(terms.weights))} ÷ ({below}){_scale(group, write)}"


def _nothing(shares: list[str]) -> str:
    return f"0 (one of these is not above 0: {', '.join(shares)})"


def _ladder(group: Group, terms: Terms, write: Writer) -> str:
    done = complete(group, terms)
    climbed = done.index(False) + 1 if False in done else len(done)
    remarks = _remarks(group, terms, write)
    rungs = zip(terms.numbers, remarks, strict=True)
    return " + ".join(f"{write(number)} {said}" for number, said in list(rungs)[:climbed])


def _remarks(group: Group, terms: Terms, write: Writer) -> list[str]:
    """Return whether each child is complete."""
    return [
        f"({'complete' if is_done else 'not complete'}: {_of_most(number, most, write)})"
        for number, most, is_done in zip(
            terms.numbers, terms.most, complete(group, terms), strict=True
        )
    ]


def _of_most(number: Fraction, most: Fraction | None, write: Writer) -> str:
    shown, limit = _bare(write(number)), "no most" if most is None else _bare(write(most))
    return f"{shown} of {limit}"


def _bare(text: str) -> str:
    return text.strip("()")


def _done(group: Group, terms: Terms, write: Writer) -> list[str]:
    done = zip(complete(group, terms), _remarks(group, terms, write), strict=True)
    return [f"{int(is_done)} {said}" for is_done, said in done]


def _every(words: str) -> _Way:
    def told(group: Group, terms: Terms, write: Writer) -> str:
        return f"{words} {', '.join(_done(group, terms, write))}"

    return told


def _count(group: Group, terms: Terms, write: Writer) -> str:
    done = zip(terms.weights, _done(group, terms, write), strict=True)
    return " + ".join(_times(weight, said, write) for weight, said in done)


def _share(group: Group, terms: Terms, write: Writer) -> str:
    below = write(exact_sum(terms.weights))
    scale = "" if group.out_of == 1 else f" × {write(group.out_of)}"
    return f"({_count(group, terms, write)}) ÷ {below}{scale}"


_WAYS: Mapping[Combine, _Way] = {
    Combine.MEAN: _mean,
    Combine.SUM: _sum,
    Combine.MIN: _one_of("lowest of"),
    Combine.MAX: _one_of("highest of"),
    Combine.MEDIAN: _one_of("median of"),
    Combine.LADDER: _ladder,
    Combine.PRODUCT: _product,
    Combine.GEOMETRIC: _geometric,
    Combine.HARMONIC: _harmonic,
    Combine.ALL: _every("all of"),
    Combine.ANY: _every("any of"),
    Combine.COUNT: _count,
    Combine.SHARE: _share,
}
