"""What is said right after publishing: that it worked, and what comes next."""

from jobquality.wording.sentence import Sentence

WORDING = {
    "published_title": Sentence(en="Published: {employer}", es="Publicado: {employer}"),
    "published_lead": Sentence(
        en="It worked: this was published {moment}.",
        es="Listo: se publicó el {moment}.",
    ),
    "published_not_current": Sentence(
        en="This is not what counts now: something newer took its place, or it was withdrawn.",
        es="Esto ya no es lo que cuenta: algo más nuevo ocupó su lugar, o se retiró.",
    ),
    "published_see": Sentence(en="See what became of it", es="Ver qué pasó con ello"),
    "published_next": Sentence(en="What comes next", es="Qué sigue"),
    "published_employer": Sentence(en="Tell the employer.", es="Avise al empleador."),
    "published_employer_why": Sentence(
        en="We do not write to it. Send it the address above. The link of the notice goes on "
        "working: there it can answer, ask for a correction and say what it fixed.",
        es="Nosotros no le escribimos. Envíele la dirección de arriba. El enlace del aviso sigue "
        "sirviendo: allí puede responder, pedir una corrección y decir qué arregló.",
    ),
    "published_employer_link": Sentence(
        en="What the employer says, and a new link", es="Lo que dice el empleador, y otro enlace"
    ),
    "published_employer_told": Sentence(
        en="A message about the correction is ready for it. See whether it went out, or has to be "
        "carried by you:",
        es="Hay un mensaje sobre la corrección. Vea si ya salió o si usted tiene que llevarlo:",
    ),
    "published_plan": Sentence(en="The plan.", es="El plan."),
    "published_plan_why": Sentence(
        en="It shows the employer the shortest way to the next level.",
        es="Muestra al empleador el camino más corto al siguiente nivel.",
    ),
    "published_certificate": Sentence(en="The certificate.", es="El certificado."),
    "published_certificate_why": Sentence(
        en="It does not come by itself. See whether the level is enough for one:",
        es="No sale por sí solo. Vea si el nivel alcanza para uno:",
    ),
    "published_mistake": Sentence(en="A mistake?", es="¿Un error?"),
    "published_mistake_why": Sentence(
        en="What is published never changes. It can be corrected by a new one, or withdrawn.",
        es="Lo publicado no cambia nunca. Se puede corregir con otra revisión, o retirar.",
    ),
    "published_packet": Sentence(en="A lawyer asks?", es="¿Pregunta una abogada?"),
    "published_back": Sentence(en="Back to my work", es="Volver a mi trabajo"),
}
