"""Evidence with a file, and copies of it, made with as few words as a test needs."""

import io
from datetime import date
from itertools import count

from PIL import Image, ImageDraw
from sqlalchemy.orm import Session

from jobquality.scoring.facts import Grade
from jobquality.store.copies import Copy, Cover, add_copy
from jobquality.store.evidence import Evidence, add_evidence
from jobquality.store.people import Person
from tests.live.factories import NOON

_numbers = count(1)

#: What must never be seen outside: a red field where a name would stand.
RED, PAPER = (200, 0, 0), (240, 240, 235)
LEFT_HALF = Cover(page=1, left=0, top=0, width=50, height=100)


def stored_piece(session: Session, person: Person, assessment_id: str, **but: object) -> Evidence:
    """Write a piece of evidence: a link, unless the test gives a file."""
    given: dict[str, object] = {
        "id": f"{next(_numbers):032x}",
        "organization_id": person.organization_id,
        "assessment_id": assessment_id,
        "criterion": "lowest_base_rate",
        "title": "Pay stubs of March",
        "grade": Grade.E2,
        "added_by": person.id,
        "added_at": NOON,
        "captured_on": date(2026, 1, 15),
    }
    if "sha256" not in but:
        given["url"] = "https://diner.example.org/pay"
    else:
        given |= {"media_type": "image/png", "size": 100}
    piece = Evidence(**given | but)  # type: ignore[arg-type]  # a test says what it needs
    add_evidence(session, piece)
    return piece


def stored_copy(session: Session, evidence: Evidence, person: Person, **but: object) -> Copy:
    """Write a copy of a piece; its file is the original's, as no test of bytes needs more."""
    given: dict[str, object] = {
        "id": f"{next(_numbers):032x}",
        "organization_id": evidence.organization_id,
        "evidence_id": evidence.id,
        "number": 0,
        "of_sha256": evidence.sha256,
        "covers": (LEFT_HALF,),
        "sha256": evidence.sha256,
        "media_type": evidence.media_type,
        "size": evidence.size,
        "pages": 1,
        "drawn_by": person.id,
        "drawn_at": NOON,
    }
    return add_copy(session, Copy(**given | but))  # type: ignore[arg-type]  # as above


def paper(kind: str = "PNG", size: tuple[int, int] = (200, 100)) -> bytes:
    """A picture of a paper with a name in its left half: a red field that a box must cover."""
    made = io.BytesIO()
    picture = Image.new("RGB", size, PAPER)
    width, height = size
    ImageDraw.Draw(picture).rectangle(
        (width // 10, height // 10, 4 * width // 10, 9 * height // 10), fill=RED
    )
    picture.save(made, kind)
    return made.getvalue()


def shows_red(picture: Image.Image) -> bool:
    """Say whether anything of the name is left in a picture."""
    flat = picture.convert("RGB")
    points = flat.tobytes()
    return any(
        points[at] > 140 and points[at + 1] < 90 and points[at + 2] < 90
        for at in range(0, len(points), 3)
    )
