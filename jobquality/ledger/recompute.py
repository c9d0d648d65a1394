"""A published score, worked out again from what was published with it and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction

from jobquality.errors import Fault, FaultsError, check_faults
from jobquality.ledger.snapshot import PublicFact, ScoreRow, Snapshot, UsedParameter, UsedRow
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.parameters import Found, Parameters
from jobquality.rubrics.places import Places
from jobquality.rubrics.rows import Limit, Lookup, Parameter, Row
from jobquality.rubrics.units import UNITS
from jobquality.scoring.answers import AnswerError, Question, find_questions, read_answer, unit_of
from jobquality.scoring.exact import exact_text, read_exact
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.periods import Period
from jobquality.scoring.score import score
from jobquality.scoring.scorecard import NodeScore, Scorecard

#: How a limit of a row is written: `{"sector": {"equals": "72"}}`, `{"headcount": {"from": "4"}}`.
_EQUALS, _FROM = "equals", "from"
_COLUMNS = tuple(field.name for field in fields(ScoreRow))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What was published and what comes out again, where the two differ."""

    where: str
    published: str
    again: str

    def __str__(self) -> str:
        """Return the difference as one line."""
        return f"{self.where}: published {self.published}, worked out again {self.again}"


def score_rows(card: Scorecard) -> tuple[ScoreRow, ...]:
    """Return the exact score of every node, the total first, in the order of the standard."""
    return tuple(_score_row(node) for node in card.total.walk())


def used_parameters(card: Scorecard) -> tuple[UsedParameter, ...]:
    """Return every dated figure that the card rests on, with every row that was compared."""
    lines = (node.line for node in card.total.walk() if node.line is not None)
    found = {one.parameter.id: one for line in lines for one in line.found}
    return tuple(_used_parameter(found[name]) for name in sorted(found))


def rebuild(snapshot: Snapshot, rubric: Rubric, places: Places) -> Scorecard:
    """Return the scorecard again from the answers and figures of the snapshot alone.

    Raises:
        FaultsError: the standard is another one than the snapshot names, or what the
            snapshot holds cannot be read or scored by it.
    """
    _check_same_rubric(snapshot, rubric)
    return score(rubric, facts_of(snapshot, rubric), parameters_of(snapshot, places))


def period_of(snapshot: Snapshot, rubric: Rubric, places: Places) -> Period:
    """Return what the published score is a function of, for holding it against another one.

    Raises:
        FaultsError: as `rebuild`.
    """
    _check_same_rubric(snapshot, rubric)
    facts, figures = facts_of(snapshot, rubric), parameters_of(snapshot, places)
    return Period(rubric=rubric, facts=facts, parameters=figures)


def recomputed(snapshot: Snapshot, rubric: Rubric, places: Places) -> tuple[Difference, ...]:
    """Return every way in which the published score is not what comes out again.

    Raises:
        FaultsError: as `rebuild`.
    """
    card = rebuild(snapshot, rubric, places)
    return (
        *_differing_rows(snapshot.scores, score_rows(card)),
        *_differing_parameters(snapshot.parameters, used_parameters(card)),
        *_differing("level", snapshot.level, card.outcome.level),
        *_differing("could_reach", snapshot.could_reach, card.outcome.could_reach),
        *_differing(
            "if_evidence_holds", snapshot.if_evidence_holds, card.outcome.if_evidence_holds
        ),
    )


def facts_of(snapshot: Snapshot, rubric: Rubric) -> EmployerFacts:
    """Return the published answers, read again by the questions of the standard.

    Raises:
        FaultsError: an answer does not say what the snapshot says of it; names every one.
    """
    questions = find_questions(rubric)
    faults: list[Fault] = []
    facts: dict[str, Fact] = {}
    for published in snapshot.facts:
        fault = _find_fault(published, questions, facts)
        if fault:
            faults.append(Fault(message=fault, where=published.criterion))
        else:
            facts[published.criterion] = _fact(published, questions[published.criterion])
    check_faults(faults)
    return EmployerFacts(
        employer=snapshot.employer.name,
        part="",
        on=snapshot.on,
        profile=snapshot.employer.profile,
        facts=facts,
    )


def parameters_of(snapshot: Snapshot, places: Places) -> Parameters:
    """Return dated figures made of the published rows only.

    Raises:
        FaultsError: a row cannot be read; names every one.
    """
    faults: list[Fault] = []
    found: dict[str, Parameter] = {}
    for used in snapshot.parameters:
        fault = "It stands twice." if used.id in found else _find_fault_of_figure(used)
        if fault:
            faults.append(Fault(message=fault, where=used.id))
        else:
            found[used.id] = _parameter(used)
    check_faults(faults)
    return Parameters(places=places, by_id=found)


def _score_row(node: NodeScore) -> ScoreRow:
    return ScoreRow(
        node=node.id,
        state=node.state,
        value=_text(node.value),
        low=_text(node.low),
        high=_text(node.high),
        answered=exact_text(node.answered),
        coverage=exact_text(node.coverage),
        confirmed=exact_text(node.confirmed),
        share=exact_text(node.share),
    )


def _text(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)


