"""Why a score is what it is: sentences for pages, documents, score files and the command line.

The English is part of the form of score files and never changes.
"""

from jobquality.wording.sentence import Sentence

_NUMBERS = {
    "range": Sentence(en="{low} to {high}", es="{low} a {high}"),
    "range_open": Sentence(en="{low} or more", es="{low} o más"),
    "range_of": Sentence(en="{range} of {most}", es="{range} de {most}"),
    "end_open": Sentence(en="open", es="abierto"),
    "points": Sentence(en="{number} points", es="{number} puntos"),
    "points_one": Sentence(en="{number} point", es="{number} punto"),
    "quoted": Sentence(en='"{text}"', es="«{text}»"),
}

_LINES = {
    "reason_band": Sentence(en="{amount} is {band}", es="{amount} está en: {band}"),
    "reason_cohort": Sentence(
        en="{amount}, by its place among all that are compared",
        es="{amount}, según su lugar entre todo lo que se compara",
    ),
    "reason_points": Sentence(en="the answer is the points", es="la respuesta son los puntos"),
    "reason_gives": Sentence(en="{answer} gives {points}", es="{answer} da {points}"),
    "reason_na": Sentence(en="does not apply: {why}", es="no aplica: {why}"),
    "reason_too_few": Sentence(
        en="too few to count: {why}", es="muy pocos para que cuenten: {why}"
    ),
    "reason_missing_parts": Sentence(
        en="not asked yet: {parts}", es="todavía no se pregunta: {parts}"
    ),
    "reason_doubtful": Sentence(
        en="{name} is not known, so the answer does not count",
        es="no se sabe «{name}», así que la respuesta no cuenta",
    ),
    "reason_part_na": Sentence(en="a part of it does not apply", es="una parte no aplica"),
    "reason_divided_by_zero": Sentence(
        en="{name} is 0, so nothing can be compared with it",
        es="«{name}» es 0, así que no hay con qué comparar",
    ),
    "withheld_count": Sentence(
        en="not shown, since it would tell of fewer than 5 workers",
        es="no se muestra, porque hablaría de menos de 5 trabajadores",
    ),
    "withheld_figure": Sentence(
        en="not shown exactly, since it would tell of fewer than 5 workers",
        es="no se muestra exacto, porque hablaría de menos de 5 trabajadores",
    ),
    "withheld_answers": Sentence(
        en="not shown, since fewer than 5 workers answered",
        es="no se muestra, porque respondieron menos de 5 trabajadores",
    ),
    "reason_given": Sentence(
        en="figure given, parts not seen", es="se dio el dato; no se vieron sus partes"
    ),
    "reason_state_value": Sentence(en="answered", es="respondido"),
    "reason_state_not_offered": Sentence(en="not offered", es="no se ofrece"),
    "reason_state_na": Sentence(en="does not apply", es="no aplica"),
    "reason_state_unknown": Sentence(
        en="unknown: looked, not found", es="se desconoce: se buscó y no se encontró"
    ),
    "reason_state_declined": Sentence(en="declined to answer", es="no quiso responder"),
    "reason_state_missing": Sentence(en="not asked yet", es="todavía no se pregunta"),
    "reason_reads": Sentence(
        en="the answer to {name}: {said}", es="la respuesta a «{name}»: {said}"
    ),
    "reason_unbacked": Sentence(
        en="answered, but it does not count: {why}", es="se respondió, pero no cuenta: {why}"
    ),
    "needs": Sentence(en="it needs {what}", es="le falta {what}"),
    "needs_reason": Sentence(en="a reason", es="el motivo"),
    "needs_reason_of": Sentence(
        en="a reason of {letters} letters or more", es="el motivo, de {letters} letras o más"
    ),
    "needs_url": Sentence(
        en="the address of a page (https://…)", es="la dirección de una página (https://…)"
    ),
    "needs_file": Sentence(
        en="a file or a page that shows it", es="un archivo o una página que lo muestre"
    ),
    "reason_line": Sentence(
        en="{amount} is between {low} (gives {low_gives}) and {high} (gives {high_gives})",
        es="{amount} está entre {low} (da {low_gives}) y {high} (da {high_gives})",
    ),
    "reason_line_start": Sentence(
        en="{amount} is {at} or less, where the line starts",
        es="{amount} es {at} o menos, donde empieza la línea",
    ),
    "reason_line_end": Sentence(
        en="{amount} is {at} or more, where the line ends",
        es="{amount} es {at} o más, donde termina la línea",
    ),
    "more_line": Sentence(
        en="{answer} gives {points}, and each step on the way there gives a part",
        es="{answer} da {points}, y cada paso hacia allá da una parte",
    ),
    "more_fewer": Sentence(
        en="nothing found that takes points away gives {points}",
        es="sin nada que reste puntos da {points}",
    ),
    "reason_tally": Sentence(en="found: {found}", es="se encontró: {found}"),
    "reason_none": Sentence(en="nothing was found", es="no se encontró nada"),
    "condition_score": Sentence(en="the score of {name}", es="la calificación de {name}"),
    "condition_answer": Sentence(en="the answer to {name}", es="la respuesta a {name}"),
    "unmet_is_not": Sentence(en="{name} is not {value}", es="{name}: no es {value}"),
    "unmet_between": Sentence(
        en="{name} is not {low} or more and under {high}",
        es="{name}: no es {low} o más y menos de {high}",
    ),
    "either": Sentence(en="{first} or {last}", es="{first} o {last}"),
    "unmet_under": Sentence(en="{name} is under {number}", es="{name}: menos de {number}"),
    "unmet_or_more": Sentence(en="{name} is {number} or more", es="{name}: {number} o más"),
    "unmet_only_if": Sentence(
        en="it is asked only if {condition}", es="solo se pregunta si {condition}"
    ),
}

