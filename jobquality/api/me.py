"""Whom a token acts for: the first thing that a program should ask."""

from http import HTTPStatus
from typing import Any

from marshmallow import Schema, fields

from jobquality.access.actors import Action
from jobquality.access.scopes import Scope
from jobquality.api.blueprints import Blueprint
from jobquality.api.keys import acting, current_bearer
from jobquality.http import current
from jobquality.store.organizations import get_organization

blueprint = Blueprint("api_me", __name__, "Whom your token acts for")


class MeSchema(Schema):
    """Somebody, their organization, and what their program may do."""

    name = fields.String(required=True)
    organization = fields.String(required=True)
    roles = fields.List(fields.String(), required=True)
    scopes = fields.List(fields.Enum(Scope, by_value=True), required=True)


@blueprint.reads(
    "/me",
    MeSchema,
    refuses=[HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS],
)
@blueprint.with_token
def me() -> dict[str, Any]:
    """Say whom this token acts for, with the roles of now."""
    actor = acting(Action.LOOK)
    with current().database.reading(actor.organization_id) as session:
        organization = get_organization(session, actor.organization_id)
    return {
        "name": actor.name,
        "organization": organization.name,
        "roles": sorted(actor.roles),
        "scopes": sorted(current_bearer().scopes),
    }
