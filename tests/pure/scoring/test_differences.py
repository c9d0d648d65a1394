"""What changed between two standards: the sentences say all that the hashes know."""

from itertools import count
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.catalog import shipped_parameters
from jobquality.rubrics.loader import load_rubric
from jobquality.rubrics.model import Rubric
from jobquality.scoring.differences import find_differences
from jobquality.scoring.differing_parts import ChangeKind
from jobquality.scoring.examples import run_examples
from jobquality.scoring.shares import shares_of
from tests.pure.rubrics.factories import a_rubric
from tests.pure.rubrics.fuzzing import Fuzzer, Tree, real_files, written
from tests.pure.scoring.cases import SUMMER

FUZZER = Fuzzer(real_files())
PARAMETERS = shipped_parameters()
# Two that can be read are found among many that cannot: the soak has the time for it.
some = settings(max_examples=max(1, settings().max_examples // 10))


def loaded(tree: Tree) -> Rubric | None:
    content = written(tree, Random(1)).encode("utf-8", "surrogatepass")  # noqa: S311
    try:
        return load_rubric(content, parameters=PARAMETERS.units)
    except FaultsError:
        return None


def two_standards(seed: int) -> tuple[Rubric, Rubric]:
    """Return two standards between which one thing was changed."""
    for place in count(seed):
        before, after = map(loaded, FUZZER.pair(place))
        if before is not None and after is not None:
            return before, after
    raise AssertionError


@some
@given(seed=st.integers(0, 2**64 - 1))
def test_there_is_a_sentence_for_whatever_changed_and_of_the_right_kind(seed: int) -> None:
    before, after = two_standards(seed)

    found = find_differences(before, after)

    kinds = {change.kind for change in found.changes}
    if found.kind in (None, ChangeKind.WORDING):
        assert before.scoring_hash == after.scoring_hash
        assert kinds <= {ChangeKind.WORDING}
    elif found.kind is ChangeKind.ADDITION:
        assert kinds in ({ChangeKind.ADDITION}, {ChangeKind.ADDITION, ChangeKind.WORDING})
    else:
        assert ChangeKind.SCORING in kinds


@some
@given(seed=st.integers(0, 2**64 - 1))
def test_what_cannot_move_a_level_leaves_every_test_as_it_was(seed: int) -> None:
    before, after = two_standards(seed)
    is_decisive = find_differences(before, after).kind is ChangeKind.SCORING
    assume(not is_decisive and before.examples == after.examples)

    old, new = (
        [one.message for one in run_examples(one, PARAMETERS, on=SUMMER)] for one in (before, after)
    )

    assert old == new


def test_the_shares_of_all_criteria_add_up_to_the_total() -> None:
    rubric = a_rubric()
    shares = shares_of(rubric)

    assert sum(shares[node.id] for node in rubric.root.criteria()) == shares["total"] == 1


def test_below_what_is_no_mean_there_are_no_shares() -> None:
    shares = shares_of(
        a_rubric(
            ("    weight: 40\n", "    weight: 40\n    combine: min\n"),
            ("        weight: 50\n", ""),
            ("        weight: 50\n", ""),
            ("each_dimension: 50", "each_dimension: 2"),
        )
    )

    assert set(shares) == {"total", "wages", "lowest_pay", "scheduling"}
