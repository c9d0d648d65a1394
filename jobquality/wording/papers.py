"""Words of the question sheet on paper."""

from jobquality.wording.sentence import Sentence

_HEAD = {
    "paper_title": Sentence(en="Question sheet", es="Hoja de preguntas"),
    "paper_for": Sentence(en="for a visit to {employer}", es="para una visita a {employer}"),
    "paper_lead": Sentence(
        en="{count} questions. Tick one box or write on the line. What you do not find out stays "
        "open: “we don’t know” is an answer, and it is never read as “no”.",
        es="{count} preguntas. Marque una casilla o escriba en la línea. Lo que no averigüe queda "
        "abierto: «no lo sabemos» es una respuesta, y nunca se lee como «no».",
    ),
    "paper_never": Sentence(
        en="Write no worker’s name on this sheet.",
        es="No escriba en esta hoja el nombre de ningún trabajador.",
    ),
    "paper_never_why": Sentence(
        en="No name, phone, shift or quote by which a manager could tell who talked. Of workers, "
        "write only counts: how many you asked, and how many confirmed it. Paper gets lost.",
        es="Ni nombre, teléfono, turno o frase por la que un gerente sepa quién habló. De los "
        "trabajadores, escriba solo cuántos: a cuántos preguntó y cuántos lo confirmaron. El "
        "papel se pierde.",
    ),
    "paper_scan_visit": Sentence(
        en="Type the answers in here, with the small word beside each question.",
        es="Escriba aquí las respuestas, con la palabra pequeña junto a cada pregunta.",
    ),
    "paper_scan_blank": Sentence(
        en="How the answers are scored, and what each rests on.",
        es="Cómo se califican las respuestas y en qué se basa cada una.",
    ),
    "paper_day": Sentence(en="Day of the visit", es="Día de la visita"),
    "paper_who": Sentence(en="Filled in by", es="La llenó"),
    "paper_place": Sentence(en="Place visited", es="Lugar visitado"),
    "paper_employer": Sentence(en="Employer", es="Empleador"),
    "paper_by": Sentence(en="Assessed by", es="Evalúa"),
    "paper_as_of": Sentence(en="As of", es="Con fecha de"),
    "paper_topics": Sentence(en="Topics", es="Temas"),
    "paper_range": Sentence(en="questions {first} to {last}", es="preguntas {first} a {last}"),
    "paper_one": Sentence(en="question {first}", es="pregunta {first}"),
    "paper_strip": Sentence(
        en="{title} · topic {place} of {count}", es="{title} · tema {place} de {count}"
    ),
}

_BLOCK = {
    "paper_or": Sentence(en="or", es="o"),
    "paper_na": Sentence(en="Does not apply, because", es="No aplica, porque"),
    "paper_times": Sentence(en="times", es="veces"),
    "paper_year": Sentence(en="year", es="año"),
    "paper_month": Sentence(en="month", es="mes"),
    "paper_on": Sentence(en="day", es="día"),
    "paper_finished": Sentence(
        en="Or the finished figure, only if you cannot see its parts.",
        es="O el dato ya calculado, solo si no puede ver sus partes.",
    ),
    "paper_see": Sentence(en="Ask to see", es="Pida ver"),
    "paper_asked": Sentence(en="Workers asked", es="Trabajadores preguntados"),
    "paper_confirming": Sentence(en="of them confirmed it", es="de ellos lo confirmaron"),
    "paper_notes": Sentence(en="Notes", es="Notas"),
    "paper_last_time": Sentence(
        en="Last time: {answer} ({day}, {age})", es="La vez anterior: {answer} ({day}, {age})"
    ),
    "paper_answered": Sentence(
        en="Answered already: {answer} ({day})", es="Ya respondida: {answer} ({day})"
    ),
    "paper_left_out": Sentence(en="Not asked of this employer", es="No se pregunta aquí"),
}

_METHOD = {
    "method_take": Sentence(en="Take it along", es="Para llevar"),
    "method_take_why": Sentence(
        en="The questions on paper, to print and write on. Or as a form for a phone, in English "
        "and Spanish, that KoBo and ODK take as it is.",
        es="Las preguntas en papel, para imprimir y escribir. O como formulario para el teléfono, "
        "en inglés y español, que KoBo y ODK aceptan tal como está.",
    ),
    "method_take_paper": Sentence(en="Question sheet (PDF)", es="Hoja de preguntas (PDF)"),
    "method_take_form": Sentence(
        en="Form for KoBo and ODK (XLSForm)", es="Formulario para KoBo y ODK (XLSForm)"
    ),
}

WORDING: dict[str, Sentence] = {**_HEAD, **_BLOCK, **_METHOD}
