"""What other websites show: a card in a frame, and a badge.

No session, no cookie, no form, no script: whoever is logged in here sees the same bytes. The
language is asked for by `?lang=es`, so that a copied address always says the same.
"""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request, url_for
from markupsafe import Markup, escape

from jobquality.errors import NotFoundError
from jobquality.http import EMBED_POLICY, EMBED_STYLE, FILE_POLICY, current
from jobquality.reading.numbers import number_words
from jobquality.rubrics.model import Rubric
from jobquality.services.elsewhere import Elsewhere, read_elsewhere
from jobquality.services.published import Published
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.web.caching import public_page
from jobquality.web.languages import current_language
from jobquality.web.listed import Row, gone_row, row_of
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

blueprint = Blueprint("embeds", __name__)

#: How many letters a badge shows of a level, and how wide one is, in units of the picture.
_LONGEST_LEVEL, _LETTER, _BESIDE, _LEAST = 34, 8.6, 76, 250
#: Where a reply stands on the page of a scorecard.
REPLY = "reply-title"
_NO_BODY = "This scorecard has no body any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that a card or a badge shows; `tags` are its marks, in words."""

    row: Row
    score: str
    most: str
    tags: tuple[str, ...]
    is_withdrawn: bool
    is_changed: bool
    has_replied: bool
    has_unsent: bool
    page: str
    reply: str


@blueprint.get("/embed/<slug>")
def page(slug: str) -> Response:
    """Show an employer's card, to be put into a frame."""
    say = Speaker(_language())
    try:
        found = _read(slug)
    except NotFoundError:
        shown = render_template("web/embeds/none.html", say=say, style=_style())
        return _framed(make_response(shown, HTTPStatus.NOT_FOUND))
    return _framed(
        public_page(
            _parts(found, say),
            lambda: render_template(
                "web/embeds/page.html", card=_card(found, say), say=say, style=_style()
            ),
        )
    )


@blueprint.get("/badge/<slug>.svg")
def badge(slug: str) -> Response:
    """Draw an employer's badge; it may stand on any page, as a picture."""
    say = Speaker(_language())
    found = _read(slug)
    response = public_page(
        _parts(found, say),
        lambda: _drawn(_card(found, say), say),
    )
    response.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    response.headers["Content-Security-Policy"] = FILE_POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def reply_address(slug: str, language: str) -> str:
    """Return where an employer's own words stand, with the name of this installation."""
    where = url_for("scorecards.page", slug=slug, language=language, _anchor=REPLY)
    return current().settings.public_url + where


def embed_code(slug: str, name: str) -> str:
    """Return what somebody copies to show the card in a frame."""
    address = current().settings.public_url + _in_language("embeds.page", slug)
    title = escape(f"{name}: jobquality")
    return (
        f'<iframe src="{escape(address)}" title="{title}" width="100%" height="400" '
        'frameborder="0" loading="lazy"></iframe>'
    )


def share_link(slug: str) -> str:
    """Return the whole address of a scorecard in the reader's language."""
    return current().settings.public_url + url_for("scorecards.page", slug=slug)


def badge_code(slug: str, name: str) -> str:
    """Return what somebody copies to show the badge, with its link and its words."""
    page = share_link(slug)
    picture = current().settings.public_url + _in_language("embeds.badge", slug)
    alt = escape(f"{name}: jobquality")
    return f'<a href="{escape(page)}"><img src="{escape(picture)}" alt="{alt}" height="92"></a>'


def _in_language(endpoint: str, slug: str) -> str:
    language = current_language()
    return url_for(endpoint, slug=slug, lang=None if language == LANGUAGES[0] else language)


def _read(slug: str) -> Elsewhere:
    with current().database.reading(EVERY_ORGANIZATION) as session:
        return read_elsewhere(session, slug)


def _language() -> str:
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _parts(found: Elsewhere, say: Speaker) -> list[object]:
    published = found.published
    if published is None:
        return [request.endpoint, say.language, found.gone, found.has_replied]
    contested = published.publication.contested
    said = (found.has_replied, found.has_unsent)
    marks = (contested, found.is_withdrawn, *said, published.is_changed)
    return [request.endpoint, say.language, published.publication.hash, published.known, *marks]


def _card(found: Elsewhere, say: Speaker) -> Card:
    row = _row(found, say)
    marks = {
        "sample_word": row.is_sample,
        "card_changed": row.is_changed,
        "embeds_withdrawn": found.is_withdrawn,
        "embeds_corrected": bool(row.corrected_on) and not found.is_withdrawn,
        "contested_word": row.is_contested and not found.is_withdrawn,
    }
    where = url_for("scorecards.page", slug=row.slug, language=say.language)
    return Card(
        row=row,
        score="" if found.is_withdrawn else row.score,
        most="" if row.is_silent else number_words(_rubric(found).root.out_of),
        tags=tuple(say(name) for name, is_so in marks.items() if is_so),
        is_withdrawn=found.is_withdrawn,
        is_changed=row.is_changed,
        has_replied=found.has_replied and not row.is_changed,
        has_unsent=found.has_unsent and not row.is_silent,
        page=where,
        reply=f"{where}#{REPLY}",
    )


def _row(found: Elsewhere, say: Speaker) -> Row:
    if found.gone is not None:
        return gone_row(found.gone, say, has_replied=found.has_replied)
    return row_of(_told(found), current(), say)


def _told(found: Elsewhere) -> Published:
    if found.published is None:
        raise NotFoundError(_NO_BODY)
    return found.published


def _drawn(card: Card, say: Speaker) -> str:
    level = _headline(card, say)
    if card.row.is_silent:
        return _silent(card, level, say)
    level = level if len(level) <= _LONGEST_LEVEL else f"{level[:_LONGEST_LEVEL]}…"
    lines = [
        level,
        say("embeds_score", score=card.score, most=card.most) if card.score else "",
        " · ".join([*card.tags, *_said(card, say)]),
        " · ".join(
            part for part in (card.row.covers, say("listing_as_of", day=card.row.on)) if part
        ),
    ]
    widest = max(len(lines[0]) * 1.15, *(len(one) * 0.98 for one in lines[1:]))
    width = max(_LEAST, round(_BESIDE + widest * _LETTER))
    return render_template(
        "web/embeds/badge.svg", card=card, say=say, level=level, width=width, lines=lines
    )


def _said(card: Card, say: Speaker) -> list[str]:
    """Return that the employer replied, or that it wrote something and did not send it."""
    marks = {"embeds_replied": card.has_replied, "embeds_unsent": card.has_unsent}
    return [say(name) for name, is_so in marks.items() if is_so]


def _silent(card: Card, level: str, say: Speaker) -> str:
    """Draw a badge without a score: why there is none, in one line more."""
    why = say("card_changed") if card.is_changed else card.row.withdrawn_on
    width = max(_LEAST, round(_BESIDE + max(len(level) * 1.15, len(why)) * _LETTER))
    lines = [level, why, *_said(card, say), "", ""]
    return render_template(
        "web/embeds/badge.svg", card=card, say=say, level=level, width=width, lines=lines
    )


def _headline(card: Card, say: Speaker) -> str:
    if card.is_changed:
        return say("embeds_not_verified")
    return say("embeds_withdrawn") if card.is_withdrawn else card.row.level


def _rubric(found: Elsewhere) -> Rubric:
    snapshot = _told(found).snapshot
    return current().catalog.get(snapshot.rubric, snapshot.edition)


def _framed(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = EMBED_POLICY
    return response


def _style() -> Markup:
    return Markup(EMBED_STYLE)  # noqa: S704 - our own style sheet
