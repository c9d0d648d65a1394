"""Words of notices."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "notices_title": Sentence(en="Notice to {employer}", es="Aviso a {employer}"),
    "notices_moment": Sentence(
        en="{day} at {time} ({short}, {zone} time)",
        es="{day} a las {time} ({short}, hora de {zone})",
    ),
    "notices_link_title": Sentence(
        en="The employer's link, shown only now", es="El enlace del empleador: solo se ve ahora"
    ),
    "notices_link_why": Sentence(
        en="Copy it now. We keep no copy. Whoever has this link can open the draft and reply.",
        es="Cópielo ahora. No guardamos copia. Quien tenga este enlace puede abrir el borrador y "
        "responder.",
    ),
    "notices_link_waits": Sentence(
        en="Copy it now. It also stands in Messages, for you alone, until the message is on its "
        "way or marked as done. Whoever has this link can open the draft and reply.",
        es="Cópielo ahora. También está en Mensajes, solo para usted, hasta que el mensaje salga o "
        "se marque como hecho. Quien tenga este enlace puede abrir el borrador y responder.",
    ),
    "notices_decide_after": Sentence(
        en="You decide on this reply once it is clear who wrote it. First look here:",
        es="Usted decide sobre esta respuesta cuando se sepa quién la escribió. Vea antes:",
    ),
    "notices_decide_time": Sentence(
        en="You decide on this reply once the employer knows whether it has more time. First "
        "answer here:",
        es="Usted decide sobre esta respuesta cuando el empleador sepa si tiene más tiempo. "
        "Conteste antes:",
    ),
    "notices_link_how": Sentence(
        en="Send it by e-mail, or print it in a letter. The clock starts when somebody there "
        "opens the draft. If you lose it, make a new one.",
        es="Envíelo por correo o imprímalo en una carta. El plazo empieza cuando alguien de allí "
        "abre el borrador. Si lo pierde, haga otro.",
    ),
    "notices_clock_runs": Sentence(
        en="The employer can reply until", es="El empleador puede responder hasta"
    ),
    "notices_clock_over": Sentence(en="The clock ended", es="El plazo terminó"),
    "notices_delivered": Sentence(
        en="{days} days, from {on}: {how}.",
        es="{days} días, desde el {on}: {how}.",
    ),
    "notices_not_delivered": Sentence(
        en="Not delivered yet. No clock runs.", es="Aún no entregado. No corre ningún plazo."
    ),
    "notices_not_delivered_why": Sentence(
        en="The {days} days start when the employer opens the draft, or when you record "
        "that it was handed over. An e-mail that was only sent is no delivery.",
        es="Los {days} días empiezan cuando el empleador abre el borrador, o cuando usted anota "
        "que se entregó. Un correo solo enviado no es una entrega.",
    ),
    "notices_shortened": Sentence(
        en="SAMPLE: this clock is shorter than real ones, and the public page says so.",
        es="EJEMPLO: este plazo es más corto que los reales, y la página pública lo dice.",
    ),
    "notices_how_portal": Sentence(en="the link was opened", es="se abrió el enlace"),
    "notices_how_handed_over": Sentence(en="handed over", es="entregado en mano"),
    "notices_how_attempts": Sentence(en="two attempts by two ways", es="dos intentos por dos vías"),
    "notices_send_title": Sentence(en="Give the employer the draft", es="Dar el borrador"),
    "notices_send_why": Sentence(
        en="This freezes the draft and makes one private link. The employer sees each answer, "
        "its source and its points, and can reply to each. Nobody's name is shown, no worker's "
        "file, and no count under five.",
        es="Esto fija el borrador y crea un enlace privado. El empleador ve cada respuesta, su "
        "fuente y sus puntos, y puede responder a cada una. No ve nombres, ni archivos de "
        "trabajadores, ni recuentos menores de cinco.",
    ),
    "notices_days": Sentence(en="Days to reply", es="Días para responder"),
    "notices_days_hint": Sentence(
        en="14 days are usual; never fewer than 7.", es="Lo usual son 14 días; nunca menos de 7."
    ),
    "notices_days_sample": Sentence(
        en="14 days are usual. A SAMPLE may shorten this to 0; its page says so.",
        es="Lo usual son 14 días. Un EJEMPLO puede bajarlo a 0; su página lo dice.",
    ),
    "notices_send": Sentence(en="Make the notice and its link", es="Crear el aviso y su enlace"),
    "notices_resume_title": Sentence(
        en="Nothing got worse for the employer", es="Nada empeoró para el empleador"
    ),
    "notices_resume_why": Sentence(
        en="They have seen the earlier draft. Nothing in this one is worse for them, so no new "
        "clock is needed.",
        es="Ya vio el borrador anterior. Nada de este es peor para el empleador, así que no hace "
        "falta un nuevo plazo.",
    ),
    "notices_resume": Sentence(en="Go on under the same clock", es="Seguir con el mismo plazo"),
    "notices_worse": Sentence(
        en="This is worse than in the draft that the employer got, or says what they have not "
        "read. A new notice is needed, of at least 7 days:",
        es="Esto es peor que en el borrador que recibió el empleador, o dice algo que no ha "
        "leído. Hace falta un nuevo aviso de al menos 7 días:",
    ),
    "notices_part_result": Sentence(en="The level", es="El nivel"),
    "notices_part_standard": Sentence(
        en="The standard, or the day of the score", es="La norma, o el día de la calificación"
    ),
    "notices_part_figures": Sentence(en="The figures used", es="Las cifras usadas"),
    "notices_part_employer": Sentence(
        en="The employer, or the places covered", es="El empleador, o los lugares incluidos"
    ),
    "notices_part_reason": Sentence(
        en="The reason of the correction, in words of your own",
        es="El motivo de la corrección, con palabras propias",
    ),
    "notices_part_organization": Sentence(
        en="The name or the contact of your organization",
        es="El nombre o el contacto de su organización",
    ),
    "notices_hand_title": Sentence(en="Was it handed over?", es="¿Se entregó?"),
    "notices_hand_why": Sentence(
        en="Record it if somebody got the draft in another way than by opening the link. Two "
        "attempts by two ways, at least 3 days apart, also count. Record it soon: at least "
        "7 days must pass from the record on. If nobody of theirs comes in, whoever records "
        "it does not publish.",
        es="Anótelo si alguien recibió el borrador sin abrir el enlace. También valen dos "
        "intentos por dos vías, con al menos 3 días entre uno y otro. Anótelo pronto: desde la "
        "anotación deben pasar al menos 7 días. Si nadie de allí entra, quien lo anota no "
        "publica.",
    ),
    "notices_what": Sentence(en="What happened?", es="¿Qué pasó?"),
    "notices_kind_hand": Sentence(
        en="Somebody there got it from us", es="Alguien de allí lo recibió de nosotros"
    ),
    "notices_kind_attempt": Sentence(
        en="We tried, and nobody took it", es="Lo intentamos y nadie lo recibió"
    ),
    "notices_on": Sentence(en="On which day?", es="¿Qué día?"),
    "notices_how_label": Sentence(en="Who, where and how?", es="¿Quién, dónde y cómo?"),
    "notices_how_hint": Sentence(
        en="For example: to the manager, at the front desk. Only your organization sees this.",
        es="Por ejemplo: a la gerente, en la recepción. Solo su organización lo ve.",
    ),
    "notices_way": Sentence(en="By which way?", es="¿Por qué vía?"),
    "notices_way_hint": Sentence(en="Needed for an attempt.", es="Hace falta para un intento."),
    "notices_way_email": Sentence(en="e-mail", es="correo electrónico"),
    "notices_way_letter": Sentence(en="letter", es="carta"),
    "notices_way_phone": Sentence(en="phone", es="teléfono"),
    "notices_way_in_person": Sentence(en="in person", es="en persona"),
    "notices_way_message": Sentence(en="message", es="mensaje"),
    "notices_record": Sentence(en="Record it", es="Anotar"),
    "notices_renew_title": Sentence(en="A new link", es="Un enlace nuevo"),
    "notices_renew_why": Sentence(
        en="Make a new link if the first was lost or reached the wrong person. The old one is "
        "dead at once. If they can still reply, the clock stands until somebody comes in by "
        "the new link, or you record that it was handed over. Then it runs anew.",
        es="Haga un enlace nuevo si el primero se perdió o llegó a otra persona. El anterior "
        "deja de servir enseguida. Si aún pueden responder, el plazo se detiene hasta que "
        "alguien entra por el nuevo o usted anota que se entregó. Entonces empieza de nuevo.",
    ),
    "notices_renew": Sentence(en="Make a new link", es="Crear un enlace nuevo"),
    "notices_reply_title": Sentence(en="The employer's reply", es="La respuesta del empleador"),
    "notices_replied": Sentence(en="{who}, on {on}", es="{who}, el {on}"),
    "notices_unsent": Sentence(
        en="The employer saved this and did not send it. What was saved last counts as the "
        "reply, so somebody who did not write the assessment has to decide on it.",
        es="El empleador guardó esto y no lo envió. Lo último que guardó cuenta como su "
        "respuesta, así que tiene que decidir alguien que no haya escrito la evaluación.",
    ),
    "notices_unsent_who": Sentence(en="Name given: {who}", es="Nombre indicado: {who}"),
    "notices_no_reply": Sentence(
        en="No reply came since {on}. The public page will say so, and how they were asked.",
        es="No hubo respuesta desde el {on}. La página pública lo dirá, y cómo se le preguntó.",
    ),
    "notices_no_reply_yet": Sentence(
        en="No reply yet. The clock still runs.", es="Aún no hay respuesta. El plazo sigue."
    ),
    "notices_decide_title": Sentence(en="Decide on the reply", es="Decidir sobre la respuesta"),
    "notices_decide_why": Sentence(
        en="Say what you change and what stays, each with its reason. If an answer changes, "
        "decide first and then return the assessment to its author.",
        es="Diga qué cambia y qué queda, y por qué. Si cambia una respuesta, decida primero y "
        "después devuelva la evaluación a quien la escribió.",
    ),
    "notices_decision": Sentence(en="Decision and reasons", es="Decisión y motivos"),
    "notices_printed": Sentence(
        en="It is printed beside the reply.", es="Se publica junto a la respuesta."
    ),
    "notices_decide": Sentence(en="Keep the decision", es="Guardar la decisión"),
    "notices_decide_other": Sentence(
        en="A reviewer who wrote no part of this has to decide on the reply.",
        es="Tiene que decidir alguien que revise y no haya escrito ninguna parte.",
    ),
    "notices_to_publish": Sentence(en="Preview and publish", es="Vista previa y publicar"),
    "notices_to_review": Sentence(en="Draft and history", es="Borrador e historial"),
    "notices_publish_title": Sentence(en="Publish {employer}", es="Publicar {employer}"),
    "notices_not_both": Sentence(
        en="Whoever makes the link accepts nobody who comes through it, does not decide alone on "
        "the reply, and does not publish: another person does.",
        es="Quien crea el enlace no acepta a quien entra con él, no decide a solas sobre la "
        "respuesta y no publica: lo hace otra persona.",
    ),
    "notices_lonely": Sentence(
        en="If you make this link, nobody here can decide on the employer’s reply.",
        es="Si usted crea este enlace, nadie aquí puede decidir sobre la respuesta del empleador.",
    ),
    "notices_lonely_better": Sentence(en="Let {names} make it.", es="Deje que lo cree {names}."),
    "notices_lonely_guest": Sentence(
        en="A guest reviewer of another center can: invite one first.",
        es="Puede hacerlo una persona de otro centro: invítela antes.",
    ),
    "notices_lonely_invite": Sentence(
        en="Invite a guest reviewer", es="Invitar a una persona de otro centro"
    ),
    "notices_lonely_anyway": Sentence(
        en="I know. I make the link all the same.", es="Lo sé. Creo el enlace de todos modos."
    ),
    "notices_not_published": Sentence(
        en="Nothing was published. Please look at this:",
        es="No se publicó nada. Vea lo siguiente:",
    ),
    "notices_checks_title": Sentence(en="What has to hold", es="Lo que debe cumplirse"),
    "notices_holds": Sentence(en="(holds)", es="(se cumple)"),
    "notices_holds_not": Sentence(en="(does not hold yet)", es="(aún no se cumple)"),
    "notices_check_people": Sentence(
        en="Two people stand behind it", es="Dos personas responden por esto"
    ),
    "notices_check_clock": Sentence(
        en="The employer's clock has ended", es="El plazo del empleador terminó"
    ),
    "notices_check_reply": Sentence(
        en="No reply waits for a decision", es="Ninguna respuesta espera decisión"
    ),
    "notices_check_done": Sentence(
        en="What was decided on the reply is done",
        es="Se hizo lo que se decidió sobre la respuesta",
    ),
    "notices_take_back_title": Sentence(
        en="The decision is wrong?", es="¿La decisión está equivocada?"
    ),
    "notices_take_back_why": Sentence(
        en="Whoever made it alone can take it back until the employer’s time ends; after that, "
        "somebody else. Then it is decided anew before anything is published. The decision and "
        "your reason stay in the history, and the employer reads both.",
        es="Quien la tomó sin nadie más puede retirarla hasta que termine el plazo del empleador; "
        "después, otra persona. Entonces se decide de nuevo antes de publicar. La decisión y su "
        "motivo quedan en el historial, y el empleador lee los dos.",
    ),
    "notices_take_back_reason": Sentence(en="Why it does not stand", es="Por qué no se mantiene"),
    "notices_take_back": Sentence(en="Take the decision back", es="Retirar la decisión"),
    "notices_reason_title": Sentence(
        en="The reason that everybody will read", es="El motivo que todos leerán"
    ),
    "notices_reason_why": Sentence(
        en="It is signed with the correction and can never be taken back. Does it name a worker, "
        "or say more than can be shown?",
        es="Se firma con la corrección y nunca se puede quitar. ¿Nombra a alguien que trabaja "
        "ahí, o dice más de lo que se puede mostrar?",
    ),
    "notices_reason_tick": Sentence(
        en="I read it. It can stay for ever.",
        es="Lo leí. Puede quedar para siempre.",
    ),
    "notices_small_title": Sentence(
        en="Words about fewer than five workers", es="Palabras sobre menos de cinco trabajadores"
    ),
    "notices_small_why": Sentence(
        en="Somebody wrote this: the employer, or one of you. It is printed as it is. Could the "
        "employer tell from it who spoke to you?",
        es="Lo escribió alguien: el empleador o alguien de ustedes. Se publica tal cual. ¿Podría "
        "el empleador saber por ello quién habló con ustedes?",
    ),
    "notices_small_tick": Sentence(
        en="I read it. Nobody can be found by it.",
        es="Lo leí. Nadie puede ser reconocido por ello.",
    ),
    "notices_check_evidence": Sentence(
        en="Every answer that counts has evidence", es="Cada respuesta que cuenta tiene evidencia"
    ),
    "notices_check_hold": Sentence(en="No hold", es="Sin pausa"),
    "notices_preview": Sentence(
        en="This is what everyone will read", es="Esto es lo que todos leerán"
    ),
    "notices_preview_reply": Sentence(en="The employer's side", es="La voz del empleador"),
    "notices_waits": Sentence(
        en="It cannot be published yet. The list above says why.",
        es="Aún no se puede publicar. La lista de arriba dice por qué.",
    ),
    "notices_not_you": Sentence(
        en="A reviewer or an administrator can publish it.",
        es="Puede publicarlo alguien que revise o administre.",
    ),
    "notices_forever_title": Sentence(en="Publish for ever", es="Publicar para siempre"),
    "notices_forever": Sentence(
        en="This cannot be undone. Everyone can read it, and it is signed so that nobody can "
        "change it, you included.",
        es="Esto no se puede deshacer. Todos podrán leerlo, y va firmado para que nadie lo "
        "cambie, tampoco usted.",
    ),
    "notices_forever_all": Sentence(
        en="Score, answers, sources and the employer's reply become public.",
        es="Se hacen públicas la calificación, las respuestas, las fuentes y la respuesta del "
        "empleador.",
    ),
    "notices_forever_correct": Sentence(
        en="A mistake is corrected by a new revision beside it. This one stays readable.",
        es="Un error se corrige con una revisión nueva al lado. Esta se podrá seguir leyendo.",
    ),
    "notices_forever_earlier": Sentence(
        en="It takes the place of this employer's earlier scorecard.",
        es="Ocupa el lugar de la evaluación anterior de este empleador.",
    ),
    "notices_type_this": Sentence(
        en="To be sure, type the employer's name:", es="Para confirmar, escriba el nombre:"
    ),
    "notices_type_name": Sentence(en="The employer's name", es="Nombre del empleador"),
    "notices_publish": Sentence(en="Publish it now", es="Publicar ahora"),
}
