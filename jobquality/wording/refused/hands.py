"""What is refused where one person could be in two accounts."""

from jobquality.wording.refusal import Refusal

_SHORT: tuple[tuple[str, str], ...] = (
    (
        (
            "One person could have come in as both of you, by a link or a reset of these days. Let "
            "a third person do this, or let one confirm on the page People who it is. Otherwise "
            "you count as two people from {moment} UTC on."
        ),
        (
            "Una sola persona pudo haber entrado como las dos, por un enlace o un restablecimiento "
            "de estos días. Que lo haga una tercera persona, o que una confirme en la página "
            "Personas quién es. Si no, cuentan como dos personas desde el {moment} UTC."
        ),
    ),
    (
        (
            "Only a third person can confirm this: not whoever made the link or the reset, and "
            "nobody who joined by a link of theirs these days."
        ),
        (
            "Solo una tercera persona puede confirmarlo: no quien creó el enlace o restableció la "
            "cuenta, ni nadie que se unió con un enlace suyo en estos días."
        ),
    ),
    (
        (
            "One administrator alone does not do this to the account of somebody who decides. "
            "Propose it on the page People, and let another person carry it out."
        ),
        (
            "Una sola persona que administra no hace esto con la cuenta de alguien que decide. "
            "Propóngalo en la página Personas y que lo haga otra persona."
        ),
    ),
    (
        "This tells somebody what was done to their account: it is not stopped.",
        "Esto le dice a alguien qué pasó con su cuenta: no se detiene.",
    ),
    (
        (
            "These two accounts count as one person: mail to both, or to somebody who could "
            "be in them, comes to one mailbox. Let somebody else do this."
        ),
        (
            "Estas dos cuentas cuentan como una persona: su correo, o el de alguien que podría "
            "estar en ellas, llega a un mismo buzón. Que lo haga alguien más."
        ),
    ),
    (
        "Nobody else is needed for this. Do it on the page People.",
        "Para esto nadie más hace falta. Hágalo en la página Personas.",
    ),
    (
        "Another person has to agree to a reset of your own account.",
        "Otra persona tiene que estar de acuerdo con restablecer su propia cuenta.",
    ),
    (
        "This is about your own account: you can agree to it, and others can refuse it.",
        "Se trata de su propia cuenta: usted puede estar de acuerdo, y otras personas rechazarlo.",
    ),
    (
        "Whoever proposed this manages no people any more. Propose it again.",
        "Quien lo propuso ya no administra a las personas. Propóngalo de nuevo.",
    ),
    (
        "This is no recovery code that you had before the reset.",
        "Este no es un código de recuperación que usted tenía antes.",
    ),
    (
        "This link needs no new address: it has one already, or has ended. Reload the list.",
        "Este enlace no necesita una dirección nueva: ya la tiene, o terminó. Recargue la lista.",
    ),
    (
        "You made this link yourself, so another person has to make the new one.",
        "Usted mismo creó este enlace, así que otra persona tiene que crear el nuevo.",
    ),
)

REFUSALS: tuple[Refusal, ...] = tuple(Refusal(said=said, es=es) for said, es in _SHORT)
