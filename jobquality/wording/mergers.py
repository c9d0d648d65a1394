"""Words of possible duplicates, and of two records that become one."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "mergers_duplicates": Sentence(en="Possible duplicates", es="Posibles duplicados"),
    "mergers_duplicates_lead": Sentence(
        en="Pairs that may be one employer, and why. Nothing is merged until you say so.",
        es="Pares que quizá sean un mismo empleador, y por qué. Nada se une hasta que usted lo "
        "diga.",
    ),
    "mergers_waiting": Sentence(
        en="Waiting for a second person", es="Esperan a una segunda persona"
    ),
    "mergers_no_pairs": Sentence(
        en="No two employers look like one. New pairs show up here by themselves.",
        es="No hay dos empleadores que parezcan uno. Los pares nuevos aparecen aquí solos.",
    ),
    "mergers_and": Sentence(en="and", es="y"),
    "mergers_look": Sentence(en="Look at a merger", es="Ver cómo unirlos"),
    "mergers_not_same": Sentence(en="Not the same", es="No son el mismo"),
    "mergers_reason_number": Sentence(
        en="Same EIN or license number", es="Mismo EIN o número de licencia"
    ),
    "mergers_reason_address": Sentence(
        en="Same address, similar name", es="Misma dirección, nombre parecido"
    ),
    "mergers_reason_street": Sentence(
        en="Same street and number, similar name", es="Misma calle y número, nombre parecido"
    ),
    "mergers_reason_website": Sentence(en="Same website", es="Mismo sitio web"),
    "mergers_reason_legal": Sentence(en="Same legal name", es="Misma razón social"),
    "mergers_reason_same_name": Sentence(
        en="Names that look the same", es="Nombres que se ven iguales"
    ),
    "mergers_reason_name": Sentence(en="Similar names", es="Nombres parecidos"),
    "mergers_title": Sentence(en="Merge a second record into {name}", es="Unir otro a {name}"),
    "mergers_lead": Sentence(
        en="Two records of one employer become one. {name} stays; the other becomes a part of it.",
        es="Dos registros de un empleador se vuelven uno. {name} se queda; el otro pasa a ser "
        "parte de él.",
    ),
    "mergers_near": Sentence(en="These look like it", es="Estos se le parecen"),
    "mergers_other": Sentence(en="The second record", es="El segundo registro"),
    "mergers_see": Sentence(en="See what would move", es="Ver qué se movería"),
    "mergers_no_other": Sentence(
        en="There is no other employer here.", es="Aquí no hay otro empleador."
    ),
    "mergers_earlier": Sentence(en="Mergers of this employer", es="Uniones de este empleador"),
    "mergers_kept": Sentence(en="Stays", es="Se queda"),
    "mergers_merged": Sentence(en="Becomes a part of it", es="Pasa a ser parte"),
    "mergers_what_moves": Sentence(en="What happens", es="Qué pasa"),
    "mergers_assessments": Sentence(
        en="Assessments that move: {count}", es="Evaluaciones que se mueven: {count}"
    ),
    "mergers_sites": Sentence(
        en="Workplaces that move: {count}", es="Lugares de trabajo que se mueven: {count}"
    ),
    "mergers_names": Sentence(
        en="Names that move: {count}, “{name}” too",
        es="Nombres que se mueven: {count}, también «{name}»",
    ),
    "mergers_publications": Sentence(
        en="Published scorecards: {count}. Each stays as it was signed.",
        es="Evaluaciones publicadas: {count}. Cada una queda como se firmó.",
    ),
    "mergers_certificates": Sentence(
        en="Certificates: {count}. Each can still be checked under its code.",
        es="Certificados: {count}. Cada uno se puede seguir verificando con su código.",
    ),
    "mergers_addresses": Sentence(
        en="Old links lead to the record that stays. Public lists show one employer.",
        es="Los enlaces viejos llevan al registro que se queda. Las listas públicas muestran un "
        "solo empleador.",
    ),
    "mergers_facts": Sentence(
        en="Facts such as place and number of workers stay those of {name}.",
        es="Datos como el lugar y el número de trabajadores siguen siendo los de {name}.",
    ),
    "mergers_cannot": Sentence(en="They cannot be merged yet", es="Todavía no se pueden unir"),
    "mergers_obstacle_two_drafts": Sentence(
        en="Both have an open assessment by the same standard. Finish or give up one of them:",
        es="Los dos tienen una evaluación abierta con la misma norma. Termine o abandone una:",
    ),
    "mergers_obstacle_in_review": Sentence(
        en="The record that goes away has an assessment under review or with the employer. "
        "Publish it or return it first:",
        es="El registro que desaparece tiene una evaluación en revisión o con el empleador. "
        "Publíquela o devuélvala antes:",
    ),
    "mergers_obstacle_change_waits": Sentence(
        en="A change of a name waits for a second person. Decide on it first.",
        es="Un cambio de nombre espera a una segunda persona. Decídalo antes.",
    ),
    "mergers_obstacle_brand": Sentence(
        en="One is the brand of the other. A brand and who runs its sites are two.",
        es="Uno es la marca del otro. Una marca y quien opera sus locales son dos.",
    ),
    "mergers_obstacle_merger_waits": Sentence(
        en="Another merger of one of them waits for a second person.",
        es="Otra unión de uno de ellos espera a una segunda persona.",
    ),
    "mergers_reason": Sentence(
        en="How do you know that they are one?", es="¿Cómo sabe que son el mismo?"
    ),
    "mergers_reason_hint": Sentence(
        en="Only your organization sees it.", es="Solo lo ve su organización."
    ),
    "mergers_needs_second": Sentence(
        en="Something is published about one of them, so another person has to confirm it.",
        es="Hay algo publicado sobre uno de ellos, así que otra persona debe confirmarlo.",
    ),
    "mergers_at_once": Sentence(
        en="Nothing is published about them, so it happens at once.",
        es="No hay nada publicado sobre ellos, así que se hace de inmediato.",
    ),
    "mergers_undo_within": Sentence(
        en="It can be undone for 7 days, as long as nothing new is published.",
        es="Se puede deshacer durante 7 días, mientras no se publique nada nuevo.",
    ),
    "mergers_propose": Sentence(en="Propose the merger", es="Proponer la unión"),
    "mergers_do": Sentence(en="Merge them", es="Unirlos"),
    "mergers_other_way": Sentence(
        en="The other way round: keep the second record",
        es="Al revés: conservar el segundo registro",
    ),
    "mergers_of": Sentence(
        en="{merged} becomes a part of {kept}", es="{merged} pasa a ser parte de {kept}"
    ),
    "mergers_state_open": Sentence(
        en="Waits for a second person", es="Espera a una segunda persona"
    ),
    "mergers_state_merged": Sentence(en="Merged", es="Unidos"),
    "mergers_state_refused": Sentence(en="Not merged", es="No se unieron"),
    "mergers_state_undone": Sentence(en="Undone: they are two again", es="Deshecho: son dos"),
    "mergers_proposed": Sentence(
        en="Proposed by {name} on {day}.", es="Propuesto por {name} el {day}."
    ),
    "mergers_decided": Sentence(
        en="Decided by {name} on {day}.", es="Decidido por {name} el {day}."
    ),
    "mergers_confirm": Sentence(en="Confirm: they are one", es="Confirmar: son uno"),
    "mergers_refuse": Sentence(en="Refuse: they are two", es="Rechazar: son dos"),
    "mergers_undo": Sentence(en="Undo the merger", es="Deshacer la unión"),
    "mergers_undo_why": Sentence(
        en="Each record gets back what it had. This works for 7 days, as long as nothing new is "
        "published.",
        es="Cada registro recupera lo que tenía. Se puede durante 7 días, mientras no se "
        "publique nada nuevo.",
    ),
    "mergers_no_undo": Sentence(en="It cannot be undone any more.", es="Ya no se puede deshacer."),
    "mergers_all": Sentence(en="Look for duplicates", es="Buscar duplicados"),
    "mergers_start": Sentence(en="Merge a second record", es="Unir un segundo registro"),
}
