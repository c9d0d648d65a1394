"""Words of names, changes of names, chains and what a score covers."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "names_sites_of": Sentence(en="{sites} of {known} sites", es="{sites} de {known} locales"),
    "names_sites_of_one": Sentence(en="its one site", es="su único local"),
    "names_site": Sentence(en="{sites} site", es="{sites} local"),
    "names_sites": Sentence(en="{sites} sites", es="{sites} locales"),
    "names_covers_whole": Sentence(
        en="This score is about the employer as a whole.",
        es="Este puntaje es sobre el empleador en su conjunto.",
    ),
    "names_covers_all": Sentence(
        en="This score covers every known site: {sites}.",
        es="Este puntaje abarca todos los locales conocidos: {sites}.",
    ),
    "names_covers_part": Sentence(
        en="This score covers {sites}. It says nothing about any other site.",
        es="Este puntaje abarca {sites}. No dice nada de ningún otro local.",
    ),
    "names_counted": Sentence(
        en="{count} sites counted on {day}. Source: {source}",
        es="{count} locales contados el {day}. Fuente: {source}",
    ),
    "names_not_counted": Sentence(
        en="How many sites it has in all is not known.",
        es="No se sabe cuántos locales tiene en total.",
    ),
    "names_covers": Sentence(en="What this covers", es="Qué abarca"),
    "names_formerly": Sentence(en="Formerly {names}", es="Antes {names}"),
    "names_published_as": Sentence(en="Published as {name}", es="Publicado como {name}"),
    "names_part_of_brand": Sentence(en="Part of {name}", es="Parte de {name}"),
    "names_brand_page": Sentence(
        en="See every scored site of {name}", es="Ver todos los locales evaluados de {name}"
    ),
    "names_now_called": Sentence(
        en="The employer is now called {name}. It is the same employer, and what this "
        "certificate says of it still stands under the name above.",
        es="El empleador ahora se llama {name}. Es el mismo empleador, y lo que dice este "
        "certificado sigue en pie bajo el nombre de arriba.",
    ),
}
