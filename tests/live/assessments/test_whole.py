"""A topic in one form: everything that was given is kept, and nothing hinders anything else."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
import pytest
from werkzeug.test import TestResponse

from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.earlier import list_earlier
from jobquality.store.organizations import get_organization
from jobquality.store.people import Person
from tests.live.assessments.assessing import record, stored_draft
from tests.live.assessments.saving import NOTICE, Site
from tests.live.factories import log_in, stored_person

REST, ON_CALL, CHANGED = "sched_rest_hours", "sched_on_call", "shifts_changed"
Fields = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Whole:
    """The page of a topic, its form filled in as a browser without scripts fills it in."""

    site: Site
    assessment_id: str
    topic: str = "scheduling"

    @property
    def address(self) -> str:
        """Return where it stands."""
        return f"/en/work/assessments/{self.assessment_id}/topics/{self.topic}/whole"

    def fields(self) -> Fields:
        """Return what a browser sends where nobody typed anything."""
        return sent_by(self.site.client.get(self.address).text)

    def send(self, fields: Fields, **typed: str | list[str]) -> TestResponse:
        """Send it, with what somebody typed."""
        said = {name: [one] if isinstance(one, str) else one for name, one in typed.items()}
        return self.site.client.post(self.address, data=fields | said)

    def versions(self) -> dict[str, list[str]]:
        """Return every answer that was ever kept."""
        with self.site.database.reading(EVERY_ORGANIZATION) as session:
            found: dict[str, list[str]] = {}
            for one in list_earlier(session, self.assessment_id):
                found.setdefault(one.criterion, []).append(one.answer)
        return found


def sent_by(page: str) -> Fields:
    """Return the fields of the one form of answers as a browser sends them."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    (form,) = (one for one in document.iter("form") if "whole" in (one.get("class") or "").split())
    found: Fields = {}
    for one in form.iter():
        value = _value(one)
        if value is not None and one.get("name"):
            found.setdefault(str(one.get("name")), []).append(value)
    return found


def _value(field: Element) -> str | None:
    if field.tag == "textarea":
        return "\r\n".join((field.text or "").splitlines())
    if field.tag == "select":
        chosen = [one for one in field.iter("option") if "selected" in one.attrib]
        return (chosen or list(field.iter("option")))[0].get("value")
    if field.tag != "input":
        return None
    is_off = field.get("type") in ("radio", "checkbox") and "checked" not in field.attrib
    return None if is_off else field.get("value", "")


@pytest.fixture
def whole(site: Site) -> Whole:
    """The schedules of an empty draft."""
    return Whole(site, site.case.assessment.id)


@pytest.fixture
def colleague(site: Site) -> Person:
    """Somebody else who assesses."""
    with site.database.transaction(site.case.person.organization_id) as session:
        return stored_person(session, get_organization(session, site.case.person.organization_id))


def test_all_that_is_typed_is_kept_by_one_button(whole: Whole) -> None:
    sent = whole.send(
        whole.fields(),
        **{f"{NOTICE}-number": "14", f"{ON_CALL}-state": "never", f"{CHANGED}-number": "3"},
        **{f"{NOTICE}-source": "The board", f"{NOTICE}-grade": "E2"},
    )
    shown = whole.site.client.get(sent.location)

    assert sent.status_code == 303
    assert "Answers saved: 3" in shown.text
    assert whole.versions() == {NOTICE: ["14"], ON_CALL: ["never"], CHANGED: ["3"]}
    assert whole.site.answers()[NOTICE].source == "The board"


