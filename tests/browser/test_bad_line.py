"""A slow line that loses one connection in twenty and is gone three times (fault R20)."""

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from tests.browser.field import Field, Phone, a_phone
from tests.browser.line import Cable, a_line
from tests.browser.test_offline import a_photo

TOPICS = {
    "wages": ("lowest_base_rate", "tipped_cash_wage", "hourly_workers", "wages_raise_first_year"),
    "scheduling": ("sched_notice_days", "sched_rest_hours", "sched_hours_swing", "shifts_posted"),
    "advancement": ("filled_from_within", "openings", "separations", "average_headcount"),
}
RUNS = 100
TRIES = 40
#: What the person sees before they put the phone away: the form is empty, the photo is kept.
_HAS_PHOTO = """() => [...document.querySelectorAll("form[data-photo] input[type=file]")]
  .every((one) => !one.files.length)"""
#: How long a line is gone, in milliseconds.
SHORT, LONG = 600, 30_000


@dataclass(slots=True)
class Afternoon:
    """One session of one advocate: what was typed, and what came of it."""

    phone: Phone
    cable: Cable
    outage: int
    chance: random.Random
    typed: dict[str, list[str]] = field(default_factory=dict)
    photos: int = 0

    def open(self, rest: str) -> None:
        """Open a page, as often as it takes."""
        for _ in range(TRIES):
            try:
                self.phone.go(rest)
                self.phone.page.locator("html[data-ready]").wait_for(state="attached", timeout=8000)
            except PlaywrightError:
                self.phone.page.wait_for_timeout(200)
            else:
                return
        raise AssertionError("no page came through")

    def type(self, criterion: str) -> None:
        """Write a number that nobody wrote before."""
        text = str(len(self.typed.get(criterion, [])) * 10 + self.chance.randint(1, 9))
        self.phone.type(criterion, text)
        self.typed.setdefault(criterion, []).append(text)
        self.phone.page.wait_for_timeout(self.chance.randint(20, 400))

    def work(self) -> None:
        """Answer twelve questions and change three; the line goes in the middle of each topic."""
        for topic, criteria in TOPICS.items():
            self.open(f"/topics/{topic}")
            for criterion in criteria[:2]:
                self.type(criterion)
            self.cable.go_down()
            for criterion in criteria[2:]:
                self.type(criterion)
            self.phone.page.wait_for_timeout(self.outage)
            self.cable.come_back()
            self.type(criteria[0])
            if topic == "scheduling":
                self.phone.takes_photo(criteria[1], a_photo(), "The board")
                self.photos += 1
                self.phone.until(_HAS_PHOTO, None)
                self.phone.page.close()
                self.phone.page = self.phone.context.new_page()

    def settle(self) -> None:
        """Wait until nothing waits any more."""
        self.open("/topics/wages")
        self.phone.waits(0, patience=120)


def an_afternoon(
    browser: Browser, place: Field, seed: int, outage: int, latency: float
) -> Counter[str]:
    """Live through one session; return what was typed, lost and doubled."""
    here = place.another()
    port = int(here.site.address.rpartition(":")[2])
    with (
        a_line(port, seed=seed, latency=latency, loss=0.05) as cable,
        a_phone(browser, here, "es", 360) as phone,
    ):
        phone.go("")
        phone.log_in()
        phone.address = cable.line.address
        one = Afternoon(phone=phone, cable=cable, outage=outage, chance=random.Random(seed))  # noqa: S311 - the same each time
        one.work()
        one.settle()
    return told(one, cable)


def told(one: Afternoon, cable: Cable) -> Counter[str]:
    """Compare what was typed with what the server has."""
    there = one.phone.field.versions()
    figures = Counter(typed=0, lost=0, doubled=0, met=0, photos=0)
    for criterion, texts in one.typed.items():
        kept = there.get(criterion, [])
        # A number that was replaced before it was ever sent was never an answer.
        figures["typed"] += len(texts)
        figures["lost"] += kept[-1:] != texts[-1:] or any(text not in texts for text in kept)
        figures["doubled"] += len(kept) - len(set(kept))
    figures["met"] = len(one.phone.field.waiting())
    figures["photos"] = len(one.phone.field.evidence()) - one.photos
    figures["connections"] = cable.line.connections
    figures["connections lost"] = cable.line.lost
    return figures


def test_a_bad_line_loses_nothing_and_doubles_nothing(browser: Browser, place: Field) -> None:
    figures = an_afternoon(browser, place, seed=1, outage=SHORT, latency=0.1)

    assert figures["typed"] == 15
    assert figures["connections lost"] > 0
    assert {name: figures[name] for name in ("lost", "doubled", "met", "photos")} == {
        "lost": 0, "doubled": 0, "met": 0, "photos": 0,
    }  # fmt: skip


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(RUNS))
def test_a_hundred_afternoons_on_a_bad_line(browser: Browser, place: Field, seed: int) -> None:
    """Each is a test of its own, so that what was seen is there when a run is cut off."""
    figures = an_afternoon(browser, place, seed=seed, outage=LONG, latency=0.4)

    print(f"afternoon {seed}: {dict(figures)}")  # noqa: T201 - the figures are what it is for
    assert figures["typed"] == 15
    assert {name: figures[name] for name in ("lost", "doubled", "met", "photos")} == {
        "lost": 0, "doubled": 0, "met": 0, "photos": 0,
    }  # fmt: skip
