"""What a page of evidence tells when a form came too late: who was faster, and what was typed."""

from collections.abc import Iterator

from flask import request

from jobquality.services.piecelog import last_change
from jobquality.store.database import Session
from jobquality.store.evidence import Evidence
from jobquality.store.organizations import get_organization
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words
from jobquality.wording import Speaker

#: What people type about a piece, with the name of its words, in the order of the form.
_TYPED = {
    "title": "evidence_shows",
    "url": "evidence_link",
    "captured_on": "evidence_day",
    "expires_on": "evidence_expires",
}


def who_was_faster(session: Session, evidence: Evidence, people: dict[str, str]) -> str:
    """Return who changed a piece last and when, in words; empty where nobody is named."""
    event = last_change(session, evidence)
    if event is None:
        return ""
    zone, say = get_organization(session, evidence.organization_id).time_zone, current_speaker()
    name = people.get(event.person_id or "", "–")
    return say("evidence_faster", name=name, when=moment_words(event.at, zone, say))


def typed_words() -> Iterator[tuple[str, str]]:
    """Yield what was typed about a piece, each with its label, so that it can be copied."""
    say = current_speaker()
    for name, label in _TYPED.items():
        if value := request.form.get(name, "").strip():
            yield say(label), value
    if grade := _grade(say):
        yield say("evidence_grade"), grade
    for file in request.files.getlist("file"):
        if file.filename:
            yield say("evidence_file"), file.filename


def file_name() -> str:
    """Return what the file was called that came with a form, or nothing."""
    file = request.files.get("file")
    return (file.filename or "") if file else ""


def _grade(say: Speaker) -> str:
    code = request.form.get("grade", "")
    return str(say.spoken_or(f"evidence_{code}", code)) if code else ""
