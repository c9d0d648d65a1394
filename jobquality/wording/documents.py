"""Words of the certificate and the improvement plan."""

from jobquality.wording.sentence import Sentence

_POSTER = {
    "poster_title": Sentence(en="Scorecard of {name}", es="Evaluación de {name}"),
    "poster_ask": Sentence(en="How good are the jobs at", es="¿Qué tan buenos son los empleos en"),
    "poster_qr": Sentence(en="Code that opens {address}", es="Código que abre {address}"),
    "poster_scan": Sentence(en="Scan to read", es="Escanee para leer"),
    "poster_answers": Sentence(
        en="Pay, schedules, benefits, moving up, safety and a say: every answer, and where it "
        "comes from.",
        es="Salario, horarios, beneficios, ascensos, seguridad y voz: cada respuesta y de dónde "
        "viene.",
    ),
    "poster_reply": Sentence(
        en="The employer was sent the draft first, or looked for in two ways. What it says is "
        "printed in full.",
        es="Primero se le envió el borrador al empleador, o se le buscó de dos maneras. Lo que "
        "dice se publica completo.",
    ),
    "poster_newest": Sentence(
        en="The code always opens the newest page.",
        es="El código abre siempre la página más nueva.",
    ),
}

_SHARED = {
    "documents_sample": Sentence(en="SAMPLE", es="EJEMPLO"),
    "documents_sample_note": Sentence(
        en="SAMPLE: the employer and every figure here are invented.",
        es="EJEMPLO: el empleador y todos los datos de aquí son inventados.",
    ),
    "documents_page": Sentence(en="Page", es="Página"),
    "documents_sites": Sentence(en="Places covered", es="Lugares incluidos"),
    "documents_sites_all": Sentence(
        en="The employer as a whole", es="El empleador en su totalidad"
    ),
    "documents_standard": Sentence(en="Standard", es="Norma"),
    "documents_edition": Sentence(en="edition {edition}", es="edición {edition}"),
    "documents_score": Sentence(en="Score", es="Calificación"),
    "documents_of_most": Sentence(en="{score} of {most}", es="{score} de {most}"),
    "documents_assessed": Sentence(en="Assessed", es="Evaluado"),
    "documents_as_of": Sentence(en="as of {day}", es="al {day}"),
    "documents_published": Sentence(en="Published", es="Publicado"),
    "documents_contact": Sentence(en="Contact", es="Contacto"),
    "documents_funding_rest": Sentence(
        en="{start} … (the scorecard says the rest)",
        es="{start} … (el resto está en la calificación)",
    ),
    "documents_recompute": Sentence(
        en="Anyone can work this score out again: {address}",
        es="Cualquiera puede volver a calcular esta calificación: {address}",
    ),
    "documents_unreviewed": Sentence(
        en="No person has checked the Spanish words of this standard yet.",
        es="Nadie ha revisado todavía las palabras en español de esta norma.",
    ),
}

