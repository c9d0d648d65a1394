"""Links and keys that are taken along: whole without a script, a tap with one."""

import re
from html import unescape

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.live.factories import log_in, stored_organization, stored_person


def test_the_key_of_the_second_step_opens_the_app_of_the_same_phone(
    session: Session, client: FlaskClient
) -> None:
    person = stored_person(session, stored_organization(session))
    log_in(client, person)

    answer = client.get("/es/me/second-step")
    page = unescape(answer.text)
    key = re.search(r'id="secret">([^<]+)<', page)

    assert key, "there without a script"
    assert re.fullmatch(r"[A-Z2-7]{4}(-[A-Z2-7]{4})+", key[1])
    address = re.search(r'href="(otpauth://totp/[^"]+)"', page)
    assert address, "the app of this phone"
    assert f"secret={key[1].replace('-', '')}" in address[1]
    assert 'data-copy-of="secret" data-without="-" hidden' in page
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "connect-src" not in policy
    assert "<script>" not in page


def test_an_invitation_is_there_to_copy_and_ends_on_a_day_in_words(
    session: Session, client: FlaskClient
) -> None:
    person = stored_person(session, stored_organization(session))
    log_in(client, person)
    form = {"name": "Rosa", "email": "rosa@center.example", "roles": "reviewer", "key": "1"}

    page = client.post("/es/people/invite", data=form).text

    assert 'data-copy-of="link"' in page
    assert "data-share hidden" in page
    ends = page.partition("Sirve una vez, hasta el ")[2].partition("</p>")[0]
    assert re.match(r"\d+ de \w+ de \d{4} a las ", ends), ends
