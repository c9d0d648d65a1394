"""Hold what leads to a publication against what the log tells of it.

Every change of a draft, a clock, a reply, a decision, a speaker or a step is told by an event
that carries a mark. Whoever changes such a row with rights in the database has no key to say so.

Source: docs/decisions/0060-traces.md
"""

from collections.abc import Iterable, Iterator, Mapping

from jobquality.errors import Fault, check_faults
from jobquality.ledger.audit import Wrong
from jobquality.ledger.traces import Traces, find_differing, follow
from jobquality.store.database import Session
from jobquality.store.events import list_traces
from jobquality.store.marks import marker_of
from jobquality.store.traces import read_rows, rows_of

#: What the parts of rows are for people; see `wording.refused.publishing` for the other language.
WHAT: Mapping[str, str] = {
    "assessment": "The assessment's state, author or reviewer",
    "answers": "An answer or its evidence",
    "step": "A step of the review",
    "correction": "The reason of the correction",
    "draft": "The draft that the employer was shown",
    "clock": "The employer's clock",
    "time": "The answer about more time",
    "speaker": "Who speaks for the employer",
    "reply": "The employer's reply",
    "point": "The employer's reply",
    "paper": "A document of the employer's reply",
    "decision": "The decision on the reply",
    "outcome": "The decision on the reply",
    "panel": "The decision on the reply",
    "signature": "The decision on the reply",
}
_REMEDY = (
    "Nothing is published. Ask your administrator to run `jobquality verify` and to put back "
    "what was there."
)


def check_traced(session: Session, assessment_id: str) -> None:
    """Be quiet where all that leads to a publication is what the program wrote.

    Raises:
        FaultsError: something was changed past the program; names each thing.
    """
    check_faults(
        Fault(message=f"{what} was changed past the program.", remedy=_REMEDY)
        for what in _whats(find_untraced(session, assessment_id))
    )


def find_untraced(session: Session, assessment_id: str) -> tuple[str, ...]:
    """Return the parts of an assessment's rows that are not what the log tells of them.

    Each is named by what it is and its id, as `clock/ID`.
    """
    told = list_traces(session, about_id=assessment_id).get(assessment_id, [])
    return _differing(session, told, rows_of(session, assessment_id))


def find_untraced_everywhere(session: Session, organization_id: str) -> Iterator[Wrong]:
    """Yield each assessment of which something was changed past the program."""
    told = list_traces(session, organization_id=organization_id)
    rows = read_rows(session, organization_id=organization_id)
    for assessment_id in sorted(told.keys() | rows.keys()):
        found = _differing(session, told.get(assessment_id, []), rows.get(assessment_id, {}))
        if found:
            said = "; ".join(_whats(found))
            message = f"Assessment {assessment_id} was changed past the program. {said}."
            yield Wrong(number=None, message=message)


def _differing(
    session: Session, told: Iterable[Traces], rows: Mapping[str, str]
) -> tuple[str, ...]:
    marker = marker_of(session)
    if marker is None or marker.since is None:
        return ()  # nobody can prove anything here
    return find_differing(follow(told, marker.name), rows)


def _whats(names: Iterable[str]) -> list[str]:
    found = {name.partition("/")[0] for name in names}
    return list(dict.fromkeys(what for part, what in WHAT.items() if part in found))
