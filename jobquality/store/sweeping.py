"""Which files the rows of every organization name."""

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import (
    DocumentRow,
    EvidenceCopyRow,
    EvidenceRow,
    EvidenceVersionRow,
    ReplyPaperRow,
    StatementPaperRow,
)
from jobquality.store.tenancy import past_the_border

#: Every table whose rows name a file on the disk.
WITH_FILES = (
    DocumentRow,
    EvidenceRow,
    EvidenceVersionRow,
    EvidenceCopyRow,
    ReplyPaperRow,
    StatementPaperRow,
)


def named_files(session: Session) -> frozenset[str]:
    """Return the name of every file that something names, of whatever organization.

    This looks past the borders between organizations, through the bare tables, and tells
    nothing but hashes.
    """
    found: set[str] = set()
    with past_the_border(session) as connection:
        for row in WITH_FILES:
            found.update(connection.scalars(select(row.__table__.c.sha256).distinct()))
    return frozenset(found - {""})


def public_files(session: Session) -> frozenset[str]:
    """Return the files that are issued documents and nothing else: anyone may read them."""
    with past_the_border(session) as connection:
        issued = set(connection.scalars(select(DocumentRow.__table__.c.sha256).distinct()))
        for row in (one for one in WITH_FILES if one is not DocumentRow):
            column = row.__table__.c.sha256
            issued -= set(connection.scalars(select(column).where(column.in_(issued))))
    return frozenset(issued)
