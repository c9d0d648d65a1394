"""Words of the log: one sentence for each kind of event about employers.

The name of a sentence is `event_` and the kind. `who` did it, `what` it is about.
"""

from jobquality.wording.sentence import Sentence

_TOLD: dict[str, tuple[str, str]] = {
    "employer_added": ("{who} added {what}", "{who} agregó {what}"),
    "employer_changed": ("{who} changed {what}", "{who} cambió {what}"),
    "employer_site_added": (
        "{who} added a workplace to {what}",
        "{who} agregó un lugar de trabajo a {what}",
    ),
    "employer_site_corrected": (
        "{who} corrected a workplace of {what}",
        "{who} corrigió un lugar de trabajo de {what}",
    ),
    "employer_site_removed": (
        "{who} removed a workplace of {what}",
        "{who} quitó un lugar de trabajo de {what}",
    ),
    "employer_identity_proposed": (
        "{who} proposed to change who {what} is",
        "{who} propuso cambiar quién es {what}",
    ),
    "employer_identity_changed": (
        "{who} confirmed, as the second person, who {what} is",
        "{who} confirmó, como segunda persona, quién es {what}",
    ),
    "employer_identity_refused": (
        "{who} refused a change of who {what} is",
        "{who} rechazó un cambio de quién es {what}",
    ),
    "employer_name_added": (
        "{who} added another name of {what}",
        "{who} agregó otro nombre de {what}",
    ),
    "employer_name_confirmed": (
        "{who} confirmed another name of {what}",
        "{who} confirmó otro nombre de {what}",
    ),
    "employer_name_removed": (
        "{who} removed another name of {what}",
        "{who} quitó otro nombre de {what}",
    ),
    "employer_merger_proposed": (
        "{who} proposed to merge two records into {what}",
        "{who} propuso unir dos registros en {what}",
    ),
    "employer_merger_refused": (
        "{who} refused to merge two records into {what}",
        "{who} rechazó unir dos registros en {what}",
    ),
    "employer_merged": (
        "{who} merged two records into {what}",
        "{who} unió dos registros en {what}",
    ),
    "employer_unmerged": (
        "{who} took the records of {what} apart again",
        "{who} separó de nuevo los registros de {what}",
    ),
    "employer_called_different": (
        "{who} said that {what} and another one are not the same",
        "{who} dijo que {what} y otro no son el mismo",
    ),
    "employer_link_made": (
        "{who} made a link for an employer to what is published: {what}",
        "{who} creó un enlace para un empleador a lo publicado: {what}",
    ),
    "employer_link_end_proposed": (
        "{who} wants to end a link of {what} behind which words wait",
        "{who} quiere cerrar un enlace de {what} tras el que esperan palabras",
    ),
    "employer_speaker_doubted": (
        "{who} said first that somebody does not speak for {what}",
        "{who} dijo primero que alguien no habla por {what}",
    ),
    "employer_link_ended": (
        "{who} ended the link of an employer: {what}",
        "{who} cerró el enlace de un empleador: {what}",
    ),
    "employer_link_renewed": (
        "{who} gave the link of an employer a new address: {what}",
        "{who} dio al enlace de un empleador una dirección nueva: {what}",
    ),
    "employer_link_replaced": (
        "The old address of an employer's link ended, a new one took its place",
        "La dirección vieja del enlace de un empleador terminó, otra tomó su lugar",
    ),
    "employer_speaker_came": (
        "Somebody said that they speak for an employer: {what}",
        "Alguien dijo que habla por un empleador: {what}",
    ),
    "employer_speaker_decided": (
        "{who} decided whether somebody speaks for an employer: {what}",
        "{who} decidió si alguien habla por un empleador: {what}",
    ),
}

WORDING: dict[str, Sentence] = {
    f"event_{kind}": Sentence(en=en, es=es) for kind, (en, es) in _TOLD.items()
}
