"""A table of costs: what an employer's steps take, in the employer's own figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from jobquality.errors import Fault, check_faults
from jobquality.rubrics.fields import nearest, one_of
from jobquality.rubrics.model import Criterion, Rubric
from jobquality.rubrics.units import how_to_write, read_number
from jobquality.schemas.texts import quoted
from jobquality.scoring.answers import AnswerError, read_answer
from jobquality.scoring.facts import Value
from jobquality.scoring.paths.costs import Per, StepCost
from jobquality.scoring.paths.result import Doing

COLUMNS = ("criterion", "do", "answer", "cost", "per")
#: What can be done, as a table says it.
DOINGS = {"improve": Doing.IMPROVE, "prove": Doing.PROVE, "confirm": Doing.CONFIRM}
#: What a table writes for a step that the employer cannot take.
NEVER = "never"
_Known = TypeVar("_Known", Doing, Per)


def load_costs(rows: Iterable[tuple[int, Sequence[str]]], rubric: Rubric) -> tuple[StepCost, ...]:
    """Return the costs of a table; the first row is its header.

    Raises:
        FaultsError: a column, a question, an answer or a cost cannot be read; names them all.
    """
    numbered = iter(rows)
    line, header = next(numbered, (1, ()))
    reader = _Reader(rubric)
    reader.check_header(line, [name.strip() for name in header])
    check_faults(reader.faults)
    names = [name.strip() for name in header]
    costs = [
        reader.cost(line, dict(zip(names, map(str.strip, cells), strict=False)))
        for line, cells in numbered
    ]
    check_faults(reader.faults)
    return tuple(costs)


@dataclass(slots=True)
class _Reader:
    rubric: Rubric
    faults: list[Fault] = field(default_factory=list)
    line: int = 0

    def check_header(self, line: int, names: Sequence[str]) -> None:
        self.line = line
        for name in names:
            if name not in COLUMNS:
                self._fault(
                    f"{quoted(name)} is not a column of a table of costs.",
                    nearest(name, COLUMNS) or one_of(COLUMNS),
                )
        if "cost" not in names:
            self._fault("The table has no column 'cost'.", "Add it.")

    def cost(self, line: int, row: Mapping[str, str]) -> StepCost:
        self.line = line
        question = self._question(row.get("criterion", ""))
        doing = self._word(row.get("do", "") or "improve", DOINGS, "something to do")
        per = self._word(row.get("per", "") or "once", {one.value: one for one in Per}, "a 'per'")
        text = row.get("cost", "")
        cost = None if text == NEVER else read_number(text)
        if text != NEVER and (cost is None or cost < 0):
            how = how_to_write(text) if cost is None else "Write 0 or more."
            self._fault(f"{quoted(text)} is not a cost.", f"{how} Or write {NEVER}.")
        return StepCost(
            cost=cost,
            criterion=question.id if question else "",
            doing=doing or Doing.IMPROVE,
            answer=self._answer(question, row.get("answer", "")),
            per=per or Per.ONCE,
        )

    def _question(self, name: str) -> Criterion | None:
        asked = {one.id: one for one in self.rubric.questions()}
        if name and name not in asked:
            remedy = nearest(name, asked) or "Use the id of a question, or leave it empty for all."
            self._fault(f"The standard does not ask {quoted(name)}.", remedy)
        return asked.get(name)

    def _word(self, word: str, known: Mapping[str, _Known], what: str) -> _Known | None:
        if word not in known:
            self._fault(f"{quoted(word)} is not {what}.", nearest(word, known) or one_of(known))
        return known.get(word)

    def _answer(self, question: Criterion | None, text: str) -> Value | None:
        if not text or question is None:
            return None
        try:
            return read_answer(question, text).value
        except AnswerError as error:
            self._fault(str(error))
            return None

    def _fault(self, message: str, remedy: str = "") -> None:
        self.faults.append(Fault(message=message, line=self.line, remedy=remedy))