_FIGURES = {
    "figure_used": Sentence(
        en="used: {figure} {amount} in {place}, since {first}, as of {as_of}. {source}",
        es="se usó: {figure}, {amount} en {place}, desde {first}, según datos de {as_of}. {source}",
    ),
    "figure_compared": Sentence(
        en="compared: {figure} {amount} in {place}, since {first}, as of {as_of}. {source}",
        es="se comparó: {figure}, {amount} en {place}, desde {first}, según datos de {as_of}. "
        "{source}",
    ),
    "figure_warning": Sentence(en="warning: {warning}", es="aviso: {warning}"),
    "figure_due": Sentence(
        en="{figure} in {place} was due for a check by {day}. Check it before any public claim "
        "about the law.",
        es="{figure} en {place} debía revisarse a más tardar el {day}. Revíselo antes de afirmar "
        "algo en público sobre la ley.",
    ),
}

_MEASURES = {
    "measure_largest": Sentence(en="the largest of {parts}", es="el mayor de {parts}"),
    "measure_smallest": Sentence(en="the smallest of {parts}", es="el menor de {parts}"),
    "measure_count": Sentence(
        en="how many of these are above 0: {parts}",
        es="cuántos de estos son mayores que 0: {parts}",
    ),
}

_LEVELS = {
    "share_coverage": Sentence(
        en="evidence of grade E2 or better", es="la evidencia de grado E2 o mejor"
    ),
    "share_confirmed": Sentence(
        en="evidence of grade E3 or better", es="la evidencia de grado E3 o mejor"
    ),
    "share_answered": Sentence(en="the share that is answered", es="la parte contestada"),
    "share_of": Sentence(en="{share} for {name}", es="{share} de {name}"),
    "check_exempt": Sentence(
        en="{name}: not asked for, by a declared state",
        es="{name}: no se pide, por un estado declarado",
    ),
    "one_of_holds": Sentence(en="one of these holds: {groups}", es="se cumple una de: {groups}"),
    "one_of_needed": Sentence(
        en="one of these is needed: {groups}", es="hace falta una de: {groups}"
    ),
    "one_of_or": Sentence(en="; or ", es="; o "),
    "level_after_reached": Sentence(
        en="only after {level}: reached", es="solo después de {level}: alcanzado"
    ),
    "level_after_not_reached": Sentence(
        en="only after {level}: not reached", es="solo después de {level}: no alcanzado"
    ),
    "exempt_from": Sentence(
        en="Not asked for, by a declared state: {names}.",
        es="No se pide, por un estado declarado: {names}.",
    ),
    "exempt": Sentence(en="not asked for", es="no se pide"),
    "level_after": Sentence(en="only after {level}", es="solo después de {level}"),
    "floor_of": Sentence(en="{subject} {needs}", es="{subject}: {needs}"),
    "each_dimension_inline": Sentence(en="each dimension", es="cada dimensión"),
    "floor_besides": Sentence(en="{floor} (but for {names})", es="{floor} (salvo {names})"),
    "exempts": Sentence(en="exempts from {names}", es="exime de {names}"),
    "whole_score_inline": Sentence(en="the whole score", es="la calificación total"),
    "level_no_level": Sentence(en="No level", es="Sin nivel"),
    "level_not_enough_known": Sentence(en="Not enough known", es="No se sabe lo suficiente"),
    "level_none": Sentence(en="This standard has no levels", es="Esta norma no tiene niveles"),
    "level_if_evidence": Sentence(
        en="If the evidence holds: {level}.", es="Si la evidencia se sostiene: {level}."
    ),
    "level_could_reach": Sentence(en="Could reach: {level}.", es="Podría llegar a: {level}."),
    "level_declared_until": Sentence(en="declared, until {day}", es="declarado, hasta el {day}"),
    "declared": Sentence(en="declared", es="declarado"),
    "level_open": Sentence(
        en="the open answers decide it", es="lo deciden las respuestas que faltan"
    ),
    "level_nothing_holds": Sentence(
        en="no condition of a level holds", es="no se cumple ninguna condición de un nivel"
    ),
    "level_all_hold": Sentence(en="every condition holds", es="se cumplen todas las condiciones"),
    "level_gap": Sentence(en="{check} for any level", es="{check} para cualquier nivel"),
    "level_asks_more": Sentence(
        en="{level} asks for more: {checks}", es="{level} pide más: {checks}"
    ),
    "check_is": Sentence(en="is {number}", es="es de {number}"),
    "check_is_range": Sentence(en="is {low} to {high}", es="va de {low} a {high}"),
    "check_is_open": Sentence(en="is open", es="está por saberse"),
    "check_needs_more": Sentence(en="needs {number} or more", es="hace falta {number} o más"),
    "check_needs_less": Sentence(en="needs {number} or less", es="hace falta {number} o menos"),
    "critical_found": Sentence(
        en="critical violation found: {names}", es="se encontró una falta grave: {names}"
    ),
    "critical_unchecked": Sentence(
        en="{count} critical violations are not checked",
        es="faltan por revisar {count} faltas graves",
    ),
    "critical_unchecked_one": Sentence(
        en="{count} critical violation is not checked", es="falta por revisar {count} falta grave"
    ),
    "critical_not_checked": Sentence(
        en="{count} critical violations not checked", es="{count} faltas graves sin revisar"
    ),
    "critical_not_checked_one": Sentence(
        en="{count} critical violation not checked", es="{count} falta grave sin revisar"
    ),
    "checked_found": Sentence(en="found", es="se encontró"),
    "checked_none_found": Sentence(
        en="checked, none found", es="se revisó y no se encontró ninguna"
    ),
    "checked_not_checked": Sentence(en="not checked", es="sin revisar"),
}

