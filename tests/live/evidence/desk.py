"""The page of a question's evidence, as somebody who assesses has it before them."""

from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jobquality.store.evidence import Evidence
from tests.live.assessments.assessing import Case

CRITERION = "lowest_base_rate"


@dataclass(frozen=True)
class Desk:
    client: FlaskClient
    case: Case

    @property
    def address(self) -> str:
        return f"/en/work/assessments/{self.case.assessment.id}/{CRITERION}/evidence"

    def send(self, place: str, file: bytes = b"", name: str = "a.jpg", **form: str) -> TestResponse:
        head = "--edge\r\nContent-Disposition: form-data; {}\r\n\r\n"
        parts = [(f'name="{field}"', value.encode()) for field, value in form.items()]
        if file:
            parts.append((f'name="file"; filename="{name}"', file))
        body = b"".join(head.format(one).encode() + said + b"\r\n" for one, said in parts)
        kind = "multipart/form-data; boundary=edge"
        return self.client.post(place, data=body + b"--edge--\r\n", content_type=kind)

    def add(self, file: bytes = b"", name: str = "a.jpg", **form: str) -> TestResponse:
        said = {"title": "Pay stubs", "grade": "E2", "key": "1", **form}
        return self.send(self.address, file, name, **said)

    def renew(
        self, piece: Evidence, file: bytes = b"", name: str = "a.jpg", **form: str
    ) -> TestResponse:
        """Put a newer file in the place of a piece, from a page that showed it as it was."""
        said = {"title": "Newer", "grade": "E2", "seen": piece.stand, **form}
        return self.send(f"/en/work/evidence/{piece.id}/newer", file, name, **said)
