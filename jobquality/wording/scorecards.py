"""Words of published scorecards: what the reading of a score says beside its reasons."""

from jobquality.wording.sentence import Sentence

_MARKS = {
    "mark_full": Sentence(en="Full marks", es="Todos los puntos"),
    "mark_some": Sentence(en="Some points", es="Algunos puntos"),
    "mark_fails": Sentence(en="Fails", es="No cumple"),
    "mark_no_evidence": Sentence(en="No evidence seen", es="Sin evidencia"),
    "mark_unknown": Sentence(en="Not known", es="No se sabe"),
    "mark_declined": Sentence(en="Declined to answer", es="No quiso responder"),
    "mark_missing": Sentence(en="Not asked", es="No se preguntó"),
    "mark_na": Sentence(en="Does not apply", es="No aplica"),
    "mark_full_why": Sentence(
        en="The answer gives every point there is.", es="La respuesta da todos los puntos."
    ),
    "mark_some_why": Sentence(
        en="The answer gives a part of the points.", es="La respuesta da una parte de los puntos."
    ),
    "mark_fails_why": Sentence(
        en="The answer gives the fewest points.", es="La respuesta da el mínimo de puntos."
    ),
    "mark_no_evidence_why": Sentence(
        en="There is an answer, but nobody has seen proof of it.",
        es="Hay una respuesta, pero nadie ha visto evidencia.",
    ),
    "mark_unknown_why": Sentence(
        en="We looked and did not find out. It counts as from worst to best.",
        es="Se buscó y no se supo. Cuenta de lo peor a lo mejor.",
    ),
    "mark_declined_why": Sentence(
        en="The employer was asked and did not want to say.",
        es="Se le preguntó al empleador y no quiso decirlo.",
    ),
    "mark_missing_why": Sentence(
        en="Nobody has asked yet. It counts as from worst to best.",
        es="Nadie lo ha preguntado. Cuenta de lo peor a lo mejor.",
    ),
    "mark_na_why": Sentence(
        en="It is not about this workplace, so it leaves the score.",
        es="No se trata de este lugar de trabajo; queda fuera de la calificación.",
    ),
}

_ANSWERS = {
    "answer_state_not_offered": Sentence(en="Not offered", es="No se ofrece"),
    "answer_state_na": Sentence(en="Does not apply", es="No aplica"),
    "answer_withheld": Sentence(en="Not shown", es="No se muestra"),
    "answer_state_unknown": Sentence(en="Not known", es="No se sabe"),
    "answer_state_declined": Sentence(en="Declined to answer", es="No quiso responder"),
    "answer_state_missing": Sentence(en="Not asked yet", es="Todavía no se pregunta"),
    "not_offered_gives": Sentence(
        en="What is not offered gives the fewest points.",
        es="Lo que no se ofrece da el mínimo de puntos.",
    ),
    "line_step": Sentence(en="This falls in the step “{step}”.", es="Cae en el tramo «{step}»."),
    "points_are_answer": Sentence(
        en="The answer is the points.", es="La respuesta son los puntos."
    ),
    "more_gives": Sentence(
        en="{answer}: {points} of {most} points", es="{answer}: {points} de {most} puntos"
    ),
}

_GRADES = {
    "grade_E0": Sentence(
        en="a claim: somebody said so, nothing was seen",
        es="una afirmación: alguien lo dijo, no se vio nada",
    ),
    "grade_E1": Sentence(
        en="a public page or a written policy", es="una página pública o una política escrita"
    ),
    "grade_E2": Sentence(en="records were seen", es="se vieron documentos"),
    "grade_E3": Sentence(en="confirmed by workers", es="confirmado por trabajadores"),
    "grade_E4": Sentence(en="an independent record", es="un registro independiente"),
    "grade_none": Sentence(
        en="nobody has said how well it is confirmed",
        es="nadie ha dicho qué tan confirmado está",
    ),
}

_LAW = {
    "law_asks": Sentence(en="The law asks: {what}.", es="La ley pide: {what}."),
    "law_figure": Sentence(
        en="{figure}, {amount} in {place} (as of {as_of})",
        es="{figure}, {amount} en {place} (con datos del {as_of})",
    ),
    "law_no_rule": Sentence(
        en="We know of no rule here (checked on {day}).",
        es="No sabemos de ninguna regla aquí (se revisó el {day}).",
    ),
    "law_not_checked": Sentence(
        en="Law not looked up: this page makes no claim about it here.",
        es="Ley sin consultar: esta página no afirma nada sobre ella en este punto.",
    ),
}

