"""What is refused after publication, to employers and to the team."""

from jobquality.wording.refusal import Refusal

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        said="Words of the employer wait behind this link.",
        es="Detrás de este enlace esperan palabras del empleador.",
    ),
    Refusal(
        said="Nothing is published of this employer yet.",
        es="De este empleador todavía no se publicó nada.",
    ),
    Refusal(
        said="{most} people came through this link already. Ask for a new link.",
        es="Por este enlace ya entraron {most} personas. Pida un enlace nuevo.",
    ),
    Refusal(
        said="The time to answer is 1 to {most} days.",
        es="El tiempo para responder es de 1 a {most} días.",
    ),
    Refusal(
        said="{most} of your statements wait already. Write to the organization.",
        es="Ya esperan {most} declaraciones suyas. Escriba a la organización.",
    ),
    Refusal(
        said="This statement did not come back, so it stays as it is.",
        es="Esta declaración no volvió, así que queda como está.",
    ),
    Refusal(
        said="This came back once already. Print it, or write to the employer about the name "
        "that has to go.",
        es="Esta ya volvió una vez. Publíquela, o escriba al empleador sobre el nombre que "
        "debe quitarse.",
    ),
    Refusal(
        said="Nobody has confirmed yet that this person speaks for the employer. Confirm that "
        "first, then print what they say.",
        es="Nadie ha confirmado todavía que esta persona habla por el empleador. Confírmelo "
        "antes y luego publique lo que dice.",
    ),
    Refusal(
        said="Look whether a worker is named, and say that none is.",
        es="Mire si se nombra a un trabajador y diga que no.",
    ),
    Refusal(
        said="You cannot speak here. Write to the organization.",
        es="Aquí no puede hablar. Escriba a la organización.",
    ),
    Refusal(
        said="There is nothing to check here any more. Reload the page.",
        es="Aquí ya no hay nada que comprobar. Recargue la página.",
    ),
    Refusal(
        said="Nothing is published of you now, so there is nothing to speak to.",
        es="Ahora no hay nada publicado sobre usted, así que no hay de qué hablar.",
    ),
    Refusal(
        said="This belongs to no question of the score.",
        es="Esto no es de ninguna pregunta de la calificación.",
    ),
    Refusal(
        said="{most} documents at most.",
        es="Como máximo {most} documentos.",
    ),
    Refusal(
        said="Send the rest with another statement.",
        es="Envíe el resto con otra declaración.",
    ),
    Refusal(
        said="Choose the one question that is fixed.",
        es="Elija la única pregunta que está corregida.",
    ),
    Refusal(
        said="Send one form for each.",
        es="Envíe un formulario por cada una.",
    ),
    Refusal(
        said="The day on which it was fixed is missing, or lies in the future.",
        es="Falta el día en que se corrigió, o está en el futuro.",
    ),
    Refusal(
        said="Give a day up to today.",
        es="Dé un día hasta hoy.",
    ),
    Refusal(
        said="There is no text.",
        es="No hay texto.",
    ),
    Refusal(
        said="Say it in your own words.",
        es="Dígalo con sus palabras.",
    ),
    Refusal(
        said="Nothing says what to take out.",
        es="Nada dice qué quitar.",
    ),
    Refusal(
        said="Say where a worker is named.",
        es="Diga dónde se nombra a un trabajador.",
    ),
    Refusal(
        said="There is no such statement.",
        es="No existe esa declaración.",
    ),
    Refusal(
        said="There is no such link.",
        es="No existe ese enlace.",
    ),
    Refusal(
        said="There is nothing to decide here. Reload the page.",
        es="Aquí no hay nada que decidir. Recargue la página.",
    ),
    Refusal(
        said="Choose what comes of it.",
        es="Elija qué resulta.",
    ),
    Refusal(
        said="You wrote a part of the score that is contested, so two other people have to "
        "decide. Where there are too few of you, ask somebody in.",
        es="Usted escribió parte de la calificación en disputa, así que deben decidir otras "
        "dos personas. Si son muy pocas, inviten a alguien.",
    ),
    Refusal(
        said="There is nothing to take up here. Reload the page.",
        es="Aquí no hay nada que asumir. Recargue la página.",
    ),
    Refusal(
        said="Nothing is published of you now, so there is no plan.",
        es="Ahora no hay nada publicado sobre usted, así que no hay plan.",
    ),
    Refusal(
        said="Nobody is named who sees to it, or the name is too long.",
        es="No se nombra a nadie que se encargue, o el nombre es muy largo.",
    ),
    Refusal(
        said="Give a name or a position.",
        es="Dé un nombre o un cargo.",
    ),
    Refusal(
        said="You are logged in at the organization that wrote this. Log out first if you "
        "want to see what the employer sees.",
        es="Usted entró con la organización que escribió esto. Salga antes si quiere ver lo "
        "que ve el empleador.",
    ),
)
