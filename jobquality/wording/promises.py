"""Words of the page of promises."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "promises_title": Sentence(
        en="What every record here promises",
        es="Qué promete todo lo publicado aquí",
    ),
    "promises_lead": Sentence(
        en="Five sentences, each held by tests that run on every change of the program. "
        "If one of them is broken, tell the organization, and us.",
        es="Cinco frases; cada una se comprueba con pruebas automáticas en cada cambio "
        "del programa. Si alguna no se cumple, avise a la organización y a nosotros.",
    ),
    "promises_five": Sentence(
        en="The five promises",
        es="Las cinco promesas",
    ),
    "promises_named": Sentence(
        en="Every score names its standard, its evidence and its date.",
        es="Toda calificación nombra su norma, su evidencia y su fecha.",
    ),
    "promises_named_why": Sentence(
        en="Open any line of a scorecard: it says what was answered, where it comes from, "
        "in which month, and how well it is proved.",
        es="Abra cualquier línea de una evaluación publicada: dice qué se respondió, de "
        "dónde viene, de qué mes es y cuán probado está.",
    ),
    "promises_heard": Sentence(
        en="The employer was asked first.",
        es="Al empleador se le preguntó antes.",
    ),
    "promises_heard_why": Sentence(
        en="It was sent the whole draft, or looked for in two ways, and had at least 7 days. "
        "What it says is printed in full, "
        "beside the score, with what was decided and why.",
        es="Se le envió el borrador completo, o se le buscó de dos maneras, y tuvo al menos 7 "
        "días. Lo que dice se imprime completo "
        "junto a la calificación, con lo que se decidió y por qué.",
    ),
    "promises_stays": Sentence(
        en="Nothing published changes without a public correction.",
        es="Nada publicado cambia sin una corrección pública.",
    ),
    "promises_stays_why": Sentence(
        en="Everything is signed and chained. A correction or a withdrawal is a new entry "
        "with its reason, by two people; old addresses live on.",
        es="Todo está firmado y encadenado. Una corrección o un retiro es un asiento "
        "nuevo con su motivo, de dos personas; las direcciones viejas siguen vivas.",
    ),
    "promises_workers": Sentence(
        en="No worker can be found from anything that is published.",
        es="Nada de lo publicado permite encontrar a una persona trabajadora.",
    ),
    "promises_workers_why": Sentence(
        en="Nothing about fewer than five workers leaves the team. No names, no days, no "
        "shifts, no quotes.",
        es="Nada sobre menos de cinco personas sale del equipo. Ni nombres, ni días, ni "
        "turnos, ni citas.",
    ),
    "promises_recompute": Sentence(
        en="Anyone can work the score out again.",
        es="Cualquiera puede volver a calcular la calificación.",
    ),
    "promises_recompute_why": Sentence(
        en="The answers, the figures and the standard can be downloaded. A page of code "
        "that is not ours gets the same number.",
        es="Las respuestas, las cifras y la norma se pueden descargar. Una página de "
        "código ajeno a nosotros da el mismo número.",
    ),
    "promises_not": Sentence(
        en="What is not promised",
        es="Lo que no se promete",
    ),
    "promises_not_true": Sentence(
        en="That every answer is true. It names its source, a second person looked at it, "
        "and the employer could object.",
        es="Que toda respuesta sea verdad. Nombra su fuente, una segunda persona la miró "
        "y el empleador pudo objetar.",
    ),
    "promises_not_server": Sentence(
        en="That somebody who holds the server and its keys could not write another past. "
        "Whoever kept a link of the chain would see it.",
        es="Que quien tenga el servidor y sus claves no pueda escribir otro pasado. Quien "
        "guardó un eslabón de la cadena lo vería.",
    ),
    "promises_not_reasons": Sentence(
        en="That the reasons of corrections, withdrawals, changed keys and certificates can be "
        "taken away. They stay for ever, and no court can empty them here. So they name no "
        "worker: a second person reads each one of a withdrawal or a key in full before it is "
        "signed.",
        es="Que se puedan quitar los motivos de correcciones, retiros, cambios de clave y "
        "certificados. Quedan para siempre, y ningún tribunal puede vaciarlos aquí. Por eso no "
        "nombran a ningún trabajador: una segunda persona lee completo cada uno de un retiro o de "
        "una clave antes de que se firme.",
    ),
    "promises_not_audit": Sentence(
        en="An outside audit: there was none yet.",
        es="Una auditoría externa: aún no la hubo.",
    ),
    "promises_check": Sentence(
        en="Keep a link and check later",
        es="Guarde un eslabón y compruebe después",
    ),
}
