"""Everything that the tables hold about one person, as they may take it along.

Every column that names a person stands here, or in LEFT_OUT with the reason; a test compares
both with the tables. What somebody else wrote in the same row stays inside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select

from jobquality.store.database import EVERY_ORGANIZATION, Session
from jobquality.store.rows import Row
from jobquality.store.tenancy import belong


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The columns of a table that name a person, and what of such a row is theirs to see."""

    named_in: tuple[str, ...]
    shown: tuple[str, ...] = ()


def _held(named_in: str, shown: str = "") -> Held:
    return Held(named_in=tuple(named_in.split()), shown=tuple(shown.split()))


_ANSWER = (
    "assessment_id criterion answer on grade source note workers_asked workers_confirming "
    "workers_month law_checked_on answered_at"
)
_EVIDENCE = "title grade url media_type size captured_on expires_on added_at revision"

#: By table: who is named in which columns, and what is shown beside them.
HELD: Mapping[str, Held] = {
    "people": _held("id", "name email roles language active second_factor created_at"),
    "sessions": _held("person_id", "device created_at seen_at expires_at"),
    "devices": _held("person_id", "device first_on"),
    "tokens": _held("person_id", "name scopes created_at expires_at used_on ended_at"),
    "passkeys": _held("person_id", "name created_at used_on"),
    "recovery_codes": _held("person_id", "used_on"),
    "account_hands": _held("person_id maker ended_by", "why at ends_at ended_at"),
    "calendars": _held("person_id", "made_at"),
    "invitations": _held(
        "invited_by used_by", "id name roles created_at expires_at used_at withdrawn_at"
    ),
    "events": _held("person_id", "number kind at about about_id details"),
    "answers": _held("author_id", f"{_ANSWER} carried version"),
    "answer_versions": _held("author_id", f"{_ANSWER} carried version"),
    "waiting_answers": _held("author_id chosen_by", f"id {_ANSWER} chosen_at"),
    "assessments": _held(
        "author_id reviewer_id", "id employer_id rubric edition on state created_at changed_at"
    ),
    "reviews": _held("person_id", "assessment_id step criterion comment at"),
    "looks": _held("person_id", "assessment_id criterion verdict comment at"),
    "evidence": _held("added_by", f"id assessment_id criterion {_EVIDENCE}"),
    "evidence_versions": _held("added_by", f"evidence_id {_EVIDENCE}"),
    "evidence_copies": _held(
        "drawn_by released_by withdrawn_by",
        "id evidence_id number drawn_at released_at withdrawn_at",
    ),
    "evidence_openings": _held("person_id", "assessment_id evidence_id revision at"),
    "notices": _held("sent_by decided_by", "id assessment_id state sent_at decision decided_at"),
    "publications": _held("published_by", "hash number state published_at"),
    "certificates": _held("issued_by", "code status issued_at valid_from valid_until"),
    "corrections": _held("started_by"),
    "guests": _held(
        "invited_by person_id",
        "id assessment_id name affiliation created_at expires_at joined_at ended_at",
    ),
    "questionnaires": _held("sent_by", "id assessment_id sent_at"),
    "speakers": _held("decided_by", "id questionnaire_id state decided_at"),
    "takings": _held("taken_by", "assessment_id criterion answer_version taken_at"),
    "employers": _held("created_by", "id name created_at"),
    "employer_names": _held("added_by confirmed_by", "id employer_id text added_at"),
    "identity_changes": _held(
        "proposed_by decided_by", "id employer_id state proposed_at decided_at"
    ),
    "mergers": _held(
        "proposed_by decided_by", "id kept_id merged_id reason state proposed_at decided_at"
    ),
    "different_employers": _held("said_by", "first_id second_id said_at"),
    "initiatives": _held("created_by written_by shown_by", "id name created_at shown_at"),
    "partners": _held("written_by shown_by", "id initiative_id name shown_at"),
    "activities": _held("added_by written_by shown_by", "id initiative_id title on added_at"),
    "rates": _held(
        "added_by confirmed_by", "id parameter place value first source added_at confirmed_at"
    ),
    "proposals": _held(
        "proposed_by decided_by",
        "id kind subject reason state proposed_at decided_at answer",
    ),
    "outbox": _held("made_by settled_by", "id kind about about_id put_at state settled_at"),
    "after_links": _held("made_by", "id employer_id made_at ended_at"),
    "after_speakers": _held("decided_by", "id employer_id state decided_at"),
    "extensions": _held("decided_by", "id notice_id state days answer decided_at"),
    "panelists": _held("person_id", "id notice_id name signed_at"),
    "panels": _held("proposed_by", "id notice_id text proposed_at"),
    "reply_speakers": _held("decided_by", "id notice_id state way reason decided_at"),
    "reply_papers": _held("taken_by", "id notice_id taken_as taken_at"),
    "standard_drafts": _held("made_by", "id rubric edition made_at state"),
    "standards": _held("proposed_by published_by", "rubric edition in_use_from published_at"),
    "statements": _held("checked_by", "id employer_id state return_reason checked_at"),
    "witnesses": _held("named_by", "id name named_at ended_at"),
    "message_templates": _held("made_by", "id kind language number subject text made_at"),
}

#: What looks as if it named a person, and does not.
LEFT_OUT: Mapping[str, str] = {
    "rates.check_by": "a day",
    "questionnaires.wanted_by": "a day",
    "questionnaires.sent_in_by": "somebody at the employer",
    "extensions.asked_by": "somebody at the employer",
    "statements.answer_by": "a day",
    "notices.replied_by": "somebody at the employer",
}


def held_about(session: Session, person_id: str) -> dict[str, list[dict[str, object]]]:
    """Return every row about a person by its table, in every organization that has one."""
    scope = session.info.get("organization")
    belong(session, EVERY_ORGANIZATION)
    rows: dict[str, Any] = {one.class_.__tablename__: one.class_ for one in Row.registry.mappers}
    found = {
        table: _rows(session, rows[table], held, person_id)
        for table, held in HELD.items()
        if table in rows
    }
    belong(session, scope)
    return found


def _rows(session: Session, row: Any, held: Held, person_id: str) -> list[dict[str, object]]:  # noqa: ANN401  # any table
    names = [*held.shown, *(one for one in held.named_in if one != "id")]
    named = or_(*(getattr(row, name) == person_id for name in held.named_in))
    keys = row.__table__.primary_key.columns
    asked = select(*(getattr(row, name) for name in names)).where(named).order_by(*keys)
    return [_plain(names, cells, held.named_in, person_id) for cells in session.execute(asked)]


def _plain(
    names: list[str], cells: Iterable[object], named_in: tuple[str, ...], person_id: str
) -> dict[str, object]:
    """Return a row with days and moments as text; other people are not named in it."""
    said = dict(zip(names, cells, strict=True))
    for name in named_in:
        if name in said:
            said[name] = "you" if said[name] == person_id else None
    return {name: _text(cell) for name, cell in said.items() if cell is not None}


def _text(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date | datetime) else cell
