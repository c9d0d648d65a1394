"""`jobquality rubric test`: the tests of a standard, each with what it gives instead."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import click

from jobquality.cli.standards import find_edition
from jobquality.reading.numbers import count_words
from jobquality.rubrics.parameters import Parameters
from jobquality.scoring.examples import Tried, try_examples


def test_one(name: str, parameters: Parameters) -> bool:
    """Print how the tests of a standard come out; say whether there are some and all do.

    Raises:
        Refusal: the standard cannot be read or used.
    """
    rubric = find_edition(name, parameters).rubric
    tried = list(try_examples(rubric, parameters, on=datetime.now(UTC).date()))
    click.echo(f"{rubric.name}: {_counted(tried)}.")
    click.echo("".join(f"{line}\n" for one in tried for line in _told(one)), nl=False)
    return bool(tried) and not any(one.instead for one in tried)


def _counted(tried: Sequence[Tried]) -> str:
    failed = sum(1 for one in tried if one.instead)
    if not tried:
        return "it has no tests"
    passed = f"{count_words(len(tried) - failed, 'test comes', 'tests come')} out"
    return f"{passed}, {failed} {'does' if failed == 1 else 'do'} not" if failed else passed


def _told(tried: Tried) -> Iterator[str]:
    state = "does not come out" if tried.instead else "comes out"
    yield f"  line {tried.example.line}: {tried.example.ask}: {state}"
    yield from (f"    {said}" for said in tried.instead)
