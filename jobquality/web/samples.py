"""The organization of samples: made and removed with one click."""

import secrets

from flask import redirect, url_for
from werkzeug.wrappers import Response

from jobquality.access.actors import Action
from jobquality.http import Context, current
from jobquality.services.certificates import ALPHABET, CODE_LENGTH
from jobquality.services.events import EventKind, note
from jobquality.services.practice import check_real
from jobquality.services.samples.making import Workshop, make_samples
from jobquality.store.database import EVERY_ORGANIZATION
from jobquality.store.samples import find_samples, remove_samples
from jobquality.web.visitors import current_actor, needs
from jobquality.web.work import work_blueprint

blueprint = work_blueprint("samples", __name__)


@blueprint.post("/samples")
@needs(Action.MANAGE)
def make() -> Response:
    """Make the samples; where they are there already, that is fine too."""
    here = current()
    workshop = workshop_of(here)
    _check_real()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        is_new = find_samples(session) is None
        if is_new:
            make_samples(session, workshop)
    if is_new:
        _tell(EventKind.SAMPLES_MADE)
    return redirect(url_for("desk.page"))


@blueprint.post("/samples/remove")
@needs(Action.MANAGE)
def remove() -> Response:
    """Remove the samples whole: rows, chain, files and key."""
    here = current()
    _check_real()
    with here.database.transaction(EVERY_ORGANIZATION) as session:
        samples = find_samples(session)
        files = remove_samples(session, samples) if samples else ()
    # Only what no row names any more goes from the disk, so a kill in between loses nothing.
    for name in files:
        here.files.remove(name)
    if samples:
        here.keys.forget(samples)
        _tell(EventKind.SAMPLES_REMOVED)
    return redirect(url_for("desk.page"))


def _check_real() -> None:
    """Refuse whoever only practices: the samples are there for everybody."""
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        check_real(session, actor)


def _tell(kind: EventKind) -> None:
    """Keep in the log of the actor's own organization what became of the samples."""
    here, actor = current(), current_actor()
    with here.database.transaction(actor.organization_id) as session:
        note(session, actor, kind, at=here.clock())


def workshop_of(here: Context) -> Workshop:
    """Return what the samples are made with in this installation."""
    return Workshop(catalog=here.catalog, keys=here.keys, new_id=here.new_id, new_code=_new_code)


def _new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
