"""What the views of accounts share: what was typed, and a form shown again with its faults."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from jobquality.errors import Fault, FaultsError, JobQualityError
from jobquality.services.passwords import LONGEST, SHORTEST, find_weakness
from jobquality.web.languages import current_speaker

#: Fields that may be sent more than once.
_MANY = ("languages", "roles", "scopes")
_PASSWORD = "password"  # noqa: S105 - the name of a field


def typed() -> dict[str, object]:
    """Return what was typed into the form; boxes to tick as lists."""
    form = request.form
    return {
        **{name: form.get(name, "") for name in form},
        **{name: form.getlist(name) for name in _MANY},
    }


def again(
    template: str,
    faults: Iterable[Fault],
    shown: Mapping[str, object] | None = None,
    *,
    status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
) -> Response:
    """Show a form again, with what was typed and everything that is wrong."""
    values = {"faults": tuple(faults), "typed": typed(), **(shown or {})}
    return make_response(render_template(template, **values), status)


def told(refusal: JobQualityError) -> list[str]:
    """Return what a refusal says, a line for each thing wrong, in the language of the page."""
    say = current_speaker()
    if not isinstance(refusal, FaultsError):
        return [say.refusal(line) for line in str(refusal).splitlines()]
    return [
        " ".join(say.refusal(part) for part in (fault.message, fault.remedy) if part)
        for fault in refusal.faults
    ]


def refuse(where: str, sentence: str, **values: object) -> FaultsError:
    """Return the refusal of one field, in the language of the page."""
    return FaultsError([Fault(where=where, message=current_speaker()(sentence, **values))])


def chosen(field: str, *words: str) -> str:
    """Return the word of a choice that decides something: what is not said is never guessed.

    Raises:
        FaultsError: nothing was chosen, or something else.
    """
    found = request.form.get(field, "")
    if found not in words:
        raise refuse(field, "form_not_chosen")
    return found


def check_password(known: Iterable[str]) -> str:
    """Return the password that was chosen.

    Raises:
        FaultsError: it is too easy to guess.
    """
    password = request.form.get(_PASSWORD, "")
    weakness = find_weakness(password, ("jobquality", *known))
    if weakness is not None:
        sentence = f"accounts_password_{weakness}"
        raise refuse(_PASSWORD, sentence, shortest=SHORTEST, longest=LONGEST)
    return password


def all_faults(*refusals: FaultsError | None) -> tuple[Fault, ...]:
    """Return the faults of several checks, to be shown at once."""
    return tuple(fault for refusal in refusals if refusal for fault in refusal.faults)
