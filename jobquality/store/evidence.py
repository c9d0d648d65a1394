"""Files and links behind answers, as they stand now and as they were."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime

from sqlalchemy import select

from jobquality.access.states import Visibility
from jobquality.errors import NotFoundError
from jobquality.scoring.facts import Grade
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

#: Said of a piece that is none of what the standard asks to look at; no id looks like it.
OTHER_KIND = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One file or one link behind one answer, in its newest revision.

    A file lies in the file store under its `sha256` (`media_type`, `size` in bytes); a link
    has a `url` and no hash. `captured_on` is the day on which the thing was made or seen;
    `expires_on` the last day on which it may be relied on, where somebody named one. `kind` is
    an id of what the standard asks to look at, `OTHER_KIND`, or empty where nobody said.
    `of_worker` marks a paper or a picture of a worker. `added_by` is None where the
    employer gave it, with the answer `claim_id`. `carried_from` is the
    evidence of an earlier assessment that this one repeats.
    """

    id: str
    organization_id: str
    assessment_id: str
    criterion: str
    title: str
    grade: Grade
    added_by: str | None
    added_at: datetime
    url: str = ""
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    captured_on: date | None = None
    expires_on: date | None = None
    kind: str = ""
    visibility: Visibility = Visibility.TEAM
    of_worker: bool = False
    revision: int = 1
    claim_id: str = ""
    carried_from: str = ""

    @property
    def is_file(self) -> bool:
        """Whether there is a file of ours behind it, not only an address."""
        return bool(self.sha256)

    @property
    def stand(self) -> str:
        """Short letters for the revision and all that is said of it: other ones after a change.

        A form carries them, so that whoever changes a piece is known to have seen it as it is.
        """
        said = (self.revision, self.kind, self.expires_on, self.visibility, self.of_worker)
        return hashlib.sha256(repr([str(one) for one in said]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceVersion:
    """What a piece of evidence was before something newer took its place."""

    evidence_id: str
    organization_id: str
    revision: int
    title: str
    grade: Grade
    added_by: str | None
    added_at: datetime
    url: str = ""
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    captured_on: date | None = None
    expires_on: date | None = None

    @property
    def is_file(self) -> bool:
        """Whether there is a file of ours behind it, not only an address."""
        return bool(self.sha256)


#: What a newer revision replaces, and an older one keeps.
_REVISED = tuple(
    one.name
    for one in fields(EvidenceVersion)
    if one.name not in ("evidence_id", "organization_id")
)


def add_evidence(session: Session, evidence: Evidence) -> None:
    """Keep a new piece of evidence; its file, if any, is on the disk already."""
    session.add(EvidenceRow(**_columns(evidence)))
    session.flush()


def get_evidence(session: Session, evidence_id: str) -> Evidence:
    """Return one piece of evidence.

    Raises:
        NotFoundError: there is none of that id.
    """
    return _value(_row(session, evidence_id))


def hold_evidence(session: Session, evidence_id: str) -> Evidence:
    """Return one piece as it stands, and let nobody else change it until this transaction ends.

    Raises:
        NotFoundError: there is none of that id.
    """
    session.scalars(
        select(EvidenceRow)
        .where(EvidenceRow.id == evidence_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    return get_evidence(session, evidence_id)


def list_evidence(session: Session, assessment_id: str) -> tuple[Evidence, ...]:
    """Return the evidence of an assessment, in the order in which it was added."""
    return list_evidence_of(session, [assessment_id])


def list_evidence_of(session: Session, assessment_ids: Iterable[str]) -> tuple[Evidence, ...]:
    """Return the evidence of several assessments, in the order in which it was added."""
    rows = session.scalars(
        select(EvidenceRow)
        .where(EvidenceRow.assessment_id.in_(list(assessment_ids)))
        .order_by(EvidenceRow.added_at, EvidenceRow.id)
    )
    return tuple(_value(row) for row in rows)


def change_evidence(session: Session, evidence: Evidence) -> None:
    """Keep what is said anew about the same revision: its kind, its end, who may see it.

    Raises:
        NotFoundError: there is none of that id.
    """
    _write(_row(session, evidence.id), evidence)
    session.flush()


def revise_evidence(session: Session, evidence: Evidence) -> Evidence:
    """Put a newer file or link in the place of the one before, which is kept as it was.

    Raises:
        NotFoundError: there is none of that id.
    """
    row = _row(session, evidence.id)
    before = {name: getattr(row, name) for name in _REVISED}
    session.add(
        EvidenceVersionRow(evidence_id=row.id, organization_id=row.organization_id, **before)
    )
    newer = replace(evidence, revision=row.revision + 1)
    _write(row, newer)
    session.flush()
    return newer


def list_versions(session: Session, evidence_id: str) -> tuple[EvidenceVersion, ...]:
    """Return what a piece of evidence was before, the newest first."""
    rows = session.scalars(
        select(EvidenceVersionRow)
        .where(EvidenceVersionRow.evidence_id == evidence_id)
        .order_by(EvidenceVersionRow.revision.desc())
    )
    return tuple(_version(row) for row in rows)


def remove_evidence(session: Session, evidence_id: str) -> tuple[str, ...]:
    """Forget one piece of evidence with everything it was; return the files that it named.

    A file stays on the disk until nobody names it any more.
    """
    row = session.scalars(select(EvidenceRow).where(EvidenceRow.id == evidence_id)).first()
    if row is None:
        return ()
    names = {row.sha256}
    for table in (EvidenceVersionRow, EvidenceCopyRow):
        names.update(session.scalars(select(table.sha256).where(table.evidence_id == evidence_id)))
    session.delete(row)
    session.flush()
    return tuple(sorted(names - {""}))


def is_file_named(session: Session, sha256: str) -> bool:
    """Say whether evidence, an issued document or a reply of any organization names this file.

    Two organizations may have been given the same file; it lies on the disk once. This looks
    past the border between them, through the bare tables, and tells only yes or no.
    """
    with past_the_border(session) as connection:
        return any(
            connection.execute(
                select(row.__table__.c.sha256).where(row.__table__.c.sha256 == sha256).limit(1)
            ).first()
            for row in (
                DocumentRow,
                EvidenceRow,
                EvidenceVersionRow,
                EvidenceCopyRow,
                ReplyPaperRow,
                StatementPaperRow,
            )
        )


def _row(session: Session, evidence_id: str) -> EvidenceRow:
    row = session.scalars(select(EvidenceRow).where(EvidenceRow.id == evidence_id)).first()
    if row is None:
        raise NotFoundError("There is no such evidence.")
    return row


def _columns(evidence: Evidence) -> dict[str, object]:
    said = asdict(evidence)
    return {**said, "grade": evidence.grade.value, "visibility": evidence.visibility.value}


def _write(row: EvidenceRow, evidence: Evidence) -> None:
    for name, value in _columns(evidence).items():
        setattr(row, name, value)


def _value(row: EvidenceRow) -> Evidence:
    said = {one.name: getattr(row, one.name) for one in fields(Evidence)}
    said["grade"], said["visibility"] = Grade(row.grade), Visibility(row.visibility)
    return Evidence(**said)


def _version(row: EvidenceVersionRow) -> EvidenceVersion:
    said = {one.name: getattr(row, one.name) for one in fields(EvidenceVersion)}
    said["grade"] = Grade(row.grade)
    return EvidenceVersion(**said)