def test_what_cannot_be_taken_stays_as_it_was_typed_and_hinders_nothing(whole: Whole) -> None:
    typed = {f"{NOTICE}-number": "soon", f"{NOTICE}-note": "half a sen", f"{REST}-number": "11"}
    shown = whole.send(whole.fields(), **typed)

    assert shown.status_code == 422
    assert whole.versions() == {REST: ["11"]}
    assert f'id="{NOTICE}-answer-fault"' in shown.text
    assert "Answers saved: 1" in shown.text
    assert "Not saved yet: 1" in shown.text
    again = sent_by(shown.text)
    assert again[f"{NOTICE}-number"] == ["soon"]
    assert again[f"{NOTICE}-note"] == ["half a sen"]
    assert again[f"{REST}-number"] == ["11"]
    sent = whole.send(again, **{f"{NOTICE}-number": "14"})
    assert sent.location.endswith("saved=1")
    assert whole.versions() == {REST: ["11"], NOTICE: ["14"]}


def test_the_same_form_twice_is_kept_once(whole: Whole) -> None:
    fields = whole.fields()
    typed = {f"{NOTICE}-number": "14", f"{REST}-number": "11"}
    whole.send(fields, **typed)
    whole.send(fields, **typed)

    assert whole.versions() == {NOTICE: ["14"], REST: ["11"]}
    assert whole.site.waiting() == []


def test_what_nobody_touched_is_not_written_again(whole: Whole) -> None:
    whole.site.save(NOTICE, number="14", note="One line\r\nand  another ", key="n1")
    whole.site.save(ON_CALL, state="never", key="n2")
    whole.site.save(REST, state="unknown", key="n3")
    before = whole.versions()
    unchanged = whole.send(whole.fields())
    changed = whole.send(whole.fields(), **{f"{REST}-number": "9", f"{REST}-state": ""})

    assert unchanged.location.endswith("saved=0")
    assert changed.location.endswith("saved=1")
    assert whole.versions() == before | {REST: ["unknown", "9"]}


def test_boxes_that_were_ticked_are_not_written_again(site: Site) -> None:
    whole = Whole(site, site.case.assessment.id, "safety")
    address = f"/en/work/assessments/{whole.assessment_id}/safe_hazards"
    page = site.client.get(address).text
    boxes = [one.split('"')[0] for one in page.split('name="box" value="')[1:3]]
    site.save("safe_hazards", box=boxes[::-1])

    assert whole.send(whole.fields()).location.endswith("saved=0")
    assert len(whole.versions()["safe_hazards"]) == 1


def test_somebody_else_is_never_overwritten(whole: Whole, colleague: Person) -> None:
    site, fields = whole.site, whole.fields()
    log_in(site.client, colleague)
    site.save(NOTICE, number="21", key="c1")
    site.save(REST, number="8", key="c2")
    log_in(site.client, site.case.person)
    shown = whole.send(fields, **{f"{NOTICE}-number": "14"})

    assert shown.status_code == 409
    assert "Two people answered this" in shown.text
    assert site.waiting() == ["14"]
    assert whole.versions() == {NOTICE: ["21"], REST: ["8"]}


def test_answers_of_last_time_count_where_somebody_finds_them_true(site: Site) -> None:
    with site.database.transaction(site.case.person.organization_id) as session:
        record(session, site.case, NOTICE, "14")
        record(session, site.case, REST, "9")
        stored_draft(session, site.case.person, site.case.employer, id="second")
    whole = Whole(site, "second")
    sent = whole.send(whole.fields(), **{f"{NOTICE}-confirm": "yes"})

    assert sent.location.endswith("saved=1")
    carried = {name: one.carried for name, one in site.answers("second").items()}
    assert carried == {NOTICE: False, REST: True}


def test_a_form_without_a_key_keeps_nothing(whole: Whole) -> None:
    fields = whole.fields()
    del fields["key"]

    assert whole.send(fields, **{f"{NOTICE}-number": "14"}).status_code == 422
    assert whole.versions() == {}


def test_whoever_runs_no_scripts_is_led_there(whole: Whole) -> None:
    page = whole.site.client.get(whole.address.removesuffix("/whole")).text
    told = page.partition("<noscript>")[2].partition("</noscript>")[0]

    assert f'href="{whole.address}"' in told
