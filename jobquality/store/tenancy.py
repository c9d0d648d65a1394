"""The one query helper: each organization sees its own rows, and nobody can forget to ask so.

A session belongs to an organization, or openly to every one of them (the public pages, the
login). Every query that the ORM sends is narrowed here, whatever it was written like. A
session that belongs to nobody finds nothing and may write nothing.

Source: docs/decisions/0009-tenancy.md
"""

from typing import Final

from sqlalchemy import event, false
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from jobquality.store.rows import OfOrganization

#: For work that is not one organization's: logging in, the public pages, `verify`.
EVERY_ORGANIZATION: Final = "*"
_SCOPE = "organization"


def belong(session: Session, organization_id: str | None) -> Session:
    """Let everything that this session reads and writes belong to one organization."""
    session.info[_SCOPE] = organization_id
    return session


@event.listens_for(Session, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    scope = state.session.info.get(_SCOPE)
    if scope == EVERY_ORGANIZATION or state.is_column_load or state.is_relationship_load:
        return
    _refuse_what_cannot_be_narrowed(state)
    state.statement = state.statement.options(
        with_loader_criteria(
            OfOrganization,
            (lambda row: row.organization_id == scope) if scope else (lambda _: false()),
            include_aliases=True,
        )
    )


def _refuse_what_cannot_be_narrowed(state: ORMExecuteState) -> None:
    """Let nothing past the border by mistake: bare SQL is sent through `session.connection()`."""
    mapper = state.bind_mapper
    is_written = mapper is not None and issubclass(mapper.class_, OfOrganization)
    if not state.is_orm_statement or (state.is_insert and is_written):
        raise RuntimeError(
            "This statement cannot be narrowed to one organization. Write it with the rows, and "
            "add new ones with session.add."
        )


@event.listens_for(Session, "before_flush")
def _keep_apart(session: Session, _context: UOWTransaction, _instances: object) -> None:
    scope = session.info.get(_SCOPE)
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, OfOrganization) and scope not in (
            EVERY_ORGANIZATION,
            row.organization_id,
        ):
            raise RuntimeError(
                f"A row of organization {row.organization_id} was written by a session that "
                f"belongs to {scope}."
            )
