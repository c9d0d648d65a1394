"""The texts of notices that we ship, and the words around them.

An organization may write its own. Places like {employer} are filled in by the letters' own
strict way, which knows a closed list of them and nothing else.
"""

from collections.abc import Mapping

from jobquality.wording.sentence import Sentence

_MAIL_EN = """Dear owner or manager of {employer},

{organization} checks workplaces against a public standard: {standard}. We have a draft about your workplace. Nothing is published yet. You see it first.

Read the draft here:
{link}

This link is private. Whoever has it can read the draft and reply.

You can reply until {deadline}.

For each answer you can
- say that it is right,
- correct it with a document,
- disagree and say why,
- say what you have fixed, and on which day.

What you write is printed in full beside the score. If you need more time, ask us. If you do not reply, the page will say so.

Questions? Ask us: {contact}"""  # noqa: E501 - a paragraph is one line, as in a mail

_MAIL_ES = """A quien dirige {employer}:

{organization} revisa lugares de trabajo con una norma pública: {standard}. Tenemos un borrador sobre su lugar de trabajo. Aún no se publicó nada. Usted lo ve primero.

Lea el borrador aquí:
{link}

Este enlace es privado. Quien lo tenga puede leer el borrador y responder.

Puede responder hasta el {deadline}.

Sobre cada respuesta usted puede
- decir que es correcta,
- corregirla con un documento,
- decir que no está de acuerdo y por qué,
- decir qué corrigió y en qué fecha.

Lo que usted escriba se publica completo junto a la calificación. Si necesita más tiempo, pídalo. Si no contesta, la página lo dirá.

¿Preguntas? Escríbanos o llámenos: {contact}"""  # noqa: E501 - as above

_LETTER_EN = """Dear owner or manager of {employer},

{organization} checks workplaces against a public standard: {standard}. We have a draft about your workplace. Nothing is published yet. You see it first. The next pages say in short what it says.

To read all of it and to reply, open this private address, or scan the code with a phone:
{link}

Whoever has this letter can read the draft and reply, so keep it safe.

You can reply until {deadline}.

For each answer you can say that it is right, correct it with a document, disagree and say why, or say what you have fixed and on which day. What you write is printed in full beside the score. If you need more time, ask us. If you do not reply, the page will say so.

You have no computer, or you have questions? Ask us: {contact}"""  # noqa: E501 - as above

_LETTER_ES = """A quien dirige {employer}:

{organization} revisa lugares de trabajo con una norma pública: {standard}. Tenemos un borrador sobre su lugar de trabajo. Aún no se publicó nada. Usted lo ve primero. Las páginas siguientes dicen en breve lo que dice.

Para leerlo completo y responder, abra esta dirección privada o lea el código con un teléfono:
{link}

Quien tenga esta carta puede leer el borrador y responder, así que guárdela bien.

Puede responder hasta el {deadline}.

Sobre cada respuesta puede decir que es correcta, corregirla con un documento, decir que no está de acuerdo y por qué, o decir qué corrigió y en qué fecha. Lo que usted escriba se publica completo junto a la calificación. Si necesita más tiempo, pídalo. Si no contesta, la página lo dirá.

¿No tiene computadora o tiene preguntas? Escríbanos o llámenos: {contact}"""  # noqa: E501 - as above

#: The subject and the text of each kind, by kind and language.
SHIPPED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("notice_mail", "en"): ("A draft about {employer}: please check it", _MAIL_EN),
    ("notice_mail", "es"): ("Un borrador sobre {employer}: por favor, revíselo", _MAIL_ES),
    ("notice_letter", "en"): ("A draft about {employer}: please check it", _LETTER_EN),
    ("notice_letter", "es"): ("Un borrador sobre {employer}: por favor, revíselo", _LETTER_ES),
}

WORDING: dict[str, Sentence] = {
    "letters_no_fee": Sentence(
        en="No fee changes a score. Nobody can buy a better one, and replying costs nothing.",
        es="Ningún pago cambia una calificación. Nadie puede comprar una mejor, y responder no "
        "cuesta nada.",
    ),
    "letters_deadline_later": Sentence(
        en="{moment}, or later: you have {days} days from the day you get this",
        es="{moment}, o más tarde: tiene {days} días desde el día en que recibe esto",
    ),
    "letters_title": Sentence(en="Notice to {employer}", es="Aviso a {employer}"),
    "letters_claims": Sentence(en="What the draft says", es="Lo que dice el borrador"),
    "letters_claims_why": Sentence(
        en="In short, as of {on}. Behind the private address you find each source and how it "
        "counts.",
        es="En breve, al {on}. En la dirección privada está cada fuente y cómo cuenta.",
    ),
    "letters_score": Sentence(en="Score: {score} of 100", es="Calificación: {score} de 100"),
    "letters_counts": Sentence(en="Counts", es="Cuenta"),
    "letters_source": Sentence(en="Source", es="Fuente"),
    "letters_scan": Sentence(
        en="Open the draft with a phone", es="Abra el borrador con un teléfono"
    ),
    "letters_page": Sentence(en="Questions: {contact}", es="Preguntas: {contact}"),
    "letters_texts": Sentence(en="Texts of letters", es="Textos de cartas"),
    "letters_texts_why": Sentence(
        en="What goes out with a notice. You can write it in your own words. Earlier versions "
        "are kept.",
        es="Lo que sale con un aviso. Puede escribirlo con sus palabras. Se guardan las "
        "versiones anteriores.",
    ),
    "letters_kind_notice_mail": Sentence(en="Notice by mail", es="Aviso por correo"),
    "letters_kind_notice_letter": Sentence(en="Notice as a letter", es="Aviso en carta"),
    "letters_in_en": Sentence(en="in English", es="en inglés"),
    "letters_in_es": Sentence(en="in Spanish", es="en español"),
    "letters_is_ours": Sentence(en="our text", es="nuestro texto"),
    "letters_is_own": Sentence(en="your text", es="su texto"),
    "letters_change": Sentence(en="Change", es="Cambiar"),
    "letters_subject": Sentence(en="Subject", es="Asunto"),
    "letters_text": Sentence(en="Text", es="Texto"),
    "letters_places": Sentence(
        en="These places are filled in: {places}. Needed: {needed}.",
        es="Estos lugares se rellenan: {places}. Hacen falta: {needed}.",
    ),
    "letters_always": Sentence(en="This always stands at the end:", es="Al final siempre dice:"),
    "letters_look": Sentence(en="Look at it", es="Ver cómo queda"),
    "letters_save": Sentence(en="Save this text", es="Guardar este texto"),
    "letters_reset": Sentence(en="Go back to our text", es="Volver a nuestro texto"),
    "letters_preview": Sentence(
        en="How it looks, with a made-up employer", es="Cómo queda, con un empleador inventado"
    ),
    "letters_versions": Sentence(en="Versions", es="Versiones"),
    "letters_version": Sentence(
        en="Version {number}, {moment}, by {name}", es="Versión {number}, {moment}, de {name}"
    ),
    "letters_version_reset": Sentence(
        en="Version {number}, {moment}, by {name}: back to our text",
        es="Versión {number}, {moment}, de {name}: de vuelta a nuestro texto",
    ),
    "letters_saved": Sentence(en="The text is saved.", es="El texto quedó guardado."),
    "letters_sample_employer": Sentence(en="Sample Diner", es="Comedor de ejemplo"),
    "letters_sample_standard": Sentence(
        en="the standard of the assessment", es="la norma de la evaluación"
    ),
}
