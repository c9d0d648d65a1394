"""Working without a connection: what waits on the phone, and what happens to it."""

from jobquality.wording.sentence import Sentence

_BAR = {
    "phone_bar": Sentence(en="What is saved", es="Lo que está guardado"),
    "phone_saved": Sentence(en="Everything is saved", es="Todo está guardado"),
    "phone_saved_at": Sentence(en="Saved at {time}", es="Guardado a las {time}"),
    "phone_unsent": Sentence(
        en="{count} on this phone, not sent yet", es="En este teléfono, sin enviar ({count})"
    ),
    "phone_saving": Sentence(en="Saving…", es="Guardando…"),
    "phone_faulty": Sentence(en="{count} to correct", es="Por corregir: {count}"),
    "phone_offline": Sentence(en="No connection", es="Sin conexión"),
    "phone_log_in": Sentence(
        en="Log in again to send them. Nothing is lost.",
        es="Entre otra vez para enviar. No se perdió nada.",
    ),
    "phone_other": Sentence(
        en="{count} of another person wait here until they log in",
        es="Aquí esperan {count} de otra persona hasta que entre",
    ),
    "phone_see": Sentence(en="See what waits", es="Ver lo que espera"),
    "phone_kept": Sentence(
        en="This is the copy that was kept here at {time}.",
        es="Esta es la copia que se guardó aquí a las {time}.",
    ),
    "phone_lost": Sentence(
        en="A bad line lost parts of this page. Save what you typed by its button first.",
        es="La mala conexión perdió partes de esta página. Primero guarde con su botón lo escrito.",
    ),
    "phone_lost_again": Sentence(en="Then load it again", es="Luego cárguela otra vez"),
    "phone_memory": Sentence(
        en="This browser keeps nothing. Leave the page open until all is saved.",
        es="Este navegador no guarda nada. Deje la página abierta hasta que todo esté guardado.",
    ),
}

_BESIDE = {
    "phone_waits": Sentence(
        en="On this phone, not sent yet", es="En este teléfono, todavía sin enviar"
    ),
    "phone_confirmed": Sentence(
        en="Confirmed on this phone, not sent yet", es="Confirmado en este teléfono, sin enviar"
    ),
    "phone_broken": Sentence(
        en="This could not be taken. It stays on this phone.",
        es="No se pudo recibir. Se queda en este teléfono.",
    ),
    "phone_will_send": Sentence(
        en="Will be sent for review when everything before it is sent.",
        es="Se enviará a revisión cuando se haya enviado todo lo anterior.",
    ),
    "phone_and_here": Sentence(en=", and {count} on this phone", es=", y {count} en este teléfono"),
    "phone_needs_line": Sentence(
        en="This needs a connection. Nothing was sent; what you typed is still on the page.",
        es="Esto necesita conexión. No se envió nada; lo que escribió sigue en la página.",
    ),
}

_SUBMIT = {
    "submit_as_of": Sentence(
        en="As of {time}, with the answers on this phone.",
        es="Según lo que había a las {time}, con las respuestas de este teléfono.",
    ),
    "submit_ask": Sentence(
        en="Without an answer: {count}. Send to review all the same?",
        es="Sin respuesta: {count}. ¿Enviar a revisión de todos modos?",
    ),
    "submit_which": Sentence(en="Which ones", es="Cuáles son"),
    "submit_ask_why": Sentence(
        en="They stay open in the score, and the reviewer sees them. It is sent when there is a "
        "connection.",
        es="Quedan pendientes en la calificación, y quien revisa las ve. Se envía cuando haya "
        "conexión.",
    ),
    "submit_anyway": Sentence(en="Send without them", es="Enviar sin ellas"),
    "submit_stay": Sentence(en="Go on answering", es="Seguir respondiendo"),
    "submit_shown": Sentence(
        en="Without an answer as of {time}: {count}", es="Sin respuesta a las {time}: {count}"
    ),
}

_PHOTO = {
    "phone_no_room": Sentence(
        en="This phone has no room for the file. It is still in the form: make room, then retry.",
        es="En este teléfono no cabe el archivo. Sigue en el formulario: haga espacio y reintente.",
    ),
    "photo_add": Sentence(en="Add a photo", es="Agregar una foto"),
    "photo_file": Sentence(en="Photo", es="Foto"),
    "photo_hint": Sentence(
        en="It is made smaller here, and the place and the camera are taken out before it is sent.",
        es="Aquí se hace más pequeña, y el lugar y la cámara se quitan antes de enviarla.",
    ),
    "photo_shows": Sentence(en="What does it show?", es="¿Qué muestra?"),
    "photo_keep": Sentence(en="Keep the photo", es="Guardar la foto"),
    "photo_sent": Sentence(en="Photo saved: {title}", es="Foto guardada: {title}"),
    "photo_missing": Sentence(
        en="Choose a photo and write what it shows.", es="Elija una foto y escriba qué muestra."
    ),
}

