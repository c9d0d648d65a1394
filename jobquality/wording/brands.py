"""Words of the page of a chain, and of the rule that few sites are no chain."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "brands_title": Sentence(en="Sites of {name}", es="Locales de {name}"),
    "brands_kind": Sentence(en="Chain or brand", es="Cadena o marca"),
    "brands_scored": Sentence(en="{sites} sites are scored", es="{sites} locales evaluados"),
    "brands_scored_one": Sentence(en="One site is scored", es="Un local evaluado"),
    "brands_scored_of": Sentence(
        en="{sites} of {known} sites are scored", es="{sites} de {known} locales evaluados"
    ),
    "brands_scored_one_of": Sentence(
        en="{sites} of {known} sites is scored", es="{sites} de {known} locales evaluado"
    ),
    "brands_published_by": Sentence(en="Scores published by", es="Calificaciones publicadas por"),
    "brands_too_few": Sentence(
        en="Too few to speak for the chain.", es="Muy pocos para hablar de la cadena."
    ),
    "brands_too_few_why": Sentence(
        en="Below {fewest} scored sites we say nothing about the others. A site that is not "
        "listed here may be better or worse.",
        es="Con menos de {fewest} locales evaluados no decimos nada de los demás. Un local que "
        "no está aquí puede ser mejor o peor.",
    ),
    "brands_no_score": Sentence(
        en="A chain has no score of its own here. Each score speaks only of the sites named "
        "beside it, and we never add them up or take a mean.",
        es="Aquí una cadena no tiene una calificación propia. Cada calificación habla solo de "
        "los locales que nombra; nunca las sumamos ni sacamos un promedio.",
    ),
    "brands_editions": Sentence(
        en="These scores rest on different standards.",
        es="Estas calificaciones usan normas distintas.",
    ),
    "brands_editions_why": Sentence(
        en="Compare only scores under the same heading.",
        es="Compare solo las calificaciones que están bajo el mismo título.",
    ),
    "brands_spread": Sentence(en="From lowest to highest", es="Del más bajo al más alto"),
    "brands_middle": Sentence(
        en="The middle score lies in", es="La calificación de en medio está en"
    ),
    "brands_how_many": Sentence(en="How many", es="Cuántos"),
    "brands_scores_sites": Sentence(
        en="{scores} scores, {sites} sites", es="{scores} calificaciones, {sites} locales"
    ),
    "brands_which_sites": Sentence(
        en="Tick the sites that this assessment covers.",
        es="Marque los locales que abarca esta evaluación.",
    ),
    "brands_which_sites_why": Sentence(
        en="This employer has more than one site. A few sites never stand for all of them.",
        es="Este empleador tiene más de un local. Unos pocos nunca representan a todos.",
    ),
    "brands_site_brand": Sentence(en="Brand of this site", es="Marca de este local"),
    "brands_operators": Sentence(en="Who runs its sites", es="Quiénes operan sus locales"),
    "brands_public_page": Sentence(en="Public page of the chain", es="Página pública de la cadena"),
}
