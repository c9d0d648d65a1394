"""Words of the page that shows the log."""

from jobquality.wording.sentence import Sentence

_GROUPS: dict[str, tuple[str, str]] = {
    "publication": ("Publications", "Publicaciones"),
    "proposal": ("Proposals", "Propuestas"),
    "ledger": ("The ledger and its keys", "El registro público y sus claves"),
    "installation": ("The installation", "La instalación"),
    "samples": ("Samples", "Muestras"),
    "practice": ("Practice", "Práctica"),
    "account": ("Accounts and logins", "Cuentas y entradas"),
    "token": ("Tokens of programs", "Claves de programas"),
    "invitation": ("Links to join", "Enlaces para unirse"),
    "guest": ("Guests", "Personas de fuera"),
    "organization": ("The organization", "La organización"),
    "employer": ("Employers", "Empleadores"),
    "assessment": ("Assessments", "Evaluaciones"),
    "evidence": ("Evidence", "Evidencia"),
    "questions": ("Questions to employers", "Preguntas a empleadores"),
    "notice": ("Notices", "Avisos"),
    "reply": ("Replies", "Respuestas del empleador"),
    "certificate": ("Certificates", "Certificados"),
    "rate": ("Dated figures", "Cifras con fecha"),
    "initiative": ("Initiatives", "Iniciativas"),
    "message": ("Messages", "Mensajes"),
    "template": ("Texts of messages", "Textos de los mensajes"),
    "calendar": ("Calendars", "Calendarios"),
    "standard": ("Standards", "Normas"),
    "statement": ("What employers say later", "Lo que dicen después los empleadores"),
    "plan": ("Plans of employers", "Planes de los empleadores"),
    "employer_link": ("Links for employers", "Enlaces para empleadores"),
    "employer_speaker": ("Who speaks for employers", "Quién habla por los empleadores"),
    "log": ("This log", "Este registro"),
}
_FIELDS: dict[str, tuple[str, str]] = {
    "name": ("name", "nombre"),
    "legal_name": ("legal name", "nombre legal"),
    "website": ("website", "sitio web"),
    "registration": ("registration number", "número de registro"),
    "scope": ("one site or a chain", "un lugar o una cadena"),
    "brand_id": ("brand", "marca"),
    "sites_known": ("number of sites", "número de lugares"),
    "sites_known_on": ("day the sites were counted", "día en que se contaron los lugares"),
    "sites_known_source": ("source of the count", "fuente del conteo"),
    "address": ("address", "dirección"),
    "place": ("place", "lugar"),
    "headcount": ("number of workers", "número de trabajadores"),
    "facts": ("facts", "datos"),
    "contact": ("contact", "contacto"),
    "region": ("region", "región"),
    "funding": ("funding", "financiamiento"),
    "languages": ("languages", "idiomas"),
    "time_zone": ("time zone", "zona horaria"),
}

WORDING: dict[str, Sentence] = {
    "log_nobody": Sentence(en="Somebody without a login", es="Alguien sin sesión"),
    "log_not_ours": Sentence(
        en="Not written by this program: somebody put a line into the log. It proves nothing.",
        es=("No lo escribió este programa: alguien puso una línea en el registro. No prueba nada."),
    ),
    "log_stranger": Sentence(
        en="Somebody of another organization", es="Alguien de otra organización"
    ),
    "log_title": Sentence(en="The log: who did what", es="El registro: quién hizo qué"),
    "log_lead_all": Sentence(
        en="Everything that people did here, the newest first. Nobody can change or delete it.",
        es="Todo lo que la gente hizo aquí, lo más nuevo primero. Nadie puede cambiarlo ni "
        "borrarlo.",
    ),
    "log_lead_reviews": Sentence(
        en="All that happened to assessments, and what you did yourself, the newest first. "
        "Administrators see everything.",
        es="Todo lo que pasó con las evaluaciones, y lo que usted hizo, lo más nuevo primero. "
        "Quien administra ve todo.",
    ),
    "log_lead_own": Sentence(
        en="What you did yourself, and what was done to your account, the newest first. "
        "Administrators see everything.",
        es="Lo que usted hizo, y lo que se hizo con su cuenta, lo más nuevo primero. Quien "
        "administra ve todo.",
    ),
    "log_holds": Sentence(
        en="It holds no answers, no addresses and no devices.",
        es="No contiene respuestas, ni direcciones, ni aparatos.",
    ),
    "log_zone": Sentence(en="Times are those of {zone}.", es="Las horas son las de {zone}."),
    "log_narrow": Sentence(en="Narrow it down", es="Buscar en el registro"),
    "log_person": Sentence(en="Who", es="Quién"),
    "log_everybody": Sentence(en="Everybody", es="Todas las personas"),
    "log_kind": Sentence(en="About what", es="Sobre qué"),
    "log_everything": Sentence(en="Everything", es="Todo"),
    "log_since": Sentence(en="From this day", es="Desde este día"),
    "log_until": Sentence(en="To this day", es="Hasta este día"),
    "log_show": Sentence(en="Show", es="Mostrar"),
    "log_show_all": Sentence(en="Show everything", es="Mostrar todo"),
    "log_bad_day": Sentence(
        en="Write a day as 2026-03-01. This day was left out.",
        es="Escriba un día como 2026-03-01. Este día no se usó.",
    ),
    "log_only": Sentence(en="Only about: {name}", es="Solo sobre: {name}"),
    "log_about_this": Sentence(en="All about this", es="Todo sobre esto"),
    "log_total_1": Sentence(en="1 event", es="1 suceso"),
    "log_total": Sentence(en="{count} events", es="{count} sucesos"),
    "log_none": Sentence(en="There is nothing here.", es="Aquí no hay nada."),
    "log_older": Sentence(en="Older events", es="Sucesos anteriores"),
    "log_newest": Sentence(en="Back to the newest", es="Volver a lo más nuevo"),
    "log_take": Sentence(en="Take it along", es="Llevárselo"),
    "log_take_why": Sentence(
        en="A file of exactly these events, in this language. That you took it is an event too.",
        es="Un archivo con exactamente estos sucesos, en este idioma. Que usted se lo llevó "
        "también es un suceso.",
    ),
    "log_take_as": Sentence(en="Download as {format}", es="Descargar como {format}"),
    "log_failures": Sentence(
        en="failed tries since the last entry: {count}",
        es="intentos fallidos desde la última entrada: {count}",
    ),
    "log_roles": Sentence(en="from {before} to {after}", es="de {before} a {after}"),
    "log_no_role": Sentence(en="no role", es="ninguna función"),
    "log_count": Sentence(en="number: {count}", es="cantidad: {count}"),
    "log_reason": Sentence(en="why: {reason}", es="motivo: {reason}"),
    "log_proposed_by": Sentence(en="proposed by {who}", es="lo propuso {who}"),
    **{f"log_group_{name}": Sentence(en=en, es=es) for name, (en, es) in _GROUPS.items()},
    **{f"log_field_{name}": Sentence(en=en, es=es) for name, (en, es) in _FIELDS.items()},
    "log_something": Sentence(en="something that is gone", es="algo que ya no está"),
}
