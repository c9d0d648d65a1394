"""A published scorecard, and all that can be done about it later, in as few words as possible."""

from jobquality.ledger.acts import Cause
from jobquality.services.corrections import StartCorrection, start_correction
from jobquality.services.notices import ResumeNotice, resume_notice
from jobquality.services.proposals import Verdict
from jobquality.services.publishing import publish
from jobquality.services.tombstones import (
    Emptied,
    ProposeTombstone,
    decide_tombstone,
    propose_tombstone,
)
from jobquality.services.withdrawals import (
    ProposeWithdrawal,
    decide_withdrawal,
    propose_withdrawal,
)
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.people import Person
from jobquality.store.proposals import Proposal
from jobquality.store.publications import Publication
from tests.live.documents.issuing import answers_of_the_bistro
from tests.live.reviews.parts import Walk, new_id

REASON = "An answer was written down wrongly."
FREE = "The owner hid the right postings from us until a court made him show them."
ORDER = "County court, 26-117"


class Desk(Walk):
    """Two people who publish, correct and take back."""

    def __init__(self, session: Session, keys: Keyring) -> None:
        super().__init__(session)
        self.keys = keys

    def published(self, **answers: str) -> Publication:
        """Publish a good scorecard, after the employer had its time."""
        self.drafted(answers_of_the_bistro() | answers).submitted().approved()
        self.heard()
        return self.publish()

    def heard(self, *, days: int = 14) -> "Desk":
        """Send a notice, let the employer open it, and let its time pass."""
        token = new_id()
        self.noticed(token=token, days=days)
        self.opened(token)
        self.later(days=days)
        return self

    def publish(self) -> Publication:
        """Publish the assessment at hand."""
        return publish(
            self.session,
            self.reviewer.actor,
            self.assessment_id,
            catalog=self.catalog,
            keys=self.keys,
            at=self.at,
        )

    def correct(self, publication: Publication, reason: str = REASON) -> "Desk":
        """Begin to set a publication right."""
        command = StartCorrection(id=new_id(), publication=publication.hash, reason=reason)
        self.assessment_id = start_correction(
            self.session, self.author.actor, command, new_id=new_id, at=self.at
        ).id
        return self

    def resumed(self) -> "Desk":
        """Go on under the clock that ended already."""
        command = ResumeNotice(id=new_id(), assessment_id=self.assessment_id)
        resume_notice(self.session, self.author.actor, command, catalog=self.catalog, at=self.at)
        return self

    def corrected(self, publication: Publication, **answers: str) -> Publication:
        """Set a publication right, in the employer's favor."""
        self.correct(publication)
        for criterion, text in answers.items():
            self.answered(criterion, text)
        self.submitted().approved()
        self.resumed()
        return self.publish()

    def propose_withdrawal(self, publication: Publication, by: Person | None = None) -> Proposal:
        """Ask to take a publication back."""
        command = ProposeWithdrawal(
            id=new_id(), publication=publication.hash, cause=Cause.ERROR, reason="Another place."
        )
        actor = (by or self.author).actor
        return propose_withdrawal(self.session, actor, command, at=self.at)

    def decide_withdrawal(
        self, proposal: Proposal, by: Person | None = None, *, accept: bool = True
    ) -> Proposal:
        """Decide on it, as another person."""
        return decide_withdrawal(
            self.session,
            (by or self.reviewer).actor,
            Verdict(proposal_id=proposal.id, is_accepted=accept, stands_for_reason=True),
            catalog=self.catalog,
            keys=self.keys,
            at=self.at,
        )

    def withdrawn(self, publication: Publication) -> None:
        """Take a publication back, as two people do."""
        self.decide_withdrawal(self.propose_withdrawal(publication))

    def propose_tombstone(self, body: str, order: str = ORDER) -> Proposal:
        """Ask to empty a body."""
        command = ProposeTombstone(
            id=new_id(),
            body=body,
            cause=Cause.COURT_ORDER,
            reason="A court ordered it.",
            order=order,
        )
        return propose_tombstone(self.session, self.author.actor, command, at=self.at)

    def buried(self, body: str) -> Emptied:
        """Empty a body, as two people do."""
        proposal = self.propose_tombstone(body)
        return decide_tombstone(
            self.session,
            self.reviewer.actor,
            Verdict(proposal_id=proposal.id, is_accepted=True, stands_for_reason=True),
            keys=self.keys,
            at=self.at,
        )