_WORKERS = {
    "workers_all": Sentence(
        en="At least {asked} workers were asked, and all confirmed it ({month}).",
        es="Se preguntó al menos a {asked} personas y todas lo confirmaron ({month}).",
    ),
    "workers_most": Sentence(
        en="At least {asked} workers were asked, and more than half confirmed it ({month}).",
        es="Se preguntó al menos a {asked} personas y más de la mitad lo confirmó ({month}).",
    ),
    "workers_few": Sentence(
        en="At least {asked} workers were asked, and half or fewer confirmed it ({month}).",
        es="Se preguntó al menos a {asked} personas y la mitad o menos lo confirmó ({month}).",
    ),
}

_REPLY = {
    "replied_on": Sentence(
        en="The employer replied on {day}.", es="El empleador respondió el {day}."
    ),
    "replied_unsent": Sentence(
        en="The employer wrote this and had not sent it when its time ended on {day}. What it "
        "saved last is printed.",
        es="El empleador escribió esto y no lo había enviado cuando terminó su plazo, el {day}. "
        "Se publica lo último que guardó.",
    ),
    "replied_unsent_had": Sentence(en="It had {given}.", es="Tuvo {given}."),
    "replied_after": Sentence(
        en="It had {given} and answered after {days}.",
        es="Tuvo {given} y respondió a los {days}.",
    ),
    "replied_at_once": Sentence(
        en="It had {given} and answered within one day.",
        es="Tuvo {given} y respondió en menos de un día.",
    ),
    "replied_published": Sentence(
        en="This was published {days} after the answer.",
        es="Esto se publicó {days} después de la respuesta.",
    ),
    "replied_not": Sentence(
        en="The employer was asked on {day}, and did not reply.",
        es="Se le preguntó al empleador el {day} y no respondió.",
    ),
    "replied_not_handed": Sentence(
        en="The draft was handed over on {day}, as recorded by a person of the team. No reply "
        "came.",
        es="El borrador se entregó el {day}, según anotó una persona del equipo. No hubo "
        "respuesta.",
    ),
    "replied_not_reached": Sentence(
        en="We tried to reach the employer in two ways, the last time on {day}. No reply came.",
        es="Se intentó contactar al empleador por dos vías, la última vez el {day}. "
        "No hubo respuesta.",
    ),
    "replied_not_asked": Sentence(
        en="The employer has not been asked yet.", es="Todavía no se le pregunta al empleador."
    ),
    "stance_accept": Sentence(en="The employer agrees", es="El empleador está de acuerdo"),
    "stance_correct": Sentence(en="The employer corrects it", es="El empleador lo corrige"),
    "stance_disagree": Sentence(en="The employer disagrees", es="El empleador no está de acuerdo"),
    "stance_fixed": Sentence(
        en="The employer says it is fixed", es="El empleador dice que ya lo arregló"
    ),
    "before_said": Sentence(
        en="Said of an earlier draft, on {day}", es="Dicho de un borrador anterior, el {day}"
    ),
    "before_unsent": Sentence(
        en="Written about an earlier draft, and not sent when the time ended on {day}",
        es="Escrito sobre un borrador anterior y no enviado cuando terminó el plazo, el {day}",
    ),
    "before_decision": Sentence(
        en="What was decided on that reply", es="Lo que se decidió sobre esa respuesta"
    ),
    "before_of_answer": Sentence(
        en="On {day} the employer said of an earlier draft, in which the answer was “{answer}”: "
        "“{stance}”",
        es="El {day} el empleador dijo de un borrador anterior, en el que la respuesta era "
        "«{answer}»: «{stance}»",
    ),
    "before_of_draft": Sentence(
        en="On {day} the employer said of an earlier draft: “{stance}”",
        es="El {day} el empleador dijo de un borrador anterior: «{stance}»",
    ),
    "notice_given": Sentence(
        en="The employer got the whole draft on {day} and had {days} to reply.",
        es="El empleador recibió el borrador completo el {day} y tuvo {days} para responder.",
    ),
    "notice_handed": Sentence(
        en="The whole draft was handed over on {day}, as recorded by a person of the team. The "
        "employer had {days} to reply.",
        es="El borrador completo se entregó el {day}, según anotó una persona del equipo. El "
        "empleador tuvo {days} para responder.",
    ),
    "notice_tried": Sentence(
        en="We tried to hand over the draft in two ways, the last time on {day}. From then on "
        "the employer had {days} to reply.",
        es="Se intentó entregar el borrador por dos vías, la última vez el {day}. Desde entonces "
        "el empleador tuvo {days} para responder.",
    ),
    "notice_days": Sentence(en="{count} days", es="{count} días"),
    "notice_days_one": Sentence(en="{count} day", es="{count} día"),
    "notice_short": Sentence(
        en="In this sample the time is shorter than the usual 14 days.",
        es="En este ejemplo el plazo es más corto que los 14 días de siempre.",
    ),
}

