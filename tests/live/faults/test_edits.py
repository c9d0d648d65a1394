"""R4. Two browsers edit one assessment at random: whatever was typed is stored, or shown."""

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from html5lib import parse
from sqlalchemy import text

from jobquality.store.assessments import list_answers
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.earlier import list_earlier
from jobquality.store.waiting import list_waiting
from tests.live.assessments.crowd import Crowd, at_once, crowd
from tests.live.faults.serving import Browser, Server, serving

_SEEN = re.compile(r'name="seen" value="([0-9]+)"')
QUESTIONS = ("sched_notice_days", "sched_rest_hours", "ben_paid_time_off", "ben_family_leave")


@dataclass(slots=True)
class Editor:
    """Somebody who answers at random, with a note that nobody else writes, and chooses at random.

    `counts` are the notes whose answers counted once, `waited` those of answers that came late.
    """

    browser: Browser
    random: Random
    seen: dict[str, int] = field(default_factory=lambda: dict.fromkeys(QUESTIONS, 0))
    counted: set[str] = field(default_factory=set)
    waited: set[str] = field(default_factory=set)
    shown: int = 0
    chosen: int = 0

    def work(self, edits: int) -> None:
        """Answer so many times."""
        for edit in range(edits):
            self._edit(self.random.choice(QUESTIONS), f"n{self.browser.number}x{edit}x")

    def _edit(self, name: str, note: str) -> None:
        value = self.random.randrange(2, 160)
        fields = {"key": note, "seen": self.seen[name], "number": value, "note": note}
        sent = self.browser.post(self._at(name), fields)
        if sent.status == 200:
            self.counted.add(note)
            self.seen[name] = int(str(sent.json()["version"]))
            return
        assert sent.status == 409, sent
        self.waited.add(note)
        page = self.browser.get(self._at(name)).text
        self.shown += note in page  # where not, the other one has chosen already
        self.seen[name] = max(map(int, _SEEN.findall(page)))
        forms = _choices(page)
        if forms and self.random.random() < 0.5:
            self._choose(name, self.random.choice(forms))

    def _choose(self, name: str, form: dict[str, str]) -> None:
        done = self.browser.post(f"{self._at(name)}/choose", form, Accept="text/html")
        assert done.status in {303, 409}, done
        self.chosen += done.status == 303

    def _at(self, name: str) -> str:
        return f"{self.browser.crowd.address}/{name}"


def _choices(page: str) -> list[dict[str, str]]:
    """Return what each button sends that chooses one of two answers."""
    tree: Any = parse(page, namespaceHTMLElements=False)
    forms = [one for one in tree.iter("form") if one.get("action", "").endswith("/choose")]
    return [
        {
            **{field.get("name"): field.get("value") for field in form.iter("input")},
            "take": button.get("value"),
        }
        for form in forms
        for button in form.iter("button")
    ]


def _edit_together(folder: Path, url: str, *, edits: int, seed: int) -> str:
    with crowd(folder, url) as here:
        with serving(folder, url) as server:
            editors = _editors(here, server, seed)
            at_once([partial(one.work, edits) for one in editors])
        _check(here, editors)
    waited = sum(len(one.waited) for one in editors)
    shown, chosen = (sum(getattr(one, name) for one in editors) for name in ("shown", "chosen"))
    return f"seed {seed}: {2 * edits} typed, {waited} late, {shown} shown, {chosen} choices"


def _editors(here: Crowd, server: Server, seed: int) -> list[Editor]:
    return [
        Editor(Browser(here, server, number), Random(seed * 2 + number))  # noqa: S311 - no secret
        for number in range(2)
    ]


def _check(here: Crowd, editors: list[Editor]) -> None:
    """Nothing typed is lost: it is a version of its answer, or waits, or somebody chose."""
    with here.context.database.reading(EVERY_ORGANIZATION) as session:
        versions = list_earlier(session, here.case.assessment.id)
        answers = list_answers(session, here.case.assessment.id)
        late = set(session.connection().scalars(text("SELECT note FROM waiting_answers")))
        undecided = {one.said.note for one in list_waiting(session, here.case.assessment.id)}
    kept = {one.note for one in versions}
    for editor in editors:
        assert editor.counted <= kept
        assert editor.waited <= late
        assert editor.shown + editor.chosen > 0 or not editor.waited
    _check_shown(here, undecided)
    for name, answer in answers.items():
        mine = [one for one in versions if one.criterion == name]
        assert [one.version for one in mine] == list(range(1, answer.version + 1))
        assert mine[-1].note == answer.note


def _check_shown(here: Crowd, notes: set[str]) -> None:
    """Every answer that nobody has chosen yet stands on its question's page."""
    browser = here.browser(0)
    pages = "".join(browser.get(f"{here.address}/{name}").text for name in QUESTIONS)
    assert {one for one in notes if one not in pages} == set()


def test_every_value_typed_by_two_people_is_stored_or_shown(tmp_path: Path, empty_url: str) -> None:
    _edit_together(tmp_path, empty_url, edits=25, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
def test_every_one_of_many_values_is_stored_or_shown(
    tmp_path: Path, empty_url: str, seed: int
) -> None:
    print(_edit_together(tmp_path, empty_url, edits=100, seed=seed))  # noqa: T201 - the figures
