"""Publish an edition of one's own: one person proposes, another one publishes it for ever."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import Fault, RefusedError, check_faults
from jobquality.ledger.acts import Act, EditionIssued, print_of_parts
from jobquality.rubrics.catalog import Catalog
from jobquality.services.acts import append_act
from jobquality.services.assessments import today_of
from jobquality.services.events import EventKind, record
from jobquality.services.hands import ANY_WAY, check_two
from jobquality.services.impact import is_stale, read_impact
from jobquality.services.proposals import Verdict, decide, propose
from jobquality.services.standard_checks import Checked, check_ids, check_name
from jobquality.services.standard_drafts import check_open, look_at_draft
from jobquality.store import standard_drafts as drafts
from jobquality.store.database import Session
from jobquality.store.editions import RegisteredEdition, add_edition
from jobquality.store.keys import Keyring
from jobquality.store.organizations import get_organization
from jobquality.store.proposals import Proposal, ProposalKind, get_proposal
from jobquality.store.standard_drafts import DraftState, StandardDraft
from jobquality.store.standards import BRIDGE, STANDARD, OwnEdition, add_own_edition

#: What is advised between the announcement and the first day of use.
ADVISED_NOTICE = timedelta(days=60)
_FROM, _SHA256 = "in_use_from", "sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeEdition:
    """That a draft is to be published, used from a day on; `seen` is its version."""

    id: str
    draft_id: str
    in_use_from: date
    reason: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """What an edition is published with."""

    catalog: Catalog
    keys: Keyring


def propose_edition(
    session: Session, actor: Actor, command: ProposeEdition, *, catalog: Catalog, at: datetime
) -> Proposal:
    """Propose that a draft is published.

    Raises:
        ForbiddenError: the actor is no administrator.
        NotFoundError: there is no such draft.
        FaultsError: there is no reason, the day lies in the past, or a test does not come out.
        RefusedError: it is proposed, published or put away, or its impact was not looked at.
    """
    check_may(actor, Action.MANAGE)
    draft = drafts.get_draft(session, command.draft_id)
    check_open(session, draft)
    today = today_of(session, actor, at)
    checked = look_at_draft(session, draft, catalog=catalog, on=today)
    check_faults((*_day_faults(command.in_use_from, today), *_test_faults(checked)))
    _check_impact(session, draft, checked)
    sha256 = _sha256_of(session, draft)
    proposal = Proposal(
        id=command.id,
        organization_id=actor.organization_id,
        kind=ProposalKind.EDITION,
        subject=draft.id,
        reason=command.reason,
        proposed_by=actor.person_id,
        proposed_at=at,
        details={_FROM: command.in_use_from.isoformat(), _SHA256: sha256, "name": draft.name},
    )
    made = propose(session, actor, proposal)
    _told(session, actor, EventKind.STANDARD_PROPOSED, draft, at=at)
    return made


def decide_edition(
    session: Session, actor: Actor, verdict: Verdict, *, bench: Workbench, at: datetime
) -> Proposal:
    """Publish a proposed edition for ever as the second person, or refuse it.

    Raises:
        ForbiddenError: the actor may not publish, proposed it, or brought the file.
        NotFoundError: there is no such proposal.
        RefusedError: it is decided already, or cannot be published any more.
        ConflictError: somebody decided at the same moment.
        FaultsError: the edition cannot be used any more.
    """
    check_may(actor, Action.PUBLISH)
    draft = drafts.get_draft(session, get_proposal(session, verdict.proposal_id).subject)
    alone = "You brought this standard, so another person has to decide on it."
    check_two(session, actor, [draft.made_by], alone, at=at, ways=ANY_WAY)
    decided = decide(session, actor, verdict, kind=ProposalKind.EDITION, at=at)
    if verdict.is_accepted:
        today = today_of(session, actor, at)
        checked = look_at_draft(session, draft, catalog=bench.catalog, on=today)
        _issue(session, decided, draft, checked, bench=bench, at=at)
        _told(session, actor, EventKind.STANDARD_PUBLISHED, draft, at=at)
    else:
        _told(session, actor, EventKind.PROPOSAL_REFUSED, draft, at=at)
    return decided


def in_use_from(proposal: Proposal) -> date:
    """Return the day from which a proposed edition would be used."""
    return date.fromisoformat(proposal.details[_FROM])


def _issue(  # noqa: PLR0913  # what is published on whose word, with what, and when
    session: Session,
    proposal: Proposal,
    draft: StandardDraft,
    checked: Checked,
    *,
    bench: Workbench,
    at: datetime,
) -> None:
    catalog, organization_id = bench.catalog, draft.organization_id
    check_faults(_test_faults(checked))
    check_name(session, checked.edition, organization_id=organization_id, catalog=catalog)
    bridge = drafts.read_draft_files(session, draft.id).get(BRIDGE)
    check_ids(session, checked.edition, bridge, catalog=catalog)
    if _sha256_of(session, draft) != proposal.details[_SHA256]:
        raise RefusedError("This is not the file that was proposed.")
    files = drafts.read_draft_files(session, draft.id)
    act = _act_of(proposal, checked, parts=print_of_parts(files), at=at)
    entry = append_act(session, organization_id, act, keys=bench.keys, at=at)
    own = _own(proposal, checked, act_hash=entry.hash, at=at)
    add_own_edition(session, own, files)
    if not get_organization(session, organization_id).is_sample:
        # A later release that ships the same name with another content may not start.
        add_edition(session, _registered(own))
    drafts.change_draft(session, replace(draft, state=DraftState.ISSUED))


def _act_of(
    proposal: Proposal, checked: Checked, *, parts: str, at: datetime
) -> Callable[[int], Act]:
    rubric = checked.edition.rubric

    def made(number: int) -> Act:
        return EditionIssued(
            number=number,
            organization=proposal.organization_id,
            at=at,
            rubric=rubric.id,
            edition=rubric.edition,
            scoring_hash=rubric.scoring_hash,
            wording_hash=rubric.wording_hash,
            file=proposal.details[_SHA256],
            in_use_from=in_use_from(proposal),
            decided_by=(proposal.proposed_by, proposal.decided_by or ""),
            parts=parts,
        )

    return made


def _own(proposal: Proposal, checked: Checked, *, act_hash: str, at: datetime) -> OwnEdition:
    rubric = checked.edition.rubric
    return OwnEdition(
        organization_id=proposal.organization_id,
        rubric=rubric.id,
        edition=rubric.edition,
        sha256=proposal.details[_SHA256],
        scoring_hash=rubric.scoring_hash,
        wording_hash=rubric.wording_hash,
        in_use_from=in_use_from(proposal),
        follows=checked.follows.rubric.name if checked.follows else "",
        kind=checked.kind,
        published_at=at,
        proposed_by=proposal.proposed_by,
        published_by=proposal.decided_by or "",
        act_hash=act_hash,
    )


def _registered(own: OwnEdition) -> RegisteredEdition:
    return RegisteredEdition(
        rubric=own.rubric,
        edition=own.edition,
        scoring_hash=own.scoring_hash,
        wording_hash=own.wording_hash,
        first_seen=own.published_at,
    )


def _day_faults(day: date, today: date) -> Iterator[Fault]:
    if day < today:
        message = "The day lies in the past."
        remedy = "Choose today or a later day; 60 days or more are advised."
        yield Fault(message=message, where="in_use_from", remedy=remedy)


def _test_faults(checked: Checked) -> Iterator[Fault]:
    for one in checked.failed:
        yield Fault(
            message=f"The test '{one.example.ask}' does not come out: {one.instead[0]}",
            line=one.example.line,
            remedy="Correct the file, and bring it again.",
        )


def _check_impact(session: Session, draft: StandardDraft, checked: Checked) -> None:
    impact = read_impact(draft)
    if impact is None or not impact.is_done:
        raise RefusedError("Look first at what it does to everything that is published now.")
    if is_stale(session, draft, checked.edition):
        raise RefusedError(
            "Something was published or withdrawn since. Look once more at what the new edition "
            "does to everything that is published now."
        )


def _sha256_of(session: Session, draft: StandardDraft) -> str:
    return hashlib.sha256(drafts.read_draft_files(session, draft.id)[STANDARD]).hexdigest()


def _told(
    session: Session, actor: Actor, kind: EventKind, draft: StandardDraft, *, at: datetime
) -> None:
    record(
        session,
        actor,
        kind,
        organization_id=draft.organization_id,
        about="standard",
        about_id=draft.id,
        at=at,
        details={"name": draft.name},
    )
