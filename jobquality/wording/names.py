"""Words of names, changes of names, chains and what a score covers."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "names_sites_of": Sentence(en="{sites} of {known} sites", es="{sites} de {known} locales"),
    "names_sites_of_one": Sentence(en="its one site", es="su único local"),
    "names_site": Sentence(en="{sites} site", es="{sites} local"),
    "names_sites": Sentence(en="{sites} sites", es="{sites} locales"),
    "names_covers_whole": Sentence(
        en="This score is about the employer as a whole.",
        es="Esta calificación es sobre el empleador en su conjunto.",
    ),
    "names_covers_all": Sentence(
        en="This score covers every known site: {sites}.",
        es="Esta calificación abarca todos los locales conocidos: {sites}.",
    ),
    "names_covers_part": Sentence(
        en="This score covers {sites}. It says nothing about any other site.",
        es="Esta calificación abarca {sites}. No dice nada de ningún otro local.",
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
    "names_details": Sentence(
        en="More: legal name, website, chain", es="Más: razón social, sitio web, cadena"
    ),
    "names_needs_second": Sentence(
        en="Something is published about this employer, or a merger of it waits. The name and "
        "what stands in this part change only after another person of your organization "
        "confirms it. Old links keep working.",
        es="Hay algo publicado sobre este empleador, o una fusión suya espera. El nombre y lo "
        "que está en esta parte cambian solo cuando otra persona de su organización lo "
        "confirma. Los enlaces viejos siguen sirviendo.",
    ),
    "names_field_name": Sentence(en="Name", es="Nombre"),
    "names_field_legal_name": Sentence(en="Legal name", es="Razón social"),
    "names_field_website": Sentence(en="Website", es="Sitio web"),
    "names_field_registration": Sentence(en="EIN or license number", es="EIN o número de licencia"),
    "names_registration_hint": Sentence(
        en="Only your organization sees it. It tells two employers apart.",
        es="Solo lo ve su organización. Sirve para distinguir a dos empleadores.",
    ),
    "names_never_public": Sentence(en="never public", es="nunca es público"),
    "names_field_scope": Sentence(en="One business or a chain?", es="¿Un negocio o una cadena?"),
    "names_scope_single": Sentence(en="One business", es="Un solo negocio"),
    "names_scope_chain": Sentence(en="A chain or a brand", es="Una cadena o una marca"),
    "names_scope_franchisee": Sentence(
        en="Runs sites of a brand (franchise)", es="Opera locales de una marca (franquicia)"
    ),
    "names_field_brand_id": Sentence(en="Which brand?", es="¿Qué marca?"),
    "names_brand_hint": Sentence(
        en="Only for a franchise. Add the brand as an employer first.",
        es="Solo para una franquicia. Agregue antes la marca como empleador.",
    ),
    "names_no_brand": Sentence(en="No brand", es="Ninguna marca"),
    "names_field_sites_known": Sentence(
        en="How many sites does it have in all?", es="¿Cuántos locales tiene en total?"
    ),
    "names_sites_known_hint": Sentence(
        en="So that a scorecard can say “2 of 14 sites”. With a number, give its day and source.",
        es="Para que la evaluación pueda decir «2 de 14 locales». Con el número, dé su día y su "
        "fuente.",
    ),
    "names_with_number": Sentence(
        en="Only with a number of sites.", es="Solo si dio un número de locales."
    ),
    "names_field_sites_known_on": Sentence(en="Counted on", es="Contados el"),
    "names_field_sites_known_source": Sentence(
        en="Where does that number come from?", es="¿De dónde viene ese número?"
    ),
    "names_source_hint": Sentence(
        en="Only with a number: the employer’s store list, or a city license list.",
        es="Solo si dio un número: la lista de tiendas del empleador o la de licencias de la "
        "ciudad.",
    ),
    "names_waiting": Sentence(
        en="A change waits for a second person", es="Un cambio espera a una segunda persona"
    ),
    "names_waiting_why": Sentence(
        en="{name} proposed it on {day}. Until somebody else confirms it, everything stays as "
        "it is.",
        es="{name} lo propuso el {day}. Hasta que otra persona lo confirme, todo sigue igual.",
    ),
    "names_waiting_mine": Sentence(
        en="You proposed this, so another person has to confirm it.",
        es="Usted lo propuso, así que otra persona debe confirmarlo.",
    ),
    "names_confirm_change": Sentence(en="Confirm the change", es="Confirmar el cambio"),
    "names_refuse_change": Sentence(en="Refuse the change", es="Rechazar el cambio"),
    "names_take_back": Sentence(en="Take it back", es="Retirar la propuesta"),
    "names_forged": Sentence(
        en="This was changed past the program", es="Esto se cambió por fuera del programa"
    ),
    "names_forged_why": Sentence(
        en="What stands here is not what the ledger says. The public pages of this employer say "
        "that their check failed, and nothing more is published of it. Ask who had the database. "
        "Then set it right as any other change: one person writes it, another one confirms it.",
        es="Lo que dice aquí no es lo que dice el registro. Las páginas públicas de este empleador "
        "dicen que su comprobación falló, y no se publica nada más de él. Pregunte quién tuvo la "
        "base de datos. Luego corríjalo como cualquier cambio: una persona lo escribe y otra lo "
        "confirma.",
    ),
    "names_forged_now": Sentence(
        en="Here: {here}. In the ledger: {signed}.",
        es="Aquí: {here}. En el registro: {signed}.",
    ),
    "names_forged_gone": Sentence(
        en="Names that the ledger has and that are gone here: {count}. Add them again, of the same "
        "kind and with the same days, and let another person confirm them.",
        es="Nombres que están en el registro y faltan aquí: {count}. Agréguelos de nuevo, del "
        "mismo tipo y con los mismos días, y haga que otra persona los confirme.",
    ),
    "names_unsigned": Sentence(
        en="No entry of the ledger has this name, so no public page shows it. Remove it.",
        es="Ninguna entrada del registro tiene este nombre, así que ninguna página pública lo "
        "muestra. Quítelo.",
    ),
    "names_title": Sentence(en="Other names", es="Otros nombres"),
    "names_why": Sentence(
        en="Every name by which somebody may know this employer. All of them are searched and "
        "compared. Others see a name only after a second person confirmed it.",
        es="Todos los nombres con que alguien puede conocer a este empleador. Se buscan y "
        "comparan todos. Los demás ven un nombre solo cuando una segunda persona lo confirma.",
    ),
    "names_kind": Sentence(en="Kind of name", es="Tipo de nombre"),
    "names_kind_brand": Sentence(en="Brand", es="Marca"),
    "names_kind_legal": Sentence(en="Legal name", es="Razón social"),
    "names_kind_trade": Sentence(en="Trade name", es="Nombre comercial"),
    "names_kind_former": Sentence(en="Former name", es="Nombre anterior"),
    "names_since": Sentence(en="since {day}", es="desde {day}"),
    "names_until": Sentence(en="until {day}", es="hasta {day}"),
    "names_public": Sentence(
        en="Everyone can see it. Confirmed by {name}.",
        es="Todos pueden verlo. Confirmado por {name}.",
    ),
    "names_not_public": Sentence(
        en="Added by {name}. Only your organization sees it.",
        es="Agregado por {name}. Solo lo ve su organización.",
    ),
    "names_confirm": Sentence(en="Confirm", es="Confirmar"),
    "names_remove": Sentence(en="Remove", es="Quitar"),
    "names_add": Sentence(en="Add a name", es="Agregar un nombre"),
    "names_text": Sentence(en="The other name", es="El otro nombre"),
    "names_first_day": Sentence(en="First day", es="Primer día"),
    "names_last_day": Sentence(en="Last day", es="Último día"),
    "names_is_part": Sentence(
        en="A second record of this employer, now a part of this one.",
        es="Un segundo registro de este empleador, ahora parte de este.",
    ),
    "names_old_addresses": Sentence(
        en="Old addresses that lead here:", es="Direcciones viejas que llevan aquí:"
    ),
    "names_now_called": Sentence(
        en="The employer is now called {name}. It is the same employer, and what this "
        "certificate says of it still stands under the name above.",
        es="El empleador ahora se llama {name}. Es el mismo empleador, y lo que dice este "
        "certificado sigue en pie bajo el nombre de arriba.",
    ),
}
