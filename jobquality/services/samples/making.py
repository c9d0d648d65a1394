"""Make the samples by the real path, under a given clock: answer, review, notice, publish."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from jobquality.access.actors import Role
from jobquality.errors import RefusedError
from jobquality.ledger.comparing import fingerprint
from jobquality.reading.names import Names
from jobquality.rubrics.catalog import Catalog
from jobquality.scoring.facts import Grade
from jobquality.services.assessments import (
    RecordAnswer,
    StartAssessment,
    record_answer,
    start_assessment,
)
from jobquality.services.certifying import issue_certificate, offer_certificate
from jobquality.services.decisions import Decide, Decided, decide
from jobquality.services.drafts import draft_snapshot
from jobquality.services.employers import (
    EmployerCommand,
    EstablishmentCommand,
    add_employer,
    add_establishment,
)
from jobquality.services.notices import SendNotice, send_notice
from jobquality.services.organizations import OrganizationCommand, create_organization
from jobquality.services.publishing import publish
from jobquality.services.replies import ReplyCommand, Stated, reply
from jobquality.services.replyspeakers import come_in, decide_speaker
from jobquality.services.reviews import Approve, Submit, approve, submit
from jobquality.services.samples import story
from jobquality.services.samples.initiative import InitiativeWork
from jobquality.services.samples.standards import (
    EDITIONS,
    issue_sample_edition,
    with_sample_editions,
)
from jobquality.services.samples.standards import RUBRIC as SAMPLE_RUBRIC
from jobquality.services.speakers import DecideSpeaker, Introduce
from jobquality.store.assessments import Workers, get_assessment, list_answers
from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization
from jobquality.store.panels import Outcome
from jobquality.store.people import Person, add_person
from jobquality.store.publications import last_entry
from jobquality.store.rates import Rate, add_rate
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.store.samples import find_samples
from jobquality.store.tenancy import belong
from jobquality.wording import Speaker

_PEOPLE = (
    ("SAMPLE Advocate", Role.ADVOCATE),
    ("SAMPLE Reviewer", Role.REVIEWER),
    ("SAMPLE Administrator", Role.ADMINISTRATOR),
)
_FIRST = datetime(2025, 1, 13, 15, tzinfo=UTC)
#: How many days after its own day each step of a sample assessment is taken.
_SUBMITTED, _APPROVED, _SENT, _ANSWERED, _DECIDED, _PUBLISHED = 7, 9, 10, 17, 21, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What the samples are made with; `new_id` gives ids, `new_code` codes of certificates."""

    catalog: Catalog
    keys: Keyring
    new_id: Callable[[], str]
    new_code: Callable[[], str]


def make_samples(session: Session, workshop: Workshop) -> str:
    """Make the organization of samples and return its id.

    Nobody can log in as its people: they have neither an address nor a password.

    Raises:
        RefusedError: the samples are there already.
    """
    belong(session, EVERY_ORGANIZATION)
    if find_samples(session):
        raise RefusedError("The samples are there already. Remove them first to make them anew.")
    organization = create_organization(
        session, _ORGANIZATION, organization_id=workshop.new_id(), at=_FIRST, is_sample=True
    )
    belong(session, organization.id)
    team = {
        role: _add_person(session, organization, name, role, workshop) for name, role in _PEOPLE
    }
    catalog = with_sample_editions(workshop.catalog)
    making = _Making(session, replace(workshop, catalog=catalog), team)
    making.rates()
    making.employers()
    for assessment in story.ASSESSMENTS:
        making.standard(assessment.on)
        making.assessment(assessment)
    making.initiative()
    return organization.id


_ORGANIZATION = OrganizationCommand(
    name="SAMPLE Cooks and Servers Center",
    contact="sample@cooks-and-servers.example",
    region="Texas and Illinois (invented)",
    funding="Nobody: this organization is invented, to show how the service works.",
    languages=("en", "es"),
    time_zone="America/Chicago",
)


def _add_person(
    session: Session, organization: Organization, name: str, role: Role, workshop: Workshop
) -> Person:
    person = Person(
        id=workshop.new_id(),
        organization_id=organization.id,
        name=name,
        email=None,
        roles=frozenset({role}),
        language="en",
        session_key=workshop.new_id(),
        created_at=_FIRST,
    )
    add_person(session, person)
    return person


