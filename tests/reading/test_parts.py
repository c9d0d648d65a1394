"""What a question is worked out from stands behind it, with its papers."""

from dataclasses import replace

from jobquality.ledger.snapshot import PublicEvidence
from jobquality.scoring.facts import Grade
from tests.reading.cards import Told, every_state, read, snapshot_of


def test_a_paper_of_a_part_stands_at_the_question_that_it_belongs_to() -> None:
    told = every_state()
    del told["sched_changed_shifts"]  # it is worked out from its parts
    told |= {"shifts_changed": Told("4"), "shifts_posted": Told("100")}
    paper = PublicEvidence(
        criterion="shifts_changed",
        title="Change log",
        grade=Grade.E2,
        url="",
        seal="",
        month="2026-02",
    )
    card = read(replace(snapshot_of(told), evidence=(paper,)), "en")

    shown = {
        line.id: [one.title for one in line.evidence]
        for topic in card.topics
        for line in topic.lines
    }

    assert shown["sched_changed_shifts"] == ["Change log"]
    assert shown["sched_notice_days"] == []
