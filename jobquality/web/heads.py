"""The heads of an organization's chain, for everybody who wants to keep one."""

from flask import Blueprint, Response, render_template, request, url_for

from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.services.heads import DayHead, Heads, read_heads
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web import atom
from jobquality.web.caching import public_page
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words

blueprint = Blueprint("heads", __name__)

#: How many days stand on one page of the feed.
PAGE_SIZE = 50


@blueprint.get("/<any(en,es):language>/o/<slug>/heads")
def page(slug: str) -> Response:
    """Show the head of every day on which something was added, and which key signed when."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        found = read_heads(session, slug)
    say, zone = current_speaker(), found.organization.time_zone
    parts = [found]
    return public_page(
        parts,
        lambda: render_template(
            "web/ledger/heads.html",
            found=found,
            address=here.settings.public_url,
            day_of=lambda day: day_words(day, say),
            moment=lambda at: moment_words(at, zone, say),
        ),
    )


@blueprint.get("/<any(en,es):language>/o/<slug>/heads.atom")
def feed(slug: str) -> Response:
    """Give a feed of the heads, so that whoever reads it keeps them elsewhere.

    A head that moved on the same day is an entry of its own: a reader keeps both.
    """
    with current().database.reading(EVERY_ORGANIZATION) as session:
        found = read_heads(session, slug)
    pages = max(1, -(-len(found.heads) // PAGE_SIZE))
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    shown = found.heads[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    told = atom.Feed(
        endpoint="heads.feed",
        title=current_speaker()("ledger_heads_title", name=found.organization.name),
        name=found.organization.id,
        author=found.organization.name,
        number=number,
        pages=pages,
        values={"slug": slug},
    )
    return atom.answer(told, (_entry(found, one) for one in shown), [number, pages, shown])


def _entry(found: Heads, head: DayHead) -> atom.Entry:
    say, name = current_speaker(), found.name_of(head)
    sample = "SAMPLE: " if found.organization.is_sample else ""
    day = day_words(head.day, say)
    return atom.Entry(
        name=f"head {name}",
        title=sample + say("ledger_heads_entry", number=head.number, day=day),
        author=found.organization.name,
        published=head.at,
        updated=head.at,
        address=url_for("heads.page", slug=found.organization.slug),
        text=f"{name}\n\n{say('ledger_heads_entry_why', name=name)}",
    )
