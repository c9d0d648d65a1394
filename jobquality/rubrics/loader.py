"""Read a rubric file: every fault at once, each with its line and what to do."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jobquality.errors import FaultsError
from jobquality.rubrics import nodes, yamltext
from jobquality.rubrics.checks import check_rubric
from jobquality.rubrics.desk import Desk, groups_ahead, read_ahead, read_wording
from jobquality.rubrics.expanding import expanded
from jobquality.rubrics.facts import check_facts
from jobquality.rubrics.fields import Faults, Fields, shown
from jobquality.rubrics.filekinds import check_kind
from jobquality.rubrics.groups import (
    CRITERIA_AT_THE_TOP,
    CRITERIA_IN_A_CRITERION,
    DIMENSIONS_IN_A_DIMENSION,
    read_root,
)
from jobquality.rubrics.hashing import scoring_hash
from jobquality.rubrics.model import TOTAL, Rounding, Rubric
from jobquality.rubrics.outcomes import read_critical, read_examples, read_levels, read_ranks
from jobquality.rubrics.readings import check_scorings, read_scorings
from jobquality.rubrics.ruling import read_rounding
from jobquality.rubrics.tailoring import Base, Tailoring, placed, tailored, with_own_lines
from jobquality.rubrics.units import Unit

#: Part 4 of docs/rubric-language.md; a test holds the two lists together.
ADVANCED = (
    "title", "about", "help", "code", CRITERIA_AT_THE_TOP, DIMENSIONS_IN_A_DIMENSION,
    CRITERIA_IN_A_CRITERION, "kind", "combine", "over", "each", "start", "out_of",
    "complete_from", "take", "enough", "requires", "counts", "weights", "range", "line", "log",
    "cohort", "above", "up_to", "scale", "scales", "needs", "cost", "reads", "read_as", "when",
    "better", "at_least", "at_most", "score", "except", "any", "after", "overrides", "exempts",
    "allows", "na", "rounding", "never_full", "ranks", "scorings", "extends", "sum", "difference",
    "largest", "smallest", "average", "count", "share", "change", "power",
    "upcoming",
)  # fmt: skip
_EDITION = re.compile(r"[12][0-9]{3}\.[1-9][0-9]{0,2}")


def load_rubric(
    content: bytes,
    *,
    parameters: Mapping[str, Unit],
    facts: Iterable[str] = (),
    base: Base | None = None,
) -> Rubric:
    """Return the standard that a file holds.

    `parameters` are the dated figures that it may name, with their units, and `facts` the
    profile facts that they depend on. `base` finds the file of an edition that this one
    extends, or raises `NotFoundError`. The texts of sibling files are not part of it.

    Raises:
        FaultsError: the file cannot be used; names every fault that could be found.
    """
    read = _examined(content, parameters, facts, base)
    read.faults.check()
    rubric = read.rubric
    if read.tailoring.bases:
        # Read once more, so that no line of another file stands for one of this.
        tree = with_own_lines(read.tailoring.tree)
        rubric = replace(_read_rubric(tree, Faults(), parameters), tailored=read.tailoring.notes)
    return replace(
        rubric,
        extends=next(iter(read.tailoring.bases), ""),
        advanced=tuple(word for word in ADVANCED if word in read.faults.words),
        scoring_hash=scoring_hash(rubric),
        wording_hash=_hash_of(content, *read.tailoring.contents),
    )


def examine_rubric(
    content: bytes,
    *,
    parameters: Mapping[str, Unit],
    facts: Iterable[str] = (),
    base: Base | None = None,
) -> tuple[Rubric, Faults]:
    """Return what could be read of a file, and every fault of it.

    Where there are faults, something harmless stands in for what could not be read: such a
    standard is fit for looking for more faults, and for nothing else. It has no hashes.

    Raises:
        FaultsError: the file is no standard at all, or of a kind of YAML that is refused.
    """
    read = _examined(content, parameters, facts, base)
    return read.rubric, read.faults


@dataclass(frozen=True, slots=True)
class _Examined:
    """A file as far as it could be read."""

    rubric: Rubric
    faults: Faults
    tailoring: Tailoring


def _examined(
    content: bytes, parameters: Mapping[str, Unit], facts: Iterable[str], base: Base | None
) -> _Examined:
    document = yamltext.parse(content)
    check_kind(document.tree, "rubric")
    faults = Faults(document.faults)
    tailoring = tailored(document.tree, faults, base)
    if tailoring.bases and not tailoring.tree.entries:
        # Of a standard that rests on one that is not there nothing more is known.
        raise FaultsError(placed(fault, tailoring.bases) for fault in faults.found)
    rubric = _read_rubric(tailoring.tree, faults, parameters)
    check_rubric(rubric, faults, parameters)
    check_scorings(rubric, faults)
    check_facts(rubric, faults, facts)
    faults.found = [placed(fault, tailoring.bases) for fault in faults.found]
    return _Examined(rubric, faults, tailoring)


def _hash_of(content: bytes, *others: bytes) -> str:
    """Return the SHA-256 of a file, and of those that it rests on where there are any."""
    found = hashlib.sha256(content)
    for other in others:
        found.update(hashlib.sha256(other).digest())
    return found.hexdigest()


def _read_rubric(raw: nodes.Mapping, faults: Faults, parameters: Mapping[str, Unit]) -> Rubric:
    tree = expanded(raw, faults)
    fields = Fields(tree, "the top of the file", faults)
    asked = read_ahead(tree)
    lower = fields.word("better", ("higher", "lower")) == "lower"
    desk = Desk(
        faults=faults,
        asked=frozenset(asked),
        figures={name: unit for name, unit in asked.items() if unit is not None},
        parameters=parameters,
        groups=groups_ahead(tree),
        lower_is_better=lower,
        relative_weights=bool(fields.word("weights", ("relative",))),
    ).inside(fields)
    rubric = Rubric(
        id=fields.id("rubric"),
        edition=_read_edition(fields),
        wording=read_wording(fields),
        root=read_root(fields, TOTAL, desk),
        critical=read_critical(fields),
        levels=read_levels(fields),
        examples=read_examples(fields),
        scorings=read_scorings(fields, desk, raw, tree),
        rounding=read_rounding(fields) or Rounding(),
        ranks=read_ranks(fields),
        lower_is_better=lower,
        advanced=(),
        scoring_hash="",
        wording_hash="",
    )
    fields.close()
    return rubric


def _read_edition(fields: Fields) -> str:
    line = fields.line_of("edition")
    edition = fields.text("edition", required=True)
    if edition and not _EDITION.fullmatch(edition):
        message = f"{shown(edition)} is not an edition."
        fields.faults.add(line, message, "Write the year and a number: 2026.1")
    return edition
