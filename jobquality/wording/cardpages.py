"""Words of the public pages: the list of employers and the scorecard of one."""

from jobquality.wording.sentence import Sentence

_LIST = {
    "menu_employers": Sentence(en="Employers", es="Empleadores"),
    "menu_briefs": Sentence(en="Briefs", es="Informes"),
    "listing_title": Sentence(en="Employers", es="Empleadores"),
    "listing_lead": Sentence(
        en="Scorecards that workers’ centers have published here. Two people stand "
        "behind each. The employer was sent the draft first, or looked for in two ways.",
        es="Calificaciones que los centros de trabajadores han publicado aquí. Dos personas "
        "responden por cada una. Primero se le envió el borrador al empleador, o se le buscó de "
        "dos maneras.",
    ),
    "listing_search": Sentence(en="Name of the employer", es="Nombre del empleador"),
    "listing_sector": Sentence(en="Kind of business", es="Tipo de negocio"),
    "listing_place": Sentence(en="Place", es="Lugar"),
    "listing_all_sectors": Sentence(en="Every kind", es="Todos los tipos"),
    "listing_all_places": Sentence(en="Every place", es="Todos los lugares"),
    "listing_choice": Sentence(en="{title} ({count})", es="{title}: {count}"),
    "listing_find": Sentence(en="Search", es="Buscar"),
    "listing_clear": Sentence(en="Show all", es="Mostrar todos"),
    "listing_shown": Sentence(
        en="{first} to {last} of {found} employers, by name",
        es="{first} a {last} de {found} empleadores, por nombre",
    ),
    "listing_shown_one": Sentence(en="1 employer", es="1 empleador"),
    "listing_of_all": Sentence(
        en="{total} are published in all.", es="En total hay {total} publicados."
    ),
    "listing_no_ranking": Sentence(
        en="This is not a ranking. Where two ranges overlap, nobody knows who is ahead. Scores "
        "from different standards cannot be compared.",
        es="Esto no es una lista de mejores y peores. Si dos rangos se tocan, nadie sabe quién "
        "va adelante. Las calificaciones de normas distintas no se pueden comparar.",
    ),
    "listing_none": Sentence(
        en="No scorecard is published here yet.",
        es="Aquí todavía no hay ninguna calificación publicada.",
    ),
    "listing_none_found": Sentence(
        en="No employer fits that.", es="Ningún empleador coincide con eso."
    ),
    "listing_try": Sentence(
        en="Try fewer letters, or another place. An employer that is not here has not been "
        "scored: that says nothing about its jobs.",
        es="Pruebe con menos letras o con otro lugar. Si un empleador no está aquí, no se ha "
        "calificado: eso no dice nada sobre sus empleos.",
    ),
    "listing_score": Sentence(en="Score", es="Calificación"),
    "listing_as_of": Sentence(en="as of {day}", es="al {day}"),
    "listing_by": Sentence(
        en="{standard}, edition {edition}. Published by {issuer}.",
        es="{standard}, edición {edition}. Lo publica {issuer}.",
    ),
    "listing_pages": Sentence(en="Pages", es="Páginas"),
    "listing_page": Sentence(en="Page {number} of {pages}", es="Página {number} de {pages}"),
    "listing_earlier": Sentence(en="Page before", es="Página anterior"),
    "listing_later": Sentence(en="Next page", es="Página siguiente"),
    "sample_word": Sentence(en="SAMPLE", es="EJEMPLO"),
    "contested_word": Sentence(en="Contested", es="En disputa"),
}

