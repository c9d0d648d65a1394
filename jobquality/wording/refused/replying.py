"""What a reply in full, more time, documents and decisions refuse."""

from jobquality.wording.refusal import Refusal

_PAIRS = (
    ("The day of the repair lies in the future.", "El día del arreglo está en el futuro."),
    (
        "Give the day on which it was done. Say a plan in your statement.",
        "Dé el día en que se hizo. Un plan dígalo en su declaración.",
    ),
    ("The day of the repair is missing.", "Falta el día del arreglo."),
    ("Give the day since which it is fixed.", "Dé el día desde el que está arreglado."),
    (
        "Nothing shows yet what is right here.",
        "Aquí nada muestra todavía qué es lo correcto.",
    ),
    (
        "Add a document, or a photo of one. If you have none, choose that you disagree.",
        "Agregue un documento o una foto de uno. Si no tiene, elija que no está de acuerdo.",
    ),
    ("This is no day that we can read.", "No podemos leer este día."),
    (
        (
            "More time was asked for already. That can be done once. Write to the contact named in "
            "the draft."
        ),
        (
            "Ya se pidió más tiempo. Se puede pedir una sola vez. Escriba al contacto que nombra "
            "el borrador."
        ),
    ),
    (
        "The employer does not wait for an answer about more time.",
        "El empleador no espera respuesta sobre más tiempo.",
    ),
    (
        "It was decided that {name} changes, and it still says the same.",
        "Se decidió que {name} cambia y todavía dice lo mismo.",
    ),
    (
        "It was decided that {name} is removed, and it is still there.",
        "Se decidió que {name} se quita y todavía está.",
    ),
    (
        "Return it to the author, who does what was decided.",
        "Devuélvalo al autor, que hace lo decidido.",
    ),
    (
        (
            "The employer asked for more time and waits for an answer. Grant it or refuse it with "
            "a reason first, on the notice page."
        ),
        (
            "El empleador pidió más tiempo y espera respuesta. Antes déselo o niéguelo con un "
            "motivo, en la página del aviso."
        ),
    ),
    ("Nothing says why you need more time.", "Falta por qué necesita más tiempo."),
    ("One sentence is enough.", "Basta una frase."),
    ("Nobody is named as the one who asks.", "Falta quién lo pide."),
    ("More time is 1 to {most} days.", "Más tiempo son de 1 a {most} días."),
    ("7 days are usual.", "Lo usual son 7 días."),
    ("Nothing says why you refuse.", "Falta por qué lo niega."),
    ("The employer reads the reason.", "El empleador lee el motivo."),
    ("This document was taken over already.", "Este documento ya se tomó como prueba."),
    (
        "There are {most} documents with this reply already.",
        "Ya hay {most} documentos con esta respuesta.",
    ),
    (
        "There are {most} documents to this point already.",
        "Ya hay {most} documentos sobre este punto.",
    ),
    (
        (
            "You made the employer's link, so you do not decide alone. Let another reviewer or a "
            "guest reviewer decide, or a panel of two people or more."
        ),
        (
            "Usted creó el enlace del empleador, así que no decide a solas. Que decida otra "
            "persona que revise, una de otro centro, o un grupo de dos o más."
        ),
    ),
    (
        "If you make this link, nobody here can decide on the employer's reply.",
        "Si usted crea este enlace, nadie aquí puede decidir sobre la respuesta del empleador.",
    ),
    (
        "Invite a guest reviewer, or tick that you know.",
        "Invite a una persona de otro centro, o marque que lo sabe.",
    ),
    (
        "Let {names} make it, or tick that you know.",
        "Deje que lo cree {names}, o marque que lo sabe.",
    ),
    ("No decision waits for a panel here.", "Aquí ninguna decisión espera a un grupo."),
    (
        "The decision changed after you read it. Read it again, then sign.",
        "La decisión cambió después de que la leyó. Léala otra vez y firme.",
    ),
    (
        "A decision lies before a panel already. Only whoever wrote it can change it.",
        "Ya hay una decisión ante un grupo. Solo la cambia quien la escribió.",
    ),
    (
        "You are not on the panel that decides on this reply.",
        "Usted no está en el grupo que decide sobre esta respuesta.",
    ),
    (
        "This decides on a point to which the employer said nothing.",
        "Esto decide sobre un punto del que el empleador no dijo nada.",
    ),
    ("Nothing says what comes of this point.", "Falta qué resulta de este punto."),
    ("Choose whether it changes, stays or goes.", "Elija si cambia, queda o se quita."),
    ("There is no reason for this point.", "Falta el motivo de este punto."),
    ("One sentence is enough. It is printed.", "Basta una frase. Se publica."),
    ("A panel has {fewest} to {most} people.", "Un grupo tiene de {fewest} a {most} personas."),
    ("Tick everybody who decides.", "Marque a todas las personas que deciden."),
    (
        "Somebody on the panel wrote a part of this, or is not here any more.",
        "Alguien del grupo escribió una parte de esto o ya no está.",
    ),
    (
        "Say of everybody on the panel for whom they sit, or of nobody.",
        "Diga de todas las personas del grupo por quién participan, o de ninguna.",
    ),
    (
        "Choose it for each one who is ticked, or for none.",
        "Elíjalo para cada persona marcada, o para ninguna.",
    ),
    ("Open the page anew.", "Abra la página de nuevo."),
    (
        (
            "Your stay as a guest reviewer is over, or it opens another assessment. Ask the person "
            "who invited you."
        ),
        (
            "Su estancia como persona invitada terminó, o abre otra evaluación. Pregunte a quien "
            "le invitó."
        ),
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _PAIRS)
