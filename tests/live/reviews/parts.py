"""An assessment, answered whole and with a source for each answer, and how it goes on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from jobquality.access.actors import Actor
from jobquality.access.states import TIME_TO_READ, AssessmentState
from jobquality.ledger.comparing import fingerprint
from jobquality.rubrics.catalog import shipped
from jobquality.scoring.facts import Grade
from jobquality.services.drafts import draft_snapshot
from jobquality.services.notices import SendNotice, send_notice
from jobquality.services.replyspeakers import come_in, decide_speaker, find_doubt
from jobquality.services.reviews import Approve, Submit, approve, submit
from jobquality.services.speakers import DecideSpeaker, Introduce
from jobquality.store.assessments import (
    Answer,
    Assessment,
    add_answers,
    add_assessment,
    find_answer,
    get_assessment,
    keep_answer,
)
from jobquality.store.database import Session
from jobquality.store.notices import Notice, get_notice
from jobquality.store.people import Person
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.web.sessions import digest_of
from tests.live.factories import NOON, stored_employer, stored_organization, stored_person

CATALOG = shipped()
ON = date(2026, 2, 20)
DAY = timedelta(days=1)
TOKEN = "the-employers-own-link"
_numbers = count(1)


def new_id() -> str:
    return f"id{next(_numbers):030}"


def answers_of_the_texas_diner() -> dict[str, str]:
    """Return the file's own worked case: what the law asks and little more."""
    rubric = CATALOG.get("restaurants_us", "2026.1")
    case = rubric.examples[0]
    known = {one.id for one in rubric.questions()}
    given = {name: text for name, text in case.answers.items() if name in known}
    return given | {one.id: "none_found" for one in rubric.critical}


class Walk:
    """Two people of one organization and an employer, and each step of an assessment."""

    catalog = CATALOG
    standard = ("restaurants_us", "2026.1")

    def __init__(self, session: Session, **but: Any) -> None:  # noqa: ANN401 - a test's own words
        self.session = session
        self.organization = stored_organization(session, **but)
        self.author = stored_person(session, self.organization)
        self.reviewer = stored_person(session, self.organization)
        self.employer = stored_employer(session, self.author)
        self.assessment_id = ""
        self.speaker_id = ""
        self.at = NOON

    @property
    def assessment(self) -> Assessment:
        return get_assessment(self.session, self.assessment_id)

    def drafted(self, answers: Mapping[str, str] | None = None) -> "Walk":
        """Write a draft with these answers, each with a source."""
        self.assessment_id = new_id()
        assessment = Assessment(
            id=self.assessment_id,
            organization_id=self.organization.id,
            employer_id=self.employer.id,
            rubric=self.standard[0],
            edition=self.standard[1],
            on=ON,
            sites=(),
            state=AssessmentState.DRAFT,
            author_id=self.author.id,
            created_at=self.at,
            changed_at=self.at,
        )
        add_assessment(self.session, assessment)
        given = answers or answers_of_the_texas_diner()
        add_answers(self.session, (self._answer(*one) for one in given.items()))
        return self

    def answered(self, criterion: str, text: str, **but: Any) -> "Walk":  # noqa: ANN401 - as above
        """Write one answer, past the service."""
        known = find_answer(self.session, self.assessment_id, criterion)
        answer = self._answer(criterion, text, **but)
        keep_answer(self.session, answer, seen=known.version if known else 0)
        return self

    def _answer(self, criterion: str, text: str, **but: Any) -> Answer:  # noqa: ANN401 - as above
        given: dict[str, Any] = {
            "assessment_id": self.assessment_id,
            "organization_id": self.organization.id,
            "criterion": criterion,
            "answer": text,
            "author_id": self.author.id,
            "answered_at": self.at,
            "on": ON,
            "grade": Grade.E2,
            "source": "Payroll records seen on 20 February 2026",
        }
        return Answer(**given | but)

    def submitted(self) -> "Walk":
        command = Submit(id=new_id(), assessment_id=self.assessment_id)
        submit(self.session, self.author.actor, command, catalog=self.catalog, at=self.at)
        return self

    def seen(self, **but: Any) -> Approve:  # noqa: ANN401 - as above
        """Return the approval of what stands there now."""
        draft = draft_snapshot(self.session, self.assessment_id, catalog=self.catalog, at=self.at)
        command = Approve(
            id=new_id(),
            assessment_id=self.assessment_id,
            version=self.assessment.version,
            seen=fingerprint(draft),
            knows_partly=True,
        )
        return replace(command, **but)

    def approved(self, **but: Any) -> "Walk":  # noqa: ANN401 - as above
        command = self.seen(**but)
        approve(self.session, self.reviewer.actor, command, catalog=self.catalog, at=self.at)
        return self

    def noticed(self, *, days: int = 14, token: str = TOKEN) -> Notice:
        command = SendNotice(
            id=new_id(),
            assessment_id=self.assessment_id,
            token_digest=digest_of(token),
            days=days,
        )
        return send_notice(
            self.session, self.author.actor, command, catalog=self.catalog, at=self.at
        )

    def came(self, token: str = TOKEN, **but: Any) -> ReplySpeaker:  # noqa: ANN401 - as above
        """Let somebody come in through the employer's link, and say who they are."""
        said: dict[str, Any] = {
            "id": new_id(),
            "name": "Ana Ruiz",
            "role": "owner",
            "contact": "ana@diner.example",
            "may_speak": True,
        }
        speaker = come_in(self.session, digest_of(token), Introduce(**said | but), at=self.at)
        self.speaker_id = speaker.id
        return speaker

    def judged(
        self, speaker: ReplySpeaker, by: Person | Actor | None = None, *, accept: bool = True
    ) -> ReplySpeaker:
        """Let somebody say whether this was the employer; the reviewer, unless named."""
        command = DecideSpeaker(
            id=speaker.id,
            seen=speaker.seen,
            is_accepted=accept,
            way="phone" if accept else "",
            reason="" if accept else "Nobody there knows her.",
        )
        actor = by if isinstance(by, Actor) else (by or self.reviewer).actor
        judged = decide_speaker(self.session, actor, command, at=self.at)
        if find_doubt(self.session, judged) is None:
            return judged
        # Who wrote something is refused by two; the maker of the link may be the second one.
        other = self.author if actor.person_id == self.reviewer.id else self.reviewer
        return decide_speaker(self.session, other.actor, command, at=self.at)

    def opened(self, token: str = TOKEN) -> Notice:
        """Let the employer come in, and be accepted by whoever did not make the link."""
        speaker = self.came(token)
        notice = get_notice(self.session, speaker.notice_id)
        is_maker = notice.sent_by == self.reviewer.id
        self.judged(speaker, self.author if is_maker else self.reviewer)
        return get_notice(self.session, notice.id)

    def later(self, **span: float) -> "Walk":
        self.at = self.at + timedelta(**span)
        return self

    def had_read(self) -> "Walk":
        """Let the employer have its days with the decision on its reply."""
        return self.later(seconds=TIME_TO_READ.total_seconds())

    def with_employer(self) -> Notice:
        """Go all the way until the employer has opened the draft."""
        self.drafted().submitted().approved().noticed()
        return self.opened()


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now