_TOP = {
    "card_kind": Sentence(en="Scorecard as of {day}", es="Calificación al {day}"),
    "card_sample": Sentence(
        en="SAMPLE. This employer and everything about it is invented, to show how a scorecard "
        "looks.",
        es="EJEMPLO. Este empleador y todo lo que se dice de él es inventado, para mostrar cómo "
        "se ve una calificación.",
    ),
    "card_published_by": Sentence(en="published by {name}", es="publicada por {name}"),
    "card_superseded": Sentence(
        en="This is an old scorecard. It stays here as it was published.",
        es="Esta es una calificación anterior. Queda aquí tal como se publicó.",
    ),
    "card_newest": Sentence(en="See the newest one", es="Ver la más reciente"),
    "card_unanswered": Sentence(
        en="The employer sent an objection on {day}. It has not been answered yet.",
        es="El empleador envió una objeción el {day}. Aún no se ha respondido.",
    ),
    "card_unanswered_by": Sentence(
        en="Somebody who came in by the employer's link sent an objection on {day}. It has not "
        "been answered yet.",
        es="Alguien que entró por el enlace del empleador envió una objeción el {day}. Aún no se "
        "ha respondido.",
    ),
    "card_contested": Sentence(
        en="The employer disputes this score. It stays as it is until two people have decided, "
        "and until what they decided is done.",
        es="El empleador disputa esta calificación. Queda como está hasta que dos personas "
        "decidan y se haga lo que decidieron.",
    ),
    "card_changed": Sentence(
        en="Integrity check failed.",
        es="La comprobación de integridad falló.",
    ),
    "card_reply_earlier": Sentence(
        en="These words answered the draft of scorecard number {number}, published on {day}. "
        "The employer said them before this one was made.",
        es="Estas palabras respondieron al borrador de la calificación número {number}, publicada "
        "el {day}. El empleador las dijo antes de que se hiciera esta.",
    ),
    "card_reply_older_draft": Sentence(
        en="These words answered an earlier draft of this scorecard. The employer was sent "
        "a newer draft afterwards, and did not reply to that one.",
        es="Estas palabras respondieron a un borrador anterior de esta calificación. Después se "
        "le envió un borrador más nuevo, y a ese no respondió.",
    ),
    "card_decision_older": Sentence(
        en="This was decided on that earlier draft, not on what stands here now.",
        es="Esto se decidió sobre aquel borrador anterior, no sobre lo que está aquí ahora.",
    ),
    "card_reply_older_tried": Sentence(
        en="These words answered an earlier draft of this scorecard. A newer draft was sent "
        "afterwards. We tried to hand it over in two ways, and no reply to it came.",
        es="Estas palabras respondieron a un borrador anterior de esta calificación. Después se "
        "envió un borrador más nuevo. Se intentó entregarlo por dos vías y a ese no hubo "
        "respuesta.",
    ),
    "listing_corrected": Sentence(en="Corrected on {day}", es="Corregida el {day}"),
    "embeds_corrected": Sentence(en="Corrected", es="Corregida"),
    "listing_changed": Sentence(
        en="What is kept is not what was signed, so it is not shown.",
        es="Lo que se guarda no es lo que se firmó; por eso no se muestra.",
    ),
    "embeds_not_verified": Sentence(en="Not verified", es="Sin verificar"),
    "broken_lead": Sentence(
        en="{name} published a scorecard of this employer on {day}.",
        es="{name} publicó una calificación de este empleador el {day}.",
    ),
    "broken_until": Sentence(
        en="Neither its score nor any part of it is shown until this is mended. Do not rely on "
        "an older copy, and tell {contact}.",
        es="No se muestra ni la calificación ni ninguna parte de ella hasta que esto se arregle. "
        "No confíe en una copia anterior y avise a {contact}.",
    ),
    "broken_left_out": Sentence(
        en="Left out of what is shown here, because the integrity check failed: {names}.",
        es="No se cuenta en lo que se muestra aquí, porque falló la comprobación de integridad: "
        "{names}.",
    ),
    "card_score": Sentence(en="The score", es="La calificación"),
    "card_out_of": Sentence(en="out of {most}", es="de {most}"),
    "card_range_why": Sentence(
        en="What is not known makes it a range: the score is somewhere from {low} to {high}.",
        es="Lo que no se sabe la convierte en un rango: la calificación está entre {low} y {high}.",
    ),
    "card_picture": Sentence(
        en="The score on a scale from 0 to {most}: {range}.",
        es="La calificación en una escala de 0 a {most}: {range}.",
    ),
    "card_level": Sentence(en="Level", es="Nivel"),
    "card_if_evidence": Sentence(
        en="If every claim proves true: {level}.",
        es="Si cada afirmación resulta cierta: {level}.",
    ),
    "card_could_reach": Sentence(
        en="With every open answer at its best, it could reach: {level}.",
        es="Con lo mejor en cada respuesta pendiente, podría llegar a: {level}.",
    ),
    "card_reply": Sentence(en="What the employer says", es="Lo que dice el empleador"),
    "card_reply_by": Sentence(en="{name}, for the employer", es="{name}, por el empleador"),
    "card_reply_full": Sentence(
        en="The employer’s whole reply", es="La respuesta completa del empleador"
    ),
    "card_reply_whole": Sentence(en="Read the whole reply", es="Leer la respuesta completa"),
    "card_reply_no_text": Sentence(
        en="The employer answered single questions. Its words stand beside each.",
        es="El empleador respondió a preguntas sueltas. Sus palabras están junto a cada una.",
    ),
    "card_reply_each": Sentence(
        en="What it says to single questions", es="Lo que dice sobre cada pregunta"
    ),
    "card_decision": Sentence(
        en="What was decided on the reply", es="Lo que se decidió sobre la respuesta"
    ),
    "card_contents": Sentence(en="On this page", es="En esta página"),
}

