"""Words of the card and the badge that other websites show, and of the list as a table."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "embeds_job_quality": Sentence(
        en="Job quality, of {most}:", es="Calidad del empleo, de {most}:"
    ),
    "embeds_score": Sentence(
        en="Job quality {score} of {most}", es="Calidad del empleo {score} de {most}"
    ),
    "embeds_unsent": Sentence(
        en="Employer wrote and did not send it", es="El empleador escribió y no lo envió"
    ),
    "embeds_read_unsent": Sentence(en="read what it wrote", es="leer lo que escribió"),
    "embeds_replied": Sentence(en="Employer replied", es="El empleador respondió"),
    "embeds_read_reply": Sentence(en="read the reply", es="leer la respuesta"),
    "embeds_withdrawn": Sentence(en="Withdrawn", es="Retirada"),
    "embeds_withdrawn_why": Sentence(
        en="This score was withdrawn. It says nothing any more.",
        es="Esta calificación se retiró. Ya no dice nada.",
    ),
    "embeds_as_of": Sentence(en="As of {day}.", es="Al {day}."),
    "embeds_whole": Sentence(en="See every answer and why", es="Ver cada respuesta y por qué"),
    "embeds_none": Sentence(
        en="Nothing is published under this name.", es="No hay nada publicado con este nombre."
    ),
    "embeds_title": Sentence(
        en="Share it, or show it on your own page", es="Compartirla o mostrarla en su página"
    ),
    "embeds_why": Sentence(
        en="All of it changes by itself: what is contested or withdrawn shows within five minutes.",
        es="Todo cambia solo: lo disputado o retirado se ve en cinco minutos.",
    ),
    "embeds_link": Sentence(en="Link to share:", es="Enlace para compartir:"),
    "embeds_frame": Sentence(en="Card in a frame", es="Tarjeta en un marco"),
    "embeds_badge": Sentence(en="Badge", es="Insignia"),
    "listing_csv": Sentence(
        en="Download this list as a table (CSV)", es="Descargar esta lista como tabla (CSV)"
    ),
}
