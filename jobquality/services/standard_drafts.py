"""Drafts of editions: brought by an administrator, kept as they were sent, looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from jobquality.access.actors import Action, Actor, check_may
from jobquality.errors import RefusedError
from jobquality.rubrics.catalog import Catalog, Edition
from jobquality.rubrics.catalog.editions import read_edition
from jobquality.services.events import EventKind, record
from jobquality.services.figures import parameters_of
from jobquality.services.practice import check_real
from jobquality.services.standard_checks import (
    Checked,
    check_edition,
    check_ids,
    find_followed,
    read_upload,
)
from jobquality.services.standards import bases_in, files_of
from jobquality.store import standard_drafts as store
from jobquality.store.database import Session
from jobquality.store.proposals import ProposalKind, ProposalState, list_proposals
from jobquality.store.standard_drafts import DraftState, StandardDraft
from jobquality.store.standards import BRIDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class BringEdition:
    """An edition as it was sent: the parts `standard`, words by language, and `bridge`."""

    id: str
    name: str
    parts: Mapping[str, bytes]


def bring_edition(
    session: Session, actor: Actor, command: BringEdition, *, catalog: Catalog, at: datetime
) -> StandardDraft:
    """Keep an edition that can be used as a draft; nothing is published by that.

    Raises:
        ForbiddenError: the actor is no administrator.
        FaultsError: the files cannot be used; names every fault with its line.
        RefusedError: an edition of that name cannot be this organization's, or it is practice.
    """
    check_may(actor, Action.MANAGE)
    check_real(session, actor)
    parts = dict(command.parts)
    files = replace(files_of(command.name, parts), name=command.name)
    organization_id = actor.organization_id
    edition = read_upload(session, files, organization_id=organization_id, catalog=catalog)
    follows = find_followed(session, edition, catalog)
    check_ids(session, edition, parts.get(BRIDGE), catalog=catalog)
    draft = StandardDraft(
        id=command.id,
        organization_id=organization_id,
        rubric=edition.rubric.id,
        edition=edition.rubric.edition,
        follows=follows.rubric.name if follows else "",
        made_by=actor.person_id,
        made_at=at,
    )
    store.add_draft(session, draft, parts)
    record(
        session,
        actor,
        EventKind.STANDARD_BROUGHT,
        organization_id=organization_id,
        about="standard",
        about_id=draft.id,
        at=at,
        details={"name": draft.name},
    )
    return draft


def drop_draft(session: Session, actor: Actor, draft_id: str, *, seen: int) -> StandardDraft:
    """Put a draft away that nobody wants any more.

    Raises:
        ForbiddenError: the actor is no administrator.
        NotFoundError: there is no such draft.
        RefusedError: it is proposed, published or put away.
        ConflictError: somebody changed it since `seen`.
    """
    check_may(actor, Action.MANAGE)
    draft = store.get_draft(session, draft_id)
    check_open(session, draft)
    return store.change_draft(session, replace(draft, state=DraftState.DROPPED, version=seen))


def check_open(session: Session, draft: StandardDraft) -> None:
    """Be quiet while a draft can still be changed.

    Raises:
        RefusedError: it is proposed, published or put away.
    """
    if draft.state is not DraftState.OPEN:
        raise RefusedError("This draft is published or put away already.")
    waiting = list_proposals(session, kind=ProposalKind.EDITION, state=ProposalState.OPEN)
    if any(one.subject == draft.id for one in waiting):
        raise RefusedError("This draft is proposed already. Another person has to decide on it.")


def edition_of_draft(session: Session, draft: StandardDraft, catalog: Catalog) -> Edition:
    """Return the edition that a draft holds.

    Raises:
        FaultsError: it cannot be used any more.
    """
    parts = store.read_draft_files(session, draft.id)
    read = read_edition(files_of(draft.name, parts), catalog.parameters, bases=bases_in(catalog))
    return replace(read, owner=draft.organization_id)


def look_at_draft(session: Session, draft: StandardDraft, *, catalog: Catalog, on: date) -> Checked:
    """Return everything that can be said of a draft, with the organization's own figures.

    `on` is today.
    """
    parts = store.read_draft_files(session, draft.id)
    return check_edition(
        edition_of_draft(session, draft, catalog),
        catalog.find(draft.follows) if draft.follows else None,
        parameters=parameters_of(session, catalog),
        bridge=parts.get(BRIDGE),
        on=on,
    )
