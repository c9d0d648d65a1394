"""Words of the ledger: its head, its witnesses and its keys."""

from jobquality.wording.sentence import Sentence

WORDING: dict[str, Sentence] = {
    "ledger_title": Sentence(
        en="Your ledger",
        es="Su registro",
    ),
    "ledger_lead": Sentence(
        en="Everything that you publish is a signed entry, chained to the one before. "
        "This line is the newest link. Whoever keeps it can tell later whether "
        "anything was changed.",
        es="Todo lo que publica es un asiento firmado, unido al anterior. Esta línea es "
        "el eslabón más nuevo. Quien la guarda puede saber después si algo cambió.",
    ),
    "ledger_newest_at": Sentence(
        en="Added {moment}.",
        es="Añadido el {moment}.",
    ),
    "ledger_public": Sentence(
        en="The page that everyone sees",
        es="La página que ve todo el mundo",
    ),
    "ledger_witnesses": Sentence(
        en="Witnesses",
        es="Testigos",
    ),
    "ledger_witnesses_why": Sentence(
        en="Name people outside your organization: a journalist, a lawyer, another "
        "center. They get the newest line by mail, once a day at most, when something "
        "was added. Nobody can then rewrite the past unseen, not even you.",
        es="Nombre a personas de fuera de su organización: periodistas, abogados, otro "
        "centro. Reciben por correo la línea más nueva, una vez al día como máximo, "
        "cuando se añadió algo. Así nadie puede reescribir el pasado sin que se note, "
        "ni siquiera ustedes.",
    ),
    "ledger_witnesses_empty": Sentence(
        en="There is no witness yet. Two are a good number.",
        es="Aún no hay testigos. Dos es un buen número.",
    ),
    "ledger_witness_add": Sentence(
        en="Name a witness",
        es="Nombrar un testigo",
    ),
    "ledger_witness_name": Sentence(
        en="Name",
        es="Nombre",
    ),
    "ledger_witness_language": Sentence(
        en="Language of the mail",
        es="Idioma del correo",
    ),
    "ledger_witness_end": Sentence(
        en="Stop telling them",
        es="Dejar de avisarle",
    ),
    "ledger_witness_last": Sentence(
        en="This is the last witness that counts. So another person has to agree that they are "
        "told no more.",
        es="Es el último testigo que cuenta. Por eso otra persona tiene que aceptar que no se le "
        "avise más.",
    ),
    "ledger_witness_why": Sentence(
        en="Why? Your team will read it.", es="¿Por qué? Lo leerá su equipo."
    ),
    "ledger_witness_proposed": Sentence(
        en="{name} proposes to tell this witness no more",
        es="{name} propone dejar de avisar a este testigo",
    ),
    "ledger_witness_another": Sentence(
        en="Another person who may publish has to agree.",
        es="Tiene que aceptar otra persona que pueda publicar.",
    ),
    "ledger_witness_agree": Sentence(
        en="Agree: tell them no more", es="De acuerdo: dejar de avisarle"
    ),
    "ledger_witness_refuse": Sentence(
        en="Refuse: go on telling them", es="Rechazar: seguir avisándole"
    ),
    "ledger_told": Sentence(
        en="was told link {number}, {moment}",
        es="recibió el eslabón {number}, {moment}",
    ),
    "ledger_told_none": Sentence(
        en="was not told yet",
        es="aún no ha recibido nada",
    ),
    "ledger_keys": Sentence(
        en="Signing keys",
        es="Claves de firma",
    ),
    "ledger_keys_lead": Sentence(
        en="One key signs at a time. A new one is signed in by the one before, so old "
        "entries stay good for ever.",
        es="Firma una clave a la vez. La anterior firma la entrada de la nueva, así que "
        "los asientos viejos valen para siempre.",
    ),
    "ledger_key_is": Sentence(
        en="signs since {first}.",
        es="firma desde el {first}.",
    ),
    "ledger_key_was": Sentence(
        en="signed from {first} to {until}.",
        es="firmó desde el {first} hasta el {until}.",
    ),
    "ledger_key_reason": Sentence(
        en="Changed because: {reason}",
        es="Se cambió porque: {reason}",
    ),
    "ledger_marks_renewed": Sentence(
        en="{moment}, entry {number}: the key that proves accounts and links here was gone. A new "
        "one was made, and everybody came in anew. No signed score changed.",
        es="{moment}, asiento {number}: faltaba la clave que prueba aquí las cuentas y los "
        "enlaces. Se hizo otra, y todas las personas entraron de nuevo. Ninguna calificación "
        "firmada cambió.",
    ),
    "ledger_marks_lost": Sentence(
        en="It was lost with every backup of it.",
        es="Se perdió con todas sus copias de seguridad.",
    ),
    "ledger_marks_damaged": Sentence(en="It was damaged.", es="Se dañó."),
    "ledger_marks_exposed": Sentence(
        en="Somebody else may have had it.", es="Puede que otra persona la haya tenido."
    ),
    "ledger_key_propose": Sentence(
        en="Ask for a new key",
        es="Pedir una clave nueva",
    ),
    "ledger_key_when": Sentence(
        en="Change it when somebody who had access to the server leaves, when a backup or "
        "a laptop was lost, or every two years. Another person has to agree.",
        es="Cámbiela cuando se va alguien que tenía acceso al servidor, cuando se pierde "
        "una copia o una computadora, o cada dos años. Otra persona tiene que estar de "
        "acuerdo.",
    ),
    "ledger_key_why": Sentence(
        en="Why? Everyone will read it.",
        es="¿Por qué? Lo leerá todo el mundo.",
    ),
    "ledger_key_why_hint": Sentence(
        en="For example: a laptop with a backup was stolen. This stays for ever: name nobody.",
        es="Por ejemplo: robaron una computadora con una copia. Esto queda para siempre: no "
        "nombre a nadie.",
    ),
    "ledger_key_proposed": Sentence(
        en="{name} asks for a new key",
        es="{name} pide una clave nueva",
    ),
    "ledger_key_accept": Sentence(
        en="Agree: change the key now",
        es="De acuerdo: cambiar la clave ahora",
    ),
    "ledger_key_refuse": Sentence(
        en="Keep the old one",
        es="Conservar la de ahora",
    ),
    "ledger_key_another": Sentence(
        en="Another person who may publish has to decide.",
        es="Tiene que decidir otra persona que pueda publicar.",
    ),
    "ledger_heads_title": Sentence(
        en="Newest links of {name}",
        es="Eslabones más nuevos de {name}",
    ),
    "ledger_heads_heading": Sentence(
        en="Keep a link, and check us later",
        es="Guarde un eslabón y compruébenos después",
    ),
    "ledger_heads_lead": Sentence(
        en="Everything published here is chained. If you keep one of these lines, nobody "
        "can change what came before it without you noticing.",
        es="Todo lo publicado aquí está encadenado. Si guarda una de estas líneas, nadie "
        "puede cambiar lo anterior sin que usted lo note.",
    ),
    "ledger_newest": Sentence(
        en="The newest link",
        es="El eslabón más nuevo",
    ),
    "ledger_newest_why": Sentence(
        en="Write it down, print it, or mail it to yourself.",
        es="Anótelo, imprímalo o envíeselo por correo.",
    ),
    "ledger_witnesses_none": Sentence(
        en="No witness gets these lines by mail yet.",
        es="Aún ningún testigo recibe estas líneas por correo.",
    ),
    "ledger_witnesses_one": Sentence(
        en="One witness outside the organization gets these lines by mail.",
        es="Un testigo de fuera de la organización recibe estas líneas por correo.",
    ),
    "ledger_witnesses_many": Sentence(
        en="{count} witnesses outside the organization get these lines by mail.",
        es="{count} testigos de fuera de la organización reciben estas líneas por correo.",
    ),
    "ledger_days": Sentence(
        en="Day by day",
        es="Día por día",
    ),
    "ledger_days_why": Sentence(
        en="The last link of every day on which something was added ({zone} time). "
        "Today’s may still move.",
        es="El último eslabón de cada día en que se añadió algo (hora de {zone}). El de "
        "hoy aún puede cambiar.",
    ),
    "ledger_day": Sentence(
        en="Day",
        es="Día",
    ),
    "ledger_keys_why": Sentence(
        en="Which key signed when. A change of keys is an entry too, signed by the key before.",
        es="Qué clave firmó y cuándo. Un cambio de clave también es un asiento, firmado "
        "por la clave anterior.",
    ),
    "desk_ledger": Sentence(
        en="Ledger, witnesses and keys",
        es="Registro, testigos y claves",
    ),
    "ledger_heads_entry": Sentence(
        en="Link {number}, {day}",
        es="Eslabón {number}, {day}",
    ),
    "ledger_heads_entry_why": Sentence(
        en="Keep this line. Later, “jobquality verify --head {name}” shows whether anything "
        "before it was changed.",
        es="Guarde esta línea. Más adelante, «jobquality verify --head {name}» muestra si algo "
        "anterior se cambió.",
    ),
    "ledger_heads_feed": Sentence(
        en="Get each new link in a feed reader",
        es="Recibir cada eslabón nuevo en un lector de noticias",
    ),
    "ledger_heads_link": Sentence(
        en="Every day’s link, and the keys",
        es="El eslabón de cada día y las claves",
    ),
    "desk_proposal_key": Sentence(
        en="A new signing key",
        es="Una clave de firma nueva",
    ),
    "desk_proposal_by": Sentence(
        en="proposed by {name}",
        es="propuesta de {name}",
    ),
    "ledger_mail_subject": Sentence(
        en="{name}: link {number} of its public record",
        es="{name}: eslabón {number} de su registro público",
    ),
    "ledger_mail_text": Sentence(
        en="Hello {witness},\n\n{name} named you as a witness of its public record. This is its "
        "newest link, of {moment}:\n\n{head}\n\nYou need not do anything. Please keep this mail. "
        "If somebody ever changes what was published before, this line will show it: anyone can "
        "check a downloaded record against it with\n\njobquality verify --file ledger.json --head "
        "{head}\n\nYou do not want these mails? Write to {contact}.\n",
        es="Hola, {witness}:\n\n{name} le nombró testigo de su registro público. Este es su "
        "eslabón más nuevo, del {moment}:\n\n{head}\n\nNo tiene que hacer nada. Guarde este "
        "correo. Si alguien cambia alguna vez lo publicado antes, esta línea lo mostrará: "
        "cualquiera puede comprobar un registro descargado con\n\njobquality verify --file "
        "ledger.json --head {head}\n\n¿No quiere estos correos? Escriba a {contact}.\n",
    ),
    "ledger_mail_ended_subject": Sentence(
        en="{name}: you are no witness of its public record any more",
        es="{name}: ya no es testigo de su registro público",
    ),
    "ledger_mail_ended_text": Sentence(
        en="Hello {witness},\n\n{name} ended your part as a witness of its public record. No more "
        "mails follow. This is its newest link now:\n\n{head}\n\nPlease keep this mail: with it "
        "you can still check what was published until today. If you did not ask for this, or want "
        "to know why, write to {contact}.\n",
        es="Hola, {witness}:\n\n{name} puso fin a su papel de testigo de su registro público. Ya "
        "no recibirá más correos. Este es ahora su eslabón más nuevo:\n\n{head}\n\nGuarde este "
        "correo: con él aún puede comprobar lo publicado hasta hoy. Si no lo pidió, o quiere saber "
        "por qué, escriba a {contact}.\n",
    ),
    "ledger_mail_no_head": Sentence(
        en="nothing was published yet", es="todavía no se publicó nada"
    ),
    "ledger_fetch_standards": Sentence(
        en="Download the standards that the organization brought itself",
        es="Descargue las normas que la organización aportó por su cuenta",
    ),
    "ledger_own_standards": Sentence(
        en="This organization has standards of its own; the check needs their files.",
        es="Esta organización tiene normas propias; la comprobación necesita sus archivos.",
    ),
}
