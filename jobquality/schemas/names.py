"""What people type about a further name of an employer."""

from collections.abc import Mapping

from jobquality.errors import check_faults
from jobquality.schemas.employers import LONGEST_NAME
from jobquality.schemas.forms import Form
from jobquality.services.names import NameCommand
from jobquality.store.names import NameKind


def load_name(typed: Mapping[str, str], *, new_id: str, employer_id: str) -> NameCommand:
    """Return what a form says of a further name.

    Raises:
        FaultsError: fields are missing or wrong; names every one by its id.
    """
    form = Form(typed)
    kind = typed.get("kind", "")
    if kind not in set(NameKind):
        form.note("kind", "The kind of name is missing.", "Choose one of the list.")
    command = NameCommand(
        id=new_id,
        employer_id=employer_id,
        kind=NameKind(kind) if kind in set(NameKind) else NameKind.TRADE,
        text=form.text("text", "The name", longest=LONGEST_NAME, required=True),
        since=form.day("since", "The first day"),
        until=form.day("until", "The last day"),
        is_another=typed.get("is_another") == "yes",
    )
    check_faults(form.faults)
    return command
