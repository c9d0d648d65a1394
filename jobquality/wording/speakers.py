"""Words of who replies for the employer: at its door, and on the team's notice page."""

from jobquality.wording.sentence import Sentence

_DOOR = {
    "speakers_who_why": Sentence(
        en="Then the draft opens, and your {days} days to reply begin. {organization} makes sure "
        "that you speak for the employer before your reply counts.",
        es="Después se abre el borrador y empiezan sus {days} días para responder. {organization} "
        "comprueba que usted habla por el empleador antes de que cuente su respuesta.",
    ),
    "speakers_role_hint": Sentence(
        en="For example: owner, manager. It is printed with your reply, unless you change it "
        "there.",
        es="Por ejemplo: dueña, gerente. Se publica con su respuesta, si no lo cambia allí.",
    ),
    "speakers_not_yours": Sentence(
        en="You may not speak for the employer? Pass the link on to somebody who may, or write to "
        "{contact}",
        es="¿No puede hablar por el empleador? Pase el enlace a quien pueda, o escriba a {contact}",
    ),
    "speakers_code": Sentence(
        en="Keep this code. With it and your link you go on as yourself on another day or device:",
        es="Guarde este código. Con él y su enlace sigue con su nombre otro día o en otro equipo:",
    ),
    "speakers_doubt": Sentence(
        en="{name} said on {moment} that this was not the employer:",
        es="{name} dijo el {moment} que no era el empleador:",
    ),
    "speakers_doubt_two": Sentence(
        en="They wrote something, so another person has to say it too. Until then nothing changes.",
        es="Esta persona escribió algo, así que otra tiene que decirlo también. Hasta entonces "
        "nada cambia.",
    ),
    "speakers_doubt_why": Sentence(en="How you know it", es="Cómo lo sabe usted"),
    "speakers_doubt_second": Sentence(
        en="I say so too: it was not the employer", es="También lo digo: no era el empleador"
    ),
    "disputes_link_end_first": Sentence(
        en="{name} ended this link on {moment}. Words that came through it wait, so another "
        "person has to end it too. Until then it opens.",
        es="{name} cerró este enlace el {moment}. Esperan palabras que llegaron por él, así que "
        "otra persona tiene que cerrarlo también. Hasta entonces abre.",
    ),
    "speakers_pending_sent": Sentence(
        en="{organization} still makes sure that you speak for the employer. Your reply counts "
        "once that is done.",
        es="{organization} todavía comprueba que usted habla por el empleador. Su respuesta "
        "cuenta cuando se confirme.",
    ),
    "speakers_pending": Sentence(
        en="{organization} still makes sure that you speak for the employer. You can read and "
        "write now. Your reply counts once that is done.",
        es="{organization} todavía comprueba que usted habla por el empleador. Ya puede leer y "
        "escribir. Su respuesta cuenta cuando se confirme.",
    ),
    "speakers_others": Sentence(
        en="Somebody else came in through this link and began a reply. You can read the draft. "
        "Once {organization} has confirmed who you are, you can join. Was it you? Close the "
        "draft below, open the link again, and go on with your code. If you know nothing of it, "
        "say so now: {contact}",
        es="Otra persona entró con este enlace y empezó una respuesta. Usted puede leer el "
        "borrador. Cuando {organization} confirme quién es usted, podrá sumarse. ¿Fue usted? "
        "Cierre abajo el borrador, abra otra vez el enlace y siga con su código. Si no sabe nada "
        "de esto, dígalo ahora: {contact}",
    ),
}