_TREND = {
    "move_better": Sentence(en="Better", es="Mejoró"),
    "move_worse": Sentence(en="Worse", es="Empeoró"),
    "move_higher": Sentence(en="Higher", es="Más alto"),
    "move_lower": Sentence(en="Lower", es="Más bajo"),
    "move_newly_known": Sentence(en="Newly known", es="Ahora se sabe"),
    "move_less_known": Sentence(en="Less known", es="Ahora se sabe menos"),
    "move_same": Sentence(en="The same", es="Igual"),
    "move_count": Sentence(en="{move}: {count} criteria", es="{move}: {count} criterios"),
    "trend_same": Sentence(
        en="{count} criteria stayed the same.", es="{count} criterios siguieron igual."
    ),
    "trend_same_one": Sentence(
        en="{count} criterion stayed the same.", es="{count} criterio siguió igual."
    ),
    "trend_uncompared": Sentence(
        en="{count} criteria cannot be compared: they were not asked both times in the same way.",
        es="{count} criterios no se pueden comparar: no se preguntaron igual las dos veces.",
    ),
    "trend_uncompared_one": Sentence(
        en="{count} criterion cannot be compared: it was not asked both times in the same way.",
        es="{count} criterio no se puede comparar: no se preguntó igual las dos veces.",
    ),
}

_SCORE = {
    "known_answered": Sentence(
        en="{share} of the weight is answered", es="Se respondió {share} del peso"
    ),
    "known_coverage": Sentence(
        en="{share} was seen in records (evidence E2 or better)",
        es="{share} se vio en documentos (evidencia E2 o mejor)",
    ),
    "known_confirmed": Sentence(
        en="{share} is confirmed by workers or an independent record (E3 or E4)",
        es="{share} está confirmado por trabajadores o por un registro independiente (E3 o E4)",
    ),
    "floor_most": Sentence(en="{number} at most", es="{number} como máximo"),
    "level_reached": Sentence(en="reached", es="alcanzado"),
    "level_not_reached": Sentence(en="not reached", es="no alcanzado"),
    "standing_for": Sentence(en="holds", es="se cumple"),
    "standing_open": Sentence(en="still open", es="por saberse"),
    "standing_against": Sentence(en="does not hold", es="no se cumple"),
    "listing_level": Sentence(en="Level", es="Nivel"),
    "listing_all_levels": Sentence(en="Every level", es="Todos los niveles"),
    "card_zone": Sentence(en="Time zone", es="Zona horaria"),
    "card_days": Sentence(
        en="Days and the time to reply are counted in {city} time ({zone}).",
        es="Los días y el plazo para responder se cuentan en la hora de {city} ({zone}).",
    ),
    "card_days_utc": Sentence(
        en="Days are counted in world time (UTC).",
        es="Los días se cuentan en la hora mundial (UTC).",
    ),
    "remedy_none": Sentence(en="No remedy is recorded.", es="No consta que se haya reparado."),
    "who_assessed": Sentence(
        en="{count} people gathered the answers; another one checked them.",
        es="{count} personas reunieron las respuestas; otra persona las revisó.",
    ),
    "who_assessed_one": Sentence(
        en="One person gathered the answers; another one checked them.",
        es="Una persona reunió las respuestas; otra persona las revisó.",
    ),
    "sector_code": Sentence(en="Sector {code} (NAICS)", es="Sector {code} (SCIAN)"),
}

WORDING: dict[str, Sentence] = {
    **_MARKS, **_ANSWERS, **_GRADES, **_LAW, **_WORKERS, **_REPLY, **_TREND, **_SCORE,
}  # fmt: skip
