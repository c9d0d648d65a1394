"""Words about links to employers that a removed person left, and about replaced ones."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "links_title": Sentence(
        en="Links that removed people left open",
        es="Enlaces que dejaron abiertos personas dadas de baja",
    ),
    "links_lead": Sentence(
        en="Whoever made these links no longer works here, but still knows their addresses. Give "
        "each link a new address.",
        es="Quien creó estos enlaces ya no trabaja aquí, pero todavía conoce sus direcciones. "
        "Dé a cada enlace una dirección nueva.",
    ),
    "links_stays": Sentence(
        en="The old address ends at once. The employer's time does not start anew, and nothing "
        "that the employer wrote is lost. Where a mail or a letter carried the old address, "
        "another one carries the new. Else you give it to the employer yourself.",
        es="La dirección vieja termina al momento. El plazo del empleador no empieza de nuevo, y "
        "no se pierde nada de lo que escribió. Si la dirección vieja fue por correo o por carta, "
        "otro correo o carta lleva la nueva. Si no, usted se la da al empleador.",
    ),
    "links_maker": Sentence(
        en="Whoever makes a new address of a draft could open it. So another person confirms who "
        "speaks for the employer, and another person publishes.",
        es="Quien crea una dirección nueva de un borrador podría abrirla. Por eso otra persona "
        "confirma quién habla por el empleador, y otra persona publica.",
    ),
    "links_none": Sentence(
        en="No link of a removed person is open.",
        es="No hay ningún enlace abierto de una persona dada de baja.",
    ),
    "links_of": Sentence(en="Made by {name}", es="Creados por {name}"),
    "links_made": Sentence(en="made on {moment}", es="creado el {moment}"),
    "links_kind_notice": Sentence(en="Draft and reply", es="Borrador y respuesta"),
    "links_kind_questions": Sentence(
        en="Questions to the employer", es="Preguntas para el empleador"
    ),
    "links_kind_after": Sentence(
        en="The employer's page after publication",
        es="La página del empleador después de publicar",
    ),
    "links_renew": Sentence(en="Make a new address", es="Crear una dirección nueva"),
    "links_desk": Sentence(
        en="Links to employers that removed people left open: {count}",
        es="Enlaces a empleadores que dejaron abiertos personas dadas de baja: {count}",
    ),
    "links_people": Sentence(
        en="Links to employers that {name} gave and that stay open: {count}",
        es="Enlaces a empleadores que dio {name} y siguen abiertos: {count}",
    ),
    "links_people_do": Sentence(en="Give them new addresses", es="Darles direcciones nuevas"),
    "links_people_who": Sentence(
        en="An advocate or a reviewer gives each a new address, under To do.",
        es="Una persona que evalúa o revisa da a cada uno una dirección nueva, en Por hacer.",
    ),
    "links_note": Sentence(
        en="This link takes the place of the one that you got from us before: that one no longer "
        "opens anything. What you wrote is kept, and you lose no time.",
        es="Este enlace toma el lugar del que le dimos antes: aquel ya no abre nada. Lo que usted "
        "escribió se conserva, y usted no pierde tiempo.",
    ),
    "links_replaced": Sentence(en="This link was replaced", es="Este enlace se cambió por otro"),
    "links_replaced_why": Sentence(
        en="{organization} made a new private link in its place. This one opens nothing any more.",
        es="{organization} creó un enlace privado nuevo en su lugar. Este ya no abre nada.",
    ),
    "links_replaced_kept": Sentence(
        en="What you saved is kept, and you lose no time.",
        es="Lo que usted guardó se conserva, y usted no pierde tiempo.",
    ),
    "links_replaced_ask": Sentence(
        en="Ask {organization} for the new link: {contact}",
        es="Pida el enlace nuevo a {organization}: {contact}",
    ),
    "links_replaced_typed": Sentence(
        en="You sent this just now. Copy it.", es="Usted acaba de enviar esto. Cópielo."
    ),
}
