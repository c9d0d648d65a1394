"""Standards that organizations bring: drafts of editions, what was published, what is used."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from jobquality.store.rows.base import OfOrganization, Row, Versioned


class StandardOwnerRow(OfOrganization, Row):
    """Whose standard an id is, for ever. Triggers refuse change."""

    __tablename__ = "standard_owners"

    rubric: Mapped[str] = mapped_column(String(100), primary_key=True)
    since: Mapped[datetime]


class StandardRow(OfOrganization, Row):
    """A published edition of an organization's own. Triggers refuse change."""

    __tablename__ = "standards"

    rubric: Mapped[str] = mapped_column(
        String(100), ForeignKey("standard_owners.rubric"), primary_key=True
    )
    edition: Mapped[str] = mapped_column(String(20), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    scoring_hash: Mapped[str] = mapped_column(String(64))
    wording_hash: Mapped[str] = mapped_column(String(64))
    in_use_from: Mapped[date]
    follows: Mapped[str] = mapped_column(String(121))
    kind: Mapped[str] = mapped_column(String(20))
    published_at: Mapped[datetime]
    proposed_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    published_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    act_hash: Mapped[str] = mapped_column(String(64))


class StandardFileRow(OfOrganization, Row):
    """A file of a published edition, byte for byte: `standard`, `bridge`, or words by language.

    Triggers refuse change.
    """

    __tablename__ = "standard_files"

    name: Mapped[str] = mapped_column(String(121), primary_key=True)
    part: Mapped[str] = mapped_column(String(10), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))


class StandardDraftRow(OfOrganization, Versioned, Row):
    """An edition that is looked at before anybody publishes it; `impact` is JSON."""

    __tablename__ = "standard_drafts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    rubric: Mapped[str] = mapped_column(String(100))
    edition: Mapped[str] = mapped_column(String(20))
    follows: Mapped[str] = mapped_column(String(121))
    impact: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(String(32), ForeignKey("people.id"))
    made_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))


class StandardDraftFileRow(OfOrganization, Row):
    """A file of such a draft; it is never changed, another one is another draft."""

    __tablename__ = "standard_draft_files"

    draft_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("standard_drafts.id"), primary_key=True
    )
    part: Mapped[str] = mapped_column(String(10), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class StandardInUseRow(OfOrganization, Row):
    """That an organization works with a standard: its newest, or one edition of it."""

    __tablename__ = "standards_in_use"

    organization_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("organizations.id"), primary_key=True
    )
    name: Mapped[str] = mapped_column(String(121), primary_key=True)