_CERTIFICATE = {
    "certificate_title": Sentence(
        en="Certificate of job quality", es="Certificado de calidad del empleo"
    ),
    "certificate_number": Sentence(en="No. {number}", es="N.º {number}"),
    "certificate_meets": Sentence(en="meets", es="cumple el"),
    "certificate_meets_site": Sentence(
        en="at the one site named below, meets",
        es="en el único local que se nombra abajo, cumple el",
    ),
    "certificate_meets_sites": Sentence(
        en="at the {count} sites named below, meets",
        es="en los {count} locales que se nombran abajo, cumple el",
    ),
    "certificate_by": Sentence(
        en="of the standard {standard}, edition {edition}, as of {day}.",
        es="de la norma {standard}, edición {edition}, al {day}.",
    ),
    "certificate_wage": Sentence(en="Living wage used", es="Salario digno usado"),
    "certificate_wage_none": Sentence(
        en="No living wage is named in this score",
        es="En esta calificación no se nombra ningún salario digno",
    ),
    "certificate_valid": Sentence(en="Valid", es="Vigencia"),
    "certificate_valid_from": Sentence(en="from {day}", es="desde el {day}"),
    "certificate_valid_until": Sentence(en="until {day}", es="hasta el {day}"),
    "certificate_valid_note": Sentence(
        en="The last day counts whole.", es="El último día cuenta completo."
    ),
    "certificate_issued_by": Sentence(en="Issued by", es="Emitido por"),
    "certificate_check": Sentence(
        en="Is it still valid? Scan this, or type the address.",
        es="¿Sigue vigente? Escanee esto o escriba la dirección.",
    ),
    "certificate_qr": Sentence(
        en="QR code with the address {address}", es="Código QR con la dirección {address}"
    ),
    "certificate_replied": Sentence(
        en="The employer replied. Its words, and if it contests the score, are there.",
        es="El empleador respondió. Allí están sus palabras y si impugna la calificación.",
    ),
    "certificate_said": Sentence(
        en="It also says there if the employer answers or contests the score.",
        es="Allí consta también si el empleador responde o impugna la calificación.",
    ),
    "documents_said": Sentence(en="What the employer says", es="Lo que dice el empleador"),
    "documents_said_now": Sentence(
        en="All its words, and if it contests the score today: {address}",
        es="Todas sus palabras, y si hoy impugna la calificación: {address}",
    ),
    "certificate_not": Sentence(en="What this does not say", es="Lo que esto no dice"),
    "certificate_not_text": Sentence(
        en="It says what was found on that day, at the places named here. It is no promise about "
        "other places, about later days, or about what nobody told us. It is no license and no "
        "inspection by a public agency.",
        es="Dice lo que se encontró ese día en los lugares que se nombran. No promete nada sobre "
        "otros lugares, sobre días posteriores ni sobre lo que nadie nos contó. No es un permiso "
        "ni una inspección de una agencia pública.",
    ),
    "certificate_concern": Sentence(en="If you work here", es="Si usted trabaja aquí"),
    "certificate_concern_text": Sentence(
        en="Is something not right? Tell {issuer}: {contact}. We do not give your name to your "
        "employer. Nobody may punish you for speaking up about pay, safety or organizing.",
        es="¿Algo no está bien? Dígaselo a {issuer}: {contact}. No le damos su nombre a su "
        "empleador. Nadie puede castigarle por hablar de pago, seguridad u organización.",
    ),
    "certificate_more_sites": Sentence(
        en="and {count} more, listed on the next page",
        es="y {count} más, en la página siguiente",
    ),
    "certificate_sites_title": Sentence(
        en="All places that this certificate covers",
        es="Todos los lugares que incluye este certificado",
    ),
    "certificate_emblem": Sentence(en="Level {place} of {count}", es="Nivel {place} de {count}"),
}

