"""What the outbox, the texts of letters and the calendar refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    ("Only a message that was sent can come back.", "Solo vuelve un mensaje que ya salió."),
    ("This message cannot be sent by mail.", "Este mensaje no se puede enviar por correo."),
    (
        "Its private link is not kept any more. Make a new link and send that.",
        "Ya no se guarda su enlace privado. Haga un enlace nuevo y envíe ese.",
    ),
    ("What to do with it is not said.", "Falta decir qué hacer con él."),
    ("Choose one of: {words}.", "Elija una de estas: {words}."),
    ("This is no mail address.", "Esto no es una dirección de correo."),
    (
        "Write one address, like office@example.org",
        "Escriba una dirección, como oficina@example.org",
    ),
    (
        "This message is settled already. Reload the page.",
        "Este mensaje ya está resuelto. Recargue la página.",
    ),
    ("The message is empty or too long.", "El mensaje está vacío o es muy largo."),
    ("Write at most {most} characters.", "Escriba como máximo {most} letras."),
    (
        "The subject is not one line of plain text.",
        "El asunto no es una sola línea de texto simple.",
    ),
    ("Write it in one line.", "Escríbalo en una línea."),
    ("The subject is too long.", "El asunto es muy largo."),
    (
        "Somebody else changed this text. Reload the page to see it.",
        "Otra persona cambió este texto. Recargue la página para verlo.",
    ),
    ("The text leaves out {place}.", "Al texto le falta {place}."),
    ("Put it back: the employer needs it.", "Póngalo otra vez: el empleador lo necesita."),
    ("A subject holds no private link.", "El asunto no lleva el enlace privado."),
    ("Put {link} into the text.", "Ponga {link} en el texto."),
    (
        "Nobody is named whom the employer can ask.",
        "Falta nombrar a quién puede preguntar el empleador.",
    ),
    (
        "Write a name, and a phone number or a mail address.",
        "Escriba un nombre y un teléfono o un correo.",
    ),
    ("The letter has no address.", "La carta no tiene dirección."),
    (
        "Write it as on an envelope, in at most {most} lines.",
        "Escríbala como en un sobre, en {most} líneas como máximo.",
    ),
    ("Write it as on an envelope.", "Escríbala como en un sobre."),
    ("There is no place called {place}.", "No hay ningún lugar llamado {place}."),
    ("Known are {places}.", "Se conocen {places}."),
    ("A brace stands alone.", "Hay una llave suelta."),
    (
        "Write a place as {link}; other braces cannot stand here.",
        "Escriba un lugar como {link}; aquí no caben otras llaves.",
    ),
    ("The subject cannot stay so.", "El asunto no puede quedar así."),
    (
        "Write one line of at most {most} characters.",
        "Escriba una línea de {most} letras como máximo.",
    ),
    ("The text is too long.", "El texto es muy largo."),
    ("This cannot stand in a letter.", "Esto no puede estar en una carta."),
    (
        "Write plain lines of at most {most} characters.",
        "Escriba líneas simples de {most} letras como máximo.",
    ),
    ("A guest has no calendar here.", "Una persona invitada no tiene calendario aquí."),
)

_LONG: tuple[Refusal, ...] = (
    Refusal(
        said="Only whoever wrote the letter can print it, and only until it is on its way. Make "
        "a new link and a letter with it.",
        es="Solo quien escribió la carta puede imprimirla, y solo hasta que sale. Haga un enlace "
        "nuevo y una carta con él.",
    ),
)
REFUSALS: tuple[Refusal, ...] = (*(Refusal(said=said, es=es) for said, es in _SHORT), *_LONG)
