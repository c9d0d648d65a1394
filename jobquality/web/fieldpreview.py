"""What taking a field form in would do, in words: every answer, and all that stays outside."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from jobquality.reading.names import Names
from jobquality.reading.options import answer_words
from jobquality.schemas.fieldanswers import ReadSubmission, Unreadable, read_submission
from jobquality.schemas.fieldforms import Submission
from jobquality.schemas.fieldsheets import Together, employer_in, sort_out, together
from jobquality.scoring.answers import find_questions
from jobquality.services.assessments import RecordAnswer
from jobquality.services.fieldforms import Compared, Standing, compare
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Answer, Workers
from jobquality.wording import Speaker

#: All submissions, in what they agree.
ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What somebody sent: submissions, and what a file had besides."""

    submissions: tuple[Submission, ...]
    unknown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer of the form, and what is there; `seen` is the version of that."""

    id: str
    title: str
    form: str
    there: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoLine:
    """A photo to attach by hand."""

    id: str
    title: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The whole page. `choices` are submissions to choose from, `which` the chosen one.

    `lines` stand by how they stand to what is there; `commands` are what can be recorded.
    """

    choices: tuple[tuple[str, str], ...]
    which: str
    lines: Mapping[str, tuple[Line, ...]]
    disagree: tuple[tuple[str, tuple[str, ...]], ...]
    photos: tuple[PhotoLine, ...]
    unreadable: tuple[Unreadable, ...]
    facts: tuple[str, ...]
    unknown: str
    elsewhere: int
    kept: str
    compared: Mapping[str, Compared]

    @property
    def takes(self) -> int:
        """How many answers would be recorded without choosing anything."""
        return sum(one.standing in _FREELY for one in self.compared.values())

    @property
    def may_take(self) -> bool:
        """Whether there is anything to record."""
        return any(one.standing is not Standing.SAME for one in self.compared.values())

    def chosen(self, taken: Iterable[str]) -> tuple[RecordAnswer, ...]:
        """Return what to record; of what differs only that which was chosen, by its id."""
        wanted = set(taken)
        return tuple(
            one.command
            for name, one in self.compared.items()
            if one.standing in _FREELY or (one.standing is Standing.DIFFERS and name in wanted)
        )

    def seen(self) -> dict[str, int]:
        """Return the versions that the page shows."""
        return {name: one.command.seen for name, one in self.compared.items()}


_FREELY = (Standing.NEW, Standing.CONFIRMS, Standing.ADDS)


def read_preview(sheet: Sheet, sent: Sent, which: str, say: Speaker) -> Preview:
    """Return what the chosen submission would do to an assessment."""
    return _Reader(sheet, sent, say).preview(which)


class _Reader:
    """Reads what was sent beside one assessment."""

    def __init__(self, sheet: Sheet, sent: Sent, say: Speaker) -> None:
        self._sheet, self._sent, self._say = sheet, sent, say
        self._names = Names.of(sheet.edition, say)
        self._rubric = sheet.edition.rubric
        self._questions = find_questions(self._rubric)
        self._sorted = sort_out(
            sent.submissions, self._rubric, assessment_id=sheet.assessment.id, say=say
        )

    def preview(self, which: str) -> Preview:
        read = [self._read(one) for one in self._sorted.ours]
        by_row = {str(one.row): one for one in read}
        if len(read) == 1:
            which = str(read[0].row)
        chosen = read if which == ALL else [by_row[which]] if which in by_row else []
        said = together(chosen)
        compared = dict(self._compared(said))
        return Preview(
            choices=tuple(self._choices(read)) if len(read) > 1 else (),
            which=which if chosen else "",
            lines={
                standing.value: tuple(
                    self._line(one) for one in compared.values() if one.standing is standing
                )
                for standing in Standing
            },
            disagree=tuple(self._disagree(said)),
            photos=tuple(
                PhotoLine(id=one.criterion, title=self._names.thing(one.criterion), name=one.name)
                for one in said.photos
            ),
            unreadable=(*self._sorted.unreadable, *said.unreadable),
            facts=tuple(dict.fromkeys(text for one in chosen for text in self._facts(one))),
            unknown=self._sent.unknown,
            elsewhere=self._sorted.elsewhere,
            kept=_kept(self._sent.submissions),
            compared=compared,
        )

    def _read(self, one: Submission) -> ReadSubmission:
        return read_submission(
            one,
            self._rubric,
            assessment_id=self._sheet.assessment.id,
            today=self._sheet.today,
            say=self._say,
        )

    def _facts(self, one: ReadSubmission) -> Iterator[str]:
        """Yield what a submission says of the employer that is not on the employer's page."""
        known = self._sheet.employer.facts
        for name, said in one.facts.items():
            if said.casefold() != known.get(name, "").casefold():
                fact = self._say.spoken_or(f"profile_{name}", name.replace("_", " "))
                value = self._say.spoken_or(f"answer_{said}", said)
                yield self._say("import_fact", fact=fact, value=value)

    def _choices(self, read: Iterable[ReadSubmission]) -> Iterator[tuple[str, str]]:
        named = {one.row: employer_in(one, self._rubric) for one in self._sorted.ours}
        for one in read:
            yield (
                str(one.row),
                self._say(
                    "import_one",
                    row=one.row,
                    day=self._names.day(one.day) if one.day else self._say("import_no_day"),
                    employer=named[one.row] or self._say("import_no_employer"),
                ),
            )

    def _compared(self, said: Together) -> Iterator[tuple[str, Compared]]:
        for name, command in said.answers.items():
            there = self._sheet.answers.get(name)
            yield name, compare(self._questions[name], command, there)

    def _line(self, one: Compared) -> Line:
        command = one.command
        return Line(
            id=command.criterion,
            title=self._names.thing(command.criterion),
            form=self._words(command.criterion, command.answer, command.workers, command.note),
            there=self._there(one.there) if one.there else "",
            seen=command.seen,
        )

    def _there(self, there: Answer) -> str:
        zone = ZoneInfo(self._sheet.organization.time_zone)
        return self._say(
            "import_last_year" if there.carried else "import_there",
            answer=self._words(there.criterion, there.answer, there.workers, there.note),
            name=self._sheet.people.get(there.author_id, "–"),
            day=self._names.day(there.answered_at.astimezone(zone).date()),
        )

    def _words(self, name: str, answer: str, workers: Workers | None, note: str) -> str:
        said = [answer_words(self._names, self._questions[name], answer)]
        if workers:
            counts = {"asked": workers.asked, "confirming": workers.confirming}
            said.append(self._say("import_with_workers", **counts))
        return " · ".join(one for one in (*said, note) if one)

    def _disagree(self, said: Together) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, answers in said.disagree.items():
            rows = tuple(
                self._say(
                    "import_disagree_row",
                    row=row,
                    answer=answer_words(self._names, self._questions[name], answer),
                )
                for row, answer in answers
            )
            yield self._names.thing(name), rows


def _kept(submissions: Iterable[Submission]) -> str:
    """Return submissions as the page keeps them until somebody takes them."""
    kept = [{"row": one.row, "cells": dict(one.cells)} for one in submissions]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
