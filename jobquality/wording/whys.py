"""Reasons that one may choose: plain sentences, which say nothing bad about anybody.

The English ones stand in the ledger, letter by letter, so they never change; whoever reads
Spanish reads the other one. A new reason gets a new name.
"""

from jobquality.wording.sentence import Sentence

#: Why a published scorecard is set right.
CORRECTION = {
    "written": Sentence(en="An answer was written down wrongly.", es="Una respuesta se anotó mal."),
    "papers": Sentence(
        en="Papers that we got later show another answer.",
        es="Documentos que recibimos después muestran otra respuesta.",
    ),
    "employer": Sentence(
        en="What the employer told us was right.",
        es="Lo que el empleador nos dijo era correcto.",
    ),
    "standard": Sentence(en="We read the standard wrongly.", es="Leímos mal la norma."),
    "figure": Sentence(
        en="A wage or a law that we used was not the right one.",
        es="Un salario o una ley que usamos no era la correcta.",
    ),
    "place": Sentence(
        en="An answer was about another place or another time.",
        es="Una respuesta era de otro lugar o de otro tiempo.",
    ),
    "name": Sentence(
        en="A name or an address was wrong.", es="Un nombre o una dirección estaba mal."
    ),
    "unclear": Sentence(en="Our words were not clear.", es="Nuestras palabras no eran claras."),
}

#: Why a scorecard is taken back, by the kind of reason.
WITHDRAWAL = {
    "error": Sentence(
        en="There was an error in it. It was ours.", es="Tenía un error. Fue nuestro."
    ),
    "agreement": Sentence(
        en="We agreed on this with the employer.", es="Lo acordamos con el empleador."
    ),
    "court_order": Sentence(en="A court ordered it.", es="Lo ordenó un tribunal."),
    "other": Sentence(en="We do not stand behind it any more.", es="Ya no la respaldamos."),
}

#: Why a certificate is worth something else from now on.
STATUS = {
    "checking": Sentence(
        en="We are checking whether its level still holds.",
        es="Estamos comprobando si su nivel todavía se mantiene.",
    ),
    "asked": Sentence(en="The employer asked for it.", es="El empleador lo pidió."),
    "mistake": Sentence(
        en="It was issued by mistake. The mistake was ours.",
        es="Se emitió por error. El error fue nuestro.",
    ),
    "level": Sentence(en="Its level does not hold any more.", es="Su nivel ya no se mantiene."),
    "closed": Sentence(
        en="The workplace is closed, or has another owner.",
        es="El lugar de trabajo cerró o tiene otro dueño.",
    ),
    "checked": Sentence(
        en="We checked it. Its level holds.", es="Lo comprobamos. Su nivel se mantiene."
    ),
}

#: Why what an entry says is taken out of the ledger, by the kind of reason.
TOMBSTONE = {
    "court_order": Sentence(
        en="A court ordered that it goes.", es="Un tribunal ordenó que se quite."
    ),
    "erasure": Sentence(
        en="A person asked us to erase their data.",
        es="Una persona pidió que borremos sus datos.",
    ),
}

KINDS = {
    "correction": CORRECTION,
    "withdrawal": WITHDRAWAL,
    "status": STATUS,
    "tombstone": TOMBSTONE,
}

WORDING: dict[str, Sentence] = {
    f"why_{kind}_{name}": sentence
    for kind, sentences in KINDS.items()
    for name, sentence in sentences.items()
} | {
    "why_choose": Sentence(en="Why?", es="¿Por qué?"),
    "why_choose_hint": Sentence(
        en="Everyone will read it, in English and Spanish.",
        es="Todos lo leerán, en inglés y en español.",
    ),
    "why_own_words": Sentence(en="More, in words of your own", es="Más, con palabras propias"),
    "why_own_correction": Sentence(
        en="These stay for ever: name no worker. A second person has to stand for them, and the "
        "employer reads them first, in a new notice of 7 days or more.",
        es="Estas quedan para siempre: no nombre a ninguna persona trabajadora. Una segunda "
        "persona tiene que respaldarlas, y el empleador las lee antes, en un aviso nuevo de 7 "
        "días o más.",
    ),
    "why_read_title": Sentence(
        en="The reason of this correction, which everyone will read:",
        es="El motivo de esta corrección, que todos leerán:",
    ),
    "why_read": Sentence(
        en="I read it. It says nothing about the employer that the answers do not prove.",
        es="Lo leí. No dice nada del empleador que las respuestas no prueben.",
    ),
    "why_read_hint": Sentence(
        en="Two people stand for words that stay for ever.",
        es="Dos personas respaldan las palabras que quedan para siempre.",
    ),
    "why_employer_title": Sentence(
        en="This draft sets a published scorecard right",
        es="Este borrador corrige una calificación publicada",
    ),
    "why_employer": Sentence(
        en="This reason will stand beside it, and stays for ever:",
        es="Este motivo estará a su lado, y queda para siempre:",
    ),
    "why_employer_answer": Sentence(
        en="You can answer it in your reply, which is printed too.",
        es="Puede responderlo en su respuesta, que también se imprime.",
    ),
    "why_own_stands": Sentence(
        en="These stay for ever: name no worker, and say nothing about the employer that was not "
        "published with evidence. A second person has to stand for them.",
        es="Estas quedan para siempre: no nombre a ninguna persona trabajadora y no diga nada del "
        "empleador que no se haya publicado con evidencia. Una segunda persona tiene que "
        "respaldarlas.",
    ),
    "why_stands": Sentence(
        en="I read the reason. It says nothing about the employer that was not published with "
        "evidence.",
        es="Leí el motivo. No dice nada del empleador que no se haya publicado con evidencia.",
    ),
    "why_own": Sentence(en="In words of our own", es="Con palabras propias"),
    "why_none": Sentence(en="Choose a reason", es="Elija un motivo"),
}

#: The choice of whoever gives a reason in words of their own alone.
OWN = "own"


def made_why(kind: str, choice: str, own: str) -> str:
    """Return a reason as it is kept: the sentence that was chosen, then one's own words.

    Empty where neither is there; an unknown choice counts as none.
    """
    sentence = KINDS[kind].get(choice)
    return " ".join(part for part in (sentence.en if sentence else "", own.strip()) if part)


def own_words(kind: str, reason: str) -> str:
    """Return what somebody said in words of their own; empty where they chose a sentence."""
    found = _chosen(kind, reason.strip())
    return reason.strip()[len(found.en) :].strip() if found else reason.strip()


def spoken_why(reason: str, language: str) -> str:
    """Return a reason as a reader is told it: the sentence that was chosen in their language."""
    for kind in KINDS:
        found = _chosen(kind, reason)
        if found is not None:
            return found.spoken(language) + reason[len(found.en) :]
    return reason


def _chosen(kind: str, reason: str) -> Sentence | None:
    known = KINDS[kind].values()
    return next((one for one in known if _starts(reason, one.en)), None)


def _starts(reason: str, sentence: str) -> bool:
    return reason == sentence or reason.startswith(f"{sentence} ")
