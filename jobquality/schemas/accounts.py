"""What people type about themselves and their organization; every fault at once, in their words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import available_timezones

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate

from jobquality.access.actors import Role
from jobquality.access.scopes import Scope
from jobquality.errors import Fault, FaultsError
from jobquality.schemas.texts import PlainText
from jobquality.services.organizations import OrganizationCommand
from jobquality.services.tokens import LONGEST_DAYS
from jobquality.wording import Speaker
from jobquality.wording.sentence import LANGUAGES

_MISSING = "accounts_fault_missing"
_LONG = "accounts_fault_long"
_CHARACTERS = "accounts_fault_characters"


#: What each field is called on the page, so that a list of faults says which is which.
_LABELS = {
    "organization_name": "accounts_organization_name",
    "contact": "accounts_organization_contact",
    "region": "accounts_organization_region",
    "funding": "accounts_organization_funding",
    "languages": "accounts_organization_languages",
    "time_zone": "accounts_organization_zone",
    "name": "accounts_fault_name",
    "email": "accounts_email",
    "roles": "accounts_people_roles",
    "language": "accounts_me_language",
    "purpose": "tokens_name",
    "device": "passkeys_name",
    "scopes": "tokens_scopes",
    "days": "tokens_days",
}


class _Line(PlainText):
    """One line that somebody typed; faults are names of sentences."""

    def __init__(self, longest: int, **but: Any) -> None:  # noqa: ANN401 - marshmallow's own
        super().__init__(
            required=True,
            validate=[
                validate.Length(min=1, error=_MISSING),
                validate.Length(max=longest, error=_LONG),
                *but.pop("validate", []),
            ],
            error_messages={"required": _MISSING},
            **but,
        )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ANN401 - marshmallow's own signature
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except ValidationError as error:
            raise ValidationError(_CHARACTERS) from error


class _Email(_Line):
    """An e-mail address, in small letters: nobody has two that differ in capitals only."""

    def __init__(self) -> None:
        super().__init__(254, validate=[validate.Email(error="accounts_fault_email")])

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ANN401 - marshmallow's own signature
        return super()._deserialize(value, attr, data, **kwargs).casefold()


def _one_of(names: Sequence[str] | frozenset[str]) -> validate.OneOf:
    return validate.OneOf(sorted(names), error="accounts_fault_choose")


class OrganizationSchema(Schema):
    """Who an organization is."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200, data_key="organization_name")
    contact = _Line(300)
    region = _Line(200)
    funding = _Line(2000)
    languages = fields.List(
        fields.String(validate=_one_of(LANGUAGES)),
        required=True,
        validate=validate.Length(min=1, error="accounts_fault_choose"),
        error_messages={"required": "accounts_fault_choose"},
    )
    time_zone = fields.String(
        required=True,
        validate=_one_of(frozenset(available_timezones())),
        error_messages={"required": "accounts_fault_choose"},
    )


class PersonSchema(Schema):
    """Who somebody is."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200)
    email = _Email()


class InviteSchema(Schema):
    """Whom to invite, and for what."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200)
    roles = fields.List(
        fields.Enum(Role, by_value=fields.String(validate=_one_of(frozenset(Role)))),
        required=True,
        validate=validate.Length(min=1, error="accounts_fault_choose"),
        error_messages={"required": "accounts_fault_choose"},
    )


class ProfileSchema(Schema):
    """How somebody is called, and which language is theirs."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200)
    language = fields.String(required=True, validate=_one_of(LANGUAGES))


class PasskeySchema(Schema):
    """What somebody calls the device of a passkey."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200, data_key="device")


class TokenSchema(Schema):
    """What a token is for, what it may do, and how many days it lives."""

    class Meta:
        """Forms carry keys of their own."""

        unknown = EXCLUDE

    name = _Line(200, data_key="purpose")
    scopes = fields.List(
        fields.Enum(Scope, by_value=fields.String(validate=_one_of(frozenset(Scope)))),
        required=True,
        validate=validate.Length(min=1, error="accounts_fault_choose"),
        error_messages={"required": "accounts_fault_choose"},
    )
    days = fields.Integer(
        required=True,
        validate=validate.Range(min=1, max=LONGEST_DAYS, error="accounts_fault_choose"),
        error_messages={"required": _MISSING, "invalid": "accounts_fault_choose"},
    )


def organization_command(read: Mapping[str, Any]) -> OrganizationCommand:
    """Return what was read as a command."""
    return OrganizationCommand(**{**read, "languages": tuple(read["languages"])})


def read_form(
    schemas: Sequence[Schema], given: Mapping[str, object], say: Speaker
) -> tuple[dict[str, Any], ...]:
    """Return what was typed, one mapping for each schema.

    Raises:
        FaultsError: something is missing or wrong; names every field of every schema.
    """
    faults: list[Fault] = []
    read: list[dict[str, Any]] = []
    for schema in schemas:
        try:
            read.append(dict(schema.load(given)))
        except ValidationError as error:
            faults += _faults(error.messages_dict, say)
    if faults:
        raise FaultsError(faults)
    return tuple(read)


def _faults(messages: Mapping[str, Any], say: Speaker) -> Iterator[Fault]:
    for where, found in messages.items():
        first = found
        while not isinstance(first, str):  # a list, or for an item of a list a mapping
            first = next(iter(first.values() if isinstance(first, dict) else first))
        sentence = say.spoken_or(first, say("accounts_fault_choose"))
        yield Fault(where=where, message=f"{say(_LABELS[where])}: {sentence}")
