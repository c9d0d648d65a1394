"""What moving a draft to a newer edition refuses."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        "This is no draft any more, so it stays with its edition.",
        "Esto ya no es un borrador, así que conserva su edición.",
    ),
    (
        "There is no newer edition of this standard in use.",
        "No hay una edición más nueva de esta norma en uso.",
    ),
    (
        "This corrects a published scorecard, so it stays with its edition.",
        "Esto corrige una calificación publicada, así que conserva su edición.",
    ),
    (
        "This was submitted before, so it stays with its edition.",
        "Esto ya se envió antes, así que conserva su edición.",
    ),
    (
        "The employer was asked by this edition, so the draft stays with it.",
        "Al empleador se le preguntó con esta edición, así que el borrador la conserva.",
    ),
    (
        "Two answers wait for your choice. Choose first, then move the draft.",
        "Dos respuestas esperan su elección. Elija primero y luego pase el borrador.",
    ),
    ("This assessment is on hold.", "Esta evaluación está en pausa."),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _SHORT)
