"""R14. Whatever stands in a field of a form is refused in words, or cleaned: never a 500.

The forms are those that the pages show: each is sent as it is, with one hostile field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from html5lib import parse
from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import Session

from jobquality.rubrics.characters import unwanted_character
from jobquality.store.database import Database
from tests.live.factories import log_in
from tests.live.web.routes import WORK
from tests.live.web.test_route_matrix import DOORS, address, methods
from tests.live.web.worlds import SHARED, World, stored_world

#: What each field is sent with: the name of the trouble, and the text.
HOSTILE = {
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
    "control": "a\x07\x1bb",
    "bidi": "a\u202eb\u2066c",
    "invisible": "a\u200b\ufeffb",
    "long": "x" * 100_000,
    "large": "1000000000000",
    "huge": "1e999999",
    "negative": "-1",
    "nan": "NaN",
    "digits": "١٢",
    "markup": "'\"><script>{{7*7}}",
}
_ONE_OF = {"radio", "checkbox"}
_KEPT = {"key", "csrf_token"}
#: What a field holds where the page leaves it empty.
_USUAL = {
    "date": "2026-02-01", "month": "2026-02", "email": "luis@center.example", "number": "3",
    "url": "https://diner.example/pay", "password": "correct horse battery", "tel": "555",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a page: where it is sent, and what stands in it."""

    action: str
    fields: tuple[tuple[str, str], ...]

    def names(self) -> list[str]:
        """Return the fields that somebody may change, with or without a browser."""
        return sorted({name for name, _ in self.fields} - _KEPT)

    def but(self, name: str, value: str) -> list[tuple[str, str]]:
        """Return what is sent when one field is hostile."""
        rest = [(one, given) for one, given in self.fields if one != name]
        return [*rest, (name, value)]


def forms_of(page: str, here: str) -> Iterator[Form]:
    """Yield the forms that a page sends."""
    tree: Any = parse(page, namespaceHTMLElements=False)
    for form in tree.iter("form"):
        if form.get("method", "get").lower() == "post":
            yield Form(action=form.get("action") or here, fields=tuple(_fields(form)))


def _fields(form: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an element
    chosen: set[str] = set()
    for one in form.iter():
        name, kind = one.get("name"), one.get("type", "text")
        if not name or (kind in {"file", "submit"} and one.tag == "input"):
            continue
        if one.tag == "select":
            options = [option.get("value") or "" for option in one.iter("option")]
            yield name, next(filter(None, options), "")
        elif one.tag == "textarea":
            yield name, (one.text or "").strip() or "Some words"
        elif one.tag in {"input", "button"} and not (kind in _ONE_OF and name in chosen):
            chosen.add(name)
            yield name, one.get("value") or _USUAL.get(kind, "Elm Street")


@pytest.fixture
def world(session: Session, tmp_path: Path) -> World:
    """An organization with one of everything."""
    return stored_world(session, tmp_path)


@pytest.fixture
def browser(app: Flask, world: World) -> FlaskClient:
    """Somebody's who may do everything."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return log_in(app.test_client(), world.everything)


def all_forms(browser: FlaskClient, world: World) -> dict[str, Form]:
    """Return every form of the pages for people at work, by what its address looks like."""
    found: dict[str, Form] = {}
    for endpoint, method in DOORS:
        if method == "GET":
            place = address(browser.application, endpoint, dict(world.ids))
            page = browser.get(place)
            if page.mimetype == "text/html":
                for form in forms_of(page.text, place):
                    found.setdefault(_kind_of(form, world), form)
    return found


def _kind_of(form: Form, world: World) -> str:
    kind = re.sub("|".join(map(re.escape, world.ids.values())), "ID", form.action)
    return f"{kind} {' '.join(sorted({name for name, _ in form.fields}))}"


def hidden_texts(connection: Connection) -> list[str]:
    """Return every stored text that holds what nobody can see."""
    looked = inspect(connection)
    found = []
    for table in looked.get_table_names():
        columns = [one["name"] for one in looked.get_columns(table)]
        names = ", ".join(f'"{one}"' for one in columns)
        for row in connection.execute(text(f'SELECT {names} FROM "{table}"')):  # noqa: S608 - our tables
            said = zip(columns, row, strict=True)
            found += [
                f"{table}.{column}"
                for column, value in said
                if isinstance(value, str) and unwanted_character(value)
            ]
    return found


def send_everything(
    browser: FlaskClient, database: Database, world: World, *, each: int = 1
) -> int:
    """Send every form with each field hostile in `each` ways; return how many were sent."""
    troubles = cycle(HOSTILE)
    forms = all_forms(browser, world).values()
    sent = [
        (form, name, trouble)
        for form in forms
        for name in form.names()
        for trouble in islice(troubles, each)
    ]
    wrong = []
    for number, (form, name, trouble) in enumerate(sent):
        status = send(browser, form.action, form.but(name, HOSTILE[trouble]), f"key-{number}")
        if status >= 500:
            wrong.append(f"{form.action} {name} {trouble}: {status}")
    assert wrong == []
    with database.reading() as session:
        assert set(hidden_texts(session.connection())) == set()
    return len(sent)


def send(browser: FlaskClient, action: str, fields: list[tuple[str, str]], key: str) -> int:
    """Send a form under a new key."""
    data: dict[str, list[str]] = {"key": [key]}
    for name, value in fields:
        if name != "key":
            data.setdefault(name, []).append(value.encode("utf-8", "surrogatepass"))  # type: ignore[arg-type]  # bytes as a browser might send
    return browser.post(action, data=data, buffered=True).status_code


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)  # the strict one; both in soak
def test_no_field_of_any_form_brings_an_error_of_ours(
    browser: FlaskClient, database: Database, world: World
) -> None:
    assert send_everything(browser, database, world) > 100


@pytest.mark.soak
def test_no_field_of_any_form_brings_any_error_of_ours(
    browser: FlaskClient, database: Database, world: World
) -> None:
    print(send_everything(browser, database, world, each=len(HOSTILE)))  # noqa: T201 - the figure


def test_no_address_brings_an_error_of_ours(browser: FlaskClient, world: World) -> None:
    asked = [
        (method, place.replace(f"/{value}", f"/{hostile}", 1))
        for endpoint in sorted(WORK)
        for place in [address(browser.application, endpoint, dict(world.ids))]
        for value in sorted({*SHARED.values(), *world.ids.values()})
        if f"/{value}" in place
        for method in methods(endpoint)
        for hostile in ("%00", "x" * 3000)
    ]
    told = {
        one: browser.open(one[1], method=one[0], data={"key": "k"}, buffered=True) for one in asked
    }

    assert len(asked) > 100
    assert [one for one, answer in told.items() if answer.status_code >= 500] == []


def test_no_query_brings_an_error_of_ours(client: FlaskClient) -> None:
    paths = ("/en/employers", "/en/briefs", "/en/work/employers", "/api/v1/employers")
    queries = ("q=%00", "q=%ff", "q=a&q=b", "q[]=a", "place=%00", "%00=a", "q=%ED%A0%80")
    asked = [f"{path}?{query}" for path in paths for query in queries]

    assert [one for one in asked if client.get(one).status_code >= 500] == []
