"""Whatever stands in a bridge file, it is read or refused in words; never anything else."""

from hypothesis import given
from hypothesis import strategies as st

from jobquality.errors import FaultsError
from jobquality.rubrics.bridges import Relation, load_bridge
from jobquality.rubrics.bridging import bridge_text, propose_bridge
from jobquality.rubrics.model import Rubric
from tests.pure.rubrics.factories import a_rubric
from tests.pure.scoring.moving import editions

OLD, NEW = a_rubric(), a_rubric(("edition: 2026.1", "edition: 2027.1"))
_IDS = ("lowest_pay", "notice_days", "on_call", "openings", "Lowest Pay", "", "[]", "[on_call, a]")
_VALUES = (*_IDS, *(relation.value for relation in Relation), "{unpaid: never}", "{a: {b: c}}")
_WORDS = ("old", "new", "relation", "answers", "why", "wy")
LINKS = st.dictionaries(st.sampled_from(_WORDS), st.sampled_from(_VALUES), max_size=5)


def text_of(links: list[dict[str, str]]) -> str:
    entries = "".join(
        "  - " + "\n    ".join(f"{word}: {value}" for word, value in link.items()) + "\n"
        for link in links
        if link
    )
    return f"bridge: corner_cafes\nfrom: 2026.1\nto: 2027.1\nlinks:\n{entries}"


def is_read_or_refused(content: bytes) -> bool:
    try:
        bridge = load_bridge(content, OLD, NEW)
    except FaultsError as error:
        return all(fault.message for fault in error.faults)
    return bridge.turned().turned() == bridge


@given(st.lists(LINKS, min_size=1, max_size=4))
def test_links_of_every_shape_are_read_or_refused(links: list[dict[str, str]]) -> None:
    assert is_read_or_refused(text_of(links).encode())


@given(st.data())
def test_a_damaged_bridge_is_read_or_refused(data: st.DataObject) -> None:
    whole = bridge_text(propose_bridge(OLD, NEW), OLD, NEW)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    put = data.draw(st.text(max_size=5) | st.sampled_from(["- ", ": ", "\n", "{", "[", "&a", "*a"]))

    assert is_read_or_refused(f"{whole[:start]}{put}{whole[end:]}".encode("utf-8", "replace"))


@given(editions(), editions())
def test_every_draft_is_a_bridge_that_can_be_read(old: Rubric, new: Rubric) -> None:
    draft = propose_bridge(old, new)
    again = load_bridge(bridge_text(draft, old, new).encode(), old, new)

    assert [(link.old, link.new, link.relation, link.answers) for link in again.links] == [
        (link.old, link.new, link.relation, link.answers) for link in draft.links
    ]