class _Making:
    """Walks the samples through everything that real people do."""

    def __init__(self, session: Session, workshop: Workshop, team: Mapping[Role, Person]) -> None:
        self._session = session
        self._workshop = workshop
        # Nobody can log in as them, so there is no login to ask for a second step.
        acting = {role: replace(one.actor, second_step=True) for role, one in team.items()}
        self._advocate = acting[Role.ADVOCATE]
        self._reviewer = acting[Role.REVIEWER]
        self._administrator = acting[Role.ADMINISTRATOR]
        self._answers = story.sample_answers()
        self._employers: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._unissued = sorted(EDITIONS)

    def rates(self) -> None:
        """Bring the invented living wage."""
        for place, first, value in story.RATES:
            places = self._workshop.catalog.parameters.places
            rate = Rate(
                id=self._workshop.new_id(),
                organization_id=self._administrator.organization_id,
                parameter="living_wage",
                place=places.find(place) or place,
                first=first,
                value=value,
                source="SAMPLE living wage, invented for these examples",
                as_of=first,
                check_by=date(first.year + 1, 1, 31),
                added_by=self._administrator.person_id,
                added_at=_FIRST,
            )
            add_rate(self._session, rate)

    def employers(self) -> None:
        """Add the invented employers with their sites."""
        for one in story.EMPLOYERS:
            employer_id = self._workshop.new_id()
            command = EmployerCommand(
                id=employer_id,
                name=one.name,
                sector=one.sector,
                place=one.place,
                headcount=one.headcount,
                profile={"tipped_workers": "yes" if one.is_tipped else "no"},
                is_another=True,
            )
            places = self._workshop.catalog.parameters.places
            add_employer(self._session, self._advocate, command, places=places, at=_FIRST)
            sites = tuple(self._add_site(employer_id, *site) for site in one.sites)
            self._employers[one.key] = employer_id, sites

    def _add_site(self, employer_id: str, name: str, address: str) -> str:
        command = EstablishmentCommand(
            id=self._workshop.new_id(), employer_id=employer_id, name=name, address=address
        )
        places = self._workshop.catalog.parameters.places
        add_establishment(self._session, self._advocate, command, places=places, at=_FIRST)
        return command.id

    def initiative(self) -> None:
        """Found the invented initiative and record what it did; a second person shows it."""
        work = InitiativeWork(
            session=self._session,
            new_id=self._workshop.new_id,
            author=self._advocate,
            shower=self._administrator,
        )
        work.found()

    def standard(self, on: date) -> None:
        """Publish the edition of the invented standard that is used from before that day on."""
        if not self._unissued or EDITIONS[self._unissued[0]] > on:
            return
        last = last_entry(self._session, self._administrator.organization_id)
        issue_sample_edition(
            self._session,
            self._workshop.catalog.edition(SAMPLE_RUBRIC, self._unissued.pop(0)),
            (self._administrator.person_id, self._reviewer.person_id),
            organization_id=self._administrator.organization_id,
            keys=self._workshop.keys,
            at=last.at + timedelta(hours=1) if last else _FIRST,
        )

    def assessment(self, told: story.SampleAssessment) -> None:
        """Take one assessment from its first answer to its publication."""
        assessment_id = self._fill_in(told)
        self._review(assessment_id, told)
        self._hear(assessment_id, told)
        self._publish(assessment_id, told)

    def _fill_in(self, told: story.SampleAssessment) -> str:
        employer_id, sites = self._employers[told.employer]
        command = StartAssessment(
            id=self._workshop.new_id(),
            employer_id=employer_id,
            rubric=told.rubric,
            edition=told.edition,
            on=told.on,
            sites=sites,
        )
        start_assessment(
            self._session,
            self._advocate,
            command,
            catalog=self._workshop.catalog,
            at=_at(told, 0),
        )
        carried = list_answers(self._session, command.id)
        for answer in self._answers[told.key]:
            known = carried.get(answer.criterion)
            said = _said(command.id, answer, told, seen=known.version if known else 0)
            record_answer(
                self._session,
                self._advocate,
                said,
                catalog=self._workshop.catalog,
                at=_at(told, 0),
            )
        return command.id

    def _review(self, assessment_id: str, told: story.SampleAssessment) -> None:
        catalog, at = self._workshop.catalog, _at(told, _APPROVED)
        handed = Submit(id=self._workshop.new_id(), assessment_id=assessment_id)
        submit(self._session, self._advocate, handed, catalog=catalog, at=_at(told, _SUBMITTED))
        seen = draft_snapshot(self._session, assessment_id, catalog=catalog, at=at)
        found = {one.criterion for one in seen.facts if one.answer == "found"}
        approval = Approve(
            id=self._workshop.new_id(),
            assessment_id=assessment_id,
            version=get_assessment(self._session, assessment_id).version,
            seen=fingerprint(seen),
            confirmed=frozenset(found),
            knows_partly=True,
        )
        approve(self._session, self._reviewer, approval, catalog=catalog, at=at)

    def _hear(self, assessment_id: str, told: story.SampleAssessment) -> None:
        token = hashlib.sha256(self._workshop.new_id().encode()).hexdigest()
        command = SendNotice(
            id=self._workshop.new_id(), assessment_id=assessment_id, token_digest=token
        )
        catalog = self._workshop.catalog
        sent = _at(told, _SENT)
        send_notice(self._session, self._advocate, command, catalog=catalog, at=sent)
        speaker = self._come_in(token, told, at=sent + timedelta(hours=2))
        if told.reply is not None:
            self._answer(speaker, told.reply, told)

    def _come_in(self, token: str, told: story.SampleAssessment, *, at: datetime) -> ReplySpeaker:
        """Let somebody of the employer in, whom the reviewer calls back."""
        name, _, role = (told.reply.by if told.reply else "SAMPLE owner").partition(" ")
        command = Introduce(
            id=hashlib.sha256(f"speaker {token}".encode()).hexdigest()[:32],
            name=name,
            role=role,
            contact="SAMPLE",
            may_speak=True,
        )
        speaker = come_in(self._session, token, command, at=at)
        accepted = DecideSpeaker(id=speaker.id, seen=speaker.seen, is_accepted=True, way="phone")
        return decide_speaker(self._session, self._reviewer, accepted, at=at + timedelta(hours=1))

    def _answer(
        self, speaker: ReplySpeaker, said: story.SampleReply, told: story.SampleAssessment
    ) -> None:
        stances = {
            name: Stated(stance=stance.value, text=text, fixed_on=said.fixed_on)
            for name, (stance, text) in said.stances.items()
        }
        command = ReplyCommand(
            speaker_id=speaker.id,
            statement=said.statement,
            stances=stances,
            is_final=True,
        )
        reply(self._session, speaker.notice_id, command, at=_at(told, _ANSWERED))
        edition = self._workshop.catalog.edition(told.rubric, told.edition)
        names = Names.of(edition, Speaker("en"))
        decision = Decide(
            id=self._workshop.new_id(),
            notice_id=speaker.notice_id,
            decision=said.decision,
            items={
                name: Decided(outcome=Outcome.STAYS, reason=why)
                for name, why in said.reasons.items()
            },
            titles={name: names.thing(name) for name in said.reasons},
        )
        decide(self._session, self._reviewer, decision, at=_at(told, _DECIDED))

    def _publish(self, assessment_id: str, told: story.SampleAssessment) -> None:
        catalog, keys, at = self._workshop.catalog, self._workshop.keys, _at(told, _PUBLISHED)
        actor = self._administrator
        done = publish(self._session, actor, assessment_id, catalog=catalog, keys=keys, at=at)
        later = at + timedelta(hours=1)
        offer = offer_certificate(
            self._session, done.hash, catalog=catalog, at=later, is_https=False
        )
        if not offer.obstacles:
            issue_certificate(
                self._session,
                actor,
                done.hash,
                code=self._workshop.new_code(),
                catalog=catalog,
                keys=keys,
                at=later,
            )


def _said(
    assessment_id: str, answer: story.SampleAnswer, told: story.SampleAssessment, *, seen: int
) -> RecordAnswer:
    asked = answer.workers
    return RecordAnswer(
        assessment_id=assessment_id,
        criterion=answer.criterion,
        answer=answer.answer,
        seen=seen,
        grade=Grade(answer.grade) if answer.grade else Grade.E0,
        source=answer.source,
        workers=Workers(asked=asked[0], confirming=asked[1], month=f"{told.on:%Y-%m}")
        if asked
        else None,
        on=told.on,
    )


def _at(told: story.SampleAssessment, days: int) -> datetime:
    return datetime.combine(told.on, time(16), tzinfo=UTC) + timedelta(days=days)
