"""What proposals, keys and witnesses refuse."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        (
            "The name or the address of this employer was changed past the program, so nothing "
            "more is signed of it. Let an administrator run 'jobquality verify'. Two people can "
            "give it its right name again."
        ),
        (
            "El nombre o la dirección de este empleador se cambió por fuera del programa, así que "
            "no se firma nada más de él. Pida a un administrador que ejecute 'jobquality verify'. "
            "Dos personas pueden devolverle su nombre correcto."
        ),
    ),
    (
        (
            "What is known of this employer (its brand, the number of its sites, its further "
            "names) was changed past the program, so nothing more is signed of it. Let an "
            "administrator run 'jobquality verify'. Two people can set it right again."
        ),
        (
            "Lo que se sabe de este empleador (su marca, el número de sus locales, sus otros "
            "nombres) se cambió por fuera del programa, así que no se firma nada más de él. Pida a "
            "un administrador que ejecute 'jobquality verify'. Dos personas pueden corregirlo."
        ),
    ),
    (
        (
            "The clock of this computer says {now}, but the last publication was made at {last}. "
            "Set the clock right, then try again."
        ),
        (
            "El reloj de este equipo dice {now}, pero la última publicación es de {last}. Ponga el "
            "reloj en hora e inténtelo de nuevo."
        ),
    ),
    (
        (
            "This was changed past the program after it was proposed, or never proposed in it. "
            "Refuse it, and let it be proposed anew."
        ),
        (
            "Esto se cambió por fuera del programa después de proponerse, o nunca se propuso en "
            "él. Rechácelo y pida que se proponga de nuevo."
        ),
    ),
    ("There is no reason.", "Falta el motivo."),
    (
        "The reason is in free words, and needs a second person who stands for them.",
        "El motivo está en palabras libres y necesita a una segunda persona que las respalde.",
    ),
    (
        "Read it, then tick that you stand for it. Or refuse it.",
        "Léalo y marque que lo respalda. O rechácelo.",
    ),
    (
        (
            "One person alone says this with a reason of the list only. Propose it: another "
            "person has to stand for it."
        ),
        (
            "Una persona sola lo dice solo con un motivo de la lista. Propóngalo: otra persona "
            "tiene que respaldarlo."
        ),
    ),
    ("Choose a reason. Nothing is guessed.", "Elija un motivo. No se supone nada."),
    ("Or say it in your own words.", "O dígalo con sus propias palabras."),
    (
        "The reason of this correction is in free words, and needs a second person.",
        "El motivo de esta corrección está en palabras libres y necesita a una segunda persona.",
    ),
    (
        "Read it, then tick that you stand for it. Or return the correction.",
        "Léalo y marque que lo respalda. O devuelva la corrección.",
    ),
    (
        "'{words}' counts fewer than five workers, and this reason stays for ever.",
        "«{words}» cuenta menos de cinco personas, y este motivo queda para siempre.",
    ),
    ("Say it without how many they are.", "Dígalo sin decir cuántas son."),
    ("Say why, in a sentence or two.", "Diga por qué, en una o dos frases."),
    (
        "The reason has {count} characters, {most} at most.",
        "El motivo tiene {count} caracteres; como máximo, {most}.",
    ),
    (
        "That is proposed already. Another person has to decide on it.",
        "Eso ya está propuesto. Tiene que decidirlo otra persona.",
    ),
    (
        "There is nothing to decide here any more. Reload the page.",
        "Aquí ya no hay nada que decidir. Vuelva a cargar la página.",
    ),
    (
        "You proposed this, so another person has to decide on it.",
        "Usted lo propuso, así que tiene que decidirlo otra persona.",
    ),
    (
        (
            "The account of whoever proposed this was closed, so nobody can confirm it any more. "
            "Propose it anew."
        ),
        (
            "Se cerró la cuenta de quien lo propuso, así que ya nadie puede confirmarlo. "
            "Propóngalo de nuevo."
        ),
    ),
    (
        "Only whoever proposed this can take it back. You can refuse it.",
        "Solo quien lo propuso puede retirarlo. Usted puede rechazarlo.",
    ),
    ("There is no such proposal.", "No existe esa propuesta."),
    (
        "Another key signs by now. Propose a new one again.",
        "Ahora ya firma otra clave. Proponga de nuevo una nueva.",
    ),
    (
        "No key has signed anything yet. The first publication makes one.",
        "Todavía no ha firmado ninguna clave. La primera publicación crea una.",
    ),
    ("There is no name, or too long a one.", "Falta el nombre o es demasiado largo."),
    (
        "Write the name of a person or a house, {most} characters at most.",
        "Escriba el nombre de una persona o una entidad; como máximo, {most} caracteres.",
    ),
    ("This is no mail address.", "Esto no es una dirección de correo."),
    ("This address is told the head already.", "Esta dirección ya recibe el eslabón más nuevo."),
    ("Name another one.", "Nombre otra."),
    ("The language is not one that we write in.", "No escribimos en ese idioma."),
    ("There are {count} witnesses already.", "Ya hay {count} testigos."),
    ("End one first.", "Quite uno primero."),
    ("There is no such witness.", "No existe ese testigo."),
    (
        (
            "This is the last witness that counts: nobody else stays whom another person named, "
            "or who was named a week ago. Propose it, and another person has to agree."
        ),
        (
            "Es el último testigo que cuenta: no queda nadie que haya nombrado otra persona, ni "
            "a quien se nombrara hace una semana. Propóngalo, y otra persona tiene que aceptar."
        ),
    ),
    (
        "Nobody else is needed for this. End it on the page of the ledger.",
        "Para esto no hace falta nadie más. Termínelo en la página del libro.",
    ),
    (
        (
            "You made this decision, and the employer's clock has ended or others signed it too. "
            "So another person takes it back."
        ),
        (
            "Usted tomó esta decisión, y el plazo del empleador terminó u otras personas también "
            "la firmaron. Por eso la retira otra persona."
        ),
    ),
    (
        (
            "This decision is published, so it stays as it was printed. "
            "Correct the scorecard if it is wrong."
        ),
        (
            "Esta decisión está publicada, así que queda como se imprimió. "
            "Corrija la calificación si está mal."
        ),
    ),
    ("There is no such figure.", "No existe esa cifra."),
    (
        "You brought this figure, so another person has to look at it.",
        "Usted aportó esta cifra, así que tiene que mirarla otra persona.",
    ),
    (
        "Only one person stands behind the figure {name} of {day}.",
        "Solo una persona responde por la cifra {name} del {day}.",
    ),
    (
        "Another person who reviews confirms it on the page of figures.",
        "Otra persona que revisa la confirma en la página de cifras.",
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _SHORT)