_BODY = {
    "card_topics": Sentence(en="Topic by topic", es="Tema por tema"),
    "card_topics_why": Sentence(
        en="Each bar runs from 0 to 100. The full part is sure. The striped part is what could "
        "still be added by what is not known.",
        es="Cada barra va de 0 a 100. La parte llena es segura. La parte rayada es lo que "
        "todavía podría sumarse por lo que no se sabe.",
    ),
    "card_topic": Sentence(en="Topic", es="Tema"),
    "card_topic_bar": Sentence(en="{title}: {range} of 100", es="{title}: {range} de 100"),
    "card_topic_weight": Sentence(
        en="{weight} of the whole score", es="{weight} de la calificación total"
    ),
    "card_out": Sentence(en="Does not apply here", es="No aplica aquí"),
    "card_reasons": Sentence(en="Every answer, and why", es="Cada respuesta y su porqué"),
    "card_reasons_why": Sentence(
        en="Open a line to see what it rests on, what the law says as far as it was checked, and "
        "what would give more points.",
        es="Abra una línea para ver en qué se basa, qué dice la ley hasta donde se revisó y qué "
        "daría más puntos.",
    ),
    "card_legend": Sentence(en="What the marks mean", es="Qué significan las marcas"),
    "card_question": Sentence(en="Question", es="Pregunta"),
    "card_answer": Sentence(en="Answer", es="Respuesta"),
    "card_points": Sentence(en="Points", es="Puntos"),
    "card_reason": Sentence(en="Why", es="Por qué"),
    "card_worked_out": Sentence(en="Worked out as", es="Se calculó así"),
    "card_rests_on": Sentence(en="The step rests on", es="El tramo se basa en"),
    "card_more": Sentence(en="More points", es="Más puntos"),
    "card_evidence": Sentence(en="Evidence", es="Evidencia"),
    "card_seen_in": Sentence(en="seen in {month}", es="visto en {month}"),
    "card_no_grade": Sentence(en="no grade", es="sin grado"),
    "card_law": Sentence(en="The law here", es="La ley aquí"),
    "card_workers": Sentence(en="Workers", es="Trabajadores"),
    "card_employer_says": Sentence(en="The employer says", es="El empleador dice"),
    "card_findings": Sentence(en="Critical violations", es="Faltas graves"),
    "card_findings_found": Sentence(en="Found", es="Se encontraron"),
    "card_findings_none": Sentence(
        en="All were checked, and none was found.",
        es="Se revisaron todas y no se encontró ninguna.",
    ),
    "card_findings_none_checked": Sentence(
        en="None of these was checked.", es="Ninguna de estas se revisó."
    ),
    "card_findings_none_yet": Sentence(
        en="None was found among those that were checked. The others are open.",
        es="No se encontró ninguna entre las que se revisaron. Las demás siguen pendientes.",
    ),
    "card_findings_why": Sentence(
        en="These are wrongs that no score makes good. One that is found, or that nobody has "
        "checked, stands against every level.",
        es="Son faltas que ninguna calificación compensa. Si se encuentra una, o si nadie la ha "
        "revisado, ningún nivel es posible.",
    ),
    "card_findings_not_checked": Sentence(en="Not checked", es="Sin revisar"),
    "card_findings_none_found": Sentence(en="Checked, none found", es="Se revisó y no se encontró"),
    "card_asked": Sentence(en="What was asked", es="Qué se preguntó"),
    "card_source": Sentence(en="Source", es="Fuente"),
    "card_remedy": Sentence(en="What was done about it", es="Qué se hizo al respecto"),
    "card_rule": Sentence(en="Rule behind the question", es="Regla detrás de la pregunta"),
    "card_levels": Sentence(
        en="Why this level, and not another", es="Por qué este nivel y no otro"
    ),
    "card_condition": Sentence(en="Condition", es="Condición"),
    "card_now": Sentence(en="Now", es="Ahora"),
    "card_needed": Sentence(en="Needed", es="Hace falta"),
    "card_holds": Sentence(en="Holds?", es="¿Se cumple?"),
    "card_known": Sentence(en="How much is known", es="Cuánto se sabe"),
}

