"""What cannot be said of a cohort: each fault by name, line and what to do."""

import pytest

from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import examine_rubric
from tests.pure.rubrics.factories import faults_after, rubric_text
from tests.pure.rubrics.test_faults_of_methods import instead

FAULTS = {
    "by: minmax, from: 100": "'to' must be above 'from'. Write better: lower where less is better.",
    "by: best, from: 10, to: 9": (
        "'to' must be above 'from'. Write better: lower where less is better."
    ),
    "by: zscore, deviation: 0": "A deviation must be above 0. Write the published one.",
    "by: zscore, sets_deviation: -1": (
        "A deviation must be above 0. Write better: lower where less is better."
    ),
    "by: zscore, at_least: 3, at_most: 3": (
        "'at_most' must be above 'at_least'. Change one of them."
    ),
    "by: percentile, equals: once": "'equals: once' belongs to by: rank. Use none, half or all.",
    "by: zscore, to: 10": "'to' belongs to by: minmax, percentile, best. Leave it out here.",
    "by: rank, log: yes": "'log' belongs to by: minmax, zscore. Leave it out here.",
    "by: rank, among: others": "'among' belongs to by: percentile. Leave it out here.",
    "by: minmax, sample: yes": "'sample' belongs to by: zscore. Leave it out here.",
    "by: percentile, winsorise: {count: 1}": (
        "'winsorise' belongs to by: minmax, zscore, best. Leave it out here."
    ),
    "by: minmax, within: The Region": (
        "'The Region' is not a fact of the profile. Write within: region."
    ),
    "by: minmax, winsorise: {count: 1.5}": (
        "'count' must be a whole number above 0. Write count: 2."
    ),
    "by: minmax, winsorise: {percent: 50}": (
        "'percent' must be above 0 and under 50. Write percent: 2.5."
    ),
    "by: minmax, winsorise: {sample: yes}": (
        "'winsorise' does not say how far. Write {count: 2} or {percent: 2.5}."
    ),
    "by: minmax, winsorise: {percent: 2, count: 2}": (
        "'percent' stands for itself. Leave the other words out."
    ),
    "by: minmax, winsorise: {count: 2, sample: yes}": (
        "'sample' belongs to skewness and kurtosis. Leave it out here."
    ),
    "by: minmax, winsorise: {skewness: -2}": (
        "'skewness' is how far it may be from 0. Write a number above 0."
    ),
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_fault_says_what_is_wrong_and_where_and_what_to_do(words: str) -> None:
    found = faults_after(instead(f"        cohort: {{{words}}}\n"))

    assert f"line 11: {FAULTS[words]}" in found


@pytest.mark.parametrize(
    "words",
    [
        "by: minmax, from: 1, to: 10, better: lower, winsorise: {percent: 2.5}, log: yes",
        "by: zscore, mean: 1, deviation: 2, sets_mean: 100, sets_deviation: 15, sample: yes",
        "by: zscore, winsorise: {skewness: 2, kurtosis: 3.5, count: 5, sample: yes}",
        "by: rank, equals: once, within: profile.region",
        "by: percentile, equals: none, among: others",
        "by: best, at_most: 90",
    ],
)
def test_what_published_methods_say_has_no_fault(words: str) -> None:
    text = rubric_text(instead(f"        cohort: {{{words}}}\n"))
    _, faults = examine_rubric(text.encode(), parameters=shipped_parameters().units)

    # That a mean takes no share of a rank or a z-score is no fault of theirs.
    assert [fault.message for fault in faults.found if "'lowest_pay' " not in fault.message] == []
