"""A standard as a form for KoBo and ODK: the rows of an XLSForm, in both languages.

Names are the ids of the standard, so an answer says by itself what it answers; the edition
goes with every submission. Source: XLSForm (xlsform.org), read by pyxform.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jobquality.reading import fieldnames as part
from jobquality.reading.asked import (
    CRITICAL,
    DECLARED,
    Block,
    Topic,
    conditions_by_question,
    part_names,
    topics_of,
)
from jobquality.reading.fieldconditions import (
    Fact,
    facts_asked,
    joined,
    limits_xpath,
    literal,
    part_xpath,
    xpath_of,
)
from jobquality.reading.fieldconditions import field as ref
from jobquality.reading.fieldnames import FieldNames
from jobquality.reading.names import Names
from jobquality.reading.options import (
    has_own_state,
    kind_of,
    option_words,
    states_of,
    values_of,
)
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.model import AnswerKind, Criterion
from jobquality.scoring.answers import Question
from jobquality.wording import Speaker

#: The languages of a form, by their code.
LANGUAGES = {"en": "English (en)", "es": "Español (es)"}
_SPOKEN = ("label", "hint", "constraint_message")
_TRANSLATED = tuple(f"{what}::{title}" for what in _SPOKEN for title in LANGUAGES.values())
SURVEY = (
    "type", "name", *_TRANSLATED, "relevant", "constraint", "calculation", "default",
    "appearance", "parameters",
)  # fmt: skip
CHOICES = ("list_name", "name", *(f"label::{title}" for title in LANGUAGES.values()))
SETTINGS = ("form_title", "form_id", "version", "default_language", "style", "instance_name")
#: Wide enough to be read, small enough for a bad connection.
_PHOTO = "max-pixels=1600"
_MORE = ("workers", part.PHOTO, part.NOTE)
Row = Mapping[str, str]
Said = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilled:
    """What is known before a visit: whose assessment it is, and facts about the employer."""

    assessment_id: str
    employer: str
    slug: str = ""
    sites: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """The three sheets of a form."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: Row


def field_form(edition: Edition, known: Prefilled | None = None) -> FieldForm:
    """Return the form of an edition, blank or for one assessment."""
    writer = _Writer(edition, known)
    survey = tuple(writer.survey())
    return FieldForm(
        survey=survey, choices=tuple(writer.choices.values()), settings=writer.settings()
    )


