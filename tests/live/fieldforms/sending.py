"""Somebody who fills a form on a phone and takes its answers in on the web."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

import html5lib
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobquality.reading.fieldforms import Prefilled, field_form
from jobquality.rubrics.catalog import shipped
from jobquality.store.assessments import Answer, list_answers
from tests.fieldforms.phone import Phone, answer
from tests.live.assessments.assessing import EDITION, RUBRIC, Case
from tests.live.employers.test_evidence import multipart

_keys = count(1)
SHIPPED = shipped().edition(RUBRIC, EDITION)


@cache
def _blank() -> str:
    return Phone.of(field_form(SHIPPED)).xform


def blank_phone() -> Phone:
    """Return a phone with the blank form; pyxform makes it once."""
    return Phone(_blank())


def phone_for(case: Case) -> Phone:
    """Return a phone with the form of one assessment."""
    known = Prefilled(
        assessment_id=case.assessment.id, employer=case.employer.name, facts=case.employer.facts
    )
    return Phone.of(field_form(SHIPPED, known))


def filled(answers: Mapping[str, str], *, of: Case | None = None, **about: str) -> dict[str, str]:
    """Return a submission of the blank form, as KoBo gives it; `of` says whose it is."""
    phone = blank_phone()
    for name, text in {"day": "2026-02-20", **about}.items():
        phone.type(f"form__{name}", text)
    for name, text in answers.items():
        answer(phone, name, text)
    sent = phone.send()
    return sent | ({"form__about/form__assessment": of.assessment.id} if of else {})


def kobo(submissions: Iterable[Mapping[str, str]]) -> bytes:
    """Return submissions as KoBo's data gives them."""
    results = [
        {
            "_id": number,
            "formhub/uuid": "3f",
            "__version__": "vAbC",
            "meta/instanceID": f"uuid:{number}",
            "_attachments": [],
            "_geolocation": [None, None],
            **one,
        }
        for number, one in enumerate(submissions, 1)
    ]
    return json.dumps({"count": len(results), "next": None, "results": results}).encode()


def table(submissions: Iterable[Mapping[str, str]], *, separator: str = ";") -> bytes:
    """Return submissions as KoBo's CSV export gives them, with XML headers."""
    rows = list(submissions)
    columns = list(dict.fromkeys(name for one in rows for name in one))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(["start", *columns, "_id"])
    for number, one in enumerate(rows, 1):
        writer.writerow(["2026-02-20", *(one.get(name, "") for name in columns), number])
    return out.getvalue().encode()


@dataclass(frozen=True)
class Desk:
    """The page of one assessment, as its author uses it."""

    client: FlaskClient
    case: Case
    session: Session

    @property
    def address(self) -> str:
        return f"/en/work/assessments/{self.case.assessment.id}/field-forms"

    def send(self, content: bytes, name: str = "export.json", **form: str) -> TestResponse:
        """Send a file."""
        fields = {"key": f"field-{next(_keys)}", **form}
        parts = [(f'name="{field}"', value.encode()) for field, value in fields.items()]
        parts.append((f'name="file"; filename="{name}"', content))
        return self.client.post(
            self.address,
            data=multipart(parts),
            content_type="multipart/form-data; boundary=edge",
        )

    def again(self, page: TestResponse, **form: str) -> TestResponse:
        """Send the form of a page, with what it keeps."""
        return self.client.post(self.address, data={**hidden(page.text), **form})

    def take(self, page: TestResponse, **form: str) -> TestResponse:
        """Press the button that takes the answers."""
        return self.again(page, take="yes", **form)

    def answers(self) -> dict[str, Answer]:
        """Return what is recorded."""
        self.session.expire_all()
        return list_answers(self.session, self.case.assessment.id)


def hidden(page: str) -> dict[str, str]:
    """Return the hidden fields of the last form of ours on a page."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    forms = [one for one in document.iter("form") if "field-forms" in one.get("action", "")]
    return {
        str(one.get("name")): str(one.get("value"))
        for one in forms[-1].iter("input")
        if one.get("type") == "hidden"
    }
