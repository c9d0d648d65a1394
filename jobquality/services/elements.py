"""The five elements of a sector initiative, each answered from what was recorded.

What cannot be answered says so, and what to record next. Nothing here says that one thing
led to another: activities and scores stand side by side.

Source: docs/organizer.md, where the five elements are told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jobquality.ledger.snapshot import FEWEST_WORKERS
from jobquality.store.initiatives import Activity, Kind, Way

_TO_WORKERS = (Kind.TRAINING, Kind.SERVICE)
_TO_EMPLOYERS = (Kind.CONVENING, Kind.SERVICE, Kind.TRAINING)
_TO_LAST = (Kind.POLICY_ADVOCACY, Kind.RESEARCH, Kind.ORGANIZING)
#: From here on scores can be compared over time.
_TWICE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence, by its name in the wording of initiatives, with its values."""

    name: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Everything about an initiative that the elements are answered from."""

    funding: str
    region: str
    partners: int
    activities: tuple[Activity, ...]
    is_whole_country: bool
    scorecards: tuple[int, ...]
    certificates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element: what is recorded, what is missing, and the activities that answer it."""

    number: int
    said: tuple[Said, ...]
    missing: tuple[Said, ...]
    activities: tuple[Activity, ...] = ()

    @property
    def standing(self) -> str:
        """`recorded`, `partly` or `missing`."""
        if not self.said:
            return "missing"
        return "partly" if self.missing else "recorded"


def for_everyone(activity: Activity) -> Activity:
    """Return an activity as strangers may see it: a manager must not learn who was away when.

    Where workers took part, it stands on the first day of its month, and of five or more only
    the last step of five is told. What it says of nobody keeps its day.
    """
    count = activity.workers
    if count is None:
        return activity
    told = count - count % FEWEST_WORKERS or count
    return replace(activity, on=activity.on.replace(day=1), workers=told)


def read_elements(recorded: Recorded) -> tuple[Element, ...]:
    """Return the five elements, in their order."""
    return (
        _focus(recorded),
        _leadership(recorded),
        _workers(recorded),
        _employers(recorded),
        _change(recorded),
    )


def chosen(
    recorded: Recorded, kinds: Iterable[Kind], way: Way | None = None
) -> tuple[Activity, ...]:
    """Return the activities of some kinds, and of one way where it is given."""
    wanted = set(kinds)
    return tuple(
        one for one in recorded.activities if one.kind in wanted and way in (None, one.way)
    )


def _focus(recorded: Recorded) -> Element:
    employers = len(recorded.scorecards)
    said = [Said(name="initiatives_focus_said")]
    missing = []
    if employers:
        said.append(_counted("initiatives_focus_employers", employers))
    else:
        missing.append(Said(name="initiatives_focus_no_employers"))
    if recorded.is_whole_country:
        missing.append(Said(name="initiatives_focus_wide"))
    return Element(number=1, said=tuple(said), missing=tuple(missing))


def _leadership(recorded: Recorded) -> Element:
    convenings = chosen(recorded, [Kind.CONVENING])
    parts = [
        (bool(recorded.region), Said(name="initiatives_lead_region"), "initiatives_lead_no_region"),
        (
            bool(recorded.funding),
            Said(name="initiatives_lead_funding"),
            "initiatives_lead_no_funding",
        ),
        (
            bool(recorded.partners),
            _counted("initiatives_lead_partners", recorded.partners),
            "initiatives_lead_no_partners",
        ),
        (
            bool(convenings),
            _counted("initiatives_lead_convened", len(convenings)),
            "initiatives_lead_no_convening",
        ),
    ]
    return _element(2, parts, convenings)


def _workers(recorded: Recorded) -> Element:
    found = chosen(recorded, _TO_WORKERS, Way.MOVE_UP)
    trainings = [one for one in found if one.kind is Kind.TRAINING]
    parts = [
        (
            bool(found),
            _counted("initiatives_workers_done", len(found)),
            "initiatives_workers_none",
        ),
        (
            not found or bool(trainings),
            _counted("initiatives_workers_trained", len(trainings)),
            "initiatives_workers_no_training",
        ),
    ]
    element = _element(3, parts if found else parts[:1], found)
    return _with_people(element, found) if found else element


def _with_people(element: Element, found: tuple[Activity, ...]) -> Element:
    counted = list(_people(found))
    missing = () if counted else (Said(name="initiatives_workers_uncounted"),)
    return Element(
        number=element.number,
        said=(*element.said, *counted),
        missing=(*element.missing, *missing),
        activities=found,
    )


def _people(found: tuple[Activity, ...]) -> Iterator[Said]:
    """Yield how many took part; small groups are never added, so that no sum gives them away."""
    counts = [one.workers for one in found if one.workers is not None]
    shown = sum(count for count in counts if count >= FEWEST_WORKERS)
    small = sum(1 for count in counts if count < FEWEST_WORKERS)
    if shown:
        yield _counted("initiatives_workers_people", shown)
    if small:
        yield _counted("initiatives_workers_few", small)


def _employers(recorded: Recorded) -> Element:
    found = tuple(one for one in chosen(recorded, _TO_EMPLOYERS) if one.employers)
    reached = sum(one.employers or 0 for one in found)
    plans = len(recorded.scorecards)
    parts = [
        (
            bool(found),
            _counted("initiatives_employers_reached", reached),
            "initiatives_employers_none",
        ),
        (
            bool(plans),
            _counted("initiatives_employers_plans", plans),
            "initiatives_employers_no_plans",
        ),
        (
            bool(recorded.certificates),
            _counted("initiatives_employers_certificates", recorded.certificates),
            "initiatives_employers_no_certificates",
        ),
    ]
    return _element(4, parts, found)


def _change(recorded: Recorded) -> Element:
    found = chosen(recorded, _TO_LAST, Way.IMPROVE_JOBS)
    again = sum(1 for count in recorded.scorecards if count >= _TWICE)
    parts = [
        (bool(found), _counted("initiatives_change_done", len(found)), "initiatives_change_none"),
        (bool(again), _counted("initiatives_change_scores", again), "initiatives_change_no_scores"),
    ]
    return _element(5, parts, found)


def _element(
    number: int, parts: Iterable[tuple[bool, Said, str]], activities: tuple[Activity, ...]
) -> Element:
    listed = list(parts)
    return Element(
        number=number,
        said=tuple(said for holds, said, _ in listed if holds),
        missing=tuple(Said(name=otherwise) for holds, _, otherwise in listed if not holds),
        activities=activities,
    )


def _counted(name: str, count: int) -> Said:
    return Said(name=f"{name}_one" if count == 1 else name, values={"count": count})
