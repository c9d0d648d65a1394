"""Standards that an organization brings: which it uses, and new ones from a file."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from itertools import islice

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.errors import Fault, FaultsError, JobQualityError
from jobquality.http import current, status_of
from jobquality.reading.names import day_words
from jobquality.services.assessments import today_of
from jobquality.services.standard_checks import IN_BRIDGE
from jobquality.services.standard_drafts import BringEdition, bring_edition
from jobquality.services.standards import choose_standards, editions_in_use
from jobquality.store.database import Session
from jobquality.store.people import list_people
from jobquality.store.proposals import ProposalKind, ProposalState, list_proposals
from jobquality.store.standard_drafts import list_drafts
from jobquality.store.standards import BRIDGE, STANDARD, list_in_use, list_own
from jobquality.web.languages import current_language, current_speaker
from jobquality.web.once import once
from jobquality.web.standard_faults import FaultLine, fault_lines
from jobquality.web.standards import standard
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("standards", __name__)

#: The parts of an edition, by the field of the form that carries them.
PARTS = {"standard": STANDARD, "words_en": "en", "words_es": "es", "bridge": BRIDGE}
_KB = 1024
#: A file may have 512 kB; with its words and a bridge, and what the form weighs itself.
_LARGEST_REQUEST = (4 * 512 + 64) * _KB
_NAME = "standard.yaml"
_MOST_NAMED = 200


@blueprint.url_value_preprocessor
def _allow_files(endpoint: str | None, values: dict[str, object] | None) -> None:
    """Let this one form carry files; it is set here because the token is read before the view."""
    del values
    if endpoint == "standards.bring":
        request.max_content_length = _LARGEST_REQUEST


@blueprint.get("/standards")
@needs(Action.LOOK)
def listing() -> str:
    """Show which standards are used, which are one's own, and what is being looked at."""
    return _page()


@blueprint.post("/standards")
@needs(Action.MANAGE)
def bring() -> Response:
    """Take an edition from files; with faults, show each beside its line and keep nothing."""
    here, actor = current(), current_actor()
    parts = dict(_sent_parts())
    if STANDARD not in parts:
        fault = Fault(message=current_speaker()("standards_no_file"), where="standard")
        return _refused(FaultsError([fault]))
    command = BringEdition(id=here.new_id(), name=_NAME, parts=parts)

    def work(session: Session) -> str:
        return bring_edition(session, actor, command, catalog=here.catalog, at=here.clock()).id

    try:
        draft_id = once(actor, work)
    except JobQualityError as refusal:
        return _refused(refusal, parts)
    return redirect(url_for("standard_drafts.page", draft_id=draft_id), HTTPStatus.SEE_OTHER)


@blueprint.post("/standards/in-use")
@needs(Action.MANAGE)
def choose() -> Response:
    """Keep by which standards new assessments start."""
    here, actor = current(), current_actor()
    names = tuple(request.form.getlist("in_use"))[:_MOST_NAMED]

    def work(session: Session) -> str:
        return " ".join(
            choose_standards(session, actor, names, catalog=here.catalog, at=here.clock())
        )

    try:
        once(actor, work)
    except FaultsError as refusal:
        return _refused(refusal)
    return redirect(url_for("standards.listing"), HTTPStatus.SEE_OTHER)


def _sent_parts() -> Iterator[tuple[str, bytes]]:
    for field, part in PARTS.items():
        file = request.files.get(field)
        content = file.stream.read() if file else b""
        if content:
            yield part, content


def _refused(refusal: JobQualityError, parts: dict[str, bytes] | None = None) -> Response:
    """Show the page again with everything that is wrong."""
    say = current_speaker()
    found = (
        refusal.faults
        if isinstance(refusal, FaultsError)
        else (Fault(message=say.refusal(str(refusal))),)
    )
    shown = _page(faults=found, lines=tuple(fault_lines(found, _texts(parts or {}))))
    return make_response(shown, status_of(refusal))


def _texts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return what was sent by the names that faults use; the standard itself has none."""
    named = {STANDARD: "", BRIDGE: IN_BRIDGE}
    return {named.get(part, f"standard.{part}.yaml"): one for part, one in parts.items()}


def _page(faults: Iterable[Fault] = (), lines: tuple[FaultLine, ...] = ()) -> str:
    here, actor, say = current(), current_actor(), current_speaker()
    language = current_language()
    with here.database.reading(actor.organization_id) as session:
        own = list_own(session)
        drafts = list_drafts(session)
        chosen = list_in_use(session)
        proposals = list_proposals(session, kind=ProposalKind.EDITION, state=ProposalState.OPEN)
        people = {one.id: one.name for one in list_people(session)}
        today = today_of(session, actor, here.clock())
        used = editions_in_use(session, here.catalog, on=today)
    mine = [here.catalog.edition(one.rubric, one.edition) for one in own]
    known = [*here.catalog.by_name.values(), *mine]
    return render_template(
        "web/standards/listing.html",
        used=[standard(one, language) for one in used],
        own=[(one, standard(edition, language)) for one, edition in zip(own, mine, strict=True)],
        drafts=drafts,
        proposed={one.subject for one in proposals},
        people=people,
        options=[standard(one, language) for one in known],
        chosen=chosen,
        today=today,
        day=lambda on: day_words(on, say),
        may_manage=actor.may(Action.MANAGE),
        faults=tuple(islice(faults, 200)),
        lines=lines,
    )
