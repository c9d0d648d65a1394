"""Two organizations that have one of everything, so that each can knock at the other's doors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from jobquality.access.actors import Actor, Role
from jobquality.access.scopes import Scope
from jobquality.access.states import ReplyState
from jobquality.scoring.facts import Grade
from jobquality.services.after import MakeLink, make_link
from jobquality.services.claims import Say
from jobquality.services.guests import InviteGuest, invite_guest
from jobquality.services.outbox import Message, put
from jobquality.services.people import Invite, Link, invite
from jobquality.services.tokens import NewToken, make_token
from jobquality.store.after import AfterSpeaker, add_speaker
from jobquality.store.claims import claim_id_of
from jobquality.store.database import Session
from jobquality.store.employers import Employer, Establishment, add_establishment
from jobquality.store.evidence import Evidence, add_evidence
from jobquality.store.files import FileStore
from jobquality.store.guests import Guest
from jobquality.store.keys import Keyring
from jobquality.store.mergers import Merger, MergerState, add_merger
from jobquality.store.names import EmployerName, NameKind, add_name
from jobquality.store.notices import Notice, add_notice
from jobquality.store.organizations import Organization, get_organization
from jobquality.store.passkeys import Passkey, add_passkey
from jobquality.store.people import Person
from jobquality.store.proposals import Proposal, ProposalKind, add_proposal
from jobquality.store.publications import Publication
from jobquality.store.rates import Rate, add_rate
from jobquality.store.renames import ChangeState, IdentityChange, add_change
from jobquality.store.replypapers import ReplyPaper, add_paper
from jobquality.store.replyspeakers import ReplySpeaker
from jobquality.store.replyspeakers import add_speaker as add_reply_speaker
from jobquality.store.sessions import Visit, add_visit
from jobquality.store.standard_drafts import StandardDraft, add_draft
from jobquality.store.statements import Paper, Statement, Topic, add_statement
from jobquality.store.statements import add_paper as add_later_paper
from jobquality.store.witnesses import Witness, add_witness
from tests.live.assessments.assessing import Case, record, stored_draft
from tests.live.claims.claiming import asked, came, said
from tests.live.conftest import NOON
from tests.live.evidence.copying import stored_copy
from tests.live.factories import stored_employer, stored_organization, stored_person
from tests.live.initiatives.leading import stored_activity, stored_initiative, stored_partner
from tests.live.ledger.published import Center
from tests.live.standards.bringing import WASHES
from tests.uploads.files import picture

_numbers = count(1)

#: Parameters that name nothing of anybody's: a question, a topic.
SHARED = {
    "criterion": "sched_notice_days",
    "kind": "notice_mail",
    "letter_language": "en",
    "number": "1",
    "revision": "1",
    "topic_id": "scheduling",
}

#: An id that nothing has, as long as a real one.
RANDOM = "0123456789abcdef0123456789abcdef"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """An organization: its people by role, and the id of its own thing for each parameter.

    `everything` has every role and wrote nothing, so that no rule of two people is met.
    """

    organization: Organization
    people: Mapping[Role, Person]
    everything: Person
    ids: Mapping[str, str]


def stored_world(session: Session, folder: Path) -> World:
    """Write an organization with somebody of each role and one of everything."""
    organization = stored_organization(session)
    author = stored_person(session, organization, password_hash="x")
    other = stored_person(session, organization, password_hash="x")
    employer = stored_employer(session, author)
    everything = stored_person(session, organization)
    return World(
        organization=organization,
        people={role: stored_person(session, organization, role) for role in Role},
        everything=everything,
        ids={
            **_work(session, author, employer, folder),
            **_claims(session, author, employer),
            **_initiative(session, author),
            "person_id": other.id,
            "visit_id": _visit(session, everything),
            "passkey_id": _passkey(session, everything),
            "token_id": _token(session, everything.actor),
            "invitation_id": _invitation(session, author.actor),
            "message_id": _message(session, author),
            "proposal_id": _proposal(session, author),
            "witness_id": _witness(session, author),
            "rate_id": _rate(session, author),
            "draft_id": _draft_of_standard(session, author),
            **_published(session, (author, other), folder),
        },
    )


def _draft_of_standard(session: Session, author: Person) -> str:
    draft = StandardDraft(
        id=f"standard{next(_numbers)}",
        organization_id=author.organization_id,
        rubric="washes",
        edition="2026.1",
        follows="",
        made_by=author.id,
        made_at=NOON,
    )
    add_draft(session, draft, {"standard": WASHES})
    return draft.id


def _work(session: Session, author: Person, employer: Employer, folder: Path) -> dict[str, str]:
    draft = stored_draft(session, author, employer)
    case = Case(person=author, employer=employer, assessment=draft)
    record(session, case, SHARED["criterion"], "14")
    evidence = Evidence(
        id=f"evidence{next(_numbers)}",
        organization_id=author.organization_id,
        assessment_id=draft.id,
        criterion=SHARED["criterion"],
        title="A page",
        grade=Grade.E1,
        added_by=author.id,
        added_at=NOON,
        sha256=FileStore(folder / "files").keep(picture("PNG")),
        media_type="image/png",
        size=15,
    )
    add_evidence(session, evidence)
    copy = stored_copy(session, evidence, author, id=f"copy{next(_numbers)}")
    return {
        **_names(session, author, employer),
        "employer_id": employer.id,
        "assessment_id": draft.id,
        "evidence_id": evidence.id,
        "copy_id": copy.id,
        "guest_id": stored_guest(session, author, draft.id).id,
        **_replied(session, author, evidence),
    }


def _replied(session: Session, author: Person, evidence: Evidence) -> dict[str, str]:
    """Write who came for an earlier draft, and a document that they offered with the reply."""
    number = next(_numbers)
    notice = Notice(
        id=f"notice{number}",
        organization_id=author.organization_id,
        assessment_id=evidence.assessment_id,
        token_digest=f"digest{number}",
        state=ReplyState.SENT,
        days=14,
        draft="{}",
        sent_by=author.id,
        sent_at=NOON,
    )
    add_notice(session, notice)
    paper = ReplyPaper(
        id=f"paper{number}",
        organization_id=author.organization_id,
        assessment_id=evidence.assessment_id,
        notice_id=notice.id,
        criterion=SHARED["criterion"],
        title="A payroll",
        sha256=evidence.sha256,
        media_type=evidence.media_type,
        size=evidence.size,
        at=NOON,
    )
    add_paper(session, paper)
    who = ReplySpeaker(
        id=f"replyspeaker{number}",
        organization_id=author.organization_id,
        assessment_id=evidence.assessment_id,
        notice_id=notice.id,
        name="Lee Park",
        role="owner",
        contact="lee@diner.example",
        came_at=NOON,
    )
    add_reply_speaker(session, who)
    return {"notice_id": notice.id, "paper_id": paper.id, "reply_speaker_id": who.id}


def _message(session: Session, author: Person) -> str:
    message = Message(
        id=f"message{next(_numbers)}",
        organization_id=author.organization_id,
        kind="notice",
        to="office@diner.example",
        language="en",
        subject="A draft",
        text="Please read it.",
        about="",
        about_id="",
    )
    return put(session, message, at=NOON).id


def stored_guest(
    session: Session, author: Person, assessment_id: str, link: Link | None = None
) -> Guest:
    """Write an invitation to a reviewer of another organization."""
    number = next(_numbers)
    command = InviteGuest(
        link=link or Link(id=f"guest{number}", token=f"guest-token{number}"),
        assessment_id=assessment_id,
        name="Rosa Gil",
        affiliation="North Center",
    )
    return invite_guest(session, author.actor, command, at=NOON)


def _names(session: Session, author: Person, employer: Employer) -> dict[str, str]:
    number = next(_numbers)
    name = EmployerName(
        id=f"name{number}",
        organization_id=employer.organization_id,
        employer_id=employer.id,
        kind=NameKind.TRADE,
        text=f"Trade {number}",
        added_by=author.id,
        added_at=NOON,
    )
    add_name(session, name)
    change = IdentityChange(
        id=f"change{number}",
        organization_id=employer.organization_id,
        employer_id=employer.id,
        wanted={"name": f"Renamed {number}"},
        state=ChangeState.OPEN,
        proposed_by=author.id,
        proposed_at=NOON,
    )
    add_change(session, change)
    second = stored_employer(session, author)
    merger = Merger(
        id=f"merger{number}",
        organization_id=employer.organization_id,
        kept_id=second.id,
        merged_id=employer.id,
        reason="One kitchen",
        state=MergerState.OPEN,
        proposed_by=author.id,
        proposed_at=NOON,
    )
    add_merger(session, merger)
    workplace = Establishment(
        id=f"workplace{number}",
        organization_id=employer.organization_id,
        employer_id=employer.id,
        slug=f"workplace-{number}",
        name=f"Workplace {number}",
        address="",
        place=employer.place,
        created_at=NOON,
    )
    add_establishment(session, workplace)
    return {
        "name_id": name.id,
        "change_id": change.id,
        "merger_id": merger.id,
        "workplace_id": workplace.id,
    }


def _claims(session: Session, author: Person, employer: Employer) -> dict[str, str]:
    questionnaire = asked(session, author.actor, f"draft-of-{employer.id}")
    speaker = came(session, questionnaire)
    said(session, questionnaire, speaker, Say(criterion=SHARED["criterion"], answer="14"))
    return {
        "questionnaire_id": questionnaire.id,
        "speaker_id": speaker.id,
        "claim_id": claim_id_of(speaker.id, SHARED["criterion"]),
    }


def _initiative(session: Session, author: Person) -> dict[str, str]:
    initiative = stored_initiative(session, author, name=f"Jobs {next(_numbers)}")
    return {
        "initiative_id": initiative.id,
        "activity_id": stored_activity(session, author, initiative).id,
        "partner_id": stored_partner(session, author, initiative).id,
    }


def _invitation(session: Session, actor: Actor) -> str:
    number = next(_numbers)
    link = Link(id=f"invitation{number}", token=f"token{number}")
    command = Invite(link=link, name="Luis", roles=frozenset({Role.REVIEWER}))
    return invite(session, actor, command, at=NOON).id


def _proposal(session: Session, person: Person) -> str:
    proposal = Proposal(
        id=f"proposal{next(_numbers)}",
        organization_id=person.organization_id,
        kind=ProposalKind.KEY,
        subject="",
        reason="A laptop was lost.",
        proposed_by=person.id,
        proposed_at=NOON,
        details={},
    )
    add_proposal(session, proposal)
    return proposal.id


def _rate(session: Session, person: Person) -> str:
    rate = Rate(
        id=f"rate{next(_numbers)}",
        organization_id=person.organization_id,
        parameter="living_wage",
        place="06",
        first=NOON.date(),
        value="20",
        source="The center's own count",
        as_of=NOON.date(),
        check_by=NOON.date() + timedelta(days=365),
        added_by=person.id,
        added_at=NOON,
    )
    add_rate(session, rate)
    return rate.id


def _witness(session: Session, person: Person) -> str:
    witness = Witness(
        id=f"witness{next(_numbers)}",
        organization_id=person.organization_id,
        name="The Elm Street Journal",
        email="desk@journal.example",
        language="en",
        named_by=person.id,
        named_at=NOON,
    )
    add_witness(session, witness)
    return witness.id


def _visit(session: Session, person: Person) -> str:
    digest = f"{next(_numbers):064x}"[::-1]
    visit = Visit(
        digest=digest,
        content="{}",
        created_at=NOON,
        seen_at=NOON,
        expires_at=NOON + timedelta(hours=1),
        person_id=person.id,
    )
    add_visit(session, visit)
    return digest[:32]


def _passkey(session: Session, person: Person) -> str:
    number = next(_numbers)
    passkey = Passkey(
        id=f"passkey{number}",
        organization_id=person.organization_id,
        person_id=person.id,
        name="Phone",
        credential_id=f"{number:012}",
        public_key="AA",
        sign_count=0,
        created_at=NOON,
    )
    add_passkey(session, passkey)
    return passkey.id


def _token(session: Session, actor: Actor) -> str:
    number = next(_numbers)
    new = NewToken(
        id=f"token{number}", secret=f"secret{number}", name="Forms", scopes=frozenset(Scope)
    )
    return make_token(session, actor, new, at=NOON).id


def _published(session: Session, people: tuple[Person, Person], folder: Path) -> dict[str, str]:
    author, reviewer = people
    center = Center(
        session=session,
        keys=Keyring(folder / "keys"),
        organization=get_organization(session, author.organization_id),
        author=author,
        reviewer=reviewer,
    )
    publication = center.publish(center.employer())
    certificate = center.certify()
    return {
        "body_hash": publication.hash,
        "code": certificate.code,
        **_said(session, author, reviewer, publication, folder),
    }


def _said(
    session: Session, author: Person, reviewer: Person, publication: Publication, folder: Path
) -> dict[str, str]:
    """Let the employer dispute what is published, and somebody propose a decision."""
    number = next(_numbers)
    door = MakeLink(
        id=f"after{number}", employer_id=publication.employer_id, token_digest=f"after{number}"
    )
    link = make_link(session, author.actor, door, at=NOON)
    who = AfterSpeaker(
        id=f"afterspeaker{number}",
        organization_id=author.organization_id,
        employer_id=publication.employer_id,
        door=f"link {link.id}",
        name="Lee Park",
        role="owner",
        contact="lee@diner.example",
        came_at=NOON,
    )
    add_speaker(session, who)
    statement = Statement(
        id=f"statement{number}",
        organization_id=author.organization_id,
        employer_id=publication.employer_id,
        publication_hash=publication.hash,
        speaker_id=who.id,
        topic=Topic.DISPUTE,
        criteria=(),
        text="It is wrong.",
        said_at=NOON,
        answer_by=NOON.date(),
    )
    add_statement(session, statement)
    sha256 = FileStore(folder / "files").keep(picture("PNG"))
    paper = Paper(
        id=f"afterpaper{number}",
        organization_id=author.organization_id,
        statement_id=statement.id,
        number=1,
        sha256=sha256,
        media_type="image/png",
        size=15,
        added_at=NOON,
    )
    add_later_paper(session, paper)
    ruling = Proposal(
        id=f"ruling{number}",
        organization_id=author.organization_id,
        kind=ProposalKind.DECISION,
        subject=statement.id,
        reason="We looked again.",
        proposed_by=reviewer.id,
        proposed_at=NOON,
        details={"outcome": "stays"},
    )
    add_proposal(session, ruling)
    return {
        "after_link_id": link.id,
        "after_speaker_id": who.id,
        "statement_id": statement.id,
        "statement_paper_id": paper.id,
        "ruling_id": ruling.id,
    }
