"""Read `cohort`: points by the place of a number among those of others."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobquality.rubrics.desk import read_within
from jobquality.rubrics.fields import Fields
from jobquality.rubrics.steps import Against, CohortReading, Equals, Winsorise

_HALF = Fraction(50)
_SCALED = (Against.MINMAX, Against.PERCENTILE, Against.BEST)
_COUNTED = (Against.RANK, Against.PERCENTILE)
_MEASURED = (Against.MINMAX, Against.ZSCORE, Against.BEST)
#: What each word is for; anywhere else it would change nothing.
_BELONGS: Mapping[str, tuple[Against, ...]] = {
    "from": _SCALED,
    "to": _SCALED,
    "mean": (Against.ZSCORE,),
    "deviation": (Against.ZSCORE,),
    "sample": (Against.ZSCORE,),
    "sets_mean": (Against.ZSCORE,),
    "sets_deviation": (Against.ZSCORE,),
    "equals": _COUNTED,
    "among": (Against.PERCENTILE,),
    "log": (Against.MINMAX, Against.ZSCORE),
    "winsorise": _MEASURED,
}


def read_cohort(fields: Fields) -> CohortReading | None:
    """Take `cohort: {by: minmax, …}`."""
    tree = fields.mapping("cohort")
    if tree is None:
        return None
    inner = Fields(tree, "'cohort'", fields.faults)
    if not inner.has("by"):
        remedy = "Add by: minmax, zscore, rank, percentile or best."
        fields.faults.add(tree.line, "'cohort' does not say how to compare.", remedy)
    by = inner.choice("by", Against, Against.MINMAX)
    for word in _BELONGS:
        _check_belongs(word, by, inner)
    equals = inner.word("equals", [one.value for one in Equals])
    read = CohortReading(
        by=by,
        low=inner.number("from"),
        high=inner.number("to"),
        mean=inner.number("mean"),
        deviation=inner.number("deviation"),
        sets_mean=inner.number("sets_mean"),
        sets_deviation=inner.number("sets_deviation"),
        at_least=inner.number("at_least"),
        at_most=inner.number("at_most"),
        lower=inner.word("better", ("higher", "lower")) == "lower",
        sample=inner.flag("sample"),
        equals=Equals(equals) if equals else None,
        winsorise=_read_winsorise(inner),
        within=read_within(inner),
        log=inner.flag("log"),
        others=inner.word("among", ("all", "others")) == "others",
    )
    inner.close()
    for message, remedy in _faults_of(read):
        fields.faults.add(inner.line, message, remedy)
    return read


def _check_belongs(word: str, by: Against, fields: Fields) -> None:
    if fields.has(word) and by not in _BELONGS[word]:
        names = ", ".join(one.value for one in _BELONGS[word])
        line = fields.line_of(word)
        fields.faults.add(line, f"'{word}' belongs to by: {names}.", "Leave it out here.")


def _read_winsorise(fields: Fields) -> Winsorise | None:
    line = fields.line_of("winsorise")
    tree = fields.mapping("winsorise")
    if tree is None:
        return None
    inner = Fields(tree, "'winsorise'", fields.faults)
    count = inner.number("count")
    read = Winsorise(
        count=None if count is None else int(count),
        percent=inner.number("percent"),
        skewness=inner.number("skewness"),
        kurtosis=inner.number("kurtosis"),
        sample=inner.flag("sample"),
    )
    inner.close()
    if count is not None and (count.denominator != 1 or count < 1):
        inner.faults.add(line, "'count' must be a whole number above 0.", "Write count: 2.")
    for message, remedy in _winsorise_faults(read):
        inner.faults.add(line, message, remedy)
    return read


def _winsorise_faults(read: Winsorise) -> Iterator[tuple[str, str]]:
    is_until = read.skewness is not None or read.kurtosis is not None
    if read.percent is not None and not 0 < read.percent < _HALF:
        yield "'percent' must be above 0 and under 50.", "Write percent: 2.5."
    if read.count is None and read.percent is None and not is_until:
        yield "'winsorise' does not say how far.", "Write {count: 2} or {percent: 2.5}."
    if read.percent is not None and (is_until or read.count is not None):
        yield "'percent' stands for itself.", "Leave the other words out."
    if read.sample and not is_until:
        yield "'sample' belongs to skewness and kurtosis.", "Leave it out here."
    if read.skewness is not None and read.skewness < 0:
        yield "'skewness' is how far it may be from 0.", "Write a number above 0."


def _faults_of(read: CohortReading) -> Iterator[tuple[str, str]]:
    if read.deviation is not None and read.deviation <= 0:
        yield "A deviation must be above 0.", "Write the published one."
    if read.sets_deviation is not None and read.sets_deviation <= 0:
        yield "A deviation must be above 0.", "Write better: lower where less is better."
    if read.by in _SCALED and (read.low or Fraction(0)) >= _top(read):
        yield "'to' must be above 'from'.", "Write better: lower where less is better."
    if read.at_least is not None and read.at_most is not None and read.at_least >= read.at_most:
        yield "'at_most' must be above 'at_least'.", "Change one of them."
    if read.equals is Equals.ONCE and read.by is not Against.RANK:
        yield "'equals: once' belongs to by: rank.", "Use none, half or all."


def _top(read: CohortReading) -> Fraction:
    return Fraction(100) if read.high is None else read.high