_TEAM = {
    "speakers_title": Sentence(en="Who speaks for the employer", es="Quién habla por el empleador"),
    "speakers_why": Sentence(
        en="Whoever opens the employer’s link says who they are. Call a number that is "
        "published, not one they gave. Their reply counts once you accept them. Nothing is "
        "published while somebody waits.",
        es="Quien abre el enlace del empleador dice quién es. Llame a un número publicado, no a "
        "uno que le dieron. Su respuesta cuenta cuando usted le acepta. No se publica nada "
        "mientras alguien espera.",
    ),
    "speakers_yours": Sentence(
        en="You made the link, so another person has to do this.",
        es="Usted creó el enlace, así que tiene que hacerlo otra persona.",
    ),
    "speakers_again": Sentence(
        en="Were you here before, for this draft or for the one before it? Enter your code from "
        "then, below. If you were accepted, nobody has to check again who you are.",
        es="¿Ya estuvo aquí antes, por este borrador o por el anterior? Escriba abajo su código "
        "de entonces. Si se le aceptó, nadie tiene que volver a comprobar quién es usted.",
    ),
    "speakers_carried": Sentence(
        en="Accepted for the draft before, and came in again by their own code.",
        es="Se aceptó para el borrador anterior, y entró de nuevo con su propio código.",
    ),
    "speakers_two_from": Sentence(
        en="You and whoever made the link count as one person until {moment}: one of you let the "
        "other in, or reset an account. After that you can do this here. The employer can read "
        "and write all the time, and nothing is published before then.",
        es="Usted y quien creó el enlace cuentan como una sola persona hasta {moment}: una persona "
        "dio acceso a la otra o restableció una cuenta. Después puede hacerlo aquí. Mientras "
        "tanto, el empleador puede leer y escribir, y antes no se publica nada.",
    ),
    "speakers_sooner": Sentence(
        en="Sooner: a third colleague confirms on the page People who you are. Or somebody who "
        "reviews at another center comes as a guest reviewer with the account they have there; "
        "they can do this at once.",
        es="Antes: una tercera persona del equipo confirma en la página Personas quién es usted. "
        "O alguien que revisa en otro centro viene como revisora invitada o revisor invitado con "
        "la cuenta que ya tiene allí; puede hacerlo enseguida.",
    ),
    "speakers_nobodys": Sentence(
        en="This was saved before people had to say who they are. So nobody is named as its "
        "writer. It is the employer’s once somebody who is accepted sends it.",
        es="Esto se guardó antes de que hubiera que decir quién escribe. Por eso nadie figura como "
        "quien lo escribió. Es del empleador cuando lo envíe una persona confirmada.",
    ),
    "speakers_refuse": Sentence(en="This was not the employer", es="No era el empleador"),
    "speakers_refuse_why": Sentence(
        en="If it was not the employer, say why. The link dies. The clock and the reply that "
        "rest on them do not count. What they wrote stays here for you and is not published. "
        "Then make a new link.",
        es="Si no era el empleador, diga por qué. El enlace deja de servir. El plazo y la "
        "respuesta que dependen de esa persona no cuentan. Lo que escribió queda aquí para usted "
        "y no se publica. Después cree un enlace nuevo.",
    ),
    "speakers_saved": Sentence(en="Saved the reply {on}", es="Guardó la respuesta: {on}"),
    "speakers_last": Sentence(
        en="Saved the reply last, {on}", es="Guardó la respuesta por última vez: {on}"
    ),
    "speakers_waits": Sentence(
        en="This reply does not count yet: nobody has confirmed who wrote it.",
        es="Esta respuesta aún no cuenta: nadie ha confirmado quién la escribió.",
    ),
    "speakers_kept": Sentence(
        en="What they wrote, for the record of the team. It is never published.",
        es="Lo que escribió, para el registro del equipo. No se publica nunca.",
    ),
    "speakers_link_dead": Sentence(
        en="The link opens nothing any more. Make a new one, and bring it to the employer by "
        "another way.",
        es="El enlace ya no abre nada. Cree uno nuevo y hágalo llegar al empleador de otra manera.",
    ),
    "speakers_check": Sentence(
        en="Whoever came through the employer’s link was accepted, or refused",
        es="Quien entró con el enlace del empleador fue aceptado o rechazado",
    ),
}

WORDING: dict[str, Sentence] = {**_DOOR, **_TEAM}
