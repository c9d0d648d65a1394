"""A stranger's script gets the score of any published answers, from two public files.

The samples alone do not show it: they give each figure in one way, and nearly every answer.
Here are random answers to both standards that ship: figures and their parts, gates that are
left out, looked for in vain or refused, lists nobody ticked, choices told by their points.
"""

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
import yaml

from jobquality.errors import FaultsError
from jobquality.ledger.form import dump_snapshot
from jobquality.rubrics.catalog import Edition, shipped
from jobquality.rubrics.model import AnswerKind, Criterion, State
from jobquality.rubrics.units import show_number
from jobquality.scoring.answers import AnswerError, read_answer
from jobquality.scoring.facts import EmployerFacts, Fact
from jobquality.scoring.points import bands_of, choices_of
from jobquality.scoring.score import score
from tests.pure.ledger.snapshots import snapshot_of
from tests.pure.scoring.cases import the_parameters

_SCRIPT = Path(__file__).parents[3] / "docs" / "recompute.py"
_STANDARDS = ("restaurants_us", "retail_us")
_STATES = ("unknown", "declined", "missing", "not_offered")
_HALF = 0.5
_PLAIN = ("0", "1", "2.5", "4", "5", "12", "30", "60", "200", "80000")


Run = Callable[[Edition, bytes], tuple[object, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the script in this process: one of its own would read the same standard each time."""
    monkeypatch.setattr(yaml, "load", functools.cache(yaml.load))
    code = compile(_SCRIPT.read_text("utf-8"), str(_SCRIPT), "exec")

    def ended(edition: Edition, said: bytes) -> tuple[object, str]:
        (tmp_path / "e.json").write_bytes(said)
        (tmp_path / "s.yaml").write_bytes(edition.content)
        monkeypatch.setattr(sys, "argv", ["", str(tmp_path / "e.json"), str(tmp_path / "s.yaml")])
        with pytest.raises(SystemExit) as end:
            exec(code, {"__name__": "__main__"})  # noqa: S102  # a file of this repository
        return end.value.code, capsys.readouterr().out

    return ended


def published(edition: Edition, answers: Mapping[str, str], *, tipped: str = "yes") -> bytes:
    """Return the public file of answers as somebody wrote them.

    Raises:
        FaultsError: they contradict each other.
    """
    facts = {one.criterion: one for one in _facts(edition, answers)}
    profile = {"place": "TX", "sector": "722511", "headcount": "25", "tipped_workers": tipped}
    employer = EmployerFacts(
        employer="Uno", part="", on=date(2026, 6, 1), profile=profile, facts=facts
    )
    made = snapshot_of(score(edition.rubric, employer, the_parameters()), employer)
    said = (
        replace(one, answer=facts[one.criterion].text) if one.state is State.VALUE else one
        for one in made.facts
    )
    return dump_snapshot(replace(made, facts=tuple(said))).encode()


def _facts(edition: Edition, answers: Mapping[str, str]) -> Iterator[Fact]:
    for question in edition.rubric.questions():
        name, text = question.id, answers.get(question.id, "missing")
        with contextlib.suppress(AnswerError):  # a drawn number is impossible for this question
            said = read_answer(question, text)
            if said.state is not State.MISSING:
                yield Fact(criterion=name, state=said.state, text=text, value=said.value, note="so")


def drawn(edition: Edition, draw: Random) -> dict[str, str]:
    """Return random answers; of a figure with parts, the figure, its parts or a bit of both."""
    gaps = draw.choice((0, 0.1, 0.4))
    answers = {
        one.id: draw.choice(_STATES) if draw.random() < gaps else _value(one, draw)
        for one in edition.rubric.questions()
    }
    answers["hours_worked"] = draw.choice(("70000", "80000", "unknown", "missing"))
    for one in edition.rubric.questions():
        if one.measure is not None and draw.random() < _HALF:
            answers[one.id] = draw.choice(("missing", "unknown"))
        elif one.measure is not None:
            answers |= {term.name: "missing" for term in (*one.measure.of, *one.measure.to)}
    return answers


def _value(question: Criterion, draw: Random) -> str:
    if question.kind is AnswerKind.CHOICE:
        choice = draw.choice(choices_of(question))
        return draw.choice((choice.id, str(choice.gives)))
    if question.kind is AnswerKind.CHECKLIST:
        boxes = [box.id for box in question.boxes]
        ticked = draw.sample(boxes, draw.randrange(1, len(boxes) + 1))
        return draw.choice((str(len(ticked)), "; ".join(ticked), "0"))
    starts = [one.start for one in bands_of(question)]
    edges = [show_number(start) for start in starts if isinstance(start, Fraction)]
    return draw.choice((*_PLAIN, *edges))


def at_random(edition: Edition, draw: Random) -> bytes:
    """Return the public file of random answers that do not contradict each other."""
    answers = drawn(edition, draw)
    tipped = draw.choice(("yes", "no", ""))
    while True:
        try:
            return published(edition, answers, tipped=tipped)
        except FaultsError as error:
            for fault in error.faults:
                answers |= _taken_back(edition, fault.where)


def _taken_back(edition: Edition, where: str) -> dict[str, str]:
    """Return that an answer was not given, and neither were its parts."""
    questions = {one.id: one for one in edition.rubric.questions()}
    measure = questions[where].measure
    terms = (*measure.of, *measure.to) if measure else ()
    return {where: "missing"} | {term.name: "missing" for term in terms}


def check(run: Run, times: int) -> None:
    """Publish random answers to both standards, and hold the script's scores against them."""
    draw = Random(20260601)  # noqa: S311  # for tests
    for round_ in range(times):
        edition = shipped().newest(_STANDARDS[round_ % 2])
        body = at_random(edition, draw)
        assert run(edition, body)[0] == 0, (round_, body)


def test_any_answers_to_both_standards_give_the_published_scores_again(run: Run) -> None:
    check(run, 60)


@pytest.mark.soak
def test_thousands_of_answers_give_the_published_scores_again(run: Run) -> None:
    check(run, 4000)


_CAUSES = {
    "turnover from its parts, held against a benchmark in percent": {
        "separations": "9",
        "average_headcount": "16",
    },
    "a survey of whom nobody said how many answered": {"voice_survey": "78"},
    "a survey of a number nobody knows": {"voice_survey": "78", "survey_workers": "unknown"},
    "a list that nobody answered": {"sched_notice_days": "14"},
    "a choice told by its points": {"sched_change_pay": "3"},
    "a gate looked for in vain": {"openings": "unknown", "adv_internal_promotion": "60"},
    "a part that is not offered": {"workers_enrolled": "not_offered", "hourly_workers": "20"},
    "boxes, with a mark too many": {"adv_ladder": "job_levels; skills_list;"},
}


@pytest.mark.parametrize("answers", _CAUSES.values(), ids=_CAUSES)
def test_each_way_to_answer_gives_the_published_score_again(
    run: Run, answers: dict[str, str]
) -> None:
    edition = shipped().newest("restaurants_us")
    assert run(edition, published(edition, answers))[0] == 0


def test_the_script_says_which_score_is_another_one(run: Run) -> None:
    edition = shipped().newest("restaurants_us")
    body = published(
        edition, _CAUSES["turnover from its parts, held against a benchmark in percent"]
    )
    forged = body.replace(b'"node":"total"', b'"node":"gone"')
    assert forged != body
    ended, said = run(edition, forged)
    assert (ended, said.endswith("differ: ['total']\n")) == (1, True)
