"""What the checker of standards says, in English as it is said and in Spanish."""

from jobquality.wording.checked import (
    besides,
    changes,
    fields,
    files,
    laws,
    levels,
    measures,
    questions,
)

#: Each sentence as the checker says it, with `{name}` for what differs, and its Spanish.
TOLD: tuple[tuple[str, str], ...] = (
    *besides.TOLD,
    *changes.TOLD,
    *fields.TOLD,
    *files.TOLD,
    *laws.TOLD,
    *levels.TOLD,
    *measures.TOLD,
    *questions.TOLD,
)
