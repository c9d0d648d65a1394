"""The API: the same facts, scores and publications as JSON, for programs.

It reads no cookie and sets none. What is public may be read from any website, without a key;
what is an organization's own asks for a token (`jobquality.api.keys`).
"""

from flask import Flask
from werkzeug.exceptions import HTTPException

from jobquality.api import (
    assessments,
    employers,
    evaluations,
    me,
    newer,
    scorecards,
    standards,
    trends,
)
from jobquality.api.answers import finish
from jobquality.api.problems import PROBLEM_TYPE, Api, answer_http, answer_refusal, below
from jobquality.errors import JobQualityError, SecondStepError

PREFIX = "/api/"
_PARTS = (standards, employers, scorecards, trends, evaluations, assessments, newer, me)


def add_api(app: Flask) -> None:
    """Give the application its API; call it after the pages, whose errors stay theirs."""
    app.config.update(
        API_TITLE="jobquality",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api",
        API_SPEC_OPTIONS={"info": {"description": _ABOUT, "license": _LICENSE}},
    )
    api = Api(app)
    api.spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for part in _PARTS:
        api.register_blueprint(part.blueprint)
        app.extensions["csrf"].exempt(part.blueprint)
    app.after_request(finish)
    below(app, PREFIX, HTTPException, answer_http)
    for kind in (JobQualityError, SecondStepError):
        below(app, PREFIX, kind, answer_refusal)


_LICENSE = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
_ABOUT = (
    "Read the standards, the employers and their published scorecards, and score facts of your "
    f"own. Every refusal is `{PROBLEM_TYPE}` (RFC 9457) with a `code` that never changes. "
    "Numbers are exact texts: a decimal, or `a/b` where none ends."
)