_HISTORY = {
    "card_history": Sentence(en="Over time", es="A lo largo del tiempo"),
    "card_history_first": Sentence(
        en="This is the first scorecard of this employer.",
        es="Esta es la primera calificación de este empleador.",
    ),
    "card_history_picture": Sentence(
        en="Low and high end of the score at each date. The same numbers stand in the table.",
        es="Extremo bajo y alto de la calificación en cada fecha. Los mismos números están en la "
        "tabla.",
    ),
    "card_history_low": Sentence(en="low end", es="extremo bajo"),
    "card_history_high": Sentence(en="high end", es="extremo alto"),
    "card_history_break": Sentence(
        en="A dashed upright line stands just before the first score by another edition of the "
        "standard. Scores on both sides of it cannot be compared directly.",
        es="Una línea vertical punteada está justo antes de la primera calificación con otra "
        "edición de la norma. Las calificaciones a cada lado no se pueden comparar directamente.",
    ),
    "card_date": Sentence(en="Date", es="Fecha"),
    "card_edition": Sentence(en="Edition", es="Edición"),
    "card_revision": Sentence(en="Revision {number}", es="Revisión {number}"),
    "card_changes": Sentence(en="What changed since {day}", es="Qué cambió desde el {day}"),
    "card_changes_corrected": Sentence(
        en="What this correction changed", es="Qué cambió esta corrección"
    ),
    "card_history_corrected": Sentence(
        en="corrected later; not in the picture", es="corregida después; no está en el dibujo"
    ),
    "card_changes_none": Sentence(
        en="No criterion that can be compared has changed.",
        es="No cambió ningún criterio que se pueda comparar.",
    ),
    "card_change": Sentence(en="Change", es="Cambio"),
    "card_before": Sentence(en="Before", es="Antes"),
    "card_criterion": Sentence(en="Criterion", es="Criterio"),
}

_ABOUT = {
    "card_covers": Sentence(en="What this covers", es="Qué abarca"),
    "card_sites": Sentence(en="Workplaces", es="Lugares de trabajo"),
    "card_sites_all": Sentence(en="The employer as a whole", es="El empleador en su conjunto"),
    "card_as_of": Sentence(en="Answers as of", es="Respuestas al"),
    "card_published": Sentence(en="Published", es="Publicado"),
    "card_standard": Sentence(en="Standard", es="Norma"),
    "card_standard_name": Sentence(
        en="{title}, edition {edition}", es="{title}, edición {edition}"
    ),
    "card_who": Sentence(en="Who assessed", es="Quién calificó"),
    "card_funding": Sentence(en="Who funds them", es="Quién los financia"),
    "card_heard": Sentence(en="The employer’s turn", es="El turno del empleador"),
    "card_figures": Sentence(
        en="Figures of this place and date", es="Cifras de este lugar y fecha"
    ),
    "card_figures_why": Sentence(
        en="The first row of each is the one that counts; the others were compared.",
        es="La primera fila de cada una es la que cuenta; las demás se compararon.",
    ),
    "card_figure": Sentence(en="Figure", es="Cifra"),
    "card_amount": Sentence(en="Amount", es="Monto"),
    "card_place": Sentence(en="Place", es="Lugar"),
    "card_since": Sentence(en="Since", es="Desde"),
    "card_read_on": Sentence(en="As of", es="Datos al"),
    "card_work": Sentence(en="How this was worked out", es="Cómo se calculó"),
    "card_work_why": Sentence(
        en="Each criterion adds its share of the score, times the part of its points that it "
        "has. The sum of all lines is the score. The lines are "
        "rounded here; the data file has them exactly.",
        es="Cada criterio suma su parte de la calificación, por la parte de sus puntos que "
        "tiene. La suma de todas las líneas es la calificación. Aquí están redondeadas; el "
        "archivo de datos las tiene exactas.",
    ),
    "card_work_other": Sentence(
        en="This standard does not simply add its topics up. The page of the standard says how "
        "they are put together.",
        es="Esta norma no suma sus temas sin más. La página de la norma dice cómo se combinan.",
    ),
    "card_share": Sentence(en="Share", es="Parte"),
    "card_adds": Sentence(en="Adds", es="Suma"),
    "card_work_total": Sentence(en="Whole score", es="Calificación total"),
    "card_method": Sentence(en="Read the whole standard", es="Leer la norma completa"),
    "card_hash": Sentence(en="Scoring hash", es="Huella de calificación"),
    "card_take": Sentence(en="Take it with you", es="Para llevar"),
    "card_plan": Sentence(en="Improvement plan (PDF)", es="Plan de mejora (PDF)"),
    "card_poster": Sentence(
        en="Poster with a code to scan (PDF)", es="Cartel con un código para escanear (PDF)"
    ),
    "card_certificate": Sentence(
        en="Certificate, valid until {until}", es="Certificado, válido hasta el {until}"
    ),
    "card_json": Sentence(en="The signed record (JSON)", es="El registro firmado (JSON)"),
    "card_error": Sentence(en="Is something wrong here?", es="¿Hay algo equivocado aquí?"),
    "card_error_why": Sentence(
        en="Write to {name}, who published this. Say which line is wrong and how you know. "
        "Nothing published is changed in secret: a correction is a new revision beside the old "
        "one.",
        es="Escriba a {name}, que publicó esto. Diga qué línea está mal y cómo lo sabe. Nada de "
        "lo publicado se cambia en secreto: una corrección es una revisión nueva junto a la "
        "anterior.",
    ),
    "card_contact": Sentence(en="Contact: {contact}", es="Contacto: {contact}"),
    "withdrawn_title": Sentence(
        en="This scorecard was withdrawn", es="Esta calificación se retiró"
    ),
    "withdrawn_why": Sentence(
        en="It is no longer shown. That says nothing about the employer, good or bad.",
        es="Ya no se muestra. Eso no dice nada del empleador, ni bueno ni malo.",
    ),
}

