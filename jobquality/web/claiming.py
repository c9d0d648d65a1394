"""Make the team's pages of a questionnaire: its letter, and what the employer says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flask import render_template, request, url_for
from markupsafe import Markup

from jobquality.access.actors import Action
from jobquality.documents.codes import qr_svg
from jobquality.errors import Fault
from jobquality.http import current
from jobquality.reading.names import Names, day_words
from jobquality.services.claimsheets import read_claimsheet
from jobquality.services.questionnaires import is_writable
from jobquality.services.questions import topics_of
from jobquality.services.speakers import LONGEST_REASON, WAYS
from jobquality.store.assessments import get_assessment
from jobquality.store.claims import (
    Questionnaire,
    get_questionnaire,
    list_questionnaires,
    list_takings,
)
from jobquality.store.claims import Speaker as Answering
from jobquality.store.database import Session
from jobquality.store.employers import get_employer
from jobquality.store.organizations import get_organization
from jobquality.store.speakers import Standing
from jobquality.web.asked import Progress
from jobquality.web.asking import Asker
from jobquality.web.claimed import ClaimAsker, SectionRows
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.web.saving import sheet_of
from jobquality.web.visitors import current_actor
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One questionnaire as the team sees it; `state` is a word of how far it is."""

    questionnaire: Questionnaire
    state: str
    progress: Progress
    topics: tuple[str, ...]
    speakers: tuple[Answering, ...]
    sections: tuple[SectionRows, ...]

    @property
    def by_id(self) -> dict[str, Answering]:
        """Those who answer, by id."""
        return {one.id: one for one in self.speakers}

    @property
    def is_alive(self) -> bool:
        """Whether its link opens anything."""
        return self.state not in ("withdrawn", "expired")

    @property
    def pending(self) -> int:
        """How many people wait for somebody to confirm who they are."""
        return sum(one.state is Standing.PENDING for one in self.speakers)


def askings_of(assessment_id: str) -> tuple[Asking, ...]:
    """Return the questionnaires of an assessment, the newest first."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        found = tuple(_askings(session, assessment_id, here.clock()))
    return found[::-1]


def answers_page(assessment_id: str, faults: Iterable[Fault] = (), *, about: str = "") -> str:
    """Return the page of what was asked and said; `about` is the person of faulty words."""
    asker = Asker(sheet_of(assessment_id), current_speaker())
    actor = current_actor()
    zone = asker.sheet.organization.time_zone
    with current().database.reading(actor.organization_id) as session:
        takings = list_takings(session, assessment_id)
    return render_template(
        "web/claims/page.html",
        sheet=asker.sheet,
        asker=asker,
        names=asker.names,
        title=asker.title,
        askings=askings_of(assessment_id),
        taken={(one.criterion, one.answer_version): one for one in takings},
        topics=[(one, asker.names.thing(one)) for one in topics_of(asker.sheet.edition.rubric)],
        may_ask=actor.may(Action.ASSESS) and is_writable(asker.sheet.assessment),
        may_assess=actor.may(Action.ASSESS),
        may_decide=actor.may(Action.NOTIFY),
        standing=Standing,
        ways=WAYS,
        longest=LONGEST_REASON,
        typed=request.form,
        faults=tuple(faults),
        about=about,
        moment=lambda at, say: moment_words(at, zone, say),
        day=lambda on: day_words(on, current_speaker()),
    )


def letter_page(questionnaire_id: str, token: str, *, is_new_address: bool = False) -> str:
    """Return the letter to the employer, in both languages, with its link and a code of it."""
    here, actor = current(), current_actor()
    with here.database.reading(actor.organization_id) as session:
        questionnaire = get_questionnaire(session, questionnaire_id)
        assessment = get_assessment(session, questionnaire.assessment_id)
        employer = get_employer(session, assessment.employer_id)
        organization = get_organization(session, actor.organization_id)
    links = {
        language: f"{here.settings.public_url}"
        + url_for("questionnaire.door", token=token, language=language)
        for language in LANGUAGES
    }
    title = current_speaker()("claims_code_picture")
    drawn = qr_svg(links[current_speaker().language], title)
    return render_template(
        "web/claims/letter.html",
        is_new_address=is_new_address,
        questionnaire=questionnaire,
        assessment=assessment,
        employer=employer,
        organization=organization,
        person=actor.name,
        letters=[(Speaker(one), links[one]) for one in _own_first(current_speaker().language)],
        picture=Markup(drawn),  # noqa: S704 - drawn by us, its title is escaped
        topics={
            language: _topic_names(questionnaire, assessment.rubric, assessment.edition, language)
            for language in LANGUAGES
        },
        day=day_words,
    )


def _own_first(language: str) -> tuple[str, ...]:
    return (language, *(one for one in LANGUAGES if one != language))


def _topic_names(
    questionnaire: Questionnaire, rubric: str, edition: str, language: str
) -> tuple[str, ...]:
    names = Names.of(current().catalog.edition(rubric, edition), Speaker(language))
    return tuple(names.thing(one) for one in questionnaire.topics)


def _askings(session: Session, assessment_id: str, at: datetime) -> Iterator[Asking]:
    for one in list_questionnaires(session, assessment_id):
        sheet = read_claimsheet(session, one, None, catalog=current().catalog, at=at)
        asker = ClaimAsker(sheet, current_speaker())
        progress = asker.progress()
        yield Asking(
            questionnaire=one,
            state=_state(one, progress, at),
            progress=progress,
            topics=tuple(topic.title for topic in asker.topics()) if one.topics else (),
            speakers=tuple(sheet.speakers.values()),
            sections=asker.rows(),
        )


def _state(questionnaire: Questionnaire, progress: Progress, at: datetime) -> str:
    """Return the first of these words that is true."""
    true = {
        "withdrawn": questionnaire.withdrawn_at is not None,
        "sent_in": questionnaire.sent_in_at is not None,
        "expired": not questionnaire.is_alive(at),
        "answering": bool(progress.answered),
        "opened": questionnaire.opened_at is not None,
        "sent": True,
    }
    return next(word for word, is_true in true.items() if is_true)
