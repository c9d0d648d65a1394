"""Answer our own script: what a page would say, as JSON, always in the same shape.

`said` is one line for people, `faults` names each thing that is wrong and the field it is at.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from flask import current_app
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError, JobQualityError
from jobquality.http import DATA_POLICY, status_of
from jobquality.web.languages import current_speaker


def tell(code: HTTPStatus, /, **told: Any) -> Response:  # noqa: ANN401 - whatever JSON holds
    """Return an answer to our script."""
    # An accent takes two bytes so, and six as `jsonify` writes it: a save of a phone is small.
    text = current_app.json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    response = Response(text, code, mimetype="application/json")
    response.headers["Content-Security-Policy"] = DATA_POLICY
    return response


def tell_refusal(refusal: JobQualityError, **told: object) -> Response:
    """Tell our script everything that a refusal names, in the language of the page."""
    whole = [Fault(message=str(refusal))]
    faults = refusal.faults if isinstance(refusal, FaultsError) else whole
    return tell_faults(status_of(refusal), faults, **told)


def tell_faults(status: HTTPStatus, faults: Iterable[Fault], **told: object) -> Response:
    """Tell our script what is wrong; without a line of its own, `said` is all of it."""
    say = current_speaker()
    named = [
        {
            "where": one.where,
            "message": say.refusal(one.message),
            "remedy": say.refusal(one.remedy) if one.remedy else "",
        }
        for one in faults
    ]
    whole = " ".join(f"{one['message']} {one['remedy']}".strip() for one in named)
    return tell(status, **{"said": whole, "faults": named, **told})
