"""What corrections, withdrawals and tombstones refuse."""

from jobquality.wording.refusal import Refusal

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        said="Choose what kind of reason it is.",
        es="Elija qué tipo de motivo es.",
    ),
    Refusal(
        said="The scorecard that this corrects is not the current one any more. Abandon "
        "this assessment, and correct the scorecard that is current now.",
        es="La calificación que esto corrige ya no es la actual. Abandone esta evaluación y "
        "corrija la calificación que es actual ahora.",
    ),
    Refusal(
        said="Nothing public is different from the scorecard that this corrects. Return it"
        " to the author, or abandon it.",
        es="Nada público es distinto de la calificación que esto corrige. Devuélvala a quien la"
        " escribió o abandónela.",
    ),
    Refusal(
        said="Only the scorecard that is current can be corrected.",
        es="Solo se puede corregir la calificación que es actual.",
    ),
    Refusal(
        said="Somebody corrects this scorecard already. Look under To do.",
        es="Alguien ya corrige esta calificación. Mire en Por hacer.",
    ),
    Refusal(
        said="There is no body under that hash.",
        es="No hay ningún contenido con esa huella.",
    ),
    Refusal(
        said="This body is gone already; its hash is kept.",
        es="Este contenido ya no está; se guarda su huella.",
    ),
    Refusal(
        said="The chain cannot be checked without this entry, so it has to stay as it is.",
        es="Sin este asiento no se puede revisar la cadena, así que tiene que quedar como está.",
    ),
    Refusal(
        said="Withdraw this scorecard first. Then its body can go.",
        es="Retire primero esta calificación. Después se puede borrar su contenido.",
    ),
    Refusal(
        said="The order is missing.",
        es="Falta la orden.",
    ),
    Refusal(
        said="Name the court and the number, or the request that asks for it.",
        es="Nombre el tribunal y el número, o la solicitud que lo pide.",
    ),
    Refusal(
        said="The order has {count} characters, {most} at most.",
        es="La orden tiene {count} letras; como máximo caben {most}.",
    ),
    Refusal(
        said="The score behind it was withdrawn, or corrected so that it does not reach "
        "this level any more. Revoke it; issue a new one from a score that reaches a "
        "level.",
        es="La calificación detrás fue retirada, o corregida de modo que ya no llega a este "
        "nivel. Revóquelo; emita uno nuevo de una calificación que llegue a un nivel.",
    ),
    Refusal(
        said="This scorecard was withdrawn. Its hash stays in the ledger.",
        es="Esta calificación fue retirada. Su huella queda en el registro.",
    ),
    Refusal(
        said="This scorecard was withdrawn on {day}: {reason} Its hash stays in the ledger: {hash}",
        es="Esta calificación se retiró el {day}: {reason} Su huella queda en el registro: {hash}",
    ),
    Refusal(
        said="This certificate was withdrawn, and its hash kept: {hash} {reason}",
        es="Este certificado fue retirado y se guarda su huella: {hash} {reason}",
    ),
)