_AMOUNTS = {
    "amount_boxes": Sentence(en="{number} of {most} boxes", es="{number} de {most} casillas"),
    "amount_ratio": Sentence(en="{number} (1 means equal)", es="{number} (1 quiere decir igual)"),
    "amount_usd_per_hour": Sentence(en="{number} an hour", es="{number} por hora"),
    "amount_usd_per_month": Sentence(en="{number} a month", es="{number} al mes"),
    "amount_usd_per_year": Sentence(en="{number} a year", es="{number} al año"),
    "amount_hours": Sentence(en="{number} hours", es="{number} horas"),
    "amount_hours_one": Sentence(en="{number} hour", es="{number} hora"),
    "amount_hours_per_week": Sentence(en="{number} hours a week", es="{number} horas por semana"),
    "amount_hours_per_week_one": Sentence(en="{number} hour a week", es="{number} hora por semana"),
    "amount_hours_per_year": Sentence(en="{number} hours a year", es="{number} horas por año"),
    "amount_hours_per_year_one": Sentence(en="{number} hour a year", es="{number} hora por año"),
    "amount_hours_per_hour": Sentence(
        en="1 hour for every {number} hours worked", es="1 hora por cada {number} horas trabajadas"
    ),
    "amount_hours_per_hour_one": Sentence(
        en="1 hour for every {number} hour worked", es="1 hora por cada {number} hora trabajada"
    ),
    "amount_days": Sentence(en="{number} days", es="{number} días"),
    "amount_days_one": Sentence(en="{number} day", es="{number} día"),
    "amount_weeks": Sentence(en="{number} weeks", es="{number} semanas"),
    "amount_weeks_one": Sentence(en="{number} week", es="{number} semana"),
    "amount_months": Sentence(en="{number} months", es="{number} meses"),
    "amount_months_one": Sentence(en="{number} month", es="{number} mes"),
    "amount_percent_change": Sentence(en="{number}% of change", es="{number}% de cambio"),
    "amount_percent_change_one": Sentence(en="{number}% of change", es="{number}% de cambio"),
    "amount_percent_per_year_one": Sentence(en="{number}% a year", es="{number}% al año"),
    "amount_percent_per_year": Sentence(en="{number}% a year", es="{number}% al año"),
    "amount_people": Sentence(en="{number} people", es="{number} personas"),
    "amount_people_one": Sentence(en="{number} person", es="{number} persona"),
    "amount_people_per_year": Sentence(en="{number} people a year", es="{number} personas por año"),
    "amount_people_per_year_one": Sentence(
        en="{number} person a year", es="{number} persona por año"
    ),
    "amount_cases": Sentence(en="{number} cases", es="{number} casos"),
    "amount_cases_one": Sentence(en="{number} case", es="{number} caso"),
    "amount_cases_per_100_workers": Sentence(
        en="{number} cases per 100 full-time workers",
        es="{number} casos por cada 100 trabajadores de tiempo completo",
    ),
    "amount_cases_per_100_workers_one": Sentence(
        en="{number} case per 100 full-time workers",
        es="{number} caso por cada 100 trabajadores de tiempo completo",
    ),
    "amount_weeks_per_year": Sentence(en="{number} weeks a year", es="{number} semanas por año"),
    "amount_weeks_per_year_one": Sentence(en="{number} week a year", es="{number} semana por año"),
    "amount_months_per_year": Sentence(en="{number} months a year", es="{number} meses por año"),
    "amount_months_per_year_one": Sentence(en="{number} month a year", es="{number} mes por año"),
    "amount_hours_per_100_workers_one": Sentence(
        en="{number} hour (100 full-time workers in a year)",
        es="{number} hora (100 trabajadores de tiempo completo en un año)",
    ),
    "amount_hours_per_100_workers": Sentence(
        en="{number} hours (100 full-time workers in a year)",
        es="{number} horas (100 trabajadores de tiempo completo en un año)",
    ),
}

_MONTHS = {
    "month_1": Sentence(en="January", es="enero"),
    "month_2": Sentence(en="February", es="febrero"),
    "month_3": Sentence(en="March", es="marzo"),
    "month_4": Sentence(en="April", es="abril"),
    "month_5": Sentence(en="May", es="mayo"),
    "month_6": Sentence(en="June", es="junio"),
    "month_7": Sentence(en="July", es="julio"),
    "month_8": Sentence(en="August", es="agosto"),
    "month_9": Sentence(en="September", es="septiembre"),
    "month_10": Sentence(en="October", es="octubre"),
    "month_11": Sentence(en="November", es="noviembre"),
    "month_12": Sentence(en="December", es="diciembre"),
    "day": Sentence(en="{month} {day}, {year}", es="{day} de {month} de {year}"),
    "month_of_year": Sentence(en="{month} {year}", es="{month} de {year}"),
    "place_us": Sentence(en="United States", es="Estados Unidos"),
    "place_county": Sentence(en="{name} (county), {state}", es="{name} (condado), {state}"),
}

WORDING: dict[str, Sentence] = {
    **_NUMBERS, **_LINES, **_FIGURES, **_MEASURES, **_LEVELS, **_AMOUNTS, **_MONTHS,
}  # fmt: skip
