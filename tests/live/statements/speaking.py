"""An employer that speaks after publication, and a team that answers, in few words."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from jobquality.ledger.acts import Cause
from jobquality.rubrics.catalog import shipped
from jobquality.services import after, rulings, statements
from jobquality.services.after import Door, MakeLink
from jobquality.services.proposals import Verdict
from jobquality.services.published import history_of
from jobquality.services.rulings import Rule
from jobquality.services.said import Spoken, spoken_beside
from jobquality.services.speakers import DecideSpeaker, Introduce
from jobquality.services.statements import Check, Speak
from jobquality.services.withdrawals import (
    ProposeWithdrawal,
    decide_withdrawal,
    propose_withdrawal,
)
from jobquality.store.after import AfterSpeaker, change_speaker, get_speaker
from jobquality.store.database import Session
from jobquality.store.people import Person
from jobquality.store.proposals import Proposal
from jobquality.store.publications import Publication, get_publication
from jobquality.store.speakers import Standing
from jobquality.store.statements import Statement, get_statement
from jobquality.web.sessions import digest_of
from tests.live.factories import stored_person
from tests.live.ledger.published import Center, stored_center

_numbers = count(1)
#: A month after the first publication of a `Center`.
LATER = datetime(2026, 8, 1, 12, tzinfo=UTC)
A_QUESTION = "sched_notice_days"


def new_id() -> str:
    return f"spoken{next(_numbers):026}"


@dataclass(slots=True, kw_only=True)
class Speaking:
    """A published score, the employer at its link, and the people of the team."""

    center: Center
    publication: Publication
    slug: str
    token: str
    speaker: AfterSpeaker
    third: Person
    at: datetime = LATER
    said: list[Statement] = field(default_factory=list)

    @property
    def session(self) -> Session:
        return self.center.session

    @property
    def door(self) -> Door:
        return after.look_behind(self.session, digest_of(self.token))

    def contested(self) -> bool:
        return get_publication(self.session, self.publication.hash).contested

    def accept(self, person: Person | None = None) -> "Speaking":
        """Let somebody of the team who made no link confirm who speaks."""
        speaker = get_speaker(self.session, self.speaker.id)
        command = DecideSpeaker(id=speaker.id, seen=speaker.version, is_accepted=True, way="phone")
        actor = (person or self.third).actor
        after.decide_speaker(self.session, actor, command, at=self.at)
        return self

    def accepted_alone(self) -> "Speaking":
        """Let whoever made the link have accepted who came, as one person could once."""
        speaker = get_speaker(self.session, self.speaker.id)
        lone = self.center.author.id
        alone = replace(speaker, state=Standing.ACCEPTED, way="phone", decided_by=lone)
        change_speaker(self.session, replace(alone, decided_at=self.at))
        return self

    def refuse(self) -> "Speaking":
        """Let the team find that it was somebody else."""
        speaker = get_speaker(self.session, self.speaker.id)
        command = DecideSpeaker(
            id=speaker.id, seen=speaker.version, is_accepted=False, reason="Not the owner"
        )
        for person in (self.third, self.center.author):
            known = get_speaker(self.session, self.speaker.id)
            if known.state is not Standing.REFUSED:
                after.decide_speaker(self.session, person.actor, command, at=self.at)
        return self

    def speak(self, topic: str = "dispute", **but: object) -> Statement:
        """Let the employer say something."""
        given = Speak(id=new_id(), topic=topic, text="The notice is two weeks, not ten days.")
        if topic == "fixed":
            given = replace(given, criteria=(A_QUESTION,), fixed_on=date(2026, 7, 20))
        command = replace(given, **but)  # type: ignore[arg-type]  # a test says what it needs
        self.at += timedelta(hours=1)
        said = statements.speak(self.session, self.door, self.speaker.id, command, at=self.at)
        self.said.append(said)
        return said

    def print_(
        self, statement: Statement | None = None, person: Person | None = None, **but: object
    ) -> Statement:
        """Let the team print it."""
        one = self.now(statement)
        command = Check(statement_id=one.id, seen=one.version, names_no_worker=True)
        self.at += timedelta(hours=1)
        return statements.print_statement(
            self.session,
            (person or self.center.author).actor,
            replace(command, **but),  # type: ignore[arg-type]  # as above
            keys=self.center.keys,
            at=self.at,
        )

    def propose(self, person: Person | None = None, **but: object) -> Proposal:
        """Let somebody propose a decision on what was said last."""
        command = Rule(
            id=new_id(), statement_id=self.said[-1].id, outcome="stays", reasons="We looked: ten."
        )
        self.at += timedelta(days=1)
        return rulings.propose_ruling(
            self.session,
            (person or self.third).actor,
            replace(command, **but),  # type: ignore[arg-type]  # as above
            at=self.at,
        )

    def confirm(self, proposal: Proposal, person: Person | None = None, **but: object) -> Statement:
        """Let a second person agree."""
        verdict = Verdict(proposal_id=proposal.id, is_accepted=True)
        self.at += timedelta(days=1)
        return rulings.confirm_ruling(
            self.session,
            (person or self.center.reviewer).actor,
            replace(verdict, **but),  # type: ignore[arg-type]  # as above
            keys=self.center.keys,
            at=self.at,
        )

    def withdraw(self) -> None:
        """Let two people of the team take the score back."""
        command = ProposeWithdrawal(
            id=new_id(), publication=self.publication.hash, cause=Cause.ERROR, reason="Ruled so."
        )
        actor = self.center.author.actor
        proposal = propose_withdrawal(self.session, actor, command, at=self.at)
        decide_withdrawal(
            self.session,
            self.center.reviewer.actor,
            Verdict(proposal_id=proposal.id, is_accepted=True, stands_for_reason=True),
            catalog=shipped(),
            keys=self.center.keys,
            at=self.at,
        )

    def read(self) -> tuple[Spoken, ...]:
        """Return what everybody reads beside the score."""
        history = history_of(self.session, self.slug)
        return spoken_beside(self.session, history, catalog=shipped())

    def now(self, statement: Statement | None = None) -> Statement:
        """Return what was said as it stands now."""
        return get_statement(self.session, (statement or self.said[-1]).id)


def speaking(session: Session, folder: Path, **but: object) -> Speaking:
    """Publish a score, and let somebody of the employer come in through a link."""
    center = stored_center(session, folder)
    employer = center.employer(**but)
    publication = center.publish(employer)
    token = new_id()
    command = MakeLink(id=new_id(), employer_id=employer.id, token_digest=digest_of(token))
    after.make_link(session, center.author.actor, command, at=LATER)
    door = after.open_link(session, digest_of(token), at=LATER)
    who = Introduce(
        id=new_id(), name="Lee Park", role="owner", contact="lee@diner.example", may_speak=True
    )
    return Speaking(
        center=center,
        publication=publication,
        slug=employer.slug,
        token=token,
        speaker=after.introduce(session, door, who, at=LATER),
        third=stored_person(session, center.organization),
    )
