"""What happened to a publication after it stood, for the packet: each act with its people."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from jobquality.ledger.acts import Correction, Statement, StatusChanged, Tombstone, Withdrawal
from jobquality.reading.names import day_words
from jobquality.services.laterentries import LaterEntry
from jobquality.services.packets import Packet
from jobquality.wording import Speaker

_DECISION, _REPLACED = "decision", "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterWords:
    """One act: its day, what it is, its words, who stands behind it, and its entry."""

    day: str
    what: str
    text: str
    who: str
    number: int
    hash: str


def later_words(packet: Packet, say: Speaker) -> Iterator[LaterWords]:
    """Yield everything that was said of a publication later, oldest first."""
    zone = ZoneInfo(packet.organization.time_zone)
    for one in packet.later:
        what, text, who = _said(one, packet, say)
        yield LaterWords(
            day=day_words(one.entry.at.astimezone(zone).date(), say),
            what=what,
            text=text,
            who=who,
            number=one.entry.number,
            hash=one.entry.hash,
        )


def _said(one: LaterEntry, packet: Packet, say: Speaker) -> tuple[str, str, str]:
    """Return what an act is, its words, and who stands behind it."""
    act = one.act
    if isinstance(act, Statement):
        return _of_statement(act, packet, say)
    if isinstance(act, Correction):
        is_this = act.publication == packet.publication.hash
        what = say("packet_later_corrects" if is_this else "packet_later_corrected")
        return what, say.why(act.reason), _people(act.decided_by, packet)
    if isinstance(act, StatusChanged):
        return _of_certificate(act, packet, say)
    return _of_withdrawal(act, packet, say)


def _of_statement(act: Statement, packet: Packet, say: Speaker) -> tuple[str, str, str]:
    if act.topic != _DECISION:
        return say(f"said_topic_{act.topic}"), act.text, act.said_by
    outcome, _, reasons = act.text.partition(": ")
    what = say("packet_later_decision", outcome=say(f"said_outcome_{outcome}"))
    return what, reasons, _people(act.decided_by, packet)


def _of_certificate(act: StatusChanged, packet: Packet, say: Speaker) -> tuple[str, str, str]:
    """Say what a certificate became; the reason of a replaced one is a code alone."""
    what = say("packet_later_status", status=say(f"certificates_{act.status}"))
    reason = "" if act.status == _REPLACED else say.why(act.reason)
    return what, reason, _people(act.decided_by, packet)


def _of_withdrawal(
    act: Withdrawal | Tombstone, packet: Packet, say: Speaker
) -> tuple[str, str, str]:
    kind = "tombstone" if isinstance(act, Tombstone) else "withdrawal"
    cause = say(f"amends_cause_{act.cause.value}")
    what = f"{say(f'packet_later_{kind}')} {cause}."
    return what, say.why(act.reason), _people(act.decided_by, packet)


def _people(ids: tuple[str, ...], packet: Packet) -> str:
    return ", ".join(packet.name_of(one) for one in ids)
