"""Things that were published, made with as few words as a test needs."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from jobquality.access.states import AssessmentState, CertificateStatus, PublicationState
from jobquality.ledger.acts import Act, Cause, Correction, Difference, Tombstone, Withdrawal
from jobquality.ledger.certificate import CertificateBody, dump_certificate
from jobquality.ledger.form import dump_snapshot, load_snapshot
from jobquality.ledger.snapshot import Issuer, Notified, Replied, Roles, Snapshot
from jobquality.rubrics.catalog import shipped
from jobquality.scoring.score import score
from jobquality.services.acts import append_act
from jobquality.services.ledger import append
from jobquality.store.assessments import Assessment, add_assessment
from jobquality.store.border import EVERY_ORGANIZATION, say_whose
from jobquality.store.certificates import Certificate, add_certificate
from jobquality.store.database import Session
from jobquality.store.employers import Employer
from jobquality.store.keys import Keyring
from jobquality.store.organizations import Organization
from jobquality.store.people import Person
from jobquality.store.publications import (
    Entry,
    Publication,
    add_publication,
    empty_body,
    last_entry,
    set_publication_state,
)
from tests.live.factories import stored_employer, stored_organization, stored_person
from tests.pure.ledger.snapshots import snapshot_of
from tests.pure.scoring.cases import facts_of, the_parameters

RUBRIC = shipped().newest("restaurants_us").rubric
_ANSWERS = {
    "wages_raise_first_year": "3",
    "lowest_base_rate": "15.5",
    "sched_notice_days": "10",
    "sched_rest_hours": "11",
    "ben_family_leave": "not_offered",
    "ben_paid_time_off": "unknown",
    "retaliation": "none_found",
}
FIRST = date(2026, 6, 1)
_LATER = timedelta(days=14)


@dataclass(slots=True, kw_only=True)
class Center:
    """An organization that publishes, with its people and its chain."""

    session: Session
    keys: Keyring
    organization: Organization
    author: Person
    reviewer: Person
    publications: list[Publication] = field(default_factory=list)

    def employer(self, **but: object) -> Employer:
        """Write an employer."""
        return stored_employer(self.session, self.author, **but)

    def publish(self, employer: Employer, /, **but: object) -> Publication:
        """Publish about an employer, and let it replace what is current."""
        earlier = [one for one in self.publications if one.employer_id == employer.id]
        snapshot = replace(self.snapshot(employer, earlier), **but)  # type: ignore[arg-type]  # a test says what it needs
        if snapshot.supersedes:
            set_publication_state(self.session, snapshot.supersedes, PublicationState.SUPERSEDED)
        publication = self._keep(employer, snapshot)
        self.publications.append(publication)
        return publication

    def correct(self, employer: Employer, /, *, touches: str, **but: object) -> Publication:
        """Publish a correction of what is current, and say which answer it sets right."""
        before = [one for one in self.publications if one.employer_id == employer.id][-1]
        after = self.publish(employer, **but)
        difference = Difference(node=touches, what="note", before="", after="")

        def made(number: int) -> Act:
            return Correction(
                number=number,
                organization=self.organization.id,
                at=self._now(after),
                publication=after.hash,
                corrects=before.hash,
                reason="It was ten days.",
                differences=(difference,),
                decided_by=(self.author.id, self.reviewer.id),
            )

        append_act(self.session, self.organization.id, made, keys=self.keys, at=self._now(after))
        return after

    def _now(self, publication: Publication) -> datetime:
        """Return the moment of the newest entry: a chain never goes back."""
        last = last_entry(self.session, self.organization.id)
        return max(publication.published_at, last.at if last else publication.published_at)

    def withdraw(self, publication: Publication, **but: object) -> Entry:
        """Take a publication back, as two people do."""
        at = self._now(self.publications[-1])

        def made(number: int) -> Act:
            act = Withdrawal(
                number=number,
                organization=self.organization.id,
                at=at,
                publication=publication.hash,
                cause=Cause.ERROR,
                reason="It was another place of the same name.",
                decided_by=(self.author.id, self.reviewer.id),
            )
            return replace(act, **but)  # type: ignore[arg-type]  # a test says what it needs

        set_publication_state(self.session, publication.hash, PublicationState.WITHDRAWN)
        return append_act(self.session, self.organization.id, made, keys=self.keys, at=at)

    def bury(self, body_hash: str, **but: object) -> Entry:
        """Let a body give way to a tombstone, as a court orders."""
        at = self._now(self.publications[-1])

        def made(number: int) -> Act:
            act = Tombstone(
                number=number,
                organization=self.organization.id,
                at=at,
                body=body_hash,
                cause=Cause.COURT_ORDER,
                reason="Order 26-117 of the county court.",
                decided_by=(self.author.id, self.reviewer.id),
            )
            return replace(act, **but)  # type: ignore[arg-type]  # as above

        entry = append_act(self.session, self.organization.id, made, keys=self.keys, at=at)
        empty_body(self.session, body_hash, act_hash=entry.hash, at=at)
        return entry

    def certify(self, *, is_listed: bool = True, **but: object) -> Certificate:
        """Certify what was published last."""
        last = self.publications[-1]
        body = replace(self._certificate(last), **but)  # type: ignore[arg-type]  # a test says what it needs
        content = dump_certificate(body)
        entry = append(
            self.session,
            self.organization.id,
            kind="certificate",
            content=content,
            keys=self.keys,
            at=last.published_at,
        )
        certificate = self._listed(entry, body, content)
        if is_listed:
            add_certificate(self.session, certificate)
        return certificate

    def _certificate(self, last: Publication) -> CertificateBody:
        snapshot = load_snapshot(last.content)
        entry = last_entry(self.session, self.organization.id)
        assert entry is not None
        return CertificateBody(
            number=entry.number + 1,
            code=f"CODE{entry.number + 1}{self.organization.id}".upper(),
            level=snapshot.level,
            issuer_id=self.organization.id,
            issuer=self.organization.name,
            contact=self.organization.contact,
            is_sample=False,
            time_zone=self.organization.time_zone,
            employer_id=last.employer_id,
            employer=snapshot.employer.name,
            slug=snapshot.employer.slug,
            sites=(),
            living_wage=None,
            rubric=snapshot.rubric,
            edition=snapshot.edition,
            scoring_hash=snapshot.scoring_hash,
            publication=last.hash,
            issued_at=last.published_at,
            valid_from=date(2026, 7, 1),
            valid_until=date(2027, 6, 30),
        )

    def _listed(self, entry: Entry, body: CertificateBody, content: str) -> Certificate:
        return Certificate(
            code=body.code,
            organization_id=self.organization.id,
            hash=entry.hash,
            number=entry.number,
            publication_hash=body.publication,
            employer_id=body.employer_id,
            status=CertificateStatus.VALID,
            reason="",
            valid_from=body.valid_from,
            valid_until=body.valid_until,
            issued_at=body.issued_at,
            issued_by=self.reviewer.id,
            content=content,
        )

    def snapshot(self, employer: Employer, earlier: list[Publication]) -> Snapshot:
        """Return the snapshot of the next assessment of an employer."""
        number = len(self.publications)
        on = FIRST + _LATER * len(earlier)
        facts = replace(
            facts_of(RUBRIC, _ANSWERS, profile=employer.facts, on=on), employer=employer.name
        )
        at = datetime(2026, 7, 1, 12, tzinfo=UTC) + timedelta(days=number)
        entry = last_entry(self.session, self.organization.id)
        at = max(at, entry.at) if entry else at
        draft = snapshot_of(score(RUBRIC, facts, the_parameters()), facts)
        return replace(
            draft,
            organization=self._issuer(draft),
            employer=replace(
                draft.employer, id=employer.id, slug=employer.slug, name=employer.name
            ),
            revision=len(earlier) + 1,
            supersedes=earlier[-1].hash if earlier else "",
            roles=Roles(
                assessed_by=(self.author.id,),
                reviewed_by=self.reviewer.id,
                published_by=self.reviewer.id,
            ),
            published_at=at,
            notice=_notice(at),
            reply=Replied(answered_at=None, statement="", replied_by="", stances=(), decision=""),
        )

    def _issuer(self, draft: Snapshot) -> Issuer:
        organization = self.organization
        return replace(
            draft.organization,
            id=organization.id,
            slug=organization.slug,
            name=organization.name,
            is_sample=organization.is_sample,
        )

    def _keep(self, employer: Employer, snapshot: Snapshot) -> Publication:
        assert snapshot.published_at is not None
        content, at = dump_snapshot(snapshot), snapshot.published_at
        entry = append(
            self.session,
            self.organization.id,
            kind="publication",
            content=content,
            keys=self.keys,
            at=at,
        )
        publication = Publication(
            hash=entry.hash,
            organization_id=self.organization.id,
            number=entry.number,
            employer_id=employer.id,
            assessment_id=self.assessment(employer, snapshot).id,
            state=PublicationState.CURRENT,
            contested=False,
            published_at=at,
            published_by=self.reviewer.id,
            content=content,
        )
        add_publication(self.session, publication)
        return publication

    def assessment(self, employer: Employer, snapshot: Snapshot) -> Assessment:
        """Write what a snapshot was made from."""
        assert snapshot.published_at is not None
        assessment = Assessment(
            id=f"assessment-{employer.id}-{snapshot.revision}-{len(self.publications)}",
            organization_id=self.organization.id,
            employer_id=employer.id,
            rubric=snapshot.rubric,
            edition=snapshot.edition,
            on=snapshot.on,
            sites=(),
            state=AssessmentState.PUBLISHED,
            author_id=self.author.id,
            created_at=snapshot.published_at,
            changed_at=snapshot.published_at,
        )
        add_assessment(self.session, assessment)
        return assessment


def say_withdrawn(
    session: Session, keys: Keyring, publication: Publication, *, by: tuple[str, ...], at: datetime
) -> None:
    """Take a publication back by the act alone, and in the list."""

    def made(number: int) -> Act:
        return Withdrawal(
            number=number,
            organization=publication.organization_id,
            at=at,
            publication=publication.hash,
            cause=Cause.ERROR,
            reason="It was another place of the same name.",
            decided_by=by,
        )

    append_act(session, publication.organization_id, made, keys=keys, at=at)
    set_publication_state(session, publication.hash, PublicationState.WITHDRAWN)


def stored_center(session: Session, folder: Path, **but: object) -> Center:
    """Write an organization with two people, and let the session belong to it."""
    organization = stored_organization(session, **but)
    return Center(
        session=session,
        keys=Keyring(folder / "keys"),
        organization=organization,
        author=stored_person(session, organization),
        reviewer=stored_person(session, organization),
    )


def tamper(session: Session, *statements: str, **values: object) -> None:
    """Change what was published, as somebody who may do everything in the database."""
    connection = session.connection()
    say_whose(connection, EVERY_ORGANIZATION)  # an insider knows how
    for table in ("bodies", "ledger", "public_keys"):
        for guard in ("change", "go", "replaced"):
            if connection.dialect.name == "sqlite":
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_never_{guard}"))
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    for statement in statements:
        connection.execute(text(statement), values)
    session.expunge_all()


def _notice(at: datetime) -> Notified:
    return Notified(
        sent_at=at - timedelta(days=15),
        delivered_at=at - timedelta(days=14),
        delivered_how="handed over",
        ended_at=at,
        days=14,
        time_zone="America/Chicago",
        is_shortened=False,
    )
