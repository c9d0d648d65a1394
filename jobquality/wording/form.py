"""What forms and the pages at work have in common."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "form_not_chosen": Sentence(
        en="It does not say what you decide, so nothing was done. Press one of the buttons.",
        es="No dice qué decide usted, así que no se hizo nada. Pulse uno de los botones.",
    ),
    "form_faults": Sentence(
        en="Nothing was saved yet. Please correct this:",
        es="Todavía no se guardó nada. Corrija lo siguiente:",
    ),
    "form_save": Sentence(en="Save", es="Guardar"),
    "form_cancel": Sentence(en="Cancel", es="Cancelar"),
    "form_optional": Sentence(en="optional", es="opcional"),
    "form_may_mean": Sentence(
        en="Which place do you mean by “{typed}”?", es="¿Qué lugar quiere decir con «{typed}»?"
    ),
    "form_saved": Sentence(en="Saved", es="Guardado"),
    "work_menu": Sentence(en="Your work", es="Su trabajo"),
    "work_desk": Sentence(en="To do", es="Por hacer"),
    "work_employers": Sentence(en="Our employers", es="Nuestros empleadores"),
    "work_initiatives": Sentence(en="Initiatives", es="Iniciativas"),
    "work_people": Sentence(en="People", es="Personas"),
    "work_log_in": Sentence(en="Log in", es="Entrar"),
    "work_log_out": Sentence(en="Log out", es="Salir"),
    "work_you": Sentence(en="You are {name}", es="Usted es {name}"),
}
