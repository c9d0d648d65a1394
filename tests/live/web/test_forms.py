"""R2, R3: every form on every page can be sent safely twice, and by nobody else's page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from html5lib import parse
from sqlalchemy.orm import Session

from tests.live.factories import log_in
from tests.live.web.routes import WORK
from tests.live.web.test_route_matrix import address, methods
from tests.live.web.worlds import stored_world

#: What stands on every page and is the same however often it is sent.
_SAME_TWICE = ("/logout", "/me/language")


def posting(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield where each form that changes something goes, and its hidden fields.

    The form of a photo has no address: our script sends it with a key of each line.
    """
    tree: Any = parse(page, namespaceHTMLElements=False)
    for form in tree.iter("form"):
        if form.get("method", "").lower() == "post" and form.get("data-photo") is None:
            fields = [one for one in form.iter("input") if one.get("type") == "hidden"]
            yield form.get("action", ""), {one.get("name"): one.get("value") for one in fields}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)  # forms are no matter of the database
def test_every_form_on_every_page_carries_a_token_and_a_key_of_its_own(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    world = stored_world(session, tmp_path)
    browser = log_in(app.test_client(), world.everything)
    pages = [one for one in sorted(WORK) if "GET" in methods(one)]

    keys: list[str] = []
    lacking = []
    for endpoint in pages:
        answer = browser.get(address(app, endpoint, dict(world.ids)))
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        for action, hidden in posting(answer.text):
            is_keyed = bool(hidden.get("key"))
            if not hidden.get("csrf_token") or not (is_keyed or action.endswith(_SAME_TWICE)):
                lacking.append((endpoint, action))
            keys.extend([hidden["key"]] if is_keyed else [])

    assert lacking == []
    assert len(keys) >= 80
    assert len(set(keys)) == len(keys)