class _Writer:
    """Writes the rows of one edition."""

    def __init__(self, edition: Edition, known: Prefilled | None) -> None:
        self._rubric = edition.rubric
        self._known = known
        self._read = {code: Names.of(edition, Speaker(code)) for code in LANGUAGES}
        self._names = FieldNames(edition.rubric)
        self._questions = {one.id: one for one in edition.rubric.questions()}
        self._around = conditions_by_question(edition.rubric)
        self.choices: dict[tuple[str, str], Row] = {}

    def survey(self) -> Iterator[Row]:
        """Yield every row in the order in which it is asked; notes the choices on the way."""
        yield from self._about()
        for topic in topics_of(self._rubric):
            yield from self._topic(topic)

    def settings(self) -> Row:
        """Return the one row of settings."""
        known = self._known
        employer, day = (ref(self._names.form(one)) for one in (part.EMPLOYER, part.DAY))
        title = f"{self._read['en'].words.title or self._rubric.id} {self._rubric.edition}"
        return {
            "form_title": f"{title}: {known.employer}" if known else title,
            # Two forms of one standard lie side by side on a server; a blank one has its id.
            "form_id": f"{self._rubric.id}__{known.assessment_id}" if known else self._rubric.id,
            "version": self._rubric.edition,
            "default_language": LANGUAGES["en"],
            "style": "pages",
            "instance_name": f"concat({employer}, ' ', {day})",
        }

    # What belongs to the whole sheet.

    def _about(self) -> Iterator[Row]:
        known, form = self._known, self._names.form
        yield self._constant(form(part.STANDARD), self._rubric.id)
        yield self._constant(form(part.EDITION), self._rubric.edition)
        label = self._say("field_about")
        yield self._row("begin_group", form("about"), label=label, appearance="field-list")
        yield self._row("note", form("warning"), label=self._say("field_warning"))
        if known:
            yield self._constant(form(part.ASSESSMENT), known.assessment_id)
            yield self._constant(form(part.EMPLOYER), known.employer)
            yield self._constant(form("slug"), known.slug)
            said = self._say("field_visit", employer=known.employer, sites=known.sites or "–")
            yield self._row("note", form("visit"), label=said)
        else:
            hint = self._say("field_employer_hint")
            yield self._row(
                "text", form(part.EMPLOYER), label=self._say("field_employer"), hint=hint
            )
        day = self._say("field_day")
        yield self._row("date", form(part.DAY), label=day, default="today()")
        for name, (kind, words) in facts_asked(self._around).items():
            yield self._fact(name, kind, words)
        yield {"type": "end_group"}

    def _fact(self, name: str, kind: Fact, words: tuple[str, ...]) -> Row:
        own = self._names.profile(name)
        value = self._known.facts.get(name, "").strip() if self._known else ""
        if value:
            return self._constant(own, value.lower())
        said = {
            code: names.say.spoken_or(f"profile_{name}", name.replace("_", " "))
            for code, names in self._read.items()
        }
        label = {code: self._read[code].say("field_fact", fact=text) for code, text in said.items()}
        if kind is Fact.NUMBER:
            return self._row("decimal", own, label=label)
        options = words if kind is Fact.WORDS else ("yes", "no")
        for one in options:
            spoken = {
                c: names.say.spoken_or(f"answer_{one}", one) for c, names in self._read.items()
            }
            self._choice(own, one, spoken)
        if kind is Fact.WORDS:
            self._choice(own, "other", self._say("field_other"))
        return self._row(f"select_one {own}", own, label=label)

    # Topics and questions.

    def _topic(self, topic: Topic) -> Iterator[Row]:
        is_own = topic.id in (CRITICAL, DECLARED)
        name = self._names.form(topic.id) if is_own else topic.id
        label = self._say(f"assess_{topic.id}") if is_own else self._called(topic.id)
        yield self._row("begin_group", name, label=label)
        for block in topic.blocks:
            yield from self._block(block)
        yield {"type": "end_group"}

    def _block(self, block: Block) -> Iterator[Row]:
        name = block.question.id
        yield self._row(
            "begin_group",
            self._names.block(name),
            label=self._called(name),
            appearance="field-list",
        )
        for one in block.parts:
            when = part_xpath(one.id, self._rubric, self._around, self._names)
            yield from self._question(one, when)
        asked = xpath_of(block.conditions, self._names, self._questions)
        named = [one for one in part_names(block.question) if one in self._questions]
        # The finished figure is asked for as long as a part is missing.
        open_part = joined((f"{ref(one)} = ''" for one in named), "or")
        yield from self._question(
            block.question, joined((one for one in (asked, open_part) if one), "and")
        )
        yield {"type": "end_group"}

    def _question(self, question: Question, relevant: str) -> Iterator[Row]:
        value = list(self._value(question, relevant))
        yield from value
        given = [one["name"] for one in value if one.get("name") and one["type"] != "begin_group"]
        if has_own_state(question):
            yield self._state(question, given, relevant)
        yield from self._beside(question, given)

    def _value(self, question: Question, relevant: str) -> Iterator[Row]:
        kind, name = kind_of(question), question.id
        label, hint = self._asks(name), self._hint(question)
        if kind is AnswerKind.TALLY:
            yield from self._tally(question, relevant)
        elif kind is AnswerKind.NUMBER:
            yield self._number(question, relevant)
        elif kind is AnswerKind.DATE:
            yield self._row("date", name, label=label, hint=hint, relevant=relevant)
        else:
            yield self._select(question, relevant)

    def _number(self, question: Question, relevant: str) -> Row:
        unit = question.unit if isinstance(question, Criterion) else None
        limits = limits_xpath(question) if isinstance(question, Criterion) else ""
        return self._row(
            "integer" if unit and unit.whole else "decimal",
            question.id,
            label=self._asks(question.id),
            hint=self._hint(question),
            constraint_message=self._say("field_limits") if limits else {},
            constraint=limits,
            relevant=relevant,
        )

    def _select(self, question: Question, relevant: str) -> Row:
        name, is_list = question.id, kind_of(question) is AnswerKind.CHECKLIST
        for one in values_of(question):
            self._choice(name, one, self._option(question, one))
        none = self._names.none(values_of(question))
        if is_list:
            self._choice(name, none, self._say("ask_no_box"))
        else:
            for one in states_of(question):
                self._choice(name, one, self._say(f"ask_{one}"))
        alone = f"not(selected(., '{none}') and count-selected(.) > 1)" if is_list else ""
        return self._row(
            f"select_multiple {name}" if is_list else f"select_one {name}",
            name,
            label=self._asks(name),
            hint=self._hint(question),
            constraint_message=self._say("field_none_alone") if is_list else {},
            constraint=alone,
            relevant=relevant,
        )

    def _tally(self, question: Question, relevant: str) -> Iterator[Row]:
        yield self._row(
            "note",
            self._names.beside(question.id, "ask"),
            label=self._asks(question.id),
            hint=self._hint(question),
            relevant=relevant,
        )
        for one in values_of(question):
            yield self._row(
                "integer",
                self._names.times(question.id, one),
                label=self._option(question, one),
                constraint_message=self._say("field_limits"),
                constraint=". >= 0 and . <= 10000",
                relevant=relevant,
            )

    def _state(self, question: Question, given: Iterable[str], relevant: str) -> Row:
        options = self._names.form("states_na" if "na" in states_of(question) else "states")
        for one in states_of(question):
            self._choice(options, one, self._say(f"ask_{one}"))
        empty = [f"{ref(one)} = ''" for one in given]
        return self._row(
            f"select_one {options}",
            self._names.beside(question.id, part.STATE),
            label=self._say("ask_instead"),
            relevant=joined((one for one in (relevant, *empty) if one), "and"),
            appearance="minimal",
        )

    def _beside(self, question: Question, given: list[str]) -> Iterator[Row]:
        names = self._names
        own = has_own_state(question)
        state = names.beside(question.id, part.STATE) if own else question.id
        if "na" in states_of(question):
            yield self._row(
                "text",
                names.beside(question.id, part.REASON),
                label=self._say("ask_na_why"),
                relevant=f"{ref(state)} = 'na'",
            )
        more, options = names.beside(question.id, part.MORE), names.form(part.MORE)
        for one in _MORE:
            self._choice(options, one, self._say(f"field_more_{one}"))
        answered = [
            f"{ref(one)} != ''" for one in dict.fromkeys((*given, *((state,) if own else ())))
        ]
        yield self._row(
            f"select_multiple {options}",
            more,
            label=self._say("field_more"),
            relevant=joined(answered, "or"),
            appearance="columns-pack",
        )
        yield from self._counts(question.id, more)
        yield self._row(
            "image",
            names.beside(question.id, part.PHOTO),
            label=self._say("field_photo"),
            hint=self._say("field_photo_hint"),
            parameters=_PHOTO,
            relevant=f"selected({ref(more)}, '{part.PHOTO}')",
        )
        yield self._row(
            "text",
            names.beside(question.id, part.NOTE),
            label=self._say("ask_note"),
            hint=self._say("ask_note_hint"),
            relevant=f"selected({ref(more)}, '{part.NOTE}')",
            appearance="multiline",
        )

    def _counts(self, name: str, more: str) -> Iterator[Row]:
        asked = self._names.beside(name, part.ASKED)
        wanted = f"selected({ref(more)}, 'workers')"
        yield self._row(
            "integer",
            asked,
            label=self._say("field_asked"),
            hint=self._say("ask_workers_hint"),
            constraint_message=self._say("field_limits"),
            constraint=". >= 1 and . <= 99999",
            relevant=wanted,
        )
        yield self._row(
            "integer",
            self._names.beside(name, part.CONFIRMING),
            label=self._say("field_confirming"),
            constraint_message=self._say("ask_more_than_asked"),
            constraint=f". >= 0 and . <= {ref(asked)}",
            relevant=wanted,
        )

    # Words.

    def _say(self, name: str, **values: object) -> Said:
        return {code: names.say(name, **values) for code, names in self._read.items()}

    def _called(self, name: str) -> Said:
        return {code: names.thing(name) for code, names in self._read.items()}

    def _asks(self, name: str) -> Said:
        return {code: names.ask(name) or names.thing(name) for code, names in self._read.items()}

    def _option(self, question: Question, one: str) -> Said:
        return {code: option_words(names, question, one) for code, names in self._read.items()}

    def _hint(self, question: Question) -> Said:
        return {code: _hint_words(names, question) for code, names in self._read.items()}

    def _choice(self, options: str, name: str, label: Said) -> None:
        row = {"list_name": options, "name": name, **_translated("label", label)}
        self.choices.setdefault((options, name), row)

    def _constant(self, name: str, value: str) -> Row:
        return {"type": "calculate", "name": name, "calculation": literal(_plain(value))}

    def _row(self, kind: str, name: str, **cells: str | Said) -> Row:
        row = {"type": kind, "name": name}
        for column, cell in cells.items():
            row |= {column: cell} if isinstance(cell, str) else _translated(column, cell)
        return row


def _hint_words(names: Names, question: Question) -> str:
    unit = question.unit if isinstance(question, Criterion) else None
    said = names.say("ask_number_in", unit=names.say(f"unit_{unit.name}")) if unit else ""
    return " ".join(one for one in (f"{said}." if said else "", names.help(question.id)) if one)


def _translated(column: str, said: Said) -> dict[str, str]:
    return {f"{column}::{LANGUAGES[code]}": _plain(text) for code, text in said.items() if text}


def _plain(text: str) -> str:
    """Return a text in which nothing is taken for the name of a field."""
    return text.replace("${", "$ {")