_PLAN = {
    "plan_title": Sentence(en="Improvement plan", es="Plan de mejora"),
    "plan_for": Sentence(en="for {employer}", es="para {employer}"),
    "plan_lead": Sentence(
        en="What would make these jobs better, what each step is worth, and what to begin with. "
        "Every gain was worked out by scoring again with the better answer.",
        es="Qué haría mejores estos empleos, cuánto vale cada paso y por dónde empezar. Cada "
        "ganancia se calculó volviendo a calificar con la respuesta mejor.",
    ),
    "plan_where": Sentence(en="Where you are", es="Dónde está usted"),
    "plan_now": Sentence(en="Now", es="Ahora"),
    "plan_after": Sentence(
        en="After everything under 1 to 3", es="Después de todo lo de las partes 1 a 3"
    ),
    "plan_after_all": Sentence(
        en="And with the best answers to part 4", es="Y con las mejores respuestas de la parte 4"
    ),
    "plan_level": Sentence(en="Level", es="Nivel"),
    "plan_chart": Sentence(
        en="The score is {score} of {most}. Levels start at: {levels}.",
        es="La calificación es {score} de {most}. Los niveles empiezan en: {levels}.",
    ),
    "plan_chart_plain": Sentence(
        en="The score is {score} of {most}.", es="La calificación es {score} de {most}."
    ),
    "plan_topics": Sentence(en="Topic by topic", es="Tema por tema"),
    "plan_topic": Sentence(en="Topic", es="Tema"),
    "plan_topic_weight": Sentence(en="Counts", es="Cuenta"),
    "plan_topic_out": Sentence(en="does not apply", es="no aplica"),
    "plan_order": Sentence(
        en="Work in this order: stop what must stop, do what laws ask for, then take the steps "
        "that gain most.",
        es="Trabaje en este orden: detenga lo que debe parar, haga lo que piden las leyes y luego "
        "dé los pasos que más ganan.",
    ),
    "plan_stop": Sentence(en="1. Stop now", es="1. Detener ya"),
    "plan_stop_lead": Sentence(
        en="While one of these stands, points do not lead to a level.",
        es="Mientras una de estas faltas siga, los puntos no llevan a ningún nivel.",
    ),
    "plan_stop_none": Sentence(
        en="Nothing was found that must stop at once.",
        es="No se encontró nada que deba parar de inmediato.",
    ),
    "plan_stop_unchecked": Sentence(
        en="But this was not checked, so nobody knows whether it has to stop:",
        es="Pero esto no se revisó, así que nadie sabe si hay que detenerlo:",
    ),
    "plan_stop_found": Sentence(en="Found", es="Se encontró"),
    "plan_stop_seen": Sentence(en="Seen in: {source}", es="Visto en: {source}"),
    "plan_stop_law": Sentence(en="Rests on: {law}", es="Se basa en: {law}"),
    "plan_legal": Sentence(en="2. What laws ask for", es="2. Lo que piden las leyes"),
    "plan_legal_lead": Sentence(
        en="For these, a law somewhere asks for at least one of the steps. The source names it. "
        "Check whether it holds where you are.",
        es="En estos puntos, alguna ley pide al menos uno de los pasos. La fuente la nombra. "
        "Compruebe si vale donde usted está.",
    ),
    "plan_legal_none": Sentence(
        en="No step here rests on a law.", es="Ningún paso de aquí se basa en una ley."
    ),
    "plan_gain": Sentence(en="3. What gains most", es="3. Lo que más gana"),
    "plan_gain_lead": Sentence(
        en="These steps rest on published standards, data or our own judgment.",
        es="Estos pasos se basan en normas publicadas, datos o nuestro propio criterio.",
    ),
    "plan_gain_none": Sentence(
        en="There is nothing more to gain here.", es="Aquí no hay nada más que ganar."
    ),
    "plan_open": Sentence(en="4. Find out first", es="4. Averiguar primero"),
    "plan_open_lead": Sentence(
        en="We do not know these answers. You may be better than the low end of your score says. "
        "Look them up and show us the records.",
        es="No conocemos estas respuestas. Quizás usted esté mejor de lo que dice el extremo bajo "
        "de su calificación. Búsquelas y muéstrenos los documentos.",
    ),
    "plan_open_none": Sentence(en="Nothing is open.", es="No falta nada por saber."),
    "plan_do": Sentence(en="What to do", es="Qué hacer"),
    "plan_gains": Sentence(en="Points gained", es="Puntos que gana"),
    "plan_key": Sentence(
        en="Dark: what is sure. Light: what the open answers may still add.",
        es="Oscuro: lo seguro. Claro: lo que aún pueden sumar las respuestas que faltan.",
    ),
    "plan_level_more": Sentence(en="{level}: what is missing", es="{level}: lo que falta"),
    "plan_asks": Sentence(en="Who asks for it", es="Quién lo pide"),
    "plan_proof": Sentence(en="What shows it is done", es="Qué muestra que está hecho"),
    "plan_best": Sentence(en="Good looks like:", es="Lo bueno es:"),
    "plan_steps": Sentence(en="On the way:", es="En el camino:"),
    "plan_is_now": Sentence(en="Now: {now}", es="Ahora: {now}"),
    "plan_points": Sentence(en="{number} of {most} points", es="{number} de {most} puntos"),
    "plan_boxes_open": Sentence(en="Still open:", es="Todavía falta:"),
    "plan_from": Sentence(en="{amount} or more", es="{amount} o más"),
    "plan_under": Sentence(en="under {amount}", es="menos de {amount}"),
    "plan_above": Sentence(en="more than {amount}", es="más de {amount}"),
    "plan_nothing": Sentence(en="nothing found", es="nada encontrado"),
    "plan_up_to": Sentence(en="{amount} or less", es="{amount} o menos"),
    "plan_figure": Sentence(en="{name} or more", es="{name} o más"),
    "plan_boxes": Sentence(en="{number} of the {most} things", es="{number} de las {most} cosas"),
    "plan_boxes_all": Sentence(en="all {most} things", es="las {most} cosas"),
    "plan_part": Sentence(
        en="That is “{name}” at {amount} or more, with all else as it is now.",
        es="Es decir, «{name}» en {amount} o más, si lo demás sigue igual.",
    ),
    "plan_part_at_most": Sentence(
        en="That is “{name}” at {amount} or less, with all else as it is now.",
        es="Es decir, «{name}» en {amount} o menos, si lo demás sigue igual.",
    ),
    "plan_need": Sentence(
        en="It counts once “{name}” is {amount} or more.",
        es="Cuenta cuando «{name}» llega a {amount} o más.",
    ),
    "plan_stops": Sentence(
        en="Part of what must stop (part 1)", es="Parte de lo que debe parar (parte 1)"
    ),
    "plan_levels": Sentence(en="The way to the next level", es="El camino al siguiente nivel"),
    "plan_levels_lead": Sentence(
        en="A level counts from the low end of the score. This is how each condition stands.",
        es="Un nivel se cuenta desde el extremo bajo de la calificación. Así está cada condición.",
    ),
    "plan_levels_none": Sentence(
        en="You have the highest level of this standard. Keep it.",
        es="Usted tiene el nivel más alto de esta norma. Consérvelo.",
    ),
    "plan_levels_no": Sentence(
        en="This standard has no levels.", es="Esta norma no tiene niveles."
    ),
    "plan_condition": Sentence(en="Condition", es="Condición"),
    "plan_condition_now": Sentence(en="How it stands", es="Cómo está"),
    "plan_condition_word": Sentence(en="Holds?", es="¿Se cumple?"),
    "plan_unchecked": Sentence(en="Have these checked", es="Haga revisar esto"),
    "plan_unchecked_lead": Sentence(
        en="Nobody has looked into these critical violations yet. While that is so, they stand "
        "in the way of a level.",
        es="Nadie ha revisado todavía estas faltas graves. Mientras sea así, cierran el paso a "
        "un nivel.",
    ),
    "plan_unproven": Sentence(en="Show the records", es="Muestre los documentos"),
    "plan_unproven_lead": Sentence(
        en="These answers count for points, but nobody has seen records for them:",
        es="Estas respuestas dan puntos, pero nadie ha visto documentos que las respalden:",
    ),
    "plan_next": Sentence(en="What happens next", es="Qué sigue"),
    "plan_next_text": Sentence(
        en="Choose one step, set a day and a person for it, and tell {issuer} when it is done: "
        "{contact}. Ask your workers first: they know what helps. A new score comes from a new "
        "assessment, and you will see the draft before anyone else does.",
        es="Elija un paso, póngale fecha y responsable, y avise a {issuer} cuando esté hecho: "
        "{contact}. Pregunte primero a sus trabajadores: saben qué ayuda. Una nueva calificación "
        "sale de una nueva evaluación, y usted verá el borrador antes que nadie.",
    ),
    "plan_no_worker": Sentence(
        en="Nothing in this plan comes from one worker alone. Do not try to find out who spoke.",
        es="Nada de este plan viene de un solo trabajador. No trate de averiguar quién habló.",
    ),
    "plan_not": Sentence(en="What this plan does not say", es="Lo que este plan no dice"),
    "plan_not_text": Sentence(
        en="It is no legal advice. It follows from the published score of {day} and one standard. "
        "Gains are exact for one step at a time; several steps together can give a little more "
        "or less than their sum.",
        es="No es asesoría legal. Sale de la calificación publicada del {day} y de una norma. Las "
        "ganancias son exactas para un paso a la vez; varios pasos juntos pueden dar un poco más "
        "o menos que su suma.",
    ),
    "plan_reply": Sentence(en="What you said", es="Lo que usted dijo"),
}

WORDING: dict[str, Sentence] = {**_SHARED, **_CERTIFICATE, **_PLAN, **_POSTER}
