"""What every form, a figure and an account refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    ("{what} is missing.", "Falta esto: {what}."),
    ("{what} is not a date.", "{what}: no es una fecha."),
    ("{what} has more than {longest} characters.", "{what}: tiene más de {longest} letras."),
    ("{what} holds {fault}. Delete it.", "{what}: contiene {fault}. Bórrelo."),
    ("The name", "El nombre"),
    ("The legal name", "La razón social"),
    ("The number", "El número"),
    ("The day", "El día"),
    ("The source", "La fuente"),
    ("The answer", "La respuesta"),
    ("The address", "La dirección"),
    ("The first day", "El primer día"),
    ("The last day", "El último día"),
    ("The figure", "La cifra"),
    ("The amount", "La cantidad"),
    ("The day it was read", "El día en que se leyó"),
    ("The day to look again", "El día para volver a buscarla"),
    ("What it shows", "Qué muestra"),
    ("Shorten it.", "Acórtelo."),
    ("Say it shorter.", "Dígalo más corto."),
    ("Write it as 2026-03-01.", "Escríbalo así: 2026-03-01."),
    (
        "Choose the day, or write it as 2026-03-01.",
        "Elija el día o escríbalo así: 2026-03-01.",
    ),
    ("Delete it.", "Bórrelo."),
    ("This is missing.", "Esto falta."),
    ("This is missing, or too long.", "Esto falta o es demasiado largo."),
    ("Choose one of the list.", "Elija uno de la lista."),
    ("Correct it.", "Corríjalo."),
    ("Open the page anew.", "Abra la página de nuevo."),
    (
        "It has {count} characters, {most} at most.",
        "Tiene {count} letras; como máximo caben {most}.",
    ),
    (
        "That has {count} characters, {most} at most.",
        "Tiene {count} letras; como máximo caben {most}.",
    ),
    ("It holds {unwanted}.", "Contiene {unwanted}."),
    ("The text holds {unwanted}.", "El texto contiene {unwanted}."),
    (
        "{typed} is not a whole number up to {most}. Write it as 25.",
        "{typed} no es un número entero hasta {most}. Escríbalo así: 25.",
    ),
    (
        "{typed} is not a number, 0 or more. Write it as 25.",
        "{typed} no es un número desde 0. Escríbalo así: 25.",
    ),
    ("{typed} is not a number from 0 to 100.", "{typed} no es un número de 0 a 100."),
    ("{typed} is not a number.", "{typed} no es un número."),
    (
        "Use a point for decimals (7.25), and nothing between thousands (1000).",
        "Use un punto para los decimales (7.25) y nada entre los miles (1000).",
    ),
    ("Write it as 25.", "Escríbalo así: 25."),
    (
        "This form was sent before with other answers.",
        "Este formulario ya se envió con otras respuestas.",
    ),
    ("Open the page anew and send it again.", "Abra la página de nuevo y envíelo otra vez."),
    ("The form has no key.", "Al formulario le falta su clave."),
    (
        "This is being done already. Reload the page to see it.",
        "Esto ya se está haciendo. Vuelva a cargar la página para verlo.",
    ),
    (
        "A text holds a control character or half of a broken one.",
        "Un texto contiene un signo que no se ve o está roto.",
    ),
    ("Delete it, then send it again.", "Bórrelo y envíelo de nuevo."),
    (
        "A text has {count} characters; no more than {most} can be kept.",
        "Un texto tiene {count} letras; no se pueden guardar más de {most}.",
    ),
    ("Shorten it, then send it again.", "Acórtelo y envíelo de nuevo."),
    ("A number is too large.", "Un número es demasiado grande."),
    ("Give a smaller one.", "Dé uno menor."),
    (
        "The database does not answer at this moment. Wait a little, then try again.",
        "La base de datos no responde en este momento. Espere un poco e intente de nuevo.",
    ),
    (
        "{figure} is not a figure that a standard uses.",
        "{figure} no es una cifra que use una norma.",
    ),
    (
        "Say where it can be seen: an ordinance, a notice, minutes.",
        "Diga dónde se puede ver: una ordenanza, un aviso, un acta.",
    ),
    ("The day it was read has not come yet.", "El día en que se leyó aún no llega."),
    ("Write the day you looked it up.", "Escriba el día en que la buscó."),
    (
        "It has to be looked up again after the day it was read.",
        "Hay que volver a buscarla después del día en que se leyó.",
    ),
    ("A year later is usual.", "Lo usual es un año después."),
    ("The figure is not above 0.", "La cifra no es mayor que 0."),
    ("{value} is more than there can be.", "{value} es más de lo que puede haber."),
    (
        "There is a figure for this place from this day already: {value}.",
        "Ya hay una cifra para este lugar desde este día: {value}.",
    ),
    (
        "Figures are never changed. If it was wrong, start the right one a day later.",
        "Las cifras nunca se cambian. Si estaba mal, empiece la correcta un día después.",
    ),
    (
        "A figure that ships for this place and day says {ours}.",
        "Una cifra incluida para este lugar y este día dice {ours}.",
    ),
    (
        "Start yours on another day; if ours is wrong, please tell us.",
        "Empiece la suya otro día; si la nuestra está mal, avísenos.",
    ),
    ("This organization takes part already.", "Esta organización ya participa."),
    ("This day has not come yet.", "Este día aún no llega."),
    ("Record what was done, once it is done.", "Anote lo hecho cuando ya esté hecho."),
    ("This names {name}.", "Esto nombra a {name}."),
    (
        "This needs the role {roles}. Ask an administrator of your organization.",
        "Esto necesita otra función ({roles}). Pídala a quien administra su organización.",
    ),
    (
        "Choose one role at least. To keep somebody out, close their account.",
        "Elija al menos una función. Para que alguien no entre, cierre su cuenta.",
    ),
    ("There is an account with this e-mail address already.", "Ya hay una cuenta con este correo."),
    (
        "This person cannot log in. Let them in again first.",
        "Esta persona no puede entrar. Primero ábrale de nuevo.",
    ),
    (
        "Only the samples can be removed. Nothing of a real organization can.",
        "Solo se pueden quitar los datos de muestra. De una organización real, nada.",
    ),
    (
        "Set up a second step first. The codes are for when you lose it.",
        "Primero active un segundo paso. Los códigos son para cuando lo pierda.",
    ),
    (
        "You have {count} passkeys. Remove one that you don't use.",
        "Tiene {count} llaves de acceso. Quite una que no use.",
    ),
    (
        "You have {count} tokens. End one that you don't need any more.",
        "Tiene {count} claves. Termine una que ya no necesite.",
    ),
    (
        "A token needs a scope, and lives 1 to {days} days.",
        "Una clave necesita un permiso y dura de 1 a {days} días.",
    ),
)
_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="The database has too much to do at this moment, so nothing was saved. Wait a "
        "little, then send it again.",
        es="La base de datos está muy ocupada, así que no se guardó nada. Espere un poco y "
        "envíelo de nuevo.",
    ),
    Refusal(
        said="The disk of this installation is full, so nothing was saved. Tell the people who "
        "run it, then send it again.",
        es="El disco de esta instalación está lleno, así que no se guardó nada. Avise a "
        "quienes la mantienen y envíelo de nuevo.",
    ),
    Refusal(
        said="Somebody else added a figure for this place and day at the same moment. Reload "
        "the page to see theirs.",
        es="Otra persona agregó una cifra para este lugar y este día en el mismo momento. "
        "Vuelva a cargar la página para verla.",
    ),
    Refusal(
        said="What is said about an employer is published only as a scorecard, after the "
        "employer was heard.",
        es="Lo que se dice de un empleador se publica solo como calificación, después de "
        "escucharlo.",
    ),
    Refusal(
        said="You wrote this, so another person of your organization has to read it. Nobody "
        "publishes alone.",
        es="Usted escribió esto, así que otra persona de su organización tiene que leerlo. "
        "Nadie publica a solas.",
    ),
    Refusal(
        said="Close the account first. Then it can be erased.",
        es="Primero cierre la cuenta. Después se puede borrar.",
    ),
    Refusal(
        said="This account was erased, so nothing about it changes any more.",
        es="Esta cuenta se borró, así que ya nada de ella cambia.",
    ),
    Refusal(
        said="There are {count} events, and Excel holds {most}. Choose fewer days, or take the "
        "CSV.",
        es="Hay {count} sucesos, y Excel admite {most}. Elija menos días, o lleve el CSV.",
    ),
    Refusal(
        said="This is the last administrator, and nobody else could manage people. Make "
        "somebody else an administrator first.",
        es="Es la última persona que administra, y nadie más podría hacerlo. Dé primero esa "
        "función a otra persona.",
    ),
)
REFUSALS: tuple[Refusal, ...] = (*(Refusal(said=said, es=es) for said, es in _SHORT), *_LONG)
