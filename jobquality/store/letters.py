"""The texts that an organization sends, version by version."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from jobquality.store.database import Session
from jobquality.store.rows import MessageTemplateRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """One version of a text; `is_ours` says that it went back to the text that we ship."""

    id: str
    organization_id: str
    kind: str
    language: str
    number: int
    is_ours: bool
    subject: str
    text: str
    made_by: str
    made_at: datetime


def add_letter_text(session: Session, text: LetterText) -> None:
    """Keep a new version; none is ever changed."""
    session.add(
        MessageTemplateRow(
            id=text.id,
            organization_id=text.organization_id,
            kind=text.kind,
            language=text.language,
            number=text.number,
            is_ours=text.is_ours,
            subject=text.subject,
            text=text.text,
            made_by=text.made_by,
            made_at=text.made_at,
        )
    )
    session.flush()


def list_letter_texts(session: Session, kind: str, language: str) -> tuple[LetterText, ...]:
    """Return every version of one text, newest first."""
    rows = session.scalars(
        select(MessageTemplateRow)
        .where(MessageTemplateRow.kind == kind, MessageTemplateRow.language == language)
        .order_by(MessageTemplateRow.number.desc())
    )
    return tuple(_text(row) for row in rows)


def _text(row: MessageTemplateRow) -> LetterText:
    return LetterText(
        id=row.id,
        organization_id=row.organization_id,
        kind=row.kind,
        language=row.language,
        number=row.number,
        is_ours=row.is_ours,
        subject=row.subject,
        text=row.text,
        made_by=row.made_by,
        made_at=row.made_at,
    )