_HELP = {
    "help_title": Sentence(
        en="If somebody is punished for talking", es="Si castigan a alguien por hablar"
    ),
    "help_lead": Sentence(
        en="No worker is named on this page, and nothing about fewer than five workers is told. "
        "Still, if you are fired, cut in hours, threatened or moved because you spoke up or "
        "were thought to, the law may protect you, whatever your papers. Write down what "
        "happened and when. Call soon: some time limits are short.",
        es="En esta página no se nombra a ningún trabajador y no se dice nada sobre menos de "
        "cinco personas. Aun así, si le despiden, le quitan horas, le amenazan o le cambian de "
        "puesto por hablar, o porque creen que habló, la ley puede protegerle, sin importar sus "
        "papeles. Anote qué pasó y cuándo. Llame pronto: algunos plazos son cortos.",
    ),
    "help_wages": Sentence(
        en="For asking about pay or tips", es="Por preguntar sobre pago o propinas"
    ),
    "help_wages_who": Sentence(
        en="Wage and Hour Division, U.S. Department of Labor",
        es="División de Horas y Salarios, Departamento de Trabajo de EE. UU.",
    ),
    "help_organizing": Sentence(
        en="For talking with coworkers or organizing",
        es="Por hablar con sus compañeros u organizarse",
    ),
    "help_organizing_who": Sentence(
        en="National Labor Relations Board", es="Junta Nacional de Relaciones del Trabajo"
    ),
    "help_organizing_limit": Sentence(en="You have six months.", es="Tiene seis meses."),
    "help_safety": Sentence(
        en="For raising a danger at work", es="Por avisar de un peligro en el trabajo"
    ),
    "help_safety_who": Sentence(
        en="Occupational Safety and Health Administration (OSHA)",
        es="Administración de Seguridad y Salud Ocupacional (OSHA)",
    ),
    "help_safety_limit": Sentence(en="You have 30 days.", es="Tiene 30 días."),
    "help_law": Sentence(en="Law: {law}", es="Ley: {law}"),
    "help_center": Sentence(
        en="The workers’ center can go with you: {name}.",
        es="El centro de trabajadores puede acompañarle: {name}.",
    ),
    "help_note": Sentence(
        en="This is no legal advice. State law may give you more.",
        es="Esto no es asesoría legal. La ley de su estado puede darle más.",
    ),
}

WORDING: dict[str, Sentence] = {**_LIST, **_TOP, **_BODY, **_HISTORY, **_ABOUT, **_HELP}
