"""The heads of an organization's chain, for everybody who wants to keep one."""

from flask import Blueprint, Response, render_template

from jobquality.http import current
from jobquality.reading.names import day_words
from jobquality.services.heads import read_heads
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page
from jobquality.web.languages import current_speaker
from jobquality.web.moments import moment_words

blueprint = Blueprint("heads", __name__)


@blueprint.get("/<any(en,es):language>/o/<slug>/heads")
def page(slug: str) -> Response:
    """Show the head of every day on which something was added, and which key signed when."""
    here = current()
    with here.database.reading(EVERY_ORGANIZATION) as session:
        found = read_heads(session, slug)
    say, zone = current_speaker(), found.organization.time_zone
    parts = [found.organization, found.name_of_newest, found.keys, found.witnesses, found.standards]
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
