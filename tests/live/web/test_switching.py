"""The way to the other language leads to a page, also from what answers a form that was sent."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

from jobquality.store.database import Database
from jobquality.web.languages import in_language
from tests.live.assessments.assessing import stored_case
from tests.live.factories import log_in

_NEXT = re.compile(r'name="next" value="([^"]+)"')


def test_after_every_form_the_switch_leads_to_a_page_that_can_be_read(app: Flask) -> None:
    routes = app.url_map.bind("localhost")
    forms = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.methods and "POST" in rule.methods and rule.rule.startswith("/<any(en,es)")
    ]
    assert len(forms) > 100
    for rule in forms:
        path = re.sub(r"<[^>]+>", "x", rule.rule.replace("<any(en,es):language>", "en"))
        with app.test_request_context(path, method="POST"):
            address = in_language("es")
        try:
            routes.match(address, method="GET")
        except HTTPException as error:
            pytest.fail(f"{rule.rule} leads to {address}: {error}")


@pytest.mark.parametrize(
    ("sent", "named", "leads_to"),
    [
        ("{case}/sched_notice_days", "{case}/topics/scheduling", "{case}/sched_notice_days"),
        ("{case}/submit", "{case}", "{case}"),
        ("{case}/submit", "", "{case}"),
        ("{case}/working", "{case}/topics/wages?saved=x", "{case}/topics/wages"),
        ("{case}/submit", "https://evil.example/en/work/", "{case}"),
        ("{case}/submit", "{case}/submit", "{case}"),
    ],
)
def test_the_switch_after_a_form_leads_to_where_the_form_stands(
    app: Flask, sent: str, named: str, leads_to: str
) -> None:
    case = "/work/assessments/a1"
    named = named.replace("{case}", f"http://localhost/en{case}")
    with app.test_request_context(
        "/en" + sent.format(case=case), method="POST", headers={"Referer": named} if named else {}
    ):
        assert in_language("es") == "/es" + leads_to.format(case=case)


def test_a_refused_form_of_somebody_at_work_leads_to_its_page_in_the_other_language(
    client: FlaskClient, database: Database
) -> None:
    with database.transaction() as session:
        case = stored_case(session)
    log_in(client, case.person)
    address = f"/en/work/employers/{case.employer.id}"
    refused = client.post(f"{address}/workplaces", data={"key": "k", "name": ""})
    (leads_to,) = {unescape(one) for one in _NEXT.findall(refused.text)}
    form = {"language": "es", "next": leads_to}
    switched = client.post("/en/me/language", data=form, follow_redirects=True)

    assert refused.status_code == 422
    assert switched.status_code == 200
    assert switched.request.path == address.replace("/en/", "/es/")
