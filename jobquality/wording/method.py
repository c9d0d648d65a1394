"""The page of a standard."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "method_kind": Sentence(en="Standard, edition {edition}", es="Norma, edición {edition}"),
    "method_unreviewed": Sentence(
        en="No person has checked this translation yet. The English text decides.",
        es="Ninguna persona ha revisado todavía esta traducción. Vale el texto en inglés.",
    ),
    "method_size": Sentence(
        en="{criteria} criteria in {topics} topics. Each gives points; the most is full marks.",
        es="{criteria} criterios en {topics} temas. Cada uno da puntos; el máximo son los puntos "
        "completos.",
    ),
    "method_weights": Sentence(en="What counts how much", es="Cuánto cuenta cada tema"),
    "method_weights_picture": Sentence(
        en="A bar for each topic; its length is its weight in percent.",
        es="Una barra por tema; su largo es su peso en porcentaje.",
    ),
    "method_how": Sentence(en="How the score is made", es="Cómo se forma la calificación"),
    "method_how_criterion": Sentence(
        en="A criterion’s share is its points, divided by the most points it can give.",
        es="La parte de un criterio es sus puntos divididos entre el máximo que puede dar.",
    ),
    "method_how_topic": Sentence(
        en="A topic’s score, from 0 to 100, is the mean of those shares by weight. The whole "
        "score is the mean of the topics by weight.",
        es="La calificación de un tema, de 0 a 100, es el promedio de esas partes según su "
        "peso. La calificación total es el promedio de los temas según su peso.",
    ),
    "method_how_unknown": Sentence(
        en="What nobody knows makes the score a range: from the worst to the best that the "
        "open answers could make of it. A level is read from the low end.",
        es="Lo que no se sabe convierte la calificación en un rango: de lo peor a lo mejor que "
        "podrían dar las respuestas pendientes. El nivel se lee en el extremo bajo.",
    ),
    "method_how_exact": Sentence(
        en="Everything is worked out in exact fractions and rounded only to be shown.",
        es="Todo se calcula con fracciones exactas y solo se redondea al mostrarlo.",
    ),
    "method_levels": Sentence(en="Levels", es="Niveles"),
    "level_lasts": Sentence(
        en="The certificate lasts {months} months.", es="El certificado dura {months} meses."
    ),
    "level_declared": Sentence(en="Declared, not scored.", es="Declarado, sin calificación."),
    "level_otherwise": Sentence(en="Everything else.", es="Todo lo demás."),
    "levels_otherwise": Sentence(
        en="Otherwise the words are “No level”, or, where too little is known, “Not enough "
        "known”: never a level.",
        es="De lo contrario se dice «Sin nivel» o, si se sabe muy poco, «No se sabe lo "
        "suficiente»: nunca un nivel.",
    ),
    "whole_score": Sentence(en="The whole score", es="La calificación total"),
    "floor_total": Sentence(
        en="whole score {number} or more", es="calificación total de {number} o más"
    ),
    "floor_each_dimension": Sentence(
        en="each topic {number} or more", es="cada tema con {number} o más"
    ),
    "floor_coverage": Sentence(
        en="{number}% of the weight seen in records (evidence E2 or better)",
        es="{number}% del peso visto en documentos (evidencia E2 o mejor)",
    ),
    "floor_confirmed": Sentence(
        en="{number}% confirmed by workers or an independent record (E3 or E4)",
        es="{number}% confirmado por trabajadores o por un registro independiente (E3 o E4)",
    ),
    "floor_answered": Sentence(
        en="{number}% of the weight answered", es="{number}% del peso contestado"
    ),
    "floor_node": Sentence(en="{name}: {number} or more", es="{name}: {number} o más"),
    "floor_points": Sentence(
        en="{name}: {number} points or more", es="{name}: {number} puntos o más"
    ),
    "floor_at_most": Sentence(en="{name}: {number} at most", es="{name}: {number} como máximo"),
    "method_critical": Sentence(
        en="Wrongs that no score makes good", es="Faltas que ninguna calificación compensa"
    ),
    "method_critical_why": Sentence(
        en="One that is found means no level. One that nobody has checked blocks every level "
        "until somebody has looked.",
        es="Si se encuentra una, no hay nivel. Si nadie la ha revisado, ningún nivel es posible "
        "hasta que alguien la revise.",
    ),
    "method_topic_weight": Sentence(
        en="{weight}% of the whole score", es="{weight}% de la calificación total"
    ),
    "method_criterion_weight": Sentence(en="{weight}% of this topic", es="{weight}% de este tema"),
    "method_look_for": Sentence(en="What to look for:", es="Qué buscar:"),
    "method_boxes": Sentence(en="Boxes to tick", es="Casillas para marcar"),
    "method_points": Sentence(en="Points", es="Puntos"),
    "method_answer": Sentence(en="Answer", es="Respuesta"),
    "method_answer_unit": Sentence(en="Answer, in {unit}", es="Respuesta, en {unit}"),
    "method_answer_boxes": Sentence(en="Boxes that are true", es="Casillas que son ciertas"),
    "method_rests_on": Sentence(en="Thresholds rest on", es="Los límites se basan en"),
    "method_evidence": Sentence(en="Evidence", es="Evidencia"),
    "method_asked_if": Sentence(en="Asked only if", es="Se pregunta solo si"),
    "method_counts_if": Sentence(en="Counts as known only if", es="Cuenta como sabido solo si"),
    "method_critical_here": Sentence(en="Check here too", es="Revise aquí también"),
    "method_worked_out": Sentence(en="Worked out as", es="Se calcula así"),
    "measure_of": Sentence(en="{parts}", es="{parts}"),
    "measure_to": Sentence(en="divided by {parts}", es="dividido entre {parts}"),
    "measure_cap": Sentence(en="never more than {part}", es="nunca más que {part}"),
    "method_figures": Sentence(
        en="Figures that are asked for these", es="Datos que se piden para estos criterios"
    ),
    "method_file": Sentence(en="The file itself", es="El archivo mismo"),
    "method_file_why": Sentence(
        en="This page is made from one file that people and programs can read. Two files with "
        "the same scoring hash score alike.",
        es="Esta página sale de un solo archivo que pueden leer personas y programas. Dos "
        "archivos con la misma huella califican igual.",
    ),
    "method_download": Sentence(
        en="Download {name} (YAML)", es="Descargar {name} (YAML, en inglés)"
    ),
    "method_hash": Sentence(en="Scoring hash", es="Huella de calificación"),
    "method_to_topics": Sentence(en="Topics on this page", es="Temas de esta página"),
    "upcoming": Sentence(
        en="{title} (counts from {day}; does not count yet)",
        es="{title} (cuenta desde el {day}; todavía no cuenta)",
    ),
    "method_back": Sentence(en="All standards", es="Todas las normas"),
    "basis_law": Sentence(en="law", es="ley"),
    "basis_standard": Sentence(en="a published standard", es="una norma publicada"),
    "basis_data": Sentence(en="data", es="datos"),
    "basis_editorial": Sentence(en="our own judgment", es="nuestro propio criterio"),
    "answer_yes": Sentence(en="yes", es="sí"),
    "answer_no": Sentence(en="no", es="no"),
    "answer_is_points": Sentence(
        en="the answer itself, from {start} to {end}", es="la respuesta misma, de {start} a {end}"
    ),
    "band_under": Sentence(en="under {end}", es="menos de {end}"),
    "band_from": Sentence(en="{start} or more", es="{start} o más"),
    "band_between": Sentence(en="{start} or more, under {end}", es="{start} o más, menos de {end}"),
    "band_any": Sentence(en="any number", es="cualquier número"),
    "band_above": Sentence(en="more than {start}", es="más de {start}"),
    "band_up_to": Sentence(en="{end} or less", es="{end} o menos"),
    "band_above_under": Sentence(
        en="more than {start}, under {end}", es="más de {start}, menos de {end}"
    ),
    "band_above_up_to": Sentence(
        en="more than {start}, up to {end}", es="más de {start}, hasta {end}"
    ),
    "band_from_up_to": Sentence(en="{start} or more, up to {end}", es="{start} o más, hasta {end}"),
    "band_all": Sentence(en="all {number}", es="las {number}"),
    "band_to": Sentence(en="{start} to {end}", es="de {start} a {end}"),
    "condition_is": Sentence(en="{name}: {value}", es="{name}: {value}"),
    "condition_from": Sentence(en="{name}: {number} or more", es="{name}: {number} o más"),
    "condition_under": Sentence(en="{name}: under {number}", es="{name}: menos de {number}"),
    "profile_tipped_workers": Sentence(
        en="some workers get tips", es="hay trabajadores que reciben propinas"
    ),
    "parameter_minimum_wage": Sentence(
        en="minimum wage of that place and date", es="salario mínimo de ese lugar y fecha"
    ),
    "parameter_tipped_minimum_wage": Sentence(
        en="lowest cash wage before tips of that place and date",
        es="salario mínimo antes de propinas de ese lugar y fecha",
    ),
    "parameter_living_wage": Sentence(
        en="living wage of that place and date", es="salario digno de ese lugar y fecha"
    ),
    "parameter_industry_injury_rate": Sentence(
        en="injury rate of the industry", es="tasa de lesiones de la industria"
    ),
    "parameter_health_affordability": Sentence(
        en="the federal limit for affordable health cover",
        es="el límite federal para un seguro de salud asequible",
    ),
    "parameter_turnover_benchmark": Sentence(
        en="turnover in the industry", es="rotación de personal de la industria"
    ),
    "unit_usd": Sentence(en="dollars", es="dólares"),
    "unit_usd_per_hour": Sentence(en="dollars an hour", es="dólares por hora"),
    "unit_usd_per_month": Sentence(en="dollars a month", es="dólares por mes"),
    "unit_usd_per_year": Sentence(en="dollars a year", es="dólares por año"),
    "unit_hours": Sentence(en="hours", es="horas"),
    "unit_hours_per_week": Sentence(en="hours a week", es="horas por semana"),
    "unit_hours_per_year": Sentence(en="hours a year", es="horas por año"),
    "unit_hours_per_hour": Sentence(
        en="hours worked for each hour earned", es="horas trabajadas por cada hora ganada"
    ),
    "unit_days": Sentence(en="days", es="días"),
    "unit_weeks": Sentence(en="weeks", es="semanas"),
    "unit_months": Sentence(en="months", es="meses"),
    "unit_percent": Sentence(en="percent", es="por ciento"),
    "unit_percent_change": Sentence(en="percent of change", es="por ciento de cambio"),
    "unit_percent_per_year": Sentence(en="percent a year", es="por ciento al año"),
    "unit_ratio": Sentence(en="times (1 means equal)", es="veces (1 quiere decir igual)"),
    "unit_number": Sentence(en="a plain number", es="un número"),
    "unit_people": Sentence(en="people", es="personas"),
    "unit_people_per_year": Sentence(en="people a year", es="personas por año"),
    "unit_cases": Sentence(en="cases", es="casos"),
    "unit_cases_per_100_workers": Sentence(
        en="cases per 100 full-time workers",
        es="casos por cada 100 trabajadores de tiempo completo",
    ),
    "unit_weeks_per_year": Sentence(en="weeks a year", es="semanas por año"),
    "unit_months_per_year": Sentence(en="months a year", es="meses por año"),
    "unit_hours_per_100_workers": Sentence(
        en="hours (100 full-time workers in a year)",
        es="horas (100 trabajadores de tiempo completo en un año)",
    ),
}
