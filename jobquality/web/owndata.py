"""What is kept about oneself: as a page, and as a file."""

import json

from flask import Response, render_template

from jobquality.access.actors import Action
from jobquality.http import current
from jobquality.services.owndata import own_data, take_own_data
from jobquality.web.proofs import fresh
from jobquality.web.visitors import current_actor, needs


@needs(Action.LOOK)
@fresh
def page() -> str:
    """Show every row about whoever asks, table by table."""
    actor = current_actor()
    with current().database.reading(actor.organization_id) as session:
        tables = own_data(session, actor)
    return render_template("web/accounts/data.html", tables=tables)


@needs(Action.LOOK)
@fresh
def file() -> Response:
    """Give out the same as JSON; the log tells that it was taken."""
    here, actor = current(), current_actor()
    with here.database.transaction(actor.organization_id) as session:
        tables = take_own_data(session, actor, at=here.clock())
    content = json.dumps(tables, ensure_ascii=False, indent=2)
    response = Response(content, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response
