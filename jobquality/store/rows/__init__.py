"""The tables, by what they hold. A row never leaves the store."""

from jobquality.store.rows.accounts import DeviceRow, PasskeyRow, RecoveryCodeRow, TokenRow
from jobquality.store.rows.acts import EventRow, ProposalRow, TombstoneRow, WitnessRow
from jobquality.store.rows.assessments import (
    AnswerRow,
    AnswerVersionRow,
    AssessmentRow,
    NoticeRow,
    ReplyRow,
    ReviewRow,
    SaidRow,
    WaitingAnswerRow,
)
from jobquality.store.rows.base import Marked, Moment, OfOrganization, Row, Traced, Versioned
from jobquality.store.rows.claims import ClaimRow, QuestionnaireRow, SpeakerRow, TakingRow
from jobquality.store.rows.corrections import CorrectionRow
from jobquality.store.rows.editions import EditionRow
from jobquality.store.rows.employers import EmployerRow, EstablishmentRow, RateRow
from jobquality.store.rows.evidence import (
    EvidenceCopyRow,
    EvidenceOpeningRow,
    EvidenceRow,
    EvidenceVersionRow,
)
from jobquality.store.rows.guests import GuestRow
from jobquality.store.rows.hands import AccountHandRow
from jobquality.store.rows.initiatives import ActivityRow, InitiativeRow, PartnerRow
from jobquality.store.rows.names import (
    DifferentRow,
    EmployerNameRow,
    IdentityChangeRow,
    MergerRow,
    OldSlugRow,
)
from jobquality.store.rows.outbox import CalendarRow, MessageTemplateRow, OutboxRow
from jobquality.store.rows.people import (
    IntentRow,
    InvitationRow,
    LimitRow,
    OrganizationRow,
    PersonRow,
    SessionRow,
    SetupCodeRow,
)
from jobquality.store.rows.publishing import (
    BodyRow,
    CertificateRow,
    DocumentRow,
    LedgerRow,
    PublicationRow,
    PublicKeyRow,
)
from jobquality.store.rows.replies import (
    DecidedItemRow,
    ExtensionRow,
    PanelistRow,
    PanelRow,
    ReplyPaperRow,
)
from jobquality.store.rows.reviews import LookRow, SheetRow
from jobquality.store.rows.seals import LogSealRow
from jobquality.store.rows.speakers import ReplySpeakerRow
from jobquality.store.rows.standards import (
    StandardDraftFileRow,
    StandardDraftRow,
    StandardFileRow,
    StandardInUseRow,
    StandardOwnerRow,
    StandardRow,
)
from jobquality.store.rows.statements import (
    AfterLinkRow,
    AfterSpeakerRow,
    AnswerTimeRow,
    PlanActionRow,
    StatementPaperRow,
    StatementRow,
)

__all__ = [
    "AccountHandRow",
    "ActivityRow",
    "AfterLinkRow",
    "AfterSpeakerRow",
    "AnswerRow",
    "AnswerTimeRow",
    "AnswerVersionRow",
    "AssessmentRow",
    "BodyRow",
    "CalendarRow",
    "CertificateRow",
    "ClaimRow",
    "CorrectionRow",
    "DecidedItemRow",
    "DeviceRow",
    "DifferentRow",
    "DocumentRow",
    "EditionRow",
    "EmployerNameRow",
    "EmployerRow",
    "EstablishmentRow",
    "EventRow",
    "EvidenceCopyRow",
    "EvidenceOpeningRow",
    "EvidenceRow",
    "EvidenceVersionRow",
    "ExtensionRow",
    "GuestRow",
    "IdentityChangeRow",
    "InitiativeRow",
    "IntentRow",
    "InvitationRow",
    "LedgerRow",
    "LimitRow",
    "LogSealRow",
    "LookRow",
    "Marked",
    "MergerRow",
    "MessageTemplateRow",
    "Moment",
    "NoticeRow",
    "OfOrganization",
    "OldSlugRow",
    "OrganizationRow",
    "OutboxRow",
    "PanelRow",
    "PanelistRow",
    "PartnerRow",
    "PasskeyRow",
    "PersonRow",
    "PlanActionRow",
    "ProposalRow",
    "PublicKeyRow",
    "PublicationRow",
    "QuestionnaireRow",
    "RateRow",
    "RecoveryCodeRow",
    "ReplyPaperRow",
    "ReplyRow",
    "ReplySpeakerRow",
    "ReviewRow",
    "Row",
    "SaidRow",
    "SessionRow",
    "SetupCodeRow",
    "SheetRow",
    "SpeakerRow",
    "StandardDraftFileRow",
    "StandardDraftRow",
    "StandardFileRow",
    "StandardInUseRow",
    "StandardOwnerRow",
    "StandardRow",
    "StatementPaperRow",
    "StatementRow",
    "TakingRow",
    "TokenRow",
    "TombstoneRow",
    "Traced",
    "Versioned",
    "WaitingAnswerRow",
    "WitnessRow",
]