def _used_parameter(found: Found) -> UsedParameter:
    rows: list[UsedRow] = []
    for row in map(_used_row, (found.row, *found.compared)):
        if row not in rows:
            rows.append(row)
    return UsedParameter(
        id=found.parameter.id,
        unit=found.parameter.unit.name,
        lookup=found.parameter.lookup.value,
        rows=tuple(rows),
    )


def _used_row(row: Row) -> UsedRow:
    return UsedRow(
        place=row.place,
        first=row.first,
        last=row.last,
        limits={limit.name: _said_limit(limit) for limit in row.limits},
        value=exact_text(row.value),
        source=row.source,
        as_of=row.as_of,
        last_checked=row.last_checked,
        check_by=row.check_by,
    )


def _said_limit(limit: Limit) -> dict[str, str]:
    if limit.at_least is None:
        return {_EQUALS: limit.equals}
    return {_FROM: exact_text(limit.at_least)}


def _check_same_rubric(snapshot: Snapshot, rubric: Rubric) -> None:
    said = (snapshot.rubric, snapshot.edition, snapshot.scoring_hash)
    if said != (rubric.id, rubric.edition, rubric.scoring_hash):
        raise FaultsError(
            [
                Fault(
                    message=f"It was scored by {snapshot.rubric}@{snapshot.edition} with the hash "
                    f"{snapshot.scoring_hash[:12]}; this is {rubric.name} with the hash "
                    f"{rubric.scoring_hash[:12]}.",
                    where="scoring_hash",
                    remedy="Use the edition that the snapshot names.",
                )
            ]
        )


def _find_fault(
    published: PublicFact, questions: Mapping[str, Question], seen: Mapping[str, Fact]
) -> str:
    question = questions.get(published.criterion)
    if question is None or question.id != published.criterion:
        return "The standard does not ask this."
    if published.criterion in seen:
        return "It is answered twice."
    return _find_misreading(published, question)


def _find_misreading(published: PublicFact, question: Question) -> str:
    if published.unit != unit_of(question):
        return f"Its unit is '{published.unit}', the question's is '{unit_of(question)}'."
    try:
        answer = read_answer(question, published.answer, reason=published.note)
    except AnswerError as error:
        return str(error)
    is_same = answer.state is published.state
    return "" if is_same else f"It says {published.state}, and its answer reads {answer.state}."


def _fact(published: PublicFact, question: Question) -> Fact:
    answer = read_answer(question, published.answer, reason=published.note)
    return Fact(
        criterion=published.criterion,
        state=answer.state,
        text=published.answer,
        value=answer.value,
        unit=published.unit,
        grade=published.grade,
        source=published.source,
        note=published.note or answer.reason,
    )


def _find_fault_of_figure(used: UsedParameter) -> str:
    if used.unit not in UNITS or used.lookup not in set(Lookup) or not used.rows:
        return "Its unit or lookup is not known, or it has no rows."
    if not all(_is_readable(row) for row in used.rows):
        return "A row has a value or a limit that is no exact number."
    return ""


def _is_readable(row: UsedRow) -> bool:
    return read_exact(row.value) is not None and all(
        said.keys() == {_EQUALS} or (said.keys() == {_FROM} and read_exact(said[_FROM]) is not None)
        for said in row.limits.values()
    )


def _parameter(used: UsedParameter) -> Parameter:
    return Parameter(
        id=used.id,
        title="",
        unit=UNITS[used.unit],
        lookup=Lookup(used.lookup),
        rows=tuple(_row(row) for row in used.rows),
    )


def _row(used: UsedRow) -> Row:
    return Row(
        place=used.place,
        first=used.first,
        last=used.last,
        limits=tuple(_limit(name, said) for name, said in used.limits.items()),
        value=read_exact(used.value) or Fraction(0),
        source=used.source,
        as_of=used.as_of,
        last_checked=used.last_checked,
        check_by=used.check_by,
        note="",
        line=0,
    )


def _limit(name: str, said: Mapping[str, str]) -> Limit:
    if _EQUALS in said:
        return Limit(name=name, equals=said[_EQUALS])
    return Limit(name=name, at_least=read_exact(said[_FROM]))


def _differing(where: str, published: object, again: object) -> Iterator[Difference]:
    if published != again:
        yield Difference(where=where, published=str(published), again=str(again))


def _differing_rows(
    published: Iterable[ScoreRow], again: Iterable[ScoreRow]
) -> Iterator[Difference]:
    said, found = ({row.node: row for row in rows} for rows in (published, again))
    yield from _differing("nodes", " ".join(said), " ".join(found))
    for node in (name for name in said if name in found):
        for name in _COLUMNS:
            where = f"{node} {name}"
            yield from _differing(where, getattr(said[node], name), getattr(found[node], name))


def _differing_parameters(
    published: tuple[UsedParameter, ...], again: tuple[UsedParameter, ...]
) -> Iterator[Difference]:
    yield from _differing("figures", _names(published), _names(again))
    for said, found in zip(published, again, strict=False):
        if said != found:
            yield Difference(
                where=f"figure {said.id}",
                published=_in_short(said),
                again=_in_short(found),
            )


def _names(figures: Iterable[UsedParameter]) -> str:
    return " ".join(figure.id for figure in figures)


def _in_short(figure: UsedParameter) -> str:
    rows = ", ".join(f"{row.place} {row.value} from {row.first}" for row in figure.rows)
    return f"{figure.unit} {figure.lookup}: {rows}"