_PAGE = {
    "phone_title": Sentence(en="On this phone", es="En este teléfono"),
    "phone_lead": Sentence(
        en="What you write is kept here first and sent when there is a connection.",
        es="Lo que escribe se guarda primero aquí y se envía cuando hay conexión.",
    ),
    "phone_not_kept": Sentence(
        en="There is no connection, and the page you asked for is not on this phone.",
        es="No hay conexión, y la página que pidió no está en este teléfono.",
    ),
    "phone_no_script": Sentence(
        en="Without JavaScript nothing is kept here: every form saves by its button.",
        es="Sin JavaScript aquí no se guarda nada: cada formulario se guarda con su botón.",
    ),
    "phone_waiting": Sentence(en="Not sent yet", es="Sin enviar"),
    "phone_nothing": Sentence(en="Nothing of yours waits here.", es="Aquí no espera nada suyo."),
    "phone_others": Sentence(
        en=(
            "{count} of another person wait on this phone. What they wrote is not shown to you. "
            "It is sent when they log in here again; until then, do not clear this browser's data."
        ),
        es=(
            "En este teléfono esperan {count} de otra persona. Lo que escribió no se le muestra a "
            "usted. Se envía cuando esa persona entre aquí otra vez; hasta entonces, no borre los "
            "datos de este navegador."
        ),
    ),
    "phone_clearing": Sentence(
        en=(
            "Clearing this browser's data deletes what is not sent: "
            "answers {answers}, photos {photos} ({size} KB)."
        ),
        es=(
            "Borrar los datos de este navegador elimina lo que no se envió: "
            "respuestas {answers}, fotos {photos} ({size} KB)."
        ),
    ),
    "phone_send": Sentence(en="Send now", es="Enviar ahora"),
    "phone_delete": Sentence(en="Delete", es="Eliminar"),
    "phone_delete_ask": Sentence(
        en="Delete this for good? It was never saved: {what} ({size} KB)",
        es="¿Eliminar esto para siempre? Nunca se guardó: {what} ({size} KB)",
    ),
    "phone_submit_ask": Sentence(
        en="Not send this to review after all? Every answer stays: {what}",
        es="¿No enviar esto a revisión? Todas las respuestas quedan: {what}",
    ),
    "phone_delete_do": Sentence(en="Yes, delete", es="Sí, eliminar"),
    "phone_keep": Sentence(en="Keep it", es="Conservar"),
    "phone_kind_answer": Sentence(en="Answer", es="Respuesta"),
    "phone_kind_confirm": Sentence(en="Still true", es="Sigue siendo cierto"),
    "phone_kind_choose": Sentence(
        en="Which of two answers counts", es="Cuál de dos respuestas cuenta"
    ),
    "phone_kind_working": Sentence(en="What you work from", es="En qué se basa"),
    "phone_kind_photo": Sentence(en="Photo or file", es="Foto o archivo"),
    "phone_kind_submit": Sentence(en="Send to review", es="Enviar a revisión"),
    "phone_state_waiting": Sentence(en="Waits", es="Espera"),
    "phone_state_draft": Sentence(en="Still being written", es="Se está escribiendo"),
    "phone_state_raw": Sentence(en="Being made smaller", es="Se está reduciendo"),
    "phone_state_fault": Sentence(en="To correct", es="Por corregir"),
    "phone_state_conflict": Sentence(
        en="Somebody else answered too", es="Otra persona también respondió"
    ),
    "phone_go": Sentence(en="Open the question", es="Abrir la pregunta"),
    "phone_pages": Sentence(en="Pages kept here", es="Páginas guardadas aquí"),
    "phone_no_pages": Sentence(
        en="None. Open an assessment once with a connection, and it stays here.",
        es="Ninguna. Abra una evaluación una vez con conexión, y se queda aquí.",
    ),
    "phone_shared": Sentence(en="This is a shared phone", es="Este teléfono es compartido"),
    "phone_shared_hint": Sentence(
        en=(
            "Then no page is kept here, and answers wait only while a page is open. "
            "Without a connection you cannot work."
        ),
        es=(
            "Entonces no se guarda aquí ninguna página, y las respuestas esperan solo mientras "
            "una página está abierta. Sin conexión no se puede trabajar."
        ),
    ),
    "phone_shared_wait": Sentence(
        en="Only when nothing waits here any more.", es="Solo cuando aquí ya no espere nada."
    ),
}

_LEAVING = {
    "phone_left_title": Sentence(en="You are logged out", es="Usted ha salido"),
    "phone_left_lead": Sentence(
        en="The pages that were kept on this device are deleted.",
        es="Se eliminaron las páginas guardadas en este dispositivo.",
    ),
    "phone_left_unsent": Sentence(
        en="{count} on this phone were never sent. They stay until you log in again.",
        es="En este teléfono hay {count} sin enviar. Se quedan hasta que entre otra vez.",
    ),
    "phone_left_delete": Sentence(
        en="Delete them instead ({count})", es="Eliminar en su lugar ({count})"
    ),
    "phone_leave_title": Sentence(en="Not everything is sent", es="No todo está enviado"),
    "phone_leave_why": Sentence(
        en=(
            "{count} on this phone are not sent yet. You can log out and keep them here until you "
            "log in again, or delete them for good."
        ),
        es=(
            "En este teléfono hay {count} sin enviar. Puede salir y dejarlas aquí hasta que entre "
            "otra vez, o eliminarlas para siempre."
        ),
    ),
    "phone_leave_offline": Sentence(
        en="No connection: log out again when there is one. The kept pages are deleted.",
        es="Sin conexión: salga otra vez cuando haya. Se eliminaron las páginas guardadas.",
    ),
    "phone_leave_stay": Sentence(en="Stay", es="Quedarse"),
    "phone_leave_keep": Sentence(en="Log out, keep them here", es="Salir y dejarlas aquí"),
    "phone_leave_delete": Sentence(
        en="Log out and delete them ({count})", es="Salir y eliminarlas ({count})"
    ),
}

WORDING = {**_BAR, **_BESIDE, **_SUBMIT, **_PHOTO, **_PAGE, **_LEAVING}
